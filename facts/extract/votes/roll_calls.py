"""Who voted how, as minutes call the roll: "Hart, aye; Ito, nay", "Ayes: Hart, Poole. Nays: Ito."."""

from __future__ import annotations

import re
from collections import defaultdict

from facts.honorifics import HONORIFIC

_NAME = rf"(?:{HONORIFIC} )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
CALLED = re.compile(rf"(?P<who>{_NAME})(?:,| [–-]) (?P<vote>aye|yea|yes|nay|no|abstain(?:ed|s)?)\b(?=[;,.]|$)")
LISTED = re.compile(
    r"\b(?P<vote>Ayes?|Yeas?|Nays?|Noes|Abstain(?:ed|ing)?|Abstentions?)[:–-] "
    rf"(?P<names>{_NAME}(?:(?:, and|,| and) {_NAME})*)"
)
SIDES = {"a": "for", "y": "for", "n": "against"}
FEWEST = 3
"""How many a roll call has at least."""


def sides(text: str) -> dict[str, list[str]]:
    """Who voted for, against, and abstained; nobody where a sentence calls no roll.

    >>> sides("Roll call: Hart, aye; Poole, aye; Ito, nay; Roe, abstain.")
    {'for': ['Hart', 'Poole'], 'against': ['Ito'], 'abstained': ['Roe']}
    >>> sides("Ayes: Hart, Poole. Nays: Ito.")
    {'for': ['Hart', 'Poole'], 'against': ['Ito']}
    """
    found: dict[str, list[str]] = defaultdict(list)
    called = list(CALLED.finditer(text))
    for match in called if len(called) >= FEWEST else ():
        found[_side(match["vote"])].append(match["who"])
    for match in LISTED.finditer(text) if not found else ():
        found[_side(match["vote"])] += re.split(r",? and |, ", match["names"])
    return dict(found)


def _side(vote: str) -> str:
    return "abstained" if vote.lower().startswith("abst") else SIDES[vote[0].lower()]
