"""A page with its file: on which line each thing stands, and what has become of its article."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from pathlib import Path

import yaml

from facts import encoding, markup
from facts.linting.finding import Finding, Kind
from facts.model import Record
from facts.pages import base, yaml_reading
from facts.pages.page import Page
from facts.pages.page_reading import Reading
from facts.pages.quotes import squeeze
from facts.pages.where_said import KINDS
from facts.pages.yaml_reading import Place
from facts.tables import labels_and_tables_as_lines


class Sheet:
    """A page of a base and its file, which is read once more only where something is found in it."""

    def __init__(self, path: Path, page: Page) -> None:
        """Take a page and the file that it was loaded from."""
        self.path = path
        self.page = page

    @functools.cached_property
    def record(self) -> Record:
        """What can be answered from."""
        return self.page.record()

    @functools.cached_property
    def article_file(self) -> Path | None:
        """The article's file, from here or from a folder above the page; None if it is not there."""
        for root in (Path(), *self.path.absolute().parents):
            with contextlib.suppress(OSError, ValueError):
                if (root / self.page.article.file).is_file():
                    return root / self.page.article.file
        return None

    @functools.cached_property
    def _article(self) -> bytes:
        if self.article_file is None:
            return b""
        with contextlib.suppress(OSError), self.article_file.open("rb") as stream:
            return stream.read(encoding.MAX_BYTES + 1)
        return b""

    @functools.cached_property
    def is_stale(self) -> bool:
        """Whether the article is not as it was compiled any more."""
        return self.article_file is not None and hashlib.sha256(self._article).hexdigest() != self.page.article.sha256

    def article_text(self) -> str | None:
        """The article as it is today, without marks inside its lines; None if there is none that can be read."""
        decoded = encoding.decode(self._article) if self._article else None
        return markup.plain(labels_and_tables_as_lines(decoded[0])) if decoded is not None else None

    def finding(self, place: Place, kind: Kind, what: str, remedy: str) -> Finding:
        """Something that was found at a place of the page."""
        return Finding(str(self.path), self.line(place), kind, what, remedy)

    def of_fact(self, fact: str, kind: Kind, what: str, remedy: str, key: str | None = None) -> Finding:
        """Something that was found in a fact (by its id), in a key of it or else in all of it."""
        place = self._places.get(fact) or _place_in_meeting(fact)
        return self.finding((*place, key) if key else place, kind, what, remedy)

    def of_sentence(self, text: str, kind: Kind, what: str, remedy: str) -> Finding:
        """Something that was found in a sentence."""
        return self.finding(self._sentences.get(text, ("sentences",)), kind, what, remedy)

    def line(self, place: Place) -> int:
        """The line (from 1) of a place; 0 where it cannot be told."""
        tree = self._read[1]
        return yaml_reading.line_in(tree, place) if tree is not None else 0

    def line_of_fact(self, fact: str) -> int:
        """The line of a fact."""
        return self.line(self._places.get(fact) or _place_in_meeting(fact))

    @functools.cached_property
    def _read(self) -> tuple[Reading | None, yaml.Node | None]:
        """How the file reads, and its tree; nothing where it has changed meanwhile into what cannot be read."""
        with contextlib.suppress(base.BaseError, yaml_reading.SchemaError):
            _, reading, text = base.load_reading(self.path)
            return reading, yaml_reading.compose(text)
        return None, None

    @functools.cached_property
    def _places(self) -> dict[str, Place]:
        """By id, where facts stand."""
        reading, _ = self._read
        if reading is None:
            return {}
        if not reading.ids:  # of an earlier schema, which has its facts in one list
            return {fact.id: ("facts", n) for n, fact in enumerate(self.page.facts)}
        numbered = ((n, m, name) for n, ids in enumerate(reading.ids) for m, name in enumerate(ids))
        return {name: ("sentences", n, "facts", m) for n, m, name in numbered}

    @functools.cached_property
    def _sentences(self) -> dict[str, Place]:
        """By text, where sentences stand."""
        data = self._read[0].data if self._read[0] is not None else None
        written = data.get("sentences") if isinstance(data, dict) else None
        texts = [squeeze(str(each["text"])) for each in written or () if isinstance(each, dict) and "text" in each]
        return {text: ("sentences", n, "text") for n, text in reversed(list(enumerate(texts)))}


def _place_in_meeting(fact: str) -> Place:
    """The key of the meeting that a fact tells which stands below no sentence."""
    key = fact.removeprefix("meeting-")
    return ("meeting", key) if key in KINDS else ()


def sheets_of(directory: Path, pages: tuple[Page, ...]) -> list[Sheet]:
    """The pages of a base with their files."""
    return [Sheet(directory / f"{page.article.id}{base.SUFFIX}", page) for page in pages]
