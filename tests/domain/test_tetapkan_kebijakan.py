"""Setting a policy switch of a government."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.organisasi import services
from sakip.organisasi.models import KebijakanInstansi
from sakip.organisasi.selectors import kebijakan_berlaku

KAIDAH = "capaian.indikator"
TETAPKAN = "organisasi.tetapkan_kebijakan"


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "kaidah": KAIDAH,
        "pilihan": {"batas_atas": "100"},
        "mulai": date(2025, 1, 1),
        "dasar": "Perbup Contoh 1/2025",
    } | ganti


@pytest.mark.parametrize("siapa", ["fitri", "admin"])
def test_kebijakan_berlaku_sejak_harinya(dunia: Dunia, siapa: str) -> None:
    hasil = services.tetapkan_kebijakan(**_isi(dunia, siapa))

    pk = dunia.instansi.pk
    assert kebijakan_berlaku(pk, KAIDAH, date(2024, 12, 31)) is None
    assert kebijakan_berlaku(pk, KAIDAH, date(2025, 1, 1)) == {"batas_atas": "100"}
    assert peristiwa(hasil) == [Peristiwa("insert", dunia.orang[siapa].pengguna_id, TETAPKAN)]


def test_yang_baru_mengakhiri_yang_lama_sehari_sebelumnya(dunia: Dunia) -> None:
    lama = services.tetapkan_kebijakan(**_isi(dunia))

    services.tetapkan_kebijakan(
        **_isi(dunia, pilihan={"batas_atas": "120"}, mulai=date(2026, 7, 1))
    )

    pk = dunia.instansi.pk
    assert kebijakan_berlaku(pk, KAIDAH, date(2026, 6, 30)) == {"batas_atas": "100"}
    assert kebijakan_berlaku(pk, KAIDAH, date(2026, 7, 1)) == {"batas_atas": "120"}
    assert [p.label for p in peristiwa(lama)] == ["insert", "update"]


@pytest.mark.parametrize("mulai", [date(2025, 1, 1), date(2024, 6, 1)], ids=str)
def test_tidak_menimpa_yang_mulai_kemudian(dunia: Dunia, mulai: date) -> None:
    services.tetapkan_kebijakan(**_isi(dunia))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_kebijakan(**_isi(dunia, mulai=mulai))

    assert "1 Januari 2025" in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("ani", "diperlukan peran Admin instansi, Koordinator SAKIP"),
        ("gita", "diperlukan peran Admin instansi, Koordinator SAKIP"),
        ("admin-bakung", "tidak mencakup unit ini"),
        ("koordinator-bakung", "tidak mencakup unit ini"),
    ],
)
def test_peran_lain_atau_hanya_atas_satu_unit_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    with pytest.raises(TidakBerizin, match=kata):
        services.tetapkan_kebijakan(**_isi(dunia, siapa))

    assert not KebijakanInstansi.objects.exists()


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        services.tetapkan_kebijakan(**_isi(dunia, oleh=lain.orang["eko"]))


def test_kebijakan_instansi_lain_tidak_tersentuh(dunia: Dunia, lain: Dunia) -> None:
    services.tetapkan_kebijakan(**_isi(dunia))

    assert kebijakan_berlaku(lain.instansi.pk, KAIDAH, date(2025, 6, 1)) is None


def test_tanpa_dasar_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_kebijakan(**_isi(dunia, dasar="  "))

    assert galat.value.kesalahan[0].pesan == "Tulis nomor dan tanggal peraturannya."


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"pilihan": {"batas_atas": "seratus"}}, "batas_atas", "angka, atau tanpa"),
        ({"pilihan": {"batas_atas": "90"}}, "batas_atas", "90"),
        ({"pilihan": {"target_nol": "abaikan"}}, "target_nol", "menurut_tercapai"),
        ({"pilihan": {"target_nol": ["nol"]}}, "target_nol", "Pilih"),
        ({"pilihan": {"bobot": "1"}}, "bobot", "tidak dikenal"),
        ({"kaidah": "capaian.tebakan"}, "kaidah", "bukan kaidah"),
        ({"mulai": date(1990, 1, 1)}, "mulai", "Belum ada kaidah"),
    ],
)
def test_pilihan_yang_tidak_ada_ditolak_sebelum_disimpan(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_kebijakan(**_isi(dunia, **ganti))

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert kata in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


def test_pilihan_mutu_data_diperiksa_sebelum_disimpan(dunia: Dunia) -> None:
    salah = {"loncatan_persen": "banyak", "bukti": "bebas", "warna": "biru"}
    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_kebijakan(**_isi(dunia, kaidah="mutu", pilihan=salah))
    assert galat.value.menurut_letak.keys() == salah.keys()

    isi = {"loncatan_persen": "75", "pencilan": "tidak", "bukti": "dianjurkan"}
    assert services.tetapkan_kebijakan(**_isi(dunia, kaidah="mutu", pilihan=isi)).pilihan == isi


@pytest.mark.parametrize(
    ("kaidah", "pilihan", "letak"),
    [
        ("pengukuran.jendela", {"jendela": "buka"}, "jendela"),
        ("pengukuran.jendela", {}, "pilihan"),
        ("pengukuran.eskalasi", {"atasan": 0, "sekretaris_daerah": 3}, "atasan"),
        ("pengukuran.eskalasi", {"atasan": True, "sekretaris_daerah": 3}, "atasan"),
        (
            "pengukuran.eskalasi",
            {"atasan": 5, "sekretaris_daerah": 3},
            "sekretaris_daerah",
        ),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_kebijakan_jendela_dan_eskalasi_yang_salah_ditolak(
    dunia: Dunia, kaidah: str, pilihan: Any, letak: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_kebijakan(**_isi(dunia, kaidah=kaidah, pilihan=pilihan))

    assert letak in galat.value.menurut_letak
    assert hitung_baris() == sebelum
