"""Sentences read for a question: which are looked at, what becomes of the marked words, how sure the answer is."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quay_works import (
    CHAIRED,
    DIVERS,
    FERRIES,
    FOURTH,
    GAUGE,
    HARBOUR,
    LATER,
    LIGHTHOUSE,
    LOAN,
    THIRD,
    Line,
    record,
    records,
)
from stub_reader import Rule, StubReader, marking, marks

from bot import dialog
from bot.dialog import candidates_for, reply
from bot.index import Index
from bot.matching import answers, decision, reading
from bot.matching.candidates import CANDIDATES, FEW, FROM_RULES, OF_FEW, Candidate, candidates
from bot.matching.decision import QUOTE_AT, READ_AT, RULES_FROM
from bot.matching.evidence import MOST_RULES, NO_RULES, Evidence
from bot.matching.looking import look
from bot.matching.match import SUGGESTIONS
from bot.matching.reading import Read, SentenceReader
from bot.question import read
from bot.replies import Answer, Context, Reply
from facts.model import Article, Kind, Record, Sentence, WithdrawnAnswer
from facts.pages import base
from facts.reader import Passage, Reader, Reading

INDEX = Index(records())
NOWHERE = Context()
SEED = Path(__file__).parent.parent.parent / "facts" / "base"


@pytest.fixture(scope="module")
def seed() -> Index:
    """The seed's base, its index in memory: a test writes nothing beside it."""
    return Index(base.load(SEED))


@pytest.fixture(scope="module")
def shipped() -> SentenceReader:
    return SentenceReader()


def never() -> Reader:
    raise AssertionError("the reader is loaded")


def reader_of(rule: Rule) -> SentenceReader:
    return SentenceReader(lambda: StubReader(rule))


def said(text: str, rule: Rule, context: Context = NOWHERE, index: Index = INDEX) -> Reply:
    return reply(text, index, context, reader_of(rule))[0]


def answer(text: str, rule: Rule, context: Context = NOWHERE, index: Index = INDEX) -> Answer:
    answered = said(text, rule, context, index).answer
    assert answered is not None
    return answered


def looked_at(text: str, index: Index = INDEX) -> list[Candidate]:
    question = read(text)
    return candidates(question, index, candidates_for(question, index, NOWHERE), None, None)


def texts(found: Sequence[Candidate]) -> list[str]:
    return [each.sentence.text for each in found]


def first_read(text: str, rule: Rule, index: Index = INDEX) -> Read:
    return look(read(text), index, NOWHERE, reader_of(rule)).found[0]


def harbour(count: int, facts: int = 0) -> Record:
    """An article of many sentences about pilots, the last of which hold facts."""
    told = [f"Pilot number {n} of the harbour reported fog." for n in range(count)]
    lines: list[Line] = [(text, "what", "What did the pilot of the harbour report?", text[-4:-1]) for text in told]
    return record("2022-02-02-pilots", datetime.date(2022, 2, 2), None, told, lines[count - facts :])


