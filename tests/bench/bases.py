"""Bases of any size for measuring, with the words, names, dates and numbers that real ones have.

    python tests/bench/bases.py DIRECTORY QUESTIONS

Bodies, people and places are invented from syllables; what they speak about are runs of words from the articles of
tests/articles, so that words are as common or as rare as in real ones. An article has about a hundred questions.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import itertools
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

ARTICLES: Final = Path(__file__).parents[1] / "articles"
SYLLABLES: Final = (
    "al ar bel bor bran cal cor dan del dor eld en far fen gal gar hal har hel in is jar kal kar kel lan "
    "lin lor mar mel "
    "mor nar nel nor or pel per ran rel ros sal sar sel sor tal tar tel tor ul van vel ver vor wen wil yar zel"
).split()
ENDINGS: Final = (
    "ach aro berg by dale dorf ela en eno er esh ford ham ik ina is itz kov land ley mere o os ov ski son "
    "stad ton us wick"
).split()
FIRST: Final = (
    "Aldo Amara Anneli Anton Berta Carlo Chidi Clara Cyril Dagny Dario Edda Emre Esther Fanny Farid Goran "
    "Greta Hana Hilde "
    "Ilse Ivo Jarmila Jonas Kaspar Kofi Leila Liv Lucia Magnus Mei Milan Nadia Nora Olga Omar Otto Petra "
    "Rania Rolf "
    "Samir Selma Stefan Tadej Tomas Uma Vera Viktor Wanda Yusuf"
).split()
FIELDS: Final = (
    "Water Fisheries Energy Forestry Harbour Railway Housing Health Education Transport Customs Heritage "
    "Climate Grain Post "
    "Aviation Mining Tourism Defence Tax Labour Library Nursing Patent Refugee River Road Seed Soil Sport"
).split()
BODIES: Final = "Council,Commission,Board,Committee,Authority,Assembly,Forum,Union,Conference,Working Group".split(",")
ROLES: Final = (
    "chair,deputy chair,secretary,treasurer,minister,mayor,director "
    "general,delegate,spokesperson,auditor,chief engineer"
).split(",")
SAID: Final = "propose oppose criticise support describe defend question mention".split()
DONE: Final = "approve reject postpone discuss adopt review amend publish".split()
PAST: Final = {
    "propose": "proposed",
    "oppose": "opposed",
    "criticise": "criticised",
    "support": "supported",
    "describe": "described",
    "defend": "defended",
    "question": "questioned",
    "mention": "mentioned",
    "approve": "approved",
    "reject": "rejected",
    "postpone": "postponed",
    "discuss": "discussed",
    "adopt": "adopted",
    "review": "reviewed",
    "amend": "amended",
    "publish": "published",
}
_CUT: Final = frozenset(
    "a an the and or but of to in on at for with by from as is are was were be been has have had it its "
    "he she they we "
    "that this which who what when where not no said would will could than then there their his her our".split()
)


@dataclasses.dataclass(frozen=True)
class Line:
    """A fact: its kind, its questions, its answer, the sentence it stands in."""

    kind: str
    questions: tuple[str, ...]
    answer: str
    evidence: str


class World:
    """The people, places, bodies and topics of a base."""

    def __init__(self, seed: int, articles: int) -> None:
        """Invent as many as so many articles need."""
        self.chance = random.Random(seed)
        self.topics = topics()
        self.surnames = self._names(max(200, articles * 2))
        self.places = self._names(max(60, articles // 4))
        self.asked: set[str] = set()
        self.bodies = [self._body() for _ in range(max(5, articles // 12))]

    def _names(self, count: int) -> list[str]:
        found: set[str] = set()
        while len(found) < count:
            parts = self.chance.choices(SYLLABLES, k=self.chance.choice((1, 2, 2, 3)))
            found.add("".join((*parts, self.chance.choice(ENDINGS))).capitalize())
        return sorted(found)

    def _body(self) -> tuple[str, str]:
        words = f"{self.chance.choice(self.places)} {self.chance.choice(FIELDS)} {self.chance.choice(BODIES)}".split()
        return " ".join(words), "".join(word[0] for word in words) + self.chance.choice(("", "", "+"))

    def person(self) -> str:
        """A new name."""
        return f"{self.chance.choice(FIRST)} {self.chance.choice(self.surnames)}"

    def topic(self) -> str:
        """Something to speak about."""
        return " ".join(self.chance.choice(self.topics))


def topics() -> list[tuple[str, ...]]:
    """Runs of two to four words that carry content, as they follow each other in the articles."""
    found: list[tuple[str, ...]] = []
    for file in sorted(ARTICLES.glob("*/*.*")):
        if file.suffix in (".md", ".txt"):
            for sentence in re.split(r"[.!?,;:()“”\"\n]+", file.read_text(encoding="utf-8")):
                run: list[str] = []
                for word in (*sentence.lower().split(), ""):
                    if word.isalpha() and word not in _CUT and len(word) > 2:
                        run.append(word)
                    else:
                        found += [tuple(run[:4])] if len(run) > 1 else []
                        run = []
    return found


def article(world: World, number: int) -> tuple[str, str]:
    """The id of an article, and its page, both as they would be in a compiled base."""
    chance = world.chance
    body, short = chance.choice(world.bodies)
    place = chance.choice(world.places)
    held = datetime.date(2005, 1, 3) + datetime.timedelta(days=chance.randrange(7300))
    lines = list(_only_new(world, _lines(world, body, short, place, held)))
    name = f"{held.isoformat()}-{re.sub('[^a-z]+', '-', body.lower())}-{number:06}"
    return name, page(name, held, body, short, place, lines)


def _only_new(world: World, lines: Iterator[Line]) -> Iterator[Line]:
    """The facts with those questions that no other fact is asked by, so that one answer is the right one."""
    for line in lines:
        fresh = tuple(question for question in line.questions if question not in world.asked)
        world.asked.update(fresh)
        if fresh:
            yield dataclasses.replace(line, questions=fresh)


def _lines(world: World, body: str, short: str, place: str, held: datetime.date) -> Iterator[Line]:
    chance = world.chance
    day = f"{held.day} {held:%B %Y}"
    chair = world.person()
    opening = f"The {body} ({short}) met in {place} on {day} under {chair}."
    yield Line(
        "who",
        (
            f"Who chaired the {short} meeting on {day}?",
            f"Who presided over the {body} meeting in {place}?",
            f"Who led the {short} meeting in {held:%B %Y}?",
        ),
        chair,
        opening,
    )
    yield Line(
        "when",
        (f"When was the {body} meeting in {place} held?", f"When did the {short} meet in {place}?"),
        day,
        opening,
    )
    yield Line(
        "where",
        (f"Where was the {short} meeting on {day} held?", f"Where did the {body} meet in {held:%B %Y}?"),
        place,
        opening,
    )
    yield Line("definition", (f"What does {short} stand for?",), body, opening)
    for _ in range(6):
        person, role, town = world.person(), chance.choice(ROLES), chance.choice(world.places)
        said = f"{person}, {role} of {town}, took part."
        yield Line("who", (f"Who is {person}?", f"What is {person}’s role?"), f"{role} of {town}", said)
        yield Line("who", (f"Who is the {role} of {town}?",), person, said)
        yield Line("yes_no", (f"Did {person} take part in the {short} meeting?",), f"Yes, {person} took part", said)
    for _ in range(9):
        person, verb, topic = world.person(), chance.choice(SAID), world.topic()
        done = PAST[verb]
        said = f"{person} {done} the {topic} at length."
        yield Line(
            "what",
            (f"What did {person} {verb}?", f"What did {person} {verb} at the {short} meeting?"),
            f"the {topic}",
            said,
        )
        yield Line("who", (f"Who {done} the {topic}?", f"Who {done} the {topic} at the {body} meeting?"), person, said)
    for verb in chance.sample(DONE, 7):
        topic, votes = world.topic(), chance.randrange(3, 90)
        done = PAST[verb]
        town = chance.choice(world.places)
        said = f"By {votes} votes the {short} {done} the {topic} of {town}."
        yield Line(
            "what",
            (f"What did the {short} {verb} on {day}?", f"What was {done} at the {body} meeting on {day}?"),
            f"the {topic} of {town}",
            said,
        )
        yield Line(
            "how_many",
            (f"How many votes did the {topic} of {town} get?", f"By how many votes was the {topic} of {town} {done}?"),
            f"{votes} votes",
            said,
        )


def page(name: str, held: datetime.date, body: str, short: str, place: str, lines: Sequence[Line]) -> str:
    """A page of the base. Strings are written as JSON, which YAML reads as well."""
    q = json.dumps
    parts = [
        f"schema: 2\narticle:\n  id: {q(name)}\n  date: {held}\n  source: {q(place + ' Courier')}\n  title: null\n"
        f"  url: null\n  file: {q(name + '.txt')}\n  sha256: {'0' * 64!r}\n"
        f"meeting:\n  name: {q(body)}\n  aliases: [{q(short)}]\n  date: {held}\n  place: {q(place)}\n  format: null\n"
        f"  series: {q(body)}\nsentences:\n"
    ]
    below: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        variants = "".join(f"\n    - {q(text)}" for text in line.questions[1:]) or " []"
        below.setdefault(line.evidence, []).append(
            f"  - question: {q(line.questions[0])}\n    answer: {q(line.answer)}\n    kind: {line.kind}\n"
            f"    variants:{variants}\n    confidence: 0.9\n    id: f{number}\n"
        )
    parts += [f"- text: {q(text)}\n  facts:\n{''.join(facts)}" for text, facts in below.items()]
    return "".join(parts)


def write(directory: Path, questions: int, seed: int = 1) -> int:
    """Write a base of at least so many questions into a new directory; how many articles that takes."""
    directory.mkdir(parents=True)
    world = World(seed, max(1, questions // 100))
    count = 0
    for number in itertools.count():
        if count >= questions:
            return number
        name, text = article(world, number)
        (directory / f"{name}.yaml").write_text(text, encoding="utf-8")
        count += text.count("\n  - question:") + text.count("\n    - ")
    raise AssertionError


def main() -> None:
    """Write a base."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("questions", type=int)
    args = parser.parse_args()
    print(f"{write(args.directory, args.questions)} articles")


if __name__ == "__main__":
    main()
