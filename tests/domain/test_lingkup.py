"""Who may do what today: dated peran, days in three time zones, units and governments."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.pemeran import HARI, Dunia, Pembangun, menulis_langsung
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran, Tindakan
from sakip.organisasi import selectors
from sakip.organisasi.models import PenugasanPeran, SusunanUnit, Zona
from sakip.organisasi.services import beri_peran

# 23.30 UTC on 24 November is already the 25th everywhere in Indonesia; 16.30 UTC only in WIT.
MALAM = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
SORE = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)


def _peran_hari(dunia: Dunia, mulai: date, selesai: date | None) -> None:
    beri_peran(
        **dunia.dasar("admin"),
        pengguna_id=dunia.orang["hari"].pengguna_id,
        peran=Peran.PENYUSUN_UNIT,
        unit="dinas-anggrek",
        mulai=mulai,
        selesai=selesai,
    )


@pytest.mark.parametrize(
    ("selisih_mulai", "selisih_selesai", "boleh"),
    [(-9, -1, False), (-9, 0, True), (0, 0, True), (0, None, True), (1, None, False)],
    ids=["berakhir-kemarin", "berakhir-hari-ini", "hanya-hari-ini", "mulai-hari-ini", "besok"],
)
def test_peran_hanya_berlaku_pada_masanya(
    dunia: Dunia, selisih_mulai: int, selisih_selesai: int | None, boleh: bool
) -> None:
    selesai = None if selisih_selesai is None else HARI + timedelta(days=selisih_selesai)
    _peran_hari(dunia, HARI + timedelta(days=selisih_mulai), selesai)

    assert dunia.lingkup("hari").boleh(Tindakan.IMPOR_KINERJA) is boleh


@pytest.mark.parametrize(
    ("zona", "saat", "hari"),
    [
        (Zona.WIB, SORE, date(2026, 11, 24)),
        (Zona.WITA, SORE, date(2026, 11, 25)),
        (Zona.WIT, SORE, date(2026, 11, 25)),
        (Zona.WIB, MALAM, date(2026, 11, 25)),
        (Zona.WITA, MALAM, date(2026, 11, 25)),
        (Zona.WIT, MALAM, date(2026, 11, 25)),
        (Zona.WIB, datetime(2026, 12, 31, 16, 59, tzinfo=UTC), date(2026, 12, 31)),
        (Zona.WIB, datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
        (Zona.WITA, datetime(2026, 12, 31, 15, 59, tzinfo=UTC), date(2026, 12, 31)),
        (Zona.WITA, datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
        (Zona.WIT, datetime(2026, 12, 31, 14, 59, tzinfo=UTC), date(2026, 12, 31)),
        (Zona.WIT, datetime(2026, 12, 31, 15, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_hari_menurut_zona_instansi(dunia: Dunia, zona: Zona, saat: datetime, hari: date) -> None:
    dunia.instansi.zona = zona

    assert selectors.tanggal_di(dunia.instansi, saat) == hari


def test_peran_yang_berakhir_hari_ini_habis_pada_tengah_malam_setempat(dunia: Dunia) -> None:
    _peran_hari(dunia, HARI - timedelta(days=9), HARI)
    hari = dunia.orang["hari"]

    sebelum = selectors.lingkup_pelaku(
        hari, dunia.instansi, datetime(2026, 11, 24, 16, 59, tzinfo=UTC)
    )
    sesudah = selectors.lingkup_pelaku(
        hari, dunia.instansi, datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    )

    assert sebelum.boleh(Tindakan.IMPOR_KINERJA)
    assert not sesudah.boleh(Tindakan.IMPOR_KINERJA)


def test_peran_di_unit_yang_sudah_tidak_ada_tidak_memberi_apa_pun(dunia: Dunia) -> None:
    susunan = SusunanUnit.objects.get(unit_id=dunia.unit["dinas-anggrek"])
    susunan.masa = (susunan.masa.lower, HARI)
    with menulis_langsung(dunia.sistem):
        susunan.save()

    assert dunia.lingkup("ani").kewenangan == ()
    assert dunia.lingkup("ani", HARI - timedelta(days=1)).boleh(Tindakan.IMPOR_KINERJA)


def test_peran_di_satu_instansi_tidak_berlaku_di_instansi_lain(dunia: Dunia, lain: Dunia) -> None:
    ani = dunia.orang["ani"].pengguna_id

    assert selectors.lingkup_pengguna(ani, lain.instansi, HARI).kewenangan == ()
    assert [i.kode for i in selectors.daftar_instansi(ani, HARI)] == ["99.11"]


def test_bukan_anggota_ditolak_dengan_kalimat(dunia: Dunia, lain: Dunia) -> None:
    lingkup = selectors.lingkup_pengguna(dunia.orang["ani"].pengguna_id, lain.instansi, HARI)

    with pytest.raises(TidakBerizin, match="tidak mempunyai peran di instansi ini"):
        selectors.lingkup_wajib_anggota(lingkup)


@pytest.mark.parametrize(
    ("siapa", "terlihat"),
    [
        ("ani", {"dinas-anggrek", "bidang-angsana"}),
        ("dewi", {"dinas-bakung"}),
        (
            "citra",
            {
                "kabupaten-contoh",
                "dinas-anggrek",
                "bidang-angsana",
                "dinas-bakung",
                "kecamatan-cempaka",
            },
        ),
        ("hari", set()),
    ],
)
def test_daftar_unit_hanya_subpohon_sendiri(
    dunia: Dunia, lain: Dunia, siapa: str, terlihat: set[str]
) -> None:
    assert lain.unit

    unit = selectors.daftar_unit(dunia.lingkup(siapa), Tindakan.LIHAT_KINERJA)

    assert {u.slug for u in unit} == terlihat


def test_unit_lain_dibedakan_dari_yang_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert "dinas-lain" in lain.unit
    lingkup = dunia.lingkup("ani")

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        selectors.unit_menurut_slug(lingkup, "dinas-bakung", Tindakan.LIHAT_KINERJA)
    with pytest.raises(TidakDitemukan, match="dinas-lain"):
        selectors.unit_menurut_slug(lingkup, "dinas-lain", Tindakan.LIHAT_KINERJA)


def test_unit_berganti_nama_dan_induk_tampak_menurut_tanggalnya(dunia: Dunia) -> None:
    lama = SusunanUnit.objects.get(unit_id=dunia.unit["bidang-angsana"])
    pindah = date(2026, 7, 1)
    bakung = dunia.tampak("dinas-bakung")
    with menulis_langsung(dunia.sistem):
        SusunanUnit.objects.filter(pk=lama.pk).update(masa=(lama.masa.lower, pindah))
        SusunanUnit.objects.create(
            instansi=dunia.instansi,
            unit_id=lama.unit_id,
            induk_id=bakung.id,
            nama="Bidang Anyelir",
            masa=(pindah, None),
            jalur=f"{bakung.jalur}{lama.unit_id}.",
            kedalaman=2,
        )

    sesudah = selectors.daftar_unit(dunia.lingkup("dewi"), Tindakan.LIHAT_KINERJA)
    sebelum = selectors.daftar_unit(
        dunia.lingkup("dewi", date(2026, 6, 30)), Tindakan.LIHAT_KINERJA
    )
    kini = dunia.lingkup("ani")
    assert {u.nama for u in sesudah} == {"Dinas Bakung", "Bidang Anyelir"}
    assert {u.nama for u in sebelum} == {"Dinas Bakung"}
    assert not kini.boleh(Tindakan.LIHAT_KINERJA, f"{bakung.jalur}{lama.unit_id}.")


def test_instansi_yang_tidak_ada_dikatakan(dunia: Dunia) -> None:
    assert dunia.instansi.kode == "99.11"

    with pytest.raises(TidakDitemukan, match=r"Tidak ada instansi dengan kode 99\.99"):
        selectors.instansi_menurut_kode("99.99")


def test_instansi_tanpa_susunan_dikatakan(db: None) -> None:  # noqa: ARG001 - needs the tables
    kosong = Pembangun("99.19", "Kabupaten Kosong").bangun()
    with menulis_langsung(kosong.sistem):
        SusunanUnit.objects.filter(instansi=kosong.instansi).delete()

    with pytest.raises(TidakDitemukan, match="belum diisi"):
        selectors.akar(kosong.lingkup("sistem"))


def test_penugasan_peran_kosong_tidak_memberi_apa_pun(dunia: Dunia) -> None:
    with menulis_langsung(dunia.sistem):
        PenugasanPeran.objects.filter(pengguna_id=dunia.orang["ani"].pengguna_id).update(
            masa=(HARI, HARI)
        )

    assert dunia.lingkup("ani").kewenangan == ()


@pytest.mark.parametrize("saat", [SORE, MALAM, datetime(2023, 12, 31, 16, 59, tzinfo=UTC)], ids=str)
@pytest.mark.parametrize("siapa", ["ani", "citra", "admin-bakung", "hari"])
def test_pintu_halaman_sama_dengan_pintu_layanan(dunia: Dunia, siapa: str, saat: datetime) -> None:
    orang = dunia.orang[siapa]

    instansi, lingkup = selectors.masuk_instansi(orang.pengguna_id, "99.11", saat)

    assert lingkup == selectors.lingkup_pelaku(orang, dunia.instansi, saat)
    assert (instansi, instansi.nama) == (dunia.instansi, dunia.instansi.nama)


def test_pintu_halaman_memakai_zona_instansinya(lain: Dunia) -> None:
    # Kabupaten Lain lives in WIT: at 16.30 UTC its day is already the 25th.
    _instansi, lingkup = selectors.masuk_instansi(lain.orang["eko"].pengguna_id, "99.12", SORE)

    assert lingkup.pada == date(2026, 11, 25)


def test_pintu_halaman_menolak_kode_yang_tidak_ada(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match=r"99\.99"):
        selectors.masuk_instansi(dunia.orang["ani"].pengguna_id, "99.99", SORE)
