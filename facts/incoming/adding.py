"""`onrecord add`: files, folders, pages and feeds become articles among the seeds, which are compiled."""

from __future__ import annotations

import dataclasses
import datetime
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from facts import files
from facts.articles import shown, warning_line
from facts.compile import compiler
from facts.compile.progress import has_bar
from facts.encoding import for_terminals
from facts.incoming import addresses, folders
from facts.incoming.converting import Converter, called, format_of, refuse_misnamed
from facts.incoming.document import ConversionError, Document
from facts.incoming.fetching import MAX_BYTES, Fetcher, FetchError, Page
from facts.incoming.memory import Feed
from facts.incoming.readers.feed import Entry, FeedContent
from facts.incoming.shelf import Shelf, Shelved
from facts.pages.notice import Notice

NEW_ENTRIES: Final = 50
"""Entries of a feed that are brought in at a time; what is left is brought in the next time."""
MANY: Final = 20
"""Articles of a folder from which on it is said how far it is looked through."""
PROGRESS_S: Final = 3.0
"""Seconds after which that is said, and again each time."""

_SAID = {
    "added": "added",
    "unchanged": "unchanged",
    "same": "the same report",
    "corrected": "corrected",
    "kept": "kept",
    "removed": "left out",
}


def run(
    sources: Sequence[str],
    seeds: Path,
    base: Path,
    *,
    jobs: int | None = None,
    allow_private: bool = False,
    again: bool = False,
) -> int:
    """Bring articles in and compile them: a line for each on stdout, what is wrong on stderr.

    What was taken out of the record is brought in only if it is named itself, and to be taken in `again`. Returns the
    exit status: 0, or 1 if something could not be brought in or compiled.
    """
    fetcher, converter = Fetcher(allow_private=allow_private), Converter()
    adder = Adder(Shelf(seeds, datetime.date.today()), fetcher, converter, again=again)
    compiled = 0
    try:
        for source in sources:
            adder.add(source)
        if seeds.is_dir():
            compiled = compiler.run([seeds], base, jobs, changes_only=True, line=adder.compiled)
    finally:
        converter.close()
        fetcher.close()
        adder.close()
    return 1 if adder.failures else compiled


