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
from sakip.pengukuran.models.mutu import JawabanTemuan, PemeriksaanAngka
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
    "BuktiRealisasi",
    "CapaianMutakhir",
    "CapaianSnapshot",
    "HasilUji",
    "JawabanTemuan",
    "KeadaanLembar",
    "KeadaanRealisasi",
    "LembarPengukuran",
    "NilaiKomponen",
    "ObjekPeriksa",
    "PemeriksaanAngka",
    "Realisasi",
    "RingkasanUnit",
    "RiwayatLembar",
    "Serapan",
    "Uji",
]
