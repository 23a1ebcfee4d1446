"""The ledger of a page: a file of its own, in a folder beside the pages, one line a fact.

It is written in front of its page under another name, and takes its own name behind it: where a compile is interrupted
in between, the page tells by its digest which of the two it goes with.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from facts import files
from facts.files import FileStat
from facts.pages.ledger import Ledger, digest

FOLDER = "ledger"
"""The folder beside the pages in which their ledgers lie."""

_decode = msgspec.json.Decoder(Ledger).decode


class LedgerError(Exception):
    """A ledger that cannot be read: the reason, and what to do."""


def file_of(page: Path) -> Path:
    """The file of a page's ledger."""
    return page.parent / FOLDER / f"{page.stem}.json"


def read(page: Path, text: str) -> Ledger | None:
    """The ledger of a page that has this text; None if there is none. Raises LedgerError."""
    following = _read(_following(page))
    if following is not None and following.page == digest(text):
        return following
    return _read(file_of(page))


def save(page: Path, text: str, ledger: Ledger) -> FileStat:
    """Write a page and its ledger; return how the page's file looks. Raises OSError."""
    files.write(_following(page), _encoded(msgspec.structs.replace(ledger, page=digest(text))))
    stat = files.write(page, text.encode("utf-8"))
    os.replace(_following(page), file_of(page))
    return stat


def save_alone(page: Path, ledger: Ledger) -> None:
    """Write the ledger of a page that stays as it is. Raises OSError."""
    files.write(file_of(page), _encoded(ledger))


def _following(page: Path) -> Path:
    """The file of a ledger whose page is being written."""
    return page.parent / FOLDER / f".{page.stem}.next"


def _encoded(ledger: Ledger) -> bytes:
    return msgspec.json.format(msgspec.json.encode(ledger), indent=1) + b"\n"


def _read(file: Path) -> Ledger | None:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(f"its ledger {file} cannot be read ({error.strerror}); check its permissions") from error
    return decoded(file, data)


def decoded(file: Path, data: bytes) -> Ledger:
    """The ledger that a file holds. Raises LedgerError."""
    try:
        return _decode(data)
    except msgspec.MsgspecError as error:
        remedy = "restore it, or delete it: what a compile makes again is the compiler’s then, and the rest yours"
        raise LedgerError(f"its ledger {file} is damaged ({error}); {remedy}") from None
