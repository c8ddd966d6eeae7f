"""Words that the pages of measurement share: findings, states, acts."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.alur.models import Tugas
from sakip.organisasi.kaidah import hari_kerja_sampai
from sakip.organisasi.selectors import hari_libur
from sakip.pengukuran.selectors import Kejadian, LembarTampak, TriwulanTampak

ROMAWI = ("", "I", "II", "III", "IV")
MAKNA = {
    "konsep": "perlu_tindakan",
    "dikembalikan": "perlu_tindakan",
    "diajukan": "sementara",
    "diverifikasi": "sementara",
    "disetujui": "sementara",
    "ditelaah": "selesai",
    "terkunci": "selesai",
}
TINDAKAN = ("ajukan", "verifikasi", "setujui", "telaah", "kunci")


def sebut_keadaan(keadaan: str) -> str:
    """A state of a sheet as people say it."""
    return {
        "konsep": _("sedang diisi"),
        "dikembalikan": _("dikembalikan"),
        "diajukan": _("menunggu verifikasi"),
        "diverifikasi": _("menunggu persetujuan pimpinan"),
        "disetujui": _("menunggu telaah Bagian Organisasi"),
        "ditelaah": _("ditelaah, menunggu penguncian"),
        "terkunci": _("terkunci"),
    }[keadaan]


def sebut_tindakan(kejadian: Kejadian) -> str:
    """What happened, in a line of history."""
    return {
        "ajukan": _("mengajukan"),
        "verifikasi": _("memverifikasi"),
        "setujui": _("menyetujui"),
        "telaah": _("menelaah"),
        "kunci": _("mengunci"),
        "buka_kunci": _("membuka kunci"),
        "kembalikan": _("mengembalikan"),
        "isi": _("mengisi"),
        "jawab": _("menjawab peringatan"),
        "periksa": _("memeriksa"),
        "catat_awal": _("mencatat angka awal"),
    }[kejadian.tindakan]


def sebut_arahan() -> dict[str, str]:
    """What happened to an arahan, in a line of its history."""
    return {
        "tulis": _("menulis arahan"),
        "jawab": _("menjawab"),
        "tutup": _("menutup arahan"),
        "perbarui": _("memperbarui arahan"),
    }


def kata_tombol(kode: str, n: int) -> str:
    """The button of an act, with its sheet."""
    pola = {
        "ajukan": _("Ajukan pengukuran triwulan %s"),
        "verifikasi": _("Verifikasi pengukuran triwulan %s"),
        "setujui": _("Setujui pengukuran triwulan %s"),
        "telaah": _("Nyatakan triwulan %s selesai ditelaah"),
        "kunci": _("Kunci pengukuran triwulan %s"),
    }
    return pola[kode] % ROMAWI[n]


def kata_berhasil(kode: str) -> str:
    """What is said after an act."""
    return {
        "ajukan": _("Pengukuran diajukan; verifikator unit memeriksanya."),
        "verifikasi": _("Pengukuran terverifikasi; kini menunggu pimpinan unit."),
        "setujui": _("Pengukuran disetujui; Bagian Organisasi menelaahnya."),
        "telaah": _("Telaah selesai. Kunci lembarnya agar laporan dapat memakainya."),
        "kunci": _("Pengukuran terkunci; angkanya menjadi bahan laporan."),
        "tandai": _("Tercentang sudah diperiksa."),
        "kembalikan": _("Dikembalikan kepada penyusun dengan alasan Anda."),
        "buka_kunci": _("Kunci dibuka; penyusun dapat memperbaiki sampai tanggal itu."),
    }[kode]


def temuan(x: LembarTampak, pada: date) -> str:
    """The heading of a sheet: what there is to know about it now."""
    n = ROMAWI[x.periode.nomor]
    if x.keadaan == "dikembalikan":
        return _("Triwulan %s dikembalikan untuk diperbaiki") % n
    if x.keadaan != "konsep":
        return _temuan_angka(x) % {"n": n, "keadaan": sebut_keadaan(x.keadaan)}
    if x.hari.mulai is not None and pada < x.hari.mulai:
        return _("Triwulan %s belum waktunya diisi") % n
    if x.lembar is None and not x.hari.terbuka(pada):
        return _("Belum ada data triwulan %s") % n
    return _("%(a)s dari %(b)s angka triwulan %(n)s sudah diisi") % {
        "a": x.terisi,
        "b": x.jatuh_tempo,
        "n": n,
    }


def _temuan_angka(x: LembarTampak) -> str:
    """What the figures of a sheet that was handed in say; its state stands beside it."""
    ukur = [b for b in x.baris if b.mutakhir and b.mutakhir.capaian is not None and b.isi]
    bawah = sum(b.di_bawah_target for b in ukur)
    if not ukur:
        return _("Triwulan %(n)s: %(keadaan)s")
    if not bawah:
        return _("Triwulan %(n)s %(keadaan)s: semua angkanya mencapai target")
    pola = ngettext(
        "Triwulan %%(n)s %%(keadaan)s: %(bawah)s dari %(semua)s angka di bawah target",
        "Triwulan %%(n)s %%(keadaan)s: %(bawah)s dari %(semua)s angka di bawah target",
        bawah,
    )
    return pola % {"bawah": bawah, "semua": len(ukur)}


def sebut_jendela(t: TriwulanTampak | LembarTampak, pada: date) -> str:
    """The window in a sentence, with what is left of it while the sheet was not handed in."""
    h = t.hari
    if h.mulai is None or h.selesai is None or h.batas is None:
        return _("Jendelanya belum diatur.")
    if pada < h.mulai:
        return _("Diisi %(mulai)s sampai %(selesai)s.") % {
            "mulai": _hari(h.mulai),
            "selesai": _hari(h.selesai),
        }
    diajukan = t.lembar is not None and t.lembar.pertama_diajukan is not None
    sisa = h.sisa(pada)
    if h.lanjut is not None:
        kata = _("Jendela ditutup %(selesai)s; izin perpanjangan sampai %(lanjut)s: %(alasan)s") % {
            "selesai": _hari(h.selesai),
            "lanjut": _hari(h.lanjut),
            "alasan": h.alasan_lanjut,
        }
        if diajukan or sisa is None:
            return kata
        return f"{kata.rstrip('.')}. {sebut_sisa(h.batas, sisa, pada)}"
    if sisa is None:
        return _("Jendela ditutup %s.") % _hari(h.selesai)
    return (
        _("Diisi paling lambat %s.") % _hari(h.selesai)
        if diajukan
        else sebut_sisa(h.batas, sisa, pada)
    )


def sebut_sisa(batas: date, sisa: int, pada: date) -> str:
    """How long a window stays open: in working days, with its last moment in the local zone."""
    saat = datetime.combine(batas, time(23, 59), get_current_timezone())
    jam = f"{saat:%H.%M} {saat.tzname()}"
    if batas == pada:
        return _("Tutup hari ini, %s.") % jam
    tempat = {"hari": _hari(batas), "jam": jam, "n": sisa}
    if sisa == 0:  # only days off are left
        return _("Tutup %(hari)s, %(jam)s.") % tempat
    kata = ngettext(
        "Tutup %(n)s hari kerja lagi (%(hari)s, %(jam)s).",
        "Tutup %(n)s hari kerja lagi (%(hari)s, %(jam)s).",
        sisa,
    )
    return kata % tempat


def tenggat_tugas(tugas: Sequence[Tugas], pada: date) -> dict[int, str]:
    """Of tasks of measurement whose window is open: how long it still is. One query, or none."""
    ada = {
        t.pk: hari
        for t in tugas
        if t.alur == "pengukuran"
        and t.jatuh_tempo is not None
        and (hari := localtime(t.jatuh_tempo).date()) >= pada
    }
    if not ada:
        return {}
    libur = hari_libur(pada, max(ada.values()))
    return {pk: sebut_sisa(h, hari_kerja_sampai(pada, h, libur), pada) for pk, h in ada.items()}


def _hari(tanggal: date) -> str:
    return str(date_format(tanggal, "j F Y"))
