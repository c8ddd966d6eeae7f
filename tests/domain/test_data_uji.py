"""The generated regency: always the same, in the shape that an import of the same rows leaves."""

import csv
import io
from fractions import Fraction
from itertools import groupby
from typing import Any

import pghistory.models
import pytest
from django.db import models

from sakip.akun.models import Pengguna
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin
from sakip.bersama.izin import Lingkup
from sakip.bersama.layanan import Pelaku
from sakip.config.data_uji import BENIH
from sakip.config.data_uji import SKALA as NAMA_SKALA
from sakip.data_uji import rancangan
from sakip.data_uji.baris import BarisUji, baris_unit
from sakip.data_uji.muat import bangkitkan, dirikan_data_uji
from sakip.data_uji.pohon import pohon_unit
from sakip.data_uji.rancangan import SAAT, SKALA, Skala, daftar_unit
from sakip.data_uji.rencana import DASAR
from sakip.data_uji.tabel import tabel
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Instansi, UnitKerja, VersiData
from sakip.pengukuran.models import (
    CapaianMutakhir,
    CapaianSnapshot,
    NilaiKomponen,
    Realisasi,
    RingkasanUnit,
)
from sakip.perencanaan.models import DokumenVersi, Indikator, IndikatorVersi, TargetVersi
from sakip.perencanaan.selectors import peta_pohon, pohon_utuh

KECIL = SKALA["kecil"]


def _diam(_pesan: str) -> None:
    """Progress is for the terminal."""


def _baris(skala: Skala, benih: int) -> list[tuple[str, BarisUji]]:
    return [
        (u.slug, b) for n, u in enumerate(daftar_unit(skala)) for b in baris_unit(skala, benih, n)
    ]


def _impor(baris: list[tuple[str, BarisUji]]) -> Instansi:
    """The same rows by the road that users take, into another instansi with the same units."""
    dasar: dict[str, Any] = {"oleh": selectors.pelaku_sistem(), "saat": SAAT}
    instansi = services.dirikan_instansi(
        **dasar,
        kode="99.02",
        slug="kabupaten-impor",
        nama="Kabupaten Impor (contoh)",
        zona="Asia/Jakarta",
        contoh=True,
    )
    dasar["instansi"] = instansi
    services.susun_unit(**dasar, daftar=daftar_unit(KECIL))
    bets = import_pratinjau(
        **dasar,
        jenis="kinerja",
        nama_berkas="uji.csv",
        isi=tabel(baris),
        opsi={"sifat": "contoh", "format_angka": "id"},
    )
    assert bets.ringkasan == {"baru": len(baris)}
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)
    return instansi


SEL = ("indikator__unit__slug", "indikator__kode", "periode__tahun", "periode__nomor")
SEL_REALISASI = tuple(f"realisasi__{k}" for k in SEL)
# Everything that is stored, but for keys, uuids and the instansi itself; and for where figures
# stand and what counts: closed years are laid as published, which an invented table never is.
BENTUK: dict[type[models.Model], tuple[str, tuple[str, ...]]] = {
    DokumenVersi: (
        "instansi",
        ("dokumen__unit__slug", "dokumen__jenis", "dokumen__judul", "dokumen__tahun_mulai",
         "dokumen__tahun_selesai", "dokumen__sifat", "nomor", "sifat_versi", "dasar",
         "ditetapkan", "versi"),
    ),
    Indikator: ("instansi", ("unit__slug", "kode", "ditarik", "sifat")),
    IndikatorVersi: (
        "instansi",
        ("indikator__unit__slug", "indikator__kode", "dokumen_versi__nomor", "nama", "satuan",
         "arah", "jenis_nilai", "skala", "agregasi", "definisi", "rumus", "sumber_data", "iku"),
    ),
    TargetVersi: (
        "instansi",
        (*SEL, "unit__slug", "nilai", "penyebut", "batas_bawah", "batas_atas", "kode", "teks",
         "ditarik", "versi", "dokumen_versi__nomor"),
    ),
    Realisasi: (
        "instansi",
        (*SEL, "unit__slug", "revisi", "versi", "teks", "sumber", "catatan",
         "capaian_tercetak", "rumus_tercetak", "sifat"),
    ),
    NilaiKomponen: (
        "realisasi__instansi",
        (*SEL_REALISASI, "komponen", "rincian", "nilai", "kode"),
    ),
    CapaianSnapshot: (
        "instansi",
        (*SEL_REALISASI, "revisi", "target__teks", "kaidah", "kaidah_versi", "status", "nilai",
         "jejak", "dibuat_pada"),
    ),
    CapaianMutakhir: (
        "instansi",
        (*SEL, "unit__slug", "indikator_versi__nama", "tahun", "snapshot__nilai", "target_teks",
         "realisasi_teks", "status", "capaian", "kategori", "sifat"),
    ),
    RingkasanUnit: (
        "instansi",
        ("unit__slug", "periode__tahun", "periode__nomor", "jumlah", "belum_diisi"),
    ),
    VersiData: ("unit__instansi", ("unit__slug", "tahun", "nomor")),
}  # fmt: skip

