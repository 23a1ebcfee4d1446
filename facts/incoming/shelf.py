"""Where a document belongs in the folder of seeds: a new article, one that is there, or a later version of one."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from facts import articles, encoding, files, markup
from facts.articles.front_matter import FrontMatterError
from facts.articles.meeting_lines import is_meeting_line
from facts.files import FileStat
from facts.folding import fold
from facts.incoming import memory as remembering
from facts.incoming.addresses import identity, is_address
from facts.incoming.alike import NEARLY, Signature, likeness, names_another, only_adds, signature_of
from facts.incoming.document import Document, render
from facts.incoming.memory import Brought, Feed, Memory, Seed
from facts.pages.choosing import ASIDE
from facts.pages.known_again import KNOWN_AGAIN, KNOWN_THOUGH, shared

Status = Literal["added", "unchanged", "same", "corrected", "kept", "removed"]

VERSIONS: Final = ".versions"
"""The folder in that of seeds in which earlier versions are kept; its name hides it from the compiler."""
SLUG_MAX: Final = 60
"""Longest part of a file's name, in code points, that is made of a title."""

LATER: Final = 0.5
"""How like the article that a file held before a text in it is if it is a later version of the same report."""

_CHANGED = "its text has changed where it came from"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WRITTEN_KEPT = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Shelved:
    """What became of a document: the id and file of its article, and what a person should know (`note`)."""

    status: Status
    id: str
    path: Path
    note: str = ""


class Shelf:
    """The folder of seeds, as articles are brought into it."""

    def __init__(self, folder: Path, today: datetime.date) -> None:
        """The folder is made when there is something to put into it."""
        self._folder = folder
        self._today = today

    def feed(self, address: str) -> Feed:
        """What is remembered of a feed."""
        return remembering.recall(self._folder).feeds.get(identity(address), Feed())

    def keep_feed(self, address: str, feed: Feed) -> None:
        """Remember what a feed is like now. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with remembering.alone(self._folder):
            memory = remembering.recall(self._folder)
            memory.feeds[identity(address)] = feed
            remembering.remember(self._folder, memory)

    def put(self, document: Document, addresses: Iterable[str], *, again: bool = False) -> Shelved:
        """Put a document where it belongs; `addresses` are where it was found, a file among them.

        One that was taken out of the record is put nowhere, unless it is to be taken in `again`: it is new then.
        What is killed meanwhile leaves the folder as it was or with the document in it. Raises OSError.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        found = list(dict.fromkeys(map(identity, [*addresses, *([document.url] if document.url else [])])))
        with remembering.alone(self._folder):
            memory = remembering.recall(self._folder)
            candidate = _Candidate(document, signature_of(document.text), found)
            shelved = self._put(candidate, _Folder(self._folder, memory), again=again)
            remembering.remember(self._folder, memory)
        return shelved

    def _put(self, candidate: _Candidate, folder: _Folder, *, again: bool) -> Shelved:
        id_ = folder.at(candidate)
        if id_ is not None:
            shelved = self._again(id_, candidate, folder)
        elif id_ := folder.elsewhere(candidate):
            shelved = Shelved("same", id_, folder.paths[id_])
        elif (near := folder.nearest(candidate)) is not None and near.same:
            shelved = Shelved("same", near.id, folder.paths[near.id])
        elif id_ := folder.superseded(candidate):
            shelved = self._again(id_, candidate, folder, "a later version of it was added")
        elif not again and (id_ := folder.removed(candidate)):
            path = folder.aside[id_]
            # A rename, by which it was taken out, sets the time of this.
            day = datetime.date.fromtimestamp(path.stat().st_ctime)
            return Shelved("removed", id_, path, f"was taken out of the record on {day.day} {day:%B %Y}")
        else:
            shelved = self._new(candidate, folder, near)
        folder.note(shelved, candidate)
        return shelved

    def _again(self, id_: str, candidate: _Candidate, folder: _Folder, what: str = _CHANGED) -> Shelved:
        """A document whose article is known: as it was, or corrected since; `what` became of it is said."""
        path, seed = folder.paths[id_], folder.seeds[id_]
        brought = folder.memory.brought.get(id_, Brought())
        words = candidate.text.words
        if words == seed.text.words or words in {brought.here.get(address) for address in candidate.addresses}:
            return Shelved("unchanged", id_, path)
        aside = self._aside(id_)
        if _digest(path) not in brought.written:
            files.write(aside, render(candidate.document, self._today).encode())
            note = f"{what}, and the file was edited here: left as it is, see {aside}"
            return Shelved("kept", id_, path, note)
        files.write(aside, path.read_bytes())
        day = datetime.date.fromisoformat(seed.date) if seed.date else None
        document = dataclasses.replace(candidate.document, date=candidate.document.date or day)
        self._write(id_, path, render(document, self._today, corrected=self._today), folder.memory)
        return Shelved("corrected", id_, path, f"{what}; the former one is in {aside}")

    def _new(self, candidate: _Candidate, folder: _Folder, near: _Near | None) -> Shelved:
        id_ = _free(name_of(candidate.document), [*folder.paths, *folder.aside])
        path = self._folder / f"{id_}.md"
        self._write(id_, path, render(candidate.document, self._today), folder.memory)
        note = (
            f"much like {near.id}, but not the same (another name, number or day): if it corrects that one, put its"
            f" text into {folder.paths[near.id]}, where edits stay, and take this one out (“onrecord remove {id_}”)"
            if near
            else ""
        )
        return Shelved("added", id_, path, note)

    def _write(self, id_: str, path: Path, text: str, memory: Memory) -> None:
        """Write an article. It is remembered first as what we write, so that it never counts as a person's."""
        data = text.encode()
        brought = memory.brought.get(id_, Brought())
        written = (*brought.written, hashlib.sha256(data).hexdigest())[-_WRITTEN_KEPT:]
        memory.brought[id_] = Brought(written, brought.here, brought.elsewhere)
        remembering.remember(self._folder, memory)
        files.write(path, data)

    def _aside(self, id_: str) -> Path:
        """A free name among the versions that are kept."""
        folder = self._folder / VERSIONS
        names = (f"{id_}.{self._today.isoformat()}{f'-{n}' if n > 1 else ''}.md" for n in range(1, 1000))
        return next(folder / name for name in names if not (folder / name).exists())


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    """A document, its text in brief, and where it was found (identities)."""

    document: Document
    text: Signature
    addresses: list[str]


