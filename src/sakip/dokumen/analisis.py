"""The seven analyses of a sasaran (PermenPANRB 53/2014, anak lampiran II/1, Bab III A).

Each gives tables and charts of figures, and the unit's own words. What has neither is named.
"""

from collections.abc import Callable, Mapping

from sakip.dokumen.bahan import IndikatorLaporan, Nilai, SasaranLaporan
from sakip.dokumen.grafik import grafik_riwayat, grafik_target
from sakip.dokumen.kaidah import Analisis, Keharusan
from sakip.dokumen.kata import persen, sebut_nilai
from sakip.dokumen.pohon import (
    Bagian,
    GayaParagraf,
    Isian,
    Kolom,
    Paragraf,
    Rata,
    Sel,
    Simpul,
    Tabel,
    narasi,
)
from sakip.dokumen.susun import sel_atau_tiada, tabel_serapan, tiada

Pengisi = Callable[[SasaranLaporan, int], tuple[Simpul, ...]]
KANAN = Rata.KANAN


def bagian_analisis(
    sasaran: SasaranLaporan, daftar: tuple[Analisis, ...], tahun: int, induk: str
) -> tuple[Bagian, ...]:
    """One part per analysis, in the order of the text."""
    tulisan = {n.kode: n.teks for n in sasaran.narasi}
    return tuple(
        Bagian(
            kode=f"{induk}.{satu.kode}",
            nomor=f"({satu.nomor})",
            judul=satu.uraian,
            isi=_isi(sasaran, satu, tahun, tulisan.get(satu.kode, "")),
        )
        for satu in daftar
    )


def _isi(
    sasaran: SasaranLaporan, analisis: Analisis, tahun: int, tulisan: str
) -> tuple[Simpul, ...]:
    isi = (*PENGISI[analisis.kode](sasaran, tahun), *narasi(tulisan))
    if isi:
        return isi
    if analisis.keharusan is Keharusan.BILA_ADA:
        return (Paragraf("Tidak ada pembanding yang tercatat untuk sasaran ini."),)
    return (tiada(analisis.uraian[0].lower() + analisis.uraian[1:]),)


