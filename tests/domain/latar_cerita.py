"""The stage of the demo once more, from a database in which its first part was played."""

from sakip.akun.models import Pengguna
from sakip.bersama.layanan import Pelaku
from sakip.demo.panggung import Panggung
from sakip.organisasi import selectors as organisasi


def panggung() -> Panggung:
    """Everybody who acts in the demo, by account name."""
    return Panggung(
        organisasi.instansi_menurut_kode("36.04"),
        {nama: Pelaku(pk) for pk, nama in Pengguna.objects.values_list("pk", "nama_pengguna")}
        | {"kecamatan-mancak.penyusun": organisasi.pelaku_menurut_nama("mancak")},
        organisasi.pelaku_sistem(),
    )
