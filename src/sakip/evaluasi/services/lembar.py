"""Filling a sheet answer by answer, and finishing it."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import Evaluasi, Jawaban, LembarJawaban, Tingkat
from sakip.evaluasi.services.alur import PERAN_TINGKAT
from sakip.evaluasi.services.perkara import Perkara, pegang
from sakip.evaluasi.services.tugas import perbarui_tugas
from sakip.organisasi.models import Instansi

# The leave that a tier's sheet asks for, and the act by which the state is checked.
PINTU: dict[str, tuple[Tindakan, str]] = {
    Tingkat.MANDIRI: (Tindakan.ISI_MANDIRI, "isi_mandiri"),
    Tingkat.ANGGOTA: (Tindakan.NILAI_EVALUASI, "isi_lembar"),
    Tingkat.KETUA: (Tindakan.NILAI_EVALUASI, "isi_lembar"),
    Tingkat.PENGENDALI_TEKNIS: (Tindakan.NILAI_EVALUASI, "isi_lembar"),
    Tingkat.PANEL: (Tindakan.PANEL_EVALUASI, "isi_panel"),
}
BERIKUT = {
    Tingkat.ANGGOTA: Tingkat.KETUA,
    Tingkat.KETUA: Tingkat.PENGENDALI_TEKNIS,
}
CATATAN_TERPANJANG = 4000


@layanan
def isi_jawaban(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    tingkat: str,
    kode: str,
    jawaban: str,
    catatan: str = "",
    versi: int = 0,
) -> Jawaban:
    """Store one answer of one tier's sheet. ``versi``: of the answer that was seen, 0 for none.

    Each answer is locked by itself, so that two people can fill one sheet at once.
    """
    izin, tindakan = _pintu(tingkat)
    p = pegang(oleh, saat, instansi, evaluasi, izin)
    p.wajib(tindakan, tingkat)
    salah = kaidah.periksa_jawaban(p.lembar_regulasi, kode, jawaban)
    if len(catatan) > CATATAN_TERPANJANG:
        salah["catatan"] = _("Catatan paling panjang %s huruf.") % CATATAN_TERPANJANG
    if salah:
        raise IsianTidakSah.dari(_("Jawaban tidak disimpan."), salah)
    lembar, _baru = LembarJawaban.objects.get_or_create(
        instansi=instansi,
        evaluasi=p.evaluasi,
        tingkat=tingkat,
        defaults={"penilai_id": oleh.pengguna_id},
    )
    ada = Jawaban.objects.select_for_update().filter(lembar=lembar, kode=kode).first()
    tersimpan = 0 if ada is None else ada.versi
    if tersimpan != versi:
        raise VersiUsang(
            _("Jawaban %(kode)s sudah diisi orang lain sejak Anda membukanya. Muat ulang halaman.")
            % {"kode": kode},
            milik_anda=jawaban,
            tersimpan="" if ada is None else ada.jawaban,
        )
    baris = ada or Jawaban(lembar=lembar, kode=kode, versi=0)
    if ada is not None and (ada.jawaban, ada.catatan) == (jawaban, catatan.strip()):
        return ada
    baris.jawaban, baris.catatan = jawaban, catatan.strip()
    baris.versi += 1
    baris.save()
    return baris


def _pintu(tingkat: str) -> tuple[Tindakan, str]:
    if tingkat not in PINTU:
        raise IsianTidakSah.dari(
            _("Jawaban tidak disimpan."),
            {"tingkat": _("Pilih: %s.") % ", ".join(str(t) for t in Tingkat.values)},
        )
    return PINTU[tingkat]


@layanan
def selesaikan_lembar(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    tingkat: str,
    versi: int,
) -> Evaluasi:
    """Finish a tier's sheet: anggota, then ketua, then pengendali teknis.

    The next one starts from these answers, with notes of its own; what it changes stays visible.
    """
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.NILAI_EVALUASI, versi)
    if tingkat not in {*BERIKUT, *BERIKUT.values()}:
        raise IsianTidakSah.dari(
            _("Lembar tidak diselesaikan."), {"tingkat": _("Lembar itu bukan lembar tim.")}
        )
    p.tingkat = tingkat
    p.pindah("selesaikan_lembar", saat, alasan=str(Tingkat(tingkat).label))
    LembarJawaban.objects.filter(evaluasi=p.evaluasi, tingkat=tingkat).update(
        penilai_id=oleh.pengguna_id, selesai_pada=saat
    )
    if tingkat in BERIKUT:
        teruskan(p, tingkat, BERIKUT[Tingkat(tingkat)])
    perbarui_tugas(Perkara(p.evaluasi, p.unit, p.lingkup, instansi), saat)
    return p.evaluasi


def teruskan(p: Perkara, dari: str, ke: str) -> None:
    """Start a later tier's sheet with the answers of an earlier one, their notes left behind."""
    penilai = p.pemegang(PERAN_TINGKAT[ke])
    assert penilai is not None  # noqa: S101 - the surat tugas names exactly one
    lembar = LembarJawaban.objects.create(
        instansi=p.instansi, evaluasi=p.evaluasi, tingkat=ke, penilai_id=penilai
    )
    Jawaban.objects.bulk_create(
        Jawaban(lembar=lembar, kode=kode, jawaban=isi.jawaban)
        for kode, isi in p.jawaban[dari].items()
    )
