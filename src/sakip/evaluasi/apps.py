"""App ``evaluasi``."""

from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    """App ``evaluasi``."""

    name = "sakip.evaluasi"
    label = "evaluasi"
    verbose_name = "Evaluasi"
