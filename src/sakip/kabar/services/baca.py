"""Marking items as read, and telling what nothing else would tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.kabar.models import BacaKabar, JenisKabar, PesanKabar
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

KUNCI_MAKS, PANJANG_KUNCI = 500, 120
BESOK = timedelta(days=1)


@layanan
def tandai_dibaca(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    kunci: Sequence[str] = (),
    sampai: datetime | None = None,
) -> BacaKabar:
    """Mark single items of the caller's own inbox as read, or everything up to a moment.

    ``sampai`` is the newest that the person saw: what came in since stays unread. Twice is once.
    Names of items that are not there do no harm; beyond five hundred the oldest are forgotten.
    """
    organisasi.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.LIHAT_KINERJA)
    baru = {k for k in kunci if k}
    if len(baru) > KUNCI_MAKS or any(len(k) > PANJANG_KUNCI for k in baru):
        raise IsianTidakSah(_("Terlalu banyak kabar sekaligus. Tandai semuanya sebagai dibaca."))
    BacaKabar.objects.get_or_create(instansi=instansi, pengguna_id=oleh.pengguna_id)
    baca = BacaKabar.objects.select_for_update().get(
        instansi=instansi, pengguna_id=oleh.pengguna_id
    )
    if sampai is not None:
        baca.sampai = max(filter(None, (baca.sampai, min(sampai, saat + BESOK))))
    elif baru <= set(baca.kunci):
        return baca
    else:
        baca.kunci = [*baca.kunci, *sorted(baru - set(baca.kunci))][-KUNCI_MAKS:]
    baca.nomor += 1
    baca.save(update_fields=["sampai", "kunci", "nomor"])
    return baca


@dataclass(frozen=True, slots=True)
class Isi:
    """What to tell: the occasion, the sentence with its filling, the place, and what was written.

    ``asal`` names the occasion for ever: the same again is not told twice.
    """

    jenis: JenisKabar
    asal: str
    pola: str
    isian: dict[str, str] = field(default_factory=dict)
    sasaran: dict[str, Any] = field(default_factory=dict)
    catatan: str = ""


@layanan
def sampaikan_kabar(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    isi: Isi,
    penerima: Sequence[int] = (),
    peran: Sequence[Peran] = (),
) -> int:
    """Put an item into the inboxes of persons, or of whoever holds a peran on the unit.

    For comments and mentions; the caller must see the unit. Nobody is told of what he himself
    did, and a receiver whose reach does not hold the unit never sees it. Returns how many are new.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.LIHAT_KINERJA)
    return catat_pesan(
        instansi=instansi,
        unit_id=tempat.id,
        isi=isi,
        penerima=[p for p in penerima if p != oleh.pengguna_id],
        peran=peran,
        saat=saat,
    )


def catat_pesan(  # noqa: PLR0913
    *,
    instansi: Instansi,
    unit_id: int,
    isi: Isi,
    saat: datetime,
    penerima: Sequence[int] = (),
    peran: Sequence[Peran] = (),
) -> int:
    """Write the items; called inside a service that has looked at the permission. Two queries."""
    tujuan = [*((p, "") for p in penerima), *((None, p.value) for p in peran)]
    sudah = set(
        PesanKabar.objects.filter(instansi=instansi, asal=isi.asal)
        .annotate(siapa=F("pengguna_id"))
        .values_list("siapa", "peran")
    )
    baru = [t for t in dict.fromkeys(tujuan) if t not in sudah]
    PesanKabar.objects.bulk_create(
        (
            PesanKabar(
                instansi=instansi,
                unit_id=unit_id,
                pengguna_id=siapa,
                peran=sebagai,
                jenis=isi.jenis,
                asal=isi.asal,
                pola=isi.pola,
                isian=isi.isian,
                sasaran=isi.sasaran,
                catatan=isi.catatan[:200],
                dibuat_pada=saat,
            )
            for siapa, sebagai in baru
        ),
        ignore_conflicts=True,
    )
    return len(baru)
