"""What speaks for a draft of a fact: what the reader makes of it, and what it looks like, as a few named numbers."""

from __future__ import annotations

import datetime
import math
import re
from typing import Final, NamedTuple

from facts import dates
from facts.folding import content_words, fold
from facts.model import Kind
from facts.reader import Claim, Judgement, Reading

YEAR: Final = re.compile(r"\b\d{4}\b")
WORDS: Final = re.compile(r"[\w%'-]+")
WORD: Final = re.compile(r" ([\w’'-]+)")
"""The word right behind another."""
LINKS: Final = frozenset("and by for from in of on or that to which who with".split())
"""Words that a phrase goes on with."""


class Signs(NamedTuple):
    """What speaks for a draft, or against it.

    `good` and `true` are the reader's judgement of question and answer (log-odds as taught). `finds` is its logit when
    it is asked the question of the same passage, `agrees` how much of the answer it marks then (0–1). `rule` are the
    log-odds that a fact is good by the rule that made it. `question` and `answer` are how many words they have (log).

    Of the question: whether it begins with "What did", names a year (`dated`), or says who told it (`attributed`). Of
    the answer: whether its sentence goes on with a word that may belong to it (`goes_on`), whether it has a number,
    and how much of it does not stand in its sentence (`resolved`, 0–1).
    """

    good: float
    true: float
    finds: float
    agrees: float
    rule: float
    question: float
    answer: float
    what_did: float
    dated: float
    attributed: float
    goes_on: float
    numbered: float
    resolved: float


def signs_of(claim: Claim, judgement: Judgement, agreement: float, finds: float, rule: float) -> Signs:
    """Put the signs of a draft together; `agreement` is from `agreement_of`, `rule` from the table of rules."""
    question, answer = claim.question, claim.answer
    return Signs(
        good=judgement.good,
        true=judgement.true,
        finds=finds,
        agrees=agreement,
        rule=rule,
        question=math.log(1 + len(question.split())),
        answer=math.log(1 + len(answer.split())),
        what_did=float(question.startswith("What did ")),
        dated=float(YEAR.search(question) is not None),
        attributed=float("according to" in question),
        goes_on=float(_goes_on(answer, claim.passage.sentence)),
        numbered=float(any(character.isdigit() for character in answer)),
        resolved=_resolved(answer, claim.passage.sentence),
    )


def _goes_on(answer: str, sentence: str) -> bool:
    """Whether right behind an answer a word stands that its last phrase may go on with: "of", "and", "that"."""
    _, found, behind = sentence.partition(answer)
    following = WORD.match(behind) if found else None
    return following is not None and following[1].lower() in LINKS


def _resolved(answer: str, sentence: str) -> float:
    """The share of an answer's words that its sentence does not have (0–1)."""
    words, known = WORDS.findall(fold(answer)), set(WORDS.findall(fold(sentence)))
    return sum(word not in known for word in words) / len(words) if words else 0.0


def agreement_of(kind: Kind, answer: str, sentence: str, reading: Reading, published: datetime.date | None) -> float:
    """How much a reading of the sentence that a fact is from says the same as its answer (0–1).

    Yes or no: how likely the reader says it. A date: whether the marked words mean it. Of a list: how much of what is
    marked is in it. Else the F1 of the words.
    """
    if kind == "yes_no":
        return reading.no if fold(answer).startswith("no") else reading.yes
    marked = sentence[reading.begin : reading.end]
    meant = [dates.readable(when.iso) for when in dates.find(marked, published)] if kind == "when" else []
    return float(answer in meant) if meant else _alike(marked, answer, whole=kind != "list")


def _alike(marked: str, said: str, whole: bool = True) -> float:
    mine, its = content_words(marked), content_words(said)
    if not mine or not its:
        return 0.0
    both = len(mine & its)
    return 2 * both / (len(mine) + len(its)) if whole else both / len(mine)
