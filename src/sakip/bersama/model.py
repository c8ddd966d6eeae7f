"""Base models: what every stored thing has."""

import uuid

from django.db import models


class ModelInstansi(models.Model):
    """A row of one instansi: small integer inside, UUID outside, and the pair children point at."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    instansi = models.ForeignKey("organisasi.Instansi", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "id"], name="%(app_label)s_%(class)s_instansi_id"
            )
        ]


class ModelBerversi(ModelInstansi):
    """A row that people edit: ``versi`` grows by one with each write (optimistic lock)."""

    versi = models.PositiveIntegerField(default=1)

    class Meta(ModelInstansi.Meta):
        abstract = True
