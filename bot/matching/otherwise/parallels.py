"""Of members of a sentence that have their verb in common each tells its own: of "Ada Wren will judge cakes; Bo Lusk,
jams; and Dag Moe, pies" it is Bo Lusk who judges jams, and nobody who judges wines."""

from __future__ import annotations

import itertools
from typing import Final

from bot.matching.deeds_told import Words, deeds
from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, tokens
from facts import dates
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_NUMBERED: Final = expression(r"(?:^|(?<= ))\((?:\d|[a-h]|[ivx]{1,4})\) ")
_NEXT: Final = expression(r"; (?:and |while |but )?|, (?=the latter\b)")
_ROW: Final = expression(r"[^:;]{1,40}: [^;]*; [^:;]{1,40}: ")
"""How a row of a table is told, each of whose cells has its label: "For: 9; Against: 2"."""
_ENDS: Final = expression(r"[;,]?(?: and)? ?$|\.$")
_LEAST: Final = 3
"""How many members a list has at least that nothing but semicolons joins."""
_NAME: Final = expression(
    rf"(?:(?:the|{HONORIFIC}) )?(?:latter\b|[A-Z][\w’'-]{{0,30}})"
    r"(?: (?:de |van |von )?[A-Z][\w’'-]{0,30}){0,4}"
)
_AMOUNT: Final = expression(
    rf"{COUNT}(?: ?%| (?!(?:for|in|at|on|to|of|and|or|by|from|with|the|an?|as|is|are|was|were)\b)[a-z]+)?"
)
_ASIDE: Final = expression(r", (?:which|who|whose|where)\b.*")
_OWN: Final = expression(r"(?:, (?!and\b)[^,;]{1,60})?,? (?:(?:on|about|for|to|as) )?(?=\w)")
"""What stands between somebody and what they have of their own."""


def own_member(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or what of the like the member tells that a question asks about, where that has no verb of
    its own and another one's is marked.

    >>> from bot.question import read
    >>> told = "Repairs will take (1) 3 days at the lock; (2) 5 days at the weir; (3) 9 days at the pier."
    >>> told[slice(*own_member(read("How long will repairs at the weir take?"), told, (22, 28)))]
    '5 days'
    """
    members = _members(sentence)
    own = _asked_about(question, sentence, members)
    if own is None:
        return _all_numbered(question, sentence, members, span)
    mine = [each for each in members if overlap(each, span)]
    cut = (max(span[0], own[0]), min(span[1], own[1])) if own in mine else span
    if not mine or mine[0] == own or _has_verb(sentence[slice(*own)]):
        return cut
    return _of_the_like(question, sentence, own) or cut


def is_no_member(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who does what to a thing, and of members with that verb in common none has the thing.

    >>> from bot.question import read
    >>> told = "Ada Wren will judge cakes; Bo Lusk, jams; and Dag Moe, pies."
    >>> [is_no_member(read(f"Who will judge {what}?"), told, (0, 8)) for what in ("wines", "jams")]
    [True, False]
    """
    asked, members = question.analysis, _members(sentence)
    if asked.answer_type != "who" or asked.predicate is None or len(members) < _LEAST:
        return False
    first, *others = (sentence[slice(*each)] for each in members)
    if any(map(_has_verb, others)):
        return False
    things, told = (_done_to(asked.predicate, each) for each in (question.tokens, tokens(first)))
    if not things or not told or (things[0].surface in PREPOSITIONS and things[0].surface != told[0].surface):
        return False
    its = itertools.takewhile(
        lambda word: word.surface not in PREPOSITIONS, things[things[0].surface in PREPOSITIONS :]
    )
    named = {word.term for word in its if not word.is_stop}
    return bool(named) and named.isdisjoint({word.term for word in told}.union(*map(content_terms, others)))


def _has_verb(member: str) -> bool:
    """Whether a member has a verb of its own, with what it is done to: not "jams" of "Bo Lusk, jams"."""
    return any(told.what for told in deeds(member))


def _done_to(verb: str, words: Words) -> Words:
    """The words behind a verb."""
    return words[next((at for at, word in enumerate(words) if word.term == verb), len(words)) + 1 :]


def _members(sentence: str) -> list[tuple[int, int]]:
    """The spans of the members of a list that are numbered, or stand between semicolons."""
    numbered = list(_NUMBERED.finditer(sentence))
    if len(numbered) > 1:
        begins = [each.end() for each in numbered]
        ends = [*(each.start() for each in numbered[1:]), len(sentence)]
    else:
        if _ROW.match(sentence):
            return []
        joints = list(_NEXT.finditer(sentence))
        if len(joints) + 1 < _LEAST and not any("," in each[0] for each in joints):
            return []
        begins, ends = [0, *(each.end() for each in joints)], [*(each.start() for each in joints), len(sentence)]
    told = ((begin, _ASIDE.sub("", sentence[begin:end])) for begin, end in zip(begins, ends, strict=True))
    return [(begin, begin + len(_ENDS.sub("", each))) for begin, each in told]


def _all_numbered(
    question: Question, sentence: str, members: list[tuple[int, int]], span: tuple[int, int]
) -> tuple[int, int]:
    """A span of a sentence, or all of a numbered list that it begins a member of, where a question names none of it."""
    first = _NUMBERED.search(sentence)
    if first is None or question.analysis.answer_type != "what" or not any(span[0] == begin for begin, _ in members):
        return span
    all_told = first.start(), members[-1][1]
    if question.analysis.terms & content_terms(sentence[slice(*all_told)]):
        return span
    return all_told


def _asked_about(question: Question, sentence: str, members: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The only member with words of a question that none of the others has; of those without a number not the first,
    which has the words for all of them; None where there is no such one."""
    told = [frozenset(token.term for token in tokens(sentence[slice(*each)])) for each in members]
    asked = {token.term for token in question.tokens if not token.is_stop or token.surface in ("former", "latter")}
    asked -= {deed.verb for each in members[:1] for deed in deeds(sentence[slice(*each)])}
    having = [
        each
        for at, each in enumerate(members)
        if asked & told[at].difference(*(other for n, other in enumerate(told) if n != at))
    ]
    if len(having) > 1 and having[0] == members[0] and not _NUMBERED.search(sentence):
        having = having[1:]
    return having[0] if len(having) == 1 else None


def _of_the_like(question: Question, sentence: str, member: tuple[int, int]) -> tuple[int, int] | None:
    """What in a member is of the type that a question asks for; None where none is."""
    asked = question.analysis
    if asked.answer_type == "how_many" or asked.answer_subtype == "duration":
        amount = _AMOUNT.search(sentence, *member)
        return amount.span() if amount and " " in amount[0] else member
    if asked.answer_type == "when":
        whens = [when.span for when in dates.find(sentence, None, asked=True) if overlap(when.span, member)]
        return whens[0] if len(whens) == 1 else None
    name = _NAME.match(sentence, *member)
    if name is None:
        return None
    if asked.answer_type == "who":
        return name.span()
    own = _OWN.match(sentence, name.end(), member[1])
    return (own.end(), member[1]) if own and asked.answer_type in ("what", "which") else None
