"""Fit the decision: from what speaks for a sentence to the confidence that it answers.

    python -m deploy.reader.decide read --questions FILE.yaml --base BASE --out DATA/NAME.jsonl [--remainder N]
    python -m deploy.reader.decide fit DATA/NAME.jsonl [...]

`read` asks the questions of a base and notes for each candidate what speaks for it and whether it is right; with
`--remainder` only those whose article's id has that CRC-32 modulo 5: the articles must be ones that the reader was not
taught on. `fit` finds the weights of `bot/matching/decision.py` (logistic regression; articles are held out whole for
the figures that it prints) and the threshold that keeps wrong and false answers within their bounds.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot import dialog
from bot.index import Index, load
from bot.matching import reading
from bot.matching.evidence import Evidence
from bot.question import read
from bot.replies import Answer, Context, Reply
from bot.terminal import check
from facts.reader import Reader

Matrix = NDArray[np.float64]

FOLDS = 5
PULL = 1.0
"""How strongly the weights are drawn toward zero (L2, in squared standard deviations of their features)."""
WRONG_MOST, FALSE_MOST = 0.05, 0.08
"""The shares of wrong answers to what is on record, and of answers to what is not, that the threshold keeps to."""


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A question: what speaks for each candidate, which of them are right, what its articles' ids leave modulo FOLDS,
    and whether the record answers it."""

    evidence: Matrix
    right: NDArray[np.bool_]
    fold: int
    known: bool
    kind: str


def main() -> None:
    """Read or fit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    steps = parser.add_subparsers(dest="step", required=True)
    reads = steps.add_parser("read")
    reads.add_argument("--questions", type=Path, required=True)
    reads.add_argument("--base", type=Path, required=True)
    reads.add_argument("--out", type=Path, required=True)
    reads.add_argument("--remainder", type=int)
    fits = steps.add_parser("fit")
    fits.add_argument("data", type=Path, nargs="+")
    given = parser.parse_args()
    if given.step == "read":
        began = time.monotonic()
        count = note(given.questions, given.base, given.out, given.remainder)
        print(f"{given.out}: {count} questions in {time.monotonic() - began:.0f} s")
    else:
        show([case for file in given.data for case in cases(file)])


def note(questions: Path, base: Path, out: Path, remainder: int | None) -> int:
    """Ask the questions of a base; write a line each; return how many."""
    index, reader = load(base), Reader.load()
    items = [item for item in check.read(questions) if remainder is None or _crc(item) % 5 == remainder]
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as stream:
        for item in items:
            rows = [(list(found.evidence), _is_right(item, found, index)) for found in _read(item, index, reader)]
            line = {"crc": _crc(item), "known": bool(item.answers), "kind": _kind(item), "rows": rows}
            stream.write(json.dumps(line) + "\n")
    return len(items)


def _crc(item: check.Item) -> int:
    return zlib.crc32((item.articles[0] if item.articles else "").encode())


def _kind(item: check.Item) -> str:
    return "yes_no" if item.answers and all(known.lower() in ("yes", "no") for known in item.answers) else "other"


def _read(item: check.Item, index: Index, reader: Reader) -> list[reading.Read]:
    context, before = Context(), None
    question = read(item.question)
    if item.context:
        _, context = dialog.reply(item.context, index, context)
        before = reading.leans_on(question, read(item.context))
    matched = dialog.candidates_for(question, index, context, reading.CANDIDATES)
    article = context.article if before is not None else None
    return reading.read(question, reading.candidates(question, index, matched, before, article), reader, before)


def _is_right(item: check.Item, found: reading.Read, index: Index) -> bool:
    """Whether a candidate's answer is right, or for yes and no, whether it decides so."""
    if not item.answers:
        return False
    sentence = found.candidate.sentence
    said, kind, _ = reading.answer_of(found, read(item.question), index)
    record = index.contexts[sentence.article].record
    answer = Answer("", "", said, kind, sentence.text, None, None, None, record.article.id, None, 1.0)
    return check.judge(item, Reply("answer", "", answer)) == "right"


