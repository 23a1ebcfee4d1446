"""Which web addresses are the same, and which computers may be asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.incoming.addresses import identity, is_public, tidy


@pytest.mark.parametrize(
    "other",
    [
        "http://news.test/a/b?id=7&x=1",
        "https://www.news.test/a/b?x=1&id=7",
        "HTTPS://News.Test:443/a/b/?id=7&x=1#top",
        "https://news.test/a/b?utm_source=mail&utm_medium=x&id=7&x=1&fbclid=abc",
    ],
)
def test_addresses_of_one_page_are_one(other: str) -> None:
    assert identity(other) == identity("https://news.test/a/b?id=7&x=1")


@pytest.mark.parametrize(
    "other",
    [
        "https://news.test/a/c",
        "https://news.test/a/b?id=8",
        "https://other.test/a/b?id=7",
        "https://news.test:8080/a/b?id=7",
    ],
)
def test_addresses_of_two_pages_are_two(other: str) -> None:
    assert identity(other) != identity("https://news.test/a/b?id=7")


def test_an_address_is_asked_for_in_ascii() -> None:
    assert tidy("https://Zeitung.tést/Straße ?q=ä#x") == "https://zeitung.xn--tst-bma/Stra%C3%9Fe?q=%C3%A4"
    assert tidy("http://[2001:db8::1]:8080") == "http://[2001:db8::1]:8080/"


@pytest.mark.parametrize(
    "text", ["ftp://news.test/a", "news.test/a", "https://", "https://ana:secret@news.test/", "file:///etc/passwd"]
)
def test_what_is_no_plain_web_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"web address|without them"):
        tidy(text)


@given(st.text(max_size=30))
def test_anything_after_the_host_can_be_asked_for_or_is_refused(text: str) -> None:
    try:
        found = tidy(f"https://news.test/{text}")
    except ValueError:
        return
    assert found.isascii()
    assert not set(found) & set(" \n\r\t")
    assert found.startswith("https://news.test/")


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_computers_of_the_internet_may_be_asked(host: str) -> None:
    assert is_public(host)


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "127.9.9.9",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
        ),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *(
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "news.test",
        ),
    ],
)
def test_computers_of_private_networks_may_not_be_asked_in_whatever_form(host: str) -> None:
    assert not is_public(host)
