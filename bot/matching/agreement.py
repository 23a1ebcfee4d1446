"""How a question and a fact agree besides their words: type of answer, dates, ordinals, who does what, a derived "Yes".

Each function compares one thing and can be tried alone: a question's analysis with a fact, or with that of one of the
fact's phrasings. Those that give a number give 1 for agreement, -1 for the contrary, 0 where one of them says nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from bot.index.entries import Entry
from bot.matching.query_terms import QueryTerm
from bot.question import Analysis, Word
from bot.question.cues import IDLE_TERMS, PEOPLE_TERMS, VERBAL_TERMS
from bot.question.named_dates import Date
from bot.question.tokens import stem, tokens
from bot.question.words import DEEDS, SYNONYMS
from facts.expressions import expression
from facts.model import Kind
from facts.months import MONTHS

# For each type of answer asked for: the kinds of fact that give it, and how well (0–1).
GIVES: dict[Kind | None, dict[Kind, float]] = {
    "definition": {"definition": 1.0, "what": 0.4},
    "how": {"how": 1.0, "what": 0.6, "why": 0.4},
    "how_many": {"how_many": 1.0, "what": 0.3},
    "list": {"list": 1.0, "who": 0.9, "which": 0.9, "what": 0.7},
    "what": {"what": 1.0, "which": 0.9, "list": 0.9, "definition": 0.7, "how": 0.6, "why": 0.6, "how_many": 0.6,
             "who": 0.3, "where": 0.3},
    "when": {"when": 1.0},
    "where": {"where": 1.0},
    "which": {"which": 1.0, "list": 0.9, "who": 0.9, "what": 0.9, "where": 0.6, "definition": 0.4, "how_many": 0.3},
    "who": {"who": 1.0, "list": 0.9, "which": 0.9, "what": 0.4},
    "why": {"why": 1.0, "what": 0.4},
    "yes_no": {"yes_no": 1.0},
    None: {"who": 0.6, "what": 0.6, "when": 0.5, "where": 0.5, "why": 0.5, "how": 0.5, "how_many": 0.6, "which": 0.6,
           "list": 0.6, "definition": 0.5},
}  # fmt: skip
_AMOUNTS: dict[Kind, float] = {"how_many": 0.8, "when": 0.4}
SUBTYPE_GIVES: dict[str, dict[Kind, float]] = {
    "choice": {"how": 1.0, "what": 0.6, "where": 0.5}, "duration": _AMOUNTS, "extent": {"how_many": 0.8},
    "frequency": _AMOUNTS,
}  # fmt: skip
"""For each subtype of an answer: what other kinds of fact give it as well, and how well."""
UNDATED = -0.5
"""How well an answer without a date or a period ("after the vote") tells when: worse than not at all."""
DERIVED_YES = 0.6
"""How well a fact of another kind gives a "Yes"."""

_TIME_OF_DAY = expression(
    r"\d{1,2}[:.]\d\d|\d\s*[ap]\.?\s?m\b|\bnoon\b|\bmidnight\b|o'clock|\d\s*(?:GMT|UTC|hrs)", re.IGNORECASE
)
_DATE = expression(
    rf"\d|\b(?:{'|'.join(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|week|month|year|"
    r"spring|summer|autumn|fall|winter)s?\b",
    re.IGNORECASE,
)
_DAY = expression(rf"\b\d{{1,2}}\s+(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})\s+\d{{1,2}}\b|day\b", re.IGNORECASE)
_REASON = expression(r"(?:in order )?to\b|so (?:as|that)\b|because\b|due\b|for\b|owing\b", re.IGNORECASE)
_MONEY = expression(
    r"[$€£¥₫]|\b(?:dollars?|euros?|pounds?|usd|eur|gbp|yen|yuan|dong|krone[rn]?|francs?|crowns?)\b", re.IGNORECASE
)
_DURATION = expression(r"\b(?:second|minute|hour|day|week|month|year|decade)s?\b", re.IGNORECASE)
_FREQUENCY = expression(
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|biannual(?:ly)?|every|each|once|twice|times)\b",
    re.IGNORECASE,
)
NUMBER = expression(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
    r"billions?|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\w+teen|first|second|third|\w+th|both|all|no|none)\b",
    re.IGNORECASE,
)
_NEXT_TERMS = frozenset(stem(w) for line in SYNONYMS if "upcoming" in line for w in line.split())
"""Words that say of something that it is still to come."""
OF_PLANS = expression(
    r"\b(?:would|will have|due|next|set|supposed|to be|future|upcoming|forthcoming|coming|"
    r"(?:sa(?:y|id)|plan|expect|agree|decid|schedul|slat|inten|hop|announc|postpon|mov|delay|promis|propos|vot|want|ask|"
    r"arrang|follow)\w*)\b",
    re.IGNORECASE,
)
"""What makes the time of what is asked about another than that of its verb."""
_PRESENCE_TERMS = frozenset(
    map(
        stem,
        "attend attendance attendee participate participant participation join present member representative".split(),
    )
)
_FORMER = frozenset(map(stem, "ex former outgoing previous then".split()))
"""By what an answer says that somebody has an office no more."""
_DEEDS = tuple(frozenset(map(stem, line.split())) for line in DEEDS)


def answer_type(
    question: Analysis, phrasing: Analysis, entry: Entry, derived: bool, counted: Mapping[str, float]
) -> float | None:
    """How well a fact gives the type of answer that is asked for (0–1, or UNDATED); None if it does not.

    `counted` is what the noun asked for may mean ("how many *countries*"), `derived` says that the fact gives a "Yes".
    """
    if derived:
        return DERIVED_YES
    gives = GIVES[question.answer_type]
    fit = gives.get(entry.fact.kind, 0.0)
    if phrasing.answer_type and entry.fact.kind != "definition" and question.answer_type != "yes_no":
        fit = max(fit, gives.get(phrasing.answer_type, 0.0))
    if question.answer_type != "yes_no" and entry.fact.kind == "yes_no":
        return None
    if question.answer_type == "when" and fit and not _tells_when(question, entry.fact.answer):
        fit = UNDATED
    if fit and not _answer_fits(question, phrasing, entry):
        return None
    fit = max(fit, SUBTYPE_GIVES.get(question.answer_subtype, {}).get(entry.fact.kind, 0.0))
    if question.answer_subtype == "long_form" and entry.fact.kind != "definition":
        return None
    if not fit or not _subtype_fits(question, entry) or not _counts_the_same(question, counted, phrasing, entry):
        return None
    return fit


def identity(question: Analysis, phrasing: Analysis) -> float:
    """1 where both ask who or what somebody or something is, -1 where one of them does, 0 where neither."""
    if question.answer_type not in ("who", "what", "which", "definition"):
        return 0.0
    mine, its = _asks_what_is(question), _asks_what_is(phrasing)
    return 1.0 if mine and its else -1.0 if mine != its else 0.0


def _asks_what_is(question: Analysis) -> bool:
    """Whether it is asked who or what somebody or something is, also what a short form stands for."""
    return question.answer_subtype in ("identity", "role") or question.answer_type == "definition"


def _asks_what_is_to_be(phrasing: Analysis) -> bool:
    """Whether it may be asked what somebody is to do ("What was the proposal to raise?"): nobody says that it is so."""
    return "to" in phrasing.prepositions


def polarity(question: Analysis, phrasing: Analysis) -> float:
    """-1 where one of them says "not" and the other does not."""
    return 0.0 if question.negated == phrasing.negated else -1.0


def _tells_when(question: Analysis, answer: str) -> bool:
    """Whether an answer has a date or a period; a time of day by itself only if that is asked for."""
    return bool(_DATE.search(answer)) and (
        question.answer_subtype == "time" or not _TIME_OF_DAY.fullmatch(answer.strip(" ."))
    )


def _answer_fits(question: Analysis, phrasing: Analysis, entry: Entry) -> bool:
    """Whether a fact of a kind that gives the asked one only sometimes does so: "what" for "who" by naming somebody,
    "what" for "why" by stating an aim or a cause."""
    kind, answer = entry.fact.kind, entry.fact.answer
    if question.answer_type == "who" and kind not in ("who", "list", "which"):
        return any(word[:1].isupper() for word in answer.split()[1:])
    if question.answer_type == "why" and kind == "what":
        return phrasing.answer_type == "why" or bool(_REASON.match(answer))
    return True


def _subtype_fits(question: Analysis, entry: Entry) -> bool:
    """Whether the answer is of the sort that the question wants: a time of day, money, a number of the right thing."""
    answer = entry.fact.answer
    tests = {"time": _TIME_OF_DAY, "money": _MONEY, "duration": _DURATION, "frequency": _FREQUENCY, "day": _DAY}
    test = tests.get(question.answer_subtype)
    if test is not None and not test.search(answer):
        return False
    if question.answer_type != "how_many":
        return True
    return bool(NUMBER.search(answer))


def _counts_the_same(question: Analysis, counted: Mapping[str, float], phrasing: Analysis, entry: Entry) -> bool:
    """Whether the thing that is counted (by what its name may mean) is the one that the fact counts."""
    if question.answer_type != "how_many" or not counted:
        return True
    own = set(phrasing.focus) or set(phrasing.terms)
    if not PEOPLE_TERMS.isdisjoint(own) and not VERBAL_TERMS.isdisjoint(question.focus[-1:]):
        own |= phrasing.terms  # "how many attended?" asks for people
    return any(term in own or term in entry.answer for term in counted)


def dates_fit(question: Analysis, entry: Entry) -> bool:
    """Whether every date of the question is one of the fact's sentence, of its meeting or of its article."""
    if not question.dates:
        return True
    year = int(entry.context.when[:4]) if entry.context.when else None
    known = [Date(d.year or year, d.month, d.day) for d in (*entry.evidence_dates, *entry.context.dates)]
    return all(any(date.covered_by(d) for d in known) for date in question.dates)


