"""App ``perencanaan``."""

from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    """App ``perencanaan``: brings its tables to the import engine."""

    name = "sakip.perencanaan"
    label = "perencanaan"
    verbose_name = "Perencanaan"

    def ready(self) -> None:
        """Register the kinds of import."""
        from sakip.impor.jenis import daftarkan  # noqa: PLC0415 - models are ready only now
        from sakip.perencanaan.services.anggaran import ImporAnggaran  # noqa: PLC0415
        from sakip.perencanaan.services.impor_rencana import ImporRencana  # noqa: PLC0415
        from sakip.perencanaan.services.nomenklatur import ImporNomenklatur  # noqa: PLC0415

        daftarkan(ImporAnggaran())
        daftarkan(ImporNomenklatur())
        daftarkan(ImporRencana())
