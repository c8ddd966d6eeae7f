"""The plans of the demo as commands, from its data files: Baros, the pemda above it, the others."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from sakip.demo.baca import baca, sebut_sumber
from sakip.perencanaan.services import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru

CONTOH = "contoh"
Kutipan = Mapping[str, Any]


def rencana_pemda() -> RencanaBaru:
    """Visi as published; tujuan and sasaran invented, since those of the RPJMD were not found."""
    isi = baca("rencana.yaml")["pemda"]
    mulai, selesai = (int(t) for t in isi["tahun"])
    return RencanaBaru(
        unit="kabupaten-serang",
        jenis="rpjmd",
        judul=isi["judul"],
        tahun_mulai=mulai,
        tahun_selesai=selesai,
        sifat=CONTOH,
        simpul=tuple(
            SimpulBaru(
                kode=s["kode"],
                jenis=s["jenis"],
                uraian=s["uraian"],
                induk=s["induk"],
                sifat=s["sifat"],
                sumber="; ".join(sebut_sumber(k)["judul"] for k in s["sumber"]),
            )
            for s in isi["simpul"]
        ),
    )


def rencana_baros(dokumen: Kutipan) -> RencanaBaru:
    """One year's Renja of Kecamatan Baros: the tree of the story, that year's targets."""
    isi, tambahan = baca("baros_2026.yaml"), baca("rencana.yaml")
    tahun = int(dokumen["tahun"])
    return RencanaBaru(
        unit=isi["unit"],
        jenis="renja",
        judul=f"Renja {tahun}",
        tahun_mulai=tahun,
        tahun_selesai=tahun,
        sifat=CONTOH,
        simpul=tuple(_simpul_baros(isi, tambahan, dokumen)),
        indikator=tuple(_indikator_baros(isi, tambahan["baros"], dokumen)),
        dukungan=tuple(_dukungan_baros(isi, dokumen.get("hanya"))),
    )


def _simpul_baros(isi: Kutipan, tambahan: Kutipan, dokumen: Kutipan) -> Iterator[SimpulBaru]:
    induk = tambahan["induk_kecamatan"] if dokumen["berinduk"] else None
    nama = tambahan["kegiatan"]["nama"]
    hanya = dokumen.get("hanya")
    dipakai = [i for i in isi["indikator"] if hanya is None or i["kode"] in hanya]
    sasaran = {p: i["sasaran"] for i in dipakai for p in i["program"]}
    for t in isi["tujuan"]:
        yield SimpulBaru(t["kode"], "tujuan", t["uraian"], induk)
    for s in isi["sasaran"]:
        if s["kode"] in {i["sasaran"] for i in dipakai}:
            yield SimpulBaru(s["kode"], "sasaran", s["uraian"], s["tujuan"])
    for p in isi["program"]:
        kode = p["kode"]
        if kode not in sasaran:
            continue
        yield SimpulBaru(kode, "program", p["nama"], sasaran[kode], kode)
        for kegiatan in dict.fromkeys(_kegiatan(s["kode"]) for s in p["subkegiatan"]):
            yield SimpulBaru(kegiatan, "kegiatan", nama[kegiatan], kode, kegiatan)
        for s in p["subkegiatan"]:
            yield SimpulBaru(s["kode"], "subkegiatan", s["nama"], _kegiatan(s["kode"]), s["kode"])


def _kegiatan(subkegiatan: str) -> str:
    return subkegiatan.rpartition(".")[0]


def _indikator_baros(isi: Kutipan, baros: Kutipan, dokumen: Kutipan) -> Iterator[IndikatorBaru]:
    tujuan = isi["tujuan"][0]
    semua = [(i, baros["simpul"].get(i["kode"], i["sasaran"])) for i in isi["indikator"]]
    hanya = dokumen.get("hanya")
    for i, simpul in [(tujuan["indikator"], tujuan["kode"]), *semua]:
        if hanya is not None and i["kode"] not in hanya:
            continue
        tahun = int(dokumen["tahun"])
        awal = i.get("baseline", {})
        teks = dokumen["target"].get(i["kode"]) or tulis(i["target"])
        yield IndikatorBaru(
            kode=i["kode"],
            nama=i["nama"],
            arah=i["arah"],
            jenis_nilai=i["jenis_nilai"],
            simpul=simpul,
            satuan=i["satuan"],
            agregasi=i["agregasi"],
            definisi=i["definisi"].strip(),
            rumus=i["rumus"],
            sumber_data=i.get("sumber_data", ""),
            iku=i.get("iku", False),
            pengampu=baros["pengampu"][i["pengampu"]] if "pengampu" in i else None,
            frekuensi=i.get("diukur", "tahunan"),
            cara=baros["cara"].get(i["kode"], "manual"),
            komponen=_komponen(i),
            pustaka=baca("pustaka.yaml")["dipakai"].get(i["kode"]),
            jeda_data_tahun=int(i.get("jeda_data_tahun", "0")),
            baseline_tahun=int(awal["tahun"]) if awal and int(awal["tahun"]) < tahun else None,
            baseline_teks=tulis(awal) if awal and int(awal["tahun"]) < tahun else "",
            target=(TargetBaru(tahun, teks),),
        )


def _komponen(i: Kutipan) -> dict[str, Any]:
    """Names of numerator and denominator, or weights of a composite."""
    bagian = i["komponen"]
    if not bagian:
        return {}
    if "bobot" in bagian[0]:
        return {"bobot": {b["indikator"]: b["bobot"] for b in bagian}}
    pembilang, penyebut = bagian
    return {"pembilang": pembilang["nama"], "penyebut": penyebut["nama"]}


def tulis(nilai: Kutipan) -> str:
    """A value of the data file as people write it: 83,50 or 11/14."""
    if "pembilang" in nilai:
        return f"{nilai['pembilang']}/{nilai['penyebut']}"
    return str(nilai.get("nilai") or nilai["persen"]).replace(".", ",")


def _dukungan_baros(isi: Kutipan, hanya: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Sub-kegiatan to indicators; a programme without any supports the indicators that name it."""
    kode = [i["kode"] for i in isi["indikator"] if hanya is None or i["kode"] in hanya]
    for p in isi["program"]:
        for s in p["subkegiatan"]:
            yield from ((s["kode"], i) for i in s["indikator"] if i in kode)
        if not p["subkegiatan"]:
            for i in isi["indikator"]:
                if p["kode"] in i["program"] and i["kode"] in kode:
                    yield p["kode"], i["kode"]


