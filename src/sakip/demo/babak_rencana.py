"""The plan's part of the year: windows, documents, budgets, and the people of the other units."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.demo import naskah_rencana as naskah
from sakip.demo.baca import baca, sebut_sumber
from sakip.demo.panggung import PERAN_CERITA, Kejadian, Panggung, pukul
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services
from sakip.perencanaan.models import DokumenVersi, UsulanKegiatan
from sakip.perencanaan.services import (
    RencanaBaru,
    UsulanBaru,
    catat_reviu_rencana,
    catat_usulan,
    putuskan_usulan,
    susun_rencana,
    tetapkan_rencana,
)

AWAL = "2025-01-02"  # the day from which the accounts of the demo act
PEMERAN = {
    "penyusun": Peran.PENYUSUN_UNIT,
    "verifikator": Peran.VERIFIKATOR_UNIT,
    "pimpinan": Peran.PIMPINAN_UNIT,
}
Naskah = Iterable[tuple[str, RencanaBaru]]  # who drafts, and what
SEBUTAN = {"penyusun": "Kasubag Program", "verifikator": "Sekcam", "pimpinan": "Camat"}


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of the plan's part, each with its moment."""
    isi = baca("rencana.yaml")
    lain = kecamatan_lain()
    return [
        Kejadian(pukul(AWAL, 7), partial(_libur, p)),
        Kejadian(pukul(AWAL, 8), partial(_pemeran, p, lain)),
        Kejadian(pukul("2025-05-20", 9), partial(_pemda, p)),
        *_baros(p, isi["baros"]),
        *_ringan(p, isi["kecamatan_lain"], lain),
        *_usulan(p, isi["baros"]["usulan"]),
        *_jadwal(p, isi["jadwal"]),
        *_uang(p, isi, lain),
    ]


def kecamatan_lain() -> list[dict[str, Any]]:
    """The 28 kecamatan beside Baros, in the order of their codes."""
    return [
        u
        for u in baca("serang/unit.yaml")["unit"]
        if u["jenis"] == "kecamatan" and u["slug"] != "kecamatan-baros"
    ]


def _libur(p: Panggung, saat: datetime) -> None:
    services.catat_libur(
        oleh=p.sistem,
        saat=saat,
        daftar=[
            (
                date.fromisoformat(h["tanggal"]),
                h["nama"],
                "; ".join(sebut_sumber(s)["judul"] for s in t["sumber"]),
            )
            for t in baca("libur.yaml")["tahun"]
            for h in t["hari"]
        ],
    )


def _pemeran(p: Panggung, lain: list[dict[str, Any]], saat: datetime) -> None:
    """Who drafts, checks and leads in each of the other kecamatan. They cannot sign in."""
    dasar = p.dasar("sistem", saat)
    mulai = date.fromisoformat(AWAL)
    for u in lain:
        nama = u["nama"].removeprefix("Kecamatan ")
        for akhiran, peran in PEMERAN.items():
            akun = f"{u['slug']}.{akhiran}"
            if akun in PERAN_CERITA:
                p.akun[akun] = p.akun[PERAN_CERITA[akun]]
                continue
            orang = f"{SEBUTAN[akhiran]} {nama} Contoh"
            pengguna = services.buat_akun(
                **dasar, nama_pengguna=akun, nama=orang, sandi=None, contoh=True
            )
            p.akun[akun] = Pelaku(pengguna.pk)
            pegawai = services.catat_pegawai(
                **dasar, kode=akun.replace(".", "-"), nama=orang, pengguna_id=pengguna.pk
            )
            services.beri_peran(
                **dasar,
                pengguna_id=pengguna.pk,
                peran=peran,
                unit=u["slug"],
                mulai=mulai,
                selesai=None,
                dasar="contoh",
            )
        pos = services.tambah_jabatan(
            **dasar,
            unit=u["slug"],
            kode=f"camat-{u['slug']}",
            nama=f"Camat {nama}",
            memimpin=True,
            sifat="contoh",
        )
        services.tugaskan_pejabat(
            **dasar,
            jabatan=pos.uuid,
            pegawai=pegawai.uuid,
            sifat="definitif",
            mulai=mulai,
            selesai=None,
            dasar="contoh",
        )


