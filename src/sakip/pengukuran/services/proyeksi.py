"""From stored values to what pages read: snapshot, current row, unit summary, data version.

Called inside a service, in the same transaction as the values themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection

from sakip.bersama.salin import salin, ubah
from sakip.organisasi.models import KebijakanInstansi, Periode
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import (
    KEADAAN_TERBUKA,
    CapaianMutakhir,
    CapaianSnapshot,
    KeadaanRealisasi,
    Realisasi,
)
from sakip.perencanaan.models import IndikatorVersi, TargetVersi


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell to compute: the measurement, its target, its wording, both values.

    ``asal`` explains a value that was reckoned, ``sementara``: more is still to come into it,
    ``ditunda``: it is empty for a reason, so its time has not come. ``lepas``: it may have counted
    (``SAH``) until now, so that pages of what counts must look again.
    """

    realisasi: Realisasi
    versi: IndikatorVersi
    target_versi: TargetVersi | None
    periode: Periode
    target: NilaiBaru | None
    nilai: NilaiBaru | None
    asal: tuple[kaidah.Jejak, ...] = ()
    keliru: Decimal | None = None
    sementara: bool = False
    ditunda: bool = False
    lepas: bool = False


KOLOM_MUTAKHIR = [
    "indikator_versi",
    "snapshot",
    "snapshot_uuid",
    "target_teks",
    "realisasi_teks",
    "keadaan",
    "status",
    "capaian",
    "kategori",
    "capaian_tercetak",
    "rumus_tercetak",
    "sementara",
    "sifat",
]
# Up to here one statement of the ORM is quicker than a COPY into a temporary table.
SEDIKIT = 25


def perbarui(
    sel: Sequence[Sel],
    *,
    instansi_id: int,
    saat: datetime,
    pada: date,
    pilihan: Mapping[date, kaidah.KaidahCapaian] | None = None,
) -> list[CapaianMutakhir]:
    """Compute every cell anew and bring all read models in step. Some seven statements in all.

    ``pada`` is the day in the zone of the instansi: a period that is not over by then and has no
    value is *belum waktunya*, not *belum diisi*. ``pilihan``: the rules at the end of each period,
    where the caller knows them already. Gives the current rows, in the order of ``sel``.
    """
    if not sel:
        return []
    if pilihan is None:
        pilihan = kaidah_menurut_akhir(instansi_id, {s.periode.selesai for s in sel})
    snapshot = _snapshot(sel, instansi_id, saat, pada, pilihan)
    if len(sel) <= SEDIKIT:
        # One row a statement: an array of traces costs more to quote than the statements.
        CapaianSnapshot.objects.bulk_create(snapshot, batch_size=1)
    else:
        salin(CapaianSnapshot, snapshot)
    mutakhir = [_mutakhir(s, snap, instansi_id) for s, snap in zip(sel, snapshot, strict=True)]
    _simpan_mutakhir(mutakhir)
    selaraskan({(s.realisasi.unit_id, s.periode.pk) for s in sel}, instansi_id)
    naikkan_versi_data([(s.realisasi.unit_id, s.periode.tahun) for s in sel])
    terlihat = (s.lepas or not m.belum for s, m in zip(sel, mutakhir, strict=True))
    naikkan_versi_sah(
        instansi_id, {m.tahun for m, ya in zip(mutakhir, terlihat, strict=True) if ya}
    )
    return mutakhir


def kaidah_menurut_akhir(
    instansi_id: int, akhir: Iterable[date]
) -> dict[date, kaidah.KaidahCapaian]:
    """The rules in force at the end of each period with the instansi's choices. One query."""
    pilihan = list(
        KebijakanInstansi.objects.filter(
            instansi_id=instansi_id, kaidah=kaidah.KAIDAH_CAPAIAN
        ).values_list("masa", "pilihan")
    )
    return {
        hari: kaidah.kaidah_untuk(hari, next((p for m, p in pilihan if hari in m), None))
        for hari in akhir
    }