class TestCandidates:
    def test_they_hold_the_sentences_whose_words_fit_with_or_without_facts(self) -> None:
        found = looked_at("When was the tidal gauge opened?")
        assert found[0].sentence.text == GAUGE
        assert found[0].match is None
        assert found[0].covered.own_words == 1

    def test_they_hold_the_sentences_of_the_facts_that_fit_by_rules(self) -> None:
        # Not a word of the sentence itself is asked for: only the fact's question has them.
        quiet = record(
            "2022-01-01-quiet", None, None, [GAUGE, FERRIES], [(FERRIES, "who", "Who spoke last?", "Ann Roe")]
        )
        [only] = looked_at("who spoke last of all?", Index([quiet]))
        assert only.sentence.text == FERRIES
        assert only.match is not None
        assert only.match.answer == "Ann Roe"

    def test_those_of_facts_that_fit_by_rules_come_first_best_first_and_are_not_all(self) -> None:
        found = looked_at("what did the pilot of the harbour report?", Index([harbour(30, facts=9)]))
        ruled = [each.match is not None for each in found]
        assert ruled[:FROM_RULES] == [True] * FROM_RULES
        scores = [each.match.score for each in found[:FROM_RULES] if each.match]
        assert scores == sorted(scores, reverse=True)

    def test_facts_alone_bring_in_no_more_than_some_sentences(self) -> None:
        told = [f"Pilot number {n} of the harbour reported fog." for n in range(9)]
        lines: list[Line] = [(text, "who", "Who spoke last?", f"Ann Roe {n}") for n, text in enumerate(told)]
        found = looked_at("who spoke last of all?", Index([record("2022-01-01-x", None, None, told, lines)]))
        assert len(found) == FROM_RULES

    def test_of_several_facts_of_a_sentence_it_is_shown_with_the_one_that_fits_best(self) -> None:
        lines: list[Line] = [
            (LOAN, "what", "What did the committee approve for cranes?", "a loan"),
            (LOAN, "how_many", "How many cranes did the committee approve a loan for?", "eight"),
            (LOAN, "how_many", "How many crowns did the committee approve for cranes?", "40,000 crowns"),
        ]
        index = Index([record("2022-01-01-x", None, None, [LOAN], lines)])
        text = "which crowns did the committee approve?"
        matched = candidates_for(read(text), index, NOWHERE)
        assert len(matched) > 1
        [only] = looked_at(text, index)
        assert only.match is not None
        assert (only.match.score, only.match.answer) == (matched[0].score, "40,000 crowns")

    @pytest.mark.parametrize("facts", [0, 1, 9, 30])
    def test_they_are_at_most_so_many_and_none_comes_twice(self, facts: int) -> None:
        found = looked_at("what did the pilot of the harbour report?", Index([harbour(30, facts)]))
        assert len(found) == OF_FEW
        assert len(set(texts(found))) == OF_FEW

    def test_they_are_fewer_where_many_are_on_record(self) -> None:
        index = Index([harbour(FEW + 1, 0)])
        assert len(looked_at("what did the pilot of the harbour report?", index)) == CANDIDATES < OF_FEW

    @pytest.mark.parametrize(
        ("text", "right", "wrong"),
        [
            ("which loan did the committee refuse in March 2021?", FERRIES, LOAN),
            ("which loan did the committee agree to in June 2020?", LOAN, FERRIES),
            ("who led the third committee?", CHAIRED, LATER),
            ("who led the fourth committee?", LATER, CHAIRED),
        ],
    )
    def test_what_contradicts_a_date_or_an_ordinal_of_the_question_is_left_out(
        self, text: str, right: str, wrong: str
    ) -> None:
        found = texts(looked_at(text))
        assert right in found
        assert wrong not in found

    @pytest.mark.parametrize("text", ["which loan did the committee refuse in 2019?", "who led the fifth committee?"])
    def test_of_a_date_or_an_ordinal_that_is_on_record_nowhere_nothing_is_read(self, text: str) -> None:
        assert looked_at(text) == []
        assert reply(text, INDEX, reader=SentenceReader(never))[0].status != "answer"

    def test_a_date_in_the_sentence_itself_is_one_of_its_dates(self) -> None:
        assert texts(looked_at("what will the divers do in August 2020?")) == [DIVERS]
        assert texts(looked_at("what will the divers do in September 2020?")) == []
        assert texts(looked_at("what will the divers do in August 2021?")) == []

    def test_a_follow_up_looks_first_in_the_article_talked_about(self) -> None:
        before = "Who chaired the third meeting of the Quay Works Committee?"
        for article in (THIRD, FOURTH):
            found = candidates(read("and the loan of the committee?"), INDEX, [], read(before), article)
            assert found[0].sentence.article == INDEX.number_of(article)
            assert {each.sentence.article for each in found} == {0, 1}

    @pytest.mark.parametrize(("asked", "has"), [("and why?", False), ("who else?", False), ("and the cranes?", True)])
    def test_a_question_without_words_of_its_own_has_not_the_credit_of_those_before(
        self, asked: str, has: bool
    ) -> None:
        found = candidates(read(asked), INDEX, [], read("What loan did the committee approve?"), None)
        loan = next(each for each in found if each.sentence.text == LOAN)
        assert bool(loan.covered.words and loan.covered.own_words) == has

    def test_a_follow_up_looks_for_the_words_of_the_question_before_at_a_discount(self) -> None:
        before = "Which gauge was it?"
        found = candidates(read("and the cranes?"), INDEX, [], read(before), None)
        covered = {each.sentence.text: each.covered.own_words for each in found}
        assert 0 < covered[GAUGE] < covered[LOAN] < 1

    def test_an_empty_record_has_none(self) -> None:
        assert looked_at("who opened the gauge?", Index([])) == []


