"""Forms of a konsep: its start, a node, an indicator with a target for each year and period."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.organisasi.models import JenisPeriode, kode_periode
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    CaraUkur,
    Frekuensi,
    JenisNilai,
    JenisSimpul,
    Tema,
)
from sakip.perencanaan.services import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru
from sakip.tampilan.format import angka

ARTI_JENJANG = {
    JenisSimpul.VISI: gettext_lazy("gambaran akhir yang dituju kepala daerah."),
    JenisSimpul.MISI: gettext_lazy("upaya pokok untuk mewujudkan visi."),
    JenisSimpul.TUJUAN: gettext_lazy("hasil terjauh yang dijanjikan dokumen ini."),
    JenisSimpul.SASARAN: gettext_lazy("hasil yang terukur; di bawah sasaran lain ia hasil antara."),
    JenisSimpul.CSF: gettext_lazy("yang harus terjadi agar hasil di atasnya tercapai."),
    JenisSimpul.STRATEGI: gettext_lazy("cara yang dipilih untuk mencapai hasil."),
    JenisSimpul.ARAH: gettext_lazy("pedoman menjalankan strategi dari tahun ke tahun."),
    JenisSimpul.PROGRAM: gettext_lazy("program menurut nomenklatur, tempat anggaran dimulai."),
    JenisSimpul.KEGIATAN: gettext_lazy("bagian program menurut nomenklatur."),
    JenisSimpul.SUBKEGIATAN: gettext_lazy("bagian kegiatan yang dibelanjai dan berkeluaran."),
    JenisSimpul.KELUARAN: gettext_lazy("barang atau jasa yang langsung dihasilkan."),
    JenisSimpul.INDIVIDU: gettext_lazy("kinerja seseorang yang menyumbang hasil di atasnya."),
}
SETENGAH = {
    Frekuensi.BULANAN: [(JenisPeriode.TRIWULAN, n) for n in (1, 2, 3, 4)],
    Frekuensi.TRIWULAN: [(JenisPeriode.TRIWULAN, n) for n in (1, 2, 3, 4)],
    Frekuensi.SEMESTER: [(JenisPeriode.SEMESTER, n) for n in (1, 2)],
}
# Columns of an indicator that the form writes as they are typed.
KOLOM = (
    "nama",
    "simpul",
    "iku",
    "satuan",
    "arah",
    "jenis_nilai",
    "agregasi",
    "frekuensi",
    "cara",
    "jeda_data_tahun",
    "baseline_teks",
    "baseline_tahun",
    "definisi",
    "rumus",
    "sumber_data",
)


class FormVersi(forms.Form):
    """The version of the konsep that the visitor saw when the form was opened."""

    nomor_versi = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)

    def pilih(self, nama: str, pilihan: list[tuple[str, str]]) -> None:
        """Give a field what may be chosen there."""
        self.fields[nama].choices = pilihan  # type: ignore[attr-defined]


class FormSimpul(FormVersi):
    """A node of the tree; money for each year where the document spans several."""

    kode = forms.CharField(
        label=gettext_lazy("Kode"),
        max_length=60,
        help_text=gettext_lazy("Mis. s6, atau kode nomenklatur 7.01.02.2.01.0001."),
    )
    jenis = forms.ChoiceField(label=gettext_lazy("Jenjang"), choices=JenisSimpul.choices)
    induk = forms.ChoiceField(label=gettext_lazy("Di bawah"), required=False)
    uraian = forms.CharField(label=gettext_lazy("Uraian"), widget=forms.Textarea(attrs={"rows": 2}))
    nomenklatur = forms.CharField(
        label=gettext_lazy("Kode nomenklatur"),
        max_length=30,
        required=False,
        help_text=gettext_lazy(
            "Untuk program, kegiatan, sub-kegiatan; anggaran disambung dengannya."
        ),
    )
    mendukung = forms.MultipleChoiceField(
        label=gettext_lazy("Indikator yang didukung"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    tema = forms.MultipleChoiceField(
        label=gettext_lazy("Tema"),
        required=False,
        choices=Tema.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    pemilik = forms.ChoiceField(
        label=gettext_lazy("Unit pemilik"),
        required=False,
        help_text=gettext_lazy(
            "Ditentukan terakhir: PermenPANRB 89/2021 melarang pohon dimulai dari struktur."
        ),
    )
    jabatan = forms.ChoiceField(label=gettext_lazy("Jabatan pemilik"), required=False)

    def __init__(
        self, *args: Any, naskah: RencanaBaru, lama: SimpulBaru | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pilih("mendukung", [(i.kode, i.nama) for i in naskah.indikator])
        self.fields["jenis"].help_text = _arti_jenjang()
        self.fields["kode"].disabled = lama is not None
        pagu = dict(lama.pagu) if lama else {}
        masa = range(naskah.tahun_mulai, naskah.tahun_selesai + 1)
        self.tahun_pagu = tuple(masa) if len(masa) > 1 or pagu else ()
        for tahun in self.tahun_pagu:
            self.fields[f"pagu_{tahun}"] = forms.CharField(
                label=_("Pagu indikatif %s") % tahun,
                required=False,
                max_length=30,
                initial=angka(pagu[tahun]) if tahun in pagu else "",
                widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "n"}),
            )

    def clean(self) -> dict[str, Any]:
        """Read the money as people write it: 1.250.000,50."""
        for tahun in self.tahun_pagu:
            nama = f"pagu_{tahun}"
            teks = self.cleaned_data.get(nama, "").strip()
            try:
                nilai = kaidah.baca_nilai(
                    teks, None, jenis="bilangan", arah=None, format_angka="id"
                )
            except kaidah.MasukanSalah as sebab:
                self.add_error(nama, kaidah.terjemah(sebab.kalimat))
            else:
                self.cleaned_data[nama] = nilai.nilai if nilai else None
        return self.cleaned_data

    def simpul(self, lama: SimpulBaru | None) -> SimpulBaru:
        """The node as the form says it; what it does not ask for stays as it was."""
        d = self.cleaned_data
        dasar = lama or SimpulBaru(d["kode"].strip(), d["jenis"], d["uraian"])
        return replace(
            dasar,
            jenis=d["jenis"],
            uraian=d["uraian"],
            induk=d["induk"] or None,
            nomenklatur=d["nomenklatur"].strip(),
            tema=tuple(d["tema"]),
            pemilik=d["pemilik"] or None,
            jabatan=d["jabatan"] or None,
            pagu=self._pagu(dasar),
        )

    def _pagu(self, dasar: SimpulBaru) -> tuple[tuple[int, Decimal], ...]:
        if not self.tahun_pagu:
            return dasar.pagu
        tertulis = ((t, self.cleaned_data[f"pagu_{t}"]) for t in self.tahun_pagu)
        return tuple((t, rupiah) for t, rupiah in tertulis if rupiah is not None)


def _arti_jenjang() -> str:
    """A sentence for each level, folded."""
    arti = format_html_join(
        "", "<dt>{}</dt><dd>{}</dd>", ((j.label, kata) for j, kata in ARTI_JENJANG.items())
    )
    return format_html(
        '<details><summary>{}</summary><dl class="pasangan rapat">{}</dl></details>',
        _("Arti tiap jenjang"),
        arti,
    )


class FormIndikator(FormVersi):
    """An indicator with its targets: of each year of the document, and of each period."""

    kode = forms.SlugField(label=gettext_lazy("Kode"), max_length=160)
    nama = forms.CharField(label=gettext_lazy("Nama"), widget=forms.Textarea(attrs={"rows": 2}))
    simpul = forms.ChoiceField(label=gettext_lazy("Mengukur"))
    iku = forms.BooleanField(label=gettext_lazy("Indikator kinerja utama (IKU)"), required=False)
    satuan = forms.CharField(label=gettext_lazy("Satuan"), max_length=60, required=False)
    arah = forms.ChoiceField(label=gettext_lazy("Arah"), choices=Arah.choices)
    jenis_nilai = forms.ChoiceField(label=gettext_lazy("Jenis nilai"), choices=JenisNilai.choices)
    pembilang = forms.CharField(
        label=gettext_lazy("Nama pembilang"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Untuk rasio: apa yang dihitung, mis. pengaduan selesai."),
    )
    penyebut = forms.CharField(
        label=gettext_lazy("Nama penyebut"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Untuk rasio: dari berapa, mis. pengaduan yang dicatat."),
    )
    agregasi = forms.ChoiceField(
        label=gettext_lazy("Nilai tahunan dari periodenya"), choices=Agregasi.choices
    )
    frekuensi = forms.ChoiceField(
        label=gettext_lazy("Diukur tiap"),
        choices=Frekuensi.choices,
        help_text=gettext_lazy(
            "Sesudah disimpan sebagai triwulan atau semester, target tiap periodenya dapat diisi."
        ),
    )
    cara = forms.ChoiceField(label=gettext_lazy("Cara ukur"), choices=CaraUkur.choices)
    jeda_data_tahun = forms.IntegerField(
        label=gettext_lazy("Jeda data"),
        required=False,
        min_value=0,
        max_value=5,
        help_text=gettext_lazy("Berapa tahun angkanya terbit di belakang; 0 bila tahun itu juga."),
    )
    baseline_teks = forms.CharField(
        label=gettext_lazy("Keadaan awal"), max_length=60, required=False
    )
    baseline_tahun = forms.IntegerField(
        label=gettext_lazy("Tahun keadaan awal"), required=False, min_value=2000, max_value=2060
    )
    pengampu = forms.ChoiceField(label=gettext_lazy("Pengampu"), required=False)
    definisi = forms.CharField(
        label=gettext_lazy("Definisi operasional"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    rumus = forms.CharField(
        label=gettext_lazy("Rumus"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    sumber_data = forms.CharField(
        label=gettext_lazy("Sumber data"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    pilahan = forms.CharField(
        label=gettext_lazy("Dipilah menurut"),
        required=False,
        help_text=gettext_lazy("Pisahkan dengan koma, mis. jenis_kelamin, desa."),
    )

    def __init__(
        self,
        *args: Any,
        naskah: RencanaBaru,
        lama: IndikatorBaru | None,
        tahun: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kode"].disabled = lama is not None
        frekuensi = lama.frekuensi if lama else Frekuensi.TAHUNAN
        ada = {(t.tahun, t.periode): t.teks for t in lama.target} if lama else {}
        # The year of the page is "target" alone, so that a plan of one year asks for one target.
        self.target: dict[tuple[int, str], str] = {}
        urut = [*self.fields]
        for t in range(naskah.tahun_mulai, naskah.tahun_selesai + 1):
            tunggal = naskah.tahun_mulai == naskah.tahun_selesai and frekuensi not in SETENGAH
            self._tambah(t, "tahun", _("Target") if tunggal else _("Target %s") % t, ada, tahun)
            for jenis, nomor in SETENGAH.get(Frekuensi(frekuensi), ()):
                kata = _("Target %(periode)s %(nomor)s %(tahun)s") % {
                    "periode": jenis.label,
                    "nomor": nomor,
                    "tahun": t,
                }
                self._tambah(t, kode_periode(jenis, nomor), kata, ada, tahun)
        letak = urut.index("baseline_teks")
        self.order_fields([*urut[:letak], *self.target.values(), *urut[letak:]])

    def _tambah(
        self, t: int, periode: str, kata: str, ada: dict[tuple[int, str], str], tahun: int
    ) -> None:
        sisa = "" if periode == "tahun" else f"_{periode}"
        nama = f"target{'' if t == tahun else f'_{t}'}{sisa}"
        self.target[t, periode] = nama
        self.fields[nama] = forms.CharField(
            label=kata,
            max_length=60,
            required=False,
            initial=ada.get((t, periode), ""),
            help_text=_("Tulis 83,50 atau 11/14, tanpa satuan.") if len(self.target) == 1 else "",
        )

    def indikator(self, lama: IndikatorBaru | None) -> IndikatorBaru:
        """The indicator as the form says it; what it does not ask for stays as it was."""
        d = self.cleaned_data
        dasar = lama or IndikatorBaru(
            d["kode"], d["nama"], d["arah"], d["jenis_nilai"], d["simpul"]
        )
        return replace(
            dasar,
            **{k: d[k] for k in KOLOM if k != "jeda_data_tahun"},
            jeda_data_tahun=d["jeda_data_tahun"] or 0,
            pengampu=d["pengampu"] or None,
            pilahan=tuple(dict.fromkeys(p.strip() for p in d["pilahan"].split(",") if p.strip())),
            komponen=self._komponen(dasar),
            target=self._target(dasar),
        )

    def _komponen(self, dasar: IndikatorBaru) -> dict[str, Any]:
        nama = {k: self.cleaned_data[k].strip() for k in ("pembilang", "penyebut")}
        lain = {k: v for k, v in dasar.komponen.items() if k not in nama}
        return lain | {k: v for k, v in nama.items() if v}

    def _target(self, dasar: IndikatorBaru) -> tuple[TargetBaru, ...]:
        lain = [t for t in dasar.target if (t.tahun, t.periode) not in self.target]
        baru = [
            TargetBaru(tahun, teks, periode)
            for (tahun, periode), nama in self.target.items()
            if (teks := self.cleaned_data[nama].strip())
        ]
        return tuple(sorted((*lain, *baru), key=lambda t: (t.tahun, t.periode)))


def awal_simpul(naskah: RencanaBaru, lama: SimpulBaru | None) -> dict[str, Any]:
    """What the form of a node shows at first."""
    if lama is None:
        return {"jenis": JenisSimpul.SASARAN}
    return {
        "kode": lama.kode,
        "jenis": lama.jenis,
        "induk": lama.induk or "",
        "uraian": lama.uraian,
        "nomenklatur": lama.nomenklatur,
        "mendukung": [i for s, i in naskah.dukungan if s == lama.kode],
        "tema": list(lama.tema),
        "pemilik": lama.pemilik or "",
        "jabatan": lama.jabatan or "",
    }


def awal_indikator(lama: IndikatorBaru | None) -> dict[str, Any]:
    """What the form of an indicator shows at first."""
    if lama is None:
        return {"agregasi": Agregasi.TERAKHIR, "iku": True}
    return {nama: getattr(lama, nama) for nama in (*KOLOM, "kode")} | {
        "pengampu": lama.pengampu or "",
        "pilahan": ", ".join(lama.pilahan),
        "pembilang": lama.komponen.get("pembilang", ""),
        "penyebut": lama.komponen.get("penyebut", ""),
    }
