"""Judging drafts of facts: what speaks for one, and what is kept."""

from __future__ import annotations

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stub_reader import StubReader, marking

from facts.extract.draft import Draft
from facts.judging import judge, table
from facts.judging.signs import Signs, agreement_of, signs_of
from facts.model import Article, Kind, Meeting, Sentence
from facts.reader import Claim, Judgement, Passage, Reading

TEXT = "The canal board met on Tuesday. Ida Holm chaired the\nmeeting. A lock of 40 metres was agreed."
SENTENCES = ("The canal board met on Tuesday.", "Ida Holm chaired the meeting.", "A lock of 40 metres was agreed.")
LOOKS = ("what_did", "dated", "attributed", "goes_on", "numbered", "resolved")
PUBLISHED = datetime.date(2031, 5, 8)
ARTICLE = Article("2031-05-08-canal", PUBLISHED, None, "Canal board meets", None, "canal.md", "", TEXT)
MEETING = Meeting("Canal Board")


def span(words: str) -> tuple[int, int]:
    begin = TEXT.index(words.split(maxsplit=1)[0])
    end = TEXT.index(words.split()[-1], begin) + len(words.split()[-1])
    return begin, end


def sentences() -> list[Sentence]:
    return [Sentence(text, span(text)) for text in SENTENCES]


def draft(question: str, answer: str, sentence: str, rule: str = "chair.chaired", kind: Kind = "who") -> Draft:
    return Draft(kind, question, answer, span(sentence), rule=rule)


CHAIRED = draft("Who chaired the Canal Board?", "Ida Holm", SENTENCES[1])
AGREED = draft("How long a lock did the Canal Board agree on?", "40 metres", SENTENCES[2], kind="how_many")


class Judging(StubReader):
    """Judges by whether the answer stands in the passage, and keeps the claims."""

    def __init__(self) -> None:
        super().__init__(lambda _, passage: marking(passage.sentence, passage.sentence[:8]))
        self.claims: list[Claim] = []

    def judge(self, claims: list[Claim]) -> list[Judgement]:  # type: ignore[override]
        self.claims = list(claims)
        there = [claim.answer in claim.passage.sentence for claim in claims]
        return [Judgement(9.0 if each else -9.0, 3.0 if each else -3.0) for each in there]


def test_each_draft_is_judged_by_its_passage_under_the_heading_and_behind_the_sentence_before() -> None:
    reader = Judging()
    judge([CHAIRED, AGREED], ARTICLE, MEETING, sentences(), reader)
    head = "Canal board meets | 8 May 2031"
    assert [claim.passage for claim in reader.claims] == [
        Passage(head, SENTENCES[0], SENTENCES[1]),
        Passage(head, SENTENCES[1], SENTENCES[2]),
    ]
    assert reader.questions == [CHAIRED.question, AGREED.question]


def test_the_more_the_reader_thinks_of_a_draft_the_likelier_it_is_kept() -> None:
    untrue = draft("Who chaired the Canal Board?", "Carl Dahl", SENTENCES[1])
    good, bad = judge([CHAIRED, untrue], ARTICLE, MEETING, sentences(), Judging())
    assert (good.draft, bad.draft) == (CHAIRED, untrue)
    assert good.chance > bad.chance
    assert good.kept
    assert not bad.kept


def test_of_nothing_nothing_is_judged_and_no_reader_is_asked() -> None:
    assert judge([], ARTICLE, MEETING, sentences(), StubReader(lambda *_: pytest.fail("asked"))) == []


def test_a_rule_that_nobody_judged_counts_as_its_family_and_an_unknown_one_as_the_mean() -> None:
    judged = next(rule for rule in table.RULES if "." in rule)
    family = judged.partition(".")[0]
    assert table.of_rule(judged) == table.RULES[judged]
    assert table.of_rule(f"{family}.newly made") == table.RULES[family]
    assert table.of_rule("nobody.knows") == table.UNKNOWN_RULE
    assert min(table.RULES.values()) < table.UNKNOWN_RULE < max(table.RULES.values())


@given(st.builds(Signs, *[st.floats(-20, 20)] * len(Signs._fields)))
def test_a_chance_is_a_chance(signs: Signs) -> None:
    assert 0 <= table.chance(signs) <= 1
    better = signs._replace(good=signs.good + 1, rule=signs.rule + 1)
    assert table.chance(better) >= table.chance(signs)


SENTENCE = "The panel met on Tuesday and heard Ida Holm, Jo Brandt and 14 guests."


def reading(words: str, yes: float = 0.0, no: float = 0.0) -> Reading:
    return marking(SENTENCE, words, yes=yes, no=no)


@pytest.mark.parametrize(
    ("kind", "answer", "read", "agrees"),
    [
        ("who", "Ida Holm", reading("Ida Holm"), 1.0),
        ("who", "Ida Holm", reading("Jo Brandt"), 0.0),
        ("who", "Ida Holm", reading("heard Ida Holm"), 0.8),
        ("list", "Ida Holm, Jo Brandt", reading("Jo Brandt"), 1.0),
        ("when", "6 May 2031", reading("Tuesday"), 1.0),
        ("when", "13 May 2031", reading("Tuesday"), 0.0),
        ("yes_no", "Yes", reading("panel", yes=0.7, no=0.1), 0.7),
        ("yes_no", "No, it did not", reading("panel", yes=0.7, no=0.1), 0.1),
        ("what", "", reading("panel"), 0.0),
    ],
)
def test_how_much_a_reading_says_the_same_as_an_answer(kind: Kind, answer: str, read: Reading, agrees: float) -> None:
    assert agreement_of(kind, answer, SENTENCE, read, PUBLISHED) == pytest.approx(agrees)


@pytest.mark.parametrize(
    ("question", "answer", "looks"),
    [
        ("Who came?", "Ida Holm", {}),
        ("What did the panel hear?", "Ida Holm", {"what_did": 1.0}),
        ("Who came in 2031?", "Ida Holm", {"dated": 1.0}),
        ("Who came, according to the clerk?", "Ida Holm", {"attributed": 1.0}),
        ("Who came?", "Ida", {}),
        ("Who came?", "the clerk", {"goes_on": 1.0}),
        ("Who came?", "3 clerks", {"numbered": 1.0, "resolved": 1.0}),
        ("Who came?", "Ida Lund", {"resolved": 0.5}),
    ],
)
def test_signs_are_what_the_reader_says_and_what_a_draft_looks_like(
    question: str, answer: str, looks: dict[str, float]
) -> None:
    claim = Claim(question, answer, Passage("", "", "The panel heard Ida Holm, then the clerk of Tarn."))
    lengths = {"question": math.log(1 + len(question.split())), "answer": math.log(1 + len(answer.split()))}
    plain = Signs(1.5, 2.5, 4.0, 0.9, -0.2, **lengths, **dict.fromkeys(LOOKS, 0.0))
    assert signs_of(claim, Judgement(1.5, 2.5), 0.9, 4.0, -0.2) == plain._replace(**looks)