def phrasing_dates(question: Analysis, phrasing: Analysis, entry: Entry) -> float:
    """Whether the dates in the fact's own question are those of the user's: 1, 0 if not compared, -1 if others.

    A meeting of several days is asked for by any of them, and on record by its first or its first and last. Beside
    another date that of the meeting need not be in the fact's question.
    """
    if not question.dates or not phrasing.dates:
        return 0.0
    own, days = phrasing.dates, entry.context.days
    if days and own in (days[:1], (days[0], days[-1])):
        own = days
    others = [date for date in question.dates if not any(date.covered_by(day) for day in days)]
    return 1.0 if all(any(d.covered_by(each) for each in own) for d in others or question.dates) else -1.0


def ordinals_fit(question: Analysis, entry: Entry) -> bool:
    """Whether each ordinal of the question is said by the fact or belongs to its meeting."""
    return all(
        ordinal in entry.evidence or ordinal in entry.answer or ordinal in entry.context.ordinals
        or any(ordinal in phrasing.terms for phrasing in entry.phrasings)
        for ordinal in question.ordinals
    )  # fmt: skip


def selector_fits(question: Analysis, entry: Entry) -> bool:
    """Whether a fact is about something to come where "the next" is asked for, and not about the next where it is not
    and the question does not ask about what is to be."""
    if question.selector != "next":
        return not (_asks_what_was(question) and any(_asks_for_next(each.analysis) for each in entry.phrasings))
    published = entry.context.record.article.date
    asked = any(phrasing.analysis.selector == "next" for phrasing in entry.phrasings)
    said = asked or bool(_NEXT_TERMS & (entry.evidence | entry.answer))
    if isinstance(entry.fact.value, str) and published is not None:
        value, today = entry.fact.value[:10], published.isoformat()
        return (value > today and (said or question.answer_type == "when")) or (said and today.startswith(value))
    return said


