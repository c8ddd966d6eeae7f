"""``capaian`` with its explanation: formula with numbers filled in, rule, sources, choices."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian.hitung import Alasan, Perhitungan, perhitungan, tercapai
from sakip_rules.capaian.hitungan import bagi, pecahan
from sakip_rules.capaian.jenis import sebut_batas
from sakip_rules.capaian.kaidah import KaidahCapaian
from sakip_rules.capaian.kebijakan import Arah
from sakip_rules.capaian.nilai import NilaiKinerja, Ordinal, Rasio, tulis_nilai
from sakip_rules.capaian.pembulatan import tulis_ringkas
from sakip_rules.capaian.rumus import POLA
from sakip_rules.hasil import Hasil, Jejak, Langkah
from sakip_rules.kalimat import Kalimat, kalimat, pola_kalimat

_SAKELAR: Final[Mapping[Alasan, str]] = MappingProxyType(
    {
        Alasan.TARGET_NOL: "capaian.target_nol",
        Alasan.TARGET_NEGATIF: "capaian.target_negatif",
        Alasan.REALISASI_NOL: "capaian.realisasi_nol",
        Alasan.DI_BAWAH_RENTANG: "capaian.luar_rentang",
        Alasan.DI_ATAS_RENTANG: "capaian.luar_rentang",
        Alasan.LIMPAHAN: "capaian.limpahan",
        Alasan.BATAS_ATAS: "capaian.batas_atas",
        Alasan.BATAS_BAWAH: "capaian.batas_bawah",
        Alasan.ORDINAL_SKOR: "capaian.ordinal",
    }
)


def capaian(  # noqa: PLR0913 - each is a fact of its own, named at the call
    target: NilaiKinerja | None,
    realisasi: NilaiKinerja | None,
    *,
    arah: Arah,
    kaidah: KaidahCapaian,
    jatuh_tempo: bool = True,
    dinilai: bool = True,
) -> Hasil:
    """Capaian of one indicator in one period, in per cent (rule ``capaian.indikator``).

    ``naik_baik`` R/T·100, ``turun_baik`` (2T−R)/T·100, ``rentang`` 100 inside, ``stabil`` less for
    any distance. ``None`` is "empty": no realisasi gives ``belum_diisi`` (or ``belum_waktunya``
    when not ``jatuh_tempo``), no target ``tidak_dapat_dihitung``; ``dinilai=False`` means that the
    indicator is left out on purpose. ``nilai`` is unrounded (34 digits).

    Raises ``MasukanSalah`` when target and realisasi are not of one kind or scale.
    Source: Perpres 29/2014 Pasal 15–16; formula by practice, see docs/algoritma/capaian.md.
    """
    hasil = perhitungan(target, realisasi, arah, kaidah, jatuh_tempo=jatuh_tempo, dinilai=dinilai)
    return Hasil(hasil.status, hasil.nilai, jejak_capaian(hasil, target, realisasi, arah, kaidah))


def banding_keliru(
    target: NilaiKinerja | None,
    keliru: Decimal,
    benar: Hasil,
    *,
    arah: Arah,
    kaidah: KaidahCapaian,
) -> Langkah | None:
    """Hold the mean of a cumulative ratio's percentages against the target too, and say which errs.

    ``keliru`` comes from ``agregasi_periode``. ``None`` where either capaian cannot be computed.
    """
    if target is None or benar.nilai is None:
        return None
    salah = perhitungan(target, keliru, arah, kaidah).nilai
    if salah is None:
        return None
    pola = _KELIRU_TERCAPAI if tercapai(salah) and not tercapai(benar.nilai) else _KELIRU
    isian = {
        "target": tulis_nilai(target),
        "salah": tulis_angka(salah, FormatAngka.ID, 2),
        "benar": tulis_angka(benar.nilai, FormatAngka.ID, 2),
    }
    return Langkah(kalimat(pola, **isian), salah)


_KELIRU: Final = pola_kalimat(
    "Terhadap target {target} rata-rata itu akan memberi capaian {salah}%; yang benar {benar}%."
)
_KELIRU_TERCAPAI: Final = pola_kalimat(
    "Terhadap target {target} rata-rata itu akan memberi capaian {salah}%, tampak tercapai; "
    "yang benar {benar}%, belum tercapai."
)


def jejak_capaian(
    hasil: Perhitungan,
    target: NilaiKinerja | None,
    realisasi: NilaiKinerja | None,
    arah: Arah,
    kaidah: KaidahCapaian,
) -> Jejak:
    """Tell how a ``Perhitungan`` was reached, from the same facts as it was computed from."""
    langkah = [Langkah(sebut_alasan(a, kaidah)) for a in hasil.alasan if a not in _SESUDAH]
    if hasil.rumus is not None and realisasi is not None:
        langkah.append(_langkah_rumus(hasil, realisasi))
    langkah.extend(
        Langkah(sebut_alasan(a, kaidah), hasil.nilai) for a in hasil.alasan if a in _SESUDAH
    )
    dipakai = dict.fromkeys(_SAKELAR[a] for a in hasil.alasan if a in _SAKELAR)
    return Jejak(
        kaidah=kaidah.indikator.id,
        versi=kaidah.indikator.versi,
        dasar=kaidah.indikator.dasar,
        masukan=(
            ("target", tulis_nilai(target)),
            ("realisasi", tulis_nilai(realisasi)),
            ("arah", arah.value),
            *kaidah.pilihan(),
        ),
        langkah=tuple(langkah),
        tafsir=kaidah.indikator.tafsir,
        anak=tuple(kaidah.jejak_sakelar(id) for id in dipakai),
    )


_SESUDAH: Final = frozenset({Alasan.LIMPAHAN, Alasan.BATAS_ATAS, Alasan.BATAS_BAWAH})
"""What is told after the formula, because it changes its outcome."""


def _langkah_rumus(hasil: Perhitungan, realisasi: NilaiKinerja) -> Langkah:
    if hasil.rumus is None or hasil.mentah is None or hasil.acuan is None:
        raise ValueError("langkah rumus memerlukan rumus, hasil, dan acuannya")
    uraian = kalimat(
        POLA[hasil.rumus],
        r=_sebut(realisasi),
        t=_sebut(hasil.acuan),
        hasil=tulis_ringkas(hasil.mentah),
    )
    return Langkah(uraian, hasil.mentah)


def _sebut(nilai: NilaiKinerja) -> str:
    """Write a value inside a formula: ratios with both parts, predicates with their rank."""
    if isinstance(nilai, Ordinal):
        return f"{nilai.kode} [{tulis_ringkas(nilai.skor)}]"
    if isinstance(nilai, Rasio) and nilai.penyebut != 0:
        angka = tulis_ringkas(bagi(pecahan(nilai)))
        return f"{angka} [{tulis_nilai(nilai)}]"
    teks = tulis_nilai(nilai)
    return f"({teks})" if teks.startswith("-") else teks


def sebut_alasan(alasan: Alasan, kaidah: KaidahCapaian) -> Kalimat:
    """Say in a sentence what an ``Alasan`` means under the choices in force."""
    return kalimat(
        _KATA[alasan],
        target_nol=kaidah.target_nol.value,
        luar_rentang=kaidah.luar_rentang.value,
        batas_atas=sebut_batas(kaidah.batas_atas),
        batas_bawah=sebut_batas(kaidah.batas_bawah),
    )


_KATA: Final[Mapping[Alasan, str]] = MappingProxyType(
    {
        Alasan.TIDAK_DINILAI: pola_kalimat("Indikator ini tidak dinilai pada periode ini."),
        Alasan.BELUM_WAKTUNYA: pola_kalimat("Belum waktunya diukur."),
        Alasan.REALISASI_KOSONG: pola_kalimat("Realisasi belum diisi; kosong bukan nol."),
        Alasan.TARGET_KOSONG: pola_kalimat(
            "Target belum ditetapkan; capaian tidak dapat dihitung."
        ),
        Alasan.PENYEBUT_NOL: pola_kalimat(
            "Penyebut realisasi nol: tidak ada yang diukur, jadi tidak dinilai."
        ),
        Alasan.PENYEBUT_TARGET_NOL: pola_kalimat("Penyebut target nol; perbaiki targetnya."),
        Alasan.TARGET_NOL: pola_kalimat(
            "Target nol: tidak dapat menjadi pembagi; pilihan {target_nol}."
        ),
        Alasan.TARGET_NEGATIF: pola_kalimat("Target negatif: selisih dibagi nilai mutlak target."),
        Alasan.REALISASI_NOL: pola_kalimat(
            "Realisasi nol atau kurang: tidak dinilai menurut kebijakan."
        ),
        Alasan.DALAM_RENTANG: pola_kalimat("Realisasi di dalam rentang target: capaian 100."),
        Alasan.DI_BAWAH_RENTANG: pola_kalimat(
            "Realisasi di bawah rentang target; pilihan {luar_rentang}."
        ),
        Alasan.DI_ATAS_RENTANG: pola_kalimat(
            "Realisasi di atas rentang target; pilihan {luar_rentang}."
        ),
        Alasan.LIMPAHAN: pola_kalimat(
            "Penyimpangan melebihi target sendiri; hasil negatif menjadi 0."
        ),
        Alasan.BATAS_ATAS: pola_kalimat("Melebihi batas atas; dipotong menjadi {batas_atas}."),
        Alasan.BATAS_BAWAH: pola_kalimat("Di bawah batas bawah; dinaikkan menjadi {batas_bawah}."),
        Alasan.ORDINAL_SKOR: pola_kalimat("Predikat dibandingkan menurut urutannya pada skala."),
        Alasan.TERCAPAI: pola_kalimat("Target dicapai: capaian 100."),
        Alasan.TIDAK_TERCAPAI: pola_kalimat("Target tidak dicapai: capaian 0."),
    }
)
