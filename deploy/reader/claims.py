"""Make claims to teach with: facts that people have judged, and questions with a right or a wrong answer.

    python -m deploy.reader.claims --judged FILE.jsonl [FILE.jsonl ...] --questions FILE.jsonl [FILE.jsonl ...]
        --articles-cut DATA/articles.jsonl --articles FOLDER [FOLDER ...] --out DATA/claims.jsonl [--seed 1]
        [--drafts SHEET.yaml ...]

Judged facts are from `keep_judged`, questions from `keep_questions`. A question's own answer makes a true claim, the
answer of another question of its kind and article an untrue one. Drafts (`draw`) make claims of which nothing is known:
only a network that was taught before can say whether they hold. Only articles that may be taught on are used (see
`ours`).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from deploy.reader import json_lines, keep_judged, keep_questions, ours, sentences
from deploy.reader.groups import Span
from deploy.reader.keep_judged import Judged
from deploy.reader.keep_questions import Question
from deploy.reader.sentences import ArticleSentences
from facts.reader.window import Claim, Passage

UNTRUE_SHARE = 0.7
"""How often a question's right answer is also put beside a wrong one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Taught:
    """A claim with whether it is good and true; None where that is not known."""

    claim: Claim
    good: bool | None
    true: bool | None


def main() -> None:
    """Make, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--judged", type=Path, nargs="*", default=())
    parser.add_argument("--questions", type=Path, nargs="*", default=())
    parser.add_argument("--drafts", type=Path, nargs="*", default=())
    parser.add_argument("--articles-cut", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    known, texts = sentences.read(given.articles_cut), keep_questions.texts(given.articles)
    judged = [fact for file in given.judged for fact in keep_judged.read(file)]
    asked = [question for file in given.questions for question in keep_questions.read(file)]
    made = list(of_judged(judged, known, texts)) + list(of_questions(asked, known, random.Random(given.seed)))
    for sheet in given.drafts:
        made += of_drafts(yaml.load(sheet.read_text(encoding="utf-8"), yaml.CSafeLoader), known)
    json_lines.write(made, given.out)
    print(f"{given.out}: {len(made)} claims in {time.monotonic() - began:.0f} s")


def of_judged(judged: Iterable[Judged], known: dict[str, ArticleSentences], texts: dict[str, str]) -> Iterator[Taught]:
    """Facts that people have judged."""
    for fact in judged:
        if ours.remainder(fact.article) in ours.TAUGHT and (claim := claim_of(fact, known[fact.article], texts)):
            yield Taught(claim, fact.verdict == "good", not fact.untrue)


def claim_of(fact: Judged, article: ArticleSentences, texts: dict[str, str]) -> Claim | None:
    """A judged fact as a claim about its evidence, under the article's heading and behind the sentence before."""
    place = _place(fact.evidence, article)
    if place is None:
        return None
    text = texts[fact.article]
    answer = fact.answer if isinstance(fact.answer, str) else text[slice(*fact.answer)]
    passage = dataclasses.replace(article.passage(place), sentence=" ".join(text[slice(*fact.evidence)].split()))
    return Claim(fact.question, " ".join(answer.split()), passage)


def _place(evidence: Span, article: ArticleSentences) -> int | None:
    return next(
        (place for place, span in enumerate(article.spans) if span[0] < evidence[1] and span[1] > evidence[0]), None
    )


def of_questions(
    asked: Sequence[Question], known: dict[str, ArticleSentences], chance: random.Random
) -> Iterator[Taught]:
    """Questions that people have written, with their answer and often with one of another question."""
    answered = [
        each for each in asked if each.answers and not each.context and each.kind not in ("yes_no", "unanswerable")
    ]
    answered = [each for each in answered if ours.remainder(each.article) in ours.TAUGHT]
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for question in answered:
        said[question.article, question.kind] += ours.answer_strings(question, known[question.article])[:1]
    for question in answered:
        article = known[question.article]
        places, own = ours.right_places(question, article), ours.answer_strings(question, article)
        if not places or not own:
            continue
        passage = article.passage(places[0])
        yield Taught(Claim(question.question, own[0], passage), _well_put(question) or None, true=True)
        others = [answer for answer in said[question.article, question.kind] if not _alike(answer, own)]
        if others and chance.random() < UNTRUE_SHARE:
            yield Taught(Claim(question.question, chance.choice(others), passage), good=False, true=False)


def of_drafts(items: Iterable[dict[str, str]], known: dict[str, ArticleSentences]) -> Iterator[Taught]:
    """Drafts of facts; one whose evidence no sentence of its article begins is left out."""
    for item in items:
        article, evidence = known.get(item["article"]), item["evidence"]
        if article is None or ours.remainder(article.id) not in ours.TAUGHT:
            continue
        place = next((place for place, text in enumerate(article.texts) if evidence.startswith(text)), None)
        if place is not None:
            passage = dataclasses.replace(article.passage(place), sentence=evidence)
            yield Taught(Claim(item["question"], str(item["answer"]), passage), None, None)


def _well_put(question: Question) -> bool:
    """Whether a question is written out, and so one that a fact may have."""
    return question.style == "plain" and question.question[0].isupper() and question.question.endswith("?")


def _alike(answer: str, others: Iterable[str]) -> bool:
    words = set(answer.lower().split())
    return any(words & set(other.lower().split()) for other in others)


def read(path: Path) -> list[Taught]:
    """Read claims back."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claim = row["claim"]
        passage = Passage(**claim["passage"])
        found.append(Taught(Claim(claim["question"], claim["answer"], passage), row["good"], row["true"]))
    return found


if __name__ == "__main__":
    main()
