"""What was measured, what it is worth against the target, and the tables that pages read."""

from sakip.pengukuran.models.arahan import ArahanAtasan, KeadaanArahan, RiwayatArahan
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
from sakip.pengukuran.models.realisasi import (
    KEADAAN_TERBUKA,
    CapaianMutakhir,
    CapaianSnapshot,
    KeadaanRealisasi,
    NilaiKomponen,
    Realisasi,
    RingkasanUnit,
)

__all__ = [
    "KEADAAN_TERBUKA",
    "ArahanAtasan",
    "BuktiRealisasi",
    "CapaianMutakhir",
    "CapaianSnapshot",
    "HasilUji",
    "KeadaanArahan",
    "KeadaanLembar",
    "KeadaanRealisasi",
    "LembarPengukuran",
    "NilaiKomponen",
    "ObjekPeriksa",
    "Realisasi",
    "RingkasanUnit",
    "RiwayatArahan",
    "RiwayatLembar",
    "Serapan",
    "Uji",
]
