"""A page → YAML text of schema 2: every sentence once, its facts below it, and of a fact only what adds something."""

from __future__ import annotations

import datetime
from typing import Any

from facts.model import Article, Fact, Meeting, Sentence
from facts.naming import kind_of
from facts.pages import yaml_writing
from facts.pages.derived import value_of
from facts.pages.ledger import ids_by_rule
from facts.pages.page import ARTICLE_KEYS, MEETING_KEYS, SCHEMA, Page
from facts.pages.quotes import places, quoted, squeeze

SCHEMA_FILE = "page.schema.json"
"""The JSON Schema of a page, which lies beside the pages."""

FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
"""By it an editor completes and checks a page while one types."""


def dump_page(page: Page) -> str:
    """Write a page as YAML, the same for the same page."""
    return FIRST_LINE + yaml_writing.dump(page_data(page))


def page_data(page: Page) -> dict[str, Any]:
    """Return all of a page but its ledger as plain data."""
    named = _named(page)
    sentences = page.sentences or quoted(page.facts)
    return {
        "schema": SCHEMA,
        "article": _article_data(page.article),
        "meeting": _meeting_data(page.meeting),
        "sentences": [
            _sentence_data(sentence)
            | ({"facts": [_fact_data(each, sentence.text, page, named) for each in facts]} if facts else {})
            for sentence, facts in zip(sentences, below(page), strict=True)
        ],
    }


def _sentence_data(sentence: Sentence) -> dict[str, Any]:
    data: dict[str, Any] = {"text": sentence.text}
    if sentence.correction is not None:
        data["correction"] = sentence.correction or True
    return data | {"hidden": True} if sentence.hidden else data


def below(page: Page) -> list[list[Fact]]:
    """The facts that stand below each sentence."""
    sentences = page.sentences or quoted(page.facts)
    standing: list[list[Fact]] = [[] for _ in sentences]
    for fact, n in zip(page.facts, places(sentences, page.facts), strict=True):
        standing[n].append(fact)
    return standing


def _named(page: Page) -> frozenset[str]:
    """The ids that have to be written, as no rule gives them."""
    facts = [fact for facts in below(page) for fact in facts]

    def digest_of(n: int) -> str:
        return page.digest_of(facts[n])

    named: set[str] = set()
    while True:
        written = [fact.id if fact.id in named else None for fact in facts]
        ids = ids_by_rule(facts, written, digest_of, page.compiled)
        others = {fact.id for fact, by_rule in zip(facts, ids, strict=True) if fact.id != by_rule}
        if not others:
            return frozenset(named)
        named |= others


def _fact_data(fact: Fact, sentence: str, page: Page, named: frozenset[str]) -> dict[str, Any]:
    """A fact as it stands below a sentence."""
    data: dict[str, Any] = {"question": fact.question, "answer": fact.answer}
    if fact.kind != kind_of(fact.question):
        data["kind"] = fact.kind
    if fact.variants:
        data["variants"] = list(fact.variants)
    by_rule = value_of(fact.kind, fact.answer)
    if fact.value is not None and (type(fact.value), fact.value) != (type(by_rule), by_rule):  # 0.0 is not 0
        data["value"] = fact.value
    if fact.confidence != 1:
        data["confidence"] = fact.confidence
    if fact.id in named:
        data["id"] = fact.id
    if fact.evidence != sentence and (evidence := squeeze(fact.evidence)) != sentence:
        data["evidence"] = evidence
    if fact.id in page.checked:
        data["checked"] = True
    if fact.id in page.recheck:
        data["recheck"] = True
    if fact.id in page.hidden:
        data["hidden"] = True
    return data


def _article_data(article: Article) -> dict[str, Any]:
    return {key: _plain(getattr(article, key)) for key in ARTICLE_KEYS}


def _meeting_data(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    data = {key: _plain(getattr(meeting, key)) for key in MEETING_KEYS}
    return {key: value for key, value in data.items() if value is not None or key not in ("series", "number")}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
