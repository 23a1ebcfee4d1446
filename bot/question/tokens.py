"""Folding and tokens: what makes "Vázquez’s" and "vazquez", "the U.S." and "America", "fifth" and "5th" meet.

A text becomes tokens, each with its surface (the folded word) and its term. Two tokens with one term mean the same
word: the term is the stem of an ordinary word (Snowball English; Porter 2001), "=name" for a country whatever it is
called, "#5" for an ordinal, the digits for a number, and one word's stem for a set expression ("took part" → "attend").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

import msgspec
import Stemmer

from bot.question.words import CARDINALS, IRREGULAR, ORDINALS, PHRASES, SPELLING, STOP, UNITS, WHOLE
from facts.countries import COUNTRIES
from facts.expressions import expression
from facts.folding import soften

TEXTS_KEPT: Final = 1024
"""How many texts are remembered as their words: one question looks at its sentences, and parts of them, many times."""
_TOKEN = expression(
    r"""(?:[A-Za-z]\.){2,}[A-Za-z]?(?![A-Za-z])      # U.S.   p.m.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b(?!\+\d)   # 12,000  10:30  11th
      | \d+(?:\+\d+)+                                # 3+3
      | \d+[A-Za-z][A-Za-z0-9]*                      # 1990s  4a  14s
      | [A-Za-z][A-Za-z0-9]*(?:'[A-Za-z]+)?'?\+*     # words, ADMM+, COP26, didn't
      | [%$€£]""",
    re.VERBOSE,
)
_WITH_UNIT: Final = expression(
    rf"(?P<sum>[$€£] ?)?(?<![\w.,:])(?P<number>\d+(?:[.,:]\d+)*)(?P<unit>{'|'.join(UNITS)})\b", re.IGNORECASE
)
"""A number with its unit right behind it: "2pm", "$4.4m"."""
_TIME: Final = expression(r"\b(\d{1,2})\.(\d\d)(?= ?[ap]\.?m\b)", re.IGNORECASE)
_WRITTEN_CLOSE: Final = expression(r"\d(?:[a-z]|\.\d\d [ap]\.?m)", re.IGNORECASE)
"""What only a text has that these patterns may be found in; most have none."""
_UNTYPED = expression(r"[^a-z0-9+%$ ]+")
_SPLIT = {
    "whats": ("what", "is"), "whos": ("who", "is"), "wheres": ("where", "is"), "whens": ("when", "is"),
    "hows": ("how", "is"), "cannot": ("can", "not"), "theyre": ("they", "are"), "didnt": ("did", "not"),
    "isnt": ("is", "not"), "wasnt": ("was", "not"), "werent": ("were", "not"), "dont": ("do", "not"),
    "arent": ("are", "not"), "cant": ("can", "not"), "couldnt": ("could", "not"), "doesnt": ("does", "not"),
    "hadnt": ("had", "not"), "hasnt": ("has", "not"), "havent": ("have", "not"), "shouldnt": ("should", "not"),
    "wont": ("will", "not"), "wouldnt": ("would", "not"),
}  # fmt: skip
RUN_TOGETHER: Final = frozenset(_SPLIT)
"""Words that are two, typed without what stands between them: "didnt"."""
_HEALTH_BODY: Final = ("world", "health", "organization")
"""What "WHO" stands for, and no question word does."""
_US_AS_PRONOUN = frozenset({"give", "let", "tell", "with", "of", "for", "show", "help", "to", "all", "both"})
_BEFORE_NOUNS = frozenset({"a", "an", "her", "him", "his", "it", "that", "the", "their", "them", "this"})
"""What stands behind "second" where that is a verb."""
_ASKING = frozenset({"did", "do", "does", "will", "would"})
_NOBODY = frozenset("also and but how if so what when where whether why".split())
_stemmer = Stemmer.Stemmer("english")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a text: folded, as its term, and whether it was written with a capital."""

    surface: str
    term: str
    capital: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether the word carries no content of its own."""
        return self.surface in STOP


def normalized(text: str) -> str:
    """The text as it is compared: softened, lower case, its words joined by single spaces.

    >>> normalized("  The U.S.–Nordic  Summit, 2023!")
    'the us nordic summit 2023'
    """
    return " ".join(surface for surface, _ in _surfaces(soften(text)))


def plain(soft: str) -> str:
    """A softened text as it is typed, without what nobody types alike: capitals and punctuation.

    >>> plain(soften("Who chaired  the ADMM+ Retreat’s “3rd” session?"))
    'who chaired the admm+ retreats 3rd session'
    """
    spaced = soft.lower().replace("-", " ").replace("/", " ")
    return " ".join(_UNTYPED.sub("", spaced).split())


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The term of one folded word.

    >>> stem("organisation") == stem("organized") == stem("organise")
    True
    >>> stem("held"), stem("fifth"), stem("twelve"), stem("iraqi")
    ('hold', '#5', '12', '=iraq')
    """
    if word in COUNTRIES:
        return COUNTRIES[word]
    if word in ORDINALS:
        return f"#{ORDINALS[word]}"
    if word in CARDINALS:
        return str(CARDINALS[word])
    if word[0].isdigit():
        if word[-2:] in ("st", "nd", "rd", "th"):
            return f"#{word[:-2]}"
        return word.removesuffix("s") if len(word) < len("1990s") else word.replace(",", "")
    if word.endswith("+"):
        return word
    if word not in COUNTRIES and len(word) > 3 and word.endswith("s") and word[:-1] in COUNTRIES:
        return COUNTRIES[word[:-1]]
    if word in WHOLE or word.removesuffix("s") in WHOLE:
        return word.removesuffix("s") if word.removesuffix("s") in WHOLE else word
    word = IRREGULAR.get(word, word)
    if (bare := word.removesuffix("s")) in SPELLING:
        word = bare
    word = SPELLING.get(word, word)
    word = re.sub(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$", r"iz\1", word)
    return str(_stemmer.stemWord(word))


@functools.lru_cache(maxsize=TEXTS_KEPT)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order, set expressions and countries' names as one token each.

    >>> [t.term for t in tokens("The Republic of Korea took part")]
    ['the', '=south-korea', 'attend']
    """
    return cut(soften(text))


def cut(soft: str) -> tuple[Token, ...]:
    """The tokens of a softened text."""
    surfaces = _surfaces(soft)
    found: list[Token] = []
    at = 0
    while at < len(surfaces):
        surface, capital = surfaces[at]
        length, term = _expression(surfaces, at)
        if length and not _is_turned_round(surfaces, at):
            found.append(Token(" ".join(f for f, _ in surfaces[at : at + length]), term, capital))
            at += length
            continue
        found.append(Token(surface, _term_at(surfaces, at), capital))
        at += 1
    return tuple(found)


def surface_at(words: Sequence[Token], at: int) -> str:
    """The folded word at a place, "" where there is none."""
    return words[at].surface if 0 <= at < len(words) else ""


def content(text: str) -> tuple[Token, ...]:
    """The tokens of a text that carry content."""
    return tuple(t for t in tokens(text) if not t.is_stop)


def content_terms(*texts: str) -> frozenset[str]:
    """The terms of texts that carry content."""
    return frozenset(token.term for text in texts for token in content(text))


def typo_limit(word: str) -> int:
    """How many edits a word may be away from another and still be taken for its misspelling."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 11 else 3


def _surfaces(soft: str) -> list[tuple[str, bool]]:
    """Folded words of a softened text, each with whether it began with a capital."""
    found: list[tuple[str, bool]] = []
    if "o-" in soft or "x-" in soft:
        soft = re.sub(r"\b[Cc]o-(?=[A-Za-z])", "co", soft)
        soft = re.sub(r"\b[Ee]x-(?=[A-Za-z])", "former ", soft)
    if _WRITTEN_CLOSE.search(soft):
        soft = _WITH_UNIT.sub(_apart, _TIME.sub(r"\1:\2", soft))
    for raw in _TOKEN.findall(soft):
        capital = raw[0].isupper()
        if raw in ("WHO", "WHO's") and _is_body(soft, begun=bool(found)):
            found += [(part, True) for part in _HEALTH_BODY]
            continue
        word = raw.lower()
        if word.isalpha() and word not in _SPLIT:
            found.append((word, capital))
            continue
        if "." in word and word[0].isalpha():
            word = word.replace(".", "")
        plus = "+" if word.endswith("+") else ""
        word = word.rstrip("+") if plus else word
        if word.endswith("n't") and word != "n't":
            found += [(word[:-3], capital), ("not", False)]
            continue
        head, quote, tail = word.partition("'")
        if quote and tail in ("", "s", "re", "ll", "ve", "d", "m"):
            spoken = {"s": "is"} if head in ("what", "who", "where", "when", "how", "it", "that", "there") else {}
            found.append((head + plus, capital))
            if tail in spoken:
                found.append((spoken[tail], False))
            continue
        word = word.replace("'", "") + plus
        if word in _SPLIT:
            found += [(part, capital) for part in _SPLIT[word]]
        elif word:
            found.append((word, capital))
    return found


def _is_body(soft: str, *, begun: bool) -> bool:
    """Whether "WHO" in a softened text is the organization: not where all of it has capitals, nor at the beginning of a
    question.

    >>> [t.surface for t in tokens("who left WHO?")], tokens("WHO SPOKE?")[0].surface
    (['who', 'left', 'world', 'health', 'organization'], 'who')
    """
    return not soft.isupper() and (begun or not soft.rstrip().endswith("?"))


def _apart(found: re.Match[str]) -> str:
    """A number and the word for its unit; "m" is a million of money, else a metre."""
    unit = found["unit"].lower()
    return f"{found['sum'] or ''}{found['number']} {'million' if unit == 'm' and found['sum'] else UNITS[unit]}"


@functools.cache
def _expressions() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the expressions that begin with it, longest first, each with its term."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in PHRASES.items():
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, stem(meaning) if " " not in meaning else meaning))
    for name, term in COUNTRIES.items():
        words = tuple(w.removesuffix("'s") for w in name.split())
        if len(words) > 1:
            table.setdefault(words[0], []).append((words, term))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _expression(surfaces: list[tuple[str, bool]], at: int) -> tuple[int, str]:
    """How many words at a place surface a set expression, and its term; (0, "") if none."""
    for words, term in _expressions().get(surfaces[at][0], ()):
        if tuple(f for f, _ in surfaces[at : at + len(words)]) == words:
            return len(words), term
    return 0, ""