class TestWhatIsAnswered:
    def test_marked_words_are_the_answer_where_no_fact_says_the_same(self) -> None:
        answered = answer("who opened the tidal gauge?", marks({GAUGE: "Runa"}))
        assert (answered.answer, answered.kind, answered.evidence) == ("Runa", "who", GAUGE)
        assert (answered.article, answered.source, answered.date) == (THIRD, "Brill Post", datetime.date(2020, 6, 30))
        assert answered.read
        assert answered.question == "who opened the tidal gauge?"

    def test_the_resolved_answer_of_a_fact_is_given_where_one_says_the_same(self) -> None:
        answered = answer("what is planned for the ship Marigold?", marks({DIVERS: "on 4 August"}))
        assert (answered.answer, answered.kind) == ("4 August 2020", "when")
        assert answered.question == "When will divers inspect the hull of the Marigold?"
        assert not answered.read
        assert INDEX.entry(answered.key) is not None

    def test_a_fact_that_says_something_else_is_not_given(self) -> None:
        answered = answer("what will divers look at on the ship?", marks({DIVERS: "the hull of the Marigold"}))
        assert answered.answer == "the hull of the Marigold"
        assert answered.read

    def test_a_fact_of_another_sentence_is_not_given_for_the_same_words(self) -> None:
        twice = record(
            "2022-01-01-x", None, None, [CHAIRED, "Runa Falk left."], [(CHAIRED, "who", "Who led?", "Runa Falk")]
        )
        answered = answer("which person left early?", marks({"Runa Falk left.": "Runa Falk"}), index=Index([twice]))
        assert (answered.evidence, answered.read) == ("Runa Falk left.", True)

    @pytest.mark.parametrize("words", ["yesterday", "opened the tidal gauge yesterday", "tidal gauge"])
    def test_a_date_is_given_as_it_is_meant(self, words: str) -> None:
        answered = answer("when was the tidal gauge opened?", marks({GAUGE: words}))
        assert (answered.answer, answered.kind, answered.read) == ("29 June 2020", "when", True)
        assert answered.marked == (GAUGE.find(words), GAUGE.find(words) + len(words))

    @pytest.mark.parametrize(("words", "said_when"), [("4 May", "4 May 2020"), ("9 June", "9 June 2020")])
    def test_of_several_dates_the_marked_one_is_given(self, words: str, said_when: str) -> None:
        closed = "The lock that was opened on 4 May was closed late on 9 June."
        index = Index([record("2020-06-30-lock", datetime.date(2020, 6, 30), None, [closed], [])])
        assert answer("when was the lock shut?", marks({closed: words}), index=index).answer == said_when

    def test_a_day_told_from_another_is_given_as_it_is_meant(self) -> None:
        texts = ["The board backed the lock on Thursday.", "The pilots had refused it a day earlier."]
        index = Index([record("2031-01-24-lock", datetime.date(2031, 1, 24), None, texts, [])])
        answered = answer("when did the pilots refuse the lock?", marks({texts[1]: "a day earlier"}), index=index)
        assert answered.answer == "22 January 2031"

    def test_where_a_sentence_has_no_date_the_marked_words_say_when(self) -> None:
        dusk = "Pilots use the lighthouse after the ferries have left."
        index = Index([record("2020-06-30-dusk", None, None, [dusk], [])])
        answered = answer(
            "when do pilots use the lighthouse?", marks({dusk: "after the ferries have left"}), index=index
        )
        assert answered.answer == "after the ferries have left"

    def test_where_nothing_is_marked_the_sentence_is_the_answer(self) -> None:
        answered = answer("who opened the tidal gauge?", marks({GAUGE: ""}))
        assert answered.answer == GAUGE

    @pytest.mark.parametrize(("yes", "no", "verdict"), [(0.9, 0.05, "Yes"), (0.05, 0.9, "No"), (0.1, 0.3, "No")])
    def test_yes_or_no_is_said_by_the_verdict(self, yes: float, no: float, verdict: str) -> None:
        found = first_read("may pilots use the old lighthouse?", marks({LIGHTHOUSE: LIGHTHOUSE}, 8.0, yes, no))
        answered = answers.answer_read(found, read("may pilots use the old lighthouse?"), INDEX)
        assert (answered.answer, answered.kind, answered.evidence) == (verdict, "yes_no", LIGHTHOUSE)

    def test_a_sentence_that_decides_neither_leaves_less_sure_than_one_that_decides(self) -> None:
        text = "may pilots use the old lighthouse?"
        sure = first_read(text, marks({LIGHTHOUSE: LIGHTHOUSE}, 4.0, no=0.97)).confidence
        unsure = first_read(text, marks({LIGHTHOUSE: LIGHTHOUSE}, 4.0, yes=0.02, no=0.02)).confidence
        assert unsure < sure

    @pytest.mark.parametrize(
        ("text", "sentence", "words"),
        [
            ("who opened the tidal gauge?", GAUGE, "Runa"),
            ("what is planned for the ship Marigold?", DIVERS, "4 August"),
            ("how much money was approved for machines?", LOAN, "40,000 crowns"),
            ("may pilots use the old lighthouse?", LIGHTHOUSE, "no longer"),
        ],
    )
    def test_marked_is_the_span_of_the_quote_that_is_shown(self, text: str, sentence: str, words: str) -> None:
        answered = answers.answer_read(first_read(text, marks({sentence: words}, yes=0.9)), read(text), INDEX)
        assert answered.marked is not None
        begin, end = answered.marked
        assert answered.evidence[begin:end] == words

    @pytest.mark.parametrize("at", [0, HARBOUR.rindex("Osmark")])
    def test_of_words_that_come_twice_those_are_marked_that_answer(self, at: int) -> None:
        def rule(_: str, passage: Passage) -> Reading:
            return Reading(8.0, 0.5, at, at + len("Osmark"), 0.9, 0, 0, 1)

        text = "pilots of which town?"
        lines: list[Line] = [(HARBOUR, "where", "Where were they?", "Osmark")]
        index = Index([record("2022-01-01-x", None, None, [HARBOUR], lines)])
        answered = answers.answer_read(first_read(text, rule, index), read(text), index)
        assert not answered.read
        assert answered.marked == (at, at + len("Osmark"))

    @pytest.mark.parametrize("skipped", ["", "Osmark ", "Osmark welcomed the "])
    @pytest.mark.parametrize("more", ["", f" {GAUGE}"])
    def test_of_evidence_that_begins_within_the_sentence_the_same_words_are_marked(
        self, skipped: str, more: str
    ) -> None:
        evidence = HARBOUR.removeprefix(skipped) + more
        text, words = "which pilots of the town?", "Osmark pilots"
        lines: list[Line] = [(evidence, "who", "Who came?", words)]
        index = Index([record("2022-01-01-x", None, None, [HARBOUR, GAUGE], lines)])
        answered = answers.answer_read(first_read(text, marks({HARBOUR: words}), index), read(text), index)
        assert (answered.evidence, answered.read) == (evidence, False)
        assert answered.marked == (evidence.index(words), evidence.index(words) + len(words))

    def test_words_that_the_evidence_does_not_have_are_not_marked_in_it(self) -> None:
        lines: list[Line] = [("the Osmark pilots.", "who", "Who came?", "welcomed the Osmark pilots")]
        index = Index([record("2022-01-01-x", None, None, [HARBOUR], lines)])
        rule = marks({HARBOUR: "welcomed the Osmark pilots"})
        answered = answers.answer_read(first_read("which pilots?", rule, index), read("which pilots?"), index)
        assert (answered.read, answered.marked) == (False, None)

    def test_words_before_the_evidence_are_not_marked_in_it_where_it_has_the_same(self) -> None:
        index = Index([record("x", None, None, ["Osmark, Osmark."], [("Osmark.", "where", "Where?", "Osmark")])])
        text = "which town is Osmark?"
        answered = answers.answer_read(first_read(text, marks({"Osmark, Osmark.": "Osmark"}), index), read(text), index)
        assert (answered.evidence, answered.read, answered.marked) == ("Osmark.", False, None)

    def test_of_evidence_over_two_sentences_the_words_of_the_one_that_was_read_are_marked(self) -> None:
        both = f"{GAUGE} {LOAN}"
        index = Index(
            [record("2022-01-01-x", None, None, [GAUGE, LOAN], [(both, "what", "What was opened?", "tidal gauge")])]
        )
        text = "which instrument was opened?"
        answered = answers.answer_read(first_read(text, marks({GAUGE: "tidal gauge"}), index), read(text), index)
        assert (answered.evidence, answered.read) == (both, False)
        assert answered.marked == (both.index("tidal"), both.index(" yesterday"))


