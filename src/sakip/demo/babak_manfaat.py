"""What was learnt, decided and tried: published facts apart from the invented year."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from sakip.demo.baca import baca, sebut_sumber
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.manfaat import services
from sakip.manfaat.services import Pindah
from sakip.organisasi.models import Jabatan

PEMDA = "kabupaten-serang"
BAROS = "kecamatan-baros"


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of this part, each with its moment."""
    isi = baca("manfaat.yaml")
    return [
        Kejadian(pukul("2025-01-06", 9), partial(_kapasitas, p)),
        Kejadian(pukul("2025-01-06", 10), partial(_penghematan, p)),
        Kejadian(pukul(isi["keputusan"]["tanggal"], 10), partial(_keputusan, p, isi["keputusan"])),
        Kejadian(pukul(isi["inovasi"]["tanggal"], 9), partial(_inovasi, p, isi["inovasi"])),
    ]


def _kapasitas(p: Panggung, saat: datetime) -> None:
    f = baca("serang/leaderpreneurship.yaml")["program"]
    services.catat_kapasitas(
        **p.dasar("organisasi", saat),
        unit=PEMDA,
        kode=f["kode"],
        nama=f["nama"],
        tahun=int(f["tahun"]),
        isi={
            "Waktu": f["waktu"],
            "Penyelenggara": f["penyelenggara"],
            "Tempat": f["tempat"],
            "Lama": [f"“{x['tertulis']}”: {x['catatan']}" for x in f["lama_hari"]],
            "Peserta": f["peserta"],
            "Materi": f["materi"],
            "Niat yang tercatat": f["niat_tercatat"],
            "Hasil terukur": f["hasil_terukur"] or "belum ada sumber",
        },
        sumber=[sebut_sumber(s) for s in f["sumber"]],
        satu_sumber=f["satu_sumber"],
        sifat=f["sifat"],
    )


def _penghematan(p: Panggung, saat: datetime) -> None:
    for f in baca("serang/fakta_terbit.yaml")["fakta"]:
        if "rupiah" not in f:
            continue
        services.catat_keputusan(
            **p.dasar("organisasi", saat),
            unit=PEMDA,
            tahun=int(f["tahun"]),
            tanggal=None,
            uraian=f["uraian"],
            alasan="",
            pindah=[Pindah("", "", Decimal(f["rupiah"]))],
            sumber=[sebut_sumber(s) for s in f["sumber"]],
            sifat="terbit",
        )


def _keputusan(p: Panggung, k: dict[str, Any], saat: datetime) -> None:
    services.catat_keputusan(
        **p.dasar("bupati", saat),
        unit=BAROS,
        tahun=saat.year,
        tanggal=date.fromisoformat(k["tanggal"]),
        uraian=k["uraian"],
        alasan=k["alasan"],
        pindah=[Pindah(x["dari"], x["ke"] or "", Decimal(x["rupiah"])) for x in k["pindah"]],
        pemutus=Jabatan.objects.get(instansi=p.instansi, kode=k["pemutus"]).uuid,
        indikator=k["indikator"],
        diperiksa=date.fromisoformat(k["diperiksa"]),
        sifat="contoh",
    )


def _inovasi(p: Panggung, i: dict[str, Any], saat: datetime) -> None:
    services.catat_inovasi(
        **p.dasar("camat1", saat),
        unit=BAROS,
        nama=i["nama"],
        uraian=i["uraian"],
        pelajaran=i["pelajaran"],
        program=i["program"],
        indikator=i["indikator"],
        mulai=date.fromisoformat(i["tanggal"]),
        sifat="contoh",
    )
