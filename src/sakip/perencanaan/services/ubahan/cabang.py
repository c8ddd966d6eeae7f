"""Branches of a command moved, split, merged, taken out. No query; parents stay before children."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.perencanaan import kaidah
from sakip.perencanaan.services.naskah import RencanaBaru, SimpulBaru
from sakip.perencanaan.services.ubahan.susunan import Susunan, cabang, tolak, wajib_sah


def pindahkan(isi: RencanaBaru, kode: str, induk: str | None, letak: int | None) -> RencanaBaru:
    """The command with a branch under another parent, or elsewhere among its siblings.

    ``induk`` is a code, ``unit:kode`` of a document above, or ``None``: the top of this document (a
    node that stands under a document above stays there). ``letak`` counts its new siblings without
    itself; ``None``: behind them all.
    """
    susunan = Susunan(isi.simpul)
    simpul = susunan.cari(kode)
    if induk is None and susunan.induk(simpul) is None:
        induk = simpul.induk
    if induk is not None and ":" not in induk:
        _bukan_keluarga(susunan, simpul, induk)
        wajib_sah(simpul.jenis, susunan.cari(induk, "induk").jenis)
    elif induk is None:
        wajib_sah(simpul.jenis, None)
    susunan.anak[susunan.induk(simpul)].remove(kode)
    susunan.menurut_kode[kode] = replace(simpul, induk=induk)
    saudara = susunan.anak.setdefault(susunan.induk(susunan.menurut_kode[kode]), [])
    saudara.insert(len(saudara) if letak is None else letak, kode)
    return replace(isi, simpul=susunan.urut())


def _bukan_keluarga(susunan: Susunan, simpul: SimpulBaru, induk: str) -> None:
    if induk == simpul.kode:
        raise tolak(
            "induk", _("“%s” tidak dapat dipindahkan ke bawah dirinya sendiri.") % simpul.uraian
        )
    if induk in susunan.cabang(simpul.kode):
        raise tolak(
            "induk",
            _("“%(simpul)s” tidak dapat dipindahkan ke bawah “%(induk)s”, turunannya sendiri.")
            % {"simpul": simpul.uraian, "induk": susunan.menurut_kode[induk].uraian},
        )


def tempat_sah(isi: RencanaBaru, kode: str) -> tuple[str | None, ...]:
    """Codes of the nodes under which this branch may be put; ``None``: the top of the document."""
    susunan = Susunan(isi.simpul)
    simpul = susunan.cari(kode)
    sendiri = set(susunan.cabang(kode))
    di_atas = simpul.induk is not None and susunan.induk(simpul) is None
    akar = (None,) if di_atas or kaidah.induk_sah(simpul.jenis, None) else ()
    return (
        *akar,
        *(
            s.kode
            for s in susunan.urut()
            if s.kode not in sendiri and kaidah.induk_sah(simpul.jenis, s.jenis)
        ),
    )


def pecahkan(  # noqa: PLR0913
    isi: RencanaBaru,
    kode: str,
    *,
    kode_baru: str,
    uraian: str,
    anak: tuple[str, ...],
    indikator: tuple[str, ...],
) -> RencanaBaru:
    """The command with a node split: these children and indicators go to a new sibling behind it.

    The sibling has the same level, parent, owner and themes; money and support stay where they are.
    """
    susunan = Susunan(isi.simpul)
    asal = susunan.cari(kode)
    if kode_baru in susunan.menurut_kode:
        raise tolak(
            "kode_baru",
            _("Sudah dipakai “%s”; pilih kode lain.") % susunan.menurut_kode[kode_baru].uraian,
        )
    if not anak and not indikator:
        raise tolak("anak", _("Pilih turunan atau indikator yang ikut ke simpul baru."))
    milik = {i.kode for i in isi.indikator if i.simpul == kode}
    for bagian in anak:
        if bagian not in susunan.anak.get(kode, ()):
            raise tolak("anak", _("“%s” bukan turunan langsung simpul ini.") % bagian)
    for bagian in indikator:
        if bagian not in milik:
            raise tolak("indikator", _("“%s” bukan indikator simpul ini.") % bagian)
    baru = replace(asal, kode=kode_baru, uraian=uraian, nomenklatur="", pagu=())
    susunan.menurut_kode[kode_baru] = baru
    saudara = susunan.anak[susunan.induk(asal)]
    saudara.insert(saudara.index(kode) + 1, kode_baru)
    _alihkan(susunan, [k for k in susunan.anak.get(kode, []) if k in anak], kode, kode_baru)
    return replace(
        isi,
        simpul=susunan.urut(),
        indikator=tuple(
            replace(i, simpul=kode_baru) if i.kode in indikator else i for i in isi.indikator
        ),
    )


def _alihkan(susunan: Susunan, anak: list[str], dari: str, ke: str) -> None:
    """Put these children of one node behind those of another."""
    susunan.anak[dari] = [k for k in susunan.anak.get(dari, []) if k not in anak]
    susunan.anak.setdefault(ke, []).extend(anak)
    for k in anak:
        susunan.menurut_kode[k] = replace(susunan.menurut_kode[k], induk=ke)


def gabungkan(isi: RencanaBaru, kode: str, dari: str) -> RencanaBaru:
    """The command with the node ``dari`` merged into ``kode``, whose wording stays.

    Children, indicators and support go over; themes are united, money is added up year by year.
    """
    susunan = Susunan(isi.simpul)
    tujuan, asal = susunan.cari(kode), susunan.cari(dari, "dari")
    _dapat_digabung(susunan, tujuan, asal)
    _alihkan(susunan, list(susunan.anak.get(dari, ())), dari, kode)
    susunan.anak[susunan.induk(asal)].remove(dari)
    del susunan.menurut_kode[dari]
    susunan.menurut_kode[kode] = replace(
        susunan.menurut_kode[kode],
        tema=tuple(dict.fromkeys((*tujuan.tema, *asal.tema))),
        pagu=_jumlah_pagu(tujuan.pagu, asal.pagu),
    )
    return replace(
        isi,
        simpul=susunan.urut(),
        indikator=tuple(replace(i, simpul=kode) if i.simpul == dari else i for i in isi.indikator),
        dukungan=tuple(dict.fromkeys((kode if s == dari else s, i) for s, i in isi.dukungan)),
    )


def _dapat_digabung(susunan: Susunan, tujuan: SimpulBaru, asal: SimpulBaru) -> None:
    if asal.kode == tujuan.kode:
        raise tolak("dari", _("“%s” tidak dapat digabung dengan dirinya sendiri.") % asal.uraian)
    if asal.kode in susunan.cabang(tujuan.kode) or tujuan.kode in susunan.cabang(asal.kode):
        raise tolak(
            "dari",
            _("“%(asal)s” dan “%(tujuan)s” satu garis turunan; pindahkan dulu salah satunya.")
            % {"asal": asal.uraian, "tujuan": tujuan.uraian},
        )
    if asal.jenis != tujuan.jenis:
        raise tolak("dari", _("Hanya dua simpul sejenjang yang dapat digabung."))


def _jumlah_pagu(
    kiri: tuple[tuple[int, Decimal], ...], kanan: tuple[tuple[int, Decimal], ...]
) -> tuple[tuple[int, Decimal], ...]:
    jumlah: dict[int, Decimal] = {}
    for tahun, rupiah in (*kiri, *kanan):
        jumlah[tahun] = jumlah.get(tahun, Decimal(0)) + rupiah
    return tuple(sorted(jumlah.items()))


def buang_cabang(isi: RencanaBaru, kode: str) -> RencanaBaru:
    """The command without a branch, its indicators, and the support that named any of them.

    ``cabang`` says beforehand what goes.
    """
    pergi = cabang(isi, kode)
    indikator = {i.kode for i in pergi.indikator}
    return replace(
        isi,
        simpul=tuple(s for s in isi.simpul if s.kode not in pergi.kode),
        indikator=tuple(i for i in isi.indikator if i.kode not in indikator),
        dukungan=tuple(
            (s, i) for s, i in isi.dukungan if s not in pergi.kode and i not in indikator
        ),
    )
