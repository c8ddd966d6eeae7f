"""What is stored of performance, as plain data: to compare with before, and with a recount."""

from collections import Counter
from decimal import Decimal
from typing import Any

from domain.pemeran import Dunia
from sakip.organisasi.selectors import kebijakan_berlaku
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import CapaianMutakhir, Realisasi, RingkasanUnit
from sakip.pengukuran.services.tersimpan import nilai_realisasi, nilai_target
from sakip.perencanaan.models import IndikatorVersi, TargetVersi

Sel = tuple[str, str, int, str]


def sel_mutakhir(dunia: Dunia) -> dict[Sel, dict[str, Any]]:
    """Every current cell by (unit, code, year, period)."""
    return {
        (m.unit.slug, m.indikator.kode, m.tahun, f"{m.periode.jenis}{m.periode.nomor}"): {
            "target": m.target_teks,
            "realisasi": m.realisasi_teks,
            "keadaan": m.keadaan,
            "status": m.status,
            "capaian": m.capaian,
            "kategori": m.kategori,
            "sifat": m.sifat,
            "kata": _kata(m.indikator_versi),
            "catatan": _catatan(m.snapshot.realisasi),
            "snapshot": (m.snapshot.status, m.snapshot.nilai),
        }
        for m in CapaianMutakhir.objects.filter(instansi=dunia.instansi).select_related(
            "unit", "indikator", "periode", "indikator_versi", "snapshot__realisasi"
        )
    }


def _kata(v: IndikatorVersi) -> tuple[str, ...]:
    return v.nama, v.satuan, v.arah, v.jenis_nilai, v.agregasi, v.skala


def _catatan(r: Realisasi) -> tuple[str, ...]:
    return r.capaian_tercetak, r.rumus_tercetak, r.catatan, r.sumber


def hitung_ulang(dunia: Dunia) -> dict[Sel, dict[str, Any]]:
    """The same, computed from nothing but measurements, targets and wordings."""
    return {
        (r.unit.slug, r.indikator.kode, r.periode.tahun, f"{r.periode.jenis}{r.periode.nomor}"): (
            _satu(dunia, r)
        )
        for r in Realisasi.objects.filter(instansi=dunia.instansi)
        .exclude(keadaan="ditarik")
        .select_related("unit", "indikator", "periode")
    }


def _satu(dunia: Dunia, r: Realisasi) -> dict[str, Any]:
    # ``get`` on purpose: a cell with two living targets would be a fault of its own.
    t = TargetVersi.objects.get(
        indikator=r.indikator, unit=r.unit, periode=r.periode, ditarik=False
    )
    v = IndikatorVersi.objects.get(indikator=r.indikator, dokumen_versi_id=t.dokumen_versi_id)
    target, nilai = nilai_target(t), nilai_realisasi(r, r.komponen.all())
    akhir = r.periode.selesai
    pilihan = kebijakan_berlaku(dunia.instansi.pk, kaidah.KAIDAH_CAPAIAN, akhir)
    hasil = kaidah.hitung(
        target,
        nilai,
        arah=v.arah,
        jenis=v.jenis_nilai,
        skala_id=v.skala,
        pada=akhir,
        kaidah=kaidah.kaidah_untuk(akhir, pilihan),
        jatuh_tempo=akhir < dunia.lingkup("sistem").pada,
    )
    return {
        "target": _teks(target),
        "realisasi": _teks(nilai),
        "keadaan": r.keadaan,
        "status": hasil.status,
        "capaian": hasil.nilai,
        "kategori": kaidah.kategori(hasil.nilai, akhir),
        "sifat": r.sifat,
        "kata": _kata(v),
        "catatan": _catatan(r),
        "snapshot": (hasil.status, hasil.nilai),
    }


def _teks(n: NilaiBaru | None) -> str:
    return "" if n is None else n.teks


def ringkasan(dunia: Dunia) -> dict[tuple[str, int, str], dict[str, Any]]:
    """The stored summaries that count at least one row."""
    return {
        (r.unit.slug, r.periode.tahun, f"{r.periode.jenis}{r.periode.nomor}"): {
            "jumlah": r.jumlah,
            "terhitung": r.terhitung,
            "sementara": r.sementara,
            "tercapai": r.tercapai,
            "belum_diisi": r.belum_diisi,
            "jumlah_capaian": r.jumlah_capaian,
            "menurut_kategori": r.menurut_kategori,
            "menurut_keadaan": r.menurut_keadaan,
        }
        for r in RingkasanUnit.objects.filter(instansi=dunia.instansi, jumlah__gt=0).select_related(
            "unit", "periode"
        )
    }


def hitung_ulang_ringkasan(dunia: Dunia) -> dict[tuple[str, int, str], dict[str, Any]]:
    """The same, counted from the recomputed cells."""
    menurut: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for (unit, _kode, tahun, periode), isi in hitung_ulang(dunia).items():
        menurut.setdefault((unit, tahun, periode), []).append(isi)
    return {kunci: _jumlahkan(isi) for kunci, isi in menurut.items()}


def _jumlahkan(isi: list[dict[str, Any]]) -> dict[str, Any]:
    # Only what a head answers for counts; a table of our own figures brings drafts.
    sah = [s for s in isi if s["keadaan"] in {"disetujui", "ditelaah", "terkunci", "tercatat"}]
    capaian = [s["capaian"] for s in sah if s["capaian"] is not None]
    return {
        "jumlah": len(isi),
        "terhitung": sum(s["status"] == "terhitung" for s in sah),
        "sementara": sum(s["status"] == "terhitung" for s in isi if s not in sah),
        "tercapai": sum(c >= 100 for c in capaian),
        "belum_diisi": sum(s["status"] == "belum_diisi" for s in isi),
        "jumlah_capaian": sum(capaian, Decimal(0)),
        "menurut_kategori": dict(Counter(s["kategori"] for s in sah if s["kategori"])),
        "menurut_keadaan": dict(Counter(s["keadaan"] for s in isi)),
    }
