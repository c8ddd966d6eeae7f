"""The table "dpa": budgets of many units, applied as documents, withdrawn as documents."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.alur.services import TugasBaru, hapus_tugas, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.bersama.salin import salin
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.impor.tabel import Baris
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Sifat, UnitKerja
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    DokumenAnggaran,
    RincianAnggaran,
    TahapAnggaran,
    TingkatRincian,
)
from sakip.perencanaan.services import baca_anggaran

ALUR = "anggaran"  # name of the tasks; the object is the budget document
BULAN_TENGGAT = timedelta(days=62)  # holidays around the deadline, which is one month away


PembacaPemakai = Callable[[Sequence[DokumenAnggaran]], Iterable[Kesalahan]]
_PEMAKAI: list[PembacaPemakai] = []


def daftarkan_pemakai(baca: PembacaPemakai) -> None:
    """Make known who builds on budgets: apps above this one, which it may not know by name."""
    _PEMAKAI.append(baca)


class ImporAnggaran:
    """DPA, pergeseran and DPPA as the treasurer's system exports them."""

    kode = "dpa"
    judul = gettext_lazy("Anggaran: DPA, pergeseran, DPPA")
    izin = Tindakan.IMPOR_ANGGARAN
    kolom_wajib = baca_anggaran.KOLOM_WAJIB
    kolom = baca_anggaran.KOLOM
    kolom_judul = ("kode", "nama")
    kolom_tampak = ("unit", "tahun", "tahap", "rupiah", "keluaran")
    kolom_angka = ("tahun", "rupiah", "keluaran")

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """See ``perencanaan.services.baca_anggaran``."""
        return baca_anggaran.periksa(baris, lingkup=lingkup, opsi=opsi)

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Write one document per unit and year with its lines, and ask for the agreement."""
        del oleh
        dokumen = _tulis(baris, bets)
        for b in baris:
            d = dokumen[b.isi["unit_id"], b.isi["tahun"]]
            b.jejak = {"anggaran": d.pk, "anggaran_versi": d.versi}
        naikkan_versi_data(list(dokumen))
        for d in dokumen.values():
            _minta_perjanjian(d, bets.instansi, saat)

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Withdraw the documents; refused when anything was built on them."""
        del bets, oleh, saat  # the engine's signature; a withdrawal needs none of them
        dokumen = list(
            DokumenAnggaran.objects.select_for_update().filter(
                pk__in={b.jejak["anggaran"] for b in baris if b.jejak}
            )
        )
        kesalahan = (*_sesudahnya(dokumen), *(k for baca in _PEMAKAI for k in baca(dokumen)))
        if kesalahan:
            raise IsianTidakSah(
                _("Anggaran ini tidak dapat ditarik: sudah ada yang berdiri di atasnya."), kesalahan
            )
        for d in dokumen:
            d.ditarik = True
            d.versi += 1
            d.save(update_fields=["ditarik", "versi"])
        hapus_tugas(alur=ALUR, objek=[d.uuid for d in dokumen])
        naikkan_versi_data([(d.unit_id, d.tahun) for d in dokumen])


def _tulis(
    baris: Sequence[BarisTerperiksa], bets: BetsImpor
) -> dict[tuple[int, int], DokumenAnggaran]:
    kepala = {(b.isi["unit_id"], b.isi["tahun"]): b.isi for b in baris}
    terakhir = {
        (u, t): n
        for u, t, n in DokumenAnggaran.objects.filter(
            unit_id__in={u for u, _t in kepala}, tahun__in={t for _u, t in kepala}
        )
        .values("unit_id", "tahun")
        .annotate(n=Max("nomor"))
        .order_by()
        .values_list("unit_id", "tahun", "n")
    }
    dokumen = DokumenAnggaran.objects.bulk_create(
        DokumenAnggaran(
            instansi_id=bets.instansi_id,
            unit_id=kunci[0],
            tahun=kunci[1],
            nomor=terakhir.get(kunci, 0) + 1,
            tahap=isi["tahap"],
            nomor_dokumen=isi["nomor_dokumen"],
            disahkan=date.fromisoformat(isi["disahkan"]),
            sifat=bets.opsi.get("sifat", Sifat.ASLI),
        )
        for kunci, isi in kepala.items()
    )
    menurut = {(d.unit_id, d.tahun): d for d in dokumen}
    salin(
        RincianAnggaran,
        (
            RincianAnggaran(
                instansi_id=bets.instansi_id,
                anggaran=menurut[b.isi["unit_id"], b.isi["tahun"]],
                kode=b.isi["kode"],
                nama=b.isi["nama"],
                tingkat=b.isi["tingkat"],
                rupiah=Decimal(b.isi["rupiah"]),
                sumber_dana=b.isi["sumber_dana"],
                keluaran=None if b.isi["keluaran"] is None else Decimal(b.isi["keluaran"]),
                keluaran_satuan=b.isi["satuan_keluaran"],
            )
            for b in baris
        ),
    )
    return menurut


def _sesudahnya(dokumen: Sequence[DokumenAnggaran]) -> Iterator[Kesalahan]:
    for d in dokumen:
        lanjut = DokumenAnggaran.objects.filter(
            unit_id=d.unit_id, tahun=d.tahun, nomor__gt=d.nomor, ditarik=False
        ).first()
        if lanjut is not None:
            yield Kesalahan(
                d.nomor_dokumen,
                _("%(nomor)s disahkan %(tanggal)s; batalkan impornya dahulu.")
                % {
                    "nomor": lanjut.nomor_dokumen,
                    "tanggal": date_format(lanjut.disahkan, "j F Y"),
                },
            )


def _minta_perjanjian(d: DokumenAnggaran, instansi: Instansi, saat: datetime) -> None:
    """The task of who drafts for the unit: an agreement after the DPA, a new one after a change.

    A change that leaves every programme as it was asks for nothing.
    """
    murni = d.tahap == TahapAnggaran.MURNI
    if not murni and not _program_berubah(d):
        return
    libur = organisasi.hari_libur(d.disahkan, d.disahkan + BULAN_TENGGAT)
    slug = UnitKerja.objects.values_list("slug", flat=True).get(pk=d.unit_id)
    proyeksikan_tugas(
        instansi_id=d.instansi_id,
        alur=ALUR,
        objek=d.uuid,
        saat=saat,
        tugas=[
            TugasBaru(
                peran=Peran.PENYUSUN_UNIT,
                unit_id=d.unit_id,
                pola=gettext_noop("Susun perjanjian kinerja {tahun}")
                if murni
                else gettext_noop("Susun perjanjian kinerja perubahan {tahun}"),
                isian={"tahun": str(d.tahun)},
                sasaran={"halaman": "perjanjian", "isi": [d.tahun, slug]},
                tahun=d.tahun,
                jatuh_tempo=kaidah.tenggat_perjanjian(
                    d.disahkan, perubahan=not murni, hari_libur=libur, zona=instansi.zona
                ),
            )
        ],
    )


def _program_berubah(d: DokumenAnggaran) -> bool:
    """Whether a programme has another amount than in the document before. Two queries."""
    sebelum = (
        DokumenAnggaran.objects.filter(
            unit_id=d.unit_id, tahun=d.tahun, nomor__lt=d.nomor, ditarik=False
        )
        .order_by("-nomor")
        .first()
    )
    return sebelum is None or _program(sebelum) != _program(d)


def _program(d: DokumenAnggaran) -> dict[str, Decimal]:
    return dict(d.rincian.filter(tingkat=TingkatRincian.PROGRAM).values_list("kode", "rupiah"))
