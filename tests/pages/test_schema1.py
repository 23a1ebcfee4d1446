"""Pages of schema 1 are read as they were, and the next compile takes them over with everything that people changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ostford_board import (
    ARTICLE,
    CHAIR,
    HEAD,
    MEETING,
    MET,
    RECORD,
    SENTENCES,
    TEXT,
    compiles,
    edits,
    may_say_again,
    not_asked_by,
    reread,
    said,
    schema1,
    texts_with_sentences,
    without,
)

from facts.model import Sentence
from facts.pages import base, merge
from facts.pages.base import BaseError
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page

WRITTEN = f"""\
schema: 1
{HEAD}facts:
- id: chair
  kind: who
  question: Who chaired the board?
  variants:
  - Who presided over the board?
  - Who led the board?
  answer: A. Ark
  evidence: It was chaired by A. Ark.
  span: [15, 40]
  value: null
  confidence: 0.94
- id: board-meet
  kind: yes_no
  question: Did the board meet?
  variants: []
  answer: 'Yes'
  evidence: The board met.
  span: [0, 14]
  value: 2020-06-30
  confidence: 1.0
"""


def write(directory: Path, text: str = WRITTEN) -> Path:
    path = directory / "board.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(BaseError) as broken:
        base.load_file(path)
    return [f"{problem.line}: {problem.reason}" for problem in broken.value.problems]


def read(text: str, article: str | None = None) -> Page:
    page, found = read_page(text, lambda _: article)
    assert found == []
    assert page is not None
    return page


def test_a_page_of_schema_1_is_read_with_the_sentences_that_its_facts_quote(tmp_path: Path) -> None:
    assert base.load_file(write(tmp_path)) == msgspec.structs.replace(RECORD, facts=(CHAIR, MET))


def test_keys_that_people_need_not_know_may_be_left_out(tmp_path: Path) -> None:
    short = WRITTEN.replace("  value: null\n  confidence: 0.94\n", "").replace("  variants: []\n", "")
    assert base.load_file(write(tmp_path, short)).facts == (msgspec.structs.replace(CHAIR, confidence=1.0), MET)


def test_what_begins_inside_another_quote_is_no_sentence_of_its_own() -> None:
    part = msgspec.structs.replace(MET, id="part", evidence="board met.", span=(4, 14))
    both = msgspec.structs.replace(MET, id="both", evidence=TEXT, span=(0, 40))
    assert read(schema1(Page(ARTICLE, None, (part, MET, CHAIR)))).sentences == SENTENCES
    assert read(schema1(Page(ARTICLE, None, (part, both, CHAIR)))).sentences == (Sentence(TEXT, (0, 40)),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: who", "kind: whom", ["18: “kind” must be one of who, what, when, where, why, how, how_ma"]),
        ("  kind: who\n", "", ["17: the key “kind” is missing"]),
        ("  kind: who\n", "  kind: who\n  sort: x\n", ["19: the key “sort” is unknown"]),
        ("  kind: who\n", "  kind: who\n  kind: what\n", ["19: the key “kind” stands twice"]),
        ("span: [15, 40]", "span: [15, 41]", ["25: the span of fact “chair” does not give its evidence"]),
        ("span: [15, 40]", "span: [15]", ["25: “span” must be two whole numbers"]),
        ("span: [15, 40]", "span: [-25, 0]", ["25: the span of fact"]),
        ("id: board-meet", "id: chair", ["28: 2 facts have the id “chair”"]),
        ("answer: A. Ark", "answer: ' '", ["23: “answer” is empty"]),
        ("answer: A. Ark", "answer:", ["23: “answer” must be text; for example “answer: Ann Poole”"]),
        ("confidence: 0.94", "confidence: 94", ["27: “confidence” must be a number from 0 to 1"]),
        ("schema: 1\n", "schema: 1\nextra: 1\n", ["2: the key “extra” is unknown"]),
        ("  source: ONA\n", "", ["2: the key “source” is missing"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in WRITTEN
    found = problems(write(tmp_path, WRITTEN.replace(old, new, 1)))
    assert len(found) == len(expected)
    for problem, start in zip(found, expected, strict=True):
        assert problem.startswith(start)


def test_evidence_is_compared_with_the_article_while_that_is_what_was_compiled(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "board.txt"
    seed.parent.mkdir()
    (tmp_path / "base").mkdir()
    seed.write_text(TEXT, encoding="utf-8")
    path = write(tmp_path / "base", WRITTEN.replace("span: [0, 14]", "span: [1, 15]"))
    expected = "34: the span of fact “board-meet” does not give its evidence (14 characters); write [0, 14]"
    assert problems(path) == [expected]
    path.write_text(path.read_text(encoding="utf-8") + "  hidden: true\n", encoding="utf-8")
    assert base.load_file(path).facts == (CHAIR,)
    seed.write_text(TEXT + " More.", encoding="utf-8")
    write(tmp_path / "base", WRITTEN.replace("span: [0, 14]", "span: [1, 15]"))
    assert len(base.load_file(path).facts) == 2


def test_a_taught_question_makes_a_page_of_schema_1_one_of_today_with_all_that_people_changed(tmp_path: Path) -> None:
    compiled = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "by", "read", SENTENCES)
    own = msgspec.structs.replace(MET, id="own", question="Was there a meeting?")
    edited = dataclasses.replace(compiled, facts=(MET, own, CHAIR), hidden=frozenset({"own"}))
    path = write(tmp_path, schema1(edited, compiled))
    assert base.add_variant(tmp_path, "board", "chair", "Who was in the chair?")
    assert "\nschema: 2\n" in path.read_text(encoding="utf-8")
    page = base.load_page(path)
    assert page.facts == (MET, own, msgspec.structs.replace(CHAIR, variants=(*CHAIR.variants, "Who was in the chair?")))
    assert page.hidden == {"own"}
    assert page.edited() == {"own", "chair"}


@settings(deadline=None, max_examples=100)
@given(st.data(), texts_with_sentences)
def test_every_edit_of_a_page_of_schema_1_survives_its_next_compile(
    data: st.DataObject, made: tuple[str, tuple[Sentence, ...]]
) -> None:
    text, sentences = made
    first, new = data.draw(compiles(text, sentences)), data.draw(compiles(text, sentences))
    page = data.draw(edits(first, text))
    written = {fact.id: fact for fact in page.facts if fact.id in page.edited()}
    removed = set(first.compiled.facts) - {fact.id for fact in page.facts}

    old = read(schema1(page, first), text)
    assert old.facts == page.facts
    assert old.edited() == set(written)
    merged, warnings = merge.anchor(merge.merge(old, new), text)
    again = reread(merged, text)

    assert warnings == ()
    assert "\nschema: 2\n" in dump_page(merged)
    facts = {fact.id: fact for fact in again.facts}
    assert {name: said(facts[name]) for name in written if name in facts} == {n: said(f) for n, f in written.items()}
    assert not removed & set(facts)
    assert again.hidden == page.hidden
    own = {name: facts[name] for name in written if name in facts}
    untouched = {f.id: said(f) for f in not_asked_by(own, set(page.hidden), new) if f.id not in removed}
    doubtful = may_say_again(own, set(page.hidden), new)
    others = {name: said(fact) for name, fact in facts.items() if name not in written}
    assert without(others, doubtful) == without(untouched, doubtful)
    assert others.keys() <= untouched.keys()
    assert all(text[slice(*fact.span)] == fact.evidence for fact in again.facts)
    assert again.sentences == sentences
    title = page.article.title if page.article.title != first.article.title else new.article.title
    assert again.article == msgspec.structs.replace(new.article, title=title)
    assert again.edited() == set(written)


@settings(deadline=None, max_examples=50)
@given(st.data(), texts_with_sentences)
def test_an_untouched_page_of_schema_1_becomes_the_new_compile(
    data: st.DataObject, made: tuple[str, tuple[Sentence, ...]]
) -> None:
    text, sentences = made
    first, new = data.draw(compiles(text, sentences)), data.draw(compiles(text, sentences))
    assert merge.anchor(merge.merge(read(schema1(first, first), text), new), text) == (new, ())
    assert merge.merge(read(schema1(first, first)), new) == new


def test_a_page_of_schema_1_is_always_compiled_anew() -> None:
    compiled = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "old", "old", SENTENCES)
    page = read(schema1(compiled, compiled))
    assert page.compiled.by == "old"
    assert page.compiled.read != "old"
