"""The six stations of a unit's year, each in one of the six meanings and in words."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from sakip.beranda import kaidah
from sakip.beranda.selectors.jejak import KEPUTUSAN, Jejak, JejakTahun
from sakip.bersama.izin import Lingkup
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import RingkasanPeriode


@dataclass(frozen=True, slots=True)
class Stasiun:
    """One station: its state in one of the six meanings, and in words."""

    kode: str
    judul: str
    keadaan: str
    uraian: str


@dataclass(frozen=True, slots=True)
class BahanStasiun:
    """What is known of one unit's year: records of all stages, figures, outside results.

    ``jendela``: last day of each quarter's window, by its number.
    """

    jejak: JejakTahun
    ringkasan: Sequence[RingkasanPeriode] = ()
    hasil: Sequence[HasilEvaluasiLuar] = ()
    pemda: bool = False
    jendela: Mapping[int, date] = field(default_factory=dict)
    hari_libur: frozenset[date] = frozenset()


def susun_bahan(  # noqa: PLR0913
    jejak: Mapping[tuple[int, int], JejakTahun],
    unit_id: int,
    tahun: int,
    *,
    ringkasan: Sequence[RingkasanPeriode] = (),
    hasil: Sequence[HasilEvaluasiLuar] = (),
    pemda: bool = False,
) -> BahanStasiun:
    """What ``jejak_tahun`` gave, for one unit and year."""
    jadwal = jejak.get((0, tahun), {}).get("jadwal", [])
    libur = jejak.get((0, 0), {}).get("libur", [])
    return BahanStasiun(
        jejak=jejak.get((unit_id, tahun), {}),
        ringkasan=ringkasan,
        hasil=hasil,
        pemda=pemda,
        jendela={j.nomor: j.tanggal for j in jadwal if j.tanggal},
        hari_libur=frozenset(j.tanggal for j in libur if j.tanggal),
    )


def enam_stasiun(lingkup: Lingkup, tahun: int, bahan: BahanStasiun) -> list[Stasiun]:
    """The six stations of one unit's year, from what the page fetched already. No query.

    A station without any record says so: grey is never replaced by green, and what cannot be due
    yet is not red.
    """
    pada, j = lingkup.pada, bahan.jejak
    tahunan = [r for r in bahan.ringkasan if r.tahun == tahun]
    return [
        _rencana(j, tahunan),
        _perjanjian(j, tahun, pada),
        _aksi(j, tahun, pada),
        _pengukuran(tahun, pada, tahunan, bahan),
        _laporan(j, tahun, pada, bahan),
        _evaluasi(j, tahun, pada, bahan.hasil),
    ]


def stasiun_banyak(
    lingkup: Lingkup,
    tahun: int,
    jejak: Mapping[tuple[int, int], JejakTahun],
    unit: Iterable[UnitTampak],
) -> list[list[Stasiun]]:
    """The six stations of each unit in one year, from its records alone. No query.

    Units whose records say the same stand alike, above all those without any: made once.
    """
    dibuat: dict[Hashable, list[Stasiun]] = {}
    hasil = []
    for u in unit:
        isi = jejak.get((u.id, tahun), {})
        kunci = tuple((tahap, *daftar) for tahap, daftar in isi.items())
        if kunci not in dibuat:
            dibuat[kunci] = enam_stasiun(lingkup, tahun, susun_bahan(jejak, u.id, tahun))
        hasil.append(dibuat[kunci])
    return hasil


def jumlah_stasiun(semua: Sequence[Sequence[Stasiun]]) -> list[Stasiun]:
    """The stations of many units as one line: whoever is late or waited for is counted. No query.

    Green only when every unit is done; grey when nobody has a record.
    """
    return [_jumlah(satu) for satu in zip(*semua, strict=True)]


def _jumlah(satu: Sequence[Stasiun]) -> Stasiun:
    hitung = Counter(s.keadaan for s in satu)
    kode, judul, banyak = satu[0].kode, satu[0].judul, len(satu)
    if hitung["terlambat"]:
        uraian = ngettext("%s unit terlambat", "%s unit terlambat", hitung["terlambat"])
        return Stasiun(kode, judul, "terlambat", uraian % hitung["terlambat"])
    if hitung["perlu_tindakan"]:
        uraian = ngettext("%s unit ditunggu", "%s unit ditunggu", hitung["perlu_tindakan"])
        return Stasiun(kode, judul, "perlu_tindakan", uraian % hitung["perlu_tindakan"])
    if hitung["selesai"] or hitung["sementara"]:
        keadaan = "selesai" if hitung["selesai"] == banyak else "sementara"
        uraian = _("%(a)s dari %(b)s selesai") % {"a": hitung["selesai"], "b": banyak}
        return Stasiun(kode, judul, keadaan, uraian)
    return _tiada(kode, judul, belum=hitung["belum_waktunya"] > 0)


def _tiada(kode: str, judul: str, *, belum: bool) -> Stasiun:
    if belum:
        return Stasiun(kode, judul, "belum_waktunya", _("belum waktunya"))
    return Stasiun(kode, judul, "belum_ada_data", _("belum ada data"))


def _hari(tanggal: date | None) -> str:
    return _tertulis(tanggal, get_language()) if tanggal else ""


@lru_cache(maxsize=1000)
def _tertulis(tanggal: date, _bahasa: str | None) -> str:
    # Thirty units sign, hand in and publish on the same few days.
    return date_format(tanggal, "j F Y")


def _akhir(j: JejakTahun, tahap: str) -> Jejak | None:
    daftar = j.get(tahap)
    return daftar[-1] if daftar else None


def _rencana(j: JejakTahun, tahunan: Sequence[RingkasanPeriode]) -> Stasiun:
    kode, judul = "rencana", _("Rencana")
    versi = j.get("rencana", [])
    tetap = [v for v in versi if v.tanggal]
    if tetap:
        return Stasiun(kode, judul, "selesai", _("ditetapkan %s") % _hari(tetap[-1].tanggal))
    if versi:
        return Stasiun(kode, judul, "sementara", _("konsep, belum ditetapkan"))
    banyak = max((r.ringkasan.jumlah for r in tahunan), default=0)
    if banyak == 0:
        return _tiada(kode, judul, belum=False)
    return Stasiun(
        kode, judul, "selesai", ngettext("%s indikator", "%s indikator", banyak) % banyak
    )


# Words are translated when they are said: thirty units times three years say few of them.
KATA_PERJANJIAN = {
    "konsep": ("perlu_tindakan", gettext_noop("konsep, belum diajukan")),
    "dikembalikan": ("perlu_tindakan", gettext_noop("dikembalikan untuk diperbaiki")),
    "diajukan": ("sementara", gettext_noop("menunggu telaah")),
    "ditelaah": ("perlu_tindakan", gettext_noop("menunggu Pihak Pertama")),
    "ditandatangani_1": ("perlu_tindakan", gettext_noop("menunggu Pihak Kedua")),
}


def _perjanjian(j: JejakTahun, tahun: int, pada: date) -> Stasiun:
    kode, judul = "perjanjian", _("Perjanjian")
    akhir = _akhir(j, "perjanjian")
    if akhir is None:
        if _akhir(j, "anggaran") and tahun >= pada.year:
            return Stasiun(kode, judul, "perlu_tindakan", _("DPA sudah ada, belum disusun"))
        return _tiada(kode, judul, belum=tahun > pada.year)
    if akhir.keadaan == "ditandatangani":
        anggaran = _akhir(j, "anggaran")
        if anggaran and akhir.tanggal and anggaran.tanggal and anggaran.tanggal > akhir.tanggal:
            return Stasiun(kode, judul, "perlu_tindakan", _("anggaran berubah sesudahnya"))
        return Stasiun(kode, judul, "selesai", _("ditandatangani %s") % _hari(akhir.tanggal))
    keadaan, uraian = KATA_PERJANJIAN[akhir.keadaan][0], _(KATA_PERJANJIAN[akhir.keadaan][1])
    if (batas := _batas_perjanjian(j)) is not None:
        keadaan = "terlambat" if batas < pada else keadaan
        uraian = f"{uraian}, {_sisa((batas - pada).days)}"
    return Stasiun(kode, judul, keadaan, uraian)


def _batas_perjanjian(j: JejakTahun) -> date | None:
    """Last day to sign the year's first agreement; a change of it has no date of the law."""
    murni = next((a.tanggal for a in j.get("anggaran", []) if a.keadaan == "murni"), None)
    if murni is None or len(j["perjanjian"]) > 1:
        return None
    return kaidah.batas_perjanjian(murni)


