"""The tree of the whole government: its top, branch by branch, in a table, or all on one page."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Sifat
from sakip.pengukuran import selectors as pengukuran
from sakip.pengukuran.models import belum_sah
from sakip.perencanaan import selectors
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.selectors import IndikatorPohon, Letak, NamaSimpul, PetaPohon, SimpulPohon
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode
from sakip.web.pecahan import halaman, pecahan_tertulis
from sakip.web.pohon_tulis import CAPAIAN, PEMILIK, Cara, Penulis, Ukuran
from sakip.web.stasiun import tautan_tahun

TINGKAT, TINGKAT_MAKS = 3, 5
BUKA_MAKS = 20  # branches that one address opens
HASIL_MAKS = 50


@berizin(Tindakan.LIHAT_RENCANA)
def pohon(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The first levels of the pemda's tree (or of one branch, ``?akar=``), as list or as table.

    At most ten queries, with ``?warna=capaian`` twelve, and two for each branch in ``?buka=``.
    """
    peta = selectors.peta_pohon(akses.lingkup, tahun)
    if slug := request.GET.get("unit", ""):
        return redirect(_alamat_unit(akses, peta, slug))
    isi = _isi_dasar(request, akses, peta)
    if kata := request.GET.get("cari", "").strip()[:100]:
        return render(request, "web/pohon_cari.html", isi | _hasil_cari(akses, peta, kata))
    letak = letak_diminta(peta, request.GET["akar"]) if request.GET.get("akar") else None
    tingkat = _tingkat(request)
    pucuk = (
        selectors.pohon_pemda(peta, tingkat)
        if letak is None
        else [selectors.cabang(peta, letak, tingkat)]
    )
    for satu in request.GET.getlist("buka")[:BUKA_MAKS]:
        _buka(peta, pucuk, satu)
    ukuran, periode = _ukuran(akses, tahun, pucuk, isi["warna"])
    dasar = pucuk[0].tingkat if letak is not None and pucuk else 0
    cara = Cara(
        warna=isi["warna"],
        terbuka=dasar + TINGKAT_MAKS + BUKA_MAKS,
        buka=_kueri(request.GET, buka=[*request.GET.getlist("buka"), ""]),
        cabang=f"{akses.alamat('pohon', tahun)}cabang/",
        ekor=f"?warna={isi['warna']}",
        perbesar=_kueri(request.GET, akar="", buka=[], tingkat=""),
    )
    penulis = Penulis(peta, ukuran, cara)
    isi |= {
        "akar": pucuk[0] if letak is not None else None,
        "remah_pohon": _remah(akses, peta, letak, request.GET),
        "tiada": not pucuk,
        "tingkat": tingkat,
        "pilihan_tingkat": _pilihan_tingkat(request.GET, tingkat),
        "periode": periode,
        "lepas": _lepas(peta) if letak is None else [],
        "tanpa_pohon": peta.tanpa_pohon if letak is None else (),
    }
    if request.GET.get("bentuk") == "tabel":
        isi["baris"] = list(_baris(peta, pucuk))
        return render(request, "web/pohon_tabel.html", isi)
    isi["isi_pohon"] = penulis.tulis(pucuk)
    return render(request, "web/pohon.html", isi)


@berizin(Tindakan.LIHAT_RENCANA)
def cabang_pohon(request: HttpRequest, akses: Akses, tahun: int, uuid: UUID) -> HttpResponse:
    """What hangs directly under one node, as list items to put in place. Nine queries at most."""
    peta = selectors.peta_pohon(akses.lingkup, tahun)
    letak = letak_diminta(peta, str(uuid))
    simpul = selectors.cabang(peta, letak)
    warna = _warna(request)
    ukuran, _periode = _ukuran(akses, tahun, [simpul], warna)
    alamat = akses.alamat("pohon", tahun)
    cara = Cara(
        warna=warna,
        buka=f"{alamat}?akar=",
        cabang=f"{alamat}cabang/",
        ekor=f"?warna={warna}",
        perbesar=f"{alamat}?akar=",
    )
    return HttpResponse(Penulis(peta, ukuran, cara).tulis(simpul.anak, simpul.versi_id))


