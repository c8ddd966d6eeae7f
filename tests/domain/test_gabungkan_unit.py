"""Units that go over into one, there already or new."""

from datetime import date
from decimal import Decimal

import pytest

from domain.lembar import baris, impor
from domain.pemeran import HARI, Dunia, hitung_baris
from domain.susunan_uji import JULI, PERDA, baru, letak
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Pegawai, PenugasanJabatan, SilsilahUnit
from sakip.organisasi.services import UnitBaru
from sakip.pengukuran.selectors import kinerja_unit, periode_unit, pilih_periode

LIHAT = Tindakan.LIHAT_KINERJA


def _gabung(dunia: Dunia, siapa: str = "admin", **lain: object) -> int:
    isi: dict[str, object] = {"unit": ["dinas-anggrek"], "ke": "dinas-bakung"}
    isi |= {"tanggal": JULI, "dasar": PERDA} | lain
    return services.gabungkan_unit(**dunia.dasar(siapa), **isi)  # type: ignore[arg-type]


def _di_bawah(dunia: Dunia, slug: str, jenis: str, induk: str) -> int:
    anak = UnitBaru(slug, slug, slug.title(), jenis, induk, date(2024, 1, 1))
    return services.susun_unit(**dunia.dasar("admin"), daftar=[anak])[slug]


def test_yang_berakhir_menjadi_arsip_di_bawah_penerusnya(dunia: Dunia) -> None:
    assert _gabung(dunia) == dunia.unit["dinas-bakung"]

    akar, bakung, anggrek, angsana = (
        dunia.unit[s]
        for s in ("kabupaten-contoh", "dinas-bakung", "dinas-anggrek", "bidang-angsana")
    )
    assert letak(anggrek, JULI) == (f"{akar}.{bakung}.{anggrek}.", 2, True)
    assert letak(angsana, JULI) == (f"{akar}.{bakung}.{anggrek}.{angsana}.", 3, True)
    hidup = {u.slug for u in selectors.daftar_unit(dunia.lingkup("fitri"), LIHAT)}
    assert "dinas-anggrek" not in hidup
    assert "bidang-angsana" not in hidup
    lalu = {u.slug for u in selectors.daftar_unit(dunia.lingkup("fitri"), LIHAT, tahun=2025)}
    assert {"dinas-anggrek", "dinas-bakung"} <= lalu


def test_penyusun_penerus_menyelesaikan_yang_tertinggal(dunia: Dunia) -> None:
    _gabung(dunia)

    unit = selectors.unit_menurut_slug(
        dunia.lingkup("dewi"), "dinas-anggrek", Tindakan.SUSUN_LAPORAN
    )

    assert unit.arsip
    # Who drafted for it before still may: her part is on the unit that is archived.
    assert dunia.lingkup("ani").boleh(Tindakan.SUSUN_LAPORAN, unit.jalur)
    assert not dunia.lingkup("ani").boleh(
        Tindakan.SUSUN_LAPORAN, dunia.tampak("dinas-bakung").jalur
    )


def test_yang_melayani_publik_beralih_hidup(dunia: Dunia) -> None:
    uptd = _di_bawah(dunia, "uptd-taman", "uptd", "dinas-anggrek")
    loket = _di_bawah(dunia, "loket-taman", "seksi", "uptd-taman")

    _gabung(dunia)

    akar, bakung = dunia.unit["kabupaten-contoh"], dunia.unit["dinas-bakung"]
    assert letak(uptd, JULI) == (f"{akar}.{bakung}.{uptd}.", 2, False)
    assert letak(loket, JULI) == (f"{akar}.{bakung}.{uptd}.{loket}.", 3, False)


def test_jabatan_yang_berakhir_menjadi_kosong(dunia: Dunia) -> None:
    jabatan = services.tambah_jabatan(
        **dunia.dasar("admin"), unit="dinas-anggrek", kode="kadis", nama="Kepala", memimpin=True
    )
    orang = Pegawai.objects.get(instansi=dunia.instansi, kode="budi")
    tugas = services.tugaskan_pejabat(
        **dunia.dasar("admin"),
        jabatan=jabatan.uuid,
        pegawai=orang.uuid,
        sifat="definitif",
        mulai=date(2025, 1, 1),
        selesai=None,
        dasar="SK 1/2025",
    )
    akibat = selectors.akibat_bubar(dunia.lingkup("admin"), dunia.tampak("dinas-anggrek"))
    assert akibat.berakhir == ("Bidang Angsana",)
    assert akibat.beralih == ()
    assert akibat.pejabat == ("Kepala: Budi Contoh",)

    _gabung(dunia)

    assert PenugasanJabatan.objects.get(pk=tugas.pk).masa.upper == JULI


