"""`Question` × `Index` → the facts that answer it, each with a confidence.

The rule: **a fact is accepted only if every important word of the question is accounted for** by the fact's own
question, the sentence it quotes, its meeting or, at a discount, its article. An important word that the record does
not have ("How much did the conference *cost*?") leaves the question unanswered, however well the others fit.

Read top-down: `matches` takes candidates from the postings, `features` compares one fact with the question (soft token
alignment: each word of the question finds its best word in the candidate, weighed by rarity, as in the soft TF-IDF of
Cohen, Ravikumar & Fienberg 2003), `bot.weights` turns the few named features into a confidence (logistic regression,
fitted by tests/bench/fit.py).
"""

from __future__ import annotations

import collections
import dataclasses
import heapq
from collections.abc import Iterable, Mapping, Sequence

from bot import agreement, lexicon
from bot.followup import BACKGROUND
from bot.index import Entry, Index
from bot.question import Question, Word
from bot.text import stem
from bot.vocabulary import Vocabulary
from bot.weights import Features, confidence, score
from bot.words import EVENT

CANDIDATES = 150
"""How many facts are compared word by word."""
IN_EVIDENCE, IN_MEETING, IN_ANSWER, IN_TITLE, IN_ARTICLE = 0.95, 0.95, 0.85, 0.75, 0.5
"""How far a word is accounted for that stands only there (1 in the fact's question)."""
LOOSE_END = 0.4
"""Weight of a word from which a "Yes" or "No" needs it in the fact or its meeting, and from which a fact that asks
about it does not answer a bare "where was it?"."""
EVENT_SCALE = 0.25
"""How much a verb of holding counts where a question asks when, where or why something was."""
BACKGROUND_SCALE = 0.25
"""How much a word of the fact's question counts that the user left out though it names the meeting."""
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


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A word of a question ready to be looked for: its weight and the keys on record that it may mean."""

    word: Word
    weight: float
    meanings: Mapping[str, float]

    def found_in(self, keys: frozenset[str]) -> float:
        """How well the best of the keys stands for the word (0–1).

        >>> Asked(Word("chair", "chaired"), 1.0, {"chair": 1.0, "presid": 0.9}).found_in(frozenset({"presid", "who"}))
        0.9
        """
        return max((worth for key, worth in self.meanings.items() if key in keys), default=0.0)


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
    for form, keys in entry.asking:
        said = agreement.derived_yes(question, form, entry, [(w.word, w.meanings) for w in asked])
        found = features(question, asked, entry, form, keys, said is not None, vocabulary)
        if found is None or (bare and found.unasked > LOOSE_END):
            continue
        value = score(found)
        if best is None or value > best.score:
            best = Match(entry, found, value, said)
    return best


def features(
    question: Question,
    asked: Sequence[Asked],
    entry: Entry,
    form: Question,
    keys: frozenset[str],
    derived: bool,
    vocabulary: Vocabulary,
) -> Features | None:
    """How a question and a fact asked for by `form` agree.

    None where the kind of answer cannot be the one asked for, where the answer says only what the question said, and
    where a yes/no question has an important word that neither the fact nor its meeting has.
    """
    kind = agreement.of_kind(question, form, entry, derived, meanings_of(question.focus[-1:], asked))
    if kind is None:
        return None
    total = sum(word.weight for word in asked) or 1.0
    said = spoken_of(asked, entry)
    if question.kind != "yes_no" and entry.fact.kind != "definition" and entry.answer <= said.keys():
        return None
    answered, unasked = own_words(said, entry, form, vocabulary)
    in_question = in_evidence = in_answer = in_meeting = in_article = missing = 0.0
    for word in asked:
        here = word.found_in(keys)
        left = 1.0 - here
        gain = max(0.0, IN_EVIDENCE * word.found_in(entry.evidence) - here) if left else 0.0
        in_evidence += word.weight * gain
        reach = here + gain
        gain = max(0.0, IN_MEETING * word.found_in(entry.frame.meeting) - reach)
        in_meeting += word.weight * gain
        reach += gain
        if derived or agreement.may_stand_in_answer(question, word.word):
            gain = max(0.0, (1.0 if derived else IN_ANSWER) * word.found_in(entry.answer) - reach)
            in_answer += word.weight * gain
            reach += gain
        around = max(IN_TITLE * word.found_in(entry.frame.title), IN_ARTICLE * word.found_in(entry.frame.article))
        gain = max(0.0, around - reach)
        if question.kind == "yes_no" and word.weight * (1.0 - reach) > LOOSE_END:
            return None
        in_article += word.weight * gain
        reach += gain
        in_question += word.weight * here
        missing = max(missing, word.weight * (1.0 - reach))
    return Features(
        in_question=in_question / total,
        in_evidence=in_evidence / total,
        in_meeting=in_meeting / total,
        in_answer=in_answer / total,
        in_article=in_article / total,
        missing=missing,
        kind=kind,
        identity=agreement.of_identity(question, form),
        polarity=agreement.of_polarity(question, form),
        swapped=swapped(asked, said, keys, entry, form, vocabulary),
        predicate=agreement.of_predicate(question, meanings_of((question.predicate,), asked), keys),
        own_predicate=agreement.of_own_predicate(form, said),
        focus=agreement.of_focus(question, meanings_of(question.focus[-1:], asked), keys, entry),
        side=agreement.of_side(question, form),
        answered=answered,
        unasked=unasked,
        aside=(in_evidence / total) * (1.0 - in_question / total),
        name_aside=name_aside(asked, entry, keys),
        unnamed=(in_meeting / total) * (1.0 - named(asked, said, entry)),
        date=agreement.of_form_dates(question, form),
        derived=float(derived),
    )


def meanings_of(keys: Sequence[str | None], asked: Sequence[Asked]) -> Mapping[str, float]:
    """What the word of a question with one of these keys may mean; nothing if it has none."""
    return next((w.meanings for w in asked if w.word.key in keys), {})


def spoken_of(asked: Sequence[Asked], entry: Entry) -> Mapping[str, float]:
    """The keys that the question's words may mean, acronyms spelled both ways, each with how much it counts."""
    said: dict[str, float] = {}
    for word in asked:
        for key, worth in word.meanings.items():
            said[key] = max(said.get(key, 0.0), worth)
    for key in entry.frame.spelled_both_ways(frozenset(said)) - said.keys():
        said[key] = 1.0
    return said


