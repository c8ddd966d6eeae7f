"""Import in three acts: preview, apply whole or not at all, take back."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sakip.alur.mesin import Transisi
from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Lingkup, Peran
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.bersama.salin import salin, ubah
from sakip.impor.jenis import (
    BarisTerperiksa,
    JenisImpor,
    PembacaSendiri,
    PemeriksaRingan,
    PenjawabSama,
    TanpaPerubahan,
    baris_asal,
    jenis_impor,
)
from sakip.impor.models import AkibatBaris, BarisImpor, BetsImpor, KeadaanImpor, RiwayatImpor
from sakip.impor.services.alur import ALUR_IMPOR, alur_impor
from sakip.impor.tabel import Baris, Sel, baca_tabel, bersih
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

__all__ = [
    "ALUR_IMPOR",
    "alur_impor",
    "bangun_ulang_tugas_impor",
    "batalkan_impor",
    "buang_impor",
    "import_pratinjau",
    "perbaiki_impor",
    "terapkan_impor",
]


@layanan
def import_pratinjau(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jenis: str,
    nama_berkas: str,
    isi: bytes,
    opsi: dict[str, Any],
) -> BetsImpor:
    """Read and check a table; keep the result as a batch to look at. Nothing else is written."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    macam = jenis_impor(jenis)
    lingkup.wajib(macam.izin)
    if isinstance(macam, PembacaSendiri):
        terbaca = macam.baca(isi, lingkup=lingkup, opsi=opsi)
    else:
        opsi["catatan"] = []
        terbaca = baca_tabel(isi, macam.kolom_wajib, opsi["catatan"])
    baris = macam.periksa(terbaca, lingkup=lingkup, opsi=opsi)
    tanda = hashlib.sha256(isi).hexdigest()
    if isinstance(macam, PenjawabSama) and all(b.akibat == AkibatBaris.SAMA for b in baris):
        raise TanpaPerubahan(macam.kata_sama(tanda, lingkup=lingkup, opsi=opsi))
    bets = BetsImpor.objects.create(
        instansi=instansi,
        jenis=jenis,
        unit_id=_unit_bets(lingkup, macam, baris),
        nama_berkas=nama_berkas[-255:],
        sha256=tanda,
        ukuran=len(isi),
        opsi=opsi,
        ringkasan=dict(Counter(b.akibat for b in baris)),
        pengunggah_id=oleh.pengguna_id,
        dibuat_pada=saat,
    )
    salin(
        BarisImpor,
        (
            BarisImpor(
                bets=bets, nomor=b.nomor, isi=b.isi, akibat=b.akibat, galat=b.galat, lama=b.lama
            )
            for b in baris
        ),
    )
    _catat(bets, "", "import_pratinjau", KeadaanImpor.PRATINJAU, oleh, saat, "")
    _tugas(bets, saat)
    return bets


def _unit_bets(lingkup: Lingkup, macam: JenisImpor, baris: Sequence[BarisTerperiksa]) -> int:
    """The unit a batch belongs to: that of the caller under which all its rows are.

    Whoever may act on a batch acts on all its rows, so it cannot span two of the caller's parts.
    """
    if lingkup.sistem:
        return organisasi.akar(lingkup).id
    tempat = {u.id: u.jalur for u in organisasi.daftar_unit(lingkup, macam.izin)}
    jalur = {tempat[u] for b in baris if (u := b.isi["unit_id"]) is not None}
    milik = lingkup.jalur_untuk(macam.izin)
    kena = [m for m in milik if any(j.startswith(m) for j in jalur)]
    if len(kena) > 1:
        raise IsianTidakSah.dari(
            _("Berkas tidak dapat diterima."),
            {
                "berkas": _(
                    "Isinya lebih dari satu unit Anda. Unggah satu berkas untuk setiap unit."
                )
            },
        )
    return int((kena or milik)[0].rstrip(".").rsplit(".", 1)[-1])


def _jalur_bets(lingkup: Lingkup, bets: BetsImpor) -> str:
    izin = jenis_impor(bets.jenis).izin
    return organisasi.unit_menurut_slug(lingkup, bets.unit.slug, izin).jalur


def _terkunci(
    oleh: Pelaku, saat: datetime, instansi: Instansi, uuid: UUID, versi: int
) -> tuple[Lingkup, BetsImpor, str]:
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    # One at a time in a government: what is checked here must still hold when it is written.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    bets = kunci(
        BetsImpor.objects.filter(instansi=instansi).select_related("unit"), uuid=uuid, versi=versi
    )
    return lingkup, bets, _jalur_bets(lingkup, bets)


