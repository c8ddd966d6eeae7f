"""Sheets that wait for the caller, of all units in reach: what may be done together."""

from dataclasses import dataclass

from django.db.models import Count, Q

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode
from sakip.organisasi.selectors import UnitTampak, daftar_unit
from sakip.pengukuran.models import KeadaanLembar, LembarPengukuran
from sakip.pengukuran.selectors.alur import ALUR_LEMBAR, pelaku_banyak

# The act that a state waits for; everybody may do it who has its leave on the unit.
MENUNGGU: dict[str, str] = {
    KeadaanLembar.DIAJUKAN: "verifikasi",
    KeadaanLembar.DIVERIFIKASI: "setujui",
    KeadaanLembar.DISETUJUI: "telaah",
    KeadaanLembar.DITELAAH: "kunci",
}


@dataclass(frozen=True, slots=True)
class Antre:
    """One sheet in the queue: the act it waits for, its figures and its warnings.

    ``peringatan``: warnings that stood, all of them answered, when it was handed in.
    """

    lembar: LembarPengukuran
    unit: UnitTampak
    tindakan: str
    angka: int
    peringatan: int
    terlarang: bool

    @property
    def bersama(self) -> bool:
        """It may be done in one act with others: nothing on it asks to be read by itself."""
        return not self.peringatan and not self.terlarang


def antrean(lingkup: Lingkup) -> list[Antre]:
    """Sheets that wait for an act of the caller, by act and then by unit. Seven queries at most.

    A sheet that he made or checked himself is shown, and is not his to check.
    """
    hasil: list[Antre] = []
    unit: dict[Tindakan, dict[int, UnitTampak]] = {}
    for keadaan, tindakan in MENUNGGU.items():
        izin = ALUR_LEMBAR.cari(keadaan, tindakan).izin
        if izin not in unit and lingkup.jalur_untuk(izin):
            unit[izin] = {u.id: u for u in daftar_unit(lingkup, izin)}
    for lembar in _lembar(lingkup, {u for semua in unit.values() for u in semua}):
        tindakan = MENUNGGU[lembar.keadaan]
        satu = unit.get(ALUR_LEMBAR.cari(lembar.keadaan, tindakan).izin, {}).get(lembar.unit_id)
        if satu is not None:
            hasil.append(
                Antre(lembar, satu, tindakan, lembar.angka, lembar.peringatan, terlarang=False)  # type: ignore[attr-defined]
            )
    sendiri = pelaku_banyak(lingkup.pengguna_id, {a.lembar.pk: a.lembar for a in hasil})
    urut = list(MENUNGGU.values())
    return sorted(
        (
            Antre(a.lembar, a.unit, a.tindakan, a.angka, a.peringatan, a.lembar.pk in sendiri)
            for a in hasil
        ),
        key=lambda a: (urut.index(a.tindakan), a.lembar.periode.selesai, a.unit.nama),
    )


def _lembar(lingkup: Lingkup, unit_id: set[int]) -> list[LembarPengukuran]:
    """Sheets of these units that wait, with their counts. One query."""
    if not unit_id:
        return []
    return list(
        LembarPengukuran.objects.filter(
            instansi_id=lingkup.instansi_id,
            unit_id__in=unit_id,
            keadaan__in=MENUNGGU,
            periode__jenis=JenisPeriode.TRIWULAN,
        )
        .select_related("periode")
        .annotate(
            angka=Count("realisasi", filter=~Q(realisasi__teks=""), distinct=True),
            peringatan=Count(
                "jawaban_temuan", filter=Q(jawaban_temuan__berlaku=True), distinct=True
            ),
        )
    )
