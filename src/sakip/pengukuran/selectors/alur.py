"""The acts on a sheet as a table, who acted on one before, and what a viewer may do now."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Transisi, bukan_pelaku_sebelumnya
from sakip.alur.selectors import pengganti_sah
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import (
    BuktiRealisasi,
    KeadaanLembar,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)

K = KeadaanLembar
MENGISI = (
    "pengukuran.isi_realisasi",
    "pengukuran.isi_survei",
    "pengukuran.isi_pilahan",
    "pengukuran.terapkan_buku_pengukuran",
)
MEMBUKTIKAN = ("pengukuran.tautkan_bukti", "pengukuran.lepas_bukti")
# A workbook is applied and taken back by the import that carries it; other imports leave figures
# alone that are on a sheet.
MENGISI_LEWAT_IMPOR = ("impor.terapkan_impor", "impor.batalkan_impor")


def _kembali(dari: KeadaanLembar, izin: Tindakan) -> Transisi:
    return Transisi(frozenset({dari}), "kembalikan", K.DIKEMBALIKAN, izin, beralasan=True)


ALUR_LEMBAR = Alur(
    nama="pengukuran",
    awal=K.KONSEP,
    transisi=(
        Transisi(
            frozenset({K.KONSEP, K.DIKEMBALIKAN}), "ajukan", K.DIAJUKAN, Tindakan.AJUKAN_PENGUKURAN
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "verifikasi",
            K.DIVERIFIKASI,
            Tindakan.VERIFIKASI_PENGUKURAN,
            (bukan_pelaku_sebelumnya,),
        ),
        Transisi(
            frozenset({K.DIVERIFIKASI}),
            "setujui",
            K.DISETUJUI,
            Tindakan.SETUJUI_PENGUKURAN,
            (bukan_pelaku_sebelumnya,),
        ),
        Transisi(
            frozenset({K.DISETUJUI}),
            "telaah",
            K.DITELAAH,
            Tindakan.TELAAH_PENGUKURAN,
            (bukan_pelaku_sebelumnya,),
        ),
        # Who reviewed may lock as well: both are the coordinator's; who made or checked may not.
        Transisi(
            frozenset({K.DITELAAH}),
            "kunci",
            K.TERKUNCI,
            Tindakan.TELAAH_PENGUKURAN,
            (bukan_pelaku_sebelumnya,),
        ),
        Transisi(
            frozenset({K.TERKUNCI}),
            "buka_kunci",
            K.DIKEMBALIKAN,
            Tindakan.TELAAH_PENGUKURAN,
            beralasan=True,
        ),
        _kembali(K.DIAJUKAN, Tindakan.VERIFIKASI_PENGUKURAN),
        _kembali(K.DIVERIFIKASI, Tindakan.SETUJUI_PENGUKURAN),
        _kembali(K.DISETUJUI, Tindakan.TELAAH_PENGUKURAN),
        _kembali(K.DITELAAH, Tindakan.TELAAH_PENGUKURAN),
    ),
    sebutan={
        "ajukan": gettext_lazy("mengajukan pengukuran"),
        "verifikasi": gettext_lazy("memverifikasi pengukuran"),
        "setujui": gettext_lazy("menyetujui pengukuran"),
        "telaah": gettext_lazy("menelaah pengukuran"),
        "kunci": gettext_lazy("mengunci pengukuran"),
        "buka_kunci": gettext_lazy("membuka kunci pengukuran"),
        "kembalikan": gettext_lazy("mengembalikan pengukuran"),
        **{k.value: k.label for k in K},
    },
)
# Whose acts bar a person from an act that asks for this leave; a return alone bars nobody.
PELAKU_SEBELUM: dict[Tindakan, tuple[str, ...]] = {
    Tindakan.VERIFIKASI_PENGUKURAN: ("ajukan", "jawab"),
    Tindakan.SETUJUI_PENGUKURAN: ("ajukan", "jawab", "periksa", "verifikasi"),
    Tindakan.TELAAH_PENGUKURAN: ("ajukan", "jawab", "periksa", "verifikasi", "setujui"),
}
EMPAT_MATA = frozenset({"verifikasi", "setujui", "telaah", "kunci"})
PERAN_TINDAKAN = {
    Tindakan.VERIFIKASI_PENGUKURAN: Peran.VERIFIKATOR_UNIT,
    Tindakan.SETUJUI_PENGUKURAN: Peran.PIMPINAN_UNIT,
    Tindakan.TELAAH_PENGUKURAN: Peran.KOORDINATOR_SAKIP,
}


def pelaku_lembar(lembar: LembarPengukuran, izin: Tindakan) -> set[int]:
    """Who acted on a sheet before an act of this leave, and who made what stands on it.

    Makers are those who entered figures, and those who put evidence behind them or took it off: a
    verifier who chose the proof would be judging his own choice. Three queries.
    """
    bertindak = RiwayatLembar.objects.filter(lembar=lembar, tindakan__in=PELAKU_SEBELUM[izin])
    angka = Realisasi.pgh_event_model  # type: ignore[attr-defined]
    mengisi = angka.objects.filter(
        Q(pgh_context__metadata__tindakan__in=MENGISI)
        | Q(lembar=lembar, pgh_context__metadata__tindakan__in=MENGISI_LEWAT_IMPOR),
        pgh_obj__lembar=lembar,
    ).values_list("pgh_context__metadata__pengguna", flat=True)
    bukti = BuktiRealisasi.pgh_event_model  # type: ignore[attr-defined]
    membuktikan = bukti.objects.filter(
        realisasi__lembar=lembar, pgh_context__metadata__tindakan__in=MEMBUKTIKAN
    ).values_list("pgh_context__metadata__pengguna", flat=True)
    return {*bertindak.values_list("oleh_id", flat=True), *mengisi, *membuktikan}


def pelaku_banyak(pengguna_id: int, lembar: Mapping[int, LembarPengukuran]) -> set[int]:
    """Ids of those sheets whose waiting act four eyes bar this person from. Three queries.

    ``lembar``: sheets by id, each in a state that waits for an act.
    """
    if not lembar:
        return set()
    sebelum = {
        pk: PELAKU_SEBELUM.get(t.izin, ())
        for pk, x in lembar.items()
        for t in ALUR_LEMBAR.tindakan_dari(x.keadaan)
    }
    bertindak = {
        pk
        for pk, tindakan in RiwayatLembar.objects.filter(
            lembar__in=lembar, oleh_id=pengguna_id
        ).values_list("lembar_id", "tindakan")
        if tindakan in sebelum[pk]
    }
    angka = Realisasi.pgh_event_model  # type: ignore[attr-defined]
    mengisi = angka.objects.filter(
        Q(pgh_context__metadata__tindakan__in=MENGISI)
        | Q(lembar__in=lembar, pgh_context__metadata__tindakan__in=MENGISI_LEWAT_IMPOR),
        pgh_obj__lembar__in=lembar,
        pgh_context__metadata__pengguna=pengguna_id,
    ).values_list("pgh_obj__lembar_id", flat=True)
    bukti = BuktiRealisasi.pgh_event_model  # type: ignore[attr-defined]
    membuktikan = bukti.objects.filter(
        realisasi__lembar__in=lembar,
        pgh_context__metadata__tindakan__in=MEMBUKTIKAN,
        pgh_context__metadata__pengguna=pengguna_id,
    ).values_list("realisasi__lembar_id", flat=True)
    return bertindak | set(mengisi) | set(membuktikan)


@dataclass(frozen=True, slots=True)
class TindakanTampak:
    """One act that is possible from here for the viewer; ``sebab`` says why it is not his now."""

    kode: str
    sebutan: str
    sebab: str = ""

    @property
    def boleh(self) -> bool:
        return not self.sebab


def tindakan_lembar(
    lingkup: Lingkup, unit: UnitTampak, lembar: LembarPengukuran
) -> dict[str, TindakanTampak]:
    """What the viewer may do with a sheet now, by code. At most seven queries; outsiders: none."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    hasil = {}
    for t in ALUR_LEMBAR.tindakan_dari(lembar.keadaan):
        satu = _tampak(lingkup, unit, lembar, t)
        if satu is not None:
            hasil[t.tindakan] = satu
    return hasil


