"""Which links are taken, and that asking for one cannot be turned inward."""

import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from sakip.arsip.tautan import AlamatDitolak, Keadaan, baca_tautan, periksa_tautan
from sakip.arsip.tautan.alamat import PANJANG_TAUTAN, Tautan
from sakip.arsip.tautan.lalu_lintas import Jawaban, JawabanRusak
from sakip.bersama.jaringan import alamat_umum

PUBLIK = "103.10.60.1"


@pytest.mark.parametrize(
    "alamat",
    [
        "0.0.0.0", "0.1.2.3",  # noqa: S104 - refused, not bound
        "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254",
        "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:103.10.60.1", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1",
        "2002:a00:1::", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0",
        "fec0::1", "ff02::1", "2001:4860:4860::8888%1", "127.1", "0x7f000001", "2130706433",
        "0177.0.0.1", "localhost", "", "103.10.60.1.",
    ],
)  # fmt: skip
def test_alamat_yang_tidak_di_internet_terbuka_ditolak(alamat: str) -> None:
    assert not alamat_umum(alamat)


@pytest.mark.parametrize(
    "alamat",
    [
        "1.1.1.1", "8.8.8.8", PUBLIK, "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
        "192.0.1.1", "198.17.0.1", "223.255.255.255", "2001:4860:4860::8888", "2400:cb00::1",
        "2606:4700::1111",
    ],
)  # fmt: skip
def test_alamat_di_internet_terbuka_diterima(alamat: str) -> None:
    assert alamat_umum(alamat)


@pytest.mark.parametrize(
    ("ketikan", "url"),
    [
        ("https://contoh.go.id", "https://contoh.go.id/"),
        (" HTTPS://Contoh.GO.ID/Berkas?q=1#hlm ", "https://contoh.go.id/Berkas?q=1#hlm"),
        ("https://contoh.go.id:443/a", "https://contoh.go.id/a"),
        ("https://contoh.go.id/laporan é", None),
        ("https://contoh.go.id/laporan-é", "https://contoh.go.id/laporan-%C3%A9"),
        ("https://bücher.id/", "https://xn--bcher-kva.id/"),
    ],
)
def test_tautan_dirapikan(ketikan: str, url: str | None) -> None:
    if url is None:
        with pytest.raises(AlamatDitolak, match="spasi"):
            baca_tautan(ketikan)
    else:
        assert baca_tautan(ketikan).url == url


@pytest.mark.parametrize(
    ("ketikan", "kata"),
    [
        ("", "Tulis alamatnya"),
        ("http://contoh.go.id/", "https://"),
        ("ftp://contoh.go.id/", "https://"),
        ("javascript:alert(1)", "https://"),
        ("file:///etc/passwd", "https://"),
        ("//contoh.go.id/a", "https://"),
        ("https://", "nama situs"),
        ("https://ani:rahasia@contoh.go.id/", "nama pengguna"),
        ("https://contoh.go.id@10.0.0.1/", "nama pengguna"),
        ("https://contoh.go.id:8443/", "nomor port"),
        ("https://contoh.go.id:/", "nomor port"),
        ("https://contoh.go.id:99999/", "tidak terbaca"),
        ("https://127.0.0.1/", "bukan angka IP"),
        ("https://127.1/", "bukan angka IP"),
        ("https://2130706433/", "bukan angka IP"),
        ("https://0x7f000001/", "bukan angka IP"),
        ("https://0177.0.0.1/", "bukan angka IP"),
        ("https://[::1]/", "bukan angka IP"),
        ("https://[::ffff:10.0.0.1]/", "bukan angka IP"),
        ("https://１２７.０.０.１/", "bukan angka IP"),
        ("https://localhost/", "jaringan sendiri"),
        ("https://sakip/", "jaringan sendiri"),
        ("https://sakip.local/", "jaringan sendiri"),
        ("https://basisdata.internal/", "jaringan sendiri"),
        ("https://1.0.0.127.in-addr.arpa/", "jaringan sendiri"),
        ("https://contoh.go.id./", "tidak terbaca|jaringan sendiri"),
        ("https://contoh_a.go.id/", "tidak terbaca"),
        ("https://contoh.go.id\\@10.0.0.1/", "tidak wajar"),
        ("https://contoh.go.id/a\r\nHost: 10.0.0.1", "tidak wajar"),
        ("https://contoh.go.id/" + "a" * PANJANG_TAUTAN, "paling panjang 500"),
    ],
)
def test_tautan_yang_ditolak_menyebut_sebabnya(ketikan: str, kata: str) -> None:
    with pytest.raises(AlamatDitolak, match=kata):
        baca_tautan(ketikan)


# Asking, with the names and answers of the test --------------------------------------------------


@dataclass
class Jaringan:
    """Names and answers of a make-believe internet; remembers who was asked, and how."""

    nama: dict[str, list[Sequence[str]]]
    jawaban: dict[str, Jawaban | Exception] = field(default_factory=dict)
    dicari: list[str] = field(default_factory=list)
    ditanya: list[tuple[str, str, str]] = field(default_factory=list)

    def cari(self, nama: str) -> Sequence[str]:
        self.dicari.append(nama)
        semua = self.nama[nama]
        return semua.pop(0) if len(semua) > 1 else semua[0]

    def tanya(self, alamat: str, tautan: Tautan, cara: str, batas: int) -> Jawaban:
        assert batas > 0
        self.ditanya.append((alamat, cara, tautan.url))
        jawaban = self.jawaban.get(f"{cara} {tautan.url}", self.jawaban.get(tautan.url))
        if isinstance(jawaban, Exception):
            raise jawaban
        return jawaban or Jawaban(200)

    def periksa(self, url: str = "https://a.go.id/") -> Keadaan:
        return periksa_tautan(url, cari=self.cari, bertanya=self.tanya).keadaan


