"""What the code may not do anywhere, read from its syntax tree. Each message says what to do."""

import ast
import re

from pemeriksa_kode import (
    angka_sebagai_kebenaran,
    bilangan_mengambang,
    galat_ditelan,
    jam_dipanggil,
    lewat_tanpa_alasan,
    tanpa_docstring,
)
from pohon_kode import (
    AKAR,
    APP_DOMAIN,
    KERNEL,
    SAKIP,
    SRC,
    berkas_domain,
    berkas_python,
    daftar_berkas,
    simpul,
    tempat,
)


def test_model_tidak_menyimpan_logika_di_save() -> None:
    salah = [
        tempat(jalur, metode.lineno)
        for jalur in berkas_domain()
        for kelas in simpul(jalur)
        if isinstance(kelas, ast.ClassDef)
        for metode in kelas.body
        if isinstance(metode, ast.FunctionDef) and metode.name in {"save", "delete", "full_clean"}
    ]

    assert salah == [], "an act that writes is a service; bulk writes never call save()"


def test_tidak_ada_sinyal_di_app_domain() -> None:
    salah = [
        tempat(jalur, satu.lineno)
        for jalur in berkas_domain()
        for satu in simpul(jalur)
        if isinstance(satu, ast.ImportFrom)
        and (satu.module or "") in {"django.db.models.signals", "django.dispatch"}
    ]

    assert salah == [], "call the next service by name; a signal hides who acts"


def test_waktu_datang_sebagai_argumen_di_app_domain() -> None:
    salah = [tempat(jalur, baris) for jalur in berkas_domain() for baris in jam_dipanggil(jalur)]

    assert salah == [], "take `saat` (an aware moment) or `pada` (a date) as an argument"


def test_kernel_tidak_mempunyai_jam() -> None:
    salah = [
        tempat(jalur, baris) for jalur in berkas_python(KERNEL) for baris in jam_dipanggil(jalur)
    ]

    assert salah == [], "the kernel is asked about a date; it never looks at one itself"


def test_tidak_ada_bilangan_titik_mengambang_di_kaidah_uang_dan_nilai() -> None:
    kode = [*berkas_python(KERNEL, SRC / "sakip_regulasi", SAKIP / "bersama"), *berkas_domain()]

    salah = [tempat(jalur, baris) for jalur in kode for baris in bilangan_mengambang(jalur)]

    assert salah == [], "numbers of the law, of money and of scores are Decimal or Fraction"


def test_bilangan_tidak_dipakai_sebagai_ya_atau_tidak() -> None:
    kode = [
        *berkas_python(KERNEL),
        *(
            jalur
            for jalur in berkas_domain()
            if {"kaidah", "kaidah.py"} & set(jalur.relative_to(SAKIP).parts)
        ),
    ]

    salah = [tempat(jalur, baris) for jalur in kode for baris in angka_sebagai_kebenaran(jalur)]

    assert salah == [], "zero is a number: compare with `is None` or `== 0`, never `or 0`"


def test_tidak_ada_tes_yang_dilewati_tanpa_alasan() -> None:
    salah = [
        tempat(jalur, baris)
        for jalur in berkas_python(AKAR / "tests")
        for baris in lewat_tanpa_alasan(jalur)
    ]

    assert salah == [], "say in a sentence why, and what would make the test run"


def test_setiap_nama_umum_kernel_menjelaskan_dirinya() -> None:
    salah = [tempat(jalur, b) for jalur in berkas_python(KERNEL) for b in tanpa_docstring(jalur)]

    assert salah == [], "say what it gives, in which unit, what it refuses, and from which text"


def test_tidak_ada_pekerjaan_yang_ditinggalkan_sebagai_catatan() -> None:
    catatan = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
    salah = [
        tempat(jalur, nomor)
        for jalur in berkas_python(SRC, AKAR / "tests")
        for nomor, baris in enumerate(jalur.read_text(encoding="utf-8").splitlines(), start=1)
        if catatan.search(baris)
    ]

    assert salah == [], "finish it, or open an issue with an owner"


def test_galat_tidak_ditelan() -> None:
    salah = [tempat(jalur, baris) for jalur in berkas_python(SRC) for baris in galat_ditelan(jalur)]

    assert salah == [], "say in a comment which failure is expected, and why it may pass"


def test_app_domain_yang_didaftar_memang_ada_atau_direncanakan() -> None:
    ada = {jalur.relative_to(SAKIP).parts[0] for jalur in daftar_berkas() if SAKIP in jalur.parents}
    bebas = {
        "bersama", "config", "demo", "tampilan", "web", "portal", "api", "perintah", "dokumen",
        "analitik", "data_uji", "terjemahan", "__init__.py", "py.typed",
    }  # fmt: skip

    assert ada - bebas - set(APP_DOMAIN) == set(), "add a new app to APP_DOMAIN in pohon_kode.py"
