"""Documents of Kecamatan Baros in the year of the story, and what they lack."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sakip.dokumen.bahan import (
    BahanLaporan,
    BahanLhe,
    BahanPerjanjian,
    BahanSerahTerima,
    ButirLhe,
    CapaianTahun,
    IndikatorLaporan,
    IndikatorPerjanjian,
    KedudukanIndikator,
    KegiatanPenunjang,
    KepalaDokumen,
    KomponenLhe,
    NarasiAnalisis,
    NarasiBagian,
    Nilai,
    Pihak,
    ProgramAnggaran,
    RekomendasiTerbuka,
    SasaranLaporan,
    SasaranPerjanjian,
    StandarNasional,
    TargetJangkaMenengah,
    TindakLanjutLalu,
)

NIP = "00000000 000000 0 000"
CAMAT = Pihak(nama="Wawan Contoh", jabatan="Camat Baros", nip=NIP, pangkat="Pembina Tingkat I")
CAMAT_BARU = Pihak(nama="Euis Contoh", jabatan="Camat Baros", nip=NIP, pangkat="Pembina")
BUPATI = Pihak(nama="Rahmi Contoh", jabatan="Bupati Serang")
INSPEKTUR = Pihak(nama="Farida Contoh", jabatan="Inspektur", nip=NIP, pangkat="Pembina Utama Muda")
ALAMAT = "https://sakip.example/periksa/"
D = Decimal


def kepala(tanggal: date, kode: str = "K7QPM-R3XDB", **isi: object) -> KepalaDokumen:
    """Head of a document of Baros."""
    dasar = KepalaDokumen(
        instansi="Kabupaten Serang",
        unit="Kecamatan Baros",
        tahun=2026,
        tanggal=tanggal,
        tempat="Ciruas",
        contoh=True,
        kode_periksa=kode,
        alamat_periksa=f"{ALAMAT}{kode}/" if kode else "",
    )
    return replace(dasar, **isi)  # type: ignore[arg-type]


JANJI = (
    ("Meningkatnya kualitas pelayanan administrasi",
     (("IKM kecamatan", "83,50", "indeks"),
      ("Rata-rata waktu layanan nonperizinan", "30", "menit"))),
    ("Meningkatnya tertib tata kelola pemerintahan desa",
     (("Persentase desa tertib administrasi", "78,57", "%"),)),
    ("Meningkatnya ketenteraman dan ketertiban umum",
     (("Persentase pengaduan ketertiban yang selesai paling lama 7 hari", "90,00", "%"),)),
    ("Meningkatnya keselarasan perencanaan partisipatif",
     (("Persentase usulan prioritas Musrenbang kecamatan yang masuk RKPD", "35,00", "%"),)),
    ("Meningkatnya akuntabilitas kinerja kecamatan", (("Nilai AKIP kecamatan", "72,00", "poin"),)),
)  # fmt: skip
APBD = "APBD Kabupaten Serang"
# Rupiah: murni, perubahan, realisasi (CERITA §3 and §6, in million).
PROGRAM = (
    ("7.01.01", "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "2410", "2392", "2318"),
    ("7.01.02", "Penyelenggaraan Pemerintahan dan Pelayanan Publik", "186", "162", "150.66"),
    ("7.01.03", "Pemberdayaan Masyarakat Desa dan Kelurahan", "118", "118", "109.74"),
    ("7.01.04", "Koordinasi Ketenteraman dan Ketertiban Umum", "24", "24", "22.80"),
    ("7.01.05", "Penyelenggaraan Urusan Pemerintahan Umum", "16", "16", "14.40"),
    ("7.01.06", "Pembinaan dan Pengawasan Pemerintahan Desa", "46", "58", "56.84"),
)
JUTA = D(1_000_000)


def perjanjian() -> BahanPerjanjian:
    """PK 2026 as signed on 23 January 2026."""
    return BahanPerjanjian(
        kepala=kepala(date(2026, 1, 23), nomor="000.8/12/PK/2026"),
        pihak_pertama=CAMAT,
        pihak_kedua=BUPATI,
        sasaran=tuple(
            SasaranPerjanjian(
                uraian=uraian,
                indikator=tuple(
                    IndikatorPerjanjian(nama=n, target=t, satuan=s) for n, t, s in indikator
                ),
            )
            for uraian, indikator in JANJI
        ),
        program=tuple(
            ProgramAnggaran(kode=k, nama=n, anggaran=D(murni) * JUTA, keterangan=APBD)
            for k, n, murni, _p, _r in PROGRAM
        ),
    )


def perjanjian_bupati() -> BahanPerjanjian:
    """The regent's own: one signature, no Keterangan (forms I/1-6 and I/3-6)."""
    dasar = perjanjian()
    return replace(
        dasar,
        kepala=replace(dasar.kepala, unit="Bupati Serang", nomor=""),
        pihak_pertama=BUPATI,
        pihak_kedua=None,
    )


