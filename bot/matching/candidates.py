"""Which facts are worth comparing with a question word by word, best first, found by the arrays of the index.

Articles come first: those that have all names, dates and ordinals of the question, and most of its words. Where many
have all its words, facts are looked for in the same way. Then the score of every form of the facts that are left is
estimated (`bot.matching.estimate`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.index.dictionary import WordList
from bot.index.file_format import DamagedError, Reader
from bot.index.postings import NONE, Floats, Ints, Runs, Wanted, merged, spans, within
from bot.index.signatures import digest, near
from bot.index.writer import LETTERS, asked_date_keys
from bot.matching.estimate import NOBODY, Candidates, Estimate
from bot.matching.features import Asked
from bot.question import Question
from bot.question.named_dates import Date

ARTICLES: Final = 16
"""Articles of which every fact is looked at."""
FIRST: Final = 6
"""Articles that are looked at before the others."""
CLOSE: Final = 0.25
"""How much less of the words' weight the articles may have that are looked at before all others."""
SURE: Final = 2.2
"""Score (log-odds) from which nothing more is looked for in articles that have less of the question."""
LIKELY: Final = 1.5
"""The same after FIRST articles."""
SLACK: Final = 2.0
"""How much of the words' weight an article may lack that the best one has."""
TIED: Final = 0.1
"""Articles that lack no more than this are as good as the best."""
CROWD: Final = 4096
"""Articles among which facts are looked for, where more than ARTICLES are as good; the newest are preferred."""
FACTS: Final = 384
"""Facts that are looked at there besides."""
NAMED_ALIKE: Final = 64
"""Meetings of like names that are told apart by more than the words of their names."""
_PAIRS: Final = 16
"""Pairs of a short and a long form that are looked at."""


@dataclasses.dataclass(frozen=True, slots=True)
class Narrowed:
    """The words of a question by the numbers of their keys, and the articles that may answer it with how much of the
    words' weight each has."""

    wanted: Sequence[Wanted]
    frames: Ints
    covered: Floats


