"""Fit the decision: from what speaks for a sentence to the confidence that it answers.

    python -m deploy.reader.decide read --questions FILE.yaml --base BASE --out DATA/NAME.jsonl [--remainder N]
    python -m deploy.reader.decide fit DATA/NAME.jsonl [...]

`read` asks the questions of a base and notes for each candidate what speaks for it and whether it is right; with
`--remainder` only those whose article's id has that CRC-32 modulo 5: the articles must be ones that the reader was not
taught on. `fit` finds the tables of `bot/matching/decision.py` (logistic regression; articles are held out whole for
the figures that it prints) and the thresholds that keep wrong and false answers within their bounds.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import json
import math
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot import dialog
from bot.index import Index, answer_of, load
from bot.matching import answers, candidates, decision, reading
from bot.matching.evidence import Evidence
from bot.matching.match import Match
from bot.question import Question, read
from bot.replies import Answer, Context, Reply
from bot.terminal import check

Matrix = NDArray[np.float64]

FOLDS = 5
NINE_TENTHS = float(np.log(9))
NEVER, GIVEN = -9.0, 9.0
"""The log-odds that stand for what is not given, and for what surely is."""
PULL, STRONG_PULL = 1.0, 3.0
"""How strongly the weights are drawn toward zero (L2, in squared standard deviations of their features)."""
WRONG_MOST, FALSE_MOST = 0.047, 0.07
"""The shares of wrong answers to what is on record, and of answers to what is not, that the thresholds keep to: below
the 5% and 8% that are to hold on other articles."""


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A question: what speaks for each candidate, which of them are right, what its articles' ids leave modulo FOLDS,
    whether the record answers it, whether it asks for yes or no; and of the fact that fits best by rules its log-odds,
    whether it is right, and the reader's logit for its sentence, if that was read."""

    evidence: Matrix
    right: NDArray[np.bool_]
    fold: int
    known: bool
    asks_yes_no: bool
    rules: tuple[float, bool, float | None] | None


RANKING: Final = (
    "reader", "margin", "best", "words", "own_words", "missing", "missing_name", "rules", "rules_best", "span",
)  # fmt: skip
"""What the best candidate is told by."""
TRUSTING: Final = tuple(name for name in RANKING if name != "best")
"""How likely it is right where anything but yes or no is asked for. It is nearly always the reader's best: fitted with
that, the tables would say of all others that they never are."""
DECIDING: Final = ("reader", "decided", "denied")
"""How likely it is right where yes or no is asked for."""


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
    index, reader = load(base), reading.SentenceReader()
    items = [item for item in check.read(questions) if remainder is None or _crc(item) % 5 == remainder]
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as stream:
        for item in items:
            question = read(item.question)
            matched, found = _asked(item, question, index, reader)
            shown = any(best.told.held_by for best in found[:1])
            given = [] if shown else found
            said = [answers.answer_read(each, question, index) for each in given]
            line = {
                "crc": _crc(item),
                "known": bool(item.answers),
                "yes_no": question.analysis.answer_type == "yes_no",
                "rules": _by_rules(item, question, matched, found),
                "rows": [
                    (list(each.evidence), _is_right(item, answer)) for each, answer in zip(given, said, strict=True)
                ],
            }
            stream.write(json.dumps(line) + "\n")
    return len(items)


def _crc(item: check.Item) -> int:
    return zlib.crc32((item.articles[0] if item.articles else "").encode())


def _asked(
    item: check.Item, question: Question, index: Index, reader: reading.SentenceReader
) -> tuple[list[Match], list[reading.Read]]:
    """The facts that fit a question by rules, and the sentences that are read for it."""
    context, before = Context(), None
    if item.context:
        _, context = dialog.reply(item.context, index, context)
        before = candidates.leans_on(question, read(item.context))
    matched = dialog.candidates_for(question, index, context)
    article = context.article if before is not None else None
    found = candidates.candidates(question, index, matched, before, article)
    return matched, reader.read(question, found, index, before)


def _by_rules(
    item: check.Item, question: Question, matched: Sequence[Match], found: Sequence[reading.Read]
) -> tuple[float, bool, float | None] | None:
    if not matched:
        return None
    best = matched[0]
    logit = next(
        (answers.logit_for(question, each, best.entry) for each in found if each.candidate.match is best), None
    )
    return best.score, _is_right(item, answer_of(best.entry, best.confidence, best.said)), logit


def _is_right(item: check.Item, answer: Answer) -> bool:
    return bool(item.answers) and check.judge(item, Reply("answer", "", answer)) == "right"


