"""Measure a reader on articles that it was not taught on, and calibrate it.

    python -m deploy.reader.choose --weights weights.onnx --questions FILE.jsonl --articles-cut DATA/articles.jsonl
        --articles FOLDER [FOLDER ...] [--remainder 1] [--json]

Each question's candidates are the ten best by BM25 among the sentences, under their headings, of all articles in the
FOLDERs; those of the articles whose id's CRC-32 leaves the remainder when divided by 5 are asked.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
import math
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy
import numpy.typing

from deploy.reader import keep_questions, ours, sentences, spans
from deploy.reader.bm25 import Bm25
from deploy.reader.keep_questions import Question
from deploy.reader.sentences import ArticleSentences
from facts.reader import Reader, Reading

CANDIDATES = 10
WRONG_MAX, FALSE_MAX = 0.05, 0.10
"""At one threshold: how many of the answerable questions are answered wrong, of the others answered at all."""

Floats = numpy.typing.NDArray[numpy.float64]
Flags = numpy.typing.NDArray[numpy.bool_]


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A question with its candidates (article and place), what was read of each, and which of them are right."""

    question: Question
    places: tuple[tuple[str, int], ...]
    readings: tuple[Reading, ...]
    right: tuple[bool, ...]

    @property
    def best(self) -> int:
        """The place of the candidate with the highest logit."""
        return max(range(len(self.readings)), key=lambda place: self.readings[place].logit)


class Record:
    """The sentences of some articles, to be found by words."""

    def __init__(self, articles: dict[str, ArticleSentences]) -> None:
        """Index them."""
        self.articles = articles
        self.places = [(name, place) for name, article in articles.items() for place in range(len(article.texts))]
        self._index = Bm25([f"{articles[name].heading} {articles[name].texts[place]}" for name, place in self.places])

    def candidates(self, question: Question) -> list[tuple[str, int]]:
        """The sentences that share most and rarest words with a question."""
        return [self.places[found] for found in self._index.top(f"{question.context} {question.question}", CANDIDATES)]


def main() -> None:
    """Measure, and print the figures and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--remainder", type=int, default=ours.CHOSEN_BY)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    given = parser.parse_args()
    began = time.monotonic()
    named = {file.stem for folder in given.articles for file in folder.iterdir()}
    known = {name: article for name, article in sentences.read(given.articles_cut).items() if name in named}
    questions = [question for file in given.questions for question in keep_questions.read(file)]
    questions = [each for each in questions if ours.remainder(each.article) == given.remainder]
    asked = ask(Reader.load(given.weights), Record(known), questions)
    figures = measure(asked, known)
    if given.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:40} {figure:.3f}")
        print(f"{time.monotonic() - began:.0f} s")


def ask(reader: Reader, record: Record, questions: Iterable[Question]) -> list[Asked]:
    """Read each question's candidates."""
    found = []
    for question in questions:
        places = record.candidates(question)
        passages = [record.articles[name].passage(place) for name, place in places]
        readings = reader.read(question.question, passages, question.context)
        right = tuple(is_right(question, record.articles[name], place) for name, place in places)
        found.append(Asked(question, tuple(places), tuple(readings), right))
    return found


def is_right(question: Question, article: ArticleSentences, place: int) -> bool:
    """Whether a sentence belongs to the evidence, or, of the same article, holds an accepted answer word for word."""
    if article.id != question.article or not question.answers:
        return False
    if place in ours.right_places(question, article):
        return True
    return question.kind != "yes_no" and ours.answer_span(question, article, place) is not None


def measure(asked: Sequence[Asked], known: dict[str, ArticleSentences]) -> dict[str, float]:
    """All figures, as shares from 0 to 1."""
    answerable = [each for each in asked if each.question.answers]
    found = [each for each in answerable if any(each.right)]
    first = [each for each in answerable if each.readings and each.right[each.best]]
    highest = numpy.array([top(each) for each in asked])
    there = numpy.array([bool(each.question.answers) for each in asked])
    right = numpy.array([bool(each.readings) and each.right[each.best] for each in asked])
    figures = {
        "questions": float(len(asked)),
        "answerable": float(len(answerable)),
        "right sentence among the ten": len(found) / len(answerable),
        "right sentence first": len(first) / len(answerable),
        "right sentence among three": sum(map(among_three, answerable)) / len(answerable),
        "AUC answerable or not": auc(highest[there], highest[~there]),
        "AUC first right or not": auc(highest[right], highest[~right]),
        "AUC passage right or not": auc(*_by_passage(asked)),
    }
    figures |= at_threshold(highest, there, right)
    figures |= _at_null(highest, there, right)
    figures |= _spans(answerable, known)
    figures |= _verdicts(answerable)
    figures |= _by_kind(answerable)
    figures |= dict(zip(("slope", "shift"), calibrate(asked), strict=True))
    return figures


def top(asked: Asked) -> float:
    """The highest logit; as low as can be without candidates."""
    return asked.readings[asked.best].logit if asked.readings else -100.0


def among_three(asked: Asked) -> bool:
    """Whether one of the three best candidates is right."""
    order = sorted(range(len(asked.readings)), key=lambda place: -asked.readings[place].logit)
    return any(asked.right[place] for place in order[:3])


