"""Jobs of the worker: each is one call of a service, and may be repeated without harm."""

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app


@app.task(name="pelaporan.cetak_satu", retry=2)
def cetak_satu(*, hasil: str, saat: str) -> None:
    """Print the draft of one unit, at the moment at which it was asked for."""
    # Every process of the program loads this module at its start; only the worker prints.
    from sakip.organisasi.selectors import pelaku_sistem  # noqa: PLC0415
    from sakip.pelaporan import services  # noqa: PLC0415

    services.cetak_konsep(
        oleh=pelaku_sistem(), saat=datetime.fromisoformat(saat), hasil=UUID(hasil)
    )
