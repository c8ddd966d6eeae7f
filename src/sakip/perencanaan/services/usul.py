"""Asking for another target, and the planner's answer. What was promised changes only this way."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi, bukan_pelaku_sebelumnya
from sakip.alur.services import TugasBaru, hapus_tugas, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan import kaidah
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip.perencanaan.models import (
    IndikatorVersi,
    RiwayatRencana,
    SebabUsul,
    TargetVersi,
    UsulTarget,
)
from sakip.perencanaan.selectors import versi_berlaku
from sakip.perencanaan.services.salinan import salin_isi
from sakip.perencanaan.services.susun import versi_baru
from sakip.perencanaan.services.tetapkan import bekukan, periksa_penetapan

KEADAAN = UsulTarget.Keadaan
KOLOM_NILAI = ("nilai", "penyebut", "batas_bawah", "batas_atas", "kode")


def _bukan_mutasi_saja(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if konteks["sebab"] != SebabUsul.MUTASI or kaidah.mutasi_mengubah_target(konteks["pada"]):
        return None
    return SyaratBelum(
        "mutasi_bukan_alasan",
        _(
            "Pergantian pejabat memperbarui perjanjian kinerja, bukan target (tafsir-0015). "
            "Tolak usul ini; pejabat baru menandatangani perjanjian dengan target yang sama."
        ),
        "tafsir-0015",
    )


ALUR_USUL = Alur(
    nama="usul_target",
    awal=KEADAAN.DIAJUKAN,
    transisi=(
        Transisi(
            frozenset({KEADAAN.DIAJUKAN}),
            "tolak",
            KEADAAN.DITOLAK,
            Tindakan.PUTUSKAN_TARGET,
            (bukan_pelaku_sebelumnya,),
            beralasan=True,
        ),
        Transisi(
            frozenset({KEADAAN.DIAJUKAN}),
            "terima",
            KEADAAN.DITERIMA,
            Tindakan.PUTUSKAN_TARGET,
            (bukan_pelaku_sebelumnya, _bukan_mutasi_saja),
        ),
    ),
    sebutan={
        "tolak": gettext_lazy("menolak usul target"),
        "terima": gettext_lazy("menerima usul target"),
        KEADAAN.DIAJUKAN: gettext_lazy("diajukan"),
        KEADAAN.DITOLAK: gettext_lazy("ditolak"),
        KEADAAN.DITERIMA: gettext_lazy("diterima"),
    },
)


@layanan
def usul_target(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    indikator: str,
    target: str,
    sebab: str,
    alasan: str,
) -> UsulTarget:
    """Ask the planner to change the yearly target of an indicator (by code) that is in force."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.USULKAN_TARGET)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    kini, wording = _target_berlaku(lingkup, tempat, tahun, indikator)
    salah, nilai = _baca(target, wording)
    if nilai is not None and nilai.setara(_nilai(kini)):
        salah["target"] = _("Sama dengan target yang berlaku (%s).") % kini.teks
    if sebab not in SebabUsul.values:
        salah["sebab"] = _("Pilih: %s.") % ", ".join(SebabUsul.values)
    if not alasan.strip():
        salah["alasan"] = _("Tulis alasannya; ia disimpan bersama jawabannya.")
    if UsulTarget.objects.filter(
        indikator_id=kini.indikator_id, tahun=tahun, keadaan=KEADAAN.DIAJUKAN
    ).exists():
        salah["indikator"] = _("Masih ada usul yang menunggu putusan untuk indikator ini.")
    if salah:
        raise IsianTidakSah.dari(_("Usul tidak diajukan."), salah)
    usul = UsulTarget.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        indikator_id=kini.indikator_id,
        tahun=tahun,
        target_lama=kini.teks,
        target_baru=nilai.teks if nilai else "",
        sebab=sebab,
        alasan=alasan.strip(),
        diajukan_pada=saat,
        pengusul_id=oleh.pengguna_id,
    )
    _tugas(usul, tempat, wording, saat)
    naikkan_versi_data([(tempat.id, tahun)])
    return usul


def _tugas(usul: UsulTarget, unit: UnitTampak, wording: IndikatorVersi, saat: datetime) -> None:
    proyeksikan_tugas(
        instansi_id=usul.instansi_id,
        alur="usul_target",
        objek=usul.uuid,
        saat=saat,
        tugas=[
            TugasBaru(
                peran=Peran.PERENCANA_DAERAH,
                unit_id=unit.id,
                pola=gettext_noop("Putuskan usul target {indikator} {unit}: {lama} → {baru}"),
                isian={
                    "indikator": wording.nama,
                    "unit": unit.nama,
                    "lama": usul.target_lama,
                    "baru": usul.target_baru,
                },
                sasaran={"halaman": "usul_target", "isi": [usul.tahun, unit.slug]},
                tahun=usul.tahun,
            )
        ],
    )


