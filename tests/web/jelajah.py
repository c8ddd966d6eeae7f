"""Going around the site as somebody: clients, addresses of every kind, what stands behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from domain.lembar import baris, impor, pratinjau
from domain.pemeran import MULAI, Dunia
from sakip.bersama.izin import Peran
from sakip.organisasi import services
from sakip.organisasi.models import Pegawai
from sakip.pengukuran.models import CapaianSnapshot

PINTU = "allauth.account.auth_backends.AuthenticationBackend"


def klien(dunia: Dunia, siapa: str, **opsi: Any) -> Client:
    """A browser in which this person of the cast has signed in."""
    from sakip.akun.models import Pengguna  # noqa: PLC0415 - models need Django to be ready

    satu = Client(**opsi)
    satu.force_login(Pengguna.objects.get(pk=dunia.orang[siapa].pengguna_id), backend=PINTU)
    return satu


def tambah_orang(dunia: Dunia, peran: Peran, unit: str) -> str:
    """Somebody who plays just this part on just this unit; gives the name in the cast."""
    nama = f"pemegang-{peran.value}-{unit}"
    akun = services.buat_akun(
        **dunia.dasar("sistem"), nama_pengguna=f"{nama}.99", nama=f"{nama} Contoh", sandi=None
    )
    services.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=akun.pk,
        peran=peran,
        unit=unit,
        mulai=MULAI,
        selesai=None,
    )
    dunia.orang[nama] = type(dunia.sistem)(akun.pk)
    return nama


def tambah_orang_serba_bisa(dunia: Dunia) -> str:
    """Somebody who holds every peran over the whole government; gives the name in the cast."""
    nama = tambah_orang(dunia, Peran.ADMIN_INSTANSI, dunia.instansi.slug)
    for peran in set(Peran) - {Peran.ADMIN_INSTANSI}:
        services.beri_peran(
            **dunia.dasar("sistem"),
            pengguna_id=dunia.orang[nama].pengguna_id,
            peran=peran,
            unit=dunia.instansi.slug,
            mulai=MULAI,
            selesai=None,
        )
    return nama


@dataclass(frozen=True, slots=True)
class Tempat:
    """One unit of one government with something of every kind in it: the places to try."""

    kode: str
    slug: str
    jabatan: str
    pegawai: str
    penugasan: str
    pratinjau: str
    terapan: str
    snapshot: str
    benda: dict[str, str] = field(default_factory=dict)


def isi_tempat(dunia: Dunia, slug: str, penyusun: str) -> Tempat:
    """Fill a unit: a post held by somebody, an applied and a waiting import, a figure, and more."""
    from rute import BAGIAN  # noqa: PLC0415 - the parts know this module

    dasar = dunia.dasar("sistem")
    jabatan = services.tambah_jabatan(**dasar, unit=slug, kode=f"kepala-{slug}", nama="Kepala")
    kosong = services.tambah_jabatan(**dasar, unit=slug, kode=f"sekretaris-{slug}", nama="Sekre")
    pegawai = Pegawai.objects.filter(instansi=dunia.instansi).order_by("id")[0]
    penugasan = services.tugaskan_pejabat(
        **dasar,
        jabatan=jabatan.uuid,
        pegawai=pegawai.uuid,
        sifat="definitif",
        mulai=MULAI,
        selesai=None,
        dasar="SK",
    )
    terapan = impor(dunia, baris(unit=slug), siapa=penyusun)
    menunggu = pratinjau(dunia, baris(unit=slug, kode_indikator="baru"), siapa=penyusun)
    return Tempat(
        kode=dunia.instansi.kode,
        slug=slug,
        jabatan=str(kosong.uuid),
        pegawai=str(pegawai.uuid),
        penugasan=str(penugasan.uuid),
        pratinjau=str(menunggu.uuid),
        terapan=str(terapan.uuid),
        snapshot=str(CapaianSnapshot.objects.filter(realisasi__unit__slug=slug).latest("id").uuid),
        benda={k: v for b in BAGIAN for k, v in b.isi(dunia, slug, penyusun).items()},
    )


def minta(satu: Client, cara: str, alamat: str, isi: dict[str, Any] | None = None) -> HttpResponse:
    """One request that leaves nothing behind."""
    with transaction.atomic():
        jawaban: HttpResponse = getattr(satu, cara)(alamat, isi or {})
        transaction.set_rollback(True)
    return jawaban


def semua_rute() -> Iterator[str]:
    """Names of every address the site knows, with their namespace."""
    yield from _rute(get_resolver(), ())


def _rute(pohon: URLResolver, ruang: tuple[str, ...]) -> Iterator[str]:
    for p in pohon.url_patterns:
        if isinstance(p, URLPattern):
            yield ":".join((*ruang, p.name or f"tanpa-nama {p.pattern}"))
        else:
            yield from _rute(p, (*ruang, *([p.namespace] if p.namespace else [])))


def alamat(nama: str, *isi: object) -> str:
    return reverse(f"web:{nama}", args=isi)