def anggaran(*kode: str) -> tuple[ProgramAnggaran, ...]:
    """Programs after P-APBD with what was spent."""
    return tuple(
        ProgramAnggaran(
            kode=k,
            nama=n,
            anggaran=D(p) * JUTA,
            realisasi=D(r) * JUTA,
            serapan=D(r) / D(p) * 100,
        )
        for k, n, _m, p, r in PROGRAM
        if not kode or k in kode
    )


def _pelayanan() -> SasaranLaporan:
    return SasaranLaporan(
        uraian=JANJI[0][0],
        indikator=(
            IndikatorLaporan(
                nama="IKM kecamatan",
                satuan="indeks",
                target=Nilai("83,50", D("83.50")),
                realisasi=Nilai("84,14", D("84.13976")),
                capaian=D("100.7662"),
                tercapai=True,
                riwayat=(
                    CapaianTahun(tahun=2024, realisasi=Nilai("81,90", D("81.90"))),
                    CapaianTahun(
                        tahun=2025,
                        target=Nilai("82,00", D("82.00")),
                        realisasi=Nilai("82,40", D("82.40")),
                        capaian=D("100.4878"),
                    ),
                ),
                jangka_menengah=TargetJangkaMenengah(
                    tahun=2029, target=Nilai("86,00", D("86.00")), kemajuan=D("97.8370")
                ),
                standar=(
                    StandarNasional(
                        sebutan="Batas bawah mutu B, 76,61",
                        nilai=Nilai("76,61", D("76.61")),
                        sumber="PermenPANRB 14/2017",
                    ),
                ),
                penyebab="Antrean dipindah ke loket terpadu sejak Juli.",
            ),
            IndikatorLaporan(
                nama="Rata-rata waktu layanan nonperizinan",
                satuan="menit",
                turun_baik=True,
                target=Nilai("30", D(30)),
                realisasi=Nilai("24", D(24)),
                capaian=D("120.00"),
                tercapai=True,
                riwayat=(CapaianTahun(tahun=2025, realisasi=Nilai("41", D(41))),),
            ),
        ),
        capaian=D("110.3831"),
        anggaran=anggaran("7.01.02"),
        serapan=D("93.00"),
        penunjang=(
            KegiatanPenunjang(
                program=PROGRAM[1][1],
                kegiatan="Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat",
                keluaran="Laporan",
                target="4",
                realisasi="4",
            ),
            KegiatanPenunjang(
                program=PROGRAM[1][1],
                kegiatan="Pelaksanaan Urusan Pemerintahan yang Terkait dengan Nonperizinan",
                keluaran="Laporan",
                target="12",
                realisasi="12",
            ),
        ),
        narasi=(
            NarasiAnalisis(
                kode="target_realisasi",
                teks="Kedua indikator melampaui target. Responden survei berjumlah 320 orang.",
            ),
        ),
    )


def _ketertiban() -> SasaranLaporan:
    return SasaranLaporan(
        uraian=JANJI[2][0],
        indikator=(
            IndikatorLaporan(
                nama=JANJI[2][1][0][0],
                satuan="%",
                target=Nilai("90,00", D(90)),
                realisasi=Nilai("86,25", D("86.25")),
                capaian=D("95.8333"),
                tercapai=False,
                riwayat=(CapaianTahun(tahun=2025, realisasi=Nilai("84,00", D(84))),),
                penyebab="Sebelas dari 80 pengaduan menunggu penanganan perangkat daerah lain.",
                solusi="Kesepakatan waktu tanggap dengan Satpol PP mulai Februari 2027.",
            ),
        ),
        capaian=D("95.8333"),
        anggaran=anggaran("7.01.04", "7.01.05"),
        serapan=D("93.00"),
    )


