"""Taking a shared indicator into a plan, with its own target; compared across units."""

from datetime import date
from typing import Any

import pytest

from domain.buku_uji import tersimpan
from domain.naskah_uji import susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.pustaka_uji import IKM, pakai, simpan
from sakip.bersama.galat import (
    IsianTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.selectors import (
    daftar_pustaka,
    pemakai_pustaka,
)
from sakip.perencanaan.services import (
    tetapkan_rencana,
)


def test_dipakai_di_konsep_dengan_target_sendiri(dunia: Dunia) -> None:
    simpan(dunia)
    versi = susun(dunia)

    pakai(dunia, versi)

    baru = next(i for i in tersimpan(dunia).indikator if i.pustaka == IKM.kode)
    assert (baru.kode, baru.nama, baru.definisi) == (IKM.kode, IKM.nama, IKM.definisi)
    assert [(t.tahun, t.teks) for t in baru.target] == [(2026, "83,50")]
    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(DokumenVersi.objects.get())[-1] == Peristiwa(
        "update", ani, "perencanaan.pakai_pustaka"
    )
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
    sebelum = hitung_baris()
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
    assert hitung_baris() == sebelum


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
