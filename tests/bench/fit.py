"""Fit the weights of bot/matching/weights.py on questions with known answers, and say what they would give.

    python tests/bench/fit.py QUESTIONS.yaml:BASE [QUESTIONS.yaml:BASE …]

Every BASE is compiled from the articles that its questions are about. For each question the candidates and "not on
record" (score 0) compete in a softmax; the weights are those that give the right facts most probability, drawn toward
the weights in use (L2). The figures are cross-validated: articles are held out whole, never single questions.
"""

from __future__ import annotations

import dataclasses
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.dialog import Context, Reply, candidates_for, reply
from bot.index import answer_of, load
from bot.matching import weights
from bot.matching.match import Match
from bot.question import read
from bot.terminal import check

Matrix = NDArray[np.float64]

FOLDS = 5
CANDIDATES = 40
"""How many facts a question are looked at, by the weights in use."""
PULL = 0.005
"""How strongly the weights are drawn toward those in use."""
STEPS, RATE = 2000, 0.03
COVERED = 0.8
"""Share of a yes/no question that a fact has to account for to be right for its reason."""
COST_OF_WRONG = 2.0
"""How many right answers a wrong one is worth when the threshold is set."""


@dataclasses.dataclass(frozen=True)
class Case:
    """A question: the features of its candidates, which of them are right, and the articles that it is about."""

    features: Matrix
    right: NDArray[np.bool_]
    loose: NDArray[np.bool_]
    fold: int
    known: bool


def cases(questions: Path, base: Path) -> list[Case]:
    """The questions of a set with their candidates."""
    index = load(base)
    found = []
    for item in check.read(questions):
        context = Context()
        if item.context:
            _, context = reply(item.context, index, context)
        matches = candidates_for(read(item.question), index, context)[:CANDIDATES]
        answers = [answer_of(m.entry, 0.0, m.said) for m in matches]
        whole = [_covered(m) for m in matches]
        short = [w and _right(item, dataclasses.replace(a, evidence="")) for a, w in zip(answers, whole, strict=True)]
        loose = [_right(item, a) for a in answers]
        features = np.array([m.features for m in matches], dtype=float).reshape(len(matches), len(weights.WEIGHTS))
        fold = zlib.crc32((item.articles[0] if item.articles else "").encode()) % FOLDS
        found.append(Case(features, np.array(short, bool), np.array(loose, bool), fold, bool(item.answers)))
    return found


def _covered(match: Match) -> bool:
    """Whether a "Yes" or "No" is right for its reason: a fact that says something else may say "Yes" by chance."""
    f = match.features
    yes_no = match.said is not None or match.entry.fact.kind == "yes_no"
    return not yes_no or f.in_question + f.in_evidence + f.in_meeting + f.in_answer >= COVERED


def _right(item: check.Item, answer: object) -> bool:
    return bool(item.answers) and check.judge(item, Reply("answer", "", answer)) == "right"  # type: ignore[arg-type]


def fit(data: Sequence[Case], start: Matrix) -> Matrix:
    """The weights (bias first) that give the right facts of the cases most probability (Adam; Kingma & Ba 2015)."""
    blocks = [_block(case) for case in data]
    rows = np.vstack([block[0] for block in blocks])
    good = np.concatenate([block[1] for block in blocks])
    open_ = np.concatenate([block[2] for block in blocks])
    starts = np.cumsum([0, *(len(block[0]) for block in blocks[:-1])])
    sizes = np.array([len(block[0]) for block in blocks])

    def shares(weight: Matrix) -> Matrix:
        return np.asarray(weight / np.repeat(np.add.reduceat(weight, starts), sizes))

    found = start.copy()
    mean, spread = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        scores = rows @ found
        weight = np.exp(np.clip(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes), -50, 0))
        slope = (shares(weight * good) - shares(weight * open_)) @ rows / len(data) - PULL * (found - start)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        found += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return np.asarray(found)


