"""The living style guide: every component in every state, on invented figures of one kecamatan."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from markupsafe import Markup

from sakip.tampilan.penanda import tanda, tanda_capaian

PREDIKAT = [
    {"kode": "D", "sebutan": "Sangat Kurang", "mulai_dari": "0", "sampai_dengan": "30"},
    {"kode": "C", "sebutan": "Kurang", "di_atas": "30", "sampai_dengan": "50"},
    {"kode": "CC", "sebutan": "Cukup", "di_atas": "50", "sampai_dengan": "60"},
    {"kode": "B", "sebutan": "Baik", "di_atas": "60", "sampai_dengan": "70"},
    {"kode": "BB", "sebutan": "Sangat Baik", "di_atas": "70", "sampai_dengan": "80"},
    {"kode": "A", "sebutan": "Memuaskan", "di_atas": "80", "sampai_dengan": "90"},
    {"kode": "AA", "sebutan": "Sangat Memuaskan", "di_atas": "90", "sampai_dengan": "100"},
]


def _stasiun() -> list[dict[str, Any]]:
    nama = [
        ("rencana", _("Rencana"), "selesai", _("ditetapkan"), "#rencana"),
        ("perjanjian", _("Perjanjian"), "selesai", _("ditandatangani"), "#perjanjian"),
        ("aksi", _("Aksi"), "sementara", _("perubahan diajukan"), "#aksi"),
        ("pengukuran", _("Pengukuran"), "perlu_tindakan", _("TW III, 6 hari lagi"), "#pengukuran"),
        ("laporan", _("Laporan"), "belum_waktunya", _("Februari 2027"), None),
        ("evaluasi", _("Evaluasi"), "belum_waktunya", _("Juni 2027"), None),
    ]
    return [
        {"kode": kode, "judul": judul, "keadaan": keadaan, "uraian": uraian, "url": alamat}
        for kode, judul, keadaan, uraian, alamat in nama
    ]


# kode | indikator | satuan | target | realisasi | capaian | status | kategori | 2022 to 2026
_BARIS = """
IKU-1|IKM kecamatan|indeks|83.50|83.42|99.90|terhitung|sangat_tinggi|79.1,80.6,,82.4,83.42
1b|Rata-rata waktu layanan nonperizinan|menit|30|28|106.67|terhitung|sangat_tinggi|52,47,44,41,28
IKU-2|Desa tertib tata kelola pemerintahan|desa|11|12|109.09|terhitung|sangat_tinggi|6,7,9,9,12
IKU-3|Gangguan dan pengaduan selesai 7 hari|%|90.00|61.00|67.78|terhitung|sedang|,,81.2,84.0,61.0
IKU-4|Usulan prioritas Musrenbang masuk RKPD|%|35.00|||belum_waktunya||,,,31.03,
IKU-5|Nilai AKIP kecamatan|poin|72.00|||belum_diisi||58.1,61.9,65.3,67.75,
"""


def _desimal(teks: str) -> Decimal | None:
    return Decimal(teks) if teks else None


def _baris() -> list[dict[str, Any]]:
    """Indikator of 2026 as invented for the demo; two have no number yet, each for its reason."""
    hasil = []
    for teks in _BARIS.split("\n")[1:-1]:
        kode, nama, satuan, target, realisasi, capaian, status, kategori, tren = teks.split("|")
        hasil.append(
            {
                "kode": kode,
                "nama": nama,
                "satuan": satuan,
                "target": _desimal(target),
                "realisasi": _desimal(realisasi),
                "capaian": _desimal(capaian),
                "status": status,
                "kategori": kategori or None,
                "tren": [_desimal(satu) for satu in tren.split(",")],
            }
        )
    return hasil


def _jejak() -> dict[str, Any]:
    """Trace of one figure, in the shape of ``Jejak.ke_data()``."""
    anak = {
        "kaidah": "capaian.rasio_kumulatif",
        "versi": "2015-01-01",
        "dasar": [],
        "masukan": {"triwulan_1": "6/6", "triwulan_2": "25/30", "triwulan_3": "30/36"},
        "langkah": [
            {
                "pola": "Pembilang dijumlahkan, penyebut dijumlahkan: {pembilang}/{penyebut}.",
                "isian": {"pembilang": "61", "penyebut": "72"},
                "nilai": "84.722222222222",
            }
        ],
        "tafsir": ["tafsir-0004"],
        "anak": [],
    }
    return {
        "kaidah": "capaian.indikator",
        "versi": "2015-01-01",
        "dasar": [{"regulasi": "permenpanrb-53-2014", "letak": "Lampiran II", "halaman": 21}],
        "masukan": {"arah": "naik_baik", "target": "90.00", "realisasi": "84.722222222222"},
        "langkah": [
            {
                "pola": "Makin tinggi makin baik: realisasi {realisasi} dibagi target {target}.",
                "isian": {"realisasi": "84.722222222222", "target": "90.00"},
                "nilai": "0.941358024691",
            },
            {"pola": "Dikalikan 100.", "isian": {}, "nilai": "94.135802469135"},
        ],
        "tafsir": [],
        "anak": [anak],
    }


def _pohon() -> list[dict[str, Any]]:
    def simpul(jenis: str, judul: str, lencana: Markup, *anak: dict[str, Any]) -> dict[str, Any]:
        return {
            "jenis": jenis,
            "judul": judul,
            "lencana": lencana,
            "url": "#pohon",
            "anak": list(anak),
        }

    iku = simpul(
        "Indikator",
        "Gangguan dan pengaduan selesai paling lama 7 hari",
        tanda_capaian("terhitung", "sedang", _("Sedang")),
    )
    iku["keterangan"] = "61/72 dari 90%"
    return [
        simpul(
            "Tujuan",
            "Meningkatnya kualitas pelayanan publik dan pemerintahan wilayah",
            tanda("sementara"),
            simpul(
                "Sasaran",
                "Meningkatnya ketenteraman dan ketertiban umum",
                tanda("perlu_tindakan"),
                iku,
                simpul("Program", "Koordinasi Ketenteraman dan Ketertiban Umum", tanda("selesai")),
            ),
            simpul(
                "Sasaran",
                "Meningkatnya akuntabilitas kinerja kecamatan",
                tanda("belum_ada_data"),
            ),
        )
    ]


def isi_gaya() -> dict[str, Any]:
    """Everything ``gaya.html`` shows; pure, so that tests and screenshots need no database."""
    return {
        "contoh": True,
        "tahun": 2026,
        "stasiun_baros": _stasiun(),
        "baris": _baris(),
        "jejak": _jejak(),
        "pohon_baros": _pohon(),
        "predikat": PREDIKAT,
        "nilai_akip": Decimal("70.00"),
        "tren": [(str(2020 + i), n) for i, n in enumerate(_baris()[0]["tren"])],
        "tren_target": [(str(2020 + i), Decimal(80 + i) - Decimal("0.5")) for i in range(5)],
    }


def gaya(request: HttpRequest) -> HttpResponse:
    """The style guide, open to everyone: it holds no data of anybody."""
    rangka = {
        "menu": [
            {"judul": _("Beranda"), "url": "#isi", "aktif": False},
            {"judul": _("Kinerja"), "url": "#tabel", "aktif": True},
            {"judul": _("Organisasi"), "url": "#pohon", "aktif": False},
            {"judul": _("Hasil evaluasi"), "url": "#figur", "aktif": False},
            {"judul": _("Hitung LKE"), "url": "#isian", "aktif": False},
        ],
        "pilihan_tahun": [
            {"judul": str(t), "url": f"#{t}", "aktif": t == 2026} for t in (2025, 2026, 2027)
        ],
    }
    return render(request, "gaya.html", isi_gaya() | rangka)