def _kosong(nomor: int, keterangan: str) -> SasaranLaporan:
    uraian, indikator = JANJI[nomor]
    nama, target, satuan = indikator[0]
    return SasaranLaporan(
        uraian=uraian,
        indikator=(
            IndikatorLaporan(
                nama=nama,
                satuan=satuan,
                target=Nilai(target, D(target.replace(",", "."))),
                keterangan=keterangan,
            ),
        ),
    )


def laporan() -> BahanLaporan:
    """LKjIP 2026 with some parts still missing: strategic aspects, steps ahead, two sasaran."""
    return BahanLaporan(
        kepala=kepala(date(2027, 2, 26), kode="W4TNE-6HZB9", nomor="000.8/31/LKj/2027"),
        penandatangan=CAMAT_BARU,
        sasaran=(
            _pelayanan(),
            _kosong(1, "menunggu verifikasi"),
            _ketertiban(),
            _kosong(3, ""),
        ),
        anggaran=anggaran(),
        serapan=D(267_244) / D(2_770),
        narasi=(
            NarasiBagian(
                kode="ikhtisar",
                teks="Kecamatan Baros menepati dua janji pelayanan dan belum menepati satu janji "
                "ketertiban. Dua sasaran lain belum dapat dinilai ketika laporan ini disusun.",
            ),
            NarasiBagian(
                kode="bab_1.umum",
                teks="Kecamatan Baros melayani 14 desa. Tugasnya:\n\n"
                "- menyelenggarakan pelayanan administrasi;\n"
                "- membina dan mengawasi pemerintahan desa;\n"
                "- mengoordinasikan ketenteraman dan ketertiban umum.\n\n"
                "Ada #let x = 1, $y$, *bintang*, _garis_, <label> dan @acuan apa adanya.",
            ),
            NarasiBagian(kode="bab_1.permasalahan", teks="1. Waktu layanan.\n2. Desa tertib."),
            NarasiBagian(kode="bab_2.rencana", teks="Sasaran diturunkan dari Renstra 2025–2029."),
            NarasiBagian(kode="bab_4.simpulan", teks="Dua dari tiga janji yang terukur ditepati."),
        ),
        perjanjian=perjanjian(),
        lampiran_lain=("Hasil survei kepuasan masyarakat semester I dan II",),
    )


def laporan_besar() -> BahanLaporan:
    """One sasaran with twelve long indicators, five years and twenty-five activities."""
    dasar = laporan()
    satu = dasar.sasaran[0]
    uang, kini = Nilai("1.234.567,89", D("1234567.89")), Nilai("1.134.567,89", D("1134567.89"))
    indikator = tuple(
        replace(
            satu.indikator[0],
            nama="Persentase perangkat daerah yang menindaklanjuti rekomendasi pengawasan "
            f"nomor {n} tepat waktu sesuai ketentuan",
            satuan="juta rupiah",
            target=uang,
            realisasi=kini,
            capaian=D("91.90"),
            tercapai=False,
            riwayat=tuple(
                CapaianTahun(tahun=t, target=uang, realisasi=kini, capaian=D("91.90"))
                for t in range(2022, 2026)
            ),
        )
        for n in range(1, 13)
    )
    penunjang = tuple(
        replace(satu.penunjang[0], kegiatan=f"Koordinasi penyelenggaraan urusan nomor {n}")
        for n in range(1, 26)
    )
    return replace(dasar, sasaran=(replace(satu, indikator=indikator, penunjang=penunjang),))


NAMA_KOMPONEN = (
    "Perencanaan Kinerja",
    "Pengukuran Kinerja",
    "Pelaporan Kinerja",
    "Evaluasi Akuntabilitas Kinerja Internal",
)


