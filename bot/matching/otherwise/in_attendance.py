"""Who attended is told by those marked present; beside them "in attendance" lists the officers, and the public is
counted by itself. Neither tells who was absent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import stem
from facts.expressions import expression

_CAME: Final = frozenset(map(stem, "attend attended attendee came come participate present there".split())) | {
    "present"
}
_ASKS_OTHERS: Final = expression(
    r"\b(?:else|also|other|others|besides?|in attendance|officers?|staff|public|residents?|observers?|guests?|"
    r"visitors?|press|reporters?|audience|non-?members|clerks?|in total|altogether)\b",
    re.IGNORECASE,
)
_ASKS_ABSENT: Final = expression(
    r"\bwho\b.*\b(?:absent|missing|away|apologi[sz]ed|(?:sent|gave|made) (?:their |his |her )?(?:apologies|regrets)|"
    r"(?:did not|didn['’]?t|could not|couldn['’]?t) (?:attend|come|make it))\b",
    re.IGNORECASE,
)
_DID_THERE: Final = expression(
    r"(?: then| also| had| alone)? (?:abstained|chaired|moved|opened|presented|proposed|seconded|spoke|thanked|voted)\b"
)
"""What only somebody does who is there."""
_PRESENT: Final = expression(
    r"[*_#\s]*(?:(?:all|board|committee|council|councillors|directors|governors|members|those|trustees) )*present\b"
    r"(?: ?\([^()]{1,40}\))?(?:[*_]*:.*|[*_]*)",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE: Final = expression(
    r"[*_#\s]*(?:(?:also )?in attendance|also (?:present|attending)|(?:officers?|staff)(?: (?:present|in attendance))?|"
    r"observers?|guests?)\b(?: ?\([^()]{1,40}\))?(?:[*_]*:.*|[*_]*)",
    re.IGNORECASE | re.DOTALL,
)
_PUBLIC: Final = expression(
    r"\b(?:members? of (?:the )?(?:public|press)|residents?|parishioners?|observers?)\b(?: \w+){0,4} "
    r"(?:(?:was|were) (?:also )?(?:present|in attendance|there)|attended)\b|"
    r"\b(?:attended by|in the presence of) (?:\w+ ){1,3}(?:members? of (?:the )?public|residents?)\b",
    re.IGNORECASE,
)
_LEFT: Final = expression(r"\b(?:left|withdrew from|retired from) the (?:room|meeting|chamber|hall)\b")
_LABEL: Final = expression(r"[*_#\s]*(?:\d{1,4}[.)/]|[A-Z][\w ]{2,30}:|apologies\b)", re.IGNORECASE)
MOST: Final = 12
"""Lines of a list that are looked at for the label above it."""


def is_only_in_attendance(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks who came, or how many, and a line of an article that lists those present elsewhere tells
    who else was in attendance, or how many of the public were; or it asks who was absent, and the line lists who came.

    >>> from bot.question import read
    >>> lines = ["Present: Ada Wren, Bo Lusk", "In attendance: Jon Ek (clerk)", "Two residents were present."]
    >>> [is_only_in_attendance(read("Who attended the meeting?"), lines, at) for at in range(3)]
    [False, True, True]
    """
    asked = question.analysis
    if _ASKS_ABSENT.search(question.text):
        return asked.answer_type in ("who", "list", "which") and _lists_any(sentences, place)
    if asked.answer_type not in ("who", "list", "which", "how_many") or _ASKS_OTHERS.search(question.text):
        return False
    if _CAME.isdisjoint(token.term for token in question.tokens) or not _lists_others(sentences, place):
        return False
    return any(at != place and _PRESENT.fullmatch(line) for at, line in enumerate(sentences))


def acted_there(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who was absent, and a sentence tells what whoever the words at a span name did there.

    >>> from bot.question import read
    >>> [acted_there(read("Who couldnt make it?"), f"Bo Lusk {did}", (0, 7)) for did in ("voted no.", "was abroad.")]
    [True, False]
    """
    if question.analysis.answer_type not in ("who", "list", "which") or not _ASKS_ABSENT.search(question.text):
        return False
    return _DID_THERE.match(sentence, span[1]) is not None


def _lists_any(sentences: Sequence[str], place: int) -> bool:
    """Whether a line lists those who were there, present or in attendance."""
    line, above = sentences[place], "".join(sentences[max(0, place - 1) : place])
    if _PRESENT.fullmatch(line) or _BESIDE.fullmatch(line):
        return True
    is_heading = not re.search(r":\s*[*_]*\s*\S", above)
    return is_heading and bool(_PRESENT.fullmatch(above) or _BESIDE.fullmatch(above))


def _lists_others(sentences: Sequence[str], place: int) -> bool:
    """Whether a line lists who was in attendance, counts the public, or tells who left."""
    line = sentences[place]
    if _BESIDE.fullmatch(line) or _PUBLIC.search(line) or _LEFT.search(line):
        return True
    for above in reversed(sentences[max(0, place - MOST) : place]):
        if _BESIDE.fullmatch(above) and not above.rstrip(" *_").endswith((".", ";")):
            return not re.search(r":\s*[*_]*\s*\S", above) and not line.rstrip().endswith(".")
        if _PRESENT.fullmatch(above) or _LABEL.match(above) or above.rstrip().endswith("."):
            return False
    return False