def _block(case: Case) -> tuple[Matrix, Matrix, Matrix]:
    """The rows of a case with "not on record" last, which of them are right, and which compete.

    A fact that is right only by its quote neither wins nor competes where another is right by its short answer.
    """
    good = case.right if case.right.any() else case.loose
    rows = np.vstack(
        [np.hstack([np.ones((len(case.features), 1)), case.features]), np.zeros(case.features.shape[1] + 1)]
    )
    return rows, np.append(good, not good.any()).astype(float), np.append(good | ~case.loose, True).astype(float)


def outcome(case: Case, found: Matrix, threshold: float) -> str:
    """What the bot would make of a case: right, wrong, silent, false or refused."""
    if len(case.features):
        scores = case.features @ found[1:] + found[0]
        best = int(scores.argmax())
        if weights.confidence(float(scores[best])) >= threshold:
            return ("right" if case.loose[best] else "wrong") if case.known else "false"
    return "silent" if case.known else "refused"


def figures(outcomes: Sequence[str]) -> str:
    """The outcomes as shares."""
    known = sum(o in ("right", "wrong", "silent") for o in outcomes) or 1
    unknown = sum(o in ("false", "refused") for o in outcomes) or 1
    count = {name: sum(o == name for o in outcomes) for name in ("right", "wrong", "false")}
    return (
        f"right {count['right'] / known:6.1%}  wrong {count['wrong'] / known:6.1%}  "
        f"false {count['false'] / unknown:6.1%}"
    )


def worth(outcomes: Sequence[str]) -> float:
    """What the outcomes are worth: right answers less what wrong ones cost."""
    return sum(1.0 if o == "right" else -COST_OF_WRONG if o in ("wrong", "false") else 0.0 for o in outcomes)


def calibration(data: Sequence[Case], found: Sequence[Matrix]) -> tuple[float, float]:
    """Slope and offset that make the scores of the best candidates log-odds of being right (Platt 1999)."""
    pairs = []
    for case, weight in zip(data, found, strict=True):
        if len(case.features):
            scores = case.features @ weight[1:] + weight[0]
            pairs.append((float(scores.max()), float(case.known and case.loose[scores.argmax()])))
    score, right = np.array(pairs).T
    slope, offset = 1.0, 0.0
    for _ in range(20000):
        error = right - 1 / (1 + np.exp(-(slope * score + offset)))
        slope += 0.005 * float((error * score).mean())
        offset += 0.02 * float(error.mean())
    return slope, offset


def main() -> None:
    """Fit and print."""
    sets = [tuple(map(Path, argument.split(":"))) for argument in sys.argv[1:]]
    groups = {questions.parent.name: cases(questions, base) for questions, base in sets}
    data = [case for group in groups.values() for case in group]
    start = np.array([weights.BIAS, *weights.WEIGHTS])
    reachable = sum(case.loose.any() for case in data if case.known)
    print(f"{sum(c.known for c in data)} answerable, a right fact among the candidates of {reachable}")
    by_fold = [fit([c for c in data if c.fold != fold], start) for fold in range(FOLDS)]
    slope, offset = calibration(data, [by_fold[c.fold] for c in data])
    by_fold = [_calibrated(found, slope, offset) for found in by_fold]
    levels = np.arange(0.3, 0.96, 0.02)
    best = max(levels, key=lambda level: worth([outcome(c, by_fold[c.fold], level) for c in data]))
    for name, group in groups.items():
        for level in sorted({0.4, 0.5, 0.6, 0.7, 0.8, best}):
            outcomes = [outcome(c, by_fold[c.fold], level) for c in group]
            print(f"{name:6} held out at {level:.2f}: {figures(outcomes)}{' *' if level == best else ''}")
        print(f"{name:6} in use now      : {figures([outcome(c, start, weights.ANSWER_AT) for c in group])}")
    final = _calibrated(fit(data, start), slope, offset)
    print(f"BIAS = {final[0]:.2f}")
    for name, value in zip(weights.Features._fields, final[1:], strict=True):
        print(f"    {name}={value:.2f},")
    print(f"ANSWER_AT = {best:.2f}")


def _calibrated(found: Matrix, slope: float, offset: float) -> Matrix:
    return np.append(found[0] * slope + offset, found[1:] * slope)


if __name__ == "__main__":
    main()
