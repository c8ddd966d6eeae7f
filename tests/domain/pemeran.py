"""The fixed cast of every domain and web test, in two small invented governments.

Ani drafts for Dinas Anggrek, Budi heads it, Citra evaluates, Dewi drafts for another dinas, Eko
belongs to another government, Fitri coordinates, Gita plans for the whole government, Admin keeps
its accounts, and Sistem is the program itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Self

from django.apps import apps
from django.db import models

from sakip.akun.models import Pengguna
from sakip.bersama.izin import Lingkup, Peran
from sakip.bersama.layanan import Pelaku, _pintu
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Instansi, UnitKerja, Zona
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import UnitBaru

SAAT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 09.00 WIB, 11.00 WIT
HARI = date(2026, 11, 24)
MULAI = date(2024, 1, 1)


@dataclass(slots=True)
class Dunia:
    """One invented government: its units by slug and its people by name."""

    instansi: Instansi
    sistem: Pelaku
    unit: dict[str, int]
    orang: dict[str, Pelaku] = field(default_factory=dict)

    def dasar(self, nama: str) -> dict[str, Any]:
        """The arguments every service takes: who, when, where."""
        return {"oleh": self.pelaku(nama), "saat": SAAT, "instansi": self.instansi}

    def pelaku(self, nama: str) -> Pelaku:
        return self.sistem if nama == "sistem" else self.orang[nama]

    def lingkup(self, nama: str, pada: date = HARI) -> Lingkup:
        if nama == "sistem":
            return Lingkup(self.sistem.pengguna_id, self.instansi.pk, pada, (), sistem=True)
        return selectors.lingkup_pengguna(self.orang[nama].pengguna_id, self.instansi, pada)

    def tampak(self, slug: str) -> UnitTampak:
        semua = {u.slug: u for u in selectors.daftar_unit(self.lingkup("sistem"), "lihat_kinerja")}  # type: ignore[arg-type]
        return semua[slug]


class Pembangun:
    """Builds a government through the services that users' acts go through."""

    def __init__(self, kode: str, nama: str, zona: Zona = Zona.WIB) -> None:
        self.kode, self.nama, self.zona = kode, nama, zona
        self.slug = nama.lower().replace(" ", "-")
        self._unit = [self._baru(self.slug, nama, "pemda", None)]
        self._orang: list[tuple[str, tuple[Peran, ...], str]] = []

    def dengan_unit(self, slug: str, jenis: str, induk: str | None = None, **isi: Any) -> Self:
        nama = slug.replace("-", " ").title()
        self._unit.append(self._baru(slug, nama, jenis, induk or self.slug, **isi))
        return self

    def dengan_orang(self, nama: str, *peran: Peran, unit: str | None = None) -> Self:
        self._orang.append((nama, peran, unit or self.slug))
        return self

    def bangun(self) -> Dunia:
        """Lay it, or give the one that an earlier call left in the database."""
        return self._ada() or self._baru_seluruhnya()

    def _ada(self) -> Dunia | None:
        instansi = Instansi.objects.filter(kode=self.kode).first()
        if instansi is None:
            return None
        unit = dict(UnitKerja.objects.filter(instansi=instansi).values_list("slug", "pk"))
        orang = {
            nama.removesuffix(f".{self.kode}"): Pelaku(pk)
            for pk, nama in Pengguna.objects.filter(
                nama_pengguna__endswith=f".{self.kode}"
            ).values_list("pk", "nama_pengguna")
        }
        return Dunia(instansi, selectors.pelaku_sistem(), unit, orang)

    def _baru_seluruhnya(self) -> Dunia:
        sistem = selectors.pelaku_sistem()
        instansi = services.dirikan_instansi(
            oleh=sistem,
            saat=SAAT,
            kode=self.kode,
            slug=self.slug,
            nama=self.nama,
            zona=self.zona,
            contoh=True,
        )
        unit = services.susun_unit(oleh=sistem, saat=SAAT, instansi=instansi, daftar=self._unit)
        dunia = Dunia(instansi, sistem, unit)
        for nama, peran, tempat in self._orang:
            dunia.orang[nama] = self._akun(dunia, nama, peran, tempat)
        return dunia

    def _akun(self, dunia: Dunia, nama: str, peran: tuple[Peran, ...], unit: str) -> Pelaku:
        dasar = dunia.dasar("sistem")
        pengguna = services.buat_akun(
            **dasar,
            nama_pengguna=f"{nama}.{self.kode}",
            nama=f"{nama.title()} Contoh",
            sandi=None,
            contoh=True,
        )
        services.catat_pegawai(
            **dasar, kode=nama, nama=f"{nama.title()} Contoh", pengguna_id=pengguna.pk
        )
        for satu in peran:
            services.beri_peran(
                **dasar, pengguna_id=pengguna.pk, peran=satu, unit=unit, mulai=MULAI, selesai=None
            )
        return Pelaku(pengguna.pk)

    def _baru(self, slug: str, nama: str, jenis: str, induk: str | None, **isi: Any) -> UnitBaru:
        return UnitBaru(
            kode=f"{self.kode}.{slug}",
            slug=slug,
            nama=nama,
            jenis=jenis,
            induk=induk,
            mulai=MULAI,
            **isi,
        )


