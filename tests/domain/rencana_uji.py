"""A plan, a budget and office holders for one unit, laid directly: what later stages start from.

Three promises for 2026: ``waktu`` (minutes, lower is better, quarterly, target 30), ``aduan``
(ratio, cumulative, quarterly, target 90 %), ``desa`` (ratio of a checklist, last value, quarterly,
target 11/14). Budget: programmes 7.01.02 (Rp 186 juta) and 7.01.06 (Rp 46 juta).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.pemeran import MULAI, Dunia, menulis_langsung
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services
from sakip.organisasi.models import Jabatan, Pegawai, PenugasanJabatan
from sakip.perencanaan.models import (
    DokumenAnggaran,
    DokumenPerencanaan,
    DokumenVersi,
    Dukungan,
    Indikator,
    IndikatorVersi,
    RincianAnggaran,
    Simpul,
    SimpulVersi,
    TargetVersi,
)

TAHUN = 2026


@dataclass(frozen=True, slots=True)
class RencanaUji:
    """What was laid, by its code."""

    unit: str
    versi: DokumenVersi
    simpul: dict[str, Simpul]
    indikator: dict[str, Indikator]
    wording: dict[str, IndikatorVersi]
    target: dict[str, TargetVersi]
    anggaran: DokumenAnggaran
    pejabat: dict[str, PenugasanJabatan]


def tata_pejabat(dunia: Dunia, unit: str, orang: str) -> PenugasanJabatan:
    """Let a person of the cast lead a unit; the post is made when it is not there."""
    dasar = dunia.dasar("sistem")
    pos = services.tambah_jabatan(
        **dasar, unit=unit, kode=f"pemimpin-{unit}", nama=f"Kepala {unit}", memimpin=True
    )
    ada = organisasi.pejabat_pemimpin(pos.unit_id, date(TAHUN, 1, 2))
    if ada is not None:
        return ada
    pegawai = Pegawai.objects.get(instansi=dunia.instansi, kode=orang)
    return services.tugaskan_pejabat(
        **dasar,
        jabatan=pos.uuid,
        pegawai=pegawai.uuid,
        sifat="definitif",
        mulai=MULAI,
        selesai=None,
        dasar="SK contoh",
    )


def tata_rencana(
    dunia: Dunia, unit: str = "dinas-anggrek", *, pertama: str = "budi", kedua: str = "gita"
) -> RencanaUji:
    """Lay plan, budget and the two parties of an agreement for a unit."""
    akar = dunia.instansi.slug
    pejabat = {
        "pertama": tata_pejabat(dunia, unit, pertama),
        "kedua": tata_pejabat(dunia, akar, kedua),
    }
    with menulis_langsung(dunia.sistem):
        return _tulis(dunia, unit, pejabat)


def _tulis(dunia: Dunia, unit: str, pejabat: dict[str, PenugasanJabatan]) -> RencanaUji:
    i: dict[str, Any] = {"instansi": dunia.instansi}
    unit_id = dunia.unit[unit]
    dokumen = DokumenPerencanaan.objects.create(
        **i,
        unit_id=unit_id,
        jenis="renja",
        judul="Renja 2026",
        tahun_mulai=TAHUN,
        tahun_selesai=TAHUN,
    )
    versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
    simpul = _pohon(i, unit_id, versi)
    pengampu = Jabatan.objects.get(pk=pejabat["pertama"].jabatan_id)
    tahunan = organisasi.periode(TAHUN)
    indikator, wording, target = {}, {}, {}
    for urutan, (kode, sasaran, isi, nilai) in enumerate(_janji()):
        indikator[kode] = Indikator.objects.create(**i, unit_id=unit_id, kode=kode)
        wording[kode] = IndikatorVersi.objects.create(
            **i,
            indikator=indikator[kode],
            dokumen_versi=versi,
            simpul=simpul[sasaran],
            pengampu=pengampu,
            frekuensi="triwulan",
            iku=True,
            urutan=urutan,
            **isi,
        )
        target[kode] = TargetVersi.objects.create(
            **i,
            indikator=indikator[kode],
            unit_id=unit_id,
            periode=tahunan,
            dokumen_versi=versi,
            **nilai,
        )
    for kode, simpul_kode in (("waktu", "p2"), ("aduan", "p2"), ("desa", "p6")):
        Dukungan.objects.create(
            **i, dokumen_versi=versi, simpul=simpul[simpul_kode], indikator=indikator[kode]
        )
    versi.ditetapkan = date(TAHUN - 1, 7, 31)
    versi.save(update_fields=["ditetapkan"])
    return RencanaUji(
        unit, versi, simpul, indikator, wording, target, _anggaran(i, unit_id), pejabat
    )


def _pohon(i: dict[str, Any], unit_id: int, versi: DokumenVersi) -> dict[str, Simpul]:
    simpul: dict[str, Simpul] = {}
    jalur: dict[str, str] = {}
    for urutan, (kode, induk, jenis, uraian, nomenklatur) in enumerate(
        (
            ("t1", None, "tujuan", "Meningkatnya pelayanan", ""),
            ("s1", "t1", "sasaran", "Meningkatnya kualitas layanan", ""),
            ("s2", "t1", "sasaran", "Meningkatnya tertib desa", ""),
            ("p2", "s1", "program", "Pelayanan Publik", "7.01.02"),
            ("p6", "s2", "program", "Pembinaan Desa", "7.01.06"),
        )
    ):
        simpul[kode] = Simpul.objects.create(**i, unit_id=unit_id, kode=kode)
        jalur[kode] = f"{jalur.get(induk or '', '')}{simpul[kode].pk}."
        SimpulVersi.objects.create(
            **i,
            dokumen_versi=versi,
            simpul=simpul[kode],
            induk=simpul[induk] if induk else None,
            jenis=jenis,
            uraian=uraian,
            nomenklatur=nomenklatur,
            jalur=jalur[kode],
            kedalaman=jalur[kode].count(".") - 1,
            urutan=urutan,
        )
    return simpul


def _janji() -> tuple[tuple[str, str, dict[str, Any], dict[str, Any]], ...]:
    return (
        (
            "waktu",
            "s1",
            {
                "nama": "Rata-rata waktu layanan",
                "satuan": "menit",
                "arah": "turun_baik",
                "jenis_nilai": "bilangan",
                "agregasi": "terakhir",
            },
            {"nilai": Decimal(30), "teks": "30"},
        ),
        (
            "aduan",
            "s1",
            {
                "nama": "Persentase pengaduan selesai",
                "satuan": "%",
                "arah": "naik_baik",
                "jenis_nilai": "rasio",
                "agregasi": "rasio_kumulatif",
                "komponen": {"pembilang": "selesai", "penyebut": "dicatat"},
            },
            {"nilai": Decimal("90.00"), "teks": "90,00"},
        ),
        (
            "desa",
            "s2",
            {
                "nama": "Persentase desa tertib",
                "satuan": "%",
                "arah": "naik_baik",
                "jenis_nilai": "rasio",
                "agregasi": "terakhir",
                "cara": "daftar_periksa",
                "komponen": {"pembilang": "desa tertib", "penyebut": "seluruh desa"},
            },
            {"nilai": Decimal(11), "penyebut": Decimal(14), "teks": "11/14"},
        ),
    )


def _anggaran(i: dict[str, Any], unit_id: int) -> DokumenAnggaran:
    anggaran = DokumenAnggaran.objects.create(
        **i,
        unit_id=unit_id,
        tahun=TAHUN,
        nomor=1,
        tahap="murni",
        nomor_dokumen="DPA/contoh/2026",
        disahkan=date(TAHUN, 1, 5),
    )
    for kode, nama, rupiah in (
        ("7.01.02", "Pelayanan Publik", "186000000"),
        ("7.01.06", "Pembinaan Desa", "46000000"),
    ):
        RincianAnggaran.objects.create(
            **i,
            anggaran=anggaran,
            kode=kode,
            nama=nama,
            tingkat="program",
            rupiah=Decimal(rupiah),
            sumber_dana="APBD",
        )
    return anggaran
