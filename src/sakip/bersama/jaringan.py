"""Which addresses of the network the program may turn to on somebody's word."""

from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

# IANA's special-purpose addresses, and what is no single host: none of them is the open internet.
TERTUTUP_4 = tuple(
    IPv4Network(blok)
    for blok in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# Only 2000::/3 is handed out to hosts. That leaves out ::1, ::, IPv4 in any dress (mapped,
# compatible, NAT64), unique local, link-local, site-local and multicast at once.
UMUM_6 = IPv6Network("2000::/3")
TERTUTUP_6 = tuple(
    IPv6Network(blok)
    for blok in (
        "2001::/23",  # Teredo, ORCHID, benchmarking and other protocol blocks
        "2001:db8::/32",
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)


def alamat_umum(alamat: str) -> bool:
    """Whether an IP address belongs to the open internet. What cannot be read does not."""
    try:
        empat = IPv4Address(alamat)
    except AddressValueError:
        return _umum_6(alamat)
    return not any(empat in blok for blok in TERTUTUP_4)


def _umum_6(alamat: str) -> bool:
    try:
        enam = IPv6Address(alamat)
    except AddressValueError:
        return False
    return enam.scope_id is None and enam in UMUM_6 and not any(enam in blok for blok in TERTUTUP_6)
