"""Copying a branch into a konsep."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.cabang_uji import UNIT, ditolak, konsep, luas, naskah, uji_pintu
from domain.naskah_uji import IKM, POHON, susun
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import IndikatorBaru, SimpulBaru, TargetBaru, klon_simpul


def _lalu(dunia: Dunia) -> DokumenVersi:
    """The unit's Renstra 2025–2027: a branch that the konsep of 2026 does not have."""
    return susun(
        dunia,
        jenis="renstra",
        judul="Renstra 2025–2027",
        tahun_mulai=2025,
        tahun_selesai=2027,
        simpul=(
            POHON[0],
            SimpulBaru(
                "s5", "sasaran", "Aman", "t1", pagu=((2025, Decimal(1)), (2026, Decimal(2)))
            ),
            SimpulBaru("k5", "keluaran", "Pos jaga", "s5"),
        ),
        indikator=(
            IndikatorBaru(
                "aman",
                "Indeks aman",
                "naik_baik",
                "bilangan",
                "s5",
                target=(TargetBaru(2025, "1"), TargetBaru(2026, "2"), TargetBaru(2027, "3")),
            ),
        ),
        dukungan=(("k5", "aman"),),
    )


def _klon(dunia: Dunia, versi: DokumenVersi, asal: DokumenVersi, **ganti: Any) -> DokumenVersi:
    isi = {"asal_unit": UNIT, "asal_versi": asal.uuid, "simpul": "s5", "induk": "t1"} | ganti
    return klon_simpul(**dunia.dasar(ganti.pop("siapa", "ani")), konsep=konsep(versi), **isi)


def test_cabang_dari_dokumen_lain_datang_tanpa_tahun_di_luar_masa(dunia: Dunia) -> None:
    asal, versi = _lalu(dunia), luas(dunia)

    _klon(dunia, versi, asal)

    isi = naskah(dunia, versi)
    s5 = next(s for s in isi.simpul if s.kode == "s5")
    aman = next(i for i in isi.indikator if i.kode == "aman")
    assert [s.kode for s in isi.simpul][-2:] == ["s5", "k5"]
    assert (s5.induk, s5.pagu) == ("t1", ((2026, Decimal(2)),))
    assert (aman.simpul, aman.target) == ("s5", (TargetBaru(2026, "2"),))
    assert ("k5", "aman") in isi.dukungan


def test_kode_yang_sudah_ada_mendapat_nomor(dunia: Dunia) -> None:
    versi = luas(dunia)

    _klon(dunia, versi, versi, simpul="s1")

    isi = naskah(dunia, versi)
    assert {"s1-2", "7.01.02-2", "7.01.02.2.01.0002-2"} <= {s.kode for s in isi.simpul}
    assert next(i.simpul for i in isi.indikator if i.kode == "ikm-2") == "s1-2"
    assert isi.dukungan == (
        ("7.01.02.2.01.0002", "ikm"),
        ("7.01.02.2.01.0002-2", "ikm-2"),
    )
    assert len({s.kode for s in isi.simpul}) == len(isi.simpul)


def test_cabang_unit_lain_tidak_membawa_pemilik_dan_kode_yang_pernah_dipakai(
    dunia: Dunia,
) -> None:
    _lalu(dunia)  # the unit itself used s5 and aman, in another document
    asal = susun(
        dunia,
        "gita",
        unit="dinas-bakung",
        simpul=(POHON[0], SimpulBaru("s5", "sasaran", "Lain", "t1", pemilik="dinas-bakung")),
        indikator=(replace(IKM, kode="aman", simpul="s5"),),
        dukungan=(),
    )
    versi = luas(dunia)

    klon_simpul(
        **dunia.dasar("gita"),
        konsep=konsep(versi),
        asal_unit="dinas-bakung",
        asal_versi=asal.uuid,
        simpul="s5",
        induk="t1",
    )

    isi = naskah(dunia, versi)
    baru = next(s for s in isi.simpul if s.kode == "s5-2")
    assert (baru.uraian, baru.pemilik, baru.jabatan) == ("Lain", None, None)
    assert {i.kode for i in isi.indikator} == {"ikm", "desa", "aman-2"}


def test_pohon_yang_tidak_boleh_dibaca_tidak_disalin(dunia: Dunia) -> None:
    asal = susun(dunia, "gita", unit="dinas-bakung")
    versi = luas(dunia)

    sebelum = hitung_baris()
    ditolak(lambda: _klon(dunia, versi, asal, asal_unit="dinas-bakung"), TidakBerizin)
    ditolak(lambda: _klon(dunia, versi, asal), TidakDitemukan)
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"simpul": "x"}, "simpul", "tidak ada di dokumen ini"),
        ({"induk": None}, "induk", "di bawah akar dokumen"),
        ({"induk": "7.01.02"}, "induk", "Sasaran tidak dapat berada langsung di bawah Program."),
        ({"induk": "x"}, "induk", "tidak ada di dokumen ini"),
    ],
)
def test_tempat_yang_tidak_sah_ditolak(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    asal, versi = _lalu(dunia), luas(dunia)

    assert kata in ditolak(lambda: _klon(dunia, versi, asal, **ganti))[letak]


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    asal = _lalu(dunia)
    uji_pintu(
        dunia,
        lain,
        "perencanaan.klon_simpul",
        asal_unit=UNIT,
        asal_versi=asal.uuid,
        simpul="s5",
        induk="t1",
    )