def cases(file: Path) -> list[Case]:
    """The cases that `note` has written."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        evidence = np.array([values for values, _ in row["rows"]], dtype=float).reshape(-1, len(Evidence._fields))
        right = np.array([good for _, good in row["rows"]], dtype=bool)
        rules = tuple(row["rules"]) if row["rules"] else None
        found.append(Case(evidence, right, row["crc"] // 5 % FOLDS, row["known"], row["yes_no"], rules))
    return found


def logistic(rows: Matrix, good: NDArray[np.bool_], pull: float | Matrix) -> Matrix:
    """Bias and a weight a column by logistic regression (Newton's method), drawn toward zero by one pull or by one a
    column."""
    spread = rows.std(axis=0) + 1e-9
    rows = np.hstack([np.ones((len(rows), 1)), rows / spread])
    found = np.zeros(rows.shape[1])
    held = np.append(0.0, np.full(len(spread), pull))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(held + 1e-6)
        found += np.linalg.solve(curve, rows.T @ (good - chance) - held * found)
    return np.append(found[0], found[1:] / spread)


def fit(rows: Matrix, good: NDArray[np.bool_], fields: Sequence[str], pull: float = PULL) -> Matrix:
    """Bias and a weight a field of Evidence, 0 where it is not among `fields`."""
    used = [Evidence._fields.index(name) for name in fields]
    weights = np.zeros(1 + len(Evidence._fields))
    weights[[0, *(1 + at for at in used)]] = logistic(rows[:, used], good, pull)
    return weights


@dataclasses.dataclass(frozen=True, slots=True)
class Fitted:
    """The tables, each with its bias first; `rules`: bias, log-odds by rules, reader's logit."""

    rank: Matrix
    other: Matrix
    yes_no: Matrix
    rules: Matrix

    def scaled(self, scale: Matrix) -> Fitted:
        """The tables whose scores are calibrated by an offset and a slope."""
        offset, slope = scale

        def calibrated(weights: Matrix) -> Matrix:
            return np.append(weights[0] * slope + offset, weights[1:] * slope)

        return dataclasses.replace(self, other=calibrated(self.other), yes_no=calibrated(self.yes_no))

    def outcome(self, case: Case) -> tuple[float, bool, bool]:
        """The log-odds of the candidate that a case is given, whether it is right, and whether the record answers."""
        score, right = max(self.read(case), self.by_rules(case), key=lambda found: found[0])
        return score, right, case.known

    def read(self, case: Case) -> tuple[float, bool]:
        """The log-odds of the best sentence of a case, and whether it is right."""
        if not len(case.evidence):
            return NEVER, False
        at = best_of(case, self.rank)
        weights = self.yes_no if case.asks_yes_no else self.other
        return float(case.evidence[at] @ weights[1:] + weights[0]), bool(case.right[at])

    def by_rules(self, case: Case) -> tuple[float, bool]:
        """The log-odds of the fact of a case that fits best by rules, and whether it is right."""
        if case.rules is None or case.rules[0] < decision.RULES_FROM:
            return NEVER, False
        score, right, logit = case.rules
        if decision.given_by_rules(score, "yes_no" if case.asks_yes_no else None):
            return GIVEN, right
        held = max(decision.UNREAD, decision.UNREAD if logit is None else logit)
        return float(self.rules @ [1.0, score, held]), right


def _scale(data: Sequence[Case], by_fold: Sequence[Fitted]) -> Matrix:
    """Offset and slope that make scores of articles held out the log-odds of being right (Platt 1999)."""
    seen = [by_fold[case.fold].read(case) for case in data if len(case.evidence)]
    rows = np.array([[score] for score, _ in seen])
    return logistic(rows, np.array([right for _, right in seen]), 0.0)


def best_of(case: Case, rank: Matrix) -> int:
    """The place of the candidate of a case that ranks first."""
    return int((case.evidence @ rank[1:]).argmax())


def fitted(data: Sequence[Case]) -> Fitted:
    """The tables that fit the cases."""
    asked = [case for case in data if len(case.evidence)]
    rank = fit(np.vstack([c.evidence for c in asked]), np.concatenate([c.right for c in asked]), RANKING)

    def chosen(yes_no: bool, fields: Sequence[str]) -> Matrix:
        cases = [case for case in asked if case.asks_yes_no == yes_no]
        places = [best_of(case, rank) for case in cases]
        rows = np.array([case.evidence[at] for case, at in zip(cases, places, strict=True)])
        good = np.array([case.right[at] for case, at in zip(cases, places, strict=True)])
        return fit(rows, good, fields, STRONG_PULL)

    return Fitted(rank, chosen(False, TRUSTING), chosen(True, DECIDING), _rules(data))


def _rules(data: Sequence[Case]) -> Matrix:
    """How likely a fact that fits by rules is right: bias, weight of its log-odds, weight of the reader's logit."""
    given = [case.rules for case in data if case.rules is not None and case.rules[0] >= decision.RULES_FROM]
    rows = np.array(
        [(score, max(decision.UNREAD, decision.UNREAD if logit is None else logit)) for score, _, logit in given]
    )
    return logistic(rows, np.array([right for _, right, _ in given]), STRONG_PULL)


def figures(outcomes: Sequence[tuple[float, bool, bool]], least: float) -> tuple[float, float, float]:
    """Shares of right and wrong among what is on record, and of answers to what is not, from this log-odds on."""
    known = [(score >= least, right) for score, right, is_known in outcomes if is_known]
    unknown = [score >= least for score, _, is_known in outcomes if not is_known]
    right = sum(given and good for given, good in known) / max(1, len(known))
    wrong = sum(given and not good for given, good in known) / max(1, len(known))
    return right, wrong, sum(unknown) / max(1, len(unknown))


def show(data: Sequence[Case]) -> None:
    """Print the figures, articles held out, then the tables and the threshold."""
    by_fold = [fitted([case for case in data if case.fold != fold]) for fold in range(FOLDS)]
    scale = _scale(data, by_fold)
    by_fold = [each.scaled(scale) for each in by_fold]
    outcomes = [by_fold[case.fold].outcome(case) for case in data]
    known = [case for case in data if case.known]
    print(
        f"{len(known)} answerable; a right candidate for {sum(c.right.any() for c in known) / len(known):.1%}, ", end=""
    )
    print(f"first: {sum(right for _, right, is_known in outcomes if is_known) / len(known):.1%}")
    asks_yes_no = [case.asks_yes_no for case in data]
    chosen = thresholds(outcomes, asks_yes_no)
    for other, yes_no in sorted({*((level, level) for level in (0.5, 0.6, 0.7, 0.8, 0.9)), chosen}):
        right, wrong, false = figures(_beyond(outcomes, asks_yes_no, other, yes_no), 0.0)
        print(f"at {other:.2f}, {yes_no:.2f}: right {right:.1%} wrong {wrong:.1%} false {false:.1%}")
    final = fitted(data).scaled(scale)
    stated = [right for score, right, _ in outcomes if NINE_TENTHS <= score < GIVEN]
    print(f"stated 0.9 or more by the tables: {len(stated)}, right {sum(stated) / max(1, len(stated)):.1%}")
    for name in ("rank", "other", "yes_no"):
        weights = getattr(final, name)
        rows = zip(Evidence._fields, weights[1:], strict=True)
        print(f"{name.upper()}_BIAS = {weights[0]:.3f}")
        print(f"{name.upper()}: " + ", ".join(f"{field}={value:.3f}" for field, value in rows if value))
    print("RULES_BIAS, RULES_SCORE, RULES_LOGIT = " + ", ".join(f"{value:.3f}" for value in final.rules))
    print(f"READ_AT, YES_NO_READ_AT = {chosen[0]:.2f}, {chosen[1]:.2f}")


def thresholds(outcomes: Sequence[tuple[float, bool, bool]], yes_no: Sequence[bool]) -> tuple[float, float]:
    """The chances from which an answer is given, a yes or no by the second, so that most are right within the bounds
    for wrong and false ones; the highest ones where no pair keeps to them."""
    levels = [round(float(level), 2) for level in np.arange(0.4, 0.97, 0.02)]
    best, chosen = 0.0, (levels[-1], levels[-1])
    for pair in itertools.product(levels, levels):
        right, wrong, false = figures(_beyond(outcomes, yes_no, *pair), 0.0)
        if wrong <= WRONG_MOST and false <= FALSE_MOST and right >= best:
            best, chosen = right, pair
    return chosen


def _beyond(
    outcomes: Sequence[tuple[float, bool, bool]], yes_no: Sequence[bool], other_at: float, yes_no_at: float
) -> list[tuple[float, bool, bool]]:
    """Outcomes with how far their log-odds are beyond those from which they are given."""
    at, of_yes_no = (math.log(level / (1 - level)) for level in (other_at, yes_no_at))
    return [
        (score - (of_yes_no if decides else at), right, known)
        for (score, right, known), decides in zip(outcomes, yes_no, strict=True)
    ]


if __name__ == "__main__":
    main()
