"""The ledger of a page: a file of its own, in a folder beside the pages, one line a fact.

It is written ahead of its page under another name, with the page's digest: where a compile is interrupted before all is
written, that tells which of the two ledgers the page goes with. A new page goes with it whatever is written into it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from facts import files
from facts.files import FileStat
from facts.pages.ledger import Ledger, digest

FOLDER = "ledger"
"""The folder beside the pages in which their ledgers lie."""


class _Ahead(msgspec.Struct, frozen=True):
    """A ledger that was written ahead of its page, and the digest of the text that the page is to have."""

    page: str
    ledger: Ledger


_T = TypeVar("_T", Ledger, _Ahead)


class LedgerError(Exception):
    """A ledger that cannot be read: the reason, and what to do."""


def file_of(page: Path) -> Path:
    """The file of a page's ledger."""
    return page.parent / FOLDER / f"{page.stem}.json"


def read(page: Path, text: str) -> Ledger | None:
    """The ledger of a page that has this text; None if there is none. Raises LedgerError."""
    ahead = _read(_ahead(page), _Ahead)
    if ahead is not None and ahead.page == digest(text):
        return ahead.ledger
    ledger = _read(file_of(page), Ledger)
    if ledger is None and ahead is not None:
        return ahead.ledger  # the page was new, and somebody has written into it since
    return ledger


def save(page: Path, text: str, ledger: Ledger, before: tuple[Ledger, str] | None, *, new: bool = False) -> FileStat:
    """Write a page and its ledger; return how the page's file looks.

    `before` is what was read there, and its ledger; None where nothing may be there, as the page is `new`, or where
    whatever stands there is written over. Raises ChangedError where something else stands there by now, which
    stays, and OSError.
    """
    if before is not None and not file_of(page).exists():
        save_alone(page, before[0])  # or else the one that is written ahead would count as that of the text before
    files.write(_ahead(page), msgspec.json.encode(_Ahead(digest(text), ledger)))
    data, read = text.encode("utf-8"), before[1].encode("utf-8") if before is not None else None
    try:
        stat = files.write_over(page, data, read) if new or before is not None else files.write(page, data)
    except files.ChangedError:
        _ahead(page).unlink(missing_ok=True)
        raise
    save_alone(page, ledger)
    return stat


def save_alone(page: Path, ledger: Ledger) -> None:
    """Write the ledger of a page that stays as it is. Raises OSError."""
    files.write(file_of(page), msgspec.json.format(msgspec.json.encode(ledger), indent=1) + b"\n")
    _ahead(page).unlink(missing_ok=True)


def was(page: Path) -> tuple[str, ...]:
    """The ids that the article of a page had before, also by a ledger that is being written; none if none is read."""
    try:
        ahead, ledger = _read(_ahead(page), _Ahead), _read(file_of(page), Ledger)
    except LedgerError:
        return ()
    return (ahead.ledger.was if ahead is not None else ()) + (ledger.was if ledger is not None else ())


def move(page: Path, to: Path) -> None:
    """Move a page with its ledger, which is at both places until the page is there. Raises OSError."""
    for of in (file_of, _ahead):
        if of(page).exists():
            files.write(of(to), of(page).read_bytes())
        else:
            of(to).unlink(missing_ok=True)
    to.parent.mkdir(exist_ok=True)
    page.rename(to)
    delete_of(page)


def delete_of(page: Path) -> None:
    """Delete the ledger of a page that is no longer there. Raises OSError."""
    for of in (file_of, _ahead):
        of(page).unlink(missing_ok=True)


def _ahead(page: Path) -> Path:
    """The file of a ledger whose page is being written."""
    return page.parent / FOLDER / f".{page.stem}.next"


def _read(file: Path, kind: type[_T]) -> _T | None:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(f"its ledger {file} cannot be read ({error.strerror}); check its permissions") from error
    return decoded(file, data, kind)


def decoded(file: Path, data: bytes, kind: type[_T]) -> _T:
    """The ledger that a file holds. Raises LedgerError."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        remedy = "restore it, or delete it: what a compile makes again is the compiler’s then, and the rest yours"
        raise LedgerError(f"its ledger {file} is damaged ({error}); {remedy}") from None
