"""The base's files: what is written is read back, what is wrong is named with its line, what people wrote stays."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.model import Article, Fact, Kind, Meeting, Record
from facts.pages import base, merge
from facts.pages.base import BaseError, NoBaseError
from facts.pages.page import Ledger, Page, dump_page, read_page

TEXT = "The board met. It was chaired by A. Ark."
ARTICLE = Article(
    id="board",
    date=datetime.date(2020, 6, 30),
    source="ONA",
    title=None,
    url=None,
    file="seeds/board.txt",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
)
MEETING = Meeting("Board of Ostford", ("BO",), "2020-06-30", "Ostford", "video conference")
CHAIR = Fact(
    id="chair",
    kind="who",
    question="Who chaired the board?",
    answer="A. Ark",
    evidence="It was chaired by A. Ark.",
    span=(15, 40),
    variants=("Who presided over the board?", "Who led the board?"),
    confidence=0.94,
)
MET = Fact("met", "yes_no", "Did the board meet?", "Yes", "The board met.", (0, 14), value="2020-06-30")
RECORD = Record(ARTICLE, MEETING, (CHAIR, MET))

WRITTEN = f"""\
schema: 1
article:
  id: board
  date: 2020-06-30
  source: ONA
  title: null
  url: null
  file: seeds/board.txt
  sha256: {ARTICLE.sha256}
meeting:
  name: Board of Ostford
  aliases: [BO]
  date: 2020-06-30
  place: Ostford
  format: video conference
facts:
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
- id: met
  kind: yes_no
  question: Did the board meet?
  variants: []
  answer: 'Yes'
  evidence: The board met.
  span: [0, 14]
  value: 2020-06-30
  confidence: 1.0
"""

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
tricky = st.sampled_from(
    ["No", "null", "~", "1e5", "12e34", "0x1F", "10:30", "2020-06-30", "2020", "- a", "a: b", "#x", "&a", "*"]
)
texts = st.one_of(words, tricky).filter(lambda text: text.strip() != "")
values = st.one_of(
    st.none(),
    texts,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(texts, max_size=3),
)
meetings = st.builds(
    Meeting,
    name=texts,
    aliases=st.lists(texts, max_size=3).map(tuple),
    date=st.none() | texts,
    place=st.none() | texts,
    format=st.none() | texts,
    series=st.none() | texts,
    number=st.none() | st.integers(1, 99),
)
KINDS: tuple[Kind, ...] = (
    "who",
    "what",
    "when",
    "where",
    "why",
    "how",
    "how_many",
    "which",
    "yes_no",
    "list",
    "definition",
)


@st.composite
def facts_named(draw: st.DrawFn, fact_id: str | None = None) -> Fact:
    evidence = draw(texts)
    start = draw(st.integers(0, 999))
    return Fact(
        id=fact_id if fact_id is not None else draw(texts),
        kind=draw(st.sampled_from(KINDS)),
        question=draw(texts),
        answer=draw(texts),
        evidence=evidence,
        span=(start, start + len(evidence)),
        variants=tuple(draw(st.lists(texts, max_size=2))),
        value=draw(values),
        confidence=draw(st.floats(0, 1)),
    )


articles = st.builds(
    Article,
    id=texts,
    date=st.none() | st.dates(),
    source=st.none() | texts,
    title=st.none() | texts,
    url=st.none() | texts,
    file=texts,
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
)
records = st.builds(
    Record,
    articles,
    st.none() | meetings,
    st.lists(facts_named(), max_size=3, unique_by=lambda fact: fact.id).map(tuple),
)
IDS = ("a", "b", "c", "d", "e")


@st.composite
def compiles(draw: st.DrawFn) -> Page:
    """What some version of the compiler makes of one article."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    facts = tuple(draw(facts_named(fact_id)) for fact_id in ids)
    article = msgspec.structs.replace(ARTICLE, source=draw(st.none() | texts), title=draw(st.none() | texts))
    return merge.compiled_page(article, draw(st.none() | meetings), facts, "by", "read")


