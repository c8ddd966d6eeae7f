"""What the tests of acts on branches share: a konsep with a deeper tree, who acts, what stands."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.naskah_uji import DESA, IKM, NASKAH, POHON, susun
from domain.pemeran import HARI, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.layanan import DAFTAR_LAYANAN
from sakip.perencanaan.models import DokumenVersi, RiwayatRencana
from sakip.perencanaan.selectors import pohon_versi
from sakip.perencanaan.services import (
    Konsep,
    RencanaBaru,
    SimpulBaru,
    naskah_dari,
    pindahkan_simpul,
    tetapkan_rencana,
)

UNIT = "dinas-anggrek"
# t1 ─ s1 ─ 7.01.02 ─ 7.01.02.2.01 ─ (Rapat, Loket);  t1 ─ s2 ─ k1;  t1 ─ s3
LUAS = replace(
    NASKAH,
    simpul=(
        *POHON,
        SimpulBaru("s2", "sasaran", "Tertib desa", "t1", pagu=((2026, Decimal(5)),)),
        SimpulBaru("k1", "keluaran", "Daftar periksa", "s2"),
        SimpulBaru("s3", "sasaran", "Cepat", "t1", tema=("spm",), pagu=((2026, Decimal(7)),)),
    ),
    indikator=(IKM, replace(DESA, simpul="s3")),
)
Tindak = Callable[..., DokumenVersi]


def luas(dunia: Dunia) -> DokumenVersi:
    """The konsep these tests begin with."""
    return susun(dunia, simpul=LUAS.simpul, indikator=LUAS.indikator, dukungan=LUAS.dukungan)


def konsep(versi: DokumenVersi, /, **ganti: Any) -> Konsep:
    return replace(Konsep(UNIT, versi.uuid, versi.versi), **ganti)


def naskah(dunia: Dunia, versi: DokumenVersi, unit: str = UNIT) -> RencanaBaru:
    """What stands in a version now."""
    versi.refresh_from_db()
    lingkup = dunia.lingkup("gita")
    return naskah_dari(unit, pohon_versi(lingkup, dunia.tampak(unit), versi, 2026))


def susunan(isi: RencanaBaru) -> list[tuple[str, str | None]]:
    """Each node with its parent, in order."""
    return [(s.kode, s.induk) for s in isi.simpul]


def geser(dunia: Dunia, versi: DokumenVersi, siapa: str = "gita") -> DokumenVersi:
    """Somebody moves the last sasaran in front of its siblings."""
    versi.refresh_from_db()
    return pindahkan_simpul(
        **dunia.dasar(siapa), konsep=konsep(versi), simpul="s3", induk="t1", letak=0
    )


def ditolak(kerja: Tindak, galat: type[Exception] = IsianTidakSah) -> dict[str, str]:
    """The refusal by field; nothing was written."""
    sebelum = hitung_baris()
    with pytest.raises(galat) as sebab:
        kerja()
    assert hitung_baris() == sebelum
    return {k.letak: k.pesan for k in getattr(sebab.value, "kesalahan", ())}


def uji_pintu(dunia: Dunia, lain: Dunia, nama: str, **isi: Any) -> None:
    """The steps of the ladder that every act on a branch shares."""
    layanan = DAFTAR_LAYANAN[nama]
    versi = luas(dunia)
    sebelum = hitung_baris()

    for siapa, galat in (
        ("budi", TidakBerizin),  # heads the unit: another peran
        ("citra", TidakBerizin),
        ("dewi", TidakBerizin),  # drafts for another unit
    ):
        with pytest.raises(galat):
            layanan(**dunia.dasar(siapa), konsep=konsep(versi), **isi)
    with pytest.raises(TidakDitemukan):
        layanan(**lain.dasar("eko"), konsep=konsep(versi), **isi)
    with pytest.raises(TidakDitemukan):
        layanan(**lain.dasar("eko"), konsep=konsep(versi, unit="dinas-lain"), **isi)
    assert hitung_baris() == sebelum

    _uji_usang(dunia, versi, layanan, isi)
    _uji_riwayat(dunia, versi, layanan, isi)
    _uji_ditetapkan(dunia, versi, layanan, isi)


def _uji_usang(dunia: Dunia, versi: DokumenVersi, layanan: Tindak, isi: dict[str, Any]) -> None:
    lama = konsep(versi)
    pindahkan_simpul(**dunia.dasar("gita"), konsep=lama, simpul="k1", induk="s1")
    sebelum = hitung_baris()
    with pytest.raises(VersiUsang) as galat:
        layanan(**dunia.dasar("ani"), konsep=lama, **isi)
    assert "Yang berubah (terakhir oleh Gita Contoh): “Daftar periksa” dipindahkan" in str(
        galat.value
    )
    assert (galat.value.milik_anda, galat.value.tersimpan) == (1, 2)
    assert hitung_baris() == sebelum
    pindahkan_simpul(**dunia.dasar("gita"), konsep=replace(lama, versi=2), simpul="k1", induk="s2")


def _uji_riwayat(dunia: Dunia, versi: DokumenVersi, layanan: Tindak, isi: dict[str, Any]) -> None:
    versi.refresh_from_db()
    hasil = layanan(**dunia.dasar("ani"), konsep=konsep(versi), **isi)
    assert (hasil.pk, hasil.versi) == (versi.pk, 4)
    ani = dunia.orang["ani"].pengguna_id
    terakhir = RiwayatRencana.objects.latest("id")
    assert (terakhir.tindakan, terakhir.ke, terakhir.oleh_id) == ("susun", "konsep", ani)
    p = peristiwa(versi)[-1]
    nama = f"perencanaan.{layanan.__name__}"
    assert (p.label, p.pengguna, p.tindakan) == ("update", ani, nama)


def _uji_ditetapkan(
    dunia: Dunia, versi: DokumenVersi, layanan: Tindak, isi: dict[str, Any]
) -> None:
    versi.refresh_from_db()
    beku = _bekukan(dunia, versi)
    sebelum = hitung_baris()
    with pytest.raises(PerpindahanTidakSah, match="sudah ditetapkan pada"):
        layanan(**dunia.dasar("ani"), konsep=konsep(beku), **isi)
    assert hitung_baris() == sebelum


def _bekukan(dunia: Dunia, versi: DokumenVersi) -> DokumenVersi:
    """Lay the plan down as it first was: a whole one."""
    utuh = susun(dunia, versi=versi.versi)
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=utuh.uuid,
        versi=utuh.versi,
        tanggal=HARI,
        dasar="Keputusan contoh",
    )