class TestWhatWasTakenBack:
    LIT = "Tomas Ekre lit the lamp on 4 May, and all 12 lamps burned."

    def of(self, text: str, words: str, *answers: str, **verdict: float) -> Reply:
        """What is said of a sentence by its marked words after a person took answers back."""
        made = record("lamp", datetime.date(2020, 5, 5), None, [GAUGE, self.LIT], [])
        taken = msgspec.structs.replace(made, withdrawn=tuple(WithdrawnAnswer(1, each) for each in answers))
        return said(text, marks({self.LIT: words}, **verdict), index=Index([taken]))

    @pytest.mark.parametrize(
        ("text", "words", "answer"),
        [
            ("Who lit the lamp?", "Tomas Ekre", "Tomas Ekre"),
            ("Who lit the lamp?", "Ekre", "Tomas Ekre"),
            ("Who lit the lamp?", "Tomas Ekre", "by Tomas Ekre of Osmark"),
            ("When was the lamp lit?", "on 4 May", "4 May 2020"),
            ("Who lit the lamp?", "Tomas Ekre", "the Osmark Pilot Association's Keeper Tomas Ekre"),
            ("How many lamps burned?", "12", "all 12 lamps of the harbour, as the keeper had foretold"),
            ("Which lamps burned?", "all", "all the lamps burned"),
            ("What happened to the lamps?", "burned", "the tall lamps of the old mole burned all night"),
        ],
    )
    def test_is_neither_answered_nor_offered(self, text: str, words: str, answer: str) -> None:
        assert self.of(text, words).answer is not None
        for logit in (8.0, 1.0):
            silent = self.of(text, words, answer, logit=logit)
            assert (silent.status, silent.suggestions) == ("none", ())

    def test_what_another_fact_tells_that_is_asked_for_is_not_taken_back_with_a_part_of_it(self) -> None:
        lit = "Keeper Tomas Ekre lit the lamp on 4 May."
        lines: list[Line] = [(lit, "who", "Who was the keeper of the lamp on 4 May 2020?", "Tomas Ekre")]
        made = record("lamp", datetime.date(2020, 5, 5), None, [GAUGE, lit], lines)
        index = Index([msgspec.structs.replace(made, withdrawn=(WithdrawnAnswer(1, "Keeper Tomas Ekre"),))])
        answers = [
            said(text, marks({lit: "Tomas Ekre"}), index=index).answer
            for text in ("who was the keeper of the lamp then", "who lit the lamp", "who is the keeper Tomas Ekre")
        ]
        assert [answer is not None for answer in answers] == [True, False, True]

    def test_nothing_is_affirmed_that_a_question_names_and_a_person_took_back(self) -> None:
        for text, answer in (("Did Ekre light the lamp?", "none"), ("Did a keeper light the lamp?", "answer")):
            assert self.of(text, self.LIT, "Keeper Tomas Ekre", yes=0.9).status == answer

    def test_nothing_is_affirmed_that_a_question_names_by_words_of_what_was_taken_back(self) -> None:
        for answer, status in (
            ("a lit lamp on a pier of tarred stone at noon", "none"),
            ("a pier of tarred stone with a lit lamp at noon", "none"),
            ("a pier of tarred stone with a lamp at noon", "answer"),
        ):
            assert self.of("Was it a lit lamp that day?", self.LIT, answer, yes=0.9).status == status

    @pytest.mark.parametrize(("words", "offered"), [("lamps burned", False), ("on 4 May", True)])
    def test_a_yes_that_rests_on_what_was_taken_back_is_not_offered_either(self, words: str, offered: bool) -> None:
        reply = self.of("Was it lit at noon?", words, "all the lamps burned", logit=6.0, yes=0.5)
        assert (reply.status != "none") is offered

    def test_a_verdict_is_taken_back_and_not_the_other_one(self) -> None:
        text = "Did Tomas Ekre light the lamp?"
        assert self.of(text, self.LIT, "Yes", yes=0.9).status == "none"
        answer = self.of(text, self.LIT, "No", yes=0.9).answer
        assert answer is not None
        assert answer.answer == "Yes"

    @pytest.mark.parametrize("text", ["Did Tomas Ekre light the lamp?", "was the lamp lit by Ekre"])
    def test_no_yes_is_said_of_what_was_taken_back(self, text: str) -> None:
        answer = self.of(text, self.LIT, yes=0.9).answer
        assert answer is not None
        assert self.of(text, self.LIT, "Tomas Ekre, a keeper", yes=0.9).answer is None
        answer = self.of(text, self.LIT, "6 June 2020", yes=0.9).answer
        assert answer is not None
        assert answer.answer == "Yes"

    @pytest.mark.parametrize(("withdrawn", "denied"), [((), True), (("4 May 2020",), False)])
    def test_no_no_is_said_by_a_sentence_of_which_something_was_taken_back(
        self, withdrawn: tuple[str, ...], denied: bool
    ) -> None:
        answer = self.of("Did 13 lamps burn on 4 May?", self.LIT, *withdrawn, no=0.9).answer
        assert (answer is not None) is denied

    def test_what_was_taken_back_of_one_sentence_is_not_confirmed_by_another_without_it(self) -> None:
        made = record("lamp", datetime.date(2020, 5, 5), None, ["Tomas Ekre lit it.", GAUGE, self.LIT], [])
        taken = msgspec.structs.replace(made, withdrawn=(WithdrawnAnswer(2, "Runa Falk"), WithdrawnAnswer(0, "Ekre")))
        for text, status in (("did Runa Falk open the tidal gauge?", "none"), ("did Runa open the gauge?", "answer")):
            assert said(text, marks({GAUGE: GAUGE}, yes=0.95), index=Index([taken])).status == status

    @pytest.mark.parametrize(("number", "told"), [("twelve", "Yes"), ("13", "No")])
    def test_a_number_is_the_same_however_it_is_written(self, number: str, told: str) -> None:
        answer = self.of(f"Did {number} lamps burn?", "12 lamps", no=0.9).answer
        assert answer is not None
        assert answer.answer == told

    def test_other_words_of_the_sentence_still_answer(self) -> None:
        answer = self.of("How many lamps burned?", "12 lamps", "Tomas Ekre", "4 May 2020").answer
        assert answer is not None
        assert answer.answer == "12 lamps"