@st.composite
def edits(draw: st.DrawFn, page: Page) -> Page:
    """What a person may make of a page: facts changed, hidden, removed, added; fields corrected."""
    facts: list[Fact] = []
    hidden: set[str] = set(page.hidden)
    for fact in page.facts:
        match draw(st.sampled_from(["keep", "change", "hide", "remove"])):
            case "keep":
                facts.append(fact)
            case "change":
                facts.append(draw(facts_named(fact.id)))
            case "hide":
                facts.append(fact)
                hidden.add(fact.id)
    for fact_id in draw(st.lists(st.sampled_from([*IDS, "x", "y"]), unique=True, max_size=3)):
        if fact_id not in {fact.id for fact in page.facts}:
            facts.insert(draw(st.integers(0, len(facts))), draw(facts_named(fact_id)))
    meeting = page.meeting
    if meeting is not None and draw(st.booleans()):
        meeting = draw(st.none() | st.just(msgspec.structs.replace(meeting, place=draw(texts))))
    elif meeting is None and draw(st.booleans()):
        meeting = draw(meetings)
    article = msgspec.structs.replace(page.article, title=draw(texts)) if draw(st.booleans()) else page.article
    return dataclasses.replace(page, article=article, meeting=meeting, facts=tuple(facts), hidden=frozenset(hidden))


def reread(page: Page) -> Page:
    again, problems = read_page(dump_page(page))
    assert problems == []
    assert again is not None
    return again


def write(directory: Path, text: str = WRITTEN, name: str = "board.yaml") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(BaseError) as broken:
        base.load_file(path)
    return [f"{problem.line}: {problem.reason}" for problem in broken.value.problems]


def test_a_record_is_written_as_people_would_write_it() -> None:
    assert base.dump(RECORD) == WRITTEN


def test_what_was_written_is_loaded(tmp_path: Path) -> None:
    assert base.load_file(write(tmp_path)) == RECORD


@settings(deadline=None, max_examples=50)
@given(records)
def test_every_record_is_read_back_the_same(record: Record) -> None:
    page, found = read_page(base.dump(record))
    assert found == []
    assert page is not None
    assert page.record() == record


@settings(deadline=None, max_examples=50)
@given(records)
def test_other_readers_of_yaml_read_the_same_texts(record: Record) -> None:
    data = yaml.safe_load(base.dump(record))
    for fact, read in zip(record.facts, data["facts"], strict=True):
        assert read["question"] == fact.question or isinstance(read["question"], datetime.date)


def test_series_and_number_are_written_only_where_they_are_known() -> None:
    numbered = msgspec.structs.replace(MEETING, series="Board", number=3)
    written = base.dump(msgspec.structs.replace(RECORD, meeting=numbered))
    assert "  format: video conference\n  series: Board\n  number: 3\nfacts:" in written
    assert "series" not in base.dump(RECORD)


def test_long_text_stays_in_one_line() -> None:
    long = "word " * 200 + "“end”"
    fact = msgspec.structs.replace(MET, evidence=long, span=(0, len(long)))
    assert f"evidence: {long}\n" in base.dump(Record(ARTICLE, None, (fact,)))


def test_records_are_loaded_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        write(tmp_path, WRITTEN.replace("id: board", f"id: {name}"), f"{name}.yaml")
    (tmp_path / ".hidden.yaml").write_text("not: a page")
    (tmp_path / "index.cache").write_text("something else")
    assert [record.article.id for record in base.load(tmp_path)] == ["a", "b", "c"]


@pytest.mark.parametrize("there", [False, True])
def test_no_base_and_an_empty_one_are_said_with_the_command_that_makes_it(tmp_path: Path, there: bool) -> None:
    directory = tmp_path / "base"
    if there:
        directory.mkdir()
    with pytest.raises(NoBaseError, match="onrecord compile"):
        base.load(directory)


@pytest.mark.parametrize("word", ["Yes", "no", "on", "10:30", "2020-06-30", "007", "1_000"])
def test_what_people_type_unquoted_is_the_text_that_it_looks_like(tmp_path: Path, word: str) -> None:
    path = write(tmp_path, WRITTEN.replace("answer: A. Ark", f"answer: {word}"))
    assert base.load_file(path).facts[0].answer == word


