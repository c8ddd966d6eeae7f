"""Jobs of the worker: each is one call of a service, and may be repeated without harm."""

from procrastinate.contrib.django import app


@app.periodic(cron="10 17 * * *")  # 00.10 WIB, 02.10 WIT: the day before has ended everywhere
@app.task(name="pengukuran.eskalasi_harian", queueing_lock="pengukuran.eskalasi_harian")
def eskalasi_harian(timestamp: int) -> None:
    """Tell the superiors of sheets that became late, in every government."""
    # Every process of the program loads this module at its start; only the worker needs these.
    from sakip.bersama.jam import saat_ini  # noqa: PLC0415
    from sakip.organisasi.models import Instansi  # noqa: PLC0415
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415
    from sakip.pengukuran.services import eskalasikan  # noqa: PLC0415

    del timestamp  # what is late is asked for now, not as of the hour it was due
    oleh = pelaku_sistem()
    for instansi in Instansi.objects.order_by("pk"):
        eskalasikan(oleh=oleh, saat=saat_ini(), instansi=instansi)
