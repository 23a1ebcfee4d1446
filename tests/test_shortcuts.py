"""A file of shortcuts: what it may say, and that each mistake is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shortcuts import BUILT_IN, NAME, RESERVED, Shortcut, ShortcutError, all_of, filled, load, merged

GOOD = """\
- name: host
  description: Who hosted
  question: Who hosted {meeting}?
- name: budget
  description: What it cost
  question: ["How much did {meeting} cost?", "What was the budget of {meeting}?"]
  languages: [en, vi]
  who: administrators
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "shortcuts.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    assert load(written(tmp_path, GOOD)) == (
        Shortcut("host", "Who hosted", ("Who hosted {meeting}?",)),
        Shortcut(
            "budget",
            "What it cost",
            ("How much did {meeting} cost?", "What was the budget of {meeting}?"),
            ("en", "vi"),
            "administrators",
        ),
    )


def test_an_empty_file_has_none(tmp_path: Path) -> None:
    assert load(written(tmp_path, "# nothing yet\n")) == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("name: host\n", 1, "is no list"),
        ("- host\n", 1, "is no shortcut"),
        ("- name: host\n  description: x\n", 1, "question is missing"),
        (GOOD + "- name: Host\n  description: x\n  question: x\n", 9, "a name has 1 to 32"),
        (GOOD + "- name: help\n  description: x\n  question: x\n", 9, "/help is a command of its own"),
        (GOOD + "- name: host\n  description: x\n  question: x\n", 9, "/host is there twice"),
        (GOOD + "- name: a\n  description: ''\n  question: x\n", 10, "a description has"),
        (GOOD + "- name: a\n  description: x\n  question: Who is {name}?\n", 11, "{name} means nothing"),
        (GOOD + "- name: a\n  description: x\n  question: []\n", 11, "there is no question"),
        (GOOD + "- name: a\n  description: x\n  question: {a: b}\n", 11, "question is no text nor a list"),
        (GOOD + "- name: a\n  description: [x, y]\n  question: x\n", 10, "description is no text"),
        (GOOD + "- name: a\n  description: x\n  question: x\n  languages: [english]\n", 12, "'english' is no language"),
        (GOOD + "- name: a\n  description: x\n  question: x\n  who: me\n", 12, "'me' is nobody"),
        (GOOD + "- name: a\n  colour: red\n  description: x\n  question: x\n", 10, "'colour' is no key"),
        (GOOD + "- name: [\n", 10, "is not YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ShortcutError) as caught:
        load(path)
    assert any(problem.startswith(f"{path}:{line}: ") and said in problem for problem in caught.value.problems)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ShortcutError) as caught:
        load(written(tmp_path, "- name: A\n  description: x\n  question: '{x}'\n  who: me\n- b\n"))
    assert len(caught.value.problems) == 4


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ShortcutError, match=r"nowhere\.yaml: cannot be read"):
        all_of(tmp_path / "nowhere.yaml")


def test_an_owners_word_counts_where_both_have_a_name() -> None:
    own = Shortcut("chair", "Ours", ("Who led {meeting}?",))
    assert [shortcut for shortcut in merged([own]) if shortcut.name == "chair"] == [own]
    assert len(merged([own])) == len(BUILT_IN)


def test_the_built_in_ones_keep_to_the_rules() -> None:
    assert all(NAME.fullmatch(shortcut.name) and shortcut.name not in RESERVED for shortcut in BUILT_IN)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_filling_in_takes_any_text_as_it_is(meeting: str, args: str, around: str) -> None:
    plain = around.replace("{", "").replace("}", "")
    assert filled(f"{plain}{{meeting}} {{args}}", meeting, args) == f"{plain}{meeting} {args}"


@given(st.text(max_size=200))
def test_any_file_is_read_or_refused_by_name(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "shortcuts.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    problems: tuple[str, ...] = ()
    try:
        load(path)
    except ShortcutError as error:
        problems = error.problems
    assert all(problem.startswith(str(path)) for problem in problems)