def _snapshot(
    sel: Sequence[Sel],
    instansi_id: int,
    saat: datetime,
    pada: date,
    pilihan: Mapping[date, kaidah.KaidahCapaian],
) -> list[CapaianSnapshot]:
    hasil = []
    for s in sel:
        akhir = s.periode.selesai
        h = kaidah.hitung(
            s.target,
            s.nilai,
            arah=s.versi.arah,
            jenis=s.versi.jenis_nilai,
            skala_id=s.versi.skala,
            pada=akhir,
            kaidah=pilihan[akhir],
            jatuh_tempo=akhir < pada and not s.ditunda,
            asal=s.asal,
            keliru=s.keliru,
        )
        hasil.append(
            CapaianSnapshot(
                instansi_id=instansi_id,
                realisasi=s.realisasi,
                revisi=s.realisasi.revisi,
                target=s.target_versi,
                kaidah=h.jejak.kaidah,
                kaidah_versi=h.jejak.versi,
                status=h.status,
                nilai=h.nilai,
                jejak=h.jejak.ke_data(),
                dibuat_pada=saat,
            )
        )
    return hasil


def _mutakhir(s: Sel, snapshot: CapaianSnapshot, instansi_id: int) -> CapaianMutakhir:
    return CapaianMutakhir(
        instansi_id=instansi_id,
        unit_id=s.realisasi.unit_id,
        indikator_id=s.realisasi.indikator_id,
        indikator_versi=s.versi,
        periode=s.periode,
        tahun=s.periode.tahun,
        snapshot=snapshot,
        snapshot_uuid=snapshot.uuid,
        target_teks="" if s.target is None else s.target.teks,
        realisasi_teks="" if s.nilai is None else s.nilai.teks,
        keadaan=s.realisasi.keadaan,
        status=snapshot.status,
        capaian=snapshot.nilai,
        kategori=kaidah.kategori(snapshot.nilai, s.periode.selesai),
        capaian_tercetak=s.realisasi.capaian_tercetak,
        rumus_tercetak=s.realisasi.rumus_tercetak,
        sementara=s.sementara,
        sifat=s.realisasi.sifat,
    )


def _simpan_mutakhir(daftar: Sequence[CapaianMutakhir]) -> None:
    """One current row a cell: changed where it is there, else new. The measurements are locked."""
    if len(daftar) <= SEDIKIT:
        CapaianMutakhir.objects.bulk_create(
            daftar,
            update_conflicts=True,
            unique_fields=["indikator", "unit", "periode"],
            update_fields=KOLOM_MUTAKHIR,
        )
        return
    ada = {
        (i, u, p): pk
        for pk, i, u, p in CapaianMutakhir.objects.filter(
            indikator_id__in={m.indikator_id for m in daftar},
            periode_id__in={m.periode_id for m in daftar},
        ).values_list("pk", "indikator_id", "unit_id", "periode_id")
    }
    lama: list[CapaianMutakhir] = []
    baru: list[CapaianMutakhir] = []
    for m in daftar:
        m.pk = ada.get((m.indikator_id, m.unit_id, m.periode_id))
        (baru if m.pk is None else lama).append(m)
    ubah(CapaianMutakhir, lama, KOLOM_MUTAKHIR)
    salin(CapaianMutakhir, baru)


def cabut(realisasi: Iterable[Realisasi], *, instansi_id: int) -> None:
    """Take withdrawn measurements out of the read models; what they were stays in the snapshots."""
    daftar = [r for r in realisasi if r.keadaan == KeadaanRealisasi.DITARIK]
    if not daftar:
        return
    kena = CapaianMutakhir.objects.filter(
        indikator_id__in=[r.indikator_id for r in daftar],
        unit_id__in={r.unit_id for r in daftar},
        periode_id__in={r.periode_id for r in daftar},
    )
    ada = {(m.indikator_id, m.unit_id, m.periode_id): m for m in kena}
    hapus = [ada[k] for r in daftar if (k := (r.indikator_id, r.unit_id, r.periode_id)) in ada]
    CapaianMutakhir.objects.filter(pk__in=[m.pk for m in hapus]).delete()
    selaraskan({(m.unit_id, m.periode_id) for m in hapus}, instansi_id)
    naikkan_versi_data([(m.unit_id, m.tahun) for m in hapus])
    naikkan_versi_sah(instansi_id, {m.tahun for m in hapus})


