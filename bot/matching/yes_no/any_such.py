"""“Were there any objections?” is told by what names objections, not by "there were no apologies" or by a "None." that
stands under another heading."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from bot.matching.evidence import Sentence
from bot.matching.query_terms import QueryTerm
from bot.question import Question
from bot.question.cues import BE
from bot.question.in_short import in_words
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem, surface_at, tokens
from facts.expressions import expression

NAMED: Final = 0.5
DERIVED: Final = 0.85
"""How well a word must stand for another (0–1) to name the same, or what somebody does who has it: of a question in
short, which names nothing else, only what is derived from it."""
_NONE_SUCH: Final = expression(r"\b(?:[Nn]o|[Nn]one|[Nn]il)\b|\bn[o’']t any\b")
_BARE: Final = expression(
    r"\W*(?:(?:there )?(?:were|was|are) )?(?:none|nil|no)(?: (?:were )?(?:received|declared|made|raised|reported))?\W*",
    re.IGNORECASE,
)
"""A line that denies only what its heading names."""
_AGAINST: Final = frozenset(
    map(
        stem,
        "abstain abstention against disagreement dissent object objection oppose opposed opposition unanimous".split(),
    )
) | {stem("unanimously"), "against"}
"""Words of which each tells whether there was what another names."""
_CLOSES: Final = PREPOSITIONS | frozenset("about as at to who that which from".split())


def tells_of_none_such(question: Question, asked: Sequence[QueryTerm], sentence: Sentence) -> bool:
    """Whether a question asks if there was any of something, and a sentence that says there was none does not name it;
    of a question in short ("any objections?") whether any sentence does not."""
    thing = _thing(question.tokens)
    if thing is None:
        return False
    in_short = in_words(question.text) != question.text
    if not in_short and not _NONE_SUCH.search(sentence.text):
        return False
    own = frozenset(token.term for token in sentence.tokens)
    if _BARE.fullmatch(sentence.text):
        own |= content_terms(sentence.passage.before)
    if thing in _AGAINST and not _AGAINST.isdisjoint(own | {token.surface for token in tokens(sentence.text)}):
        return False
    word = next((each for each in asked if each.word.term == thing), None)
    least = DERIVED if in_short else NAMED
    return thing not in own and (word is None or word.found_in(own) < least)


def _thing(words: Sequence[Token]) -> str | None:
    """The term of what it is asked if there was any of: "questions" of "were there any questions from the public?"."""
    at = next((at for at, word in enumerate(words) if word.surface == "there"), None)
    if at is None or surface_at(words, at - 1) not in BE or surface_at(words, at + 1) not in ("any", "a", "an"):
        return None
    named = list(itertools.takewhile(lambda word: word.surface not in _CLOSES, words[at + 2 :]))
    named = list(itertools.takewhile(lambda word: not word.surface.endswith(("ed", "ing")) or word is named[0], named))
    return named[-1].term if named and not named[-1].is_stop else None
