"""One evaluation in hand: read whole and locked, checked, moved on, with its history and tasks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci
from sakip.evaluasi import kaidah
from sakip.evaluasi.models import (
    AnggotaTim,
    Evaluasi,
    Jawaban,
    LembarJawaban,
    Rekomendasi,
    RiwayatEvaluasi,
)
from sakip.evaluasi.services.alur import ALUR_EVALUASI, SEBELUM
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, JenisJadwal, PenugasanJabatan, PenugasanPeran
from sakip.organisasi.selectors import Jendela, UnitTampak
from sakip.organisasi.services import naikkan_versi_data

PERAN_EVALUATOR = frozenset(
    {
        Peran.EVALUATOR_PENANGGUNG_JAWAB,
        Peran.EVALUATOR_PENGENDALI_MUTU,
        Peran.EVALUATOR_PENGENDALI_TEKNIS,
        Peran.EVALUATOR_KETUA,
        Peran.EVALUATOR_ANGGOTA,
        Peran.EVALUATOR_LUAR,
    }
)


def bertugas_di(jalur: str, pengguna: Iterable[int], pada: date) -> frozenset[int]:
    """Who of these accounts belongs to the subtree on that day: by a post or a peran. Two queries.

    The peran of evaluators do not count: a substitute team is given them on the unit it evaluates.
    """
    id_pengguna = list(pengguna)
    berperan = PenugasanPeran.objects.filter(
        pengguna_id__in=id_pengguna,
        masa__contains=pada,
        unit__susunan__jalur__startswith=jalur,
        unit__susunan__masa__contains=pada,
    ).exclude(peran__in=PERAN_EVALUATOR)
    menjabat = PenugasanJabatan.objects.filter(
        pegawai__pengguna_id__in=id_pengguna,
        masa__contains=pada,
        jabatan__unit__susunan__jalur__startswith=jalur,
        jabatan__unit__susunan__masa__contains=pada,
    )
    return frozenset(berperan.values_list("pengguna_id", flat=True)) | frozenset(
        menjabat.values_list("pegawai__pengguna_id", flat=True)
    )


def akhir_hari(instansi: Instansi, hari: date) -> datetime:
    """The last minute of a day in the zone of the instansi: when a task falls due."""
    return datetime.combine(hari, time(23, 59), ZoneInfo(instansi.zona))


@dataclass(frozen=True, slots=True)
class Isi:
    """One stored answer as checks and pages need it."""

    jawaban: str
    catatan: str
    versi: int


@dataclass
class Perkara:
    """An evaluation with its team and sheets. ``lingkup`` is the caller's, read anew."""

    evaluasi: Evaluasi
    unit: UnitTampak
    lingkup: Lingkup
    instansi: Instansi
    tingkat: str = ""

    @cached_property
    def lembar_regulasi(self) -> kaidah.Lembar:
        return kaidah.lembar_kerja(
            self.evaluasi.regulasi, self.evaluasi.tahun_evaluasi, self.evaluasi.juknis
        )

    @cached_property
    def tim(self) -> list[AnggotaTim]:
        """The team, in the order of the surat tugas. One query."""
        return list(self.evaluasi.tim.select_related("pengguna").order_by("id"))

    @cached_property
    def lembar(self) -> dict[str, LembarJawaban]:
        """The sheets by tier. One query."""
        return {x.tingkat: x for x in self.evaluasi.lembar.select_related("penilai")}

    @cached_property
    def jawaban(self) -> dict[str, dict[str, Isi]]:
        """Answers by tier and code. One query."""
        hasil: dict[str, dict[str, Isi]] = {t: {} for t in self.lembar}
        for tingkat, kode, jawaban, catatan, versi in Jawaban.objects.filter(
            lembar__evaluasi=self.evaluasi
        ).values_list("lembar__tingkat", "kode", "jawaban", "catatan", "versi"):
            hasil[tingkat][kode] = Isi(jawaban, catatan, versi)
        return hasil

    @property
    def selesai(self) -> set[str]:
        """Tiers whose sheet is finished."""
        return {t for t, x in self.lembar.items() if x.selesai_pada is not None}

    def kosong(self, tingkat: str) -> list[str]:
        """Codes that a tier has not answered yet."""
        ada = self.jawaban.get(tingkat, {})
        return [k for k in self.lembar_regulasi.kode_jawaban if k not in ada]

    def tanpa_catatan(self, tingkat: str) -> list[str]:
        """Codes whose answer needs words that are not there.

        An answer above BB is a statement (its words may stand at an earlier tier that gave the same
        answer); one that departs from the tier before needs its reason.
        """
        milik = self.jawaban.get(tingkat, {})
        sebelum = self.jawaban.get(SEBELUM.get(tingkat, ""), {})
        kurang = []
        for kode in self.lembar_regulasi.kode_jawaban:
            isi, lalu = milik.get(kode), sebelum.get(kode)
            if isi is None or isi.catatan.strip():
                continue
            sama = lalu is not None and lalu.jawaban == isi.jawaban
            berbeda = lalu is not None and not sama
            if berbeda or (
                not sama and kaidah.perlu_pernyataan(self.lembar_regulasi, kode, isi.jawaban)
            ):
                kurang.append(kode)
        return kurang

    @cached_property
    def jendela(self) -> Jendela | None:
        """The window of the self-evaluation. Two queries."""
        return organisasi.jendela(
            self.instansi.pk,
            JenisJadwal.EVALUASI_MANDIRI,
            tahun=self.evaluasi.tahun_kinerja,
            unit_id=self.evaluasi.unit_id,
        )

    @cached_property
    def unit_sendiri(self) -> bool:
        """Whether the caller belongs to the evaluated unit. Two queries."""
        siapa = self.lingkup.pengguna_id
        return siapa in bertugas_di(self.unit.jalur, [siapa], self.lingkup.pada)

    @property
    def peran_tim(self) -> str | None:
        """The caller's part in the team."""
        siapa = self.lingkup.pengguna_id
        return next((a.peran for a in self.tim if a.pengguna_id == siapa), None)

    def pemegang(self, peran: str) -> int | None:
        """The one who plays this part in the team, ``None`` when nobody or more than one does."""
        semua = [a.pengguna_id for a in self.tim if a.peran == peran]
        return semua[0] if len(semua) == 1 else None

    def konteks(self) -> Mapping[str, Any]:
        """What the conditions of the next act may ask."""
        return Malas(
            {
                "keadaan": lambda: self.evaluasi.keadaan,
                "tingkat": lambda: self.tingkat,
                "jendela": lambda: self.jendela,
                "unit_sendiri": lambda: self.unit_sendiri,
                "peran_tim": lambda: self.peran_tim,
                "selesai": lambda: self.selesai,
                "kosong": lambda: self.kosong(self.tingkat),
                "tanpa_catatan": lambda: self.tanpa_catatan(self.tingkat),
                "tenggat": lambda: self.evaluasi.tenggat_tanggapan,
                "rekomendasi": self.evaluasi.rekomendasi.exists,
                "pelaku": lambda: {x.penilai_id for x in self.lembar.values()},
            }
        )

    def wajib(self, tindakan: str, tingkat: str = "") -> None:
        """Refuse an act that state, leave or conditions do not allow; write nothing."""
        self.tingkat = tingkat or self.tingkat
        ALUR_EVALUASI.pindah(
            keadaan=self.evaluasi.keadaan,
            tindakan=tindakan,
            lingkup=self.lingkup,
            jalur=self.unit.jalur,
            konteks=self.konteks(),
        )

    def yang_belum(self, tindakan: str, tingkat: str = "") -> tuple[SyaratBelum, ...]:
        """Every unmet condition of an act that leaves the present state, for a page to show."""
        self.tingkat = tingkat or self.tingkat
        t = ALUR_EVALUASI.cari(self.evaluasi.keadaan, tindakan)
        konteks = self.konteks()
        return tuple(b for s in t.syarat if (b := s(self.lingkup, konteks)))

    def catat(  # noqa: PLR0913 - one argument per fact of the history
        self,
        tindakan: str,
        saat: datetime,
        *,
        dari: str | None = None,
        ke: str | None = None,
        alasan: str = "",
        rekomendasi: Rekomendasi | None = None,
    ) -> None:
        """Write the act into the history, and let pages of the year be drawn anew."""
        RiwayatEvaluasi.objects.create(
            evaluasi=self.evaluasi,
            rekomendasi=rekomendasi,
            dari=self.evaluasi.keadaan if dari is None else dari,
            tindakan=tindakan,
            ke=self.evaluasi.keadaan if ke is None else ke,
            oleh_id=self.lingkup.pengguna_id,
            saat=saat,
            alasan=alasan,
        )
        naikkan_versi_data([(self.evaluasi.unit_id, self.evaluasi.tahun_kinerja)])

    def pindah(self, tindakan: str, saat: datetime, *, alasan: str = "", **isi: Any) -> None:
        """Check an act, store ``isi`` with the new state, and write the act down."""
        self.wajib(tindakan)
        e = self.evaluasi
        dari = e.keadaan
        e.keadaan = ALUR_EVALUASI.cari(dari, tindakan).ke
        e.versi += 1
        for kolom, nilai in isi.items():
            setattr(e, kolom, nilai)
        e.save(update_fields=["keadaan", "versi", *isi])
        self.catat(tindakan, saat, dari=dari, ke=e.keadaan, alasan=alasan)


class Malas(Mapping[str, Any]):
    """What the conditions may ask; each answer is fetched only when one asks."""

    def __init__(self, baca: Mapping[str, Callable[[], Any]]) -> None:
        self._baca = baca

    def __getitem__(self, kunci: str) -> Any:
        return self._baca[kunci]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._baca)

    def __len__(self) -> int:
        return len(self._baca)


def pegang(  # noqa: PLR0913, PLR0917 - what every service takes, handed on
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    evaluasi: UUID,
    izin: Tindakan,
    versi: int | None = None,
) -> Perkara:
    """Lock an evaluation for an act, after seeing that the caller may do it at its unit."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        Evaluasi.objects.filter(instansi=instansi).select_related("unit"),
        uuid=evaluasi,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, izin)
    return Perkara(baris, unit, lingkup, instansi)
