"""What a person took back of a sentence, and the sentences that a person hid: neither comes back by any compile."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from ostford_board import ARTICLE, CHAIR, MET, SENTENCES, reread

from facts.model import Fact, FormerFact, Sentence, WithdrawnAnswer
from facts.pages import former, merge
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page
from facts.pages.withdrawn import gives, wrong_words

COMPILED = former.remembering(merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES), None)
NOT_ARK = (WithdrawnAnswer(1, "A. Ark"),)


def edited(old: str, new: str, page: Page = COMPILED) -> Page:
    """A page after somebody wrote `new` for `old` in it."""
    text = dump_page(page)
    assert old in text
    found, problems = read_page(text.replace(old, new), known=page.compiled)
    assert problems == []
    assert found is not None
    return found


def compiled_again(page: Page, *facts: Fact, sentences: tuple[Sentence, ...] = SENTENCES) -> Page:
    new = merge.compiled_page(ARTICLE, None, facts or (MET, CHAIR), "by 2", "read 2", sentences)
    return reread(former.remembering(merge.merge(page, new), page))


CHAIRED = dump_page(COMPILED)[dump_page(COMPILED).index("  facts:\n  - question: Who chaired") :]


class TestAnswers:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("    id: chair\n", "    id: chair\n    hidden: true\n"),
            (CHAIRED, ""),
            ("answer: A. Ark", "answer: B. Birch"),
        ],
        ids=["hidden", "deleted", "written over"],
    )
    def test_what_a_person_takes_back_is_withdrawn_at_once_and_in_every_later_compile(self, old: str, new: str) -> None:
        page = edited(old, new)
        for _ in range(3):
            assert [(each.sentence, each.answer) for each in page.record().withdrawn] == [(1, "A. Ark")]
            page = compiled_again(page)

    def test_what_the_compiler_itself_no_longer_finds_is_not_withdrawn(self) -> None:
        assert compiled_again(COMPILED, MET).record().withdrawn == ()

    def test_an_answer_that_is_worded_otherwise_is_not_withdrawn(self) -> None:
        assert edited("answer: A. Ark", "answer: A. Ark of Ostford").record().withdrawn == ()

    def test_what_a_person_says_below_the_sentence_themselves_is_not_withdrawn(self) -> None:
        asked_otherwise = "  facts:\n  - question: Who was at the head of the board?\n    answer: A. Ark\n"
        page = edited(CHAIRED, asked_otherwise)
        assert page.record().withdrawn == compiled_again(page).record().withdrawn == ()

    def test_an_answer_whose_evidence_the_article_no_longer_has_is_not_withdrawn_from_what_stands_there_now(
        self,
    ) -> None:
        text = "The board met. It was chaired by A. Ark of Ostford."
        now = (SENTENCES[0], Sentence(text[15:], (15, len(text))))
        checked = dataclasses.replace(COMPILED, checked=frozenset({"chair"}))
        new = merge.compiled_page(ARTICLE, None, (MET,), "by 2", "read 2", now)
        page, warnings = merge.anchor(merge.merge(checked, new), text)
        assert (page.hidden, len(warnings)) == (frozenset({"chair"}), 1)
        assert reread(page, text).record().withdrawn == reread(page).record().withdrawn == ()

    @pytest.mark.parametrize(
        ("old", "new"),
        [(CHAIRED, ""), ("    id: chair\n", "    id: chair\n    hidden: true\n")],
        ids=["deleted", "hidden"],
    )
    def test_what_was_taken_back_is_no_fact_of_the_next_form_of_its_sentence_however_that_is_asked(
        self, old: str, new: str
    ) -> None:
        page, text = edited(old, new), "The board met. It was ably chaired by A. Ark."
        now = (SENTENCES[0], Sentence(text[15:], (15, len(text))))
        placed = msgspec.structs.replace(CHAIR, evidence=now[1].text, span=now[1].span, variants=())
        again = msgspec.structs.replace(placed, id="ably", question="Who ably chaired the board?")
        other = msgspec.structs.replace(
            placed, id="how", kind="how", question="How did A. Ark chair it?", answer="ably"
        )
        made = merge.compiled_page(ARTICLE, None, (MET, again, other), "by 2", "read 2", now)
        for _ in range(3):
            page, _ = merge.anchor(page, text, now)
            page = reread(former.remembering(merge.merge(page, made), page), text)
            assert [fact.id for fact in page.record().facts] == [MET.id, "how"]
            assert [each.answer for each in page.record().withdrawn] == ["A. Ark"]

    def test_an_answer_over_two_sentences_is_withdrawn_from_the_first(self) -> None:
        both = msgspec.structs.replace(MET, answer="A. Ark", evidence=f"met. {CHAIR.evidence}", span=(10, 40))
        page = merge.compiled_page(ARTICLE, None, (both,), "by", "read", SENTENCES)
        page = dataclasses.replace(page, hidden=frozenset({MET.id}))
        assert page.record().withdrawn == (WithdrawnAnswer(0, "A. Ark"),)

    def test_what_another_fact_of_the_compiler_says_of_the_sentence_is_withdrawn_all_the_same(self) -> None:
        named = msgspec.structs.replace(CHAIR, id="named", question="Who is named?", variants=())
        page = former.remembering(
            merge.compiled_page(ARTICLE, None, (MET, CHAIR, named), "by", "read", SENTENCES), None
        )
        assert dataclasses.replace(page, hidden=frozenset({"chair"})).record().withdrawn == NOT_ARK

    def test_a_ledger_of_an_earlier_version_learns_the_answer_of_what_was_deleted(self) -> None:
        older = dataclasses.replace(COMPILED, compiled=msgspec.structs.replace(COMPILED.compiled, answers={}))
        page = edited(CHAIRED, "", older)
        assert page.record().withdrawn == ()
        assert compiled_again(page).record().withdrawn == NOT_ARK

    @pytest.mark.parametrize(
        ("written", "now", "words"),
        [
            ("A. Ark", "B. Birch", ""),
            ("build a shed in Ostford", "build a shed in Visby", "Ostford"),
            ("$4.5 million", "$5.4 million", "4.5"),
            ("a grant of $4.5 million to the school", "a grant of $4.5 billion to the school", "4.5 million"),
            ("30 June 2020", "30 July 2020", "30 June"),
            ("Ann Ark, Bo Birch and Cy Elm", "Ann Ark and Cy Elm", "Bo Birch"),
        ],
    )
    def test_of_an_answer_that_is_corrected_in_part_what_is_different_is_withdrawn(
        self, written: str, now: str, words: str
    ) -> None:
        chair = msgspec.structs.replace(CHAIR, kind="what", question="What was carried?", answer=written)
        page = merge.compiled_page(ARTICLE, None, (MET, chair), "by", "read", SENTENCES)
        corrected = dataclasses.replace(page, facts=(MET, msgspec.structs.replace(chair, answer=now)))
        assert corrected.record().withdrawn == (WithdrawnAnswer(1, written, words, "chair"),)

    @pytest.mark.parametrize(
        ("written", "now"), [("the A. Ark", "A. Ark"), ("1,200", "1200"), ("Mayor A. Ark of Ostford", "A. Ark")]
    )
    def test_of_an_answer_that_is_shortened_or_spelt_otherwise_nothing_is_withdrawn(
        self, written: str, now: str
    ) -> None:
        chair = msgspec.structs.replace(CHAIR, answer=written)
        page = merge.compiled_page(ARTICLE, None, (MET, chair), "by", "read", SENTENCES)
        corrected = dataclasses.replace(page, facts=(MET, msgspec.structs.replace(chair, answer=now)))
        assert corrected.record().withdrawn == ()

    @pytest.mark.parametrize(
        ("said", "answer", "words", "expected"),
        [
            ("by Ann Poole", "Ann Poole", "", True),
            ("Ann Poole", "the Ostford Harbour Master Ann Poole", "", True),
            ("the Harbour Master of Visby, Bo Lusk", "the Ostford Harbour Master Ann Poole", "", False),
            ("the Vietnamese Ministry", "Vietnamese Ministry of Defence", "", True),
            ("Visby", "to dredge the harbour of Visby next year", "", True),
            ("a mole", "a mole of stone at the mouth of the river", "", True),
            ("a mole", "a mole of stone at the mouth of the Visby", "Visby", False),
            ("the harbour", "to dredge the muddy old harbour of Visby next year", "", False),
            ("nine", "nine boats out of the whole fleet of the harbour", "", True),
            ("4.5 million", "5.4 million", "", False),
            ("a shed", "a shed in Visby", "Visby", False),
            ("a shed in Visby", "a shed in Visby", "Visby", True),
            ("the Finnish minister Ek", "the Swedish minister", "minister", False),
            ("Yes", "Yes", "", True),
            ("No", "Yes", "", False),
            ("30 June", "30 June 2020", "", True),
            ("им", "им", "", True),
            ("", "Ann", "", False),
        ],
    )
    def test_words_give_an_answer_if_they_have_all_half_or_a_name_or_number_of_it_and_hardly_else(
        self, said: str, answer: str, words: str, expected: bool
    ) -> None:
        assert gives(said, WithdrawnAnswer(1, answer, words)) == expected


class TestHiddenSentences:
    HIDDEN = edited("- text: It was chaired by A. Ark.\n", "- text: It was chaired by A. Ark.\n  hidden: true\n")

    def test_a_hidden_sentence_stands_in_the_page_and_not_in_the_record(self) -> None:
        assert [sentence.hidden for sentence in self.HIDDEN.sentences] == [False, True]
        assert reread(self.HIDDEN) == self.HIDDEN
        record = self.HIDDEN.record()
        assert (record.sentences, record.facts) == (SENTENCES[:1], (MET,))

    def test_links_to_what_stood_below_it_lead_nowhere(self) -> None:
        assert self.HIDDEN.record().former == ()

    def test_a_fact_that_quotes_a_hidden_sentence_among_others_is_not_used(self) -> None:
        evidence = f"{MET.evidence} {CHAIR.evidence}"
        both = msgspec.structs.replace(MET, evidence=evidence, span=(0, len(evidence)))
        assert dataclasses.replace(self.HIDDEN, facts=(both,)).record().facts == ()

    def test_places_in_a_record_are_those_of_its_own_sentences(self) -> None:
        page = edited("- text: The board met.\n", "- text: The board met.\n  hidden: true\n")
        page = dataclasses.replace(page, hidden=frozenset({"chair"}))
        assert page.record().withdrawn == (WithdrawnAnswer(0, "A. Ark"),)
        assert page.record().former == (FormerFact("chair", 0, None),)

    def test_it_is_hidden_again_when_it_comes_back_into_the_article_unless_it_was_shown_since(self) -> None:
        short = merge.compiled_page(ARTICLE, None, (MET,), "by 2", "short", SENTENCES[:1])
        whole = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by 2", "whole", SENTENCES)
        away = merge.merge(merge.merge(self.HIDDEN, short), short)
        page = merge.merge(away, whole)
        assert [sentence.hidden for sentence in page.sentences] == [False, True]
        page = dataclasses.replace(page, sentences=SENTENCES)
        for new in (whole, short, whole):
            page = merge.merge(page, new)
        assert page.sentences == SENTENCES

    def test_it_stays_hidden_in_every_later_compile(self) -> None:
        page = compiled_again(compiled_again(self.HIDDEN))
        assert [sentence.hidden for sentence in page.sentences] == [False, True]

    def test_of_two_that_say_the_same_the_one_that_was_hidden_stays_so(self) -> None:
        twice = (SENTENCES[0], Sentence(SENTENCES[0].text, (15, 29)))
        page = merge.compiled_page(ARTICLE, None, (), "by", "read", twice)
        hidden = dataclasses.replace(page, sentences=(twice[0], msgspec.structs.replace(twice[1], hidden=True)))
        assert [each.hidden for each in merge.merge(hidden, page).sentences] == [False, True]

    def test_a_sentence_that_was_corrected_in_the_article_stays_hidden_and_no_other_is(self) -> None:
        now = (*SENTENCES[:1], Sentence("It was chaired by B. Ark.", (15, 40)), Sentence("It was warm.", (41, 53)))
        page = compiled_again(self.HIDDEN, MET, sentences=now)
        assert [sentence.hidden for sentence in page.sentences] == [False, True, False]
        assert [each.hidden for each in compiled_again(self.HIDDEN, MET, sentences=SENTENCES[:1]).sentences] == [False]

    def test_a_mark_that_is_neither_true_nor_false_is_named(self) -> None:
        text = dump_page(COMPILED).replace("- text: The board met.\n", "- text: The board met.\n  hidden: maybe\n")
        page, problems = read_page(text)
        assert page is None
        assert problems == [(14, "“hidden” must be true or false; for example “hidden: true”")]


@pytest.mark.parametrize(
    ("written", "now", "wrong"),
    [
        ("Cllr Ann Poole", "Councillor Ann Poole", None),
        ("Mrs Ann Poole", "Ann Poole", None),
        ("Cllr Ann Poole", "Cllr Ann Reed", "Poole"),
        ("Mr Poole", "Ms Reed", ""),
        ("Councillors M. Poole", "Councillor Mary Poole", None),  # an initial that fits the name
        ("Mary Poole", "M. Poole", None),
        ("M. Poole", "Nora Poole", "M"),
        ("M. Poole", "Mary Reed", ""),
    ],
)
def test_how_somebody_is_addressed_is_no_name_that_was_wrong(written: str, now: str, wrong: str | None) -> None:
    assert wrong_words(written, now) == wrong