def rencana_ringan(unit: str, urutan: int, desa: int) -> RencanaBaru:
    """The light Renja 2026 of another kecamatan: one tujuan, three sasaran, a promise each."""
    tambahan = baca("rencana.yaml")
    isi = tambahan["kecamatan_lain"]
    simpul = [SimpulBaru("t1", "tujuan", isi["tujuan"], tambahan["induk_kecamatan"])]
    indikator, dukungan = [], []
    for n, j in enumerate(isi["janji"], 1):
        sasaran, program = f"s{n}", j["program"]
        simpul += [
            SimpulBaru(sasaran, "sasaran", j["sasaran"], "t1"),
            SimpulBaru(program, "program", j["nama_program"], sasaran, program),
        ]
        target = _target_desa(desa) if j["target"] == "desa" else pilih(j["target"], urutan)
        indikator.append(
            IndikatorBaru(
                kode=j["kode"],
                nama=j["nama"],
                arah=j["arah"],
                jenis_nilai=j["jenis_nilai"],
                simpul=sasaran,
                satuan=j["satuan"],
                agregasi=j["agregasi"],
                iku=True,
                frekuensi="triwulan",
                komponen=j.get("komponen", {}),
                pustaka=baca("pustaka.yaml")["dipakai"].get(j["kode"]),
                target=(TargetBaru(2026, target),),
            )
        )
        dukungan.append((program, j["kode"]))
    return RencanaBaru(
        unit=unit,
        jenis="renja",
        judul="Renja 2026",
        tahun_mulai=2026,
        tahun_selesai=2026,
        sifat=CONTOH,
        simpul=tuple(simpul),
        indikator=tuple(indikator),
        dukungan=tuple(dukungan),
    )


def pilih(deret: Kutipan, urutan: int) -> str:
    """One of a row of invented values, by position: it says nothing about the office."""
    langkah = urutan % int(deret["pilihan"])
    return str(int(deret["dari"]) + langkah * int(deret["kelipatan"]))


def _target_desa(desa: int) -> str:
    """Three quarters of the desa, rounded up."""
    return f"{(desa * 3 + 3) // 4}/{desa}"


def rincian_baros(tahap: str) -> Iterator[dict[str, Any]]:
    """Lines of Baros's budget of a stage, with the outputs they pay for."""
    isi, terbagi = baca("baros_2026.yaml"), baca("rencana.yaml")["pagu_terbagi"]
    for p in isi["program"]:
        yield {"kode": p["kode"], "nama": p["nama"], "rupiah": Decimal(p[tahap])}
        for s in p["subkegiatan"]:
            yield {
                "kode": s["kode"],
                "nama": s["nama"],
                "rupiah": Decimal(s[tahap] or terbagi[s["kode"]]),
                "keluaran": Decimal(s["keluaran"][tahap]),
                "satuan_keluaran": s["keluaran"]["satuan"],
            }


def rincian_ringan(urutan: int) -> Iterator[dict[str, Any]]:
    """Lines of another kecamatan's budget: one programme for each promise."""
    for j in baca("rencana.yaml")["kecamatan_lain"]["janji"]:
        juta = Decimal(pilih(j["juta"], urutan))
        yield {"kode": j["program"], "nama": j["nama_program"], "rupiah": juta * 1_000_000}


def serapan_baros() -> Iterator[dict[str, Any]]:
    """Money spent in the year by programme."""
    for p in baca("baros_2026.yaml")["program"]:
        yield {"kode": p["kode"], "rupiah": Decimal(p["serapan"])}
