"""What an editor is offered for a question in vain: the facts whose questions are spelled most alike."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lake_varda import records
from rapidfuzz import fuzz

from bot import editing
from bot.index import Index
from bot.question import read


@functools.cache
def index() -> Index:
    return Index(records())


def exhaustively(question: str, limit: int) -> list[str]:
    """The facts by the likeness of their questions, each read and compared; of equals the first."""
    asked = read(question).plain
    likeness = [fuzz.token_set_ratio(asked, read(entry.fact.question).plain) for entry in index().entries]
    order = sorted(range(len(likeness)), key=lambda at: -likeness[at])
    return [index().entries[at].fact_id for at in order[:limit]]


def found(question: str, limit: int) -> list[str]:
    return [entry.fact_id for entry in editing._spelled_alike(read(question), index(), limit)]


WORDS = "who chaired the lvfc meeting in tarnhelm osmark brandt ilse when was held fish quota agreed why".split()
TYPED = st.lists(st.sampled_from(WORDS) | st.text("abcdeiostr", min_size=1, max_size=7), max_size=9).map(" ".join)


@given(TYPED | st.text(max_size=40), st.integers(1, 7))
def test_the_most_alike_are_those_that_comparing_every_fact_finds(question: str, limit: int) -> None:
    assert found(question, limit) == exhaustively(question, limit)


@pytest.mark.parametrize("together", [1, 2, 7])
def test_it_makes_no_difference_how_many_are_compared_at_a_time(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "TOGETHER", together)
    for question in ("Who chairde the meeting?", "When?", "", "quota of fish agreed in Tarnhelm"):
        assert found(question, 5) == exhaustively(question, 5)


def test_no_fact_is_read_but_those_that_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Index(records())
    seen: list[int] = []
    entries = fresh.entries

    class Watched:
        def __len__(self) -> int:
            return len(entries)

        def __getitem__(self, at: int) -> object:
            seen.append(at)
            return entries[at]

    monkeypatch.setattr(fresh, "entries", Watched())
    asked = read("Who chaired the meeting in Tarnhelm?")
    assert len(list(editing._spelled_alike(asked, fresh, 3))) == len(seen) == 3
