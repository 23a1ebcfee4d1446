"""A page of the base: what is written is read back, and what is wrong is named with its line."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import assume, given, settings
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
    WRITTEN,
    all_sentences,
    articles,
    facts_named,
    meetings,
    reread,
    said,
)

from facts.model import Fact, Record
from facts.pages import base, merge
from facts.pages.base import BaseError
from facts.pages.derived import complete
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_rewriting import rewrite_page
from facts.pages.page_writing import dump_page

records = st.builds(
    Record,
    articles,
    st.none() | meetings,
    # A value that follows from its answer is read though none is written.
    st.lists(facts_named().map(complete), max_size=3, unique_by=lambda fact: fact.id).map(tuple),
    all_sentences(),
)


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


@settings(deadline=None, max_examples=50)
@given(records)
def test_every_record_is_read_back_the_same(record: Record) -> None:
    texts = [each.text for each in record.sentences]
    # A quote in other letters' case is taken for the sentence's own words.
    quotes = [each.evidence for each in record.facts]
    assume(all(quote in text or quote.lower() not in text.lower() for quote in quotes for text in texts))
    page, found = read_page(base.dump(record))
    assert found == []
    assert page is not None
    again = page.record()
    assert (again.article, again.meeting, again.sentences) == (record.article, record.meeting, record.sentences)
    assert sorted(map(said, again.facts), key=repr) == sorted(map(said, record.facts), key=repr)
    assert reread(page) == page


@settings(deadline=None, max_examples=50)
@given(records)
def test_other_readers_of_yaml_read_the_same_texts(record: Record) -> None:
    data = yaml.safe_load(base.dump(record))
    written = [fact for sentence in data["sentences"] for fact in sentence.get("facts", ())]
    for fact, read in zip(
        reread(Page(ARTICLE, None, record.facts, sentences=record.sentences)).facts, written, strict=True
    ):
        assert read["question"] == fact.question or isinstance(read["question"], datetime.date)


def test_series_and_number_are_written_only_where_they_are_known() -> None:
    numbered = msgspec.structs.replace(MEETING, series="Board", number=3)
    written = base.dump(msgspec.structs.replace(RECORD, meeting=numbered))
    assert "  format: video conference\n  series: Board\n  number: 3\nsentences:" in written
    assert "series" not in base.dump(RECORD)


def test_long_text_stays_in_one_line() -> None:
    long = "word " * 200 + "“end”"
    fact = msgspec.structs.replace(MET, evidence=long, span=(0, len(long)))
    assert f"text: {long}\n" in base.dump(Record(ARTICLE, None, (fact,)))


@pytest.mark.parametrize("word", ["Yes", "no", "on", "10:30", "2020-06-30", "007", "1_000"])
def test_what_people_type_unquoted_is_the_text_that_it_looks_like(tmp_path: Path, word: str) -> None:
    path = write(tmp_path, WRITTEN.replace("answer: A. Ark", f"answer: {word}"))
    assert base.load_file(path).facts[1].answer == word


def test_a_bare_year_is_a_date_of_a_meeting(tmp_path: Path) -> None:
    path = write(tmp_path, WRITTEN.replace("  date: 2020-06-30\n  place", "  date: 2020\n  place"))
    meeting = base.load_file(path).meeting
    assert meeting is not None
    assert meeting.date == "2020"


@pytest.mark.parametrize(("value", "written"), [(0.0, True), (0, False), (1, True)])
def test_a_value_is_left_out_only_where_its_rule_gives_the_very_same(value: float, written: bool) -> None:
    fact = msgspec.structs.replace(MET, question="How many objected?", kind="how_many", answer="0", value=value)
    assert (f"    value: {value}\n" in base.dump(Record(ARTICLE, None, (fact,)))) == written


def test_of_a_fact_question_and_answer_are_enough(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        f"schema: 2\n{HEAD}sentences:\n- text: The board met.\n- text: It was chaired by A. Ark.\n  facts:\n"
        "  - question: By whom was the board chaired?\n    answer: A. Ark\n",
    )
    evidence, span = CHAIR.evidence, CHAIR.span
    name = "by-whom-was-board-chaired"
    assert base.load_file(path).facts == (
        Fact(name, "who", "By whom was the board chaired?", "A. Ark", evidence, span),
    )
    assert base.load_file(path).sentences == SENTENCES


def test_a_sentence_without_facts_has_no_more_than_its_text() -> None:
    assert "- text: The board met.\n- text: It" in base.dump(msgspec.structs.replace(RECORD, facts=(CHAIR,)))


def test_a_page_of_sentences_alone_is_one(tmp_path: Path) -> None:
    path = write(tmp_path, f"schema: 2\n{HEAD}sentences:\n- text: The board met.\n  facts:\n")
    assert base.load_file(path) == Record(ARTICLE, MEETING, (), SENTENCES[:1])


@pytest.mark.parametrize(
    ("evidence", "written", "span"),
    [
        ("The board met.", None, (0, 14)),
        ("board met", "board met", (4, 13)),
        ("met. It was chaired", "met. It was chaired", (10, 29)),
        ("something  else", "something else", (0, 14)),
    ],
)
def test_evidence_is_written_where_it_is_not_the_sentence(
    evidence: str, written: str | None, span: tuple[int, int]
) -> None:
    fact = msgspec.structs.replace(MET, evidence=evidence, span=span)
    page = Page(ARTICLE, MEETING, (fact,), sentences=SENTENCES)
    assert (f"    evidence: {written}\n" in dump_page(page)) == (written is not None)
    assert dump_page(page).count("evidence:") == (written is not None)
    assert reread(page).facts == (msgspec.structs.replace(fact, evidence=written or evidence),)


def test_a_sentence_that_stands_twice_has_the_facts_that_were_put_below_each() -> None:
    sentences = (SENTENCES[0], msgspec.structs.replace(SENTENCES[0], span=(15, 29)))
    second = msgspec.structs.replace(MET, id="second", span=(15, 29))
    page = Page(ARTICLE, None, (MET, second), sentences=sentences)
    assert reread(page) == page
    assert reread(page, "The board met. The board met.") == page


def test_a_hidden_fact_stays_in_the_file_and_answers_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, WRITTEN + "    hidden: true\n")
    assert base.load_file(path).facts == (MET,)
    page = base.load_page(path)
    assert (page.facts, page.hidden) == (RECORD.facts, frozenset({"chair"}))
    assert dump_page(page) == path.read_text(encoding="utf-8")


# Ids that follow from questions

BOARDS = tuple(
    msgspec.structs.replace(MET, id=name, question=question, answer=answer)
    for name, question, answer in (
        ("who-met", "Who met?", "the board"),
        ("who-met-2", "Who did the met?", "the board of Ostford"),
        ("who-met-3", "Who does met?", "all"),
    )
)
COMPILED = merge.compiled_page(ARTICLE, MEETING, BOARDS, "by", "read", SENTENCES)


def test_an_id_that_follows_from_the_question_is_not_written() -> None:
    assert "    id:" not in dump_page(COMPILED)
    assert reread(COMPILED) == COMPILED


def test_what_stays_keeps_its_id_when_what_stood_before_it_is_taken_out() -> None:
    page = dataclasses.replace(COMPILED, facts=BOARDS[1:])
    assert "    id:" not in dump_page(page)
    assert reread(page).facts == BOARDS[1:]
    assert reread(page).edited() == frozenset()


def test_what_the_compiler_wrote_keeps_its_id_when_a_like_question_is_put_in_front() -> None:
    fact = "  - question: Who met?\n    answer: the board\n"
    text = dump_page(COMPILED)
    assert fact in text
    page, found = read_page(
        text.replace(fact, f"  - question: Who met the?\n    answer: nobody\n{fact}"), known=COMPILED.compiled
    )
    assert found == []
    assert page is not None
    assert [(each.id, each.answer) for each in page.facts] == [
        ("who-met-4", "nobody"),
        ("who-met", "the board"),
        ("who-met-2", "the board of Ostford"),
        ("who-met-3", "all"),
    ]
    assert page.edited() == {"who-met-4"}


# What is wrong

FACTS_OF_MET = WRITTEN[WRITTEN.index("  facts:") : WRITTEN.index("- text: It")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "    confidence: 0.94\n",
            "    confidence: 0.94\n    kind: whom\n",
            ["31: “kind” must be one of who, what, when, where, why, how, how_ma"],
        ),
        ("    answer: A. Ark\n", "", ["25: the key “answer” is missing"]),
        ("    answer: A. Ark\n", "    answr: A. Ark\n", ["26: the key “answr” is unknown; perhaps “answer” is meant"]),
        ("    answer: A. Ark\n", "    answer: A. Ark\n    sort: x\n", ["27: the key “sort” is unknown"]),
        ("    answer: A. Ark\n", "    answer: A. Ark\n    answer: B. Birch\n", ["27: the key “answer” stands twice"]),
        ("    answer: A. Ark\n", "    answer: A. Ark\n    evidence: ' '\n", ["27: “evidence” is empty"]),
        ("    answer: A. Ark\n", "    answer: A. Ark\n    hidden: maybe\n", ["27: “hidden” must be true or false"]),
        ("    answer: 'Yes'\n", "    answer: 'Yes'\n    id: chair\n", ["32: another fact has the id “chair” too"]),
        ("id: chair", "id: ''", ["31: “id” is empty"]),
        ("answer: A. Ark", "answer: ' '", ["26: “answer” is empty"]),
        ("answer: A. Ark", "answer:", ["26: “answer” must be text; for example “answer: Ann Poole”"]),
        ("confidence: 0.94", "confidence: 94", ["30: “confidence” must be a number from 0 to 1"]),
        ("- text: It was chaired by A. Ark.", "- text: ' '", ["23: “text” must be a sentence"]),
        ("- text: It was chaired by A. Ark.", "- text: ''", ["23: “text” must be a sentence"]),
        ("- text: It was chaired by A. Ark.\n ", "-", ["23: the key “text” is missing"]),
        ("- text: It was", "- words: x\n  text: It was", ["23: the key “words” is unknown"]),
        (
            "- text: It was chaired by A. Ark.\n  facts:\n",
            "- It\n- facts:\n",
            ["23: a sentence begins wi", "24: the key “text” is mi"],
        ),
        (FACTS_OF_MET, "  question: Who?\n  answer: A\n", ["19: “question” belongs to a fact: write “facts:” below"]),
        (
            "- text: It was chaired by A. Ark.\n  facts:\n",
            "  - text: It was chaired by A. Ark.\n",
            ["23: “- text:” begins a sentence: begin it as far left"],
        ),
        (FACTS_OF_MET, "  facts: x\n", ["19: “facts” must be a list of facts, each with question and answer"]),
        (WRITTEN[WRITTEN.index("sentences:") :], "sentences: x\n", ["17: “sentences” must be a list"]),
        (WRITTEN[WRITTEN.index("sentences:") :], "", ["1: the key “sentences” is missing"]),
        ("schema: 2", "schema: 3", ["2: schema 3 is unknown"]),
        ("schema: 2\n", "", ["1: there is no “schema:” in it"]),
        ("schema: 2\n", "schema: 2\nextra: 1\n", ["3: the key “extra” is unknown"]),
        ("  source: ONA\n", "", ["3: the key “source” is missing"]),
        (
            "date: 2020-06-30\n  source",
            "date: 2020-06-31\n  source",
            ["5: “date” must be a date, year first, or null where it is not know"],
        ),
        (
            "date: 2020-06-30\n  place",
            "date: 6/3/2020\n  place",
            ["14: “date” must be a date, not “6/3/2020”, year first, or null"],
        ),
        (
            "date: 2020-06-30\n  source",
            "date: 6/3/2020\n  source",
            [
                "5: “date” must be a date, year first, or null where it is not known; “6/3/2020” may be 6 March or "
                "3 June; write 2020-03-06 or 2020-06-03"
            ],
        ),
        ("date: 2020-06-30\n  place", "date: 2020-06-31\n  place", ["14: “date” must be a date, not “2020-06-31”"]),
        (
            "date: 2020-06-30\n  place",
            "date: 2020-07-02/2020-06-30\n  place",
            ["14: “date” must be a date, not “2020-07-02/2020-06-30”"],
        ),
        ("date: 2020-06-30\n  place", "date: soon\n  place", ["14: “date” must be a date, not “soon”"]),
        ("sha256: ", "sha256: x", ["10: “sha256” must be 64 hexadecimal digits"]),
        ("name: Board of Ostford", "name: ''", ["12: the meeting needs a name"]),
        (
            "name: Board of Ostford",
            "name: null",
            ["12: the meeting needs a name; write “meeting: null” if there is no"],
        ),
        ("name: Board of Ostford", "name: ~", ["12: the meeting needs a name"]),
        ("name: Board of Ostford", "name:", ["12: the meeting needs a name"]),
        ("aliases: [BO]", "aliases: BO", ["13: “aliases” must be a list of names"]),
        ("article:", "article: &a", ["3: anchors (&) and aliases (*) are not allowed"]),
        ("title: null", "title: *a", ["7: anchors (&) and aliases (*) are not allowed"]),
        (
            "title: null",
            "title: !!python/name:os.system x",
            ["7: the tag “tag:yaml.org,2002:python/name:os.system” is not part o"],
        ),
        ("title: null", "title: a: b", ["7: text with a colon and a blank in it is put in quotes: “title: '"]),
        ("answer: A. Ark", "answer:A. Ark", ["26: a blank is missing behind the colon: “answer: A. Ark”"]),
        ("answer: 'Yes'", "answer:'Yes'", ["21: a blank is missing behind the colon: “answer: 'Yes'”"]),
        ("question: Did the", "question:Did the", ["20: a blank is missing behind the colon: “question: Did"]),
        ("question: Did the", 'question:"Did"\n      the', ["20: a blank is missing behind the colon: “question"]),
        ("place: Ostford", "place:Ostford", ["15: a blank is missing behind the colon: “place: Ostford”"]),
        ("    id: chair\n", "    id:chair", ["31: a blank is missing behind the colon: “id: chair”"]),
        ("aliases: [BO]", "aliases:[BO]", ["13: a blank is missing behind the colon: “aliases: [BO]”"]),
        ("- text: It was", "- text:It was", ["23: a blank is missing behind the colon: “text: It was"]),
        (
            "- text: It was chaired by A. Ark.\n  facts:",
            "- text:It was chaired by A. Ark.\n- facts:",
            ["23: a blank is missing behind the colon: “text: It was", "24: the key “text” is missing"],
        ),
        ("answer: A. Ark", "answer A. Ark", ["26: not YAML (could not find expected ':'); a line is a key, a colon"]),
        ("question: Did the", "question Did the", ["20: not YAML (mapping values are not allowed"]),
        ("    answer: A. Ark", "      answer: A. Ark", ["26: not YAML (mapping values are not allowed"]),
        ("text: It was", "text: It was at 10:30,\n    https://a.test:8\n    that it: was", ["25: not YAML (mapping"]),
        ("answer: 'Yes'", "answer: 'Yes'  # \f", ["21: the sign U+000C cannot be printed; take it out"]),
        ("answer: 'Yes'", "answer: 'Yes", ["21: what is opened here with ' is not closed"]),
        ("title: null", "title: " + "[" * 9000, ["7: nested deeper than 12 levels"]),
        (
            "title: null",
            "title: " + "9" * 5000,
            ["7: “999999999999999999999999…” is no number that can be read; put it in"],
        ),
        ("title: null", "title: !!bool perhaps", ["7: “perhaps” is no truth value that can be read; put it in quotes"]),
        ("title: null", "title: !!int 0b12", ["7: “0b12” is no number that can be read; put it in quotes"]),
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


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("30 June 2020", "2020-06-30"),
        ("Tuesday, June 30, 2020", "2020-06-30"),
        ("June 2020", "2020-06"),
        ("29 June – 2 July 2020", "2020-06-29/2020-07-02"),
        ("2020-06-29 / 2020-07-02", "2020-06-29/2020-07-02"),
        ("2020-06/2020-07-02", "2020-06/2020-07-02"),
        ("2020", "2020"),
    ],
)
def test_a_date_may_be_in_words_and_stays_as_it_was_written(written: str, iso: str) -> None:
    text = WRITTEN.replace("date: 2020-06-30\n  place", f"date: {written}  # by the clerk\n  place")
    page, found = read_page(text)
    assert page is not None
    assert page.meeting is not None
    assert (page.meeting.date, found) == (iso, [])
    text = text.replace("  date: 2020-06-30\n  source", "  date: June 30, 2020\n  source")
    assert read_page(text) == (page, [])
    more = dataclasses.replace(page, article=msgspec.structs.replace(page.article, source="Gazette"))
    assert rewrite_page(page, text, more) == text.replace("ONA", "Gazette")


@pytest.mark.parametrize(
    "typed",
    [
        "14",
        "+5",
        "1.50",
        "1e5",
        "-0",
        "0x1F",
        "1_000",
        "007",
        "yes",
        "no",
        "true",
        "False",
        "null",
        "~",
        "2020-06-30",
        "10:30",
    ],
)
def test_text_without_quotes_is_what_was_typed(typed: str) -> None:
    name = "Board" if typed in ("null", "~") else typed  # nobody calls a meeting so: it is refused
    text = (
        WRITTEN.replace("answer: A. Ark", f"answer: {typed}  # sic")
        .replace("question: Did the board meet?", f"question: {typed}")
        .replace("- Who led the board?", f"- {typed}")
        .replace("name: Board of Ostford", f"name: {name}")
        .replace("aliases: [BO]", f"aliases: [{typed}]")
    )
    page, found = read_page(text)
    assert found == []
    assert page is not None
    assert page.meeting is not None
    met, chair = page.facts
    assert (met.question, chair.answer, chair.variants[1]) == (typed, typed, typed)
    assert (page.meeting.name, page.meeting.aliases) == (name, (typed,))
    more = dataclasses.replace(page, article=msgspec.structs.replace(page.article, source="Gazette"))
    assert rewrite_page(page, text, more) == text.replace("ONA", "Gazette")


@pytest.mark.parametrize("typed", ["14", "1e5", "true"])
def test_what_may_be_unknown_is_text_too_and_null_is_nothing(typed: str) -> None:
    for written, read in ((typed, typed), ("null", None), ("", None)):
        page, found = read_page(
            WRITTEN.replace("place: Ostford", f"place: {written}").replace("title: null", "title: 1")
        )
        assert found == []
        assert page is not None
        assert page.meeting is not None
        assert (page.meeting.place, page.article.title) == (read, "1")


@pytest.fixture
def at_hand(tmp_path: Path) -> Path:
    """A folder for the page of an article that lies near, unchanged."""
    seed = tmp_path / "seeds" / "board.txt"
    seed.parent.mkdir()
    (tmp_path / "base").mkdir()
    seed.write_text(TEXT, encoding="utf-8")
    return tmp_path / "base"


def test_a_sentence_that_was_changed_by_hand_is_named_while_the_article_is_what_was_compiled(at_hand: Path) -> None:
    path = write(at_hand, WRITTEN.replace("text: The board met.", "text: The council met."))
    (problem,) = problems(path)
    assert problem.startswith("18: this sentence does not stand in seeds/board.txt; the nearest is “The board met.”")
    (at_hand.parent / "seeds" / "board.txt").write_text(TEXT + " More.", encoding="utf-8")
    assert base.load_file(path).facts[0].evidence == "The council met."


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("Board mets", "Board meets"),
        ("It was chaird by A. Ark.", "It was chaired by A. Ark."),
        ("Al agreed on the key", "All agreed on the key"),
        ("The key is kept by A. Arc and B. Birch.", "The key is kept by A. Ark and B. Birch."),
    ],
)
def test_the_nearest_of_a_sentence_with_a_slip_is_one_alone(written: str, nearest: str) -> None:
    text = (
        "Board meets\n\nIt was chaired by A. Ark.\n\n- All agreed on the key\n- The key is kept by A. Ark and B. Birch."
    )
    right = [
        "Board meets",
        "It was chaired by A. Ark.",
        "All agreed on the key",
        "The key is kept by A. Ark and B. Birch.",
    ]
    lines = "".join(f"- text: {written if each == nearest else each}\n" for each in right)
    page, ((_, reason),) = read_page(f"schema: 2\n{HEAD}sentences:\n{lines}", lambda _: text)
    assert page is None
    assert f"the nearest is “{nearest}” (" in reason


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("led by Bo Birch", "this evidence does not stand in seeds/board.txt; quote it word for word"),
        ("chared by A.", "this evidence does not stand in seeds/board.txt; the nearest is “chaired by A.”; quote it"),
        ("The board", "this evidence begins in another sentence; move the fact below that one"),
    ],
)
def test_evidence_is_compared_with_the_article_while_that_is_what_was_compiled(
    at_hand: Path, evidence: str, expected: str
) -> None:
    path = write(at_hand, f"{WRITTEN}    evidence: {evidence}\n")
    (problem,) = problems(path)
    assert problem.startswith(f"32: {expected}")
    path.write_text(path.read_text(encoding="utf-8") + "    hidden: true\n", encoding="utf-8")
    assert base.load_file(path).facts == (MET,)
    (at_hand.parent / "seeds" / "board.txt").write_text(TEXT + " More.", encoding="utf-8")
    path = write(at_hand, f"{WRITTEN}    evidence: {evidence}\n")
    assert len(base.load_file(path).facts) == 2


def test_with_the_article_at_hand_evidence_is_its_very_text(tmp_path: Path) -> None:
    text = "date 2020-06-30 The\u00a0board\n met.\n\n- It was  chaired by A. Ark."
    page, found = read_page(WRITTEN, lambda _: text)
    assert found == []
    assert page is not None
    assert [fact.evidence for fact in page.facts] == ["The\u00a0board\n met.", "It was  chaired by A. Ark."]
    assert [text[slice(*fact.span)] for fact in page.facts] == [fact.evidence for fact in page.facts]
    assert [each.span for each in page.sentences] == [fact.span for fact in page.facts]
    assert [each.text for each in page.sentences] == [each.text for each in SENTENCES]
    assert dump_page(page) == WRITTEN


def test_evidence_may_stand_in_front_of_the_first_sentence() -> None:
    text = f"---\ntitle: Board of Ostford (BO)\n---\n{TEXT}"
    page, found = read_page(
        WRITTEN.replace("    answer: 'Yes'\n", "    answer: 'Yes'\n    evidence: Ostford (BO)\n"), lambda _: text
    )
    assert found == []
    assert page is not None
    assert text[slice(*page.facts[0].span)] == page.facts[0].evidence == "Ostford (BO)"


def test_an_answer_that_is_written_as_a_block_has_no_end_of_a_line() -> None:
    page, problems = read_page(WRITTEN.replace("answer: A. Ark", "answer: |\n      A. Ark"))
    assert page is not None
    assert not problems
    assert [fact.answer for fact in page.record().facts] == [fact.answer for fact in RECORD.facts]


@pytest.mark.parametrize("text", ["", "\n", "# nothing but a comment\n"])
def test_an_emptied_page_says_how_to_have_it_back(text: str) -> None:
    ((_, reason),) = read_page(text)[1]
    assert reason.startswith(
        "is not a page of a base, but empty; put it back from your backup, or delete it: “onrecord comp"
    )