def cases(file: Path) -> list[Case]:
    """The cases that `note` has written."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        evidence = np.array([values for values, _ in row["rows"]], dtype=float).reshape(-1, len(Evidence._fields))
        right = np.array([good for _, good in row["rows"]], dtype=bool)
        found.append(Case(evidence, right, row["crc"] // 5 % FOLDS, row["known"], row["kind"]))
    return found


def fit(data: Sequence[Case]) -> Matrix:
    """The weights (bias first) of a logistic regression over all candidates (Newton's method)."""
    rows = np.vstack([case.evidence for case in data])
    good = np.concatenate([case.right for case in data]).astype(float)
    spread = rows.std(axis=0) + 1e-9
    rows = np.hstack([np.ones((len(rows), 1)), rows / spread])
    found = np.zeros(rows.shape[1])
    pull = np.full(len(found), PULL)
    pull[0] = 0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (good - chance) - pull * found
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(pull + 1e-6)
        found += np.linalg.solve(curve, slope)
    return np.append(found[0], found[1:] / spread)


def best_of(case: Case, weights: Matrix) -> tuple[float, bool]:
    """The log-odds of the best candidate of a case, and whether it is right."""
    if not len(case.evidence):
        return -9.0, False
    scores = case.evidence @ weights[1:] + weights[0]
    at = int(scores.argmax())
    return float(scores[at]), bool(case.right[at])


def calibrated(weights: Matrix, data: Sequence[Case], by: Iterable[Matrix]) -> Matrix:
    """The weights scaled so that the score of a case's best candidate is its log-odds of being right (Platt 1999)."""
    pairs = np.array([best_of(case, held_out) for case, held_out in zip(data, by, strict=True)])
    score, right = pairs.T
    rows = np.stack([np.ones(len(score)), score], axis=1)
    found = np.array([0.0, 1.0])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + 1e-3 * np.eye(2)
        found += np.linalg.solve(curve, rows.T @ (right - chance) - 1e-3 * (found - [0, 1]))
    return np.append(weights[0] * found[1] + found[0], weights[1:] * found[1])


def figures(outcomes: Sequence[tuple[float, bool, bool]], least: float) -> tuple[float, float, float]:
    """Shares of right and wrong among what is on record, and of answers to what is not, from this log-odds on."""
    known = [(score >= least, right) for score, right, is_known in outcomes if is_known]
    unknown = [score >= least for score, _, is_known in outcomes if not is_known]
    right = sum(given and good for given, good in known) / max(1, len(known))
    wrong = sum(given and not good for given, good in known) / max(1, len(known))
    return right, wrong, sum(unknown) / max(1, len(unknown))


def show(data: Sequence[Case]) -> None:
    """Print the figures, articles held out, then the table of weights and the threshold."""
    by_fold = [fit([case for case in data if case.fold != fold]) for fold in range(FOLDS)]
    final = calibrated(fit(data), data, [by_fold[case.fold] for case in data])
    scale = calibrated(np.append(0.0, np.ones(len(Evidence._fields))), data, [by_fold[case.fold] for case in data])
    outcomes = []
    for case in data:
        score, right = best_of(case, by_fold[case.fold])
        outcomes.append((score * scale[1] + scale[0], right, case.known))
    known = [case for case in data if case.known]
    print(f"{len(known)} answerable; a right candidate for {sum(c.right.any() for c in known) / len(known):.1%}, ")
    print(f"first: {sum(right for _, right, is_known in outcomes if is_known) / len(known):.1%}")
    levels = np.arange(0.2, 0.96, 0.01)
    chosen = levels[-1]
    for level in levels[::-1]:
        right, wrong, false = figures(outcomes, float(np.log(level / (1 - level))))
        if wrong <= WRONG_MOST and false <= FALSE_MOST:
            chosen = level
        if round(level * 100) % 10 == 0:
            print(f"at {level:.2f}: right {right:.1%} wrong {wrong:.1%} false {false:.1%}")
    right, wrong, false = figures(outcomes, float(np.log(chosen / (1 - chosen))))
    print(f"BIAS = {final[0]:.3f}")
    for name, value in zip(Evidence._fields, final[1:], strict=True):
        print(f"    {name}={value:.3f},")
    print(f"READ_AT = {chosen:.2f}  # right {right:.1%} wrong {wrong:.1%} false {false:.1%}")


if __name__ == "__main__":
    main()
