"""Recording what others found."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import localize
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
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
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    hasil: HasilLuar,
    versi: int | None = None,
) -> HasilEvaluasiLuar:
    """Record a published result with its source; the figure itself is never recomputed.

    A predikat that contradicts its nilai is refused: one of the two was mistyped. The same result
    twice changes nothing; correcting a recorded one needs the ``versi`` that was seen.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, hasil.unit, Tindakan.CATAT_HASIL_EVALUASI)
    salah = _periksa(hasil)
    if salah:
        raise IsianTidakSah.dari(_("Hasil evaluasi tidak dicatat."), salah)
    isi = {k: getattr(hasil, k) for k in hasil.__slots__ if k != "unit"}
    ada = (
        HasilEvaluasiLuar.objects.select_for_update()
        .filter(unit_id=unit.id, tahun_tercetak=hasil.tahun_tercetak, penilai=hasil.penilai)
        .first()
    )
    if ada is not None and all(getattr(ada, k) == v for k, v in isi.items()):
        return ada
    baris = ada or HasilEvaluasiLuar(instansi=instansi, unit_id=unit.id, versi=0)
    if ada is not None and ada.versi != versi:
        raise VersiUsang(
            _("Hasil tahun %(tahun)s dari penilai ini sudah tercatat dengan isi lain.")
            % {"tahun": hasil.tahun_tercetak},
            milik_anda=versi if versi is not None else _("baru"),
            tersimpan=ada.versi,
        )
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    baris.versi += 1
    baris.save()
    naikkan_versi_data([(unit.id, organisasi.TAHUN_SUSUNAN)])
    return baris


def _periksa(hasil: HasilLuar) -> dict[str, str]:
    salah = {}
    for nama in ("tahun_tercetak", "tahun_kinerja", "tahun_evaluasi"):
        tahun = getattr(hasil, nama)
        if tahun is not None and not 1000 <= tahun <= 9999:
            salah[nama] = _("Tulis tahun empat angka.")
    if not hasil.sumber or any(not s.get("judul") for s in hasil.sumber):
        salah["sumber"] = _("Sebutkan sumbernya.")
    if hasil.nilai is None and not hasil.predikat:
        salah["nilai"] = _("Isi nilai atau predikatnya.")
    if hasil.nilai is not None and not (hasil.nilai.is_finite() and 0 <= hasil.nilai <= 100):
        salah["nilai"] = _("Nilai harus di antara 0 dan 100.")
    if hasil.predikat and hasil.predikat not in kaidah.daftar_predikat():
        salah["predikat"] = _("“%(isi)s” bukan predikat. Pilih: %(boleh)s.") % {
            "isi": hasil.predikat,
            "boleh": ", ".join(kaidah.daftar_predikat()),
        }
    return salah or _bertentangan(hasil)


def _bertentangan(hasil: HasilLuar) -> dict[str, str]:
    if hasil.nilai is None or not hasil.predikat or hasil.tahun_evaluasi is None:
        return {}
    seharusnya = kaidah.predikat_tahun(hasil.nilai, hasil.tahun_evaluasi)
    if seharusnya is None or seharusnya == hasil.predikat:
        return {}
    return {
        "predikat": _("Nilai %(nilai)s berpredikat %(ada)s, bukan %(isi)s.")
        % {
            "nilai": localize(hasil.nilai),
            "ada": seharusnya,
            "isi": hasil.predikat,
        }
    }
