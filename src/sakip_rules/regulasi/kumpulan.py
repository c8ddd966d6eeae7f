"""All legal texts together: an index at once, each file read strictly when it is first needed."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar, cast, overload

import sakip_regulasi
from sakip_rules.galat import BerkasRegulasiSalah, KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi.contoh import Contoh, baca_contoh
from sakip_rules.regulasi.jenis import Jenis
from sakip_rules.regulasi.kaidah import Kaidah, baca_berkas_kaidah, urutkan_versi
from sakip_rules.regulasi.teks import TeksRegulasi, baca_teks

T = TypeVar("T")

_ID: Final = re.compile(r"^id: *[\"']?([a-z0-9_.]+)[\"']? *(?:#.*)?$", re.MULTILINE)
_IDENTITAS: Final = "regulasi.yaml"


class Regulasi:
    """The texts under one folder. Answers are cached; nothing is ever written.

    Opening it only lists the files and the ids at the start of their lines, so that a command
    which needs one rule reads one file. ``periksa`` reads everything.
    """

    def __init__(self, akar: Path) -> None:
        self._akar = akar
        self._folder = {
            identitas.parent.name: identitas.parent
            for identitas in sorted(akar.glob(f"*/{_IDENTITAS}"))
        }
        self._berkas_menurut_id: dict[str, list[Path]] = {}
        for berkas in self._berkas_kaidah():
            for id_kaidah in _ID.findall(berkas.read_text(encoding="utf-8", errors="replace")):
                daftar = self._berkas_menurut_id.setdefault(id_kaidah, [])
                if berkas not in daftar:
                    daftar.append(berkas)
        self._isi: dict[Path, list[Kaidah[Any]]] = {}
        self._versi: dict[str, tuple[Kaidah[Any], ...]] = {}
        self._teks: dict[str, TeksRegulasi] = {}

    def daftar_teks(self) -> tuple[TeksRegulasi, ...]:
        """Every text with its identity, sorted by id."""
        return tuple(self.teks(id) for id in self._folder)

    def teks(self, id: str) -> TeksRegulasi:
        """Identity of one text. Raises ``MasukanSalah`` for an id that no folder has."""
        if id not in self._folder:
            raise MasukanSalah(
                kalimat(
                    "Regulasi “{id}” tidak ada; yang ada: {ada}.",
                    id=id,
                    ada=", ".join(self._folder),
                )
            )
        if id not in self._teks:
            berkas = self._folder[id] / _IDENTITAS
            self._teks[id] = baca_teks(berkas, self._nama(berkas))
        return self._teks[id]

    def daftar_kaidah(self, teks: str | None = None) -> tuple[str, ...]:
        """Ids of all rules, or of those that stand in one text's folder."""
        return tuple(
            sorted(
                id
                for id, berkas in self._berkas_menurut_id.items()
                if teks is None or any(self._regulasi(b) == teks for b in berkas)
            )
        )

    def versi(self, id: str) -> tuple[Kaidah[Any], ...]:
        """All versions of a rule, oldest first, also when several texts hold some of them.

        Raises ``MasukanSalah`` for an unknown id, ``BerkasRegulasiSalah`` for a bad file.
        """
        if id not in self._versi:
            if id not in self._berkas_menurut_id:
                raise MasukanSalah(kalimat("Kaidah “{id}” tidak ada dalam data regulasi.", id=id))
            self._versi[id] = urutkan_versi(
                [k for b in self._berkas_menurut_id[id] for k in self._baca(b) if k.id == id]
            )
        return self._versi[id]

    @overload
    def kaidah(self, id: str, pada: date) -> Kaidah[Any]: ...
    @overload
    def kaidah(self, id: str, pada: date, jenis: Jenis[T]) -> Kaidah[T]: ...
    def kaidah(self, id: str, pada: date, jenis: Jenis[T] | None = None) -> Kaidah[Any]:
        """Give the version in force on a day; with ``jenis`` the content is typed and checked.

        Raises ``KaidahBelumBerlaku`` when no version covers the day: there is no default.
        """
        for kaidah in self.versi(id):
            if kaidah.masa.memuat(pada):
                return kaidah if jenis is None else _berjenis(kaidah, jenis)
        raise KaidahBelumBerlaku(id, pada)

    def daftar_contoh(self) -> tuple[Contoh, ...]:
        """All worked cases of all texts."""
        return tuple(
            contoh
            for folder in self._folder.values()
            for berkas in sorted((folder / "contoh").glob("*.yaml"))
            for contoh in baca_contoh(berkas, self._nama(berkas))
        )

    def periksa(self) -> tuple[BerkasRegulasiSalah, ...]:
        """Read every file and give all faults at once; an empty tuple means: all is sound."""
        salah: list[BerkasRegulasiSalah] = []
        for langkah in self._langkah_periksa():
            try:
                langkah()
            except BerkasRegulasiSalah as galat:
                if str(galat) not in {str(g) for g in salah}:
                    salah.append(galat)
        return tuple(salah)

    def _langkah_periksa(self) -> Iterator[Callable[[], object]]:
        for id in self._folder:
            yield partial(self.teks, id)
        for berkas in self._berkas_kaidah():
            yield partial(self._baca, berkas)
        for id in self._berkas_menurut_id:
            yield partial(self.versi, id)
        yield self.daftar_contoh

    def _baca(self, berkas: Path) -> list[Kaidah[Any]]:
        if berkas not in self._isi:
            kaidah = baca_berkas_kaidah(berkas, self._nama(berkas), self._regulasi(berkas))
            for satu in kaidah:
                self._periksa_dasar(satu)
                if berkas not in self._berkas_menurut_id.get(satu.id, ()):
                    raise satu.posisi.galat(
                        "baris “id: {id}” harus berdiri sendiri di awal baris.", id=satu.id
                    )
            self._isi[berkas] = kaidah
        return self._isi[berkas]

    def _periksa_dasar(self, kaidah: Kaidah[Any]) -> None:
        for dasar in kaidah.dasar:
            if dasar.regulasi not in self._folder:
                raise kaidah.posisi.galat(
                    "dasar menyebut regulasi “{id}” yang tidak punya regulasi.yaml.",
                    id=dasar.regulasi,
                )

    def _berkas_kaidah(self) -> list[Path]:
        return [
            berkas
            for folder in self._folder.values()
            for berkas in sorted(folder.glob("*.yaml"))
            if berkas.name != _IDENTITAS
        ]

    def _regulasi(self, berkas: Path) -> str:
        return berkas.parent.name

    def _nama(self, berkas: Path) -> str:
        return berkas.relative_to(self._akar).as_posix()


def _berjenis(kaidah: Kaidah[Any], jenis: Jenis[T]) -> Kaidah[T]:
    if kaidah.jenis != jenis.nama:
        raise MasukanSalah(
            kalimat(
                "Kaidah {id} berjenis {ada}, bukan {diminta}.",
                id=kaidah.id,
                ada=kaidah.jenis,
                diminta=jenis.nama,
            )
        )
    return cast("Kaidah[T]", kaidah)


@cache
def muat_regulasi() -> Regulasi:
    """Open the texts that come with the program; once per process."""
    return Regulasi(Path(sakip_regulasi.__file__).parent)
