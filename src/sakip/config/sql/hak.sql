-- Who may do what on the tables that exist now. Run by the owner after each migration.
--
-- Insert-only are: every history table (its name ends in "event"), the log of context of history,
-- the record of migrations, and each table whose comment begins with "hanya-tambah"
-- (Django: Meta.db_table_comment).

CREATE SCHEMA IF NOT EXISTS terbit;

DO $$
DECLARE
    tabel record;
BEGIN
    FOR tabel IN
        SELECT c.oid::regclass AS nama, c.relname, n.nspname,
               coalesce(obj_description(c.oid, 'pg_class'), '') AS catatan
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'terbit') AND c.relkind IN ('r', 'p', 'v', 'm')
          AND pg_has_role(current_user, c.relowner, 'USAGE')
    LOOP
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, %I', tabel.nama, {teks_aplikasi});
        IF tabel.nspname = 'terbit' OR tabel.relname IN ('django_migrations', 'pghistory_context')
        THEN
            EXECUTE format('GRANT SELECT ON %s TO %I', tabel.nama, {teks_aplikasi});
        ELSIF tabel.relname LIKE '%event' OR tabel.catatan LIKE 'hanya-tambah%' THEN
            EXECUTE format('GRANT SELECT, INSERT ON %s TO %I', tabel.nama, {teks_aplikasi});
        ELSE
            EXECUTE format(
                'GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', tabel.nama, {teks_aplikasi});
        END IF;
    END LOOP;
END
$$;

GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {aplikasi};

-- The portal sees the published views. They run with the owner's rights, so the tables behind
-- them stay closed to it.
GRANT USAGE ON SCHEMA terbit TO {aplikasi}, {portal};
GRANT SELECT ON ALL TABLES IN SCHEMA terbit TO {portal};

-- django-pgtrigger lets any session switch triggers off with SET pgtrigger.ignore. Only the owner,
-- in a migration, may: otherwise a write could leave history out.
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN session_user = {teks_pemilik}
        AND trigger_name = ANY (
            coalesce(nullif(current_setting('pgtrigger.ignore', true), ''), '{{}}')::text[]);
END
$$;

-- django-pghistory writes the author of a change with an upsert, which would need UPDATE on the
-- log of authors. Here the function has that right, the session has not, and a context can only be
-- added to within the transaction that made it.
DO $$
BEGIN
    IF to_regclass('public.pghistory_context') IS NULL THEN
        RETURN;
    END IF;
    CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $f$
    DECLARE
        konteks uuid := nullif(current_setting('pghistory.context_id', true), '')::uuid;
        isi jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
    BEGIN
        IF konteks IS NULL OR isi IS NULL THEN
            RETURN NULL;
        END IF;
        INSERT INTO pghistory_context AS c (id, metadata, created_at, updated_at)
        VALUES (konteks, isi, now(), now())
        ON CONFLICT (id) DO UPDATE SET metadata = EXCLUDED.metadata, updated_at = now()
            WHERE c.created_at = now() AND c.metadata <> EXCLUDED.metadata;
        RETURN konteks;
    END
    $f$;
END
$$;
