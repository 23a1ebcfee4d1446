"""Web addresses: which are one and the same, and which computers may be asked."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|cmpid|ocid|at_\w+|ns_\w+", re.IGNORECASE
)
"""Parts of a query that say where a reader came from, and nothing about the page."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(text: str) -> bool:
    """Whether a text is a web address and not the name of a file."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def tidy(url: str) -> str:
    """Write a web address in ASCII and without fragment, as it is asked for.

    Raises ValueError for what is no web address.
    """
    parts = urlsplit("".join(url.split()))
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        raise ValueError("is no web address (http:// or https://)")
    if parts.username is not None or parts.password is not None:
        raise ValueError("holds a name or password; give the address without them")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port in (None, _PORTS[parts.scheme.lower()]) else f":{parts.port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme.lower(), f"{host}{port}", path, query, ""))


def identity(url: str) -> str:
    """Reduce a web address to what tells one page from another; what is none stays as it is.

    >>> identity("http://www.news.test/a/?utm_source=x#top") == identity("https://news.test/a")
    True
    """
    try:
        parts = urlsplit(tidy(url))
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.") + (f":{port}" if port else "")
    kept = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)
    ]
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(sorted(kept)), ""))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of the same computer's name, "www." aside."""
    names = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return names[0] == names[1]


def is_public(host: str) -> bool:
    """Whether a numeric address is one of the public internet, also one that stands for another (mapped, tunnelled)."""
    try:
        address: Address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in [address, *_inside(address)])


def _inside(address: Address) -> list[Address]:
    """The addresses of version 4 that one of version 6 stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inside: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in inside if each is not None]
