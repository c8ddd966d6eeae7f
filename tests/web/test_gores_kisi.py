import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.test import Client
from domain.pemeran import Dunia
from domain.lembar_uji import siapkan
from domain.ukur_uji import HARI
from sakip.akun.models import Pengguna

def test_hitung(dunia: Dunia, settings, django_user_model):
    u = siapkan(dunia)
    settings.TANGGAL_CONTOH = HARI[0].date()
    k = Client()
    k.force_login(Pengguna.objects.get(pk=dunia.orang["ani"].pengguna_id), backend="allauth.account.auth_backends.AuthenticationBackend")
    a=f"/kerja/{dunia.instansi.kode}/2026/{u.unit}/pengukuran/triwulan-1/"
    k.get(a)
    with CaptureQueriesContext(connection) as q:
        r=k.get(a)
    print(r.status_code, len(q))
    for s in q: print(s["sql"][:200].replace("\n"," "))
    with CaptureQueriesContext(connection) as q:
        r=k.post(a+"isi/1b/", {"versi.1b":"1","teks.1b":"40"}, headers={"HX-Request":"true"})
    print(r.status_code, len(q))
    for s in q: print(s["sql"][:160].replace("\n"," "))