def _asks_for_next(phrasing: Analysis) -> bool:
    """Whether what the next of its kind is, does or will do is asked for, and not what was said or done about it."""
    return phrasing.selector == "next" and not phrasing.past


def _asks_what_was(question: Analysis) -> bool:
    """Whether a question is about the past or has no verb ("board meeting date"), and is about no plan."""
    if question.past is False or "to" in (*question.prepositions, question.stranded_preposition):
        return False
    return not any(OF_PLANS.match(word.surface) for word in question.words)


def predicate(question: Analysis, meanings: Mapping[str, float], terms: frozenset[str]) -> float:
    """1 if what was done is what the fact's question asks about, -1 if not, 0 if the question does not say."""
    if question.predicate is None or question.predicate in IDLE_TERMS:
        return 0.0
    return 1.0 if any(term in terms for term in meanings) else -1.0


def focus(meanings: Mapping[str, float], terms: frozenset[str], entry: Entry) -> float:
    """How far the thing that is asked for ("which *ministry*") is met by the fact's question or answer.

    0 where it is met or nothing is named, -1 where it is not; half where only the quote has it.
    """
    if not meanings:
        return 0.0
    own = max((worth for term, worth in meanings.items() if term in terms or term in entry.answer), default=0.0)
    aside = max((worth for term, worth in meanings.items() if term in entry.evidence), default=0.0)
    return max(own, aside / 2) - 1.0


def fact_predicate(phrasing: Analysis, meant: Mapping[str, float]) -> float:
    """1 if the question speaks of what was done by the fact, -1 if not, 0 if the fact's question does not say."""
    if phrasing.predicate is None or phrasing.predicate in IDLE_TERMS:
        return 0.0
    return 1.0 if phrasing.predicate in meant else -1.0


def asked_role(question: Analysis, phrasing: Analysis) -> float:
    """1 if both ask for the one who does or both for what is done, -1 if not, 0 if one of them does not say."""
    if question.asked_role is None or phrasing.asked_role is None:
        return 0.0
    return 1.0 if question.asked_role == phrasing.asked_role else -1.0


