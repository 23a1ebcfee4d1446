"""Keep questions about articles without the articles' text.

    python -m deploy.reader.keep_questions --questions FILE.yaml [FILE.yaml ...] --articles FOLDER [FOLDER ...]
        [--out deploy/reader/data/questions.jsonl]

A question in YAML has article, question, context (the one asked before; may be missing), answers, evidence, kind,
style, and `need: all` where every answer is wanted; it may have misleads, a sentence that a careless reader would take.
One question a line comes out, with the evidence and each answer that stands in it as offsets (code points) into the
text of the article's file, decoded; an answer that does not stand there (yes, no, an ISO date) is kept as it is.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from deploy.reader import json_lines
from deploy.reader.groups import Span
from facts import articles, markup

OUT = Path(__file__).parent / "data" / "questions.jsonl"


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """A question about an article; without answers where the article does not answer it.

    An answer is a span of the article's text, or a string that does not stand in the evidence. `misleads` is a sentence
    that does not answer, and fits the words.
    """

    article: str
    question: str
    context: str
    answers: tuple[Span | str, ...]
    evidence: Span | None
    kind: str
    style: str
    all_wanted: bool = False
    misleads: Span | None = None


def main() -> None:
    """Convert, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    began = time.monotonic()
    items = [item for file in given.questions for item in yaml.safe_load(file.read_text(encoding="utf-8"))]
    kept = list(convert(items, texts(given.articles)))
    json_lines.write(kept, given.out)
    print(f"{given.out}: {len(kept)} of {len(items)} questions in {time.monotonic() - began:.0f} s")


def texts(folders: Iterable[Path]) -> dict[str, str]:
    """The decoded text of every article, by its id."""
    files = (file for folder in folders for file in folder.iterdir() if file.suffix in (".md", ".txt"))
    return {file.stem: articles.read(file)[0].text for file in sorted(files)}


def convert(items: Iterable[dict[str, Any]], known: dict[str, str]) -> Iterator[Question]:
    """Convert questions; one whose article or evidence cannot be found is left out and named on stderr."""
    for item in items:
        named = item["article"] if isinstance(item["article"], list) else [item["article"]]
        article = next((name for name in named if place_of(item.get("evidence", ""), known.get(name, ""))), named[0])
        text = known.get(article)
        evidence = place_of(item.get("evidence", ""), text or "")
        if text is None or (item["answers"] and evidence is None):
            print(f"{article}: left out, its text does not hold the evidence: {item['question']}", file=sys.stderr)
            continue
        yield Question(
            article,
            item["question"],
            item.get("context", ""),
            tuple(answer_in(str(answer), text, evidence) for answer in item["answers"]),
            evidence,
            item["kind"],
            item["style"],
            item.get("need") == "all",
            place_of(item.get("misleads", ""), text),
        )


def place_of(words: str, text: str) -> Span | None:
    """Where words stand in a text, whatever the blanks between them and the marks inside them."""
    pattern = r"\s+".join(map(re.escape, markup.plain(words).split()))
    found = re.search(pattern, text) if pattern else None
    return found.span() if found else None


def answer_in(answer: str, text: str, evidence: Span | None) -> Span | str:
    """An answer's span within the evidence, the words whole; the answer itself where it does not stand there."""
    words = r"\s+".join(map(re.escape, markup.plain(answer).split()))
    if evidence is None or not words or answer.lower() in ("yes", "no"):
        return answer
    found = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE).search(text, *evidence)
    return found.span() if found else answer


def read(path: Path) -> list[Question]:
    """Read questions back."""
    return [_question(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _question(row: dict[str, Any]) -> Question:
    row["answers"] = tuple(answer if isinstance(answer, str) else tuple(answer) for answer in row["answers"])
    for sentence in ("evidence", "misleads"):
        row[sentence] = tuple(row[sentence]) if row.get(sentence) else None
    return Question(**row)


if __name__ == "__main__":
    main()
