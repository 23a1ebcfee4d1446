"""What a reply to `/about X` may tell: what is told of X, not what an acronym beside it stands for, nor a word cut from
a title or a name in which X stands."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.matching.match import SUGGESTIONS
from bot.question import lexicon
from bot.question.tokens import content_terms
from bot.replies import Answer, Reply
from facts.folding import fold

_OFFICE: Final = re.compile(r"(?:Who (?:was|is) the|Which office did|What (?:office|post) did)\b")
_BESIDE: Final = re.compile(r"(?:at|by|from|in|on|to|with)\b", re.IGNORECASE)
"""What says no more than where or with whom."""
_SHORT_FORM: Final = re.compile(r"What does .+ stand for\?")


def may_stand_for(args: str) -> bool:
    """Whether what is asked about may be an acronym: one word, perhaps without its capitals.

    >>> may_stand_for("frtw"), may_stand_for("Ada Wren")
    (True, False)
    """
    return len(args.split()) == 1


def tells_of(args: str, answer: Answer, asked: str) -> bool:
    """Whether an answer to a question about X tells of X: its sentence, or a fact's question, names X, it says more
    than X, and no word of it is cut from a name that X stands in."""
    wanted, said = content_terms(args), content_terms(answer.answer)
    if not wanted or not wanted <= content_terms(answer.evidence, "" if answer.read else answer.question):
        return False
    if said <= wanted:
        return False
    if _SHORT_FORM.match(asked) or _SHORT_FORM.match(answer.question):
        return _is_acronym(args, answer.evidence)
    return not _is_cut(args, answer)


def _asks_of(args: str, question: str) -> bool:
    """Whether a fact is asked for by X itself, not by something of X.

    >>> _asks_of("Tarn", "What is the Tarn?"), _asks_of("Tarn", "Who was the mayor of Tarn in May 2021?")
    (True, False)
    """
    name = re.escape(args.strip())
    return (
        re.match(rf"(?:Who|What) (?:are|is|was|were) (?:(?:a|an|the) )?{name}\b(?!['’]s)", question, re.I) is not None
    )


def tells_office(args: str, fact: Answer) -> bool:
    """Whether a fact tells which office X has or had: X is its answer, or its question names X."""
    wanted = content_terms(args)
    named = content_terms(fact.question if fact.question.startswith("W") and "did" in fact.question else fact.answer)
    return bool(wanted) and bool(_OFFICE.match(fact.question)) and wanted <= named


def only_told_of(args: str, reply: Reply) -> Reply:
    """What is offered about X: quotes that name X, with the answer marked only where it tells of X."""
    wanted = content_terms(args)
    shown = [each for each in reply.suggestions if wanted and wanted <= content_terms(each.evidence, each.answer)]
    plain = [each if tells_of(args, each, "") else _whole(each) for each in shown[:SUGGESTIONS]]
    if not plain:
        return Reply("none", reply.asked, reason="not_on_record")
    return dataclasses.replace(reply, status="suggest", answer=None, suggestions=tuple(plain), reason=None)


def _whole(answer: Answer) -> Answer:
    """A quote without marks: nothing in it surely answers."""
    return dataclasses.replace(answer, answer=answer.evidence, marked=None)


def _is_acronym(short: str, text: str) -> bool:
    """Whether a word stands in a text as an acronym does: "Ada Wren (AW)".

    >>> _is_acronym("htmm", "the Tarn Ministers (HTMM)"), _is_acronym("Wren", "Ms Wren of the Tarn Union (TU)")
    (True, False)
    """
    found = re.finditer(rf"(?<!\w){re.escape(short.strip())}(?!\w)", text, re.IGNORECASE)
    return any(sum(map(str.isupper, each[0])) > 1 for each in found)


def _is_cut(args: str, answer: Answer) -> bool:
    """Whether an answer is of something else: a part of a name or title in which X stands too ("Kingdom" beside "of
    Tarn"), who holds an office of X, or a fact of what only has X in it."""
    if not answer.read:
        return not (tells_office(args, answer) or _asks_of(args, answer.question))
    name, said = re.escape(args.strip()), re.escape(answer.answer.strip())
    text, cased = answer.evidence, "(?-i:[A-Z])"
    apart = (
        rf"{said} (?:of|for|and|in) (?:the )?(?:{cased}\w+ (?:of|and) (?:the )?)*{name}\b"
        rf"|\b{name}(?:['’]s)? {said}|(?={cased}){said} {name}\b"
        rf"|\b(?:of|for|in|at|from) (?:the )?{name}, (?={cased}){said}"
    )
    return (
        re.search(apart, text, re.IGNORECASE) is not None
        or _is_verb(answer.answer)
        or bool(_BESIDE.match(answer.answer))
    )


def _is_verb(said: str) -> bool:
    """Whether an answer is but a verb: "replaces"."""
    word = fold(said).strip(" .,")
    bases = {word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing")} - {word}
    return bool(re.fullmatch(r"[a-z]+", word)) and any(map(lexicon.is_verb, bases)) and not lexicon.is_verb(word)
