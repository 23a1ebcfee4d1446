"""Questions and answers as one would put them, once it is certain that they stand: the meeting beside the verb of who
said something there, "that" before what somebody proposed be done."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from facts.extract.draft import Draft, Material

WHO_TOLD: Final = re.compile(
    r"Who (?P<verb>(?:also )?(?:[a-z]+ed|said|told (?:[^?]{3,50}?)))"
    r"(?P<what> (?:that|whether|how|why|if|the|it|there) .+)"
)
"""A question for who said or asked what, up to the meeting at which it was said."""
LINKED: Final = ("that ", "whether ", "how ", "why ", "if ")
"""How what was said or asked begins."""
WANTED: Final = re.compile(
    r"What did .+? (?:ask|demand|insist|move|order|propose|recommend|request|suggest|urge)(?=\?| at |,| in | on )"
)
"""A question for what somebody wanted done."""


def polished(draft: Draft, material: Material) -> Draft:
    """A draft as one would put it."""
    question = _meeting_first(draft.question, str(material.full_name))
    return _with_that(dataclasses.replace(draft, question=question), material)


def _meeting_first(question: str, meeting: str) -> str:
    """A question for who said something at a meeting with that beside the verb.

    >>> _meeting_first("Who asked whether the pier was sold at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who asked at the Tarn Board meeting whether the pier was sold?'
    >>> _meeting_first("Who said the pier was sold at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who said at the Tarn Board meeting that the pier was sold?'
    >>> _meeting_first("Who opened the pier at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who opened the pier at the Tarn Board meeting?'
    """
    place = f" at {meeting}?"
    told = WHO_TOLD.fullmatch(question.removesuffix(place)) if question.endswith(place) else None
    if told is None:
        return question
    what = told["what"].strip()
    if not what.startswith(LINKED):
        if told["verb"] != "said":
            return question  # "Who opened the pier at …?"
        what = f"that {what}"
    return f"Who {told['verb']}{place[:-1]} {what}?"


def _with_that(draft: Draft, material: Material) -> Draft:
    """ "What did Ada Wren propose?" – "that the pier be sold", and not "the pier be sold"."""
    said = " ".join(material.parsed.article.text[slice(*draft.span)].split())
    if WANTED.match(draft.question) is None or f" that {draft.answer}" not in said:
        return draft
    return dataclasses.replace(draft, answer=f"that {draft.answer}")
