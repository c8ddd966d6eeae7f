"""Where items come from: tasks, acts on sheets, windows, extensions, and what was told directly."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_noop

from sakip.alur.selectors import daftar_tugas
from sakip.bersama.izin import Peran
from sakip.kabar.models import JenisKabar, PesanKabar
from sakip.kabar.selectors.butir import Butir, Pembaca
from sakip.kabar.selectors.jendela import ROMAWI, JendelaUnit, jendela_unit
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA, JenisJadwal, Perpanjangan
from sakip.pengukuran.kaidah.waktu import terlambat
from sakip.pengukuran.models import KeadaanLembar, KeadaanRealisasi, RiwayatLembar

PERAN_UNIT = (
    Peran.PENYUSUN_UNIT,
    Peran.PENGAMPU_DATA,
    Peran.VERIFIKATOR_UNIT,
    Peran.PIMPINAN_UNIT,
)
MENGISI = (Peran.PENYUSUN_UNIT, Peran.PENGAMPU_DATA)
MENUNGGU = (*MENGISI, Peran.PIMPINAN_UNIT)
MENGAWASI = (Peran.KOORDINATOR_SAKIP, Peran.SEKRETARIS_DAERAH, Peran.PIMPINAN_DAERAH)
TINGGAL_HARI = timedelta(days=3)
ESKALASI_HARI_KERJA = 3
DISEBUT = 3  # units that an item of many names

POLA_SEL = gettext_noop(
    "Angka {indikator} dikembalikan pada pengukuran triwulan {triwulan} {tahun} {unit}"
)
POLA_LEMBAR = gettext_noop("Pengukuran triwulan {triwulan} {tahun} {unit} dikembalikan")
POLA_DIBUKA = gettext_noop(
    "Kunci pengukuran triwulan {triwulan} {tahun} {unit} dibuka untuk diperbaiki"
)
POLA_TERKUNCI = gettext_noop("Pengukuran triwulan {triwulan} {tahun} {unit} terkunci")
POLA_BUKA = gettext_noop(
    "Pengukuran triwulan {triwulan} {tahun} {unit} dapat diisi {mulai} sampai {batas}"
)
POLA_SEGERA = gettext_noop(
    "Pengukuran triwulan {triwulan} {tahun} ditutup {batas}; {unit} belum mengajukan"
)
POLA_LEWAT = gettext_noop(
    "{unit} belum mengajukan pengukuran triwulan {triwulan} {tahun}; jendelanya ditutup {batas}"
)
POLA_LANJUT = gettext_noop(
    "{unit} boleh mengisi pengukuran triwulan {triwulan} {tahun} sampai {sampai}"
)
POLA_ESKALASI = gettext_noop(
    "{jumlah} unit belum mengajukan pengukuran triwulan {triwulan} {tahun}: {nama}"
)
POLA_ESKALASI_LEBIH = gettext_noop(
    "{jumlah} unit belum mengajukan pengukuran triwulan {triwulan} {tahun}: {nama} dan lainnya"
)


def tugas(p: Pembaca) -> Iterator[Butir]:
    """Open tasks. Sheets that came back are told cell by cell instead, by ``kembali``."""
    for t in daftar_tugas(p.lingkup):
        if t.alur == "pengukuran" and "alasan" in t.isian and t.isian["alasan"]:
            continue
        jenis = JenisKabar.ESKALASI if t.alur == "eskalasi" else JenisKabar.TUGAS
        yield Butir(f"tugas:{t.uuid}", jenis, t.dibuat_pada, t.pola, t.isian, t.sasaran)


def kembali(p: Pembaca) -> Iterator[Butir]:
    """Figures and sheets that came back and are not handed in again, for who mends them."""
    unit = {u.id: u for u in p.di_bawah(*MENGISI)}
    if not unit:
        return
    ajuan = RiwayatLembar.objects.filter(lembar=OuterRef("lembar"), tindakan="ajukan")
    terakhir = ajuan.order_by("-pk").values("pk")[:1]
    semua = (
        RiwayatLembar.objects.filter(
            lembar__unit_id__in=unit,
            lembar__keadaan=KeadaanLembar.DIKEMBALIKAN,
            tindakan__in=["kembalikan", "buka_kunci"],
        )
        # A figure that was mended, or saved as it was, is no longer sent back.
        .filter(Q(realisasi__isnull=True) | Q(realisasi__keadaan=KeadaanRealisasi.DIKEMBALIKAN))
        .annotate(ajuan=Subquery(terakhir))
        .filter(Q(ajuan__isnull=True) | Q(pk__gt=F("ajuan")))
        .select_related("lembar__periode", "realisasi__indikator")
    )
    for r in semua:
        kode = r.realisasi.indikator.kode if r.realisasi else ""
        periode, tempat = r.lembar.periode, unit[r.lembar.unit_id]
        pola = POLA_SEL if kode else POLA_DIBUKA if r.tindakan == "buka_kunci" else POLA_LEMBAR
        yield Butir(
            f"lembar:{r.pk}",
            JenisKabar.DIKEMBALIKAN,
            r.saat,
            pola,
            {
                "indikator": kode,
                "triwulan": ROMAWI[periode.nomor],
                "tahun": str(periode.tahun),
                "unit": tempat.nama,
            },
            {
                "halaman": "lembar_pengukuran",
                "isi": [periode.tahun, tempat.slug, periode.nomor],
                "jangkar": f"baris-{kode}" if kode else "",
            },
            catatan=r.alasan,
        )


def terkunci(p: Pembaca) -> Iterator[Butir]:
    """Sheets of the caller's own unit that somebody else locked lately."""
    unit = {u.id: u for u in p.pemegang(*PERAN_UNIT)}
    if not unit:
        return
    semua = (
        RiwayatLembar.objects.filter(
            lembar__unit_id__in=unit,
            lembar__keadaan=KeadaanLembar.TERKUNCI,
            tindakan="kunci",
            saat__gte=p.sejak,
        )
        .exclude(oleh_id=p.lingkup.pengguna_id)
        .select_related("lembar__periode")
    )
    for r in semua:
        periode, tempat = r.lembar.periode, unit[r.lembar.unit_id]
        yield Butir(
            f"lembar:{r.pk}",
            JenisKabar.TERKUNCI,
            r.saat,
            POLA_TERKUNCI,
            {
                "triwulan": ROMAWI[periode.nomor],
                "tahun": str(periode.tahun),
                "unit": tempat.nama,
            },
            {
                "halaman": "lembar_pengukuran",
                "isi": [periode.tahun, tempat.slug, periode.nomor],
            },
        )


