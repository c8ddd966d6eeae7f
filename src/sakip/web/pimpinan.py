"""Three minutes for the head of the region: what matters, what waits for him, where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.selectors import daftar_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.manfaat.selectors import daftar_keputusan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors, services
from sakip.pengukuran.kaidah.tren import ProyeksiTahun, angka_tersimpan, menuju
from sakip.pengukuran.selectors import AngkaUnit, Kartu, PeriodeTahun, Ringkasan
from sakip.web.akses import Akses, berizin, kunci_jangkauan
from sakip.web.kinerja import sebut_periode
from sakip.web.kiriman import versi_kiriman
from sakip.web.pecahan import halaman, pecahan
from sakip.web.petak import CAPAIAN, KEADAAN, Kisi, kisi_indikator, kisi_ringkasan, unit_berpetak
from sakip.web.stasiun import tautan_tahun

UNIT_MAKS = 5
RENDAH = {"rendah", "sangat_rendah"}


@dataclass(frozen=True, slots=True)
class KartuTampak:
    """A card with what goes around it: its years, where it ends, and whether it was decided on."""

    kartu: Kartu
    unit: UnitTampak | None
    periode: str
    menyusul: str
    tren: tuple[Any, ...]
    proyeksi: ProyeksiTahun | None
    target_tahun: str
    menuju: str
    perlu_keputusan: bool


@berizin(Tindakan.LIHAT_RINGKASAN_PIMPINAN)
def pimpinan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The leader's page; everything in it but his own inbox is kept by what was approved.

    Five queries warm: session, account, instansi with peran, counter of what counts, tasks.
    """
    versi = selectors.versi_sah(akses.lingkup)
    pilihan = _pilihan_petak(request)
    kunci = (versi.get(tahun, 0), max(versi, default=0), *kunci_jangkauan(akses), tahun, pilihan)
    if pilihan == KEADAAN:
        # How far figures came moves with every act on a sheet, not only with an approval.
        kunci = (*kunci, organisasi.versi_instansi(akses.lingkup).nomor(tahun))
    isi = pecahan("web/pecahan_pimpinan.html", kunci, lambda: _isi(akses, tahun, pilihan))
    return halaman(
        request,
        "web/pimpinan.html",
        {
            "tahun": tahun,
            "pilihan_tahun": tautan_tahun(
                tahun, {*versi, tahun}, lambda t: akses.alamat("pimpinan", t)
            ),
            "menunggu": len(daftar_tugas(akses.lingkup)),
            "boleh_atur": akses.lingkup.boleh(Tindakan.ATUR_PRIORITAS),
            "contoh": akses.instansi.contoh,
        },
        isi,
    )


def _pilihan_petak(request: HttpRequest) -> str:
    diminta = request.GET.get("petak", "")[:160]
    return diminta or CAPAIAN


def _isi(akses: Akses, tahun: int, pilihan: str) -> dict[str, object]:
    lingkup = akses.lingkup
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=tahun)
    semua = selectors.ringkasan_tahun(lingkup, tahun)
    periode = selectors.periode_terhitung(semua, lingkup.pada)
    dasar: dict[str, object] = {
        "instansi": akses.instansi,
        "tahun": tahun,
        "pada": lingkup.pada,
        "periode": None,
        "awalan": akses.alamat("pemda", tahun),
        "tahun_lain": [
            (t, akses.alamat("pimpinan", t))
            for t in selectors.tahun_terhitung(lingkup)
            if t != tahun
        ],
    }
    if periode is None:
        return dasar
    ringkasan = semua[periode]
    tersemat = selectors.daftar_prioritas(lingkup, tahun)
    akar = next((u for u in unit if u.jenis == JenisUnit.PEMDA), unit[0])
    alasan = {p.indikator.kode: p.alasan for p in tersemat}
    kode, asal = list(alasan), "semat"
    if not kode:
        kode, asal = selectors.kode_bawaan(lingkup, tahun, akar.id, periode)
    petak = {pilihan} - {CAPAIAN, KEADAAN}
    angka = selectors.angka_indikator(lingkup, tahun, {*kode, *petak})
    daftar = selectors.kartu_prioritas(angka, kode, alasan)
    if not tersemat:
        # What was pinned stands as it was pinned; the others by how far they are.
        daftar.sort(key=lambda k: (k.capaian is None, k.capaian))
    kartu = _kartu(akses, tahun, daftar, angka, unit)
    berpetak = unit_berpetak(unit)
    return dasar | {
        "periode": periode,
        "sebut_periode": sebut_periode(periode.jenis, periode.nomor),
        "jumlah": selectors.jumlahkan(list(ringkasan.values())),
        "asal": asal,
        "kartu": kartu,
        "tercapai": sum(k.kartu.gulungan is not None and _tercapai(k) for k in kartu),
        "tersimpulkan": sum(k.kartu.capaian is not None for k in kartu),
        "putusan": [k for k in kartu if k.perlu_keputusan],
        "peringkat": _peringkat(unit, ringkasan, periode),
        "belum": _belum(unit, ringkasan),
        "kisi": _kisi(akses, berpetak, ringkasan, periode, angka, pilihan),
        "pilihan_petak": _daftar_petak(akses, tahun, pilihan, berpetak, angka),
    }