def _target_realisasi(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    tabel = Tabel(
        keterangan=f"Target dan realisasi tahun {tahun}",
        kolom=(
            Kolom("Indikator Kinerja", 5),
            Kolom("Target", 0, KANAN),
            Kolom("Realisasi", 0, KANAN),
            Kolom("Capaian", 0, KANAN),
            Kolom("Keterangan", 2),
        ),
        baris=tuple(
            (
                Sel(i.nama),
                Sel(sebut_nilai(i.target, i.satuan)),
                _sel_nilai(i.realisasi, i.satuan),
                sel_atau_tiada(persen(i.capaian)),
                Sel(keadaan(i)),
            )
            for i in sasaran.indikator
        ),
    )
    grafik = grafik_target(sasaran, tahun)
    return (tabel,) if grafik is None else (tabel, grafik)


def keadaan(indikator: IndikatorLaporan) -> str:
    """Met or not in words; without a figure, why there is none."""
    if indikator.keterangan or indikator.tercapai is None:
        return indikator.keterangan or "belum ada data"
    return "tercapai" if indikator.tercapai else "belum tercapai"


def _antar_tahun(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    deret = sorted({r.tahun for i in sasaran.indikator for r in i.riwayat})
    if not deret:
        return ()
    tabel = Tabel(
        keterangan=f"Realisasi dan capaian {deret[0]}–{tahun}",
        kolom=(
            Kolom("Indikator Kinerja", 3),
            *(Kolom(str(t), 2, KANAN) for t in (*deret, tahun)),
        ),
        baris=tuple(
            (Sel(i.nama), *(_sel_tahun(i, t) for t in deret), _sel_kini(i))
            for i in sasaran.indikator
        ),
    )
    grafik = (grafik_riwayat(i, tahun) for i in sasaran.indikator)
    return (tabel, *(g for g in grafik if g is not None))


def _sel_tahun(indikator: IndikatorLaporan, tahun: int) -> Sel:
    satu = next((r for r in indikator.riwayat if r.tahun == tahun), None)
    if satu is None or satu.realisasi is None:
        return sel_atau_tiada("")
    akhir = "" if satu.capaian is None else f" ({persen(satu.capaian)})"
    return Sel(f"{sebut_nilai(satu.realisasi, indikator.satuan)}{akhir}")


def _sel_kini(indikator: IndikatorLaporan) -> Sel:
    if indikator.realisasi is None:
        return sel_atau_tiada("", indikator.keterangan or "belum ada data")
    akhir = "" if indikator.capaian is None else f" ({persen(indikator.capaian)})"
    return Sel(f"{sebut_nilai(indikator.realisasi, indikator.satuan)}{akhir}")


def _jangka_menengah(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    ada = [(i, i.jangka_menengah) for i in sasaran.indikator if i.jangka_menengah is not None]
    if not ada:
        return ()
    return (
        Tabel(
            keterangan="Realisasi terhadap target akhir rencana jangka menengah",
            kolom=(
                Kolom("Indikator Kinerja", 5),
                Kolom(f"Realisasi {tahun}", 2, KANAN),
                Kolom("Tahun Target", 0, Rata.TENGAH),
                Kolom("Target", 2, KANAN),
                Kolom("Kemajuan", 0, KANAN),
            ),
            baris=tuple(
                (
                    Sel(i.nama),
                    _sel_nilai(i.realisasi, i.satuan),
                    Sel(str(j.tahun)),
                    Sel(sebut_nilai(j.target, i.satuan)),
                    sel_atau_tiada(persen(j.kemajuan)),
                )
                for i, j in ada
            ),
        ),
    )


def _standar_nasional(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    ada = [(i, s) for i in sasaran.indikator for s in i.standar]
    if not ada:
        return ()
    return (
        Tabel(
            keterangan="Realisasi dan standar nasional",
            kolom=(
                Kolom("Indikator Kinerja", 4),
                Kolom(f"Realisasi {tahun}", 2, KANAN),
                Kolom("Standar", 2, KANAN),
                Kolom("Nama dan Sumber Standar", 4),
            ),
            baris=tuple(
                (
                    Sel(i.nama),
                    _sel_nilai(i.realisasi, i.satuan),
                    Sel(sebut_nilai(s.nilai, i.satuan)),
                    Sel("; ".join(t for t in (s.sebutan, s.sumber) if t)),
                )
                for i, s in ada
            ),
        ),
    )


def _sebab_solusi(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    del tahun
    isi: list[Simpul] = []
    for i in sasaran.indikator:
        if not (i.penyebab or i.solusi):
            continue
        sebutan = "Faktor keberhasilan" if i.tercapai else "Penyebab"
        baris = (
            ("Golongan sebab", i.golongan),
            (sebutan, i.penyebab),
            ("Penyelesaian", i.solusi),
        )
        isi += [
            Paragraf(f"{i.nama} ({keadaan(i)})", GayaParagraf.TEBAL),
            Isian(tuple((label, teks) for label, teks in baris if teks)),
        ]
    kurang = [i.nama for i in sasaran.indikator if i.tercapai is False and not i.penyebab]
    if kurang and isi:
        isi.append(tiada(f"penyebab pada {', '.join(kurang)}"))
    return tuple(isi)


def _efisiensi(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    if not sasaran.anggaran:
        return ()
    tabel = tabel_serapan(
        f"Sumber daya untuk sasaran ini tahun {tahun}", sasaran.anggaran, sasaran.serapan
    )
    if sasaran.capaian is None or sasaran.serapan is None:
        return (tabel,)
    return (
        tabel,
        Paragraf(
            f"Rata-rata capaian indikator sasaran ini {persen(sasaran.capaian)} dengan serapan "
            f"anggaran {persen(sasaran.serapan)}."
        ),
    )


def _penunjang(sasaran: SasaranLaporan, tahun: int) -> tuple[Simpul, ...]:
    del tahun
    if not sasaran.penunjang:
        return ()
    baris: list[tuple[Sel, ...]] = []
    menurut: dict[str, list[tuple[Sel, ...]]] = {}
    for satu in sasaran.penunjang:
        menurut.setdefault(satu.program, []).append(
            (
                Sel(satu.kegiatan),
                sel_atau_tiada(satu.keluaran),
                sel_atau_tiada(satu.target),
                sel_atau_tiada(satu.realisasi),
            )
        )
    for program, kegiatan in menurut.items():
        for urutan, sel in enumerate(kegiatan):
            depan = (Sel(program, baris=len(kegiatan)),) if urutan == 0 else ()
            baris.append((*depan, *sel))
    return (
        Tabel(
            keterangan="Program dan kegiatan penunjang",
            kolom=(
                Kolom("Program", 4),
                Kolom("Kegiatan", 5),
                Kolom("Keluaran", 3),
                Kolom("Target", 2, KANAN),
                Kolom("Realisasi", 2, KANAN),
            ),
            baris=tuple(baris),
        ),
    )


def _sel_nilai(nilai: Nilai | None, satuan: str) -> Sel:
    return sel_atau_tiada(sebut_nilai(nilai, satuan))


PENGISI: Mapping[str, Pengisi] = {
    "target_realisasi": _target_realisasi,
    "antar_tahun": _antar_tahun,
    "jangka_menengah": _jangka_menengah,
    "standar_nasional": _standar_nasional,
    "sebab_solusi": _sebab_solusi,
    "efisiensi": _efisiensi,
    "penunjang": _penunjang,
}
"""What fills each analysis; a test holds the keys against the rule."""