def _pemda(p: Panggung, saat: datetime) -> None:
    """The government's nodes above the units; the day of penetapan is disputed: it stays konsep."""
    susun_rencana(**p.dasar("bapperida", saat), isi=naskah.rencana_pemda())


def _baros(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    for d in isi["dokumen"]:
        yield from _dokumen(p, d, partial(_naskah_baros, d))


def _naskah_baros(d: dict[str, Any]) -> Naskah:
    return [("program", naskah.rencana_baros(d))]


def _ringan(p: Panggung, isi: dict[str, Any], lain: list[dict[str, Any]]) -> Iterator[Kejadian]:
    def semua() -> Naskah:
        for n, u in enumerate(lain):
            desa = int(u["jumlah_desa"])
            yield f"{u['slug']}.penyusun", naskah.rencana_ringan(u["slug"], n, desa)

    return _dokumen(p, isi, semua)


def _dokumen(
    p: Panggung,
    d: dict[str, Any],
    naskah_naskah: Callable[[], Naskah],
) -> Iterator[Kejadian]:
    """Documents drafted by who drafts, and on another day laid down by the planner."""

    def susun(saat: datetime) -> None:
        for siapa, isi in naskah_naskah():
            susun_rencana(**p.dasar(siapa, saat), isi=isi)

    def tetapkan(saat: datetime) -> None:
        unit = {isi.unit: isi.tahun_mulai for _siapa, isi in naskah_naskah()}
        for konsep in (
            DokumenVersi.objects.filter(
                instansi=p.instansi,
                ditetapkan=None,
                dokumen__jenis="renja",
                dokumen__tahun_mulai__in=unit.values(),
                dokumen__unit__slug__in=unit,
            )
            .order_by("pk")
            .only("uuid", "versi")
        ):
            tetapkan_rencana(
                **p.dasar("bapperida", saat),
                dokumen_versi=konsep.uuid,
                versi=konsep.versi,
                tanggal=date.fromisoformat(d["ditetapkan"]),
                dasar=d["dasar"],
            )

    yield Kejadian(pukul(d["disusun"], 10), susun)
    if "reviu" in d:
        yield Kejadian(pukul(d["reviu"]["tanggal"], 15), partial(_reviu, p, d))
    yield Kejadian(pukul(d["dicatat"], 14), tetapkan)


def _usulan(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    """Proposals of the Musrenbang: recorded in February, answered when the RKPD is laid down."""
    tahun = int(isi["tahun"])

    def catat(saat: datetime) -> None:
        catat_usulan(
            **p.dasar("program", saat),
            unit="kecamatan-baros",
            tahun=tahun,
            daftar=[
                UsulanBaru(u["uraian"], "kecamatan", u["desa"], prioritas=n)
                for n, u in enumerate(isi["daftar"], 1)
            ],
            sifat=naskah.CONTOH,
        )

    def putuskan(saat: datetime) -> None:
        for u, baris in zip(
            isi["daftar"],
            UsulanKegiatan.objects.filter(
                instansi=p.instansi, unit__slug="kecamatan-baros", tahun=tahun
            ).order_by("nomor"),
            strict=True,
        ):
            putuskan_usulan(
                **p.dasar("bapperida", saat),
                usulan=baris.uuid,
                versi=baris.versi,
                tindakan="masukkan" if "kode" in u else "tolak",
                pemuat="kecamatan-baros",
                kode=u.get("kode", ""),
                alasan="" if "kode" in u else isi["alasan"],
            )

    yield Kejadian(pukul(isi["dicatat"], 10), catat)
    yield Kejadian(pukul(isi["diputus"], 15), putuskan)


def _reviu(p: Panggung, d: dict[str, Any], saat: datetime) -> None:
    """The Inspektorat's review of the draft of Baros."""
    konsep = DokumenVersi.objects.get(
        instansi=p.instansi,
        ditetapkan=None,
        dokumen__jenis="renja",
        dokumen__tahun_mulai=int(d["tahun"]),
        dokumen__unit__slug="kecamatan-baros",
    )
    catat_reviu_rencana(
        **p.dasar("ketua", saat),
        dokumen_versi=konsep.uuid,
        versi=konsep.versi,
        nomor=d["reviu"]["nomor"],
        tanggal=date.fromisoformat(d["reviu"]["tanggal"]),
        kesimpulan=d["reviu"]["kesimpulan"],
        catatan=d["reviu"]["catatan"],
    )


def _jadwal(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    for j in [*isi["pengukuran"], *isi["evaluasi"]]:
        yield Kejadian(pukul(j["diatur"], 8), partial(_satu_jadwal, p, j, isi["dasar"]))


def _satu_jadwal(p: Panggung, j: dict[str, Any], dasar: str, saat: datetime) -> None:
    tahun = int(j["tahun"])
    periode = organisasi.periode(tahun, "triwulan", int(j["triwulan"])) if "triwulan" in j else None
    services.atur_jadwal(
        **p.dasar("organisasi", saat),
        jenis=j.get("jenis", "pengukuran"),
        tahun=tahun,
        periode=periode,
        mulai=date.fromisoformat(j["mulai"]),
        selesai=date.fromisoformat(j["selesai"]),
        dasar=dasar,
    )


def _uang(p: Panggung, isi: dict[str, Any], lain: list[dict[str, Any]]) -> Iterator[Kejadian]:
    """Budgets as the treasurer brings them, by the sheets that everybody uses."""
    for d in isi["baros"]["anggaran"]:
        baris = [kepala_dpa("kecamatan-baros", d) | r for r in naskah.rincian_baros(d["tahap"])]
        yield Kejadian(pukul(d["disahkan"], 10), partial(_impor, p, "dpa", d["berkas"], baris))
    d = isi["kecamatan_lain"]["anggaran"]
    baris = [
        kepala_dpa(u["slug"], d) | r for n, u in enumerate(lain) for r in naskah.rincian_ringan(n)
    ]
    yield Kejadian(pukul(d["disahkan"], 11), partial(_impor, p, "dpa", d["berkas"], baris))
    s = isi["baros"]["serapan"]
    baris = [
        {"unit": "kecamatan-baros", "tahun": 2026, "periode": "tahun"} | r
        for r in naskah.serapan_baros()
    ]
    yield Kejadian(pukul(s["dicatat"], 9), partial(_impor, p, "serapan", s["berkas"], baris))


def kepala_dpa(unit: str, d: dict[str, Any]) -> dict[str, Any]:
    """What every row of a unit's DPA says of the document, with its amounts still empty."""
    return {
        "unit": unit,
        "tahun": 2026,
        "tahap": d["tahap"],
        "nomor_dokumen": d["nomor"],
        "tanggal_disahkan": d["disahkan"],
        "kode": "",
        "nama": "",
        "rupiah": 0,
        "sumber_dana": "APBD",
        "keluaran": None,
        "satuan_keluaran": "",
    }


def _impor(
    p: Panggung, jenis: str, berkas: str, baris: list[dict[str, Any]], saat: datetime
) -> None:
    dasar = p.dasar("bpkad", saat)
    bets = import_pratinjau(
        **dasar,
        jenis=jenis,
        nama_berkas=berkas,
        isi=lembar(baris),
        opsi={"sifat": "contoh", "format_angka": "id"},
    )
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)


def lembar(baris: list[dict[str, Any]]) -> bytes:
    """An Excel sheet of these rows: the first is the header, numbers are numbers."""
    keluar = BytesIO()
    with Workbook(keluar, {"in_memory": True}) as buku:
        satu = buku.add_worksheet()
        satu.write_row(0, 0, list(baris[0]))
        for n, b in enumerate(baris, 1):
            for m, nilai in enumerate(b.values()):
                if isinstance(nilai, str):
                    satu.write_string(n, m, nilai)
                elif nilai is not None:
                    satu.write_number(n, m, nilai)
    return keluar.getvalue()
