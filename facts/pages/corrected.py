"""What the notes of an article correct: each of their sentences set beside the article's own, by their words.

What a note denies, or tells otherwise, of a sentence is taken back of it, as if a person had done so; where it is not
certain which sentence is meant, those that may be are only shown with the note.
"""

from __future__ import annotations

import bisect
import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar

from facts import dates
from facts.expressions import expression
from facts.folding import fold, soften
from facts.model import Correction, Fact, Kind, Sentence, WithdrawnAnswer
from facts.pages.contradicted import instead
from facts.pages.derived import NUMBERS
from facts.pages.meeting_told import readable
from facts.pages.note_words import Denied, NoteWords, negates, words_of
from facts.pages.still_said import content
from facts.pages.withdrawn import gives, is_named, names_wrong, telling

MOST: Final = 20
"""Sentences of notes that are looked at, and of an article those that are nearest to one: few have as many."""
VALUES: Final = 6
"""Of what a sentence of a note tells so much is looked for, the first."""
CONTEXT: Final = 500
"""Code points of a note that tell what its next sentence speaks of."""
ABOUT: Final = 0.5
"""Share of what tells of which thing a note speaks, that a sentence has more of if it is surely meant."""
JUST_ABOVE: Final = ABOUT + 0.01
"""The least share of which that is so."""
NEGATED: Final = 0.7
"""The same where one tells that something is so, and the other that it is not."""

_COUNT: Final = rf"(?:\d+(?:[.,]\d+)*|\b(?:{'|'.join(NUMBERS)})\b)"
_SCORE: Final = expression(rf"{_COUNT}(?: votes?)?(?: to | ?[-–] ?){_COUNT}", re.IGNORECASE)
_AMOUNT: Final = rf"[$€£]? ?{_COUNT}(?: (?:hundred|thousand|million|billion))*(?: ?%| per ?cent\b)?"
_ANY_AMOUNT: Final = expression(_AMOUNT, re.IGNORECASE)
_NUMBER: Final = expression(rf"{_AMOUNT}(?: [a-z]+)?", re.IGNORECASE)
"""An amount with the word for what it counts."""
_NAME: Final = expression(r"\b[A-Z][\w'-]*(?: [A-Z]\.)*(?: (?:of (?:the )?)?[A-Z][\w'-]*)+|(?<=[a-z,] )[A-Z][\w-]+")
_PLACED: Final = expression(r"\b(?:in|at|near) (?:the )?$", re.IGNORECASE)
_LEANS: Final = expression(r"\W*(?:he|it|she|that|there|they|this)\b", re.IGNORECASE)
_POSSESSIVE: Final = "'s"
_NOTHING: Final = NoteWords((), "", False)


class Notes(NamedTuple):
    """What is made of the notes of an article: the sentences that may be read (its own, and of notes those that tell
    something), those of the notes, and what is taken back of the ones that may be read."""

    sentences: tuple[Sentence, ...]
    corrections: tuple[Correction, ...]
    withdrawn: tuple[WithdrawnAnswer, ...]


class _Value(NamedTuple):
    """Something that a note tells of some sort, and the kind of question that asks for it."""

    text: str
    kind: Kind


class _Own(NamedTuple):
    """A sentence of the article itself, by its place, with what says what it is about."""

    place: int
    text: str
    content: set[str]

    def share(self, about: set[str]) -> float:
        """How much of what something is about it has (0–1)."""
        return len(about & self.content) / len(about) if about else 0.0


