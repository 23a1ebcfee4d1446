"""Draw drafts of facts at random, for people to judge.

    python -m deploy.reader.draw --articles FOLDER [FOLDER ...] --count 200 --seed 1 --out SHEET.yaml
        [--remainders 1 2 3 4]

First an article is drawn, then one of the drafts that the compiler makes of it, before they are judged by the reader. A
sheet has one item a draft with `verdict` (good, odd or wrong), `untrue` (true or false) and `fault` to be filled in;
`keep_judged` takes it from there. It needs the extra `compile`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from deploy.reader import ours
from facts import articles
from facts.extract import read
from facts.extract.draft import Draft
from facts.extract.extraction import drafts
from facts.parse.parser import Parser

Item = dict[str, str | bool | None]


def main() -> None:
    """Draw, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--remainders", type=int, nargs="+", default=[1, 2, 3, 4])
    given = parser.parse_args()
    began = time.monotonic()
    files = sorted(file for folder in given.articles for file in folder.iterdir() if file.suffix in (".md", ".txt"))
    files = [file for file in files if ours.remainder(file.stem) in given.remainders]
    drawn = list(draw(files, given.count, random.Random(given.seed)))
    given.out.write_text(yaml.safe_dump(drawn, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    print(f"{given.out}: {len(drawn)} drafts in {time.monotonic() - began:.0f} s")


def draw(files: Sequence[Path], count: int, chance: random.Random) -> Iterator[Item]:
    """Draw a number of drafts from articles, every article counting alike; none twice."""
    texts = [articles.read(file)[0] for file in chance.sample(files, min(count, len(files)))]
    left = {parsed.article.id: (parsed.article.text, list(drafts(read(parsed)))) for parsed in Parser().parse(texts)}
    while count and (known := sorted(name for name, (_, found) in left.items() if found)):
        name = chance.choice(known)
        text, found = left[name]
        yield _item(name, text, found.pop(chance.randrange(len(found))))
        count -= 1


def _item(article: str, text: str, draft: Draft) -> Item:
    return {
        "article": article,
        "rule": draft.rule,
        "kind": draft.kind,
        "question": draft.question,
        "answer": draft.answer,
        "evidence": " ".join(text[slice(*draft.span)].split()),
        "verdict": None,
        "untrue": None,
        "fault": None,
    }


if __name__ == "__main__":
    main()