def _tercapai(k: KartuTampak) -> bool:
    return k.kartu.capaian is not None and k.kartu.capaian >= 100


def _kartu(
    akses: Akses,
    tahun: int,
    kartu: Sequence[Kartu],
    angka: Mapping[str, Sequence[AngkaUnit]],
    unit: Sequence[UnitTampak],
) -> list[KartuTampak]:
    """Cards with their years, projections and decisions. Three queries."""
    tunggal = {k.utama.indikator_id: k.utama for k in kartu if k.tunggal}
    tren = selectors.tren_tahunan(akses.lingkup, tunggal, tahun)
    proyeksi = selectors.proyeksi_banyak(tunggal, tahun)
    diputus = {
        k.indikator_id: k.tanggal
        for k in daftar_keputusan(akses.lingkup, unit)
        if k.tanggal is not None and k.indikator_id is not None
    }
    menurut_id = {u.id: u for u in unit}
    hasil = []
    for k in kartu:
        a = k.utama
        target = next(
            (x.target_teks for x in angka[a.kode] if x.periode.jenis == "tahun"), a.target_teks
        )
        p = proyeksi.get(a.indikator_id)
        arah = menuju(p, angka_tersimpan(target), a.arah) if p else ""
        lama = diputus.get(a.indikator_id)
        sudah = lama is not None and lama > a.periode.selesai
        hasil.append(
            KartuTampak(
                k,
                menurut_id.get(a.unit_id),
                sebut_periode(a.periode.jenis, a.periode.nomor),
                sebut_periode(k.menyusul.jenis, k.menyusul.nomor) if k.menyusul else "",
                tren.get(a.indikator_id, ()),
                p,
                target,
                arah,
                perlu_keputusan=not sudah and (k.kategori in RENDAH or arah == "tidak"),
            )
        )
    return hasil