# "Sah" here is what ``models.SAH`` says; both parts of it stand once, in the subquery.
SQL_RINGKASAN = """
INSERT INTO pengukuran_ringkasanunit
    (instansi_id, unit_id, periode_id, jumlah, terhitung, tercapai, sementara, belum_diisi,
     jumlah_capaian, menurut_kategori, menurut_keadaan)
SELECT %(instansi)s, p.unit_id, p.periode_id,
       count(m.id),
       count(m.id) FILTER (WHERE m.status = 'terhitung' AND m.sah),
       count(m.id) FILTER (WHERE m.capaian >= 100 AND m.sah),
       count(m.id) FILTER (WHERE m.status = 'terhitung' AND NOT m.sah),
       count(m.id) FILTER (WHERE m.status = 'belum_diisi'),
       coalesce(sum(m.capaian) FILTER (WHERE m.sah), 0),
       coalesce((SELECT jsonb_object_agg(kategori, n) FROM (
           SELECT k.kategori, count(*) AS n FROM pengukuran_capaianmutakhir k
           WHERE k.unit_id = p.unit_id AND k.periode_id = p.periode_id AND k.kategori <> ''
             AND k.keadaan = ANY(%(terbuka)s) AND NOT k.sementara
           GROUP BY k.kategori) AS menurut), '{}'),
       coalesce((SELECT jsonb_object_agg(letak, n) FROM (
           SELECT CASE WHEN k.sementara THEN 'berjalan' ELSE k.keadaan END AS letak,
                  count(*) AS n
             FROM pengukuran_capaianmutakhir k
           WHERE k.unit_id = p.unit_id AND k.periode_id = p.periode_id
           GROUP BY 1) AS menurut), '{}')
FROM unnest(%(unit)s::bigint[], %(periode)s::bigint[]) AS p(unit_id, periode_id)
LEFT JOIN LATERAL (
    SELECT id, status, capaian, keadaan = ANY(%(terbuka)s) AND NOT sementara AS sah
      FROM pengukuran_capaianmutakhir c
     WHERE c.unit_id = p.unit_id AND c.periode_id = p.periode_id) m ON true
GROUP BY p.unit_id, p.periode_id
ON CONFLICT (unit_id, periode_id) DO UPDATE SET
    jumlah = EXCLUDED.jumlah, terhitung = EXCLUDED.terhitung, tercapai = EXCLUDED.tercapai,
    sementara = EXCLUDED.sementara, belum_diisi = EXCLUDED.belum_diisi,
    jumlah_capaian = EXCLUDED.jumlah_capaian, menurut_kategori = EXCLUDED.menurut_kategori,
    menurut_keadaan = EXCLUDED.menurut_keadaan
"""


def selaraskan(pasangan: Iterable[tuple[int, int]], instansi_id: int) -> None:
    """Recount the summaries of these (unit, periode) pairs from their current rows, exactly."""
    urut = sorted(set(pasangan))
    if not urut:
        return
    with connection.cursor() as kursor:
        kursor.execute(
            SQL_RINGKASAN,
            {
                "instansi": instansi_id,
                "unit": [u for u, _p in urut],
                "periode": [p for _u, p in urut],
                "terbuka": [str(k) for k in KEADAAN_TERBUKA],
            },
        )


def naikkan_versi_sah(instansi_id: int, tahun: Iterable[int]) -> None:
    """Raise the counter of what counts for these years; called inside a service. One statement."""
    urut = sorted(set(tahun))  # one order for all writers: no deadlocks
    if not urut:
        return
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO pengukuran_versisah (instansi_id, tahun, nomor)"
            " SELECT %s, t, 1 FROM unnest(%s::int[]) AS t ORDER BY t"
            " ON CONFLICT (instansi_id, tahun) DO UPDATE SET nomor = pengukuran_versisah.nomor + 1",
            [instansi_id, urut],
        )