@berizin(Tindakan.LIHAT_RENCANA)
def pohon_utuh(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Every node of every unit on one page, kept as long as no plan and no figure changes."""
    peta = selectors.peta_pohon(akses.lingkup, tahun)
    warna = _warna(request)
    nomor = organisasi.versi_instansi(akses.lingkup).nomor(tahun)
    jangkauan = akses.lingkup.jalur_untuk(Tindakan.LIHAT_RENCANA)
    kunci = (nomor, akses.instansi.kode, akses.lingkup.pada, jangkauan, tahun, peta.kunci, warna)

    def tulis() -> str:
        pucuk = [*selectors.pohon_utuh(peta), *_lepas_utuh(peta)]
        ukuran, _periode = _ukuran(akses, tahun, pucuk, warna, semua=True)
        return Penulis(peta, ukuran, Cara(warna=warna, terbuka=TINGKAT)).tulis(pucuk)

    isi = _isi_dasar(request, akses, peta)
    return halaman(
        request,
        "web/pohon_utuh.html",
        isi,
        pecahan_tertulis(("pohon_utuh", get_language(), *kunci), tulis) if peta.versi else None,
    )


def _lepas_utuh(peta: PetaPohon) -> list[SimpulPohon]:
    return selectors.pohon_lepas(peta) if peta.belum_tersambung else []


def _isi_dasar(request: HttpRequest, akses: Akses, peta: PetaPohon) -> dict[str, Any]:
    """What all forms of the page show: the years, the colours, what is known of the documents."""
    tahun, puncak = peta.tahun, peta.versi_puncak
    warna = _warna(request)
    berpohon = {v.unit_id for v in peta.versi.values()}
    lepas = {peta.versi[a.versi_id].unit_id for a in peta.belum_tersambung}
    return {
        "request": request,
        "tahun": tahun,
        "kata": "",
        "akar": None,
        "remah_pohon": None,
        "peta": peta,
        "puncak": puncak,
        "warna": warna,
        "utuh": akses.alamat("pohon_utuh", tahun),
        "unduh": {j: akses.alamat("unduh_pohon", tahun, j) for j in ("excel", "pdf", "svg")},
        "banyak_unit": len(berpohon),
        "tersambung": len(berpohon - lepas),
        "contoh": any(v.sifat == Sifat.CONTOH for v in peta.versi.values()),
        "pilihan_warna": [
            {"judul": judul, "url": _kueri(request.GET, warna=kode), "aktif": kode == warna}
            for kode, judul in ((PEMILIK, _("Warna pemilik")), (CAPAIAN, _("Warna capaian")))
        ],
        "bentuk": {
            "pohon": _kueri(request.GET, bentuk=""),
            "tabel": _kueri(request.GET, bentuk="tabel"),
        },
        "pilihan_tahun": tautan_tahun(
            tahun,
            range(akses.lingkup.pada.year - 2, akses.lingkup.pada.year + 2),
            lambda t: akses.alamat("pohon", t),
        ),
    }


def _warna(request: HttpRequest) -> str:
    return CAPAIAN if request.GET.get("warna") == CAPAIAN else PEMILIK


def _tingkat(request: HttpRequest) -> int:
    diminta = request.GET.get("tingkat", "")
    if diminta.isascii() and diminta.isdigit():
        return min(max(int(diminta[:3]), 1), TINGKAT_MAKS)
    return TINGKAT


def _pilihan_tingkat(kueri: QueryDict, kini: int) -> list[dict[str, Any]]:
    return [
        {
            "judul": _("%s tingkat") % n,
            "url": _kueri(kueri, tingkat=str(n), buka=[]),
            "aktif": n == kini,
        }
        for n in range(1, TINGKAT_MAKS + 1)
    ]


def _kueri(kueri: QueryDict, **ganti: str | list[str]) -> str:
    """The address of this page with some of it changed; a last empty value stays open at the end.

    ``akar=""`` gives ``?…&akar=``, to which a uuid is put.
    """
    tetap = ("warna", "bentuk", "tingkat", "akar", "buka")
    isi: list[tuple[str, str]] = []
    terbuka: str | None = None
    for nama in tetap:
        nilai = ganti.get(nama, kueri.getlist(nama))
        for satu in [nilai] if isinstance(nilai, str) else nilai:
            if satu:
                isi.append((nama, satu))
            elif nama in ganti and nama in {"akar", "buka"}:
                terbuka = nama
    ekor = f"{terbuka}=" if terbuka else ""
    kepala = urlencode(isi)
    return f"?{kepala}{'&' if kepala and ekor else ''}{ekor}"


def letak_diminta(peta: PetaPohon, uuid: str) -> Letak:
    """The node that an address names, or ``TidakDitemukan``. One query."""
    try:
        letak = selectors.letak_simpul(peta, UUID(uuid))
    except ValueError:
        letak = None
    if letak is None:
        raise TidakDitemukan(_("Simpul itu tidak ada pada pohon tahun ini."))
    return letak


def _buka(peta: PetaPohon, pucuk: Iterable[SimpulPohon], uuid: str) -> None:
    """Put a branch where the page showed it closed; what is not on the page is left alone."""
    tempat = next((s for p in pucuk for s in p.semua() if s.uuid == uuid and s.di_bawah), None)
    if tempat is not None:
        cabang = selectors.cabang(peta, Letak(tempat.id, tempat.jalur))
        tempat.anak, tempat.di_bawah = cabang.anak, cabang.di_bawah


def _ukuran(
    akses: Akses, tahun: int, pucuk: Iterable[SimpulPohon], warna: str, *, semua: bool = False
) -> tuple[Mapping[int, Ukuran], str]:
    """How the indicators shown stand in the latest period with figures, and its name."""
    if warna != CAPAIAN:
        return {}, ""
    periode = pengukuran.pilih_periode(pengukuran.periode_instansi(akses.lingkup), tahun, "")
    if periode is None:
        return {}, ""
    baris = pengukuran.tabel_kinerja(
        akses.lingkup, pengukuran.Saringan(periode_id=periode.periode_id)
    ).order_by()
    if not semua:
        baris = baris.filter(
            indikator_id__in=[i.id for p in pucuk for s in p.semua() for i in s.indikator]
        )
    isi = baris.values_list("indikator_id", "status", "kategori", "keadaan", "sementara")
    return {
        i: Ukuran(s, k, belum_sah(letak, nanti)) for i, s, k, letak, nanti in isi
    }, sebut_periode(periode.jenis, periode.nomor)


def _remah(
    akses: Akses, peta: PetaPohon, letak: Letak | None, kueri: QueryDict
) -> list[dict[str, Any]]:
    """The way from the top of the whole tree down to the node that is looked at."""
    alamat = akses.alamat("pohon", peta.tahun)
    if letak is None:
        return [{"judul": _("Pohon kinerja %s") % peta.tahun, "url": None}]
    atas = peta.atas(letak.jalur)
    nama = selectors.nama_simpul(peta, [*atas, letak.id])
    perbesar = alamat + _kueri(kueri, akar="", buka=[])
    return [
        {"judul": _("Pohon kinerja %s") % peta.tahun, "url": alamat},
        *({"judul": _singkat(nama[i]), "url": perbesar + nama[i].uuid} for i in atas if i in nama),
        {"judul": _singkat(nama[letak.id]), "url": None},
    ]


def _singkat(s: NamaSimpul, panjang: int = 60) -> str:
    teks = s.uraian if len(s.uraian) <= panjang else f"{s.uraian[: panjang - 1].rstrip()}…"
    return f"{JenisSimpul(s.jenis).label}: {teks}"


def _lepas(peta: PetaPohon) -> list[dict[str, Any]]:
    """Tops of trees that hang nowhere below the pemda's, each with its unit and why."""
    lepas = peta.belum_tersambung
    if not lepas:
        return []
    nama = selectors.nama_simpul(peta, [a.simpul_id for a in lepas])
    return [
        {
            "simpul": nama[a.simpul_id],
            "unit": peta.unit[peta.versi[a.versi_id].unit_id],
            "versi": peta.versi[a.versi_id],
            "berinduk": a.berinduk,
        }
        for a in lepas
    ]


def _hasil_cari(akses: Akses, peta: PetaPohon, kata: str) -> dict[str, Any]:
    """Nodes found, each with the way down to it. Two queries."""
    hasil = selectors.cari_simpul(peta, kata, HASIL_MAKS + 1)
    atas = {h.id: peta.atas(h.jalur) for h in hasil}
    nama = selectors.nama_simpul(peta, {i for jalur in atas.values() for i in jalur})
    alamat = akses.alamat("pohon", peta.tahun)
    return {
        "kata": kata,
        "lebih": len(hasil) > HASIL_MAKS,
        "hasil": [
            {
                "judul": h.uraian,
                "jenis": JenisSimpul(h.jenis).label,
                "url": f"{alamat}?akar={h.uuid}",
                "jalur": [_singkat(nama[i]) for i in atas[h.id] if i in nama],
                "unit": _unit(peta, h.jalur),
            }
            for h in hasil[:HASIL_MAKS]
        ],
    }


def _unit(peta: PetaPohon, jalur: str) -> str:
    """The unit whose document holds the node with this path."""
    akar = peta.akar[int(jalur[: jalur.index(".")])]
    return peta.unit[peta.versi[akar.versi_id].unit_id].nama


def _baris(peta: PetaPohon, pucuk: Iterable[SimpulPohon]) -> Iterable[dict[str, Any]]:
    """Rows of the table: one for each indicator, one for a node that has none."""
    for p in pucuk:
        for s in p.semua():
            unit = peta.unit.get(s.pemilik_id or 0) or peta.unit[peta.versi[s.versi_id].unit_id]
            indikator: Iterable[IndikatorPohon | None] = s.indikator or (None,)
            for i in indikator:
                yield {
                    "tingkat": s.tingkat + 1,
                    "jenis": JenisSimpul(s.jenis).label,
                    "kode": s.nomenklatur or s.kode,
                    "uraian": s.uraian,
                    "indikator": i,
                    "pemilik": unit.nama,
                }


def _alamat_unit(akses: Akses, peta: PetaPohon, slug: str) -> str:
    """Where a unit's tree hangs: the node above its root, that branch open; else the root alone."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    akar = [a for a in peta.akar.values() if peta.versi[a.versi_id].unit_id == unit.id]
    alamat = akses.alamat("pohon", peta.tahun)
    if not akar:
        return alamat
    di_atas = next((a.atas[-1] for a in akar if a.atas), None)
    nama = selectors.nama_simpul(peta, [akar[0].simpul_id, *([di_atas] if di_atas else [])])
    if di_atas is None or di_atas not in nama:
        return f"{alamat}?akar={nama[akar[0].simpul_id].uuid}"
    sendiri = nama[akar[0].simpul_id].uuid
    return f"{alamat}?akar={nama[di_atas].uuid}&tingkat=2&buka={sendiri}#s-{sendiri}"
