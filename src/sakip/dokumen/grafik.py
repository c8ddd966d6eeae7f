"""Charts of a report, as lengths in thousandths; each also says in words what it shows."""

from decimal import Decimal

from sakip.dokumen.bahan import IndikatorLaporan, SasaranLaporan
from sakip.dokumen.kata import persen, sebut_nilai
from sakip.dokumen.pohon import Batang, Grafik
from sakip.dokumen.susun import panjang

LUANG = Decimal("1.1")  # room to the right of the longest bar
PENUH = Decimal(100)
SUMBU_CAPAIAN = Decimal(125)


def grafik_capaian(sasaran: tuple[SasaranLaporan, ...], tahun: int) -> Grafik | None:
    """Capaian of every indicator beside the line at 100; ``None`` without a single figure."""
    semua = [i for s in sasaran for i in s.indikator]
    ada = [i.capaian for i in semua if i.capaian is not None]
    if not ada:
        return None
    sumbu = max(SUMBU_CAPAIAN, max(ada) * LUANG)
    return Grafik(
        keterangan=f"Capaian indikator kinerja tahun {tahun}, garis tegak pada 100%",
        uraian="Capaian menurut indikator. "
        + " ".join(f"{i.nama}: {_kata_capaian(i)}." for i in semua),
        batang=tuple(
            Batang(
                label=i.nama,
                teks=_kata_capaian(i),
                panjang=None if i.capaian is None else panjang(i.capaian, sumbu),
                tanda=None if i.capaian is None else panjang(PENUH, sumbu),
                kurang=i.tercapai is False,
            )
            for i in semua
        ),
    )


def grafik_target(sasaran: SasaranLaporan, tahun: int) -> Grafik | None:
    """Realisasi of each indicator as a bar, its target as a mark, each on its own axis."""
    bisa = [
        (i, i.realisasi.angka, i.target.angka)
        for i in sasaran.indikator
        if i.realisasi is not None and i.realisasi.angka is not None and i.target.angka is not None
    ]
    if not bisa:
        return None
    return Grafik(
        keterangan=f"Realisasi (batang) dan target (garis tegak) tahun {tahun}",
        uraian="Realisasi dibandingkan dengan target. "
        + " ".join(f"{i.nama}: {_lawan(i)}." for i, _r, _t in bisa),
        batang=tuple(_batang_target(i, r, t) for i, r, t in bisa),
    )


def _batang_target(indikator: IndikatorLaporan, realisasi: Decimal, target: Decimal) -> Batang:
    sumbu = max(realisasi, target) * LUANG
    arah = " (makin kecil makin baik)" if indikator.turun_baik else ""
    return Batang(
        label=f"{indikator.nama}{arah}",
        teks=_lawan(indikator),
        panjang=panjang(realisasi, sumbu),
        tanda=panjang(target, sumbu),
        kurang=indikator.tercapai is False,
    )


def _lawan(indikator: IndikatorLaporan) -> str:
    realisasi = sebut_nilai(indikator.realisasi, indikator.satuan)
    return f"{realisasi} dari {sebut_nilai(indikator.target, indikator.satuan)}"


def grafik_riwayat(indikator: IndikatorLaporan, tahun: int) -> Grafik | None:
    """Realisasi over the years, oldest first; ``None`` with fewer than two figures."""
    deret = [(r.tahun, r.realisasi, r.target) for r in indikator.riwayat]
    deret.append((tahun, indikator.realisasi, indikator.target))
    ada = [r.angka for _t, r, _g in deret if r is not None and r.angka is not None]
    if len(ada) < 2:
        return None
    kata = {t: sebut_nilai(r, indikator.satuan) or "belum ada data" for t, r, _g in deret}
    target = [g.angka for _t, _r, g in deret if g is not None and g.angka is not None]
    sumbu = max(*ada, *target) * LUANG
    return Grafik(
        keterangan=f"{indikator.nama}: realisasi (batang) dan target (garis tegak) menurut tahun",
        uraian=f"{indikator.nama}. " + " ".join(f"{t}: {satu}." for t, satu in kata.items()),
        batang=tuple(
            Batang(
                label=str(t),
                teks=kata[t],
                panjang=None if r is None or r.angka is None else panjang(r.angka, sumbu),
                tanda=None if g is None or g.angka is None else panjang(g.angka, sumbu),
            )
            for t, r, g in sorted(deret, key=lambda satu: satu[0])
        ),
    )


def _kata_capaian(indikator: IndikatorLaporan) -> str:
    if indikator.capaian is None:
        return indikator.keterangan or "belum ada data"
    return persen(indikator.capaian)