def _tampak(
    lingkup: Lingkup, unit: UnitTampak, lembar: LembarPengukuran, t: Transisi
) -> TindakanTampak | None:
    peran = PERAN_TINDAKAN.get(t.izin)
    sendiri = lingkup.boleh(t.izin, unit.jalur)
    satu = TindakanTampak(t.tindakan, ALUR_LEMBAR.sebut(t.tindakan))
    if peran is None or (sendiri and t.tindakan not in EMPAT_MATA):
        return satu if sendiri else None
    bernama = organisasi.pengganti(unit.id, peran, lingkup.pada)
    if not sendiri and (bernama is None or bernama.pengguna_id != lingkup.pengguna_id):
        return None
    pelaku = pelaku_lembar(lembar, t.izin)
    if sendiri and lingkup.pengguna_id not in pelaku:
        return satu
    if lingkup.pengguna_id not in pelaku and pengganti_sah(
        lingkup, unit_id=unit.id, peran=peran, pelaku=pelaku
    ):
        return satu
    if not sendiri:
        return None
    return TindakanTampak(satu.kode, satu.sebutan, _sebab(bernama.pengguna.nama if bernama else ""))


def _sebab(pengganti: str) -> str:
    if pengganti:
        return (
            _(
                "Anda sudah bertindak atas lembar ini; tindakan ini dialihkan kepada %s sebagai "
                "pengganti."
            )
            % pengganti
        )
    return _(
        "Anda sudah bertindak atas lembar ini, jadi orang lain yang harus memeriksanya. Mintalah "
        "Bagian Organisasi menunjuk pengganti."
    )
