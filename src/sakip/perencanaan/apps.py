"""App ``perencanaan``."""

from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    """App ``perencanaan``: brings the budget's table to the import engine."""

    name = "sakip.perencanaan"
    label = "perencanaan"
    verbose_name = "Perencanaan"

    def ready(self) -> None:
        """Register the kind of import."""
        from sakip.impor.jenis import daftarkan  # noqa: PLC0415 - models are ready only now
        from sakip.perencanaan.services.anggaran import ImporAnggaran  # noqa: PLC0415

        daftarkan(ImporAnggaran())
