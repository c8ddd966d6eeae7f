"""Recording what others found."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data


@dataclass(frozen=True, slots=True)
class HasilLuar:
    """A result as a source prints it; ``nilai`` or ``predikat`` may be unknown, not both."""

    unit: str
    tahun_tercetak: int
    tahun_kinerja: int | None
    tahun_kinerja_disimpulkan: bool
    tahun_evaluasi: int | None
    tanggal_penyerahan: date | None
    penilai: str
    nilai: Decimal | None
    predikat: str
    sumber: list[dict[str, str]] = field(default_factory=list)
    satu_sumber: bool = False
    catatan: str = ""
    sifat: str = "terbit"


@layanan
def catat_hasil_evaluasi(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, hasil: HasilLuar
) -> HasilEvaluasiLuar:
    """Record a published result with its source; the figure itself is never recomputed.

    A predikat that contradicts its nilai is refused: one of the two was mistyped.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, hasil.unit, Tindakan.CATAT_HASIL_EVALUASI)
    salah = _periksa(hasil)
    if salah:
        raise IsianTidakSah.dari(_("Hasil evaluasi tidak dicatat."), salah)
    isi = {k: getattr(hasil, k) for k in hasil.__slots__ if k != "unit"}
    baris, _baru = HasilEvaluasiLuar.objects.update_or_create(
        instansi=instansi,
        unit_id=unit.id,
        tahun_tercetak=isi.pop("tahun_tercetak"),
        penilai=isi.pop("penilai"),
        defaults=isi,
    )
    naikkan_versi_data([(unit.id, organisasi.TAHUN_SUSUNAN)])
    return baris


def _periksa(hasil: HasilLuar) -> dict[str, str]:
    salah = {}
    if not hasil.sumber:
        salah["sumber"] = _("Sebutkan sumbernya.")
    if hasil.nilai is None and not hasil.predikat:
        salah["nilai"] = _("Isi nilai atau predikatnya.")
    if hasil.nilai is not None and not 0 <= hasil.nilai <= 100:
        salah["nilai"] = _("Nilai harus di antara 0 dan 100.")
    elif hasil.nilai is not None and hasil.predikat and hasil.tahun_evaluasi is not None:
        seharusnya = kaidah.predikat_tahun(hasil.nilai, hasil.tahun_evaluasi)
        if seharusnya is not None and seharusnya != hasil.predikat:
            salah["predikat"] = _("Nilai %(nilai)s berpredikat %(ada)s, bukan %(isi)s.") % {
                "nilai": hasil.nilai,
                "ada": seharusnya,
                "isi": hasil.predikat,
            }
    return salah
