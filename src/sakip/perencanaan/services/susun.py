"""Writing a konsep whole: what is wanted is compared with what stands there, row by row."""

from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.bersama.salin import salin
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Dukungan,
    Indikator,
    IndikatorVersi,
    PaguSimpul,
    RiwayatRencana,
    Simpul,
    SimpulVersi,
    TargetVersi,
)
from sakip.perencanaan.services.baris import Baris, Isi, sama, selaraskan
from sakip.perencanaan.services.lampau import sebut_perubahan
from sakip.perencanaan.services.naskah import RencanaBaru
from sakip.perencanaan.services.periksa import Rujukan, periksa, rujukan


@layanan
def susun_rencana(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    isi: RencanaBaru,
    versi: int | None = None,
    dari: UUID | None = None,
) -> DokumenVersi:
    """Write a konsep whole; the same content again changes nothing and returns the same version.

    ``versi`` is that of the konsep the caller saw (``None``: there was none). A document that was
    ditetapkan is left alone unless ``isi.perubahan``: then a new version is opened. ``dari`` names
    the version that the content was drawn from, which must still be the last one.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, isi.unit, Tindakan.SUSUN_RENCANA)
    # One writer at a time: two konsep of one document must not come to be.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    ada = rujukan(instansi.pk, isi)
    kesalahan = periksa(isi, ada)
    if kesalahan:
        raise IsianTidakSah(_("Rencana tidak disimpan."), kesalahan)
    dokumen, terakhir = _dokumen(instansi, unit.id, isi)
    if dari is not None and (terakhir is None or terakhir.uuid != dari):
        raise usang(dokumen, dari, terakhir)
    simpul, indikator = _identitas(instansi, unit.id, isi)
    mau = _mau(instansi.pk, unit.id, isi, ada, simpul, indikator)
    if terakhir is not None and sama(terakhir, mau) and _kepala_sama(dokumen, isi):
        return terakhir
    kini = _tempat(dokumen, terakhir, isi, versi)
    _kepala(dokumen, isi)
    selaraskan(kini, mau)
    catat_susun(kini, terakhir, oleh, saat)
    naikkan_versi_data([(unit.id, t) for t in range(isi.tahun_mulai, isi.tahun_selesai + 1)])
    return kini


def _dokumen(
    instansi: Instansi, unit_id: int, isi: RencanaBaru
) -> tuple[DokumenPerencanaan, DokumenVersi | None]:
    dokumen, _baru = DokumenPerencanaan.objects.get_or_create(
        instansi=instansi,
        unit_id=unit_id,
        jenis=isi.jenis,
        tahun_mulai=isi.tahun_mulai,
        defaults={
            "judul": isi.judul,
            "tahun_selesai": isi.tahun_selesai,
            "sifat": isi.sifat,
        },
    )
    return dokumen, dokumen.daftar_versi.order_by("-nomor").first()


def _kepala_sama(dokumen: DokumenPerencanaan, isi: RencanaBaru) -> bool:
    return (dokumen.judul, dokumen.tahun_selesai) == (isi.judul, isi.tahun_selesai)


def _kepala(dokumen: DokumenPerencanaan, isi: RencanaBaru) -> None:
    if not _kepala_sama(dokumen, isi):
        dokumen.judul, dokumen.tahun_selesai = isi.judul, isi.tahun_selesai
        dokumen.save(update_fields=["judul", "tahun_selesai"])


def _tempat(
    dokumen: DokumenPerencanaan, terakhir: DokumenVersi | None, isi: RencanaBaru, versi: int | None
) -> DokumenVersi:
    """The konsep that takes the content: the one that is open, or a new one."""
    if terakhir is not None and terakhir.ditetapkan is None:
        if versi != terakhir.versi:
            raise usang(dokumen, versi, terakhir)
        terakhir.versi += 1
        terakhir.save(update_fields=["versi"])
        return terakhir
    if terakhir is not None and terakhir.ditetapkan and not isi.perubahan:
        raise sudah_ditetapkan(terakhir)
    return versi_baru(dokumen, terakhir)


def usang(dokumen: DokumenPerencanaan, anda: Any, kini: DokumenVersi | None) -> VersiUsang:
    """The refusal of a change to a konsep that somebody else changed; it names what changed."""
    pesan = _(
        "Konsep %(judul)s sudah ada atau sudah diubah orang lain sejak Anda membukanya. "
        "Muat ulang, lalu ulangi perubahan Anda."
    ) % {"judul": dokumen.judul}
    apa = sebut_perubahan(kini, anda) if kini is not None and isinstance(anda, int) else ""
    return VersiUsang(
        f"{pesan} {apa}".strip(),
        milik_anda=anda,
        tersimpan=kini.versi if kini is not None else None,
    )


def sudah_ditetapkan(versi: DokumenVersi) -> PerpindahanTidakSah:
    """The refusal of a change to what was ditetapkan."""
    assert versi.ditetapkan is not None  # noqa: S101 - asked by the caller
    return PerpindahanTidakSah(
        _(
            "%(judul)s sudah ditetapkan pada %(tanggal)s dan tidak dapat diubah lagi. "
            "Buka versi perubahan untuk mengubahnya."
        )
        % {
            "judul": versi.dokumen.judul,
            "tanggal": date_format(versi.ditetapkan, "j F Y"),
        }
    )


def versi_baru(dokumen: DokumenPerencanaan, terakhir: DokumenVersi | None) -> DokumenVersi:
    """An empty version after the last one; called inside a service."""
    sifat = DokumenVersi.SifatVersi
    return DokumenVersi.objects.create(
        instansi_id=dokumen.instansi_id,
        dokumen=dokumen,
        nomor=1 if terakhir is None else terakhir.nomor + 1,
        sifat_versi=sifat.MURNI if terakhir is None else sifat.PERUBAHAN,
    )


def catat_susun(
    kini: DokumenVersi, terakhir: DokumenVersi | None, oleh: Pelaku, saat: datetime
) -> None:
    """Write into the history of a version that it was drafted on."""
    baru = terakhir is None or terakhir.pk != kini.pk
    RiwayatRencana.objects.create(
        dokumen_versi=kini,
        dari="" if baru else "konsep",
        tindakan="susun",
        ke="konsep",
        oleh_id=oleh.pengguna_id,
        saat=saat,
    )


def _identitas(
    instansi: Instansi, unit_id: int, isi: RencanaBaru
) -> tuple[dict[str, int], dict[str, int]]:
    """Ids of nodes and indicators by code; those that are not there yet are made."""
    dasar: Isi = {"instansi": instansi, "unit_id": unit_id}
    sifat = {s.kode: s.sifat or isi.sifat for s in isi.simpul}
    simpul = dict(Simpul.objects.filter(**dasar, kode__in=sifat).values_list("kode", "pk"))
    for s in salin(
        Simpul, (Simpul(**dasar, kode=k, sifat=v) for k, v in sifat.items() if k not in simpul)
    ):
        simpul[s.kode] = s.pk
    kode = [i.kode for i in isi.indikator]
    indikator = dict(Indikator.objects.filter(**dasar, kode__in=kode).values_list("kode", "pk"))
    for i in salin(
        Indikator,
        (Indikator(**dasar, kode=k, sifat=isi.sifat) for k in kode if k not in indikator),
    ):
        indikator[i.kode] = i.pk
    return simpul, indikator


def _mau(  # noqa: PLR0913, PLR0917
    instansi_id: int,
    unit_id: int,
    isi: RencanaBaru,
    ada: Rujukan,
    simpul: Mapping[str, int],
    indikator: Mapping[str, int],
) -> list[Baris]:
    """The rows that the version shall hold, by their keys."""
    target = {
        (indikator[kode], unit_id, ada.periode[tahun, periode].pk): {
            "nilai": n.nilai,
            "penyebut": n.penyebut,
            "batas_bawah": n.batas_bawah,
            "batas_atas": n.batas_atas,
            "kode": n.kode,
            "teks": n.teks,
            "ditarik": False,
        }
        for (kode, tahun, periode), n in ada.nilai.items()
    }
    dasar = {"instansi_id": instansi_id}
    return [
        (SimpulVersi, ("simpul_id",), _simpul(isi, ada, simpul, dasar)),
        (IndikatorVersi, ("indikator_id",), _indikator(isi, ada, simpul, indikator, dasar)),
        (
            TargetVersi,
            ("indikator_id", "unit_id", "periode_id"),
            {k: dasar | v for k, v in target.items()},
        ),
        (
            Dukungan,
            ("simpul_id", "indikator_id"),
            {(simpul[s], indikator[i]): dict(dasar) for s, i in isi.dukungan},
        ),
        (
            PaguSimpul,
            ("simpul_id", "tahun"),
            {
                (simpul[s.kode], tahun): dasar | {"rupiah": rupiah}
                for s in isi.simpul
                for tahun, rupiah in s.pagu
            },
        ),
    ]


def _simpul(
    isi: RencanaBaru, ada: Rujukan, simpul: Mapping[str, int], dasar: Isi
) -> dict[tuple[Hashable, ...], Isi]:
    jalur: dict[str, str] = {}
    hasil: dict[tuple[Hashable, ...], Isi] = {}
    for urutan, s in enumerate(isi.simpul):
        pk = simpul[s.kode]
        luar = s.induk is not None and ":" in s.induk
        jalur[s.kode] = f"{'' if s.induk is None or luar else jalur[s.induk]}{pk}."
        induk = None
        if s.induk is not None:
            induk = ada.induk_luar[s.induk][0] if luar else simpul[s.induk]
        hasil[pk,] = dasar | {
            "induk_id": induk,
            "jenis": s.jenis,
            "uraian": s.uraian.strip(),
            "nomenklatur": s.nomenklatur,
            "sumber": s.sumber,
            "pemilik_id": ada.unit[s.pemilik] if s.pemilik else None,
            "jabatan_id": ada.jabatan[s.jabatan] if s.jabatan else None,
            "tema": list(s.tema),
            "jalur": jalur[s.kode],
            "kedalaman": jalur[s.kode].count(".") - 1,
            "urutan": urutan,
        }
    return hasil


def _indikator(
    isi: RencanaBaru,
    ada: Rujukan,
    simpul: Mapping[str, int],
    indikator: Mapping[str, int],
    dasar: Isi,
) -> dict[tuple[Hashable, ...], Isi]:
    return {
        (indikator[i.kode],): dasar
        | {
            "nama": i.nama.strip(),
            "satuan": i.satuan,
            "arah": i.arah,
            "jenis_nilai": i.jenis_nilai,
            "skala": ada.skala.get(i.kode, ""),
            "agregasi": i.agregasi,
            "definisi": i.definisi,
            "rumus": i.rumus,
            "sumber_data": i.sumber_data,
            "iku": i.iku,
            "simpul_id": simpul[i.simpul],
            "pengampu_id": ada.jabatan[i.pengampu] if i.pengampu else None,
            "frekuensi": i.frekuensi,
            "cara": i.cara,
            "komponen": dict(i.komponen),
            "jeda_data_tahun": i.jeda_data_tahun,
            "baseline_tahun": i.baseline_tahun,
            "baseline_teks": i.baseline_teks,
            "pilahan": list(i.pilahan),
            "pustaka_id": ada.pustaka[i.pustaka] if i.pustaka else None,
            "urutan": urutan,
        }
        for urutan, i in enumerate(isi.indikator)
    }
