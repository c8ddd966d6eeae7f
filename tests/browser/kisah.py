"""The walk through a year: who comes to the site on which day, and what is played beside the walk.

A page of somebody begins on Beranda and goes on by its tasks and links, never by a typed address.
What would only repeat an act that was walked before is played by the demo's own code.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from playwright.sync_api import Browser, FilePayload, Page, expect
from situs import Situs

from sakip.demo import babak_aksi, babak_laporan, babak_pengukuran, babak_rencana, naskah_rencana
from sakip.demo.babak_rencana import kepala_dpa
from sakip.demo.baca import baca
from sakip.demo.berkas_contoh import pdf_contoh
from sakip.demo.muat import BABAK
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.evaluasi import services as evaluasi
from sakip.evaluasi.models import Evaluasi, Jawaban, Tingkat
from sakip.pengukuran.services import AlamatLembar

BAROS, MANCAK = "kecamatan-baros", "kecamatan-mancak"
BATAS_TUNGGU = 10_000  # milliseconds for one act: then a link or a button is missing
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class Kisah:
    """The site, the browser, and the stage on which the rest is played."""

    situs: Situs
    chromium: Browser
    panggung: Panggung

    @contextmanager
    def sebagai(self, akun: str | None, hari: str) -> Iterator[Page]:
        """Somebody at Beranda on that day of the story; nobody is at the public front."""
        settings.TANGGAL_CONTOH = date.fromisoformat(hari)
        with self.situs.buka(self.chromium, akun) as page:
            page.set_default_timeout(BATAS_TUNGGU)
            page.goto("/kerja/36.04/" if akun else "/")
            yield page

    def mainkan(self, sejak: str, sampai: str, *acara: str, kecuali: str = "") -> int:
        """Play Baros's acts of the named functions between two days, both whole."""
        awal, akhir = pukul(sejak, 0), pukul(sampai, 23, 59)
        pilihan = [
            k
            for babak in BABAK
            for k in babak(self.panggung)
            if awal <= k.saat <= akhir
            and _nama(k) in acara
            and _milik_baros(k)
            and not _tentang(k, kecuali)
        ]
        for k in sorted(pilihan, key=lambda k: k.saat):
            k.lakukan(k.saat)
        return len(pilihan)

    def selesaikan(
        self, akun: str, hari: str, jawaban: dict[str, str], catatan: dict[str, str]
    ) -> None:
        """A tier of the team answers all and hands its sheet on."""
        dasar = self.panggung.dasar(akun, pukul(hari, 15))
        e = Evaluasi.objects.get(unit__slug=BAROS, tahun_kinerja=2025)
        tingkat = {"ketua": Tingkat.KETUA, "dalnis": Tingkat.PENGENDALI_TEKNIS}[akun]
        ada = {
            j.kode: j for j in Jawaban.objects.filter(lembar__evaluasi=e, lembar__tingkat=tingkat)
        }
        for kode, huruf in jawaban.items():
            lama = ada.get(kode)
            if lama is None or lama.jawaban != huruf:
                evaluasi.isi_jawaban(
                    **dasar,
                    evaluasi=e.uuid,
                    tingkat=tingkat,
                    kode=kode,
                    jawaban=huruf,
                    catatan=catatan.get(kode, ""),
                    versi=0 if lama is None else lama.versi,
                )
        evaluasi.selesaikan_lembar(**dasar, evaluasi=e.uuid, tingkat=tingkat, versi=e.versi)

    def ubah_aksi(self) -> None:
        """August: the plan of action is changed, verified by the sekcam, a substitute is named."""
        isi = baca("perjanjian.yaml")
        batas = pukul("2026-09-01", 8)
        for k in babak_aksi._agustus(self.panggung, isi):
            if k.saat < batas:
                k.lakukan(k.saat)

    def catat_uji(self, kode: str, hari: str, *, kecuali: str) -> None:
        """The evidence of one uji of all desa that have it, but one."""
        uji = next(u for u in baca("pengukuran.yaml")["baros"]["uji"] if u["kode"] == kode)
        desa = [d for d in babak_pengukuran.DESA if d not in {kecuali, *uji["kecuali"]}]
        babak_pengukuran._catat_bukti(self.panggung, uji, desa, pukul(hari, 9))

    def isi_selain(self, kecuali: str, hari: str) -> None:
        """The figures of that day but one."""
        self.mainkan(hari, hari, "babak_pengukuran._isi", kecuali=kecuali)

    def tulis_laporan(self, hari: str) -> None:
        """The sections of the report that the story writes, but the one that was walked."""
        isi = {
            k: t for k, t in baca("laporan.yaml")["baros_2026"]["bagian"].items() if k != "ikhtisar"
        }
        babak_laporan._tulis(self.panggung, "program", BAROS, 2026, isi, pukul(hari, 8))


def _nama(k: Kejadian) -> str:
    satu = k.lakukan
    while isinstance(satu, partial):
        satu = satu.func
    return f"{satu.__module__.rpartition('.')[2]}.{getattr(satu, '__name__', '')}"


def _milik_baros(k: Kejadian) -> bool:
    """Acts of one unit name it somewhere among what they are given."""
    semua = k.lakukan.args if isinstance(k.lakukan, partial) else ()
    return all(x.unit == BAROS for x in semua if isinstance(x, AlamatLembar))


def _tentang(k: Kejadian, indikator: str) -> bool:
    """Whether an act enters that figure."""
    semua = k.lakukan.args if isinstance(k.lakukan, partial) else ()
    return any(isinstance(x, dict) and x.get("indikator") == indikator for x in semua)


def ikuti(page: Page, tugas: str) -> None:
    """Go where a task on Beranda leads."""
    page.locator("ol.tugas a", has_text=tugas).first.click()


def ke_stasiun(page: Page, tahun: str, nama: str) -> None:
    """Go to a station of one of the three years on Beranda."""
    garis = page.get_by_role("navigation", name=tahun)
    garis.get_by_role("link", name=nama).click()


def tekan(page: Page, tombol: str) -> None:
    """Press the one button of that name."""
    page.get_by_role("button", name=tombol).click()


def judul(page: Page, kata: str) -> None:
    """What the page says it found."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(kata)


def ditolak(page: Page, kata: str) -> None:
    """The page says that it was refused, and the sentence why, above or at the field."""
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(kata)


def berkas_dpa() -> FilePayload:
    """The DPA of 2026 of two kecamatan as the treasurer's Excel file."""
    baros = next(d for d in baca("rencana.yaml")["baros"]["anggaran"] if d["tahap"] == "murni")
    lain = baca("rencana.yaml")["kecamatan_lain"]["anggaran"]
    nomor = [u["slug"] for u in babak_rencana.kecamatan_lain()].index(MANCAK)
    baris = [
        *(kepala_dpa(BAROS, baros) | r for r in naskah_rencana.rincian_baros("murni")),
        *(kepala_dpa(MANCAK, lain) | r for r in naskah_rencana.rincian_ringan(nomor)),
    ]
    isi = babak_rencana.lembar(baris)
    return {"name": "dpa-2026.xlsx", "mimeType": XLSX, "buffer": isi}


def bukti_pdf(judul_bukti: str) -> FilePayload:
    """A small PDF as evidence."""
    isi = pdf_contoh(judul_bukti, "Kecamatan Baros")
    return {"name": "bukti.pdf", "mimeType": "application/pdf", "buffer": isi}
