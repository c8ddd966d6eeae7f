"""What is finished or issued stays: held by the database, whatever code path writes."""

import pgtrigger

_JAWABAN = """
    IF EXISTS (SELECT 1 FROM baris b JOIN evaluasi_lembarjawaban l ON l.id = b.lembar_id
               WHERE l.selesai_pada IS NOT NULL) THEN
        RAISE EXCEPTION 'sakip: lembar sudah selesai';
    END IF;
    RETURN NULL;
"""
_REKOMENDASI = """
    IF EXISTS (SELECT 1 FROM evaluasi_evaluasi e
               WHERE e.id = OLD.evaluasi_id AND e.keadaan = 'diterbitkan') THEN
        RAISE EXCEPTION 'sakip: LHE sudah diterbitkan';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
"""
_ISI = ("evaluasi_id", "nomor", "kode", "temuan", "uraian", "asal_id")


def jawaban_beku() -> list[pgtrigger.Trigger]:
    """Refuse to add to, change or take from a sheet that its tier has finished."""
    return [
        pgtrigger.Trigger(
            name=f"jawaban_beku_{akhiran}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operasi,
            referencing=acuan,
            func=_JAWABAN,
        )
        for akhiran, operasi, acuan in (
            ("tambah", pgtrigger.Insert, pgtrigger.Referencing(new="baris")),  # type: ignore[no-untyped-call]
            ("ubah", pgtrigger.Update, pgtrigger.Referencing(old="baris")),  # type: ignore[no-untyped-call]
            ("buang", pgtrigger.Delete, pgtrigger.Referencing(old="baris")),  # type: ignore[no-untyped-call]
        )
    ]


def rekomendasi_beku() -> list[pgtrigger.Trigger]:
    """Refuse to reword or remove what an issued LHE says; its follow-up goes on changing."""
    return [
        pgtrigger.Trigger(
            name="rekomendasi_beku_ubah",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                f"(({', '.join(f'OLD.{k}' for k in _ISI)}) IS DISTINCT FROM "
                f"({', '.join(f'NEW.{k}' for k in _ISI)}))"
            ),
            func=_REKOMENDASI,
        ),
        pgtrigger.Trigger(
            name="rekomendasi_beku_buang",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=_REKOMENDASI,
        ),
    ]
