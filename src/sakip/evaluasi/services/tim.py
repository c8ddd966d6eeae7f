"""The team of an evaluation, and the criteria that do not apply at its unit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import AnggotaTim, Evaluasi
from sakip.evaluasi.services.alur import TINGKAT_PERAN
from sakip.evaluasi.services.perkara import Perkara, bertugas_di, pegang
from sakip.evaluasi.services.tugas import perbarui_tugas
from sakip.organisasi.models import Instansi, PenugasanPeran

SATU_ORANG = (
    Peran.EVALUATOR_KETUA,
    Peran.EVALUATOR_PENGENDALI_TEKNIS,
    Peran.EVALUATOR_PENGENDALI_MUTU,
)


@dataclass(frozen=True, slots=True)
class Penugasan:
    """One person of the team and the part he plays in it."""

    pengguna_id: int
    peran: str


@dataclass(frozen=True, slots=True)
class KriteriaKeluar:
    """A criterion that does not apply at this unit: why, and where the juknis says so."""

    kode: str
    alasan: str
    dasar: str


@layanan
def terbitkan_surat_tugas(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    versi: int,
    nomor: str,
    tanggal: date,
    tim: Sequence[Penugasan],
) -> Evaluasi:
    """Name the team. Nobody evaluates the own unit, nobody plays two parts.

    A unit that has let the window of its self-evaluation pass is evaluated without one.
    """
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.TERBITKAN_SURAT_TUGAS, versi)
    p.wajib("terbitkan_surat_tugas")
    salah = {} if nomor.strip() else {"nomor": _("Tulis nomor surat tugasnya.")}
    if tanggal > p.lingkup.pada:
        salah["tanggal"] = _("Tanggal surat tugas belum tiba.")
    salah |= _periksa_tim(p, tim)
    if salah:
        raise IsianTidakSah.dari(_("Surat tugas tidak diterbitkan."), salah)
    p.pindah("terbitkan_surat_tugas", saat, surat_tugas=nomor.strip(), tanggal_surat_tugas=tanggal)
    AnggotaTim.objects.bulk_create(
        AnggotaTim(
            instansi=instansi, evaluasi=p.evaluasi, pengguna_id=satu.pengguna_id, peran=satu.peran
        )
        for satu in tim
    )
    perbarui_tugas(Perkara(p.evaluasi, p.unit, p.lingkup, instansi), saat)
    return p.evaluasi


def _periksa_tim(p: Perkara, tim: Sequence[Penugasan]) -> dict[str, str]:
    """Faults of the team's composition and of its people, by peran or ``tim``."""
    salah = {
        satu.peran: _("“%s” bukan peran dalam tim.") % satu.peran
        for satu in tim
        if satu.peran not in TINGKAT_PERAN
    }
    if salah:
        return salah
    banyak = Counter(satu.peran for satu in tim)
    for peran in (Peran(satu) for satu in TINGKAT_PERAN):
        if not banyak[peran]:
            salah[peran] = _("Pilih %s.") % peran.sebutan
        elif peran in SATU_ORANG and banyak[peran] > 1:
            salah[peran] = _("%s hanya satu orang.") % peran.sebutan
    return salah | _periksa_orang(p, tim)


def _periksa_orang(p: Perkara, tim: Sequence[Penugasan]) -> dict[str, str]:
    """Nobody twice, nobody of the unit itself, and each with the peran he is named for."""
    orang = dict(
        Pengguna.objects.filter(
            pk__in=[satu.pengguna_id for satu in tim], sistem=False, is_active=True
        ).values_list("pk", "nama")
    )
    sendiri = bertugas_di(p.unit.jalur, orang, p.lingkup.pada)
    berperan = _berperan(p, list(orang))
    salah: dict[str, str] = {}
    terlihat: set[int] = set()
    for satu in tim:
        nama = orang.get(satu.pengguna_id)
        if nama is None:
            salah[satu.peran] = _("Akun itu tidak ada.")
        elif satu.pengguna_id in terlihat:
            salah[satu.peran] = _("%s sudah mendapat tugas lain dalam tim ini.") % nama
        elif satu.pengguna_id in sendiri:
            salah[satu.peran] = (
                _("Tidak ada yang menilai unitnya sendiri: %s bertugas di unit ini.") % nama
            )
        elif (satu.pengguna_id, satu.peran) not in berperan:
            salah[satu.peran] = _(
                "%(nama)s tidak memegang peran %(peran)s bagi unit ini. "
                "Mintalah kepada admin instansi."
            ) % {"nama": nama, "peran": Peran(satu.peran).sebutan}
        terlihat.add(satu.pengguna_id)
    return salah


def _berperan(p: Perkara, pengguna: Sequence[int]) -> set[tuple[int, str]]:
    """Which of these accounts hold which peran on the unit or above it today. One query."""
    return {
        (satu, peran)
        for satu, peran, jalur in PenugasanPeran.objects.filter(
            instansi=p.instansi,
            pengguna_id__in=pengguna,
            masa__contains=p.lingkup.pada,
            unit__susunan__masa__contains=p.lingkup.pada,
        ).values_list("pengguna_id", "peran", "unit__susunan__jalur")
        if p.unit.jalur.startswith(jalur)
    }


@layanan
def tetapkan_tidak_berlaku(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    versi: int,
    kriteria: Sequence[KriteriaKeluar],
) -> Evaluasi:
    """Say which criteria do not apply at this unit, each with reason and citation (tafsir-0104).

    The list replaces the one before. Weights stay; the last criterion of a sub-komponen stays too.
    """
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.NILAI_EVALUASI, versi)
    p.wajib("tetapkan_tidak_berlaku")
    juknis = [
        {"kode": k.kode, "alasan": k.alasan.strip(), "dasar": k.dasar.strip()} for k in kriteria
    ]
    salah = kaidah.periksa_juknis(p.evaluasi.regulasi, p.evaluasi.tahun_evaluasi, juknis)
    if salah:
        raise IsianTidakSah.dari(_("Kriteria tidak berlaku tidak disimpan."), salah)
    p.pindah(
        "tetapkan_tidak_berlaku",
        saat,
        juknis=juknis,
        alasan="; ".join(f"{k['kode']}: {k['alasan']}" for k in juknis),
    )
    return p.evaluasi
