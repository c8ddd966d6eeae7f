"""One rule and its versions: read, checked for gaps and overlaps of time, and cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Generic, TypeVar

from sakip_rules.hasil import Dasar
from sakip_rules.regulasi.baca import Isi, Posisi, Simpul, baca_dokumen
from sakip_rules.regulasi.jenis import Jenis, jenis_bernama
from sakip_rules.regulasi.medan import Medan, boleh_null, bulat, daftar, peta, tanggal, teks
from sakip_rules.regulasi.teks import POLA_ID, STATUS_NASKAH, StatusNaskah, baca_masa
from sakip_rules.waktu import Masa

T = TypeVar("T")

POLA_KAIDAH = r"[a-z0-9_]+(\.[a-z0-9_]+)*"


@dataclass(frozen=True, slots=True)
class VerifikasiKaidah:
    """How far this version was checked, in words; ``None`` on a rule means: as its text."""

    status: StatusNaskah
    catatan: str | None


@dataclass(frozen=True, slots=True)
class Kaidah(Generic[T]):
    """One version of one rule. ``isi`` is what its kind made of it, typed by the kind.

    ``regulasi`` is the text in whose folder it stands; ``dasar`` are the places that found it.
    """

    id: str
    jenis: str
    regulasi: str
    masa: Masa
    dasar: tuple[Dasar, ...]
    tafsir: tuple[str, ...]
    verifikasi: VerifikasiKaidah | None
    isi: T
    posisi: Posisi

    @property
    def versi(self) -> date:
        """Day the version came into force; it names the version in a ``Jejak``."""
        return self.masa.mulai


SKEMA_DASAR = peta(
    {"regulasi": teks(POLA_ID), "letak": teks()}, {"halaman": boleh_null(bulat(paling_kecil=1))}
)
UMUM_VERSI: dict[str, Medan] = {
    "berlaku": peta({"mulai": tanggal(), "sampai": boleh_null(tanggal())}),
    "dasar": daftar(SKEMA_DASAR),
}
UMUM_VERSI_BOLEH: dict[str, Medan] = {
    "tafsir": daftar(teks(r"tafsir-[0-9]{4}")),
    "verifikasi": peta({"status": STATUS_NASKAH}, {"catatan": teks()}),
}


def baca_dasar(butir: Sequence[Isi]) -> tuple[Dasar, ...]:
    """Turn checked citations into ``Dasar``."""
    return tuple(Dasar(d["regulasi"], d["letak"], d.get("halaman")) for d in butir)


def baca_berkas_kaidah(berkas: Path, nama: str, regulasi: str) -> list[Kaidah[Any]]:
    """Read every rule of a file (one YAML document each), all versions, strictly."""
    return [
        kaidah for dokumen in baca_dokumen(berkas, nama) for kaidah in _baca_satu(dokumen, regulasi)
    ]


def _baca_satu(dokumen: Simpul, regulasi: str) -> list[Kaidah[Any]]:
    jenis = _jenis_dari(dokumen)
    versi = peta({**UMUM_VERSI, **jenis.versi}, {**UMUM_VERSI_BOLEH, **jenis.versi_boleh})
    kepala = peta(
        {
            "id": teks(POLA_KAIDAH),
            "jenis": teks(),
            **jenis.kepala,
            "versi": daftar(versi),
        },
        jenis.kepala_boleh,
    )(dokumen)
    return [_bangun(jenis, kepala, isi, regulasi) for isi in kepala["versi"]]


def _jenis_dari(dokumen: Simpul) -> Jenis[Any]:
    """Find the kind first: which keys are known depends on it."""
    nilai = getattr(dokumen.node, "value", None)
    if isinstance(nilai, list):
        for pasangan in nilai:
            if isinstance(pasangan, tuple) and pasangan[0].value == "jenis":
                simpul = dokumen.anak(pasangan[1])
                nama = teks()(simpul)
                jenis = jenis_bernama(nama)
                if jenis is None:
                    raise simpul.posisi.galat(
                        "jenis “{jenis}” tidak dikenal; tidak ada modul yang membacanya.",
                        jenis=nama,
                    )
                return jenis
    raise dokumen.posisi.galat("kunci “jenis” wajib ada: jenis kaidah tidak pernah ditebak.")


def _bangun(jenis: Jenis[Any], kepala: Isi, isi: Isi, regulasi: str) -> Kaidah[Any]:
    return Kaidah(
        id=kepala["id"],
        jenis=jenis.nama,
        regulasi=regulasi,
        masa=baca_masa(isi["berlaku"]),
        dasar=baca_dasar(isi["dasar"]),
        tafsir=isi.get("tafsir", ()),
        verifikasi=_baca_verifikasi(isi.get("verifikasi")),
        isi=jenis.bangun(kepala, isi),
        posisi=isi.posisi,
    )


def _baca_verifikasi(isi: Isi | None) -> VerifikasiKaidah | None:
    if isi is None:
        return None
    return VerifikasiKaidah(StatusNaskah(isi["status"]), isi.get("catatan"))


def urutkan_versi(versi: Sequence[Kaidah[Any]]) -> tuple[Kaidah[Any], ...]:
    """Sort versions of one rule by time; any gap, overlap or change of kind is refused."""
    urut = sorted(versi, key=lambda kaidah: kaidah.masa.mulai)
    for sebelum, sesudah in pairwise(urut):
        if sebelum.jenis != sesudah.jenis:
            raise sesudah.posisi.galat(
                "kaidah {id} berjenis {satu} di sini, {dua} di {berkas} baris {baris}.",
                id=sesudah.id,
                satu=sesudah.jenis,
                dua=sebelum.jenis,
                berkas=sebelum.posisi.berkas,
                baris=sebelum.posisi.baris,
            )
        lanjut = sebelum.masa.hari_sesudah()
        if lanjut is None or lanjut > sesudah.masa.mulai:
            raise sesudah.posisi.galat(
                "masa kaidah {id} tumpang tindih: versi {sebelum} berlaku sampai {sampai}, "
                "versi ini mulai {mulai}.",
                id=sesudah.id,
                sebelum=sebelum.versi,
                sampai=sebelum.masa.sampai or "seterusnya (null)",
                mulai=sesudah.masa.mulai,
            )
        if lanjut < sesudah.masa.mulai:
            raise sesudah.posisi.galat(
                "masa kaidah {id} bolong: tidak ada versi dari {lanjut} sampai sebelum {mulai}.",
                id=sesudah.id,
                lanjut=lanjut,
                mulai=sesudah.masa.mulai,
            )
    return tuple(urut)
