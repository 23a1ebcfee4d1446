"""A question with slips of the pen → the question on record that it must be, if there is one.

Words that are misspelt beyond what `bot.vocabulary` mends, question words among them, can still be told from the whole:
a question on record that is no more than a few letters away. If it differs in nothing but words that are none, it is
the one that was meant; else it may be. A number, a denial or a question word is never taken for another.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot import lexicon
from bot.cues import WH
from bot.index import Index
from bot.named_dates import Date
from bot.postings import Wanted, merged
from bot.text import Token, fold, tokens, typo_limit
from bot.words import STOP

EDITS: Final = 3
"""Letters that may be wrong in all; one for every LETTERS_AN_EDIT."""
LETTERS_AN_EDIT: Final = 7
FACTS: Final = 96
"""Facts whose questions are looked at."""
SPELLINGS: Final = 12
"""Words on record that an unknown word is looked for as."""
_DENIALS: Final = frozenset({"never", "no", "not"})
_NEAR: Final = (1.0, 0.8, 0.6)
"""What a spelling counts that is so many letters away."""


@dataclasses.dataclass(frozen=True, slots=True)
class Respelled:
    """The question on record that a text is; `sure` if it differs only by slips of the pen, and in no name by many."""

    question: str
    sure: bool


def respelled(text: str, index: Index) -> Respelled | None:
    """The question on record that a text must be, or None; not for a text that is on record as it stands."""
    found = tokens(text)
    wanted = [word for token in found if (word := _wanted(token, index)) is not None]
    dates = [Date(int(year)) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)]
    admit = index.places.dated(dates) if dates else None
    numbers, worth = merged(wanted, [], index.places.fact_postings, admit, enough=FACTS)
    best = sorted(zip((-worth).tolist(), numbers.tolist(), strict=True))[:FACTS]
    facts = [index.entries[number].fact for _, number in best]
    forms = {form: fold(form) for fact in facts for form in (fact.question, *fact.variants)}
    asked = fold(text)
    edits = min(EDITS, len(asked) // LETTERS_AN_EDIT)
    for folded, distance, form in process.extract(asked, forms, scorer=OSA.distance, score_cutoff=edits, limit=4):
        more, less = _more(asked, folded), _more(folded, asked)
        if not distance or re.findall(r"\d+", asked) != re.findall(r"\d+", folded):
            continue
        if not _DENIALS & {*more, *less} and not WH & {*more}:
            slips = all(_is_slip(word, less, index) for word in more)
            return Respelled(form, slips and all(_is_plain(word, more) for word in less))
    return None


def has_slip(text: str, index: Index) -> bool:
    """Whether a text has a word that is none that is known."""
    return any(
        len(token.form) > 2 and " " not in token.form and _is_slip(token.form, (), index) for token in tokens(text)
    )


def _wanted(token: Token, index: Index) -> Wanted | None:
    if token.form in STOP:
        return None
    weight = index.vocabulary.rarity(token.key, token.form)
    number = index.words.number(token.key)
    if number >= 0:
        return Wanted(weight, [(number, 1.0)])
    if len(token.form) < 4 or not token.form.isalpha():
        return None
    close = index.words.close(token.form, 2, SPELLINGS)
    meanings = {index.words.number(key): _NEAR[distance] for _, key, distance in reversed(close)}
    return Wanted(weight, list(meanings.items())) if meanings else None


def _is_slip(word: str, known: Sequence[str], index: Index) -> bool:
    """Whether a word that only the asked text has is none, or a small word of the known text with a letter wrong."""
    if len(word) < 3 or any(other in STOP and OSA.distance(word, other) == 1 for other in known):
        return True
    if word in STOP or lexicon.is_word(word) or index.words.is_spelled(word):
        return False
    return word.rstrip("+").isalpha()


def _is_plain(word: str, asked: Sequence[str]) -> bool:
    """Whether a word that only the question on record has is no name, or one that an asked word is a misspelling of."""
    if word in STOP or lexicon.is_word(word):
        return True
    return any(OSA.distance(word, other) <= typo_limit(word) for other in asked)


def _more(text: str, other: str) -> list[str]:
    """The words that a text has more than another."""
    return list((Counter(text.split()) - Counter(other.split())).elements())
