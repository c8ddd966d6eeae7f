"""Applying a batch: whole or not at all, and only if what the preview showed still holds."""

from datetime import date
from decimal import Decimal

import pytest

from domain.lembar import baris, batalkan, berkas_xlsx, buang, impor, pratinjau, terapkan
from domain.neraca import hitung_ulang, ringkasan, sel_mutakhir
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.impor.models import RiwayatImpor
from sakip.impor.services import terapkan_impor
from sakip.organisasi.models import PenugasanPeran, VersiData
from sakip.organisasi.selectors import TAHUN_SUSUNAN
from sakip.organisasi.services import tetapkan_kebijakan
from sakip.pengukuran.models import CapaianSnapshot, Realisasi
from sakip.perencanaan.models import DokumenVersi, Indikator, TargetVersi


def test_angka_menjadi_indikator_target_realisasi_dan_capaian(dunia: Dunia) -> None:
    bets = impor(dunia, baris(target="80", realisasi="76"))

    # 76 / 80 = 95 %
    assert (bets.keadaan, bets.versi) == ("diterapkan", 2)
    (isi,) = sel_mutakhir(dunia).values()
    assert (isi["status"], isi["capaian"]) == ("terhitung", Decimal(95))
    target = TargetVersi.objects.get()
    assert (target.nilai, target.teks, target.periode.tahun) == (Decimal(80), "80", 2025)
    assert Realisasi.objects.get().komponen.get().nilai == Decimal(76)
    assert CapaianSnapshot.objects.get().jejak["kaidah"] == "capaian.indikator"


def test_angka_excel_76_koma_15_tetap_76_koma_15(dunia: Dunia) -> None:
    isi = berkas_xlsx(baris(target=75.91, realisasi=76.15))

    terapkan(dunia, pratinjau(dunia, isi=isi))

    assert Realisasi.objects.get().komponen.get().nilai == Decimal("76.15")
    assert TargetVersi.objects.get().nilai == Decimal("75.91")


def test_rasio_yang_sama_persis_seratus(dunia: Dunia) -> None:
    impor(dunia, baris(jenis_nilai="rasio", target="11/14", realisasi="11/14"))

    (isi,) = sel_mutakhir(dunia).values()
    assert isi["capaian"] == Decimal(100)
    komponen = {k.komponen: k.nilai for k in Realisasi.objects.get().komponen.all()}
    assert komponen == {"pembilang": Decimal(11), "penyebut": Decimal(14)}


@pytest.mark.parametrize("model", [Realisasi, TargetVersi, Indikator, DokumenVersi])
def test_setiap_baris_yang_ditulis_beriwayat_dengan_pelakunya(dunia: Dunia, model: type) -> None:
    impor(dunia, baris())

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(model.objects.get()) == [Peristiwa("insert", ani, "impor.terapkan_impor")]  # type: ignore[attr-defined]