@dataclasses.dataclass(frozen=True, slots=True)
class _Near:
    """An article that a document is nearly like; `same` if it says the same of the same (`_is_same`)."""

    id: str
    same: bool


class _Folder:
    """The articles that are in the folder now, and what is remembered of them, brought up to date."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.memory = memory
        remembered = memory.seeds
        memory.seeds = {}
        self.paths, self.seeds = self._read(folder, _files(folder), remembered)
        self.aside, self._seeds_aside = self._read(folder, _files_aside(folder), remembered)
        now = self._renamed()
        known = self.paths.keys() | self.aside.keys()
        brought = {now.get(id_, id_): brought for id_, brought in memory.brought.items()}
        memory.brought = {id_: each for id_, each in brought.items() if id_ in known}

    def _renamed(self) -> dict[str, str]:
        """The ids of articles whose files are gone → those of the files that hold what was written into them."""
        brought = self.memory.brought
        gone = {id_: each for id_, each in brought.items() if id_ not in self.paths and id_ not in self.aside}
        writer = {digest: id_ for id_, each in gone.items() for digest in each.written}
        new = self.seeds.keys() - brought.keys() if writer else ()
        held = ((writer.get(_digest(self.paths[id_])), id_) for id_ in sorted(new))
        return {former: id_ for former, id_ in held if former is not None}

    def _read(
        self, folder: Path, paths: Iterable[Path], remembered: Mapping[str, Seed]
    ) -> tuple[dict[str, Path], dict[str, Seed]]:
        """Files of articles by id, and what is to be remembered of each that can be read."""
        found: dict[str, Path] = {}
        seeds: dict[str, Seed] = {}
        for path in paths:
            name, stat = path.relative_to(folder).as_posix(), files.stat_of(path)
            known = remembered.get(name)
            seed = known if known is not None and known.stat == stat else _seed(path, stat)
            found[path.stem] = path
            if seed is not None:
                self.memory.seeds[name] = seeds[path.stem] = seed
        return found, seeds

    def at(self, candidate: _Candidate) -> str | None:
        """The id of the article that is from one of the addresses of a document."""
        by_url = (id_ for id_, seed in self.seeds.items() if seed.url in candidate.addresses)
        return next(by_url, None) or next(
            (id_ for id_ in self.seeds if self._is_from(id_, self.seeds[id_], candidate)), None
        )

    def _is_from(self, id_: str, seed: Seed, candidate: _Candidate) -> bool:
        """Whether an article was brought in from one of the addresses of a document."""
        shared = self.memory.brought.get(id_, Brought()).here.keys() & set(candidate.addresses)
        # One file may hold one report today and another tomorrow.
        return any(is_address(each) or likeness(seed.text, candidate.text) >= LATER for each in shared)

    def removed(self, candidate: _Candidate) -> str | None:
        """The id of the article that was taken out of the record and is from an address of a document, or the same."""
        for id_, seed in self._seeds_aside.items():
            like = likeness(seed.text, candidate.text) >= NEARLY and _is_same(seed, self.aside[id_], candidate)
            if like or seed.url in candidate.addresses or self._is_from(id_, seed, candidate):
                return id_
        return self._version(self._seeds_aside, self.aside, candidate, titled=False)

    def superseded(self, candidate: _Candidate) -> str | None:
        """The id of the article of which a document is a later version: of its title and day, mostly its sentences."""
        return self._version(self.seeds, self.paths, candidate, titled=True)

    def _version(
        self, seeds: Mapping[str, Seed], paths: Mapping[str, Path], candidate: _Candidate, *, titled: bool
    ) -> str | None:
        """The id of the likest article of a document's day and most of its sentences, where neither has an address."""
        document = candidate.document
        if document.date is None or (titled and document.title is None) or any(map(is_address, candidate.addresses)):
            return None
        texts = [text for text in _SENTENCE_END.split(markup.plain(document.text)) if text.strip()]
        best = (0.0, "")
        for id_, seed in seeds.items():
            if seed.url is not None or seed.date != document.date.isoformat():
                continue
            try:
                article, _ = articles.read(paths[id_])
            except articles.ArticleError:  # the compiler names it
                continue
            same = fold(article.title or "") == fold(document.title or "")
            other = not same and article.title is not None and document.title is not None
            share = shared(texts, article) if same or not titled else 0
            if share >= (KNOWN_THOUGH if other else KNOWN_AGAIN):
                best = max(best, (share, id_))
        return best[1] or None

    def elsewhere(self, candidate: _Candidate) -> str | None:
        """The id of the article that a document at another address was found to be, if it is as it was then."""
        for id_, brought in self.memory.brought.items():
            if id_ in self.seeds and any(
                brought.elsewhere.get(address) == candidate.text.words for address in candidate.addresses
            ):
                return id_
        return None

    def nearest(self, candidate: _Candidate) -> _Near | None:
        """The article that a document is nearly like, if any is."""
        best: tuple[bool, float, str] | None = None
        for id_, seed in self.seeds.items():
            like = likeness(seed.text, candidate.text)
            if like >= NEARLY:
                best = max(best or (False, 0.0, ""), (_is_same(seed, self.paths[id_], candidate), like, id_))
        return _Near(best[2], best[0]) if best else None

    def note(self, shelved: Shelved, candidate: _Candidate) -> None:
        """Remember where a document was found, and which text was there."""
        texts = dict.fromkeys(candidate.addresses, candidate.text.words)
        for id_, each in self.memory.brought.items():
            elsewhere = {address: text for address, text in each.elsewhere.items() if address not in texts}
            self.memory.brought[id_] = Brought(each.written, each.here, elsewhere)
        brought = self.memory.brought.get(shelved.id, Brought())
        if shelved.status == "same":
            brought = Brought(brought.written, brought.here, {**brought.elsewhere, **texts})
        else:
            brought = Brought(brought.written, {**brought.here, **texts}, brought.elsewhere)
        self.memory.brought[shelved.id] = brought


