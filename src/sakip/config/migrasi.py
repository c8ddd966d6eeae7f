"""Migrating quickly: ``python -m sakip.config.migrasi``.

Django renders every model that is related to a model again when a model, a field, a constraint, an
index or a trigger is added. Here nearly everything is related to an instansi and a person: on an
empty database that was nearly all of the time. An addition changes nothing about the models that
are there, so the model alone is rendered; the state is marked as delayed, Django's own sign that a
``RunPython`` must see all models fresh. What changes or removes is left to Django. That both ways
end in the same tables is checked by ``bench/migrasi.py``.
"""

import os
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.core.management import execute_from_command_line
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


def _tambah(keadaan: ProjectState, app: str, model: str, pilihan: str, butir: Any) -> None:
    satu: Any = keadaan.models[app, model]
    satu.options[pilihan] = [*satu.options.get(pilihan, []), butir]
    _muat_sendiri(keadaan, app, model)


def _muat_sendiri(keadaan: ProjectState, app: str, model: str, delay: bool = True) -> None:  # noqa: ARG001 - as Django calls it
    dalam: Any = keadaan
    if "apps" in dalam.__dict__:  # asking for the attribute would render everything
        dalam.is_delayed = True
        dalam._reload({(app, model)})


def _memuat_sendiri(penambah: Callable[..., None]) -> Callable[..., None]:
    """Django's own step of adding, but for what it renders afterwards."""

    @wraps(penambah)
    def ringan(self: Any, *isi: Any) -> None:
        self.reload_model = partial(_muat_sendiri, self)
        try:
            penambah(self, *isi)
        finally:
            del self.reload_model  # a clone of the state must not inherit it

    return ringan


def _tambah_pemicu(self: AddTrigger, app_label: str, state: ProjectState) -> None:
    _tambah(state, app_label, self.model_name.lower(), "triggers", self.trigger)


def ringankan() -> None:
    """From now on, in this process, adding a model or to one renders that model alone."""
    ProjectState.add_model = _memuat_sendiri(ProjectState.add_model)  # type: ignore[method-assign]
    ProjectState.add_field = _memuat_sendiri(ProjectState.add_field)  # type: ignore[method-assign]
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
