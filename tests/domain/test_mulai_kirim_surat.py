"""Taking a letter out of the outbox: never twice, and not any more where it is not wanted."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.kabar_uji import surat_baru
from domain.pemeran import MULAI, SAAT, Dunia, hitung_baris, menulis_langsung
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import services
from sakip.kabar.models import AturKabar, Surat
from sakip.kabar.services.surat import Amplop
from sakip.organisasi.models import PenugasanPeran

MENIT = timedelta(minutes=1)


def _mulai(dunia: Dunia, surat: Surat, kemudian: timedelta = timedelta()) -> Amplop | None:
    return services.mulai_kirim_surat(oleh=dunia.sistem, saat=SAAT + kemudian, surat=surat.uuid)


def test_diambil_sekali_oleh_satu_pekerja(dunia: Dunia) -> None:
    surat = surat_baru(dunia)

    amplop = _mulai(dunia, surat)

    assert amplop is not None
    assert (amplop.kepada, amplop.uuid) == ("ani@contoh.invalid", surat.uuid)
    assert "/kabar/hentikan/" in amplop.hentikan
    assert _mulai(dunia, surat, 14 * MENIT) is None


def test_terputus_saat_dikirim_diulang_sekali_lalu_dibiarkan(dunia: Dunia) -> None:
    """Killed between sending and marking: once more, with the same Message-ID, and then never."""
    surat = surat_baru(dunia)
    pertama = _mulai(dunia, surat)

    kedua = _mulai(dunia, surat, 15 * MENIT)

    assert pertama is not None
    assert kedua is not None
    assert kedua.uuid == pertama.uuid
    assert _mulai(dunia, surat, 30 * MENIT) is None
    assert _mulai(dunia, surat, 90 * MENIT) is None
    surat.refresh_from_db()
    assert (surat.keadaan, surat.percobaan, surat.terputus) == ("gagal", 2, 2)


def test_yang_terkirim_tidak_pernah_diambil_lagi(dunia: Dunia) -> None:
    surat = surat_baru(dunia)
    _mulai(dunia, surat)
    services.catat_kirim_surat(oleh=dunia.sistem, saat=SAAT, surat=surat.uuid, sebab="")
    sebelum = hitung_baris()

    assert _mulai(dunia, surat, timedelta(days=1)) is None
    assert hitung_baris() == sebelum


def test_jam_hening_yang_datang_kemudian_menahannya(dunia: Dunia) -> None:
    """Laid at 09.00, the server was away until 18.30: it goes at 07.00 in the morning."""
    surat = surat_baru(dunia)

    assert _mulai(dunia, surat, timedelta(hours=9, minutes=30)) is None
    assert _mulai(dunia, surat, timedelta(hours=21)) is None
    assert _mulai(dunia, surat, timedelta(hours=22)) is not None


def _akhiri_peran(dunia: Dunia) -> None:
    PenugasanPeran.objects.filter(pengguna_id=dunia.orang["ani"].pengguna_id).update(
        masa=(MULAI, date(2026, 11, 24))
    )


def _matikan(_dunia: Dunia) -> None:
    AturKabar.objects.update(ringkasan="mati")


def _ganti_alamat(_dunia: Dunia) -> None:
    AturKabar.objects.update(surel="baru@contoh.invalid")


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        (_akhiri_peran, "Perannya sudah berakhir."),
        (_matikan, "Ringkasan sudah dihentikan."),
        (_ganti_alamat, "Alamatnya sudah diganti."),
    ],
)
def test_yang_berubah_sesudah_disusun_tidak_dikirimi(
    dunia: Dunia, ubah: Callable[[Dunia], None], sebab: str
) -> None:
    surat = surat_baru(dunia)
    with menulis_langsung(dunia.sistem):
        ubah(dunia)

    assert _mulai(dunia, surat) is None
    surat.refresh_from_db()
    assert (surat.keadaan, surat.catatan) == ("gagal", sebab)


def test_hanya_pekerja_yang_mengambil(dunia: Dunia) -> None:
    surat = surat_baru(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.mulai_kirim_surat(oleh=dunia.orang["admin"], saat=SAAT, surat=surat.uuid)

    # kabar.mulai_kirim_surat
    assert hitung_baris() == sebelum
