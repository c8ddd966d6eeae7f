"""What the database itself refuses, whoever asks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.utils import ProgrammingError

from domain.lembar import baris, impor
from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelInstansi
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.impor.models import BarisImpor
from sakip.organisasi.models import (
    Jabatan,
    KebijakanInstansi,
    Pegawai,
    PenugasanJabatan,
    PenugasanPeran,
    Periode,
    SilsilahUnit,
    SusunanUnit,
    UnitKerja,
)
from sakip.pengukuran.models import CapaianMutakhir, CapaianSnapshot, NilaiKomponen, Realisasi
from sakip.perencanaan.models import DokumenVersi, Indikator, TargetVersi


@pytest.fixture
def tulis(dunia: Dunia) -> Iterator[None]:
    """Write by hand, past all services, as the application's own role."""
    with menulis_langsung(dunia.sistem):
        yield
        # What the test provoked is left behind, so that the end of the test finds nothing broken.
        transaction.set_rollback(True)


def _periksa_tertunda() -> None:
    """Composite keys are looked at when the transaction ends; look now."""
    with transaction.atomic():
        connection.check_constraints()


def _model_kami() -> list[type[models.Model]]:
    return [
        m
        for m in apps.get_models()
        if m.__module__.startswith("sakip.") and not m.__name__.endswith("Event")
    ]


def _berinstansi(m: type[models.Model]) -> bool:
    return any(b.name == "instansi" for b in m._meta.fields)


# Foreign keys inside an instansi that need no composite key, each with its reason.
TANPA_KUNCI_GABUNGAN = {
    ("CapaianMutakhir", "indikator"): "a projection: unit carries the key, the rest follows it",
    ("CapaianMutakhir", "indikator_versi"): "a projection: unit carries the key",
    ("CapaianMutakhir", "snapshot"): "a projection: unit carries the key",
}


def test_setiap_kunci_asing_di_dalam_instansi_adalah_kunci_gabungan() -> None:
    kurang = {
        (m.__name__, b.name)
        for m in _model_kami()
        if _berinstansi(m)
        for b in m._meta.fields
        if isinstance(b, models.ForeignKey)
        and b.name != "instansi"
        and isinstance(b.related_model, type)
        and issubclass(b.related_model, ModelInstansi)
        and not any(
            isinstance(k, KunciGabungan) and k.fields == ("instansi", b.name)
            for k in m._meta.constraints
        )
    }

    assert kurang == set(TANPA_KUNCI_GABUNGAN)


def test_kunci_gabungan_semuanya_ada_di_basisdata(dunia: Dunia) -> None:
    assert dunia.instansi.pk
    nama = {
        k.name for m in _model_kami() for k in m._meta.constraints if isinstance(k, KunciGabungan)
    }

    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 2"
            " AND condeferrable AND condeferred"
        )
        ada = {b[0] for b in kursor.fetchall()}

    assert nama == ada


def test_susunan_menolak_unit_instansi_lain(dunia: Dunia, lain: Dunia, tulis: None) -> None:  # noqa: ARG001
    SusunanUnit.objects.create(
        instansi=dunia.instansi,
        unit_id=lain.unit["dinas-lain"],
        nama="x",
        masa=(date(1990, 1, 1), date(1991, 1, 1)),
        jalur="9.",
        kedalaman=0,
    )

    with pytest.raises(IntegrityError, match="organisasi_susunan_unit_instansi"):
        _periksa_tertunda()


def test_jabatan_menolak_unit_instansi_lain(dunia: Dunia, lain: Dunia, tulis: None) -> None:  # noqa: ARG001
    Jabatan.objects.create(
        instansi=dunia.instansi, unit_id=lain.unit["dinas-lain"], kode="x", nama="x"
    )

    with pytest.raises(IntegrityError, match="organisasi_jabatan_unit_instansi"):
        _periksa_tertunda()


