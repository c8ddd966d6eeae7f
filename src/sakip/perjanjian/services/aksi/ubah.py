"""Changing an open plan of action: period targets, steps and answers, the whole form at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Jabatan
from sakip.perencanaan.models import TargetVersi
from sakip.perjanjian import kaidah
from sakip.perjanjian.kaidah import MasukanSalah, NilaiBaru
from sakip.perjanjian.models import AlasanRekonsiliasi, LangkahAksi, RencanaAksi
from sakip.perjanjian.selectors import ALUR_AKSI
from sakip.perjanjian.selectors.aksi import BarisAksi, IsiAksi, SelPeriode, isi_aksi
from sakip.perjanjian.services.aksi.catatan import buka, selesaikan

TRIWULAN = frozenset({1, 2, 3, 4})


@dataclass(frozen=True, slots=True)
class IsianLangkah:
    """What may be changed of a step; money and output stay those of the budget."""

    uraian: str
    triwulan: tuple[int, ...]
    penanggung_jawab: UUID | None = None


@dataclass(frozen=True, slots=True)
class IsianAksi:
    """A form: cells by (indicator, code of the period), steps, answers by indicator.

    What is not in it stays as it is; an empty cell or answer is taken away.
    """

    target: Mapping[tuple[UUID, str], str] = field(default_factory=dict)
    langkah: Mapping[UUID, IsianLangkah] = field(default_factory=dict)
    alasan: Mapping[UUID, str] = field(default_factory=dict)


@layanan
def ubah_aksi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rencana: UUID,
    versi: int,
    isian: IsianAksi,
) -> RencanaAksi:
    """Write a form into an open plan of action, whole or not at all; all faults come at once.

    Faults are placed at ``target-<indicator>-<period>`` and ``langkah-<step>``.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    aksi, tempat = buka(lingkup, instansi, rencana, versi)
    dari = aksi.keadaan
    ALUR_AKSI.pindah(keadaan=dari, tindakan="ubah", lingkup=lingkup, jalur=tempat.jalur)
    isi = isi_aksi(lingkup, aksi)
    sel, salah = _baca_sel(isi, isian)
    jabatan = _jabatan(instansi, isian)
    salah |= _periksa_langkah(isi, isian, jabatan)
    if salah:
        raise IsianTidakSah.dari(_("Rencana aksi tidak disimpan."), salah)
    for b, s, nilai in sel:
        _tulis_sel(aksi, b, s, nilai)
    _tulis_langkah(isi, isian, jabatan)
    _tulis_alasan(aksi, isi, isian)
    aksi.versi += 1
    aksi.save(update_fields=["versi"])
    selesaikan(aksi, tempat, dari=dari, tindakan="ubah", oleh=oleh, saat=saat, pada=lingkup.pada)
    return aksi


Sel = tuple[BarisAksi, SelPeriode, NilaiBaru | None]


def _baca_sel(isi: IsiAksi, isian: IsianAksi) -> tuple[list[Sel], dict[str, str]]:
    """Cells that were sent and differ, read as their indicator takes them; faults by cell."""
    hasil: list[Sel] = []
    salah: dict[str, str] = {}
    for b in isi.baris:
        for s in b.sel:
            teks = isian.target.get((b.indikator.uuid, s.kode))
            if teks is None or (s.target is not None and s.target.teks == teks.strip()):
                continue
            try:
                hasil.append((b, s, kaidah.baca_sel(teks, b.wording)))
            except MasukanSalah as sebab:
                letak = f"target-{b.indikator.uuid}-{s.kode}"
                salah[letak] = kaidah.terjemah(sebab.kalimat)
    return hasil, salah


def _tulis_sel(aksi: RencanaAksi, b: BarisAksi, s: SelPeriode, nilai: NilaiBaru | None) -> None:
    if nilai is None:
        if s.target is not None:
            s.target.delete()
        return
    TargetVersi.objects.update_or_create(
        instansi_id=aksi.instansi_id,
        indikator=b.indikator,
        unit_id=aksi.unit_id,
        periode=s.periode,
        dokumen_versi=aksi.dokumen_versi,
        defaults={
            "nilai": nilai.nilai,
            "penyebut": nilai.penyebut,
            "batas_bawah": nilai.batas_bawah,
            "batas_atas": nilai.batas_atas,
            "kode": nilai.kode,
            "teks": nilai.teks,
            "versi": s.target.versi + 1 if s.target else 1,
        },
    )


def _jabatan(instansi: Instansi, isian: IsianAksi) -> dict[UUID, int]:
    """Ids of the posts named, within the government: a seksi may belong to a unit below."""
    diminta = {s.penanggung_jawab for s in isian.langkah.values()} - {None}
    return dict(
        Jabatan.objects.filter(instansi=instansi, uuid__in=diminta).values_list("uuid", "pk")
    )


def _periksa_langkah(isi: IsiAksi, isian: IsianAksi, jabatan: Mapping[UUID, int]) -> dict[str, str]:
    salah = {}
    for s in isi.langkah:
        baru = isian.langkah.get(s.uuid)
        if baru is None:
            continue
        if not baru.uraian.strip():
            salah[f"langkah-{s.uuid}"] = _("Tulis apa yang dikerjakan untuk %s.") % s.kode
        elif not set(baru.triwulan) <= TRIWULAN:
            salah[f"langkah-{s.uuid}"] = _("Triwulan ditulis 1 sampai 4.")
        elif baru.penanggung_jawab is not None and baru.penanggung_jawab not in jabatan:
            salah[f"langkah-{s.uuid}"] = _("Jabatan itu tidak ada di instansi ini.")
    return salah


def _tulis_langkah(isi: IsiAksi, isian: IsianAksi, jabatan: Mapping[UUID, int]) -> None:
    ubah = []
    for s in isi.langkah:
        baru = isian.langkah.get(s.uuid)
        if baru is None:
            continue
        s.uraian = baru.uraian.strip()
        s.triwulan = sorted(set(baru.triwulan))
        s.penanggung_jawab_id = (
            jabatan[baru.penanggung_jawab] if baru.penanggung_jawab is not None else None
        )
        ubah.append(s)
    LangkahAksi.objects.bulk_update(ubah, ["uraian", "triwulan", "penanggung_jawab"])


def _tulis_alasan(aksi: RencanaAksi, isi: IsiAksi, isian: IsianAksi) -> None:
    for b in isi.baris:
        teks = isian.alasan.get(b.indikator.uuid)
        if teks is None or teks.strip() == b.alasan:
            continue
        if teks.strip():
            AlasanRekonsiliasi.objects.update_or_create(
                instansi_id=aksi.instansi_id,
                rencana=aksi,
                indikator=b.indikator,
                defaults={"alasan": teks.strip()},
            )
        else:
            aksi.rekonsiliasi.filter(indikator=b.indikator).delete()
