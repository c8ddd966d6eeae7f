"""The rules about indicators of a plan: what each looks at, what it says, how that is mended.

Sources as in ``kaidah_simpul``.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from sakip_rules.kalimat import kalimat
from sakip_rules.pemeriksaan.bahan_pohon import (
    BACAAN,
    NASKAH,
    BahanPohon,
    IndikatorDiperiksa,
    Jawaban,
    KaidahPohon,
    Keparahan,
    nama_banding,
)
from sakip_rules.pemeriksaan.jenjang import HASIL, sebut_jenjang
from sakip_rules.pemeriksaan.kata_kinerja import kata_hasil, kata_keluaran


def _bersasaran(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        ada = i.simpul is not None and _di_bawah_hasil(i.simpul, bahan)
        yield (
            i.kode,
            None
            if ada
            else kalimat("Indikator “{nama}” tidak mengukur sasaran atau tujuan.", nama=i.nama),
        )


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


def _bertarget(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        yield (
            i.kode,
            None
            if i.bertarget
            else kalimat("Indikator “{nama}” belum mempunyai target.", nama=i.nama),
        )


def _tidak_mundur(bahan: BahanPohon) -> Jawaban:
    """Ranges have no such direction, and without two numbers nothing can be said."""
    for i in bahan.indikator:
        if i.target is None or i.baseline is None or i.arah not in {"naik_baik", "turun_baik"}:
            continue
        mundur = i.target < i.baseline if i.arah == "naik_baik" else i.target > i.baseline
        yield (
            i.kode,
            kalimat("Target “{nama}” lebih buruk daripada keadaan awalnya.", nama=i.nama)
            if mundur
            else None,
        )


def _berpengampu(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        if not i.dihitung:
            yield (
                i.kode,
                None
                if i.pengampu
                else kalimat("Indikator “{nama}” belum mempunyai jabatan pengampu.", nama=i.nama),
            )


def _berdefinisi(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        yield (
            i.kode,
            None
            if i.berdefinisi
            else kalimat("Indikator “{nama}” belum didefinisikan.", nama=i.nama),
        )


def _bersumber(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        if not i.dihitung:
            yield (
                i.kode,
                None
                if i.bersumber
                else kalimat("Indikator “{nama}” belum menyebut sumber datanya.", nama=i.nama),
            )


def _hasil_bukan_keluaran(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        if bahan.jenis(i) in HASIL:
            kata = kata_keluaran(i.nama)
            yield (
                i.kode,
                kalimat(
                    "“{nama}” menghitung {kata}: itu keluaran, sedangkan ia mengukur {jenis}.",
                    nama=i.nama,
                    kata=kata,
                    jenis=bahan.jenis(i),
                )
                if kata
                else None,
            )


def _keluaran_bukan_hasil(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        if bahan.jenis(i) in {"kegiatan", "subkegiatan"}:
            kata = kata_hasil(i.nama)
            yield (
                i.kode,
                kalimat(
                    "“{nama}” mengukur hasil ({kata}), sedangkan ia berada pada {jenis}.",
                    nama=i.nama,
                    kata=kata,
                    jenis=sebut_jenjang(bahan.jenis(i) or ""),
                )
                if kata
                else None,
            )


def _tidak_kembar(bahan: BahanPohon) -> Jawaban:
    """The same measure at two levels; a count that is the sum of its parts may be at both."""
    for i in bahan.indikator:
        jenjang = bahan.jenis(i)
        if jenjang is None:
            continue
        lain = [
            x
            for x in bahan.senama[nama_banding(i.nama)]
            if bahan.jenis(x) not in {None, jenjang}
            and x not in bahan.bagian(i)
            and i not in bahan.bagian(x)
        ]
        yield (
            i.kode,
            kalimat("“{nama}” dipakai di lebih dari satu jenjang.", nama=i.nama) if lain else None,
        )


def _satu_pengampu(bahan: BahanPohon) -> Jawaban:
    for i in bahan.indikator:
        pemilik = _pemilik(bahan.senama[nama_banding(i.nama)])
        if i.pengampu:
            yield (
                i.kode,
                kalimat(
                    "“{nama}” diampu beberapa jabatan: {jabatan}.",
                    nama=i.nama,
                    jabatan=", ".join(pemilik),
                )
                if len(pemilik) > 1 and not bahan.bagian(i) and not _bagian_dari(i, bahan)
                else None,
            )


def _pemilik(senama: Iterable[IndikatorDiperiksa]) -> list[str]:
    return sorted({x.pengampu for x in senama if x.pengampu})


def _bagian_dari(i: IndikatorDiperiksa, bahan: BahanPohon) -> bool:
    return any(i in bahan.bagian(x) for x in bahan.senama[nama_banding(i.nama)])


def _target_mencukupi(bahan: BahanPohon) -> Jawaban:
    """Counts only: targets of the parts must add up to at least that of the whole."""
    for i in bahan.indikator:
        bagian = bahan.bagian(i)
        if i.target is None or not bagian or any(b.target is None for b in bagian):
            continue
        jumlah = sum((b.target for b in bagian if b.target is not None), Decimal(0))
        yield (
            i.kode,
            kalimat(
                "Target “{nama}” {target} {satuan}, tetapi bagian-bagiannya hanya {jumlah}.",
                nama=i.nama,
                target=_angka(i.target),
                satuan=i.satuan,
                jumlah=_angka(jumlah),
            )
            if jumlah < i.target
            else None,
        )


def _angka(n: Decimal) -> str:
    return f"{n.normalize():f}".replace(".", ",")


KAIDAH_INDIKATOR: Final = (
    KaidahPohon(
        "indikator_tanpa_sasaran",
        Keparahan.WAJIB,
        kalimat("Tiap indikator mengukur tujuan atau sasaran, atau yang di bawahnya"),
        kalimat("Pilih simpul yang diukurnya."),
        NASKAH,
        _bersasaran,
    ),
    KaidahPohon(
        "indikator_tanpa_target",
        Keparahan.WAJIB,
        kalimat("Tiap indikator mempunyai target"),
        kalimat("Isi target tahun itu."),
        NASKAH,
        _bertarget,
    ),
    KaidahPohon(
        "target_mundur",
        Keparahan.PERHATIAN,
        kalimat("Target tidak lebih buruk daripada keadaan awal"),
        kalimat("Periksa target, keadaan awal, dan arahnya; bila memang begitu, tulis alasannya."),
        BACAAN,
        _tidak_mundur,
    ),
    KaidahPohon(
        "indikator_tanpa_pengampu",
        Keparahan.PERHATIAN,
        kalimat("Tiap indikator mempunyai jabatan pengampu"),
        kalimat("Pilih jabatan yang menjawab datanya."),
        NASKAH,
        _berpengampu,
    ),
    KaidahPohon(
        "indikator_tanpa_definisi",
        Keparahan.PERHATIAN,
        kalimat("Tiap indikator didefinisikan"),
        kalimat("Tulis apa yang dihitung dan bagaimana, sehingga orang lain mendapat angka sama."),
        BACAAN,
        _berdefinisi,
    ),
    KaidahPohon(
        "indikator_tanpa_sumber",
        Keparahan.PERHATIAN,
        kalimat("Tiap indikator menyebut sumber datanya"),
        kalimat("Sebut buku, aplikasi, atau laporan tempat angkanya diambil."),
        BACAAN,
        _bersumber,
    ),
    KaidahPohon(
        "keluaran_di_hasil",
        Keparahan.PERHATIAN,
        kalimat("Indikator tujuan dan sasaran mengukur hasil"),
        kalimat("Ukur apa yang berubah; hitungan keluaran pindahkan ke sub-kegiatannya."),
        BACAAN,
        _hasil_bukan_keluaran,
    ),
    KaidahPohon(
        "hasil_di_keluaran",
        Keparahan.PERHATIAN,
        kalimat("Indikator kegiatan dan sub-kegiatan mengukur keluaran"),
        kalimat("Pindahkan ukuran hasil itu ke sasaran; di sini hitung apa yang diserahkan."),
        BACAAN,
        _keluaran_bukan_hasil,
    ),
    KaidahPohon(
        "indikator_kembar",
        Keparahan.PERHATIAN,
        kalimat("Satu indikator berada di satu jenjang"),
        kalimat("Tinggalkan di jenjang tempat ia diukur; jenjang lain perlu ukurannya sendiri."),
        BACAAN,
        _tidak_kembar,
    ),
    KaidahPohon(
        "pengampu_ganda",
        Keparahan.PERHATIAN,
        kalimat("Satu ukuran diampu satu jabatan"),
        kalimat("Pilih satu jabatan; yang lain membantu, tidak menjawab."),
        BACAAN,
        _satu_pengampu,
    ),
    KaidahPohon(
        "target_bagian_kurang",
        Keparahan.PERHATIAN,
        kalimat("Target bagian-bagian mencukupi target keseluruhannya"),
        kalimat("Naikkan target bagiannya atau turunkan janji di atasnya, supaya keduanya cocok."),
        NASKAH,
        _target_mencukupi,
    ),
)
