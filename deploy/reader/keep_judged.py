"""Keep facts that people have judged, without the articles' text.

    python -m deploy.reader.keep_judged --judged FILE.yaml [FILE.yaml ...] --articles FOLDER [FOLDER ...]
        [--out deploy/reader/data/judged.jsonl]

A judged fact in YAML has article, question, answer, evidence, verdict (good, odd or wrong), untrue, fault, and, where
they are known, rule and kind (see `draw`). One a line comes out, with evidence and answer as offsets (code points) into
the text of the article's file, decoded; an answer that does not stand in the evidence (yes, no, a date resolved) is
kept as it is.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import yaml

from deploy.reader import json_lines
from deploy.reader.groups import Span
from deploy.reader.keep_questions import answer_in, place_of, texts
from facts.model import Kind

OUT = Path(__file__).parent / "data" / "judged.jsonl"

Verdict = Literal["good", "odd", "wrong"]


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """A fact with a person's verdict; `fault` says in two or three words what is wrong with it, or nothing."""

    article: str
    question: str
    answer: Span | str
    evidence: Span
    verdict: Verdict
    untrue: bool
    fault: str
    rule: str = ""
    kind: Kind = "what"


def main() -> None:
    """Convert, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--judged", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    began = time.monotonic()
    items = [item for file in given.judged for item in yaml.safe_load(file.read_text(encoding="utf-8"))]
    kept = list(convert(items, texts(given.articles)))
    json_lines.write(kept, given.out)
    print(f"{given.out}: {len(kept)} of {len(items)} judged facts in {time.monotonic() - began:.0f} s")


def convert(items: Iterable[dict[str, Any]], known: dict[str, str]) -> Iterator[Judged]:
    """Convert judged facts; one whose article or evidence cannot be found is left out and named on stderr."""
    for item in items:
        text = known.get(item["article"], "")
        evidence = place_of(item["evidence"], text)
        if evidence is None:
            print(
                f"{item['article']}: left out, its text does not hold the evidence: {item['question']}", file=sys.stderr
            )
            continue
        answer = answer_in(str(item["answer"]), text, evidence)
        yield Judged(
            item["article"],
            item["question"],
            answer,
            evidence,
            item["verdict"],
            bool(item["untrue"]),
            item.get("fault") or "",
            item.get("rule") or "",
            item.get("kind") or "what",
        )


def read(path: Path) -> list[Judged]:
    """Read judged facts back."""
    return [_judged(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _judged(row: dict[str, Any]) -> Judged:
    row["evidence"] = tuple(row["evidence"])
    row["answer"] = row["answer"] if isinstance(row["answer"], str) else tuple(row["answer"])
    return Judged(**row)


if __name__ == "__main__":
    main()
