"""Whoever held an office once is not given where it is asked who holds it; who came after is."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.former import is_former, is_held_now, own_successor
from bot.question import read

LEFT = "Olga Lund resigned as head of the pilots' guild in January; Knut Solberg has led it since."
CASE = "Judge Elin Storm presides in the lock case; Judge Per Aagard had led it until he died in May."
STEPPED_DOWN = "Its secretary, Arne Moen, stepped down in March."
USED_TO = "Dag Hammer, who used to chair the rowing club, was a guest."
FORMER = "Former treasurer Bo Ring thanked the members."
UNTIL = "Bo Lusk, head of the mill until 2030, spoke."
SUCCEEDED = "Bo Lusk, the clerk, was succeeded by Ada Wren."
ELECTED = "Bo Lusk was elected head of the mill until 2035."
WILL = "Bo Lusk, the clerk, will step down in May."
OTHER = "Ada Wren, who resigned as mayor, runs the club."
MINISTER = "The club is chaired by former minister Ada Wren."
BACK = "Bo Lusk resigned as clerk in May but was re-elected."
NO_LONGER = "Rune Alm no longer heads the school of pilots; the new head is Klara Vik."
MASTER = "Karl Ost left the post of harbour master in June and was succeeded by Hedda Lo."
CHAIRED_BY = "The mill board, chaired by Ylva Sand until June and now by Axel Roth, has no money."
CHOSEN = "Bo Lusk, a former head of the mill, joins the board as its new director."
THEN = "Bo Lusk was mayor of Tarn until 2030 and now runs the guild."


@pytest.mark.parametrize(
    ("question", "sentence", "who", "former"),
    [
        ("Who is head of the pilots' guild?", LEFT, "Olga Lund", True),
        ("Who was head of the pilots' guild?", LEFT, "Olga Lund", False),
        ("Who is the former head of the pilots' guild?", LEFT, "Olga Lund", False),
        ("Which judge leads the lock case?", CASE, "Judge Per Aagard", True),
        ("Which judge leads the lock case?", CASE, "Judge Elin Storm", False),
        ("Who is the secretary now?", STEPPED_DOWN, "Arne Moen", True),
        ("Who resigned as secretary?", STEPPED_DOWN, "Arne Moen", False),
        ("Who is Arne Moen?", STEPPED_DOWN, "Arne Moen", False),
        ("Who chairs the rowing club?", USED_TO, "Dag Hammer", True),
        ("Who is chairman of the rowing club?", USED_TO, "Dag Hammer", True),
        ("Who's the treasurer?", FORMER, "Bo Ring", True),
        ("Who is head of the mill?", UNTIL, "Bo Lusk", True),
        ("Who is the clerk?", SUCCEEDED, "Bo Lusk", True),
        ("Who is head of the mill?", ELECTED, "Bo Lusk", False),
        ("Who is the clerk?", WILL, "Bo Lusk", False),
        ("Who runs the club?", OTHER, "Ada Wren", False),
        ("Who is chair of the club?", MINISTER, "Ada Wren", False),
        ("Who is the clerk?", BACK, "Bo Lusk", False),
        ("Who runs the guild?", THEN, "Bo Lusk", False),
        ("Who is the new director?", CHOSEN, "Bo Lusk", False),
        ("Who is head of the mill?", CHOSEN, "Bo Lusk", True),
    ],
)
def test_who_held_an_office_is_told_from_who_holds_it(question: str, sentence: str, who: str, former: bool) -> None:
    begin = sentence.index(who)
    assert is_former(read(question), sentence, (begin, begin + len(who))) is former


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "who"),
    [
        ("Who is head of the pilots' guild?", LEFT, "Olga Lund", "Knut Solberg"),
        ("Who was head of the pilots' guild?", LEFT, "Olga Lund", "Olga Lund"),
        ("Which judge leads the lock case?", CASE, "Judge Per Aagard", "Judge Elin Storm"),
        ("Who is the clerk?", SUCCEEDED, "Bo Lusk", "Ada Wren"),
        ("Who heads the school of pilots?", NO_LONGER, "Rune Alm no longer", "Klara Vik"),
        ("Who is the harbour master?", MASTER, "Karl Ost", "Hedda Lo"),
        ("Who chairs the mill board?", CHAIRED_BY, "Ylva Sand", "Axel Roth"),
        ("Who chairs the mill board?", CHAIRED_BY, "Axel Roth", "Axel Roth"),
        ("Who is the secretary?", STEPPED_DOWN, "Arne Moen", "Arne Moen"),
    ],
)
def test_the_one_who_came_after_holds_it(question: str, sentence: str, marked: str, who: str) -> None:
    begin = sentence.index(marked)
    told = own_successor(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == who


@pytest.mark.parametrize(
    ("question", "who"), [("Who chairs the rowing club?", None), ("Who chaired the rowing club?", "Dag Hammer")]
)
def test_one_who_used_to_is_offered_at_most(question: str, who: str | None) -> None:
    assert answer(question, USED_TO, "Dag Hammer") == who


@pytest.mark.parametrize(
    ("question", "sentence", "words", "now"),
    [
        ("What job did Ada Wren have before Tarn?", "Our new clerk, Ada Wren, took up her post.", "clerk", True),
        ("What was Ada Wren before?", "Ada Wren, formerly a pilot, was elected clerk.", "a pilot", False),
        ("What job did Ada Wren have?", "Our new clerk, Ada Wren, took up her post.", "clerk", False),
        ("What did they do before the meeting?", "The new clerk was appointed.", "clerk", False),
    ],
)
def test_an_office_that_is_new_is_not_the_one_before(question: str, sentence: str, words: str, now: bool) -> None:
    begin = sentence.index(words)
    assert is_held_now(read(question), sentence, (begin, begin + len(words))) is now
