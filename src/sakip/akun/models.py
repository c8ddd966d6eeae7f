"""People who sign in. Names of people live here and in ``organisasi.Pegawai``, nowhere else."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from sakip.bersama.riwayat import beriwayat


class PengelolaPengguna(BaseUserManager["Pengguna"]):
    """Looks people up by their user name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        return self.get(nama_pengguna__iexact=username)


@beriwayat("password", "last_login", "nama")
class Pengguna(AbstractBaseUser):
    """An account. It has no rights of its own: those come from ``organisasi.PenugasanPeran``."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nama_pengguna = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=150)
    contoh = models.BooleanField(default=False)
    sistem = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    dibuat_pada = models.DateTimeField()

    USERNAME_FIELD = "nama_pengguna"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = PengelolaPengguna()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("nama_pengguna"), name="akun_pengguna_nama_kecil"
            ),
            models.UniqueConstraint(
                fields=["sistem"], condition=models.Q(sistem=True), name="akun_pengguna_satu_sistem"
            ),
        ]
