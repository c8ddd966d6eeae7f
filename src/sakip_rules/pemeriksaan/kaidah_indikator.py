"""The rules about indicators of a plan: what each looks at, what it says, how that is mended.

Sources as in ``kaidah_simpul``.
"""

from decimal import Decimal
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pemeriksaan.bahan_pohon import (
    BACAAN,
    NASKAH,
    BahanPohon,
    IndikatorDiperiksa,
    KaidahPohon,
    Keparahan,
)
from sakip_rules.pemeriksaan.jenjang import HASIL, sebut_jenjang
from sakip_rules.pemeriksaan.kata_kinerja import kata_hasil, kata_keluaran

I = IndikatorDiperiksa  # noqa: E741 - one letter, as S for a node


def _tanpa_sasaran(bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.simpul is not None and _di_bawah_hasil(i.simpul, bahan):
        return None
    return kalimat("Indikator “{nama}” tidak mengukur sasaran atau tujuan.", nama=i.nama)


def _di_bawah_hasil(kode: str, bahan: BahanPohon) -> bool:
    """Whether a node is a sasaran or tujuan, or stands somewhere under one. Cycles end it."""
    dilalui: set[str] = set()
    kini: str | None = kode
    while kini is not None and kini in bahan.menurut_kode and kini not in dilalui:
        if bahan.menurut_kode[kini].jenis in HASIL:
            return True
        dilalui.add(kini)
        kini = bahan.menurut_kode[kini].induk
    return False


def _tanpa_target(_bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.bertarget:
        return None
    return kalimat("Indikator “{nama}” belum mempunyai target.", nama=i.nama)


def _berarah_dan_berangka(_bahan: BahanPohon, i: I) -> bool:
    """Ranges have no such direction, and without two numbers nothing can be said."""
    return i.arah in {"naik_baik", "turun_baik"} and i.target is not None and i.baseline is not None


def _mundur(_bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.target is None or i.baseline is None:
        return None
    if i.target >= i.baseline if i.arah == "naik_baik" else i.target <= i.baseline:
        return None
    return kalimat("Target “{nama}” lebih buruk daripada keadaan awalnya.", nama=i.nama)


def _diisi(_bahan: BahanPohon, i: I) -> bool:
    """What is reckoned from other indicators is entered by nobody and comes from nowhere else."""
    return not i.dihitung


def _tanpa_pengampu(_bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.pengampu:
        return None
    return kalimat("Indikator “{nama}” belum mempunyai jabatan pengampu.", nama=i.nama)


def _tanpa_definisi(_bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.berdefinisi:
        return None
    return kalimat("Indikator “{nama}” belum didefinisikan.", nama=i.nama)


def _tanpa_sumber(_bahan: BahanPohon, i: I) -> Kalimat | None:
    if i.bersumber:
        return None
    return kalimat("Indikator “{nama}” belum menyebut sumber datanya.", nama=i.nama)


def _di_hasil(bahan: BahanPohon, i: I) -> bool:
    return bahan.jenis(i) in HASIL


def _mengukur_keluaran(bahan: BahanPohon, i: I) -> Kalimat | None:
    kata = kata_keluaran(i.nama)
    if kata is None:
        return None
    return kalimat(
        "“{nama}” menghitung {kata}: itu keluaran, sedangkan ia mengukur {jenis}.",
        nama=i.nama,
        kata=kata,
        jenis=bahan.jenis(i),
    )


def _di_keluaran(bahan: BahanPohon, i: I) -> bool:
    return bahan.jenis(i) in {"kegiatan", "subkegiatan"}


def _mengukur_hasil(bahan: BahanPohon, i: I) -> Kalimat | None:
    kata = kata_hasil(i.nama)
    if kata is None:
        return None
    return kalimat(
        "“{nama}” mengukur hasil ({kata}), sedangkan ia berada pada {jenis}.",
        nama=i.nama,
        kata=kata,
        jenis=sebut_jenjang(bahan.jenis(i) or ""),
    )


def _bersimpul(bahan: BahanPohon, i: I) -> bool:
    return bahan.jenis(i) is not None


def _kembar(bahan: BahanPohon, i: I) -> Kalimat | None:
    """The same measure at two levels; a count that is the sum of its parts may be at both."""
    lain = [
        x
        for x in bahan.senama(i)
        if bahan.jenis(x) not in {None, bahan.jenis(i)}
        and x not in bahan.bagian(i)
        and i not in bahan.bagian(x)
    ]
    return kalimat("“{nama}” dipakai di lebih dari satu jenjang.", nama=i.nama) if lain else None


def _berpengampu(_bahan: BahanPohon, i: I) -> bool:
    return bool(i.pengampu)


def _pengampu_ganda(bahan: BahanPohon, i: I) -> Kalimat | None:
    """Parts of a count may be answered for by others than the whole."""
    senama = bahan.senama(i)
    pemilik = sorted({x.pengampu for x in senama if x.pengampu})
    if len(pemilik) < 2 or bahan.bagian(i) or any(i in bahan.bagian(x) for x in senama):
        return None
    return kalimat(
        "“{nama}” diampu beberapa jabatan: {jabatan}.", nama=i.nama, jabatan=", ".join(pemilik)
    )


def _berbagian(bahan: BahanPohon, i: I) -> bool:
    """Counts only, and only when the target of the whole and of every part is known."""
    bagian = bahan.bagian(i)
    return bool(bagian) and all(x.target is not None for x in (i, *bagian))


def _bagian_kurang(bahan: BahanPohon, i: I) -> Kalimat | None:
    bagian = [b.target for b in bahan.bagian(i) if b.target is not None]
    jumlah = sum(bagian, Decimal(0))
    if i.target is None or jumlah >= i.target:
        return None
    return kalimat(
        "Target “{nama}” {target} {satuan}, tetapi bagian-bagiannya hanya {jumlah}.",
        nama=i.nama,
        target=tulis_angka(i.target, FormatAngka.ID),
        satuan=i.satuan,
        jumlah=tulis_angka(jumlah, FormatAngka.ID),
    )


KAIDAH_INDIKATOR: Final[tuple[KaidahPohon[I], ...]] = (
    KaidahPohon(
        kode="indikator_tanpa_sasaran",
        keparahan=Keparahan.WAJIB,
        judul=kalimat("Tiap indikator mengukur tujuan atau sasaran, atau yang di bawahnya"),
        lencana=kalimat("tanpa sasaran"),
        perbaikan=kalimat("Pilih simpul yang diukurnya."),
        dasar=NASKAH,
        gagal=_tanpa_sasaran,
    ),
    KaidahPohon(
        kode="indikator_tanpa_target",
        keparahan=Keparahan.WAJIB,
        judul=kalimat("Tiap indikator mempunyai target"),
        lencana=kalimat("tanpa target"),
        perbaikan=kalimat("Isi target tahun itu."),
        dasar=NASKAH,
        gagal=_tanpa_target,
    ),
    KaidahPohon(
        kode="target_mundur",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Target tidak lebih buruk daripada keadaan awal"),
        lencana=kalimat("target mundur"),
        perbaikan=kalimat(
            "Periksa target, keadaan awal, dan arahnya; bila memang begitu, tulis alasannya."
        ),
        dasar=BACAAN,
        gagal=_mundur,
        berlaku=_berarah_dan_berangka,
    ),
    KaidahPohon(
        kode="indikator_tanpa_pengampu",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tiap indikator mempunyai jabatan pengampu"),
        lencana=kalimat("tanpa pengampu"),
        perbaikan=kalimat("Pilih jabatan yang menjawab datanya."),
        dasar=NASKAH,
        gagal=_tanpa_pengampu,
        berlaku=_diisi,
    ),
    KaidahPohon(
        kode="indikator_tanpa_definisi",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tiap indikator didefinisikan"),
        lencana=kalimat("tanpa definisi"),
        perbaikan=kalimat(
            "Tulis apa yang dihitung dan bagaimana, sehingga orang lain mendapat angka sama."
        ),
        dasar=BACAAN,
        gagal=_tanpa_definisi,
    ),
    KaidahPohon(
        kode="indikator_tanpa_sumber",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tiap indikator menyebut sumber datanya"),
        lencana=kalimat("tanpa sumber data"),
        perbaikan=kalimat("Sebut buku, aplikasi, atau laporan tempat angkanya diambil."),
        dasar=BACAAN,
        gagal=_tanpa_sumber,
        berlaku=_diisi,
    ),
    KaidahPohon(
        kode="keluaran_di_hasil",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Indikator tujuan dan sasaran mengukur hasil"),
        lencana=kalimat("mengukur keluaran"),
        perbaikan=kalimat("Ukur apa yang berubah; hitungan keluaran pindahkan ke sub-kegiatannya."),
        dasar=BACAAN,
        gagal=_mengukur_keluaran,
        berlaku=_di_hasil,
        kata=True,
    ),
    KaidahPohon(
        kode="hasil_di_keluaran",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Indikator kegiatan dan sub-kegiatan mengukur keluaran"),
        lencana=kalimat("mengukur hasil"),
        perbaikan=kalimat(
            "Pindahkan ukuran hasil itu ke sasaran; di sini hitung apa yang diserahkan."
        ),
        dasar=BACAAN,
        gagal=_mengukur_hasil,
        berlaku=_di_keluaran,
        kata=True,
    ),
    KaidahPohon(
        kode="indikator_kembar",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Satu indikator berada di satu jenjang"),
        lencana=kalimat("kembar"),
        perbaikan=kalimat(
            "Tinggalkan di jenjang tempat ia diukur; jenjang lain perlu ukurannya sendiri."
        ),
        dasar=BACAAN,
        gagal=_kembar,
        berlaku=_bersimpul,
    ),
    KaidahPohon(
        kode="pengampu_ganda",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Satu ukuran diampu satu jabatan"),
        lencana=kalimat("pengampu ganda"),
        perbaikan=kalimat("Pilih satu jabatan; yang lain membantu, tidak menjawab."),
        dasar=BACAAN,
        gagal=_pengampu_ganda,
        berlaku=_berpengampu,
    ),
    KaidahPohon(
        kode="target_bagian_kurang",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Target bagian-bagian mencukupi target keseluruhannya"),
        lencana=kalimat("bagiannya kurang"),
        perbaikan=kalimat(
            "Naikkan target bagiannya atau turunkan janji di atasnya, supaya keduanya cocok."
        ),
        dasar=NASKAH,
        gagal=_bagian_kurang,
        berlaku=_berbagian,
    ),
)
