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
from sakip.pengukuran.models.sel import BagianPilahan, KomentarAngka, PilahanAngka

__all__ = [
    "KEADAAN_TERBUKA",
    "ArahanAtasan",
    "BagianPilahan",
    "BuktiRealisasi",
    "CapaianMutakhir",
    "CapaianSnapshot",
    "HasilUji",
    "JawabanTemuan",
    "KeadaanArahan",
    "KeadaanLembar",
    "KeadaanRealisasi",
    "KomentarAngka",
    "LembarPengukuran",
    "NilaiKomponen",
    "ObjekPeriksa",
    "PemeriksaanAngka",
    "PilahanAngka",
    "Realisasi",
    "RingkasanUnit",
    "RiwayatArahan",
    "RiwayatLembar",
    "Serapan",
    "Uji",
]
