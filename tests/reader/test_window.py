from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tiny_reader import tokenizer
from tokenizers import Tokenizer

from facts.reader.window import (
    ANSWER_TOKENS,
    BEFORE_TOKENS,
    HEADING_TOKENS,
    QUESTION_TOKENS,
    WINDOW_TOKENS,
    Claim,
    Passage,
    Windows,
)

TEXT = st.text(alphabet="abc de1 .,'’é漢-|", max_size=300)
CUTTER: Tokenizer = tokenizer()


def token(piece: str) -> int:
    found = CUTTER.token_to_id(piece)
    assert found is not None
    return found


@given(TEXT, TEXT, TEXT, TEXT, TEXT)
def test_a_window_never_grows_too_long_and_knows_its_sentence(
    question: str, asked_before: str, heading: str, before: str, sentence: str
) -> None:
    window = Windows(CUTTER).make(question, Passage(heading, before, sentence), asked_before)
    assert len(window.tokens) == len(window.segments) <= WINDOW_TOKENS
    assert window.tokens[0] == token("[CLS]")
    assert window.tokens.count(token("[SEP]")) == 3
    assert window.tokens[window.start - 1] == window.tokens[-1] == token("[SEP]")
    assert len(window.tokens) == window.start + len(window.offsets) + 1
    assert window.segments == [0] * window.start + [1] * (len(window.offsets) + 1)
    for begin, end in window.offsets:
        assert 0 <= begin < end <= len(sentence)


def test_what_is_too_long_is_cut_the_sentence_last() -> None:
    windows = Windows(CUTTER)
    sentence = "a " * 100
    long = windows.make("b " * 500, Passage("c " * 500, "d " * 500, sentence))
    assert len(long.tokens) == WINDOW_TOKENS
    assert len(long.offsets) == 100
    asked, heading, before = map(token, "bcd")
    assert long.tokens.count(asked) == QUESTION_TOKENS
    assert long.tokens.count(heading) == WINDOW_TOKENS - 4 - QUESTION_TOKENS - 100
    assert before not in long.tokens


def test_a_short_sentence_leaves_room_for_what_is_around_it() -> None:
    window = Windows(CUTTER).make("b", Passage("c " * 500, "d " * 500, "a"))
    heading, before = map(token, "cd")
    assert window.tokens.count(heading) == HEADING_TOKENS
    assert window.tokens.count(before) == BEFORE_TOKENS


def test_a_sentence_longer_than_the_window_loses_its_end() -> None:
    sentence = "a " * 400
    window = Windows(CUTTER).make("b", Passage("c", "d", sentence))
    assert len(window.tokens) == WINDOW_TOKENS
    assert window.offsets[-1][1] < len(sentence)


def test_the_question_before_stands_before_the_question() -> None:
    window = Windows(CUTTER).make("b", Passage("c", "", "a"), "e")
    assert [CUTTER.id_to_token(piece) for piece in window.tokens] == "[CLS] e | b [SEP] c [SEP] a [SEP]".split()


@given(TEXT, TEXT, TEXT, TEXT)
def test_a_claims_window_has_the_question_its_answer_and_the_passage(
    question: str, answer: str, before: str, sentence: str
) -> None:
    windows = Windows(CUTTER)
    window = windows.claimed(Claim(question, answer, Passage("", before, sentence)))
    asked, said = windows.pieces(question).tokens[:QUESTION_TOKENS], windows.pieces(answer).tokens[:ANSWER_TOKENS]
    known = [token("[CLS]"), *asked, token("|"), *said, token("[SEP]")]
    assert window.tokens[: len(known)] == known
    assert len(window.tokens) <= WINDOW_TOKENS
    assert window.offsets == windows.pieces(sentence).offsets[: len(window.offsets)]
