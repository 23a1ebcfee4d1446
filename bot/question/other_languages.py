"""Whether a question is asked in another language than English: by its question word, where it is too short for more.

"wer war dabei?" has no word by which a running text is told; but it begins as no English question does, and has no
English word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from bot.question import lexicon
from facts.expressions import expression
from facts.folding import fold
from facts.language import other_than_english


class _Language(NamedTuple):
    """Words of a language, folded: those that ask and are nothing else, those that ask and may be a name, a slip of the
    pen or English ("wo" for "who", "Qui Nhon"), and small ones that a question has beside them."""

    asking: frozenset[str]
    also_asking: frozenset[str]
    small: frozenset[str]


def _language(asking: str, also_asking: str, small: str) -> _Language:
    return _Language(*(frozenset(words.split()) for words in (asking, also_asking, small)))


_LANGUAGES: Final[Mapping[str, _Language]] = {
    "German": _language(
        "wann warum weshalb wessen wem wieso wieviel wieviele welche welchen welcher welches wohin woher",
        "wen wer wie wo",
        """aber alle alles als am an auch auf bei beim bis da dabei dafur dagegen das dem den der des die diese dort
        ein eine einen er es fand fuhrte fur gab geht geld gibt habe haben hat hatte heisst im in ist kam kamen
        kostet kostete lange leitete los macht mit nicht noch oft sagt sagte sich sie sind sitzung sprach statt
        stimmte treffen trafen um und uns viel viele vom von vor war waren wann wer werden wieder wird wo wollte
        wurde wurden zu zum zur""",
    ),
    "French": _language(
        "combien pourquoi quand quel quelle quelles quels quoi",
        "ou qu que qui",
        """a ai alors argent assiste au aussi aux avait avec c ce cela ces cette contre cout d dans de des dit du elle
        elles en est et etaient etait ete eu fait fut il ils j l la le les leur lieu mais maire n non ont par
        participe pas plus pour preside presidait qu qui quoi reunion s sa se ses son sont sur t temps un une va
        vont vote y""",
    ),
    "Spanish": _language(
        "cuanta cuantas cuanto cuantos cuales quienes",
        "como cual cuando donde que quien",
        """a al asistio con contra costo cuando cuesta de decidieron del dijo donde e el ella ellos en era eran es esta
        estaba estuvo fue fueron ha habia habra hay hizo hubo la las le lo los mas no otra para pero por presidio
        que quien reunion reunieron se son su tiempo un una va votaron voto y""",
    ),
}
_WAS: Final = frozenset(
    "gab geht gibt haben hat hatte heisst ist kostet kostete macht sagt sagte sind war wird wollte wurde wurden".split()
)
"""What stands behind the German "was", which is English, too, and then stands before a name ("was Ursula von …")."""
_LINKS: Final = frozenset("aber e et mais pero und y".split())
_WORD: Final = expression(r"[^\W\d_]+")


def is_in_another_language(text: str) -> bool:
    """Whether a question is certainly in another language than English.

    >>> [is_in_another_language(text) for text in ("wer war dabei?", "qui a présidé ?", "wo is Ada Wren?", "who came?")]
    [True, True, False, False]
    """
    if other_than_english(text) is not None:
        return True
    typed = _WORD.findall(text)
    words = [fold(word) for word in typed]
    while words and words[0] in _LINKS:
        typed, words = typed[1:], words[1:]
    return bool(words) and any(_is_asked_in(language, typed, words) for language in _LANGUAGES.values())


def _is_asked_in(language: _Language, typed: list[str], words: list[str]) -> bool:
    """Whether words begin with one that asks in a language, and all others may be of it: they are no English words; one
    at least is surely of it, where the first may be something else."""
    first, *others = words
    if first == "was" and others and others[0] in _WAS and typed[1].islower() and language is _LANGUAGES["German"]:
        return _are_of(language, typed[1:], others)
    if first not in language.asking | language.also_asking:
        return False
    surely = first in language.asking or not typed[0].isascii() or not language.small.isdisjoint(others)
    return surely and _are_of(language, typed[1:], others)


def _are_of(language: _Language, typed: list[str], words: list[str]) -> bool:
    """Whether all words may be of a language: they are small ones of it, have accents or capitals, or are no English
    words."""
    return all(
        word in language.small or not letters.isascii() or letters[0].isupper() or not lexicon.is_word(word)
        for letters, word in zip(typed, words, strict=True)
    )
