"""The engine of states and transitions, and the inbox that is written with every act."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.lembar import akibat, baris, impor, pratinjau
from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.alur.mesin import (
    Alur,
    SyaratBelum,
    SyaratBelumTerpenuhi,
    Transisi,
    bukan_pelaku_sebelumnya,
)
from sakip.alur.models import Tugas
from sakip.alur.selectors import daftar_tugas
from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.bersama.izin import Kewenangan, Lingkup, Peran, Tindakan
from sakip.impor.services import ALUR_IMPOR, bangun_ulang_tugas_impor


def _belum(kode: str) -> Any:
    return lambda _lingkup, _konteks: SyaratBelum(kode, f"Syarat {kode} belum.", f"sasaran_{kode}")


def _terpenuhi(_lingkup: Lingkup, _konteks: Any) -> None:
    return None


ALUR = Alur(
    nama="uji",
    awal="konsep",
    transisi=(
        Transisi(
            frozenset({"konsep", "dikembalikan"}), "ajukan", "diajukan", Tindakan.IMPOR_KINERJA
        ),
        Transisi(
            frozenset({"diajukan"}),
            "setujui",
            "disetujui",
            Tindakan.IMPOR_KINERJA,
            (_belum("bukti"), _terpenuhi, _belum("sebab")),
        ),
        Transisi(
            frozenset({"diajukan"}),
            "kembalikan",
            "dikembalikan",
            Tindakan.IMPOR_KINERJA,
            beralasan=True,
        ),
        Transisi(
            frozenset({"disetujui"}),
            "telaah",
            "ditelaah",
            Tindakan.IMPOR_KINERJA,
            (bukan_pelaku_sebelumnya,),
        ),
    ),
    sebutan={"ajukan": "mengajukan", "setujui": "menyetujui", "kembalikan": "mengembalikan"},
)


@pytest.fixture
def lingkup(dunia: Dunia) -> Lingkup:
    return Lingkup(7, dunia.instansi.pk, SAAT.date(), (Kewenangan(Peran.PENYUSUN_UNIT, 5, "1.5."),))


def _pindah(lingkup: Lingkup, keadaan: str, tindakan: str, **isi: Any) -> Transisi:
    return ALUR.pindah(
        keadaan=keadaan, tindakan=tindakan, lingkup=lingkup, **({"jalur": "1.5."} | isi)
    )


@pytest.mark.parametrize("keadaan", ["konsep", "dikembalikan"])
def test_tindakan_membawa_ke_keadaan_berikutnya(lingkup: Lingkup, keadaan: str) -> None:
    assert _pindah(lingkup, keadaan, "ajukan").ke == "diajukan"


@pytest.mark.parametrize(
    ("keadaan", "tindakan", "kata"),
    [
        ("konsep", "setujui", "Tidak dapat menyetujui: keadaannya sekarang “konsep”"),
        ("konsep", "setujui", "Yang dapat dilakukan: mengajukan."),
        ("diajukan", "ajukan", "Yang dapat dilakukan: menyetujui, mengembalikan."),
        ("ditelaah", "ajukan", "Tidak ada tindakan lagi dari keadaan ini."),
        ("konsep", "hapus", "Tidak dapat hapus"),
    ],
)
def test_dari_keadaan_yang_salah_ditolak_dengan_jalan_keluarnya(
    lingkup: Lingkup, keadaan: str, tindakan: str, kata: str
) -> None:
    with pytest.raises(PerpindahanTidakSah) as galat:
        _pindah(lingkup, keadaan, tindakan)

    assert kata in galat.value.pesan
    assert galat.value.status == 409


def test_semua_syarat_yang_belum_dikatakan_sekaligus(lingkup: Lingkup) -> None:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        _pindah(lingkup, "diajukan", "setujui")

    assert [(s.kode, s.sasaran) for s in galat.value.syarat] == [
        ("bukti", "sasaran_bukti"),
        ("sebab", "sasaran_sebab"),
    ]
    assert galat.value.pesan == "Syarat bukti belum. Syarat sebab belum."


@pytest.mark.parametrize("alasan", ["", "  \n"])
def test_mengembalikan_memerlukan_alasan(lingkup: Lingkup, alasan: str) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _pindah(lingkup, "diajukan", "kembalikan", alasan=alasan)

    assert [k.letak for k in galat.value.kesalahan] == ["alasan"]


def test_mengembalikan_dengan_alasan_boleh(lingkup: Lingkup) -> None:
    assert _pindah(lingkup, "diajukan", "kembalikan", alasan="bukti kurang").ke == "dikembalikan"


def test_unit_lain_ditolak(lingkup: Lingkup) -> None:
    with pytest.raises(TidakBerizin):
        _pindah(lingkup, "konsep", "ajukan", jalur="1.6.")


def test_yang_membuat_tidak_memeriksa(lingkup: Lingkup) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match="dilakukan orang lain") as galat:
        _pindah(lingkup, "disetujui", "telaah", konteks={"pelaku": {3, 7}})

    assert galat.value.syarat[0].kode == "empat_mata"


def test_orang_lain_boleh_memeriksa(lingkup: Lingkup) -> None:
    assert _pindah(lingkup, "disetujui", "telaah", konteks={"pelaku": {3}}).ke == "ditelaah"


@pytest.mark.parametrize("alur", [ALUR, ALUR_IMPOR], ids=lambda a: a.nama)
def test_tabel_perpindahan_tersambung_dan_tidak_bercabang(alur: Alur) -> None:
    pasangan = [(k, t.tindakan) for t in alur.transisi for k in t.dari]
    tercapai = {alur.awal} | {t.ke for t in alur.transisi}

    assert len(pasangan) == len(set(pasangan))
    assert {k for k, _t in pasangan} <= tercapai


def test_tabel_impor_seperti_tercetak() -> None:
    assert [
        (sorted(t.dari), t.tindakan, t.ke, t.izin, t.beralasan) for t in ALUR_IMPOR.transisi
    ] == [
        (["pratinjau"], "terapkan", "diterapkan", "impor_kinerja", False),
        (["pratinjau"], "perbaiki", "pratinjau", "impor_kinerja", False),
        (["pratinjau"], "buang", "dibuang", "impor_kinerja", False),
        (["diterapkan"], "batalkan", "dibatalkan", "impor_kinerja", True),
    ]


def _tugas(dunia: Dunia, unit: str = "dinas-anggrek", **isi: Any) -> TugasBaru:
    lengkap: dict[str, Any] = {"peran": Peran.PENYUSUN_UNIT, "pola": "Isi {apa}"} | isi
    return TugasBaru(unit_id=dunia.unit[unit], **lengkap)


def _proyeksikan(dunia: Dunia, objek: Any, *tugas: TugasBaru) -> None:
    with menulis_langsung(dunia.sistem):
        proyeksikan_tugas(
            instansi_id=dunia.instansi.pk, alur="uji", objek=objek, tugas=tugas, saat=SAAT
        )


def test_tugas_peran_sampai_kepada_pemegangnya_saja(dunia: Dunia, lain: Dunia) -> None:
    _proyeksikan(dunia, uuid4(), _tugas(dunia))

    assert daftar_tugas(dunia.lingkup("ani")).count() == 1
    assert [daftar_tugas(dunia.lingkup(s)).count() for s in ("budi", "dewi", "gita", "hari")] == [
        0, 0, 0, 0,
    ]  # fmt: skip
    assert daftar_tugas(lain.lingkup("eko")).count() == 0


def test_tugas_bernama_hanya_kepada_orangnya(dunia: Dunia) -> None:
    _proyeksikan(dunia, uuid4(), _tugas(dunia, pengguna_id=dunia.orang["gita"].pengguna_id))

    assert daftar_tugas(dunia.lingkup("gita")).count() == 1
    assert daftar_tugas(dunia.lingkup("ani")).count() == 0


def test_tugas_baru_mengganti_yang_lama(dunia: Dunia) -> None:
    objek = uuid4()
    _proyeksikan(dunia, objek, _tugas(dunia))

    _proyeksikan(dunia, objek, _tugas(dunia, peran=Peran.PIMPINAN_UNIT))

    assert [t.peran for t in Tugas.objects.filter(objek=objek)] == ["pimpinan_unit"]


def test_yang_paling_mendesak_dahulu_tanpa_tanggal_terakhir(dunia: Dunia) -> None:
    _proyeksikan(dunia, uuid4(), _tugas(dunia, pola="kapan-kapan"))
    _proyeksikan(dunia, uuid4(), _tugas(dunia, pola="nanti", jatuh_tempo=SAAT + timedelta(5)))
    _proyeksikan(dunia, uuid4(), _tugas(dunia, pola="besok", jatuh_tempo=SAAT + timedelta(1)))

    assert [t.pola for t in daftar_tugas(dunia.lingkup("ani"))] == ["besok", "nanti", "kapan-kapan"]


def test_kotak_masuk_dapat_dibangun_ulang_dari_keadaan(dunia: Dunia) -> None:
    pratinjau(dunia, baris())
    impor(dunia, baris(kode_indikator="lain"))
    semula = set(Tugas.objects.values_list("objek", "pengguna_id", "pola"))
    with menulis_langsung(dunia.sistem):
        Tugas.objects.all().delete()

        banyak = bangun_ulang_tugas_impor(instansi=dunia.instansi, saat=SAAT)

    assert banyak == 2
    assert set(Tugas.objects.values_list("objek", "pengguna_id", "pola")) == semula != set()


def test_pratinjau_bergalat_tetap_menjadi_tugas(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(target="x"))

    assert akibat(bets) == ["galat"]
    assert daftar_tugas(dunia.lingkup("ani")).get().objek == bets.uuid