def jendela(p: Pembaca) -> Iterator[Butir]:
    """Windows that open, close soon or are over; and, for those above, who has not handed in."""
    pada, sendiri = p.lingkup.pada, {u.id for u in p.pemegang(*MENUNGGU)}
    diawasi = {u.id for u in p.di_bawah(*MENGAWASI)}
    unit = [u for u in p.unit.values() if u.jenis in BERKINERJA and u.id in sendiri | diawasi]
    semua = [j for j in jendela_unit(p.lingkup.instansi_id, unit, pada) if not j.diajukan]
    for j in semua:
        if j.unit.id in sendiri:
            yield from _jendela(p, j)
    yield from _eskalasi(p, [j for j in semua if j.unit.id in diawasi and pada > j.batas])


def _jendela(p: Pembaca, j: JendelaUnit) -> Iterator[Butir]:
    pada, dasar = p.lingkup.pada, f"{j.jadwal.uuid}:{j.unit.id}"
    isian = j.isian | {"mulai": p.tulis(j.jadwal.mulai), "batas": p.tulis(j.batas)}
    if pada > j.batas:
        saat = p.mulai_hari(j.batas + timedelta(days=1))
        kunci = f"lewat:{dasar}:{j.batas}"
        yield Butir(kunci, JenisKabar.TERLAMBAT, saat, POLA_LEWAT, isian, j.sasaran)
        return
    saat = p.mulai_hari(j.jadwal.mulai)
    yield Butir(f"buka:{dasar}", JenisKabar.JENDELA, saat, POLA_BUKA, isian, j.sasaran)
    segera = max(j.batas - TINGGAL_HARI, j.jadwal.mulai)
    if pada >= segera:
        kunci, saat = f"segera:{dasar}:{j.batas}", p.mulai_hari(segera)
        yield Butir(kunci, JenisKabar.JENDELA, saat, POLA_SEGERA, isian, j.sasaran)


