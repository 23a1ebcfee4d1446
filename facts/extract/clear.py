"""The gate that every draft passes: a question that a stranger understands, an answer that is one."""

from __future__ import annotations

import re

from facts.extract.draft import Draft
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, PERSON_NOUNS
from facts.questions import is_anchored, is_clean

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_LIST = 32, 60, 120
"""How many words a question, an answer, and a list of names may have."""
POINTING = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|itself|they|them|their|theirs|themselves|we|us|our|ours|i|me|my|mine|you|your|"
    r"this|these|those|herein|thereof|aforementioned)\b(?![.-])",
    re.IGNORECASE,
)
"""Words that point to somebody or something that a question does not name."""
BARE = re.compile(
    r"\bthe (?:"
    + "|".join(sorted(BODY_NOUNS | GATHERING_NOUNS | PERSON_NOUNS))
    + r")\b(?! (?:of|for|on|that|which|who)\b| [A-Z]|-)",
    re.IGNORECASE,
)
"""A body, a meeting or a person without a name."""
TWICE = re.compile(r"\b([A-Z][\w’'-]+) (?:[A-Z][\w’'-]+ ){0,2}\1\b")
"""A name that was put into itself."""
ASKED_IN_ORDER = re.compile(
    r"(?:who|whose|whom|what|which|when|where|why|how|did|do|does|is|are|was|were|has|have|had|will|in|at|on|by|to|for|until|from|with)\b",
    re.IGNORECASE,
)


def is_clear(draft: Draft) -> bool:
    """Whether a draft may stand in a base."""
    longest = LONGEST_LIST if draft.kind == "list" else LONGEST_ANSWER
    return _question(draft.question) and _answer(draft.answer) and len(draft.answer.split()) <= longest


def _question(text: str) -> bool:
    return (
        text.endswith("?")
        and 3 < len(text.split()) <= LONGEST_QUESTION
        and is_clean(text)
        and is_anchored(text)
        and ASKED_IN_ORDER.match(text) is not None
        and not (POINTING.search(text) or TWICE.search(text))
    )


def _answer(text: str) -> bool:
    return bool(text) and is_clean(text) and not TWICE.search(text)
