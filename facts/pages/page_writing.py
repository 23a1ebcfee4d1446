"""A page → YAML text of schema 2: every sentence once, its facts below it, and of a fact only what adds something."""

from __future__ import annotations

import datetime
from typing import Any

from facts.model import Article, Fact, Meeting
from facts.pages import yaml_writing
from facts.pages.ledger import Ledger, fact_digest, ids_by_rule
from facts.pages.page import ARTICLE_KEYS, MEETING_KEYS, MEETING_OPTIONAL, SCHEMA, Page
from facts.pages.quotes import places, quoted, squeeze
from facts.pages.yaml_writing import Flow

_LEDGER_NOTE = (
    "# What the compiler wrote itself, as digests: by them it knows what people changed above. Leave it as it is.\n"
)


def dump_page(page: Page) -> str:
    """Write a page as YAML, the same for the same page."""
    body = page_data(page)
    ledger = page.compiled
    if ledger == Ledger():
        return yaml_writing.dump(body)
    compiled = {
        "by": ledger.by,
        "read": ledger.read,
        "article": Flow(ledger.article),
        "meeting": Flow(ledger.meeting),
        "facts": ledger.facts,
    }
    return yaml_writing.dump(body) + _LEDGER_NOTE + yaml_writing.dump({"compiled": compiled})


def page_data(page: Page) -> dict[str, Any]:
    """Return all of a page but its ledger as plain data."""
    sentences = page.sentences or quoted(page.facts)
    below: list[list[Fact]] = [[] for _ in sentences]
    for fact, n in zip(page.facts, places(sentences, page.facts), strict=True):
        below[n].append(fact)
    named = _named([fact for facts in below for fact in facts], page)
    return {
        "schema": SCHEMA,
        "article": _article_data(page.article),
        "meeting": _meeting_data(page.meeting),
        "sentences": [
            {"text": sentence.text, "facts": [_fact_data(each, sentence.text, page, named) for each in facts]}
            if facts
            else {"text": sentence.text}
            for sentence, facts in zip(sentences, below, strict=True)
        ],
    }


def _named(facts: list[Fact], page: Page) -> frozenset[str]:
    """The ids that have to be written, as no rule gives them."""

    def digest_of(n: int) -> str:
        return fact_digest(facts[n], hidden=facts[n].id in page.hidden)

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
    data: dict[str, Any] = {"question": fact.question, "answer": fact.answer, "kind": fact.kind}
    if fact.variants:
        data["variants"] = list(fact.variants)
    if fact.value is not None:
        data["value"] = fact.value
    if fact.confidence != 1:
        data["confidence"] = fact.confidence
    if fact.id in named:
        data["id"] = fact.id
    if fact.evidence != sentence and (evidence := squeeze(fact.evidence)) != sentence:
        data["evidence"] = evidence
    if fact.id in page.hidden:
        data["hidden"] = True
    return data


def _article_data(article: Article) -> dict[str, Any]:
    return {key: _plain(getattr(article, key)) for key in ARTICLE_KEYS}


def _meeting_data(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    data = {key: _plain(getattr(meeting, key)) for key in MEETING_KEYS}
    return {key: value for key, value in data.items() if value is not None or key not in MEETING_OPTIONAL}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