def _eskalasi(p: Pembaca, lewat: list[JendelaUnit]) -> Iterator[Butir]:
    """One item a quarter, from the third working day after the window on."""
    pada = p.lingkup.pada
    if not lewat:
        return
    libur = organisasi.hari_libur(min(j.jadwal.selesai for j in lewat), pada)
    menurut: dict[int, list[JendelaUnit]] = {}
    for j in lewat:
        if terlambat(j.batas, pada, libur) >= ESKALASI_HARI_KERJA:
            menurut.setdefault(j.jadwal.pk, []).append(j)
    for daftar in menurut.values():
        satu, nama = daftar[0], [j.unit.nama for j in daftar]
        hari = satu.jadwal.selesai
        while terlambat(satu.jadwal.selesai, hari, libur) < ESKALASI_HARI_KERJA:
            hari += timedelta(days=1)
        yield Butir(
            f"eskalasi:{satu.jadwal.uuid}",
            JenisKabar.ESKALASI,
            p.mulai_hari(hari),
            POLA_ESKALASI_LEBIH if len(nama) > DISEBUT else POLA_ESKALASI,
            satu.isian | {"jumlah": str(len(nama)), "nama": ", ".join(nama[:DISEBUT])},
            {"halaman": "papan", "isi": [satu.tahun], "kueri": "tahap=pengukuran"},
        )


def perpanjangan(p: Pembaca) -> Iterator[Butir]:
    """Leave to act after the window, given to the caller's own unit."""
    unit = {u.id: u for u in p.pemegang(*MENUNGGU)}
    if not unit:
        return
    semua = Perpanjangan.objects.filter(
        unit_id__in=unit,
        diberikan_pada__gte=p.sejak,
        jadwal__jenis=JenisJadwal.PENGUKURAN,
        jadwal__periode__isnull=False,
    ).select_related("jadwal__periode")
    for x in semua:
        j = JendelaUnit(x.jadwal, unit[x.unit_id], x.sampai, diajukan=False)
        yield Butir(
            f"perpanjangan:{x.uuid}",
            JenisKabar.PERPANJANGAN,
            x.diberikan_pada,
            POLA_LANJUT,
            j.isian | {"sampai": p.tulis(x.sampai)},
            j.sasaran,
            catatan=x.alasan,
        )


def pesan(p: Pembaca) -> Iterator[Butir]:
    """What was told directly, to the caller or to a peran of his; only of units in his reach."""
    milik = Q(pengguna_id=p.lingkup.pengguna_id)
    for k in p.lingkup.kewenangan:
        milik |= Q(pengguna__isnull=True, peran=k.peran, unit__susunan__jalur__startswith=k.jalur)
    semua = PesanKabar.objects.filter(
        milik,
        instansi_id=p.lingkup.instansi_id,
        dibuat_pada__gte=p.sejak,
        unit__susunan__masa__contains=p.lingkup.pada,
    )
    for x in semua.distinct():
        if x.unit_id in p.unit:
            yield Butir(
                f"pesan:{x.uuid}",
                JenisKabar(x.jenis),
                x.dibuat_pada,
                x.pola,
                x.isian,
                x.sasaran,
                catatan=x.catatan,
            )


# A new kind of item is one more source here: ``Pembaca`` in, ``Butir`` out.
SUMBER: tuple[Callable[[Pembaca], Iterator[Butir]], ...] = (
    tugas,
    kembali,
    terkunci,
    jendela,
    perpanjangan,
    pesan,
)
