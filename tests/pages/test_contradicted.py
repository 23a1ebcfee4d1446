"""What a person's fact contradicts of its sentence: of its answer's sort, and of what it asks; else nothing."""

from __future__ import annotations

import dataclasses
import datetime

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ostford_board import ARTICLE, CHAIR, MET, SENTENCES, reread

from facts.model import Fact, Kind, Sentence, WithdrawnAnswer
from facts.naming import kind_of
from facts.pages import former, merge
from facts.pages.contradicted import instead
from facts.pages.page import Page

PUBLISHED = datetime.date(2031, 9, 19)


def contradicted(sentence: str, question: str, answer: str) -> list[str]:
    fact = Fact("own", kind_of(question), question, answer, sentence, (0, len(sentence)))
    return instead(fact, PUBLISHED, ["harbour call"])


@pytest.mark.parametrize(
    ("sentence", "question", "answer", "said"),
    [
        ("Nilo Brandt led the harbour call.", "Who led the harbour call?", "Nila Brandt", ["Nilo Brandt"]),
        ("Nilo Brandt led the harbour call.", "Who was in the chair?", "Nila Brandt", ["Nilo Brandt"]),
        ("They spent £7,250 on two boats.", "What was the price?", "£7,520", ["£7,250"]),
        ("Nilo led the call with Ann Ark.", "Who led the call?", "Nila", ["Nilo"]),
        ("It will be built by the firm Ostermann.", "Which firm will build it?", "Ostermark", ["Ostermann"]),
        ("Ark moved the bill and Bo Birch backed it.", "Who backed the bill?", "Cy Elm", ["Bo Birch"]),
        ("Chair: Nilo Brandt (Tarn)", "Who was in the chair?", "Gus Ruhl", ["Nilo Brandt"]),
        ("Bus stop: Millgate", "Where does the bus stop?", "Kirkgate", ["Millgate"]),
        ("Present: Ann Ark, Bo Birch, Cy Elm", "Who was present?", "Ann Ark, Bo Birch and Di Fir", ["Cy Elm"]),
        ("The bus stops at Millgate from May.", "Where does the bus stop?", "Kirkgate", ["Millgate"]),
        ("The loan is $4.5 million over 3 years.", "How much is the loan?", "$5.4 million", ["$4.5 million"]),
        ("They spent £7,250 on two boats.", "How much did they spend on boats?", "7,520 pounds", ["£7,250"]),
        ("They spent £7,250 on two boats.", "How many boats did they spend it on?", "three", ["two"]),
        ("Costs: 61,000 euros, 9 leaks since May", "How many leaks since May?", "19", ["9"]),
        ("Of 64 pilots 41 voted for the strike.", "How many pilots voted for the strike?", "47", ["41"]),
        ("A total of 64 pilots from 9 ports took part.", "How many pilots took part?", "70", ["64"]),
        ("A total of 64 pilots from 9 ports took part.", "How many ports took part?", "8", ["9"]),
        ("Some 64 pilots from 9 ports are expected.", "How many pilots are expected?", "70", ["64"]),
        ("Two of the 12 boats sank.", "How many boats sank?", "three", ["Two of the 12"]),
        ("Fees rose by 12 per cent.", "By how much did fees rise?", "21%", ["12 per cent"]),
        ("The race lasts 90 minutes.", "How long does the race last?", "70 minutes", ["90"]),
        ("The race starts at 3 p.m. on Friday.", "When does the race start?", "4 p.m.", ["3 p.m. on Friday"]),
        ("The lock opens on 12 May 2032.", "When does the lock open?", "19 May 2032", ["12 May 2032"]),
    ],
)
def test_what_stands_in_the_place_of_an_answer_is_of_its_sort_and_nearest_to_the_question(
    sentence: str, question: str, answer: str, said: list[str]
) -> None:
    assert contradicted(sentence, question, answer) == said


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The guild has 40 pilots, of whom 9 are women.", "How many retired pilots has the guild?", "12"),
        ("The loan is $4.5 million over 3 years.", "How long is the loan?", "3 years"),
        ("The loan is $4.5 million over three years.", "How long is the loan?", "3 years"),
        ("Nilo Brandt led the harbour call.", "Who led the harbour call?", "Brandt"),
        ("Nilo Brandt led the harbour call.", "Who led the harbour call?", "Nilo Brandt and Ann Ark"),
        ("Nilo Brandt led the harbour call.", "How many led the call?", "2"),
        ("Nilo Brandt led the harbour call.", "Who is the deputy of Nilo Brandt?", "Ann Brandt"),
        ("Nilo Brandt led the harbour call.", "When was the call led?", "4 May 2031"),
        ("Nilo Brandt moved the bill.", "Who seconded the bill?", "Ann Ark"),
        ("The chair led the harbour call.", "Who led the harbour call?", "Ann Ark"),
        ("Two of the 12 boats sank.", "How many boats were there?", "twelve"),
        ("They spent £7,250 on two boats.", "How much did each boat cost?", "£3,625"),
        ("Nets may be 300 metres.", "How many voted for the nets?", "14"),
        ("The lock opens on 12 May 2032.", "When does the lock open?", "May 2032"),
        ("The lock opens on 12 May 2032.", "Does the lock open on 12 May 2032?", "No"),
    ],
)
def test_another_thing_that_is_told_of_a_sentence_contradicts_nothing(
    sentence: str, question: str, answer: str
) -> None:
    assert contradicted(sentence, question, answer) == []


