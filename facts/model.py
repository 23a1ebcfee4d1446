"""The values that pass from an article to an answer: plain typed structs with next to no logic.

Where they are stored they are arrays of their fields in order (`array_like`): a field that moves makes another format.
"""

from __future__ import annotations

import bisect
import datetime
from typing import Literal

import msgspec

Kind = Literal["who", "what", "when", "where", "why", "how", "how_many", "which", "yes_no", "list", "definition"]
"""The answer type of a fact: what its question asks for."""

Value = str | int | float | list[str] | None
"""The machine-readable form of an answer: an ISO date, a number, the items of a list."""


class Note(msgspec.Struct, array_like=True, frozen=True):
    """A paragraph of a note that corrects its article ("Correction (3 May): …"): the spans of what marks it as one, and
    of what it says."""

    label: tuple[int, int]
    span: tuple[int, int]


class Article(msgspec.Struct, array_like=True, frozen=True):
    """One article as it was received.

    `text` is the whole decoded text (without byte-order mark, line ends as LF); every span counts its code points.
    `paragraphs` are the spans of the running text in it: date mark, front matter and closing source mark left out.
    `notes` are no paragraphs of it: they were put above or below it later, and correct it. An article
    read back from the base has none of these.
    """

    id: str
    date: datetime.date | None
    source: str | None
    title: str | None
    url: str | None
    file: str
    sha256: str
    text: str = ""
    paragraphs: tuple[tuple[int, int], ...] = ()
    notes: tuple[Note, ...] = ()


class Meeting(msgspec.Struct, array_like=True, frozen=True):
    """The meeting that an article is about.

    `date` is ISO with its precision: "2020-06-30", "2020-06", "2020" or a range "2020-06-29/2020-06-30".
    `series` is the name without ordinal, year or place; `number` which meeting of the series it is, if said.
    """

    name: str
    aliases: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    format: str | None = None
    series: str | None = None
    number: int | None = None


class Fact(msgspec.Struct, array_like=True, frozen=True):
    """One thing on record, asked for by `question` or any of `variants`.

    `evidence` is exactly `text[span[0]:span[1]]` of the article; of a page that is read without its article it has
    single blanks for white space. `confidence` (0–1) says how sure the extraction is.
    """

    id: str
    kind: Kind
    question: str
    answer: str
    evidence: str
    span: tuple[int, int]
    variants: tuple[str, ...] = ()
    value: Value = None
    confidence: float = 1.0


class Sentence(msgspec.Struct, array_like=True, frozen=True):
    """A sentence of an article, its white space squeezed to single blanks.

    `span` is where it stands in the article's text, or, where that is not at hand, in the text that all sentences of
    the page make when they are joined by blanks. The spans of facts count the code points of the same text. One that is
    `hidden` is neither read nor quoted: a page has it, a record does not. `correction` is the ISO day of the note that
    it stands in and that corrects the article, "" if that has none; None of what is the article's own.
    """

    text: str
    span: tuple[int, int]
    hidden: bool = False
    correction: str | None = None


class FormerFact(msgspec.Struct, array_like=True, frozen=True):
    """An id that a fact of an article once had, the place (from 0) of the sentence that it stood below, and the id of
    the fact that says the same there now, if one does."""

    id: str
    sentence: int
    fact: str | None = None


class WithdrawnAnswer(msgspec.Struct, array_like=True, frozen=True):
    """What a person, or a note of its article, took back of a sentence (by its place, from 0): an answer that is not to
    be read in it again.

    `words` are those of it that were wrong, where it was not all of them; `instead` is the id of the fact that a person
    wrote in its place, if one did. `noted`: a note did, and no person.
    """

    sentence: int
    answer: str
    words: str = ""
    instead: str = ""
    noted: bool = False


class Correction(msgspec.Struct, array_like=True, frozen=True):
    """A sentence of a note that corrects its article: its words, the note's ISO day ("" if it has none), its place
    (from 0) among the sentences of the record, None where it only tells what was wrong and is not among them, and the
    places of those that it corrects, or may."""

    text: str
    date: str
    sentence: int | None
    corrects: tuple[int, ...] = ()


class Record(msgspec.Struct, array_like=True, frozen=True):
    """What one YAML file of the base holds: an article (without its text), its meeting, its facts and its sentences.

    `sentences` are all of the article's that are not hidden, in order, with or without facts; of a record made without
    them, none. `former` are ids that buttons and links may still have, `was` the ids that the article itself had.
    `by_hand` are the ids, sorted, of the facts that a person is known to have written, changed or checked, `checked` of
    those that one said are right. `known_as` is the meeting as the article tells of it, where a person put it right: by
    that, too, other reports of it are known. `undated`: a person took the meeting's date away. `told` are the ids of
    the facts that stand in no line of their own, but follow from what a person wrote into the meeting; those in
    `unquoted` are that person's own word: no sentence has what they say. `corrections` are the sentences of notes; what
    they deny of others is among `withdrawn`.
    """

    article: Article
    meeting: Meeting | None
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...] = ()
    former: tuple[FormerFact, ...] = ()
    was: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    withdrawn: tuple[WithdrawnAnswer, ...] = ()
    checked: tuple[str, ...] = ()
    known_as: Meeting | None = None
    undated: bool = False
    told: tuple[str, ...] = ()
    unquoted: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def weight_of(self, fact: str) -> int:
        """What a fact (by its id) weighs against another that says otherwise of one meeting: 0 if it was only compiled,
        1 if a person wrote it, 2 if one said that it is right."""
        return 0 if not _among(self.by_hand, fact) else 2 if _among(self.checked, fact) else 1


def _among(ids: tuple[str, ...], wanted: str) -> bool:
    """Whether an id is one of some that are sorted."""
    at = bisect.bisect_left(ids, wanted)
    return at < len(ids) and ids[at] == wanted


class Citation(msgspec.Struct, array_like=True, frozen=True):
    """Where an answer stands: the sentence, and the article that it is from, with its headline."""

    article: str
    source: str | None
    date: datetime.date | None
    url: str | None
    evidence: str
    title: str | None = None
