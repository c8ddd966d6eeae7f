"""The way of an agreement through its states, and the conditions of each act (53/2014, Lamp. I)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi, bukan_pelaku_sebelumnya
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import PenugasanJabatan
from sakip.perjanjian.kaidah import SelisihAnggaran
from sakip.perjanjian.models import KeadaanPerjanjian as K
from sakip.perjanjian.models import PerjanjianKinerja


@dataclass(frozen=True, slots=True)
class KonteksPerjanjian:
    """What the conditions look at; made by ``konteks_perjanjian``."""

    perjanjian: PerjanjianKinerja
    selisih: tuple[SelisihAnggaran, ...]
    pelaku: Collection[int]
    berbutir: bool


def _isi(konteks: Konteks) -> KonteksPerjanjian:
    isi = konteks["perjanjian"]
    assert isinstance(isi, KonteksPerjanjian)  # noqa: S101 - our own key
    return isi


def _berisi(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if _isi(konteks).berbutir:
        return None
    return SyaratBelum(
        "butir", _("Perjanjian ini belum memuat satu janji pun. Tarik ulang isinya dari Renja.")
    )


def _sesuai_anggaran(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    selisih = _isi(konteks).selisih
    if not selisih:
        return None
    return SyaratBelum(
        "selisih_anggaran",
        _(
            "Anggaran program %(kode)s berbeda dari DPA yang berlaku; penyusun menarik ulang "
            "isinya dari DPA."
        )
        % {"kode": ", ".join(s.kode for s in selisih)},
        "selisih",
    )


def _pejabat_masih(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    pk = _isi(konteks).perjanjian
    for pihak in (pk.pihak_pertama, pk.pihak_kedua):
        if lingkup.pada not in pihak.masa:
            return SyaratBelum(
                "pejabat_berganti",
                _(
                    "%(nama)s tidak menjabat %(jabatan)s pada %(hari)s. Kembalikan kepada "
                    "penyusun supaya ditarik ulang dengan pejabat sekarang."
                )
                % {
                    "nama": pihak.pegawai.nama,
                    "jabatan": pihak.jabatan.nama,
                    "hari": date_format(lingkup.pada, "j F Y"),
                },
            )
    return None


def _bukan_di_atas_kertas(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if not _isi(konteks).perjanjian.di_atas_kertas:
        return None
    return SyaratBelum(
        "di_atas_kertas",
        _(
            "Perjanjian ini sudah dicetak untuk ditandatangani di atas kertas. Unggah pindaiannya, "
            "atau kembalikan kepada penyusun bila kertasnya tidak jadi dipakai."
        ),
    )


def _sudah_dicetak(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if _isi(konteks).perjanjian.di_atas_kertas:
        return None
    return SyaratBelum(
        "belum_dicetak",
        _("Terbitkan dahulu naskah untuk ditandatangani di atas kertas; pindaiannya dicocokkan."),
    )


def _penandatangan(lingkup: Lingkup, pihak: PenugasanJabatan, sebagai: str) -> SyaratBelum | None:
    if pihak.pegawai.pengguna_id == lingkup.pengguna_id:
        return None
    return SyaratBelum(
        "bukan_penandatangan",
        _(
            "Yang menandatangani sebagai %(sebagai)s adalah %(nama)s, %(jabatan)s; tidak dapat "
            "diwakili akun lain."
        )
        % {"sebagai": sebagai, "nama": pihak.pegawai.nama, "jabatan": pihak.jabatan.nama},
    )


def _pihak_pertama_sendiri(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    return _penandatangan(lingkup, _isi(konteks).perjanjian.pihak_pertama, _("Pihak Pertama"))


def _pihak_kedua_sendiri(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    return _penandatangan(lingkup, _isi(konteks).perjanjian.pihak_kedua, _("Pihak Kedua"))


_TERBUKA = frozenset({K.KONSEP.value, K.DIKEMBALIKAN.value})
ALUR_PERJANJIAN = Alur(
    nama="perjanjian",
    awal=K.KONSEP,
    transisi=(
        Transisi(
            _TERBUKA,
            "ajukan",
            K.DIAJUKAN,
            Tindakan.SUSUN_PERJANJIAN,
            (_berisi, _sesuai_anggaran, _pejabat_masih),
        ),
        Transisi(frozenset({K.KONSEP}), "tarik_ulang", K.KONSEP, Tindakan.SUSUN_PERJANJIAN),
        Transisi(
            frozenset({K.DIKEMBALIKAN}), "tarik_ulang", K.DIKEMBALIKAN, Tindakan.SUSUN_PERJANJIAN
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "telaah",
            K.DITELAAH,
            Tindakan.TELAAH_PERJANJIAN,
            (_sesuai_anggaran, _pejabat_masih, bukan_pelaku_sebelumnya),
        ),
        Transisi(
            frozenset({K.DIAJUKAN, K.DITELAAH, K.DITANDATANGANI_PERTAMA}),
            "kembalikan",
            K.DIKEMBALIKAN,
            Tindakan.TELAAH_PERJANJIAN,
            beralasan=True,
        ),
        Transisi(
            frozenset({K.DITELAAH}),
            "tandatangani_pertama",
            K.DITANDATANGANI_PERTAMA,
            Tindakan.TANDATANGANI_PERTAMA,
            (_sesuai_anggaran, _pejabat_masih, _pihak_pertama_sendiri, _bukan_di_atas_kertas),
        ),
        Transisi(
            frozenset({K.DITANDATANGANI_PERTAMA}),
            "tandatangani_kedua",
            K.DITANDATANGANI,
            Tindakan.TANDATANGANI_KEDUA,
            (_pejabat_masih, _pihak_kedua_sendiri),
        ),
        Transisi(
            frozenset({K.DITELAAH}),
            "terbitkan_naskah",
            K.DITELAAH,
            Tindakan.UNGGAH_PINDAIAN,
            (_sesuai_anggaran, _pejabat_masih, _bukan_di_atas_kertas),
        ),
        Transisi(
            frozenset({K.DITELAAH}),
            "catat_kertas",
            K.DITANDATANGANI,
            Tindakan.UNGGAH_PINDAIAN,
            (_sudah_dicetak,),
        ),
    ),
    sebutan={
        **dict(K.choices),
        "susun": gettext_lazy("menyusun perjanjian"),
        "ajukan": gettext_lazy("mengajukan perjanjian"),
        "tarik_ulang": gettext_lazy("menarik ulang dari rencana dan DPA"),
        "telaah": gettext_lazy("menelaah perjanjian"),
        "kembalikan": gettext_lazy("mengembalikan perjanjian"),
        "tandatangani_pertama": gettext_lazy("menandatangani sebagai Pihak Pertama"),
        "tandatangani_kedua": gettext_lazy("menandatangani sebagai Pihak Kedua"),
        "terbitkan_naskah": gettext_lazy("menerbitkan naskah untuk ditandatangani di atas kertas"),
        "catat_kertas": gettext_lazy("mencatat tanda tangan di atas kertas"),
    },
)


@dataclass(frozen=True, slots=True)
class TindakanTampak:
    """An act that leaves this state: may the caller do it, and what is missing for it."""

    kode: str
    sebutan: str
    boleh: bool
    belum: tuple[SyaratBelum, ...]

    @property
    def siap(self) -> bool:
        return self.boleh and not self.belum


def tindakan_tampak(
    lingkup: Lingkup, alur: Alur, keadaan: str, jalur: str, konteks: Konteks
) -> dict[str, TindakanTampak]:
    """Every act from ``keadaan``, with all unmet conditions at once. No query of its own."""
    return {
        t.tindakan: TindakanTampak(
            t.tindakan,
            alur.sebut(t.tindakan),
            lingkup.boleh(t.izin, jalur),
            tuple(b for s in t.syarat if (b := s(lingkup, konteks))),
        )
        for t in alur.tindakan_dari(keadaan)
    }
