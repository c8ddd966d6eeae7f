"""Jobs of the worker: each is one call of a service, and may be repeated without harm."""

from uuid import UUID

from procrastinate.contrib.django import app


@app.task(name="arsip.periksa_satu_tautan")
def periksa_satu_tautan(*, bukti: str) -> None:
    """Ask for one link, then keep what came of it."""
    # Every process of the program loads this module at its start; only the worker asks.
    from sakip.arsip import selectors, services  # noqa: PLC0415
    from sakip.arsip.tautan import periksa_tautan  # noqa: PLC0415
    from sakip.bersama.jam import saat_ini  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    uuid = UUID(bukti)
    hasil = periksa_tautan(selectors.url_bukti(uuid))
    services.catat_periksa_tautan(oleh=pelaku_sistem(), saat=saat_ini(), bukti=uuid, hasil=hasil)


@app.periodic(cron="23 * * * *")
@app.task(name="arsip.periksa_tautan_berkala", queueing_lock="arsip.periksa_tautan_berkala")
def periksa_tautan_berkala(timestamp: int) -> None:  # noqa: ARG001 - the queue gives it
    """Each hour: have looked at whatever nobody looked at for a week."""
    from sakip.arsip import services  # noqa: PLC0415
    from sakip.bersama.jam import saat_ini  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415

    services.jadwalkan_periksa_tautan(oleh=pelaku_sistem(), saat=saat_ini())
