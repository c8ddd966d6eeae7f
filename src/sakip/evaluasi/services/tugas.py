"""Who must do what next, by when: the inbox that follows from the state of an evaluation."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.izin import Peran
from sakip.evaluasi.models import (
    KeadaanEvaluasi,
    KeadaanRekomendasi,
    Rekomendasi,
    Tingkat,
)
from sakip.evaluasi.services.alur import PERAN_TINGKAT, TINGKAT_TIM
from sakip.evaluasi.services.perkara import Perkara, akhir_hari

ALUR = "evaluasi"
ALUR_REKOMENDASI = "tindak_lanjut"


def perbarui_tugas(p: Perkara, saat: datetime) -> None:
    """Replace the tasks of one evaluation by those of its state."""
    proyeksikan_tugas(
        instansi_id=p.instansi.pk,
        alur=ALUR,
        objek=p.evaluasi.uuid,
        tugas=_MENURUT_KEADAAN[p.evaluasi.keadaan](p),
        saat=saat,
    )


def _tugas(p: Perkara, peran: Peran, pola: str, *tempat: str, **isi: Any) -> TugasBaru:
    """One task; ``tempat``: the page's name and what its address holds after unit and year."""
    e = p.evaluasi
    halaman, *sisa = tempat
    return TugasBaru(
        peran,
        e.unit_id,
        pola,
        isian={"unit": p.unit.nama, "tahun": str(e.tahun_kinerja)} | isi.pop("isian", {}),
        sasaran={"halaman": halaman, "isi": [e.tahun_kinerja, p.unit.slug, *sisa]},
        tahun=e.tahun_kinerja,
        **isi,
    )


def _dibuka(p: Perkara) -> list[TugasBaru]:
    batas = None if p.jendela is None else akhir_hari(p.instansi, p.jendela.batas)
    return [
        _tugas(
            p,
            Peran.PENYUSUN_UNIT,
            gettext_noop("Isi dan ajukan evaluasi mandiri {tahun} {unit}"),
            "lke",
            Tingkat.MANDIRI,
            jatuh_tempo=batas,
        )
    ]


def _mandiri(p: Perkara) -> list[TugasBaru]:
    return [
        _tugas(
            p,
            Peran.EVALUATOR_PENANGGUNG_JAWAB,
            gettext_noop("Terbitkan surat tugas evaluasi {unit} {tahun}"),
            "evaluasi_unit",
        )
    ]


def _ditugaskan(p: Perkara) -> list[TugasBaru]:
    for tingkat in TINGKAT_TIM:
        if tingkat not in p.selesai:
            peran = PERAN_TINGKAT[tingkat]
            return [
                _tugas(
                    p,
                    peran,
                    gettext_noop("Selesaikan lembar kerja evaluasi {unit} {tahun}"),
                    "lke",
                    tingkat,
                    pengguna_id=p.pemegang(peran),
                )
            ]
    return [
        _tugas(
            p,
            Peran.EVALUATOR_KETUA,
            gettext_noop("Sampaikan naskah hasil sementara kepada {unit}"),
            "evaluasi_unit",
            pengguna_id=p.pemegang(Peran.EVALUATOR_KETUA),
        )
    ]


def _sementara(p: Perkara) -> list[TugasBaru]:
    tenggat = p.evaluasi.tenggat_tanggapan
    assert tenggat is not None  # noqa: S101 - set by the act that leads here
    return [
        _tugas(
            p,
            Peran.PIMPINAN_UNIT,
            gettext_noop("Tanggapi naskah hasil sementara evaluasi {tahun} {unit}"),
            "evaluasi_unit",
            jatuh_tempo=akhir_hari(p.instansi, tenggat),
        ),
        _tugas(
            p,
            Peran.EVALUATOR_PENGENDALI_MUTU,
            gettext_noop("Siapkan panel {unit}: tanggapan ditunggu sampai {tenggat}"),
            "lke",
            Tingkat.PANEL,
            isian={"tenggat": date_format(tenggat, "j F Y")},
            pengguna_id=p.pemegang(Peran.EVALUATOR_PENGENDALI_MUTU),
        ),
    ]