def bangun_dunia() -> Dunia:
    """Kabupaten Contoh with everyone but Eko."""
    return (
        Pembangun("99.11", "Kabupaten Contoh")
        .dengan_unit("dinas-anggrek", "dinas")
        .dengan_unit("bidang-angsana", "bidang", "dinas-anggrek")
        .dengan_unit("dinas-bakung", "dinas")
        .dengan_unit("kecamatan-cempaka", "kecamatan", jumlah_desa=3)
        .dengan_orang("ani", Peran.PENYUSUN_UNIT, unit="dinas-anggrek")
        .dengan_orang("budi", Peran.PIMPINAN_UNIT, unit="dinas-anggrek")
        .dengan_orang("citra", Peran.EVALUATOR_ANGGOTA)
        .dengan_orang("dewi", Peran.PENYUSUN_UNIT, unit="dinas-bakung")
        .dengan_orang("fitri", Peran.KOORDINATOR_SAKIP)
        .dengan_orang("gita", Peran.PERENCANA_DAERAH)
        .dengan_orang("admin", Peran.ADMIN_INSTANSI)
        .dengan_orang("admin-bakung", Peran.ADMIN_INSTANSI, unit="dinas-bakung")
        .dengan_orang("koordinator-bakung", Peran.KOORDINATOR_SAKIP, unit="dinas-bakung")
        .dengan_orang("hari")
        .bangun()
    )


def bangun_dunia_lain() -> Dunia:
    """Kabupaten Lain, in the easternmost zone, with Eko who may do everything there."""
    return (
        Pembangun("99.12", "Kabupaten Lain", Zona.WIT)
        .dengan_unit("dinas-lain", "dinas")
        .dengan_orang("eko", *Peran)
        .bangun()
    )


@contextmanager
def menulis_langsung(oleh: Pelaku) -> Iterator[None]:
    """Write rows by hand to arrange or to provoke: with an author, as every write must be."""
    with _pintu("uji.persiapan", oleh):
        yield


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One row of history: what happened, by whom, through which service."""

    label: str
    pengguna: int
    tindakan: str


def peristiwa(objek: models.Model) -> list[Peristiwa]:
    """What the database wrote down about one record, the oldest first."""
    jenis = apps.get_model(objek._meta.app_label, f"{objek._meta.object_name}Event")
    return [
        Peristiwa(label, isi["pengguna"], isi["tindakan"])
        for label, isi in jenis._default_manager.filter(pgh_obj_id=objek.pk)
        .order_by("pgh_id")
        .values_list("pgh_label", "pgh_context__metadata")
    ]


def hitung_baris() -> dict[str, int]:
    """How many rows each table of ours holds: to prove that nothing was half-written."""
    return {
        m._meta.label: m._default_manager.count()
        for m in apps.get_models()
        if m.__module__.startswith(("sakip.", "pghistory."))
    }
