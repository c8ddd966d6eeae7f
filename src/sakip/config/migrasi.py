"""Migrating quickly: ``python -m sakip.config.migrasi``.

Django renders every model that is related to a model again when only a constraint, an index or a
trigger is added to it. Here nearly everything is related to an instansi and a person: on an empty
database that was half of the time. Such an addition changes no field and no relation, so the model
alone is rendered; the state is marked as delayed, Django's own sign that a ``RunPython`` must see
all models fresh.
"""

import os
from typing import Any

from django.core.management import execute_from_command_line
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


def _tambah(keadaan: ProjectState, app: str, model: str, pilihan: str, butir: Any) -> None:
    satu: Any = keadaan.models[app, model]
    satu.options[pilihan] = [*satu.options.get(pilihan, []), butir]
    dalam: Any = keadaan
    if "apps" in dalam.__dict__:  # asking for the attribute would render everything
        dalam.is_delayed = True
        dalam._reload({(app, model)})


def _tambah_pemicu(self: AddTrigger, app_label: str, state: ProjectState) -> None:
    _tambah(state, app_label, self.model_name.lower(), "triggers", self.trigger)


def ringankan() -> None:
    """From now on, in this process, adding to a model's options renders that model alone."""
    ProjectState._append_option = _tambah  # type: ignore[attr-defined]
    AddTrigger.state_forwards = _tambah_pemicu  # type: ignore[method-assign]


def main() -> None:
    """Bring the tables up to the program's migrations."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    ringankan()
    execute_from_command_line(
        # The checks import every page of the program; migrating needs none of them.
        ["sakip.config.migrasi", "migrate", "--noinput", "--skip-checks", "--verbosity", "0"]
    )


if __name__ == "__main__":
    main()
