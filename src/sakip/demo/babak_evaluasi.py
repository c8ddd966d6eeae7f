"""Evaluations of Kecamatan Baros in three years, as their people did them, day by day.

Final answers and scores are those of ``baros_2026.yaml``; ``evaluasi.yaml`` says who, when, and
where a tier answered otherwise. No other unit is scored; the Inspektorat gets a substitute team.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from sakip.arsip.services import simpan_bukti
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.demo.baca import baca
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban, Rekomendasi, Tingkat
from sakip.evaluasi.services import KriteriaKeluar, Penugasan, RekomendasiBaru
from sakip.evaluasi.services.alur import TINGKAT_PERAN
from sakip.organisasi import services as organisasi
from sakip.organisasi.models import Jabatan

KODE = tuple(f"{n}.{h}" for n in "1234" for h in "abc")
TIM = {
    Tingkat.ANGGOTA: "anggota",
    Tingkat.KETUA: "ketua",
    Tingkat.PENGENDALI_TEKNIS: "dalnis",
    Tingkat.PANEL: "mutu",
}
# Answers of a self-evaluation that the story does not tell: one step above BB, the rest BB.
MANDIRI_LAIN = ("A", *("BB",) * 11)


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of the evaluations, each with its moment."""
    isi = baca("evaluasi.yaml")
    lembar = {e["kode"]: dict(zip(KODE, e["jawaban"], strict=True)) for e in _lembar()}
    return [
        *(k for e in isi["evaluasi"] for k in _Evaluasi(p, isi["unit"], e, lembar, isi).kejadian()),
        *_pengganti(p, isi["tim_pengganti"]),
    ]


def _lembar() -> list[dict[str, Any]]:
    daftar: list[dict[str, Any]] = baca("baros_2026.yaml")["evaluasi"]
    return daftar