@layanan
def terapkan_impor(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, bets: UUID, versi: int
) -> BetsImpor:
    """Apply a batch whole, if what the preview showed still holds on today's data."""
    lingkup, baris_bets, jalur = _terkunci(oleh, saat, instansi, bets, versi)
    t = alur_impor(baris_bets.jenis).pindah(
        keadaan=baris_bets.keadaan,
        tindakan="terapkan",
        lingkup=lingkup,
        jalur=jalur,
        konteks={"ringkasan": baris_bets.ringkasan},
    )
    macam = jenis_impor(baris_bets.jenis)
    tersimpan = list(baris_bets.baris.order_by("nomor"))
    banding = macam.bandingkan if isinstance(macam, PemeriksaRingan) else macam.periksa
    segar = banding([baris_asal(b) for b in tersimpan], lingkup=lingkup, opsi=baris_bets.opsi)
    _masih_sama(tersimpan, segar)
    kena = [b for b in segar if b.akibat in {AkibatBaris.BARU, AkibatBaris.BERUBAH}]
    macam.terapkan(kena, bets=baris_bets, oleh=oleh, saat=saat)
    _simpan_jejak(tersimpan, kena)
    return _pindahkan(baris_bets, t, oleh, saat, "")


def _masih_sama(lama: Sequence[BarisImpor], segar: Sequence[BarisTerperiksa]) -> None:
    menurut = {a.nomor: (a.akibat, a.lama) for a in lama}
    beda = sorted(
        {b.nomor for b in segar if menurut.get(b.nomor) != (b.akibat, b.lama)}
        | (menurut.keys() - {b.nomor for b in segar})
    )
    if beda:
        raise VersiUsang(
            _(
                "Data yang tersimpan berubah sejak pratinjau ini dibuat (baris %s). "
                "Unggah ulang berkasnya untuk melihat perbedaan yang sekarang."
            )
            % ", ".join(str(n) for n in beda[:10]),
            milik_anda=_("pratinjau"),
            tersimpan=_("data yang lebih baru"),
        )


@layanan
def perbaiki_impor(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    bets: UUID,
    versi: int,
    sel: Mapping[tuple[int, str], str],
    opsi: Mapping[str, Any] | None = None,
) -> BetsImpor:
    """Write other texts into cells of a preview (and other options), and check all of it again.

    ``sel`` gives texts by row number and column. The file itself is not changed, what was read from
    it stays in the history; nothing but the preview is written.
    """
    lingkup, baris_bets, jalur = _terkunci(oleh, saat, instansi, bets, versi)
    alur_impor(baris_bets.jenis).pindah(
        keadaan=baris_bets.keadaan, tindakan="perbaiki", lingkup=lingkup, jalur=jalur
    )
    macam = jenis_impor(baris_bets.jenis)
    baris_bets.opsi = {**baris_bets.opsi, **(opsi or {})}
    tersimpan = list(baris_bets.baris.order_by("nomor"))
    _sel_ada(sel, {b.nomor for b in tersimpan})
    segar = macam.periksa(
        [_dengan_sel(baris_asal(b), sel) for b in tersimpan], lingkup=lingkup, opsi=baris_bets.opsi
    )
    tempat = {u.id: u.jalur for u in organisasi.daftar_unit(lingkup, macam.izin)}
    unit = {u for b in segar if (u := b.isi["unit_id"]) is not None}
    if not all(tempat[u].startswith(jalur) for u in unit):
        raise IsianTidakSah.dari(
            _("Perbaikan tidak disimpan."),
            {"berkas": _("Isinya menjadi milik unit lain. Unggah berkas tersendiri.")},
        )
    _ganti_baris(baris_bets, tersimpan, segar)
    baris_bets.ringkasan = dict(Counter(b.akibat for b in segar))
    baris_bets.versi += 1
    baris_bets.save(update_fields=["opsi", "ringkasan", "versi"])
    _catat(baris_bets, baris_bets.keadaan, "perbaiki", baris_bets.keadaan, oleh, saat, "")
    return baris_bets


def _sel_ada(sel: Mapping[tuple[int, str], str], nomor: set[int]) -> None:
    asing = sorted({n for n, _kolom in sel} - nomor)
    if asing:
        raise IsianTidakSah.dari(
            _("Perbaikan tidak disimpan."), {"berkas": _("Baris %s tidak ada.") % asing[0]}
        )


def _dengan_sel(b: Baris, sel: Mapping[tuple[int, str], str]) -> Baris:
    baru = {k: Sel(bersih(teks)) for (n, k), teks in sel.items() if n == b.nomor}
    return Baris(b.nomor, {k: s for k, s in {**b.sel, **baru}.items() if s.teks}) if baru else b


