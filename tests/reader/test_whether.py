"""What tells a question for yes or no from keywords is learned from questions, and no name is."""

from __future__ import annotations

import pytest

from deploy.reader import whether
from deploy.reader.keep_questions import Question

THINGS = [
    f"{name}-{thing}"
    for name in ("alva", "brill", "corra", "dunn")
    for thing in ("pier", "ferry", "levy", "lock", "mole", "toll")
]


def _question(article: str, text: str, kind: str) -> Question:
    return Question(article, text, "", (), None, kind, "short", False)


def _asked() -> list[Question]:
    return [
        question
        for thing in THINGS
        for question in (
            _question(thing, f"{thing} still shut?", "yes_no"),
            _question(thing, f"cost of the {thing}?", "how_many"),
            _question(thing, f"who paid for the {thing}?", "who"),
            _question(thing, f"did the {thing} open?", "yes_no"),
            _question(thing, f"colour of the {thing}?", "unanswerable"),
        )
    ]


def test_only_texts_that_need_a_table_are_cases() -> None:
    cases = whether.cases(_asked())
    assert len(cases) == 2 * len(THINGS)
    assert sum(case.asks_whether for case in cases) == len(THINGS)


def test_what_tells_them_apart_is_learned_and_no_name() -> None:
    cases = whether.cases(_asked())
    names = whether.counted(cases)
    assert not any("pier" in name for name in names)
    _, *weights = whether.fitted(cases, names)
    table = dict(zip(names, weights, strict=True))
    assert table["word=still"] > 0 > table["cue how_many"]


def test_it_says_how_many_are_found_and_how_many_mistaken(capsys: pytest.CaptureFixture[str]) -> None:
    whether.show(whether.cases(_asked()))
    found, others = capsys.readouterr().out.split(", ")
    assert others == f"of {len(THINGS)} others 0\n"
    assert int(found.rpartition(" ")[2]) > len(THINGS) / 2
