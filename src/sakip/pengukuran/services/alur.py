"""One act on a sheet: asked of the engine, written with its figures, history and inbox."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_noop

from sakip.alur.mesin import SyaratBelum, SyaratBelumTerpenuhi, Transisi
from sakip.alur.selectors import pengganti_sah
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import (
    KEADAAN_TERBUKA,
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.alur import (
    ALUR_LEMBAR,
    PELAKU_SEBELUM,
    PERAN_TINDAKAN,
    pelaku_lembar,
)
from sakip.pengukuran.services.lembar import (
    AlamatLembar,
    Berjendela,
    lembar_wajib,
    naikkan_lembar,
    pasang_tugas,
    wajib_versi,
)
from sakip.pengukuran.services.proyeksi import naikkan_versi_sah, selaraskan

K = KeadaanLembar
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
        berperiksa = t.izin in PELAKU_SEBELUM
        pelaku = pelaku_lembar(self.lembar, t.izin) if berperiksa else set()
        syarat: tuple[SyaratBelum, ...] = ()
        try:
            t = ALUR_LEMBAR.pindah(
                keadaan=self.lembar.keadaan,
                tindakan=tindakan,
                lingkup=self.lingkup,
                jalur=self.unit.jalur,
                alasan=alasan,
                konteks={"pelaku": pelaku},
                sebagai_pengganti=berperiksa and self._pengganti(t.izin, pelaku),
            )
        except SyaratBelumTerpenuhi as galat:
            syarat = galat.syarat
        wajib_versi(self.lembar, self.versi)
        if syarat or belum:
            raise SyaratBelumTerpenuhi((*syarat, *belum))
        return t

    def _pengganti(self, izin: Tindakan, pelaku: Collection[int]) -> bool:
        """A substitute is asked about only where the peran itself does not do."""
        if self.lingkup.boleh(izin, self.unit.jalur) and self.lingkup.pengguna_id not in pelaku:
            return False
        return pengganti_sah(
            self.lingkup, unit_id=self.unit.id, peran=PERAN_TINDAKAN[izin], pelaku=pelaku
        )

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
        izin = next((i for i, p in PERAN_TINDAKAN.items() if p == peran), None)
        if izin is None or peran == Peran.KOORDINATOR_SAKIP:
            return None
        pemegang = organisasi.pemegang_peran(self.unit.id, peran, self.lingkup.pada)
        if not pemegang or not pemegang <= pelaku_lembar(self.lembar, izin):
            return None
        ada = organisasi.pengganti(self.unit.id, peran, self.lingkup.pada)
        return ada.pengguna_id if ada else None


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
    mutakhir = CapaianMutakhir.objects.filter(
        unit_id=lembar.unit_id, snapshot__realisasi_id__in=[pk for pk, _i, _p in daftar]
    )
    dulu = set(mutakhir.values_list("keadaan", flat=True))
    mutakhir.update(keadaan=ke)
    if not dulu.isdisjoint(KEADAAN_TERBUKA) or ke in KEADAAN_TERBUKA:
        naikkan_versi_sah(lembar.instansi_id, [lembar.periode.tahun])
    selaraskan({(lembar.unit_id, p) for _pk, _i, p in daftar}, lembar.instansi_id)


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
