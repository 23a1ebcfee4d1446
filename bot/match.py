"""`Question` × `Index` → the facts that answer it, each with a confidence.

The rule: **a fact is accepted only if every important word of the question is accounted for** by the fact's own
question, the sentence it quotes, its meeting or, at a discount, its article. An important word that the record does
not have ("How much did the conference *cost*?") leaves the question unanswered, however well the others fit.

Read top-down: `matches` takes candidates from the postings, `compare` sets each beside the question, `bot.features`
puts their agreement into a few named numbers, and `bot.weights` turns these into a confidence (logistic regression,
fitted by tests/bench/fit.py).
"""

from __future__ import annotations

import collections
import dataclasses
import heapq
from collections.abc import Iterable, Sequence

from bot import agreement
from bot.features import LOOSE_END, Asked, around, features
from bot.followup import BACKGROUND
from bot.index import Entry, Index
from bot.question import Question
from bot.text import stem
from bot.vocabulary import Vocabulary
from bot.weights import Features, confidence, score
from bot.words import EVENT

CANDIDATES = 150
"""How many facts are compared word by word."""
EVENT_SCALE = 0.25
"""How much a verb of holding counts where a question asks when, where or why something was."""
_EVENT_KEYS = frozenset(map(stem, EVENT))


@dataclasses.dataclass(frozen=True, slots=True)
class Match:
    """A fact that may answer a question. `said` is the answer where it is not the fact's own (a derived "Yes")."""

    entry: Entry
    features: Features
    score: float
    said: str | None = None

    @property
    def confidence(self) -> float:
        """The probability (0–1) that this is the answer."""
        return confidence(self.score)

    @property
    def answer(self) -> str:
        """What is answered."""
        return self.entry.fact.answer if self.said is None else self.said


def matches(question: Question, index: Index, article: str | None = None) -> list[Match]:
    """The facts that may answer a question, most confident first; of one article only, if it is named."""
    asked = asked_words(question, index.vocabulary)
    found = []
    for entry in candidates(question, asked, index, article):
        match = compare(question, asked, entry, index.vocabulary)
        if match:
            found.append(match)
    found.sort(key=lambda m: (-m.score, _reversed(m.entry.frame.when), m.entry.key))
    return found


def asked_words(question: Question, vocabulary: Vocabulary) -> tuple[Asked, ...]:
    """The words of a question with their weights and meanings."""
    bare = question.kind in ("when", "where", "why", "how", "yes_no")
    return tuple(
        Asked(
            word,
            vocabulary.rarity(word.key, word.form)
            * (min(word.scale, EVENT_SCALE) if bare and word.key in _EVENT_KEYS else word.scale),
            vocabulary.meanings(word.key, word.form),
        )
        for word in question.words
        if word.key in vocabulary or not vocabulary.is_stop_misspelt(word.form)
    )


def candidates(question: Question, asked: Sequence[Asked], index: Index, article: str | None) -> list[Entry]:
    """The facts that share most with a question, by the postings of its words; at most CANDIDATES."""
    shared: collections.defaultdict[int, float] = collections.defaultdict(float)
    for word in asked:
        best: dict[int, float] = {}
        for key, worth in word.meanings.items():
            for place in index.postings.get(key, ()):
                if worth > best.get(place, 0.0):
                    best[place] = worth
        for place, worth in best.items():
            shared[place] += word.weight * worth
    by_meeting: dict[str, float] = {}
    for frame in index.frames:
        by_meeting[frame.record.article.id] = sum(w.weight * w.found_in(frame.meeting) for w in asked)
    ranked: Iterable[int] = range(len(index.entries))
    if article is not None:
        ranked = (i for i in ranked if index.entries[i].frame.record.article.id == article)
    kinds = agreement.kinds_for(question)

    def worth_of(place: int) -> float:
        entry = index.entries[place]
        in_meeting = by_meeting[entry.frame.record.article.id]
        return shared.get(place, 0.0) + 0.6 * in_meeting + 0.5 * kinds.get(entry.fact.kind, 0.0)

    return [index.entries[i] for i in heapq.nlargest(CANDIDATES, ranked, key=worth_of)]


def compare(question: Question, asked: Sequence[Asked], entry: Entry, vocabulary: Vocabulary) -> Match | None:
    """A fact as a match for a question by the question of it that fits best; None if it cannot answer it."""
    if agreement.of_dates(question, entry) is None or not agreement.of_ordinals(question, entry):
        return None
    if not agreement.of_selector(question, entry):
        return None
    bare = all(w.word.key in agreement.IDLE_KEYS or w.word.scale <= BACKGROUND for w in asked)
    best: Match | None = None
    plain = around(question, asked, entry, derived=False)
    for form, keys in entry.asking:
        said = agreement.derived_yes(question, form, entry, [(w.word, w.meanings) for w in asked])
        seen = plain if said is None else around(question, asked, entry, derived=True)
        found = features(question, asked, entry, form, keys, seen, said is not None, vocabulary)
        if found is None or (bare and found.unasked > LOOSE_END):
            continue
        value = score(found)
        if best is None or value > best.score:
            best = Match(entry, found, value, said)
    return best


def _reversed(when: str) -> tuple[int, ...]:
    """A sort key that puts the newest date first."""
    return tuple(-ord(c) for c in when)
