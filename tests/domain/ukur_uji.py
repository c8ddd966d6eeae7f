"""The promises of Kecamatan Baros laid for an invented unit, with its windows: to be measured.

IKU-1 (survey, semester, target 83,50), 1b (minutes, lower is better, 30), IKU-2 (checklist, 11/14),
IKU-3 (cumulative share, 90 %), IKU-4 (year, 35 %), IKU-5 (year, of last year, 72), IKW (0,5 × IKU-1
+ 0,3 × IKU-2 + 0,2 × IKU-3, target 83,32).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from domain.pemeran import Dunia, menulis_langsung
from domain.rencana_uji import tata_pejabat
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services as so
from sakip.organisasi.models import JenisPeriode, Pegawai
from sakip.pengukuran import services
from sakip.pengukuran.models import CapaianMutakhir
from sakip.pengukuran.services import AlamatLembar, IsianSel
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Indikator,
    IndikatorVersi,
    TargetVersi,
)

SESUAI = "Sesuai rencana."
TAHUN = 2026
JENDELA = (
    (date(2026, 4, 1), date(2026, 4, 10)),
    (date(2026, 7, 1), date(2026, 7, 10)),
    (date(2026, 10, 1), date(2026, 10, 12)),
    (date(2027, 1, 1), date(2027, 1, 11)),
)
# A day inside each window, 09.00 WIB.
HARI = tuple(datetime(a.year, a.month, 8, 9, 0, tzinfo=WIB) for a, _b in JENDELA)
SEMESTER_1 = ["3,35", "3,30", "3,28", "3,55", "3,40", "3,38", "3,42", "3,20", "3,15"]
SEMESTER_2 = ["3,36", "3,34", "3,36", "3,56", "3,42", "3,40", "3,44", "3,36", "3,28"]
LIMA_IKU = ("iku-1", "iku-2", "iku-3", "iku-4", "iku-5")


@dataclass(slots=True)
class Ukur:
    """A unit that measures: acts by the names of the cast, one line each."""

    dunia: Dunia
    unit: str
    penyusun: str = "ani"
    indikator: dict[str, Indikator] = field(default_factory=dict)

    def dasar(self, siapa: str, n: int, saat: datetime | None = None) -> dict[str, Any]:
        """Who acts, when, where, on which sheet."""
        return {
            "oleh": self.dunia.pelaku(siapa),
            "saat": saat or HARI[n - 1],
            "instansi": self.dunia.instansi,
            "alamat": AlamatLembar(self.unit, TAHUN, n),
        }

    def versi(self, kode: str, n: int) -> int:
        """What a page open now would carry."""
        from sakip.pengukuran.selectors.tahun import TahunUnit  # noqa: PLC0415

        t = TahunUnit.muat(self.dunia.unit[self.unit], TAHUN, kode)
        b = t.butir[kode]
        p = t.kalender.di_lembar(b.versi.frekuensi, n) or t.kalender.setahun
        r = b.realisasi.get(p.pk)
        return r.versi if r else 0

    def isi(
        self,
        kode: str,
        n: int,
        teks: str,
        *,
        siapa: str = "",
        saat: datetime | None = None,
        versi: int | None = None,
        **uraian: str,
    ) -> services.HasilIsi:
        # Every figure says why: what fell short by a class, what was met by the one tick.
        bawaan = {"golongan_sebab": "lainnya"} if "penyebab" in uraian else {"faktor": SESUAI}
        return services.isi_realisasi(
            **self.dasar(siapa or self.penyusun, n, saat),
            indikator=kode,
            isian=IsianSel(teks=teks, **(bawaan | uraian)),
            versi=self.versi(kode, n) if versi is None else versi,
        )

    def survei(self, n: int, unsur: list[str], responden: str, **ganti: Any) -> services.HasilIsi:
        return services.isi_survei(
            **{
                **self.dasar(self.penyusun, n),
                "indikator": "iku-1",
                "unsur": unsur,
                "responden": responden,
                "isian": IsianSel(faktor=SESUAI),
                "versi": self.versi("iku-1", n),
            }
            | ganti
        )

    def mutakhir(self, kode: str, jenis: str = "tahun", nomor: int = 1) -> CapaianMutakhir:
        return CapaianMutakhir.objects.select_related("snapshot").get(
            indikator=self.indikator[kode],
            periode__tahun=TAHUN,
            periode__jenis=jenis,
            periode__nomor=nomor,
        )

    def semua(self) -> QuerySet[CapaianMutakhir]:
        return CapaianMutakhir.objects.filter(unit_id=self.dunia.unit[self.unit])


def tata_ukur(dunia: Dunia, unit: str = "dinas-anggrek", *, wajib: bool = False) -> Ukur:
    """Lay plan, targets and windows for a unit; with ``wajib`` under the national choices."""
    hasil = Ukur(dunia, unit)
    tata_pejabat(dunia, unit, "budi")
    for n, (mulai, selesai) in enumerate(JENDELA, 1):
        so.atur_jadwal(
            **dunia.dasar("fitri"),
            jenis="pengukuran",
            tahun=TAHUN,
            periode=organisasi.periode(TAHUN, JenisPeriode.TRIWULAN, n),
            mulai=mulai,
            selesai=selesai,
            dasar="kebijakan contoh",
        )
    with menulis_langsung(dunia.sistem):
        _tulis(hasil)
    if not wajib:
        longgarkan(dunia)
    return hasil


def longgarkan(dunia: Dunia) -> None:
    """Evidence and a plan of action are advised, not asked for, in this invented government.

    Most tests are about other things than a file behind each figure; what the national choice
    asks for is held by test_syarat_mutu.
    """
    so.tetapkan_kebijakan(
        **dunia.dasar("sistem"),
        kaidah="mutu",
        pilihan={"bukti": "dianjurkan", "rencana_aksi": "dianjurkan"},
        mulai=date(2024, 1, 1),
        dasar="Keputusan contoh 1/2024",
    )


def kunci_jendela(dunia: Dunia) -> None:
    """Choose the hard lock: after its window a sheet is refused until the unit has leave."""
    so.tetapkan_kebijakan(
        **dunia.dasar("fitri"),
        kaidah="pengukuran.jendela",
        pilihan={"jendela": "kunci"},
        mulai=date(2026, 1, 1),
        dasar="SE Sekda contoh",
    )


def tambah_pengampu(u: Ukur, nama: str, pos: str, *kode: str) -> None:
    """Somebody whose post, in a section of its own, answers for these indicators."""
    d = u.dunia
    orang = so.buat_akun(
        **d.dasar("sistem"), nama_pengguna=f"{nama}.uji", nama=f"{nama} Contoh", sandi=None
    )
    d.orang[nama] = type(d.sistem)(orang.pk)
    so.catat_pegawai(**d.dasar("sistem"), kode=nama, nama=f"{nama} Contoh", pengguna_id=orang.pk)
    so.beri_peran(
        **d.dasar("sistem"),
        pengguna_id=orang.pk,
        peran=Peran.PENGAMPU_DATA,
        unit=u.unit,
        mulai=date(2024, 1, 1),
        selesai=None,
    )
    jabatan = so.tambah_jabatan(
        **d.dasar("sistem"), unit="bidang-angsana", kode=pos, nama=pos.title()
    )
    so.tugaskan_pejabat(
        **d.dasar("sistem"),
        jabatan=jabatan.uuid,
        pegawai=Pegawai.objects.get(instansi=d.instansi, kode=nama).uuid,
        sifat="definitif",
        mulai=date(2024, 1, 1),
        selesai=None,
        dasar="SK contoh",
    )
    with menulis_langsung(d.sistem):
        versi = DokumenVersi.objects.filter(
            dokumen__unit_id=d.unit[u.unit], dokumen__jenis="renja"
        ).latest("nomor")
        baru = DokumenVersi.objects.create(
            instansi=d.instansi,
            dokumen=versi.dokumen,
            nomor=versi.nomor + 1,
            sifat_versi="perubahan",
        )
        for model in (IndikatorVersi, TargetVersi):
            for baris in model.objects.filter(dokumen_versi=versi).select_related("indikator"):
                if isinstance(baris, IndikatorVersi) and baris.indikator.kode in kode:
                    baris.pengampu = jabatan
                baris.pk, baris.dokumen_versi = None, baru
                baris.uuid = type(baris)._meta.get_field("uuid").get_default()
                baris.save(force_insert=True)
        baru.ditetapkan = date(2026, 1, 2)
        baru.save(update_fields=["ditetapkan"])


def isi_setahun(u: Ukur) -> None:
    """The whole year of the story, entered by the penyusun in four windows."""
    for n, (menit, desa, aduan) in enumerate(
        (("41", "13/14", "6/6"), ("36", "13/14", "25/30"), ("28", "12/14", "30/36"),
         ("24", "11/14", "8/8")), 1
    ):  # fmt: skip
        u.isi("1b", n, menit)
        u.isi("iku-2", n, desa)
        u.isi("iku-3", n, aduan)
    u.survei(2, SEMESTER_1, "150")
    u.survei(4, SEMESTER_2, "170")
    u.isi("iku-5", 2, "70,00")
    u.isi("iku-4", 4, "11/32")


def _tulis(u: Ukur) -> None:
    d = u.dunia
    i: dict[str, Any] = {"instansi": d.instansi}
    unit_id = d.unit[u.unit]
    dokumen = DokumenPerencanaan.objects.create(
        **i, unit_id=unit_id, jenis="renja", judul="Renja", tahun_mulai=TAHUN, tahun_selesai=TAHUN
    )
    versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
    for urutan, (kode, isi, target) in enumerate(_janji()):
        u.indikator[kode] = Indikator.objects.create(**i, unit_id=unit_id, kode=kode)
        IndikatorVersi.objects.create(
            **i,
            indikator=u.indikator[kode],
            dokumen_versi=versi,
            nama=f"Indikator {kode}",
            arah="turun_baik" if kode == "1b" else "naik_baik",
            iku=kode in LIMA_IKU,
            urutan=urutan,
            **isi,
        )
        TargetVersi.objects.create(
            **i,
            indikator=u.indikator[kode],
            unit_id=unit_id,
            periode=organisasi.periode(TAHUN),
            dokumen_versi=versi,
            **target,
        )
    versi.ditetapkan = date(2025, 7, 31)
    versi.save(update_fields=["ditetapkan"])


def _janji() -> tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]:
    bilangan, rasio = {"jenis_nilai": "bilangan"}, {"jenis_nilai": "rasio", "satuan": "%"}
    bobot = {"bobot": {"iku-1": "0.5", "iku-2": "0.3", "iku-3": "0.2"}}
    d = Decimal
    return (
        ("ikw", bilangan | {"cara": "komposit", "komponen": bobot, "frekuensi": "tahunan"},
         {"nilai": d("83.32"), "teks": "83,32"}),
        ("iku-1", bilangan | {"cara": "survei", "frekuensi": "semester",
                              "agregasi": "rasio_kumulatif"},
         {"nilai": d("83.50"), "teks": "83,50"}),
        ("1b", bilangan | {"frekuensi": "triwulan", "satuan": "menit"},
         {"nilai": d(30), "teks": "30"}),
        ("iku-2", rasio | {"cara": "daftar_periksa", "frekuensi": "triwulan"},
         {"nilai": d(11), "penyebut": d(14), "teks": "11/14"}),
        ("iku-3", rasio | {"frekuensi": "triwulan", "agregasi": "rasio_kumulatif"},
         {"nilai": d("90.00"), "teks": "90,00"}),
        ("iku-4", rasio | {"frekuensi": "tahunan"}, {"nilai": d("35.00"), "teks": "35,00"}),
        ("iku-5", bilangan | {"frekuensi": "tahunan", "jeda_data_tahun": 1},
         {"nilai": d("72.00"), "teks": "72,00"}),
    )  # fmt: skip