def test_tugas_selesai_dan_riwayat_bertambah(dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    assert not Tugas.objects.filter(objek=bets.uuid).exists()
    assert list(RiwayatImpor.objects.order_by("id").values_list("tindakan", "dari", "ke")) == [
        ("import_pratinjau", "", "pratinjau"),
        ("terapkan", "pratinjau", "diterapkan"),
    ]


def test_versi_data_unit_dan_tahunnya_naik(dunia: Dunia) -> None:
    impor(dunia, baris(), baris(tahun="2024"))

    assert set(
        VersiData.objects.exclude(tahun=TAHUN_SUSUNAN).values_list("unit__slug", "tahun", "nomor")
    ) == {
        ("dinas-anggrek", 2024, 1),
        ("dinas-anggrek", 2025, 1),
    }


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("budi", "diperlukan peran"),
        ("hari", "diperlukan peran"),
        ("dewi", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    bets = pratinjau(dunia, baris())
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        terapkan(dunia, bets, siapa)

    assert hitung_baris() == sebelum


def test_perencana_daerah_boleh_menerapkan_milik_unit(dunia: Dunia) -> None:
    assert terapkan(dunia, pratinjau(dunia, baris()), "gita").keadaan == "diterapkan"


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    bets = pratinjau(dunia, baris())

    with pytest.raises(TidakBerizin):
        terapkan_impor(**dunia.dasar("ani") | {"oleh": lain.orang["eko"]}, bets=bets.uuid, versi=1)
    with pytest.raises(TidakDitemukan):
        terapkan_impor(**lain.dasar("eko"), bets=bets.uuid, versi=1)


def test_yang_sudah_diterapkan_tidak_diterapkan_lagi(dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diterapkan”"):
        terapkan(dunia, bets)


def test_yang_dibuang_tidak_diterapkan(dunia: Dunia) -> None:
    bets = buang(dunia, pratinjau(dunia, baris()))

    with pytest.raises(PerpindahanTidakSah, match="Tidak ada tindakan lagi"):
        terapkan(dunia, bets)


def test_formulir_usang_menyebut_kedua_versi(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())
    terapkan(dunia, bets)

    with pytest.raises(VersiUsang) as galat:
        terapkan(dunia, bets)

    assert (galat.value.milik_anda, galat.value.tersimpan) == (1, 2)


def test_baris_bergalat_menahan_semuanya(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(kode_indikator="k2", target="x"))

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        terapkan(dunia, bets)

    assert [s.kode for s in galat.value.syarat] == ["impor_bergalat"]
    assert galat.value.status == 409
    assert not Realisasi.objects.exists()


def test_tanpa_perubahan_tidak_ada_yang_diterapkan(dunia: Dunia) -> None:
    impor(dunia, baris())

    with pytest.raises(SyaratBelumTerpenuhi, match="tidak ada perubahan"):
        terapkan(dunia, pratinjau(dunia, baris()))


def test_data_yang_berubah_sejak_pratinjau_menolak_penerapan(dunia: Dunia) -> None:
    lama = pratinjau(dunia, baris(realisasi="70"))
    impor(dunia, baris(realisasi="76"))
    sebelum = sel_mutakhir(dunia)

    with pytest.raises(VersiUsang, match=r"berubah sejak pratinjau ini dibuat \(baris 2\)"):
        terapkan(dunia, lama)

    assert sel_mutakhir(dunia) == sebelum


def test_peran_yang_berakhir_sejak_pratinjau_menolak_penerapan(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())
    peran = PenugasanPeran.objects.get(pengguna_id=dunia.orang["ani"].pengguna_id)
    peran.masa = (date(2024, 1, 1), date(2026, 11, 24))
    with menulis_langsung(dunia.sistem):
        peran.save()

    with pytest.raises(TidakBerizin):
        terapkan(dunia, bets)


@pytest.mark.parametrize(
    "tempat",
    [
        "sakip.pengukuran.services.terapkan.perbarui",
        "sakip.pengukuran.services.proyeksi.selaraskan",
        "sakip.impor.services._simpan_jejak",
        "sakip.impor.services._catat",
    ],
)
def test_gagal_di_tengah_tidak_meninggalkan_setengahnya(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch, tempat: str
) -> None:
    bets = pratinjau(dunia, baris(), baris(tahun="2024"))
    sebelum = hitung_baris()

    def gagal(*_isi: object, **_nama: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr(tempat, gagal)
    with pytest.raises(RuntimeError):
        terapkan(dunia, bets)

    bets.refresh_from_db()
    assert (bets.keadaan, bets.versi) == ("pratinjau", 1)
    assert hitung_baris() == sebelum


def test_perbaikan_satu_tahun_mengubah_target_di_dokumen_yang_sama(dunia: Dunia) -> None:
    impor(dunia, baris(tahun="2023"), baris(tahun="2024"), baris(tahun="2025"))

    impor(dunia, baris(tahun="2024", target="85"))

    assert DokumenVersi.objects.count() == 1
    assert TargetVersi.objects.count() == 3
    assert sel_mutakhir(dunia) == hitung_ulang(dunia)


def test_tahun_baru_memperpanjang_dokumen_yang_mulai_sama(dunia: Dunia) -> None:
    impor(dunia, baris(tahun="2024"))

    impor(dunia, baris(tahun="2024"), baris(tahun="2025"))

    dokumen = DokumenVersi.objects.get().dokumen
    assert (dokumen.tahun_mulai, dokumen.tahun_selesai) == (2024, 2025)


def test_membalik_arah_harus_menyertakan_semua_tahun(dunia: Dunia) -> None:
    impor(dunia, baris(tahun="2024"), baris(tahun="2025"))

    sebagian = pratinjau(dunia, baris(tahun="2025", arah="turun_baik"))
    impor(dunia, baris(tahun="2024", arah="turun_baik"), baris(arah="turun_baik"))

    assert sebagian.ringkasan == {"galat": 1}
    assert "sertakan semua tahun" in sebagian.baris.get().galat[0]["pesan"]
    assert sel_mutakhir(dunia) == hitung_ulang(dunia)
    # turun_baik: (2 × 80 − 76) / 80 = 105 %
    assert {s["capaian"] for s in sel_mutakhir(dunia).values()} == {Decimal(105)}


def test_kebijakan_batas_instansi_ikut_dihitung(dunia: Dunia) -> None:
    tetapkan_kebijakan(
        **dunia.dasar("fitri"),
        kaidah="capaian.indikator",
        pilihan={"batas_atas": "100"},
        mulai=date(2025, 1, 1),
        dasar="Perbup Contoh 1/2025",
    )

    impor(dunia, baris(tahun="2024", realisasi="100"), baris(tahun="2025", realisasi="100"))

    # 100 / 80 = 125 %; since 2025 cut at 100.
    capaian = {k[2]: s["capaian"] for k, s in sel_mutakhir(dunia).items()}
    assert capaian == {2024: Decimal(125), 2025: Decimal(100)}


def test_menerapkan_sesudah_dibatalkan_menghidupkan_lagi(dunia: Dunia) -> None:
    batalkan(dunia, impor(dunia, baris()))

    impor(dunia, baris())

    assert len(sel_mutakhir(dunia)) == 1
    assert not Indikator.objects.get().ditarik
    assert sel_mutakhir(dunia) == hitung_ulang(dunia)
    assert [r["jumlah"] for r in ringkasan(dunia).values()] == [1]
