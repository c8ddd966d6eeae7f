"""What a unit is held to: the plan until an agreement is signed, periods from the rencana aksi."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.pemeran import Dunia, menulis_langsung
from domain.rencana_uji import TAHUN, RencanaUji, tata_rencana
from sakip.organisasi import selectors as organisasi
from sakip.perencanaan.models import DokumenPerencanaan, DokumenVersi, TargetVersi
from sakip.perjanjian.models import ButirPerjanjian, PerjanjianKinerja, RencanaAksi
from sakip.perjanjian.selectors import target_berlaku

UNIT = "dinas-anggrek"


def _perjanjian(dunia: Dunia, r: RencanaUji, **isi: Any) -> PerjanjianKinerja:
    dasar: dict[str, Any] = {
        "instansi": dunia.instansi,
        "unit_id": dunia.unit[UNIT],
        "tahun": TAHUN,
        "nomor": 1,
        "dokumen_versi": r.versi,
        "anggaran": r.anggaran,
        "pihak_pertama": r.pejabat["pertama"],
        "pihak_kedua": r.pejabat["kedua"],
    }
    with menulis_langsung(dunia.sistem):
        pk = PerjanjianKinerja.objects.create(**dasar | isi)
        ButirPerjanjian.objects.create(
            instansi=dunia.instansi,
            perjanjian=pk,
            urutan=1,
            simpul=r.simpul["s2"],
            sasaran="Meningkatnya tertib desa",
            indikator=r.indikator["desa"],
            indikator_versi=r.wording["desa"],
            target=r.target["desa"],
        )
    return pk


def test_tanpa_rencana_tidak_ada_target(dunia: Dunia) -> None:
    assert target_berlaku(dunia.unit[UNIT], TAHUN) == []


def test_sebelum_perjanjian_rencana_yang_ditetapkan_yang_berlaku(dunia: Dunia) -> None:
    tata_rencana(dunia)

    butir = target_berlaku(dunia.unit[UNIT], TAHUN)

    assert [(b.indikator.kode, b.sasaran, b.target_tahun.teks) for b in butir] == [
        ("waktu", "Meningkatnya kualitas layanan", "30"),
        ("aduan", "Meningkatnya kualitas layanan", "90,00"),
        ("desa", "Meningkatnya tertib desa", "11/14"),
    ]
    assert not any(b.dalam_perjanjian or b.target_periode for b in butir)


def test_rencana_yang_belum_ditetapkan_tidak_berlaku(dunia: Dunia) -> None:
    with menulis_langsung(dunia.sistem):
        dokumen = DokumenPerencanaan.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[UNIT],
            jenis="renja",
            judul="Renja",
            tahun_mulai=TAHUN,
            tahun_selesai=TAHUN,
        )
        DokumenVersi.objects.create(
            instansi=dunia.instansi, dokumen=dokumen, nomor=1, sifat_versi="murni"
        )

    assert target_berlaku(dunia.unit[UNIT], TAHUN) == []


def test_perjanjian_yang_ditandatangani_menandai_janjinya(dunia: Dunia) -> None:
    r = tata_rencana(dunia)
    _perjanjian(dunia, r, keadaan="ditandatangani")

    butir = target_berlaku(dunia.unit[UNIT], TAHUN)

    assert {b.indikator.kode: b.dalam_perjanjian for b in butir} == {
        "waktu": False,
        "aduan": False,
        "desa": True,
    }


def test_target_periode_datang_dari_rencana_aksi_yang_disetujui(dunia: Dunia) -> None:
    r = tata_rencana(dunia)
    pk = _perjanjian(dunia, r, keadaan="ditandatangani")
    tw1 = organisasi.periode(TAHUN, "triwulan", 1)
    i: dict[str, Any] = {"instansi": dunia.instansi}
    with menulis_langsung(dunia.sistem):
        dokumen = DokumenPerencanaan.objects.create(
            **i,
            unit_id=dunia.unit[UNIT],
            jenis="renaksi",
            judul="Rencana aksi",
            tahun_mulai=TAHUN,
            tahun_selesai=TAHUN,
        )
        versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
        TargetVersi.objects.create(
            **i,
            indikator=r.indikator["waktu"],
            unit_id=dunia.unit[UNIT],
            periode=tw1,
            dokumen_versi=versi,
            nilai=Decimal(40),
            teks="40",
        )
        aksi = RencanaAksi.objects.create(
            **i,
            unit_id=dunia.unit[UNIT],
            tahun=TAHUN,
            nomor=1,
            perjanjian=pk,
            dokumen_versi=versi,
        )
    sebelum = target_berlaku(dunia.unit[UNIT], TAHUN)
    with menulis_langsung(dunia.sistem):
        versi.ditetapkan = date(TAHUN, 1, 30)
        versi.save(update_fields=["ditetapkan"])
        aksi.keadaan = "disetujui"
        aksi.save(update_fields=["keadaan"])

    with CaptureQueriesContext(connection) as kueri:
        sesudah = target_berlaku(dunia.unit[UNIT], TAHUN)

    assert [b.target_periode for b in sebelum] == [{}, {}, {}]
    assert [{p: t.teks for p, t in b.target_periode.items()} for b in sesudah] == [
        {tw1.pk: "40"},
        {},
        {},
    ]
    assert len(kueri) <= 7
