"""Sentences of the index: named for as long as their words stay, each with the facts whose evidence begins there."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lake_varda import records as lake_varda
from quay_works import CHAIRED, DIVERS, FOURTH, GAUGE, HARBOUR, LATER, LOAN, THIRD, Line, record, records

from bot.index import Index, load
from bot.index.entries import Entry, fact_id, sentence_id
from facts.model import FormerFact, Meeting, Record
from facts.pages import base

INDEX = Index(records())


def entries(index: Index, article: int, place: int) -> list[Entry]:
    return [index.entries[int(number)] for number in index.reader.facts_at(article, place)]


def test_facts_below_sentences_come_in_the_order_of_the_sentences() -> None:
    reader = INDEX.reader
    places = [(at, place) for at in range(len(INDEX.contexts)) for place in range(len(INDEX.sentences(at)))]
    for order in (places, places[::-1], places[1::2]):
        below = reader.facts_below([reader.first_sentence(at) + place for at, place in order])
        assert below.tolist() == [fact for at, place in order for fact in reader.facts_at(at, place).tolist()]
    assert not len(reader.facts_below([]))


class TestKeys:
    def test_every_sentence_is_come_back_to_by_its_key(self) -> None:
        for kept in records():
            for place, sentence in enumerate(kept.sentences):
                key = sentence_id(kept.article.id, sentence.text)
                assert INDEX.sentence(key) == (INDEX.number_of(kept.article.id), place)
                answer = INDEX.answer(key)
                assert answer is not None
                assert (answer.key, answer.answer, answer.evidence) == (key, sentence.text, sentence.text)
                assert answer.article == kept.article.id
                assert answer.read

    def test_a_sentence_as_an_answer_cites_its_article(self) -> None:
        answer = INDEX.answer(sentence_id(THIRD, GAUGE))
        assert answer is not None
        assert (answer.source, answer.date) == ("Brill Post", datetime.date(2020, 6, 30))
        assert answer.meeting == answer.question == "meeting of the Quay Works Committee"

    @pytest.mark.parametrize("all_records", [records(), lake_varda()])
    def test_keys_of_facts_still_give_facts(self, all_records: tuple[Record, ...]) -> None:
        index = Index(all_records)
        for kept in all_records:
            for fact in kept.facts:
                key = fact_id(kept.article.id, fact.id)
                answer = index.answer(key)
                assert answer is not None
                assert (answer.question, answer.answer, answer.read) == (fact.question, fact.answer, False)
                assert index.sentence(key) is None

    def test_keys_of_facts_that_are_gone_lead_to_the_fact_or_the_sentence_that_they_were_about(
        self, tmp_path: Path
    ) -> None:
        kept = next(each for each in records() if each.article.id == THIRD)
        fact = kept.facts[0]
        former = (FormerFact("reworded", 1, fact.id), FormerFact("gone", 1), FormerFact("beside", 0, "no such fact"))
        changed = msgspec.structs.replace(kept, former=former)
        others = [each for each in records() if each.article.id != THIRD]
        for index in (Index([changed, *others]), Index([changed])):
            answer = index.answer(fact_id(THIRD, "reworded"))
            assert answer is not None
            assert (answer.question, answer.answer) == (fact.question, fact.answer)
            for name, place in (("gone", 1), ("beside", 0)):
                answer = index.answer(fact_id(THIRD, name))
                assert answer is not None
                assert (answer.evidence, answer.read) == (kept.sentences[place].text, True)
            assert index.answer(fact_id(THIRD, "never there")) is None

    def test_keys_of_an_article_that_had_another_id_lead_to_the_same_facts_and_sentences(self) -> None:
        kept = next(each for each in records() if each.article.id == THIRD)
        renamed = msgspec.structs.replace(kept, was=("before", "in-between"), former=(FormerFact("gone", 1),))
        taken = record("before", None, None, [HARBOUR], [(HARBOUR, "who", "Who came?", "the pilots")])
        index = Index([renamed])
        for article in ("before", "in-between", THIRD):
            for fact in kept.facts:
                answer = index.answer(fact_id(article, fact.id))
                assert answer is not None
                assert (answer.article, answer.question) == (THIRD, fact.question)
            for key in (sentence_id(article, GAUGE), fact_id(article, "gone")):
                answer = index.answer(key)
                assert answer is not None
                assert (answer.article, answer.evidence) == (THIRD, GAUGE)
        answer = Index([renamed, taken]).answer(fact_id("before", "f0"))
        assert answer is not None
        assert answer.article == "before"

    def test_a_key_stays_when_other_sentences_and_articles_come_and_go(self) -> None:
        key = sentence_id(FOURTH, HARBOUR)
        more = record(FOURTH, None, None, ["A new beginning.", LATER, HARBOUR], [])
        for index in (INDEX, Index([more]), Index([more, records()[0]])):
            answer = index.answer(key)
            assert answer is not None
            assert answer.evidence == HARBOUR

    def test_a_key_is_gone_with_the_words_of_its_sentence_or_with_its_article(self) -> None:
        changed = record(FOURTH, None, None, [LATER, HARBOUR.replace("pilots", "divers")], [])
        assert Index([changed]).answer(sentence_id(FOURTH, HARBOUR)) is None
        assert Index([records()[0]]).answer(sentence_id(FOURTH, HARBOUR)) is None
        assert Index([]).answer(sentence_id(FOURTH, HARBOUR)) is None

    def test_words_that_stand_in_two_articles_or_twice_in_one_have_a_key_in_each(self) -> None:
        index = Index([record(THIRD, None, None, [GAUGE, LOAN, GAUGE], []), record(FOURTH, None, None, [GAUGE], [])])
        for article in (THIRD, FOURTH):
            answer = index.answer(sentence_id(article, GAUGE))
            assert answer is not None
            assert (answer.article, answer.evidence) == (article, GAUGE)

    @pytest.mark.parametrize("form", ["{}0", "0{}", "0x{}", " {}", "{}\n", "+{}", "-{}", "{:.8}_{:.8}"])
    def test_a_key_in_another_form_names_nothing(self, form: str) -> None:
        for key in (sentence_id(THIRD, GAUGE), INDEX.entries[0].fact_id):
            assert INDEX.answer(form.format(key, key[8:])) is None

    def test_a_key_in_capitals_names_nothing(self) -> None:
        for key in (sentence_id(THIRD, GAUGE), INDEX.entries[0].fact_id):
            assert not key.isdigit()
            assert INDEX.answer(key.upper()) is None

    @given(st.text(max_size=20) | st.text("0123456789abcdefABCDEF-+_x ", max_size=20))
    def test_an_unknown_or_malformed_key_names_nothing(self, key: str) -> None:
        assert INDEX.answer(key) is None
        assert INDEX.sentence(key) is None
        assert INDEX.entry(key) is None


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Record, list[int]]:
    """A record of some sentences with facts, and the sentence in which the evidence of each fact begins."""
    texts = [
        f"The {word} council met." for word in draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True))
    ]
    lines: list[Line] = []
    begins = []
    for number in range(draw(st.integers(0, 6))):
        begin = draw(st.integers(0, len(texts) - 1))
        last = draw(st.integers(begin, min(begin + 2, len(texts) - 1)))
        evidence = " ".join(texts[begin : last + 1])
        skipped = draw(st.sampled_from([0, len("The ")]))
        begins.append(begin)
        lines.append((evidence[skipped:], "what", f"What was number {number}?", "a council"))
    return record("2022-01-01-councils", None, None, texts, lines), begins


class TestFactsOfSentences:
    @given(_articles())
    @settings(max_examples=50)
    def test_every_fact_stands_below_the_sentence_in_which_its_evidence_begins(
        self, made: tuple[Record, list[int]]
    ) -> None:
        kept, begins = made
        index = Index([kept])
        for place, sentence in enumerate(kept.sentences):
            below = entries(index, 0, place)
            wanted = [fact for fact, begin in zip(kept.facts, begins, strict=True) if begin == place]
            assert sorted(entry.fact.question for entry in below) == sorted(fact.question for fact in wanted)
            assert all(entry.sentence == place for entry in below)
            assert index.sentences(0)[place] == sentence.text

    def test_of_several_articles_each_has_its_own(self) -> None:
        for number, kept in enumerate(records()):
            for place, sentence in enumerate(kept.sentences):
                facts = {entry.fact.question for entry in entries(INDEX, number, place)}
                assert facts == {fact.question for fact in kept.facts if fact.evidence == sentence.text}

    def test_a_record_without_sentences_has_those_that_its_facts_quote(self) -> None:
        kept = lake_varda()
        index = Index(kept)
        for one in kept:
            number = index.number_of(one.article.id)
            assert number is not None
            assert index.sentences(number) == list(dict.fromkeys(fact.evidence for fact in one.facts))
            for place, text in enumerate(index.sentences(number)):
                assert {entry.fact.evidence for entry in entries(index, number, place)} == {text}

    def test_a_base_in_files_has_the_same_sentences_and_keys(self, tmp_path: Path) -> None:
        for kept in records():
            base.save(tmp_path / f"{kept.article.id}.yaml", base.dump(kept))
        for _ in range(2):  # made, and opened as it was kept
            index = load(tmp_path)
            for number in range(2):
                assert index.sentences(number) == INDEX.sentences(number)
                for place, text in enumerate(index.sentences(number)):
                    assert index.sentence(sentence_id(index.article(number), text)) == (number, place)
                    questions = [entry.fact.question for entry in entries(index, number, place)]
                    assert questions == [entry.fact.question for entry in entries(INDEX, number, place)]


class TestHeadings:
    def test_a_heading_names_title_meeting_and_date_as_far_as_they_are_known(self) -> None:
        assert INDEX.heading(0) == "meeting of the Quay Works Committee | 30 June 2020"
        assert (
            Index([record("2022-01-01-x", datetime.date(2022, 1, 1), None, [DIVERS], [])]).heading(0)
            == "1 January 2022"
        )
        assert Index([record("x", None, None, [CHAIRED], [])]).heading(0) == ""


def test_what_its_text_calls_a_meeting_in_short_is_a_name_of_it() -> None:
    told = "The Forum of the Delta (DF) Ministers (DFM-9) of the Tide Union (TU) met in Osk."
    meeting = Meeting("Forum of the Delta")
    kept = record("2031-05-02-df", datetime.date(2031, 5, 2), meeting, [told, "It rained."], [])
    names = frozenset[str]().union(*Index([kept]).contexts[0].names)
    assert {"df", "dfm"} <= names
    assert "tu" not in names
