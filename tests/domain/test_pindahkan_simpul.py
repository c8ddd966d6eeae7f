"""Moving a branch of a konsep."""

import pytest

from domain.cabang_uji import ditolak, konsep, luas, naskah, susunan, uji_pintu
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.perencanaan.models import SimpulVersi
from sakip.perencanaan.services import pindahkan_simpul


def test_cabang_berpindah_seutuhnya(dunia: Dunia) -> None:
    versi = luas(dunia)

    pindahkan_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul="7.01.02", induk="s2")

    assert [k for k, _induk in susunan(naskah(dunia, versi))] == [
        "t1", "s1", "s2", "k1", "7.01.02", "7.01.02.2.01",
        "7.01.02.2.01.0001", "7.01.02.2.01.0002", "s3",
    ]  # fmt: skip
    simpul = {s.simpul.kode: s for s in SimpulVersi.objects.select_related("simpul")}
    urut = ["t1", "s2", "7.01.02", "7.01.02.2.01", "7.01.02.2.01.0002"]
    assert simpul[urut[-1]].jalur == "".join(f"{simpul[k].simpul_id}." for k in urut)


def test_urutan_saudara_diatur(dunia: Dunia) -> None:
    versi = luas(dunia)

    pindahkan_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul="s3", induk="t1", letak=0)

    isi = naskah(dunia, versi)
    assert [s.kode for s in isi.simpul if s.induk == "t1"] == ["s3", "s1", "s2"]


def test_ke_tempat_semula_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    sama = pindahkan_simpul(
        **dunia.dasar("ani"), konsep=konsep(versi), simpul="s2", induk="t1", letak=1
    )

    assert (sama.versi, hitung_baris()) == (1, sebelum)


@pytest.mark.parametrize(
    ("simpul", "induk", "letak", "kata"),
    [
        ("s1", "s1", "induk", "ke bawah dirinya sendiri"),
        ("s1", "7.01.02", "induk", "turunannya sendiri"),
        ("7.01.02", "t1", "induk", "Program tidak dapat berada langsung di bawah Tujuan."),
        ("s1", None, "induk", "Sasaran tidak dapat berada langsung di bawah akar dokumen."),
        ("s9", "t1", "simpul", "Simpul “s9” tidak ada di dokumen ini."),
        ("s1", "t9", "induk", "Simpul “t9” tidak ada di dokumen ini."),
        ("t1", "dinas-lain:s1", "simpul t1", "Induk “dinas-lain:s1” tidak ada"),
    ],
)
def test_tempat_yang_tidak_sah_ditolak(
    dunia: Dunia, simpul: str, induk: str | None, letak: str, kata: str
) -> None:
    versi = luas(dunia)

    salah = ditolak(
        lambda: pindahkan_simpul(
            **dunia.dasar("ani"), konsep=konsep(versi), simpul=simpul, induk=induk
        )
    )

    assert kata in salah[letak]


def test_peran_lain_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        pindahkan_simpul(**dunia.dasar("budi"), konsep=konsep(versi), simpul="s3", induk="t1")

    assert hitung_baris() == sebelum


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    uji_pintu(dunia, lain, "perencanaan.pindahkan_simpul", simpul="s3", induk="t1", letak=0)
