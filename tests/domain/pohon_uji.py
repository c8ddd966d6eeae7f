"""One tree of a small government: the pemda's plan, a dinas under it, a kecamatan under the dinas.

Dinas Bakung has a plan that hangs nowhere.
"""

from dataclasses import replace
from datetime import date

from domain.naskah_uji import IKM
from domain.pemeran import Dunia
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import RencanaBaru, SimpulBaru, susun_rencana, tetapkan_rencana

PEMDA = (
    SimpulBaru("t1", "tujuan", "Terwujudnya tata kelola yang melayani"),
    SimpulBaru("s1", "sasaran", "Meningkatnya mutu layanan publik", "t1"),
    SimpulBaru("s2", "sasaran", "Meningkatnya akuntabilitas", "t1"),
)


def rencana(
    dunia: Dunia, unit: str, *simpul: SimpulBaru, jenis: str = "renja", tetap: bool = True
) -> DokumenVersi:
    """A plan of 2026 with these nodes and an indicator at each sasaran, in force."""
    versi = susun_rencana(
        **dunia.dasar("sistem"),
        isi=RencanaBaru(
            unit=unit,
            jenis=jenis,
            judul=f"Rencana {unit}",
            tahun_mulai=2026,
            tahun_selesai=2026,
            simpul=simpul,
            indikator=tuple(
                replace(IKM, kode=f"ikm-{s.kode}", simpul=s.kode)
                for s in simpul
                if s.jenis == "sasaran"
            ),
        ),
        versi=None,
    )
    if tetap:
        tetapkan_rencana(
            **dunia.dasar("sistem"),
            dokumen_versi=versi.uuid,
            versi=versi.versi,
            tanggal=date(2025, 7, 31),
            dasar="Keputusan contoh",
        )
    return versi


def tata_pohon(dunia: Dunia) -> dict[str, DokumenVersi]:
    """The plans of four units, by unit."""
    slug = dunia.instansi.slug
    hasil = {slug: rencana(dunia, slug, *PEMDA, jenis="rpjmd")}
    hasil["dinas-anggrek"] = rencana(
        dunia,
        "dinas-anggrek",
        SimpulBaru("t1", "tujuan", "Meningkatnya pelayanan perizinan", f"{slug}:s1"),
        SimpulBaru("s1", "sasaran", "Meningkatnya kecepatan izin", "t1"),
        SimpulBaru("p1", "program", "Pelayanan Perizinan", "s1", "2.18.02"),
    )
    hasil["kecamatan-cempaka"] = rencana(
        dunia,
        "kecamatan-cempaka",
        SimpulBaru("t1", "tujuan", "Meningkatnya layanan kecamatan", "dinas-anggrek:s1"),
        SimpulBaru("s1", "sasaran", "Meningkatnya loket yang rapi", "t1"),
    )
    hasil["dinas-bakung"] = rencana(
        dunia,
        "dinas-bakung",
        SimpulBaru("t1", "tujuan", "Meningkatnya pertanian"),
        SimpulBaru("s1", "sasaran", "Meningkatnya panen", "t1"),
    )
    return hasil
