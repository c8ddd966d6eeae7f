"""The states of an evaluation: which act leads where, who may do it, what must be true first."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Konteks, Syarat, SyaratBelum, Transisi, bukan_pelaku_sebelumnya
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.evaluasi.models import KeadaanEvaluasi, KeadaanRekomendasi, Tingkat

K = KeadaanEvaluasi
R = KeadaanRekomendasi
# Whose sheet each peran of the team fills; the order is that in which they follow each other.
TINGKAT_PERAN: dict[str, str] = {
    Peran.EVALUATOR_ANGGOTA: Tingkat.ANGGOTA,
    Peran.EVALUATOR_KETUA: Tingkat.KETUA,
    Peran.EVALUATOR_PENGENDALI_TEKNIS: Tingkat.PENGENDALI_TEKNIS,
    Peran.EVALUATOR_PENGENDALI_MUTU: Tingkat.PANEL,
}
PERAN_TINGKAT: dict[str, Peran] = {t: Peran(p) for p, t in TINGKAT_PERAN.items()}
TINGKAT_TIM: tuple[str, ...] = (Tingkat.ANGGOTA, Tingkat.KETUA, Tingkat.PENGENDALI_TEKNIS)
SEBELUM: dict[str, str] = {
    Tingkat.KETUA: Tingkat.ANGGOTA,
    Tingkat.PENGENDALI_TEKNIS: Tingkat.KETUA,
    Tingkat.PANEL: Tingkat.PENGENDALI_TEKNIS,
}


def _jendela(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    jendela = konteks["jendela"]
    if jendela is None or jendela.terbuka(lingkup.pada):
        return None
    mulai = date_format(jendela.jadwal.mulai, "j F Y")
    batas = date_format(jendela.batas, "j F Y")
    pesan = (
        _(
            "Evaluasi mandiri dibuka %(mulai)s sampai %(batas)s dan sudah ditutup. "
            "Minta izin perpanjangan kepada koordinator SAKIP."
        )
        if lingkup.pada > jendela.batas
        else _("Evaluasi mandiri baru dibuka %(mulai)s sampai %(batas)s.")
    )
    return SyaratBelum("jendela", pesan % {"mulai": mulai, "batas": batas})


def _mandiri_selesai(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    jendela = konteks["jendela"]
    if konteks["keadaan"] != K.DIBUKA or jendela is None or jendela.batas < lingkup.pada:
        return None
    return SyaratBelum(
        "mandiri",
        _(
            "Unit belum mengajukan evaluasi mandiri dan waktunya masih sampai %s. "
            "Tunggu pengajuannya, atau terbitkan surat tugas sesudah hari itu."
        )
        % date_format(jendela.batas, "j F Y"),
    )


def _bukan_unit_sendiri(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if not konteks["unit_sendiri"]:
        return None
    return SyaratBelum(
        "unit_sendiri",
        _(
            "Tidak ada yang menilai unitnya sendiri, dan Anda bertugas di unit ini. "
            "Evaluasinya dikerjakan tim pengganti dari luar unit."
        ),
    )


def _dalam_tim(*peran: Peran) -> Syarat:
    """The caller is in the team, in one of these parts (none named: in that of the sheet)."""

    def syarat(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
        boleh = peran or (PERAN_TINGKAT[konteks["tingkat"]],)
        if konteks["peran_tim"] in boleh:
            return None
        return SyaratBelum(
            "tim",
            _(
                "Dalam tim evaluasi ini hanya %(peran)s yang melakukannya. "
                "Susunan tim ada di surat tugas."
            )
            % {"peran": ", ".join(p.sebutan for p in boleh)},
        )

    return syarat


def _giliran(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """A tier works when the one before it has finished, and only until it has finished itself."""
    tingkat, selesai = konteks["tingkat"], konteks["selesai"]
    if tingkat in selesai:
        return SyaratBelum(
            "selesai",
            _("Lembar %s sudah selesai dan tidak dapat diubah lagi.") % Tingkat(tingkat).label,
        )
    sebelum = SEBELUM.get(tingkat)
    if sebelum is None or sebelum in selesai:
        return None
    return SyaratBelum(
        "giliran", _("Lembar %s belum selesai; tunggu gilirannya.") % Tingkat(sebelum).label
    )


def _lembar_lengkap(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    kosong = konteks["kosong"]
    if not kosong:
        return None
    return SyaratBelum("lembar_kosong", _("Belum dijawab: %s.") % ", ".join(kosong), "lembar")


def _beralasan(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    tanpa = konteks["tanpa_catatan"]
    if not tanpa:
        return None
    return SyaratBelum(
        "catatan",
        _(
            "Tulis catatannya untuk %s: jawaban di atas BB adalah pernyataan dengan bukti, dan "
            "jawaban yang berbeda dari tingkat sebelumnya memerlukan alasan."
        )
        % ", ".join(tanpa),
        "lembar",
    )


def _semua_tingkat(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    belum = [str(Tingkat(t).label) for t in TINGKAT_TIM if t not in konteks["selesai"]]
    if not belum:
        return None
    return SyaratBelum("tingkat", _("Lembar yang belum selesai: %s.") % ", ".join(belum))


def _dalam_tenggat(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    tenggat = konteks["tenggat"]
    if lingkup.pada <= tenggat:
        return None
    return SyaratBelum(
        "tenggat",
        _(
            "Tenggat tanggapan sudah lewat (%s), jadi panel berjalan tanpa tanggapan. "
            "Sampaikan hal yang penting langsung kepada ketua tim."
        )
        % date_format(tenggat, "j F Y"),
    )


def _tanggapan_ditunggu(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    tenggat = konteks["tenggat"]
    if konteks["keadaan"] != K.SEMENTARA or lingkup.pada > tenggat:
        return None
    return SyaratBelum(
        "tanggapan",
        _("Unit masih dapat menanggapi sampai %s; panel bersidang sesudahnya.")
        % date_format(tenggat, "j F Y"),
    )


def _ada_rekomendasi(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if konteks["rekomendasi"]:
        return None
    return SyaratBelum(
        "rekomendasi",
        _("LHE harus memuat rekomendasi. Ketua tim menuliskannya di halaman Rekomendasi."),
        "rekomendasi",
    )


_SEBELUM_TERBIT = (K.DITUGASKAN, K.SEMENTARA, K.DITANGGAPI, K.DIPANELKAN)
_KETUA = _dalam_tim(Peran.EVALUATOR_KETUA)


def _t(dari: set[str], tindakan: str, ke: str, izin: Tindakan, *syarat: Syarat) -> Transisi:
    return Transisi(frozenset(dari), tindakan, ke, izin, syarat)


ALUR_EVALUASI = Alur(
    nama="evaluasi",
    awal=K.DIBUKA,
    transisi=(
        _t({K.DIBUKA}, "isi_mandiri", K.DIBUKA, Tindakan.ISI_MANDIRI, _jendela),
        _t(
            {K.DIBUKA},
            "ajukan_mandiri",
            K.MANDIRI,
            Tindakan.ISI_MANDIRI,
            _jendela,
            _lembar_lengkap,
            _beralasan,
        ),
        _t(
            {K.DIBUKA, K.MANDIRI},
            "terbitkan_surat_tugas",
            K.DITUGASKAN,
            Tindakan.TERBITKAN_SURAT_TUGAS,
            _bukan_unit_sendiri,
            _mandiri_selesai,
        ),
        _t(
            {K.DITUGASKAN},
            "tetapkan_tidak_berlaku",
            K.DITUGASKAN,
            Tindakan.NILAI_EVALUASI,
            _KETUA,
        ),
        _t(
            {K.DITUGASKAN},
            "isi_lembar",
            K.DITUGASKAN,
            Tindakan.NILAI_EVALUASI,
            _dalam_tim(),
            _giliran,
        ),
        _t(
            {K.DITUGASKAN},
            "selesaikan_lembar",
            K.DITUGASKAN,
            Tindakan.NILAI_EVALUASI,
            _dalam_tim(),
            _giliran,
            _lembar_lengkap,
            _beralasan,
        ),
        _t(
            {K.DITUGASKAN},
            "sampaikan_naskah",
            K.SEMENTARA,
            Tindakan.SAMPAIKAN_NASKAH,
            _KETUA,
            _semua_tingkat,
        ),
        _t(
            {K.SEMENTARA},
            "tanggapi_naskah",
            K.DITANGGAPI,
            Tindakan.TANGGAPI_NASKAH,
            _dalam_tenggat,
        ),
        *(
            _t({keadaan}, "isi_panel", keadaan, Tindakan.PANEL_EVALUASI, _dalam_tim())
            for keadaan in (K.SEMENTARA, K.DITANGGAPI)
        ),
        _t(
            {K.SEMENTARA, K.DITANGGAPI},
            "panelkan",
            K.DIPANELKAN,
            Tindakan.PANEL_EVALUASI,
            _dalam_tim(),
            _tanggapan_ditunggu,
            _lembar_lengkap,
            _beralasan,
        ),
        *(
            _t({keadaan}, "catat_rekomendasi", keadaan, Tindakan.NILAI_EVALUASI, _KETUA)
            for keadaan in _SEBELUM_TERBIT
        ),
        _t(
            {K.DIPANELKAN},
            "terbitkan_lhe",
            K.DITERBITKAN,
            Tindakan.TERBITKAN_LHE,
            _bukan_unit_sendiri,
            bukan_pelaku_sebelumnya,
            _ada_rekomendasi,
        ),
    ),
    sebutan={
        "isi_mandiri": gettext_lazy("mengisi evaluasi mandiri"),
        "ajukan_mandiri": gettext_lazy("mengajukan evaluasi mandiri"),
        "terbitkan_surat_tugas": gettext_lazy("menerbitkan surat tugas"),
        "tetapkan_tidak_berlaku": gettext_lazy("menetapkan kriteria yang tidak berlaku"),
        "isi_lembar": gettext_lazy("mengisi lembar kerja evaluasi"),
        "selesaikan_lembar": gettext_lazy("menyelesaikan lembar kerja evaluasi"),
        "sampaikan_naskah": gettext_lazy("menyampaikan naskah hasil sementara"),
        "tanggapi_naskah": gettext_lazy("menanggapi naskah hasil sementara"),
        "isi_panel": gettext_lazy("mengisi lembar panel"),
        "panelkan": gettext_lazy("memutuskan nilai dalam panel"),
        "catat_rekomendasi": gettext_lazy("menulis rekomendasi"),
        "terbitkan_lhe": gettext_lazy("menerbitkan LHE"),
        "buka": gettext_lazy("membuka evaluasi"),
        **dict(KeadaanEvaluasi.choices),
    },
)


ALUR_TINDAK_LANJUT = Alur(
    nama="tindak_lanjut",
    awal=R.TERBUKA,
    transisi=(
        _t(
            {R.TERBUKA, R.DIRENCANAKAN, R.BELUM_SESUAI},
            "rencanakan_tindak_lanjut",
            R.DIRENCANAKAN,
            Tindakan.RENCANAKAN_TINDAK_LANJUT,
        ),
        _t(
            {R.DIRENCANAKAN, R.BELUM_SESUAI},
            "sampaikan_bukti",
            R.DITINDAKLANJUTI,
            Tindakan.RENCANAKAN_TINDAK_LANJUT,
        ),
        _t(
            {R.DITINDAKLANJUTI},
            "nyatakan_selesai",
            R.SELESAI,
            Tindakan.PERIKSA_TINDAK_LANJUT,
            _bukan_unit_sendiri,
            bukan_pelaku_sebelumnya,
        ),
        Transisi(
            frozenset({R.DITINDAKLANJUTI}),
            "nyatakan_belum_sesuai",
            R.BELUM_SESUAI,
            Tindakan.PERIKSA_TINDAK_LANJUT,
            (_bukan_unit_sendiri, bukan_pelaku_sebelumnya),
            beralasan=True,
        ),
    ),
    sebutan={
        "rencanakan_tindak_lanjut": gettext_lazy("merencanakan tindak lanjut"),
        "sampaikan_bukti": gettext_lazy("menyampaikan bukti tindak lanjut"),
        "nyatakan_selesai": gettext_lazy("menyatakan tindak lanjut selesai"),
        "nyatakan_belum_sesuai": gettext_lazy("menyatakan bukti belum sesuai"),
        **dict(KeadaanRekomendasi.choices),
    },
)
