"""What speaks for a draft of a fact: what the reader makes of it, and what it looks like, as a few named numbers."""

from __future__ import annotations

import datetime
import math
from typing import Final, NamedTuple

from facts import dates
from facts.folding import content_words, fold
from facts.model import Kind
from facts.reader import Judgement, Reading

DOUBT: Final = 0.01
"""The least probability that is told from none."""


class Signs(NamedTuple):
    """What speaks for a draft.

    `good` and `true` are the reader's judgement of question and answer (log-odds as taught). `finds` is its logit when
    it is asked the question of the same passage, `agrees` how much of the answer it marks then (0–1). `rule` are the
    log-odds that a fact is good by the rule that made it. `question` and `answer` are how many words they have (log).
    """

    good: float
    true: float
    finds: float
    agrees: float
    rule: float
    question: float
    answer: float


def signs_of(question: str, answer: str, judgement: Judgement, agreement: float, finds: float, rule: float) -> Signs:
    """Put the signs of a draft together; `agreement` is from `agreement_of`, `rule` from the table of rules."""
    return Signs(judgement.good, judgement.true, finds, agreement, rule, _words(question), _words(answer))


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


def _words(text: str) -> float:
    return math.log(1 + len(text.split()))
