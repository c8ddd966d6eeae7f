"""The stage of the demo once more, from a database in which its first part was played."""

from sakip.demo.panggung import Panggung


def panggung() -> Panggung:
    """Everybody who acts in the demo, by account name."""
    return Panggung.tersimpan("36.04")
