"""Answers of sentences that were cut, and answers with the letters behind a name that nobody asked for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Final

from facts.extract.draft import Draft
from facts.parse.acronyms import Acronym

ABBREVIATED: Final = re.compile(r"\s(?:Nos?|Rs|vs)\.$")
"""An abbreviation behind which a sentence goes on, where it was taken for its end."""
MARKS: Final = re.compile('["“”]')


def breaks_off(draft: Draft, text: str) -> bool:
    """Whether the sentence of a draft is cut: at an abbreviation, or inside the direct speech that is its answer."""
    said = text[slice(*draft.span)]
    speech = draft.answer.startswith(("“", '"'))
    return ABBREVIATED.search(said) is not None or (speech and len(MARKS.findall(said)) % 2 == 1)


def without_letters(draft: Draft, acronyms: Iterable[Acronym]) -> Draft:
    """A draft whose answer has no letters behind a name that it does not use again: "the Tarn Pilots Board (TPB)"."""
    answer = draft.answer
    for form in acronyms:
        told = f"({form.short})"
        if len(re.findall(rf"\b{re.escape(form.short)}\b", answer)) == 1 and answer != told:
            answer = answer.replace(f" {told}", "")
    return draft if answer == draft.answer else dataclasses.replace(draft, answer=answer)
