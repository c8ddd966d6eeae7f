"""Where the boxes of a tree stand: columns from left to right, a parent in the middle of its own.

Pure and exact: the same tree gives the same places, in whole points, whatever sets it afterwards.
``susun_bagan`` lays one branch; ``bagi_halaman`` cuts a branch that is taller than a page, between
leaves, and repeats what stands above the cut as *lanjutan*.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

TAKUK = "\u00a0\u00a0\u00a0"  # spaces that nothing folds


@dataclass(frozen=True, slots=True)
class Butir:
    """A node to be drawn: its level in words, whose it is (where that changes), what it promises.

    ``lanjutan``: it stood on an earlier page already and is repeated without its indicators.
    """

    jenis: str
    judul: str
    indikator: tuple[str, ...] = ()
    pemilik: str = ""
    anak: tuple["Butir", ...] = ()
    lanjutan: bool = False

    def daun(self) -> int:
        """How many leaves the branch has."""
        return sum(a.daun() for a in self.anak) or 1

    def dalam(self) -> int:
        """How many levels the branch has."""
        return 1 + max((a.dalam() for a in self.anak), default=0)


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Measures of a drawing in points; ``huruf`` is how wide a letter is taken to be."""

    lebar: int = 200
    celah: int = 28
    jarak: int = 10
    baris: int = 12
    tepi: int = 7
    huruf: float = 5.4

    @property
    def kolom_huruf(self) -> int:
        """Letters that a line of a box takes."""
        return int((self.lebar - 2 * self.tepi) / self.huruf)


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box with its lines of text, each with what it is, and the middle of its parent's edge."""

    x: int
    y: int
    lebar: int
    tinggi: int
    baris: tuple[tuple[str, str], ...]
    dari: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Bagan:
    """Boxes in reading order, and how much room they take."""

    kotak: tuple[Kotak, ...]
    lebar: int
    tinggi: int


@dataclass(slots=True)
class _Letak:
    butir: Butir
    tingkat: int
    baris: tuple[tuple[str, str], ...]
    tinggi: int
    anak: list["_Letak"]
    y: int = 0

    def geser(self, jarak: int) -> None:
        self.y += jarak
        for a in self.anak:
            a.geser(jarak)


def susun_bagan(butir: Butir, u: Ukuran) -> Bagan:
    """Lay one branch. Children stand below each other, their parent beside their middle."""
    letak = _ukur(butir, u, 0)
    bawah = _tempatkan(letak, 0, u)
    kotak = tuple(_kotak(letak, None, u))
    return Bagan(kotak, max(k.x + k.lebar for k in kotak), bawah - u.jarak)


def _ukur(butir: Butir, u: Ukuran, tingkat: int) -> _Letak:
    baris = tuple(_baris(butir, u.kolom_huruf))
    tinggi = len(baris) * u.baris + 2 * u.tepi
    return _Letak(butir, tingkat, baris, tinggi, [_ukur(a, u, tingkat + 1) for a in butir.anak])


def _baris(b: Butir, huruf: int) -> Iterator[tuple[str, str]]:
    """The lines of a box: level, owner, title, indicators."""
    yield "jenis", f"{b.jenis} (lanjutan)" if b.lanjutan else b.jenis
    if b.pemilik:
        yield from (("pemilik", t) for t in wrap(b.pemilik, huruf))
    yield from (("judul", t) for t in wrap(b.judul, huruf) or [""])
    for i in () if b.lanjutan else b.indikator:
        for n, t in enumerate(wrap(i, huruf - 2)):
            yield "indikator", f"{'• ' if n == 0 else TAKUK}{t}"


def _tempatkan(letak: _Letak, atas: int, u: Ukuran) -> int:
    """Place a branch from ``atas`` downwards; where the next may begin comes back."""
    bawah = atas
    for a in letak.anak:
        bawah = _tempatkan(a, bawah, u)
    if not letak.anak:
        letak.y = atas
        return atas + letak.tinggi + u.jarak
    pertama, terakhir = letak.anak[0], letak.anak[-1]
    tengah = (pertama.y + terakhir.y + terakhir.tinggi) // 2
    letak.y = tengah - letak.tinggi // 2
    if letak.y < atas:  # taller than all its children together: they move to its middle
        turun = atas - letak.y
        letak.geser(turun)
        bawah += turun
    return max(bawah, letak.y + letak.tinggi + u.jarak)


def _kotak(letak: _Letak, dari: tuple[int, int] | None, u: Ukuran) -> Iterator[Kotak]:
    x = letak.tingkat * (u.lebar + u.celah)
    yield Kotak(x, letak.y, u.lebar, letak.tinggi, letak.baris, dari)
    for a in letak.anak:
        yield from _kotak(a, (x + u.lebar, letak.y + letak.tinggi // 2), u)


def bagi_halaman(butir: Butir, u: Ukuran, tinggi: int) -> list[Bagan]:
    """One drawing for each page of this height; a branch is cut between its leaves."""
    utuh = susun_bagan(butir, u)
    if utuh.tinggi <= tinggi:
        return [utuh]
    hasil, mulai, semua = [], 0, butir.daun()
    while mulai < semua:
        sampai, bagan = mulai + 1, susun_bagan(_potong(butir, mulai, mulai + 1), u)
        while sampai < semua:
            lagi = susun_bagan(_potong(butir, mulai, sampai + 1), u)
            if lagi.tinggi > tinggi:
                break
            sampai, bagan = sampai + 1, lagi
        hasil.append(bagan)
        mulai = sampai
    return hasil


def _potong(butir: Butir, mulai: int, sampai: int) -> Butir:
    """The branch with its leaves ``mulai`` to ``sampai`` alone, and what stands above them."""
    lanjutan = butir.lanjutan or (bool(butir.anak) and mulai > 0)
    return replace(butir, anak=tuple(_irisan(butir.anak, mulai, sampai)), lanjutan=lanjutan)


def _irisan(anak: Sequence[Butir], mulai: int, sampai: int) -> Iterator[Butir]:
    lewat = 0
    for a in anak:
        banyak = a.daun()
        if lewat < sampai and lewat + banyak > mulai:
            yield _potong(a, max(mulai - lewat, 0), min(sampai - lewat, banyak))
        lewat += banyak
