"""Make yes/no questions out of the statements of articles, to teach what decides one and what does not.

    python -m deploy.reader.statements --articles FOLDER [FOLDER ...] --out DATA/statements.jsonl

From "The board approved three loans." come "Did the board approve three loans?" (yes), "Did the board reject three
loans?" (no), "Did the board approve five loans?" (no) and "Did Anna Berg approve three loans?" (neither). It needs the
extra `compile`. Only articles that may be taught on are used (see `ours`).
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deploy.reader import json_lines, ours, sentences, spans
from deploy.reader.bm25 import Bm25
from deploy.reader.groups import Candidate, Group
from deploy.reader.ours import NEITHER, NO, YES
from deploy.reader.sentences import ArticleSentences

if TYPE_CHECKING:
    from facts.parse.parser import ArticleParse
    from facts.parse.tree import Span, Token

SEED = 11
NEAR = 1
"""How many wrong sentences a group has."""

WORDS_MIN, WORDS_MAX, SUBJECT_WORDS_MAX = 5, 22, 8
"""How long a question made so is, and its subject at most."""

OPPOSITES = (
    "accept refuse, after before, against for, agree disagree, all some, allow ban, approve reject, arrive leave, "
    "begin end, close open, decrease increase, fail succeed, fall rise, fewer more, first last, gain lose, high low, "
    "high-level low-level, join leave, large small, less more, lose win, lower raise, major minor, new old, "
    "oppose support, private public, reduce increase, remain leave, start stop, strengthen weaken, ease tighten, "
    "buy sell, include exclude, former current, early late, least most, extend shorten, adopt reject, "
    "welcome condemn, praise criticise, confirm deny, keep drop, postpone advance, north south, east west, "
    "northern southern, eastern western, unanimous divided"
)
"""Words that, one put for the other, turn a yes into a no."""

_OPPOSITE = {
    word: other
    for pair in OPPOSITES.split(", ")
    for first, second in [pair.split()]
    for word, other in ((second, first), (first, second))
}
_AUXILIARIES = {"VBD": "Did", "VBZ": "Does", "VBP": "Do"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BREAKS = frozenset({";", ":", "—", "–", "(", '"', "“"})


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """A clause as the parts of a question: "Did", "the board", "approve", "three loans"; and whether it is denied."""

    auxiliary: str
    subject: str
    verb: str
    rest: tuple[str, ...]
    denied: bool
    subject_is_name: bool

    def question(self) -> str:
        """The clause asked."""
        words = " ".join([self.auxiliary, self.subject, self.verb, *self.rest])
        words = re.sub(r"\s+([,.'’%])", r"\1", " ".join(words.split()))
        return re.sub(r"(?<=\w) - (?=\w)", "-", words).replace("# ", "#").replace("$ ", "$") + "?"


def main() -> None:
    """Make, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    began = time.monotonic()
    files = sorted(file for folder in given.articles for file in folder.iterdir() if file.suffix in (".md", ".txt"))
    taught = [file for file in files if ours.remainder(file.stem) in ours.TAUGHT]
    count = json_lines.write(make(taught, sentences.read(given.articles_cut)), given.out)
    print(f"{given.out}: {count} groups in {time.monotonic() - began:.0f} s")


def make(files: Sequence[Path], known: dict[str, ArticleSentences]) -> Iterator[Group]:
    """The groups of articles' files; `known` are the articles cut into sentences."""
    from facts import articles
    from facts.parse.parser import Parser

    chance = random.Random(SEED)
    for parsed in Parser().parse(articles.read(file)[0] for file in files):
        article = known[parsed.article.id]
        index = Bm25(article.texts)
        stated = list(_statements(parsed, article))
        subjects = [statement.subject for _, statement in stated if statement.subject_is_name]
        for place, statement in stated:
            asked = _ask(statement, subjects, chance)
            if asked:
                yield _group(*asked, place, article, index, chance)


def _group(
    question: str, verdict: int, place: int, article: ArticleSentences, index: Bm25, chance: random.Random
) -> Group:
    near = [other for other in index.top(question, 2 * NEAR) if other != place]
    wrong = chance.sample(near, min(NEAR, len(near)))
    answers = verdict != NEITHER
    candidates = [Candidate(article.passage(place), answers, None, verdict)]
    candidates += [Candidate(article.passage(other), False, None, NEITHER) for other in wrong]
    chance.shuffle(candidates)
    return Group(question, "", tuple(candidates))


