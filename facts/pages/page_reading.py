"""YAML text → a page, with the line of everything that is wrong with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from facts.model import Article, Fact, Kind, Sentence, Value
from facts.naming import kind_of
from facts.pages import checking, fields, ledger, schema1, yaml_reading
from facts.pages.checking import Found
from facts.pages.derived import complete
from facts.pages.ledger import Ledger, fact_digest, ids_by_rule
from facts.pages.page import SCHEMA, Page
from facts.pages.quotes import Source, Span, in_order, squeeze
from facts.pages.typed import as_typed
from facts.pages.yaml_reading import Place

FindText = Callable[[Article], str | None]

_PAGE_KEYS = ("schema", "article", "meeting", "sentences")
_SENTENCE_KEYS = ("text", "correction", "hidden", "facts")
_SENTENCE_OPTIONAL = frozenset({"correction", "hidden", "facts"})


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
    checked: bool = False
    recheck: bool = False
    hidden: bool = False


class _Sentence(NamedTuple):
    """The text of a sentence, whether it is hidden, the day of the note that it is of ("" if that has none; None of the
    article's own), and the facts below it."""

    text: str
    hidden: bool
    correction: str | None
    facts: list[_Written]


_FACT_KEYS = _Written.__struct_fields__
_FACT_OPTIONAL = frozenset(_FACT_KEYS[2:])


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a page's text: its plain data, the page if it is one, and what is wrong with it (line, reason).

    `ids` are those of the facts below each sentence, as they stand in the text; none for a page of schema 1.
    """

    data: object
    page: Page | None
    ids: tuple[tuple[str, ...], ...]
    problems: list[tuple[int | None, str]]


def read_page(
    text: str, find_text: FindText | None = None, known: Ledger | None = None
) -> tuple[Page | None, list[tuple[int | None, str]]]:
    """Read a page of any schema from YAML; with problems (line, reason) if anything is wrong with it.

    `find_text` returns the text of the article that was compiled, if that can still be had: what is quoted must stand
    in it then, and evidence and spans are exactly the article's. Without it they are those of the page's sentences.
    `known` is the page's ledger, if there is one beside it.
    """
    reading = read(text, find_text, known)
    return reading.page, reading.problems


def read(text: str, find_text: FindText | None = None, known: Ledger | None = None) -> Reading:
    """Read a page as `read_page` does, and tell where its facts stand in the text."""
    try:
        data = yaml_reading.parse(text)
    except yaml_reading.SchemaError as error:
        return Reading(None, None, (), [(error.line, error.reason)])
    found: Found = []
    page, ids = _page(data, find_text or (lambda _: None), known, found)
    if found and (typed := as_typed(data, yaml_reading.compose(text))) != data:
        data, found = typed, []
        page, ids = _page(data, find_text or (lambda _: None), known, found)
    return Reading(data, page, ids, [(yaml_reading.line_of(text, place), reason) for place, reason in found])


_EMPTIED = (
    "is not a page of a base, but empty; put it back from your backup, or delete it: “onrecord compile” makes it anew,"
    " without your edits"
)
_Read = tuple[Page | None, tuple[tuple[str, ...], ...]]


def _page(data: object, find_text: FindText, known: Ledger | None, found: Found) -> _Read:
    if not isinstance(data, dict):
        found.append(
            ((), _EMPTIED if data is None else "is not a page of a base (no “schema:” in it); move it elsewhere")
        )
        return None, ()
    schema = data.get("schema")
    if isinstance(schema, bool) or schema not in (schema1.SCHEMA, SCHEMA):
        said = f"schema {schema} is unknown" if "schema" in data else "there is no “schema:” in it"
        current = f"this version reads schemas {schema1.SCHEMA} and {SCHEMA}"
        found.append((("schema",), f"{said}; {current}: update Onrecord, or put back an older copy of the page"))
        return None, ()
    if schema == schema1.SCHEMA:
        return schema1.page_of(data, find_text, found), ()
    return _page_of(data, find_text, known, found)


def _page_of(data: dict[str, Any], find_text: FindText, known: Ledger | None, found: Found) -> _Read:
    """Make a page of plain data of schema 2."""
    body = {key: value for key, value in data.items() if key != "compiled"}
    checking.keys(body, _PAGE_KEYS, frozenset(), (), found)
    article, meeting = checking.head(data, found)
    inside = checking.ledger_of(data, found)
    written = _sentences(data.get("sentences", []), found)
    if found or article is None:
        return None, ()
    text = find_text(article)
    source = Source(text if text is not None else " ".join(sentence.text for sentence in written))
    sentences = _placed(written, source, article, found)
    if found:
        return None, ()
    facts, unquoted = _facts(written, sentences, source)
    if text is not None:
        found += [(place, _unquoted(source, evidence, begins, article)) for place, evidence, begins in unquoted]
    below = [each for sentence in written for each in sentence.facts]
    if inside is None:
        facts = [complete(fact) for fact in facts]
    named, hidden, checked, recheck = _named(facts, below, inside or known or Ledger())
    if inside is not None:
        known = ledger.renewed(inside, named, hidden | checked, fact_digest)
        named = [complete(fact) for fact in named]
    ids = iter([fact.id for fact in named])
    by_sentence = tuple(tuple(next(ids) for _ in sentence.facts) for sentence in written)
    ordered = tuple(sorted(sentences, key=lambda sentence: sentence.span))
    page = Page(article, meeting, in_order(ordered, named), hidden, known or Ledger(), ordered, checked, recheck)
    return page, by_sentence


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
    return [each._replace(facts=[fact for fact in below if fact is not None]) for each, below in filter(None, read)]


def _sentence(data: object, place: Place, found: Found) -> tuple[_Sentence, list[_Written | None]] | None:
    """A sentence with the facts below it, None in the place of those that cannot be read."""
    if not isinstance(data, dict):
        wanted = "a sentence begins with “text:”; for example “- text: It was chaired by Ann Poole.”"
        found.append((place, checking.blank_missing(data) or wanted))
        return None
    if misplaced := next((key for key in data if key in _FACT_KEYS and key not in _SENTENCE_KEYS), None):
        remedy = "write “facts:” below the sentence, below that “- question: …”, and below that “answer: …”"
        found.append(((*place, misplaced), f"“{misplaced}” belongs to a fact: {remedy}"))
        return None
    if not checking.keys(data, _SENTENCE_KEYS, _SENTENCE_OPTIONAL, place, found):
        return None
    text, hidden, below = data["text"], data.get("hidden", False), data.get("facts")
    correction = data.get("correction", False)
    if not isinstance(text, str) or not text.strip():
        found.append(((*place, "text"), fields.wrong("text", text)))
        return None
    if not isinstance(hidden, bool):
        found.append(((*place, "hidden"), fields.wrong("hidden", hidden)))
        return None
    noted = "" if correction is True else checking.iso_of(correction) if isinstance(correction, str) else None
    if noted is None and correction is not False:
        found.append(((*place, "correction"), fields.wrong("correction", correction)))
        return None
    if not isinstance(below, list | None):
        example = "for example “- question: Who chaired it?” and below that “answer: Ann Poole”"
        found.append(((*place, "facts"), f"“facts” must be a list of facts, each with question and answer; {example}"))
        return None
    facts = [_written(each, (*place, "facts", m), found) for m, each in enumerate(below or ())]
    return _Sentence(squeeze(text), hidden, noted, []), facts


def _written(data: object, place: Place, found: Found) -> _Written | None:
    """A fact as it is written, if the values of its keys are what they may be."""
    if isinstance(data, dict) and "text" in data and "question" not in data:
        found.append(((*place, "text"), "“- text:” begins a sentence: begin it as far left as the sentences around it"))
        return None
    fact = checking.value(data, _Written, _FACT_KEYS, _FACT_OPTIONAL, place, found)
    if fact is not None:
        found += [((*place, key), reason) for key, reason in checking.fact_problems(fact)]
    return fact


def _placed(written: list[_Sentence], source: Source, article: Article, found: Found) -> list[Sentence]:
    """Sentences with where they stand, in the article's own words."""
    sentences: list[Sentence] = []
    spans = source.sentences(each.text for each in written)
    for n, (each, span) in enumerate(zip(written, spans, strict=True)):
        text = each.text
        if span is not None:
            sentences.append(Sentence(squeeze(source.text[slice(*span)]), span, each.hidden, each.correction))
            continue
        before = sentences[-1].span[1] if sentences else source.begin
        behind = next((far[0] for far in spans[n:] if far is not None and far[0] >= before), len(source.text))
        near = source.likest(text, before, behind)
        remedy = f"the nearest is “{near}”" if near else "write it as it stands there, word for word"
        reason = f"this sentence does not stand in {article.file}; {remedy}"
        found.append((("sentences", n, "text"), f"{reason} (what is to be said otherwise goes into a fact below it)"))
    return sentences


def _facts(
    written: list[_Sentence], sentences: list[Sentence], source: Source
) -> tuple[list[Fact], list[tuple[Place, str, Span]]]:
    """The facts below sentences, without ids, and of what is quoted but does not begin there its place, its text and
    where it must begin."""
    facts: list[Fact] = []
    unquoted: list[tuple[Place, str, Span]] = []
    behind = 0
    for n, (said, sentence) in enumerate(zip(written, sentences, strict=True)):
        start, end = sentence.span
        until = end if n + 1 < len(sentences) else len(source.text)
        for m, each in enumerate(said.facts):
            span: Span | None = sentence.span
            evidence = squeeze(each.evidence) if each.evidence is not None else sentence.text
            if evidence != sentence.text:
                span = source.within(evidence, behind, until)
            if span is not None:
                evidence = source.text[slice(*span)]
            elif not each.hidden:
                unquoted.append((("sentences", n, "facts", m, "evidence"), evidence, (behind, until)))
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


def _named(
    facts: list[Fact], written: list[_Written], ledger: Ledger
) -> tuple[list[Fact], frozenset[str], frozenset[str], frozenset[str]]:
    """Facts with their ids, and the ids of the hidden, of the checked, and of those that are to be checked again."""

    def digest_of(n: int) -> str:
        return fact_digest(facts[n], hidden=written[n].hidden, checked=written[n].checked)

    ids = ids_by_rule(facts, [each.id for each in written], digest_of, ledger)
    named = [msgspec.structs.replace(fact, id=name) for fact, name in zip(facts, ids, strict=True)]
    marks = list(zip(ids, written, strict=True))
    hidden = frozenset(name for name, each in marks if each.hidden)
    checked = frozenset(name for name, each in marks if each.checked)
    return named, hidden, checked, frozenset(name for name, each in marks if each.recheck)


def _unquoted(source: Source, evidence: str, begins: Span, article: Article) -> str:
    """What is wrong with evidence that does not begin in the sentence that its fact stands below."""
    if source.nearest(evidence, 0) is not None:
        return "this evidence begins in another sentence; move the fact below that one"
    near = source.likest_words(evidence, begins[0], begins[1] + len(evidence))
    meant = f"the nearest is “{near}”; " if near else ""
    remedy = "quote it word for word, or leave “evidence” out to quote the whole sentence"
    return f"this evidence does not stand in {article.file}; {meant}{remedy}"
