"""Pages fetched politely: what robots.txt allows, one request a second from a host, bounded in size, time and hops.

Redirects are followed here, hop by hop, so that each is held to the same rules. Computers in private networks are not
asked: what a name stands for is looked up once, checked, and connected to as it was checked.
"""

from __future__ import annotations

import dataclasses
import socket
import time
import typing
import zlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

import httpcore

from facts.incoming import addresses

if TYPE_CHECKING:
    from protego import Protego

AGENT: Final = "Onrecord/1 (reads meeting reports; obeys robots.txt)"
ROBOT: Final = "Onrecord"
"""The name by which robots.txt may speak of us."""
MAX_BYTES: Final = 5_000_000
"""Largest page, in bytes, packed or unpacked."""
MAX_ROBOTS_BYTES: Final = 500_000
MAX_HOPS: Final = 5
"""Redirects that are followed at most."""
PAUSE_S: Final = 1.0
"""Seconds between two requests to a host, and at most so many more as its robots.txt asks for."""
MAX_PAUSE_S: Final = 10.0
TIMEOUT_S: Final = 10.0
"""Seconds to wait for a connection, and for each piece of a page."""
WHOLE_S: Final = 60.0
"""Seconds after which a page must be there."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"


class FetchError(Exception):
    """A page that cannot be had: why not, and what to do."""

    def __init__(self, reason: str) -> None:
        """Give the reason, without the address."""
        super().__init__(reason)
        self.reason = reason


class PrivateAddressError(httpcore.ConnectError):
    """A name that stands for a computer in a private network."""


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """What came from an address: `url` is where it stands after redirects. `data` is None if it is as it was last time.

    `etag` and `modified` are what the next request may be made conditional by.
    """

    url: str
    data: bytes | None
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches pages one after another, and remembers when each host was asked and what its robots.txt says."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """With `allow_private` computers in private networks, this one among them, are asked, too."""
        self._pool = httpcore.ConnectionPool(
            network_backend=_Network(allow_private=allow_private), max_connections=4, keepalive_expiry=5.0
        )
        self._clock = clock
        self._sleep = sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Protego | None] = {}

    def close(self) -> None:
        """End all connections."""
        self._pool.close()

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Page:
        """Fetch a page; with `etag` or `modified`, only if it is not as it was then. Raises FetchError."""
        try:
            here = addresses.tidy(url)
            for _ in range(MAX_HOPS + 1):
                self._obey(here)
                answer = self._ask(here, MAX_BYTES, etag, modified)
                if answer.status not in _REDIRECTS:
                    return answer.page(here)
                target = answer.headers.get("location")
                if not target:
                    raise FetchError("leads elsewhere without saying where")
                here = addresses.tidy(urljoin(here, target))
        except (ValueError, UnicodeError) as error:
            reason = (
                str(error) if str(error).startswith(("is no", "holds")) else "is no web address that can be asked for"
            )
            raise FetchError(reason) from error
        raise FetchError(f"leads from address to address, more than {MAX_HOPS} times")

    def _obey(self, url: str) -> None:
        """Refuse what the host's robots.txt forbids."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if rules is not None and not rules.can_fetch(url, ROBOT):
            raise FetchError("may not be read by programs (robots.txt); save the page by hand and add the file")

    def _read_robots(self, origin: str) -> Protego | None:
        """The rules of a host, None where there are none. Raises FetchError where it cannot say: that is no leave."""
        from protego import Protego

        url = f"{origin}/robots.txt"
        for _ in range(MAX_HOPS + 1):
            answer = self._ask(url, MAX_ROBOTS_BYTES)
            if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                break
            url = addresses.tidy(urljoin(url, answer.headers["location"]))
        if answer.status >= 500 or answer.status == 429:
            raise FetchError(f"its host is in trouble (status {answer.status} for robots.txt); try again later")
        return Protego.parse(answer.data.decode("utf-8", "replace")) if answer.status == 200 else None

    def _ask(self, url: str, limit: int, etag: str | None = None, modified: str | None = None) -> _Answer:
        """What one request brings, when it is the host's turn. Raises FetchError."""
        self._wait_for(url)
        headers = {"Host": _host(url), "User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        waits = dict.fromkeys(("connect", "read", "write", "pool"), TIMEOUT_S)
        due = self._clock() + WHOLE_S
        try:
            with self._pool.stream(
                "GET", url, headers=list(headers.items()), extensions={"timeout": waits}
            ) as response:
                said = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
                pieces = typing.cast(Iterable[bytes], response.iter_stream())
                data = b"" if response.status in _REDIRECTS | {304} else self._body(pieces, said, limit, due)
                return _Answer(response.status, said, data)
        except PrivateAddressError as error:
            raise FetchError("is in a private network; if that is meant, allow it (--allow-private)") from error
        except httpcore.TimeoutException as error:
            raise FetchError(f"does not answer within {TIMEOUT_S:.0f} seconds; try again later") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            raise FetchError(f"cannot be reached ({_why(error)}); check the address") from error

    def _body(self, pieces: Iterable[bytes], headers: dict[str, str], limit: int, due: float) -> bytes:
        unpack = _unpacker(headers.get("content-encoding", ""))
        data = bytearray()
        for piece in pieces:
            data += unpack(piece, limit + 1 - len(data))
            if len(data) > limit:
                raise FetchError(f"is larger than {limit / 1_000_000:g} MB")
            if self._clock() > due:
                raise FetchError(f"is not here after {WHOLE_S:.0f} seconds; try again later")
        return bytes(data)

    def _wait_for(self, url: str) -> None:
        """Wait until a host may be asked again."""
        origin = _origin(url)
        host = urlsplit(url).netloc
        rules = self._robots.get(origin)
        asked = rules.crawl_delay(ROBOT) if rules is not None else None
        pause = min(max(PAUSE_S, float(asked or 0)), MAX_PAUSE_S)
        if (last := self._asked.get(host)) is not None and (rest := last + pause - self._clock()) > 0:
            self._sleep(rest)
        self._asked[host] = self._clock()


@dataclasses.dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    data: bytes

    def page(self, url: str) -> Page:
        """The page, or why there is none."""
        etag, modified = self.headers.get("etag"), self.headers.get("last-modified")
        if self.status == 304:
            return Page(url, None, "", etag, modified)
        if self.status in (404, 410):
            raise FetchError(f"is not there (status {self.status}); check the address")
        if self.status in (429, 503):
            raise FetchError(f"cannot be had now (status {self.status}); try again later")
        if self.status != 200:
            raise FetchError(f"cannot be had (status {self.status}); save the page by hand and add the file")
        return Page(url, self.data, self.headers.get("content-type", ""), etag, modified)


class _Network(httpcore.NetworkBackend):
    """Connects to the public internet only (or, if allowed, to any network)."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Look a name up, check every computer that it stands for, and connect to the first that answers."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("its host is not known") from error
        numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._allow_private and not all(map(addresses.is_public, numbers)):
            raise PrivateAddressError(host)
        failure: Exception = httpcore.ConnectError("its host is not known")
        for number in numbers:
            try:
                return self._plain.connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between its own attempts."""
        self._plain.sleep(seconds)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """A function that unpacks pieces of a body, so many bytes at most. Raises FetchError."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda piece, most: piece[:most]
    if name not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"is packed in a way that cannot be read ({name[:20]})")
    machine = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def unpack(piece: bytes, most: int) -> bytes:
        try:
            return machine.decompress(piece, max(1, most))
        except zlib.error as error:
            raise FetchError("arrived damaged; try again later") from error

    return unpack


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
