"""What becomes of a recommendation: planned, done, shown, checked by somebody else."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.models import Bukti
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.evaluasi.models import KeadaanEvaluasi, KeadaanRekomendasi, Rekomendasi
from sakip.evaluasi.services.alur import ALUR_TINDAK_LANJUT
from sakip.evaluasi.services.perkara import Malas, Perkara
from sakip.evaluasi.services.tugas import perbarui_tugas, perbarui_tugas_rekomendasi
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Jabatan

BUKTI_DISAMPAIKAN = "sampaikan_bukti"


@dataclass
class _Tindakan:
    """One recommendation in hand, with the evaluation it belongs to."""

    perkara: Perkara
    rekomendasi: Rekomendasi

    def pindah(self, tindakan: str, saat: datetime, *, alasan: str = "", **isi: object) -> None:
        """Check the act, store ``isi`` with the new state, write it down, renew the inbox."""
        r, p = self.rekomendasi, self.perkara
        dari = r.keadaan
        transisi = ALUR_TINDAK_LANJUT.pindah(
            keadaan=dari,
            tindakan=tindakan,
            lingkup=p.lingkup,
            jalur=p.unit.jalur,
            alasan=alasan,
            konteks=Malas(
                {
                    "unit_sendiri": lambda: p.unit_sendiri,
                    "pelaku": lambda: set(
                        r.riwayat.filter(tindakan=BUKTI_DISAMPAIKAN).values_list(
                            "oleh_id", flat=True
                        )
                    ),
                }
            ),
        )
        r.keadaan = transisi.ke
        r.versi += 1
        for kolom, nilai in isi.items():
            setattr(r, kolom, nilai)
        r.save(update_fields=["keadaan", "versi", *isi])
        p.catat(tindakan, saat, dari=dari, ke=r.keadaan, alasan=alasan, rekomendasi=r)
        perbarui_tugas(p, saat)
        perbarui_tugas_rekomendasi(p, r, saat)


def _pegang(  # noqa: PLR0913, PLR0917
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rekomendasi: UUID,
    versi: int,
    izin: Tindakan,
) -> _Tindakan:
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    r = kunci(
        Rekomendasi.objects.filter(instansi=instansi).select_related("evaluasi__unit"),
        uuid=rekomendasi,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, r.evaluasi.unit.slug, izin)
    if r.evaluasi.keadaan != KeadaanEvaluasi.DITERBITKAN:
        raise PerpindahanTidakSah(
            _("Rekomendasi ini masih draf; tindak lanjut dimulai sesudah LHE terbit.")
        )
    return _Tindakan(Perkara(r.evaluasi, unit, lingkup, instansi), r)


@layanan
def rencanakan_tindak_lanjut(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rekomendasi: UUID,
    versi: int,
    rencana: str,
    penanggung_jawab: UUID,
    tenggat: date,
) -> Rekomendasi:
    """Say what will be done, which post of the unit does it, and until when."""
    t = _pegang(oleh, saat, instansi, rekomendasi, versi, Tindakan.RENCANAKAN_TINDAK_LANJUT)
    jabatan = Jabatan.objects.filter(
        instansi=instansi,
        uuid=penanggung_jawab,
        unit__susunan__jalur__startswith=t.perkara.unit.jalur,
        unit__susunan__masa__contains=t.perkara.lingkup.pada,
    ).first()
    salah = {} if rencana.strip() else {"rencana": _("Tulis apa yang akan dilakukan.")}
    if jabatan is None:
        salah["penanggung_jawab"] = _("Pilih jabatan di unit ini.")
    if tenggat < t.perkara.lingkup.pada:
        salah["tenggat"] = _("Tanggal itu sudah lewat.")
    if salah:
        raise IsianTidakSah.dari(_("Rencana tindak lanjut tidak disimpan."), salah)
    t.pindah(
        "rencanakan_tindak_lanjut",
        saat,
        rencana=rencana.strip(),
        penanggung_jawab=jabatan,
        tenggat=tenggat,
    )
    return t.rekomendasi


@layanan
def sampaikan_bukti_tindak_lanjut(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rekomendasi: UUID,
    versi: int,
    bukti: UUID,
    keterangan: str,
) -> Rekomendasi:
    """Show what was done, with evidence of the unit itself."""
    t = _pegang(oleh, saat, instansi, rekomendasi, versi, Tindakan.RENCANAKAN_TINDAK_LANJUT)
    berkas = Bukti.objects.filter(
        instansi=instansi,
        uuid=bukti,
        ditarik=False,
        unit__susunan__jalur__startswith=t.perkara.unit.jalur,
        unit__susunan__masa__contains=t.perkara.lingkup.pada,
    ).first()
    salah = {} if keterangan.strip() else {"keterangan": _("Tulis apa yang sudah dilakukan.")}
    if berkas is None:
        salah["bukti"] = _("Pilih bukti yang sudah ada, atau unggah yang baru.")
    if salah:
        raise IsianTidakSah.dari(_("Bukti tindak lanjut tidak disampaikan."), salah)
    t.pindah(BUKTI_DISAMPAIKAN, saat, alasan=keterangan.strip(), bukti=berkas)
    return t.rekomendasi


@layanan
def periksa_tindak_lanjut(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rekomendasi: UUID,
    versi: int,
    putusan: str,
    catatan: str,
) -> Rekomendasi:
    """Accept the evidence (``selesai``) or send it back with a reason (``belum_sesuai``).

    Never by somebody of the unit, nor by the one who handed it in.
    """
    t = _pegang(oleh, saat, instansi, rekomendasi, versi, Tindakan.PERIKSA_TINDAK_LANJUT)
    tindakan = {
        KeadaanRekomendasi.SELESAI: "nyatakan_selesai",
        KeadaanRekomendasi.BELUM_SESUAI: "nyatakan_belum_sesuai",
    }.get(putusan)  # type: ignore[call-overload]
    if tindakan is None:
        raise IsianTidakSah.dari(
            _("Tindak lanjut tidak diperiksa."),
            {"putusan": _("Pilih selesai atau belum sesuai.")},
        )
    t.pindah(tindakan, saat, alasan=catatan, catatan=catatan.strip(), diperiksa_pada=saat)
    return t.rekomendasi
