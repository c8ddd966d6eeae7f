"""The first government of an installation, in one act."""

from typing import Any

import pytest

from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import UnitKerja


def _isi(dunia: Dunia, siapa: str = "sistem", **ganti: Any) -> dict[str, Any]:
    return {
        "oleh": dunia.pelaku(siapa),
        "saat": SAAT,
        "kode": "99.15",
        "nama": "Kota Baru",
        "zona": "WITA",
        "admin": "admin-baru",
        "nama_admin": "Joko Contoh",
    } | ganti


def test_instansi_akar_dan_admin_berdiri_sekaligus(dunia: Dunia) -> None:
    sandi = services.dirikan_lengkap(**_isi(dunia))

    instansi = selectors.instansi_menurut_kode("99.15")
    akun = Pengguna.objects.get(nama_pengguna="admin-baru")
    lingkup = selectors.lingkup_pengguna(akun.pk, instansi, selectors.tanggal_di(instansi, SAAT))
    assert sandi is not None
    assert akun.check_password(sandi)
    assert lingkup.boleh(Tindakan.SUSUN_UNIT, selectors.akar(lingkup).jalur)
    assert not instansi.contoh


def test_riwayat_menamai_tindakan_yang_melingkupi(dunia: Dunia) -> None:
    services.dirikan_lengkap(**_isi(dunia))

    unit = UnitKerja.objects.get(instansi__kode="99.15")
    assert peristiwa(unit) == [
        Peristiwa("insert", dunia.sistem.pengguna_id, "organisasi.dirikan_lengkap")
    ]


def test_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    services.dirikan_lengkap(**_isi(dunia))
    sebelum = hitung_baris()

    assert services.dirikan_lengkap(**_isi(dunia)) is None
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["admin", "hari"])
def test_hanya_sistem_yang_boleh(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="Hanya pemasangan sistem"):
        services.dirikan_lengkap(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_semua_isian_yang_salah_dikatakan_sekaligus(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.dirikan_lengkap(
            **_isi(dunia, kode="9905", nama="!", zona="UTC", admin="ANI.99.11")
        )

    assert [k.letak for k in galat.value.kesalahan] == ["kode", "nama", "zona", "admin"]
    assert "sudah ada" in galat.value.kesalahan[3].pesan
    assert hitung_baris() == sebelum


def test_gagal_di_tengah_tidak_meninggalkan_setengah_instansi(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(**_isi: Any) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("sakip.organisasi.services.pendirian.beri_peran", gagal)
    sebelum = hitung_baris()

    with pytest.raises(RuntimeError, match="listrik padam"):
        services.dirikan_lengkap(**_isi(dunia))

    assert hitung_baris() == sebelum
