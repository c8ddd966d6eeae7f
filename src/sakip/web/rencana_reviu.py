"""Reviews of a planning document by the Inspektorat."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import KesimpulanReviu
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis

MAKNA_REVIU = {
    KesimpulanReviu.SESUAI: "selesai",
    KesimpulanReviu.CATATAN: "sementara",
    KesimpulanReviu.PERBAIKI: "perlu_tindakan",
}


@berizin(Tindakan.LIHAT_RENCANA)
def reviu_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Reviews of a version by the Inspektorat, and the form of who records one."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    isi = {k: request.POST.get(k, "") for k in ("nomor", "tanggal", "kesimpulan", "catatan")}
    tolak: dict[str, Any] = {"salah": {}, "isi": {}}
    status = 200
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.REVIU_RENCANA, unit.jalur)
        try:
            services.catat_reviu_rencana(
                **akses.dasar,
                dokumen_versi=baris.uuid,
                versi=versi_kiriman(request),
                **isi | {"tanggal": _hari(isi["tanggal"])},  # type: ignore[arg-type]
            )
        except (IsianTidakSah, VersiUsang) as galat:
            status = galat.status
            tolak = {
                "pesan": galat.pesan,
                "salah": galat.menurut_letak,
                "isi": isi,
            }
        else:
            messages.success(request, _("Reviu tercatat pada konsep ini."))
            return redirect(akses.alamat("reviu_rencana", tahun, slug, versi))
    return render(
        request,
        "web/reviu_rencana.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": baris.dokumen.sifat == Sifat.CONTOH,
            "versi": baris,
            "sebut": sebut_versi(baris),
            "reviu": selectors.reviu_versi(akses.lingkup, unit, baris),
            "makna": MAKNA_REVIU,
            "mencatat": baris.ditetapkan is None
            and baris.dokumen.jenis in services.DIREVIU
            and akses.lingkup.boleh(Tindakan.REVIU_RENCANA, unit.jalur),
            "pilihan_kesimpulan": KesimpulanReviu.choices,
            "tolak": tolak,
            "pada": akses.lingkup.pada,
        },
        status=status,
    )


def _hari(teks: str) -> date | None:
    """A day of a form; ``None``: none was chosen, which the service says at its field."""
    try:
        return date.fromisoformat(teks)
    except ValueError:  # an empty field, or a browser without a calendar: told at the field
        return None
