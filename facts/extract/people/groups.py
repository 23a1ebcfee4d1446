"""Which party, group or club somebody is from: "Ada Wren of the conservation group Living Pier"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.people.named import whole_name

_NAME = r"(?P<name>[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+)"
OF_NAMED = re.compile(
    rf"{_NAME},? of the (?:[a-z]+ )?(?P<kind>campaign|charity|club|group|party|union) "
    r"(?P<body>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=,| [a-z]|\.|;)"
)
"""Somebody with what sort of body she or he is from, and its name."""
OF_BODY = re.compile(
    rf"{_NAME},? of (?P<the>the )?(?P<body>(?:[A-Z][\w’'-]+ )+(?P<kind>Alliance|Association|Campaign|Club|Federation|"
    r"Guild|League|List|Movement|Party|RC|Society|Union))(?=,| [a-z]|\.|;)"
)
"""Somebody with the body that she or he is from, whose name says of what sort it is."""
ASKED = {
    "list": "party",
    "rc": "club",
    "union": "organization",
    "federation": "organization",
    "alliance": "organization",
}
"""How one asks for a body by the last word of its name."""
PLAIN = frozenset({"campaign", "charity", "club", "group", "league", "movement", "party"})


def facts(material: Material) -> Iterator[Draft]:
    """Yield which body each person is from of whom a text says it."""
    for sentence in material.sentences:
        text = " ".join(sentence.span.text.split())
        for pattern in (OF_NAMED, OF_BODY):
            for found in pattern.finditer(text):
                name, kind = whole_name(material, found["name"]), found["kind"].lower()
                asked = ASKED.get(kind, kind if kind in PLAIN else "organization")
                body = f"{found.groupdict().get('the') or ''}{found['body']}"
                if name is not None:
                    question = f"Which {asked} is {name} from?"
                    yield Draft("which", question, body, sentence_span(sentence), rule="role.of_group")
