"""Drafting recommendations and issuing the LHE. Its total is always computed, never accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from sakip.alur.services import hapus_tugas
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import Evaluasi, KeadaanRekomendasi, Rekomendasi, Tingkat
from sakip.evaluasi.services.perkara import Perkara, pegang
from sakip.evaluasi.services.surat import terbitkan_surat
from sakip.evaluasi.services.tugas import ALUR_REKOMENDASI, perbarui_tugas
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data


@dataclass(frozen=True, slots=True)
class RekomendasiBaru:
    """A recommendation as the ketua writes it; ``asal``: an earlier one that was not done."""

    kode: str
    temuan: str
    uraian: str
    asal: UUID | None = None


@layanan
def catat_rekomendasi(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    daftar: Sequence[RekomendasiBaru],
) -> list[Rekomendasi]:
    """Add recommendations to the draft of the LHE, in the order given."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.NILAI_EVALUASI)
    p.wajib("catat_rekomendasi")
    salah = {} if daftar else {"daftar": _("Pilih atau tulis sedikitnya satu rekomendasi.")}
    for n, satu in enumerate(daftar):
        salah |= {f"{n}.{nama}": pesan for nama, pesan in _periksa(p, satu).items()}
    if salah:
        raise IsianTidakSah.dari(_("Rekomendasi tidak disimpan."), salah)
    akhir = p.evaluasi.rekomendasi.aggregate(n=Max("nomor"))["n"] or 0
    baris = Rekomendasi.objects.bulk_create(
        Rekomendasi(
            instansi=instansi,
            evaluasi=p.evaluasi,
            nomor=nomor,
            kode=satu.kode,
            temuan=satu.temuan.strip(),
            uraian=satu.uraian.strip(),
            asal_id=_asal(p, satu.asal),
        )
        for nomor, satu in enumerate(daftar, start=akhir + 1)
    )
    _tertulis(p, saat)
    return baris


def _periksa(p: Perkara, satu: RekomendasiBaru) -> dict[str, str]:
    salah = {}
    if satu.kode not in p.lembar_regulasi.isian_menurut_kode:
        salah["kode"] = _("Lembar ini tidak mempunyai sub-komponen “%s”.") % satu.kode
    if not satu.uraian.strip():
        salah["uraian"] = _("Tulis apa yang harus diperbaiki.")
    return salah


def _asal(p: Perkara, uuid: UUID | None) -> int | None:
    """The id of an earlier recommendation to the same unit; one that was done does not return."""
    if uuid is None:
        return None
    lama = Rekomendasi.objects.filter(
        evaluasi__unit_id=p.evaluasi.unit_id,
        evaluasi__tahun_kinerja__lt=p.evaluasi.tahun_kinerja,
        uuid=uuid,
    ).first()
    if lama is None or lama.keadaan == KeadaanRekomendasi.SELESAI:
        raise TidakDitemukan(_("Rekomendasi lama itu tidak ada pada unit ini, atau sudah selesai."))
    return lama.pk


def _tertulis(p: Perkara, saat: datetime) -> None:
    perbarui_tugas(p, saat)
    naikkan_versi_data([(p.evaluasi.unit_id, p.evaluasi.tahun_kinerja)])


def _draf(p: Perkara, rekomendasi: UUID, versi: int) -> Rekomendasi:
    return kunci(Rekomendasi.objects.filter(evaluasi=p.evaluasi), uuid=rekomendasi, versi=versi)


@layanan
def ubah_rekomendasi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    rekomendasi: UUID,
    versi: int,
    temuan: str,
    uraian: str,
) -> Rekomendasi:
    """Reword a recommendation of the draft."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.NILAI_EVALUASI)
    p.wajib("catat_rekomendasi")
    r = _draf(p, rekomendasi, versi)
    salah = _periksa(p, RekomendasiBaru(r.kode, temuan, uraian))
    if salah:
        raise IsianTidakSah.dari(_("Rekomendasi tidak disimpan."), salah)
    r.temuan, r.uraian = temuan.strip(), uraian.strip()
    r.versi += 1
    r.save(update_fields=["temuan", "uraian", "versi"])
    _tertulis(p, saat)
    return r


@layanan
def buang_rekomendasi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    rekomendasi: UUID,
    versi: int,
) -> None:
    """Take a recommendation out of the draft; the history keeps it."""
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.NILAI_EVALUASI)
    p.wajib("catat_rekomendasi")
    _draf(p, rekomendasi, versi).delete()
    _tertulis(p, saat)


@layanan
def terbitkan_lhe(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    versi: int,
    nomor: str,
    tenggat_rencana: date,
) -> Evaluasi:
    """Issue the LHE today: score and predikat are computed from the panel's sheet and stay.

    ``tenggat_rencana``: until when the unit plans its follow-up; no text sets it, the letter does.
    """
    p = pegang(oleh, saat, instansi, evaluasi, Tindakan.TERBITKAN_LHE, versi)
    p.wajib("terbitkan_lhe")
    salah = _periksa_surat(p, nomor, tenggat_rencana)
    if salah:
        raise IsianTidakSah.dari(_("LHE tidak diterbitkan."), salah)
    jawaban = {k: isi.jawaban for k, isi in p.jawaban[Tingkat.PANEL].items()}
    hasil = kaidah.nilai_lembar(p.lembar_regulasi, jawaban)
    _nomori(p)
    dokumen = terbitkan_surat(p, hasil, nomor=nomor.strip(), saat=saat)
    p.pindah(
        "terbitkan_lhe",
        saat,
        nomor_lhe=nomor.strip(),
        diterbitkan=p.lingkup.pada,
        tenggat_rencana=tenggat_rencana,
        nilai=hasil.nilai,
        predikat=hasil.predikat.kode,
        dokumen=dokumen,
    )
    perbarui_tugas(p, saat)
    # What came back goes on in this LHE, so nobody is asked for it in the old one any more.
    kembali = Rekomendasi.objects.filter(kembali_sebagai__evaluasi=p.evaluasi)
    hapus_tugas(alur=ALUR_REKOMENDASI, objek=list(kembali.values_list("uuid", flat=True)))
    naikkan_versi_data(
        [
            (p.evaluasi.unit_id, p.evaluasi.tahun_evaluasi),
            (p.evaluasi.unit_id, organisasi.TAHUN_SUSUNAN),
        ]
    )
    return p.evaluasi


def _periksa_surat(p: Perkara, nomor: str, tenggat_rencana: date) -> dict[str, str]:
    salah = {}
    if not nomor.strip():
        salah["nomor"] = _("Tulis nomor LHE.")
    else:
        lain = (
            Evaluasi.objects.filter(instansi=p.instansi, nomor_lhe=nomor.strip())
            .values_list("tahun_kinerja", flat=True)
            .first()
        )
        if lain is not None:
            salah["nomor"] = _("Nomor itu sudah dipakai LHE atas kinerja %s.") % lain
    if tenggat_rencana <= p.lingkup.pada:
        salah["tenggat_rencana"] = _("Beri unit waktu: pilih hari sesudah LHE terbit.")
    return salah


def _nomori(p: Perkara) -> None:
    """Number the recommendations 1, 2, 3 …: those taken out of the draft left gaps."""
    for nomor, r in enumerate(p.evaluasi.rekomendasi.order_by("nomor"), start=1):
        if r.nomor != nomor:
            Rekomendasi.objects.filter(pk=r.pk).update(nomor=nomor)
