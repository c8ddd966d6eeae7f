"""The loaded demo: what stands in the database is what was published, and what the story says."""

import csv
import re
from collections import Counter
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from domain.pemeran import hitung_baris
from sakip.akun.models import Pengguna
from sakip.alur.models import Tugas
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.config.contoh import SANDI_CONTOH
from sakip.demo import muat
from sakip.demo.baca import FOLDER, baca
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.impor.models import BetsImpor
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    Pegawai,
    PenugasanJabatan,
    SusunanUnit,
    UnitKerja,
    VersiData,
)
from sakip.pengukuran.models import CapaianMutakhir, CapaianSnapshot, Realisasi

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.django_db]

SERANG, BANYUWANGI = "36.04", "35.10"
BARIS = [
    (n, b)
    for n, b in enumerate(
        csv.DictReader(
            (FOLDER / "banyuwangi" / "capaian_terbit.csv").read_text(encoding="utf-8").splitlines()
        ),
        2,
    )
]
ANGKA = re.compile(r"-?\d+(,\d+)?")
# How a source rounds: half up or cut, to the decimals it prints or to a whole number.
BULAT = {
    "standar": (ROUND_HALF_UP, None),
    "standar_bulat": (ROUND_HALF_UP, 0),
    "standar_potong": (ROUND_DOWN, None),
    "turun": (ROUND_HALF_UP, None),
    "turun_potong": (ROUND_DOWN, None),
    "kualitatif": (ROUND_HALF_UP, None),
    "batas_100": (ROUND_HALF_UP, None),
}


def _lingkup(akun: str, pada: date, kode: str = SERANG) -> Lingkup:
    pengguna = Pengguna.objects.get(nama_pengguna=akun)
    return selectors.lingkup_pengguna(pengguna.pk, selectors.instansi_menurut_kode(kode), pada)


def _snapshot(b: dict[str, str]) -> CapaianSnapshot:
    """What the database holds for one row of the typed file."""
    m = CapaianMutakhir.objects.get(
        instansi__kode=BANYUWANGI,
        unit__slug=b["unit"],
        indikator__kode=b["kode_indikator"],
        tahun=int(b["tahun"]),
        periode__jenis="tahun",
    )
    return m.snapshot


def _tercetak(b: dict[str, str]) -> tuple[Decimal, int]:
    """The printed capaian, and with how many decimals it is printed."""
    teks = b["capaian_tercetak"]
    return Decimal(teks.replace(",", ".")), len(teks.partition(",")[2])


def _dibulatkan(nilai: Decimal, rumus: str, desimal: int) -> Decimal:
    cara, tetap = BULAT[rumus]
    batas = min(nilai, Decimal(100)) if rumus == "batas_100" else nilai
    return batas.quantize(Decimal(1).scaleb(-(desimal if tetap is None else tetap)), cara)


@pytest.mark.parametrize(
    "b",
    [
        pytest.param(b, id=f"baris-{n}-{b['kode_indikator']}-{b['tahun']}")
        for n, b in BARIS
        if b["rumus_tercetak"] in BULAT and ANGKA.fullmatch(b["capaian_tercetak"])
    ],
)
def test_capaian_tersimpan_sama_dengan_yang_terbit(b: dict[str, str]) -> None:
    tercetak, desimal = _tercetak(b)

    s = _snapshot(b)

    assert s.status == "terhitung"
    assert s.nilai is not None
    assert _dibulatkan(s.nilai, b["rumus_tercetak"], desimal) == tercetak


def test_yang_dihitung_ulang_adalah_sebagian_besar_yang_terbit() -> None:
    banyak = Counter(b["rumus_tercetak"] for _n, b in BARIS)

    dihitung = sum(banyak[r] for r in BULAT)
    assert (len(BARIS), dihitung) == (248, 202)


@pytest.mark.parametrize(
    ("rumus", "status"),
    [("target_nol_0", "tidak_dapat_dihitung"), ("target_nol_100", "tidak_dapat_dihitung")],
)
def test_target_nol_tidak_dibuatkan_angka(rumus: str, status: str) -> None:
    semua = {_snapshot(b).status for _n, b in BARIS if b["rumus_tercetak"] == rumus}

    assert semua == {status}


