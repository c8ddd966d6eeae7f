"""Opening an evaluation, and the unit's own answers."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import Evaluasi, LembarJawaban, Tingkat
from sakip.evaluasi.services.perkara import Perkara, pegang
from sakip.evaluasi.services.tugas import perbarui_tugas
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Instansi, Sifat

JEDA_TERLAMA = 2  # years between the year measured and its evaluation


@layanan
def buka_evaluasi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun_kinerja: int,
    tahun_evaluasi: int,
    regulasi: str = kaidah.REGULASI_INTERNAL,
    sifat: str = Sifat.ASLI,
) -> Evaluasi:
    """Open the evaluation of a unit's year under a legal text; one for each unit and year.

    Only perangkat daerah are evaluated from within (88/2021 Ps 6); the government itself is by
    KemenPANRB.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.BUKA_EVALUASI)
    salah = {}
    if tempat.jenis not in PERANGKAT_DAERAH:
        salah["unit"] = _("Yang dievaluasi dari dalam hanya perangkat daerah.")
    if not tahun_kinerja <= tahun_evaluasi <= tahun_kinerja + JEDA_TERLAMA:
        salah["tahun_evaluasi"] = _(
            "Kinerja %(kinerja)s dievaluasi pada %(kinerja)s sampai %(batas)s."
        ) % {"kinerja": tahun_kinerja, "batas": tahun_kinerja + JEDA_TERLAMA}
    if regulasi != kaidah.REGULASI_INTERNAL:
        salah["regulasi"] = _("Evaluasi baru memakai PermenPANRB 88/2021.")
    elif not salah and not kaidah.berlaku_pada(regulasi, tahun_evaluasi):
        salah["tahun_evaluasi"] = _("PermenPANRB 88/2021 belum berlaku pada tahun itu.")
    if salah:
        raise IsianTidakSah.dari(_("Evaluasi tidak dibuka."), salah)
    evaluasi, baru = Evaluasi.objects.select_related("unit").get_or_create(
        instansi=instansi,
        unit_id=tempat.id,
        tahun_kinerja=tahun_kinerja,
        defaults={"tahun_evaluasi": tahun_evaluasi, "regulasi": regulasi, "sifat": sifat},
    )
    if not baru:
        raise IsianTidakSah.dari(
            _("Evaluasi tidak dibuka."),
            {"tahun_kinerja": _("Evaluasi kinerja %s unit ini sudah dibuka.") % tahun_kinerja},
        )
    p = Perkara(evaluasi, tempat, lingkup, instansi)
    p.catat("buka", saat, dari="")
    perbarui_tugas(p, saat)
    return evaluasi


@layanan
def ajukan_mandiri(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, evaluasi: UUID, versi: int
) -> Evaluasi:
    """Hand in the self-evaluation, complete, while its window is open when one is set."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.ISI_MANDIRI, versi)
    p.tingkat = Tingkat.MANDIRI
    p.pindah("ajukan_mandiri", saat)
    LembarJawaban.objects.filter(evaluasi=p.evaluasi, tingkat=Tingkat.MANDIRI).update(
        penilai_id=oleh.pengguna_id, selesai_pada=saat
    )
    perbarui_tugas(p, saat)
    return p.evaluasi