def _sisa(hari: int) -> str:
    """Days to a deadline, or after it, in words."""
    if hari < 0:
        return _("terlambat %s hari") % -hari
    return _("%s hari lagi") % hari if hari > 0 else _("hari ini hari terakhir")


def _aksi(j: JejakTahun, tahun: int, pada: date) -> Stasiun:
    kode, judul = "aksi", _("Aksi")
    akhir = _akhir(j, "aksi")
    if akhir is None:
        ditandatangani = any(p.keadaan == "ditandatangani" for p in j.get("perjanjian", []))
        if ditandatangani and tahun >= pada.year:
            return Stasiun(kode, judul, "perlu_tindakan", _("belum disusun"))
        return _tiada(kode, judul, belum=tahun >= pada.year)
    if akhir.keadaan == "disetujui":
        return Stasiun(kode, judul, "selesai", _("disetujui %s") % _hari(akhir.tanggal))
    keadaan, uraian = KATA_AKSI[akhir.keadaan]
    return Stasiun(kode, judul, keadaan, _(uraian))


KATA_AKSI = {
    "konsep": ("perlu_tindakan", gettext_noop("konsep, belum diajukan")),
    "dikembalikan": ("perlu_tindakan", gettext_noop("dikembalikan untuk diperbaiki")),
    "diajukan": ("sementara", gettext_noop("menunggu verifikasi")),
    "diverifikasi": ("sementara", gettext_noop("menunggu persetujuan")),
}
KATA_LEMBAR = {
    "konsep": ("perlu_tindakan", gettext_noop("sedang diisi")),
    "dikembalikan": ("perlu_tindakan", gettext_noop("dikembalikan untuk diperbaiki")),
    "diajukan": ("sementara", gettext_noop("menunggu verifikasi")),
    "diverifikasi": ("sementara", gettext_noop("menunggu persetujuan")),
    "disetujui": ("sementara", gettext_noop("disetujui, menunggu telaah")),
    "ditelaah": ("selesai", gettext_noop("selesai ditelaah")),
    "terkunci": ("selesai", gettext_noop("terkunci")),
}
ROMAWI = ("", "I", "II", "III", "IV")


