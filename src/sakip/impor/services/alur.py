"""Whether a batch may be corrected, applied, dropped, taken back: the table of its states."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.jenis import jenis_impor
from sakip.impor.models import AkibatBaris, KeadaanImpor


def _tanpa_galat(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    galat = konteks["ringkasan"].get(AkibatBaris.GALAT, 0)
    if galat:
        return SyaratBelum(
            "impor_bergalat",
            _("%s baris masih galat. Perbaiki pada pratinjau atau di berkasnya.") % galat,
            "baris_galat",
        )
    return None


def _ada_perubahan(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    isi = konteks["ringkasan"]
    if not isi.get(AkibatBaris.BARU, 0) and not isi.get(AkibatBaris.BERUBAH, 0):
        return SyaratBelum(
            "impor_sama", _("Semua baris sudah sama dengan yang tersimpan; tidak ada perubahan.")
        )
    return None


def _alur(izin: Tindakan) -> Alur:
    return Alur(
        nama="impor",
        awal=KeadaanImpor.PRATINJAU,
        transisi=(
            Transisi(
                frozenset({KeadaanImpor.PRATINJAU}),
                "terapkan",
                KeadaanImpor.DITERAPKAN,
                izin,
                (_tanpa_galat, _ada_perubahan),
            ),
            Transisi(frozenset({KeadaanImpor.PRATINJAU}), "perbaiki", KeadaanImpor.PRATINJAU, izin),
            Transisi(frozenset({KeadaanImpor.PRATINJAU}), "buang", KeadaanImpor.DIBUANG, izin),
            Transisi(
                frozenset({KeadaanImpor.DITERAPKAN}),
                "batalkan",
                KeadaanImpor.DIBATALKAN,
                izin,
                beralasan=True,
            ),
        ),
        sebutan={
            "terapkan": gettext_lazy("menerapkan impor"),
            "perbaiki": gettext_lazy("memperbaiki pratinjau"),
            "buang": gettext_lazy("membuang pratinjau"),
            "batalkan": gettext_lazy("membatalkan impor"),
            KeadaanImpor.PRATINJAU: gettext_lazy("pratinjau"),
            KeadaanImpor.DITERAPKAN: gettext_lazy("diterapkan"),
            KeadaanImpor.DIBATALKAN: gettext_lazy("dibatalkan"),
            KeadaanImpor.DIBUANG: gettext_lazy("dibuang"),
        },
    )


# One table of transitions; whose leave it asks is said by the kind of table.
ALUR_IMPOR = _alur(Tindakan.IMPOR_KINERJA)
_ALUR_MENURUT_IZIN = {
    izin: _alur(izin)
    for izin in (
        Tindakan.IMPOR_KINERJA,
        Tindakan.IMPOR_ANGGARAN,
        Tindakan.IMPOR_NOMENKLATUR,
        Tindakan.IMPOR_RENCANA,
        Tindakan.ISI_PENGUKURAN,
    )
}


def alur_impor(jenis: str) -> Alur:
    """The table of transitions for batches of a kind."""
    return _ALUR_MENURUT_IZIN[jenis_impor(jenis).izin]
