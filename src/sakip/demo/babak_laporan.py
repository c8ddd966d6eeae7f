"""The reports of the invented year: written, approved, handed in."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sakip.demo.baca import baca
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.pelaporan import services
from sakip.pelaporan.models import BagianLaporan, LaporanKinerja

BAROS = "kecamatan-baros"
CAMAT_BAROS = {2024: "camat1", 2025: "camat1", 2026: "camat2"}


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of the reports' part, each with its moment."""
    isi = baca("laporan.yaml")
    return [
        Kejadian(pukul(isi["lain_2025"]["dimasukkan"], 9), partial(_angka_lain, p, isi)),
        *_baros(p, 2024, isi["baros_2024"]),
        *_baros(p, 2025, isi["baros_2025"]),
        *_lain(p, 2025, isi["lain_2025"]),
        *_baros(p, 2026, isi["baros_2026"]),
        *_lain(p, 2026, isi["lain_2026"]),
    ]


def _lain_nya() -> list[dict[str, Any]]:
    return [
        u
        for u in baca("serang/unit.yaml")["unit"]
        if u["jenis"] == "kecamatan" and u["slug"] != BAROS
    ]


def _impor(p: Panggung, saat: datetime, nama: str, baris: Sequence[Mapping[str, str]]) -> None:
    keluar = io.StringIO(newline="")
    tulis = csv.DictWriter(keluar, list(baris[0]))
    tulis.writeheader()
    tulis.writerows(baris)
    dasar = p.dasar("bapperida", saat)
    bets = import_pratinjau(
        **dasar,
        jenis="kinerja",
        nama_berkas=nama,
        isi=keluar.getvalue().encode(),
        opsi={"sifat": "contoh", "format_angka": "id", "dokumen_jenis": "renstra"},
    )
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)


def _angka_lain(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    """Figures of 2025 of the other kecamatan: a table, because the system was not there yet."""
    kata = {j["kode"]: j for j in baca("rencana.yaml")["kecamatan_lain"]["janji"]}
    baris = []
    for n, u in enumerate(_lain_nya()):
        for j in isi["lain_2025"]["janji"]:
            w = kata[j["kode"]]
            nilai = int(j["dari"]) + (n * 7 % int(j["pilihan"])) * int(j["kelipatan"])
            baris.append(
                {
                    "unit": u["slug"],
                    "tahun": "2025",
                    "kode_indikator": j["kode"],
                    "indikator": w["nama"],
                    "satuan": w["satuan"],
                    "arah": w["arah"],
                    "jenis_nilai": w["jenis_nilai"],
                    "target": j["target"],
                    "realisasi": f"{nilai},00" if w["satuan"] == "%" else str(nilai),
                }
            )
    _impor(p, saat, "kinerja-kecamatan-2025.csv", baris)


def _baros(p: Panggung, tahun: int, isi: dict[str, Any]) -> Iterator[Kejadian]:
    penyusun, camat = "program", CAMAT_BAROS[tahun]
    yield Kejadian(pukul(isi["dibuka"], 9), partial(_buka, p, penyusun, BAROS, tahun))
    if (salinan := isi.get("disalin")) is not None:
        tulis = partial(_tulis, p, penyusun, BAROS, tahun, salinan["bagian"])
        yield Kejadian(pukul(salinan["pada"], 10), tulis)
    hari = isi["disampaikan"]
    yield Kejadian(pukul(hari, 8), partial(_tulis, p, penyusun, BAROS, tahun, isi["bagian"]))
    yield Kejadian(pukul(hari, 9), partial(_sampaikan, p, (penyusun, camat), BAROS, tahun))


def _lain(p: Panggung, tahun: int, isi: dict[str, Any]) -> Iterator[Kejadian]:
    telat = isi.get("terlambat", {})
    for n, u in enumerate(_lain_nya()):
        slug = u["slug"]
        hari = isi["disampaikan"][n % len(isi["disampaikan"])]
        if slug == telat.get("unit"):
            hari = telat["tanggal"]
        penyusun = "mancak" if slug == "kecamatan-mancak" else f"{slug}.penyusun"
        saat = pukul(hari, 10) + timedelta(minutes=n)
        yield Kejadian(saat, partial(_buka, p, penyusun, slug, tahun))
        yield Kejadian(saat, partial(_sampaikan, p, (penyusun, f"{slug}.pimpinan"), slug, tahun))


def _buka(p: Panggung, siapa: str, unit: str, tahun: int, saat: datetime) -> None:
    services.buka_laporan(**p.dasar(siapa, saat), unit=unit, tahun=tahun, sifat="contoh")


def _laporan(p: Panggung, unit: str, tahun: int) -> LaporanKinerja:
    return LaporanKinerja.objects.get(instansi=p.instansi, unit__slug=unit, tahun=tahun)


def _tulis(  # noqa: PLR0913, PLR0917
    p: Panggung, siapa: str, unit: str, tahun: int, bagian: Mapping[str, str], saat: datetime
) -> None:
    laporan = _laporan(p, unit, tahun)
    ada = dict(BagianLaporan.objects.filter(laporan=laporan).values_list("kode", "versi"))
    for kode, teks in bagian.items():
        services.tulis_bagian(
            **p.dasar(siapa, saat),
            laporan=laporan.uuid,
            kode=kode,
            teks=teks,
            versi=ada.get(kode, 0),
        )


def _sampaikan(p: Panggung, orang: tuple[str, str], unit: str, tahun: int, saat: datetime) -> None:
    """The three acts of one afternoon: the author hands up, the camat approves, it is handed in."""
    penyusun, camat = orang
    laporan = _laporan(p, unit, tahun)
    for siapa, layanan in (
        (penyusun, services.ajukan_laporan),
        (camat, services.setujui_laporan),
        (penyusun, services.sampaikan_laporan),
    ):
        laporan = layanan(**p.dasar(siapa, saat), laporan=laporan.uuid, versi=laporan.versi)
