"""A stand-in for the extraction: what it finds hangs on nothing but the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Sequence

from facts.model import Article, Fact, Meeting, Sentence


def find(
    read: Sequence[Article], _: object = None
) -> list[tuple[Meeting | None, tuple[Fact, ...], tuple[Sentence, ...]]]:
    """Stand in for the extraction: of every sentence one fact, and a meeting."""
    return [_found(each) for each in read]


def _found(read: Article) -> tuple[Meeting | None, tuple[Fact, ...], tuple[Sentence, ...]]:
    facts, sentences = [], []
    for n, (start, end) in enumerate(read.paragraphs):
        evidence = read.text[start:end]
        sentences.append(Sentence(" ".join(evidence.split()), (start, end)))
        question = f"What is said in sentence {''.join(evidence.split()[-1:])}{n}?"
        facts.append(Fact(f"said-{n}", "what", question, evidence.rstrip("."), evidence, (start, end)))
    return Meeting("Lantern Guild"), tuple(facts), tuple(sentences)
