"""Drafting a document whole: nodes, indicators, targets, and what moves what."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.naskah_uji import DESA, IKM, NASKAH, POHON, susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.organisasi.models import VersiData
from sakip.organisasi.services import tambah_jabatan
from sakip.perencanaan.models import (
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    RiwayatRencana,
    Simpul,
    SimpulVersi,
    TargetVersi,
)
from sakip.perencanaan.services import SimpulBaru, TargetBaru, susun_rencana, tetapkan_rencana

SUSUN = "perencanaan.susun_rencana"


def _tetapkan(dunia: Dunia, versi: DokumenVersi) -> DokumenVersi:
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=versi.versi,
        tanggal=dunia.lingkup("gita").pada,
        dasar="Keputusan contoh",
    )


def _salah(dunia: Dunia, **ganti: Any) -> dict[str, str]:
    sebelum = hitung_baris()
    with pytest.raises(IsianTidakSah) as galat:
        susun(dunia, **ganti)
    assert hitung_baris() == sebelum
    return {k.letak: k.pesan for k in galat.value.kesalahan}


@pytest.mark.parametrize("siapa", ["ani", "gita"])
def test_konsep_tersusun_seutuhnya(dunia: Dunia, siapa: str) -> None:
    versi = susun(dunia, siapa)

    assert (versi.nomor, versi.sifat_versi, versi.ditetapkan) == (1, "murni", None)
    simpul = {s.simpul.kode: s for s in versi.simpul.select_related("simpul")}
    assert set(simpul) == {s.kode for s in POHON}
    loket = simpul["7.01.02.2.01.0002"]
    urut = ["t1", "s1", "7.01.02", "7.01.02.2.01", "7.01.02.2.01.0002"]
    assert loket.jalur == "".join(f"{simpul[k].simpul_id}." for k in urut)
    assert (loket.kedalaman, loket.nomenklatur) == (4, "7.01.02.2.01.0002")
    target = TargetVersi.objects.get(dokumen_versi=versi, indikator__kode="desa")
    assert (target.nilai, target.penyebut, target.teks) == (Decimal(11), Decimal(14), "11/14")
    assert [d.indikator.kode for d in versi.dukungan.all()] == ["ikm"]


def test_riwayat_dan_pelakunya_tertulis(dunia: Dunia) -> None:
    versi = susun(dunia)

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(versi) == [Peristiwa("insert", ani, SUSUN)]
    assert [(r.tindakan, r.ke, r.oleh_id) for r in RiwayatRencana.objects.all()] == [
        ("susun", "konsep", ani)
    ]


def test_isi_yang_sama_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    awal = susun(dunia)
    sebelum = hitung_baris(), list(VersiData.objects.order_by("pk").values_list())

    sama = susun(dunia)

    assert (sama.pk, sama.versi) == (awal.pk, 1)
    assert (hitung_baris(), list(VersiData.objects.order_by("pk").values_list())) == sebelum


def test_perubahan_konsep_hanya_menyentuh_yang_berubah(dunia: Dunia) -> None:
    awal = susun(dunia)
    kata = IndikatorVersi.objects.get(dokumen_versi=awal, indikator__kode="desa")

    kini = susun(
        dunia,
        versi=1,
        simpul=(*POHON[:2], replace(POHON[2], uraian="Pelayanan baru"), *POHON[3:5]),
        indikator=(replace(IKM, target=(TargetBaru(2026, "84"),)), DESA),
        dukungan=(("7.01.02.2.01.0001", "ikm"),),
    )

    assert (kini.pk, kini.versi) == (awal.pk, 2)
    assert SimpulVersi.objects.filter(dokumen_versi=kini).count() == 5
    assert SimpulVersi.objects.get(simpul__kode="7.01.02").uraian == "Pelayanan baru"
    assert TargetVersi.objects.get(indikator__kode="ikm").teks == "84"
    assert Dukungan.objects.get(dokumen_versi=kini).simpul.kode == "7.01.02.2.01.0001"
    assert [p.label for p in peristiwa(kata)] == ["insert"]
    # What a konsep no longer says keeps its identity: another version may say it again.
    assert Simpul.objects.filter(kode="7.01.02.2.01.0002").exists()


@pytest.mark.parametrize("siapa", ["budi", "citra", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        susun(dunia, siapa)

    assert hitung_baris() == sebelum


def test_penyusun_unit_lain_ditolak(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        susun(dunia, "dewi")

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        susun_rencana(**dunia.dasar("ani") | {"oleh": lain.orang["eko"]}, isi=NASKAH)


@pytest.mark.parametrize("versi", [None, 2, 7], ids=["tanpa-versi", "mendahului", "jauh"])
def test_konsep_yang_sudah_diubah_orang_lain_ditolak(dunia: Dunia, versi: int | None) -> None:
    susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang, match="sudah diubah orang lain"):
        susun(dunia, versi=versi, judul="Renja lain")

    assert hitung_baris() == sebelum


def test_yang_sudah_ditetapkan_tidak_diubah(dunia: Dunia) -> None:
    _tetapkan(dunia, susun(dunia))
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sudah ditetapkan pada 24 November 2026"):
        susun(dunia, judul="Renja lain")

    assert hitung_baris() == sebelum


def test_perubahan_membuka_versi_baru_di_sampingnya(dunia: Dunia) -> None:
    lama = _tetapkan(dunia, susun(dunia))

    baru = susun(dunia, judul="Renja 2026", perubahan=True, indikator=(IKM,))

    assert (baru.nomor, baru.sifat_versi, baru.ditetapkan) == (2, "perubahan", None)
    assert TargetVersi.objects.filter(dokumen_versi=lama).count() == 2
    assert TargetVersi.objects.filter(dokumen_versi=baru).count() == 1


def test_semua_kesalahan_disebut_sekaligus(dunia: Dunia) -> None:
    salah = _salah(
        dunia,
        jenis="renaksi",
        judul=" ",
        tahun_selesai=2025,
        simpul=(
            POHON[0],
            POHON[0],
            SimpulBaru("s9", "sasaran", "Yatim", "tidak-ada"),
            SimpulBaru("7.01.04", "program", "Lompat", "t1", "7.01.04"),
            SimpulBaru("x", "pesta", "", None),
        ),
        indikator=(
            replace(IKM, simpul="s1", arah="miring", pengampu="hantu"),
            replace(DESA, kode="ikm", target=(TargetBaru(2026, "11 desa"),)),
        ),
        dukungan=(("7.01.09", "ikm"), ("t1", "hilang")),
    )

    assert set(salah) == {
        "jenis",
        "judul",
        "tahun_selesai",
        "simpul t1",
        "simpul s9",
        "simpul 7.01.04",
        "simpul x",
        "indikator ikm",
        "simpul 7.01.09",
    }


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"simpul": ()}, "simpul", "sekurangnya satu tujuan"),
        ({"sifat": "karangan"}, "sifat", "Pilih: asli"),
        ({"tahun_mulai": 1945, "tahun_selesai": 1945}, "tahun_mulai", "di luar jangkauan"),
        (
            {"simpul": (replace(POHON[0], kode="a:b"),), "indikator": (), "dukungan": ()},
            "simpul a:b",
            "titik dua",
        ),
        (
            {"simpul": (replace(POHON[0], induk="t1"), *POHON[1:])},
            "simpul t1",
            "Induk “t1” tidak ada",
        ),
        (
            {"simpul": (replace(POHON[0], induk="kabupaten-contoh:s9"), *POHON[1:])},
            "simpul t1",
            "tidak ada",
        ),
        (
            {"simpul": (*POHON[:2], replace(POHON[2], induk="t1"), *POHON[3:])},
            "simpul 7.01.02",
            "Program tidak dapat berada langsung di bawah Tujuan",
        ),
        ({"indikator": (replace(IKM, kode="i k"), DESA)}, "indikator i k", "huruf, angka"),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2027, "1"),)), DESA)},
            "indikator ikm",
            "di luar masa dokumen",
        ),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2026, "1", "tw9"),)), DESA)},
            "indikator ikm",
            "di luar masa dokumen",
        ),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2026, "1"),) * 2), DESA)},
            "indikator ikm",
            "tertulis dua kali",
        ),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2026, "11/14"),)), DESA)},
            "indikator ikm",
            "“11/14” adalah rasio",
        ),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2026, " "),)), DESA)},
            "indikator ikm",
            "Target kosong",
        ),
        (
            {"indikator": (replace(IKM, target=(TargetBaru(2026, "9" * 61),)), DESA)},
            "indikator ikm",
            "paling panjang 60",
        ),
        (
            {
                "indikator": (
                    replace(IKM, jenis_nilai="predikat", target=(TargetBaru(2026, "LUAR"),)),
                    DESA,
                )
            },
            "indikator ikm",
            "tidak ada pada satu skala",
        ),
    ],
)
def test_setiap_kesalahan_menyebut_tempat_dan_sebabnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    assert kata in _salah(dunia, **ganti)[letak]


@pytest.mark.parametrize(
    ("jenis", "arah", "teks", "kolom", "nilai"),
    [
        ("rasio", "naik_baik", "90,00", "nilai", Decimal("90.00")),
        ("bilangan", "rentang", "70..80", "batas_atas", Decimal(80)),
        ("ya_tidak", "naik_baik", "Ya", "kode", "ya"),
        ("predikat", "naik_baik", "WTP", "kode", "WTP"),
    ],
    ids=["persen-dari-rasio", "rentang", "ya-tidak", "predikat"],
)
def test_target_dibaca_menurut_jenis_nilainya(  # noqa: PLR0917
    dunia: Dunia, jenis: str, arah: str, teks: str, kolom: str, nilai: object
) -> None:
    versi = susun(
        dunia,
        indikator=(
            replace(IKM, jenis_nilai=jenis, arah=arah, target=(TargetBaru(2026, teks),)),
            DESA,
        ),
    )

    target = TargetVersi.objects.get(dokumen_versi=versi, indikator__kode="ikm")
    assert getattr(target, kolom) == nilai


def test_tujuan_unit_boleh_berinduk_sasaran_pemda(dunia: Dunia) -> None:
    susun(
        dunia,
        "gita",
        unit="kabupaten-contoh",
        jenis="rpjmd",
        judul="RPJMD",
        simpul=(
            SimpulBaru("visi", "visi", "Bahagia", sifat="terbit", sumber="koran"),
            SimpulBaru("pd-t1", "tujuan", "Tata kelola", "visi"),
            SimpulBaru("pd-s1", "sasaran", "Pelayanan", "pd-t1"),
        ),
        indikator=(),
        dukungan=(),
    )

    versi = susun(dunia, simpul=(replace(POHON[0], induk="kabupaten-contoh:pd-s1"), *POHON[1:]))

    tujuan = versi.simpul.get(simpul__kode="t1")
    assert tujuan.induk is not None
    assert (tujuan.induk.kode, tujuan.jalur) == ("pd-s1", f"{tujuan.simpul_id}.")
    visi = SimpulVersi.objects.get(simpul__kode="visi")
    assert (visi.simpul.sifat, visi.sumber) == ("terbit", "koran")


def test_dokumen_tidak_menggantung_melingkar(dunia: Dunia) -> None:
    """Anggrek hangs below Bakung, which then cannot hang below Anggrek; nor below itself."""
    susun(dunia, "dewi", unit="dinas-bakung", judul="Renja lain")
    susun(dunia, simpul=(replace(POHON[0], induk="dinas-bakung:s1"), *POHON[1:]))

    for induk in ("dinas-anggrek:s1", "dinas-bakung:s1"):
        with pytest.raises(IsianTidakSah) as galat:
            susun(
                dunia,
                "dewi",
                versi=1,
                unit="dinas-bakung",
                simpul=(replace(POHON[0], induk=induk), *POHON[1:]),
            )
        assert "di bawah dokumen ini sendiri" in galat.value.kesalahan[0].pesan


def test_uraian_sepanjang_buku_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        susun(dunia, simpul=(replace(POHON[0], uraian="x" * 2001), *POHON[1:]))

    assert "paling panjang 2000 huruf" in galat.value.kesalahan[0].pesan


def test_pengampu_disebut_dengan_kode_jabatan(dunia: Dunia) -> None:
    pos = tambah_jabatan(**dunia.dasar("sistem"), unit="bidang-angsana", kode="kasi", nama="Kasi")

    versi = susun(dunia, indikator=(replace(IKM, pengampu="kasi"), DESA))

    assert IndikatorVersi.objects.get(dokumen_versi=versi, pengampu=pos).indikator.kode == "ikm"