def auc(high: Floats, low: Floats) -> float:
    """How often a number of the first is higher than one of the second."""
    if not len(high) or not len(low):
        return math.nan
    both = numpy.concatenate([high, low])
    _values, inverse, counts = numpy.unique(both, return_inverse=True, return_counts=True)
    ranks = (numpy.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[: len(high)].sum() - len(high) * (len(high) + 1) / 2) / (len(high) * len(low)))


def _by_passage(asked: Sequence[Asked]) -> tuple[Floats, Floats]:
    pairs = [(reading.logit, right) for each in asked for reading, right in zip(each.readings, each.right, strict=True)]
    return numpy.array([logit for logit, right in pairs if right]), numpy.array([x for x, right in pairs if not right])


def at_threshold(highest: Floats, there: Flags, right: Flags) -> dict[str, float]:
    """What one threshold gives that keeps wrong and false answers within bounds."""
    best = {"right within bounds": 0.0, "threshold": math.inf, "wrong there": 0.0, "false there": 0.0}
    for threshold in numpy.unique(highest):
        spoken = highest >= threshold
        wrong = float((spoken & there & ~right).sum() / there.sum())
        false = float((spoken & ~there).sum() / max((~there).sum(), 1))
        share = float((spoken & right).sum() / there.sum())
        if wrong <= WRONG_MAX and false <= FALSE_MAX and share > best["right within bounds"]:
            best = {
                "right within bounds": share,
                "threshold": float(threshold),
                "wrong there": wrong,
                "false there": false,
            }
    return best


def _at_null(highest: Floats, there: Flags, right: Flags) -> dict[str, float]:
    spoken = highest >= 0
    return {
        "right at the null": float((spoken & right).sum() / there.sum()),
        "wrong at the null": float((spoken & there & ~right).sum() / there.sum()),
        "false at the null": float((spoken & ~there).sum() / max((~there).sum(), 1)),
    }


def _spans(asked: Sequence[Asked], known: dict[str, ArticleSentences]) -> dict[str, float]:
    """Of the right sentences that hold the answer: how often the marked words are it, or hold it, and how long."""
    exact = holding = count = 0
    lengths = []
    for each in asked:
        for (name, place), reading, right in zip(each.places, each.readings, each.right, strict=True):
            span = ours.answer_span(each.question, known[name], place) if right else None
            if span is None:
                continue
            words = known[name].texts[place][reading.begin : reading.end]
            strings = ours.answer_strings(each.question, known[name])
            find = spans.find_all if each.question.all_wanted else spans.find
            count += 1
            exact += (reading.begin, reading.end) == span or words.lower() in [text.lower() for text in strings]
            holding += find(words, strings) is not None
            lengths.append(len(words))
            break
    return {
        "span exact": exact / max(count, 1),
        "span holds the answer": holding / max(count, 1),
        "span characters, mean": float(numpy.mean(lengths)) if lengths else 0.0,
    }


def _by_kind(asked: Sequence[Asked]) -> dict[str, float]:
    """How often the right sentence comes first, for each kind and style with 30 questions or more."""
    sorts = collections.defaultdict(list)
    for each in asked:
        first = bool(each.readings) and each.right[each.best]
        sorts[each.question.kind].append(first)
        sorts[each.question.style].append(first)
    return {f"first, {name}": sum(found) / len(found) for name, found in sorted(sorts.items()) if len(found) >= 30}


def _verdicts(asked: Sequence[Asked]) -> dict[str, float]:
    """Of yes/no questions whose right sentence is among the candidates: how often it is read rightly."""
    said = [
        (each.question.answers[0] == "yes", reading.yes, reading.no)
        for each in asked
        if each.question.kind == "yes_no"
        for reading, right in zip(each.readings, each.right, strict=True)
        if right
    ]
    sure = [(wanted, yes, no) for wanted, yes, no in said if max(yes, no) >= 0.5]
    return {
        "yes or no right": sum((yes > no) == wanted for wanted, yes, no in said) / max(len(said), 1),
        "yes or no said surely": len(sure) / max(len(said), 1),
        "of those right": sum((yes > no) == wanted for wanted, yes, no in sure) / max(len(sure), 1),
    }


def calibrate(asked: Sequence[Asked], steps: int = 200) -> tuple[float, float]:
    """Slope and shift with which logits become the chance that a candidate is right (Platt 1999), by Newton's way."""
    high, low = _by_passage(asked)
    logits = numpy.concatenate([high, low])
    wanted = numpy.concatenate([numpy.ones(len(high)), numpy.zeros(len(low))])
    inputs = numpy.stack([logits, numpy.ones(len(logits))], 1)
    weights = numpy.array([1.0, 0.0])
    for _ in range(steps):
        chance = 1 / (1 + numpy.exp(-inputs @ weights))
        slope = inputs.T @ (chance - wanted)
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + 1e-6 * numpy.eye(2)
        step = numpy.linalg.solve(curve, slope)
        weights -= step
        if abs(step).max() < 1e-9:
            break
    return float(weights[0]), float(weights[1])


if __name__ == "__main__":
    main()