def clashes(question: Analysis, phrasing: Analysis, meant: Mapping[str, float], meeting: frozenset[str]) -> bool:
    """Whether the fact asks for what the question says, for who does it, or speaks of others or of the contrary."""
    # "What did they rule on?" does not answer "What did they rule on the appeal?", nor the other way round.
    mine, its = question.stranded_preposition, phrasing.stranded_preposition
    if (mine is None and its in question.governed) or (its is None and mine in phrasing.governed):
        return True
    # "Who is the judge?" does not answer "Who did they vote for?".
    if mine and its != mine and _asks_what_is(phrasing):
        return True
    # "Who signed the treaty?" does not answer "What did Norway sign?".
    done = question.answer_type == "what" and question.asked_role == "object"
    if done and phrasing.answer_type in ("who", "list", "which") and phrasing.asked_role != "object":
        return True
    # "Who attended?" does not answer "Who chaired it?".
    done_by, told_of = _deeds(question), _deeds(phrasing)
    if done_by and told_of and not done_by & told_of:
        return True
    # The second review is not the first.
    if question.ordinals and phrasing.ordinals and not set(question.ordinals) & set(phrasing.ordinals):
        return True
    # "Who voted for it?" does not answer "Who voted against it?".
    if question.negated != phrasing.negated and question.answer_type in ("who", "which", "list", "how_many"):
        return True
    # The Vietnamese delegation is not the Thai delegation.
    countries = {term for term in question.terms - phrasing.terms - meeting if term.startswith("=")}
    others = {term for term in phrasing.terms - meeting if term.startswith("=") and term not in meant}
    return bool(countries and others)


def _deeds(question: Analysis) -> frozenset[int]:
    """Which of the parts that one plays at a meeting a question is about, if it is about one."""
    if question.answer_type not in ("who", "which", "list", "how_many", "what") or question.predicate is None:
        return frozenset()
    return frozenset(at for at, deed in enumerate(_DEEDS) if question.predicate in deed)


def tense(question: Analysis, phrasing: Analysis) -> float:
    """-1 where one speaks of the past and the other does not: who chaired a meeting may not be who chairs its body."""
    return -1.0 if None not in (question.past, phrasing.past) and question.past != phrasing.past else 0.0


def may_stand_in_answer(question: Analysis, word: Word) -> bool:
    """Whether a word of the question may be accounted for by the answer itself: the noun asked for may."""
    return word.term in question.focus or question.answer_type in (
        "what",
        "which",
        "list",
        "how_many",
        "how",
        "why",
        None,
    )


def derived_yes(question: Analysis, phrasing: Analysis, entry: Entry, asked: Sequence[QueryTerm]) -> str | None:
    """The "Yes, …" that a fact of another kind gives to a yes/no question, or None.

    Only where what the fact asks about is what the question says, and the rest of the question is in its answer or in
    one item of it. Nothing is ever denied because it was not found.
    """
    if question.answer_type != "yes_no" or entry.fact.kind == "yes_no" or question.negated or entry.negated:
        return None
    listed = entry.fact.kind == "list" or isinstance(entry.fact.value, list)
    if entry.fact.kind not in ("who", "list", "which", "what") or not (
        listed or phrasing.terms & _PRESENCE_TERMS or (_asks_what_is(phrasing) and not _asks_what_is_to_be(phrasing))
    ):
        return None
    own = phrasing.terms - IDLE_TERMS
    about = phrasing.terms | entry.context.meeting
    rest = [w for w in asked if w.meanings.keys().isdisjoint(about) and w.word.term not in IDLE_TERMS]
    if not rest or all(word.meanings.keys().isdisjoint(own) for word in asked):
        return None
    items = entry.fact.value if isinstance(entry.fact.value, list) else [entry.fact.answer]
    for item in items:
        terms = item_terms(item)
        if not _FORMER.isdisjoint(terms - question.terms):
            continue  # who was the mayor is so no more
        if not any(word.meanings.keys().isdisjoint(terms) for word in rest) and _has_in_order(item, rest):
            return f"Yes, {item}"
    return None


def _has_in_order(item: str, asked: Sequence[QueryTerm]) -> bool:
    """Whether an item of an answer has the numbers that are asked with in their order: 1 vote to 4 is not 4 to 1."""
    told = (token.term for token in tokens(item))
    return all(word.word.term in told for word in asked if word.word.term[0].isdigit())


@functools.lru_cache(maxsize=4096)
def item_terms(item: str) -> frozenset[str]:
    """The terms of one item of an answer."""
    return frozenset(t.term for t in tokens(item) if not t.is_stop or t.term[0] in "=#")
