"""A time phrase of a clause as an answer: the date that it means, how often, how long, at what time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.dates.clock import time_in
from facts.extract.draft import Draft, Material
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_plural
from facts.parse.words import HOLD_VERBS
from facts.questions import RELATIVE_TIME, ClauseWords, tense_of

AMOUNT = (
    r"(?:about|almost|around|more than|nearly|over|at least|up to|some|an?|\d[\d,.]*|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|several|many|half)"
)
PERIOD = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?"
DURATION = re.compile(
    rf"^(?:for|over|in|within)?\s*(?:the (?:past|last|next)\s+)?{AMOUNT}[\s-]+(?:\w+[\s-]+)?{PERIOD}\b", re.IGNORECASE
)
OFTEN = "|".join(
    (
        r"(?:bi)?(?:annually|monthly|weekly|yearly|daily)|quarterly|regularly|often|frequently|rarely|periodically",
        r"every (?:\w+ )?(?:day|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?",
        r"every (?:summer|winter|spring|autumn|morning|evening)s?|each (?:day|week|month|year)",
        r"(?:once|twice|\w+ times) (?:a|per|every|each) .+|(?:once|twice)",
        r"on (?:mon|tues|wednes|thurs|fri|satur|sun)days",
    )
)
FREQUENCY = re.compile(rf"^(?:{OFTEN})\b.*$", re.IGNORECASE)
LEADING = re.compile(r"^(?:on|in|at|by|for|during|since|until|till|from|of)\s+(?:the\s+)?", re.IGNORECASE)


BEGIN_VERBS = frozenset({"begin", "commence", "inaugurate", "launch", "open", "start"})
"""Verbs that say when something begins."""
BORDERS = {"by": "By when", "from": "From when", "since": "Since when", "till": "Until when", "until": "Until when"}
"""How one asks for a date behind a preposition that says where a time begins or ends."""


def frequency_or_duration(text: str) -> str | None:
    """ "How often" or "How long" where a phrase says that, else None.

    >>> [frequency_or_duration(t) for t in ("every month", "for three days", "on Monday")]
    ['How often', 'How long', None]
    """
    if FREQUENCY.match(text):
        return "How often"
    if text.lower().startswith("for ") and DURATION.match(text):
        return "How long"
    return None


def said_date(when: dates.When, phrase: str) -> str:
    """A resolved date for people; a vague phrase stands in front of what it was taken to mean."""
    if when.precision == "time":
        return when.text
    text = dates.readable(when.iso)
    if when.precision == "range" or when.approximate:
        bare = LEADING.sub("", phrase)
        return bare if text.lower() in bare.lower() else f"{bare} ({text})"
    if when.time:
        text = f"{text}, {time_in(phrase) or when.time}"
    return text


def when_drafts(
    material: Material,
    clause: Clause,
    words: ClauseWords,
    argument: Argument,
    answer: str,
    span: tuple[int, int],
    confidence: float,
) -> Iterator[Draft]:
    """Yield the facts that a time phrase of a clause gives."""
    regular = frequency_or_duration(answer)
    if regular:
        yield Draft("how", words.ask(regular, argument, out=("time",)), answer, span, (), None, confidence)
        return
    doc = argument.head.doc
    plain = doc.span(argument.start, argument.end).text
    found = dates.find(plain, material.parsed.article.date, tense_of(clause))
    if argument.head.dep_ == "advcl" or not found:
        yield Draft("when", words.ask("When", argument, out=("time",)), answer, span, (), None, confidence - 0.1)
        return
    when = found[0]
    if when.precision != "time":
        asked = words.ask("When", argument, out=("time",))
        side = BORDERS.get(plain.split()[0].lower())
        more = (words.ask(side, argument, out=("time",)),) if side else ()
        said = said_date(when, when.text)
        yield Draft("when", asked, said, span, (*more, *_when_variants(clause, words)), when.iso, confidence)
        if RELATIVE_TIME.search(when.text) and said.lower() != when.text.lower() and len(found) == 1:
            yield from _relative(clause, words, argument, when, span)
    time = next((time_in(answer) for w in found if w.time), None)
    if time:
        yield Draft("when", words.ask("What time", argument, out=("time",)), time, span, (), None, confidence)


def _relative(
    clause: Clause, words: ClauseWords, argument: Argument, when: dates.When, span: tuple[int, int]
) -> Iterator[Draft]:
    """The day of the week, or how long ago seen from the report, for a date that the text gives in that way."""
    text = LEADING.sub("", when.text)
    if re.fullmatch(r"\w+day", text) and text.lower() not in ("today", "yesterday"):
        question = words.ask("On which day of the week", argument, out=("time",))
        yield Draft("what", question, text, span, (), None, 0.7)
        return
    ahead = tense_of(clause) == "future" or re.match(r"(?:next|tomorrow|soon|coming)", text, re.IGNORECASE)
    question = words.ask("How soon" if ahead else "How recently", argument, out=("time",))
    yield Draft("how", question, text, span, (), None, 0.5)


def _when_variants(clause: Clause, words: ClauseWords) -> tuple[str, ...]:
    thing = clause.first("object")
    if clause.lemma in BEGIN_VERBS and (clause.passive or thing is None):
        front = words.front if words.front in ("will", "did", "does") else "did"
        return tuple(f"When {front} {words.subject} {verb}?" for verb in ("begin", "start"))
    if clause.lemma not in HOLD_VERBS:
        return ()
    name = next(
        (t for a, t in words.pieces if thing is not None and a.start == thing.start),
        words.subject if clause.passive else None,
    )
    if not name:
        return ()
    front = words.front if clause.passive else ("will" if words.front == "will" else "was")
    verb = "were" if thing is not None and is_plural(thing.head) and front == "was" else front
    held = "be held" if front == "will" else "held"
    return (f"When {verb} {name} {held}?",)
