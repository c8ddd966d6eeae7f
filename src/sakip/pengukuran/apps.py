"""App ``pengukuran``."""

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    """App ``pengukuran``: brings its tables to the import engine."""

    name = "sakip.pengukuran"
    label = "pengukuran"
    verbose_name = "Pengukuran"

    def ready(self) -> None:
        """Register the kinds of import."""
        from sakip.impor.jenis import daftarkan  # noqa: PLC0415 - models are ready only now
        from sakip.pengukuran.services import ImporKinerja, ImporPengukuran  # noqa: PLC0415
        from sakip.pengukuran.services.serapan import ImporSerapan  # noqa: PLC0415

        daftarkan(ImporKinerja())
        daftarkan(ImporPengukuran())
        daftarkan(ImporSerapan())
