"""What people took upon them at a meeting: "Ann to write to the bank by 3 May", under the item that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import ends_topic, topic_of
from facts.folding import squeezed
from facts.parse.parser import Paragraph

TAKEN = re.compile(
    r"(?:^|[,;:–-] |\. )(?:(?:ACTION|Action|Agreed)[:,]?\s+)?(?P<owner>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    r"(?:,? to | ?[,:–-] will | will | volunteered to | agreed to | is to |: to )"
    r"(?P<task>(?!be |have |need |see )[a-z]+ [^;]+?)"
    r"(?=\.?\s*$|\.\s+[A-Z]|;|,? (?:and )?[A-Z][\w’'-]+ will [a-z])"
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
AT_NAME = re.compile(r"@([\w-]{3,})")
FEWEST, ALONE, MOST = 4, 6, 28
"""How many words a task has: at least, at least where it stands under no topic, at most."""
MOST_ASKED = 16
"""How many words a task has at most in the question who was to do it."""


def tasks(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what those who were present are to do. `names` are theirs by what the minutes call them."""
    topic: str | None = None
    for paragraph in material.parsed.paragraphs:
        if ends_topic(paragraph):
            topic = topic_of(paragraph)
            continue
        yield from _of_item(paragraph, topic, names, meeting)


def _of_item(paragraph: Paragraph, topic: str | None, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    for sentence in paragraph.doc.sents if paragraph.bullet else ():
        said = paragraph.doc.original[sentence.start_char : sentence.end_char]
        signed = SIGNED.fullmatch(squeezed(said))
        for match in (signed,) if signed is not None else TAKEN.finditer(squeezed(said)):
            owner, task = names.get(match["owner"]), squeezed(match["task"])
            task = task[:1].lower() + task[1:] if signed is not None else task
            if owner is None or not (FEWEST if topic else ALONE) <= len(task.split()) <= MOST or UNCLEAR.search(task):
                continue
            about = f" about “{topic}”" if topic else ""
            start = paragraph.start + sentence.start_char
            span = (start, start + len(said.rstrip()))
            question = f"What was {owner} to do{about} after {meeting}?"
            yield Draft("what", question, task, span, confidence=0.85, rule="minutes.task")
            if topic is None and len(task.split()) <= MOST_ASKED and not LATER.search(task):
                # Under a topic a task is a note about that: "create issue", "reach out to the projects".
                question = f"Who was to {task} after {meeting}?"
                yield Draft("who", question, owner, span, confidence=0.85, rule="minutes.who_task")


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
