"""Laying the invented regency: units, accounts, every figure by the import's own writer, plans."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from sakip.bersama.galat import PerpindahanTidakSah
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku, layanan
from sakip.config.contoh import SANDI_CONTOH
from sakip.data_uji import rancangan
from sakip.data_uji.baris import PREDIKAT, BarisUji, baris_unit
from sakip.data_uji.lembar import tata_lembar
from sakip.data_uji.rancangan import Skala
from sakip.data_uji.rencana import PerencanaUji
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris, BetsImpor
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Instansi, JenisPeriode, Periode, Sifat, Zona
from sakip.organisasi.services.unit import hanya_sistem
from sakip.pengukuran import kaidah
from sakip.pengukuran.services.terapkan import terapkan
from sakip.perencanaan.models import JenisNilai

AKUN = (
    ("uji.admin", "Uma Contoh", Peran.ADMIN_INSTANSI, "pemda"),
    ("uji.perencana", "Prama Contoh", Peran.PERENCANA_DAERAH, "pemda"),
    ("uji.organisasi", "Ola Contoh", Peran.KOORDINATOR_SAKIP, "pemda"),
    ("uji.dinas", "Dinar Contoh", Peran.PENYUSUN_UNIT, "inspektorat"),
    ("uji.kepala", "Kemal Contoh", Peran.PIMPINAN_UNIT, "sekretariat-daerah"),
)


@layanan
def dirikan_data_uji(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    skala: Skala,
    benih: int,
    berakun: bool,
    lapor: Callable[[str], None],
) -> Instansi:
    """Lay the regency whole, or nothing. Refused when its instansi is there already.

    ``berakun``: the accounts get the demo's well-known password; else nobody can sign in as them.
    """
    hanya_sistem(oleh)
    if Instansi.objects.filter(kode=rancangan.KODE).exists():
        raise PerpindahanTidakSah(
            _("Instansi %s sudah ada; data uji tidak ditambahkan lagi.") % rancangan.KODE
        )
    instansi = services.dirikan_instansi(
        oleh=oleh,
        saat=saat,
        kode=rancangan.KODE,
        slug=rancangan.SLUG,
        nama=rancangan.NAMA,
        zona=Zona.WIB,
        contoh=True,
    )
    unit = services.susun_unit(
        oleh=oleh, saat=saat, instansi=instansi, daftar=rancangan.daftar_unit(skala)
    )
    _akun(oleh, saat, instansi, SANDI_CONTOH if berakun else None)
    # Checked statement by statement: a queue of millions of checks would not fit in memory.
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    perencana = PerencanaUji(instansi, skala)
    for n, (slug, unit_id) in enumerate(unit.items()):
        baris = list(baris_unit(skala, benih, n))
        _angka(instansi, unit_id, baris, saat)
        perencana.tata(unit_id, n, baris)
        lapor(
            _("%(n)s dari %(semua)s unit: %(slug)s")
            % {"n": n + 1, "semua": len(unit), "slug": slug}
        )
    tata_lembar(instansi, list(unit.values()))
    return instansi


def _akun(oleh: Pelaku, saat: datetime, instansi: Instansi, sandi: str | None) -> None:
    dasar: dict[str, Any] = {"oleh": oleh, "saat": saat, "instansi": instansi}
    for akun, nama, peran, unit in AKUN:
        pengguna = services.buat_akun(
            **dasar, nama_pengguna=akun, nama=nama, sandi=sandi, contoh=True
        )
        services.beri_peran(
            **dasar,
            pengguna_id=pengguna.pk,
            peran=peran,
            unit=unit,
            mulai=rancangan.BERDIRI,
            selesai=None,
            dasar=rancangan.SUMBER,
        )


def _angka(instansi: Instansi, unit_id: int, baris: Iterable[BarisUji], saat: datetime) -> None:
    """One unit's rows, as if a checked import were being applied: closed years as published."""
    bets = BetsImpor(instansi=instansi, opsi={"sifat": Sifat.CONTOH})
    daftar = [_terperiksa(n, unit_id, b) for n, b in enumerate(baris, 2)]
    terapkan(daftar, bets=bets, saat=saat, terbit_sampai=saat.year - 1)


def _terperiksa(nomor: int, unit_id: int, b: BarisUji) -> BarisTerperiksa:
    periode = _periode(b.tahun, b.triwulan)
    pola = b.indikator.pola
    return BarisTerperiksa(
        nomor=nomor,
        akibat=AkibatBaris.BARU,
        isi={
            "unit_id": unit_id,
            "periode_id": periode.pk,
            "tahun": b.tahun,
            "kode": b.indikator.kode,
            "indikator": {
                "nama": b.indikator.nama,
                "satuan": pola.satuan,
                "arah": pola.arah.value,
                "jenis_nilai": pola.jenis.value,
                "agregasi": pola.agregasi.value,
                "skala": _skala(periode.selesai) if pola.jenis == JenisNilai.PREDIKAT else "",
            },
            "target": b.target.ke_data() if b.target else None,
            "realisasi": b.realisasi.ke_data() if b.realisasi else None,
            "catatan": {
                "capaian_tercetak": "",
                "rumus_tercetak": "",
                "catatan": "",
                "sumber": rancangan.SUMBER,
            },
        },
    )


@lru_cache(maxsize=64)
def _skala(pada: date) -> str:
    return kaidah.cari_skala(PREDIKAT, pada)


@lru_cache(maxsize=64)
def _periode(tahun: int, triwulan: int) -> Periode:
    return selectors.periode(tahun, JenisPeriode.TRIWULAN, triwulan)


def bangkitkan(nama_skala: str, benih: int, lapor: Callable[[str], None]) -> Instansi:
    """The command's whole work: as the program itself, on the set's own day."""
    asli = Instansi.objects.filter(contoh=False).exists()
    return dirikan_data_uji(
        oleh=selectors.pelaku_sistem(),
        saat=rancangan.SAAT,
        skala=rancangan.SKALA[nama_skala],
        benih=benih,
        berakun=not asli,
        lapor=lapor,
    )
