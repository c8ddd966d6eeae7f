"""Drawing up a plan of action from the signed agreement, its plan and the budget in force."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.services import hapus_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, UnitKerja
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    JenisDokumen,
    RincianAnggaran,
    SimpulVersi,
    TargetVersi,
    TingkatRincian,
)
from sakip.perjanjian import kaidah
from sakip.perjanjian.models import KeadaanAksi, LangkahAksi, PerjanjianKinerja, RencanaAksi
from sakip.perjanjian.selectors import ALUR_AKSI, anggaran_berlaku, perjanjian_berlaku
from sakip.perjanjian.selectors.aksi import (
    gerbang_aksi,
    periode_menurut_frekuensi,
    wording_rencana,
)
from sakip.perjanjian.selectors.berlaku import target_tahunan
from sakip.perjanjian.services.aksi.catatan import ALUR_TUGAS, selesaikan

SEMUA_TRIWULAN = [1, 2, 3, 4]
NILAI = ("nilai", "penyebut", "batas_bawah", "batas_atas", "kode", "teks")


@layanan
def susun_aksi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    alasan: str = "",
) -> RencanaAksi:
    """Draw up a plan of action of a unit (by slug); a later one of the year needs a reason.

    Period targets begin as in the plan of action before, else with the target of the year where
    that makes sense (docs/algoritma/perjanjian.md); steps are the sub-kegiatan of the budget.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_AKSI)
    # Two at once would take one number: the unit's row is the gate.
    UnitKerja.objects.select_for_update().get(pk=tempat.id)
    if belum := gerbang_aksi(lingkup, tempat, tahun):
        raise SyaratBelumTerpenuhi(belum)
    lama = _terakhir(tempat.id, tahun)
    _periksa(lama, alasan)
    pk = perjanjian_berlaku(tempat.id, tahun)
    assert pk is not None  # noqa: S101 - the gate saw to it
    aksi = RencanaAksi.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        tahun=tahun,
        nomor=lama.nomor + 1 if lama else 1,
        perjanjian=pk,
        dokumen_versi=_versi(instansi, tempat.id, tahun, pk, alasan.strip()),
        alasan=alasan.strip(),
    )
    wording = wording_rencana(pk.dokumen_versi_id, tempat.id, tahun)
    _tulis_target(aksi, wording, lama, lingkup.pada)
    _tulis_langkah(aksi, wording, lama)
    if lama is not None:
        for r in lama.rekonsiliasi.all():
            aksi.rekonsiliasi.create(
                instansi=instansi, indikator_id=r.indikator_id, alasan=r.alasan
            )
    hapus_tugas(alur=ALUR_TUGAS, objek=[pk.uuid])  # put there when the agreement was signed
    selesaikan(
        aksi,
        tempat,
        dari="",
        tindakan="susun",
        oleh=oleh,
        saat=saat,
        pada=lingkup.pada,
        alasan=aksi.alasan,
    )
    return aksi


def _terakhir(unit_id: int, tahun: int) -> RencanaAksi | None:
    return RencanaAksi.objects.filter(unit_id=unit_id, tahun=tahun).order_by("-nomor").first()


def _periksa(lama: RencanaAksi | None, alasan: str) -> None:
    if lama is None:
        return
    if lama.keadaan != KeadaanAksi.DISETUJUI:
        raise PerpindahanTidakSah(
            _(
                "Rencana aksi nomor %(nomor)s tahun %(tahun)s masih %(keadaan)s. Lanjutkan yang "
                "itu sampai disetujui sebelum menyusun perubahannya."
            )
            % {
                "nomor": lama.nomor,
                "tahun": lama.tahun,
                "keadaan": ALUR_AKSI.sebut(lama.keadaan),
            }
        )
    if not alasan.strip():
        raise IsianTidakSah.dari(
            _("Perubahan rencana aksi tidak disusun."),
            {"alasan": _("Tulis mengapa rencana aksi yang disetujui perlu diubah.")},
        )


def _versi(
    instansi: Instansi, unit_id: int, tahun: int, pk: PerjanjianKinerja, alasan: str
) -> DokumenVersi:
    dokumen, _baru = DokumenPerencanaan.objects.get_or_create(
        instansi=instansi,
        unit_id=unit_id,
        jenis=JenisDokumen.RENAKSI,
        tahun_mulai=tahun,
        defaults={
            "judul": f"Rencana aksi {tahun}",
            "tahun_selesai": tahun,
            "sifat": pk.sifat,
        },
    )
    terakhir = dokumen.daftar_versi.aggregate(n=Max("nomor"))["n"] or 0
    jenis = DokumenVersi.SifatVersi
    return DokumenVersi.objects.create(
        instansi=instansi,
        dokumen=dokumen,
        nomor=terakhir + 1,
        sifat_versi=jenis.PERUBAHAN if terakhir else jenis.MURNI,
        dasar=alasan,
    )


