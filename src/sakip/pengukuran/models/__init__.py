"""What was measured, what it is worth against the target, and the tables that pages read."""

from sakip.pengukuran.models.lembar import (
    BuktiRealisasi,
    HasilUji,
    KeadaanLembar,
    LembarPengukuran,
    ObjekPeriksa,
    RiwayatLembar,
    Serapan,
    Uji,
)
from sakip.pengukuran.models.prioritas import Prioritas, VersiSah
from sakip.pengukuran.models.realisasi import (
    BERJALAN,
    KEADAAN_TERBUKA,
    SAH,
    CapaianMutakhir,
    CapaianSnapshot,
    KeadaanRealisasi,
    NilaiKomponen,
    Realisasi,
    RingkasanUnit,
    belum_sah,
)

__all__ = [
    "BERJALAN",
    "KEADAAN_TERBUKA",
    "SAH",
    "BuktiRealisasi",
    "CapaianMutakhir",
    "CapaianSnapshot",
    "HasilUji",
    "KeadaanLembar",
    "KeadaanRealisasi",
    "LembarPengukuran",
    "NilaiKomponen",
    "ObjekPeriksa",
    "Prioritas",
    "Realisasi",
    "RingkasanUnit",
    "RiwayatLembar",
    "Serapan",
    "Uji",
    "VersiSah",
    "belum_sah",
]
