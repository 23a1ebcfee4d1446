"""The forms that facts are written in: what other programs make of them, and what they may not."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import records

from exchange.tables import ROWS, exported, imported, written
from facts.exchange import squad, table
from facts.exchange.given import FormError
from facts.exchange.reading import read
from facts.exchange.row import COLUMNS, Row, RowError, column_of, passage_of, row_of
from facts.pages.page import Page

ANY = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
LIKE_FORMULAS = st.builds("".join, st.tuples(st.sampled_from(["", "'", "''"]), st.sampled_from("=+-@\t＝＋"), ANY))


def as_csv(rows: list[Row]) -> str:
    out = io.StringIO()
    table.write(rows, out)
    return out.getvalue()


class TestTable:
    @given(question=LIKE_FORMULAS | ANY, answer=LIKE_FORMULAS | ANY)
    def test_no_cell_is_taken_for_a_formula_and_each_is_read_as_it_was(self, question: str, answer: str) -> None:
        text = as_csv([Row(question=f"{question}?", answer=f"{answer}.")])
        for cell in next(csv.reader(io.StringIO(text.partition("\n")[2], newline=""))):
            assert not re.match("[=+\\-@\t＝＋－＠]", cell)
        (given,) = table.read(text)
        assert (given.cells["question"], given.cells["answer"]) == (f"{question}?".strip(), f"{answer}.".strip())

    @pytest.mark.parametrize(
        "text",
        [
            "question,answer,date\nWho came?,Ann,2024-10-03\n",
            "Question;Answer;Published\nWho came?;Ann;3 October 2024\n",
            "sep=;\nanswer;question;date\nAnn;Who came?;2024-10-03\n",
            "QUESTION\tANSWER\tDATE\n\nWho came?\tAnn\t2024-10-03\n",
            '"question","answer","date"\n"Who came?","Ann","October 3, 2024"\n',
        ],
    )
    def test_what_stands_between_cells_and_how_columns_are_called_is_told_by_the_first_line(
        self, text: str, tmp_path: Path
    ) -> None:
        path = tmp_path / "rows.csv"
        path.write_text(text, encoding="utf-8")
        found = read(path, "rows.csv")
        (row,) = [each.row for each in found.rows]
        assert (row.question, row.answer, str(row.date)) == ("Who came?", "Ann", "2024-10-03")
        assert not found.problems

    def test_several_variants_stand_in_a_cell_with_a_line_or_a_bar_between_them(self) -> None:
        (given,) = table.read('question,answer,variants\nWho?,Ann,"Who came? | Which person?\nWhose turn?"\n')
        assert row_of(given.cells).variants == ("Who came?", "Which person?", "Whose turn?")


class TestSquad:
    def test_it_is_as_its_form_is_published(self, tmp_path: Path) -> None:
        imported(written(list(ROWS), tmp_path), tmp_path)
        data = json.loads(exported(tmp_path, "squad"))
        assert data["version"] == "v2.0"
        names = set()
        for article in data["data"]:
            assert isinstance(article["title"], str)
            for paragraph in article["paragraphs"]:
                for question in paragraph["qas"]:
                    names.add(question["id"])
                    assert question["question"]
                    assert question["is_impossible"] is False
                    for answer in question["answers"]:
                        begin = answer["answer_start"]
                        assert answer["text"]
                        assert paragraph["context"][begin : begin + len(answer["text"])] == answer["text"]
        assert len(names) == len(ROWS)

    def test_an_answer_is_marked_where_its_evidence_has_it_else_the_evidence_is(self, tmp_path: Path) -> None:
        imported(written(list(ROWS), tmp_path), tmp_path)
        data = json.loads(exported(tmp_path, "squad"))
        marked = [
            (question["answers"][0]["text"], question["onrecord"]["answer"])
            for article in data["data"]
            for paragraph in article["paragraphs"]
            for question in paragraph["qas"]
        ]
        assert marked[:2] == [("Ann Poole", "Ann Poole"), ("It meets again on 12 November.", "12 November 2024")]

    def test_a_set_of_somebody_elses_is_read_with_the_sentence_around_each_answer(self, tmp_path: Path) -> None:
        context = "The board met in Ostford. Ann Poole chaired it. “It was short,” she said at 5.30 p.m. on Monday."
        path = tmp_path / "set.json"
        path.write_text(json.dumps(foreign(context, "Ann Poole")), encoding="utf-8")
        (found,) = read(path, "set.json").rows
        assert (found.row.answer, found.row.evidence, found.row.title) == (
            "Ann Poole",
            "Ann Poole chaired it.",
            "Ostford board",
        )
        assert imported(path, tmp_path) == 0
        assert "It was short" in (tmp_path / "seeds" / "ostford-board.md").read_text(encoding="utf-8")

    def test_what_has_no_answer_is_left_out_and_what_is_marked_wrongly_is_named(self, tmp_path: Path) -> None:
        data = foreign("The board met. Ann Poole chaired it.", "Ann Poole")
        (paragraph,) = data["data"][0]["paragraphs"]
        impossible = {"id": "q2", "question": "Who paid?", "answers": [], "is_impossible": True}
        wrong = {"id": "q3", "question": "Who?", "answers": [{"text": "Ann", "answer_start": 3}]}
        paragraph["qas"] += [impossible, wrong, "no object"]
        path = tmp_path / "set.json"
        path.write_text(json.dumps(data, indent=1), encoding="utf-8")
        found = read(path, "set.json")
        assert len(found.rows) == 1
        assert [problem.partition(": ")[0] for problem in found.problems] == ["set.json", "set.json"]
        assert "qas[2]: “answer_start” is not where" in found.problems[0]

    @given(text=st.text(st.sampled_from("aB. !?“”)1"), max_size=40))
    def test_sentences_are_the_text_again_and_one_is_around_each_stretch(self, text: str) -> None:
        whole = " ".join(text.split())
        assert " ".join(squad.sentences(whole)) == whole
        for at in range(len(whole)):
            if not whole[at].isspace():
                assert whole[at] in squad.sentence_around(whole, at, at + 1)


def foreign(context: str, answer: str) -> dict[str, Any]:
    """A data set of one question, as others write them."""
    question = {
        "id": "q1",
        "question": "Who chaired it?",
        "answers": [{"text": answer, "answer_start": context.index(answer)}],
        "is_impossible": False,
    }
    return {
        "version": "v2.0",
        "data": [{"title": "Ostford_board".replace("_", " "), "paragraphs": [{"context": context, "qas": [question]}]}],
    }


class TestRow:
    @pytest.mark.parametrize(
        ("cells", "reason"),
        [
            ({"question": "Who?"}, "has no answer"),
            ({"answer": "Ann"}, "has no question"),
            ({"question": " ", "answer": "Ann"}, "has no question"),
            ({"question": ["Who?"], "answer": "Ann"}, "“question” must be text"),
            ({"question": "W" * 2001, "answer": "Ann"}, "longer than 2,000 letters"),
            ({"date": "03/10/2024"}, "is not a day; write YYYY-MM-DD"),
            ({"date": "03/10/2024"}, "it may be 3 October or 10 March"),
            ({"date": "2024-02-30"}, "is not a day; write YYYY-MM-DD"),
            ({"kind": "whn"}, "for example “kind: when”"),
            ({"confidence": "7"}, "a number from 0 to 1"),
            ({"checked": "perhaps"}, "must be true or false"),
            ({"variants": ["a"] * 201}, "at most 200"),
            ({"variants": [1.5, {}]}, "“variants” must be text"),
            ({"value": {"a": 1}}, "“value” must be text, a number"),
            ({"meeting": "Board", "meeting_date": "May"}, "is not a date"),
            ({"meeting": "Board", "meeting_number": "twelve"}, "no whole number"),
            ({"meeting_place": "Ostford"}, "no “meeting”; name the meeting"),
        ],
    )
    def test_what_is_wrong_with_a_row_is_said_with_what_may_stand_there(
        self, cells: dict[str, object], reason: str
    ) -> None:
        whole = {"question": "Who?", "answer": "Ann"} if not {"question", "answer"} & cells.keys() else {}
        with pytest.raises(RowError, match=re.escape(reason)):
            row_of({**whole, **cells})

    @given(
        cells=st.dictionaries(
            st.sampled_from(COLUMNS),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY,
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=2),
                max_leaves=5,
            ),
        )
    )
    def test_any_cells_give_a_row_or_a_clean_error(self, cells: dict[str, object]) -> None:
        try:
            row = row_of({"question": "Who?", "answer": "Ann", **cells})
        except RowError:
            return
        assert row.question
        assert row.answer

    def test_names_of_columns_are_forgiven_their_case_and_blanks(self) -> None:
        names = ("Question", " meeting place ", "Meeting-Date", "published", "publisher", "link", "headline", "mood")
        assert [column_of(name) for name in names] == [
            *("question", "meeting_place", "meeting_date", "date", "source", "url", "title", None)
        ]


class TestPassage:
    def test_evidence_stands_where_the_row_says(self) -> None:
        record, _ = records()
        passage = passage_of(Page(record.article, record.meeting, record.facts, sentences=record.sentences))
        assert [row.question for row in passage.rows] == [fact.question for fact in record.facts]
        for row in passage.rows:
            assert row.evidence == passage.text[row.start : row.end]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02\x03", "is not text in UTF-8"),
        (b"Who chaired it?,Ann Poole\n", "no column “answer”; the first line names the columns"),
        (b"question,reply\nWho?,Ann\n", "no column “answer”"),
        (b'{"version": "v2.0"}', "is no data set of questions"),
    ],
)
def test_a_file_that_has_no_rows_is_refused_with_a_way_on(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "rows"
    path.write_bytes(data)
    with pytest.raises(FormError, match=reason):
        read(path, "rows")


def test_what_is_called_as_an_article_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "report.PDF"
    path.write_bytes(b"question,answer\nWho?,Ann\n")
    with pytest.raises(FormError) as refused:
        read(path, "report.PDF")
    assert refused.value.reason == "is a PDF by its name, and no table; “onrecord add” makes an article of it"


@given(
    data=st.binary(max_size=80)
    | st.text(st.sampled_from("question,answer;\n\"{}[]: \\'=a1\t"), max_size=80).map(str.encode)
)
def test_any_bytes_give_rows_or_a_clean_error(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    try:
        found = read(path, "any.csv")
    except FormError:
        return
    assert all(each.startswith("any.csv") for each in found.problems)
