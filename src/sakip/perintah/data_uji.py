"""``sakip data-uji``: a whole invented regency, to measure speed on and to try things out."""

from collections.abc import Sequence

from sakip.config.data_uji import BENIH, SKALA
from sakip.config.pesan import _
from sakip.perintah.pengurai import Pengurai
from sakip.perintah.proses import dijaga, lapor


def data_uji(argv: Sequence[str]) -> int:
    """Generate the set into this installation; refused when it is there already."""
    pengurai = Pengurai(
        "sakip data-uji",
        uraian="Bangkitkan instansi 99.01 “Kabupaten Uji (contoh)”: unit, indikator, target, "
        "realisasi dan capaian rekaan, selalu sama untuk benih yang sama. SAKIP harus berhenti. "
        "Ditolak bila instansi itu sudah ada.",
        contoh="Contoh: SAKIP_VAR=/tmp/uji sakip data-uji --skala kabupaten",
    )
    pengurai.add_argument(
        "--skala",
        choices=SKALA,
        required=True,
        help="kecil: 4 unit, 240 realisasi; kabupaten: 60 unit, 400.000 realisasi, beberapa menit",
    )
    pengurai.add_argument("--benih", type=int, default=BENIH, help=f"benih acak (bawaan: {BENIH})")
    pilihan = pengurai.parse_args(argv)

    def kerja() -> int:
        from sakip.config.data_uji import bangkitkan_data_uji
        from sakip.config.instalasi import dipakai

        with dipakai("sakip data-uji") as satu:
            satu.migrasikan(lapor)
            bangkitkan_data_uji(satu, pilihan.skala, pilihan.benih, lapor)
        lapor(_("Data uji siap. Jalankan dengan: SAKIP_TANGGAL=2026-11-24 sakip serve"))
        return 0

    return dijaga(kerja)
