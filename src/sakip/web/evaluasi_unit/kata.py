"""Words and links that the pages of an evaluation share."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.evaluasi.kaidah import Simulasi
from sakip.evaluasi.models import Evaluasi, KeadaanEvaluasi, KeadaanRekomendasi
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses

K = KeadaanEvaluasi
MAKNA: dict[str, str] = {
    K.DIBUKA: "perlu_tindakan",
    K.MANDIRI: "sementara",
    K.DITUGASKAN: "sementara",
    K.SEMENTARA: "perlu_tindakan",
    K.DITANGGAPI: "sementara",
    K.DIPANELKAN: "sementara",
    K.DITERBITKAN: "selesai",
}
MAKNA_REKOMENDASI: dict[str, str] = {
    KeadaanRekomendasi.TERBUKA: "perlu_tindakan",
    KeadaanRekomendasi.DIRENCANAKAN: "sementara",
    KeadaanRekomendasi.DITINDAKLANJUTI: "sementara",
    KeadaanRekomendasi.SELESAI: "selesai",
    KeadaanRekomendasi.BELUM_SESUAI: "perlu_tindakan",
}


@dataclass(frozen=True, slots=True)
class Kurang:
    """What is missing for an act, and where it can be met."""

    pesan: str
    url: str | None


def kurang(
    akses: Akses, unit: UnitTampak, tahun: int, tingkat: str, syarat: Iterable[SyaratBelum]
) -> list[Kurang]:
    """Unmet conditions, each with its link where the place has a page."""
    alamat = {
        "lembar": akses.alamat("lke", tahun, unit.slug, tingkat) if tingkat else None,
        "rekomendasi": akses.alamat("rekomendasi", tahun, unit.slug),
    }
    return [Kurang(s.pesan, alamat.get(s.sasaran or "")) for s in syarat]


def temuan(e: Evaluasi, unit: UnitTampak) -> str:
    """What the evaluation says just now: the heading of its page."""
    if e.keadaan == K.DITERBITKAN and e.nilai is not None:
        return _("LHE %(tahun)s: %(nilai)s = %(predikat)s") % {
            "tahun": e.tahun_evaluasi,
            "nilai": angka(e.nilai),
            "predikat": e.predikat,
        }
    tenggat = "" if e.tenggat_tanggapan is None else date_format(e.tenggat_tanggapan, "j F Y")
    return {
        K.DIBUKA: _("Evaluasi mandiri belum diajukan"),
        K.MANDIRI: _("Evaluasi mandiri diajukan; tim belum ditugaskan"),
        K.DITUGASKAN: _("Tim sedang menilai"),
        K.SEMENTARA: _("Tanggapan %(unit)s ditunggu sampai %(tenggat)s"),
        K.DITANGGAPI: _("Naskah sudah ditanggapi; panel belum bersidang"),
        K.DIPANELKAN: _("Panel selesai; LHE belum terbit"),
    }[K(e.keadaan)] % {"unit": unit.nama, "tenggat": tenggat}


def angka(nilai: Decimal) -> str:
    """A score with its two places."""
    return number_format(nilai, 2)


def kalimat_jarak(s: Simulasi) -> str:
    """How far the next predikat is and one way there: "70,00 masih B; BB dimulai di atas 70,00"."""
    if s.berikut is None or s.jarak is None:
        return _("%(nilai)s = %(predikat)s: ini predikat tertinggi.") % {
            "nilai": angka(s.nilai),
            "predikat": s.predikat.kode,
        }
    kalimat = _("%(nilai)s masih %(kini)s; %(berikut)s dimulai di atas %(batas)s.") % {
        "nilai": angka(s.nilai),
        "kini": s.predikat.kode,
        "berikut": s.berikut.kode,
        "batas": angka(s.berikut.batas_bawah),
    }
    if not s.kenaikan:
        return kalimat
    # The smallest of the cheapest sets: what just suffices says most about how near it is.
    termurah = min(
        (k for k in s.kenaikan if k.tingkat == s.kenaikan[0].tingkat), key=lambda k: k.tambahan
    )
    langkah = ", ".join(
        f"{x.kode} {x.dari}→{x.ke} (+{number_format(x.tambahan, 2)})" for x in termurah.langkah
    )
    awal = (
        _("Satu kenaikan cukup, mis. %s.")
        if len(termurah.langkah) == 1 and termurah.tingkat == 1
        else _("Jalan terpendek: %s.")
    )
    return f"{kalimat} {awal % langkah}"


def menurut_letak(galat: IsianTidakSah) -> dict[str, str]:
    """Faults by field."""
    return galat.menurut_letak


def ringkas(kesalahan: Iterable[Kesalahan]) -> list[dict[str, Any]]:
    """Faults for the summary on top, each jumping to its field."""
    return [{"id": f"id_{k.letak.replace('.', '-')}", "pesan": k.pesan} for k in kesalahan]
