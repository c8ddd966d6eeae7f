"""Signed links in e-mails, and the secret of a webhook. No database."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from sakip.bersama.galat import TidakDitemukan

GARAM_SAHKAN, GARAM_HENTIKAN = "kabar.sahkan", "kabar.hentikan"
UMUR_SAHKAN = 3 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class IsiTautan:
    """What a link says: whose preferences, in which government, of which address."""

    pengguna: UUID
    kode: str
    sidik: str = ""


def sidik_surel(surel: str) -> str:
    """A fingerprint of an address: the address itself stands in no link."""
    return hashlib.sha256(surel.strip().lower().encode()).hexdigest()[:32]


def tanda_tautan(garam: str, isi: IsiTautan) -> str:
    """Sign it."""
    return signing.dumps([str(isi.pengguna), isi.kode, isi.sidik], salt=garam)


def baca_tautan(garam: str, tanda: str, pesan: str) -> IsiTautan:
    """What a link says, or ``TidakDitemukan`` with ``pesan`` when it is forged or too old."""
    umur = UMUR_SAHKAN if garam == GARAM_SAHKAN else None
    try:
        pengguna, kode, sidik = signing.loads(tanda, salt=garam, max_age=umur)
        return IsiTautan(UUID(pengguna), kode, sidik)
    except (signing.BadSignature, ValueError) as sebab:
        raise TidakDitemukan(pesan) from sebab


def alamat_penuh(nama: str, *isi: object) -> str:
    """An address of the staff interface as people outside write it."""
    return settings.ALAMAT_PUBLIK + reverse(f"web:{nama}", args=isi)


def alamat_sasaran(kode: str, sasaran: dict[str, object]) -> str:
    """The address of a symbolic place, to the very row where one is named; "" without a place."""
    if sasaran.get("halaman") == "impor":
        return reverse("web:impor", args=[kode, sasaran["uuid"]])
    isi = sasaran.get("isi")
    if not isinstance(isi, list):
        return ""
    alamat = reverse(f"web:{sasaran['halaman']}", args=[kode, *isi])
    jangkar, kueri = sasaran.get("jangkar"), sasaran.get("kueri")
    return f"{alamat}{f'?{kueri}' if kueri else ''}{f'#{quote(str(jangkar))}' if jangkar else ''}"


def rahasia_webhook(uuid: UUID, putaran: int) -> str:
    """The shared secret of a webhook, as its receiver keeps it."""
    pesan = f"kabar.webhook:{uuid}:{putaran}".encode()
    kunci = hmac.new(settings.SECRET_KEY.encode(), pesan, hashlib.sha256).digest()
    return urlsafe_b64encode(kunci).decode().rstrip("=")


def tanda_webhook(rahasia: str, detik: int, isi: bytes) -> str:
    """The signature that goes with a body: over the second of sending, a dot, and the body."""
    campur = hmac.new(rahasia.encode(), f"{detik}.".encode() + isi, hashlib.sha256)
    return f"t={detik},v1={campur.hexdigest()}"