def _is_same(seed: Seed, path: Path, candidate: _Candidate) -> bool:
    """Whether a document that is nearly like an article has the same numbers, no other day, and no sentence or title
    that says it of another thing: two bodies may report in one form."""
    document = candidate.document
    day = document.date.isoformat() if document.date else None
    if seed.text.numbers != candidate.text.numbers or (None not in (seed.date, day) and seed.date != day):
        return False
    reading = _reading(path)
    return (
        reading is not None
        and only_adds(reading.text[reading.body :], markup.plain(document.text))
        and not names_another(reading.title or "", document.title or "")
    )


def _files_aside(folder: Path) -> Iterator[Path]:
    """The files of the articles of a folder that were taken out of the record."""
    for path in sorted(folder.rglob(f"{ASIDE}/*")):
        if path.suffix.lower() in articles.READERS and path.is_file():
            yield path


def _files(folder: Path) -> Iterator[Path]:
    """The article files of a folder; hidden ones are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in articles.READERS and path.is_file():
            yield path


def _seed(path: Path, stat: FileStat | None) -> Seed | None:
    """What is remembered of an article's file; None for one that cannot be read, which the compiler names."""
    if stat is None or stat.size > encoding.MAX_BYTES or (reading := _reading(path)) is None:
        return None
    day = reading.date.isoformat() if reading.date else None
    return Seed(stat, identity(reading.url) if reading.url else None, day, signature_of(reading.text[reading.body :]))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _reading(path: Path) -> articles.Reading | None:
    """What an article's file says; None for one that cannot be read."""
    try:
        decoded = encoding.decode(path.read_bytes())
        return articles.read_text(decoded[0]) if decoded is not None else None
    except (OSError, FrontMatterError):
        return None


def name_of(document: Document) -> str:
    """What a document's file is called: its day and the words of its title, else its first ones."""
    text = " ".join(line for line in document.text.splitlines() if not is_meeting_line(line)) or document.text
    words = document.title or " ".join(text.split()[:8])
    slug = re.sub(r"[^a-z0-9]+", "-", fold(words).replace("'", ""))[: SLUG_MAX + 1].strip("-")
    if len(slug) > SLUG_MAX:
        slug = slug[:SLUG_MAX].rpartition("-")[0] or slug[:SLUG_MAX]
    return "-".join(filter(None, (document.date.isoformat() if document.date else "", slug or "article")))


def _free(name: str, paths: Iterable[str]) -> str:
    """The name, with a number behind it if another article has it."""
    taken = {id_.lower() for id_ in paths}
    return next(each for n in range(1, len(taken) + 2) if (each := name if n == 1 else f"{name}-{n}") not in taken)
