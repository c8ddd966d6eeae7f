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
from sakip.pengukuran.models.sel import BagianPilahan, KomentarAngka, PilahanAngka

__all__ = [
    "BERJALAN",
    "KEADAAN_TERBUKA",
    "SAH",
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
    "Prioritas",
    "Realisasi",
    "RingkasanUnit",
    "RiwayatArahan",
    "RiwayatLembar",
    "Serapan",
    "Uji",
    "VersiSah",
    "belum_sah",
]
