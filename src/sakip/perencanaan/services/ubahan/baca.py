"""A stored version as a command again. No query."""

from sakip.perencanaan.selectors import IndikatorTampak, Pohon, SimpulTampak
from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)


def naskah_dari(unit: str, pohon: Pohon) -> RencanaBaru:
    """What ``susun_rencana`` would have to be told to write this version."""
    d = pohon.versi.dokumen
    simpul = sorted(pohon.simpul(), key=lambda s: s.versi.urutan)
    return RencanaBaru(
        unit=unit,
        jenis=d.jenis,
        judul=d.judul,
        tahun_mulai=d.tahun_mulai,
        tahun_selesai=d.tahun_selesai,
        sifat=d.sifat,
        perubahan=pohon.versi.ditetapkan is not None,
        simpul=tuple(map(_simpul, simpul)),
        indikator=tuple(
            indikator_dari(i) for i in sorted(pohon.indikator(), key=lambda i: i.versi.urutan)
        ),
        dukungan=tuple((s.kode, i) for s in simpul for i in s.mendukung),
    )


def _simpul(s: SimpulTampak) -> SimpulBaru:
    v = s.versi
    return SimpulBaru(
        kode=s.kode,
        jenis=v.jenis,
        uraian=v.uraian,
        induk=s.alamat_induk or None,
        nomenklatur=v.nomenklatur,
        sumber=v.sumber,
        sifat=s.sifat,
        pemilik=v.pemilik.slug if v.pemilik else None,
        jabatan=v.jabatan.kode if v.jabatan else None,
        tema=tuple(v.tema),
        pagu=tuple(sorted(s.pagu_indikatif.items())),
    )


def indikator_dari(i: IndikatorTampak) -> IndikatorBaru:
    """One stored wording as a command again."""
    v = i.versi
    return IndikatorBaru(
        kode=i.kode,
        nama=v.nama,
        arah=v.arah,
        jenis_nilai=v.jenis_nilai,
        simpul=v.simpul.kode if v.simpul else "",
        satuan=v.satuan,
        agregasi=v.agregasi,
        definisi=v.definisi,
        rumus=v.rumus,
        sumber_data=v.sumber_data,
        iku=v.iku,
        pengampu=v.pengampu.kode if v.pengampu else None,
        frekuensi=v.frekuensi,
        cara=v.cara,
        komponen=v.komponen,
        jeda_data_tahun=v.jeda_data_tahun,
        baseline_tahun=v.baseline_tahun,
        baseline_teks=v.baseline_teks,
        pilahan=tuple(v.pilahan),
        pustaka=v.pustaka.kode if v.pustaka else None,
        target=tuple(
            TargetBaru(tahun, t.teks, periode) for (tahun, periode), t in sorted(i.target.items())
        ),
    )