def test_a_bare_year_is_a_date_of_a_meeting(tmp_path: Path) -> None:
    path = write(tmp_path, WRITTEN.replace("  date: 2020-06-30\n  place", "  date: 2020\n  place"))
    meeting = base.load_file(path).meeting
    assert meeting is not None
    assert meeting.date == "2020"


def test_keys_that_people_need_not_know_may_be_left_out(tmp_path: Path) -> None:
    short = WRITTEN.replace("  value: null\n  confidence: 0.94\n", "").replace("  variants: []\n", "")
    assert base.load_file(write(tmp_path, short)).facts == (msgspec.structs.replace(CHAIR, confidence=1.0), MET)


def test_a_hidden_fact_stays_in_the_file_and_answers_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, WRITTEN + "  hidden: true\n")
    assert base.load_file(path).facts == (CHAIR,)
    page = base.load_page(path)
    assert (page.facts, page.hidden) == (RECORD.facts, frozenset({"met"}))
    assert dump_page(page) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: who", "kind: whom", ["18: “kind”: invalid enum value 'whom'"]),
        ("  kind: who\n", "", ["17: the key “kind” is missing"]),
        ("  kind: who\n", "  kind: who\n  sort: x\n", ["19: the key “sort” is unknown"]),
        ("  kind: who\n", "  kind: who\n  kind: what\n", ["19: the key “kind” stands twice"]),
        ("span: [15, 40]", "span: [15, 41]", ["25: the span of fact “chair” does not give its evidence"]),
        ("span: [15, 40]", "span: [15]", ["25: “span”: expected"]),
        ("span: [15, 40]", "span: [-25, 0]", ["25: the span of fact"]),
        ("id: met", "id: chair", ["28: 2 facts have the id “chair”"]),
        ("answer: A. Ark", "answer: ' '", ["23: “answer” is empty"]),
        ("answer: A. Ark", "answer: 7", ["23: “answer”: expected"]),
        ("confidence: 0.94", "confidence: 94", ["27: “confidence” must be from 0 to 1"]),
        ("schema: 1", "schema: 2", ["1: schema 2 is unknown"]),
        ("schema: 1\n", "", ["1: there is no “schema:” in it"]),
        ("schema: 1\n", "schema: 1\nextra: 1\n", ["2: the key “extra” is unknown"]),
        ("  source: ONA\n", "", ["2: the key “source” is missing"]),
        ("date: 2020-06-30\n  source", "date: 2020-06-31\n  source", ["4: “date”: invalid"]),
        ("sha256: ", "sha256: x", ["9: “sha256” must be 64 hexadecimal digits"]),
        ("name: Board of Ostford", "name: ''", ["11: the meeting needs a name"]),
        ("aliases: [BO]", "aliases: BO", ["12: “aliases”: expected"]),
        ("article:", "article: &a", ["2: anchors (&) and aliases (*) are not allowed"]),
        ("title: null", "title: *a", ["6: anchors (&) and aliases (*) are not allowed"]),
        ("title: null", "title: !!python/name:os.system x", ["6: the tag"]),
        ("title: null", "title: a: b", ["6: not YAML"]),
        ("answer: 'Yes'", "answer: 'Yes", ["32: not YAML"]),
        ("title: null", "title: " + "[" * 9000, ["6: nested deeper"]),
        (WRITTEN, "- a\n- b\n", ["1: is not a page of a base"]),
        (WRITTEN, "", ["1: is not a page of a base"]),
        (WRITTEN, "- " * 9000, ["1: nested deeper"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in WRITTEN
    found = problems(write(tmp_path, WRITTEN.replace(old, new, 1)))
    assert len(found) == len(expected)
    for problem, start in zip(found, expected, strict=True):
        assert problem.startswith(start)


def test_every_problem_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, WRITTEN.replace("kind: who", "kind: whom").replace("kind: yes_no", "kind: no_yes"))
    write(tmp_path, "schema: 9\n", "other.yaml")
    with pytest.raises(BaseError) as broken:
        base.load(tmp_path)
    places = [(Path(problem.file).name, problem.line) for problem in broken.value.problems]
    assert places == [("board.yaml", 18), ("board.yaml", 29), ("other.yaml", 1)]
    assert str(broken.value).splitlines()[0].startswith(f"{tmp_path / 'board.yaml'}:18: ")


def test_two_files_with_one_article_id_are_both_named(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="other.yaml")
    with pytest.raises(BaseError, match=r"other\.yaml.*same article id as .*board\.yaml"):
        base.load(tmp_path)


def test_a_file_named_otherwise_than_its_article_is_named(tmp_path: Path) -> None:
    write(tmp_path, name="other.yaml")
    with pytest.raises(BaseError, match=r"call the file board\.yaml"):
        base.load(tmp_path)


def test_a_file_that_would_be_overlooked_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="other.yml")
    with pytest.raises(BaseError, match=r"rename it to other\.yaml"):
        base.load(tmp_path)


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    path.write_bytes(WRITTEN.replace("source: ONA", "source: \udcff").encode("utf-8", "surrogateescape"))
    assert problems(path) == ["5: is not UTF-8; save it as UTF-8"]


