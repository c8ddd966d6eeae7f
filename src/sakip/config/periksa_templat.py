"""``make check``: every Jinja2 template compiles, so a slip is found before a visitor does."""

import os
import sys


def main() -> int:
    """Compile all templates; print each fault with file and line; 1 if there was one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django  # noqa: PLC0415 - after the line above

    django.setup()
    from django.template import engines  # noqa: PLC0415
    from django.template.backends.jinja2 import Jinja2  # noqa: PLC0415
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415

    jumlah, galat = 0, []
    for mesin in (satu for satu in engines.all() if isinstance(satu, Jinja2)):
        for nama in mesin.env.list_templates():
            jumlah += 1
            try:
                mesin.env.get_template(nama)
            except TemplateSyntaxError as salah:
                galat.append(f"{salah.filename or nama}:{salah.lineno}: {salah.message}")
    for baris in galat:
        sys.stderr.write(f"{baris}\n")
    sys.stdout.write(f"{jumlah} templat diperiksa, {len(galat)} salah.\n")
    return 1 if galat else 0


if __name__ == "__main__":
    sys.exit(main())