def test_peran_menolak_unit_instansi_lain(dunia: Dunia, lain: Dunia, tulis: None) -> None:  # noqa: ARG001
    PenugasanPeran.objects.create(
        instansi=dunia.instansi,
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran="admin_instansi",
        unit_id=lain.unit["dinas-lain"],
        masa=(date(2026, 1, 1), None),
    )

    with pytest.raises(IntegrityError, match="organisasi_peran_unit_instansi"):
        _periksa_tertunda()


def test_silsilah_menolak_unit_instansi_lain(dunia: Dunia, lain: Dunia, tulis: None) -> None:  # noqa: ARG001
    SilsilahUnit.objects.create(
        instansi=dunia.instansi,
        dari_id=lain.unit["dinas-lain"],
        ke_id=dunia.unit["dinas-anggrek"],
        jenis="gabung",
        tanggal=date(2026, 1, 1),
        dasar="Perda",
    )

    with pytest.raises(IntegrityError, match="organisasi_silsilah_dari_instansi"):
        _periksa_tertunda()


def test_indikator_menolak_unit_instansi_lain(dunia: Dunia, lain: Dunia, tulis: None) -> None:  # noqa: ARG001
    Indikator.objects.create(instansi=dunia.instansi, unit_id=lain.unit["dinas-lain"], kode="x")

    with pytest.raises(IntegrityError, match="perencanaan_indikator_unit_instansi"):
        _periksa_tertunda()