def test_evidence_is_compared_with_the_article_while_that_is_what_was_compiled(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "board.txt"
    seed.parent.mkdir()
    (tmp_path / "base").mkdir()
    seed.write_text(TEXT, encoding="utf-8")
    path = write(tmp_path / "base", WRITTEN.replace("span: [0, 14]", "span: [1, 15]"))
    assert problems(path) == ["34: the span of fact “met” does not give its evidence (14 characters); write [0, 14]"]
    path.write_text(path.read_text(encoding="utf-8") + "  hidden: true\n", encoding="utf-8")
    assert base.load_file(path).facts == (CHAIR,)
    seed.write_text(TEXT + " More.", encoding="utf-8")
    write(tmp_path / "base", WRITTEN.replace("span: [0, 14]", "span: [1, 15]"))
    assert len(base.load_file(path).facts) == 2


def test_a_file_is_written_in_full_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "board.yaml"
    base.save(path, WRITTEN)
    assert path.read_text(encoding="utf-8") == WRITTEN

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        base.save(path, "half")
    assert path.read_text(encoding="utf-8") == WRITTEN
    assert os.listdir(path.parent) == ["board.yaml"]


def test_loading_imports_nothing_of_the_compiler() -> None:
    code = "import sys, facts.pages.base; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "dateparser", "charset_normalizer", "tqdm", "numpy", "telegram"} & set(loaded)


@settings(deadline=None, max_examples=50)
@given(compiles())
def test_a_page_with_its_ledger_is_read_back_the_same(page: Page) -> None:
    assert reread(page) == page


@settings(deadline=None, max_examples=50)
@given(compiles(), compiles())
def test_without_edits_the_new_compile_stands(old: Page, new: Page) -> None:
    assert merge.merge(None, new) == new
    assert merge.merge(reread(old), new) == new


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), st.lists(compiles(), min_size=1, max_size=3))
def test_every_edit_survives_every_later_compile(data: st.DataObject, first: Page, later: list[Page]) -> None:
    page = data.draw(edits(first))
    written = {fact.id: fact for fact in page.facts if fact.id in merge.edited(page)}
    removed = set(first.compiled.facts) - {fact.id for fact in page.facts}
    hidden = {fact_id for fact_id in page.hidden if fact_id in written}
    for new in later:
        page = reread(merge.merge(page, new))
        facts = {fact.id: fact for fact in page.facts}
        assert {fact_id: facts.get(fact_id) for fact_id in written} == written
        assert not removed & set(facts)
        assert hidden == page.hidden
        untouched = {fact.id: fact for fact in new.facts if fact.id not in written and fact.id not in removed}
        assert {fact_id: fact for fact_id, fact in facts.items() if fact_id not in written} == untouched


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), compiles())
def test_corrected_fields_survive_and_the_others_follow(data: st.DataObject, first: Page, new: Page) -> None:
    page = data.draw(edits(first))
    merged = merge.merge(reread(page), new)
    title = page.article.title if page.article.title != first.article.title else new.article.title
    assert merged.article == msgspec.structs.replace(new.article, title=title)
    if page.meeting == first.meeting:
        assert merged.meeting == new.meeting
    elif page.meeting is None or first.meeting is None or new.meeting is None:
        assert merged.meeting == page.meeting
    else:
        assert merged.meeting == msgspec.structs.replace(new.meeting, place=page.meeting.place)


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), compiles())
def test_merging_again_changes_nothing(data: st.DataObject, first: Page, new: Page) -> None:
    once = merge.merge(data.draw(edits(first)), new)
    assert merge.merge(once, new) == once
    assert dump_page(merge.merge(reread(once), new)) == dump_page(once)