def _satu(jawaban: Jawaban | Exception) -> Jaringan:
    return Jaringan({"a.go.id": [[PUBLIK]]}, {"https://a.go.id/": jawaban})


@pytest.mark.parametrize(
    ("jawaban", "keadaan"),
    [
        (Jawaban(200), Keadaan.TERBUKA),
        (Jawaban(206), Keadaan.TERBUKA),
        (Jawaban(401), Keadaan.MINTA_MASUK),
        (Jawaban(403), Keadaan.MINTA_MASUK),
        (Jawaban(404), Keadaan.TIDAK_ADA),
        (Jawaban(410), Keadaan.TIDAK_ADA),
        (Jawaban(500), Keadaan.GAGAL),
        (Jawaban(302), Keadaan.GAGAL),
        (ssl.SSLCertVerificationError(1, "nama lain"), Keadaan.TIDAK_AMAN),
        (ssl.SSLError(1, "jabat tangan gagal"), Keadaan.GAGAL),
        (TimeoutError(), Keadaan.GAGAL),
        (ConnectionRefusedError(), Keadaan.GAGAL),
        (JawabanRusak(), Keadaan.GAGAL),
        (Jawaban(302, "https://accounts.google.com/v3/signin"), Keadaan.MINTA_MASUK),
        (Jawaban(302, "https://login.microsoftonline.com/x"), Keadaan.MINTA_MASUK),
        (Jawaban(301, "http://a.go.id/"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "https://127.0.0.1/"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "//[::1]/"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "https://a.go.id:8080/"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "https://ani@a.go.id/"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "file:///etc/passwd"), Keadaan.TIDAK_AMAN),
        (Jawaban(302, "/"), Keadaan.GAGAL),
    ],
)
def test_arti_jawaban(jawaban: Jawaban | Exception, keadaan: Keadaan) -> None:
    assert _satu(jawaban).periksa() == keadaan


def test_head_yang_tidak_disukai_diulang_dengan_get() -> None:
    satu = Jaringan({"a.go.id": [[PUBLIK]]}, {"HEAD https://a.go.id/": Jawaban(405)})

    assert satu.periksa() == Keadaan.TERBUKA
    assert [cara for _a, cara, _u in satu.ditanya] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    "alamat",
    [["10.0.0.1"], [PUBLIK, "127.0.0.1"], ["2606:4700::1111", "::ffff:169.254.169.254"]],
    ids=["dalam", "campuran", "campuran-enam"],
)
def test_nama_yang_menunjuk_ke_dalam_tidak_dihubungi(alamat: list[str]) -> None:
    satu = Jaringan({"a.go.id": [alamat]})

    assert satu.periksa() == Keadaan.TIDAK_AMAN
    assert satu.ditanya == []


def test_nama_yang_berganti_alamat_tidak_dicari_dua_kali() -> None:
    """DNS rebinding: the second answer would be inward, so nobody asks for a second one."""
    satu = Jaringan({"a.go.id": [[PUBLIK], ["127.0.0.1"]]}, {"HEAD https://a.go.id/": Jawaban(405)})

    assert satu.periksa() == Keadaan.TERBUKA
    assert satu.dicari == ["a.go.id"]
    assert {alamat for alamat, _c, _u in satu.ditanya} == {PUBLIK}


def test_alihan_dinilai_seperti_tautan_pertama() -> None:
    satu = Jaringan(
        {"a.go.id": [[PUBLIK]], "b.go.id": [["192.168.0.7"]]},
        {"https://a.go.id/": Jawaban(302, "https://b.go.id/rahasia")},
    )

    assert satu.periksa() == Keadaan.TIDAK_AMAN
    assert satu.dicari == ["a.go.id", "b.go.id"]
    assert [url for _a, _c, url in satu.ditanya] == ["https://a.go.id/"]


def test_alihan_yang_terlalu_banyak_berhenti() -> None:
    jawaban = {f"https://a.go.id/{n or ''}": Jawaban(302, f"/{n + 1}") for n in range(9)}
    satu = Jaringan({"a.go.id": [[PUBLIK]]}, dict(jawaban))

    assert satu.periksa() == Keadaan.GAGAL
    assert len(satu.ditanya) == 6  # the link itself and five that it leads to


@pytest.mark.parametrize(
    ("nomor", "keadaan"),
    [(socket.EAI_NONAME, Keadaan.TIDAK_ADA), (socket.EAI_AGAIN, Keadaan.GAGAL)],
)
def test_nama_yang_tidak_ada_dan_yang_belum_dapat_dicari(nomor: int, keadaan: Keadaan) -> None:
    def cari(nama: str) -> Sequence[str]:
        raise socket.gaierror(nomor, nama)

    assert periksa_tautan("https://a.go.id/", cari=cari).keadaan == keadaan
