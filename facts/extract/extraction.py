"""Parsed article → its meeting and its facts, one module a family.

`drafts` gives what all families find, in the order of importance; `facts_of` the facts of as many as a page may hold.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator

from facts.extract import examples
from facts.extract.attendance import attendance, parts_chaired, quorum
from facts.extract.broad import is_broad
from facts.extract.broken_off import breaks_off, without_letters
from facts.extract.clear import is_clear
from facts.extract.conditions import Conditions
from facts.extract.cut_lists import CutLists
from facts.extract.doings import (
    among,
    amounts_of,
    called,
    careers,
    chosen,
    coming,
    counts,
    deadlines,
    decisions,
    deeds,
    definitions,
    events,
    heard,
    leaders,
    members,
    places,
    plans,
    purpose,
    quantities,
    spoken,
    statements,
    tellers,
    terms,
    times,
    would_do,
)
from facts.extract.draft import Draft, Material
from facts.extract.given_away import gives_away, names_twice, repeats_name
from facts.extract.loose_ends import without_side_clause
from facts.extract.minutes import bullets, done_items, minutes
from facts.extract.named_once import named_once
from facts.extract.other_times import is_of_another_time
from facts.extract.people import people
from facts.extract.people.in_office import in_office
from facts.extract.placing import placed
from facts.extract.polished import polished, unloaded
from facts.extract.rival_bodies import RivalBodies
from facts.extract.schedule import schedule
from facts.extract.schedule.often import Often
from facts.extract.shortened import shortened
from facts.extract.votes import votes
from facts.extract.whole_names import WholeNames
from facts.folding import fold
from facts.model import Fact
from facts.naming import first_free, stem

FAMILIES: tuple[Callable[[Material], Iterator[Draft]], ...] = (
    schedule.facts,
    minutes.facts,
    parts_chaired.facts,
    attendance.facts,
    quorum.facts,
    people.facts,
    chosen.facts,
    terms.facts,
    leaders.facts,
    decisions.facts,
    votes.facts,
    purpose.facts,
    counts.facts,
    statements.facts,
    would_do.facts,
    spoken.facts,
    called.facts,
    heard.facts,
    among.facts,
    tellers.facts,
    definitions.facts,
    done_items.facts,
    bullets.facts,
    examples.facts,
    coming.facts,
    plans.facts,
    events.facts,
    careers.facts,
    deeds.facts,
    quantities.facts,
    members.facts,
    amounts_of.facts,
    places.facts,
    deadlines.facts,
    times.facts,
)
"""The families in the order of precedence: where two say the same, the earlier one's wording stays."""

IMPORTANCE = {
    name: rank
    for rank, name in enumerate(
        """meeting chair attendance absence purpose decision tally vote count amount schedule rounds minutes statement
        event reason role people definition""".split()
    )
}
"""The families of rules by how much their facts matter to somebody who asks about a meeting."""

AGAIN = {
    "amount.large": ("amount.worth", re.compile("")),
    "event.to_whom": ("attendance.met", re.compile("")),
    "event.whom": ("attendance.met", re.compile("")),
    "decision.became": ("decision.item", re.compile("")),
    "event.happened": ("decision.became", re.compile("")),
    "event.planned": ("purpose.aim", re.compile("")),
    "event.where": ("meeting.where", re.compile(r"Where did [^?]+ meet\b")),
    "event.who_told": ("vote.moved", re.compile(r"Who (?:moved|proposed|suggested) ")),
    "purpose.to": ("purpose.aim", re.compile("")),
    "statement.would_do": ("statement.said", re.compile("")),
}
"""Rules of deeds, and those of the meeting that ask the same of the sentence that tells of it, in which questions."""
AMONG = re.compile(r"decision\.|purpose\.|statement\.(?:of|spoken)")
"""Rules that ask for what somebody spoke of so that nothing else is meant."""
WHOLE = frozenset({"event.coming", "event.to_do"})
"""Rules that ask for all that somebody will do, beside which what they do it to is not asked."""
BECAME = frozenset({"decision.became", "vote.became"})
COUNT = re.compile(r"\d+")
DOINGS = frozenset({"amount", "attendance", "count", "decision", "event", "purpose", "reason", "statement"})
"""The families that ask what was said and done at a meeting, who was there, or what is told by the report on it."""
FEWEST, WORDS_A_FACT = 10, 10
"""How many facts any article may have, and how many words of a longer one allow for one more."""


