"""Who does what to whom in a sentence is told by its words and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.deeds_told import Deed, Words, deeds
from bot.question.tokens import stem


def plain(words: Words) -> str:
    return " ".join(word.surface for word in words)


def told(sentence: str, verb: str) -> Deed:
    """The deed with this verb that a sentence tells."""
    return next(deed for deed in deeds(sentence) if deed.verb == verb)


@pytest.mark.parametrize(
    ("sentence", "verb", "who", "what"),
    [
        ("Ada Wren thanked Bo Lusk.", "thank", "ada wren", "bo lusk"),
        ("Bo Lusk was thanked by Ada Wren in May.", "thank", "ada wren", "bo lusk in may"),
        ("Tarn and Osmark signed a pact.", "sign", "tarn and osmark", "a pact"),
        ("Tarn, Osmark and Brill signed a pact.", "sign", "tarn osmark brill", "a pact"),
        ("The fair was opened by Tarn and paid for by Osmark.", "pay", "osmark", "the fair for"),
        ("Ada Wren opened the fair and thanked the pilots.", "thank", "ada wren", "the pilots"),
        ("Ada Wren, who led the talks, thanked the pilots.", "thank", "ada wren", "the pilots"),
        ("Ada Wren, who led the talks, thanked the pilots.", "lead", "ada wren", "the talks"),
        ("Ada Wren met Bo Lusk, who leads the board.", "lead", "bo lusk", "the board"),
        ("The lock, whose keeper, Bo Lusk, left, was shut.", "leav", "keeper bo lusk", ""),
        ("Ada Wren moved a vote, and Bo Lusk, a pilot, left.", "leav", "bo lusk a pilot", ""),
        ("The fee is 9 crowns, and pupils pay 4 crowns.", "pay", "pupils", "4 crowns"),
        ("Bo Lusk shut the old lock, which Ada Wren mended in May.", "mend", "ada wren", "the old lock in may"),
        ("Bo Lusk shut the lock, of which Ada Wren mended two gates.", "mend", "ada wren", "two gates"),
        ("Bo Lusk shut the lock, which leaked.", "leak", "the lock", ""),
        ("All ports except Tarn signed the pact.", "sign", "all ports except tarn", "the pact"),
        ("The request for 60,000 has been sent.", "send", "", "the request for 60,000"),
        ("The harbour plan was adopted.", "adopt", "", "the harbour plan"),
        ("The pilots plan was read by Ada Wren.", "read", "ada wren", "the pilots plan"),
        ("Ada Wren said the lock leaks.", "leak", "the lock", ""),
        ("A pact drafted by Ada Wren was signed.", "draft", "ada wren", "a pact was signed"),
    ],
)
def test_who_does_what(sentence: str, verb: str, who: str, what: str) -> None:
    deed = told(sentence, verb)
    joined = {"and", "or"}
    assert [word for word in plain(deed.who).split() if word not in joined] == [
        word for word in who.split() if word not in joined
    ]
    assert plain(deed.what) == what


@pytest.mark.parametrize(
    ("sentence", "verb", "denied"),
    [
        ("Tarn did not sign the pact.", "sign", True),
        ("Tarn has never signed the pact.", "sign", True),
        ("No port signed the pact.", "sign", True),
        ("Tarn refused to sign the pact.", "sign", True),
        ("Tarn signed the pact, which Osmark did not read.", "sign", False),
        ("Tarn did not, as many had hoped, sign the pact.", "sign", True),
        ("Tarn has, to the surprise of Osmark, signed the pact.", "sign", False),
    ],
)
def test_what_is_denied(sentence: str, verb: str, denied: bool) -> None:
    assert told(sentence, verb).denied is denied


@pytest.mark.parametrize(
    ("sentence", "verb", "is_open"),
    [
        ("Tarn did not refuse to sign the pact.", "sign", True),
        ("Tarn plans to sign the pact.", "sign", True),
        ("Tarn asked that Osmark sign the pact.", "sign", True),
        ("If Tarn signs the pact, the lock will be mended.", "sign", True),
        ("Tarn said that Osmark signed the pact.", "sign", False),
    ],
)
def test_what_is_left_open(sentence: str, verb: str, is_open: bool) -> None:
    assert told(sentence, verb).open is is_open


@given(st.text() | st.lists(st.sampled_from("Ada and who , was by to not met 4 May that ; lock".split())).map(" ".join))
def test_any_text_is_cut(text: str) -> None:
    assert all(isinstance(deed, Deed) for deed in deeds(text))


def test_the_verb_of_the_half_before_is_that_of_the_next() -> None:
    told = deeds("The Osk side was led by Ada Wren, and that of Tarn by the clerk, Bo Lusk.")
    assert [(each.verb, each.who[-1].surface, each.what[-1].surface) for each in told] == [
        (stem("led"), "wren", "side"),
        (stem("led"), "lusk", "tarn"),
    ]


@pytest.mark.parametrize(
    "sentence", ["The motion, put by Ada Wren in May, was carried.", "The motion has since been carried."]
)
def test_what_stands_before_a_verb_by_the_way_takes_nobody_their_deed(sentence: str) -> None:
    carried = [each for each in deeds(sentence) if each.verb == stem("carry")]
    assert any(stem("motion") in {word.term for word in each.what} for each in carried)
