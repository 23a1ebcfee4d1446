"""Fit what tells that a text without a question word asks for yes or no.

    python -m deploy.reader.whether DATA/questions*.jsonl

Prints the table of `bot/question/whether_weights.py` (logistic regression), and how it does on articles held out.
Questions with a question word, an auxiliary verb in front, or a tag ("…, right?") need no table; those of which nothing
is told in their article are left out, since what they ask for is not kept.
"""

from __future__ import annotations

import argparse
import dataclasses
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.question import cues, lexicon
from bot.question.stated import begins_as_question, is_put_as_statement
from bot.question.tokens import cut
from bot.question.whether import signs
from deploy.reader.decide import Matrix, logistic
from deploy.reader.keep_questions import Question, read
from facts.folding import soften

FOLDS: Final = 5
ARTICLES_LEAST: Final = 18
"""Of how many articles a word must have been asked to count: so that no name of one is learned."""
PULL: Final = 1.0
"""How strongly weights are drawn toward zero (L2): those of the signs as they are, so that rare ones count little."""
SURE: Final = 0.85
"""From what chance on a text is taken to ask for yes or no: two thirds are found so, and one other in forty."""


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A question: the signs in it, whether it asks for yes or no, and its article."""

    signs: frozenset[str]
    asks_whether: bool
    article: str


def main() -> None:
    """Fit, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("questions", type=Path, nargs="+")
    given = parser.parse_args()
    known = cases(question for file in given.questions for question in read(file))
    show(known)
    names = counted(known)
    bias, *weights = fitted(known, names).round(2).tolist()
    print(f"BIAS: Final = {bias}\nAT: Final = {np.log(SURE / (1 - SURE)):.2f}\nWEIGHTS: Final = {{")
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight},')
    print("}")


def cases(questions: Iterable[Question]) -> list[Case]:
    """The questions that a table is needed for, each text once."""
    found: dict[str, Case] = {}
    for question in questions:
        text = soften(question.question)
        words = cut(text)
        plain = not words or begins_as_question(words) or is_put_as_statement(text)
        if plain or question.kind == "unanswerable" or any(word.surface in cues.WH for word in words):
            continue
        found.setdefault(text, Case(signs(text, words), question.kind == "yes_no", question.article))
    return list(found.values())


def counted(known: Sequence[Case]) -> list[str]:
    """The signs that count: those that questions about enough articles have, and of words no names and numbers."""
    articles: dict[str, set[str]] = defaultdict(set)
    for case in known:
        for sign in case.signs:
            articles[sign].add(case.article)
    return sorted(sign for sign, found in articles.items() if len(found) >= ARTICLES_LEAST and _is_common(sign))


def _is_common(sign: str) -> bool:
    kind, _, surface = sign.partition("=")
    return bool(kind) and (not surface or lexicon.is_word(surface))


def fitted(known: Sequence[Case], names: Sequence[str]) -> Matrix:
    """The bias and a weight for each sign."""
    rows = _rows(known, names)
    return logistic(rows, np.array([case.asks_whether for case in known]), PULL / (rows.std(axis=0) + 1e-9) ** 2)


def show(known: Sequence[Case]) -> None:
    """Print how many questions for yes or no, and how many others, are taken for such, articles held out."""
    fold = np.array([zlib.crc32(case.article.encode()) % FOLDS for case in known])
    right = np.array([case.asks_whether for case in known])
    sure: NDArray[np.bool_] = np.zeros(len(known), bool)
    for held_out in range(FOLDS):
        others = [case for case, part in zip(known, fold, strict=True) if part != held_out]
        names = counted(others)
        bias, *weights = fitted(others, names)
        log_odds = bias + _rows(known, names) @ np.array(weights)
        sure[fold == held_out] = (log_odds > np.log(SURE / (1 - SURE)))[fold == held_out]
    print(f"of {right.sum()} for yes or no {(sure & right).sum()}, of {(~right).sum()} others {(sure & ~right).sum()}")


def _rows(known: Sequence[Case], names: Sequence[str]) -> Matrix:
    return np.array([[float(name in case.signs) for name in names] for case in known])


if __name__ == "__main__":
    main()
