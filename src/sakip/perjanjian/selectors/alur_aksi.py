"""The way of a plan of action through its states; maker, checker and head are three people."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi, bukan_pelaku_sebelumnya
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Pengganti
from sakip.perjanjian.models import KeadaanAksi as K


@dataclass(frozen=True, slots=True)
class KonteksAksi:
    """What the conditions look at; made by ``konteks_aksi``."""

    tanpa_alasan: tuple[str, ...]
    tanpa_waktu: tuple[str, ...]
    berlangkah: bool
    pemeriksa: Collection[int]
    pengganti: Pengganti | None


def _isi(konteks: Konteks) -> KonteksAksi:
    isi = konteks["aksi"]
    assert isinstance(isi, KonteksAksi)  # noqa: S101 - our own key
    return isi


def _berlangkah(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    isi = _isi(konteks)
    if not isi.berlangkah:
        return SyaratBelum("langkah", _("Rencana aksi ini belum memuat satu langkah pun."))
    if isi.tanpa_waktu:
        return SyaratBelum(
            "waktu",
            _("Pilih triwulan pelaksanaan langkah %s.") % ", ".join(isi.tanpa_waktu),
            "langkah",
        )
    return None


def _rekonsiliasi_terjawab(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    tanpa = _isi(konteks).tanpa_alasan
    if not tanpa:
        return None
    return SyaratBelum(
        "rekonsiliasi",
        _("Jawab dengan alasan mengapa target periode berbeda dari target tahun: %s.")
        % "; ".join(tanpa),
        "rekonsiliasi",
    )


def _bukan_pemeriksa(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """Who verified may not approve; where a substitute is named, it is said who."""
    isi = _isi(konteks)
    if lingkup.pengguna_id not in isi.pemeriksa:
        return bukan_pelaku_sebelumnya(lingkup, konteks)
    if isi.pengganti is None:
        pesan = _(
            "Anda sudah memverifikasi dokumen ini; persetujuan harus dilakukan orang lain. Minta "
            "Bagian Organisasi menunjuk pengganti dengan surat tugas."
        )
    else:
        pesan = _(
            "Anda sudah memverifikasi dokumen ini; persetujuan dialihkan ke verifikator pengganti "
            "(surat tugas no. %(dasar)s): %(nama)s."
        ) % {"dasar": isi.pengganti.dasar, "nama": isi.pengganti.pengguna.nama}
    return SyaratBelum("empat_mata", pesan)


def _terhalang_dan_berpengganti(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    isi = _isi(konteks)
    if lingkup.pengguna_id in isi.pemeriksa and isi.pengganti is not None:
        return None
    return SyaratBelum(
        "tidak_terhalang",
        _(
            "Persetujuan dialihkan hanya bila Anda sendiri yang memverifikasi dan pengganti sudah "
            "ditunjuk."
        ),
    )


_TERBUKA = frozenset({K.KONSEP.value, K.DIKEMBALIKAN.value})
ALUR_AKSI = Alur(
    nama="rencana_aksi",
    awal=K.KONSEP,
    transisi=(
        Transisi(frozenset({K.KONSEP}), "ubah", K.KONSEP, Tindakan.SUSUN_AKSI),
        Transisi(frozenset({K.DIKEMBALIKAN}), "ubah", K.DIKEMBALIKAN, Tindakan.SUSUN_AKSI),
        Transisi(
            _TERBUKA,
            "ajukan",
            K.DIAJUKAN,
            Tindakan.SUSUN_AKSI,
            (_berlangkah, _rekonsiliasi_terjawab),
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "verifikasi",
            K.DIVERIFIKASI,
            Tindakan.VERIFIKASI_AKSI,
            (bukan_pelaku_sebelumnya,),
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "kembalikan",
            K.DIKEMBALIKAN,
            Tindakan.VERIFIKASI_AKSI,
            beralasan=True,
        ),
        Transisi(
            frozenset({K.DIVERIFIKASI}),
            "setujui",
            K.DISETUJUI,
            Tindakan.SETUJUI_AKSI,
            (_bukan_pemeriksa,),
        ),
        Transisi(
            frozenset({K.DIVERIFIKASI}),
            "alihkan",
            K.DIVERIFIKASI,
            Tindakan.SETUJUI_AKSI,
            (_terhalang_dan_berpengganti,),
        ),
        Transisi(
            frozenset({K.DIVERIFIKASI}),
            "kembalikan",
            K.DIKEMBALIKAN,
            Tindakan.SETUJUI_AKSI,
            beralasan=True,
        ),
    ),
    sebutan={
        **dict(K.choices),
        "susun": gettext_lazy("menyusun rencana aksi"),
        "ubah": gettext_lazy("mengubah rencana aksi"),
        "ajukan": gettext_lazy("mengajukan rencana aksi"),
        "verifikasi": gettext_lazy("memverifikasi rencana aksi"),
        "setujui": gettext_lazy("menyetujui rencana aksi"),
        "alihkan": gettext_lazy("mengalihkan persetujuan kepada pengganti"),
        "kembalikan": gettext_lazy("mengembalikan rencana aksi"),
    },
)
