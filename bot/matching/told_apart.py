"""Of two things that a sentence tells apart the one that a question asks about: the main prize is not the second."""

from __future__ import annotations

import itertools
from typing import Final

from bot.index.entries import Entry
from bot.matching.otherwise.numbers import asks_for_change, is_change
from bot.matching.overruling import is_by_hand, replaced_by
from bot.question.tokens import stem, tokens
from facts.pages.contradicted import is_verb
from facts.pages.still_said import content, names_of

_OPPOSITES: Final = (
    ("new", "old"), ("new", "former"), ("next", "previous"), ("first", "last"), ("larger", "smaller"),
    ("upper", "lower"), ("north", "south"), ("northern", "southern"), ("east", "west"), ("eastern", "western"),
)  # fmt: skip
"""Words of which one tells a thing from that with the other."""
_OF: Final = frozenset({"about", "by", "for", "from", "in", "of", "on"})


def is_of_another(question: str, entry: Entry) -> bool:
    """Whether a fact that a person wrote or checked is by all its questions of another thing than a question asks
    about, which its sentence has as well and which is called the same but for a word in front or behind, or of
    what was before. When and where something was is asked by any name of the meeting."""
    if not is_by_hand(entry) or entry.fact.kind in ("when", "where"):
        return False
    fact, changes = entry.fact, any(is_change(each.answer) for each in replaced_by(entry))
    return all(
        _tell_apart(question, each, fact.evidence)
        or _are_opposite(question, each)
        or _is_of_some(question, each, entry)
        or (asks_for_change(question) and not asks_for_change(each) and changes)
        for each in (fact.question, *fact.variants)
    )


def _tell_apart(question: str, other: str, sentence: str) -> bool:
    """Whether a question and another name two things that a sentence has.

    >>> _tell_apart("Who won the main prize?", "Who won the second prize?", "The main prize and the second went to Bo.")
    True
    """
    asked, its = (set(content(text)) for text in (question, other))
    return any(
        (head, side) == (its_head, its_side) and mine not in its and its_own not in asked and mine in content(sentence)
        for mine, head, side in _pairs(question)
        for its_own, its_head, its_side in _pairs(other)
    )


def _are_opposite(question: str, other: str) -> bool:
    """Whether a question has a word of which another has only the opposite.

    >>> _are_opposite("What becomes of the new hall?", "What becomes of the old hall?")
    True
    """
    asked, its = ({token.surface for token in tokens(text)} for text in (question, other))
    pairs = (pair for each in _OPPOSITES for pair in itertools.permutations(each))
    return any(mine in asked - its and opposite in its - asked for mine, opposite in pairs)


def _is_of_some(question: str, other: str, entry: Entry) -> bool:
    """Whether a question names a thing without the word by which a fact's question tells one of several: that which is
    deputy president is not president, of the members some are junior ones. What is told instead of what its sentence
    says may have another word in front."""
    asked, sentence = content(question), entry.fact.evidence
    own, named = content(sentence) if replaced_by(entry) else None, _names(entry)
    deeds = {phrasing.analysis.predicate for phrasing in entry.phrasings}
    return any(
        head in asked - {mine}
        and mine not in asked
        and (own is None or mine in own)
        and _count(head, sentence) > _pairs(sentence).count((mine, head, side))
        for mine, head, side in _pairs(other)
        if stem(head) not in deeds and mine not in named
    )


def _names(entry: Entry) -> set[str]:
    """The words that name the meeting of a fact."""
    record = entry.context.record
    return content(" ".join(names_of(record.article, record.meeting)))


def _count(head: str, text: str) -> int:
    """How often a text has a word."""
    return sum(head in content(word) for word in text.split())


def _pairs(text: str) -> list[tuple[str, str, str]]:
    """The words of a text that say which one of several something is, each with that and the side on which it stands:
    "main prize", "fee for pupils".

    >>> _pairs("Who won the main prize of the lottery?")
    [('main', 'priz', 'in front'), ('lottery', 'priz', 'behind')]
    """
    words = text.split()
    told = ["".join(content(word)) if not is_verb(word) else "" for word in words]
    pairs = []
    for n, head in enumerate(told):
        if n and head and told[n - 1]:
            pairs.append((told[n - 1], head, "in front"))
        if head and words[n + 1 : n + 2] and words[n + 1] in _OF:
            behind = itertools.dropwhile(lambda word: not word, told[n + 2 :])
            pairs += [(mine, head, "behind") for mine in list(itertools.takewhile(bool, behind))[-1:]]
    return pairs
