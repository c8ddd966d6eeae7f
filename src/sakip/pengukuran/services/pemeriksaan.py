"""A verifier's marks on single figures, and what they mean for verifying the sheet."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import PemeriksaanAngka, Realisasi, RiwayatLembar
from sakip.pengukuran.selectors.mutu import MutuLembar, angka_lembar, sidik_angka
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.alur import Perbuatan
from sakip.pengukuran.services.lembar import AlamatLembar
from sakip.pengukuran.services.mutu import mutu_lembar

PANJANG_CATATAN = 200


class Diperiksa:
    """The figures of a sheet that is being verified: which were looked at, which are warned of."""

    def __init__(self, p: Perbuatan) -> None:
        self.p = p
        t = TahunUnit.muat(p.unit.id, p.tahun)
        self.angka: list[tuple[Butir, Realisasi]] = [
            (b, r) for b, _periode, r in angka_lembar(t, p.lembar)
        ]
        self.mutu: MutuLembar = mutu_lembar(t, p.lembar, p.lingkup.pada, p.instansi.zona)

    def bertanda(self, r: Realisasi) -> bool:
        """Looked at as it stands now."""
        tanda = self.mutu.catatan.tanda.get(r.pk)
        return tanda is not None and tanda.sidik == sidik_angka(r)

    @property
    def belum(self) -> list[SyaratBelum]:
        """Figures with a warning that nobody ticked off: they keep the sheet from verification."""
        return [
            SyaratBelum(
                "periksa",
                _("%s: berperingatan; baca jawabannya, lalu centang atau kembalikan.")
                % b.versi.nama,
                f"sel:{b.kode}",
            )
            for b, r in self.angka
            if b.kode in self.mutu.berperingatan and not self.bertanda(r)
        ]

    @property
    def tanpa_peringatan(self) -> list[Realisasi]:
        """Figures without a warning that carry no mark yet."""
        return [
            r
            for b, r in self.angka
            if b.kode not in self.mutu.berperingatan and not self.bertanda(r)
        ]

    def tandai(self, daftar: Sequence[Realisasi], catatan: str = "") -> None:
        """Write marks. One statement, whatever their number."""
        p = self.p
        PemeriksaanAngka.objects.bulk_create(
            [
                PemeriksaanAngka(
                    instansi=p.instansi,
                    lembar=p.lembar,
                    realisasi=r,
                    sidik=sidik_angka(r),
                    catatan=catatan,
                    oleh_id=p.lingkup.pengguna_id,
                    saat=p.saat,
                )
                for r in daftar
            ],
            update_conflicts=True,
            unique_fields=["realisasi"],
            update_fields=["lembar", "sidik", "catatan", "oleh", "saat"],
        )


@layanan
def tandai_angka(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    versi: int,
    indikator: str,
    catatan: str = "",
) -> int:
    """Tick off one figure of a sheet that waits for verification; a note may stand beside it."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    p.pindah("verifikasi")  # who may verify, and only what waits for it; nothing moves
    d = Diperiksa(p)
    satu = next((r for b, r in d.angka if b.kode == indikator), None)
    if satu is None:
        raise PerpindahanTidakSah(_("Tidak ada angka “%s” pada lembar ini.") % indikator)
    bersih = catatan.strip()
    if len(bersih) > PANJANG_CATATAN:
        raise IsianTidakSah.dari(
            _("Centang tidak disimpan."),
            {"catatan": _("Paling panjang %s huruf.") % PANJANG_CATATAN},
        )
    d.tandai([satu], bersih)
    _catat(p, satu, bersih)
    return 1


@layanan
def tandai_tanpa_peringatan(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> int:
    """Tick off every figure that no rule asks about, in one act; how many those were."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    p.pindah("verifikasi")
    d = Diperiksa(p)
    daftar = d.tanpa_peringatan
    if daftar:
        d.tandai(daftar)
        _catat(p, None, _("%s angka tanpa peringatan") % len(daftar))
    return len(daftar)


def _catat(p: Perbuatan, r: Realisasi | None, catatan: str) -> None:
    """Whoever ticks has checked: history says so, and he approves nothing afterwards."""
    RiwayatLembar.objects.create(
        lembar=p.lembar,
        realisasi=r,
        dari=p.lembar.keadaan,
        tindakan="periksa",
        ke=p.lembar.keadaan,
        oleh_id=p.lingkup.pengguna_id,
        saat=p.saat,
        alasan=catatan,
        teks=r.teks if r else "",
    )
    naikkan_versi_data([(p.unit.id, p.tahun)])