def own_words(said: Mapping[str, float], entry: Entry, form: Question, vocabulary: Vocabulary) -> tuple[float, float]:
    """How much of the fact's own question the user asked (0–1), and how much its heaviest word weighs that is left."""
    whole = part = heaviest = 0.0
    for own in form.words:
        worth = said.get(own.key, 0.0)
        weight = vocabulary.rarity(own.key, own.form) * own.scale
        if not worth and (own.key in entry.frame.meeting or own.key in _EVENT_KEYS):
            weight *= BACKGROUND_SCALE
        whole += weight
        part += weight * worth
        heaviest = max(heaviest, weight * (1.0 - worth))
    return (part / whole if whole else 1.0), heaviest


def swapped(
    asked: Sequence[Asked],
    said: Mapping[str, float],
    keys: frozenset[str],
    entry: Entry,
    form: Question,
    vocabulary: Vocabulary,
) -> float:
    """How far a name of the question has another in its place in the fact's question: "the Thai delegation" met by
    "the Vietnamese delegation" (0–1)."""
    mine = [w.weight * (1.0 - w.found_in(keys)) for w in asked if is_name(w.word)]
    its = [
        vocabulary.rarity(own.key, own.form) * (1.0 - said.get(own.key, 0.0))
        for own in form.words
        if is_name(own) and (own.key.startswith("=") or own.key not in entry.frame.meeting)
    ]
    return min(max(mine, default=0.0), max(its, default=0.0))


def name_aside(asked: Sequence[Asked], entry: Entry, keys: frozenset[str]) -> float:
    """The weight of the heaviest name of the question that neither the fact's question nor its meeting has."""
    return max(
        (w.weight for w in asked if is_name(w.word) and max(w.found_in(keys), w.found_in(entry.frame.meeting)) < 0.5),
        default=0.0,
    )


def is_name(word: Word) -> bool:
    """Whether a word is a name: a country, or no ordinary English."""
    return word.key.startswith("=") or (word.form.isalpha() and not lexicon.is_word(word.form))


def named(asked: Sequence[Asked], said: Mapping[str, float], entry: Entry) -> float:
    """How far a question names the meeting (0–1): wholly by "the meeting", else by its share of one of its names."""
    if any(word.word.key in agreement.MEETING_KEYS for word in asked):
        return 1.0
    return max((sum(key in said for key in name) / len(name) for name in entry.frame.names), default=0.0)


def _reversed(when: str) -> tuple[int, ...]:
    """A sort key that puts the newest date first."""
    return tuple(-ord(c) for c in when)
