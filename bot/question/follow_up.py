"""A follow-up, a question that cannot be understood without the one before → the questions that it may mean in full.

"and where was it?" takes its subject from the question before; "and Apple?" takes everything but the name that it
puts in another's place; "what about the one in May?" puts another date. The matcher tries each interpretation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import structs

from bot.question import cues
from bot.question.cues import IDLE_TERMS
from bot.question.reading import Analysis, Question, Word, without_lead_in
from bot.question.tokens import stem
from bot.question.words import DEEDS
from facts.expressions import expression

BACKGROUND = 0.25
"""How much a word counts that is taken from the question before."""
MEAGRE = 1
"""With no more words of its own than this, a question without a question word is a follow-up."""
_IDLE_TERMS = IDLE_TERMS | {"1"}
SHORT: Final = 2
"""With more words than these that are not said of any meeting, a question is understood by itself."""
_OF_ANY_MEETING: Final = (
    _IDLE_TERMS
    | cues.VERBAL_TERMS
    | frozenset(term for noun in cues.NOUNS for term in stem(noun).split())
    | frozenset(stem(verb) for deed in DEEDS for verb in deed.split())
    | frozenset(
        map(
            stem,
            """absence absent agreement apologies attendance body come conclusion country decision delegation else end
            finish group item long many minister money much nation observer official organisation outcome page
            participant people person point present resolution result same second state there vote year""".split(),
        )
    )
)
"""Words that may be asked of any meeting, and so name none."""
_YEARS_AWAY: Final = expression(
    r"(?P<asked>.*?)\b(?:(?:in|of|for|about) )?(?:the |a )?"
    r"(?:(?P<before>year (?:before|earlier)|(?:previous|preceding|last) year'?s?)|year (?:after|later)|"
    r"(?:following|next) year'?s?)(?: (?:that|then|meeting|one))?"
)
"""What asks about the meeting of a year before or after, at the end of a question."""


class Interpretation(msgspec.Struct, frozen=True):
    """A question as it may be meant; `same_article` if only the article of the last answer can answer it, `other_fact`
    if the last answer is not to be given again ("who else?")."""

    question: Question
    same_article: bool
    other_fact: bool = False


def is_follow_up(question: Question) -> bool:
    """Whether a question cannot be understood without the one before."""
    own = [w for w in question.analysis.words if w.term not in _IDLE_TERMS]
    if question.continues or question.anaphoric or not own:
        return True
    return question.analysis.answer_type is None and len(own) <= MEAGRE


def is_bare_of_subject(question: Question) -> bool:
    """Whether nobody understands a question who did not hear the one before; "that" may begin a clause, too.

    >>> from bot.question import read
    >>> [is_bare_of_subject(read(text)) for text in ("Where was that?", "Which boat that sank was new?")]
    [True, False]
    """
    words = question.tokens
    points = {at for at, word in enumerate(words) if word.surface in cues.POINTERS}
    clauses = {at for at in points if words[at].surface == "that" and at and not words[at - 1].is_stop}
    return is_follow_up(structs.replace(question, anaphoric=points > clauses))


def asks_by_itself(question: Question) -> bool:
    """Whether a follow-up asks something itself ("and where was it?"), and so takes only its subject from the question
    before: neither "and Apple?" nor "who else?"."""
    return question.analysis.answer_type is not None and not asks_for_others(question)


def names_no_subject(question: Question) -> bool:
    """Whether a question leaves no word for the next one to take its subject from: "Who chaired it?"."""
    asked = question.analysis
    idle = {*_IDLE_TERMS, *asked.focus, asked.predicate}
    return all(word.term in idle for word in asked.words)


def is_bare(question: Question) -> bool:
    """Whether a question only asks when or where a meeting was that it does not name: "when was it?"."""
    asked = question.analysis
    own = any(word.term not in _IDLE_TERMS for word in asked.words)
    return asked.answer_type in ("when", "where") and not own and not is_personal(question)


def names_no_meeting(question: Question) -> bool:
    """Whether a question only asks when or where a meeting was, and says in no way which."""
    asked = question.analysis
    return is_bare(question) and not (asked.dates or asked.ordinals or asked.selector)


def is_personal(question: Question) -> bool:
    """Whether a question is about those who talk: "where are you?", "when do we start?" ("do you know who chaired?" is
    not)."""
    return any(token.surface in cues.TALKING for token in without_lead_in(list(question.tokens))[1])


def names_nothing(question: Question) -> bool:
    """Whether a question names neither a date nor anybody or anything that has a name, and picks no meeting."""
    asked = question.analysis
    if asked.dates or asked.ordinals or asked.selector or is_personal(question):
        return False
    return not any(word.name or word.capital for word in asked.words if word.term not in _OF_ANY_MEETING)


def is_only_dated(question: Question) -> bool:
    """Whether a question has nothing but a date: "and in March?"."""
    asked = question.analysis
    return bool(asked.dates) and asked.answer_type is None and not (asked.terms - _IDLE_TERMS)


def asks_for_next(question: Question) -> bool:
    """Whether a question asks when or where the next meeting is, and names none.

    >>> from bot.question import read
    >>> asked = "next meeting?", "When do they meet again?", "When is Tarn's next call?"
    >>> [asks_for_next(read(text)) for text in asked]
    [True, True, False]
    """
    asked = question.analysis
    if asked.selector != "next" or asked.answer_type not in ("when", "where") or asked.dates:
        return False
    return names_nothing(structs.replace(question, analysis=structs.replace(asked, selector=None)))


def said_of_one(question: Question) -> frozenset[str]:
    """The words of a question that cannot be asked of any meeting: of "how many ferries came?" only the ferries."""
    return question.analysis.terms - _OF_ANY_MEETING


class YearsAway(msgspec.Struct, frozen=True):
    """What is asked about the meeting of another year: that many years later, before where that is below 0; whether the
    question asks that by itself, and so may ask of this meeting what was a year before."""

    asked: str
    years: int
    by_itself: bool


def years_away(question: Question, before: str) -> YearsAway | None:
    """What a question asks about a meeting a year before or after the one talked about, by itself or as the question
    before did; None where it does not.

    >>> from bot.question import read
    >>> years_away(read("and the year before?"), "Who chaired it?")
    YearsAway(asked='Who chaired it?', years=-1, by_itself=False)
    >>> years_away(read("who came a year later?"), "Who chaired it?")
    YearsAway(asked='who came', years=1, by_itself=True)
    """
    found = _YEARS_AWAY.fullmatch(" ".join(token.surface for token in without_lead_in(list(question.tokens))[1]))
    if found is None:
        return None
    own = found["asked"].strip()
    return YearsAway(own or before, -1 if found["before"] else 1, by_itself=bool(own))


def interpretations(question: Question, before: Question) -> Iterator[Interpretation]:
    """What a follow-up to the question before may mean, likeliest first."""
    asked, earlier = question.analysis, before.analysis
    moved = bool(asked.dates or asked.ordinals)
    if not asks_by_itself(question):
        other_fact = asks_for_others(question)
        for analysis in _with_other_words(asked, earlier):
            yield Interpretation(_meaning(question, analysis), not moved, other_fact)
        return
    own = _own_words(asked)
    share = 1.0 if moved else BACKGROUND
    lent = tuple(
        structs.replace(w, scale=w.scale * share)
        for w in earlier.words
        if w.term not in asked.terms and w.term != earlier.predicate and w.term not in earlier.focus
    )
    if not moved and asked.selector is None:
        asked = structs.replace(asked, dates=earlier.dates, ordinals=earlier.ordinals)
    yield Interpretation(_meaning(question, structs.replace(asked, words=(*own, *lent))), not moved)
    if own and not moved:
        yield Interpretation(_meaning(question, structs.replace(asked, words=own)), True)


def asks_for_others(question: Question) -> bool:
    """Whether a question asks for more than what was answered: "who else?"."""
    return any(token.surface == "else" for token in question.tokens)


def _meaning(question: Question, analysis: Analysis) -> Question:
    """The text of a question, meaning something else than it does by itself."""
    return structs.replace(question, analysis=analysis)


def _own_words(asked: Analysis) -> tuple[Word, ...]:
    """The words that a question has itself; "the one" is none of them."""
    return tuple(w for w in asked.words if w.term != "1")


def _with_other_words(asked: Analysis, earlier: Analysis) -> Iterator[Analysis]:
    """What was asked before, with the words and dates of a question without a question word in some others' place."""
    own = _own_words(asked)
    kept = [w for w in earlier.words if w.term not in asked.terms]
    whole = structs.replace(
        earlier,
        dates=asked.dates or earlier.dates,
        ordinals=asked.ordinals or earlier.ordinals,
        selector=asked.selector or earlier.selector,
    )
    moved = bool(asked.dates or asked.ordinals)
    if not moved and not any(w.term not in _IDLE_TERMS for w in own):
        yield structs.replace(whole, words=(*own, *kept))
        return
    for gap in _gaps(kept, earlier):
        left = tuple(w for at, w in enumerate(kept) if at not in gap)
        yield structs.replace(whole, words=(*own, *left))


def _gaps(words: list[Word], before: Analysis) -> Iterator[range]:
    """The places of the words that a new name may stand for: each name, each other word, or none."""
    at = 0
    while at < len(words):
        end = at + 1
        if words[at].capital or words[at].term.startswith("="):
            while end < len(words) and words[end].capital:
                end += 1
        if words[at].term != before.predicate:
            yield range(at, end)
        at = end
    yield range(0)
