"""The comparison of two versions of a plan: kinds that differ, in their order, and no others."""

from datetime import date
from decimal import Decimal

from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.beda import BahanBeda, BarisBeda, pdf_beda, pohon_beda
from sakip.dokumen.cetak import peringatan
from sakip.dokumen.pohon import Bagian, Paragraf, Tabel, telusuri

KEPALA = KepalaDokumen(
    instansi="Kabupaten Contoh",
    unit="Dinas Anggrek",
    tahun=2026,
    tanggal=date(2026, 11, 24),
    contoh=True,
)


def _bahan(**isi: tuple[object, ...]) -> BahanBeda:
    kosong: dict[str, tuple[object, ...]] = {
        "target": (),
        "pagu": (),
        "indikator": (),
        "simpul": (),
    }
    return BahanBeda(
        kepala=KEPALA,
        lama="Renja 2026 murni",
        baru="Renja 2026 perubahan",
        dasar="Keputusan 2",
        **kosong | isi,  # type: ignore[arg-type]
    )


def test_hanya_yang_berbeda_dan_berurutan() -> None:
    pohon = pohon_beda(
        _bahan(
            pagu=(("Pelayanan", 2026, Decimal(186_000_000), None),),
            target=(BarisBeda("Desa tertib (%)", "Tahunan 2026", "11/14", "9/14"),),
        )
    )

    assert [(b.nomor, b.judul) for b in telusuri(pohon.isi) if isinstance(b, Bagian)][1:] == [
        ("1.", "Target yang berbeda"),
        ("2.", "Pagu indikatif yang berbeda"),
    ]
    target, pagu = (t for t in telusuri(pohon.isi) if isinstance(t, Tabel))
    assert [s.teks for s in target.baris[0]] == [
        "1", "Desa tertib (%)", "Tahunan 2026", "11/14", "9/14",
    ]  # fmt: skip
    assert [s.teks for s in pagu.baris[0]] == ["1", "Pelayanan", "2026", "186.000.000", "–"]


def test_versi_yang_sama_dikatakan_begitu() -> None:
    teks = [p.teks for p in telusuri(pohon_beda(_bahan()).isi) if isinstance(p, Paragraf)]

    assert teks == [
        "Renja 2026 murni → Renja 2026 perubahan",
        "Dasar: Keputusan 2",
        "Kedua versi sama.",
    ]


def test_pdf_sama_setiap_kali_dan_tanpa_peringatan() -> None:
    bahan = _bahan(simpul=(BarisBeda("Sasaran s1", "uraian", "Semula", "Menjadi"),))

    assert pdf_beda(bahan) == pdf_beda(bahan)
    assert peringatan(pohon_beda(bahan)) == ()
