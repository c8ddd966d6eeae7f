"""Answers for category, deadlines, survey and efficiency."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from penjawab import menjawab
from sakip_rules.efisiensi import (
    AmbangEfisiensi,
    Keluaran,
    RumusEfisiensi,
    efisiensi_keluaran,
    selisih_capaian_serapan,
    serapan,
)
from sakip_rules.hasil import Hasil, Jejak, Status
from sakip_rules.kategori import MelampauiSkala, PecahanKategori, kategori_capaian
from sakip_rules.regulasi import Contoh, Kasus, muat_regulasi
from sakip_rules.survei import ikm
from sakip_rules.tenggat import (
    AkhirPekan,
    BilaLibur,
    BilaTanggalTiada,
    KebijakanTenggat,
    Lama,
    Satuan,
    tenggat,
)


def _jika_ada(jenis: Any, masukan: Mapping[str, Any], kunci: str) -> Any:
    return jenis(masukan[kunci]) if kunci in masukan else None


@menjawab("skala_bilangan_bulat")
def kategori(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    hasil = kategori_capaian(
        Decimal(kasus.masukan["capaian"]),
        kasus.pada,
        pecahan=_jika_ada(PecahanKategori, kasus.masukan, "pecahan"),
        di_atas_skala=_jika_ada(MelampauiSkala, kasus.masukan, "di_atas_skala"),
    )
    return {"kode": hasil.kode}


@menjawab("tenggat")
def tenggat_kasus(contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    lama = kasus.masukan.get("lama")
    hasil = tenggat(
        contoh.kaidah,
        kasus.pada,
        hari_libur=frozenset(map(date.fromisoformat, kasus.masukan.get("hari_libur", ()))),
        kebijakan=KebijakanTenggat(
            bila_hari_libur=_jika_ada(BilaLibur, kasus.masukan, "bila_hari_libur"),
            bila_tanggal_tiada=_jika_ada(BilaTanggalTiada, kasus.masukan, "bila_tanggal_tiada"),
            akhir_pekan=_jika_ada(AkhirPekan, kasus.masukan, "akhir_pekan"),
            lama=None if lama is None else Lama(int(lama["banyak"]), Satuan(lama["satuan"])),
        ),
    )
    return {
        "tanggal": hasil.tanggal.isoformat(),
        "menurut_naskah": hasil.menurut_naskah.isoformat(),
        "hari_kerja_terakhir": hasil.hari_kerja_terakhir.isoformat(),
    }


@menjawab("survei_kepuasan")
def survei(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    hasil = ikm([Decimal(nilai) for nilai in kasus.masukan["unsur"]], kasus.pada)
    assert hasil.mutu is not None
    return {"tampil": str(hasil.tampil), "mutu": hasil.mutu.kode}


@menjawab("efisiensi")
def efisiensi(contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    rumus = muat_regulasi().kaidah(contoh.kaidah, kasus.pada).isi.rumus
    return _EFISIENSI[rumus](kasus)


def _serapan(kasus: Kasus) -> Mapping[str, Any]:
    realisasi = kasus.masukan["realisasi"]
    hasil = serapan(
        None if realisasi is None else Decimal(realisasi),
        Decimal(kasus.masukan["pagu"]),
        kasus.pada,
    )
    return {"status": hasil.status.value, "nilai": _angka(hasil.nilai)}


def _selisih(kasus: Kasus) -> Mapping[str, Any]:
    ambang = kasus.masukan.get("ambang")
    hasil = selisih_capaian_serapan(
        _terhitung(kasus, "capaian"),
        _terhitung(kasus, "serapan"),
        kasus.pada,
        ambang=None if ambang is None else AmbangEfisiensi(*map(Decimal, ambang)),
    )
    return {
        "nilai": _angka(hasil.hasil.nilai),
        "golongan": None if hasil.golongan is None else hasil.golongan.value,
    }


def _keluaran(kasus: Kasus) -> Mapping[str, Any]:
    daftar = [
        Keluaran(f"keluaran {nomor}", *map(Decimal, angka))
        for nomor, angka in enumerate(kasus.masukan["keluaran"], start=1)
    ]
    hasil = efisiensi_keluaran(daftar, kasus.pada)
    return {
        "status": hasil.efisiensi.status.value,
        "efisiensi": _angka(hasil.efisiensi.nilai),
        "nilai": _angka(hasil.nilai.nilai),
    }


_EFISIENSI = {
    RumusEfisiensi.REALISASI_PER_PAGU: _serapan,
    RumusEfisiensi.SELISIH_CAPAIAN_SERAPAN: _selisih,
    RumusEfisiensi.KELUARAN_PMK_214_2017: _keluaran,
}


def _terhitung(kasus: Kasus, nama: str) -> Hasil:
    jejak = Jejak(kaidah=f"contoh.{nama}", versi=kasus.pada, dasar=(), masukan=(), langkah=())
    return Hasil(Status.TERHITUNG, Decimal(kasus.masukan[nama]), jejak)


def _angka(nilai: Decimal | None) -> str | None:
    return None if nilai is None else format(nilai.normalize(), "f")
