"""Fit the judging of facts: from what speaks for a draft to how likely it is good.

    python -m deploy.reader.judge --judged FILE.jsonl [FILE.jsonl ...] --articles FOLDER [FOLDER ...]
        --articles-cut DATA/articles.jsonl [--later FILE.jsonl ...] [--strictly FILE.jsonl ...] [--made SHEET.yaml]
        [--weights weights.onnx] [--remainders 1]

Judged facts are from `keep_judged`, articles.jsonl from `sentences`. How good a rule is all judged facts tell that name
one; the weights are fitted to those of the `remainders`, articles that the reader was not taught on, and to all that
were judged `later` than it was taught, where their article is given; those that were judged most `strictly` count
several times, and the figures are of them alone where there are any. It prints figures, each fifth of the articles
judged by tables fitted to the others, and the tables of `facts/judging/table.py`. With `--made`, all that the rules
make today (`draw` with a count without end), only those facts count that are still made: a rule may have got better.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import yaml
from numpy.typing import NDArray

from deploy.reader import claims, keep_judged, keep_questions, ours, sentences
from deploy.reader.decide import logistic
from deploy.reader.keep_judged import Judged
from facts import dates
from facts.judging.signs import Signs, agreement_of, signs_of
from facts.reader import WEIGHTS, Reader

Matrix = NDArray[np.float64]

FOLDS: Final = 5
PULL: Final = 2.0
"""How strongly the weights are drawn toward zero (L2)."""
STRICT: Final = 4
"""How many times a fact counts that was judged most strictly."""
SEEN: Final = 4.0
"""How many judged facts the mean of all counts as, when the share of a rule's good ones is found."""