def test_a_page_that_a_person_wrote_alone_is_all_theirs() -> None:
    person = Page(ARTICLE, MEETING, (msgspec.structs.replace(CHAIR, answer="B. Birch"),))
    new = merge.compiled_page(ARTICLE, msgspec.structs.replace(MEETING, place="Elsewhere"), (CHAIR, MET), "by", "read")
    merged = merge.merge(person, new)
    assert merged.meeting == MEETING
    assert [fact.answer for fact in merged.facts] == ["B. Birch", "Yes"]


def test_an_added_fact_stays_behind_the_one_that_it_was_put_behind() -> None:
    old = merge.compiled_page(ARTICLE, None, (CHAIR, MET), "by", "read")
    own = msgspec.structs.replace(MET, id="own", question="Was there a meeting?")
    edited = dataclasses.replace(old, facts=(CHAIR, own, MET))
    new = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read")
    assert [fact.id for fact in merge.merge(edited, new).facts] == ["met", "chair", "own"]


def test_a_fact_of_a_person_follows_its_evidence_in_a_changed_article() -> None:
    own = msgspec.structs.replace(MET, id="own")
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read"), facts=(own,))
    moved, warnings = merge.anchor(page, f"New start. {TEXT}")
    assert (moved.facts[0].span, moved.hidden, warnings) == ((11, 25), frozenset(), ())
    gone, warnings = merge.anchor(page, "Something else.")
    assert (gone.facts, gone.hidden) == ((own,), frozenset({"own"}))
    assert "own" in warnings[0]


def test_a_ledger_is_left_out_where_there_is_none() -> None:
    assert "compiled" not in dump_page(Page(ARTICLE, None, (), frozenset(), Ledger()))


# What is taught


def test_a_taught_question_is_a_hand_edit_that_survives_a_compile(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    compiled = merge.compiled_page(ARTICLE, MEETING, (CHAIR, MET), "compiler 1", "read 1")
    base.save(path, dump_page(compiled))
    assert base.add_variant(tmp_path, "board", "chair", "Who was in the chair?")
    taught = base.load_page(path)
    assert taught.facts == (msgspec.structs.replace(CHAIR, variants=(*CHAIR.variants, "Who was in the chair?")), MET)
    assert merge.edited(taught) == {"chair"}
    again = merge.compiled_page(
        ARTICLE, MEETING, (msgspec.structs.replace(CHAIR, variants=()), MET), "compiler 2", "read 2"
    )
    assert merge.merge(taught, again).facts == taught.facts


def test_a_question_that_a_fact_has_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    base.save(path, base.dump(RECORD))
    before = path.stat().st_mtime_ns
    assert not base.add_variant(tmp_path, "board", "chair", "Who led the board?")
    assert not base.add_variant(tmp_path, "board", "chair", CHAIR.question)
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(("article", "fact"), [("board", "gone"), ("board", "met"), ("elsewhere", "chair")])
def test_a_fact_that_is_not_shown_cannot_be_taught(tmp_path: Path, article: str, fact: str) -> None:
    path = tmp_path / "board.yaml"
    base.save(path, dump_page(Page(ARTICLE, MEETING, (CHAIR, MET), hidden=frozenset({"met"}))))
    before = path.read_bytes()
    with pytest.raises(BaseError, match=f"{article}.yaml"):
        base.add_variant(tmp_path, article, fact, "Who?")
    assert path.read_bytes() == before
