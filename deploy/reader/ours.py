"""Make groups to teach with out of questions about articles.

    python -m deploy.reader.ours --questions FILE.jsonl [FILE.jsonl ...] --articles-cut DATA/articles.jsonl
        --out DATA/ours.jsonl [--seed 1] [--mine WEIGHTS.onnx] [--remainders 2 3 4]

FILE.jsonl is from `keep_questions`, articles.jsonl from `sentences`; questions about other articles are left out. Only
articles whose id's CRC-32 leaves 2, 3 or 4 when divided by 5 are taught on; those of 1 are to choose by, those of 0 to
report on; of questions that are for teaching alone all five may be (`data/questions_later.jsonl`). Each seed draws
other wrong passages. With --mine they are those that a reader taught before likes best (hard negatives, Xiong et al.
2021).
"""

from __future__ import annotations

import argparse
import random
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from deploy.reader import json_lines, keep_questions, sentences, spans
from deploy.reader.bm25 import Bm25
from deploy.reader.groups import Candidate, Group, Span
from deploy.reader.keep_questions import Question
from deploy.reader.sentences import ArticleSentences
from facts.reader import Reader
from facts.reader.window import MONTHS, Passage

TAUGHT, CHOSEN_BY = frozenset({2, 3, 4}), 1

NEAR_OWN, NEAR_OTHER = 3, 2
"""How many wrong sentences a group has of the question's article, and of others; by default."""

YES, NO, NEITHER = 0, 1, 2

MOVED_SHARE = 0.5
"""How often a right sentence is also shown under another date, where the question names the date."""

ALTERED_SHARE = 0.35
"""How often a question is also asked with a name, number or month changed, so that nothing answers it."""

SPAN_CHARS_MAX = 240

_ASKS_YES_NO = re.compile(
    r"(?:so |and |but )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|isn't|wasn't|weren't|"
    r"aren't|didn't|doesn't|don't|hasn't|haven't|hadn't)\b(?!.*\bor\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)+")