@pytest.mark.parametrize(
    ("sentence", "question", "answer", "said"),
    [
        ("It was carried by 9 votes to 4.", "How was the vote on the toll?", "8 to 5", ["9 votes to 4"]),
        ("They passed it by 9 votes to 4.", "How did they vote on the toll?", "8 for, 5 against", ["9 votes to 4"]),
        ("It was carried by 9 votes to 4.", "How was the vote on the toll?", "4 against, 9 for", []),
        ("It was moved by Ivo Holm.", "Who moved the bill to raise the toll?", "Ida Ruhl", ["Ivo Holm"]),
        ("Nilo Brandt moved the bill.", "Who seconded the bill on the toll?", "Ida Ruhl", []),
        ("The dock will be run by Ostermann.", "Who will operate the dock?", "Ida Ruhl", ["Ostermann"]),
        ("Pilot Bo Birch spoke.", "Who is the deputy pilot?", "Ida Ruhl", []),
        ("Ann Ark is chair and Bo Birch deputy chair.", "Who is the deputy chair?", "Ida Ruhl", ["Bo Birch"]),
        ("Ann Ark is chair and Bo Birch deputy chair.", "Who is the chair?", "Ida Ruhl", ["Ann Ark"]),
        ("The tin cup went to Bo Birch and the gold cup to Cy Elm.", "Who got the gold cup?", "Ida Ruhl", ["Cy Elm"]),
        ("The number of berths fell from 34 to 29.", "How many berths are there?", "27", ["34 to 29"]),
        ("A total of 64 pilots came.", "What was the attendance?", "70 pilots", ["64"]),
        ("Adults pay 40 euros.", "How much is the toll for boats?", "5 euros", []),
    ],
)
def test_what_the_article_names_elsewhere_need_not_stand_in_the_sentence_that_is_contradicted(
    sentence: str, question: str, answer: str, said: list[str]
) -> None:
    fact = Fact("own", kind_of(question), question, answer, sentence, (0, len(sentence)))
    assert instead(fact, PUBLISHED, (), ["Ann spoke on the bill to raise the toll."]) == said


@example("", "", "0.B")
@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_read_and_no_answer_that_stands_in_its_sentence_contradicts_it(
    sentence: str, question: str, answer: str
) -> None:
    contradicted(sentence, question, answer)
    assert contradicted(answer, question, answer) == []


OWN = msgspec.structs.replace(
    CHAIR, id="own", question="By whom was it chaired?", answer="B. Birch", variants=(), value=None
)
WRONG = [WithdrawnAnswer(1, "A. Ark", "", "own")]


def page(*facts: Fact) -> Page:
    """A page of the compiler's with a fact that a person added to it."""
    compiled = merge.compiled_page(ARTICLE, None, facts, "by", "read", SENTENCES)
    return former.remembering(dataclasses.replace(compiled, facts=(*facts, OWN)), None)


class TestPages:
    def test_what_a_fact_added_by_hand_contradicts_is_withdrawn_and_the_compilers_facts_of_it_give_way(self) -> None:
        record = page(MET, CHAIR).record()
        assert ([fact.id for fact in record.facts], list(record.withdrawn)) == ([MET.id, "own"], WRONG)

    def test_it_is_on_a_page_without_any_fact_of_the_compilers(self) -> None:
        record = page().record()
        assert (record.by_hand, list(record.withdrawn)) == (("own",), WRONG)

    def test_it_is_in_the_next_form_of_the_sentence_for_as_long_as_that_says_it(self) -> None:
        for chaired, withdrawn in (("A. Ark", ["A. Ark"]), ("B. Birch", []), ("C. Elm", [])):
            text = f"The board met. It was ably chaired by {chaired}."
            now = (SENTENCES[0], Sentence(text[15:], (15, len(text))))
            chair = msgspec.structs.replace(CHAIR, answer=chaired, evidence=now[1].text, span=now[1].span)
            new = merge.compiled_page(ARTICLE, None, (MET, chair), "by 2", "read 2", now)
            again = page(MET, CHAIR)
            for _ in range(3):
                again, _warnings = merge.anchor(merge.merge(again, new), text)
                again = reread(former.remembering(again, again), text)
                record = again.record()
                assert "own" in again.hidden
                assert [each.answer for each in record.withdrawn] == withdrawn
                assert (CHAIR.id in {fact.id for fact in record.facts}) is (not withdrawn)

    def test_what_was_hidden_is_withdrawn_in_the_next_form_of_its_sentence(self) -> None:
        compiled = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES)
        hidden = former.remembering(dataclasses.replace(compiled, hidden=frozenset({CHAIR.id})), None)
        text = "The board met. It was ably chaired by A. Ark."
        now = (SENTENCES[0], Sentence(text[15:], (15, len(text))))
        again, _ = merge.anchor(merge.merge(hidden, merge.compiled_page(ARTICLE, None, (MET,), "by", "2", now)), text)
        assert [each.answer for each in reread(again, text).record().withdrawn] == ["A. Ark"]


@pytest.mark.parametrize(
    ("kind", "question", "answer", "evidence", "said"),
    [
        ("where", "Where will it be held?", "Velden", "Lunn will host it in Quarl in May.", ["Quarl"]),
        ("when", "When did it take place?", "9 May 2031", "The boats came on 8 May 2031.", ["8 May 2031"]),
        ("when", "When did it take place?", "9 May 2031", "Boats came on 8 May and left on 12 May 2031.", []),
        ("where", "Where were the boats built?", "Velden", "Lunn will host it in Quarl in May.", []),
    ],
)
def test_where_only_the_meeting_is_asked_for_its_sentence_need_not_say_that_it_was_held(
    kind: Kind, question: str, answer: str, evidence: str, said: list[str]
) -> None:
    found = instead(Fact("held", kind, question, answer, evidence, (0, len(evidence))), datetime.date(2031, 5, 10))
    assert [each.removeprefix("on ") for each in found] == said
