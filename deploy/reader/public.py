"""Make groups to teach with out of public question sets.

    python -m deploy.reader.public --questions PUBLIC.jsonl.gz --out DATA/public.jsonl

PUBLIC.jsonl.gz has one passage a line: source, title, sentences, questions (each: question, answers, in).
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deploy.reader import json_lines
from deploy.reader.bm25 import Bm25
from deploy.reader.groups import Candidate, Group, Span
from facts.reader.window import Passage

SEED = 11
NEAR_SAME, NEAR_OTHER = 2, 2
"""How many wrong sentences a group has of the question's own passage, and of others."""

QAMR_SHARE = 0.25
"""How much of QAMR is taken: its questions ask for one sentence each, and there are many."""

BARE_SHARE = 0.1
"""How many passages lose their heading, so that the reader does not lean on it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with where it stands: passage number, place in it."""

    text: str
    document: int
    place: int


def main() -> None:
    """Read, make, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    began = time.monotonic()
    with gzip.open(given.questions, "rt", encoding="utf-8") as stream:
        documents = [json.loads(line) for line in stream]
    count = json_lines.write(shuffled(documents), given.out)
    print(f"{given.out}: {count} groups in {time.monotonic() - began:.0f} s")


def shuffled(documents: list[dict[str, Any]]) -> list[Group]:
    """All groups, in an order that a seed fixes."""
    chance = random.Random(SEED)
    made = list(_groups(documents, chance))
    chance.shuffle(made)
    return made


def _groups(documents: list[dict[str, Any]], chance: random.Random) -> Iterator[Group]:
    sentences = [
        Sentence(text, number, place)
        for number, document in enumerate(documents)
        for place, text in enumerate(document["sentences"])
    ]
    first = {(sentence.document, sentence.place): place for place, sentence in enumerate(sentences)}
    index = Bm25([sentence.text for sentence in sentences])
    for number, document in enumerate(documents):
        share = QAMR_SHARE if document["source"] == "qamr" else 1.0
        for asked in document["questions"]:
            if chance.random() >= share:
                continue
            own = [sentences[first[number, place]] for place in range(len(document["sentences"]))]
            others = [sentences[place] for place in index.top(asked["question"], 24)]
            yield _group(asked, documents, own, [s for s in others if s.document != number], chance)


def _group(
    asked: dict[str, Any],
    documents: list[dict[str, Any]],
    own: list[Sentence],
    others: list[Sentence],
    chance: random.Random,
) -> Group:
    answers = [str(answer) for answer in asked["answers"]]
    right = set(asked["in"])
    wrong = [s for s in own if s.place not in right and not _holds(s.text, answers)]
    others = [s for s in others if not _holds(s.text, answers)]
    near = Bm25([s.text for s in wrong]) if wrong else None
    order = near.top(asked["question"], NEAR_SAME + 1) if near else []
    same = [wrong[place] for place in order] or chance.sample(wrong, min(1, len(wrong)))
    picked = same[: NEAR_SAME if right else NEAR_SAME + 1]
    picked += chance.sample(others[:12], min(NEAR_OTHER, len(others[:12])))
    candidates = [
        Candidate(_passage(own[place], documents, chance), True, find(own[place].text, answers))
        for place in sorted(right)[:1]
    ]
    candidates += [Candidate(_passage(s, documents, chance), False) for s in picked]
    chance.shuffle(candidates)
    return Group(_typed(asked["question"], chance), "", tuple(candidates))


def _holds(sentence: str, answers: list[str]) -> bool:
    low = sentence.lower()
    return any(answer.lower() in low for answer in answers)


def find(sentence: str, answers: list[str]) -> Span | None:
    """Where the first answer that stands in a sentence stands there."""
    low = sentence.lower()
    for answer in answers:
        begin = low.find(answer.lower())
        if begin >= 0 and answer and len(low) == len(sentence):
            return begin, begin + len(answer)
    return None


def _passage(sentence: Sentence, documents: list[dict[str, Any]], chance: random.Random) -> Passage:
    document = documents[sentence.document]
    title = "" if document["source"] == "qamr" or chance.random() < BARE_SHARE else document["title"].replace("_", " ")
    before = document["sentences"][sentence.place - 1] if sentence.place else ""
    return Passage(title, before, sentence.text)


def _typed(question: str, chance: random.Random) -> str:
    """One question in eight is typed in haste: two letters change places or one is lost."""
    if chance.random() >= 0.125 or len(question) < 12:
        return question
    at = chance.randrange(3, len(question) - 3)
    swapped = question[:at] + question[at + 1] + question[at] + question[at + 2 :]
    return swapped if chance.random() < 0.5 else question[:at] + question[at + 1 :]


if __name__ == "__main__":
    main()