class TestHowSure:
    def test_confidence_grows_with_the_readers_logit(self) -> None:
        text = "who opened the tidal gauge?"
        sure = [first_read(text, marks({GAUGE: "Runa"}, logit)).confidence for logit in (-7.0, -4.0, 0.0, 4.0, 8.0)]
        assert sure == sorted(sure)
        assert len(set(sure)) == len(sure)

    def test_confidence_falls_with_words_that_are_missing(self) -> None:
        rule = marks({GAUGE: "Runa"}, 2.0)
        asked = ["who opened the tidal gauge?", "who opened the tidal gauge of Karlstad by the sluice?"]
        whole, less = (first_read(text, rule) for text in asked)
        assert less.evidence.missing > whole.evidence.missing
        assert less.evidence.words < whole.evidence.words
        assert less.confidence < whole.confidence

    @given(st.lists(st.floats(-15, 15), min_size=1, max_size=10))
    def test_the_margin_is_the_distance_to_the_best_other_sentence(self, logits: list[float]) -> None:
        found = looked_at("what did the pilot of the harbour report?", Index([harbour(len(logits))]))
        evidence = list(reading.evidence_of(found, [Reading(logit, 0.5, 0, 1, 0.5, 0, 0, 1) for logit in logits]))
        assert [row.reader for row in evidence] == logits
        assert all(row.best == (row.reader == max(logits)) for row in evidence)
        for place, row in enumerate(evidence):
            others = logits[:place] + logits[place + 1 :] or [min(row.reader, reading.ALONE)]
            assert row.margin == row.reader - max(others)

    @pytest.mark.parametrize(("yes", "no", "denied"), [(0.7, 0.1, 0), (0.1, 0.7, 1), (0.0, 1.0, 1), (0.3, 0.3, 0)])
    def test_what_a_sentence_decides_is_told_by_how_much_likelier_it_is(
        self, yes: float, no: float, denied: int
    ) -> None:
        neither = 1 - yes - no
        [one] = looked_at("who was the gauge?", Index([record("x", None, None, [GAUGE], [])]))
        [evidence] = reading.evidence_of([one], [Reading(1.0, 0.5, 0, 3, 0.9, yes, no, neither)])
        [mirrored] = reading.evidence_of([one], [Reading(1.0, 0.5, 0, 3, 0.9, no, yes, neither)])
        assert evidence.denied == denied
        assert evidence.decided == pytest.approx(mirrored.decided)
        assert (evidence.decided > 0) == (yes != no)

    @given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
    def test_any_reading_gives_numbers(self, span: float, yes: float, no: float) -> None:
        found = looked_at("who opened the tidal gauge?")
        row = Reading(50.0, 1.0, 0, 3, span, yes, no, max(0.0, 1 - yes - no))
        for evidence in reading.evidence_of(found, [row] * len(found)):
            assert all(math.isfinite(value) for value in evidence)
            assert NO_RULES <= evidence.rules <= MOST_RULES
            assert 0 < decision.confidence(decision.score(evidence, None)) < 1

    @given(st.floats(-700, 700))
    def test_log_odds_become_probabilities_and_back(self, log_odds: float) -> None:
        assert decision.confidence(log_odds) + decision.confidence(-log_odds) == pytest.approx(1)
        if abs(log_odds) < 30:
            chance = decision.confidence(log_odds)
            assert math.log(chance) - math.log(decision.confidence(-log_odds)) == pytest.approx(log_odds, abs=1e-6)

    def test_yes_or_no_is_weighed_by_a_table_of_its_own(self) -> None:
        evidence = Evidence(*[1.0] * len(Evidence._fields))
        assert decision.score(evidence, "yes_no") == pytest.approx(decision.YES_NO_BIAS + sum(decision.YES_NO))
        for kind in ("who", None):
            assert decision.score(evidence, kind) == pytest.approx(decision.OTHER_BIAS + sum(decision.OTHER))

    @pytest.mark.parametrize("kind", ["why", "when", "where"])
    def test_a_reason_a_day_or_a_place_is_given_sooner_than_a_name(self, kind: Kind) -> None:
        evidence = Evidence(*[1.0] * len(Evidence._fields))
        more = decision.score(evidence, kind) - decision.score(evidence, "who")
        assert more == pytest.approx(decision.ASKED[kind])
        assert more > 0

    def test_a_reason_for_what_only_the_question_before_names_is_given_no_sooner(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kinds: set[Kind | None] = set()

        def noting(_: Evidence, kind: Kind | None) -> float:
            kinds.add(kind)
            return 0.0

        monkeypatch.setattr(decision, "score", noting)
        found = looked_at("Why did the gauge break?")
        for asked, kind in (("Why did it break?", None), ("Why did the gauge break?", "why")):
            kinds.clear()
            reader_of(marks({GAUGE: "yesterday"})).read(read(asked), found, INDEX)
            assert kinds == {kind}


class TestWhatIsSaid:
    def test_below_the_threshold_the_quotes_are_offered_and_above_it_the_answer_is_given(self) -> None:
        text = "who opened the tidal gauge?"
        statuses = []
        for logit in [step / 2 for step in range(-16, 17)]:
            rule = marks({GAUGE: "Runa"}, logit)
            sure, reply_ = first_read(text, rule).confidence, said(text, rule)
            statuses.append(reply_.status)
            assert reply_.status == ("answer" if sure >= READ_AT else "suggest" if sure >= QUOTE_AT else "none")
            if reply_.answer:
                assert reply_.answer.confidence == pytest.approx(sure)
        assert set(statuses) >= {"answer", "suggest"}

    @pytest.mark.parametrize("logit", [-3.0, -1.0, 0.0])
    def test_quotes_are_at_most_three_best_first_and_none_is_unlikely(self, logit: float) -> None:
        def rule(_: str, passage: Passage) -> Reading:
            number = int(passage.sentence.split()[2])
            return marking(passage.sentence, "fog", logit - number)

        offered = said("which weather came from the harbour pilots?", rule, index=Index([harbour(9)]))
        assert offered.status == "suggest"
        assert offered.answer is None
        sure = [suggestion.confidence for suggestion in offered.suggestions]
        assert 0 < len(sure) <= SUGGESTIONS == 3
        assert sure == sorted(sure, reverse=True)
        assert min(sure) >= QUOTE_AT
        assert max(sure) < READ_AT
        assert offered.suggestions[0].evidence.startswith("Pilot number 0 ")

    def test_of_many_quotes_that_are_as_likely_three_are_offered(self) -> None:
        index = Index([harbour(9)])
        text, rule = "which weather came from the harbour pilots?", lambda _, p: marking(p.sentence, "fog", -1.0)
        looked = look(read(text), index, NOWHERE, reader_of(rule))
        assert sum(each.confidence >= QUOTE_AT for each in looked.found) > SUGGESTIONS
        assert len(said(text, rule, index=index).suggestions) == SUGGESTIONS

    def test_where_no_sentence_is_likely_nothing_is_on_record(self) -> None:
        nothing = said("who painted the gauge of Karlstad by the sluice?", marks({}))
        assert (nothing.status, nothing.reason, nothing.suggestions) == ("none", "not_on_record", ())

    def test_beside_the_answer_sure_ones_of_other_articles_are_offered_one_each(self) -> None:
        def rule(_: str, passage: Passage) -> Reading:
            return marking(passage.sentence, passage.sentence[:9], 9.0)

        text = "for which machines was a loan debated?"
        looked = look(read(text), INDEX, NOWHERE, reader_of(rule))
        sure = [INDEX.article(each.candidate.sentence.article) for each in looked.found if each.confidence >= READ_AT]
        assert {sure.count(THIRD) > 1, sure.count(FOURTH) > 0} == {True}
        both = said(text, rule)
        assert both.answer is not None
        assert sorted([both.answer.article, *(each.article for each in both.suggestions)]) == [THIRD, FOURTH]

    def test_what_is_on_record_word_by_word_is_answered_without_the_reader(self) -> None:
        for entry in INDEX.entries:
            given_, _ = reply(entry.fact.question, INDEX, NOWHERE, SentenceReader(never))
            assert given_.answer is not None
            assert given_.answer.answer == entry.fact.answer
            assert not given_.answer.read

    def test_the_reader_is_loaded_once_and_only_when_it_is_needed(self) -> None:
        loads: list[StubReader] = []

        def load_() -> StubReader:
            loads.append(StubReader(marks({GAUGE: "Runa"})))
            return loads[-1]

        reader = SentenceReader(load_)
        reply("Who chaired the third meeting of the Quay Works Committee?", INDEX, NOWHERE, reader)
        reply("what did the zebras cost?", INDEX, NOWHERE, reader)
        assert loads == []
        for text in ("who opened the tidal gauge?", "who opened the gauge?"):
            reply(text, INDEX, NOWHERE, reader)
        assert len(loads) == 1
        assert loads[0].questions == ["who opened the tidal gauge?", "who opened the gauge?"]

    def test_a_full_stop_alone_is_never_marked(self) -> None:
        for text in ("did the pilots praise the tidal gauge?", "what was told of the tidal gauge?"):
            given_ = said(text, lambda _, passage: marking(passage.sentence, ".", 0.5))
            shown = [*filter(None, [given_.answer]), *given_.suggestions]
            assert shown
            assert all(each.marked is None or each.evidence[slice(*each.marked)] != "." for each in shown)
            assert all(each.answer != "." for each in shown)

    def test_a_question_for_yes_or_no_is_read_by_weights_of_its_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        loaded = {yes_no: StubReader(marks({GAUGE: "Runa"})) for yes_no in (False, True)}
        monkeypatch.setattr(Reader, "load", lambda *, yes_no=False: loaded[yes_no])
        reader = SentenceReader()
        for text in ("who opened the tidal gauge?", "did somebody open the tidal gauge?"):
            reply(text, INDEX, NOWHERE, reader)
        assert loaded[False].questions == ["who opened the tidal gauge?"]
        assert loaded[True].questions == ["did somebody open the tidal gauge?"]

    @pytest.mark.parametrize(("probability", "given_"), [(0.5, False), (0.95, True)])
    def test_words_hold_nothing_back_of_which_the_reader_is_certain(self, probability: float, given_: bool) -> None:
        told = "Ada Wren was unwell and stayed away."

        def rule(_: str, passage: Passage) -> Reading:
            return replace(marking(passage.sentence, "unwell", 8.0), probability=probability)

        index = Index([record(THIRD, None, None, [told], [])])
        said, _ = reply("Why was Ada Wren not there?", index, NOWHERE, SentenceReader(lambda: StubReader(rule)))
        assert (said.status == "answer") is given_

    @pytest.mark.parametrize(
        ("logit", "words", "spoken"), [(0.0, "Brill", 0.0), (1.0, "Brill", 0.0), (1.0, "Falk", 1.0)]
    )
    def test_a_fact_that_fits_by_rules_is_given_where_it_is_surer_than_what_is_read(
        self, logit: float, words: str, spoken: float
    ) -> None:
        text = "who led the third quay works meeting?"
        assert dialog.plain_reply(read(text), INDEX, NOWHERE) is None

        def rule(_: str, passage: Passage) -> Reading:
            return marking(passage.sentence, words, logit)

        answered = answer(text, rule)
        assert (answered.answer, answered.read) == ("Runa Falk", False)
        assert answered.confidence == pytest.approx(
            decision.rules_confidence(candidates_for(read(text), INDEX, NOWHERE)[0].score, spoken)
        )

    def test_a_fact_that_fits_less_by_rules_is_not_given_where_the_reader_denies_it(self) -> None:
        text = "when will the divers look at the Marigold?"
        assert candidates_for(read(text), INDEX, NOWHERE)[0].score > RULES_FROM
        assert said(text, marks({})).status != "answer"
        assert answer(text, marks({DIVERS: "4 August"})).answer == "4 August 2020"

    def test_a_follow_up_is_read_with_the_question_before(self) -> None:
        stub = StubReader(marks({GAUGE: "yesterday", LOAN: "eight cranes"}))
        reader = SentenceReader(lambda: stub)
        first = "Who chaired the third meeting of the Quay Works Committee?"
        _, context = reply(first, INDEX, NOWHERE, reader)
        assert context.article == THIRD
        follow, after = reply("and what about the cranes?", INDEX, context, reader)
        assert stub.questions == ["and what about the cranes?"]
        assert stub.before == [first]
        assert stub.passages[0][0].heading == INDEX.heading(0)
        assert follow.answer is not None
        assert after.article == THIRD

    @pytest.mark.parametrize("article", ["2022-01-01-x", "2022-01-01-y"])
    def test_a_follow_up_is_read_first_in_the_article_talked_about(self, article: str) -> None:
        index = Index(
            [record("2022-01-01-x", None, None, [FERRIES], []), record("2022-01-01-y", None, None, [LOAN], [])]
        )
        stub = StubReader(marks({}))
        context = Context("Who chaired the committee?", article)
        reply("and the loan?", index, context, SentenceReader(lambda: stub))
        assert stub.passages[0][0].sentence == (LOAN if article.endswith("y") else FERRIES)

    def test_a_follow_up_is_not_taken_for_the_same_words_on_record_about_something_else(self) -> None:
        lines: list[Line] = [(LATER, "where", "Where was it held?", "Osmark")]
        index = Index([records()[0], record(FOURTH, None, None, [LATER], lines)])
        question = read("Where was it held?")
        assert dialog.plain_reply(question, index, NOWHERE) is not None
        context = Context("Who chaired the third meeting of the Quay Works Committee?", THIRD)
        assert dialog.plain_reply(question, index, context) is None

    def test_a_question_of_its_own_is_read_without_the_one_before(self) -> None:
        stub = StubReader(marks({GAUGE: "Runa"}))
        reader = SentenceReader(lambda: stub)
        _, context = reply("Who chaired the fourth meeting of the Quay Works Committee?", INDEX, NOWHERE, reader)
        answered, _ = reply("who opened the tidal gauge?", INDEX, context, reader)
        assert stub.before == [""]
        assert answered.answer is not None
        assert answered.answer.article == THIRD

    def test_a_sentence_is_read_below_its_heading_and_after_the_one_before(self) -> None:
        stub = StubReader(marks({}))
        reply("who opened the tidal gauge?", INDEX, NOWHERE, SentenceReader(lambda: stub))
        shown = {passage.sentence: passage for passage in stub.passages[0]}
        assert shown[GAUGE] == Passage("meeting of the Quay Works Committee | 30 June 2020", CHAIRED, GAUGE)

    @pytest.mark.parametrize("text", ["", "🙂", "?!", "a" * 2000])
    def test_what_is_no_question_never_comes_to_the_reader(self, text: str) -> None:
        given_, _ = reply(text, INDEX, NOWHERE, SentenceReader(never))
        assert given_.reason in ("no_words", "too_long")

    @given(
        st.lists(
            st.sampled_from("who when was the gauge loan cranes committee yesterday divers not 2020 fourth".split())
        )
    )
    @settings(max_examples=60)
    def test_any_words_get_a_reply_of_one_form(self, words: list[str]) -> None:
        given_ = said(" ".join(words), lambda _, passage: marking(passage.sentence, passage.sentence[:9], 3.0))
        assert (given_.answer is not None) == (given_.status == "answer")
        assert (given_.reason is not None) == (given_.status == "none")
        for shown in (*filter(None, [given_.answer]), *given_.suggestions):
            if shown.marked is not None:
                begin, end = shown.marked
                assert 0 <= begin <= end <= len(shown.evidence)
            if shown.read:
                assert INDEX.sentence(shown.key) is not None
            else:
                assert INDEX.entry(shown.key) is not None


class TestWithTheWeightsAsShipped:
    """Robust things only: other weights find other words."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("which body was in charge of the June video meeting?", "Ministry of National Defence"),
            ("how many other ASEAN members had people there?", "nine"),
            ("which nations beyond ASEAN joined the defence call?", "Russia, China, the US, Japan"),
            ("which general addressed the gathering?", "Vu Chien Thang"),
        ],
    )
    def test_a_question_in_other_words_leads_to_the_sentence(
        self, seed: Index, shipped: SentenceReader, text: str, words: str
    ) -> None:
        assert dialog.plain_reply(read(text), seed, NOWHERE) is None
        given_, _ = reply(text, seed, NOWHERE, shipped)
        best = given_.answer or given_.suggestions[0]
        assert best.article == "2020-06-30-adsom-plus-wg"
        assert words in f"{best.answer} {best.evidence}"
        assert best.marked is None or best.evidence[slice(*best.marked)].strip()

    @pytest.mark.parametrize("text", ["how much did the hotel cost?", "what was said about the South China Sea?"])
    def test_what_the_article_does_not_tell_is_not_answered(
        self, seed: Index, shipped: SentenceReader, text: str
    ) -> None:
        assert reply(text, seed, NOWHERE, shipped)[0].answer is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Did Laos send a delegation?", "suggest"),
        ("Did Thailand send a delegation?", "answer"),
        ("Did they send a delegation?", "answer"),
    ],
)
def test_what_one_country_did_is_shown_and_no_yes_or_no_of_another(text: str, status: str) -> None:
    said = "Thailand did not send a delegation."
    article = Article("a", datetime.date(2023, 10, 5), None, None, None, "a.txt", "0" * 64, said, ((0, len(said)),))
    index = Index([Record(article, None, (), (Sentence(said, (0, len(said))),))])
    found = reply(text, index, NOWHERE, reader_of(marks({said: "not"}, 8.0, no=0.97)))[0]
    assert found.status == status
