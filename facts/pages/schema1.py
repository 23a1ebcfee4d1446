"""Pages of schema 1, as earlier versions wrote them: a list of facts, each with its evidence and the span of it.

They are read in full, with what people changed in them; the next compile writes them in the schema of today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from facts.model import Article, Fact
from facts.pages import checking, fields
from facts.pages.checking import Found
from facts.pages.derived import complete
from facts.pages.ledger import Ledger, digest, renewed
from facts.pages.page import Page
from facts.pages.quotes import quoted
from facts.pages.yaml_reading import Place

SCHEMA = 1

_PAGE_KEYS = ("schema", "article", "meeting", "facts", "compiled")
_FACT_KEYS = ("id", "kind", "question", "variants", "answer", "evidence", "span", "value", "confidence", "hidden")
_FACT_OPTIONAL = frozenset({"variants", "value", "confidence", "hidden"})


def page_of(data: dict[str, Any], find_text: Callable[[Article], str | None], found: Found) -> Page | None:
    """Make a page of plain data of schema 1. Its sentences are those that its facts quote."""
    checking.keys(data, _PAGE_KEYS, frozenset({"compiled"}), (), found)
    article, meeting = checking.head(data, found)
    ledger = checking.ledger_of(data, found) or Ledger()
    facts, hidden = _facts(data.get("facts"), found)
    if found or article is None:
        return None
    text = find_text(article)
    found += [(("facts", n, "span"), reason) for n, reason in _span_problems(facts, hidden, text)]
    shown = [fact for fact in facts if fact.id not in hidden]
    known = renewed(ledger, facts, hidden, _old_digest)
    return Page(article, meeting, tuple(map(complete, facts)), hidden, known, quoted(shown or facts))


def _facts(data: object, found: Found) -> tuple[tuple[Fact, ...], frozenset[str]]:
    if not isinstance(data, list):
        if data is not None:
            found.append((("facts",), "“facts” must be a list; write “facts: []” if there are none"))
        return (), frozenset()
    facts: list[Fact] = []
    hidden: set[str] = set()
    for n, item in enumerate(data):
        place: Place = ("facts", n)
        fact = checking.value(item, Fact, _FACT_KEYS, _FACT_OPTIONAL, place, found)
        hide = item.get("hidden", False) if isinstance(item, dict) else False
        if not isinstance(hide, bool):
            found.append(((*place, "hidden"), fields.wrong("hidden", hide)))
        if fact is None:
            continue
        facts.append(fact)
        if hide is True:
            hidden.add(fact.id)
        found += [((*place, key), reason) for key, reason in checking.fact_problems(fact)]
    for fact_id, count in Counter(fact.id for fact in facts).items():
        if count > 1:
            again = max(n for n, item in enumerate(data) if isinstance(item, dict) and item.get("id") == fact_id)
            found.append((("facts", again, "id"), f"{count} facts have the id “{fact_id}”; give each its own"))
    return tuple(facts), frozenset(hidden)


def _span_problems(facts: tuple[Fact, ...], hidden: frozenset[str], text: str | None) -> Iterator[tuple[int, str]]:
    """Yield position and reason of the facts that are shown and whose span does not give their evidence.

    Without the article's text only the length of spans is looked at.
    """
    for n, fact in enumerate(facts):
        start, end = fact.span
        fits = start >= 0 and end - start == len(fact.evidence)
        if fits and (text is None or fact.id in hidden or text[start:end] == fact.evidence):
            continue
        at = text.find(fact.evidence) if text is not None else -1
        remedy = f"write [{at}, {at + len(fact.evidence)}]" if at >= 0 else "correct the span or the evidence"
        yield n, f"the span of fact “{fact.id}” does not give its evidence ({len(fact.evidence)} characters); {remedy}"


def _old_digest(fact: Fact) -> str:
    return digest(
        {
            "id": fact.id,
            "kind": fact.kind,
            "question": fact.question,
            "variants": list(fact.variants),
            "answer": fact.answer,
            "evidence": fact.evidence,
            "span": list(fact.span),
            "value": fact.value,
            "confidence": fact.confidence,
        }
    )
