"""The child that generates: ``python -m sakip.data_uji SKALA BENIH``, as the role ``aplikasi``."""

import os
import sys


def main() -> int:
    """Generate, saying how far it is; 1 and a sentence when that is refused."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django  # noqa: PLC0415 - settings first

    django.setup()
    from sakip.bersama.galat import GalatLayanan  # noqa: PLC0415 - needs the line above
    from sakip.config.memori import tenangkan  # noqa: PLC0415 - the same
    from sakip.data_uji.muat import bangkitkan  # noqa: PLC0415 - the same

    tenangkan()

    skala, benih = sys.argv[1:]
    try:
        bangkitkan(skala, int(benih), lambda pesan: print(pesan, flush=True))
    except GalatLayanan as sebab:
        print(sebab.pesan, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
