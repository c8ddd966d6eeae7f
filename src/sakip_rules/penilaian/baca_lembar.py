"""From the law's data to an evaluation sheet: schema of the kind, checks between fields."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import cast

from sakip_rules.penilaian.lembar import (
    AmbangJawaban,
    Butir,
    Komponen,
    Pilihan,
    Rumus,
    SubKomponen,
)
from sakip_rules.penilaian.skala import TEPI, baca_kelas, periksa_cakupan
from sakip_rules.regulasi import Isi, Jenis, Posisi, daftarkan
from sakip_rules.regulasi.medan import (
    angka,
    bulat,
    daftar,
    peta,
    peta_bebas,
    pilihan,
    teks,
    ya_tidak,
)

SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class SusunanLembar:
    """One version as read: the komponen of each variant (key ``None``: the only one)."""

    judul: str
    komponen: Mapping[str | None, tuple[Komponen, ...]]
    skala: tuple[Pilihan, ...]
    ambang: tuple[AmbangJawaban, ...]
    tanpa_pernyataan: str | None
    kontrol: str | None
    desimal: int
    objek_banyak: bool


_Skala = Mapping[tuple[str, str | None], tuple[Pilihan, ...]]


def _bangun(kepala: Isi, versi: Isi) -> SusunanLembar:
    del kepala
    skala = _baca_skala(versi)
    susunan: dict[str | None, tuple[Komponen, ...]] = {}
    for kode, bobot, jumlah, posisi in _varian(versi):
        susunan[kode] = _baca_komponen(versi, skala, bobot)
        _periksa_susunan(susunan[kode], jumlah, posisi)
    umum = versi["skala"][0]["kode"] if versi["rumus"] == Rumus.SATU_JAWABAN else None
    pilihan_umum = skala[umum, None] if umum is not None else ()
    return SusunanLembar(
        judul=versi["judul"],
        komponen=susunan,
        skala=pilihan_umum,
        ambang=_baca_ambang(versi, pilihan_umum),
        tanpa_pernyataan=versi.get("tanpa_pernyataan"),
        kontrol=versi.get("kontrol"),
        desimal=versi["pembulatan"]["desimal"],
        objek_banyak=versi.get("objek_banyak", False),
    )


def _varian(versi: Isi) -> Iterator[tuple[str | None, Isi | None, int, Posisi]]:
    """Each variant: its code, the weights it sets, how many questions it has, and its place."""
    if ("varian" in versi) == ("jumlah_butir" in versi):
        raise versi.posisi.galat("sebutkan tepat satu: varian atau jumlah_butir.")
    if "jumlah_butir" in versi:
        yield None, None, versi["jumlah_butir"], versi.di("jumlah_butir")
        return
    for isi in versi["varian"]:
        yield isi["kode"], isi["bobot"], isi["jumlah_butir"], isi.posisi


def _baca_skala(versi: Isi) -> _Skala:
    """Choices by (scale, jenis of the sub-komponen); ``None`` stands for every other jenis."""
    hasil: dict[tuple[str, str | None], tuple[Pilihan, ...]] = {}
    for isi in versi["skala"]:
        nilai = [satu["nilai"] for satu in isi["pilihan"]]
        if nilai[-1] != 0 or any(atas <= bawah for atas, bawah in pairwise(nilai)):
            raise isi.di("pilihan").galat(
                "nilai skala {kode} harus menurun dari yang terbaik sampai nol.", kode=isi["kode"]
            )
        jenis = {kunci for satu in isi["pilihan"] for kunci in satu.get("uraian_jenis", {})}
        for nama in (None, *sorted(jenis)):
            hasil[isi["kode"], nama] = tuple(
                Pilihan(
                    satu["kode"],
                    satu["nilai"],
                    satu.get("uraian_jenis", {}).get(nama, satu["uraian"]),
                )
                for satu in isi["pilihan"]
            )
    return hasil


def _baca_komponen(versi: Isi, skala: _Skala, bobot: Isi | None) -> tuple[Komponen, ...]:
    return tuple(
        Komponen(
            kode=isi["kode"],
            nama=isi["nama"],
            bobot=isi["bobot"],
            sub=tuple(
                _baca_sub(sub, Rumus(versi["rumus"]), skala, _bobot_sub(sub, bobot))
                for sub in isi["sub"]
                if "bobot" in sub or (bobot is not None and sub["kode"] in bobot)
            ),
        )
        for isi in versi["komponen"]
    )


def _bobot_sub(sub: Isi, bobot: Isi | None) -> Decimal:
    if bobot is not None and sub["kode"] in bobot:
        if "bobot" in sub:
            raise sub.di("bobot").galat(
                "bobot {kode} sudah ditentukan varian; hapus salah satu.", kode=sub["kode"]
            )
        return cast("Decimal", bobot[sub["kode"]])
    return cast("Decimal", sub["bobot"])


def _baca_sub(isi: Isi, rumus: Rumus, skala: _Skala, bobot: Decimal) -> SubKomponen:
    rumus = Rumus(isi.get("rumus", rumus))
    per_sub = rumus is Rumus.SATU_JAWABAN
    if ("skala" in isi) != per_sub or any(("skala" in butir) == per_sub for butir in isi["butir"]):
        raise isi.posisi.galat(
            "skala ditulis pada sub-komponen bila satu_jawaban, selain itu pada tiap butir."
        )
    jenis = isi["jenis"]
    return SubKomponen(
        kode=isi["kode"],
        nama=isi["nama"],
        jenis=jenis,
        bobot=bobot,
        rumus=rumus,
        butir=tuple(
            Butir(
                butir["kode"],
                butir["uraian"],
                () if per_sub else _pilihan(butir, skala, jenis),
            )
            for butir in isi["butir"]
        ),
        pilihan=_pilihan(isi, skala, jenis) if per_sub else (),
    )


def _pilihan(isi: Isi, skala: _Skala, jenis: str) -> tuple[Pilihan, ...]:
    kode = isi["skala"]
    if (kode, None) not in skala:
        raise isi.di("skala").galat("skala “{skala}” tidak ada.", skala=kode)
    return skala.get((kode, jenis), skala[kode, None])


def _periksa_susunan(komponen: tuple[Komponen, ...], jumlah: int, posisi: Posisi) -> None:
    for satu in komponen:
        isi = sum((sub.bobot for sub in satu.sub), Decimal(0))
        if isi != satu.bobot:
            raise posisi.galat(
                "bobot komponen {kode} {bobot}, jumlah bobot sub-komponennya {jumlah}.",
                kode=satu.kode,
                bobot=satu.bobot,
                jumlah=isi,
            )
    total = sum((satu.bobot for satu in komponen), Decimal(0))
    if total != SERATUS:
        raise posisi.galat("jumlah bobot komponen {jumlah}, bukan 100.", jumlah=total)
    butir = [b.kode for satu in komponen for sub in satu.sub for b in sub.butir]
    if len(butir) != jumlah:
        raise posisi.galat(
            "tertulis {jumlah} butir, yang ada {ada}.", jumlah=jumlah, ada=len(butir)
        )
    sub = [s.kode for satu in komponen for s in satu.sub]
    for kelompok in (butir, sub, [satu.kode for satu in komponen]):
        for kode, banyak in Counter(kelompok).items():
            if banyak > 1:
                raise posisi.galat("kode {kode} dipakai {banyak} kali.", kode=kode, banyak=banyak)


def _baca_ambang(versi: Isi, skala: tuple[Pilihan, ...]) -> tuple[AmbangJawaban, ...]:
    """Thresholds, best answer first; those without statement plus 100 cover 0..100 exactly once."""
    if "ambang" not in versi:
        return ()
    posisi = versi.di("ambang")
    ambang = tuple(
        AmbangJawaban(baca_kelas(isi, isi["jawaban"], isi["jawaban"]), isi.get("pernyataan", False))
        for isi in versi["ambang"]
    )
    if [satu.kelas.kode for satu in ambang] != [satu.kode for satu in skala]:
        raise posisi.galat(
            "ambang harus memuat setiap jawaban skala sekali, urut dari yang terbaik."
        )
    penuh = [satu.kelas for satu in ambang if satu.pernyataan]
    if not penuh or any((k.mulai_dari, k.sampai_dengan) != (SERATUS, SERATUS) for k in penuh):
        raise posisi.galat("jawaban dengan pernyataan hanya berlaku pada tepat 100.")
    dihitung = tuple(satu.kelas for satu in reversed(ambang) if not satu.pernyataan)
    periksa_cakupan((*dihitung, penuh[0]), Decimal(0), SERATUS, posisi)
    if versi.get("tanpa_pernyataan") not in {k.kode for k in penuh}:
        raise posisi.galat("tanpa_pernyataan harus salah satu jawaban pada 100.")
    return ambang


_PILIHAN = peta(
    {"kode": teks(), "nilai": angka(paling_kecil="0"), "uraian": teks()},
    {"uraian_jenis": peta_bebas(teks())},
)
_BUTIR = peta({"kode": teks(), "uraian": teks()}, {"skala": teks()})
_SUB = peta(
    {"kode": teks(), "jenis": teks(), "nama": teks(), "butir": daftar(_BUTIR)},
    {"bobot": angka(paling_kecil="0"), "skala": teks(), "rumus": pilihan(*Rumus)},
)

LEMBAR_EVALUASI = daftarkan(
    Jenis(
        "lembar_evaluasi",
        versi={
            "judul": teks(),
            "rumus": pilihan(*Rumus),
            "pembulatan": peta(
                {
                    "desimal": bulat(),
                    "cara": pilihan("setengah_ke_atas"),
                    "pada": pilihan("hasil_akhir"),
                }
            ),
            "skala": daftar(peta({"kode": teks(), "pilihan": daftar(_PILIHAN, 2)})),
            "komponen": daftar(
                peta(
                    {
                        "kode": teks(),
                        "nama": teks(),
                        "bobot": angka(paling_kecil="0"),
                        "sub": daftar(_SUB),
                    }
                )
            ),
        },
        versi_boleh={
            "jumlah_butir": bulat(paling_kecil=1),
            "varian": daftar(
                peta(
                    {
                        "kode": teks(),
                        "nama": teks(),
                        "jumlah_butir": bulat(paling_kecil=1),
                        "bobot": peta_bebas(angka(paling_kecil="0")),
                    }
                )
            ),
            "ambang": daftar(peta({"jawaban": teks()}, {**TEPI, "pernyataan": ya_tidak()})),
            "tanpa_pernyataan": teks(),
            "kontrol": teks(),
            "objek_banyak": ya_tidak(),
        },
        bangun=_bangun,
    )
)