def _peringkat(
    unit: Sequence[UnitTampak], ringkasan: Mapping[int, Ringkasan], periode: PeriodeTahun
) -> dict[str, list[tuple[UnitTampak, Ringkasan, str]]]:
    """Units of which a conclusion may be drawn, the lowest and the highest; the others are out."""
    ada = [
        (u, r, selectors.kategori_rata(r, periode.selesai))
        for u in unit
        if u.jenis != JenisUnit.PEMDA
        and (r := ringkasan.get(u.id)) is not None
        and selectors.unit_lengkap(r)
        and r.rata_rata is not None
    ]
    ada.sort(key=lambda x: (x[1].rata_rata or 0, x[0].nama))
    # Neither list repeats the other where there are few.
    banyak = min(UNIT_MAKS, len(ada) // 2)
    return {"rendah": ada[:banyak], "tinggi": ada[::-1][:banyak]}


def _belum(
    unit: Sequence[UnitTampak], ringkasan: Mapping[int, Ringkasan]
) -> list[tuple[UnitTampak, int, int]]:
    """Units whose period is not through yet, with how many figures of how many."""
    return [
        (u, r.sementara + r.belum_diisi, r.jumlah)
        for u in unit
        if (r := ringkasan.get(u.id)) is not None and r.sementara + r.belum_diisi > 0
    ]


def _kisi(  # noqa: PLR0913, PLR0917
    akses: Akses,
    unit: Sequence[UnitTampak],
    ringkasan: Mapping[int, Ringkasan],
    periode: PeriodeTahun,
    angka: Mapping[str, Sequence[AngkaUnit]],
    pilihan: str,
) -> Kisi:
    awalan = akses.alamat("pemda", periode.tahun)
    if pilihan in angka:
        return kisi_indikator(unit, angka[pilihan], awalan)
    return kisi_ringkasan(unit, ringkasan, periode, awalan, pilihan)


def _daftar_petak(
    akses: Akses,
    tahun: int,
    pilihan: str,
    unit: Sequence[UnitTampak],
    angka: Mapping[str, Sequence[AngkaUnit]],
) -> list[dict[str, Any]]:
    """What the tiles can show: the mean, the state, and indicators that several of them have."""
    alamat, id_unit = akses.alamat("pimpinan", tahun), {u.id for u in unit}
    daftar = [(CAPAIAN, _("Rata-rata capaian")), (KEADAAN, _("Keadaan pengukuran"))]
    daftar += [
        (kode, isi[0].nama)
        for kode, isi in angka.items()
        if len({a.unit_id for a in isi} & id_unit) > 1
    ]
    return [
        {"judul": judul, "url": f"{alamat}?petak={kode}#petak", "aktif": kode == pilihan}
        for kode, judul in daftar
    ]


@berizin(Tindakan.LIHAT_RINGKASAN_PIMPINAN)
def prioritas(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """What was pinned for a year; who plans adds to it here. Refused, everything typed is kept."""
    boleh = akses.lingkup.boleh(Tindakan.ATUR_PRIORITAS)
    isian, salah, status = {"indikator": "", "alasan": ""}, {}, 200
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.ATUR_PRIORITAS)
        isian = {k: request.POST.get(k, "") for k in isian}
        unit, _pisah, kode = isian["indikator"].partition("/")
        try:
            services.sematkan_prioritas(
                **akses.dasar, tahun=tahun, unit=unit, indikator=kode, alasan=isian["alasan"]
            )
        except IsianTidakSah as galat:
            salah, status = {k.letak: k.pesan for k in galat.kesalahan}, galat.status
        except PerpindahanTidakSah as galat:
            salah, status = {"indikator": galat.pesan}, galat.status
        else:
            messages.success(request, _("Prioritas disematkan; pimpinan melihatnya sekarang."))
            return redirect("web:prioritas", akses.instansi.kode, tahun)
    return _halaman_prioritas(request, akses, tahun, isian, salah, status, boleh=boleh)


@berizin(Tindakan.ATUR_PRIORITAS)
@require_POST
def lepas_prioritas(request: HttpRequest, akses: Akses, tahun: int, uuid: UUID) -> HttpResponse:
    """Take one off, with the reason."""
    try:
        services.lepas_prioritas(
            **akses.dasar,
            prioritas=uuid,
            alasan=request.POST.get("alasan", ""),
            versi=versi_kiriman(request),
        )
    except IsianTidakSah as galat:
        pesan = galat.kesalahan[0].pesan if galat.kesalahan else galat.pesan
        return _tolak_lepas(request, akses, tahun, uuid, pesan, galat.status)
    except (PerpindahanTidakSah, VersiUsang) as galat:
        return _tolak_lepas(request, akses, tahun, uuid, galat.pesan, galat.status)
    messages.success(request, _("Prioritas dilepas; alasannya tersimpan."))
    return redirect("web:prioritas", akses.instansi.kode, tahun)


def _tolak_lepas(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, uuid: UUID, pesan: str, status: int
) -> HttpResponse:
    kosong = {"indikator": "", "alasan": ""}
    salah = {f"lepas-{uuid}": pesan}
    return _halaman_prioritas(request, akses, tahun, kosong, salah, status, boleh=True)


def _halaman_prioritas(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    isian: Mapping[str, str],
    salah: Mapping[str, str],
    status: int,
    *,
    boleh: bool,
) -> HttpResponse:
    daftar = selectors.daftar_prioritas(akses.lingkup, tahun)
    return render(
        request,
        "web/prioritas.html",
        {
            "tahun": tahun,
            "daftar": daftar,
            "nama": {k: isi[-1] for k, isi in _nama(akses, tahun, daftar).items()},
            "pilihan": selectors.calon_prioritas(akses.lingkup, tahun) if boleh else [],
            "boleh": boleh,
            "isian": isian,
            "salah": salah,
            "contoh": akses.instansi.contoh,
        },
        status=status,
    )


def _nama(akses: Akses, tahun: int, daftar: Sequence[Any]) -> Mapping[str, Sequence[AngkaUnit]]:
    if not daftar:
        return {}
    return selectors.angka_indikator(akses.lingkup, tahun, {p.indikator.kode for p in daftar})