class _Evaluasi:
    """The acts on one year."""

    def __init__(
        self,
        p: Panggung,
        unit: str,
        isi: dict[str, Any],
        lembar: dict[str, dict[str, str]],
        semua: dict[str, Any],
    ) -> None:
        self.p, self.unit, self.isi = p, unit, isi
        self.tahun = int(isi["tahun"])
        self.akhir = lembar[isi["lhe"]]
        self.lembar = lembar
        self.pernyataan = semua["pernyataan_tim"]

    def kejadian(self) -> Iterator[Kejadian]:
        """Everything from opening to the last check of a recommendation."""
        i = self.isi
        yield self._pada(i["buka"], 8, self._buka)
        if i["mandiri"] is not None:
            yield self._pada(i["mandiri"]["isi"], 10, self._isi_mandiri)
            yield self._pada(i["mandiri"]["ajukan"], 14, self._ajukan_mandiri)
        yield self._pada(i["surat_tugas"]["tanggal"], 9, self._surat_tugas)
        if i["tidak_berlaku"] is not None:
            yield self._pada(i["tidak_berlaku"]["tanggal"], 9, self._tidak_berlaku)
        for tingkat, nama in list(TIM.items())[:3]:
            lakukan = partial(self._selesaikan, tingkat, nama)
            yield self._pada(i[nama]["tanggal"], 15, lakukan)
        yield self._pada(i["naskah"], 9, self._rekomendasi)
        yield self._pada(i["naskah"], 10, self._naskah)
        yield self._pada(i["tanggapan"]["tanggal"], 11, self._tanggapan)
        yield self._pada(i["panel"]["tanggal"], 13, self._panel)
        yield self._pada(i["terbit"]["tanggal"], 10, self._terbit)
        for nomor, r in enumerate(i["rekomendasi"], start=1):
            yield from self._tindak_lanjut(nomor, r)

    def _tindak_lanjut(self, nomor: int, r: dict[str, Any]) -> Iterator[Kejadian]:
        if r["rencana"] is None:
            return
        hari = self.isi["terbit"]["tenggat_rencana"]
        yield self._pada(hari, 9, partial(self._rencana, nomor, r))
        for langkah in r["langkah"]:
            yield self._pada(langkah["tanggal"], 10, partial(self._langkah, nomor, langkah))

    def _pada(self, tanggal: str, jam: int, lakukan: Callable[[datetime], object]) -> Kejadian:
        return Kejadian(pukul(tanggal, jam), lakukan)

    def _ambil(self) -> Evaluasi:
        return Evaluasi.objects.get(
            instansi=self.p.instansi, unit__slug=self.unit, tahun_kinerja=self.tahun
        )

    def _dasar(self, siapa: str, saat: datetime) -> dict[str, Any]:
        """Who, when, where, and the evaluation as it stands."""
        e = self._ambil()
        return self.p.dasar(siapa, saat) | {"evaluasi": e.uuid, "versi": e.versi}

    def _buka(self, saat: datetime) -> None:
        services.buka_evaluasi(
            **self.p.dasar("organisasi", saat),
            unit=self.unit,
            tahun_kinerja=self.tahun,
            tahun_evaluasi=self.tahun + 1,
            sifat="contoh",
        )

    def _jawab(
        self,
        siapa: str,
        saat: datetime,
        tingkat: str,
        jawaban: dict[str, str],
        catatan: dict[str, str],
    ) -> None:
        """Answer what does not stand there yet, or stands there otherwise."""
        e = self._ambil()
        ada = {
            j.kode: j for j in Jawaban.objects.filter(lembar__evaluasi=e, lembar__tingkat=tingkat)
        }
        for kode in KODE:
            lama = ada.get(kode)
            if lama is None or lama.jawaban != jawaban[kode]:
                services.isi_jawaban(
                    **self.p.dasar(siapa, saat),
                    evaluasi=e.uuid,
                    tingkat=tingkat,
                    kode=kode,
                    jawaban=jawaban[kode],
                    catatan=catatan.get(kode, ""),
                    versi=0 if lama is None else lama.versi,
                )

    def _isi_mandiri(self, saat: datetime) -> None:
        m = self.isi["mandiri"]
        bawaan = dict(zip(KODE, MANDIRI_LAIN, strict=True))
        jawaban = bawaan if m["kode"] is None else self.lembar[m["kode"]]
        self._jawab("program", saat, Tingkat.MANDIRI, jawaban, m["catatan"])

    def _ajukan_mandiri(self, saat: datetime) -> None:
        services.ajukan_mandiri(**self._dasar("program", saat))

    def _surat_tugas(self, saat: datetime) -> None:
        st = self.isi["surat_tugas"]
        peran = {t: r for r, t in TINGKAT_PERAN.items()}
        services.terbitkan_surat_tugas(
            **self._dasar("inspektur", saat),
            nomor=st["nomor"],
            tanggal=date.fromisoformat(st["tanggal"]),
            tim=[
                Penugasan(self.p.akun[nama].pengguna_id, peran[tingkat])
                for tingkat, nama in TIM.items()
            ],
        )

    def _tidak_berlaku(self, saat: datetime) -> None:
        services.tetapkan_tidak_berlaku(
            **self._dasar("ketua", saat),
            kriteria=[
                KriteriaKeluar(k["kode"], k["alasan"], k["dasar"])
                for k in self.isi["tidak_berlaku"]["kriteria"]
            ],
        )

    def _selesaikan(self, tingkat: str, siapa: str, saat: datetime) -> None:
        beda = self.isi[siapa]["beda"]
        jawaban = self.akhir | {kode: satu for kode, (satu, _alasan) in beda.items()}
        catatan = {k: self.pernyataan for k, j in jawaban.items() if j in {"A", "AA"}}
        catatan |= {kode: alasan for kode, (_satu, alasan) in beda.items()}
        self._jawab(siapa, saat, tingkat, jawaban, catatan)
        services.selesaikan_lembar(**self._dasar(siapa, saat), tingkat=tingkat)

    def _rekomendasi(self, saat: datetime) -> None:
        isi = self._dasar("ketua", saat)
        isi.pop("versi")
        services.catat_rekomendasi(
            **isi,
            daftar=[
                RekomendasiBaru(r["kode"], r["temuan"], r["uraian"], self._asal(r))
                for r in self.isi["rekomendasi"]
            ],
        )

    def _asal(self, r: dict[str, Any]) -> Any:
        """The recommendation of an earlier year that comes back, by its words."""
        if "asal" not in r:
            return None
        return Rekomendasi.objects.get(
            evaluasi__unit__slug=self.unit,
            evaluasi__tahun_kinerja=int(r["asal"]),
            uraian=r["uraian"],
        ).uuid

    def _naskah(self, saat: datetime) -> None:
        services.sampaikan_naskah(**self._dasar("ketua", saat))

    def _tanggapan(self, saat: datetime) -> None:
        t = self.isi["tanggapan"]
        services.tanggapi_naskah(**self._dasar(t["pelaku"], saat), tanggapan=t["isi"])

    def _panel(self, saat: datetime) -> None:
        services.panelkan(**self._dasar("mutu", saat), catatan=self.isi["panel"]["isi"])

    def _terbit(self, saat: datetime) -> None:
        t = self.isi["terbit"]
        services.terbitkan_lhe(
            **self._dasar("inspektur", saat),
            nomor=t["nomor"],
            tenggat_rencana=date.fromisoformat(t["tenggat_rencana"]),
        )

    def _satu(self, nomor: int, siapa: str, saat: datetime) -> dict[str, Any]:
        r = self._ambil().rekomendasi.get(nomor=nomor)
        return self.p.dasar(siapa, saat) | {"rekomendasi": r.uuid, "versi": r.versi}

    def _rencana(self, nomor: int, r: dict[str, Any], saat: datetime) -> None:
        jabatan = Jabatan.objects.get(instansi=self.p.instansi, kode=r["jabatan"])
        services.rencanakan_tindak_lanjut(
            **self._satu(nomor, "program", saat),
            rencana=r["rencana"],
            penanggung_jawab=jabatan.uuid,
            tenggat=date.fromisoformat(r["tenggat"]),
        )

    def _langkah(self, nomor: int, langkah: dict[str, str], saat: datetime) -> None:
        if langkah["tindakan"] != "bukti":
            services.periksa_tindak_lanjut(
                **self._satu(nomor, "ketua", saat),
                putusan=langkah["tindakan"],
                catatan=langkah["kata"],
            )
            return
        bukti = simpan_bukti(
            **self.p.dasar("program", saat),
            unit=self.unit,
            judul=langkah["judul"],
            nama_berkas="bukti-contoh.pdf",
            isi=lembar_contoh(langkah["judul"]),
            tahun=saat.year,
            tanggal=saat.date(),
            sifat="contoh",
        )
        services.sampaikan_bukti_tindak_lanjut(
            **self._satu(nomor, "program", saat), bukti=bukti.uuid, keterangan=langkah["kata"]
        )


