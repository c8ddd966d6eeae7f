"""One row of a workbook through the service that the screen uses too."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Self
from zoneinfo import ZoneInfo

from sakip.bersama.izin import Lingkup
from sakip.bersama.layanan import Pelaku
from sakip.organisasi.models import Instansi
from sakip.pengukuran.services.buku_pengukuran.kolom import IsianBuku
from sakip.pengukuran.services.isi import HasilIsi, isi_realisasi, isi_survei
from sakip.pengukuran.services.lembar import AlamatLembar


@dataclass(frozen=True, slots=True)
class Penulis:
    """Who writes which sheet when: each row goes through the service that the screen uses too."""

    oleh: Pelaku
    saat: datetime
    instansi: Instansi
    alamat: AlamatLembar

    @classmethod
    def percobaan(cls, lingkup: Lingkup, alamat: AlamatLembar) -> Self:
        """For a trial on the day of the caller: services of the sheet judge by days, not hours."""
        instansi = Instansi.objects.get(pk=lingkup.instansi_id)
        siang = datetime.combine(lingkup.pada, time(12), ZoneInfo(instansi.zona))
        return cls(Pelaku(lingkup.pengguna_id, lingkup.sistem), siang, instansi, alamat)

    def tulis(self, satu: IsianBuku) -> HasilIsi:
        """One row; raises what its service raises."""
        umum: dict[str, Any] = {
            "oleh": self.oleh,
            "saat": self.saat,
            "instansi": self.instansi,
            "alamat": self.alamat,
            "indikator": satu.kode,
            "isian": satu.isian,
            "versi": satu.versi,
        }
        if satu.survei:
            return isi_survei(**umum, unsur=satu.unsur, responden=satu.responden)
        return isi_realisasi(**umum)
