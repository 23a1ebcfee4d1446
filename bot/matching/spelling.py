"""A question's text → the same with its slips of the pen put right, for the reader: it knows words as they are spelled.

What a word may mean where facts and sentences are looked for is `bot.index.vocabulary`'s; here one spelling is chosen,
or none. A name is only taken for one that is on record, a short one for no ordinary word there; an ordinary word for
any that is English.
"""

from __future__ import annotations

from typing import Final

import msgspec

from bot.index.dictionary import TermDictionary
from bot.question import Question, lexicon, read
from bot.question.cues import MISSPELT
from bot.question.tokens import stem, tokens
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold

WORD: Final = expression(r"(?<![\w'’+-])[^\W\d_]{3,}(?![\w+]|['’](?!s\b))")
"""What may be a slip: letters only, neither a short form nor a part of a longer word."""
SHORT: Final = 3
"""Letters of a word that is only taken for a small one with a letter left out, or with two swapped."""
NEAREST: Final = 8
"""Spellings on record that are looked at."""
LONG: Final = 8
"""Letters from which on a word on record may be two edits away."""
UNLIKE_A_NAME: Final = 7
"""Letters from which on what is written as a name may be a slip for an ordinary word: shorter names are near to one by
chance."""
_SPELLED: Final = frozenset(
    "against although amongst because cannot ought shall since toward towards unless whereas whether without".split()
)
"""Small words that are neither left out of a question nor in the dictionary: "since" is no "sine"."""


def mended(text: str, terms: TermDictionary) -> str:
    """A question's text, each word that is neither English nor on record put as the nearest that is."""
    return WORD.sub(lambda found: _mended(found[0], found.start() > 0 and found[0][0].isupper(), terms), text)


def as_spelled(question: Question, terms: TermDictionary) -> Question:
    """A question with its slips of the pen put right, by which it is told what it names; itself where it has none, or
    would ask for another type of answer."""
    text = mended(question.text, terms)
    spelled = question if text == question.text else read(text)
    return spelled if spelled.analysis.answer_type == question.analysis.answer_type else question


def keywords_as_spelled(question: Question, terms: TermDictionary) -> Question:
    """Keywords that, their slips of the pen put right, ask for yes or no ("mayor relected in May?"): as that, in the
    words that were typed. Any other question as it is."""
    if question.analysis.answer_type is not None:
        return question
    text = mended(question.text, terms)
    spelled = read(text) if text != question.text else question
    if spelled.analysis.answer_type != "yes_no":
        return question
    return msgspec.structs.replace(spelled, text=question.text, plain=question.plain)


def _mended(word: str, is_name: bool, terms: TermDictionary) -> str:
    plain = fold(word)
    if plain in MISSPELT and not terms.is_spelled(plain):
        return MISSPELT[plain].capitalize() if word[0].isupper() else MISSPELT[plain]
    if plain != word.lower() or not (word.islower() or word.istitle()) or _is_known(plain, terms):
        return word
    if len(plain) == SHORT:
        return _small(plain) or word if word.islower() else word
    meant = _on_record(plain, terms, 1)
    if is_name and meant is not None and len(plain) < UNLIKE_A_NAME and lexicon.is_inflected(meant):
        return word  # "Shedd" is no slip for "sheds"
    if not is_name:
        near = filter(None, (_small(plain), meant, lexicon.nearest(plain)))
        meant = min(near, key=lambda each: lexicon.unlikely(plain, each), default=None)
    if meant is None and len(plain) >= LONG:
        meant = _on_record(plain, terms, 2)
    if meant is None:
        return word
    return meant.capitalize() if word[0].isupper() else meant


def _is_known(word: str, terms: TermDictionary) -> bool:
    """Whether a word is spelled as it should be: small, two small ones in one ("didnt"), English, on record or a
    country's name."""
    words = tokens(word)
    if word in STOP | _SPELLED or len(words) > 1 or terms.is_spelled(word) or stem(word) in terms:
        return True
    return lexicon.is_inflected(word) or any(token.term.startswith("=") for token in words)


def _small(word: str) -> str | None:
    """The small word that one of its letters, or two swapped, keep a word from being: sooner a letter is left out. One
    of three letters is one only by such a slip."""
    near = [small for small in lexicon.within_one(word, STOP) if len(small) > SHORT]
    if len(word) == SHORT:
        near = [small for small in lexicon.within_one(word, STOP) if not lexicon.unlikely(word, small)]
    return max(near, key=lambda small: (len(small), lexicon.zipf(small), small), default=None)


def _on_record(word: str, terms: TermDictionary, edits: int) -> str | None:
    """The spelling on record that is nearest, within so many edits; of equals the one that is the likeliest slip, and
    then the one in most sentences."""
    near = [each for each in terms.close(word, edits, NEAREST) if each[0][0] == word[0] and len(each[0]) > 3]
    best = min(
        near,
        key=lambda each: (each[2], lexicon.unlikely(word, each[0]), -terms.frequency(each[1]), each[0]),
        default=None,
    )
    return None if best is None else best[0]
