"""Addresses of evaluation, LHE and recommendations, and the things that they need."""

from bentuk_rute import Rute

from domain.pemeran import Dunia

RUTE: dict[str, Rute] = {}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Lay what these addresses point at in a unit; names to put into addresses."""
    return {}
