"""Runs tests/corpus/FAMILY.yaml of every family of facts: texts, and what must be read from them.

An entry has

- `text`: one or more sentences, paragraphs parted by blank lines as in an article; `date`: of the article (ISO), if it
  matters;
- `gives`: facts that must be found: `QUESTION: ANSWER`, or any of `kind`, `question`, `answer`, `value`. The
  question may be a part of the fact's, the answer is whole; case, accents and quotes don't matter;
- `never`: facts that must not be found, in the same forms, the answer being here a part of the fact's;
- `none: true`: the family finds nothing.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from facts.articles import read_text
from facts.extract import read
from facts.extract.draft import Draft, Material
from facts.extract.extraction import FAMILIES
from facts.folding import fold
from facts.model import Article, Value
from facts.parse.parser import Parser

CORPUS = Path(__file__).parent / "corpus"
KEYS = {"text", "date", "gives", "never", "none"}
FACT_KEYS = {"kind", "question", "answer", "value"}
Entry = dict[str, Any]


MODULES = {family.__module__.rpartition(".")[2]: family for family in FAMILIES}
"""The families by the names of their modules, which are those of their corpora."""


def families() -> Iterator[str]:
    """The corpora of this form: those of the families of `facts.extract`."""
    for path in sorted(CORPUS.glob("*.yaml")):
        if path.stem in MODULES:
            yield path.stem


def entries(family: str) -> list[Entry]:
    found: list[Entry] = yaml.safe_load((CORPUS / f"{family}.yaml").read_text("utf-8"))
    return found


EXAMPLES = [
    pytest.param(family, entry, id=f"{family}-{n}")
    for family in families()
    for n, entry in enumerate(entries(family), start=1)
]


@functools.cache
def parser() -> Parser:
    return Parser()


@functools.cache
def material(text: str, date: datetime.date | None) -> Material:
    reading = read_text(text)
    day = date or reading.date
    article = Article("example", day, None, reading.title, None, "example.txt", "0", reading.text, reading.paragraphs)
    return read(next(iter(parser().parse([article]))))


def drafts(family: str, found: Material) -> list[Draft]:
    return list(MODULES[family](found))


def wanted(entry: Entry, key: str) -> list[dict[str, Any]]:
    """The facts listed under `gives` or `never`, the short form spelt out."""
    listed: list[dict[str, Any]] = []
    for item in entry.get(key, ()):
        short = len(item) == 1 and not set(item) <= FACT_KEYS
        listed.append(dict(zip(("question", "answer"), next(iter(item.items())), strict=True)) if short else item)
    assert all(set(item) <= FACT_KEYS for item in listed)
    return listed


def fits(draft: Draft, fact: dict[str, Any], *, whole: bool) -> bool:
    answer = fold(str(fact.get("answer", draft.answer)))
    return (
        fact.get("kind", draft.kind) == draft.kind
        and fold(fact.get("question", "")) in fold(draft.question)
        and (answer == fold(draft.answer) if whole else answer in fold(draft.answer))
        and fact.get("value", draft.value) == draft.value
    )


@pytest.mark.parametrize(("family", "entry"), EXAMPLES)
def test_a_text_gives_what_its_corpus_says(family: str, entry: Entry) -> None:
    assert set(entry) <= KEYS
    found = material(entry["text"], entry.get("date"))
    given = drafts(family, found)
    seen = "\n".join(f"  {d.kind}: {d.question} -> {d.answer}" for d in given)
    missing = [fact for fact in wanted(entry, "gives") if not any(fits(d, fact, whole=True) for d in given)]
    assert not missing, f"not found: {missing}\nfound:\n{seen}"
    wrong = [d for fact in wanted(entry, "never") for d in given if fits(d, fact, whole=False)]
    assert not wrong, f"must not be found: {wrong}\nfound:\n{seen}"
    assert not (entry.get("none") and given), f"must find nothing\nfound:\n{seen}"


RULES = frozenset("yes no sent the vote was".split())
"""Words that answers are put together with: "No, Ed Hart *sent* apologies", "No, *the vote was* 5-2"."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text).replace("'s", "")))


def resolved(draft: Draft, dates: set[str], article: set[str]) -> set[str]:
    """The words of an answer that need not stand in its evidence, by the rules that put them there."""
    if draft.kind == "yes_no":
        return article | dates | RULES
    if draft.kind == "who":  # "they" are the council, named elsewhere; of "judges Ito and Vik" each is a judge
        return article | {word.removesuffix("s") for word in article}
    if draft.kind == "list":  # names put together from their lines
        return dates | {"and"}
    if draft.kind == "what":  # a task with its deadline from another column; what "we" say of ourselves is theirs
        return dates | {"by", "the", "their", "them", "they"}
    return {str(draft.value)} if isinstance(draft.value, int) else dates


def dated(values: Iterable[Value]) -> set[str]:
    """The words of the dates that facts have for values: "on Tuesday" is one, with the date of the article."""
    isos = [iso for value in values if isinstance(value, str) for iso in re.findall(r"\d{4}-\d\d-\d\d", value)]
    dates = map(datetime.date.fromisoformat, isos)
    return {word for date in dates for word in words(f"{date.day} {date:%B %Y}")}


@pytest.mark.parametrize(("family", "entry"), EXAMPLES)
def test_evidence_is_a_slice_of_the_text_with_each_word_of_the_answer_that_no_rule_resolved(
    family: str, entry: Entry
) -> None:
    found = material(entry["text"], entry.get("date"))
    text = found.parsed.article.text
    given = drafts(family, found)
    for draft in given:
        start, end = draft.span
        assert 0 <= start < end <= len(text)
        evidence = text[start:end]
        assert evidence == evidence.strip()
        unsaid = words(draft.answer) - words(evidence)
        dates = dated(other.value for other in given if other.span == draft.span)
        assert unsaid <= resolved(draft, dates, words(text)), (draft, evidence)