def drafts(material: Material) -> list[Draft]:
    """What all families find, clear and each thing once, with whole names, the most important first."""
    kept: dict[str, Draft] = {}
    told: set[tuple[tuple[int, int], str, str]] = set()
    in_full = WholeNames(material).said_in_full
    cuts = CutLists(material).cuts
    leave_open = RivalBodies(material).leave_open
    leaves_out_condition = Conditions(material).left_out
    asks_which = Often(material).asks_which
    text = material.parsed.article.text
    found = (
        placed(material, unloaded(shortened(without_side_clause(without_letters(whole, material.acronyms)))))
        for family in FAMILIES
        for draft in family(material)
        if (whole := _naming_once(in_full(draft))) is not None
    )
    for draft in filter(is_clear, found):
        if (
            breaks_off(draft, text)
            or cuts(draft)
            or leave_open(draft)
            or leaves_out_condition(draft)
            or asks_which(draft)
            or is_of_another_time(draft, material)
            or is_broad(draft.question)
            or gives_away(draft, material.acronyms)
            or repeats_name(draft)
            or names_twice(draft.question, material.acronyms)
        ):
            continue
        same = (draft.span, _asking(draft.question), fold(draft.answer))
        again = _is_counted(draft, kept.values()) or _is_again(draft, kept.values())
        if fold(draft.question) not in kept and same not in told and not again:
            kept[fold(draft.question)] = polished(draft, material)
            told.add(same)
    return sorted(
        in_office(material, kept.values()),
        key=lambda d: (IMPORTANCE.get(d.rule.partition(".")[0], len(IMPORTANCE)), d.span[0]),
    )


def _naming_once(draft: Draft) -> Draft | None:
    """A draft whose question names its people and bodies once; None where it would name them twice."""
    if draft.rule.partition(".")[0] not in DOINGS:
        return draft
    question = named_once(draft.question)
    return None if question is None else dataclasses.replace(draft, question=question)


def _is_again(draft: Draft, kept: Iterable[Draft]) -> bool:
    """Whether a draft asks of what was done what an earlier one asks of the meeting: whom one met, what for."""
    answer = fold(draft.answer).removeprefix("was ")
    if draft.rule == "statement.among":
        told = (fold(each.answer) for each in kept if AMONG.match(each.rule) and each.span == draft.span)
        return any(answer in each or each in answer for each in told)
    if draft.rule in ("event.about", "event.what"):
        told = (fold(each.answer) for each in kept if each.rule in WHOLE and each.span == draft.span)
        return any(answer in each for each in told)
    earlier, asked = AGAIN.get(draft.rule, (None, None))
    if asked is None or asked.match(draft.question) is None:
        return False
    told = (fold(each.answer) for each in kept if each.rule == earlier and each.span == draft.span)
    named = earlier == "vote.moved"  # "Cllr Wren" and "Cllr Ada Wren"
    return any(answer in each or (named and answer.split()[-1] == each.split()[-1]) for each in told)


def _asking(question: str) -> str:
    """The word by which a question asks: "For what share" is "what", and "whom" is "who".

    >>> _asking("For what share does it count?"), _asking("Whom did Ada Wren meet?"), _asking("By when was it so?")
    ('what', 'who', 'by')
    """
    first, second = question.lower().split()[:2]
    return second if second in ("what", "which", "whom") and first != "what" else first.replace("whom", "who")


def _is_counted(draft: Draft, kept: Iterable[Draft]) -> bool:
    """Whether a draft counts with its noun ("46 delegates") what one of the same words counts by the number alone."""
    return draft.kind == "how_many" and any(
        each.span == draft.span
        and draft.answer.startswith(f"{each.answer} ")
        and draft.answer.removeprefix(each.answer).split()[0] in each.question.split()
        for each in kept
    )


def facts_of(drafts: Iterable[Draft], text: str) -> tuple[Fact, ...]:
    """The facts of an article's most important drafts, as many as its length allows, in the order of the text."""
    most = max(FEWEST, len(text.split()) // WORDS_A_FACT)
    told = list(_counted_once(list(drafts)))[:most]
    return tuple(_named(sorted(told, key=lambda d: d.span[0]), text))


def _counted_once(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts without what became of something by votes that another one tells: "carried by 14 votes to 6"."""
    tallies = (draft for draft in drafts if draft.rule.startswith("tally."))
    votes = {(draft.span, number) for draft in tallies for number in COUNT.findall(draft.answer)}
    for draft in drafts:
        counted = COUNT.findall(draft.answer) if draft.rule in BECAME else []
        if not counted or any((draft.span, number) not in votes for number in counted):
            yield draft


def _named(drafts: list[Draft], text: str) -> Iterator[Fact]:
    """The facts with ids that tell what they are about ("who-chaired-the-video-conference")."""
    taken: set[str] = set()
    for draft in drafts:
        name = first_free(stem(draft.question, draft.kind), taken)
        taken.add(name)
        start, end = draft.span
        yield Fact(
            id=name,
            kind=draft.kind,
            question=draft.question,
            answer=draft.answer,
            evidence=text[start:end],
            span=draft.span,
            value=draft.value,
            confidence=round(draft.confidence, 2),
        )
