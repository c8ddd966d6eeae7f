"""Money spent, entered by hand line by line, beside the table that may come instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Sifat
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran import kaidah
from sakip.pengukuran.models import Serapan
from sakip.pengukuran.selectors.uang import BarisUang, halangan_serapan, uang_triwulan
from sakip.pengukuran.services.lembar import AlamatLembar, ambil_lembar, periode_triwulan
from sakip.perencanaan.models import JenisNilai
from sakip.perencanaan.services.baca_anggaran import sebut_rupiah


@dataclass(frozen=True, slots=True)
class IsianSerapan:
    """One line as typed: rupiah from January on, the output made, and what the person saw."""

    kode: str
    rupiah: str
    volume: str = ""
    versi: int = 0


@layanan
def catat_serapan(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    isian: Sequence[IsianSerapan],
) -> list[Serapan]:
    """Write down what was spent up to the end of a quarter, all lines or none.

    From the first day of the quarter's window until its sheet is locked: bills are booked later
    than work is measured. Never above the pagu of the line, and only on lines that have no lines
    below them. A sum that falls is stored and shown as such: money can come back.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.CATAT_SERAPAN)
    periode = periode_triwulan(alamat.tahun, alamat.triwulan)
    # The sheet stays as it is until this is written: a lock waits, or is seen.
    ambil_lembar(unit.id, alamat.tahun, alamat.triwulan)
    if halangan := halangan_serapan(lingkup, unit, periode):
        raise PerpindahanTidakSah(halangan)
    uang = uang_triwulan(lingkup, unit, alamat.tahun, alamat.triwulan)
    menurut = {b.kode: b for b in uang.baris}
    asing = sorted({i.kode for i in isian} - set(menurut))
    if asing:
        raise TidakDitemukan(
            _("Kode itu tidak ada pada anggaran %(tahun)s unit ini: %(kode)s.")
            % {"tahun": alamat.tahun, "kode": ", ".join(asing)}
        )
    ada = {
        s.kode: s
        for s in Serapan.objects.select_for_update().filter(
            unit_id=unit.id, periode=periode, kode__in=list(menurut)
        )
    }
    salah: dict[str, str] = {}
    baca = {i.kode: _baca(i, menurut[i.kode], salah) for i in isian}
    if salah:
        raise IsianTidakSah.dari(_("Realisasi anggaran tidak disimpan."), salah)
    _wajib_versi(isian, ada)
    sifat = Sifat.CONTOH if instansi.contoh else Sifat.ASLI
    hasil = []
    for kode, (rupiah, volume) in baca.items():
        s = ada.get(kode)
        if s is None:
            s = Serapan(instansi=instansi, unit_id=unit.id, periode=periode, kode=kode, versi=0)
        elif (s.rupiah, s.volume) == (rupiah, volume):
            continue
        s.rupiah, s.volume, s.sifat = rupiah, volume, sifat
        s.versi += 1
        s.save()
        hasil.append(s)
    if hasil:
        naikkan_versi_data([(unit.id, alamat.tahun)])
    return hasil


def _baca(i: IsianSerapan, b: BarisUang, salah: dict[str, str]) -> tuple[Decimal, Decimal | None]:
    """The typed numbers of one line; its faults are put into ``salah`` by field."""
    if not b.rinci:
        salah[f"rupiah.{i.kode}"] = _("Isi pada rinciannya; baris ini menjumlahkan.")
    rupiah = _angka(i.rupiah, f"rupiah.{i.kode}", salah)
    if rupiah is None:
        salah.setdefault(f"rupiah.{i.kode}", _("Wajib diisi; tulis 0 bila memang nol."))
        rupiah = Decimal(0)
    elif rupiah != rupiah.to_integral_value():
        salah[f"rupiah.{i.kode}"] = _("Tulis rupiah penuh, tanpa sen.")
    elif rupiah > b.pagu:
        salah[f"rupiah.{i.kode}"] = _("Melebihi pagunya (%s).") % sebut_rupiah(b.pagu)
    return rupiah, _angka(i.volume, f"volume.{i.kode}", salah)


def _angka(teks: str, letak: str, salah: dict[str, str]) -> Decimal | None:
    """One number that is not negative; ``None``: nothing was typed, or it is at fault."""
    if not teks.strip():
        return None
    pesan = _("Isi dengan satu angka, mis. 150.660.000.")
    try:
        n = kaidah.baca_nilai(
            teks.strip(), None, jenis=JenisNilai.BILANGAN, arah=None, format_angka="id"
        )
    except kaidah.MasukanSalah as sebab:
        salah[letak] = kaidah.terjemah(sebab.kalimat)
        return None
    if n is None or n.nilai is None or n.penyebut is not None or n.nilai < 0:
        salah[letak] = pesan
        return None
    return n.nilai


def _wajib_versi(isian: Sequence[IsianSerapan], ada: Mapping[str, Serapan]) -> None:
    for i in isian:
        kini = ada[i.kode].versi if i.kode in ada else 0
        if kini != i.versi:
            raise VersiUsang(
                _("Realisasi %s sudah diubah orang lain sejak Anda membukanya. Muat ulang.")
                % i.kode,
                milik_anda=i.versi,
                tersimpan=kini,
            )