def lhe() -> BahanLhe:
    """LHE of 19 June 2026 on 2025: 21,60 + 21,60 + 10,05 + 16,75 = 70,00 = B (CERITA §6)."""
    nilai = ("21.60", "21.60", "10.05", "16.75")
    lalu = ("21.60", "20.10", "10.05", "16.00")  # −1,50 at 2.c and −0,75 at 4.b: 67,75
    return BahanLhe(
        kepala=kepala(
            date(2026, 6, 19), kode="HJ5CV-8YTGA", nomor="700.1.2/45/Itda/2026", tahun=2025
        ),
        pengirim="Inspektorat",
        kepada="Camat Baros",
        alamat_kepada="di Baros",
        penandatangan=INSPEKTUR,
        dasar=(
            "Peraturan Pemerintah Nomor 8 Tahun 2006",
            "Peraturan Presiden Nomor 29 Tahun 2014",
            "Peraturan Menteri PANRB Nomor 88 Tahun 2021",
            "Surat Tugas Inspektur Nomor 800/21/ST/2026",
        ),
        komponen=tuple(
            KomponenLhe(nama=n, bobot=D(b), nilai=D(v), nilai_lalu=D(u))
            for n, b, v, u in zip(NAMA_KOMPONEN, (30, 30, 15, 25), nilai, lalu, strict=True)
        ),
        nilai=D("70.00"),
        predikat="B",
        sebutan="Baik",
        nilai_lalu=D("67.75"),
        predikat_lalu="B",
        catatan=(
            ButirLhe(komponen=NAMA_KOMPONEN[0], uraian="Target dua indikator belum menantang."),
            ButirLhe(
                komponen=NAMA_KOMPONEN[0], uraian="Rencana aksi belum memuat langkah triwulan."
            ),
            ButirLhe(
                komponen=NAMA_KOMPONEN[1], uraian="Pengukuran triwulan belum dipakai pimpinan."
            ),
            ButirLhe(komponen=NAMA_KOMPONEN[3], uraian="Rekomendasi tahun lalu belum selesai."),
        ),
        rekomendasi=(
            ButirLhe(komponen=NAMA_KOMPONEN[0], uraian="Menaikkan target menurut tren tiga tahun."),
            ButirLhe(komponen=NAMA_KOMPONEN[1], uraian="Membahas capaian triwulan bersama kasi."),
        ),
        tindak_lanjut=(
            TindakLanjutLalu(uraian="Menyusun definisi operasional IKU.", status="selesai"),
            TindakLanjutLalu(uraian="Membuka capaian kepada desa.", status="dalam proses"),
        ),
        tembusan=("Bupati Serang", "Sekretaris Daerah"),
    )


def serah_terima() -> BahanSerahTerima:
    """Handover on 31 August 2026."""
    return BahanSerahTerima(
        kepala=kepala(date(2026, 8, 31), kode="N3SAX-PQ9U6", nomor="800.1/7/BA/2026"),
        jabatan="Camat Baros",
        menyerahkan=CAMAT,
        menerima=CAMAT_BARU,
        mengetahui=Pihak(nama="Hadi Contoh", jabatan="Sekretaris Daerah", nip=NIP),
        indikator=(
            KedudukanIndikator(
                nama="IKM kecamatan",
                satuan="indeks",
                target=Nilai("83,50", D("83.50")),
                realisasi=Nilai("83,42", D("83.41667")),
                periode="semester I",
                capaian=D("99.9042"),
                keadaan="angka sementara",
            ),
            KedudukanIndikator(
                nama=JANJI[2][1][0][0],
                satuan="%",
                target=Nilai("90,00", D(90)),
                realisasi=Nilai("86,11", D("86.11111"), asal="31/36"),
                periode="semester I",
                capaian=D("95.6790"),
                keadaan="angka sementara",
            ),
            KedudukanIndikator(
                nama=JANJI[3][1][0][0],
                satuan="%",
                target=Nilai("35,00", D(35)),
                keadaan="belum waktunya",
            ),
        ),
        rekomendasi=(
            RekomendasiTerbuka(
                uraian="Membahas capaian triwulan bersama kasi.",
                penanggung_jawab="Sekretaris Kecamatan",
                jatuh_tempo=date(2026, 10, 30),
            ),
        ),
        anggaran=tuple(replace(p, serapan=None) for p in anggaran("7.01.02", "7.01.06")),
        catatan="Satu sasaran menunggu data DPMD.",
    )
