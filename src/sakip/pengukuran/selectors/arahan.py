"""What superiors asked for on a unit's sheets, what was answered, and who may do what with it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Transisi
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import (
    KeadaanArahan,
    KeadaanLembar,
    LembarPengukuran,
    RiwayatArahan,
)
from sakip.pengukuran.selectors.tampak import ArahanLembar, ArahanTampak, Kejadian

K = KeadaanArahan
DAPAT_DIJAWAB = frozenset({KeadaanLembar.KONSEP, KeadaanLembar.DIKEMBALIKAN})
# Who may write from which state of the sheet on: its own head as soon as he has it before him,
# those above him once he has answered for it.
_DARI_PIMPINAN = frozenset(
    {
        KeadaanLembar.DIVERIFIKASI,
        KeadaanLembar.DISETUJUI,
        KeadaanLembar.DITELAAH,
        KeadaanLembar.TERKUNCI,
    }
)
_DARI_ATAS = _DARI_PIMPINAN - {KeadaanLembar.DIVERIFIKASI}
KEADAAN_MENULIS: dict[Peran, frozenset[KeadaanLembar]] = {
    Peran.PIMPINAN_UNIT: _DARI_PIMPINAN,
    Peran.KOORDINATOR_SAKIP: _DARI_ATAS,
    Peran.SEKRETARIS_DAERAH: _DARI_ATAS,
    Peran.PIMPINAN_DAERAH: _DARI_ATAS,
}
ALUR_ARAHAN = Alur(
    nama="arahan",
    awal=K.DITULIS,
    transisi=(
        Transisi(frozenset({K.DITULIS, K.DIJAWAB}), "jawab", K.DIJAWAB, Tindakan.JAWAB_ARAHAN),
        Transisi(frozenset({K.DIJAWAB}), "tutup", K.DITUTUP, Tindakan.TULIS_ARAHAN),
        # Written by mistake, or overtaken by events: nobody has to answer it then.
        Transisi(frozenset({K.DITULIS}), "tutup", K.DITUTUP, Tindakan.TULIS_ARAHAN, beralasan=True),
        Transisi(frozenset({K.DIJAWAB}), "perbarui", K.DITULIS, Tindakan.TULIS_ARAHAN),
    ),
    sebutan={
        "jawab": gettext_lazy("menjawab arahan"),
        "tutup": gettext_lazy("menutup arahan"),
        "perbarui": gettext_lazy("memperbarui arahan"),
        str(K.DITULIS): K.DITULIS.label,
        str(K.DIJAWAB): K.DIJAWAB.label,
        str(K.DITUTUP): K.DITUTUP.label,
    },
)


def memegang(lingkup: Lingkup, peran: str, jalur: str) -> bool:
    """Whether the caller holds exactly this part over the unit."""
    return any(k.peran == peran and jalur.startswith(k.jalur) for k in lingkup.kewenangan)


def peran_menulis(lingkup: Lingkup, unit: UnitTampak, keadaan: str) -> Peran | None:
    """The part in which the caller may write an arahan on a sheet in this state. No query."""
    for peran, boleh in KEADAAN_MENULIS.items():
        if keadaan in boleh and memegang(lingkup, peran, unit.jalur):
            return peran
    return None


def arahan_lembar(
    lingkup: Lingkup, unit: UnitTampak, periode: Periode, lembar: LembarPengukuran | None
) -> ArahanLembar:
    """Arahan to be answered on the sheet of a quarter, and those written on it. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    semua: dict[int, ArahanTampak] = {}
    for r in (
        RiwayatArahan.objects.filter(
            Q(arahan__untuk=periode)
            | Q(arahan__lembar__periode=periode)
            | Q(arahan__keadaan=K.DITULIS, arahan__untuk__selesai__lt=periode.selesai),
            arahan__unit_id=unit.id,
        )
        .select_related(
            "oleh",
            "arahan__untuk",
            "arahan__indikator",
            "arahan__lembar__periode",
            "arahan__bukti",
        )
        .order_by("arahan_id", "id")
    ):
        satu = semua.setdefault(r.arahan_id, ArahanTampak(r.arahan))
        satu.riwayat.append(Kejadian(r.saat, r.oleh.nama, r.tindakan, r.ke, r.alasan, ""))
    terbuka = lembar is None or lembar.keadaan in DAPAT_DIJAWAB
    for satu in semua.values():
        _tandai(lingkup, unit, periode, satu, terbuka=terbuka)
    return ArahanLembar(
        tuple(s for s in semua.values() if s.arahan.lembar.periode_id != periode.pk),
        tuple(s for s in semua.values() if s.arahan.lembar.periode_id == periode.pk),
    )


def _tandai(
    lingkup: Lingkup, unit: UnitTampak, periode: Periode, s: ArahanTampak, *, terbuka: bool
) -> None:
    a = s.arahan
    di_sini = a.untuk.selesai <= periode.selesai and a.lembar.periode_id != periode.pk
    s.tagihan = di_sini and a.keadaan == K.DITULIS
    s.boleh_jawab = (
        di_sini
        and terbuka
        and a.keadaan != K.DITUTUP
        and lingkup.boleh(Tindakan.JAWAB_ARAHAN, unit.jalur)
    )
    s.boleh_putus = a.keadaan != K.DITUTUP and memegang(lingkup, a.peran, unit.jalur)
