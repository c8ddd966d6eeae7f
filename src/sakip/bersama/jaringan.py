"""Which addresses of the network the program may turn to on somebody's word."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Addresses that carry an IPv4 address inside: a translator on the way would turn them inward.
_TERJEMAH = ip_network("64:ff9b::/96")


def alamat_umum(ip: str) -> bool:
    """Whether an address belongs to the public internet, and to nobody's inside.

    Loopback, private, link-local, shared, multicast and reserved ones do not; nor does an IPv6
    address that holds such an IPv4 address, or anything that is no address.
    """
    try:
        satu = ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    dalam = _dalam(satu) if isinstance(satu, IPv6Address) else None
    if dalam is not None:
        return alamat_umum(str(dalam))
    return satu.is_global and not satu.is_multicast and not satu.is_reserved


def _dalam(satu: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if satu in _TERJEMAH:
        return IPv4Address(int(satu) & 0xFFFFFFFF)
    return satu.ipv4_mapped or satu.sixtofour or (satu.teredo[1] if satu.teredo else None)
