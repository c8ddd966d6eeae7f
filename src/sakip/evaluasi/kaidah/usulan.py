"""Prewritten findings and recommendations, in our own words: a draft that the ketua edits.

They are stored with the LHE as they stand there, so they are Indonesian in every language of the
screen. Each names what would lift its sub-komponen, never a score.
"""

from dataclasses import dataclass

BATAS_USULAN = "BB"
"""Answers below this one have something to recommend: some criterion is not fulfilled."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """A finding and the improvement it asks for, on one sub-komponen."""

    kode: str
    temuan: str
    uraian: str


_DAFTAR = (
    Usulan(
        "1.a",
        "Dokumen rencana kinerja belum lengkap atau belum dapat ditunjukkan.",
        "Lengkapi Renstra, Renja, perjanjian kinerja, rencana aksi, dan anggarannya, lalu simpan "
        "versi yang sah di satu tempat.",
    ),
    Usulan(
        "1.a",
        "Rencana aktivitas dan anggarannya belum tersambung.",
        "Susun rencana aksi yang menyebut langkah, waktu, dan anggaran tiap sasaran.",
    ),
    Usulan(
        "1.b",
        "Sebagian indikator belum memenuhi syarat SMART dan penjenjangannya belum lengkap.",
        "Perbaiki rumusan indikator dan targetnya, dan sambungkan hasil tiap jenjang jabatan "
        "dengan sasaran di atasnya.",
    ),
    Usulan(
        "1.b",
        "Rencana kinerja pegawai belum semuanya turun dari perjanjian kinerja.",
        "Turunkan perjanjian kinerja sampai rencana kinerja setiap pegawai, termasuk yang lintas "
        "bidang.",
    ),
    Usulan(
        "1.c",
        "Rencana kinerja belum menjadi dasar pembagian anggaran dan penyesuaian aktivitas.",
        "Susun anggaran menurut sasaran yang dituju, dan alihkan sub-kegiatan yang tidak menopang "
        "satu indikator pun.",
    ),
    Usulan(
        "1.c",
        "Rencana aksi belum disesuaikan menurut hasil pemantauan.",
        "Tinjau rencana aksi setiap triwulan dan catat perubahan beserta sebabnya.",
    ),
    Usulan(
        "2.a",
        "Definisi operasional dan cara mengumpulkan data belum lengkap.",
        "Tetapkan definisi operasional, rumus, sumber data, dan penanggung jawab setiap indikator.",
    ),
    Usulan(
        "2.a",
        "Pedoman pengumpulan data kinerja belum ada.",
        "Tetapkan pedoman pengukuran dan pengumpulan data kinerja unit.",
    ),
    Usulan(
        "2.b",
        "Pengukuran berkala belum selalu tepat waktu dan belum disertai keputusan pimpinan.",
        "Ukur setiap triwulan pada waktunya, bahas bersama pimpinan, dan simpan risalahnya.",
    ),
    Usulan(
        "2.b",
        "Data yang dikumpulkan belum seluruhnya didukung bukti.",
        "Lampirkan bukti pada setiap realisasi dan verifikasi sebelum disetujui.",
    ),
    Usulan(
        "2.c",
        "Hasil pengukuran belum mendasari perubahan strategi, aktivitas, dan anggaran.",
        "Catat setiap perubahan aktivitas dan anggaran bersama capaian yang menjadi alasannya.",
    ),
    Usulan(
        "2.c",
        "Hasil pengukuran belum mendasari penghargaan dan pembinaan pegawai.",
        "Pakai hasil pengukuran dalam penilaian kinerja pegawai dan tunjangannya.",
    ),
    Usulan(
        "3.a",
        "Laporan kinerja belum lengkap, belum disahkan, atau terlambat diserahkan.",
        "Serahkan laporan kinerja yang disahkan paling lambat dua bulan sesudah tahun berakhir.",
    ),
    Usulan(
        "3.a",
        "Laporan kinerja belum dibuka untuk publik.",
        "Umumkan laporan kinerja setelah disampaikan.",
    ),
    Usulan(
        "3.b",
        "Laporan belum membandingkan realisasi dengan target jangka menengah, tahun lalu, dan "
        "tingkat nasional.",
        "Lengkapi perbandingan itu, dan jelaskan sebab berhasil atau gagal beserta efisiensinya.",
    ),
    Usulan(
        "3.b",
        "Laporan belum memuat upaya perbaikan yang dapat diperiksa.",
        "Tulis upaya perbaikan beserta penanggung jawab dan waktunya.",
    ),
    Usulan(
        "3.c",
        "Isi laporan belum dipakai untuk menyesuaikan aktivitas dan anggaran.",
        "Bahas laporan bersama pimpinan dan catat penyesuaian aktivitas serta anggaran yang "
        "diputuskan.",
    ),
    Usulan(
        "3.c",
        "Laporan belum menjadi dasar rencana kinerja berikutnya.",
        "Sebut dalam Renja berikutnya bagian laporan yang menjadi alasan perubahan target.",
    ),
    Usulan(
        "4.a",
        "Evaluasi internal belum dijalankan berjenjang menurut pedoman.",
        "Jalankan evaluasi mandiri setiap tahun menurut pedoman yang ditetapkan.",
    ),
    Usulan(
        "4.a",
        "Evaluasi internal belum menjangkau semua bagian unit.",
        "Sertakan semua seksi dalam evaluasi mandiri.",
    ),
    Usulan(
        "4.b",
        "Evaluasi mandiri belum cukup dalam dan belum dikerjakan orang yang terlatih.",
        "Latih penyusun evaluasi mandiri dan sertakan bukti pada setiap jawaban.",
    ),
    Usulan(
        "4.b",
        "Jawaban evaluasi mandiri lebih tinggi daripada buktinya.",
        "Periksa jawaban evaluasi mandiri terhadap bukti sebelum diajukan.",
    ),
    Usulan(
        "4.c",
        "Rekomendasi evaluasi yang lalu belum seluruhnya ditindaklanjuti.",
        "Tindak lanjuti setiap rekomendasi dengan rencana, penanggung jawab, waktu, dan bukti.",
    ),
    Usulan(
        "4.c",
        "Hasil evaluasi belum terbukti memperbaiki kinerja.",
        "Bandingkan capaian sebelum dan sesudah tindak lanjut, dan laporkan kepada pimpinan.",
    ),
)


def daftar_usulan(kode: str) -> tuple[Usulan, ...]:
    """Proposals for one sub-komponen; none for a code that has no prewritten words."""
    return tuple(satu for satu in _DAFTAR if satu.kode == kode)
