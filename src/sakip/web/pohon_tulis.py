"""The tree of the government as markup: built in one pass, for a regency has 12.000 nodes.

The shape is that of the macro ``pohon`` (nested ``details``, which the script turns into an ARIA
tree); a template would take seconds for what this writes in a tenth of one. Every text of a user
is escaped where it is first touched.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup, escape

from sakip.organisasi.models import Sifat
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.selectors import IndikatorPohon, PetaPohon, SimpulPohon
from sakip.tampilan.format import angka, nilai_bersatuan
from sakip.tampilan.penanda import KATEGORI, tanda, tanda_alur, tanda_capaian, tanda_contoh

PEMILIK, CAPAIAN = "pemilik", "capaian"
WARNA = 8  # hues that owners are told apart by, beside their names


class Ukuran(NamedTuple):
    """How an indicator stands in the period that is looked at."""

    status: str
    kategori: str
    belum: str  # why it does not count yet; empty: it does


@dataclass(frozen=True, slots=True)
class Cara:
    """How a tree is to be written.

    ``cabang`` is the address that a branch is fetched from, ``buka`` the one that a page without
    scripts goes to; both end where the node's uuid goes. ``terbuka``: levels that stand open.
    """

    warna: str = PEMILIK
    terbuka: int = 99
    buka: str = ""
    cabang: str = ""
    ekor: str = ""  # what follows the uuid in ``cabang``
    perbesar: str = ""


class Ringkas(NamedTuple):
    """A node by its own indicators: how many, how many are measured, whether all of that counts.

    ``terburuk``: the worst category; empty when one of them has none.
    """

    banyak: int
    terukur: int
    sementara: bool
    terburuk: str


PERINGKAT = {kategori: n for n, kategori in enumerate(KATEGORI)}


def ringkas(indikator: Iterable[int], ukuran: Mapping[int, Ukuran]) -> Ringkas | None:
    """The indicators of a node in brief; ``None``: it has none."""
    semua = [ukuran.get(i) for i in indikator]
    if not semua:
        return None
    ada = [u for u in semua if u is not None and u.status == "terhitung"]
    kategori = [u.kategori for u in ada]
    terburuk = max(kategori, key=PERINGKAT.__getitem__) if kategori and all(kategori) else ""
    return Ringkas(len(semua), len(ada), any(u.belum for u in ada), terburuk)


def keadaan(r: Ringkas) -> tuple[str, Markup]:
    """Class and badge of a node.

    The worst of its indicators speaks, and only when all are measured and approved: what is
    incomplete looks incomplete.
    """
    if not r.terukur:
        return "t-belum_ada_data", tanda("belum_ada_data")
    if r.terukur < r.banyak:
        kata = _("%(a)s dari %(b)s terukur") % {"a": r.terukur, "b": r.banyak}
        return "t-sementara", tanda("sementara", kata)
    if r.sementara:
        return "t-sementara", tanda("sementara", _("angka sementara"))
    if not r.terburuk:
        return "t-info", tanda_capaian("terhitung") or Markup()
    return (
        f"t-tingkat t-{len(KATEGORI) - PERINGKAT[r.terburuk]}",
        tanda_capaian("terhitung", r.terburuk) or Markup(),
    )


_KHUSUS = re.compile("[&<>\"']").search


def aman(teks: str) -> str:
    """The text as it may stand between tags and in attributes; nearly none has to be changed."""
    return teks if _KHUSUS(teks) is None else str(escape(teks))


class Penulis:
    """Writes nodes of one map; what depends on the unit alone is written once."""

    def __init__(self, peta: PetaPohon, ukuran: Mapping[int, Ukuran], cara: Cara) -> None:
        self.peta, self.ukuran, self.cara = peta, ukuran, cara
        self.jenis = {str(kode): str(kata) for kode, kata in JenisSimpul.choices}
        self.kata = {
            "target": _("target"),
            "tanpa_target": _("belum bertarget"),
            "perbesar": _("Perbesar"),
        }
        self.sebut = {True: _("IKU"), False: _("Indikator")}
        # A badge costs as much as a node; there are few different ones.
        self.lencana = lru_cache(maxsize=64)(tanda_capaian)
        self.keadaan = lru_cache(maxsize=256)(keadaan)
        urutan = {u: n for n, u in enumerate(peta.unit)}
        self.kelas = {v.id: f"w p{urutan[v.unit_id] % WARNA}" for v in peta.versi.values()}
        self.chip = {v: self._chip(v) for v in peta.versi}
        self.pemilik = {u.id: aman(u.nama) for u in peta.unit.values()}
        self.keluar: list[str] = []

    def tulis(self, simpul: Sequence[SimpulPohon], di_bawah: int | None = None) -> Markup:
        """List items of these nodes; ``di_bawah``: the version that their parent belongs to."""
        self.keluar = []
        for s in simpul:
            self._simpul(s, di_bawah)
        # Built of our own tags and of texts that were escaped one by one.
        return Markup("".join(self.keluar))  # noqa: S704

    def _chip(self, versi: int) -> str:
        v = self.peta.versi[versi]
        unit = self.peta.unit[v.unit_id]
        lencana = "" if v.ditetapkan else f" {tanda_alur('konsep')}"
        contoh = tanda_contoh(v.sifat) if unit.sifat != Sifat.CONTOH else ""
        return f' <span class="pemilik">{aman(unit.nama)}</span>{lencana}{contoh}'

    def _simpul(self, s: SimpulPohon, versi_induk: int | None) -> None:
        tulis = self.keluar.append
        kelas, lencana = self.kelas[s.versi_id], ""
        if self.cara.warna == CAPAIAN:
            kelas, lencana = self._capaian(s)
        if s.versi_id != versi_induk:
            lencana = self.chip[s.versi_id] + lencana
        elif s.pemilik_id is not None and s.pemilik_id != self.peta.versi[s.versi_id].unit_id:
            lencana = f' <span class="pemilik">{self.pemilik.get(s.pemilik_id, "")}</span>{lencana}'
        if s.sifat != self.peta.versi[s.versi_id].sifat:
            lencana = f"{lencana}{tanda_contoh(s.sifat)}"
        letak = f' id="s-{s.uuid}"' if self.cara.cabang else ""
        kode = f"{s.nomenklatur} " if s.nomenklatur else ""
        isi = (
            f'<span class="simpul-jenis">{self.jenis[s.jenis]}</span> <span class="simpul-isi">'
            f'<span class="simpul-judul">{aman(kode + s.uraian)}</span>{lencana}'
        )
        if not (s.anak or s.indikator or s.di_bawah):
            tulis(f'<li class="{kelas}"><div class="simpul">{isi}</span></div></li>')
            return
        if self.cara.perbesar and (s.anak or s.di_bawah):
            isi += (
                f' <a class="simpul-ket" href="{self.cara.perbesar}{s.uuid}" aria-label="'
                f'{self.kata["perbesar"]}: {aman(s.uraian)}">{self.kata["perbesar"]}</a>'
            )
        buka = " open" if s.tingkat < self.cara.terbuka else ""
        tulis(
            f'<li class="{kelas}"{letak}><details{buka}>'
            f'<summary class="simpul">{isi}</span></summary><ul>'
        )
        for i in s.indikator:
            self._indikator(i)
        for a in s.anak:
            self._simpul(a, s.versi_id)
        if s.di_bawah:
            self._tutup(s)
        tulis("</ul></details></li>")

    def _capaian(self, s: SimpulPohon) -> tuple[str, str]:
        r = ringkas((i.id for i in s.indikator), self.ukuran)
        if r is None:
            return "", ""
        kelas, lencana = self.keadaan(r)
        return f"w {kelas}", f" {lencana}"

    def _indikator(self, i: IndikatorPohon) -> None:
        janji = self.kata["tanpa_target"]
        if i.target:
            janji = f"{self.kata['target']} {aman(nilai_bersatuan(i.target, i.satuan))}"
        lencana = ""
        if self.cara.warna == CAPAIAN and (u := self.ukuran.get(i.id)) is not None:
            lencana = f" {self.lencana(u.status, u.kategori or None, belum=u.belum)}"
        self.keluar.append(
            f'<li><div class="simpul"><span class="simpul-jenis">{self.sebut[i.iku]}</span> '
            f'<span class="simpul-isi">{aman(i.nama)}{lencana} '
            f'<span class="simpul-ket">{janji}</span></span></div></li>'
        )

    def _tutup(self, s: SimpulPohon) -> None:
        """Where the branch goes on: fetched in place, or by a page that opens it."""
        kata = ngettext(
            "Buka %(n)s simpul di bawahnya", "Buka %(n)s simpul di bawahnya", s.di_bawah
        )
        self.keluar.append(
            f'<li><div class="simpul"><a href="{self.cara.buka}{s.uuid}#s-{s.uuid}" hx-get="'
            f'{self.cara.cabang}{s.uuid}/{self.cara.ekor}" hx-target="closest li"'
            f' hx-swap="outerHTML">{kata % {"n": angka(s.di_bawah)}}</a></div></li>'
        )