def _triwulan_selesai(tahun: int, pada: date) -> int:
    """How many quarters of ``tahun`` are over on that day."""
    return 4 if tahun < pada.year else 0 if tahun > pada.year else (pada.month - 1) // 3


def _pengukuran(
    tahun: int, pada: date, tahunan: Sequence[RingkasanPeriode], bahan: BahanStasiun
) -> Stasiun:
    kode, judul, j = "pengukuran", _("Pengukuran"), bahan.jejak
    lembar = j.get("pengukuran", [])
    lewat = _triwulan_selesai(tahun, pada)
    kini = lembar[-1] if lembar else None
    if kini is not None and kini.nomor >= lewat:
        return _lembar(kini, pada, bahan)
    if kini is not None or (lewat > 0 and j.get("perjanjian")):
        return _belum_diisi(lewat, pada, bahan)
    if tahunan:
        return _dari_angka(kode, judul, tahun, pada, tahunan)
    return _tiada(kode, judul, belum=lewat == 0)


def _lembar(kini: Jejak, pada: date, bahan: BahanStasiun) -> Stasiun:
    if kini.keadaan == "konsep" and kini.terlambat < 0:
        batas = bahan.jendela.get(kini.nomor)
        if batas is not None and batas < pada:
            return _belum_diisi(kini.nomor, pada, bahan)
    keadaan, kata = KATA_LEMBAR[kini.keadaan]
    uraian = _("triwulan %(n)s %(keadaan)s") % {"n": ROMAWI[kini.nomor], "keadaan": _(kata)}
    if kini.terlambat > 0:
        uraian += ", " + _("terlambat %s hari kerja") % kini.terlambat
    return Stasiun("pengukuran", _("Pengukuran"), keadaan, uraian)