class Adder:
    """Brings one source after another in, and says what came of it. `failures` counts what could not be."""

    def __init__(self, shelf: Shelf, fetcher: Fetcher, converter: Converter, *, again: bool = False) -> None:
        """What fetches and converts stays the caller's to close. See `run` for `again`."""
        self._again = again
        self._shelf = shelf
        self._fetcher = fetcher
        self._converter = converter
        self._unsaid: dict[str, str] = {}
        self.failures = 0

    def compiled(self, outcome: compiler.Outcome) -> str:
        """What came of an article that was compiled, and where it came from if that was not said yet."""
        said = self._unsaid.pop(outcome.id, None)
        return f"{outcome.id}: {said}; {str(outcome).removeprefix(f'{outcome.id}: ')}" if said else str(outcome)

    def close(self) -> None:
        """Say what was brought in and not compiled."""
        for id_, said in self._unsaid.items():
            self._say(id_, said)
        self._unsaid.clear()

    def add(self, source: str) -> None:
        """Bring in what a name or an address stands for."""
        try:
            if addresses.is_address(source):
                self._add_address(source)
            elif "://" in source and not os.path.exists(source):
                self._complain(source, "only http and https are fetched; get the file otherwise, and add that")
            elif os.path.isdir(source):
                self._add_folder(Path(source))
            else:
                self._add_file(Path(source))
        except (ConversionError, FetchError) as error:
            self._complain(source, error.reason)
        except OSError as error:
            self._complain(source, f"cannot be put among the articles ({files.why(error)})")

    def _add_folder(self, path: Path) -> None:
        """Bring in the articles of a folder; other files are only counted."""
        found, name, said = folders.listed(path), shown(path), time.monotonic()
        if not found.files:
            self._complain(name, f"no article in it; {found.left_out or 'it is empty'}")
        elif found.left_out:
            self._say(name, found.left_out)
        for number, file in enumerate(found.files):
            if len(found.files) >= MANY and time.monotonic() - said > PROGRESS_S:
                said = time.monotonic()
                print(for_terminals(f"{name}: {number} of {len(found.files)} looked at"), file=sys.stderr, flush=True)
            self._add_file(file)

    def _add_file(self, path: Path) -> None:
        name = shown(path)
        try:
            data = _bytes(path)
            refuse_misnamed(path.name, data)
            if format_of(data) == "feed":
                self._add_feed(name, Page("", data), Feed())
            else:
                self._put(name, self._converter.convert(data, name=path.name), [path.absolute().as_uri()])
        except (ConversionError, FetchError) as error:
            suffix = path.suffix.lower()
            known = not suffix or suffix in folders.TAKEN or called(suffix) or not os.path.isfile(path)
            self._complain(name, error.reason if known else f"its type {suffix} is not known, and it {error.reason}")

    def _add_address(self, url: str) -> None:
        known = self._shelf.feed(url)
        page = self._fetcher.get(url, known.etag, known.modified)
        if page.data is None:
            self._say(url, "nothing new")
        elif format_of(page.data) == "feed":
            self._add_feed(url, page, known)
        else:
            self._put(url, self._from(page), [url, page.url])

    def _add_feed(self, name: str, page: Page, known: Feed) -> None:
        """Bring in the entries of a feed that are new, or newer than they were."""
        feed = self._converter.read_feed(page.data or b"", page.url)
        done = {entry.key: entry.stamp for entry in feed.entries if known.entries.get(entry.key) == entry.stamp}
        new = [entry for entry in feed.entries if entry.key not in done]
        for entry in new[:NEW_ENTRIES]:
            try:
                self._add_entry(entry, feed)
            except (ConversionError, FetchError) as error:
                self._complain(entry.url or name, error.reason)
                continue
            done[entry.key] = entry.stamp
            if page.url:
                self._shelf.keep_feed(name, Feed(entries=done))
        if not new:
            self._say(name, "nothing new")
        if len(new) > NEW_ENTRIES:
            self._say(name, f"{len(new) - NEW_ENTRIES} more entries; add it again for the next {NEW_ENTRIES}")
        if page.url and len(done) == len({entry.key for entry in feed.entries}):
            # Only now: a feed of which something is missing is asked for anew, whether it has changed or not.
            self._shelf.keep_feed(name, Feed(page.etag, page.modified, done))

    def _add_entry(self, entry: Entry, feed: FeedContent) -> None:
        document, found = self._document_of(entry)
        document = dataclasses.replace(
            document,
            title=document.title or entry.title,
            date=document.date or entry.date,
            source=document.source or feed.title,
            url=document.url or entry.url,
        )
        self._report(entry.url or entry.key, self._shelf.put(_cited(document), found), document)

    def _document_of(self, entry: Entry) -> tuple[Document, list[str]]:
        """The document of an entry's page, or of the text that the feed itself brings, and where it was found."""
        if entry.url is not None:
            try:
                page = self._fetcher.get(entry.url)
                return self._from(page), [entry.url, page.url]
            except (ConversionError, FetchError):
                if entry.page is None:
                    raise
        return self._converter.convert(entry.page or b""), [entry.url or entry.key]

    def _from(self, page: Page) -> Document:
        """The document of a page. The address that it gives itself counts if it is of the same site."""
        document = self._converter.convert(page.data or b"", page.content_type)
        own = document.url is not None and addresses.same_site(document.url, page.url)
        return dataclasses.replace(document, url=document.url if own else page.url)

    def _put(self, name: str, document: Document, found: Sequence[str]) -> None:
        shelved = self._shelf.put(_cited(document), found, again=self._again)
        if shelved.status != "removed":
            self._report(name, shelved, document)
            return
        self._complain(
            name,
            f"{shelved.note} as {shelved.id}: “onrecord remove --restore {shelved.id}” brings it back as it was,"
            " “onrecord add --again” takes it in anew",
        )

    def _report(self, name: str, shelved: Shelved, document: Document) -> None:
        removed = f", as it {shelved.note}" if shelved.status == "removed" else ""
        said = f"{_SAID[shelved.status]}{removed}, from {name}"
        if shelved.status in ("added", "corrected") and not has_bar():  # a line with what is found in it
            if shelved.id in self._unsaid:
                self._say(shelved.id, self._unsaid[shelved.id])
            self._unsaid[shelved.id] = said
        else:
            self._say(shelved.id, said)
        for warning in document.warnings:
            print(for_terminals(warning_line(name, warning)), file=sys.stderr, flush=True)
        if shelved.note and shelved.status != "removed":
            note = Notice(shelved.note) if shelved.status == "corrected" else shelved.note
            print(for_terminals(warning_line(shown(shelved.path), note)), file=sys.stderr, flush=True)

    def _say(self, name: str, what: str) -> None:
        print(for_terminals(f"{name}: {what}"), flush=True)

    def _complain(self, name: str, reason: str) -> None:
        self.failures += 1
        print(for_terminals(f"{name}: {reason}"), file=sys.stderr, flush=True)


def _bytes(path: Path) -> bytes:
    """What a file holds. Raises ConversionError."""
    try:
        if path.exists() and not path.is_file():
            raise ConversionError("is no regular file; save the article as one")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConversionError(f"cannot be read ({reason}); check its name and its permissions") from error
    if len(data) > MAX_BYTES:
        raise ConversionError(f"is larger than {MAX_BYTES // 1_000_000} MB; split it into single articles")
    if not data.strip():
        raise ConversionError("is empty; add the article's text or remove the file")
    return data


def _cited(document: Document) -> Document:
    """A document that names its site where it names no other source."""
    if document.source is None and document.url is not None:
        return dataclasses.replace(document, source=_site(document.url))
    return document


def _site(url: str) -> str | None:
    host = urlsplit(url).hostname
    return host.removeprefix("www.") if host else None
