"""Acts on the plan: drafting a document, laying it down, asking for another target."""

from sakip.perencanaan.services.cabang import (
    Konsep,
    buang_simpul,
    gabung_simpul,
    klon_simpul,
    pecah_simpul,
    pindahkan_simpul,
    urungkan_rencana,
)
from sakip.perencanaan.services.crosscutting import (
    ALUR_CROSSCUTTING,
    CrosscuttingBaru,
    usulkan_crosscutting,
)
from sakip.perencanaan.services.crosscutting_jawab import (
    catat_jawaban_luar,
    tarik_crosscutting,
    terima_crosscutting,
    tolak_crosscutting,
)
from sakip.perencanaan.services.dokumen import (
    DokumenBaru,
    buka_perubahan,
    mulai_dokumen,
    sebut_masa,
)
from sakip.perencanaan.services.komentar import selesaikan_komentar, tulis_komentar
from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru
from sakip.perencanaan.services.pustaka import (
    PustakaBaru,
    pakai_pustaka,
    pustaka_dari,
    simpan_pustaka,
    tarik_pustaka,
)
from sakip.perencanaan.services.reviu import DIREVIU, catat_reviu_rencana
from sakip.perencanaan.services.salin_periode import ASAL, HasilSalin, salin_ke_periode
from sakip.perencanaan.services.selaras import samakan_rencana
from sakip.perencanaan.services.susun import sudah_ditetapkan, susun_rencana
from sakip.perencanaan.services.tetapkan import ALUR_RENCANA, keadaan_versi, tetapkan_rencana
from sakip.perencanaan.services.ubahan import (
    Cabang,
    cabang,
    dengan_indikator,
    dengan_simpul,
    kode_bebas,
    naskah_dari,
    tempat_sah,
)
from sakip.perencanaan.services.usul import ALUR_USUL, putuskan_target, usul_target
from sakip.perencanaan.services.usulan import (
    ALUR_USULAN,
    UsulanBaru,
    catat_usulan,
    putuskan_usulan,
    tarik_usulan,
)

__all__ = [
    "ALUR_CROSSCUTTING",
    "ALUR_RENCANA",
    "ALUR_USUL",
    "ALUR_USULAN",
    "ASAL",
    "DIREVIU",
    "Cabang",
    "CrosscuttingBaru",
    "DokumenBaru",
    "HasilSalin",
    "IndikatorBaru",
    "Konsep",
    "PustakaBaru",
    "RencanaBaru",
    "SimpulBaru",
    "TargetBaru",
    "UsulanBaru",
    "buang_simpul",
    "buka_perubahan",
    "cabang",
    "catat_jawaban_luar",
    "catat_reviu_rencana",
    "catat_usulan",
    "dengan_indikator",
    "dengan_simpul",
    "gabung_simpul",
    "keadaan_versi",
    "klon_simpul",
    "kode_bebas",
    "mulai_dokumen",
    "naskah_dari",
    "pakai_pustaka",
    "pecah_simpul",
    "pindahkan_simpul",
    "pustaka_dari",
    "putuskan_target",
    "putuskan_usulan",
    "salin_ke_periode",
    "samakan_rencana",
    "sebut_masa",
    "selesaikan_komentar",
    "simpan_pustaka",
    "sudah_ditetapkan",
    "susun_rencana",
    "tarik_crosscutting",
    "tarik_pustaka",
    "tarik_usulan",
    "tempat_sah",
    "terima_crosscutting",
    "tetapkan_rencana",
    "tolak_crosscutting",
    "tulis_komentar",
    "urungkan_rencana",
    "usul_target",
    "usulkan_crosscutting",
]
