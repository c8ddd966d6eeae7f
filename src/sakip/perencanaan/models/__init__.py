"""What is promised: documents and their versions, the tree, indicators, targets, the budget."""

from sakip.perencanaan.models.anggaran import (
    DokumenAnggaran,
    RincianAnggaran,
    TahapAnggaran,
    TingkatRincian,
)
from sakip.perencanaan.models.dokumen import (
    Agregasi,
    Arah,
    CaraUkur,
    DokumenPerencanaan,
    DokumenVersi,
    Frekuensi,
    Indikator,
    IndikatorVersi,
    JenisDokumen,
    JenisNilai,
    TargetVersi,
)
from sakip.perencanaan.models.pohon import (
    Dukungan,
    JenisSimpul,
    RiwayatRencana,
    SebabUsul,
    Simpul,
    SimpulVersi,
    UsulTarget,
)

__all__ = [
    "Agregasi",
    "Arah",
    "CaraUkur",
    "DokumenAnggaran",
    "DokumenPerencanaan",
    "DokumenVersi",
    "Dukungan",
    "Frekuensi",
    "Indikator",
    "IndikatorVersi",
    "JenisDokumen",
    "JenisNilai",
    "JenisSimpul",
    "RincianAnggaran",
    "RiwayatRencana",
    "SebabUsul",
    "Simpul",
    "SimpulVersi",
    "TahapAnggaran",
    "TargetVersi",
    "TingkatRincian",
    "UsulTarget",
]
