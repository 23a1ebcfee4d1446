"""Actions of minutes: who is to do what by when, of lists, of labels and of lines without a verb of their own."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from facts import dates
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.minutes.labels import Line
from facts.extract.minutes.tasks import LATER, UNCLEAR
from facts.extract.people.entries import is_office
from facts.folding import fold, squeezed
from facts.parse.words import HONORIFICS

ACTION: Final = re.compile(
    r"(?:ACTION:?\s*|Action:?\s*)?"
    r"(?P<owner>(?:the )?[A-Z][\w.’'-]*(?:(?:,? (?:and|&) |, | )[A-Z][\w.’'-]*){0,5})"
    r"(?: to |(?:: | [–—-] )(?:to )?)(?P<task>[a-z].+)",
    re.DOTALL,
)
"""An action: "AP to draw up a policy by 15 March", "Ann Lee: write to the bank"."""
APART: Final = re.compile(r"(?<=[^\s.;]{3});\s+(?=(?:the )?[A-Z])|(?<=[a-z\d]{2})\.\s+(?=[A-Z])")
"""Where the next action of a line begins, or something else."""
DUE: Final = re.compile(r"(?P<task>.+?),? \(?(?:by|before|no later than) (?P<day>[^()]{3,20})\)?")
"""An action with the day by which it is to be done."""
DAY_OF_MONTH: Final = re.compile(r"\d.*[A-Za-z]{3}|[A-Za-z]{3}.*\d")
SEVERAL: Final = re.compile(r" (?:and|&) |, ")
THING: Final = re.compile(
    r"(?!(?:apply|arrange|ask|call|check|dispose|look|pay|plan|prepare|search|vote|wait) )"
    r"(?:[a-z-]+ )?[a-z-]+ (?:for|of)\b"
    r"|[a-z-]+ [a-z-]+, "
)
"""A task that is named and not told as a doing: "draft of the rules", "logo licence, ask again"."""
LONGEST_TASK: Final = 30
"""Words of a task that is still one action."""
SHORTEST_ALONE: Final = 3
"""Words of a task that stands in a sentence of its own."""


class _Action(NamedTuple):
    owner: str
    task: str
    span: tuple[int, int]


def actions(material: Material, lines: Iterable[Line], names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what each was asked to do, and by when.

    What somebody was asked to do is all of it: who has several actions is not asked for so, but by each task.
    """
    told = [action for line in lines if line.meaning == "action" for action in _of_line(material, line, names)]
    told += [each for each in _alone(material, names) if not any(_meet(each.span, other.span) for other in told)]
    many = Counter(action.owner for action in told)
    for owner, task, span in told:
        due = _due(task, material)
        were = "were" if SEVERAL.search(owner) else "was"
        if many[owner] == 1:
            thing = THING.match(task) is not None
            asked = f"Which task {were} {owner} given" if thing else f"What {were} {owner} asked to do"
            question = f"{asked} at {meeting}?"
            yield Draft("what", question, task, span, confidence=0.9, rule="minutes.action")
        elif due is None and not (UNCLEAR.search(task) or LATER.search(task)):
            question = f"Who was asked to {task} at {meeting}?"
            yield Draft("who", question, owner, span, confidence=0.85, rule="minutes.action_of")
        if due is not None and not (UNCLEAR.search(due[0]) or LATER.search(due[0])):
            question = f"By when {were} {owner} asked to {due[0]} at {meeting}?"
            answer = dates.readable(due[1])
            yield Draft("when", question, answer, span, value=due[1], confidence=0.85, rule="minutes.action_by")


def _of_line(material: Material, line: Line, names: Mapping[str, str]) -> Iterator[_Action]:
    """The actions of a labelled line or list with the code points that each takes."""
    text = material.parsed.article.text
    position = line.span[0]
    for item in (part for whole in line.items for part in APART.split(whole)):
        match = ACTION.fullmatch(item)
        found = re.compile(r"\s+".join(map(re.escape, item.split()))).search(text, position, line.span[1])
        if match is None or found is None or len(match["task"].split()) > LONGEST_TASK:
            continue
        position = found.end()
        yield _Action(_owner(match["owner"], names), match["task"].rstrip(" .;"), found.span())


def _alone(material: Material, names: Mapping[str, str]) -> Iterator[_Action]:
    """Sentences that are nothing but an action of an officer or of somebody present: "Clerk to write to the county"."""
    for sentence in material.sentences if names else ():
        text = squeezed(sentence.span.text)
        match = ACTION.fullmatch(text)
        if match is None or " to " not in text[: match.start("task")] or sentence.paragraph.bullet:
            continue
        owner, task = _owner(match["owner"], names), match["task"].rstrip(" .;")
        known = owner.endswith(tuple(names.values())) or owner.startswith("the ")
        short = SHORTEST_ALONE <= len(task.split()) <= LONGEST_TASK and APART.search(task) is None
        if known and short and not UNCLEAR.search(task):
            yield _Action(owner, task, sentence_span(sentence))


def _owner(called: str, names: Mapping[str, str]) -> str:
    """Whom an action is given to: somebody present by the full name, an officer with an article."""
    bare = called.removeprefix("the ")
    words = bare.split()
    if all(map(is_office, words)) and bare not in names:
        return f"the {bare}"
    if fold(words[0]).rstrip(".") in HONORIFICS and (name := names.get(" ".join(words[1:]))) is not None:
        return name if name.startswith(f"{words[0]} ") else f"{words[0]} {name}"
    return names.get(bare, called)


def _due(task: str, material: Material) -> tuple[str, str] | None:
    """A task without its last day, and this (ISO); None where no day is told."""
    match = DUE.fullmatch(task)
    meeting = material.found_meeting.meeting
    if match is None or not DAY_OF_MONTH.search(match["day"]):
        return None
    held = (meeting.date or "").partition("/")[2] or (meeting.date or "") if meeting is not None else ""
    since = datetime.date.fromisoformat(held) if len(held) == len("2020-01-01") else material.parsed.article.date
    found = dates.find(match["day"], since, "future")
    days = [when.iso for when in found if when.precision == "day" and not when.approximate]
    return (match["task"], days[0]) if len(days) == len(found) == 1 else None


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