def _ganti_baris(
    bets: BetsImpor, tersimpan: Sequence[BarisImpor], segar: Sequence[BarisTerperiksa]
) -> None:
    """Rows that a check makes out of the others may come and go; those of the file stay."""
    ada = {b.nomor: b for b in tersimpan}
    pergi = ada.keys() - {s.nomor for s in segar}
    if pergi:
        bets.baris.filter(nomor__in=pergi).delete()
    berubah, baru = [], []
    for s in segar:
        b = ada.get(s.nomor)
        if b is None:
            baru.append(
                BarisImpor(
                    bets=bets, nomor=s.nomor, isi=s.isi, akibat=s.akibat, galat=s.galat, lama=s.lama
                )
            )
        elif (b.isi, b.akibat, b.galat, b.lama) != (s.isi, s.akibat, s.galat, s.lama):
            b.isi, b.akibat, b.galat, b.lama = s.isi, s.akibat, s.galat, s.lama
            berubah.append(b)
    ubah(BarisImpor, berubah, ("isi", "akibat", "galat", "lama"))
    salin(BarisImpor, baru)


def _simpan_jejak(tersimpan: Sequence[BarisImpor], kena: Sequence[BarisTerperiksa]) -> None:
    jejak = {b.nomor: b.jejak for b in kena}
    berubah = [b for b in tersimpan if b.nomor in jejak]
    for b in berubah:
        b.jejak = jejak[b.nomor]
    ubah(BarisImpor, berubah, ("jejak",))


@layanan
def batalkan_impor(  # noqa: PLR0913
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, bets: UUID, versi: int, alasan: str
) -> BetsImpor:
    """Take an applied batch back, whole; refused when something was built on it since."""
    lingkup, baris_bets, jalur = _terkunci(oleh, saat, instansi, bets, versi)
    t = alur_impor(baris_bets.jenis).pindah(
        keadaan=baris_bets.keadaan,
        tindakan="batalkan",
        lingkup=lingkup,
        jalur=jalur,
        alasan=alasan,
    )
    jenis_impor(baris_bets.jenis).batalkan(
        [
            BarisTerperiksa(b.nomor, b.isi, b.akibat, [], b.lama, b.jejak)
            for b in baris_bets.baris.filter(jejak__isnull=False).order_by("nomor")
        ],
        bets=baris_bets,
        oleh=oleh,
        saat=saat,
    )
    return _pindahkan(baris_bets, t, oleh, saat, alasan)


@layanan
def buang_impor(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, bets: UUID, versi: int
) -> BetsImpor:
    """Drop a preview: it stays in the list as dibuang, nothing else was ever written."""
    lingkup, baris_bets, jalur = _terkunci(oleh, saat, instansi, bets, versi)
    t = alur_impor(baris_bets.jenis).pindah(
        keadaan=baris_bets.keadaan, tindakan="buang", lingkup=lingkup, jalur=jalur
    )
    return _pindahkan(baris_bets, t, oleh, saat, "")


def _pindahkan(
    bets: BetsImpor, t: Transisi, oleh: Pelaku, saat: datetime, alasan: str
) -> BetsImpor:
    dari, bets.keadaan = bets.keadaan, t.ke
    bets.versi += 1
    bets.save(update_fields=["keadaan", "versi"])
    _catat(bets, dari, t.tindakan, t.ke, oleh, saat, alasan)
    _tugas(bets, saat)
    return bets


def _catat(  # noqa: PLR0913, PLR0917
    bets: BetsImpor, dari: str, tindakan: str, ke: str, oleh: Pelaku, saat: datetime, alasan: str
) -> None:
    RiwayatImpor.objects.create(
        bets=bets,
        dari=dari,
        tindakan=tindakan,
        ke=ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=alasan,
    )


def _tugas(bets: BetsImpor, saat: datetime) -> None:
    """The uploader's inbox: a preview waits to be applied or dropped."""
    terbuka = bets.keadaan == KeadaanImpor.PRATINJAU
    proyeksikan_tugas(
        instansi_id=bets.instansi_id,
        alur="impor",
        objek=bets.uuid,
        saat=saat,
        tugas=[
            TugasBaru(
                peran=Peran.PENYUSUN_UNIT,
                unit_id=bets.unit_id,
                pengguna_id=bets.pengunggah_id,
                pola=gettext_noop("Terapkan atau buang impor “{berkas}”"),
                isian={"berkas": bets.nama_berkas},
                sasaran={"halaman": "impor", "uuid": str(bets.uuid)},
            )
        ]
        if terbuka
        else [],
    )


def bangun_ulang_tugas_impor(*, instansi: Instansi, saat: datetime) -> int:
    """Rebuild the inbox of all batches of an instansi from their states; called in a service."""
    bets = list(BetsImpor.objects.filter(instansi=instansi))
    for b in bets:
        _tugas(b, saat)
    return len(bets)