def read_notes(sentences: Sequence[Sentence], published: datetime.date | None) -> Notes:
    """What the notes among the sentences of an article, which was published then, tell of the others.

    >>> said = ("The pier cost 3 million.", "It is long.", "The pier cost 4 million, not 3 million.")
    >>> notes = read_notes([Sentence(text, (n, n), correction=(None, "")[n // 2]) for n, text in enumerate(said)], None)
    >>> [each.corrects for each in notes.corrections], [(each.sentence, each.answer) for each in notes.withdrawn]
    ([(0,)], [(0, '3 million'), (2, '3 million')])
    """
    noted = [each for each in sentences if each.correction is not None][:MOST]
    if not noted:
        return Notes(tuple(sentences), (), ())
    words = {each.span: words_of(each.text) for each in noted}
    read = tuple(each for each in sentences if each.correction is None or words.get(each.span, _NOTHING).is_read)
    own = [_Own(n, each.text, content(each.text)) for n, each in enumerate(read) if each.correction is None]
    corrections: list[Correction] = []
    withdrawn: list[WithdrawnAnswer] = []
    before = ""
    for each in noted:
        told = words[each.span]
        context = before if _LEANS.match(told.told or each.text) else ""
        place = read.index(each) if each in read else None
        found = _Beside(told, context, own, published)
        withdrawn += found.withdrawn
        if place is not None:
            withdrawn += (_taken(place, denied, told.told) for denied in told.denied if not denied.negated)
        corrections.append(Correction(each.text, each.correction or "", place, tuple(sorted(found.meant))))
        before = f"{context} {_without_values(told.about, published)}"[-CONTEXT:]
    return Notes(read, tuple(corrections), tuple(dict.fromkeys(withdrawn)))


class Told(Protocol):
    """A fact, or the draft of one."""

    @property
    def kind(self) -> Kind:
        """What its question asks for."""

    @property
    def question(self) -> str:
        """What it answers."""

    @property
    def answer(self) -> str:
        """What is told."""

    @property
    def span(self) -> tuple[int, int]:
        """Where its evidence stands."""


_Told = TypeVar("_Told", bound=Told)


def without_denied(
    told: Iterable[_Told], sentences: Sequence[Sentence], published: datetime.date | None
) -> list[_Told]:
    """What is told in an article of these sentences, without what its notes deny, or what asks by that."""
    notes = read_notes(sentences, published)
    taken: dict[int, list[WithdrawnAnswer]] = {}
    for each in notes.withdrawn:
        taken.setdefault(each.sentence, []).append(each)
    begins = [each.span[0] for each in notes.sentences]

    def denied(fact: _Told) -> bool:
        place = bisect.bisect_right(begins, fact.span[0]) - 1
        return any(_denies(fact, each) for each in taken.get(place, ()))

    return [each for each in told if not denied(each)] if taken else list(told)


def _denies(fact: Told, taken: WithdrawnAnswer) -> bool:
    if fact.kind == "yes_no":
        return is_named(taken, fact.question)
    return gives(fact.answer, taken) or names_wrong(taken, fact.question)


class _Beside:
    """A sentence of a note beside those of its article: the places of those that are `meant`, or may be, and what is
    `withdrawn` of those that surely are."""

    def __init__(self, words: NoteWords, context: str, own: Sequence[_Own], published: datetime.date | None) -> None:
        self.meant: set[int] = set()
        self.withdrawn: list[WithdrawnAnswer] = []
        self._own, self._published = own, published
        for denied in words.denied[:VALUES]:
            self._deny(denied, words.told, context)
        for clause in words.told.split("; ") if not self.withdrawn else ():
            for value in itertools.islice(_values(clause, published), VALUES):
                self._tell(value, clause, context)

    def _deny(self, denied: Denied, told: str, context: str) -> None:
        """Find the sentences that tell what is denied: one that hardly speaks of that thing tells something else."""
        wrong, statement = telling(denied.text), denied.about == denied.text
        if statement:
            about = content(f"{denied.text} {context}")
        else:  # "It misnamed Bo Tam as Bo Tum"
            wrong = wrong - telling(denied.about) or wrong
            about = content(f"{denied.about} {context}")
            # A list of names has those that a note exchanges, and tells nothing of what they did.
            about = (content(_without_values(denied.about, self._published)) or about) - content(denied.text)
        having = [each for each in self._own if wrong and wrong <= _spelled(each.text)]
        if statement:
            having = [each for each in having if negates(each.text) == denied.negated]
        if not about:  # "For “3 May” read “4 May”" may be anywhere
            self.meant.update(each.place for each in having)
            meant = having if len(having) == 1 else []
        else:
            best = max((each.share(about) for each in having), default=0.0)
            least = NEGATED if denied.negated else ABOUT if statement else 0.0
            meant = [each for each in having if best > least and each.share(about) >= min(best, JUST_ABOVE)]
        for each in meant:
            self.meant.add(each.place)
            self._take(_taken(each.place, denied, told))
            for value in _values(denied.text, self._published) if statement else ():
                self._take(WithdrawnAnswer(each.place, value.text, noted=True))

    def _tell(self, value: _Value, told: str, context: str) -> None:
        """Find the sentences that tell something else of a sort in the place of what a note tells."""
        asked = f"{context} {_without_values(told, self._published)}"
        about = content(asked)
        found: dict[int, tuple[str, float]] = {}
        for each in sorted(self._own, key=lambda each: -each.share(about))[:MOST]:
            share = each.share(about)
            if share and (said := _said_instead(value, asked, each.text, told, self._published)):
                found[each.place] = said, share
        best = max((share for _, share in found.values()), default=0.0)
        nearest = {place: said for place, (said, share) in found.items() if share == best >= ABOUT}
        sure = len({fold(said) for said in nearest.values()}) == 1 and best > ABOUT
        self.meant.update(nearest)
        for place, said in nearest.items() if sure else ():
            self._take(WithdrawnAnswer(place, said, _wrong_words(said, told), noted=True))

    def _take(self, taken: WithdrawnAnswer) -> None:
        """Take an answer back of a sentence, a day also as answers tell it."""
        self.withdrawn.append(taken)
        days = _days(taken.answer, self._published)
        self.withdrawn += (WithdrawnAnswer(taken.sentence, day, noted=True) for day in days)


