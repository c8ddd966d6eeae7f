"""One settings module for every place the program runs; what differs comes from the environment."""

import os
from datetime import date
from pathlib import Path

import pghistory

from sakip.config import basisdata
from sakip.config.pencatatan import pencatatan
from sakip.config.surel import surel

AKAR = Path(__file__).resolve().parents[1]


def _ya(nama: str, *, bawaan: bool) -> bool:
    return os.environ.get(nama, "1" if bawaan else "0").lower() in {"1", "ya", "true"}


DEBUG = _ya("SAKIP_DEBUG", bawaan=False)
LOGGING = pencatatan(rinci=DEBUG)
CONTOH = _ya("SAKIP_CONTOH", bawaan=False)  # the demo: accounts are shown on the sign-in page
# The demo lives on this day; a real installation leaves it out and lives today.
TANGGAL_CONTOH = (
    date.fromisoformat(os.environ["SAKIP_TANGGAL"]) if os.environ.get("SAKIP_TANGGAL") else None
)
SECRET_KEY = basisdata.kunci_rahasia()
ALLOWED_HOSTS = os.environ.get("SAKIP_HOST", "127.0.0.1,localhost,[::1],testserver").split(",")
# Where the public finds this installation: printed, with a QR code, on every issued document.
ALAMAT_PUBLIK = os.environ.get("SAKIP_ALAMAT", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [a for a in os.environ.get("SAKIP_ASAL", "").split(",") if a]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "sakip.akun",
    "sakip.organisasi",
    "sakip.arsip",
    "sakip.alur",
    "sakip.impor",
    "sakip.perencanaan",
    "sakip.perjanjian",
    "sakip.pengukuran",
    "sakip.manfaat",
    "sakip.pelaporan",
    "sakip.evaluasi",
    "sakip.kabar",
    "sakip.tampilan",
    "sakip.web",
    "sakip.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sakip.web.perantara.KebijakanIsi",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sakip.web.perantara.BahasaPilihan",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sakip.web.unggahan.PintuUnggahan",
    "sakip.web.perantara.GalatMenjadiHalaman",
]

ROOT_URLCONF = "sakip.config.urls"
WSGI_APPLICATION = "sakip.config.wsgi.application"
CSRF_FAILURE_VIEW = "sakip.web.galat.formulir_kedaluwarsa"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [AKAR / app / "jinja2" for app in ("tampilan", "web", "portal")],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "sakip.tampilan.lingkungan.lingkungan",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sakip.web.konteks.konteks",
            ],
        },
    },
    {  # allauth renders its e-mails and a few fall-backs with Django's own language
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = basisdata.databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits and used one-time codes must hold across processes and restarts; allauth keeps them in
# the default cache. Fragments of pages have a store of their own (``sakip.web.pecahan``).
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "akun_tembolok",
    },
}

AUTH_USER_MODEL = "akun.Pengguna"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nama_pengguna", "nama")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:beranda"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "sakip.web.masuk.AdaptorAkun"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nama_pengguna"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_USER_DISPLAY = "sakip.web.masuk.nama_tampilan"
# Failures count, successes do not: a whole office may sign in at eight behind one address.
# Checking a file reads up to 10 MB from anybody, so it counts too.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key,30/m/ip", "periksa": "30/m/ip"}
# How many proxies of one's own stand in front: then the address of the visitor is the one they pass
# on. Without any, X-Forwarded-For is what a stranger wrote, and is not read.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("SAKIP_PROKSI", "0"))
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

# Who wrote what: statement-level triggers, append-only, and never without an author.
PGHISTORY_LEVEL = pghistory.Statement  # type: ignore[has-type]
PGHISTORY_APPEND_ONLY = True
PGHISTORY_CONTEXT_FIELD = pghistory.ContextForeignKey(null=False)

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [AKAR / "terjemahan"]
LANGUAGE_COOKIE_HTTPONLY = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # stored and compared in UTC; shown in the zone of the instansi

STATIC_URL = "/statik/"
STATIC_ROOT = Path(os.environ.get("SAKIP_STATIK", basisdata.folder_var() / "statik"))
# Once collected (``sakip serve`` and ``sakip demo`` do it and name the folder), files carry their
# hash in the name and are kept by browsers for ever; tests and a bare checkout serve the source.
TERKUMPUL = not DEBUG and (
    _ya("SAKIP_KUMPULKAN", bawaan=False)
    or ("SAKIP_STATIK" in os.environ and (STATIC_ROOT / "staticfiles.json").exists())
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if TERKUMPUL
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not TERKUMPUL
WHITENOISE_AUTOREFRESH = DEBUG

HTTPS = _ya("SAKIP_HTTPS", bawaan=False)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000

# Guide, interpretations and algorithm pages, shown inside the application too.
DOKUMENTASI = Path(os.environ.get("SAKIP_DOKUMENTASI", AKAR.parents[1] / "docs"))

# E-mail goes out only where the environment names a server (SAKIP_SMTP_HOST).
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 15  # seconds
globals().update(surel())

# Where apps keep the jobs that the worker runs.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "pekerjaan"

UKURAN_IMPOR_MAKS = 10_000_000  # bytes of one uploaded table
# Bytes of one sent form, refused at the door by its Content-Length before any of it is read: one
# file of 10 MB with what stands beside it. Pages whose form takes several files have their own.
UKURAN_KIRIMAN_MAKS = 11_000_000
UKURAN_KIRIMAN_RUTE = dict.fromkeys(
    ("web:daftar_periksa", "web:bukti", "web:bukti_pengukuran"), 60_000_000
)
BARIS_IMPOR_MAKS = 20_000
