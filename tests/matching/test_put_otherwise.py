"""Who led a meeting, why it was held and who is new in an office is answered by whatever construction it is told; what
only looks like it is not."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching import decision
from bot.matching.evidence import sentence_of
from bot.matching.put_otherwise import is_named_behind, is_put_otherwise
from bot.matching.query_terms import query_terms
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

SESSION = "Who chaired the second session of the Weir Council?"
NAMED = "The Weir Council on Monday named a new clerk."
ROON = "Tilda Roon, 44, came from Tarn."


def bears_out(question: str, sentence: str, marked: str, before: str = "Pilots met.") -> bool:
    """Whether the words marked in a sentence that stands behind another are told of what is asked about."""
    index, asked = Index([record("post", "2024-05-03", [], None, [before, sentence])]), read(question)
    begin = sentence.index(marked)
    span = (begin, begin + len(marked))
    return is_put_otherwise(asked, query_terms(asked.analysis, index.vocabulary), sentence_of(index, 0, 1), span)


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("The second session of the Weir Council was held in the mill under Captain Hanne Frisk.", "Hanne Frisk"),
        ("At noon the second session of the Weir Council followed in Tarn under Dame Hanne Frisk.", "Dame Hanne Frisk"),
        ("The second session, hosted in Tarn in May under Dr. Hanne Frisk, ended early.", "Hanne Frisk"),
        ("The second session of the Weir Council sat with Hanne Frisk in the chair.", "Hanne Frisk"),
        ("Hanne Frisk took the chair at the second session.", "Hanne Frisk"),
        ("The second session of the council met under the chairmanship of the mayor, Hanne Frisk.", "Hanne Frisk"),
    ],
)
def test_who_it_was_held_under_led_it(sentence: str, marked: str) -> None:
    assert bears_out(SESSION, sentence, marked)


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        (SESSION, "The Eel Guild under Jon Brole opened the second session of the Weir Council.", "Jon Brole"),
        (SESSION, "The second session of the Weir Council will be held under Hanne Frisk.", "Hanne Frisk"),
        (SESSION, "The second session of the Weir Council was not held under Hanne Frisk.", "Hanne Frisk"),
        (SESSION, "Hanne Frisk was not in the chair at the second session.", "Hanne Frisk"),
        (SESSION, "Hanne Frisk was in the chair at the fair.", "Hanne Frisk"),
        (SESSION, "The second session of the Weir Council was held under Rule Nine.", "Rule Nine"),
        (SESSION, "The second session was held under Hanne Frisk's roof.", "Hanne Frisk"),
        (SESSION, "The fair of the Weir Council was held under Hanne Frisk.", "Hanne Frisk"),
        ("Who opened the second session?", "The second session was held under Hanne Frisk.", "Hanne Frisk"),
    ],
)
def test_who_stands_behind_under_led_nothing_else(question: str, sentence: str, marked: str) -> None:
    assert not bears_out(question, sentence, marked)


@pytest.mark.parametrize(
    ("question", "before", "sentence", "is_told"),
    [
        ("Why was the camp held?", "The guild held its camp in Tarn.", "It aimed to train the pilots.", True),
        ("Why was the camp held?", "Tarn was full.", "The camp was meant to train the pilots.", True),
        ("Why was the camp held?", "The guild held its fair in Tarn.", "It aimed to train the pilots.", False),
        ("Why was the camp held?", "The guild held its camp in Tarn.", "Osmark aimed to train the pilots.", False),
        ("Why was the camp cancelled?", "The guild held its camp in Tarn.", "It aimed to train the pilots.", False),
        ("Why was the camp held?", "The guild held its camp in Tarn.", "It failed to train the pilots.", False),
    ],
)
def test_why_something_was_held_is_told_by_what_it_aimed_to_do(
    question: str, before: str, sentence: str, is_told: bool
) -> None:
    assert bears_out(question, sentence, "train the pilots", before) is is_told


@pytest.mark.parametrize(
    ("question", "before", "sentence", "is_told"),
    [
        ("Who is the Weir Council's new clerk?", NAMED, ROON, True),
        ("Who is the new clerk of the Weir Council?", "The Weir Council has a new clerk.", ROON, True),
        ("Who is the new clerk of the Eel Guild?", NAMED, ROON, False),
        ("Who is the new cook of the Weir Council?", NAMED, ROON, False),
        ("Who is the clerk of the Weir Council?", "The Weir Council thanked its clerk.", ROON, False),
        ("Who is the new clerk of the Weir Council?", NAMED, "Tilda Roon came from Tarn.", False),
        ("Who met the new clerk of the Weir Council?", NAMED, ROON, False),
    ],
)
def test_who_is_new_in_an_office_is_named_right_behind_it(
    question: str, before: str, sentence: str, is_told: bool
) -> None:
    assert is_named_behind(read(question), before, sentence, (0, len("Tilda Roon"))) is is_told


@pytest.mark.parametrize(
    ("question", "before", "sentence", "words"),
    [
        ("Who is the Weir Council's new clerk?", NAMED, ROON, "Tilda Roon"),
        ("Who led the forum in Tarn?", "Pilots met.", "The forum was held in Tarn under Ada Moss.", "Ada Moss"),
        ("Why was the camp held?", "The guild held its camp.", "It aimed to train the pilots.", "train the pilots"),
    ],
)
def test_what_is_put_otherwise_is_answered_though_the_reader_doubts_it(
    question: str, before: str, sentence: str, words: str
) -> None:
    index = Index([record("post", "2024-05-03", [], None, [before, sentence])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: words}, logit=decision.TOLD_SO_FROM + 0.5)))
    given = reply(question, index, Context(), reader)[0].answer
    assert given is not None
    assert given.answer == words