def test_yang_tercetak_dibawa_apa_adanya_di_samping_hitungan_kita() -> None:
    tersimpan = Counter(
        Realisasi.objects.filter(instansi__kode=BANYUWANGI).values_list(
            "capaian_tercetak", "rumus_tercetak"
        )
    )

    assert tersimpan == Counter((b["capaian_tercetak"], b["rumus_tercetak"]) for _n, b in BARIS)


def test_setiap_angka_terbit_menyebut_sumber_dan_belum_diverifikasi_siapa_pun() -> None:
    terbit = Realisasi.objects.filter(sifat="terbit")

    assert terbit.exists()
    assert not terbit.filter(sumber="").exists()
    assert set(terbit.values_list("keadaan", flat=True)) == {"tercatat"}


def test_angka_masuk_lewat_impor_yang_dipakai_semua_orang() -> None:
    assert set(BetsImpor.objects.values_list("instansi__kode", "keadaan")) == {
        (SERANG, "diterapkan"),
        (BANYUWANGI, "diterapkan"),
    }
    assert not Tugas.objects.filter(alur="impor").exists()


def test_serang_mempunyai_29_kecamatan_dan_326_desa() -> None:
    kecamatan = UnitKerja.objects.filter(instansi__kode=SERANG, jenis="kecamatan")

    assert kecamatan.count() == 29
    assert sum(kecamatan.values_list("jumlah_desa", flat=True)) == 326  # type: ignore[arg-type]
    baros = kecamatan.get(slug="kecamatan-baros")
    assert (baros.kode, baros.jumlah_desa) == ("36.04.22", 14)
    assert not UnitKerja.objects.filter(instansi__kode=SERANG, jenis="kelurahan").exists()


def test_hasil_evaluasi_serang_seperti_tercatat() -> None:
    seri = HasilEvaluasiLuar.objects.filter(unit__slug="kabupaten-serang").order_by(
        "tahun_tercetak"
    )

    assert [(h.tahun_tercetak, h.predikat, h.nilai) for h in seri] == [
        (2012, "CC", None),
        (2013, "CC", None),
        (2014, "CC", None),
        (2015, "CC", None),
        (2016, "B", None),
        (2017, "BB", Decimal("70.01")),
        (2018, "BB", Decimal("74.54")),
        (2019, "A", Decimal("80.08")),
        (2020, "A", None),
        (2021, "BB", None),
    ]


def test_tiga_tahun_hasil_evaluasi_dibedakan() -> None:
    hasil = HasilEvaluasiLuar.objects.get(unit__slug="kabupaten-serang", tahun_tercetak=2017)

    assert (hasil.tahun_kinerja, hasil.tahun_evaluasi) == (2016, 2017)
    assert hasil.tanggal_penyerahan == date(2018, 1, 25)
    assert hasil.tahun_kinerja_disimpulkan


def test_yang_bersumber_satu_ditandai() -> None:
    satu = HasilEvaluasiLuar.objects.filter(unit__slug="kabupaten-serang", satu_sumber=True)

    assert set(satu.values_list("tahun_tercetak", flat=True)) == {2018, 2020, 2021}
    assert all(h.sumber for h in HasilEvaluasiLuar.objects.all())


def test_angka_serang_seperti_di_cerita() -> None:
    ipm = CapaianMutakhir.objects.get(indikator__kode="ipm", tahun=2024)
    tpt = CapaianMutakhir.objects.get(indikator__kode="tpt", tahun=2024)

    # 73,28 / 67,83 = 108,03 %; (2 × 11,22 − 9,18) / 11,22 = 118,18 %
    assert ipm.capaian is not None
    assert tpt.capaian is not None
    assert ipm.capaian.quantize(Decimal("0.01")) == Decimal("108.03")
    # The source cuts 118,1818… and 108,0348… to the same digits that rounding gives.
    assert tpt.capaian.quantize(Decimal("0.01")) == Decimal("118.18")