def _term_at(surfaces: list[tuple[str, bool]], at: int) -> str:
    """The term of the word at a place, by the words around it where it means two things."""
    surface = surfaces[at][0]
    if surface == "us":
        return _pronoun_or_country(surfaces, at)
    return stem("seconded" if surface == "second" and _is_verb(surfaces, at) else surface)


def _is_verb(surfaces: list[tuple[str, bool]], at: int) -> bool:
    """Whether "second" is what somebody does to a motion: before "the" or "it", or behind a name in a question.

    >>> [t.term for t in tokens("Did Ann Lee second Bo Ek's motion?")][3], [t.term for t in tokens("the second one")][1]
    ('second', '#2')
    """
    behind = surfaces[at + 1][0] if at + 1 < len(surfaces) else ""
    named = at > 1 and surfaces[at - 1][1] and not surfaces[at][1] and surfaces[0][0] in _ASKING
    return behind in _BEFORE_NOUNS or (named and bool(behind))


def _is_turned_round(surfaces: list[tuple[str, bool]], at: int) -> bool:
    """Whether "was there" at a place asks if there was something ("was there a vote?"), not who was there: nobody
    stands before it who could have been."""
    return (
        surfaces[at + 1 : at + 2] != []
        and surfaces[at + 1][0] == "there"
        and (not at or surfaces[at - 1][0] in _NOBODY)
    )


def _pronoun_or_country(surfaces: list[tuple[str, bool]], at: int) -> str:
    """The term of "us": the country, unless it is written small after a word that wants the pronoun."""
    small = not surfaces[at][1]
    return "we" if small and at and surfaces[at - 1][0] in _US_AS_PRONOUN else COUNTRIES["us"]
