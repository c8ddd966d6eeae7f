"""The acts on a sheet: handed in, verified, approved, reviewed, locked; and back with a reason."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.alur.mesin import (
    Alur,
    SyaratBelum,
    SyaratBelumTerpenuhi,
    Transisi,
    bukan_pelaku_sebelumnya,
)
from sakip.alur.selectors import pengganti_sah
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.services.lembar import (
    AlamatLembar,
    Berjendela,
    lembar_wajib,
    naikkan_lembar,
    pasang_tugas,
    wajib_versi,
)

K = KeadaanLembar
MENGISI = ("pengukuran.isi_realisasi", "pengukuran.isi_survei")


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
        Transisi(frozenset({K.DITELAAH}), "kunci", K.TERKUNCI, Tindakan.TELAAH_PENGUKURAN),
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
# Who acts next, and the sentence in the inbox.
BERIKUT: dict[str, tuple[Peran, str]] = {
    K.DIAJUKAN: (
        Peran.VERIFIKATOR_UNIT,
        gettext_noop("Verifikasi pengukuran triwulan {triwulan} {tahun} {unit}"),
    ),
    K.DIVERIFIKASI: (
        Peran.PIMPINAN_UNIT,
        gettext_noop("Setujui pengukuran triwulan {triwulan} {tahun} {unit}"),
    ),
    K.DISETUJUI: (
        Peran.KOORDINATOR_SAKIP,
        gettext_noop("Telaah pengukuran triwulan {triwulan} {tahun} {unit}"),
    ),
    K.DITELAAH: (
        Peran.KOORDINATOR_SAKIP,
        gettext_noop("Kunci pengukuran triwulan {triwulan} {tahun} {unit}"),
    ),
}
POLA_PERBAIKI = gettext_noop("Perbaiki pengukuran triwulan {triwulan} {tahun} {unit}: {alasan}")
PELAKU_SEBELUM: dict[str, tuple[str, ...]] = {
    "verifikasi": ("ajukan",),
    "setujui": ("ajukan", "verifikasi"),
    "telaah": ("ajukan", "verifikasi", "setujui"),
}
PERAN_TINDAKAN = {
    Tindakan.VERIFIKASI_PENGUKURAN: Peran.VERIFIKATOR_UNIT,
    Tindakan.SETUJUI_PENGUKURAN: Peran.PIMPINAN_UNIT,
    Tindakan.TELAAH_PENGUKURAN: Peran.KOORDINATOR_SAKIP,
}


class Perbuatan:
    """One act on one sheet, from the door to the inbox of the next person."""

    def __init__(
        self, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
    ) -> None:
        self.lingkup: Lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
        # Whoever may see the unit gets this far; the act itself is asked for by the engine.
        self.unit: UnitTampak = organisasi.unit_menurut_slug(
            self.lingkup, alamat.unit, Tindakan.LIHAT_KINERJA
        )
        self.instansi, self.saat, self.tahun = instansi, saat, alamat.tahun
        self.satu: Berjendela = lembar_wajib(self.unit, alamat.tahun, alamat.triwulan)
        self.versi = versi

    @property
    def lembar(self) -> LembarPengukuran:
        return self.satu.lembar

    def pindah(
        self, tindakan: str, *, alasan: str = "", belum: Sequence[SyaratBelum] = ()
    ) -> Transisi:
        """Ask the engine: state, peran, reason, four eyes, and all of ``belum`` with them."""
        t = ALUR_LEMBAR.cari(self.lembar.keadaan, tindakan)
        pelaku = self._pelaku(tindakan)
        peran = PERAN_TINDAKAN.get(t.izin)
        pengganti = peran is not None and self._pengganti(t.izin, peran, pelaku)
        syarat: tuple[SyaratBelum, ...] = ()
        try:
            t = ALUR_LEMBAR.pindah(
                keadaan=self.lembar.keadaan,
                tindakan=tindakan,
                lingkup=self.lingkup,
                jalur=self.unit.jalur,
                alasan=alasan,
                konteks={"pelaku": pelaku},
                sebagai_pengganti=pengganti,
            )
        except SyaratBelumTerpenuhi as galat:
            syarat = galat.syarat
        wajib_versi(self.lembar, self.versi)
        if syarat or belum:
            raise SyaratBelumTerpenuhi((*syarat, *belum))
        return t

    def _pengganti(self, izin: Tindakan, peran: Peran, pelaku: Collection[int]) -> bool:
        """A substitute is asked about only where the peran itself does not do."""
        sendiri = self.lingkup.boleh(izin, self.unit.jalur)
        if sendiri and self.lingkup.pengguna_id not in pelaku:
            return False
        return pengganti_sah(self.lingkup, unit_id=self.unit.id, peran=peran, pelaku=pelaku)

    def _pelaku(self, tindakan: str) -> set[int]:
        """Those who made or checked this sheet before; for an act without four eyes nobody."""
        sebelum = PELAKU_SEBELUM.get(tindakan)
        return set() if sebelum is None else pelaku_lembar(self.lembar, sebelum)

    def catat(
        self,
        t: Transisi,
        *,
        alasan: str = "",
        angka: Sequence[Realisasi] = (),
        **kolom: object,
    ) -> LembarPengukuran:
        """Write the new state of the sheet and of its figures, the history and the inbox."""
        dari = self.lembar.keadaan
        naikkan_lembar(self.lembar, keadaan=t.ke, **kolom)
        pindahkan_angka(self.lembar, t.ke, angka)
        RiwayatLembar.objects.bulk_create(
            RiwayatLembar(
                lembar=self.lembar,
                realisasi=r,
                dari=dari,
                tindakan=t.tindakan,
                ke=t.ke,
                oleh_id=self.lingkup.pengguna_id,
                saat=self.saat,
                alasan=alasan,
                teks=r.teks if r else "",
            )
            for r in (angka or (None,))
        )
        self._tugaskan(alasan)
        naikkan_versi_data([(self.unit.id, self.tahun)])
        return self.lembar

    def _tugaskan(self, alasan: str) -> None:
        berikut = BERIKUT.get(self.lembar.keadaan)
        if self.lembar.keadaan == K.DIKEMBALIKAN:
            # Who entered the figures mends them; the penyusun hands the sheet in again.
            pola = {Peran.PENYUSUN_UNIT: POLA_PERBAIKI, Peran.PENGAMPU_DATA: POLA_PERBAIKI}
            ringkas = alasan if len(alasan) <= 120 else f"{alasan[:119]}…"
            pasang_tugas(self.satu, self.unit, self.instansi, self.saat, pola, alasan=ringkas)
        elif berikut is None:
            pasang_tugas(self.satu, self.unit, self.instansi, self.saat, {})
        else:
            peran, kata = berikut
            pasang_tugas(
                self.satu,
                self.unit,
                self.instansi,
                self.saat,
                {peran: kata},
                pengguna_id=self._pengganti_bertugas(peran),
            )

    def _pengganti_bertugas(self, peran: Peran) -> int | None:
        """The named substitute, where everybody who holds the peran acted on this sheet before."""
        tindakan = {Peran.VERIFIKATOR_UNIT: "verifikasi", Peran.PIMPINAN_UNIT: "setujui"}.get(peran)
        if tindakan is None:
            return None
        pemegang = organisasi.pemegang_peran(self.unit.id, peran, self.lingkup.pada)
        if not pemegang or not pemegang <= self._pelaku(tindakan):
            return None
        ada = organisasi.pengganti(self.unit.id, peran, self.lingkup.pada)
        return ada.pengguna_id if ada else None


def pelaku_lembar(lembar: LembarPengukuran, tindakan: Collection[str]) -> set[int]:
    """Who did one of these acts on a sheet, and who entered its figures. Two queries."""
    bertindak = RiwayatLembar.objects.filter(lembar=lembar, tindakan__in=tindakan)
    riwayat = Realisasi.pgh_event_model  # type: ignore[attr-defined]
    mengisi = riwayat.objects.filter(
        pgh_obj__lembar=lembar, pgh_context__metadata__tindakan__in=MENGISI
    ).values_list("pgh_context__metadata__pengguna", flat=True)
    return {*bertindak.values_list("oleh_id", flat=True), *mengisi}


def pindahkan_angka(lembar: LembarPengukuran, ke: str, angka: Sequence[Realisasi] = ()) -> None:
    """Move the figures of a sheet to its new state, in the read models too.

    A return names figures: those go back, the others stay where they were. Without names a
    returned sheet is a draft again.
    """
    semua = Realisasi.objects.filter(lembar=lembar)
    if ke == K.DIKEMBALIKAN:
        ke = KeadaanRealisasi.DIKEMBALIKAN if angka else KeadaanRealisasi.KONSEP
        if angka:
            semua = semua.filter(pk__in=[r.pk for r in angka])
    # Keys first: a condition on the state would no longer hold after the first statement.
    daftar = list(semua.values_list("pk", "indikator_id", "periode_id"))
    if lembar.periode.nomor == 4:
        daftar += _tahun_lengkap(lembar)
    Realisasi.objects.filter(pk__in=[pk for pk, _i, _p in daftar]).update(
        keadaan=ke, versi=F("versi") + 1
    )
    CapaianMutakhir.objects.filter(
        unit_id=lembar.unit_id, snapshot__realisasi_id__in=[pk for pk, _i, _p in daftar]
    ).update(keadaan=ke)


def _tahun_lengkap(lembar: LembarPengukuran) -> list[tuple[int, int, int]]:
    """Year rows that the system reckoned and that nothing more comes into: they go along."""
    return list(
        CapaianMutakhir.objects.filter(
            unit_id=lembar.unit_id,
            periode__tahun=lembar.periode.tahun,
            periode__jenis="tahun",
            sementara=False,
            snapshot__realisasi__lembar__isnull=True,
        )
        .exclude(realisasi_teks="")
        .values_list("snapshot__realisasi_id", "indikator_id", "periode_id")
    )