NOTHING: Final = Signs(*[0.0] * len(Signs._fields))


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A judged fact: its rule, its signs but for that of its rule, whether it is good and untrue, its fold, and whether
    its rule makes it still."""

    rule: str
    signs: Signs
    good: bool
    untrue: bool
    fold: int
    made: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Fitted:
    """The log-odds of each rule and family, and the weights, bias first."""

    rules: dict[str, float]
    weights: Matrix

    def chance(self, case: Case) -> float:
        """How likely a case is good (0–1)."""
        row = np.append(1.0, _row(case, self.rules))
        return float(1 / (1 + np.exp(-(row @ self.weights))))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--judged", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--later", type=Path, nargs="*", default=())
    parser.add_argument("--strictly", type=Path, nargs="*", default=())
    parser.add_argument("--made", type=Path)
    parser.add_argument("--remainders", type=int, nargs="+", default=[ours.CHOSEN_BY])
    given = parser.parse_args()
    judged = [fact for file in given.judged for fact in keep_judged.read(file) if fact.rule]
    later = [fact for file in given.later for fact in keep_judged.read(file)]
    known, texts = sentences.read(given.articles_cut), keep_questions.texts(given.articles)
    fair = [fact for fact in judged if ours.remainder(fact.article) in given.remainders] + later
    fair = [fact for fact in fair if fact.article in known]
    made = _made(given.made) if given.made else None
    read = set(fair)
    taught = [
        Case(fact.rule, NOTHING, fact.verdict == "good", fact.untrue, 0, _is_made(fact, made))
        for fact in (*judged, *later)
        if fact not in read
    ]
    reader = Reader.load(given.weights)
    most = [fact for file in given.strictly for fact in keep_judged.read(file) if fact.article in known]
    strict = [case for case in cases(most, known, texts, reader, made) if case.made]
    others = [case for case in cases(fair, known, texts, reader, made) if case.made]
    show([*others, *strict * STRICT], taught, strict)


def _made(sheet: Path) -> set[tuple[str, str]]:
    """The drafts of a sheet, each by its article and question."""
    items = yaml.load(sheet.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {(item["article"], item["question"]) for item in items}


def _is_made(fact: Judged, made: set[tuple[str, str]] | None) -> bool:
    return made is None or (fact.article, fact.question) in made


def cases(
    judged: Sequence[Judged],
    known: dict[str, sentences.ArticleSentences],
    texts: dict[str, str],
    reader: Reader,
    made: set[tuple[str, str]] | None = None,
) -> list[Case]:
    """The signs of judged facts."""
    found = []
    for fact in judged:
        claim = claims.claim_of(fact, known[fact.article], texts)
        if claim is None:
            continue
        (judgement,) = reader.judge([claim])
        (reading,) = reader.read(claim.question, [claim.passage])
        published = _published(claim.passage.heading)
        agreement = agreement_of(fact.kind, claim.answer, claim.passage.sentence, reading, published)
        signs = signs_of(claim, judgement, agreement, reading.logit, 0.0)
        fold = zlib.crc32(fact.article.encode()) // 5 % FOLDS
        found.append(Case(fact.rule, signs, fact.verdict == "good", fact.untrue, fold, _is_made(fact, made)))
    return found


def _published(heading: str) -> datetime.date | None:
    """The day of an article, with which its heading ends."""
    days = [when.iso for when in dates.find(heading, None) if when.precision == "day"]
    return datetime.date.fromisoformat(days[-1]) if days else None


def fitted(data: Sequence[Case], taught: Sequence[Case] = ()) -> Fitted:
    """The tables that fit the cases; `taught` are further ones that speak for their rules only."""
    # A fact's own verdict must not speak for its rule, or rules would weigh too much.
    rows = np.array([_row(case, rules_of([*taught, *(other for other in data if other is not case)])) for case in data])
    good = np.array([case.good for case in data])
    return Fitted(rules_of([*taught, *data]), logistic(rows, good, PULL))


def rules_of(data: Sequence[Case]) -> dict[str, float]:
    """The log-odds that the facts that a rule makes still are good, drawn toward the mean, and those of its family."""
    data = [case for case in data if case.made]
    mean = (sum(case.good for case in data) + 1) / (len(data) + 2)
    verdicts: defaultdict[str, list[bool]] = defaultdict(list)
    for case in data:
        for name in {case.rule, case.rule.partition(".")[0]}:
            verdicts[name].append(case.good)
    shares = {name: (sum(good) + SEEN * mean) / (len(good) + SEEN) for name, good in verdicts.items()}
    return {name: float(np.log(share / (1 - share))) for name, share in sorted(shares.items())}


def _row(case: Case, rules: dict[str, float]) -> Matrix:
    mean = float(np.mean(list(rules.values()))) if rules else 0.0
    known = rules.get(case.rule, rules.get(case.rule.partition(".")[0], mean))
    return np.array(case.signs._replace(rule=known))


def show(data: Sequence[Case], taught: Sequence[Case] = (), shown: Sequence[Case] = ()) -> None:
    """Print the figures of what is `shown` (of all, where nothing is), articles held out, then the tables."""
    by_fold = [fitted([case for case in data if case.fold != fold], taught) for fold in range(FOLDS)]
    shown = shown or data
    chances = np.array([by_fold[case.fold].chance(case) for case in shown])
    good, untrue = (np.array([getattr(case, name) for case in shown]) for name in ("good", "untrue"))
    print(f"{len(shown)} judged facts: {good.mean():.0%} good, {untrue.mean():.0%} untrue")
    for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        kept = chances >= least
        if kept.any():
            shares = f"{good[kept].mean():.0%} good, {untrue[kept].mean():.0%} untrue"
            print(f"kept at {least:.2f}: {kept.mean():.0%}; {shares}")
    final = fitted(data, taught)
    print(f"BIAS = {final.weights[0]:.3f}")
    print("WEIGHTS = " + ", ".join(f"{n}={w:.3f}" for n, w in zip(Signs._fields, final.weights[1:], strict=True)))
    print(f"UNKNOWN_RULE = {np.mean(list(final.rules.values())):.2f}")
    print("RULES = {" + ", ".join(f'"{rule}": {odds:.2f}' for rule, odds in final.rules.items()) + "}")


if __name__ == "__main__":
    main()