@pytest.mark.parametrize(
    ("akun", "hari", "boleh"),
    [
        ("camat1", date(2026, 8, 31), True),
        ("camat1", date(2026, 9, 1), False),
        ("sekcam", date(2026, 8, 31), False),
        ("sekcam", date(2026, 9, 1), True),
        ("sekcam", date(2026, 9, 14), True),
        ("sekcam", date(2026, 9, 15), False),
        ("camat2", date(2026, 9, 14), False),
        ("camat2", date(2026, 9, 15), True),
    ],
)
def test_pimpinan_baros_berganti_pada_harinya(akun: str, hari: date, boleh: bool) -> None:
    peran = {k.peran.value for k in _lingkup(akun, hari).kewenangan}

    assert ("pimpinan_unit" in peran) is boleh


def test_camat_lama_tidak_melihat_apa_pun_lagi() -> None:
    assert not _lingkup("camat1", date(2026, 9, 1)).boleh(Tindakan.LIHAT_KINERJA)


@pytest.mark.parametrize(
    ("hari", "pemegang"),
    [
        (date(2026, 8, 31), ("wawan", "definitif")),
        (date(2026, 9, 1), ("dedi", "plt")),
        (date(2026, 9, 14), ("dedi", "plt")),
        (date(2026, 9, 15), ("euis", "definitif")),
    ],
)
def test_jabatan_camat_baros_dipegang_satu_orang_setiap_hari(
    hari: date, pemegang: tuple[str, str]
) -> None:
    semua = PenugasanJabatan.objects.filter(jabatan__kode="baros-camat", masa__contains=hari)

    assert [(p.pegawai.kode, p.sifat) for p in semua] == [pemegang]


def test_semua_orang_adalah_contoh() -> None:
    assert all(p.nama.endswith("Contoh") for p in Pegawai.objects.all())
    assert all(p.nama.endswith("Contoh") for p in Pengguna.objects.filter(sistem=False))
    assert set(Pengguna.objects.filter(sistem=False).values_list("contoh", flat=True)) == {True}
    assert set(Pegawai.objects.values_list("nip", flat=True)) <= {"", "00000000 000000 0 000"}


def test_setiap_akun_cerita_dapat_masuk_dan_punya_peran() -> None:
    akun = [a["akun"] for d in ("serang", "banyuwangi") for a in baca(f"{d}/akun.yaml")["akun"]]

    tersimpan = Pengguna.objects.filter(nama_pengguna__in=akun)
    assert tersimpan.count() == len(akun)
    assert Pengguna.objects.get(nama_pengguna="admin").check_password(SANDI_CONTOH)
    assert not tersimpan.filter(penugasan_peran__isnull=True).exists()


def test_setiap_unit_tersambung_sampai_ke_akarnya() -> None:
    susunan = {s.unit_id: s for s in SusunanUnit.objects.all()}

    salah = [
        s.nama
        for s in susunan.values()
        if s.jalur != (susunan[s.induk_id].jalur if s.induk_id else "") + f"{s.unit_id}."
        or s.kedalaman != s.jalur.count(".") - 1
    ]
    assert salah == []
    assert Instansi.objects.filter(contoh=True).count() == 2


def _isi_utuh() -> dict[str, Any]:
    """Counts of every table, and every number by which pages know that something changed."""
    return {
        "baris": hitung_baris(),
        "versi": sorted(VersiData.objects.values_list("unit_id", "tahun", "nomor")),
        "hasil": sorted(HasilEvaluasiLuar.objects.values_list("pk", "versi")),
        "sandi": sorted(Pengguna.objects.values_list("pk", "password")),
    }


def test_memuat_dua_kali_tidak_mengubah_apa_pun(contoh: date) -> None:
    sebelum = _isi_utuh()

    muat(contoh)

    assert _isi_utuh() == sebelum


def test_memuat_lagi_untuk_hari_lain_tidak_mengubah_yang_sudah_ada(contoh: date) -> None:
    sebelum = _isi_utuh()

    muat(contoh.replace(year=contoh.year + 1))

    assert _isi_utuh() == sebelum
