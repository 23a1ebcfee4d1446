"""Make groups of many candidates, for a large reader to learn from and to label.

    python -m deploy.reader.wide --questions FILE.jsonl [FILE.jsonl ...] --articles-cut DATA/articles.jsonl
        --out DATA/wide [--drafts SHEET.yaml ...] [--seed 1] [--remainders 2 3 4]

Questions, articles and remainders are as for `ours`; a sheet is from `draw`. Four files are made:

    DATA/wide-own.jsonl      each question with the sentence that answers it and the best wrong ones
    DATA/wide-altered.jsonl  the same with the question altered so that nothing answers it, where that can be done
    DATA/wide-slips.jsonl    three in five of the questions as they are typed in haste (`slips`)
    DATA/wide-drafts.jsonl   the questions of drafts, and these altered; whether a sentence answers them is not known,
                             so that only what a reader says of them can be learned (`label`, `distil`)
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import yaml

from deploy.reader import json_lines, keep_questions, ours, sentences
from deploy.reader.groups import Candidate, Group
from deploy.reader.keep_questions import Question
from deploy.reader.ours import Maker
from deploy.reader.slips import slipped

KINDS: Final = ("own", "altered", "slips", "drafts")
"""The kinds of groups, each of which has a file."""

NEAR: Final = (6, 5)
"""How many wrong sentences a question has of its own article (one more where nothing answers), and of others."""

DRAFT_NEAR: Final = (7, 4)
"""How many sentences a draft's question has of its own article, and of others."""

DRAFT_OTHERS_SEEN: Final = 12
"""Among how many of the best sentences of all articles those of others are looked for."""

SLIPS_SHARE: Final = 0.6
"""How often a question is also asked in haste."""


def main() -> None:
    """Make, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--drafts", type=Path, nargs="*", default=())
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="how the names of the files begin")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--remainders", type=int, nargs="+", default=sorted(ours.TAUGHT))
    given = parser.parse_args()
    began = time.monotonic()
    remainders = frozenset(given.remainders)
    articles = sentences.read(given.articles_cut)
    maker = Maker(articles, random.Random(given.seed), NEAR, remainders, nearest=True)
    asked = [question for file in given.questions for question in keep_questions.read(file)]
    asked += [question for file in given.drafts for question in drafted(file)]
    asked = [each for each in asked if each.article in articles and ours.remainder(each.article) in remainders]
    made = list(wide(asked, maker))
    for kind in KINDS:
        out = given.out.with_name(f"{given.out.name}-{kind}.jsonl")
        count = json_lines.write((group for each, group in made if each == kind), out)
        print(f"{out}: {count} groups in {time.monotonic() - began:.0f} s")


def drafted(sheet: Path) -> Iterator[Question]:
    """The questions of a sheet of drafts."""
    for item in yaml.load(sheet.read_text(encoding="utf-8"), yaml.CSafeLoader):
        yield Question(item["article"], item["question"], "", (), None, "draft", "plain")


def wide(asked: Iterable[Question], maker: Maker) -> Iterator[tuple[str, Group]]:
    """The groups of questions and of drafts, each with its kind."""
    for question in asked:
        yield from of_draft(question, maker) if question.kind == "draft" else of_question(question, maker)


def of_question(question: Question, maker: Maker) -> Iterator[tuple[str, Group]]:
    """A question's groups."""
    right = ours.right_places(question, maker.articles[question.article])
    group = maker.group(question, right)
    if group is None:
        return
    yield "own", group
    if right and (altered := maker.altered(question, group)):
        yield "altered", altered
    if maker.chance.random() < SLIPS_SHARE and (text := slipped(question.question, maker.chance)) != question.question:
        yield "slips", dataclasses.replace(group, question=text)


def of_draft(question: Question, maker: Maker) -> Iterator[tuple[str, Group]]:
    """The groups of a draft's question, which say nothing of what answers it."""
    article = maker.articles[question.article]
    own = [article.passage(place) for place in maker.own[article.id].top(question.question, DRAFT_NEAR[0])]
    places = [maker.places[place] for place in maker.index.top(question.question, DRAFT_OTHERS_SEEN)]
    others = [maker.articles[name].passage(place) for name, place in places if name != article.id]
    group = Group(question.question, "", tuple(Candidate(each, False) for each in [*own, *others[: DRAFT_NEAR[1]]]))
    yield "drafts", group
    if altered := maker.altered(question, group):
        yield "drafts", dataclasses.replace(group, question=altered.question)


if __name__ == "__main__":
    main()
