"""Evidence behind a verified figure stays as its verifier saw it, whatever code path writes."""

import pgtrigger

# The figure's row is locked first and looked at then: a verification that is under way is waited
# for, and its outcome counts.
_BEKU = """
    SELECT keadaan INTO keadaannya FROM pengukuran_realisasi WHERE id = {baris}.realisasi_id
        FOR SHARE;
    IF keadaannya IN ({keadaan}) THEN
        RAISE EXCEPTION 'sakip: bukti angka ini sudah diperiksa';
    END IF;
    RETURN {baris};
"""
SUDAH_DIPERIKSA = ("diverifikasi", "disetujui", "ditelaah", "terkunci")
# Adding is still possible while the verifier looks; taking away what he may have seen is not.
TIDAK_DILEPAS = ("diajukan", *SUDAH_DIPERIKSA)


def bukti_beku() -> list[pgtrigger.Trigger]:
    """Refuse to add to, change or take from the evidence of a figure that was verified."""
    return [
        pgtrigger.ReadOnly(name="bukti_tetap", fields=["instansi", "realisasi", "bukti", "uuid"]),
        *(
            pgtrigger.Trigger(
                name=f"bukti_beku_{akhiran}",
                when=pgtrigger.Before,
                operation=operasi,
                declare=[("keadaannya", "text")],
                func=_BEKU.format(baris=baris, keadaan=", ".join(f"'{satu}'" for satu in keadaan)),
            )
            for akhiran, operasi, baris, keadaan in (
                ("tambah", pgtrigger.Insert, "NEW", SUDAH_DIPERIKSA),
                ("ubah", pgtrigger.Update, "NEW", TIDAK_DILEPAS),
                ("buang", pgtrigger.Delete, "OLD", TIDAK_DILEPAS),
            )
        ),
    ]
