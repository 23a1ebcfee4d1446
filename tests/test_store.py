"""What is remembered about conversations, and what is let go."""

from __future__ import annotations

from bot.replies import Context
from bot.store import Contexts

ONE, TWO, THREE = (Context(question=text) for text in ("one", "two", "three"))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_conversations_are_kept_apart() -> None:
    contexts = Contexts()
    contexts.put("a", ONE)
    contexts.put("b", TWO)
    assert (contexts.get("a"), contexts.get("b"), contexts.get("c")) == (ONE, TWO, Context())


def test_a_conversation_is_over_after_its_lifetime() -> None:
    clock = Clock()
    contexts = Contexts(lifetime=900, clock=clock)
    contexts.put("a", ONE)
    clock.now = 899
    assert contexts.get("a") == ONE
    clock.now = 900
    assert contexts.get("a") == Context()
    assert len(contexts) == 0


def test_a_further_question_begins_the_lifetime_anew() -> None:
    clock = Clock()
    contexts = Contexts(lifetime=900, clock=clock)
    contexts.put("a", ONE)
    clock.now = 600
    contexts.put("a", TWO)
    clock.now = 1200
    assert contexts.get("a") == TWO


def test_the_conversation_longest_unchanged_makes_room() -> None:
    contexts = Contexts(limit=2)
    contexts.put("a", ONE)
    contexts.put("b", TWO)
    contexts.put("a", ONE)
    contexts.put("c", THREE)
    assert (contexts.get("a"), contexts.get("b"), contexts.get("c")) == (ONE, Context(), THREE)
    assert len(contexts) == 2