@pytest.mark.parametrize("model", [Realisasi, TargetVersi, CapaianMutakhir, CapaianSnapshot])
def test_angka_tidak_dapat_pindah_instansi(
    dunia: Dunia, lain: Dunia, model: type[models.Model]
) -> None:
    impor(dunia, baris())
    ubah = f"UPDATE {model._meta.db_table} SET instansi_id = {lain.instansi.pk:d}"  # noqa: S608
    ubah += "; SET CONSTRAINTS ALL IMMEDIATE"

    with (
        pytest.raises((IntegrityError, ProgrammingError), match=r"_instansi|permission denied"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(ubah)


@pytest.fixture
def penugasan(dunia: Dunia) -> PenugasanJabatan:
    with menulis_langsung(dunia.sistem):
        pos = Jabatan.objects.create(
            instansi=dunia.instansi, unit_id=dunia.unit["dinas-anggrek"], kode="k", nama="K"
        )
        return PenugasanJabatan.objects.create(
            instansi=dunia.instansi,
            jabatan=pos,
            pegawai=Pegawai.objects.get(instansi=dunia.instansi, kode="budi"),
            sifat="definitif",
            masa=(date(2026, 1, 1), date(2026, 7, 1)),
        )


@pytest.mark.parametrize(
    ("mulai", "sampai"),
    [
        (date(2026, 1, 1), date(2026, 7, 1)),
        (date(2025, 1, 1), date(2026, 1, 2)),
        (date(2026, 6, 30), None),
        (None, None),
    ],
    ids=["sama", "satu-hari-di-depan", "satu-hari-di-belakang", "selamanya"],
)
def test_satu_jabatan_dua_pemegang_pada_satu_hari_ditolak(
    dunia: Dunia,
    penugasan: PenugasanJabatan,
    tulis: None,  # noqa: ARG001
    mulai: date | None,
    sampai: date | None,
) -> None:
    citra = Pegawai.objects.get(instansi=dunia.instansi, kode="citra")

    with pytest.raises(IntegrityError, match="organisasi_penugasan_tanpa_tindih"):
        PenugasanJabatan.objects.create(
            instansi=dunia.instansi,
            jabatan=penugasan.jabatan,
            pegawai=citra,
            sifat="plt",
            masa=(mulai, sampai),
        )


def test_penugasan_tanpa_hari_ditolak(
    dunia: Dunia,
    penugasan: PenugasanJabatan,
    tulis: None,  # noqa: ARG001
) -> None:
    with pytest.raises(IntegrityError, match="organisasi_penugasan_masa_berisi"):
        PenugasanJabatan.objects.create(
            instansi=dunia.instansi,
            jabatan=penugasan.jabatan,
            pegawai=penugasan.pegawai,
            sifat="plh",
            masa=(date(2026, 8, 1), date(2026, 8, 1)),
        )


def test_satu_unit_satu_nama_pada_satu_hari(dunia: Dunia, tulis: None) -> None:  # noqa: ARG001
    with pytest.raises(IntegrityError, match="organisasi_susunan_tanpa_tindih"):
        SusunanUnit.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit["dinas-anggrek"],
            nama="Nama kedua",
            masa=(date(2026, 1, 1), None),
            jalur="1.",
            kedalaman=0,
        )


def test_unit_bukan_induknya_sendiri(dunia: Dunia, tulis: None) -> None:  # noqa: ARG001
    unit = dunia.unit["dinas-anggrek"]

    with pytest.raises(IntegrityError, match="organisasi_susunan_bukan_induk_sendiri"):
        SusunanUnit.objects.filter(unit_id=unit).update(induk_id=unit)


def test_desa_hanya_milik_kecamatan(dunia: Dunia, tulis: None) -> None:  # noqa: ARG001
    with pytest.raises(IntegrityError, match="organisasi_unit_desa_hanya_kecamatan"):
        UnitKerja.objects.filter(pk=dunia.unit["dinas-anggrek"]).update(jumlah_desa=3)


def test_peran_yang_sama_tidak_bertindih(dunia: Dunia, tulis: None) -> None:  # noqa: ARG001
    peran = PenugasanPeran.objects.get(pengguna_id=dunia.orang["ani"].pengguna_id)
    peran.pk, peran.uuid = None, None  # type: ignore[assignment]

    with pytest.raises(IntegrityError, match="organisasi_peran_tanpa_tindih"):
        PenugasanPeran.objects.create(
            instansi=dunia.instansi,
            pengguna_id=peran.pengguna_id,
            peran=peran.peran,
            unit_id=peran.unit_id,
            masa=(date(2026, 1, 1), date(2026, 1, 2)),
        )


def test_kebijakan_tidak_bertindih(dunia: Dunia, tulis: None) -> None:  # noqa: ARG001
    isi: dict[str, Any] = {
        "instansi": dunia.instansi,
        "kaidah": "capaian.indikator",
        "pilihan": {},
        "dasar": "x",
    }
    KebijakanInstansi.objects.create(**isi, masa=(date(2025, 1, 1), None))

    with pytest.raises(IntegrityError, match="organisasi_kebijakan_tanpa_tindih"):
        KebijakanInstansi.objects.create(**isi, masa=(date(2030, 1, 1), None))


def test_periode_tidak_mundur_dan_lengkap(dunia: Dunia) -> None:
    assert dunia.instansi.pk

    jumlah = Periode.objects.filter(tahun=2026).values_list("jenis").annotate(n=models.Count("id"))
    assert dict(jumlah) == {"tahun": 1, "semester": 2, "triwulan": 4, "bulan": 12}
    tw1 = Periode.objects.get(tahun=2028, jenis="triwulan", nomor=1)
    bulan2 = Periode.objects.get(tahun=2028, jenis="bulan", nomor=2)
    assert (tw1.mulai, tw1.selesai) == (date(2028, 1, 1), date(2028, 3, 31))
    assert bulan2.selesai == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("isi", "kendala"),
    [
        ({"nilai": Decimal("100.01")}, "evaluasi_hasil_nilai_0_100"),
        ({"nilai": Decimal(-1)}, "evaluasi_hasil_nilai_0_100"),
        ({"nilai": None, "predikat": ""}, "evaluasi_hasil_nilai_atau_predikat"),
    ],
)
def test_hasil_evaluasi_yang_mustahil_ditolak(
    dunia: Dunia,
    tulis: None,  # noqa: ARG001
    isi: dict[str, Any],
    kendala: str,
) -> None:
    with pytest.raises(IntegrityError, match=kendala):
        HasilEvaluasiLuar.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit["kabupaten-contoh"],
            tahun_tercetak=2020,
            **isi,
        )


