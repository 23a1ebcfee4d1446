"""What those present had done about an item, or were doing: "Ada opened the boathouse", "Ben is drafting a letter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from facts.extract.draft import Draft, Material
from facts.extract.minutes.tasks import NAMED, TAIL, UNCLEAR, owners
from facts.extract.minutes.topics import AGO, MARKED, RAW, Item, is_topic, items, plain, together
from facts.parse.parser import Paragraph

_DONE: Final = (
    "added|briefed|checked|clarified|closed|collected|commented|contacted|created|deployed|documented|drafted|"
    "emailed|explained|filed|fixed|followed up|forwarded|gave|held|landed|made|merged|met|moved|opened|organi[sz]ed|"
    "pinged|posted|prepared|provided|published|reached out|renamed|reviewed|sent|shared|started|submitted|"
    "summari[sz]ed|took|updated|withdrew|wrote"
)
NOTE: Final = re.compile(
    rf"(?P<who>{NAMED}) (?:"
    rf"(?:has |had )?(?:already |just )?(?P<done>(?:{_DONE})\b (?!by\b).+)"
    r"|(?:is |are )?(?:still |currently )?(?P<doing>(?!(?:being|going|taking over)\b)[a-z]+ing (?!by\b).+))"
)
"""How a note begins that tells what somebody did, or was doing."""
QUESTIONS: Final = {
    "done": "What did {who} do about “{topic}”, as noted at {meeting}?",
    "doing": "What {was} {who} doing about “{topic}” at the time of {meeting}?",
}
FILED: Final = re.compile(r"\b(?:agenda|label|tag)\b", re.IGNORECASE)
"""What only tells how an item was filed."""
LATER: Final = re.compile(r"\b(?:later|soon|next \w+|currently|right now)\b", re.IGNORECASE)
"""What says when only to those who were there."""
FEWEST, MOST = 3, 28
"""How many words an answer has at least and at most."""


def doings(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what each of those present did about an item. `names` are theirs by what the minutes call them."""
    for item in items(material) if names else ():
        if is_topic(item.topic):
            yield from _of_item(item, names, meeting)


def _of_item(item: Item, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    found: dict[tuple[str, str], list[tuple[str, Paragraph]]] = {}
    for paragraph in item.notes:
        match = NOTE.match(plain(paragraph.doc.original))
        who = owners(match["who"], names) if match is not None else None
        if match is None or who is None:
            continue
        kind = "done" if match["done"] else "doing"
        said = TAIL.sub("", re.split(r"(?<=[a-z\d)])[.;] ", match[kind], maxsplit=1)[0])
        if _tells(said):
            found.setdefault((who, kind), []).append((said, paragraph))
    for (who, kind), notes in found.items():
        was = "were" if " and " in who else "was"
        question = QUESTIONS[kind].format(who=who, was=was, topic=item.topic, meeting=meeting)
        yield together(question, notes, f"minutes.{kind}", 0.8)


def _tells(said: str) -> bool:
    """Whether what somebody did is an answer by itself."""
    unclear = (UNCLEAR, LATER, AGO, MARKED, RAW, FILED)
    return FEWEST <= len(said.split()) <= MOST and "?" not in said and not any(sign.search(said) for sign in unclear)
