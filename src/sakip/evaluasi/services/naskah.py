"""The provisional findings, the unit's answer, and the panel."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import Evaluasi, LembarJawaban, Tingkat
from sakip.evaluasi.services.lembar import teruskan
from sakip.evaluasi.services.perkara import pegang
from sakip.evaluasi.services.tugas import perbarui_tugas
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

LIBUR_DILIHAT = timedelta(days=60)  # enough for five working days in any calendar


@layanan
def sampaikan_naskah(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, evaluasi: UUID, versi: int
) -> Evaluasi:
    """Send the provisional findings to the unit: from now on it sees the team's answers.

    The last day to respond is five working days on, holidays left out (tafsir-0012).
    """
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.SAMPAIKAN_NASKAH, versi)
    hari = p.lingkup.pada
    libur = organisasi.hari_libur(hari, hari + LIBUR_DILIHAT)
    p.pindah("sampaikan_naskah", saat, tenggat_tanggapan=kaidah.tenggat_tanggapan(hari, libur))
    teruskan(p, Tingkat.PENGENDALI_TEKNIS, Tingkat.PANEL)
    perbarui_tugas(p, saat)
    return p.evaluasi


@layanan
def tanggapi_naskah(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    versi: int,
    tanggapan: str,
) -> Evaluasi:
    """The head of the unit answers the provisional findings, within the time allowed."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.TANGGAPI_NASKAH, versi)
    p.wajib("tanggapi_naskah")
    if not tanggapan.strip():
        raise IsianTidakSah.dari(
            _("Tanggapan tidak disampaikan."),
            {"tanggapan": _("Tulis tanggapannya, walau hanya “menerima tanpa catatan”.")},
        )
    p.pindah("tanggapi_naskah", saat, tanggapan=tanggapan.strip())
    perbarui_tugas(p, saat)
    return p.evaluasi


@layanan
def panelkan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    versi: int,
    catatan: str,
) -> Evaluasi:
    """Settle the answers in the panel; those that differ from the team's carry their reason."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.PANEL_EVALUASI, versi)
    p.tingkat = Tingkat.PANEL
    p.wajib("panelkan")
    if not catatan.strip():
        raise IsianTidakSah.dari(
            _("Panel tidak ditutup."),
            {"catatan": _("Tulis hasil pembahasan panel, termasuk atas tanggapan unit.")},
        )
    p.pindah("panelkan", saat, catatan_panel=catatan.strip())
    LembarJawaban.objects.filter(evaluasi=p.evaluasi, tingkat=Tingkat.PANEL).update(
        penilai_id=oleh.pengguna_id, selesai_pada=saat
    )
    perbarui_tugas(p, saat)
    return p.evaluasi
