"""Frozen once ditetapkan: held by the database, whatever code path writes."""

import pgtrigger

_PERIKSA = """
    IF EXISTS (SELECT 1 FROM {baris} b JOIN perencanaan_dokumenversi v ON v.id = b.dokumen_versi_id
               WHERE v.ditetapkan IS NOT NULL) THEN
        RAISE EXCEPTION 'sakip: dokumen sudah ditetapkan';
    END IF;
    RETURN NULL;
"""


def beku(nama: str) -> list[pgtrigger.Trigger]:
    """Refuse to add to, change or take from a version that was ditetapkan.

    One check a statement, not a row: an import writes thousands.
    """
    return [
        pgtrigger.Trigger(
            name=f"{nama}_beku_{akhiran}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operasi,
            referencing=acuan,
            func=_PERIKSA.format(baris="baris"),
        )
        for akhiran, operasi, acuan in (
            ("tambah", pgtrigger.Insert, pgtrigger.Referencing(new="baris")),  # type: ignore[no-untyped-call]
            ("ubah", pgtrigger.Update, pgtrigger.Referencing(old="baris")),  # type: ignore[no-untyped-call]
            ("buang", pgtrigger.Delete, pgtrigger.Referencing(old="baris")),  # type: ignore[no-untyped-call]
        )
    ]