@pytest.mark.parametrize(
    "isi",
    [
        {"komponen": "nilai", "nilai": None},
        {"komponen": "nilai", "nilai": Decimal(1), "kode": "A"},
        {"komponen": "kode", "nilai": Decimal(1)},
        {"komponen": "kode", "kode": None, "nilai": None},
        {"komponen": "kode", "kode": "A", "nilai": Decimal(1)},
    ],
    ids=str,
)
def test_komponen_hanya_angka_atau_hanya_kode(dunia: Dunia, isi: dict[str, Any]) -> None:
    impor(dunia, baris(realisasi=""))

    with (
        pytest.raises(IntegrityError, match="pengukuran_komponen_bentuk"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
    ):
        NilaiKomponen.objects.create(realisasi=Realisasi.objects.get(), **isi)


@pytest.mark.parametrize(
    ("status", "nilai"), [("terhitung", None), ("belum_diisi", Decimal(1)), ("belum_diisi", 0)]
)
def test_capaian_bernilai_tepat_bila_terhitung(dunia: Dunia, status: str, nilai: Any) -> None:
    impor(dunia, baris())
    lama = CapaianSnapshot.objects.get()

    with (
        pytest.raises(IntegrityError, match="pengukuran_snapshot_status_nilai"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
    ):
        CapaianSnapshot.objects.create(
            instansi=dunia.instansi,
            realisasi=lama.realisasi,
            revisi=2,
            kaidah=lama.kaidah,
            kaidah_versi=lama.kaidah_versi,
            status=status,
            nilai=nilai,
            jejak={},
            dibuat_pada=SAAT,
        )


@pytest.mark.parametrize(
    ("isi", "kendala"),
    [
        ({"penyebut": 0}, "perencanaan_target_penyebut_positif"),
        ({"penyebut": -1}, "perencanaan_target_penyebut_positif"),
        ({"penyebut": 1, "nilai": None}, "perencanaan_target_penyebut_positif"),
        ({"nilai": None, "batas_bawah": 9, "batas_atas": 8}, "perencanaan_target_rentang"),
        ({"nilai": 5, "batas_bawah": 1, "batas_atas": 8}, "perencanaan_target_rentang"),
        ({"nilai": None, "batas_bawah": 1}, "perencanaan_target_rentang"),
    ],
    ids=str,
)
def test_target_yang_mustahil_ditolak(dunia: Dunia, isi: dict[str, Any], kendala: str) -> None:
    impor(dunia, baris())

    with (
        pytest.raises(IntegrityError, match=kendala),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
    ):
        TargetVersi.objects.update(**isi)


@pytest.mark.parametrize("tindakan", ["update", "delete"])
def test_dokumen_yang_ditetapkan_beku(dunia: Dunia, tindakan: str) -> None:
    impor(dunia, baris())
    with menulis_langsung(dunia.sistem):
        DokumenVersi.objects.update(ditetapkan=date(2026, 1, 1), dasar="Perbup 1/2026")
    versi = DokumenVersi.objects.get()
    perintah = {
        "update": lambda: DokumenVersi.objects.filter(pk=versi.pk).update(dasar="lain"),
        "delete": lambda: DokumenVersi.objects.filter(pk=versi.pk)._raw_delete("default"),
    }

    with (
        pytest.raises(ProgrammingError, match="Cannot update or delete"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
    ):
        perintah[tindakan]()

    versi.refresh_from_db()
    assert versi.dasar == "Perbup 1/2026"


def test_satu_sel_satu_realisasi(dunia: Dunia) -> None:
    impor(dunia, baris())
    lama = Realisasi.objects.get()

    with (
        pytest.raises(IntegrityError, match="pengukuran_realisasi_satu"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
    ):
        Realisasi.objects.create(
            instansi=dunia.instansi,
            indikator=lama.indikator,
            unit=lama.unit,
            periode=lama.periode,
        )


def test_yang_pernah_dipakai_tidak_terhapus(dunia: Dunia) -> None:
    impor(dunia, baris())

    with (
        pytest.raises(models.ProtectedError),
        menulis_langsung(dunia.sistem),
    ):
        UnitKerja.objects.get(pk=dunia.unit["dinas-anggrek"]).delete()
    assert BarisImpor.objects.count() == 1
