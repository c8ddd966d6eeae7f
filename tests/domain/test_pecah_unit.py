"""A unit that is split into new ones."""

from datetime import date

import pytest

from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.susunan_uji import JULI, PERDA, baru, letak, versi
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import SilsilahUnit, UnitKerja

BARU = (baru("dinas-taman"), baru("dinas-hutan"))


def _pecah(dunia: Dunia, siapa: str = "admin", **lain: object) -> dict[str, int]:
    isi: dict[str, object] = {"unit": "dinas-anggrek", "versi": versi(dunia, "dinas-anggrek")}
    isi |= {"menjadi": BARU, "tetap": False, "tanggal": JULI, "dasar": PERDA} | lain
    return services.pecah_unit(**dunia.dasar(siapa), **isi)  # type: ignore[arg-type]


def test_pecah_habis_dan_yang_pertama_menyimpan_arsipnya(dunia: Dunia) -> None:
    hasil = _pecah(dunia)

    akar, anggrek = dunia.unit["kabupaten-contoh"], dunia.unit["dinas-anggrek"]
    taman = hasil["dinas-taman"]
    assert letak(anggrek, JULI) == (f"{akar}.{taman}.{anggrek}.", 2, True)
    riwayat = selectors.riwayat_unit(dunia.lingkup("fitri"), dunia.tampak("dinas-hutan"))
    assert [(k.slug, k.jenis, k.tanggal) for k in riwayat.pendahulu] == [
        ("dinas-anggrek", "pecah", JULI)
    ]


def test_induk_yang_melahirkan_tetap_ada(dunia: Dunia) -> None:
    kecamatan = baru("kecamatan-dahlia", "kecamatan", jumlah_desa=2)

    hasil = _pecah(dunia, unit="kecamatan-cempaka", versi=1, menjadi=[kecamatan], tetap=True)

    hidup = {
        u.slug: u for u in selectors.daftar_unit(dunia.lingkup("fitri"), Tindakan.LIHAT_KINERJA)
    }
    assert {"kecamatan-cempaka", "kecamatan-dahlia"} <= set(hidup)
    assert not hidup["kecamatan-cempaka"].arsip
    assert letak(dunia.unit["kecamatan-cempaka"], MULAI) == letak(
        dunia.unit["kecamatan-cempaka"], JULI
    )
    assert hasil == {"kecamatan-dahlia": hidup["kecamatan-dahlia"].id}
    # Not yet there in the year before.
    lalu = selectors.daftar_unit(dunia.lingkup("fitri"), Tindakan.LIHAT_KINERJA, tahun=2025)
    assert "kecamatan-dahlia" not in {u.slug for u in lalu}


def test_riwayat_mencatat_pelakunya(dunia: Dunia) -> None:
    hasil = _pecah(dunia)

    admin = dunia.orang["admin"].pengguna_id
    unit = UnitKerja.objects.get(pk=hasil["dinas-taman"])
    assert peristiwa(unit)[0] == Peristiwa("insert", admin, "organisasi.pecah_unit")
    assert SilsilahUnit.objects.filter(jenis="pecah").count() == 2


@pytest.mark.parametrize(
    ("isi", "kolom", "kata"),
    [
        ({"menjadi": BARU[:1]}, "menjadi", "sekurangnya dua unit baru"),
        ({"menjadi": (), "tetap": True}, "menjadi", "Sebutkan unit barunya"),
        ({"menjadi": (*BARU, baru("dinas-bakung"))}, "menjadi", "“dinas-bakung” sudah ada"),
        ({"tanggal": date(2026, 8, 1)}, "menjadi", "mulai pada tanggal perubahannya"),
        (
            {"menjadi": (BARU[0], baru("dinas-hutan", kode=BARU[0].kode))},
            "dinas-hutan",
            "sudah dipakai unit lain",
        ),
        ({"unit": "kabupaten-contoh", "versi": 1}, "unit", "Akar susunan"),
    ],
)
def test_yang_tidak_mungkin_ditolak(
    dunia: Dunia, isi: dict[str, object], kolom: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _pecah(dunia, **isi)

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(kolom, True)]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "fitri", "gita", "admin-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _pecah(dunia, siapa)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    with pytest.raises(VersiUsang):
        _pecah(dunia, versi=9)
