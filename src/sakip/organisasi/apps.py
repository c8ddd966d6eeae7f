"""App ``organisasi``."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """App ``organisasi``."""

    name = "sakip.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"
