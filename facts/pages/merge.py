"""A new compile of an article and what people changed in its page → the page that keeps both.

The ledger of a page holds a digest of everything that the compiler wrote into it. Where content and digest differ, or
there is no digest, a person wrote; where a digest has no content, a person took away. Such places stay as they are, and
so do their digests, in every later compile. All else is replaced by the new compile.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import TypeVar

import msgspec

from facts.model import Article, Fact, Meeting
from facts.pages.page import MEETING_KEYS, Ledger, Page, fact_data

ARTICLE_FIELDS = ("date", "source", "title", "url")
"""What of an article's description people may correct; the rest follows from its file."""

_T = TypeVar("_T", Article, Meeting)


def digest(data: object) -> str:
    """Return 12 hexadecimal digits that stand for plain data, the same on every machine."""
    return hashlib.sha256(_canonical(data).encode("ascii")).hexdigest()[:12]


_canonical = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str).encode


def fact_digest(fact: Fact, *, hidden: bool = False) -> str:
    """Return the digest of a fact with all that is written of it."""
    return digest(fact_data(fact, hidden=hidden))


def compiled_page(article: Article, meeting: Meeting | None, facts: tuple[Fact, ...], by: str, read: str) -> Page:
    """Return the page of a new compile, with a ledger that claims all of it."""
    ledger = Ledger(
        by=by,
        read=read,
        article=_field_digests(article, ARTICLE_FIELDS),
        meeting=_field_digests(meeting, MEETING_KEYS) if meeting is not None else {},
        facts={fact.id: fact_digest(fact) for fact in facts},
    )
    return Page(article, meeting, facts, frozenset(), ledger)


def corrected(article: Article, page: Page | None) -> Article:
    """Return an article with what people corrected in the description of it in its page (its date, say)."""
    return _keep_fields(article, page.article, page.compiled.article, ARTICLE_FIELDS) if page is not None else article


def merge(old: Page | None, new: Page) -> Page:
    """Return the new page with everything that people changed in the old one.

    merge(None, new) is new; merging once more changes nothing.
    """
    if old is None:
        return new
    article = _keep_fields(new.article, old.article, old.compiled.article, ARTICLE_FIELDS)
    meeting, meeting_ledger = _merge_meetings(old, new)
    kept = edited(old)
    gone = set(old.compiled.facts) - {fact.id for fact in old.facts}
    facts = [fact for fact in new.facts if fact.id not in gone]
    _replace_and_insert(facts, old.facts, kept)
    ids = {fact.id for fact in facts}
    ledger = Ledger(
        by=new.compiled.by,
        read=new.compiled.read,
        article=_keep_digests(new.compiled.article, old.compiled.article, _changed(old.article, old, ARTICLE_FIELDS)),
        meeting=meeting_ledger,
        facts=_keep_digests(new.compiled.facts, old.compiled.facts, kept | gone),
    )
    return Page(article, meeting, tuple(facts), (old.hidden & kept) & ids, ledger)


def edited(page: Page) -> frozenset[str]:
    """Return the ids of the facts that a person added, changed or hid."""
    return frozenset(
        fact.id
        for fact in page.facts
        if page.compiled.facts.get(fact.id) != fact_digest(fact, hidden=fact.id in page.hidden)
    )


def anchor(page: Page, text: str) -> tuple[Page, tuple[str, ...]]:
    """Let the facts that people wrote follow their evidence in an article whose text has changed.

    A fact whose evidence stands elsewhere now gets its new span; one whose evidence is gone is hidden, as it is no
    longer on record. Returns the page and what a person should know.
    """
    facts: list[Fact] = []
    hidden = set(page.hidden)
    warnings: list[str] = []
    for fact in page.facts:
        start, end = fact.span
        if text[start:end] == fact.evidence or fact.id in hidden:
            facts.append(fact)
        elif (at := _nearest(text, fact.evidence, start)) is not None:
            facts.append(msgspec.structs.replace(fact, span=(at, at + len(fact.evidence))))
        else:
            facts.append(fact)
            hidden.add(fact.id)
            warnings.append(f"fact “{fact.id}” is hidden: its evidence is no longer in the article")
    return dataclasses.replace(page, facts=tuple(facts), hidden=frozenset(hidden)), tuple(warnings)


def _nearest(text: str, evidence: str, start: int) -> int | None:
    """Return where the evidence stands in the text, nearest to where it stood."""
    before = text.rfind(evidence, 0, start + len(evidence))
    after = text.find(evidence, max(start, 0))
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - start)) if places else None


def _merge_meetings(old: Page, new: Page) -> tuple[Meeting | None, dict[str, str]]:
    """Merge field by field; a meeting that a person added or took away stays so."""
    before, after = old.compiled.meeting, new.compiled.meeting
    if old.meeting is None:
        return (None, before) if before else (new.meeting, after)
    changed = {key for key in MEETING_KEYS if _field_digest(old.meeting, key) != before.get(key)}
    if new.meeting is None:
        return (old.meeting, before) if changed else (None, after)
    kept = _keep_fields(new.meeting, old.meeting, before, MEETING_KEYS)
    return kept, _keep_digests(after, before, changed)


def _replace_and_insert(facts: list[Fact], old: tuple[Fact, ...], kept: frozenset[str]) -> None:
    """Put kept facts in the place of the compiler's of the same id, the others after what stood before them."""
    place = {fact.id: n for n, fact in enumerate(facts)}
    extra: dict[str | None, list[Fact]] = {}
    before: str | None = None
    for fact in old:
        if fact.id in place:
            before = fact.id
            if fact.id in kept:
                facts[place[fact.id]] = fact
        elif fact.id in kept:
            extra.setdefault(before, []).append(fact)
    ordered = list(extra.get(None, ()))
    for fact in facts:
        ordered.append(fact)
        ordered += extra.get(fact.id, ())
    facts[:] = ordered


def _keep_digests(new: dict[str, str], old: dict[str, str], kept: set[str] | frozenset[str]) -> dict[str, str]:
    """Return the new digests, with the old one (or none) for what people changed."""
    digests = {key: value for key, value in new.items() if key not in kept}
    digests |= {key: old[key] for key in kept if key in old}
    order = {key: n for n, key in enumerate((*new, *old))}
    return dict(sorted(digests.items(), key=lambda item: order[item[0]]))


def _changed(article: Article, page: Page, fields: tuple[str, ...]) -> set[str]:
    return {key for key in fields if _field_digest(article, key) != page.compiled.article.get(key)}


def _keep_fields(new: _T, old: _T, before: dict[str, str], fields: tuple[str, ...]) -> _T:
    """Return the new value with those fields of the old one that differ from what the compiler wrote."""
    changed = {key: getattr(old, key) for key in fields if _field_digest(old, key) != before.get(key)}
    return msgspec.structs.replace(new, **changed)


def _field_digests(value: Article | Meeting, fields: tuple[str, ...]) -> dict[str, str]:
    return {key: _field_digest(value, key) for key in fields}


def _field_digest(value: Article | Meeting, field: str) -> str:
    return digest(getattr(value, field))
