"""Which facts are worth comparing with a question word by word, best first, found by the arrays of the index.

Two steps. The first takes articles: each key has the list of the articles that have it anywhere; the lists are merged
from the shortest on, and no more articles are taken in once the lists that are left could not lift one to where the
best are (Turtle & Flood 1995: MaxScore). Where many articles have all the words of a question, the same is done with
facts. The second estimates the score of every form of the facts that are left, from the same weights as
`bot.features`, but as if all were well that only the texts themselves can tell.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot import agreement
from bot.assembly import DATED, IDENTITY, KIND_CODE, KINDS, NEGATED, PAST_CODE, SIDE_CODE, asked_date_keys
from bot.binary import DamagedError, Reader
from bot.features import IN_ANSWER, IN_ARTICLE, IN_EVIDENCE, IN_MEETING, IN_NEARBY, IN_TOPIC, LOOSE_END, Asked
from bot.named_dates import Date
from bot.question import Question
from bot.weights import BIAS, WEIGHTS
from bot.wordlist import WordList

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

ENOUGH: Final = 16
"""How many articles or facts must be better than any that is not taken in yet."""
ARTICLES: Final = 16
"""Articles of which every fact is looked at."""
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
_NONE: Final = np.zeros(0, dtype=np.int32)


@dataclasses.dataclass(frozen=True, slots=True)
class Candidates:
    """Forms of facts, best first, with the score (log-odds) that each may have."""

    facts: Ints
    forms: Ints
    scores: Floats

    def __len__(self) -> int:
        """How many there are."""
        return len(self.forms)


NOBODY: Final = Candidates(_NONE, _NONE, np.zeros(0, np.float32))


class Runs:
    """Numbers of one owner after another's, as they lie in the file."""

    def __init__(self, values: NDArray[Any], ends: NDArray[Any]) -> None:
        """`ends` holds where each owner's numbers end."""
        self.values = values
        self.ends = ends

    def of(self, owner: int) -> NDArray[Any]:
        """The numbers of one owner."""
        return self.values[int(self.ends[owner - 1]) if owner else 0 : int(self.ends[owner])]

    def count(self, owner: int) -> int:
        """How many numbers an owner has."""
        return int(self.ends[owner]) - (int(self.ends[owner - 1]) if owner else 0)

    def places(self, owners: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the numbers of many owners are, and to which of them (by its place in `owners`) each belongs."""
        stops = self.ends[owners].astype(np.intp)
        starts = np.where(owners > 0, self.ends[owners - 1], 0).astype(np.intp)
        lengths = stops - starts
        total = int(lengths.sum())
        whose = np.repeat(np.arange(len(owners)), lengths)
        before = np.cumsum(lengths) - lengths
        return np.arange(total) + np.repeat(starts - before, lengths), whose


class Places:
    """The arrays of an index by which facts are found."""

    def __init__(self, reader: Reader, words: WordList) -> None:
        """Take the sections. Raises DamagedError if one is missing or they do not fit together."""
        self.words = words
        for name in ("form", "evidence", "answer", "nearby", "meeting", "topic", "name"):
            setattr(self, f"_{name}", Runs(reader.array(f"{name}.keys"), reader.array(f"{name}.ends")))
        for name in ("article", "meeting", "title", "capitals", "fact"):
            runs = Runs(reader.array(f"{name}.postings"), reader.array(f"{name}.postings.ends"))
            setattr(self, f"{name}_postings", runs)
        self._short, self._long = _Spelling(reader, "short"), _Spelling(reader, "long")
        self._weight = reader.array("form.weight")
        self._left = reader.array("form.left")
        self.forms_end = reader.array("fact.forms")
        self._kind = reader.array("fact.kind")
        self.frame_of = reader.array("fact.frame")
        self._form_kind = reader.array("form.kind")
        self._form_side = reader.array("form.side")
        self._form_is = reader.array("form.is")
        self._form_past = reader.array("form.past")
        self._form_predicate = reader.array("form.predicate")
        self.facts_end = reader.array("frame.facts")
        self._names_end = reader.array("frame.names")
        self.when = reader.array("frame.when")
        if len(self.forms_end) != len(self._kind) or len(self.frame_of) != len(self._kind):
            raise DamagedError("of parts that do not fit")

    _form: Runs
    _evidence: Runs
    _answer: Runs
    _nearby: Runs
    _meeting: Runs
    _topic: Runs
    _name: Runs
    article_postings: Runs
    meeting_postings: Runs
    title_postings: Runs
    capitals_postings: Runs
    fact_postings: Runs

    def keys_of(self, section: str, owner: int) -> frozenset[str]:
        """The keys of a fact in one of its places, of an article in one of its."""
        runs: Runs = getattr(self, f"_{section}")
        return frozenset(map(self.words.key, runs.of(owner).tolist()))

    def ranked(self, question: Question, asked: Sequence[Asked], article: int | None = None) -> Candidates:
        """The forms of facts that may answer a question, best first; of one article only, if its number is given."""
        wanted = [Wanted(word.weight, self._known(word.meanings)) for word in asked]
        must = [self.alternatives(asked_date_keys(date)) for date in question.dates]
        must += [self.alternatives([ordinal]) for ordinal in question.ordinals]
        # A name that an article does not have anywhere, none of its facts can answer for.
        must += [
            np.array([key for key, _ in known.meanings], dtype=np.int32)
            for word, known in zip(asked, wanted, strict=True)
            if word.word.name and not word.word.form.isdigit()
        ]
        if article is not None:
            facts = self._facts_of(np.array([article], dtype=np.int32))
        else:
            frames, covered = merged(wanted, must, self.article_postings)
            if not any(word.meanings for word in wanted) and not must:
                frames = np.sort(np.argsort(-self.when, kind="stable")[:ARTICLES].astype(np.int32))
                covered = np.zeros(len(frames), dtype=np.float32)
            facts = self._likely_facts(wanted, must, frames, covered)
        return _Estimate(self, question, asked, wanted, facts).best()

    def meetings_named(self, asked: Sequence[Asked]) -> tuple[Ints, Floats]:
        """The articles whose meeting's name, date or place has words of a question, and how much of its weight."""
        wanted = [Wanted(word.weight, self._known(word.meanings)) for word in asked]
        return merged(wanted, [], self.meeting_postings, enough=len(self.when))

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

    def newest(self, frames: Ints | None) -> int | None:
        """The newest of these articles and of those whose meetings are of their series; of all, if none are given."""
        if frames is None:
            frames = np.arange(len(self.when), dtype=np.int32)
        else:
            series = {key for frame in frames for key in self._meeting.of(int(frame)) if self._is_series(int(key))}
            frames = np.unique(np.concatenate([frames, *(self.meeting_postings.of(int(key)) for key in series)]))
        return int(frames[np.lexsort((frames, self.when[frames]))[-1]]) if len(frames) else None

    def spelled_both_ways(self, keys: Collection[int]) -> list[int]:
        """The keys of the long forms of which all short forms' keys are among these, and the other way round."""
        more: set[int] = set()
        for here, there in ((self._short, self._long), (self._long, self._short)):
            pairs = np.concatenate([_NONE, *(here.postings.of(key) for key in keys)])
            if len(pairs):
                found, counts = np.unique(pairs, return_counts=True)
                whole = found[counts == here.sizes[found]]
                more.update(int(key) for pair in whole[:_PAIRS] for key in there.keys.of(int(pair)))
        return sorted(more.difference(keys))

    def _is_series(self, key: int) -> bool:
        return self.words.key(key).startswith("$")

    def first_form(self, fact: int) -> int:
        """The number of the first form of a fact."""
        return int(self.forms_end[fact - 1]) if fact else 0

    def _known(self, meanings: Mapping[str, float]) -> list[tuple[int, float]]:
        numbered = ((self.words.number(key), worth) for key, worth in meanings.items())
        return [(number, worth) for number, worth in numbered if number >= 0]

    def alternatives(self, keys: Sequence[str]) -> Ints:
        """The numbers of those keys that are on record."""
        return np.array([number for number in map(self.words.number, keys) if number >= 0], dtype=np.int32)

    def _likely_facts(self, wanted: Sequence[Wanted], must: Sequence[Ints], frames: Ints, covered: Floats) -> Ints:
        """The facts of the best articles, or the best facts of many articles."""
        if not len(frames):
            return _NONE
        best = np.flatnonzero(covered >= covered.max() - SLACK)
        order = best[np.lexsort((-self.when[frames[best]], -covered[best]))]
        near = self._facts_of(np.sort(frames[order[:ARTICLES]]))
        tied = int(np.count_nonzero(covered >= covered.max() - TIED))
        if tied <= ARTICLES:
            return near
        crowd = np.sort(frames[order[: min(tied, CROWD)]])
        facts, worth = merged(wanted, [], self.fact_postings, lambda facts: within(self.frame_of[facts], crowd))
        newest = np.lexsort((-self.when[self.frame_of[facts]], -worth))[:FACTS]
        return np.union1d(near, facts[newest])

    def _facts_of(self, frames: Ints) -> Ints:
        stops = self.facts_end[frames]
        starts = np.where(frames > 0, self.facts_end[frames - 1], 0)
        return np.concatenate([np.arange(a, b, dtype=np.int32) for a, b in zip(starts, stops, strict=True)])


class _Spelling:
    """The short forms of the pairs of a short and a long form on record, or the long ones."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.keys = Runs(reader.array(f"{name}.keys"), reader.array(f"{name}.ends"))
        self.postings = Runs(reader.array(f"{name}.postings"), reader.array(f"{name}.postings.ends"))
        self.sizes = np.diff(self.keys.ends, prepend=np.int32(0))


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a question: its weight, and the numbers of the keys that it may mean with what each is worth."""

    weight: float
    meanings: Sequence[tuple[int, float]]


def merged(
    wanted: Sequence[Wanted],
    must: Sequence[Ints],
    postings: Runs,
    admit: Callable[[Ints], NDArray[np.bool_]] | None = None,
    enough: int = ENOUGH,
) -> tuple[Ints, Floats]:
    """Owners with how much of the words' weight they have: all that may be among the best ENOUGH, in order.

    Each owner must have one key of each group in `must`; `admit` tells of owners which of them may be taken at all.
    """
    allowed: Ints | None = None
    for group in sorted(must, key=lambda group: sum(map(postings.count, group))):
        if allowed is None:
            allowed = _union([postings.of(key) for key in group])
        else:
            kept = np.zeros(len(allowed), dtype=bool)
            for key in group:
                kept |= within(allowed, postings.of(key))
            allowed = allowed[kept]
    lists = sorted(
        ((sum(postings.count(key) for key, _ in word.meanings), at) for at, word in enumerate(wanted) if word.meanings),
    )
    left = sum(wanted[at].weight for _, at in lists)
    owners = allowed if allowed is not None else _NONE
    worth = np.zeros(len(owners), dtype=np.float32)
    for size, at in lists:
        word = wanted[at]
        settled = allowed is not None and len(allowed) * 16 < size
        if not settled and allowed is None and len(owners) >= enough:
            settled = float(np.partition(worth, -enough)[-enough]) > left
        if settled:
            worth = worth + np.float32(word.weight) * _probed(word, postings, owners)
        else:
            mine, gain = _taken(word, postings)
            if admit is not None and len(mine):
                kept = admit(mine)
                mine, gain = mine[kept], gain[kept]
            if allowed is not None:
                worth = worth + np.float32(word.weight) * _lookup(mine, gain, owners)
            else:
                owners, worth = _joined(owners, worth, mine, gain * np.float32(word.weight))
        left -= word.weight
    return owners, worth


def _taken(word: Wanted, postings: Runs) -> tuple[Ints, Floats]:
    """All owners that have a word, in order, with what the best of its meanings there is worth."""
    lists = [(postings.of(key), worth) for key, worth in word.meanings]
    lists = [(found, worth) for found, worth in lists if len(found)]
    if not lists:
        return _NONE, np.zeros(0, dtype=np.float32)
    if len(lists) == 1:
        return lists[0][0], np.full(len(lists[0][0]), lists[0][1], dtype=np.float32)
    owners = np.concatenate([found for found, _ in lists])
    worth = np.concatenate([np.full(len(found), worth, dtype=np.float32) for found, worth in lists])
    order = np.argsort(owners, kind="stable")
    owners, worth = owners[order], worth[order]
    first = np.flatnonzero(np.diff(owners, prepend=np.int32(-1)))
    return owners[first], np.maximum.reduceat(worth, first)


def _joined(owners: Ints, worth: Floats, more: Ints, gain: Floats) -> tuple[Ints, Floats]:
    """Two ordered lists of owners as one; what both have is added up."""
    if not len(owners):
        return more, gain
    if not len(more):
        return owners, worth
    both = np.concatenate((owners, more))
    values = np.concatenate((worth, gain))
    order = np.argsort(both, kind="stable")
    both, values = both[order], values[order]
    first = np.flatnonzero(np.diff(both, prepend=np.int32(-1)))
    return both[first], np.add.reduceat(values, first)


def _probed(word: Wanted, postings: Runs, owners: Ints) -> Floats:
    """What the best meaning of a word is worth that each owner has."""
    found = np.zeros(len(owners), dtype=np.float32)
    for key, worth in word.meanings:
        np.maximum(found, np.float32(worth), out=found, where=within(owners, postings.of(key)))
    return found


def _lookup(keys: Ints, values: Floats, wanted: Ints) -> Floats:
    """The value of each wanted number in an ordered table; 0 where it has none."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.float32)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], np.float32(0))


def within(values: Ints, ordered: Ints) -> NDArray[np.bool_]:
    """Which of the values are in an ordered list."""
    if not len(ordered):
        return np.zeros(len(values), dtype=bool)
    at = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[at] == values)


def _union(lists: Sequence[Ints]) -> Ints:
    return np.unique(np.concatenate(lists)) if lists else _NONE


class _Estimate:
    """What the forms of some facts may score."""

    def __init__(
        self, places: Places, question: Question, asked: Sequence[Asked], wanted: Sequence[Wanted], facts: Ints
    ) -> None:
        self._places = places
        self._question = question
        self._asked = asked
        self._facts = facts
        self._wanted = wanted
        self._weights = np.array([word.weight for word in wanted], dtype=np.float32)
        keys: dict[int, int] = {}
        worths: list[list[float]] = [[0.0] * len(wanted)]
        for at, word in enumerate(wanted):
            for key, worth in word.meanings:
                slot = keys.setdefault(key, len(keys) + 1)
                if slot == len(worths):
                    worths.append([0.0] * len(wanted))
                worths[slot][at] = max(worths[slot][at], worth)
        self._said = [max(row, default=0.0) for row in worths]
        for key in places.spelled_both_ways(keys):
            # Nothing that a word means, but said all the same.
            keys[key] = len(keys) + 1
            worths.append([0.0] * len(wanted))
            self._said.append(1.0)
        self._worths = np.array(worths, dtype=np.float32)
        self._numbers = np.array(sorted(keys), dtype=np.int32)
        self._slots = np.array([keys[int(n)] for n in self._numbers], dtype=np.intp)

    def best(self) -> Candidates:
        if not len(self._facts):
            return NOBODY
        ends = self._places.forms_end
        facts = self._facts
        starts = np.where(facts > 0, ends[facts - 1], 0)
        counts = ends[facts] - starts
        whose = np.repeat(np.arange(len(facts)), counts)
        before = np.cumsum(counts) - counts
        forms = (np.arange(int(counts.sum())) + np.repeat(starts - before, counts)).astype(np.int32)
        kinds, derived = self._kinds(forms, whose)
        fit = np.flatnonzero(kinds > 0.0)
        kept, whose = np.unique(whose[fit], return_inverse=True)
        self._facts = facts = facts[kept]
        forms = forms[fit]
        scores = self._scores(forms, whose, kinds[fit], derived[fit])
        order = np.argsort(-scores, kind="stable")
        order = order[: int(np.count_nonzero(scores > -np.inf))]
        return Candidates(facts[whose[order]], forms[order], scores[order])

    def _hits(self, keys: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The places of the keys that are wanted, and the slots of what they are worth."""
        if not len(self._numbers):
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
        found = np.minimum(self._numbers.searchsorted(keys), len(self._numbers) - 1)
        hit = np.flatnonzero(self._numbers[found] == keys)
        return hit, self._slots[found[hit]]

    def _found(self, runs: Runs, owners: Ints) -> Floats:
        """How well each owner has each word (0–1)."""
        at, whose = runs.places(owners)
        hit, slots = self._hits(runs.values[at])
        return self._spread(whose[hit], slots, len(owners))

    def _spread(self, whose: NDArray[np.intp], slots: NDArray[np.intp], count: int) -> Floats:
        best = np.zeros((count, self._worths.shape[1]), dtype=np.float32)
        np.maximum.at(best, whose, self._worths[slots])
        return best

    def _scores(
        self, forms: Ints, whose: NDArray[np.intp], kinds: NDArray[np.float64], derived: NDArray[np.bool_]
    ) -> Floats:
        """The estimate for each form; `whose` is the place of its fact, `kinds` how well the kind of answer fits."""
        places, question, asked, w = self._places, self._question, self._asked, self._weights
        facts = self._facts
        frames, frame_at = np.unique(places.frame_of[facts], return_inverse=True)
        at_frame = frame_at[whose]
        total = float(w.sum()) or 1.0

        at, of_form = places._form.places(forms)
        hit, slots = self._hits(places._form.values[at])
        here = self._spread(of_form[hit], slots, len(forms))
        answer_at, of_answer = places._answer.places(facts)
        answer_hit, answer_slots = self._hits(places._answer.values[answer_at])
        answer = self._spread(of_answer[answer_hit], answer_slots, len(facts))
        evidence = self._found(places._evidence, facts)
        meeting = self._found(places._meeting, frames)
        may = [agreement.may_stand_in_answer(question, word.word) for word in asked]
        in_answer = np.where(derived[:, None], 1.0, IN_ANSWER * np.array(may, dtype=np.float32)) * answer[whose]

        in_question = here @ w / total
        score = BIAS + WEIGHTS.in_question * in_question
        in_evidence, reach = _gain(here, (IN_EVIDENCE * evidence)[whose], w, total)
        in_meeting, reach = _gain(reach, (IN_MEETING * meeting)[at_frame], w, total)
        gain, reach = _gain(reach, in_answer, w, total)
        score += WEIGHTS.in_evidence * in_evidence + WEIGHTS.in_meeting * in_meeting + WEIGHTS.in_answer * gain
        if question.kind == "yes_no":
            score[((1.0 - reach) * w).max(axis=1, initial=0.0) > LOOSE_END] = -np.inf
        if (reach < 1.0).any():
            around = (
                (WEIGHTS.in_nearby, (IN_NEARBY * self._found(places._nearby, facts))[whose]),
                (WEIGHTS.in_topic, (IN_TOPIC * self._found(places._topic, frames))[at_frame]),
                (WEIGHTS.in_article, (IN_ARTICLE * self._anywhere(frames))[at_frame]),
            )
            for weight, worth in around:
                gain, reach = _gain(reach, worth, w, total)
                score += weight * gain
            lacking = (1.0 - reach) * w
            names = self._names(frames)[at_frame]
            score += WEIGHTS.missing_name * np.where(names, lacking, 0.0).max(axis=1, initial=0.0)
            score += WEIGHTS.missing * np.where(names, 0.0, lacking).max(axis=1, initial=0.0)
        score += WEIGHTS.kind * kinds + WEIGHTS.derived * derived
        score += WEIGHTS.aside * in_evidence * (1.0 - in_question)
        if in_meeting.any() and not any(word.word.key in agreement.MEETING_KEYS for word in asked):
            score += WEIGHTS.unnamed * in_meeting * (1.0 - self._named(frames))[at_frame]

        full = places._weight[at] * np.float32(1 / 255)
        own = places._left[at] * np.float32(1 / 255)
        best = np.array(self._said, dtype=np.float32)[slots]
        part = np.bincount(of_form[hit], full[hit] * best, minlength=len(forms))
        own[hit] = full[hit]
        whole = np.bincount(of_form, own, minlength=len(forms))
        score += WEIGHTS.answered * np.where(whole > 0, part / np.maximum(whole, 1e-6), 1.0)
        own[hit] *= 1.0 - best
        some = np.flatnonzero(np.diff(of_form, prepend=-1))
        score[of_form[some]] += WEIGHTS.unasked * np.maximum.reduceat(own, some) if len(some) else 0.0

        if question.kind != "yes_no":
            told = np.bincount(of_answer[answer_hit], minlength=len(facts)) / np.maximum(
                np.bincount(of_answer, minlength=len(facts)), 1
            )
            score += WEIGHTS.told * told[whose]
            score[(told >= 1.0)[whose] & (places._kind[facts][whose] != _DEFINITION)] = -np.inf
        focus = self._place_of(question.focus[-1:])
        if focus is not None:
            met = np.maximum(here[:, focus], np.maximum(answer[whose, focus], evidence[whose, focus] / 2))
            score += WEIGHTS.focus * (met - 1.0)
        score += self._of_form(forms, here)
        return score.astype(np.float32)

    def _place_of(self, keys: Sequence[str | None]) -> int | None:
        return next((at for at, word in enumerate(self._asked) if word.word.key in keys), None)

    def _anywhere(self, frames: Ints) -> Floats:
        found = np.zeros((len(frames), len(self._asked)), dtype=np.float32)
        for at, word in enumerate(self._wanted):
            found[:, at] = _probed(word, self._places.article_postings, frames)
        return found

    def _names(self, frames: Ints) -> NDArray[np.bool_]:
        """Which words of the question are names or numbers in each article."""
        places = self._places
        names = np.zeros((len(frames), len(self._asked)), dtype=bool)
        for at, word in enumerate(self._asked):
            if word.word.name:
                names[:, at] = True
            elif (number := places.words.number(word.word.key)) >= 0:
                names[:, at] = within(frames, places.capitals_postings.of(number))
        return names

    def _named(self, frames: Ints) -> Floats:
        """How far the question names each meeting by one of its names (0–1)."""
        places = self._places
        ends = places._names_end
        shares = np.zeros(len(frames), dtype=np.float32)
        for at, frame in enumerate(frames):
            for name in range(int(ends[frame - 1]) if frame else 0, int(ends[frame])):
                keys = places._name.of(name)
                if len(keys):
                    shares[at] = max(shares[at], float(within(keys, self._numbers).mean()))
        return shares

    def _kinds(self, forms: Ints, whose: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """How well the kind of answer fits that each form asks for (NaN: not at all), and where "Yes" may follow."""
        places, question = self._places, self._question
        gives = agreement.GIVES[question.kind]
        table = np.array([gives.get(kind, 0.0) for kind in KINDS] + [0.0])
        kind = places._kind[self._facts][whose]
        fit = np.maximum(table[kind], np.where(kind == _DEFINITION, 0.0, table[places._form_kind[forms]]))
        derived = np.zeros(len(forms), dtype=bool)
        if question.kind == "yes_no":
            derived = np.isin(kind, _LISTING) & (not question.negated)
            fit = np.where(derived, agreement.DERIVED_YES, np.where(kind == _YES_NO, fit, 0.0))
        else:
            fit = np.where(kind == _YES_NO, 0.0, fit)
        more = agreement.SENSE_GIVES.get(question.sense)
        if more:
            fit = np.maximum(fit, np.array([more.get(kind, 0.0) for kind in KINDS])[kind])
        if question.sense == "long_form":
            fit = np.where(kind == _DEFINITION, fit, 0.0)
        return np.where(fit > 0.0, fit, np.nan), derived

    def _of_form(self, forms: Ints, here: Floats) -> NDArray[np.float64]:
        """What the way adds in which a form asks: its verb, its tense, who did it or what was done, "not", a date."""
        places, question = self._places, self._question
        what, side = places._form_is[forms], places._form_side[forms]
        score = np.zeros(len(forms))
        predicate = np.zeros(len(forms))
        if question.predicate is not None and question.predicate not in agreement.IDLE_KEYS:
            verb = self._place_of((question.predicate,))
            predicate = np.where(here[:, verb] > 0, 1.0, -1.0) if verb is not None else predicate - 1.0
            score += WEIGHTS.predicate * predicate
        own = places._form_predicate[forms]
        score += WEIGHTS.own_predicate * np.where(own < 0, 0.0, np.where(within(own, self._numbers), 1.0, -1.0))
        if question.past is not None:
            past = places._form_past[forms]
            score -= WEIGHTS.tense * ((past > 0) & (past != PAST_CODE[question.past]))
        if question.side is not None:
            score += WEIGHTS.side * np.where(side == 0, 0.0, np.where(side == SIDE_CODE[question.side], 1.0, -1.0))
        if question.kind in ("who", "what", "which", "definition"):
            mine = question.sense in ("identity", "role") or question.kind == "definition"
            its = (what & IDENTITY) > 0
            identity = np.where(its == mine, float(mine), -1.0)
            score += WEIGHTS.identity * np.maximum(identity, np.where(predicate > 0, 0.0, -1.0))
        score -= WEIGHTS.polarity * (((what & NEGATED) > 0) != question.negated)
        if question.dates:
            dated = (what & DATED) > 0
            agree = np.ones(len(forms), dtype=bool)
            at, whose = places._form.places(forms)
            for date in question.dates:
                hit = within(places._form.values[at], np.sort(self._places.alternatives(asked_date_keys(date))))
                agree &= np.bincount(whose[hit], minlength=len(forms)) > 0
            score += WEIGHTS.date * np.where(dated, np.where(agree, 1.0, -1.0), 0.0)
        return score


def _gain(reach: Floats, worth: Floats, weights: Floats, total: float) -> tuple[NDArray[Any], Floats]:
    """The share of the words' weight that is found better in one more place, and how well each is found then."""
    more = np.maximum(reach, worth)
    return (more - reach) @ weights / total, more


_DEFINITION = KIND_CODE["definition"]
_YES_NO = KIND_CODE["yes_no"]
_LISTING = np.array([KIND_CODE[kind] for kind in ("who", "list", "which", "what")])
