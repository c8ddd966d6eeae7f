"""Writing a workbook: every row by the service of the sheet, all of them or none; and back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sakip.bersama.galat import GalatLayanan, IsianTidakSah, Kesalahan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.bersama.salin import ubah
from sakip.impor.jenis import BarisTerperiksa, baris_asal
from sakip.impor.models import BetsImpor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.pengukuran.models import KeadaanRealisasi, Realisasi
from sakip.pengukuran.selectors.lembar import lembar_unit
from sakip.pengukuran.services.buku_pengukuran import periksa as pemeriksaan
from sakip.pengukuran.services.buku_pengukuran.kolom import SURVEI, UNSUR, IsianBuku
from sakip.pengukuran.services.buku_pengukuran.penulis import Penulis
from sakip.pengukuran.services.isi import HasilIsi, IsianSel
from sakip.pengukuran.services.lembar import AlamatLembar, buka


@layanan
def terapkan_buku_pengukuran(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    baris: Sequence[IsianBuku],
) -> list[HasilIsi]:
    """Enter many rows of a sheet in one transaction: all of them, or none and every fault by row.

    The same checks as for one figure: leave, window, state, pengampu, ``versi``, the value itself.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    buka(instansi, unit, alamat, saat=saat, pada=lingkup.pada).wajib_dapat_diisi(lingkup.pada)
    penulis = Penulis(oleh, saat, instansi, alamat)
    hasil: list[HasilIsi] = []
    salah: list[Kesalahan] = []
    for satu in baris:
        try:
            hasil.append(penulis.tulis(satu))
        except IsianTidakSah as galat:
            salah += _kesalahan(satu.kode, galat)
    if salah:
        raise IsianTidakSah(_("Buku kerja tidak diterapkan; tidak ada yang berubah."), tuple(salah))
    return hasil


def _kesalahan(kode: str, galat: GalatLayanan) -> Iterator[Kesalahan]:
    if not galat.kesalahan:
        yield Kesalahan(kode, galat.pesan)
    for k in galat.kesalahan:
        yield Kesalahan(kode, k.pesan, k.letak)


def alamat_bets(bets: BetsImpor) -> AlamatLembar:
    """The sheet that a batch is about."""
    buku = bets.opsi["buku"]
    return AlamatLembar(buku["unit"], buku["tahun"], buku["triwulan"])


def terapkan(
    baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
) -> None:
    """Apply the rows of a batch; ``jejak`` of each then says which version it made."""
    lingkup = organisasi.lingkup_pelaku(oleh, bets.instansi, saat)
    alamat = alamat_bets(bets)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    x = lembar_unit(lingkup, unit, alamat.tahun, alamat.triwulan)
    kini = {b.kode: b for b in x.baris}
    semula = {s["kode"]: s["isi"] for s in bets.opsi["buku"]["baris"]}
    nomor = {b.nomor for b in baris}
    isian = []
    for satu in bets.baris.filter(nomor__in=nomor).order_by("nomor"):
        asal = baris_asal(satu)
        b = kini[asal.teks("kode")]
        isian.append(pemeriksaan.siap(pemeriksaan.susun(asal, b, semula.get(b.kode, {}))))
    hasil = terapkan_buku_pengukuran(
        oleh=oleh, saat=saat, instansi=bets.instansi, alamat=alamat, baris=isian
    )
    for satu_baris, jadi in zip(baris, hasil, strict=True):
        satu_baris.jejak = {"realisasi": jadi.realisasi.pk, "versi": jadi.realisasi.versi}


def batalkan(
    baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
) -> None:
    """Give every row its former content; refused whole when a figure was changed since."""
    penulis = Penulis(oleh, saat, bets.instansi, alamat_bets(bets))
    pulih, salah = [], []
    for b in baris:
        try:
            hasil = penulis.tulis(_semula(b))
        except VersiUsang:
            pesan = _("“%s” sudah diubah sesudah impor ini.") % b.isi["judul"]
            salah.append(Kesalahan(b.isi["letak"], pesan))
        else:
            if b.lama is not None and b.lama["keadaan"] == KeadaanRealisasi.DIKEMBALIKAN:
                pulih.append(hasil.realisasi)
    if salah:
        raise IsianTidakSah(
            _(
                "Impor ini tidak dapat dibatalkan lagi: %s baris sudah diubah sesudahnya. "
                "Batalkan dahulu perubahan yang lebih baru, atau perbaiki angkanya satu per satu."
            )
            % len(salah),
            tuple(salah),
        )
    _kembalikan_keadaan(pulih)


def _semula(b: BarisTerperiksa) -> IsianBuku:
    """The row as it was before, held against the version that applying it made."""
    if b.lama is None or b.jejak is None:
        raise ValueError(f"baris {b.nomor} tidak pernah diterapkan")
    isi = b.lama["isi"]
    teks = isi.get("nilai", "")
    if isi.get("penyebut"):
        teks = f"{isi['pembilang']}/{isi['penyebut']}"
    return IsianBuku(
        kode=b.isi["asal"]["kode"],
        versi=b.jejak["versi"],
        isian=IsianSel(
            teks=teks,
            alasan_kosong=isi["alasan_kosong"],
            golongan_sebab=isi["golongan_sebab"],
            penyebab=isi["penyebab"],
            solusi=isi["solusi"],
            faktor=isi["faktor"],
            jawaban_mirip=b.lama["jawaban_mirip"],
        ),
        unsur=tuple(isi[x] for x in UNSUR) if SURVEI[0] in isi else (),
        responden=isi.get("responden", ""),
        survei=SURVEI[0] in isi,
    )


def _kembalikan_keadaan(semua: Sequence[Realisasi]) -> None:
    """A figure that was sent back waits for its answer again."""
    for r in semua:
        r.keadaan = KeadaanRealisasi.DIKEMBALIKAN
        r.versi += 1
    ubah(Realisasi, semua, ("keadaan", "versi"))
