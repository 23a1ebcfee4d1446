"""What people took upon them at a meeting: "Ann to write to the bank by 3 May", under the item that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import ends_topic, topic_of
from facts.folding import squeezed
from facts.model import Kind
from facts.parse.parser import Paragraph

NAMED = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?: and [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)?"
"""Whom a note names: one, or two."""
TAKEN = re.compile(
    rf"(?:^|[,;:–-] |\. )(?:(?:ACTION|Action|Agreed)[:,]?\s+)?(?P<owner>{NAMED})"
    r"(?:,? to | ?[,:–-] will | will | volunteered to | offered to | agreed to | (?:is )?going to | aims to | is to "
    r"|: to )(?P<task>(?!be |have |need |see )[a-z]+ [^;]+?)"
    r"(?=\.?\s*$|\.\s+[A-Z]|;|,? (?:and )?[A-Z][\w’'-]+ will [a-z]|,? (?:and|but|so) we\b)"
)
"""How minutes write who is to do what."""
SIGNED = re.compile(r"(?P<task>[A-Z][a-z]+ [^.;?]+?),? ?[-–] ?(?P<owner>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)\.?")
"""A task with its owner behind it: "Write to the bank by next week - Ann"."""
UNCLEAR = re.compile(
    r"\b(?:it|its|this|that|these|those|them|they|he|she|his|her|we|our|us|here|there|same|so|too|instead|https?)\b"
    r"|\bin the (?:issue|repo|PR|thread)\b|[<>@\[\]]|\s\.\w"
    r"|\bto (?:check|clarify|confirm|decide|resolve)$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:next|this) (?:meetings?|steps?|time|week|month)\b"
    r"|\b(?:later|soon|today|tomorrow|offline|some(?! \w+s\b))\b|,",
    re.IGNORECASE,
)
"""What says when, or what, only to those who were there."""
TAIL = re.compile(r" (?:about|for|on|with) (?:it|that|this)$")
"""How a note ends that points to the item that it stands under."""
VAGUE = re.compile(
    r"(?:act|approve|do so|follow up|help out|land|look into|send|work on(?: (?:the )?next steps?)?)\b[^,]{0,3}$",
    re.IGNORECASE,
)
"""What says little of a task without what it is done to."""
AT_NAME = re.compile(r"@([\w-]{3,})")
FEWEST, ALONE, MOST = 2, 6, 28
"""How many words a task has: at least, at least where it stands under no topic, at most."""
BRIEF = 4
"""A task of fewer words is told by them only if they don't say when."""
MOST_ASKED = 16
"""How many words a task has at most in the question who was to do it."""


class Task(NamedTuple):
    """What somebody took upon her or him under an item (none: ""), and the code points of the note."""

    owner: str
    task: str
    topic: str
    span: tuple[int, int]


def tasks(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what those who were present are to do. `names` are theirs by what the minutes call them."""
    topic = ""
    found: dict[tuple[str, str], list[Task]] = {}
    for paragraph in material.parsed.paragraphs:
        if ends_topic(paragraph):
            topic = topic_of(paragraph) or ""
            continue
        for task in _of_note(paragraph, topic, names):
            key = (task.owner, topic or task.task)
            found.setdefault(key, []).append(task)
    for taken in found.values():
        yield _task(taken, meeting)
        only = taken[0]
        if not only.topic and len(only.task.split()) <= MOST_ASKED and not LATER.search(only.task):
            # Under a topic a task is a note about that: "create issue", "reach out to the projects".
            question = f"Who was to {only.task} after {meeting}?"
            yield Draft("who", question, only.owner, only.span, confidence=0.85, rule="minutes.who_task")


def _task(taken: list[Task], meeting: str) -> Draft:
    """What somebody was to do, about the topic that it stands under."""
    owner, topic = taken[0].owner, taken[0].topic
    told = [each.task for each in taken]
    span = (taken[0].span[0], taken[-1].span[1])
    was, about = "were" if " and " in owner else "was", f" about “{topic}”" if topic else ""
    question = f"What {was} {owner} to do{about} after {meeting}?"
    several = told if len(told) > 1 else None
    kind: Kind = "list" if several else "what"
    return Draft(kind, question, "; ".join(told), span, value=several, confidence=0.85, rule="minutes.task")


def _of_note(paragraph: Paragraph, topic: str, names: Mapping[str, str]) -> Iterator[Task]:
    for sentence in paragraph.doc.sents if paragraph.bullet else ():
        said = paragraph.doc.original[sentence.start_char : sentence.end_char]
        signed = SIGNED.fullmatch(squeezed(said))
        for match in (signed,) if signed is not None else TAKEN.finditer(squeezed(said)):
            owner, task = owners(match["owner"], names), squeezed(match["task"])
            task = task[:1].lower() + task[1:] if signed is not None else task
            task = TAIL.sub("", task) if topic else task
            if owner is not None and _tells(task, FEWEST if topic else ALONE):
                start = paragraph.start + sentence.start_char
                yield Task(owner, task, topic, (start, start + len(said.rstrip())))


def _tells(task: str, fewest: int) -> bool:
    """Whether a task says to a stranger what is to be done."""
    words = len(task.split())
    if not fewest <= words <= MOST or UNCLEAR.search(task) or VAGUE.match(task):
        return False
    return words >= BRIEF or not LATER.search(task)


def owners(called: str, names: Mapping[str, str]) -> str | None:
    """The full names of those whom a note names, if all of them are known.

    >>> owners("Ann and Bo", {"Ann": "Ann Lee", "Bo": "Bo Ek"}), owners("Ann and Cy", {"Ann": "Ann Lee"})
    ('Ann Lee and Bo Ek', None)
    """
    found = [names.get(name) for name in called.split(" and ")]
    return " and ".join(name for name in found if name) if all(found) else None


def called(labels: list[str], items: Sequence[str] = ()) -> dict[str, str]:
    """The full names of people by what minutes may call them: the whole, the first or the last name, initials, "Ann L".

    Also by what they are called on a website, where the `items` of the list say so: "Ann Lee @annie".

    >>> called(["Ann Lee", "Bo Ek", "Ann Poe"])["Bo"], "Ann" in called(["Ann Lee", "Ann Poe"])
    ('Bo Ek', False)
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for name in dict.fromkeys(labels):
        words = name.split()
        initials = "".join(word[0] for word in words) if len(words) > 1 else name
        begun = f"{words[0]} {words[-1][0]}" if words else name
        for short in {name, words[0], words[-1], initials, begun} if words else ():
            twice |= {short} if found.get(short, name) != name else set()
            found[short] = name
    for item in items:
        handle = AT_NAME.search(item)
        owner = next((label for label in labels if label in item), None)
        if owner is not None and handle is not None:
            found.setdefault(handle[1].capitalize(), owner)
    titles = {"Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Cllr"}
    return {short: name for short, name in found.items() if short not in twice | titles}
