"""Fragments of pages, kept by data version: nothing expires by time, nothing stale is shown."""

from collections.abc import Callable
from hashlib import blake2b

from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup


def pecahan(
    request: HttpRequest,
    lembar: str,
    kunci: tuple[object, ...],
    isi: Callable[[], dict[str, object]],
) -> Markup:
    """Render ``lembar`` with ``isi()``, or give what was rendered for the same ``kunci``.

    ``kunci`` holds everything the fragment depends on, the data version first; the language is
    added here. A fragment must hold nothing personal: no token, no name of the visitor.
    """
    jejak = blake2b(repr((lembar, get_language(), *kunci)).encode(), digest_size=16).hexdigest()
    teks: str | None = cache.get(jejak)
    if teks is None:
        teks = render_to_string(lembar, {**isi(), "jalur": request.path}, using="jinja2")
        cache.set(jejak, teks)
    return Markup(teks)  # noqa: S704 - rendered by our own autoescaping templates