def _ditanggapi(p: Perkara) -> list[TugasBaru]:
    return [
        _tugas(
            p,
            Peran.EVALUATOR_PENGENDALI_MUTU,
            gettext_noop("Putuskan nilai {unit} {tahun} dalam panel"),
            "lke",
            Tingkat.PANEL,
            pengguna_id=p.pemegang(Peran.EVALUATOR_PENGENDALI_MUTU),
        )
    ]


def _dipanelkan(p: Perkara) -> list[TugasBaru]:
    if not p.evaluasi.rekomendasi.exists():
        return [
            _tugas(
                p,
                Peran.EVALUATOR_KETUA,
                gettext_noop("Tulis rekomendasi LHE {unit} {tahun}"),
                "rekomendasi",
                pengguna_id=p.pemegang(Peran.EVALUATOR_KETUA),
            )
        ]
    return [
        _tugas(
            p,
            Peran.EVALUATOR_PENANGGUNG_JAWAB,
            gettext_noop("Terbitkan LHE {unit} {tahun}"),
            "lhe",
        )
    ]


def _diterbitkan(p: Perkara) -> list[TugasBaru]:
    terbuka = p.evaluasi.rekomendasi.filter(keadaan=KeadaanRekomendasi.TERBUKA).count()
    if terbuka == 0:
        return []
    tenggat = p.evaluasi.tenggat_rencana
    return [
        _tugas(
            p,
            Peran.PENYUSUN_UNIT,
            gettext_noop("Rencanakan tindak lanjut {banyak} rekomendasi LHE {tahun} {unit}"),
            "rekomendasi",
            isian={"banyak": str(terbuka)},
            jatuh_tempo=None if tenggat is None else akhir_hari(p.instansi, tenggat),
        )
    ]


_MENURUT_KEADAAN: Mapping[str, Callable[[Perkara], list[TugasBaru]]] = {
    KeadaanEvaluasi.DIBUKA: _dibuka,
    KeadaanEvaluasi.MANDIRI: _mandiri,
    KeadaanEvaluasi.DITUGASKAN: _ditugaskan,
    KeadaanEvaluasi.SEMENTARA: _sementara,
    KeadaanEvaluasi.DITANGGAPI: _ditanggapi,
    KeadaanEvaluasi.DIPANELKAN: _dipanelkan,
    KeadaanEvaluasi.DITERBITKAN: _diterbitkan,
}


def perbarui_tugas_rekomendasi(p: Perkara, r: Rekomendasi, saat: datetime) -> None:
    """Replace the tasks of one recommendation: to show what was done, or to check it."""
    isian = {"nomor": str(r.nomor)}
    tugas: list[TugasBaru] = []
    if r.keadaan in {KeadaanRekomendasi.DIRENCANAKAN, KeadaanRekomendasi.BELUM_SESUAI}:
        tugas.append(
            _tugas(
                p,
                Peran.PENYUSUN_UNIT,
                gettext_noop(
                    "Sampaikan bukti tindak lanjut rekomendasi {nomor} LHE {tahun} {unit}"
                ),
                "tindak_lanjut",
                str(r.uuid),
                isian=isian,
                jatuh_tempo=None if r.tenggat is None else akhir_hari(p.instansi, r.tenggat),
            )
        )
    elif r.keadaan == KeadaanRekomendasi.DITINDAKLANJUTI:
        tugas.append(
            _tugas(
                p,
                Peran.EVALUATOR_KETUA,
                gettext_noop("Periksa bukti tindak lanjut rekomendasi {nomor} LHE {tahun} {unit}"),
                "tindak_lanjut",
                str(r.uuid),
                isian=isian,
            )
        )
    proyeksikan_tugas(
        instansi_id=p.instansi.pk, alur=ALUR_REKOMENDASI, objek=r.uuid, tugas=tugas, saat=saat
    )
