"""``sakip hitung predikat`` and ``sakip hitung evaluasi``: no database, no Django.

Exit codes: 0 done; 1 the sheet was read but cannot be scored (every fault with its line); 2 asked
wrongly, or a file that cannot be read as a sheet. On a fault nothing goes to standard output.
"""

import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from sakip.config.pesan import _
from sakip.perintah.bahasa import terjemah
from sakip.perintah.pengurai import Pengurai
from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.galat import BerkasRegulasiSalah, GalatKaidah, MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.penilaian import (
    BarisTerisi,
    HasilPenilaian,
    JawabanSalah,
    Predikat,
    Simulasi,
    baca_csv,
    baca_tabel,
    lembar_evaluasi,
    nilai_terisi,
    simulasi,
)
from sakip_rules.penilaian import (
    predikat as predikat_nilai,
)
from sakip_rules.penilaian.jawaban import ringkasan

UKURAN_TERBESAR: Final = 5 * 1024 * 1024
"""Bytes; an evaluation sheet has a few kilobytes."""

_NILAI: Final = re.compile(r"[+-]?[0-9]{1,6}(?:[.,][0-9]{1,12})?")
_ZIP: Final = b"PK\x03\x04"


def predikat(argv: Sequence[str]) -> int:
    """Print the predikat of each score; one bad score refuses the whole call."""
    pengurai = Pengurai(
        "sakip hitung predikat",
        uraian="Predikat dari nilai evaluasi (0 sampai 100), ditulis 80,01 atau 80.01.",
        contoh="Contoh: sakip hitung predikat 80,00 80,01 --regulasi permenpanrb-88-2021",
    )
    pengurai.add_argument("nilai", nargs="+", metavar="NILAI")
    _pilihan_umum(pengurai)
    pilihan = pengurai.parse_args(list(argv))
    hasil: list[tuple[Decimal, Predikat]] = []
    salah: list[str] = []
    for teks in pilihan.nilai:
        try:
            nilai = _baca_nilai(teks)
            hasil.append(
                (nilai, predikat_nilai(nilai, regulasi_id=pilihan.regulasi, pada=pilihan.pada))
            )
        except GalatKaidah as galat:
            salah.append(terjemah(galat.kalimat))
    if salah:
        return _tolak(pengurai.prog, dict.fromkeys(salah), 2)
    if pilihan.json:
        _cetak_json([_data_predikat(nilai, kelas) for nilai, kelas in hasil])
        return 0
    for nilai, kelas in hasil:
        print(f"{_id(nilai):>6}  {kelas.kode:<2}  {kelas.sebutan}")
    return 0


def evaluasi(argv: Sequence[str]) -> int:
    """Print score, predikat, komponen and trace of one filled sheet."""
    pengurai = Pengurai(
        "sakip hitung evaluasi",
        uraian=(
            "Nilai satu lembar kerja evaluasi: berkas CSV atau XLSX dengan kolom kode dan jawaban\n"
            "(1.a sampai 4.c untuk 88/2021; kode pertanyaan untuk 12/2015)."
        ),
        contoh="Contoh: sakip hitung evaluasi LKE.csv --regulasi permenpanrb-88-2021",
    )
    pengurai.add_argument("berkas", type=Path, metavar="BERKAS")
    _pilihan_umum(pengurai)
    pengurai.add_argument("--varian", help="varian lembar, misalnya unit_kerja atau naskah")
    pilihan = pengurai.parse_args(list(argv))
    try:
        lembar = lembar_evaluasi(pilihan.regulasi, pilihan.pada, pilihan.varian)
        hasil = nilai_terisi(lembar, baca_berkas(pilihan.berkas))
    except JawabanSalah as galat:
        pesan = [terjemah(satu) for satu in ringkasan(galat.kesalahan)]
        return _tolak(str(pilihan.berkas), pesan, 1)
    except BerkasRegulasiSalah as galat:
        return _tolak(_("data regulasi"), [terjemah(galat.kalimat)], 2)
    except GalatKaidah as galat:
        return _tolak(pengurai.prog, [terjemah(galat.kalimat)], 2)
    arah = simulasi(lembar, hasil.jawaban)
    if pilihan.json:
        _cetak_json({**hasil.ke_data(), "simulasi": arah.ke_data()})
    else:
        print("\n".join([*_tabel(hasil), *_arah(arah), *_peringatan(hasil)]))
    return 0


def baca_berkas(berkas: Path) -> tuple[BarisTerisi, ...]:
    """Read a sheet from a CSV or XLSX file. Raises ``MasukanSalah`` saying what to do instead."""
    isi = _baca_isi(berkas)
    akhiran = berkas.suffix.lower()
    if akhiran not in (".csv", ".xlsx"):
        raise MasukanSalah(
            kalimat("“{berkas}” bukan .csv atau .xlsx; simpan ulang sebagai CSV.", berkas=berkas)
        )
    if (akhiran == ".xlsx") != isi.startswith(_ZIP):
        raise MasukanSalah(
            kalimat(
                "Isi “{berkas}” tidak sesuai dengan namanya; simpan ulang dari Excel sebagai CSV.",
                berkas=berkas,
            )
        )
    if akhiran == ".xlsx":
        return _baca_xlsx(berkas, isi)
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        raise MasukanSalah(
            kalimat("“{berkas}” bukan teks UTF-8; simpan ulang sebagai “CSV UTF-8”.", berkas=berkas)
        ) from salah
    return baca_csv(teks)


