"""A superior's arahan: written on one quarter's sheet, answered on the next, closed or renewed."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, JenisPeriode, Periode, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import (
    ArahanAtasan,
    KeadaanArahan,
    KeadaanLembar,
    LembarPengukuran,
    RiwayatArahan,
)
from sakip.pengukuran.selectors.arahan import (
    ALUR_ARAHAN,
    DAPAT_DIJAWAB,
    memegang,
    peran_menulis,
)
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.daftar_periksa import bukti_unit
from sakip.pengukuran.services.lembar import ROMAWI, AlamatLembar, akhir_hari, lembar_wajib

K = KeadaanArahan
PANJANG_ARAHAN = 1000
POLA_JAWAB = gettext_noop("Jawab arahan triwulan {triwulan} {tahun} {unit}: {teks}")
POLA_BACA = gettext_noop("Baca jawaban arahan triwulan {triwulan} {tahun} {unit}: {teks}")


@layanan
def tulis_arahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    teks: str,
    indikator: str = "",
    sampai: date | None = None,
) -> ArahanAtasan:
    """Ask for something after reading a sheet; it is answered on the unit's next open sheet.

    By its head when it lies before him for approval or later; by the coordinator, the sekda and
    the head of the region once he approved it. The same words twice are refused.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.TULIS_ARAHAN)
    lembar = lembar_wajib(unit, alamat.tahun, alamat.triwulan).lembar
    peran = peran_menulis(lingkup, unit, lembar.keadaan)
    if peran is None:
        raise PerpindahanTidakSah(
            _("Arahan belum dapat ditulis: lembar ini sedang “%s”.")
            % KeadaanLembar(lembar.keadaan).label
        )
    kata = _baca_arahan(teks, sampai, lingkup.pada)
    pk = _indikator(unit, alamat, indikator)
    sama = ArahanAtasan.objects.filter(lembar=lembar, teks=kata, keadaan=K.DITULIS)
    if pk in {a.indikator_id for a in sama}:
        raise PerpindahanTidakSah(_("Arahan yang sama sudah ditulis pada lembar ini."))
    a = ArahanAtasan.objects.create(
        instansi=instansi,
        unit_id=unit.id,
        lembar=lembar,
        untuk=_periode_jawab(unit.id, lembar.periode),
        indikator_id=pk,
        peran=peran,
        teks=kata,
        sampai=sampai,
        sifat=Sifat.CONTOH if instansi.contoh else Sifat.ASLI,
    )
    _catat(a, lingkup, saat, "", "tulis", kata)
    _tugaskan(a, unit, instansi, saat)
    return a


@layanan
def jawab_arahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    arahan: UUID,
    jawaban: str,
    versi: int,
    bukti: UUID | None = None,
) -> ArahanAtasan:
    """Say what was done about it, with evidence if there is any; until the sheet is handed in."""
    lingkup, tempat, a = _buka(oleh, saat, instansi, unit, arahan)
    dari = a.keadaan
    t = ALUR_ARAHAN.pindah(keadaan=dari, tindakan="jawab", lingkup=lingkup, jalur=tempat.jalur)
    _wajib_versi(a, versi)
    lembar = LembarPengukuran.objects.filter(unit_id=tempat.id, periode=a.untuk).first()
    if dari == K.DIJAWAB and lembar is not None and lembar.keadaan not in DAPAT_DIJAWAB:
        raise PerpindahanTidakSah(
            _("Jawaban tidak dapat diubah lagi: lembarnya sedang “%s”.")
            % KeadaanLembar(lembar.keadaan).label
        )
    kata = _baca(jawaban, "jawaban", _("Jawaban tidak disimpan."), _("Tulis apa yang dilakukan."))
    a.bukti = bukti_unit(instansi, tempat, bukti) if bukti is not None else None
    a.keadaan, a.jawaban = t.ke, kata
    _simpan(a)
    _catat(a, lingkup, saat, dari, t.tindakan, kata)
    _tugaskan(a, tempat, instansi, saat)
    return a


@layanan
def tutup_arahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    arahan: UUID,
    versi: int,
    alasan: str = "",
) -> ArahanAtasan:
    """Call it done; before it was answered only with a reason."""
    lingkup, tempat, a = _buka(oleh, saat, instansi, unit, arahan)
    dari = a.keadaan
    t = ALUR_ARAHAN.pindah(
        keadaan=dari, tindakan="tutup", lingkup=lingkup, jalur=tempat.jalur, alasan=alasan
    )
    _wajib_penulis(a, lingkup, tempat)
    _wajib_versi(a, versi)
    a.keadaan = t.ke
    _simpan(a)
    _catat(a, lingkup, saat, dari, t.tindakan, alasan.strip())
    _tugaskan(a, tempat, instansi, saat)
    return a


@layanan
def perbarui_arahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    arahan: UUID,
    teks: str,
    versi: int,
    sampai: date | None = None,
) -> ArahanAtasan:
    """Not settled by its answer: ask anew, for the next sheet that is open; all words are kept."""
    lingkup, tempat, a = _buka(oleh, saat, instansi, unit, arahan)
    dari = a.keadaan
    t = ALUR_ARAHAN.pindah(keadaan=dari, tindakan="perbarui", lingkup=lingkup, jalur=tempat.jalur)
    _wajib_penulis(a, lingkup, tempat)
    _wajib_versi(a, versi)
    a.teks = _baca_arahan(teks, sampai, lingkup.pada)
    a.sampai, a.untuk = sampai, _periode_jawab(tempat.id, a.lembar.periode)
    a.keadaan, a.jawaban, a.bukti = t.ke, "", None
    _simpan(a)
    _catat(a, lingkup, saat, dari, t.tindakan, a.teks)
    _tugaskan(a, tempat, instansi, saat)
    return a


