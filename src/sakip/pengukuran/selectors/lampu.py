"""The three lights before a sheet is handed in, and who still owes figures on it. No reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.alur.mesin import SyaratBelum
from sakip.pengukuran.selectors.mutu import MutuLembar
from sakip.pengukuran.selectors.tampak import Baris, LembarTampak

# Every condition of ``syarat_lembar`` but those that have a light of their own.
LAMPU_SENDIRI = frozenset({"aksi", "bukti", "jendela"})


@dataclass(frozen=True, slots=True)
class Lampu:
    """One light: ``selesai``, ``perlu_tindakan`` (does not hold up) or ``terlambat`` (does).

    ``sasaran``: a symbolic place that a front turns into a link.
    """

    kode: str
    makna: str
    kata: str
    judul: str
    kalimat: str
    sasaran: str


@dataclass(frozen=True, slots=True)
class Utang:
    """A post that answers for figures of this sheet, and how many of them are not in."""

    jabatan: str
    nama: str
    kurang: int
    semua: int
    kode: str


def lampu_lembar(x: LembarTampak, tahun: int, syarat: Sequence[SyaratBelum]) -> list[Lampu]:
    """Plan of action, components, evidence: each with a sentence and where to go."""
    m = x.mutu or MutuLembar()
    return [_aksi(m, tahun), _isian(x, syarat), _bukti(x, m)]


def _makna(beres: bool, menahan: bool) -> tuple[str, str]:
    if beres:
        return "selesai", _("Hijau: siap")
    return (
        ("terlambat", _("Merah: menahan"))
        if menahan
        else (
            "perlu_tindakan",
            _("Kuning: tidak menahan"),
        )
    )


def _aksi(m: MutuLembar, tahun: int) -> Lampu:
    kalimat = (
        _("Rencana aksi %s disetujui.") if m.aksi else _("Rencana aksi %s belum disetujui.")
    ) % tahun
    return Lampu(
        "aksi", *_makna(m.aksi, m.wajib_aksi), _("Rencana aksi sah"), kalimat, "rencana_aksi"
    )


def _isian(x: LembarTampak, syarat: Sequence[SyaratBelum]) -> Lampu:
    kurang = [s for s in syarat if s.kode not in LAMPU_SENDIRI]
    if not kurang:
        kalimat = _("%(a)s dari %(b)s angka terisi; tidak ada yang menunggu jawaban.") % {
            "a": x.terisi,
            "b": x.jatuh_tempo,
        }
    else:
        kalimat = ngettext(
            "%s hal belum lengkap: angka, penyebab, solusi, atau jawaban.",
            "%s hal belum lengkap: angka, penyebab, solusi, atau jawaban.",
            len(kurang),
        ) % len(kurang)
    return Lampu(
        "isian",
        *_makna(not kurang, menahan=True),
        _("Isian lengkap"),
        kalimat,
        (kurang[0].sasaran or "") if kurang else "",
    )


def _bukti(x: LembarTampak, m: MutuLembar) -> Lampu:
    berangka = sum(b.isi is not None and b.realisasi is not None for b in x.baris)
    kurang = len(m.tanpa_bukti)
    if not kurang:
        kalimat = (
            _("Setiap angka berbukti.") if berangka else _("Belum ada angka yang perlu dibuktikan.")
        )
    else:
        kalimat = ngettext(
            "%(n)s angka belum berbukti: %(nama)s.", "%(n)s angka belum berbukti: %(nama)s.", kurang
        ) % {"n": kurang, "nama": "; ".join(b.versi.nama for b in m.tanpa_bukti)}
    return Lampu("bukti", *_makna(not kurang, m.wajib_bukti), _("Bukti lengkap"), kalimat, "bukti")


def utang_pengampu(x: LembarTampak) -> list[Utang]:
    """Posts whose figures are due on this sheet, those that owe most first."""
    m = x.mutu or MutuLembar()
    menurut: dict[int, list[Baris]] = {}
    for b in x.baris:
        pos = b.butir.versi.pengampu
        if pos is not None and b.jatuh_tempo:
            menurut.setdefault(pos.pk, []).append(b)
    hasil = []
    for pk, daftar in menurut.items():
        kurang = [b for b in daftar if not b.berjawab]
        jabatan = daftar[0].butir.versi.pengampu
        hasil.append(
            Utang(
                jabatan=jabatan.nama if jabatan else "",
                nama=m.catatan.pemegang.get(pk, ""),
                kurang=len(kurang),
                semua=len(daftar),
                kode=(kurang or daftar)[0].kode,
            )
        )
    return sorted(hasil, key=lambda u: (-u.kurang, u.jabatan))
