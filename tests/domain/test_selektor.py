"""Reads: none beyond the caller's subtree, and few queries."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.lembar import baris, batalkan, impor, pratinjau
from domain.pemeran import HARI, MULAI, SAAT, Dunia, menulis_langsung
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.selectors import daftar_hasil
from sakip.evaluasi.services import HasilLuar, catat_hasil_evaluasi
from sakip.impor.selectors import bets_impor, daftar_baris, daftar_bets, riwayat
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Pegawai, SusunanUnit
from sakip.organisasi.services import tambah_jabatan, tugaskan_pejabat
from sakip.pengukuran import selectors
from sakip.pengukuran.models import CapaianSnapshot
from sakip.pengukuran.selectors import PeriodeBerangka, Saringan


@pytest.fixture
def berisi(dunia: Dunia) -> Dunia:
    """Figures of two offices, one with a name that another also has."""
    terbit = partial(baris, sumber="LKjIP contoh")
    impor(
        dunia,
        terbit(tahun="2024", realisasi="60"),
        terbit(realisasi="76"),
        terbit(kode_indikator="k2", indikator="Persentase <b>tebal</b>", realisasi=""),
        terbit(unit="bidang-angsana", realisasi="80"),
        terbit(unit="dinas-bakung", realisasi="120"),
        siapa="gita",
        # Published figures count at once; those of our own only when they were approved.
        sifat="terbit",
    )
    return dunia


def _kueri(baca: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as kueri:
        baca()
    return len(kueri)


def _periode(dunia: Dunia, tahun: int = 2025) -> int:
    assert dunia.instansi.pk
    return organisasi.periode(tahun).pk


def _tabel(dunia: Dunia, siapa: str, **saringan: Any) -> list[tuple[str, str]]:
    baca = selectors.tabel_kinerja(
        dunia.lingkup(siapa), Saringan(periode_id=_periode(dunia), **saringan)
    )
    return [(m.nama_unit, m.indikator_versi.nama) for m in baca]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("siapa", "unit"),
    [
        ("ani", {"Dinas Anggrek", "Bidang Angsana"}),
        ("dewi", {"Dinas Bakung"}),
        ("citra", {"Dinas Anggrek", "Bidang Angsana", "Dinas Bakung"}),
    ],
)
def test_tabel_hanya_memuat_subpohon_sendiri(
    berisi: Dunia, lain: Dunia, siapa: str, unit: set[str]
) -> None:
    impor(lain, baris(unit="dinas-lain"), siapa="eko")

    assert {u for u, _i in _tabel(berisi, siapa)} == unit


def test_tanpa_peran_tabel_ditolak(berisi: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        _tabel(berisi, "hari")


@pytest.mark.parametrize(
    ("saringan", "banyak"),
    [
        ({}, 4),
        ({"unit": "dinas-anggrek"}, 2),
        ({"unit": "tidak-ada"}, 0),
        ({"status": "terhitung"}, 3),
        ({"status": "belum_diisi"}, 1),
        ({"status": "karangan"}, 0),
        ({"kategori": "sangat_tinggi"}, 3),
        ({"cari": "kepuasan"}, 3),
        ({"cari": "KEPUASAN"}, 3),
        ({"cari": "%"}, 0),
        ({"cari": "_"}, 0),
        ({"cari": "'; DROP TABLE x; --"}, 0),
        ({"cari": "<b>"}, 1),
        ({"urut": "karangan"}, 4),
        ({"urut": "-"}, 4),
        ({"urut": "-capaian"}, 4),
    ],
    ids=str,
)
def test_saringan_menyempitkan_dan_tidak_pernah_gagal(
    berisi: Dunia, saringan: dict[str, Any], banyak: int
) -> None:
    assert len(_tabel(berisi, "citra", **saringan)) == banyak


@pytest.mark.parametrize("urut", ["unit", "-unit", "indikator", "-capaian", "karangan"])
@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"unit": "dinas-anggrek"},
        {"status": "terhitung"},
        {"status": "belum_diisi"},
        {"status": "tidak_dinilai"},
        {"kategori": "sangat_tinggi"},
        {"status": "terhitung", "kategori": "sangat_tinggi"},
        {"cari": "kepuasan"},
    ],
    ids=str,
)
def test_halaman_demi_halaman_sama_dengan_tabel_utuh(
    berisi: Dunia, isi: dict[str, str], urut: str
) -> None:
    lingkup = berisi.lingkup("citra")
    saringan = Saringan(periode_id=_periode(berisi), urut=urut, **isi)
    utuh = list(selectors.tabel_kinerja(lingkup, saringan))

    jumlah = selectors.jumlah_menurut_unit(lingkup, saringan)
    halaman = [
        m
        for awal in range(0, len(utuh), 2)
        for m in selectors.potong_tabel(lingkup, saringan, jumlah, slice(awal, awal + 2))
    ]

    assert halaman == utuh
    assert {u: n for u, n in jumlah.items() if n} == Counter(m.unit_id for m in utuh)


def test_yang_tanpa_angka_selalu_di_bawah(berisi: Dunia) -> None:
    naik = [n for _u, n in _tabel(berisi, "citra", urut="capaian")]
    turun = [n for _u, n in _tabel(berisi, "citra", urut="-capaian")]

    assert naik[-1] == turun[-1] == "Persentase <b>tebal</b>"


def test_unit_yang_berganti_nama_muncul_sekali(berisi: Dunia) -> None:
    lama = SusunanUnit.objects.get(unit_id=berisi.unit["dinas-bakung"])
    with menulis_langsung(berisi.sistem):
        SusunanUnit.objects.filter(pk=lama.pk).update(masa=(lama.masa.lower, date(2026, 1, 1)))
        SusunanUnit.objects.create(
            instansi=berisi.instansi,
            unit_id=lama.unit_id,
            induk_id=lama.induk_id,
            nama="Dinas Bougenville",
            masa=(date(2026, 1, 1), None),
            jalur=lama.jalur,
            kedalaman=1,
        )

    assert [u for u, _i in _tabel(berisi, "dewi")] == ["Dinas Bougenville"]


def test_ringkasan_hanya_unit_yang_boleh_dilihat(berisi: Dunia) -> None:
    semua = [berisi.tampak(s) for s in ("dinas-anggrek", "dinas-bakung")]

    hasil = selectors.ringkasan_unit(berisi.lingkup("ani"), semua, _periode(berisi))

    assert set(hasil) == {berisi.unit["dinas-anggrek"]}


def test_rata_rata_pemda_dari_jumlah_bukan_dari_rata_rata(berisi: Dunia) -> None:
    unit = organisasi.daftar_unit(berisi.lingkup("citra"), Tindakan.LIHAT_KINERJA)
    hasil = selectors.ringkasan_unit(berisi.lingkup("citra"), unit, _periode(berisi))

    jumlah = selectors.jumlahkan(list(hasil.values()))

    # 76/80 = 95, 80/80 = 100, 120/80 = 150: (95 + 100 + 150) / 3 = 115
    assert (jumlah.jumlah, jumlah.terhitung, jumlah.tercapai, jumlah.belum_diisi) == (4, 3, 2, 1)
    assert jumlah.rata_rata == Decimal(115)


def test_tanpa_angka_tidak_ada_rata_rata() -> None:
    assert selectors.jumlahkan([]).rata_rata is None


@pytest.mark.parametrize("siapa", ["dewi", "hari"])
def test_kinerja_unit_lain_ditolak(berisi: Dunia, siapa: str) -> None:
    unit = berisi.tampak("dinas-anggrek")
    periode = selectors.periode_unit(berisi.lingkup("ani"), unit)[-1]

    with pytest.raises(TidakBerizin):
        selectors.kinerja_unit(berisi.lingkup(siapa), unit, periode)
    with pytest.raises(TidakBerizin):
        selectors.periode_unit(berisi.lingkup(siapa), unit)


def test_tren_memuat_lima_tahun_dengan_lubangnya(berisi: Dunia) -> None:
    unit = berisi.tampak("dinas-anggrek")
    periode = selectors.periode_unit(berisi.lingkup("ani"), unit)[-1]

    (pertama, _kedua) = selectors.kinerja_unit(berisi.lingkup("ani"), unit, periode)

    # 2021 to 2025; 60 / 80 = 75 % and 76 / 80 = 95 %.
    assert pertama.tren == (None, None, None, Decimal(75), Decimal(95))


def test_snapshot_unit_lain_tidak_ada_di_alamat_unit_ini(berisi: Dunia) -> None:
    bakung = CapaianSnapshot.objects.get(realisasi__unit__slug="dinas-bakung")
    anggrek = berisi.tampak("dinas-anggrek")

    with pytest.raises(TidakDitemukan, match="tidak ada pada unit ini"):
        selectors.snapshot(berisi.lingkup("ani"), anggrek, bakung.uuid)
    with pytest.raises(TidakDitemukan):
        selectors.snapshot(berisi.lingkup("ani"), anggrek, uuid4())
    with pytest.raises(TidakBerizin):
        selectors.snapshot(berisi.lingkup("ani"), berisi.tampak("dinas-bakung"), bakung.uuid)


def test_periode_instansi_hanya_yang_berangka(berisi: Dunia) -> None:
    berangka = selectors.periode_instansi(berisi.lingkup("citra"))

    assert [(p.tahun, p.kode) for p in berangka] == [(2024, "tahun"), (2025, "tahun")]


def test_periode_instansi_tidak_membocorkan_tahun_unit_lain(berisi: Dunia) -> None:
    assert [p.tahun for p in selectors.periode_instansi(berisi.lingkup("dewi"))] == [2025]


@pytest.mark.parametrize(
    ("tahun", "kode", "terpilih"),
    [(2025, "", 2), (2025, "tw4", 1), (2025, "tw3", None), (2024, "tw4", None), (2024, "", None)],
)
def test_tanpa_meminta_terpilih_periode_terakhir(
    tahun: int, kode: str, terpilih: int | None
) -> None:
    daftar = [PeriodeBerangka(1, 2025, "triwulan", 4), PeriodeBerangka(2, 2025, "tahun", 1)]

    pilihan = selectors.pilih_periode(daftar, tahun, kode)

    assert (pilihan and pilihan.periode_id) == terpilih


def test_bets_hanya_milik_unit_sendiri(dunia: Dunia) -> None:
    ani = pratinjau(dunia, baris())
    dewi = pratinjau(dunia, baris(unit="dinas-bakung"), siapa="dewi")

    assert set(daftar_bets(dunia.lingkup("ani"))) == {ani}
    assert set(daftar_bets(dunia.lingkup("gita"))) == {ani, dewi}
    with pytest.raises(TidakDitemukan, match="bukan milik unit Anda"):
        bets_impor(dunia.lingkup("ani"), dewi.uuid)
    with pytest.raises(TidakBerizin):
        daftar_bets(dunia.lingkup("budi"))


def test_baris_dan_riwayat_bets_menurut_urutan(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(tahun="x"))

    assert [b.nomor for b in daftar_baris(bets)] == [2, 3]
    assert [b.nomor for b in daftar_baris(bets, "galat")] == [3]
    assert [r.tindakan for r in riwayat(bets)] == ["import_pratinjau"]


def _catat(dunia: Dunia, unit: str) -> None:
    catat_hasil_evaluasi(
        **dunia.dasar("fitri"),
        hasil=HasilLuar(
            unit=unit,
            tahun_tercetak=2020,
            tahun_kinerja=None,
            tahun_kinerja_disimpulkan=False,
            tahun_evaluasi=None,
            tanggal_penyerahan=None,
            penilai="P",
            nilai=Decimal(70),
            predikat="",
            sumber=[{"judul": "s"}],
        ),
    )


def test_hasil_evaluasi_unit_lain_ditolak(dunia: Dunia) -> None:
    _catat(dunia, "dinas-bakung")

    assert len(daftar_hasil(dunia.lingkup("dewi"), dunia.tampak("dinas-bakung"))) == 1
    with pytest.raises(TidakBerizin):
        daftar_hasil(dunia.lingkup("ani"), dunia.tampak("dinas-bakung"))


def test_jabatan_unit_lain_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        organisasi.daftar_jabatan(dunia.lingkup("ani"), dunia.tampak("dinas-bakung"))


@pytest.fixture
def berpejabat(dunia: Dunia) -> dict[str, UUID]:
    """A post of Dinas Anggrek and its holder."""
    dasar = dunia.dasar("sistem")
    jabatan = tambah_jabatan(**dasar, unit="dinas-anggrek", kode="kepala", nama="Kepala")
    penugasan = tugaskan_pejabat(
        **dasar,
        jabatan=jabatan.uuid,
        pegawai=Pegawai.objects.get(instansi=dunia.instansi, kode="budi").uuid,
        sifat="definitif",
        mulai=MULAI,
        selesai=None,
        dasar="SK",
    )
    return {"jabatan": jabatan.uuid, "penugasan": penugasan.uuid}


MILIK_UNIT = pytest.mark.parametrize(
    ("benda", "baca"),
    [("jabatan", organisasi.jabatan_di_unit), ("penugasan", organisasi.penugasan_di_unit)],
    ids=["jabatan", "penugasan"],
)


@MILIK_UNIT
def test_jabatan_dan_penugasan_ada_di_unitnya(
    dunia: Dunia, berpejabat: dict[str, UUID], benda: str, baca: Callable[..., Any]
) -> None:
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    assert baca(lingkup, unit, berpejabat[benda]).uuid == berpejabat[benda]
    assert _kueri(lambda: baca(lingkup, unit, berpejabat[benda])) == 1


@MILIK_UNIT
def test_jabatan_dan_penugasan_tidak_ada_di_alamat_unit_lain(
    dunia: Dunia, berpejabat: dict[str, UUID], benda: str, baca: Callable[..., Any]
) -> None:
    lingkup, pesan = dunia.lingkup("admin"), f"{benda.title()} itu bukan {benda}"

    with pytest.raises(TidakDitemukan, match=pesan):
        baca(lingkup, dunia.tampak("dinas-bakung"), berpejabat[benda])
    with pytest.raises(TidakDitemukan, match=pesan):
        baca(lingkup, dunia.tampak("dinas-anggrek"), uuid4())


@MILIK_UNIT
def test_jabatan_dan_penugasan_di_luar_jangkauan_ditolak(
    dunia: Dunia, berpejabat: dict[str, UUID], benda: str, baca: Callable[..., Any]
) -> None:
    with pytest.raises(TidakBerizin):
        baca(dunia.lingkup("dewi"), dunia.tampak("dinas-anggrek"), berpejabat[benda])


def test_pegawai_hanya_untuk_yang_menugaskan(dunia: Dunia, lain: Dunia) -> None:
    assert lain.orang

    nama = {p.kode for p in organisasi.daftar_pegawai(dunia.lingkup("admin"))}

    assert "eko" not in nama
    assert "ani" in nama
    with pytest.raises(TidakBerizin):
        organisasi.daftar_pegawai(dunia.lingkup("ani"))


@pytest.mark.parametrize(
    ("kueri", "baca"),
    [
        (1, lambda d: organisasi.lingkup_pelaku(d.orang["ani"], d.instansi, SAAT)),
        (1, lambda d: organisasi.daftar_unit(d.lingkup("sistem"), Tindakan.LIHAT_KINERJA)),
        (1, lambda d: list(_baca_tabel(d))),
        (1, lambda d: selectors.periode_unit(d.lingkup("sistem"), d.akar)),
        (1, lambda d: list(daftar_bets(d.lingkup("sistem")))),
    ],
    ids=["lingkup", "daftar-unit", "tabel", "periode-unit", "daftar-bets"],
)
def test_banyaknya_kueri_tetap(berisi: Dunia, kueri: int, baca: Callable[[Any], Any]) -> None:
    siap = _Siap(berisi)

    assert _kueri(lambda: baca(siap)) == kueri


class _Siap:
    """A world with what the reads need fetched already, so that only the read is counted."""

    def __init__(self, dunia: Dunia) -> None:
        self.dunia, self.instansi, self.orang = dunia, dunia.instansi, dunia.orang
        self.akar, self.periode = dunia.tampak("kabupaten-contoh"), _periode(dunia)
        self.saringan = Saringan(periode_id=self.periode)

    def lingkup(self, nama: str) -> Lingkup:
        return self.dunia.lingkup(nama)


def _baca_tabel(d: _Siap) -> Any:
    return selectors.tabel_kinerja(d.lingkup("sistem"), d.saringan)


def test_kinerja_unit_dua_kueri_berapa_pun_barisnya(berisi: Dunia) -> None:
    unit, lingkup = berisi.tampak("dinas-anggrek"), berisi.lingkup("sistem")
    periode = selectors.periode_unit(lingkup, unit)[-1]
    sedikit = _kueri(lambda: selectors.kinerja_unit(lingkup, unit, periode))
    impor(berisi, *(baris(kode_indikator=f"b{n}") for n in range(30)))

    assert sedikit == 2
    assert _kueri(lambda: selectors.kinerja_unit(lingkup, unit, periode)) == 2


def test_tahun_yang_ditarik_hilang_dari_pilihan(berisi: Dunia) -> None:
    bets = impor(berisi, baris(tahun="2020", kode_indikator="lama"))
    unit = berisi.tampak("dinas-anggrek")
    sebelum = {p.tahun for p in selectors.periode_unit(berisi.lingkup("ani"), unit)}

    batalkan(berisi, bets)

    sesudah = {p.tahun for p in selectors.periode_unit(berisi.lingkup("ani"), unit)}
    assert sebelum - sesudah == {2020}


def test_bacaan_kemarin_memakai_susunan_kemarin(dunia: Dunia) -> None:
    assert organisasi.akar(dunia.lingkup("sistem"), HARI - timedelta(days=1)).slug == (
        "kabupaten-contoh"
    )