# Where these name their document.
BERDOKUMEN: dict[type[models.Model], str] = {
    DokumenVersi: "",
    IndikatorVersi: "dokumen_versi__",
    TargetVersi: "dokumen_versi__",
}


def _bentuk(model: type[models.Model], instansi: Instansi) -> list[tuple[Any, ...]]:
    """What is stored of the figures; the plans are laid beside them and looked at apart."""
    letak, kolom = BENTUK[model]
    baris = model._default_manager.filter(**{letak: instansi}).values_list(*kolom)
    if (awalan := BERDOKUMEN.get(model)) is not None:
        baris = baris.exclude(**{f"{awalan}dasar": DASAR})
    return sorted(baris, key=repr)


def test_benih_yang_sama_memberi_baris_yang_sama() -> None:
    assert _baris(KECIL, 7) == _baris(KECIL, 7)
    assert _baris(KECIL, 7) != _baris(KECIL, 8)


def test_baris_satu_unit_tidak_bergantung_pada_unit_lain() -> None:
    kabupaten = SKALA["kabupaten"]

    assert list(baris_unit(kabupaten, 7, 59)) == list(baris_unit(kabupaten, 7, 59))
    assert sum(1 for _ in baris_unit(kabupaten, 7, 59)) == 333 * 5 * 4


def test_skala_kabupaten_seperti_yang_dijanjikan() -> None:
    kabupaten = SKALA["kabupaten"]

    assert len(daftar_unit(kabupaten)) == 60
    assert len({u.slug for u in daftar_unit(kabupaten)}) == 60
    assert sum(kabupaten.indikator_unit(n) for n in range(60)) == 20_000
    assert kabupaten.realisasi == 400_000
    assert (tuple(SKALA), rancangan.BENIH) == (NAMA_SKALA, BENIH)


def test_pohon_kabupaten_seperti_yang_dijanjikan() -> None:
    kabupaten = SKALA["kabupaten"]
    daftar = [list(pohon_unit(kabupaten, n)) for n in range(60)]

    assert sum(len(d) for d in daftar) == 12_000
    assert {s.jenis.value for s in daftar[0]} == {
        "tujuan", "sasaran", "program", "kegiatan", "subkegiatan",
    }  # fmt: skip
    for d in daftar:
        assert len({s.kode for s in d}) == len(d)
        assert all(s.induk is None or s.induk < n for n, s in enumerate(d))
        # No branch above the sub-kegiatan ends early.
        induk = {s.induk for s in d}
        assert all(n in induk for n, s in enumerate(d) if s.jenis != "subkegiatan")


def test_baris_beragam_dan_ada_yang_kosong() -> None:
    baris = [b for n in range(3) for b in baris_unit(SKALA["kabupaten"], 7, n)]

    assert {b.indikator.pola.arah for b in baris} == {
        "naik_baik",
        "turun_baik",
        "rentang",
        "stabil",
    }
    assert {b.indikator.pola.jenis for b in baris} == {
        "bilangan", "persen", "rasio", "predikat", "ya_tidak",
    }  # fmt: skip
    assert any(b.target is None for b in baris)
    assert any(b.target is not None and b.target.nilai == 0 for b in baris)
    assert any(b.realisasi is None and b.tahun < 2026 for b in baris)
    # The last quarter of 2026 is still running on the set's own day, 24 November 2026.
    assert all(b.realisasi is None for b in baris if (b.tahun, b.triwulan) == (2026, 4))


def test_setiap_nama_mengaku_contoh() -> None:
    assert all("(contoh" in u.nama and u.sifat == "contoh" for u in daftar_unit(KECIL))
    assert all("(contoh" in b.indikator.nama for _slug, b in _baris(KECIL, 7))


def test_tabelnya_dapat_dibaca_kembali() -> None:
    baris = _baris(KECIL, 7)

    isi = list(csv.DictReader(io.StringIO(tabel(baris).decode())))

    assert len(isi) == len(baris) == KECIL.realisasi
    assert isi[0]["unit"] == "pemda"
    assert isi[0]["periode"] == "tw1"
    assert {b["sumber"] for b in isi} == {rancangan.SUMBER}


@pytest.fixture
def uji(db: None) -> Instansi:
    del db
    return bangkitkan("kecil", 7, _diam)


def test_isinya_sama_dengan_hasil_impor_baris_yang_sama(uji: Instansi) -> None:
    impor = _impor(_baris(KECIL, 7))

    for model in BENTUK:
        kita, mereka = _bentuk(model, uji), _bentuk(model, impor)
        if model is VersiData:  # accounts and their peran are no part of what is imported
            kita, mereka = (
                [b for b in x if b[1] != selectors.TAHUN_SUSUNAN] for x in (kita, mereka)
            )
        assert len(kita) > 0, model
        assert kita == mereka, model


def test_tahun_yang_lewat_terbit_dan_tahun_berjalan_konsep(uji: Instansi) -> None:
    keadaan = set(Realisasi.objects.filter(instansi=uji).values_list("periode__tahun", "keadaan"))

    assert keadaan == {(2025, "tercatat"), (2026, "konsep")}