_NUMBER = re.compile(r"\b\d{1,4}\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def remainder(article: str) -> int:
    """Which share of the articles one belongs to (0 to 4)."""
    return zlib.crc32(article.encode()) % 5


def main() -> None:
    """Make, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", help="only questions of this kind")
    parser.add_argument(
        "--remainders", type=int, nargs="+", default=sorted(TAUGHT), help="which articles are taught on"
    )
    parser.add_argument("--near", type=int, nargs=2, default=(NEAR_OWN, NEAR_OTHER), metavar=("OWN", "OTHER"))
    parser.add_argument("--mine", type=Path, metavar="WEIGHTS", help="take the wrong passages that this reader likes")
    given = parser.parse_args()
    began = time.monotonic()
    asked = [question for file in given.questions for question in keep_questions.read(file)]
    remainders = frozenset(given.remainders)
    taught = [question for question in asked if remainder(question.article) in remainders]
    taught = [question for question in taught if given.kind in (None, question.kind)]
    near, articles = (given.near[0], given.near[1]), sentences.read(given.articles_cut)
    taught = [question for question in taught if question.article in articles]
    maker = Maker(articles, random.Random(given.seed), near, remainders)
    if given.mine:
        maker.reader = Reader.load(given.mine)
    made = [group for question in taught for group in maker.groups(question)]
    count = json_lines.write(made, given.out)
    print(f"{given.out}: {count} groups of {len(taught)} questions in {time.monotonic() - began:.0f} s")


class Maker:
    """Makes groups of one set of articles."""

    def __init__(
        self,
        articles: dict[str, ArticleSentences],
        chance: random.Random,
        near: tuple[int, int] = (NEAR_OWN, NEAR_OTHER),
        remainders: frozenset[int] = TAUGHT,
        nearest: bool = False,
    ) -> None:
        """Index the sentences of articles that may be taught on, under their headings; `near` is as NEAR_OWN ….

        `nearest`: wrong sentences are those that BM25 finds first, not some of twice as many.
        """
        self.articles = articles
        self.near_own, self.near_other = near
        self.chance = chance
        self.reader: Reader | None = None
        self.nearest = nearest
        self.places = [
            (article.id, place)
            for article in articles.values()
            if remainder(article.id) in remainders
            for place in range(len(article.texts))
        ]
        self.index = Bm25([f"{articles[name].heading} {articles[name].texts[place]}" for name, place in self.places])
        self.own = {name: Bm25(article.texts) for name, article in articles.items()}

    def groups(self, question: Question) -> Iterator[Group]:
        """A question's group, and one of the question altered so that nothing answers it, now and then."""
        right = right_places(question, self.articles[question.article])
        group = self.group(question, right)
        if group is None:
            return
        yield group
        if right and self.chance.random() < ALTERED_SHARE and (altered := self.altered(question, group)):
            yield altered

    def group(self, question: Question, right: list[int]) -> Group | None:
        """A question's group, given the places of what answers it; None where they should be known and are not."""
        article = self.articles[question.article]
        candidates = self._wrong(question, article, right)
        if question.answers and right:
            candidates += self._right(question, article, right[0])
        elif question.answers:
            return None
        self.chance.shuffle(candidates)
        return Group(question.question, question.context, tuple(candidates))

    def altered(self, question: Question, group: Group) -> Group | None:
        """A question's group with the question altered so that nothing answers it, where that can be done."""
        altered = self._altered(question, self.articles[question.article])
        if altered is None:
            return None
        verdict = self._neither(altered)
        nothing = tuple(Candidate(each.passage, False, None, verdict) for each in group.candidates)
        return Group(altered, group.asked_before, nothing)

    def _right(self, question: Question, article: ArticleSentences, place: int) -> list[Candidate]:
        span = answer_span(question, article, place)
        verdict = {"yes": YES, "no": NO}.get(str(question.answers[0]).lower())
        passage = article.passage(place)
        found = [Candidate(passage, True, span, verdict)]
        moved = _moved(question.question, passage, self.chance)
        if moved and self.chance.random() < MOVED_SHARE:
            found.append(Candidate(moved, False, None, self._neither(question.question)))
        return found

    def _wrong(self, question: Question, article: ArticleSentences, right: list[int]) -> list[Candidate]:
        words = f"{question.context} {question.question}"
        texts = {article.texts[place] for place in right}
        strings = answer_strings(question, article)
        own = [
            article.passage(place)
            for place in self.own[article.id].top(words, 12)
            if place not in right and article.texts[place] not in texts and not _holds(article.texts[place], strings)
        ]
        others = [
            self.articles[name].passage(place)
            for place_of in self.index.top(words, 24)
            for name, place in [self.places[place_of]]
            if name != article.id and self.articles[name].texts[place] not in texts
        ]
        others = [each for each in others if _like(each.heading, article.heading) or not _holds(each.sentence, strings)]
        count = self.near_own if right else self.near_own + 1
        misleading = [article.passage(place) for place in _covered(question.misleads, article) if place not in right]
        own = [each for each in own if each not in misleading]
        picked = [*misleading, *self._near(question, own, count), *self._near(question, others, self.near_other)]
        return [Candidate(each, False, None, self._neither(question.question)) for each in picked]

    def _near(self, question: Question, passages: list[Passage], count: int) -> list[Passage]:
        """Those of the passages that the reader likes best; without one some of the first: the nearer, the oftener.

        Where the best are wanted, the first.
        """
        if self.reader:
            readings = self.reader.read(question.question, passages, question.context)
            liked = sorted(range(len(passages)), key=lambda place: -readings[place].logit)
            return [passages[place] for place in liked[:count]]
        if self.nearest:
            return passages[:count]
        near = passages[: 2 * count]
        return near if len(near) <= count else [near[n] for n in sorted(self.chance.sample(range(len(near)), count))]

    def _neither(self, question: str) -> int | None:
        return NEITHER if _ASKS_YES_NO.match(question) else None

    def _altered(self, question: Question, article: ArticleSentences) -> str | None:
        """The question with another name of the article, another number or another month in it."""
        text = question.question
        names = sorted({found[0] for each in article.texts for found in _NAME.finditer(each)})
        for pattern, others in ((_NAME, names), (_MONTH, list(MONTHS)), (_NUMBER, [])):
            found = pattern.search(text)
            if not found:
                continue
            if pattern is _NUMBER:
                return f"{text[: found.start()]}{_other_number(found[0], self.chance)}{text[found.end() :]}"
            known = question.context + text
            left = [other for other in others if other not in known and not _holds(other, found[0].split())]
            if left:
                return f"{text[: found.start()]}{self.chance.choice(left)}{text[found.end() :]}"
        return None


def _other_number(number: str, chance: random.Random) -> str:
    changed = int(number) + chance.choice([-3, -2, -1, 1, 2, 3])
    return str(changed if changed > 0 else int(number) + 2)


def _moved(question: str, passage: Passage, chance: random.Random) -> Passage | None:
    """A passage under another month or year, where the question names those of its heading."""
    months = [month for month in _MONTH.findall(passage.heading) if month in question]
    years = [year for year in re.findall(r"\b(?:19|20)\d\d\b", passage.heading) if year in question]
    if not months and not years:
        return None
    moved = passage.heading
    if months and (not years or chance.random() < 0.5):
        moved = moved.replace(months[0], chance.choice([month for month in MONTHS if month not in months]))
        day = f"{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        moved = re.sub(r"\b(\d{4})-\d\d-\d\d\b", rf"\1-{day}", moved)
    else:
        moved = moved.replace(years[0], str(int(years[0]) + chance.choice([-2, -1, 1, 2])))
    return Passage(moved, passage.before, passage.sentence)


def right_places(question: Question, article: ArticleSentences) -> list[int]:
    """The sentences that the evidence covers, the one that answers best first."""
    shared = _covered(question.evidence, article)
    return sorted(shared, key=lambda place: (answer_span(question, article, place) is None, -shared[place]))


def _covered(span: Span | None, article: ArticleSentences) -> dict[int, int]:
    """The sentences that a span of an article covers, or which it touches where it covers none, with how many
    characters."""
    if span is None:
        return {}
    begin, end = span
    shared = {
        place: min(end, last) - max(begin, first)
        for place, (first, last) in enumerate(article.spans)
        if min(end, last) - max(begin, first) > 0
    }
    covered = {
        place: chars for place, chars in shared.items() if 2 * chars >= min(end - begin, _chars(article.spans[place]))
    }
    return covered or shared


def _chars(span: Span) -> int:
    return span[1] - span[0]


def answer_strings(question: Question, article: ArticleSentences) -> list[str]:
    """The accepted answers as strings; none for yes and no, which stand everywhere."""
    found = []
    for answer in question.answers:
        if isinstance(answer, str):
            found.append(answer)
        else:
            found += [
                text[max(0, answer[0] - begin) : answer[1] - begin]
                for text, (begin, end) in zip(article.texts, article.spans, strict=True)
                if begin <= answer[0] < end
            ]
    return [answer for answer in found if answer and answer.lower() not in ("yes", "no")]


def answer_span(question: Question, article: ArticleSentences, place: int) -> Span | None:
    """Where the answer stands in a sentence; None where it does not, or decides only yes or no."""
    strings = answer_strings(question, article)
    if not strings:
        return None
    find = spans.find_all if question.all_wanted else spans.find
    found = find(article.texts[place], strings)
    return found if found and _chars(found) <= SPAN_CHARS_MAX else None


def _holds(sentence: str, answers: Sequence[str]) -> bool:
    return spans.find(sentence, list(answers)) is not None


def _like(heading: str, other: str) -> bool:
    """Whether two headings name meetings of one series: most of their words are the same, numbers and months aside."""
    first, second = (set(re.findall(r"[^\W\d]{2,}", _MONTH.sub("", text).lower())) for text in (heading, other))
    return 2 * len(first & second) > len(first | second)


if __name__ == "__main__":
    main()