def _tulis_target(
    aksi: RencanaAksi, wording: list[IndikatorVersi], lama: RencanaAksi | None, pada: date
) -> None:
    """The cells a plan of action begins with."""
    tahunan = target_tahunan(aksi.perjanjian.dokumen_versi_id, aksi.unit_id, aksi.tahun)
    dulu = _target_lama(lama)
    baru = []
    periode = periode_menurut_frekuensi(aksi.tahun)
    for w in wording:
        awal = tahunan[w.indikator_id]
        isi_awal = awal if kaidah.target_awal(w, awal, pada) else None
        for p in periode.get(w.frekuensi, ()):
            asal = dulu.get((w.indikator_id, p.pk)) if lama else isi_awal
            if asal is not None:
                baru.append(
                    TargetVersi(
                        instansi_id=aksi.instansi_id,
                        indikator_id=w.indikator_id,
                        unit_id=aksi.unit_id,
                        periode=p,
                        dokumen_versi=aksi.dokumen_versi,
                        **{k: getattr(asal, k) for k in NILAI},
                    )
                )
    TargetVersi.objects.bulk_create(baru)


def _target_lama(lama: RencanaAksi | None) -> Mapping[tuple[int, int], TargetVersi]:
    if lama is None:
        return {}
    return {
        (t.indikator_id, t.periode_id): t
        for t in TargetVersi.objects.filter(dokumen_versi_id=lama.dokumen_versi_id, ditarik=False)
    }


def _tulis_langkah(
    aksi: RencanaAksi, wording: list[IndikatorVersi], lama: RencanaAksi | None
) -> None:
    """A step for each sub-kegiatan; a program that has none in the budget is a step itself."""
    pengampu = _pengampu(aksi.perjanjian.dokumen_versi_id, wording)
    dulu = {s.kode: s for s in lama.langkah.all()} if lama else {}
    langkah = []
    for urutan, r in enumerate(_baris_langkah(aksi), start=1):
        sebelumnya = dulu.get(r.kode)
        langkah.append(
            LangkahAksi(
                instansi_id=aksi.instansi_id,
                rencana=aksi,
                urutan=urutan,
                kode=r.kode,
                uraian=sebelumnya.uraian if sebelumnya else r.nama,
                triwulan=sebelumnya.triwulan if sebelumnya else SEMUA_TRIWULAN,
                penanggung_jawab_id=sebelumnya.penanggung_jawab_id
                if sebelumnya
                else pengampu.get(r.kode),
                rupiah=r.rupiah,
                keluaran=r.keluaran,
                keluaran_satuan=r.keluaran_satuan,
            )
        )
    LangkahAksi.objects.bulk_create(langkah)


def _baris_langkah(aksi: RencanaAksi) -> Iterable[RincianAnggaran]:
    anggaran = anggaran_berlaku(aksi.unit_id, aksi.tahun)
    if anggaran is None:
        return []
    baris = list(RincianAnggaran.objects.filter(anggaran=anggaran).order_by("kode"))
    rinci = [r for r in baris if r.tingkat == TingkatRincian.SUBKEGIATAN]
    berinduk = tuple(r.kode for r in rinci)
    polos = [
        r
        for r in baris
        if r.tingkat == TingkatRincian.PROGRAM
        and r.rupiah != Decimal(0)
        and not any(k.startswith(f"{r.kode}.") for k in berinduk)
    ]
    return sorted([*rinci, *polos], key=lambda r: r.kode)


def _pengampu(versi_id: int, wording: list[IndikatorVersi]) -> dict[str, int]:
    """Who answers for a sub-kegiatan: the post that answers for an indicator it supports."""
    jabatan = {w.indikator_id: w.pengampu_id for w in wording if w.pengampu_id is not None}
    kode = dict(
        SimpulVersi.objects.filter(dokumen_versi_id=versi_id)
        .exclude(nomenklatur="")
        .values_list("simpul_id", "nomenklatur")
    )
    hasil: dict[str, int] = {}
    for simpul_id, indikator_id in (
        Dukungan.objects.filter(dokumen_versi_id=versi_id)
        .order_by("id")
        .values_list("simpul_id", "indikator_id")
    ):
        if simpul_id in kode and indikator_id in jabatan:
            hasil.setdefault(kode[simpul_id], jabatan[indikator_id])
    return hasil