def _buka(
    oleh: Pelaku, saat: datetime, instansi: Instansi, unit: str, arahan: UUID
) -> tuple[Lingkup, UnitTampak, ArahanAtasan]:
    """The arahan of this unit, locked. Whoever may see the unit gets this far."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.LIHAT_KINERJA)
    a = kunci(
        ArahanAtasan.objects.filter(instansi=instansi, unit_id=tempat.id).select_related(
            "lembar__periode", "untuk"
        ),
        uuid=arahan,
    )
    return lingkup, tempat, a


def _wajib_penulis(a: ArahanAtasan, lingkup: Lingkup, unit: UnitTampak) -> None:
    if not lingkup.sistem and not memegang(lingkup, a.peran, unit.jalur):
        raise TidakBerizin(
            _("Arahan ini ditulis %s; hanya pemegang peran itu yang menutup atau memperbaruinya.")
            % Peran(a.peran).sebutan
        )


def _wajib_versi(a: ArahanAtasan, versi: int) -> None:
    if a.versi != versi:
        raise VersiUsang(
            _("Arahan ini sudah berubah sejak Anda membukanya (kini “%s”). Muat ulang dahulu.")
            % KeadaanArahan(a.keadaan).label,
            milik_anda=versi,
            tersimpan=a.versi,
        )


def _baca_arahan(teks: str, sampai: date | None, pada: date) -> str:
    kata = _baca(teks, "teks", _("Arahan tidak disimpan."), _("Tulis apa yang harus dilakukan."))
    if sampai is not None and sampai < pada:
        raise IsianTidakSah.dari(
            _("Arahan tidak disimpan."), {"sampai": _("Tanggal ini sudah lewat.")}
        )
    return kata


def _baca(teks: str, letak: str, tolak: str, kosong: str) -> str:
    kata = teks.strip()
    if not kata:
        raise IsianTidakSah.dari(tolak, {letak: kosong})
    if len(kata) > PANJANG_ARAHAN:
        raise IsianTidakSah.dari(tolak, {letak: _("Paling panjang %s huruf.") % PANJANG_ARAHAN})
    return kata


def _indikator(unit: UnitTampak, alamat: AlamatLembar, kode: str) -> int | None:
    """The indicator meant, which the unit must have promised; none: the sheet as a whole."""
    if not kode:
        return None
    b = TahunUnit.muat(unit.id, alamat.tahun, kode).butir.get(kode)
    if b is None:
        raise TidakDitemukan(
            _("Indikator itu tidak dijanjikan unit ini pada tahun %s.") % alamat.tahun
        )
    return b.versi.indikator_id


def _periode_jawab(unit_id: int, asal: Periode) -> Periode:
    """The first later quarter whose sheet can still take an answer. Two queries."""
    kemudian = list(
        Periode.objects.filter(jenis=JenisPeriode.TRIWULAN, mulai__gt=asal.mulai).order_by("mulai")[
            :8
        ]
    )
    lewat = set(
        LembarPengukuran.objects.filter(unit_id=unit_id, periode__in=[p.pk for p in kemudian])
        .exclude(keadaan__in=DAPAT_DIJAWAB)
        .values_list("periode_id", flat=True)
    )
    for p in kemudian:
        if p.pk not in lewat:
            return p
    raise TidakDitemukan(_("Tidak ada lembar sesudah ini yang masih dapat memuat jawaban."))


def _simpan(a: ArahanAtasan) -> None:
    a.versi += 1
    a.save()


def _catat(  # noqa: PLR0913, PLR0917
    a: ArahanAtasan, lingkup: Lingkup, saat: datetime, dari: str, tindakan: str, kata: str
) -> None:
    """A line of history with the words of the act; pages of both years show it."""
    RiwayatArahan.objects.create(
        arahan=a,
        dari=dari,
        tindakan=tindakan,
        ke=a.keadaan,
        oleh_id=lingkup.pengguna_id,
        saat=saat,
        alasan=kata,
    )
    naikkan_versi_data([(a.unit_id, t) for t in {a.lembar.periode.tahun, a.untuk.tahun}])


def _tugaskan(a: ArahanAtasan, unit: UnitTampak, instansi: Instansi, saat: datetime) -> None:
    """Who acts next: the penyusun answers, the writer reads the answer; closed, nobody."""
    berikut = {K.DITULIS: (Peran.PENYUSUN_UNIT, POLA_JAWAB), K.DIJAWAB: (Peran(a.peran), POLA_BACA)}
    tugas = []
    if (lanjut := berikut.get(KeadaanArahan(a.keadaan))) is not None:
        peran, pola = lanjut
        p = a.lembar.periode
        tugas = [
            TugasBaru(
                peran=peran,
                unit_id=unit.id,
                pola=pola,
                isian={
                    "triwulan": ROMAWI[p.nomor],
                    "tahun": str(p.tahun),
                    "unit": unit.nama,
                    "teks": a.teks if len(a.teks) <= 120 else f"{a.teks[:119]}…",
                },
                sasaran={
                    "halaman": "lembar_pengukuran",
                    "isi": [a.untuk.tahun, unit.slug, a.untuk.nomor],
                },
                tahun=a.untuk.tahun,
                jatuh_tempo=akhir_hari(a.sampai, instansi)
                if a.sampai and a.keadaan == K.DITULIS
                else None,
            )
        ]
    proyeksikan_tugas(
        instansi_id=instansi.pk, alur=ALUR_ARAHAN.nama, objek=a.uuid, saat=saat, tugas=tugas
    )
