"""Django's management commands: ``python -m sakip.config <command>``."""

import os
import sys


def main() -> None:
    """Run one command with this program's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the line above

    execute_from_command_line(["python -m sakip.config", *sys.argv[1:]])


if __name__ == "__main__":
    main()
