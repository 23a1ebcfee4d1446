"""Which facts answer a question, and which questions none does."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lake_varda import LEAGUE, THIRTEENTH, TWELFTH, records
from quay_works import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.match import matches
from bot.question import read
from facts.model import Article, Fact, Record

INDEX = Index(records())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who chaired the thirteenth meeting of the Lake Varda Fisheries Commission?", "Ilse Brandt"),
        ("who presided over the 13th lake varda commission meeting", "Ilse Brandt"),
        ("who headed the LVFC meeting in March 2024?", "Ilse Brandt"),
        ("who chiared the LVFC meeting in Tarnhelm on 18 April 2023", "Oskar Vehn"),
        ("Where was the LVFC meeting of April 2023 held?", "Tarnhelm"),
        ("lvfc march 2024 venue?", "Osmark"),
        ("When did the Lake Varda Commission meet in Osmark?", "7 March 2024"),
        ("what does lvfc stand for", "Lake Varda Fisheries Commission"),
        ("LVFC meaning", "Lake Varda Fisheries Commission"),
        ("who is mirela snad", "president of the Ferry League"),
        ("mirela sand job", "president of the Ferry League"),
        ("Which countries took part in the LVFC meeting in Osmark?", "Norway and South Korea"),
        ("how many countries attended the 12th LVFC meeting?", "3"),
        ("Why did herring stocks fall?", "because the outlet had silted up"),
        ("when is the next LVFC meeting?", "3 October 2024"),
        ("Did Norway sign the protocol?", "No, Norway did not sign the protocol"),
        ("was South Korea at the LVFC meeting?", "Yes, South Korea"),
        ("Did the ROK attend the 13th meeting of the commission?", "Yes, South Korea"),
    ],
)
def test_a_question_finds_its_fact(question: str, answer: str) -> None:
    said, _ = reply(question, INDEX)
    assert said.status == "answer"
    assert said.answer is not None
    assert said.answer.answer == answer


def test_a_list_put_together_from_lines_says_of_each_item_that_it_is_in_it() -> None:
    article = Article("2024-02-10-quay", datetime.date(2024, 2, 10), "Clerk", "Quay Board", None, "q.txt", "0")
    listed = Fact(
        "who-attended-quay-board",
        "list",
        "Who attended the Quay Board meeting on 10 February 2024?",
        "Ada Moss and Ben Okoro",
        "Present - Ada Moss (Chair) - Ben Okoro",
        (0, 38),
        value=["Ada Moss (Chair)", "Ben Okoro"],
    )
    index = Index([Record(article, None, (listed,))])
    said, _ = reply("did ada moss attend?", index)
    assert said.answer is not None
    assert said.answer.answer == "Yes, Ada Moss (Chair)"
    assert not {"ada", "moss"} & index.entries[0].evidence


@pytest.mark.parametrize(("question", "is_so"), [("by 5 votes to 2", True), ("by 2 votes to 5", False)])
def test_a_vote_is_not_confirmed_the_other_way_round(question: str, is_so: bool) -> None:
    article = Article("2024-02-10-quay", datetime.date(2024, 2, 10), "Clerk", "Quay Board", None, "q.txt", "0")
    noted = Fact(
        "motion-quay-board",
        "what",
        "What was noted about the motion at the Quay Board meeting on 10 February 2024?",
        "The motion was carried by 5 votes to 2",
        "The motion was carried by 5 votes to 2.",
        (0, 39),
    )
    said, _ = reply(f"was the motion carried {question}?", Index([Record(article, None, (noted,))]))
    assert (said.answer is not None) == is_so


@pytest.mark.parametrize(
    "question",
    [
        "How much did the LVFC meeting cost?",
        "What time did the LVFC meeting in Osmark start?",
        "Who chaired the eleventh meeting of the Lake Varda Fisheries Commission?",
        "Who chaired the LVFC meeting in 2021?",
        "Did France attend the LVFC meeting?",
        "Did India attend the 13th LVFC meeting?",
        "Who represented Latvia at the LVFC meeting?",
        "how many fishermen attended the LVFC meeting?",
        "When was Ilse Brandt born?",
        "Who won the football match?",
        "Did Ilse Brandt resign?",
        "What did Ilse Brandt say about whales?",
        "Who is Gustav Holm?",
        "who was elected treasurer of the Ferry League",
    ],
)
def test_what_is_not_on_record_is_not_answered(question: str) -> None:
    said, _ = reply(question, INDEX)
    assert said.status != "answer", said.answer


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Who chaired the LVFC meeting in 2023?", TWELFTH),
        ("Who chaired the LVFC meeting in Tarnhelm?", TWELFTH),
        ("Who chaired the twelfth LVFC meeting?", TWELFTH),
        ("Who chaired the LVFC meeting of 7 March?", THIRTEENTH),
        ("Who chaired the latest LVFC meeting?", THIRTEENTH),
        ("Where did the Ferry League hold its congress?", LEAGUE),
    ],
)
def test_date_place_ordinal_and_name_select_the_meeting(question: str, article: str) -> None:
    said, _ = reply(question, INDEX)
    assert said.answer is not None
    assert said.answer.article == article


def test_without_a_selector_the_newest_meeting_answers_and_the_others_are_offered() -> None:
    said, _ = reply("Who chaired the Lake Varda Fisheries Commission meeting?", INDEX)
    assert said.answer is not None
    assert said.answer.article == THIRTEENTH
    assert [other.answer for other in said.suggestions] == ["Oskar Vehn"]


@given(st.sampled_from(list(INDEX.entries)))
@settings(max_examples=60)
def test_every_fact_answers_its_own_question(entry: object) -> None:
    fact = entry.fact  # type: ignore[attr-defined]
    found = matches(read(fact.question), INDEX)
    answers = {m.answer for m in found if m.score >= found[0].score - 0.5}
    assert fact.answer in answers


@pytest.mark.parametrize(("verb", "answer"), [("adopted", "the council tax of Brill"), ("approved", "the new pier")])
def test_of_facts_that_are_asked_for_nearly_alike_the_one_is_given_that_is_asked_for_letter_by_letter(
    verb: str, answer: str
) -> None:
    said = {
        "adopted": "The River Council adopted the council tax of Brill.",
        "approved": "The River Council approved the new pier.",
    }
    answers = {"adopted": "the council tax of Brill", "approved": "the new pier"}
    facts = tuple(
        Fact(
            f"f{at}", "what", f"What was {v} by the River Council?", answers[v], text, (100 * at, 100 * at + len(text))
        )
        for at, (v, text) in enumerate(said.items())
    )
    article = Article("2024-05-03-river-council", datetime.date(2024, 5, 3), None, None, None, "a.txt", "0" * 64)
    found, _ = reply(f"what was {verb} by the river council", Index([Record(article, None, facts)]))
    assert found.answer is not None
    assert found.answer.answer == answer


def test_a_question_that_names_nothing_means_the_newest_meeting_also_where_an_older_one_has_its_very_words() -> None:
    said, _ = reply("Who attended the meeting?", INDEX)
    assert said.answer is not None
    assert said.answer.article == THIRTEENTH
    assert [other.article for other in said.suggestions] == [TWELFTH]


@given(st.integers(0, 10**6))
def test_a_name_that_is_not_on_record_leaves_nothing_to_answer(number: int) -> None:
    question = "Who chaired the thirteenth meeting of the Lake Varda Fisheries Commission"
    assert matches(read(f"{question} zq{number}xw?"), INDEX) == []


@given(st.sampled_from("bankruptcy elephant goalkeeper honeymoon lottery orchestra piano volcano".split()))
def test_a_word_that_is_not_on_record_lowers_the_confidence(word: str) -> None:
    question = "Who chaired the thirteenth meeting of the Lake Varda Fisheries Commission"
    sure = matches(read(f"{question}?"), INDEX)[0].confidence
    less = matches(read(f"{question} {word}?"), INDEX)[0].confidence
    assert less < sure - 0.1


def test_rare_words_weigh_more_than_common_ones() -> None:
    vocabulary = INDEX.vocabulary
    assert vocabulary.rarity("osmark") > vocabulary.rarity("commiss")


def test_a_misspelt_name_means_the_nearest_word_and_an_english_word_is_no_misspelling() -> None:
    vocabulary = INDEX.vocabulary
    assert vocabulary.meanings("brnadt", "brnadt").keys() == {"brandt"}
    assert "sand" in vocabulary
    assert "sand" not in vocabulary.meanings("hand", "hand")


def test_the_less_of_a_question_a_fact_accounts_for_the_less_sure_it_is_and_the_less_is_said() -> None:
    said = {
        "Who chaired the thirteenth meeting of the Lake Varda Fisheries Commission?": "answer",
        "Who chaired the thirteenth meeting?": "answer",
        "Who chaired the thirteenth meeting about herring?": "answer",
        "Who chaired the thirteenth meeting about herring in spring?": "suggest",
        "Who chaired the thirteenth orchestra meeting about herring in spring?": "suggest",
    }
    best = [matches(read(question), INDEX)[0] for question in said]
    assert {match.answer for match in best} == {"Ilse Brandt"}
    assert all(sure.confidence > less.confidence for sure, less in itertools.pairwise(best))
    assert [reply(question, INDEX)[0].status for question in said] == list(said.values())


def test_what_somebody_was_to_do_gives_no_yes() -> None:
    article = Article("a", datetime.date(2024, 5, 2), None, None, None, "a.txt", "0" * 64)
    said = "Norland voted against a proposal to raise the membership fee."
    fact = Fact("f", "what", "What was a proposal to raise?", "the membership fee", said, (0, len(said)))
    for question in ("Was the membership fee raised?", "Was the proposal to raise the membership fee adopted?"):
        found, _ = reply(question, Index([Record(article, None, (fact,))]))
        assert found.status != "answer", question


AGREED = "The Round Table on Night Ferries agreed on three steps in May 2024, according to its chair."
RULED = "The Pilots' Board ruled on the appeal of Olm that it came too late."


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("How many steps did the Round Table on Night Ferries agree on?", True),
        ("how many steps did the round table on night ferries agree upon", True),
        ("how many steps did the round table agree on in May 2024", True),
        ("how many steps did the round table on night ferries agree to?", True),
        ("how many steps did the round table on night ferries agree on fares?", False),
        ("What did the Pilots' Board rule on the appeal?", True),
        ("What did the Pilots' Board rule on?", False),
        ("What did the Pilots' Board rule on in May 2024?", False),
    ],
)
def test_what_is_asked_for_behind_a_preposition_is_so_also_before_when_or_by_whom_it_is_told(
    question: str, fits: bool
) -> None:
    counted = "How many steps did the Round Table on Night Ferries agree on, according to the report on its talks?"
    ruling = "What did the Pilots' Board rule on the appeal of Olm?"
    told = record(
        "2024-05-10-ferries",
        datetime.date(2024, 5, 10),
        None,
        [AGREED, RULED],
        [(AGREED, "how_many", counted, "three steps"), (RULED, "what", ruling, "it came too late")],
    )
    found = matches(read(question), Index([told]))
    assert bool([match for match in found if match.confidence >= 0.5]) is fits