def lembar_contoh(judul: str) -> bytes:
    """A page that says what evidence would stand here, and that it is invented."""
    teks = f"DATA CONTOH - bukan dokumen sebenarnya: {judul}"
    aman = teks.encode("latin-1", "replace").replace(b"\\", b"").translate(None, b"()")
    isi = b"BT /F1 11 Tf 56 780 Td (" + aman + b") Tj ET"
    benda = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(isi), isi),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Font<</F1 5 0 R>>>>",
    )
    pdf, letak = b"%PDF-1.7\n", []
    for nomor, satu in enumerate(benda, start=1):
        letak.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    tabel = b"".join(b"%010d 00000 n \n" % x for x in letak)
    kepala = b"xref\n0 %d\n0000000000 65535 f \n" % (len(benda) + 1)
    ekor = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + kepala + tabel + ekor % (len(benda) + 1, len(pdf))


def _pengganti(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    yield Kejadian(pukul(isi["buka"], 9), partial(_buka_pengganti, p, isi))
    yield Kejadian(pukul(isi["surat_tugas"]["tanggal"], 10), partial(_tugaskan, p, isi))


def _buka_pengganti(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    """Open the evaluation of the Inspektorat, and name who may evaluate it: nobody of its own."""
    dasar = p.dasar("sistem", saat)
    for o in isi["orang"]:
        akun = organisasi.buat_akun(
            **dasar, nama_pengguna=o["akun"], nama=o["nama"], sandi=None, contoh=True
        )
        organisasi.beri_peran(
            **dasar,
            pengguna_id=akun.pk,
            peran=Peran(o["peran"]),
            unit=isi["unit"],
            mulai=saat.date(),
            selesai=date(saat.year, 12, 31),
            dasar="contoh",
        )
        p.akun[o["akun"]] = Pelaku(akun.pk)
    services.buka_evaluasi(
        **p.dasar("organisasi", saat),
        unit=isi["unit"],
        tahun_kinerja=int(isi["tahun"]),
        tahun_evaluasi=int(isi["tahun"]) + 1,
        sifat="contoh",
    )


def _tugaskan(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    e = Evaluasi.objects.get(
        instansi=p.instansi, unit__slug=isi["unit"], tahun_kinerja=int(isi["tahun"])
    )
    services.terbitkan_surat_tugas(
        **p.dasar("pengganti.penanggung-jawab", saat),
        evaluasi=e.uuid,
        versi=e.versi,
        nomor=isi["surat_tugas"]["nomor"],
        tanggal=date.fromisoformat(isi["surat_tugas"]["tanggal"]),
        tim=[
            Penugasan(p.akun[o["akun"]].pengguna_id, o["peran"])
            for o in isi["orang"]
            if o["peran"] in TINGKAT_PERAN
        ],
    )
