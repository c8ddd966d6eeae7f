"""Two small trees that the checks are tried on: one of the story, and one that is whole."""

from dataclasses import replace
from decimal import Decimal

from sakip_rules.pemeriksaan import IndikatorDiperiksa, SimpulDiperiksa, periksa_pohon

# Kecamatan Baros in short: the programme 7.01.03 has two sub-kegiatan, one of them moves nothing.
POHON = (
    SimpulDiperiksa("t1", "Pelayanan dan pemerintahan wilayah", "tujuan", None, None),
    SimpulDiperiksa("s4", "Perencanaan partisipatif", "sasaran", "t1", "tujuan"),
    SimpulDiperiksa("7.01.03", "Pemberdayaan Masyarakat", "program", "s4", "sasaran"),
    SimpulDiperiksa("7.01.03.2.01", "Koordinasi", "kegiatan", "7.01.03", "program"),
    SimpulDiperiksa(
        "7.01.03.2.01.0001", "Partisipasi Musrenbang", "subkegiatan", "7.01.03.2.01", "kegiatan", 1
    ),
    SimpulDiperiksa("7.01.03.2.03", "Lembaga", "kegiatan", "7.01.03", "program"),
    SimpulDiperiksa(
        "7.01.03.2.03.0002",
        "Peningkatan Kapasitas Lembaga Kemasyarakatan",
        "subkegiatan",
        "7.01.03.2.03",
        "kegiatan",
    ),
)
IKW = IndikatorDiperiksa(
    "ikw",
    "IKW",
    "t1",
    "naik_baik",
    bertarget=True,
    pengampu="kasi-pem",
    berdefinisi=True,
    bersumber=True,
)
# 9 of 29 is 31,03 %; the target is 35 %.
IKU_4 = IndikatorDiperiksa(
    "iku-4",
    "Usulan masuk RKPD",
    "s4",
    "naik_baik",
    bertarget=True,
    target=Decimal(35),
    baseline=Decimal("31.03"),
    pengampu="kasi-pmd",
    berdefinisi=True,
    bersumber=True,
)


def kode_temuan(*hasil: object) -> list[tuple[str, str]]:
    return [(t.kode, t.objek) for t in periksa_pohon(*hasil).temuan]  # type: ignore[arg-type]


TUJUAN = SimpulDiperiksa("t", "Meningkatnya layanan", "tujuan", None, None)
SASARAN = SimpulDiperiksa("s", "Meningkatnya kepuasan", "sasaran", "t", "tujuan")
PROGRAM = SimpulDiperiksa("p", "Pelayanan", "program", "s", "sasaran")
KEGIATAN = SimpulDiperiksa("k", "Pelayanan umum", "kegiatan", "p", "program")
SUB = SimpulDiperiksa("k.1", "Fasilitasi", "subkegiatan", "k", "kegiatan", 1)
UTUH = (TUJUAN, SASARAN, PROGRAM, KEGIATAN, SUB)
IKM = replace(IKU_4, kode="ikm", nama="Indeks kepuasan", simpul="s")
DESA = replace(
    IKU_4, kode="d", nama="Desa tertib", simpul="s", satuan="desa", menjumlah=True, target=None
)