def _belum_diisi(nomor: int, pada: date, bahan: BahanStasiun) -> Stasiun:
    """A quarter that is over and not handed in; late once its window has closed."""
    uraian = _("triwulan %s belum diisi") % ROMAWI[nomor]
    batas = bahan.jendela.get(nomor)
    hari = kaidah.hari_terlambat(batas, pada, bahan.hari_libur) if batas else 0
    if hari > 0:
        uraian += ", " + _("terlambat %s hari kerja") % hari
        return Stasiun("pengukuran", _("Pengukuran"), "terlambat", uraian)
    return Stasiun("pengukuran", _("Pengukuran"), "perlu_tindakan", uraian)


def _dari_angka(
    kode: str, judul: str, tahun: int, pada: date, tahunan: Sequence[RingkasanPeriode]
) -> Stasiun:
    """Where figures were imported, without a sheet."""
    r = tahunan[-1].ringkasan
    ada = r.terhitung + r.sementara
    if r.sementara and ada == r.jumlah:
        uraian = ngettext("%s angka belum diverifikasi", "%s angka belum diverifikasi", r.sementara)
        return Stasiun(kode, judul, "sementara", uraian % r.sementara)
    if ada == r.jumlah:
        return Stasiun(kode, judul, "selesai", _("semua terhitung"))
    keadaan = "sementara" if tahun >= pada.year else "perlu_tindakan"
    return Stasiun(
        kode,
        judul,
        keadaan,
        _("%(ada)s dari %(semua)s terhitung") % {"ada": ada, "semua": r.jumlah},
    )


def _laporan(j: JejakTahun, tahun: int, pada: date, bahan: BahanStasiun) -> Stasiun:
    kode, judul = "laporan", _("Laporan")
    akhir = _akhir(j, "laporan")
    if akhir is not None and akhir.keadaan == "disampaikan":
        uraian = _("disampaikan %s") % _hari(akhir.tanggal)
        if akhir.terlambat > 0:
            uraian += ", " + _("terlambat %s hari") % akhir.terlambat
        return Stasiun(kode, judul, "selesai", uraian)
    if tahun >= pada.year:
        return _tiada(kode, judul, belum=True)
    if akhir is None and tahun < pada.year - 1:
        return _tiada(kode, judul, belum=False)
    batas = kaidah.batas_laporan(tahun, pemda=bahan.pemda)
    # Who neither planned nor measured anything here owes no report here; grey, not red.
    tanpa = not (j.keys() - {"evaluasi", KEPUTUSAN}) and not bahan.ringkasan
    if batas is None or (akhir is None and tanpa):
        return _tiada(kode, judul, belum=False)
    keadaan = "terlambat" if batas < pada else "perlu_tindakan"
    return Stasiun(kode, judul, keadaan, _sisa((batas - pada).days))


KATA_EVALUASI = {
    "dibuka": ("perlu_tindakan", gettext_noop("evaluasi mandiri dibuka")),
    "mandiri": ("sementara", gettext_noop("menunggu surat tugas")),
    "ditugaskan": ("sementara", gettext_noop("tim sedang menilai")),
    "sementara": ("perlu_tindakan", gettext_noop("naskah menunggu tanggapan")),
    "ditanggapi": ("sementara", gettext_noop("menunggu panel")),
    "dipanelkan": ("sementara", gettext_noop("menunggu LHE")),
}


def _evaluasi(j: JejakTahun, tahun: int, pada: date, hasil: Sequence[HasilEvaluasiLuar]) -> Stasiun:
    kode, judul = "evaluasi", _("Evaluasi")
    akhir = _akhir(j, "evaluasi")
    if akhir is not None:
        if akhir.keadaan == "diterbitkan":
            return Stasiun(
                kode,
                judul,
                "selesai",
                _("LHE %(predikat)s, %(hari)s")
                % {"predikat": akhir.teks, "hari": _hari(akhir.tanggal)},
            )
        keadaan, uraian = KATA_EVALUASI[akhir.keadaan]
        return Stasiun(kode, judul, keadaan, _(uraian))
    cocok = [h for h in hasil if (h.tahun_kinerja or h.tahun_tercetak) == tahun]
    if not cocok:
        return _tiada(kode, judul, belum=tahun >= pada.year)
    h = cocok[-1]
    return Stasiun(
        kode,
        judul,
        "selesai",
        _("tercatat %s") % " ".join(x for x in (h.predikat, _nilai(h)) if x),
    )


def _nilai(h: HasilEvaluasiLuar) -> str:
    return "" if h.nilai is None else number_format(h.nilai, 2)
