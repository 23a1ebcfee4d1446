"""The article and question sets in ``tests/articles`` are well formed, so that figures measured on them count."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
SETS = ("fit", "held")
SUFFIXES = {".md", ".txt"}
KINDS = {
    "definition",
    "disambiguate",
    "how",
    "how_many",
    "list",
    "unanswerable",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "yes_no",
}
STYLES = {"paraphrase", "plain", "short", "typo"}
FIELDS = {"answers", "article", "context", "evidence", "kind", "need", "question", "style"}
ISO_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")

Item = dict[str, Any]


def article_files(name: str) -> list[Path]:
    """The articles of a set, in the order of their names."""
    return sorted(path for path in (HERE / name).iterdir() if path.suffix in SUFFIXES)


def article_parts(path: Path) -> tuple[str, str]:
    """The date and the running text of an article, read without the project's own reader."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        matter = re.match(r"---\n(.*?)\n---\n", raw, re.DOTALL)
        assert matter, f"{path.name}: no front matter"
        fields = yaml.safe_load(matter[1])
        assert set(fields) == {"title", "date", "source", "url"}, path.name
        assert str(fields["url"]).startswith("https://example.org/"), path.name
        return str(fields["date"]), raw[matter.end() :]
    dated = re.match(r" date (\d{4}-\d{2}-\d{2}) (?=\S)", raw)
    assert dated, f"{path.name}: does not begin with a date line"
    return dated[1], raw[dated.end() :]


def items_of(name: str) -> list[Item]:
    """The questions of a set."""
    items = yaml.safe_load((HERE / name / "questions.yaml").read_text(encoding="utf-8"))
    assert isinstance(items, list)
    return items


def cited(item: Item) -> list[str]:
    """The ids of the articles that answer a question."""
    article = item["article"]
    return [article] if isinstance(article, str) else list(article)


def is_literal(answer: str) -> bool:
    """Whether an accepted answer has to stand in the text, unlike a date or a yes or no."""
    return answer not in {"yes", "no"} and not ISO_DATE.fullmatch(answer)


def label(item: Item) -> str:
    """The words by which a failed check names its question."""
    return f"{item['article']}: {item['question']}"


@pytest.fixture(params=SETS, name="set_name")
def _set_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_each_article_is_dated_as_its_name_says_and_has_the_length_of_a_report(set_name: str) -> None:
    files = article_files(set_name)
    assert len(files) >= 14
    assert {path.suffix for path in files} == SUFFIXES
    for path in files:
        date, text = article_parts(path)
        assert path.stem.startswith(f"{date}-"), path.name
        assert datetime.date(2018, 1, 1) <= datetime.date.fromisoformat(date) <= datetime.date(2025, 12, 31), path.name
        assert 180 <= len(text.split()) <= 480, path.name


def test_no_article_and_no_question_is_in_both_sets() -> None:
    fit, held = ({path.stem for path in article_files(name)} for name in SETS)
    assert not fit & held
    asked_fit, asked_held = ({str(item["question"]).casefold() for item in items_of(name)} for name in SETS)
    assert not asked_fit & asked_held


def test_each_item_has_known_fields_and_values(set_name: str) -> None:
    for item in items_of(set_name):
        assert FIELDS - {"context", "need"} <= set(item) <= FIELDS, item
        assert item["kind"] in KINDS, label(item)
        assert item["style"] in STYLES, label(item)
        assert item.get("need", "all") == "all", label(item)
        assert all(isinstance(answer, str) and answer == answer.strip() != "" for answer in item["answers"]), label(
            item
        )
        assert str(item["question"]).strip() == item["question"] != "", label(item)


def test_each_cited_article_exists_and_each_article_is_asked_about(set_name: str) -> None:
    names = {path.stem for path in article_files(set_name)}
    asked = Counter(slug for item in items_of(set_name) for slug in cited(item))
    assert set(asked) == names
    assert min(asked.values()) >= 9


def test_no_question_is_asked_twice(set_name: str) -> None:
    asked = Counter((str(i["question"]).casefold(), str(i.get("context", "")).casefold()) for i in items_of(set_name))
    assert [question for question, times in asked.items() if times > 1] == []


def test_evidence_and_accepted_answers_stand_in_the_article(set_name: str) -> None:
    texts = {path.stem: article_parts(path)[1] for path in article_files(set_name)}
    for item in items_of(set_name):
        if item["kind"] == "unanswerable":
            continue
        evidence = item["evidence"]
        assert evidence, label(item)
        assert any(evidence in texts[slug] for slug in cited(item)), label(item)
        literal = [answer for answer in item["answers"] if is_literal(answer)]
        for answer in literal:
            assert any(answer in texts[slug] for slug in cited(item)), f"{label(item)}: {answer}"
        in_evidence = [answer in evidence for answer in literal]
        assert all(in_evidence) if item.get("need") == "all" else not literal or any(in_evidence), label(item)


def test_every_cited_article_of_a_shared_question_holds_an_answer(set_name: str) -> None:
    texts = {path.stem: article_parts(path)[1] for path in article_files(set_name)}
    for item in items_of(set_name):
        literal = [answer for answer in item["answers"] if is_literal(answer)]
        for slug in cited(item) if literal else []:
            assert any(answer in texts[slug] for answer in literal), f"{label(item)}: {slug}"


def test_answers_that_are_dates_exist_in_the_calendar(set_name: str) -> None:
    for item in items_of(set_name):
        for answer in item["answers"]:
            if ISO_DATE.fullmatch(answer):
                datetime.date.fromisoformat(answer if len(answer) == 10 else f"{answer}-01")


def test_a_yes_no_question_is_answered_by_one_of_the_two_words(set_name: str) -> None:
    decided = Counter(str(item["answers"]) for item in items_of(set_name) if item["kind"] == "yes_no")
    assert set(decided) == {"['yes']", "['no']"}
    assert min(decided.values()) >= 4


def test_an_unanswerable_question_has_neither_answer_nor_evidence(set_name: str) -> None:
    for item in items_of(set_name):
        assert (item["kind"] == "unanswerable") == (item["answers"] == []), label(item)
        assert item["answers"] or item["evidence"] == "", label(item)


def test_the_set_is_large_enough_and_of_every_kind_and_style(set_name: str) -> None:
    items = items_of(set_name)
    kinds = Counter(item["kind"] for item in items)
    styles = Counter(item["style"] for item in items)
    assert len(items) >= 170
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 3
    assert 0.24 <= kinds["unanswerable"] / len(items) <= 0.3
    assert min(styles[style] for style in STYLES) >= 0.08 * len(items)
    assert styles["paraphrase"] >= styles["plain"]
    assert 8 <= sum("context" in item for item in items) <= 14