class Places:
    """The arrays of an index by which facts are found."""

    def __init__(self, reader: Reader, words: WordList) -> None:
        """Take the sections. Raises DamagedError if one is missing or they do not fit together."""
        self.words = words
        for name in ("form", "evidence", "answer", "nearby", "meeting", "topic", "name"):
            setattr(self, name, Runs(reader.array(f"{name}.keys"), reader.array(f"{name}.ends")))
        for name in ("article", "meeting", "title", "capitals", "fact"):
            runs = Runs(reader.array(f"{name}.postings"), reader.array(f"{name}.postings.ends"))
            setattr(self, f"{name}_postings", runs)
        self.short, self.long = _Spelling(reader, "short"), _Spelling(reader, "long")
        self.weight = reader.array("form.weight")
        self.left = reader.array("form.left")
        self.forms_end = reader.array("fact.forms")
        self.kind = reader.array("fact.kind")
        self.frame_of = reader.array("fact.frame")
        self.texts = reader.texts("form.text")
        self._letters = reader.array("form.letters")
        self._signatures = reader.array("form.signature")
        self._digests = reader.array("digests")
        self._form_of_digest = reader.array("digests.form")
        self.form_kind = reader.array("form.kind")
        self.form_side = reader.array("form.side")
        self.form_is = reader.array("form.is")
        self.form_past = reader.array("form.past")
        self.form_predicate = reader.array("form.predicate")
        self.facts_end = reader.array("frame.facts")
        self.names_end = reader.array("frame.names")
        self.when = reader.array("frame.when")
        if len(self.forms_end) != len(self.kind) or len(self.frame_of) != len(self.kind):
            raise DamagedError("of parts that do not fit")

    form: Runs
    evidence: Runs
    answer: Runs
    nearby: Runs
    meeting: Runs
    topic: Runs
    name: Runs
    article_postings: Runs
    meeting_postings: Runs
    title_postings: Runs
    capitals_postings: Runs
    fact_postings: Runs

    def keys_of(self, section: str, owner: int) -> frozenset[str]:
        """The keys of a fact in one of its places, of an article in one of its."""
        runs: Runs = getattr(self, section)
        return frozenset(map(self.words.key, runs.of(owner).tolist()))

    def wanted(self, asked: Sequence[Asked]) -> list[Wanted]:
        """The words of a question by the numbers of their keys."""
        return [Wanted(word.weight, self._known(word.meanings)) for word in asked]

    def narrowed(
        self, question: Question, asked: Sequence[Asked], wanted: Sequence[Wanted], article: int | None = None
    ) -> Narrowed:
        """The articles that may answer a question; one only, if its number is given."""
        if article is not None:
            return Narrowed(wanted, np.array([article], dtype=np.int32), np.zeros(1, dtype=np.float32))
        must = [self.alternatives(asked_date_keys(date)) for date in question.dates]
        must += [self.alternatives([ordinal]) for ordinal in question.ordinals]
        # A name that an article does not have anywhere, none of its facts can answer for.
        must += [
            np.array([key for key, _ in known.meanings], dtype=np.int32)
            for word, known in zip(asked, wanted, strict=True)
            if word.word.name and not word.word.form.isdigit()
        ]
        frames, covered = merged(wanted, must, self.article_postings)
        if not any(word.meanings for word in wanted) and not must:
            frames = np.sort(np.argsort(-self.when, kind="stable")[:ARTICLES].astype(np.int32))
            covered = np.zeros(len(frames), dtype=np.float32)
        return Narrowed(wanted, frames, covered)

    def ranked(self, question: Question, asked: Sequence[Asked], narrowed: Narrowed) -> Candidates:
        """The forms of facts that may answer a question, best first."""
        wanted, frames, covered = narrowed.wanted, narrowed.frames, narrowed.covered
        if not len(frames):
            return NOBODY
        likely = np.flatnonzero(covered >= covered.max() - SLACK)
        order = likely[np.lexsort((-self.when[frames[likely]], -covered[likely]))]
        tied = int(np.count_nonzero(covered >= covered.max() - TIED))
        if tied > ARTICLES:
            near = self.facts_of(np.sort(frames[order[:ARTICLES]]))
            crowd = np.sort(frames[order[: min(tied, CROWD)]])
            facts, worth = merged(wanted, [], self.fact_postings, lambda facts: within(self.frame_of[facts], crowd))
            best = np.lexsort((-self.when[self.frame_of[facts]], -worth))[:FACTS]
            return Estimate(self, question, asked, wanted, np.union1d(near, facts[best])).best()
        # Articles that lack some of the question are looked at only while nothing found is good enough.
        close = int(np.count_nonzero(covered >= covered.max() - CLOSE))
        found, looked = NOBODY, 0
        for count, sure in ((min(close, ARTICLES), SURE), (max(FIRST, tied), LIKELY), (ARTICLES, np.inf)):
            if looked < min(count, len(order)):
                looked = min(count, len(order))
                found = self._estimated(question, asked, wanted, np.sort(frames[order[:looked]]))
            if len(found) and found.scores[0] >= sure:
                break
        return found

    def _estimated(
        self, question: Question, asked: Sequence[Asked], wanted: Sequence[Wanted], frames: Ints
    ) -> Candidates:
        return Estimate(self, question, asked, wanted, self.facts_of(frames)).best()

    def meetings_named(self, asked: Sequence[Asked]) -> tuple[Ints, Floats]:
        """The articles whose meeting's name, date or place has words of a question, and how much of its weight."""
        return merged(self.wanted(asked), [], self.meeting_postings, enough=len(self.when))

    def meetings_with(self, keys: Collection[str], dates: Sequence[Date], share: float) -> list[int]:
        """The articles that have this share (0–1) of the keys in the names of the meeting or the title, and one of the
        dates; those that have most, and the newest, first."""
        numbers = [number for number in map(self.words.number, keys) if number >= 0]
        wanted = [Wanted(1.0, [(number, 1.0)]) for number in numbers]
        alternatives = [self.alternatives(asked_date_keys(date)) for date in dates]
        must = [np.concatenate(alternatives)] if alternatives else []
        frames, found = merged(wanted, must, self.title_postings, enough=len(self.when))
        likely = np.flatnonzero(found >= share * len(keys))
        order = likely[np.lexsort((-self.when[frames[likely]], -found[likely]))]
        return [int(frame) for frame in frames[order[:NAMED_ALIKE]]]

    def dated(self, dates: Sequence[Date]) -> Callable[[Ints], NDArray[np.bool_]]:
        """What tells of facts whether their meetings or articles have one of the dates."""
        keys = np.concatenate([self.alternatives(asked_date_keys(date)) for date in dates])
        frames = np.unique(np.concatenate([NONE, *map(self.title_postings.of, keys.tolist())]))
        return lambda facts: within(self.frame_of[facts], frames)

    def newest(self, frames: Ints | None) -> int | None:
        """The newest of these articles and of those whose meetings are of their series; of all, if none are given."""
        if frames is None:
            frames = np.arange(len(self.when), dtype=np.int32)
        else:
            series = {key for frame in frames for key in self.meeting.of(int(frame)) if self._is_series(int(key))}
            frames = np.unique(np.concatenate([frames, *(self.meeting_postings.of(int(key)) for key in series)]))
        return int(frames[np.lexsort((frames, self.when[frames]))[-1]]) if len(frames) else None

    def spelled_both_ways(self, keys: Collection[int]) -> list[int]:
        """The keys of the long forms of which all short forms' keys are among these, and the other way round."""
        more: set[int] = set()
        for here, there in ((self.short, self.long), (self.long, self.short)):
            if not any(map(here.postings.count, keys)):
                continue
            pairs = np.concatenate([NONE, *(here.postings.of(key) for key in keys)])
            if len(pairs):
                found, counts = np.unique(pairs, return_counts=True)
                whole = found[counts == here.sizes[found]]
                more.update(int(key) for pair in whole[:_PAIRS] for key in there.keys.of(int(pair)))
        return sorted(more.difference(keys))

    def _is_series(self, key: int) -> bool:
        return self.words.key(key).startswith("$")

    def forms_of(self, facts: Ints) -> tuple[Ints, NDArray[np.intp]]:
        """The forms of facts, and of which of them (by its place in `facts`) each is."""
        forms, whose = spans(self.forms_end, facts)
        return forms.astype(np.int32), whose

    def spelled_alike(self, text: str, facts: Ints, edits: int) -> Ints:
        """The forms of facts that may be within so many edits of a text (`bot.question.tokens.plain`)."""
        forms, _ = self.forms_of(facts)
        letters = min(len(text), LETTERS)
        forms = forms[np.abs(self._letters[forms].astype(np.int16) - letters) <= edits]
        return forms[near(text, self._signatures[forms], edits)]

    def spelled_so(self, text: str) -> Ints:
        """The forms that are a text (`bot.question.tokens.plain`), in order."""
        wanted = np.uint64(digest(text))
        first, last = self._digests.searchsorted(wanted), self._digests.searchsorted(wanted, side="right")
        found: Ints = self._form_of_digest[first:last]
        return found

    def fact_of(self, form: int) -> int:
        """The number of the fact that a form asks for."""
        return int(self.forms_end.searchsorted(form, side="right"))

    def first_form(self, fact: int) -> int:
        """The number of the first form of a fact."""
        return int(self.forms_end[fact - 1]) if fact else 0

    def _known(self, meanings: Mapping[str, float]) -> list[tuple[int, float]]:
        numbered = ((self.words.number(key), worth) for key, worth in meanings.items())
        return [(number, worth) for number, worth in numbered if number >= 0]

    def alternatives(self, keys: Sequence[str]) -> Ints:
        """The numbers of those keys that are on record."""
        return np.array([number for number in map(self.words.number, keys) if number >= 0], dtype=np.int32)

    def facts_of(self, frames: Ints) -> Ints:
        """The facts of articles."""
        return spans(self.facts_end, frames)[0].astype(np.int32)


class _Spelling:
    """The short forms of the pairs of a short and a long form on record, or the long ones."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.keys = Runs(reader.array(f"{name}.keys"), reader.array(f"{name}.ends"))
        self.postings = Runs(reader.array(f"{name}.postings"), reader.array(f"{name}.postings.ends"))
        self.sizes = np.diff(self.keys.ends, prepend=np.int32(0))
