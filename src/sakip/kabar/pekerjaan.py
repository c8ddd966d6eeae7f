"""Jobs of the worker, by the clock: what is due is laid in the outbox, what lies there is sent.

Each may run twice, late or at the same time as another: the outbox decides what still goes.
"""

from datetime import datetime

from procrastinate.contrib.django import app


@app.periodic(cron="7 * * * *")
@app.task(name="kabar.ringkasan", queueing_lock="kabar.ringkasan")
def ringkasan(timestamp: int) -> None:
    """Once an hour: lay the digests that are due, then send them."""
    # Every process of the program loads this module at its start; only the worker runs jobs.
    from sakip.kabar import kirim  # noqa: PLC0415
    from sakip.kabar.selectors.antre import penerima_ringkasan  # noqa: PLC0415
    from sakip.kabar.services import susun_ringkasan  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    del timestamp
    if not kirim.surel_siap():
        return
    sistem = pelaku_sistem()
    for instansi, pengguna in penerima_ringkasan():
        susun_ringkasan(oleh=sistem, saat=_kini(), instansi=instansi, pengguna_id=pengguna)
    kirim_antrean()


@app.periodic(cron="23 3 * * *")
@app.task(name="kabar.bersihkan", queueing_lock="kabar.bersihkan")
def bersihkan(timestamp: int) -> None:
    """Every night: forget what was sent long ago."""
    from sakip.kabar.services import bersihkan_kiriman  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    del timestamp
    bersihkan_kiriman(oleh=pelaku_sistem(), saat=_kini())


@app.periodic(cron="*/5 * * * *")
@app.task(name="kabar.kirim", queueing_lock="kabar.kirim")
def kirim(timestamp: int) -> None:
    """Every five minutes: send what waits (links that prove an address, letters tried again)."""
    del timestamp
    kirim_antrean()


@app.periodic(cron="* * * * *")
@app.task(name="kabar.webhook", queueing_lock="kabar.webhook")
def webhook(timestamp: int) -> None:
    """Every minute: find events for the webhooks that are on, and deliver what waits."""
    from sakip.kabar.selectors.antre import webhook_aktif  # noqa: PLC0415
    from sakip.kabar.services import antre_peristiwa  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    del timestamp
    aktif = webhook_aktif()
    if not aktif:
        return
    sistem = pelaku_sistem()
    for uuid in aktif:
        antre_peristiwa(oleh=sistem, saat=_kini(), webhook=uuid)
    antar_antrean()


def kirim_antrean() -> int:
    """Send the letters that wait; how many went out. Nothing without a mail server."""
    from sakip.kabar import kirim as jalan  # noqa: PLC0415
    from sakip.kabar.selectors.antre import surat_menunggu  # noqa: PLC0415
    from sakip.kabar.services import catat_kirim_surat, mulai_kirim_surat  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    if not jalan.surel_siap():
        return 0
    terkirim = 0
    for uuid in surat_menunggu(_kini()):
        sistem = pelaku_sistem()
        a = mulai_kirim_surat(oleh=sistem, saat=_kini(), surat=uuid)
        if a is None:
            continue
        hasil = jalan.kirim_surel(
            uuid=a.uuid,
            kepada=a.kepada,
            judul=a.judul,
            teks=a.teks,
            html=a.html,
            hentikan=a.hentikan,
        )
        catat_kirim_surat(
            oleh=sistem, saat=_kini(), surat=uuid, sebab=hasil.sebab, ditolak=hasil.ditolak
        )
        terkirim += not hasil.sebab
    return terkirim


def antar_antrean() -> int:
    """Deliver the events that wait; how many were taken."""
    from sakip.kabar import kirim as jalan  # noqa: PLC0415
    from sakip.kabar.selectors.antre import antaran_menunggu  # noqa: PLC0415
    from sakip.kabar.services import catat_antar, mulai_antar  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    terkirim = 0
    for uuid in antaran_menunggu(_kini()):
        sistem = pelaku_sistem()
        p = mulai_antar(oleh=sistem, saat=_kini(), antaran=uuid)
        if p is None:
            continue
        hasil = jalan.antar(
            uuid=p.uuid,
            alamat=p.alamat,
            peristiwa=p.peristiwa,
            isi=p.isi,
            rahasia=p.rahasia,
            detik=int(_kini().timestamp()),
        )
        catat_antar(oleh=sistem, saat=_kini(), antaran=uuid, status=hasil.status, sebab=hasil.sebab)
        terkirim += not hasil.sebab
    return terkirim


def _kini() -> datetime:
    from sakip.bersama.jam import saat_ini  # noqa: PLC0415

    return saat_ini()
