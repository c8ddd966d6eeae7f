"""App ``portal``."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """App ``portal``."""

    name = "sakip.portal"
    label = "portal"
    verbose_name = "Portal"
