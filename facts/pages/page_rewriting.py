"""A page in the place of an older text of it: what people wrote there, comments too, stays as they did."""

from __future__ import annotations

import difflib
from itertools import accumulate
from typing import Any, Final

from facts.model import Fact
from facts.pages import keeping
from facts.pages.checking import iso_of
from facts.pages.page import Page
from facts.pages.page_reading import FindText, Reading, read, read_page
from facts.pages.page_writing import FIRST_LINE, below, dump_page, page_data
from facts.pages.quotes import ALIKE, quoted, same_sentences, squeeze

MAX_CHANGED: Final = 20
"""Sentences side by side up to which it is looked for which of them a new one was changed from; it bounds the time."""


def rewrite_page(before: Page, text: str, page: Page, find_text: FindText | None = None) -> str:
    """Write a page in the place of `text`, of which `before` was read: all that says the same stays to the letter.

    `find_text` is as for `read_page`. Where the text is of a form in which that cannot be done, all its comments stand
    above the page. Raises ValueError if the page could not be read again.
    """
    if text == dump_page(before):
        return dump_page(page)
    old = read(text, find_text, before.compiled)
    matches = _matches(page, old)
    written = keeping.update(text, old.data, _data(page, old, matches, _back(before, page)), matches, FIRST_LINE)
    if _is_well(written, page, find_text) and not keeping.lost(text, written):
        return written
    plain = keeping.with_comments_of(text, dump_page(page), FIRST_LINE)
    if not _is_well(plain, page, find_text):
        raise ValueError("the page could not be read again")
    return plain


def _is_well(written: str, page: Page, find_text: FindText | None) -> bool:
    """Whether a text says what a page does."""
    again, problems = read_page(written, find_text, page.compiled)
    return again is not None and not problems and _said(again) == _said(page)


def _said(page: Page) -> tuple[object, ...]:
    """What a page says, wherever the article's text stands."""
    data = page_data(page)
    facts = [(fact.id, page.digest_of(fact)) for standing in below(page) for fact in standing]
    sentences = [
        (sentence["text"], sentence.get("hidden", False), sentence.get("correction")) for sentence in data["sentences"]
    ]
    return data["article"], data["meeting"], sentences, facts


def _places(old: Reading) -> dict[str, tuple[int, int]]:
    """By id, the numbers of the sentence and of the fact below it, as they stand in a text."""
    return {name: (n, m) for n, ids in enumerate(old.ids) for m, name in enumerate(ids)}


def _written(old: Reading) -> list[dict[str, Any]]:
    """The sentences as they are written in a text of today's schema; none of any other."""
    return old.data["sentences"] if old.ids and isinstance(old.data, dict) else []


def _matches(page: Page, old: Reading) -> keeping.Matches:
    """What of the new page stood in the text."""
    stood = _places(old)
    texts = [sentence.text for sentence in page.sentences or quoted(page.facts)]
    sentences = _sentences(texts, [squeeze(written["text"]) for written in _written(old)])
    facts = {
        (n, m): stood[fact.id]
        for n, standing in enumerate(below(page))
        for m, fact in enumerate(standing)
        if fact.id in stood
    }
    return keeping.Matches(sentences, facts)


def _sentences(new: list[str], old: list[str]) -> dict[int, int]:
    """By the number of each sentence that of the old one that says the same, or that it was changed from: the one most
    like it between neighbours that say the same."""
    found = same_sentences(new, old)
    taken, before = set(found.values()), -1
    behind = list(accumulate((found.get(n, len(old)) for n in reversed(range(len(new)))), min))[::-1]
    for n, text in enumerate(new):
        if n not in found and behind[n] - before <= MAX_CHANGED:
            between = {old[at]: at for at in range(before + 1, behind[n]) if at not in taken}
            if near := difflib.get_close_matches(text, between, 1, ALIKE):
                found[n] = between[near[0]]
                taken.add(found[n])
        before = max(before, found.get(n, -1))
    return found


def _back(before: Page, page: Page) -> set[str]:
    """The facts whose sentences are again as they were: what was written of it meanwhile is to go."""
    return {*before.compiled.lost, *before.recheck} - {*page.compiled.lost, *page.recheck}


def _data(page: Page, old: Reading, matches: keeping.Matches, back: set[str]) -> dict[str, Any]:
    """The data of a page in which sentences and people's facts keep what is written of them though a rule gives it, but
    for the evidence of those that are `back`."""
    data, edited, stood, written = page_data(page), page.edited(), _places(old), _written(old)
    for key in ("article", "meeting"):
        day = _written_day(old, key)
        if data[key] is not None and day is not None and iso_of(day) == data[key]["date"]:
            data[key]["date"] = day
    for n, at in matches.sentences.items():
        if written[at].get("hidden") is False:
            data["sentences"][n].setdefault("hidden", False)
    for sentence, standing in zip(data["sentences"], below(page), strict=True):
        for m, fact in enumerate(standing):
            if fact.id in edited and fact.id in stood and written:
                n, at = stood[fact.id]
                kept = _redundant(written[n]["facts"][at], fact, page)
                if fact.id in back:
                    kept.pop("evidence", None)
                sentence["facts"][m] |= {key: kept[key] for key in kept if key not in sentence["facts"][m]}
    return data


def _written_day(old: Reading, key: str) -> str | None:
    """The date of the article or the meeting as it is written, which may be in words."""
    described = old.data.get(key) if isinstance(old.data, dict) else None
    day = described.get("date") if isinstance(described, dict) else None
    return day if isinstance(day, str) else None


def _redundant(written: dict[str, Any], fact: Fact, page: Page) -> dict[str, Any]:
    """What is written of a fact and says of it what it is, though it need not be written."""
    said: dict[str, Any] = {
        "kind": fact.kind,
        "value": fact.value,
        "confidence": fact.confidence,
        "id": fact.id,
        "variants": list(fact.variants),
        "evidence": squeeze(fact.evidence),
        "checked": fact.id in page.checked,
        "recheck": fact.id in page.recheck,
        "hidden": fact.id in page.hidden,
    }
    return {
        key: value
        for key, value in written.items()
        if key in said and (squeeze(value) if key == "evidence" else value) == said[key]
    }
