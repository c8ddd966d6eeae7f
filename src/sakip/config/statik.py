"""Style sheets and scripts, gathered once per version with their hash in the name."""

import hashlib
import importlib.metadata
from pathlib import Path

from sakip.config.sambungan import Sambungan
from sakip.config.skema import kelola

_SAKIP = Path(__file__).resolve().parents[1]
_PAKET = ("django", "django-allauth", "django-htmx", "whitenoise")


def kumpulkan_statik(tujuan: Path, sambungan: Sambungan) -> bool:
    """Run ``collectstatic`` into ``tujuan`` unless it holds exactly these files already."""
    catatan = tujuan / ".sidik"
    sidik = _sidik()
    if catatan.is_file() and catatan.read_text() == sidik:
        return False
    catatan.unlink(missing_ok=True)
    kelola(
        ["collectstatic", "--noinput", "--skip-checks", "--clear", "--verbosity", "0"],
        sambungan,
        {"SAKIP_STATIK": str(tujuan), "SAKIP_KUMPULKAN": "1"},
    )
    catatan.write_text(sidik)
    return True


def _sidik() -> str:
    sidik = hashlib.sha256(b"manifest")  # how they are gathered is part of what they are
    for berkas in sorted(p for p in _SAKIP.glob("*/static/**/*") if p.is_file()):
        sidik.update(berkas.relative_to(_SAKIP).as_posix().encode())
        sidik.update(berkas.read_bytes())
    for paket in _PAKET:
        sidik.update(f"{paket}={importlib.metadata.version(paket)}".encode())
    return sidik.hexdigest()
