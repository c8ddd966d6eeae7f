"""Acts of evaluation: recording what others found, and one's own work up to the LHE and after."""

from sakip.evaluasi.services.hasil import HasilLuar, catat_hasil_evaluasi
from sakip.evaluasi.services.lembar import isi_jawaban, selesaikan_lembar
from sakip.evaluasi.services.lhe import (
    RekomendasiBaru,
    buang_rekomendasi,
    catat_rekomendasi,
    terbitkan_lhe,
    ubah_rekomendasi,
)
from sakip.evaluasi.services.mandiri import ajukan_mandiri, buka_evaluasi
from sakip.evaluasi.services.naskah import panelkan, sampaikan_naskah, tanggapi_naskah
from sakip.evaluasi.services.serah_terima import terbitkan_serah_terima
from sakip.evaluasi.services.tim import (
    KriteriaKeluar,
    Penugasan,
    terbitkan_surat_tugas,
    tetapkan_tidak_berlaku,
)
from sakip.evaluasi.services.tindak_lanjut import (
    periksa_tindak_lanjut,
    rencanakan_tindak_lanjut,
    sampaikan_bukti_tindak_lanjut,
)

__all__ = [
    "HasilLuar",
    "KriteriaKeluar",
    "Penugasan",
    "RekomendasiBaru",
    "ajukan_mandiri",
    "buang_rekomendasi",
    "buka_evaluasi",
    "catat_hasil_evaluasi",
    "catat_rekomendasi",
    "isi_jawaban",
    "panelkan",
    "periksa_tindak_lanjut",
    "rencanakan_tindak_lanjut",
    "sampaikan_bukti_tindak_lanjut",
    "sampaikan_naskah",
    "selesaikan_lembar",
    "tanggapi_naskah",
    "terbitkan_lhe",
    "terbitkan_serah_terima",
    "terbitkan_surat_tugas",
    "tetapkan_tidak_berlaku",
    "ubah_rekomendasi",
]