def test_riwayatnya_ditulis_dengan_penulisnya(uji: Instansi) -> None:
    sistem = selectors.pelaku_sistem().pengguna_id

    for model in (Indikator, IndikatorVersi, TargetVersi, Realisasi):
        acara = model.events.rel.related_model.objects.filter(instansi_id=uji.pk)  # type: ignore[attr-defined]
        assert acara.count() == model._default_manager.filter(instansi=uji).count()
        konteks = set(acara.values_list("pgh_context", flat=True))
        penulis = pghistory.models.Context.objects.filter(pk__in=konteks)
        assert {p.metadata["pengguna"] for p in penulis} == {sistem}


def test_rencana_semua_unit_satu_pohon(uji: Instansi) -> None:
    lingkup = Lingkup(1, uji.pk, SAAT.date(), (), sistem=True)

    peta = peta_pohon(lingkup, 2025)
    pohon = [s for akar in pohon_utuh(peta) for s in akar.semua()]

    assert len(pohon) == KECIL.simpul
    assert not peta.belum_tersambung
    assert not peta.tanpa_pohon
    assert sum(len(s.indikator) for s in pohon) == KECIL.indikator
    # A konsep, so that figures may still be imported beside it.
    assert all(v.ditetapkan is None and v.sifat == "contoh" for v in peta.versi.values())
    # A target for the year, but for the few that never got one.
    assert sum(bool(i.target) for s in pohon for i in s.indikator) > 0.9 * KECIL.indikator
    assert pohon[0].jalur == f"{pohon[0].id}."


def test_ringkasan_dihitung_ulang_tepat_sama(uji: Instansi) -> None:
    sel = CapaianMutakhir.objects.filter(instansi=uji).order_by("unit_id", "periode_id")
    hitungan = {}
    for kunci, kelompok in groupby(sel, key=lambda m: (m.unit_id, m.periode_id)):
        isi = list(kelompok)
        # Only what was published counts; a draft is a figure of its own kind.
        sah = [m for m in isi if m.keadaan == "tercatat"]
        ada = [m.capaian for m in sah if m.capaian is not None]
        kategori = [m.kategori for m in sah if m.kategori]
        hitungan[kunci] = (
            len(isi),
            sum(m.status == "terhitung" for m in sah),
            sum(m.status == "terhitung" for m in isi if m not in sah),
            sum(c >= 100 for c in ada),
            sum(m.status == "belum_diisi" for m in isi),
            sum(map(Fraction, ada), Fraction(0)),
            {k: kategori.count(k) for k in set(kategori)},
        )

    tersimpan = {
        (r.unit_id, r.periode_id): (
            r.jumlah,
            r.terhitung,
            r.sementara,
            r.tercapai,
            r.belum_diisi,
            Fraction(r.jumlah_capaian),
            r.menurut_kategori,
        )
        for r in RingkasanUnit.objects.filter(instansi=uji)
    }
    assert tersimpan == hitungan


def _dirikan(*, berakun: bool) -> Instansi:
    return dirikan_data_uji(
        oleh=selectors.pelaku_sistem(),
        saat=SAAT,
        skala=KECIL,
        benih=7,
        berakun=berakun,
        lapor=_diam,
    )


def test_semua_ditandai_contoh_dan_akunnya_dapat_masuk(db: None) -> None:
    del db
    uji = _dirikan(berakun=True)

    assert uji.contoh
    assert set(UnitKerja.objects.filter(instansi=uji).values_list("sifat", flat=True)) == {"contoh"}
    akun = Pengguna.objects.filter(nama_pengguna__startswith="uji.")
    assert all(a.contoh and a.nama.endswith("Contoh") and a.has_usable_password() for a in akun)
    assert akun.count() == 5


def test_di_samping_data_asli_akunnya_tidak_dapat_masuk(db: None) -> None:
    del db
    services.dirikan_instansi(
        oleh=selectors.pelaku_sistem(),
        saat=SAAT,
        kode="36.04",
        slug="asli",
        nama="Kabupaten Asli",
        zona="Asia/Jakarta",
        contoh=False,
    )

    bangkitkan("kecil", 7, _diam)

    akun = Pengguna.objects.filter(nama_pengguna__startswith="uji.")
    assert not any(a.has_usable_password() for a in akun)


def test_ditolak_bila_instansinya_sudah_ada(uji: Instansi) -> None:
    with pytest.raises(PerpindahanTidakSah, match=r"99\.01"):
        bangkitkan("kecil", 8, _diam)

    assert Instansi.objects.filter(kode=uji.kode).count() == 1


def test_hanya_program_sendiri_yang_boleh(db: None) -> None:
    del db
    with pytest.raises(TidakBerizin):
        dirikan_data_uji(
            oleh=Pelaku(selectors.pelaku_sistem().pengguna_id),
            saat=SAAT,
            skala=KECIL,
            benih=7,
            berakun=True,
            lapor=_diam,
        )
