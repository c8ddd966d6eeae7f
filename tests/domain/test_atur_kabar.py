"""A person's preferences, and the proof of an address."""

from typing import Any

import pytest

from domain.kabar_uji import SUREL, berlangganan, isian_atur
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, VersiUsang
from sakip.kabar import selectors, services
from sakip.kabar.models import AturKabar, Surat
from sakip.kabar.tautan import GARAM_SAHKAN, baca_tautan, sidik_surel

ATUR = "kabar.atur_kabar"


def _atur(dunia: Dunia, siapa: str = "ani", versi: int = 0, **ganti: Any) -> AturKabar:
    return services.atur_kabar(**dunia.dasar(siapa), isian=isian_atur(**ganti), versi=versi)


def test_alamat_baru_belum_sah_dan_tautannya_dikirim_kepadanya(dunia: Dunia) -> None:
    hasil = _atur(dunia)

    assert (hasil.surel, hasil.surel_sah_pada, hasil.versi) == (SUREL, None, 1)
    surat = Surat.objects.get()
    assert (surat.jenis, surat.kepada) == ("sahkan", SUREL)
    tanda = surat.teks.split("/kabar/sahkan/")[1].split("/")[0]
    isi = baca_tautan(GARAM_SAHKAN, tanda, "")
    assert (isi.kode, isi.sidik) == ("99.11", sidik_surel(SUREL))
    assert SUREL not in surat.teks
    oleh = dunia.orang["ani"].pengguna_id
    assert Peristiwa("insert", oleh, ATUR) in peristiwa(hasil)


def test_alamat_tidak_masuk_riwayat(dunia: Dunia) -> None:
    hasil = _atur(dunia)

    riwayat = type(hasil).pgh_event_model.objects.filter(pgh_obj_id=hasil.pk)  # type: ignore[attr-defined]
    assert SUREL not in str(list(riwayat.values()))


def test_alamat_yang_sama_dikirimi_sekali_sehari(dunia: Dunia) -> None:
    _atur(dunia)
    _atur(dunia, versi=1)

    assert Surat.objects.count() == 1


def test_paling_banyak_tiga_alamat_sehari(dunia: Dunia) -> None:
    for n in range(5):
        _atur(dunia, versi=n, surel=f"alamat-{n}@contoh.invalid")

    assert Surat.objects.count() == 3


def test_mengganti_alamat_membatalkan_pengesahannya(dunia: Dunia) -> None:
    berlangganan(dunia)

    hasil = _atur(dunia, versi=1, surel="lain@contoh.invalid")

    assert hasil.surel_sah_pada is None
    assert Surat.objects.get().kepada == "lain@contoh.invalid"


def test_setelan_orang_lain_tidak_tersentuh(dunia: Dunia) -> None:
    milik_budi = berlangganan(dunia, "budi")

    _atur(dunia, jenis=("tugas",))

    assert AturKabar.objects.get(pk=milik_budi.pk).jenis_mati == []
    assert selectors.atur_kabar_saya(dunia.lingkup("budi")).surel == "budi@contoh.invalid"
    assert "tugas" not in selectors.atur_kabar_saya(dunia.lingkup("ani")).jenis_mati
    assert selectors.atur_kabar_saya(dunia.lingkup("dewi")).versi == 0


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"surel": "bukan alamat"}, "surel"),
        ({"surel": "a@b.c\nBcc: x@y.z"}, "surel"),
        ({"surel": ""}, "surel"),
        ({"ringkasan": "tiap jam"}, "ringkasan"),
        ({"jenis": ("gosip",)}, "jenis"),
    ],
)
def test_isian_yang_salah_ditolak(dunia: Dunia, ganti: dict[str, Any], letak: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _atur(dunia, **ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    _atur(dunia)
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        _atur(dunia)

    assert hitung_baris() == sebelum


def test_tanpa_peran_atau_dari_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    sebelum = hitung_baris()

    for dasar in (dunia.dasar("hari"), dunia.dasar("ani") | {"oleh": lain.orang["eko"]}):
        with pytest.raises(TidakBerizin):
            services.atur_kabar(**dasar, isian=isian_atur(), versi=0)

    assert hitung_baris() == sebelum