def _ask(statement: Statement, subjects: list[str], chance: random.Random) -> tuple[str, int] | None:
    """The question of a statement, as it is or turned, with what is then said to it."""
    if statement.denied:
        return statement.question(), NO
    turned = [each for each in (_opposed(statement), _miscounted(statement, chance)) if each]
    others = [subject for subject in subjects if not set(subject.split()) & set(statement.subject.split())]
    lot = chance.random()
    if turned and lot < 0.75:
        return chance.choice(turned).question(), NO
    if others and lot > 0.45:
        return dataclasses.replace(statement, subject=chance.choice(others)).question(), NEITHER
    return (statement.question(), YES) if lot < 0.35 else None


def _opposed(statement: Statement) -> Statement | None:
    if statement.verb in _OPPOSITE:
        return dataclasses.replace(statement, verb=_OPPOSITE[statement.verb])
    for place, word in enumerate(statement.rest):
        if word in _OPPOSITE and word not in ("for", "some", "all", "leave"):
            return dataclasses.replace(statement, rest=_put(statement.rest, place, _OPPOSITE[word]))
    return None


def _miscounted(statement: Statement, chance: random.Random) -> Statement | None:
    for place, word in enumerate(statement.rest):
        if word.isdigit() and int(word) < 10_000:
            other = str(max(0, int(word) + chance.choice([-2, -1, 1, 2, 5])))
            if other != word:
                return dataclasses.replace(statement, rest=_put(statement.rest, place, other))
        if word in spans.NUMBERS[2:]:
            other = chance.choice([number for number in spans.NUMBERS[2:13] if number != word])
            return dataclasses.replace(statement, rest=_put(statement.rest, place, other))
    return None


def _put(words: tuple[str, ...], place: int, word: str) -> tuple[str, ...]:
    return (*words[:place], word, *words[place + 1 :])


def _statements(parsed: ArticleParse, article: ArticleSentences) -> Iterator[tuple[int, Statement]]:
    """Each sentence that states something plainly, by its place among the article's sentences."""
    for paragraph, sentence in parsed.sentences():
        begin = paragraph.start + sentence.start_char
        place = next((n for n, (first, last) in enumerate(article.spans) if first <= begin < last), None)
        statement = _statement(sentence)
        if place is not None and statement:
            yield place, statement


def _statement(sentence: Span) -> Statement | None:
    root = sentence.root
    subject = next((child for child in root.children if child.dep_ in _SUBJECTS and child.i < root.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or root.pos_ not in ("VERB", "AUX"):
        return None
    named = [token for token in subject.subtree if not token.is_space]
    verb = _verb(root)
    if verb is None or len(named) > SUBJECT_WORDS_MAX or any(token.text in (*_BREAKS, ",") for token in named):
        return None
    rest = tuple(_rest(sentence, root))
    if not WORDS_MIN <= len(named) + len(rest) + 2 <= WORDS_MAX or len(rest) < 2:
        return None
    if sentence[-1].text == "?":
        return None
    first = named[0].original if named[0].pos_ == "PROPN" else named[0].original.lower()
    words = " ".join([first, *(token.original for token in named[1:])])
    denied = any(child.dep_ == "neg" for child in root.children)
    return Statement(verb[0], words, verb[1], rest, denied, subject.pos_ == "PROPN")


def _verb(root: Token) -> tuple[str, str] | None:
    """What a question begins with and what is left of the verb behind the subject: "Did", "approve"."""
    helpers = [child for child in root.children if child.dep_ in ("aux", "auxpass") and child.i < root.i]
    if helpers:
        left = [token.text for token in (*helpers[1:], root)]
        return helpers[0].text.capitalize(), " ".join(left)
    if root.lemma_ == "be":
        return root.text.capitalize(), ""
    return (_AUXILIARIES[root.tag_], root.lemma_) if root.tag_ in _AUXILIARIES else None


def _rest(sentence: Span, root: Token) -> Iterator[str]:
    """The words behind the verb, up to where another clause may begin."""
    count = 0
    for token in sentence:
        if token.i <= root.i or token.dep_ == "neg" or token.is_space:
            continue
        if token.text in _BREAKS or (token.is_punct and count >= 4) or count > WORDS_MAX:
            return
        if token.is_punct and token.text in ".?!":
            return
        count += 1
        yield token.original


if __name__ == "__main__":
    main()