def _said_instead(value: _Value, asked: str, text: str, told: str, published: datetime.date | None) -> str:
    """What a sentence says in the place of a value that a note tells; nothing where it says the same, or several."""
    if _has(text, value.text):
        return ""
    fact = Fact("", value.kind, asked, value.text, text, (0, len(text)))
    said = [each for each in instead(fact, published) if not _has(told, each)]
    return said[0] if len(said) == 1 else ""


def _values(told: str, published: datetime.date | None) -> Iterator[_Value]:
    """The votes, days, numbers and names that a note's sentence tells, each once."""
    left = told
    for each in _SCORE.finditer(told):
        yield _Value(each[0], "how")
        left = _without(left, each.span())
    for day in dates.find(left, published):
        yield _Value(day.text, "when")
        left = _without(left, day.span)
    for each in _NUMBER.finditer(left):
        yield _Value(each[0].strip(), "how_many")
    for each in _NAME.finditer(left):
        if not told.startswith(_POSSESSIVE, each.end()) and not each[0].endswith(_POSSESSIVE):
            yield _Value(each[0], "where" if _PLACED.search(told[: each.start()]) else "who")


def _without_values(told: str, published: datetime.date | None) -> str:
    """What a note's sentence tells something of, and what is counted."""
    left = told
    for each in _SCORE.finditer(told):
        left = _without(left, each.span())
    for day in dates.find(left, published):
        left = _without(left, day.span)
    return _NAME.sub(" ", _ANY_AMOUNT.sub(" ", left)).replace(_POSSESSIVE, " ")


def _without(text: str, span: tuple[int, int]) -> str:
    """A text with blanks in the place of some of it."""
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _taken(place: int, denied: Denied, told: str) -> WithdrawnAnswer:
    return WithdrawnAnswer(place, denied.text, _wrong_words(denied.text, told) if told else "", noted=True)


def _wrong_words(said: str, told: str) -> str:
    """The names and numbers of what was said that are not told now; nothing where all of it was wrong."""
    wrong = telling(said) - telling(told)
    return " ".join(word for word in re.findall(r"[\w.,'-]*\w", said) if fold(word).replace(",", "") in wrong)


def _days(text: str, published: datetime.date | None) -> Iterator[str]:
    """The days that a text tells, as answers tell them."""
    for each in dates.find(soften(text), published):
        if each.precision == "day" and (day := readable(each.iso[:10])):
            yield day


def _spelled(text: str) -> frozenset[str]:
    """The folded words of a text, numbers whole."""
    found = re.findall(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+", fold(text))
    return frozenset(word.replace(",", "") for word in found)


def _has(text: str, words: str) -> bool:
    """Whether a text has words as they stand, and not only as whose something is."""
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w|'s)", fold(text)) is not None
