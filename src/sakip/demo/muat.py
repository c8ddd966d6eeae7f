"""Loading the demo on a chosen day."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.config.contoh import HARI_PERTAMA, SANDI_CONTOH
from sakip.demo import (
    babak_aksi,
    babak_crosscutting,
    babak_evaluasi,
    babak_laporan,
    babak_manfaat,
    babak_pengukuran,
    babak_perjanjian,
    babak_rencana,
    babak_rujukan,
)
from sakip.demo.baca import FOLDER, baca, sebut_sumber, tanggal
from sakip.demo.panggung import Kejadian, Panggung, pukul, putar
from sakip.evaluasi.services import HasilLuar, catat_hasil_evaluasi
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services
from sakip.organisasi.models import Instansi, Zona
from sakip.organisasi.services import UnitBaru
from sakip.perencanaan.models import Simpul

# The parts of the invented year; acts of one moment are played in this order.
BABAK: tuple[Callable[[Panggung], list[Kejadian]], ...] = (
    babak_rujukan.babak,
    babak_rencana.babak,
    babak_crosscutting.babak,
    babak_perjanjian.babak,
    babak_aksi.babak,
    babak_pengukuran.babak,
    babak_manfaat.babak,
    babak_laporan.babak,
    babak_evaluasi.babak,
)


# When the offices were set up, and when the published figures were entered: the same on every load,
# so that a demo played on to a day is the one that is loaded on it.
DIDIRIKAN = pukul(babak_rencana.AWAL, 6)
DIMASUKKAN = pukul(HARI_PERTAMA, 6)


@transaction.atomic
def muat(pada: date, sesudah: date | None = None) -> int:
    """Lay both governments and play the year up to ``pada``; returns how many acts were played.

    With ``sesudah`` the demo was loaded up to that day before and is only played on. All or
    nothing: a load that is cut off leaves an empty database.
    """
    if sesudah is None:
        for daerah in ("serang", "banyuwangi"):
            _dirikan(daerah)
    return mainkan(Panggung.tersimpan("36.04"), pada, sesudah)


def mainkan(p: Panggung, pada: date, sesudah: date | None = None) -> int:
    """Play the acts after ``sesudah`` up to the end of ``pada``.

    Without ``sesudah`` all of them, unless they were played before.
    """
    if sesudah is None and Simpul.objects.filter(instansi=p.instansi).exists():
        return 0
    return putar((k for babak in BABAK for k in babak(p)), pada, sesudah)


def _dirikan(daerah: str) -> None:
    """Units, people and published figures; doing it twice changes nothing."""
    sistem = organisasi.pelaku_sistem()
    instansi = _instansi(daerah, sistem, DIDIRIKAN)
    _unit(daerah, instansi, sistem, DIDIRIKAN)
    akun = _orang(daerah, instansi, sistem, DIDIRIKAN)
    if daerah == "serang":
        _jabatan(instansi, sistem, DIDIRIKAN)
        _hasil_evaluasi(instansi, akun["organisasi"], DIMASUKKAN)
        _angka(daerah, "indikator_terbit.csv", instansi, akun["bapperida"], DIMASUKKAN)
    else:
        _nilai_unit(instansi, akun["bwi.organisasi"], DIMASUKKAN)
        _angka(daerah, "capaian_terbit.csv", instansi, akun["bwi.perencana"], DIMASUKKAN)


def _instansi(daerah: str, sistem: Pelaku, saat: datetime) -> Instansi:
    isi = baca(f"{daerah}/instansi.yaml")
    return services.dirikan_instansi(
        oleh=sistem,
        saat=saat,
        kode=isi["kode"],
        slug=isi["slug"],
        nama=isi["nama"],
        zona=Zona(isi["zona_waktu"]),
        contoh=True,
    )


def _unit(daerah: str, instansi: Instansi, sistem: Pelaku, saat: datetime) -> None:
    services.susun_unit(
        oleh=sistem,
        saat=saat,
        instansi=instansi,
        daftar=[
            UnitBaru(
                kode=u["kode"],
                slug=u["slug"],
                nama=u["nama"],
                jenis=u["jenis"],
                induk=u["induk"],
                mulai=date.fromisoformat(u["mulai"]),
                jumlah_desa=int(u["jumlah_desa"]) if u.get("jumlah_desa") else None,
                sumber="; ".join(sebut_sumber(s)["judul"] for s in u["sumber"]),
                sifat=u["sifat"],
            )
            for u in baca(f"{daerah}/unit.yaml")["unit"]
        ],
    )


def _orang(daerah: str, instansi: Instansi, sistem: Pelaku, saat: datetime) -> dict[str, Pelaku]:
    """People, their accounts and peran; returns who acts by account name."""
    orang = {o["kode"]: o for o in baca(f"{daerah}/pejabat.yaml")["orang"]}
    hasil = {}
    dasar: dict[str, Any] = {"oleh": sistem, "saat": saat, "instansi": instansi}
    for a in baca(f"{daerah}/akun.yaml")["akun"]:
        o = orang[a["orang"]]
        pengguna = services.buat_akun(
            **dasar, nama_pengguna=a["akun"], nama=o["nama"], sandi=SANDI_CONTOH, contoh=True
        )
        hasil[a["akun"]] = Pelaku(pengguna.pk)
        services.catat_pegawai(
            **dasar,
            kode=o["kode"],
            nama=o["nama"],
            nip=o["nip"] or "",
            pengguna_id=pengguna.pk,
        )
        for p in a["peran"]:
            _peran(p, pengguna.pk, dasar)
    for o in orang.values():
        services.catat_pegawai(**dasar, kode=o["kode"], nama=o["nama"], nip=o["nip"] or "")
    return hasil


def _peran(p: dict[str, Any], pengguna_id: int, dasar: dict[str, Any]) -> None:
    if organisasi.punya_peran(pengguna_id, dasar["instansi"], p["peran"], p["unit"], p["mulai"]):
        return
    services.beri_peran(
        **dasar,
        pengguna_id=pengguna_id,
        peran=Peran(p["peran"]),
        unit=p["unit"],
        mulai=date.fromisoformat(p["mulai"]),
        selesai=tanggal(p["sampai"]),
        dasar="contoh",
    )


def _jabatan(instansi: Instansi, sistem: Pelaku, saat: datetime) -> None:
    dasar: dict[str, Any] = {"oleh": sistem, "saat": saat, "instansi": instansi}
    pos = {
        j["kode"]: services.tambah_jabatan(
            **dasar,
            unit=j["unit"],
            kode=j["kode"],
            nama=j["nama"],
            memimpin=j["memimpin"],
            sifat=j["sifat"],
        )
        for j in baca("serang/jabatan.yaml")["jabatan"]
    }
    isi = baca("serang/pejabat.yaml")
    orang = {
        o["kode"]: services.catat_pegawai(
            **dasar, kode=o["kode"], nama=o["nama"], nip=o["nip"] or ""
        )
        for o in isi["orang"]
    }
    for p in isi["penugasan"]:
        mulai = date.fromisoformat(p["mulai"])
        if organisasi.pernah_ditugaskan(pos[p["jabatan"]], orang[p["orang"]], mulai):
            continue
        services.tugaskan_pejabat(
            **dasar,
            jabatan=pos[p["jabatan"]].uuid,
            pegawai=orang[p["orang"]].uuid,
            sifat=p["sifat_tugas"],
            mulai=mulai,
            selesai=tanggal(p["sampai"]),
            dasar="contoh",
        )


def _hasil_evaluasi(instansi: Instansi, oleh: Pelaku, saat: datetime) -> None:
    isi = baca("serang/hasil_evaluasi.yaml")
    for h in isi["hasil"]:
        catat_hasil_evaluasi(
            oleh=oleh,
            saat=saat,
            instansi=instansi,
            hasil=HasilLuar(
                unit=isi["unit"],
                tahun_tercetak=int(h["tahun_tercetak"]),
                tahun_kinerja=int(h["tahun_kinerja"]) if h["tahun_kinerja"] else None,
                tahun_kinerja_disimpulkan=h["dasar_tahun_kinerja"] == "inferensi",
                tahun_evaluasi=int(h["tahun_evaluasi"]) if h["tahun_evaluasi"] else None,
                tanggal_penyerahan=tanggal(h["tanggal_penyerahan"]),
                penilai=isi["evaluator"],
                nilai=Decimal(h["nilai"]) if h["nilai"] else None,
                predikat=h["predikat"],
                sumber=[sebut_sumber(s) for s in h["sumber"]],
                satu_sumber=h["satu_sumber"],
                catatan=h["catatan"] or "",
                sifat=h["sifat"],
            ),
        )


def _nilai_unit(instansi: Instansi, oleh: Pelaku, saat: datetime) -> None:
    for h in baca("banyuwangi/evaluasi_terbit.yaml")["hasil"]:
        catat_hasil_evaluasi(
            oleh=oleh,
            saat=saat,
            instansi=instansi,
            hasil=HasilLuar(
                unit=h["unit"],
                tahun_tercetak=int(h["tahun_tercetak"]),
                tahun_kinerja=None,
                tahun_kinerja_disimpulkan=False,
                tahun_evaluasi=None,
                tanggal_penyerahan=None,
                penilai="",
                nilai=Decimal(h["nilai"]),
                predikat="",
                sumber=[
                    sebut_sumber(s) | {"dokumen": h["letak"] or sebut_sumber(s)["dokumen"]}
                    for s in h["sumber"]
                ],
                catatan="Sumber tidak mengatakan tahun kinerja atau tahun evaluasi.",
                sifat=h["sifat"],
            ),
        )


def _angka(daerah: str, nama: str, instansi: Instansi, oleh: Pelaku, saat: datetime) -> None:
    """Published figures come in by the import that everybody uses: preview, then apply."""
    if organisasi.nomor_data_instansi(instansi):
        return
    bets = import_pratinjau(
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        jenis="kinerja",
        nama_berkas=f"{daerah}-{nama}",
        isi=_dengan_judul_sumber((FOLDER / daerah / nama).read_text(encoding="utf-8")),
        opsi={
            "sifat": "terbit",
            "format_angka": "id",
            "dokumen_jenis": "renstra",
            "dokumen_judul": "Tabel capaian yang diterbitkan",
        },
    )
    terapkan_impor(oleh=oleh, saat=saat, instansi=instansi, bets=bets.uuid, versi=bets.versi)


def _dengan_judul_sumber(teks: str) -> bytes:
    """Write each source out (title and document), so that the figure carries it everywhere."""
    baris = list(csv.DictReader(io.StringIO(teks)))
    for b in baris:
        s = sebut_sumber(b["sumber"])
        b["sumber"] = ", ".join(x for x in (s["judul"], s["dokumen"], s["tautan"]) if x)
    keluar = io.StringIO(newline="")
    tulis = csv.DictWriter(keluar, list(baris[0]))
    tulis.writeheader()
    tulis.writerows(baris)
    return keluar.getvalue().encode()
