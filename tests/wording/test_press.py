"""The data of buttons: what is packed is read again, what nobody packed is nobody's, and old buttons stay good."""

from __future__ import annotations

import dataclasses
import re

import pytest
from botapi.small_base import COUNTED
from hypothesis import example, given
from hypothesis import strategies as st

from bot.wording import Action, Press
from bot.wording.press import DATA_LIMIT, is_name, key_of, mention, mentioned, name_of, named_in, parse
from facts.model import Kind

FACT, QUESTION = "00000000000000c1", "fedcba9876543210"
READ = f"{FACT}-4-25"
PRESSES = {
    f"back:{READ}-yes": Press(Action.RETURN, fact=f"{READ}-yes"),
    f"not:{READ}-no:0": Press(Action.REJECT, fact=f"{READ}-no"),
    f"answer:{READ}": Press(Action.CHOOSE, fact=READ),
    f"answer:{FACT}": Press(Action.CHOOSE, fact=FACT),
    f"back:{FACT}": Press(Action.RETURN, fact=FACT),
    f"ask:{FACT}": Press(Action.ASK, fact=FACT),
    f"page:{FACT}:0": Press(Action.TURN_ANSWER, fact=FACT),
    f"more:{FACT}:12": Press(Action.SHOW_MORE, fact=FACT, page=12),
    f"not:{FACT}:999999": Press(Action.REJECT, fact=FACT, page=999_999),
    "meetings:1": Press(Action.TURN_MEETINGS, page=1),
    "unanswered:10": Press(Action.TURN_UNANSWERED, page=10),
    f"teach:{QUESTION}:{FACT}": Press(Action.TEACH, question=QUESTION, fact=FACT),
    f"keep:{QUESTION}": Press(Action.KEEP, question=QUESTION),
    f"dismiss:{QUESTION}": Press(Action.DISMISS, question=QUESTION),
    "listen:on": Press(Action.LISTEN, choice="on"),
    "listen:off": Press(Action.LISTEN, choice="off"),
    "language:vi": Press(Action.LANGUAGE, choice="vi"),
    "language:auto": Press(Action.LANGUAGE, choice="auto"),
}
"""One button of each form that was ever sent; messages with them stand in chats for years."""

keys = st.text("0123456789abcdef", min_size=16, max_size=16)
places = st.integers(0, 999_999)
names = keys | st.builds("{}-{}-{}{}".format, keys, places, places, st.sampled_from(["", "-yes", "-no", "-when"]))
pages = st.integers(0, 999_999)
presses = st.one_of(
    st.builds(Press, st.sampled_from([Action.CHOOSE, Action.RETURN, Action.ASK]), fact=names),
    st.builds(Press, st.sampled_from([Action.TURN_ANSWER, Action.SHOW_MORE, Action.REJECT]), fact=names, page=pages),
    st.builds(Press, st.sampled_from([Action.TURN_MEETINGS, Action.TURN_UNANSWERED]), page=pages),
    st.builds(Press, st.just(Action.TEACH), fact=keys, question=keys),
    st.builds(Press, st.sampled_from([Action.DISMISS, Action.KEEP]), question=keys),
    st.builds(Press, st.just(Action.LISTEN), choice=st.sampled_from(["on", "off"])),
    st.builds(Press, st.just(Action.LANGUAGE), choice=st.sampled_from(["en", "vi", "auto"])),
)
forged = st.one_of(
    st.text(),
    st.builds(
        ":".join,
        st.lists(st.sampled_from([*Action, FACT, READ, QUESTION, "0", "7", "007", "１", "on", "vi", "", "\n"])),
    ),
)


@pytest.mark.parametrize(("data", "press"), PRESSES.items())
def test_the_data_of_every_button_ever_sent_is_read_and_written_as_it_was(data: str, press: Press) -> None:
    assert parse(data) == press
    assert press.pack() == data


def test_every_action_is_among_the_buttons_ever_sent() -> None:
    assert {press.action for press in PRESSES.values()} == set(Action)


@given(presses)
def test_a_press_is_read_as_it_was_packed_and_fits_into_a_button(press: Press) -> None:
    data = press.pack()
    assert parse(data) == press
    assert 1 <= len(data.encode()) <= DATA_LIMIT


@given(forged)
@example(f"more:{FACT}:007")
@example(f"answer:{FACT}\n")
@example("listen:auto")
def test_any_text_is_nobodys_or_packs_to_itself(data: str) -> None:
    press = parse(data)
    assert press is None or press.pack() == data


@given(
    st.text(),
    st.tuples(st.integers(-3, 40), st.integers(-3, 40)),
    st.sampled_from(["Yes", "No, it was not.", "Nobody", "of Oslo"]),
    st.sampled_from(["yes_no", "who"]),
)
def test_what_was_read_is_found_by_its_name(evidence: str, span: tuple[int, int], said: str, kind: Kind) -> None:
    sentence = dataclasses.replace(COUNTED, evidence=evidence, answer=evidence)
    name = name_of(dataclasses.replace(sentence, answer=said, marked=span, kind=kind))
    assert is_name(name)
    assert key_of(name) == COUNTED.key
    found = named_in(sentence, name)
    words = evidence[slice(*span)].strip() if 0 <= span[0] < span[1] else ""
    cuts = re.compile(r"(?<=[^\W_])[^\W_]|(?<=\d)[.,:]\d|(?<=\d[.,:])\d")
    words = "" if any(cuts.match(evidence, at) for at in span if at >= 0) else words
    verdict = {"Yes": "Yes", "No, it was not.": "No"}.get(said) if kind == "yes_no" else None
    assert found.answer == ((verdict or words) if words else evidence)
    assert found.marked == (span if words else None)


@pytest.mark.parametrize(
    ("span", "marked"),
    [((13, 18), "gulls"), ((14, 18), ""), ((13, 17), ""), ((9, 12), ""), ((7, 8), ""), ((7, 12), "1,200")],
)
def test_no_name_cuts_a_word_or_a_number(span: tuple[int, int], marked: str) -> None:
    evidence = "Of all 1,200 gulls."
    sentence = dataclasses.replace(COUNTED, evidence=evidence, answer=evidence, marked=None)
    found = named_in(sentence, f"{COUNTED.key}-{span[0]}-{span[1]}")
    assert (found.answer, found.marked) == ((marked, span) if marked else (evidence, None))


def test_a_date_that_was_read_stays_resolved() -> None:
    sentence = dataclasses.replace(COUNTED, evidence="Omar Reza counted the gulls on May 3.")
    read = dataclasses.replace(sentence, answer="3 May 2021", kind="when", marked=(31, 36))
    assert name_of(read) == f"{COUNTED.key}-31-36-when"
    assert named_in(sentence, name_of(read)) == read


def test_a_day_told_from_the_one_before_stays_resolved() -> None:
    before = "The harbour board backed the lock on May 3."
    sentence = dataclasses.replace(COUNTED, evidence="Omar Reza counted the gulls a day earlier.", before=before)
    read = dataclasses.replace(sentence, answer="2 May 2021", kind="when", marked=(28, 41))
    assert named_in(sentence, name_of(read)) == read


@given(names)
def test_a_fact_that_is_mentioned_is_found(fact: str) -> None:
    assert mentioned(mention(fact)) == fact


@given(st.text())
@example("#" + FACT + " ")
@example(FACT)
def test_any_other_text_mentions_no_fact_but_its_own(text: str) -> None:
    fact = mentioned(text)
    assert fact is None or mention(fact) == text