def _baca_isi(berkas: Path) -> bytes:
    try:
        if berkas.stat().st_size > UKURAN_TERBESAR:
            raise MasukanSalah(
                kalimat("“{berkas}” terlalu besar untuk sebuah lembar evaluasi.", berkas=berkas)
            )
        return berkas.read_bytes()
    except FileNotFoundError as salah:
        raise MasukanSalah(
            kalimat("Berkas “{berkas}” tidak ada; periksa nama dan foldernya.", berkas=berkas)
        ) from salah
    except OSError as salah:
        raise MasukanSalah(
            kalimat("Berkas “{berkas}” tidak dapat dibaca.", berkas=berkas)
        ) from salah


def _baca_xlsx(berkas: Path, isi: bytes) -> tuple[BarisTerisi, ...]:
    """First sheet of a workbook; the reader is imported only here, since it costs start-up time."""
    from io import BytesIO

    from python_calamine import CalamineError, CalamineWorkbook

    try:
        buku = CalamineWorkbook.from_filelike(BytesIO(isi))
        baris = buku.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as salah:
        raise MasukanSalah(
            kalimat("“{berkas}” bukan buku kerja Excel yang utuh.", berkas=berkas)
        ) from salah
    return baca_tabel(
        (nomor, [_teks_sel(sel) for sel in satu]) for nomor, satu in enumerate(baris, start=1)
    )


def _teks_sel(sel: object) -> str:
    """Give a cell as text; a number in a code or answer stays what it looks like in Excel."""
    return str(int(sel)) if isinstance(sel, float) and sel.is_integer() else str(sel)


def _pilihan_umum(pengurai: Pengurai) -> None:
    pengurai.add_argument("--regulasi", required=True, metavar="ID", help="id peraturan")
    pengurai.add_argument(
        "--pada", type=_tanggal, metavar="TANGGAL", help="versi yang berlaku pada tanggal ini"
    )
    pengurai.add_argument("--json", action="store_true", help="cetak sebagai JSON")


def _tanggal(teks: str) -> date:
    return date.fromisoformat(teks)


def _baca_nilai(teks: str) -> Decimal:
    """Read a score; below 1000 no thousands are grouped, so one comma or point is the decimal."""
    inti = teks.strip()
    if not _NILAI.fullmatch(inti):
        raise MasukanSalah(
            kalimat("“{teks}” bukan nilai; tulis seperti 80,01 atau 80.01.", teks=teks)
        )
    return Decimal(inti.replace(",", "."))


def _data_predikat(nilai: Decimal, kelas: Predikat) -> dict[str, str]:
    return {"nilai": _dua(nilai), "predikat": kelas.kode, "sebutan": kelas.sebutan}


def _desimal(nilai: Decimal) -> int:
    """Two places, or as many as were written when these are more."""
    return max(2, -int(nilai.as_tuple().exponent))


def _dua(nilai: Decimal) -> str:
    return tulis_angka(nilai, FormatAngka.EN, _desimal(nilai)).replace(",", "")


def _id(nilai: Decimal) -> str:
    return tulis_angka(nilai, FormatAngka.ID, _desimal(nilai))


def _bobot(nilai: Decimal) -> str:
    return tulis_angka(nilai, FormatAngka.ID)


def _cetak_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _tolak(asal: str, pesan: Sequence[str] | dict[str, None], kode: int) -> int:
    for satu in pesan:
        print(f"{asal}: {satu}", file=sys.stderr)
    return kode


def _tabel(hasil: HasilPenilaian) -> list[str]:
    """Build the table that people read: komponen, sub-komponen, weight and score."""
    from textwrap import shorten

    baris = [hasil.lembar.judul, "", f"{'Komponen':<72}{'Bobot':>6}{'Nilai':>8}"]
    for komponen in hasil.komponen:
        nama = f"{komponen.kode} {komponen.nama}"
        baris.append(f"{nama:<72}{_bobot(komponen.bobot):>6}{_id(komponen.nilai):>8}")
        for sub in komponen.sub:
            jawaban = f" {sub.jawaban[0][1]}" if len(sub.jawaban) == 1 else ""
            nama = shorten(f"{sub.kode}{jawaban} {sub.nama}", width=68, placeholder=" …")
            baris.append(f"  {nama:<70}{_bobot(sub.bobot):>6}{_id(sub.nilai):>8}")
    baris.append(f"{'Jumlah':<72}{100:>6}{_id(hasil.nilai):>8}")
    return [*baris, "", f"Predikat: {hasil.predikat.kode} ({hasil.predikat.sebutan})"]


def _arah(arah: Simulasi) -> list[str]:
    """Say how far the next predikat is, and the cheapest ways to it."""
    if arah.berikut is None or arah.jarak is None:
        return ["Predikat tertinggi sudah tercapai."]
    mulai = tulis_angka(arah.berikut.batas_bawah, FormatAngka.ID, 2)
    berikut = f"{arah.berikut.kode} dimulai di atas {mulai} (jarak {_id(arah.jarak)})."
    baris = [f"{_id(arah.nilai)} masih {arah.predikat.kode}; {berikut}"]
    if arah.kenaikan:
        baris.append(f"Jalan termurah ke {arah.berikut.kode}:")
    for satu in arah.kenaikan:
        langkah = ", ".join(f"{n.kode} {n.dari}→{n.ke} (+{_id(n.tambahan)})" for n in satu.langkah)
        catatan = "; perlu pernyataan evaluator" if satu.perlu_pernyataan else ""
        baris.append(f"  {langkah} = {_id(satu.nilai_baru)}{catatan}")
    return baris


def _peringatan(hasil: HasilPenilaian) -> list[str]:
    if not hasil.peringatan:
        return []
    judul = "Peringatan kontrol kerangka (tidak mengubah nilai):"
    return ["", judul, *(f"  {satu}" for satu in hasil.peringatan)]
