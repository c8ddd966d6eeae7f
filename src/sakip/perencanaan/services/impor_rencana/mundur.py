"""A konsep kept as plain data, to be written back when its import is taken back."""

from dataclasses import asdict, fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import VersiUsang
from sakip.bersama.layanan import Pelaku
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import DokumenVersi, RiwayatRencana
from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)
from sakip.perencanaan.services.salinan import ISI
from sakip.perencanaan.services.susun import susun_rencana


def ke_data(naskah: RencanaBaru) -> dict[str, Any]:
    """Plain JSON; amounts as exact text."""
    data = asdict(naskah)
    for s in data["simpul"]:
        s["pagu"] = [[tahun, format(rupiah, "f")] for tahun, rupiah in s["pagu"]]
    return data


def dari_data(data: dict[str, Any]) -> RencanaBaru:
    """Back from JSON."""
    simpul = tuple(
        SimpulBaru(
            **s
            | {
                "tema": tuple(s["tema"]),
                "pagu": tuple((tahun, Decimal(rupiah)) for tahun, rupiah in s["pagu"]),
            }
        )
        for s in data["simpul"]
    )
    indikator = tuple(
        IndikatorBaru(
            **i
            | {
                "pilahan": tuple(i["pilahan"]),
                "target": tuple(TargetBaru(**t) for t in i["target"]),
            }
        )
        for i in data["indikator"]
    )
    kepala = {f.name: data[f.name] for f in fields(RencanaBaru)}
    dukungan = tuple((s, i) for s, i in data["dukungan"])
    return RencanaBaru(**kepala | {"simpul": simpul, "indikator": indikator, "dukungan": dukungan})


def kembalikan(jejak: dict[str, Any], *, oleh: Pelaku, saat: datetime, instansi: Instansi) -> None:
    """Write back what stood there before; ``VersiUsang`` when somebody worked on it since."""
    if jejak["semula"] is not None:
        susun_rencana(
            oleh=oleh,
            saat=saat,
            instansi=instansi,
            isi=dari_data(jejak["semula"]),
            versi=jejak["versi_no"],
            dari=UUID(jejak["versi"]),
        )
        return
    _kosongkan(jejak, oleh, saat, instansi)


def _kosongkan(jejak: dict[str, Any], oleh: Pelaku, saat: datetime, instansi: Instansi) -> None:
    """There was nothing before: the konsep stays as an empty one, its acts are history."""
    versi = DokumenVersi.objects.select_for_update().get(instansi=instansi, uuid=jejak["versi"])
    if versi.versi != jejak["versi_no"] or versi.ditetapkan is not None:
        raise VersiUsang(
            _(
                "Konsep ini sudah diubah atau ditetapkan sejak impornya diterapkan, jadi impornya "
                "tidak dapat dibatalkan."
            ),
            milik_anda=jejak["versi_no"],
            tersimpan=versi.versi,
        )
    for model in reversed(ISI):
        model._default_manager.filter(dokumen_versi=versi).delete()
    versi.versi += 1
    versi.save(update_fields=["versi"])
    RiwayatRencana.objects.create(
        dokumen_versi=versi,
        dari="konsep",
        tindakan="batalkan_impor",
        ke="konsep",
        oleh_id=oleh.pengguna_id,
        saat=saat,
    )
    d = versi.dokumen
    naikkan_versi_data([(d.unit_id, t) for t in range(d.tahun_mulai, d.tahun_selesai + 1)])
