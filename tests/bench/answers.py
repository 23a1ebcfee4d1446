"""How Onrecord's answers compare with ready-made retrieval, on sets of questions with known answers.

    python tests/bench/answers.py FOLDER [FOLDER …]

A folder holds articles and their `questions.yaml`. The articles of a folder are compiled together; each peer answers
with the sentence that it likes best, at the threshold at which it is right most often while at most 5% of the
answerable questions get a wrong answer and at most 10% of the others get one at all. Prints a Markdown table.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from bot.index import load
from bot.matching.reading import SentenceReader
from bot.replies import Answer, Reply
from bot.terminal import batch, check
from facts.compile import compiler
from facts.pages import base

WRONG_AT_MOST, FALSE_AT_MOST = 0.05, 0.10

Scored = Callable[[str], tuple[int, float]]


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence on record and the article that it is from."""

    text: str
    article: str


def main(folders: Sequence[str]) -> None:
    """Print the table."""
    print("| set | by | right | wrong | answered though not on record | right or among the quotes offered |")
    print("| --- | --- | --- | --- | --- | --- |")
    for folder in map(Path, folders):
        with tempfile.TemporaryDirectory() as work:
            compiler.run(sorted(p for p in folder.iterdir() if p.suffix in (".md", ".txt")), Path(work), None)
            index = load(Path(work))
            items = check.read(folder / "questions.yaml")
            for name, read in (("Onrecord", SentenceReader()), ("Onrecord, rules alone", None)):
                replies = [batch.answer(item.question, item.context, index, read) for item in items]
                verdicts = [check.judge(item, reply) for item, reply in zip(items, replies, strict=True)]
                print(_row(folder.name, name, *_shares(verdicts), _offered(verdicts)))
            sentences = _sentences(Path(work))
            for name, peer in _peers([sentence.text for sentence in sentences]).items():
                print(_row(folder.name, name, *_at_its_best(items, peer, sentences), ""))


def _sentences(folder: Path) -> list[Sentence]:
    found = {(each.text, record.article.id): None for record in base.load(folder) for each in record.sentences}
    return [Sentence(*key) for key in found]


def _peers(texts: list[str]) -> dict[str, Scored]:
    import bm25s

    words = bm25s.BM25()
    words.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)

    def by_words(question: str) -> tuple[int, float]:
        asked = bm25s.tokenize(question, show_progress=False)
        places, scores = words.retrieve(asked, k=1, show_progress=False)
        return int(places[0][0]), float(scores[0][0])

    def by_letters(scorer: Callable[..., float]) -> Scored:
        def best(question: str) -> tuple[int, float]:
            found = process.extractOne(question, texts, scorer=scorer, processor=utils.default_process)
            return (found[2], found[1]) if found else (0, 0.0)

        return best

    return {
        "BM25 (bm25s), best sentence": by_words,
        "RapidFuzz WRatio, best sentence": by_letters(fuzz.WRatio),
        "RapidFuzz token_set_ratio, best sentence": by_letters(fuzz.token_set_ratio),
    }


def _at_its_best(items: Sequence[check.Item], peer: Scored, sentences: list[Sentence]) -> tuple[float, float, float]:
    scored = [peer(item.question) for item in items]
    best = (0.0, 0.0, 0.0)
    for least in sorted({score for _, score in scored}):
        verdicts = [
            check.judge(item, _reply(sentences[place] if score >= least else None))
            for item, (place, score) in zip(items, scored, strict=True)
        ]
        right, wrong, false = _shares(verdicts)
        if wrong <= WRONG_AT_MOST and false <= FALSE_AT_MOST and right > best[0]:
            best = (right, wrong, false)
    return best


def _reply(sentence: Sentence | None) -> Reply:
    if sentence is None:
        return Reply("none", "")
    text = sentence.text
    return Reply("answer", "", Answer("", "", text, "what", text, None, None, None, sentence.article, None, 1.0))


def _shares(verdicts: Sequence[str]) -> tuple[float, float, float]:
    """The shares that are right and wrong of the answerable questions, and answered of the others."""
    known = sum(v in ("right", "wrong", "offered", "silent") for v in verdicts) or 1
    unknown = len(verdicts) - known or 1
    counted = {v: verdicts.count(v) for v in ("right", "wrong", "invented")}
    return counted["right"] / known, counted["wrong"] / known, counted["invented"] / unknown


def _offered(verdicts: Sequence[str]) -> float:
    """The share of the answerable questions that are answered rightly or offered a right answer."""
    known = [v for v in verdicts if v in ("right", "wrong", "offered", "silent")]
    return sum(v in ("right", "offered") for v in known) / (len(known) or 1)


def _row(*cells: str | float) -> str:
    return f"| {' | '.join(c if isinstance(c, str) else format(c, '.0%') for c in cells)} |"


if __name__ == "__main__":
    main(sys.argv[1:])
