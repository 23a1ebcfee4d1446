"""YAML text → a page, with the line of everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from facts.model import Article, Fact, Kind, Sentence, Value
from facts.naming import kind_of
from facts.pages import checking, schema1, yaml_reading
from facts.pages.checking import Found
from facts.pages.ledger import Ledger, fact_digest, ids_by_rule
from facts.pages.page import SCHEMA, Page
from facts.pages.page_writing import page_data
from facts.pages.quotes import Source, Span, in_order, squeeze
from facts.pages.yaml_reading import Place

FindText = Callable[[Article], str | None]

_PAGE_KEYS = ("schema", "article", "meeting", "sentences", "compiled")
_SENTENCE_KEYS = ("text", "facts")


class _Written(msgspec.Struct, array_like=True, frozen=True):
    """A fact as it stands below its sentence; None is what follows by a rule."""

    question: str
    answer: str
    kind: Kind | None = None
    variants: tuple[str, ...] = ()
    value: Value = None
    confidence: float = 1.0
    id: str | None = None
    evidence: str | None = None
    hidden: bool = False


_Sentence = tuple[str, list[_Written]]
"""The text of a sentence, with the facts below it."""

_FACT_KEYS = _Written.__struct_fields__
_FACT_OPTIONAL = frozenset(_FACT_KEYS[2:])


def read_page(text: str, find_text: FindText | None = None) -> tuple[Page | None, list[tuple[int | None, str]]]:
    """Read a page of any schema from YAML; with problems (line, reason) if anything is wrong with it.

    `find_text` returns the text of the article that was compiled, if that can still be had: what is quoted must stand
    in it then, and evidence and spans are exactly the article's. Without it they are those of the page's sentences.
    """
    try:
        data = yaml_reading.parse(text)
    except yaml_reading.SchemaError as error:
        return None, [(error.line, error.reason)]
    found: Found = []
    page = _page(data, find_text or (lambda _: None), found)
    return page, [(yaml_reading.line_of(text, place), reason) for place, reason in found]


def page_problems(page: Page) -> list[str]:
    """Return what would be wrong with a page if it were written and read again."""
    found: Found = []
    _page({**page_data(page), "compiled": msgspec.structs.asdict(page.compiled)}, lambda _: None, found)
    return [reason for _, reason in found]


def _page(data: object, find_text: FindText, found: Found) -> Page | None:
    if not isinstance(data, dict):
        found.append(((), "is not a page of a base (no “schema:” in it); move it elsewhere"))
        return None
    schema = data.get("schema")
    if isinstance(schema, bool) or schema not in (schema1.SCHEMA, SCHEMA):
        said = f"schema {schema} is unknown" if "schema" in data else "there is no “schema:” in it"
        known = f"this version reads schemas {schema1.SCHEMA} and {SCHEMA}"
        found.append((("schema",), f"{said}; {known}: update Onrecord, or delete and compile"))
        return None
    if schema == schema1.SCHEMA:
        return schema1.page_of(data, find_text, found)
    return _page_of(data, find_text, found)


def _page_of(data: dict[str, Any], find_text: FindText, found: Found) -> Page | None:
    """Make a page of plain data of schema 2."""
    checking.keys(data, _PAGE_KEYS, frozenset({"compiled"}), (), found)
    article, meeting, ledger = checking.head(data, found)
    written = _sentences(data.get("sentences", []), found)
    if found or article is None:
        return None
    text = find_text(article)
    texts = [sentence for sentence, _ in written]
    source = Source(text if text is not None else " ".join(texts))
    sentences = _placed(texts, source, article, found)
    if found:
        return None
    facts, unquoted = _facts(written, sentences, source)
    if text is not None:
        found += [(place, _unquoted(source, evidence, article)) for place, evidence in unquoted]
    named, hidden = _named(facts, [each for _, below in written for each in below], ledger)
    ordered = tuple(sorted(sentences, key=lambda sentence: sentence.span))
    return Page(article, meeting, in_order(ordered, named), hidden, ledger, ordered)


def _sentences(data: object, found: Found) -> list[_Sentence]:
    """Every sentence with the facts below it."""
    if not isinstance(data, list):
        found.append((("sentences",), "“sentences” must be a list; write “sentences: []” if there are none"))
        return []
    read = [_sentence(item, ("sentences", n), found) for n, item in enumerate(data)]
    named: set[str] = set()
    for n, sentence in enumerate(read):
        for m, fact in enumerate(sentence[1] if sentence else ()):
            if fact is not None and fact.id in named:
                reason = f"another fact has the id “{fact.id}” too; give each its own, or leave it out"
                found.append((("sentences", n, "facts", m, "id"), reason))
            elif fact is not None and fact.id is not None:
                named.add(fact.id)
    return [(text, [fact for fact in facts if fact is not None]) for text, facts in filter(None, read)]


def _sentence(data: object, place: Place, found: Found) -> tuple[str, list[_Written | None]] | None:
    """A sentence with the facts below it, None in the place of those that cannot be read."""
    if not isinstance(data, dict):
        found.append((place, "must be a mapping with the keys text, facts"))
        return None
    if not checking.keys(data, _SENTENCE_KEYS, frozenset({"facts"}), place, found):
        return None
    text, below = data["text"], data.get("facts")
    if not isinstance(text, str) or not text.strip():
        found.append(((*place, "text"), "“text” must be a sentence of the article"))
        return None
    if not isinstance(below, list | None):
        found.append(((*place, "facts"), "“facts” must be a list of facts, each with question and answer"))
        return None
    return squeeze(text), [_written(each, (*place, "facts", m), found) for m, each in enumerate(below or ())]


def _written(data: object, place: Place, found: Found) -> _Written | None:
    """A fact as it is written, if the values of its keys are what they may be."""
    fact = checking.value(data, _Written, _FACT_KEYS, _FACT_OPTIONAL, place, found)
    if fact is not None:
        found += [((*place, key), reason) for key, reason in checking.fact_problems(fact)]
    return fact


def _placed(texts: list[str], source: Source, article: Article, found: Found) -> list[Sentence]:
    """Sentences with where they stand."""
    sentences = []
    for n, (text, span) in enumerate(zip(texts, source.sentences(texts), strict=True)):
        if span is not None:
            sentences.append(Sentence(text, span))
            continue
        reason = f"this sentence does not stand in {article.file}; write it as it stands there, word for word"
        found.append((("sentences", n, "text"), f"{reason} (what is to be said otherwise goes into a fact below it)"))
    return sentences


def _facts(
    written: list[_Sentence], sentences: list[Sentence], source: Source
) -> tuple[list[Fact], list[tuple[Place, str]]]:
    """The facts below sentences, without ids, and place and text of what is quoted but does not begin there."""
    facts: list[Fact] = []
    unquoted: list[tuple[Place, str]] = []
    behind = 0
    for n, ((_, below), sentence) in enumerate(zip(written, sentences, strict=True)):
        start, end = sentence.span
        until = end if n + 1 < len(sentences) else len(source.text)
        for m, each in enumerate(below):
            span: Span | None = sentence.span
            evidence = squeeze(each.evidence) if each.evidence is not None else sentence.text
            if evidence != sentence.text:
                span = source.within(evidence, behind, until)
            if span is not None:
                evidence = source.text[slice(*span)]
            elif not each.hidden:
                unquoted.append((("sentences", n, "facts", m, "evidence"), evidence))
            facts.append(_fact(each, evidence, span or (start, start + len(evidence))))
        behind = end
    return facts, unquoted


def _fact(written: _Written, evidence: str, span: Span) -> Fact:
    return Fact(
        id=written.id or "",
        kind=written.kind or kind_of(written.question),
        question=written.question,
        answer=written.answer,
        evidence=evidence,
        span=span,
        variants=written.variants,
        value=written.value,
        confidence=written.confidence,
    )


def _named(facts: list[Fact], written: list[_Written], ledger: Ledger) -> tuple[list[Fact], frozenset[str]]:
    """Facts with their ids, and the ids of the hidden ones."""

    def digest_of(n: int) -> str:
        return fact_digest(facts[n], hidden=written[n].hidden)

    ids = ids_by_rule(facts, [each.id for each in written], digest_of, ledger)
    named = [msgspec.structs.replace(fact, id=name) for fact, name in zip(facts, ids, strict=True)]
    return named, frozenset(name for name, each in zip(ids, written, strict=True) if each.hidden)


def _unquoted(source: Source, evidence: str, article: Article) -> str:
    """What is wrong with evidence that does not begin in the sentence that its fact stands below."""
    if source.nearest(evidence, 0) is not None:
        return "this evidence begins in another sentence; move the fact below that one"
    remedy = "quote it word for word, or leave “evidence” out to quote the whole sentence"
    return f"this evidence does not stand in {article.file}; {remedy}"