def _target_berlaku(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, kode: str
) -> tuple[TargetVersi, IndikatorVersi]:
    """The yearly target that is in force for an indicator of this unit, with its wording."""
    versi = versi_berlaku(lingkup, unit, tahun)
    kini = (
        TargetVersi.objects.filter(
            dokumen_versi=versi,
            indikator__kode=kode,
            indikator__unit_id=unit.id,
            periode__tahun=tahun,
            periode__jenis="tahun",
            ditarik=False,
        )
        .select_related("dokumen_versi__dokumen")
        .first()
    )
    if kini is None:
        raise TidakDitemukan(
            _("Tidak ada target tahun %s yang berlaku untuk indikator itu.") % tahun
        )
    wording = IndikatorVersi.objects.get(
        indikator_id=kini.indikator_id, dokumen_versi_id=kini.dokumen_versi_id
    )
    return kini, wording


def _baca(teks: str, v: IndikatorVersi) -> tuple[dict[str, str], NilaiBaru | None]:
    try:
        nilai = kaidah.baca_target(teks, jenis=v.jenis_nilai, arah=v.arah)
    except kaidah.MasukanSalah as sebab:
        return {"target": kaidah.terjemah(sebab.kalimat)}, None
    return {}, nilai


def _nilai(t: TargetVersi) -> NilaiBaru:
    return NilaiBaru(t.teks, t.nilai, t.penyebut, t.batas_bawah, t.batas_atas, t.kode)


@layanan
def putuskan_target(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    usul: UUID,
    versi: int,
    terima: bool,
    alasan: str,
    dasar: str = "",
    tanggal: date | None = None,
) -> UsulTarget:
    """Refuse a request with a reason, or accept it: then a changed version is laid down at once.

    The version in force is copied whole, the one target replaced, and the copy ditetapkan on
    ``tanggal`` (default: today) with ``dasar``. The old version stays as it was.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    baris = kunci(
        UsulTarget.objects.filter(instansi=instansi).select_related("unit", "indikator"),
        uuid=usul,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.PUTUSKAN_TARGET)
    t = ALUR_USUL.pindah(
        keadaan=baris.keadaan,
        tindakan="terima" if terima else "tolak",
        lingkup=lingkup,
        jalur=unit.jalur,
        alasan=alasan,
        konteks={
            "pelaku": frozenset({baris.pengusul_id}),
            "sebab": baris.sebab,
            "pada": lingkup.pada,
        },
    )
    if terima:
        _ubah_target(lingkup, unit, baris, dasar, tanggal or lingkup.pada, oleh, saat)
    baris.keadaan = t.ke
    baris.putusan = alasan.strip()
    baris.diputus_pada, baris.pemutus_id = saat, oleh.pengguna_id
    baris.versi += 1
    baris.save(update_fields=["keadaan", "putusan", "diputus_pada", "pemutus", "versi"])
    hapus_tugas(alur="usul_target", objek=[baris.uuid])
    naikkan_versi_data([(unit.id, baris.tahun)])
    return baris


def _ubah_target(  # noqa: PLR0913, PLR0917
    lingkup: Lingkup,
    unit: UnitTampak,
    usul: UsulTarget,
    dasar: str,
    tanggal: date,
    oleh: Pelaku,
    saat: datetime,
) -> None:
    kini, wording = _target_berlaku(lingkup, unit, usul.tahun, usul.indikator.kode)
    if kini.teks != usul.target_lama:
        raise PerpindahanTidakSah(
            _("Target yang berlaku sekarang %(kini)s, bukan %(lama)s seperti waktu diusulkan.")
            % {"kini": kini.teks, "lama": usul.target_lama}
        )
    lama = kini.dokumen_versi
    if lama.dokumen.daftar_versi.filter(ditetapkan__isnull=True).exists():
        raise PerpindahanTidakSah(
            _("Ada konsep perubahan %s yang belum ditetapkan. Tetapkan dahulu, atau muat di sana.")
            % lama.dokumen.judul
        )
    baru = versi_baru(lama.dokumen, lama)
    periksa_penetapan(baru, tanggal, dasar, lingkup.pada)
    salin_isi(lama, baru)
    nilai = kaidah.baca_target(usul.target_baru, jenis=wording.jenis_nilai, arah=wording.arah)
    TargetVersi.objects.filter(
        dokumen_versi=baru, indikator_id=kini.indikator_id, periode_id=kini.periode_id
    ).update(teks=nilai.teks, **{k: getattr(nilai, k) for k in KOLOM_NILAI})
    bekukan(baru, tanggal, dasar)
    RiwayatRencana.objects.create(
        dokumen_versi=baru,
        dari="",
        tindakan="ubah_target",
        ke="ditetapkan",
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=dasar.strip(),
    )
