"""How one fact and one question agree, as a few named numbers: coverage of the words, and what `agreement` finds.

Soft token alignment: each word of the question finds its best word in the fact, weighed by rarity, as in the soft
TF-IDF of Cohen, Ravikumar & Fienberg (2003). A word counts where it is found first: in the fact's own question, in the
sentence it quotes, in its meeting's name, date and place, in its answer, in the sentences before, in the article's
topic, elsewhere in the article.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from bot.index.entries import Entry
from bot.index.vocabulary import Vocabulary
from bot.matching import agreement
from bot.matching.weights import Features
from bot.question import Analysis, Word
from bot.question.tokens import stem
from bot.question.words import EVENT

IN_EVIDENCE, IN_MEETING, IN_ANSWER, IN_NEARBY, IN_TOPIC, IN_ARTICLE = 0.95, 0.95, 0.85, 0.85, 0.85, 0.5
"""How far a word is accounted for that stands only there (1 in the fact's question)."""
UNMET = 0.9
"""How far the noun of "which …?" may be from being met by a fact's question or answer."""
ELSEWHERE = 0.5
"""How far the role of "who is the …?" may be from being met: a role that only the quote names is somebody else's."""
LOOSE_END = 0.4
"""Weight of a word from which a "Yes" or "No" needs it in the fact or its meeting, and from which a fact that asks
about it does not answer a bare "where was it?"."""
BACKGROUND_SCALE = 0.25
"""How much a word of the fact's question counts that the user left out though it names the meeting."""
_EVENT_KEYS = frozenset(map(stem, EVENT))


@dataclasses.dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a question ready to be looked for: its weight and the keys on record that it may mean."""

    word: Word
    weight: float
    meanings: Mapping[str, float]

    def found_in(self, keys: frozenset[str]) -> float:
        """How well the best of the keys stands for the word (0–1).

        >>> word = QueryTerm(Word("chair", "chaired"), 1.0, {"chair": 1.0, "presid": 0.9})
        >>> word.found_in(frozenset({"presid", "who"}))
        0.9
        """
        best = 0.0
        for key, worth in self.meanings.items():
            if worth > best and key in keys:
                best = worth
        return best


@dataclasses.dataclass(frozen=True, slots=True)
class Around:
    """What a fact has of a question's words besides its own question: for each word, what each place adds to it at
    most, and the keys that the question's words may mean."""

    places: tuple[tuple[float, ...], ...]
    said: Mapping[str, float]


def around(question: Analysis, asked: Sequence[QueryTerm], entry: Entry, derived: bool) -> Around:
    """Look a question's words up in a fact's quote, meeting, answer, neighbourhood, topic and article."""
    context = entry.context
    places = []
    for word in asked:
        answer = 1.0 if derived else IN_ANSWER if agreement.may_stand_in_answer(question, word.word) else 0.0
        places.append(
            (
                IN_EVIDENCE * word.found_in(entry.evidence),
                IN_MEETING * word.found_in(context.meeting),
                answer and answer * word.found_in(entry.answer),
                IN_NEARBY * word.found_in(entry.nearby),
                IN_TOPIC * word.found_in(context.topic),
                IN_ARTICLE * word.found_in(context.article),
            )
        )
    return Around(tuple(places), spoken_of(asked, entry))


def features(
    question: Analysis,
    asked: Sequence[QueryTerm],
    entry: Entry,
    form: Analysis,
    keys: frozenset[str],
    found: Around,
    derived: bool,
    vocabulary: Vocabulary,
) -> Features | None:
    """How a question and a fact asked for by `form` (of which `keys` are the words) agree.

    None where the kind of answer cannot be the one asked for, where the answer says only what the question said, where
    a name is not in the article at all, and where a yes/no question has an important word that neither the fact nor its
    meeting has.
    """
    focus = meanings_of(question.focus[-1:], asked)
    kind = agreement.of_kind(question, form, entry, derived, focus)
    if kind is None:
        return None
    known = found.said.keys() if entry.fact.kind != "definition" else question.keys
    told = sum(key in known for key in entry.answer) / len(entry.answer) if entry.answer else 0.0
    if question.kind != "yes_no" and told == 1.0:
        return None
    if agreement.clash(question, form, found.said, entry.context.meeting):
        return None
    if _speaks_of_others(question, asked, entry, form, keys, found.said):
        return None
    if question.sense == "choice" and not any(word.found_in(entry.answer) for word in asked):
        return None
    thing = agreement.of_focus(focus, keys, entry)
    if question.kind == "which" and thing <= -UNMET:
        return None
    if question.sense == "identity" and thing <= -ELSEWHERE:
        return None
    total = sum(word.weight for word in asked) or 1.0
    shares = [0.0] * (1 + len(found.places[0])) if found.places else [0.0] * 7
    missing = missing_name = 0.0
    for word, places in zip(asked, found.places, strict=True):
        reach = word.found_in(keys)
        shares[0] += word.weight * reach
        near = max(reach, *places[:3])
        if question.kind == "yes_no" and word.weight * (1.0 - near) > LOOSE_END:
            return None
        for at, worth in enumerate(places, 1):
            if worth > reach:
                shares[at] += word.weight * (worth - reach)
                reach = worth
        if not reach and word.word.name and not word.word.form.isdigit():
            return None
        if is_name(word.word, entry):
            missing_name = max(missing_name, word.weight * (1.0 - reach))
        else:
            missing = max(missing, word.weight * (1.0 - reach))
    in_question, in_evidence, in_meeting, in_answer, in_nearby, in_topic, in_article = (s / total for s in shares)
    answered, unasked = own_words(found.said, entry, form, vocabulary)
    predicate = agreement.of_predicate(question, meanings_of((question.predicate,), asked), keys)
    return Features(
        in_question=in_question,
        in_evidence=in_evidence,
        in_meeting=in_meeting,
        in_answer=in_answer,
        in_nearby=in_nearby,
        in_topic=in_topic,
        in_article=in_article,
        missing=missing,
        missing_name=missing_name,
        kind=kind,
        identity=max(agreement.of_identity(question, form), 0.0 if predicate > 0 else -1.0),
        polarity=agreement.of_polarity(question, form),
        predicate=predicate,
        own_predicate=agreement.of_own_predicate(form, found.said),
        focus=thing,
        side=agreement.of_side(question, form),
        tense=agreement.of_tense(question, form),
        answered=answered,
        unasked=unasked,
        told=0.0 if question.kind == "yes_no" else told,
        aside=in_evidence * (1.0 - in_question),
        name_aside=name_aside(asked, entry, keys),
        unnamed=in_meeting * (1.0 - named(asked, found.said, entry)),
        date=agreement.of_form_dates(question, form),
        derived=float(derived),
    )


def _speaks_of_others(
    question: Analysis,
    asked: Sequence[QueryTerm],
    entry: Entry,
    form: Analysis,
    keys: frozenset[str],
    said: Mapping[str, float],
) -> bool:
    """Whether a fact asks about one name and the question about another, which only the quote has."""
    if question.kind in ("yes_no", "definition", None):
        return False
    near = keys | entry.context.meeting | entry.answer
    strange = any(w.word.name and not w.word.form.isdigit() and w.found_in(near) < 0.5 for w in asked)
    return strange and any(w.name and w.key not in said and w.key not in entry.context.meeting for w in form.words)


def meanings_of(keys: Sequence[str | None], asked: Sequence[QueryTerm]) -> Mapping[str, float]:
    """What the word of a question with one of these keys may mean; nothing if it has none."""
    return next((w.meanings for w in asked if w.word.key in keys), {})


def spoken_of(asked: Sequence[QueryTerm], entry: Entry) -> Mapping[str, float]:
    """The keys that the question's words may mean, acronyms spelled both ways, each with how much it counts."""
    said: dict[str, float] = {}
    for word in asked:
        for key, worth in word.meanings.items():
            said[key] = max(said.get(key, 0.0), worth)
    for key in entry.context.spelled_both_ways(frozenset(said)) - said.keys():
        said[key] = 1.0
    return said


def own_words(said: Mapping[str, float], entry: Entry, form: Analysis, vocabulary: Vocabulary) -> tuple[float, float]:
    """How much of the fact's own question the user asked (0–1), and how much its heaviest word weighs that is left."""
    whole = part = heaviest = 0.0
    for own in form.words:
        worth = said.get(own.key, 0.0)
        weight = vocabulary.rarity(own.key, own.form) * own.scale
        if not worth and (own.key in entry.context.meeting or own.key in _EVENT_KEYS):
            weight *= BACKGROUND_SCALE
        whole += weight
        part += weight * worth
        heaviest = max(heaviest, weight * (1.0 - worth))
    return (part / whole if whole else 1.0), heaviest


def name_aside(asked: Sequence[QueryTerm], entry: Entry, keys: frozenset[str]) -> float:
    """The weight of the heaviest name of the question that neither the fact's question nor its meeting has."""
    return max(
        (
            w.weight
            for w in asked
            if is_name(w.word, entry) and max(w.found_in(keys), w.found_in(entry.context.meeting)) < 0.5
        ),
        default=0.0,
    )


def is_name(word: Word, entry: Entry) -> bool:
    """Whether a word is (part of) a name or a number: a country, no ordinary English, or written so in the article."""
    return word.name or word.key in entry.context.capitals


def named(asked: Sequence[QueryTerm], said: Mapping[str, float], entry: Entry) -> float:
    """How far a question names the meeting (0–1): wholly by "the meeting", else by its share of one of its names."""
    if any(word.word.key in agreement.MEETING_KEYS for word in asked):
        return 1.0
    return max((sum(key in said for key in name) / len(name) for name in entry.context.names), default=0.0)
