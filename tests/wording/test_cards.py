"""What is shown beside answers is whole, valid for Telegram, and paged where it is long."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec
import pytest
from botapi.markup import parse_html
from botapi.rules import data_in, data_of, holds_telegrams_rules
from botapi.small_base import CHAIR, MEETINGS, PLACE
from hypothesis import given
from hypothesis import strategies as st

from bot.library import DIGEST_FACTS, Digest
from bot.replies import Answer
from bot.wording import messages, translator_for
from bot.wording.cards import FACTS_A_PAGE, candidates_message, digest_message, facts_message, greeting, listing_message
from bot.wording.render import Message

SPOKEN = [translator_for("en"), translator_for("vi")]
LONG = "The members agreed on fishing. " * 30
any_text = st.text(st.characters(exclude_categories=()), max_size=80) | st.just(LONG)


def pages_of(facts: list[Answer]) -> Iterator[Message]:
    """The pages of what is on record, turned by the buttons from the first to the last."""
    page = 0
    while True:
        message = facts_message(CHAIR, facts, page)
        yield message
        turns = [data_of(button) for row in message.buttons for button in row if button.label == messages.ON]
        if not turns:
            return
        assert turns == [f"more:{CHAIR.key}:{page + 1}"]
        page += 1


def said_on(message: Message) -> list[str]:
    """The answers on a page: what is bold below the meeting's name."""
    text, entities = parse_html(message.html)
    units = text.encode("utf-16-le")
    bold = [entity for entity in entities if entity.type == "bold"][1:]
    return [units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in bold]


def test_a_long_answer_among_others_is_shown_whole() -> None:
    facts = [dataclasses.replace(PLACE, key=f"{n:016x}", answer=LONG.strip()) for n in range(7)]
    pages = list(pages_of(facts))
    assert [said for page in pages for said in said_on(page)] == [LONG.strip()] * 7
    assert all("…" not in page.html for page in pages)


@pytest.mark.parametrize("times", [50, 200])
def test_an_answer_too_long_for_a_page_goes_on_at_a_sentence(times: int) -> None:
    answer = ("The members agreed on fishing. " * times).strip()
    facts = [PLACE, dataclasses.replace(PLACE, answer=answer), CHAIR]
    said = [piece for page in pages_of(facts) for piece in said_on(page)]
    assert (said[0], said[-1]) == (PLACE.answer, CHAIR.answer)
    assert " ".join(said[1:-1]) == answer
    assert all(piece.endswith("fishing.") for piece in said[1:-1])


@given(st.lists(st.tuples(any_text, any_text), max_size=12))
def test_any_facts_are_all_shown_in_order_and_each_can_be_opened(texts: list[tuple[str, str]]) -> None:
    facts = [
        dataclasses.replace(PLACE, key=f"{n:016x}", question=question, answer=answer)
        for n, (question, answer) in enumerate(texts)
    ]
    opened: list[str] = []
    for page in pages_of(facts):
        holds_telegrams_rules(page)
        data = [data for row in data_in(page) for data in row if data.startswith("answer:")]
        assert len(data) <= FACTS_A_PAGE
        opened += data
    assert list(dict.fromkeys(opened)) == [f"answer:{fact.key}" for fact in facts]


@pytest.mark.parametrize("text", ["😀" * 5000, '<&>"' * 5000, "word " * 5000, "\u202e\u0301" * 3000, "ؤ " * 3000])
def test_what_is_full_in_every_part_is_within_the_limit(text: str) -> None:
    full = dataclasses.replace(CHAIR, question=text, answer=text, meeting=text, source=text, article=text)
    meeting = msgspec.structs.replace(MEETINGS[0], name=text, place=text, date=text, source=text)
    digest = Digest(meeting, full, (full,) * DIGEST_FACTS)
    for translate in SPOKEN:
        holds_telegrams_rules(facts_message(full, [full] * 6, 1, translate))
        holds_telegrams_rules(candidates_message(full, [full] * 6, 1, translate))
        holds_telegrams_rules(digest_message(digest, translate(messages.DIGEST_TITLE), translate))
        holds_telegrams_rules(greeting("Hello", [full] * 3))
        holds_telegrams_rules(listing_message(meeting, [full, dataclasses.replace(full, read=True)] * 40, translate))


def test_a_digest_of_short_facts_cuts_nothing() -> None:
    fact = dataclasses.replace(CHAIR, question="Who spoke " + "of it " * 40 + "?", answer="x" * 239)
    shown = digest_message(Digest(MEETINGS[0], fact, (fact,) * DIGEST_FACTS))
    assert "…" not in shown.html


def test_a_list_shows_all_in_their_order_facts_below_their_questions_and_lines_as_they_stand() -> None:
    line = dataclasses.replace(CHAIR, read=True, answer="Lease of the slip", evidence="5. Lease of the slip")
    number = dataclasses.replace(
        CHAIR, read=True, answer="12 members", evidence="They were 12 members.", marked=(10, 20)
    )
    text, _ = parse_html(listing_message(MEETINGS[0], [CHAIR, line, number]).html)
    assert text.split("\n\n")[:4] == [
        MEETINGS[0].name,
        f"• {CHAIR.question}\n{CHAIR.answer}",
        "• Lease of the slip",
        "• 12 members\nThey were 12 members.",
    ]


@pytest.mark.parametrize("count", [2, 20, 60])
def test_of_many_none_is_left_out_of_a_list(count: int) -> None:
    facts = [dataclasses.replace(PLACE, question=LONG, answer=f"{n}. {LONG}") for n in range(count)]
    message = listing_message(MEETINGS[0], facts)
    holds_telegrams_rules(message)
    assert [said.partition(".")[0] for said in said_on(message)] == [str(n) for n in range(count)]
