"""The LHE as a letter: what stands in it, and its issue as a document that anybody can check."""

from datetime import date, datetime

from django.utils.formats import date_format

from sakip.arsip.kode import alamat_periksa, kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.dokumen.bahan import (
    BahanLhe,
    ButirLhe,
    KepalaDokumen,
    KomponenLhe,
    Pihak,
    TindakLanjutLalu,
)
from sakip.dokumen.lhe import pdf_lhe
from sakip.evaluasi import kaidah
from sakip.evaluasi.kaidah import HasilPenilaian
from sakip.evaluasi.models import Evaluasi, Jawaban, KeadaanEvaluasi, Tingkat
from sakip.evaluasi.services.perkara import Perkara
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Jabatan, PenugasanJabatan, Sifat, SifatPenugasan

# The letter is Indonesian in every language of the screen.
DASAR = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP",
    "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi AKIP",
)


def nilai_panel(evaluasi: Evaluasi) -> HasilPenilaian | None:
    """The score of an evaluation's panel sheet, recomputed; ``None``: incomplete. One query."""
    jawaban = dict(
        Jawaban.objects.filter(
            lembar__evaluasi=evaluasi, lembar__tingkat=Tingkat.PANEL
        ).values_list("kode", "jawaban")
    )
    lembar = kaidah.lembar_kerja(evaluasi.regulasi, evaluasi.tahun_evaluasi, evaluasi.juknis)
    return kaidah.nilai_jawaban(lembar, jawaban)


def bahan_lhe(
    p: Perkara, hasil: HasilPenilaian, *, nomor: str = "", tanggal: date, kode: str = ""
) -> BahanLhe:
    """All that the letter says. Without ``kode`` it prints as a draft. Some ten queries."""
    e = p.evaluasi
    lalu = (
        Evaluasi.objects.filter(
            unit_id=e.unit_id,
            keadaan=KeadaanEvaluasi.DITERBITKAN,
            tahun_kinerja__lt=e.tahun_kinerja,
        )
        .order_by("-tahun_kinerja")
        .first()
    )
    hasil_lalu = None if lalu is None else nilai_panel(lalu)
    nama = {s.kode: k.nama for k in hasil.komponen for s in k.sub}
    rekomendasi = list(e.rekomendasi.order_by("nomor"))
    penandatangan, pengirim = _penandatangan(p)
    return BahanLhe(
        kepala=KepalaDokumen(
            instansi=p.instansi.nama,
            unit=p.unit.nama,
            tahun=e.tahun_kinerja,
            tanggal=tanggal,
            nomor=nomor,
            contoh=e.sifat == Sifat.CONTOH,
            kode_periksa=kode,
            alamat_periksa=alamat_periksa(kode) if kode else "",
        ),
        pengirim=pengirim,
        kepada=_pemimpin(e.unit_id) or f"Pimpinan {p.unit.nama}",
        penandatangan=penandatangan,
        dasar=(*DASAR, _surat_tugas(e)),
        komponen=_komponen(hasil, hasil_lalu),
        nilai=hasil.nilai,
        predikat=hasil.predikat.kode,
        sebutan=hasil.predikat.sebutan,
        nilai_lalu=None if lalu is None else lalu.nilai,
        predikat_lalu="" if lalu is None else lalu.predikat,
        catatan=tuple(
            ButirLhe(komponen=nama[r.kode], uraian=r.temuan) for r in rekomendasi if r.temuan
        ),
        rekomendasi=tuple(ButirLhe(komponen=nama[r.kode], uraian=r.uraian) for r in rekomendasi),
        tindak_lanjut=()
        if lalu is None
        else tuple(
            TindakLanjutLalu(uraian=r.uraian, status=str(r.get_keadaan_display()))
            for r in lalu.rekomendasi.order_by("nomor")
        ),
        tembusan=tuple(x for x in (_pemimpin(organisasi.akar(p.lingkup).id),) if x),
    )


def _komponen(hasil: HasilPenilaian, lalu: HasilPenilaian | None) -> tuple[KomponenLhe, ...]:
    nilai_lalu = {} if lalu is None else {k.kode: k.nilai for k in lalu.komponen}
    return tuple(
        KomponenLhe(nama=k.nama, bobot=k.bobot, nilai=k.nilai, nilai_lalu=nilai_lalu.get(k.kode))
        for k in hasil.komponen
    )


def _surat_tugas(e: Evaluasi) -> str:
    if e.tanggal_surat_tugas is None:
        return "surat tugas evaluasi"
    return (
        f"surat tugas Nomor {e.surat_tugas} tanggal {date_format(e.tanggal_surat_tugas, 'j F Y')}"
    )


def _pemimpin(unit_id: int) -> str:
    """What the post that leads a unit is called; empty when none is recorded. One query."""
    nama = Jabatan.objects.filter(unit_id=unit_id, memimpin=True).values_list("nama", flat=True)
    return nama.first() or ""


def _penandatangan(p: Perkara) -> tuple[Pihak, str]:
    """Who signs, by the post he holds today, and the office that heads the paper. Two queries."""
    tugas = (
        PenugasanJabatan.objects.filter(
            instansi=p.instansi,
            pegawai__pengguna_id=p.lingkup.pengguna_id,
            masa__contains=p.lingkup.pada,
        )
        .select_related("pegawai", "jabatan")
        .order_by("-jabatan__memimpin", "id")
        .first()
    )
    if tugas is None:
        return Pihak(nama="", jabatan="Penanggung jawab evaluasi"), "Inspektorat"
    semata = tugas.sifat == SifatPenugasan.DEFINITIF
    sebutan = "" if semata else f"{SifatPenugasan(tugas.sifat).label} "
    unit = tugas.jabatan.unit.susunan.filter(masa__contains=p.lingkup.pada).first()
    return (
        Pihak(
            nama=tugas.pegawai.nama, jabatan=f"{sebutan}{tugas.jabatan.nama}", nip=tugas.pegawai.nip
        ),
        "Inspektorat" if unit is None else unit.nama,
    )


def terbitkan_surat(
    p: Perkara, hasil: HasilPenilaian, *, nomor: str, saat: datetime
) -> DokumenTerbit:
    """Print the LHE of today and issue it; part of the act that issues the evaluation."""
    kode = kode_baru()
    bahan = bahan_lhe(p, hasil, nomor=nomor, tanggal=p.lingkup.pada, kode=kode)
    return terbitkan_dokumen(
        instansi=p.instansi,
        unit_id=p.evaluasi.unit_id,
        jenis=JenisTerbit.LHE,
        tahun=p.evaluasi.tahun_kinerja,
        judul=f"Laporan Hasil Evaluasi AKIP {p.unit.nama} Tahun {p.evaluasi.tahun_kinerja}",
        bahan=bahan.ke_data(),
        pdf=pdf_lhe(bahan),
        kode_periksa=kode,
        tanggal=p.lingkup.pada,
        saat=saat,
        sifat=p.evaluasi.sifat,
    )
