"""Pages are fetched politely and within bounds, whatever a host sends: held against a web site on this machine."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from facts.incoming import addresses, fetching
from facts.incoming.fetching import MAX_BYTES, Fetcher, FetchError
from incoming.site import Site


class Clock:
    """Time that passes only when somebody waits; `waits` are how long they did."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    running = Fetcher(allow_private=True, clock=clock, sleep=clock.sleep)
    yield running
    running.close()


def refusal(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as refused:
        fetcher.get(url)
    return refused.value.reason


def test_a_page_is_fetched_with_its_address_and_kind(site: Site, fetcher: Fetcher) -> None:
    url = site.put("/a", "text", Content_Type="text/plain; charset=utf-8")
    page = fetcher.get(url)
    assert (page.url, page.data, page.content_type) == (url, b"text", "text/plain; charset=utf-8")
    assert site.requests[-1].headers["user-agent"].startswith("Onrecord/")


# Manners


def test_a_host_is_asked_once_a_second(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    for path in ("/a", "/b", "/c"):
        fetcher.get(site.put(path, "text"))
    assert clock.waits == [1.0, 1.0, 1.0]  # robots.txt was first
    assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b", "/c"]


def test_two_hosts_are_not_kept_waiting_for_each_other(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    with Site() as other:
        for each in (site, other):
            each.put("/robots.txt", "")
        fetcher.get(site.put("/a", "text"))
        fetcher.get(other.put("/a", "text"))
    assert clock.waits == [1.0, 1.0]


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nDisallow: /*.pdf$\n")
    assert "robots.txt" in refusal(fetcher, site.put("/private/a", "text"))
    assert "robots.txt" in refusal(fetcher, site.put("/b.pdf", "text"))
    assert fetcher.get(site.put("/c", "text")).data == b"text"
    assert site.paths() == ["/c"]


def test_robots_txt_may_speak_of_us_by_name(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /\nCrawl-delay: 3\n")
    assert fetcher.get(site.put("/a", "text")).data == b"text"


def test_a_host_that_asks_for_longer_pauses_gets_them_up_to_ten_seconds(
    site: Site, fetcher: Fetcher, clock: Clock
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 86400\n")
    fetcher.get(site.put("/a", "text"))
    assert clock.waits == [10.0]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_that_cannot_say_what_it_allows_is_left_alone(site: Site, fetcher: Fetcher, status: int) -> None:
    site.put("/robots.txt", "", status)
    assert "in trouble" in refusal(fetcher, site.put("/a", "text"))
    assert site.paths() == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_robots_txt_allows_all(site: Site, fetcher: Fetcher, status: int) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n", status)
    assert fetcher.get(site.put("/a", "text")).data == b"text"


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    url = site.put("/feed", "text", ETag='"7"')
    first = fetcher.get(url)
    again = fetcher.get(url, first.etag, first.modified)
    assert (first.data, again.data, again.etag) == (b"text", None, '"7"')
    dated = site.put("/dated", "text", Last_Modified="Thu, 08 Feb 2024 10:00:00 GMT")
    assert fetcher.get(dated, None, fetcher.get(dated).modified).data is None


# Bounds


def test_redirects_are_followed_and_each_hop_is_held_to_the_rules(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.put("/private/end", "text")
    site.put("/b", "", 302, Location="/end")
    site.put("/end", "text")
    assert fetcher.get(site.put("/a", "", 301, Location="b")).url == f"{site.url}/end"
    assert "robots.txt" in refusal(fetcher, site.put("/c", "", 307, Location="/private/end"))
    assert "/private/end" not in site.paths()


def test_redirects_that_go_on_are_given_up(site: Site, fetcher: Fetcher) -> None:
    assert "more than 5 times" in refusal(fetcher, site.put("/a", "", 302, Location="/a"))
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://news.test/", "http://ana:b@news.test/", "", "http://[::"]
)
def test_a_redirect_out_of_the_web_is_refused(site: Site, fetcher: Fetcher, target: str) -> None:
    assert refusal(fetcher, site.put("/a", "", 302, Location=target))
    assert site.paths() == ["/a"]


def test_a_page_that_is_too_large_is_refused_before_it_is_whole(site: Site, fetcher: Fetcher) -> None:
    assert "larger than 5 MB" in refusal(fetcher, site.put("/a", b"a" * (MAX_BYTES + 1)))
    assert fetcher.get(site.put("/b", b"b" * MAX_BYTES)).data == b"b" * MAX_BYTES


def test_packed_pages_are_unpacked_up_to_the_same_size(site: Site, fetcher: Fetcher) -> None:
    assert fetcher.get(site.put("/a", gzip.compress(b"text"), Content_Encoding="gzip")).data == b"text"
    assert fetcher.get(site.put("/z", zlib.compress(b"text"), Content_Encoding="deflate")).data == b"text"
    bomb = site.put("/b", gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip")
    assert "larger than 5 MB" in refusal(fetcher, bomb)
    assert "damaged" in refusal(fetcher, site.put("/c", b"no gzip", Content_Encoding="gzip"))
    assert "packed in a way" in refusal(fetcher, site.put("/d", b"text", Content_Encoding="br"))


def test_a_page_that_comes_in_drops_is_given_up(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    def passing() -> float:
        clock.now += 20.0
        return clock.now

    slow = Fetcher(allow_private=True, clock=passing, sleep=clock.sleep)
    assert "not here after 60 seconds" in refusal(slow, site.put("/a", b"a" * 200_000, seconds=0.001))
    slow.close()


def test_a_host_that_does_not_answer_is_given_up(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "does not answer" in refusal(fetcher, f"http://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "is not there"), (410, "is not there"), (403, "save the page by hand"), (503, "try again")],
)
def test_what_a_host_refuses_is_said(site: Site, fetcher: Fetcher, status: int, reason: str) -> None:
    assert reason in refusal(fetcher, site.put("/a", "text", status))


def test_a_host_that_is_not_there_is_said(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "cannot be reached" in refusal(fetcher, f"http://127.0.0.1:{port}/")


def test_what_is_no_http_is_said(fetcher: Fetcher) -> None:
    assert "web address" in refusal(fetcher, "gopher://news.test/")


# Private networks


@pytest.fixture
def public() -> Iterator[Fetcher]:
    running = Fetcher(sleep=lambda _: None)
    yield running
    running.close()


def test_a_computer_in_a_private_network_is_not_asked(site: Site, public: Fetcher) -> None:
    site.put("/a", "text")
    assert "private network" in refusal(public, f"{site.url}/a")
    assert "private network" in refusal(public, f"{site.url.replace('127.0.0.1', 'localhost')}/a")
    assert site.requests == []


def test_a_name_that_stands_for_a_private_computer_is_not_asked(
    site: Site, public: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.url.rpartition(":")[2])
    monkeypatch.setattr(socket, "getaddrinfo", _names({"news.test": ["93.184.216.34", "127.0.0.1"]}))
    assert "private network" in refusal(public, f"http://news.test:{port}/a")
    assert site.requests == []


def test_what_is_connected_to_is_what_was_checked(public: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is looked up again might stand for another computer by then."""
    asked: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", _names({"news.test": ["93.184.216.34"]}))

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        asked.append(address[0])
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(socket, "create_connection", connect)
    assert "cannot be reached" in refusal(public, "http://news.test/a")
    assert asked == ["93.184.216.34"]


def test_a_redirect_into_a_private_network_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site stands in for one on the internet; it leads to a computer beside it."""
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda host: host == "127.0.0.1" or real(host))
    fetcher = Fetcher(sleep=lambda _: None)
    for target in ("http://127.0.0.2:1/secret", "http://[::1]:1/", "http://169.254.169.254/latest/meta-data"):
        assert "private network" in refusal(fetcher, site.put("/a", "", 302, Location=target))
    fetcher.close()


def _names(known: dict[str, list[str]]) -> Any:  # noqa: ANN401
    """A stand-in for looking names up."""

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in known.get(host, [host])]

    return look_up
