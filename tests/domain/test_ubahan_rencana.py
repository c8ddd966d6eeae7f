"""A stored version as a command again: said twice nothing changes, changed only one thing does."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from domain.naskah_uji import DESA, IKM, NASKAH, POHON, susun
from domain.pemeran import Dunia, hitung_baris, menulis_langsung
from domain.rencana_uji import tata_rencana
from sakip.bersama.galat import VersiUsang
from sakip.organisasi.services import tambah_jabatan
from sakip.perencanaan.models import DokumenVersi, PustakaIndikator
from sakip.perencanaan.selectors import pohon_versi
from sakip.perencanaan.services import (
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
    dengan_indikator,
    dengan_simpul,
    naskah_dari,
    susun_rencana,
)


def _naskah(dunia: Dunia, versi: DokumenVersi) -> RencanaBaru:
    unit = dunia.tampak("dinas-anggrek")
    return naskah_dari(unit.slug, pohon_versi(dunia.lingkup("ani"), unit, versi, 2026))


def test_naskah_yang_dibaca_kembali_adalah_yang_ditulis(dunia: Dunia) -> None:
    versi = susun(dunia)

    assert _naskah(dunia, versi) == replace(
        NASKAH, simpul=tuple(replace(s, sifat="asli") for s in POHON)
    )


def test_segala_isian_terbaca_kembali(dunia: Dunia) -> None:
    """Owner, post, themes, money, breakdown, shared indicator, targets of several years."""
    dasar = dunia.dasar("sistem")
    tambah_jabatan(**dasar, unit="bidang-angsana", kode="kabid", nama="Kepala Bidang")
    with menulis_langsung(dunia.sistem):
        PustakaIndikator.objects.create(
            instansi=dunia.instansi,
            kode="ikm-nasional",
            nama="IKM",
            arah="naik_baik",
            jenis_nilai="bilangan",
        )
    isi = replace(
        NASKAH,
        jenis="renstra",
        judul="Renstra 2026–2027",
        tahun_selesai=2027,
        simpul=(
            replace(POHON[0], sifat="asli"),
            SimpulBaru(
                "s1",
                "sasaran",
                "Meningkatnya layanan",
                "t1",
                sifat="contoh",
                sumber="Renstra hlm. 3",
                pemilik="bidang-angsana",
                jabatan="kabid",
                tema=("stunting", "spm"),
                pagu=((2026, Decimal("1250000.50")), (2027, Decimal(0))),
            ),
        ),
        indikator=(
            replace(
                IKM,
                pengampu="kabid",
                pilahan=("jenis_kelamin", "desa"),
                pustaka="ikm-nasional",
                frekuensi="triwulan",
                jeda_data_tahun=1,
                target=(
                    TargetBaru(2026, "83,50"),
                    TargetBaru(2026, "80", "tw1"),
                    TargetBaru(2027, "84"),
                ),
            ),
        ),
        dukungan=(("s1", "ikm"),),
    )

    versi = susun_rencana(**dunia.dasar("ani"), isi=isi)

    assert _naskah(dunia, versi) == isi


def test_menulis_kembali_tanpa_perubahan_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    versi = susun(dunia)
    sebelum = hitung_baris()

    sama = susun_rencana(**dunia.dasar("ani"), isi=_naskah(dunia, versi), dari=versi.uuid)

    assert (sama.pk, sama.versi) == (versi.pk, 1)
    assert hitung_baris() == sebelum


def test_versi_yang_ditetapkan_dibaca_sebagai_perubahan(dunia: Dunia) -> None:
    r = tata_rencana(dunia)

    assert _naskah(dunia, r.versi).perubahan


def test_simpul_baru_berdiri_di_belakang_keturunan_induknya() -> None:
    isi = replace(NASKAH, simpul=(*POHON, SimpulBaru("s2", "sasaran", "Tertib", "t1")))

    hasil = dengan_simpul(isi, SimpulBaru("7.01.06", "program", "Desa", "s1"), ("ikm",))

    assert [s.kode for s in hasil.simpul][-3:] == ["7.01.02.2.01.0002", "7.01.06", "s2"]
    assert ("7.01.06", "ikm") in hasil.dukungan


def test_simpul_yang_ada_diganti_di_tempatnya() -> None:
    hasil = dengan_simpul(NASKAH, replace(POHON[5], uraian="Loket baru"), ())

    assert [s.uraian for s in hasil.simpul][-1] == "Loket baru"
    assert len(hasil.simpul) == len(POHON)
    assert hasil.dukungan == ()


def test_indikator_diganti_atau_ditambah() -> None:
    ganti = dengan_indikator(NASKAH, replace(IKM, nama="Indeks baru"))
    tambah = dengan_indikator(NASKAH, replace(IKM, kode="lain"))

    assert [i.nama for i in ganti.indikator] == ["Indeks baru", DESA.nama]
    assert [i.kode for i in tambah.indikator] == ["ikm", "desa", "lain"]


def test_yang_ditarik_dari_versi_yang_bukan_terakhir_ditolak(dunia: Dunia) -> None:
    susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        susun_rencana(
            **dunia.dasar("ani"), isi=replace(NASKAH, judul="Lain"), versi=1, dari=uuid4()
        )

    assert hitung_baris() == sebelum
