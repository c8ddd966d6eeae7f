"""App ``perjanjian``."""

from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    """App ``perjanjian``: agreements stand on budgets, which then stay."""

    name = "sakip.perjanjian"
    label = "perjanjian"
    verbose_name = "Perjanjian"

    def ready(self) -> None:
        """Say which agreements a budget carries."""
        from sakip.perencanaan.services.anggaran import (  # noqa: PLC0415 - models are ready now
            daftarkan_pemakai,
        )
        from sakip.perjanjian.selectors.sumber import pemakai_anggaran  # noqa: PLC0415

        daftarkan_pemakai(pemakai_anggaran)
