"""“Rent?” after “How long is the lease?” → “What is the rent of the lease?”: another measure of what was asked of."""

from __future__ import annotations

import re
from typing import Final

from bot.question import cues
from bot.question.reading import Question, without_lead_in
from bot.question.shape import PREPOSITIONS
from facts.expressions import expression

MEASURES: Final = frozenset(
    "age area balance capacity charge debt deficit deposit depth distance fare fine height interest levy limit loss "
    "majority margin penalty population precept premium profit quorum quota rate rent speed subscription surplus "
    "target tax term toll turnover value wage weight width".split()
)
"""Of each thing one, told by a number: what asks for it does not ask for who or when."""
_SUBJECT: Final = expression(
    r"\W*(?:and |but |so )?(?:how(?: \w+)?|what|who|when|where|why)"
    r"(?:['’]s| (?:is|are|was|were|does|do|did|will|has|had))"
    r" (?P<subject>(?:the|its|their|this|that) (?:[\w’'-]+ ){0,7}?[\w’'-]+?)"
    r"(?: (?:to|for|from|with|by|last|start|begin|end|run|expire|cost|worth|held|let|signed|agreed))?\W*",
    re.IGNORECASE,
)


def measure_asked(question: Question, before: str) -> str | None:
    """What is asked by the name of a measure alone, after a question that asks for another; None where it is none.

    >>> from bot.question import read
    >>> measure_asked(read("and the rent?"), "How long is the lease of the hut?")
    'what is the rent of the lease of the hut?'
    >>> measure_asked(read("toll?"), "Who bought it?"), measure_asked(read("Tarn?"), "Who bought it?")
    ('what is the toll?', None)
    """
    words = [word.surface for word in without_lead_in(list(question.tokens))[1] if word.surface not in cues.DETERMINERS]
    if len(words) != 1 or words[0] not in MEASURES or re.search(rf"\b{words[0]}\b", before, re.IGNORECASE):
        return None
    found = _SUBJECT.fullmatch(before)
    subject = found["subject"] if found and found["subject"].split()[-1] not in PREPOSITIONS | MEASURES else ""
    return f"what is the {words[0]} of {subject}?" if subject else f"what is the {words[0]}?"
