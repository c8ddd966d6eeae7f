"""Breaking a figure down by one dimension: read, held against the whole, stored whole or not."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.kaidah.pilahan import (
    SEBUTAN_KOMPONEN,
    Selisih,
    komponen_pilahan,
    selisih_pilahan,
)
from sakip.pengukuran.models import BagianPilahan, PilahanAngka, Realisasi
from sakip.pengukuran.selectors.pilahan import kategori_pilahan
from sakip.pengukuran.services.isi import Pengisian
from sakip.pengukuran.services.lembar import AlamatLembar
from sakip.perencanaan.kaidah import tulis_nilai
from sakip.perencanaan.models import JenisNilai

PANJANG_PENJELASAN = 500
Bagian = Mapping[str, Mapping[str, Decimal]]


@layanan
def isi_pilahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    indikator: str,
    dimensi: str,
    bagian: Mapping[str, Mapping[str, str]],
    penjelasan: str,
    versi: int,
) -> PilahanAngka:
    """Enter the parts of a figure as typed, by category and component; an empty one is no answer.

    Parts that do not add up to the figure are refused unless ``penjelasan`` says why. The figure
    moves one version on: its breakdown is part of what its checkers see. ``versi`` is that of the
    breakdown (0: none yet).
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    p = Pengisian(instansi, lingkup, unit, alamat, indikator, saat)
    r, isi = p.realisasi, p.butir.isi.get(p.periode.pk)
    if r is None or isi is None:
        raise PerpindahanTidakSah(_("Isi dahulu angkanya, lalu pilah."))
    kategori = kategori_pilahan(instansi.pk, unit.id, dimensi)
    if dimensi not in p.butir.versi.pilahan or not kategori:
        raise TidakDitemukan(_("“%s” tidak dipilah menurut itu.") % p.butir.versi.nama)
    terbaca = _baca(bagian, kategori, p.butir.versi.jenis_nilai)
    _wajib_cocok(isi, terbaca, penjelasan)
    pilahan = _pilahan(r, dimensi, versi)
    pilahan.penjelasan = penjelasan.strip()
    pilahan.save()
    _simpan(pilahan, terbaca)
    r.versi += 1
    r.save(update_fields=["versi"])
    naikkan_versi_data([(unit.id, alamat.tahun)])
    return pilahan


def _baca(
    bagian: Mapping[str, Mapping[str, str]], kategori: Mapping[str, str], jenis: str
) -> dict[str, dict[str, Decimal]]:
    """Every part as a number; all faults at once, by ``kategori.komponen``."""
    hasil: dict[str, dict[str, Decimal]] = {}
    salah: dict[str, str] = {}
    for k in kategori:
        for komponen in komponen_pilahan(jenis):
            teks = bagian.get(k, {}).get(komponen, "").strip()
            if not teks:
                continue
            try:
                hasil.setdefault(k, {})[komponen] = _angka(teks)
            except kaidah.MasukanSalah as sebab:
                salah[f"{k}.{komponen}"] = kaidah.terjemah(sebab.kalimat)
            except IsianTidakSah as galat:
                salah[f"{k}.{komponen}"] = galat.pesan
    if salah:
        raise IsianTidakSah.dari(_("Pilahan tidak disimpan."), salah)
    if not hasil:
        raise IsianTidakSah.dari(
            _("Pilahan tidak disimpan."),
            {"bagian": _("Isi sedikitnya satu kategori; bila tidak ada, tulis 0.")},
        )
    return hasil


def _angka(teks: str) -> Decimal:
    kaidah.tolak_bukan_angka(teks, pecahan=False)
    n = kaidah.baca_nilai(teks, None, jenis=JenisNilai.BILANGAN, arah=None, format_angka="id")
    if n is None or n.nilai is None or n.penyebut is not None:
        raise IsianTidakSah(_("Isi dengan satu angka, mis. 12."))
    if n.nilai < 0:
        raise IsianTidakSah(_("Bagian tidak dapat kurang dari nol."))
    return n.nilai


def _wajib_cocok(isi: IsiPeriode, bagian: Bagian, penjelasan: str) -> None:
    """The parts make the whole, or somebody says why they do not."""
    if len(penjelasan) > PANJANG_PENJELASAN:
        raise IsianTidakSah.dari(
            _("Pilahan tidak disimpan."),
            {"penjelasan": _("Paling panjang %s huruf.") % PANJANG_PENJELASAN},
        )
    beda = selisih_pilahan(isi.nilai, bagian)
    if beda and not penjelasan.strip():
        raise IsianTidakSah.dari(
            _("Pilahan tidak disimpan."),
            {"penjelasan": " ".join(sebut_selisih(s) for s in beda)},
        )


def sebut_selisih(s: Selisih) -> str:
    """Parts and whole in one sentence."""
    return _(
        "Jumlah %(komponen)s menurut pilahan %(jumlah)s, sedangkan angkanya %(utuh)s. Perbaiki, "
        "atau jelaskan mengapa berbeda."
    ) % {
        "komponen": SEBUTAN_KOMPONEN[s.komponen],
        "jumlah": tulis_nilai(s.jumlah),
        "utuh": tulis_nilai(s.utuh),
    }


def _pilahan(r: Realisasi, dimensi: str, versi: int) -> PilahanAngka:
    """The breakdown of a figure by a dimension, one version on; the sheet's lock holds it."""
    ada = PilahanAngka.objects.filter(realisasi=r, dimensi=dimensi).first()
    kini = ada.versi if ada else 0
    if kini != versi:
        raise VersiUsang(
            _("Pilahan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda."),
            milik_anda=versi,
            tersimpan=kini,
        )
    if ada is None:
        return PilahanAngka(instansi_id=r.instansi_id, realisasi=r, dimensi=dimensi)
    ada.versi += 1
    return ada


def _simpan(pilahan: PilahanAngka, bagian: Bagian) -> None:
    """Write the parts and drop those that are empty now. At most three statements."""
    mau = {(k, komponen): n for k, isi in bagian.items() for komponen, n in isi.items()}
    lama = {(b.kategori, b.komponen): b.pk for b in pilahan.bagian.all()}
    BagianPilahan.objects.filter(pk__in=[pk for k, pk in lama.items() if k not in mau]).delete()
    BagianPilahan.objects.bulk_create(
        [
            BagianPilahan(
                instansi_id=pilahan.instansi_id,
                pilahan=pilahan,
                kategori=k,
                komponen=komponen,
                nilai=n,
            )
            for (k, komponen), n in mau.items()
        ],
        update_conflicts=True,
        unique_fields=["pilahan", "kategori", "komponen"],
        update_fields=["nilai"],
    )
