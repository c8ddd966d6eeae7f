"""Answering what the rules ask about a figure, and reading a sheet's findings inside an act."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import (
    BuktiRealisasi,
    CapaianMutakhir,
    JawabanTemuan,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.mutu import (
    MutuLembar,
    TemuanTampak,
    angka_lembar,
    susun_mutu,
)
from sakip.pengukuran.selectors.mutu_baca import baca_catatan, baca_deret
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.isi import wajib_pengampu
from sakip.pengukuran.services.lembar import BOLEH_DIISI, AlamatLembar, lembar_wajib

PALING_SEDIKIT, PALING_BANYAK = 10, 2000


def mutu_lembar(t: TahunUnit, lembar: LembarPengukuran, pada: date, zona: str) -> MutuLembar:
    """What the rules say of a sheet today. Five queries at most."""
    bukti: dict[int, list[BuktiRealisasi]] = {}
    for satu in (
        BuktiRealisasi.objects.filter(realisasi__lembar=lembar)
        .select_related("bukti")
        .order_by("id")
    ):
        bukti.setdefault(satu.realisasi_id, []).append(satu)
    capaian = {
        (i, p): c
        for i, p, c in CapaianMutakhir.objects.filter(
            unit_id=t.unit_id, periode_id__in=[p.pk for p in t.kalender.semua]
        ).values_list("indikator_id", "periode_id", "capaian")
    }
    catatan = baca_catatan(t, lembar, lembar.periode.selesai, pada)
    return susun_mutu(
        t,
        lembar,
        catatan,
        baca_deret(t, catatan),
        bukti,
        capaian,
        _dilaporkan(lembar, pada, zona),
    )


def _dilaporkan(lembar: LembarPengukuran, pada: date, zona: str) -> date:
    """The day of the last handing in; while a sheet is being filled, today."""
    if lembar.keadaan in BOLEH_DIISI:
        return pada
    terakhir = (
        RiwayatLembar.objects.filter(lembar=lembar, tindakan="ajukan")
        .order_by("-saat")
        .values_list("saat", flat=True)
        .first()
    )
    return terakhir.astimezone(ZoneInfo(zona)).date() if terakhir else pada


@layanan
def jawab_temuan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    sidik: str,
    jawaban: str,
    versi: int,
) -> JawabanTemuan:
    """Say why a figure stands though a rule asks about it; ``versi`` 0: nobody answered yet.

    Who may enter the figure answers for it; what is asked about the sheet as a whole is answered
    by whoever hands it in.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    satu = lembar_wajib(unit, alamat.tahun, alamat.triwulan)
    satu.wajib_dapat_diisi(lingkup.pada)
    t = TahunUnit.muat(unit.id, alamat.tahun)
    temuan = _cari(mutu_lembar(t, satu.lembar, lingkup.pada, instansi.zona), sidik)
    r = _realisasi(lingkup, unit, t, satu.lembar, temuan)
    bersih = jawaban.strip()
    if not PALING_SEDIKIT <= len(bersih) <= PALING_BANYAK:
        raise IsianTidakSah.dari(
            _("Jawaban tidak disimpan."),
            {
                "jawaban": _("Tulis sebabnya, %(a)s sampai %(b)s huruf.")
                % {"a": PALING_SEDIKIT, "b": PALING_BANYAK}
            },
        )
    hasil = _simpan(
        JawabanTemuan.objects.select_for_update().filter(lembar=satu.lembar, sidik=sidik).first()
        or JawabanTemuan(
            instansi=instansi,
            lembar=satu.lembar,
            realisasi=r,
            kaidah=temuan.kaidah,
            sidik=sidik,
            temuan=temuan.asli,
            versi=0,
        ),
        versi,
        {"jawaban": bersih, "oleh_id": lingkup.pengguna_id, "saat": saat},
    )
    RiwayatLembar.objects.create(
        lembar=satu.lembar,
        realisasi=r,
        dari=satu.lembar.keadaan,
        tindakan="jawab",
        ke=satu.lembar.keadaan,
        oleh_id=lingkup.pengguna_id,
        saat=saat,
        alasan=bersih,
        teks=r.teks if r else "",
    )
    naikkan_versi_data([(unit.id, alamat.tahun)])
    return hasil


def _cari(m: MutuLembar, sidik: str) -> TemuanTampak:
    """The finding that is answered, as it stands now."""
    for x in m.temuan:
        if x.sidik == sidik:
            return x
    raise PerpindahanTidakSah(
        _("Peringatan itu sudah tidak ada: angka atau buktinya berubah. Muat ulang lembarnya.")
    )


def _realisasi(
    lingkup: Lingkup,
    unit: UnitTampak,
    t: TahunUnit,
    lembar: LembarPengukuran,
    temuan: TemuanTampak,
) -> Realisasi | None:
    """The figure asked about, if the caller answers for it."""
    if not temuan.objek:
        lingkup.wajib(Tindakan.AJUKAN_PENGUKURAN, unit.jalur)
        return None
    wajib_pengampu(lingkup, unit, t.butir[temuan.objek])
    return next(r for b, _p, r in angka_lembar(t, lembar) if b.kode == temuan.objek)


def _simpan(satu: JawabanTemuan, versi: int, isi: dict[str, object]) -> JawabanTemuan:
    if satu.versi != versi:
        raise VersiUsang(
            _("Peringatan ini sudah dijawab orang lain: “%s”. Muat ulang, lalu lihat lagi.")
            % satu.jawaban,
            milik_anda=versi,
            tersimpan=satu.versi,
        )
    for nama, nilai in isi.items():
        setattr(satu, nama, nilai)
    satu.versi += 1
    satu.save()
    return satu


def tandai_berlaku(lembar: LembarPengukuran, m: MutuLembar) -> None:
    """At handing in: which answers speak of what still stands, and so how many warnings there are.

    Two statements at most.
    """
    ada = {x.sidik for x in m.temuan}
    milik = JawabanTemuan.objects.filter(lembar=lembar)
    milik.filter(berlaku=True).exclude(sidik__in=ada).update(berlaku=False)
    milik.filter(berlaku=False, sidik__in=ada).update(berlaku=True)
