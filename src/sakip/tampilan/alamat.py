"""Parts of addresses that all fronts write the same way."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class KodeWilayah(StringConverter):
    """The official code of a government: 36.04."""

    regex = r"[0-9]{2}\.[0-9]{2}"


class Tahun(IntConverter):
    """A year of four digits."""

    regex = r"[1-9][0-9]{3}"


def daftarkan() -> None:
    """Make them known to Django; called once, by the list of all addresses."""
    register_converter(KodeWilayah, "wilayah")
    register_converter(Tahun, "tahun")