def test_pejabat_yang_mulai_sesudahnya_disebut(dunia: Dunia) -> None:
    """He may have signed since: the merger cannot have been before."""
    jabatan = services.tambah_jabatan(
        **dunia.dasar("admin"), unit="dinas-anggrek", kode="kadis", nama="Kepala", memimpin=True
    )
    orang = Pegawai.objects.get(instansi=dunia.instansi, kode="budi")
    services.tugaskan_pejabat(
        **dunia.dasar("admin"),
        jabatan=jabatan.uuid,
        pegawai=orang.uuid,
        sifat="definitif",
        mulai=date(2026, 9, 15),
        selesai=None,
        dasar="SK 1/2026",
    )
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="dipegang Budi Contoh sejak 15 September 2026"):
        _gabung(dunia)

    assert hitung_baris() == sebelum


def test_gabungan_menjadi_unit_baru(dunia: Dunia) -> None:
    ke = _gabung(dunia, unit=["dinas-anggrek", "dinas-bakung"], ke=baru("dinas-flora"))

    assert [(s.dari.slug, s.ke_id, s.jenis) for s in SilsilahUnit.objects.order_by("id")] == [
        ("dinas-anggrek", ke, "gabung"),
        ("dinas-bakung", ke, "gabung"),
    ]
    riwayat = selectors.riwayat_unit(dunia.lingkup("fitri"), dunia.tampak("dinas-flora"))
    assert [(k.slug, k.nama, k.jenis) for k in riwayat.pendahulu] == [
        ("dinas-anggrek", "Dinas Anggrek", "gabung"),
        ("dinas-bakung", "Dinas Bakung", "gabung"),
    ]


def test_deret_unit_yang_digantikan_berlanjut(dunia: Dunia) -> None:
    """One dinas is replaced by one: the trend of an indicator begins with what the old one had."""
    _capaian(dunia, "dinas-anggrek", {2024: "80", 2025: "90"})
    ke = _gabung(dunia, ke=baru("dinas-flora"))
    dunia.unit["dinas-flora"] = ke
    _capaian(dunia, "dinas-flora", {2026: "95"})

    lingkup, unit = dunia.lingkup("fitri"), dunia.tampak("dinas-flora")
    periode = pilih_periode(periode_unit(lingkup, unit), 2026, "")
    assert periode is not None
    (satu,) = kinerja_unit(lingkup, unit, periode)

    assert satu.tren == (None, None, Decimal(80), Decimal(90), Decimal(95))


def _capaian(dunia: Dunia, slug: str, nilai: dict[int, str]) -> None:
    """Figures of a unit as an import leaves them: target 100, realised as given."""
    isi = [
        baris(unit=slug, tahun=str(tahun), target="100", realisasi=realisasi)
        for tahun, realisasi in nilai.items()
    ]
    impor(dunia, *isi, siapa="fitri")


def test_deret_gabungan_dua_unit_tidak_disambung(dunia: Dunia) -> None:
    """Two measured apart what one measures now: neither series goes on by itself."""
    _capaian(dunia, "dinas-anggrek", {2025: "90"})
    _capaian(dunia, "dinas-bakung", {2025: "70"})
    ke = _gabung(dunia, unit=["dinas-anggrek", "dinas-bakung"], ke=baru("dinas-flora"))
    dunia.unit["dinas-flora"] = ke
    _capaian(dunia, "dinas-flora", {2026: "95"})

    lingkup, unit = dunia.lingkup("fitri"), dunia.tampak("dinas-flora")
    periode = pilih_periode(periode_unit(lingkup, unit), 2026, "")
    assert periode is not None
    (satu,) = kinerja_unit(lingkup, unit, periode)

    assert satu.tren == (None, None, None, None, Decimal(95))


@pytest.mark.parametrize(
    ("isi", "kolom", "kata"),
    [
        ({"unit": []}, "unit", "sekurangnya satu unit"),
        ({"unit": ["dinas-bakung"]}, "ke", "ke dirinya sendiri"),
        ({"unit": ["kabupaten-contoh"]}, "unit", "Akar susunan"),
        ({"ke": "bidang-angsana"}, "ke", "berada di bawah unit yang berakhir"),
        ({"ke": "dinas-hantu"}, "unit", "tidak ada unit “dinas-hantu”"),
        ({"ke": "dinas-lain"}, "unit", "tidak ada unit “dinas-lain”"),
        ({"ke": baru("kecamatan-cempaka")}, "menjadi", "sudah ada"),
        ({"dasar": ""}, "dasar", "nomor dan tanggal"),
        ({"tanggal": date(9999, 12, 31)}, "tanggal", "setahun"),
    ],
)
def test_yang_tidak_mungkin_ditolak(
    dunia: Dunia, lain: Dunia, isi: dict[str, object], kolom: str, kata: str
) -> None:
    del lain
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _gabung(dunia, **isi)

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(kolom, True)]
    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(dunia: Dunia) -> None:
    _gabung(dunia)

    with pytest.raises(IsianTidakSah, match="Susunan unit tidak diubah"):
        _gabung(dunia, tanggal=HARI)


@pytest.mark.parametrize("siapa", ["ani", "fitri", "gita", "admin-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _gabung(dunia, siapa)

    assert hitung_baris() == sebelum
