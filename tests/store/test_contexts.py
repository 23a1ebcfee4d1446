"""What is remembered about conversations, and what is let go."""

from __future__ import annotations

from clock import Clock

from bot.replies import Context
from bot.store import Contexts, Conversation

MIRA, OMAR, IDA = Conversation(-100, None, 1), Conversation(-100, None, 2), Conversation(-100, 7, 1)
ONE, TWO, THREE = (Context(question=text) for text in ("one", "two", "three"))


def test_conversations_are_kept_apart() -> None:
    contexts = Contexts()
    contexts.put(MIRA, ONE)
    contexts.put(OMAR, TWO)
    assert (contexts.get(MIRA), contexts.get(OMAR), contexts.get(IDA)) == (ONE, TWO, Context())


def test_a_conversation_is_over_after_its_lifetime(clock: Clock) -> None:
    contexts = Contexts(lifetime=900, clock=clock)
    contexts.put(MIRA, ONE)
    clock.now += 899
    assert contexts.get(MIRA) == ONE
    clock.now += 1
    assert contexts.get(MIRA) == Context()
    assert len(contexts) == 0


def test_a_further_question_begins_the_lifetime_anew(clock: Clock) -> None:
    contexts = Contexts(lifetime=900, clock=clock)
    contexts.put(MIRA, ONE)
    clock.now += 600
    contexts.put(MIRA, TWO)
    clock.now += 600
    assert contexts.get(MIRA) == TWO


def test_the_conversation_longest_unchanged_makes_room() -> None:
    contexts = Contexts(limit=2)
    contexts.put(MIRA, ONE)
    contexts.put(OMAR, TWO)
    contexts.put(MIRA, ONE)
    contexts.put(IDA, THREE)
    assert (contexts.get(MIRA), contexts.get(OMAR), contexts.get(IDA)) == (ONE, Context(), THREE)
    assert len(contexts) == 2


def test_forgetting_takes_only_what_was_named() -> None:
    contexts = Contexts()
    for conversation in (MIRA, OMAR, IDA):
        contexts.put(conversation, ONE)
    contexts.forget(MIRA)
    contexts.forget_where(lambda conversation: conversation.thread == 7)
    assert [contexts.get(each) for each in (MIRA, OMAR, IDA)] == [Context(), ONE, Context()]


def test_only_what_has_changed_is_handed_over_and_only_once() -> None:
    contexts = Contexts(clock=lambda: 5.0)
    contexts.put(MIRA, ONE)
    contexts.put(MIRA, TWO)
    contexts.put(OMAR, ONE)
    contexts.forget(OMAR)
    assert contexts.take_changed() == [(MIRA, 5.0, TWO)]
    assert contexts.take_changed() == []
