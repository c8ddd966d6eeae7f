"""The indicator library: define, change, withdraw, take into a plan, compare across units."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.buku_uji import tersimpan
from domain.naskah_uji import susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, PustakaIndikator
from sakip.perencanaan.selectors import (
    daftar_pustaka,
    pemakai_pustaka,
    pustaka_menurut_kode,
    wording_indikator,
)
from sakip.perencanaan.services import (
    PustakaBaru,
    pakai_pustaka,
    pustaka_dari,
    simpan_pustaka,
    tarik_pustaka,
    tetapkan_rencana,
)

IKM = PustakaBaru(
    kode="ikm-bersama",
    nama="Indeks Kepuasan Masyarakat",
    arah="naik_baik",
    jenis_nilai="bilangan",
    satuan="nilai",
    definisi="Menurut PermenPANRB 14/2017",
    jenis_unit=("dinas",),
)


def simpan(dunia: Dunia, siapa: str = "gita", versi: int | None = None, **ganti: Any) -> Any:
    return simpan_pustaka(**dunia.dasar(siapa), isi=replace(IKM, **ganti), versi=versi)


def pakai(
    dunia: Dunia, dari: DokumenVersi, siapa: str = "ani", unit: str = "dinas-anggrek", **ganti: Any
) -> DokumenVersi:
    isi: dict[str, Any] = {
        "unit": unit,
        "pustaka": IKM.kode,
        "dokumen_versi": dari.uuid,
        "versi": dari.versi if dari.ditetapkan is None else None,
        "simpul": "s1",
        "target": {2026: "83,50"},
    }
    return pakai_pustaka(**dunia.dasar(siapa), **isi | ganti)


def test_disimpan_dengan_riwayatnya(dunia: Dunia) -> None:
    satu = simpan(dunia)

    assert (satu.nama, satu.jenis_unit, satu.versi) == (IKM.nama, ["dinas"], 1)
    gita = dunia.orang["gita"].pengguna_id
    assert peristiwa(satu) == [Peristiwa("insert", gita, "perencanaan.simpan_pustaka")]
    assert pustaka_menurut_kode(dunia.lingkup("ani"), IKM.kode) == satu


def test_diubah_menurut_versi_yang_dilihat(dunia: Dunia) -> None:
    simpan(dunia)

    assert simpan(dunia, versi=1).versi == 1  # the same again changes nothing
    assert simpan(dunia, "fitri", 1, satuan="indeks").versi == 2
    with pytest.raises(VersiUsang):
        simpan(dunia, versi=1, satuan="poin")
    with pytest.raises(TidakDitemukan):
        simpan(dunia, versi=1, kode="hantu")


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "admin", "hari"])
def test_peran_lain_tidak_mengelola_pustaka(dunia: Dunia, siapa: str) -> None:
    satu = simpan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        simpan(dunia, siapa, kode="lain")
    with pytest.raises(TidakBerizin):
        tarik_pustaka(**dunia.dasar(siapa), pustaka=satu.uuid, versi=1)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"kode": "IKM Besar"}, "kode"),
        ({"kode": ""}, "kode"),
        ({"nama": " "}, "nama"),
        ({"arah": "naik"}, "arah"),
        ({"jenis_nilai": "angka"}, "jenis_nilai"),
        ({"satuan": "x" * 61}, "satuan"),
        ({"jenis_unit": ("kantor",)}, "jenis_unit"),
        ({"asal": "hantu"}, "asal"),
    ],
)
def test_isian_yang_salah_disebut(dunia: Dunia, ganti: dict[str, Any], letak: str) -> None:
    with pytest.raises(IsianTidakSah) as salah:
        simpan(dunia, **ganti)

    assert [k.letak for k in salah.value.kesalahan] == [letak]


def test_kode_yang_sudah_ada_ditolak(dunia: Dunia) -> None:
    simpan(dunia)

    with pytest.raises(IsianTidakSah, match="tidak disimpan"):
        simpan(dunia, nama="Lain")


def test_ditarik_tidak_ditawarkan_dan_tidak_diubah_lagi(dunia: Dunia) -> None:
    satu = simpan(dunia)
    tarik_pustaka(**dunia.dasar("gita"), pustaka=satu.uuid, versi=1)

    assert daftar_pustaka(dunia.lingkup("ani")) == []
    assert [p.pustaka.kode for p in daftar_pustaka(dunia.lingkup("ani"), ditarik=True)] == [
        IKM.kode
    ]
    with pytest.raises(PerpindahanTidakSah):
        tarik_pustaka(**dunia.dasar("gita"), pustaka=satu.uuid, versi=2)
    with pytest.raises(PerpindahanTidakSah):
        simpan(dunia, versi=2, satuan="poin")
    with pytest.raises(PerpindahanTidakSah):
        pakai(dunia, susun(dunia))


def test_instansi_lain_tidak_melihat_dan_tidak_mengubah(dunia: Dunia, lain: Dunia) -> None:
    satu = simpan(dunia)

    assert daftar_pustaka(lain.lingkup("eko")) == []
    with pytest.raises(TidakDitemukan):
        pustaka_menurut_kode(lain.lingkup("eko"), IKM.kode)
    with pytest.raises(TidakDitemukan):
        tarik_pustaka(**lain.dasar("eko"), pustaka=satu.uuid, versi=1)
    with pytest.raises(TidakBerizin):
        simpan_pustaka(**dunia.dasar("gita") | {"oleh": lain.orang["eko"]}, isi=IKM)


def test_dipakai_di_konsep_dengan_target_sendiri(dunia: Dunia) -> None:
    simpan(dunia)
    versi = susun(dunia)

    pakai(dunia, versi)

    baru = next(i for i in tersimpan(dunia).indikator if i.pustaka == IKM.kode)
    assert (baru.kode, baru.nama, baru.definisi) == (IKM.kode, IKM.nama, IKM.definisi)
    assert [(t.tahun, t.teks) for t in baru.target] == [(2026, "83,50")]
    with pytest.raises(IsianTidakSah, match="tidak dipakai"):
        pakai(dunia, DokumenVersi.objects.get())


def test_versi_yang_ditetapkan_dibukakan_perubahan(dunia: Dunia) -> None:
    simpan(dunia)
    versi = susun(dunia)
    versi = tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=1,
        tanggal=date(2026, 1, 5),
        dasar="Keputusan",
    )

    assert pakai(dunia, versi).nomor == 2


def test_memakai_meminta_hak_menyusun_di_unitnya(dunia: Dunia) -> None:
    simpan(dunia)
    versi = susun(dunia)
    for siapa in ("budi", "dewi", "fitri"):
        with pytest.raises(TidakBerizin):
            pakai(dunia, versi, siapa)
    with pytest.raises(VersiUsang):
        pakai(dunia, versi, versi=9)
    with pytest.raises(IsianTidakSah):
        pakai(dunia, versi, simpul="hantu")
    with pytest.raises(IsianTidakSah):
        pakai(dunia, versi, target={2026: "banyak"})
    with pytest.raises(TidakDitemukan):
        pakai(dunia, versi, pustaka="hantu")


def test_bukan_untuk_jenis_unit_ini(dunia: Dunia) -> None:
    simpan(dunia, jenis_unit=("kecamatan",))

    with pytest.raises(IsianTidakSah) as salah:
        pakai(dunia, susun(dunia))

    assert "bukan untuk jenis unit ini" in salah.value.kesalahan[0].pesan


def test_disaring_dan_dibandingkan_antarunit(dunia: Dunia) -> None:
    satu = simpan(dunia)
    simpan(dunia, kode="lain", nama="Lain sekali", jenis_nilai="persen", jenis_unit=())
    pakai(dunia, susun(dunia))
    bakung = susun(dunia, "dewi", unit="dinas-bakung", dukungan=())
    pakai(dunia, bakung, "dewi", "dinas-bakung", target={2026: "80"})
    gita = dunia.lingkup("gita")

    def kode(**saring: Any) -> list[str]:
        return [p.pustaka.kode for p in daftar_pustaka(gita, **saring)]

    assert kode() == [IKM.kode, "lain"]
    assert kode(cari="masyarakat indeks") == [IKM.kode]
    assert kode(jenis_unit="kecamatan") == ["lain"]
    assert kode(jenis_nilai="persen") == ["lain"]
    assert [u.slug for u in daftar_pustaka(gita)[0].pemakai] == ["dinas-anggrek", "dinas-bakung"]
    banding = pemakai_pustaka(gita, satu, 2026)
    assert [(p.unit.slug, p.target.teks if p.target else None) for p in banding] == [
        ("dinas-anggrek", "83,50"),
        ("dinas-bakung", "80"),
    ]
    assert pemakai_pustaka(gita, satu, 2027) == []
    # who reaches one unit only sees that one
    assert len(pemakai_pustaka(dunia.lingkup("ani"), satu, 2026)) == 1


def test_indikator_rencana_disimpan_ke_pustaka(dunia: Dunia) -> None:
    susun(dunia)
    w = IndikatorVersi.objects.get(indikator__kode="ikm")

    unit, wording = wording_indikator(dunia.lingkup("gita"), w.uuid)
    satu = simpan_pustaka(**dunia.dasar("gita"), isi=pustaka_dari(wording, unit.slug))

    assert (satu.kode, satu.asal_id) == ("indeks-kepuasan", dunia.unit["dinas-anggrek"])
    assert PustakaIndikator.objects.get().nama == "Indeks kepuasan"
    with pytest.raises(TidakDitemukan):
        wording_indikator(dunia.lingkup("dewi"), w.uuid)
    with pytest.raises(TidakDitemukan):
        wording_indikator(dunia.lingkup("gita"), UUID(int=0))
