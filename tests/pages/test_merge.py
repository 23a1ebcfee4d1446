"""A new compile and what people changed in a page: every edit stays, and nothing else does."""

from __future__ import annotations

import dataclasses

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from ostford_board import (
    ARTICLE,
    CHAIR,
    MEETING,
    MET,
    SENTENCES,
    TEXT,
    compiles,
    edits,
    may_say_again,
    not_asked_by,
    reread,
    said,
    texts_with_sentences,
    without,
)

from facts.model import Fact, Sentence
from facts.pages import merge
from facts.pages.ledger import Ledger
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page


@settings(deadline=None, max_examples=50)
@given(compiles())
def test_a_page_with_its_ledger_is_read_back_the_same(page: Page) -> None:
    assert reread(page) == page


@settings(deadline=None, max_examples=50)
@given(compiles(), compiles())
def test_without_edits_the_new_compile_stands(old: Page, new: Page) -> None:
    assert merge.merge(None, new) == new
    assert merge.merge(reread(old), new) == new


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), st.lists(compiles(), min_size=1, max_size=3))
def test_every_edit_survives_every_later_compile(data: st.DataObject, first: Page, later: list[Page]) -> None:
    page = data.draw(edits(first))
    written = {fact.id: said(fact) for fact in page.facts if fact.id in page.edited()}
    removed = set(first.compiled.facts) - {fact.id for fact in page.facts}
    hidden = {fact_id for fact_id in page.hidden if fact_id in written}
    for new in later:
        page = reread(merge.merge(page, new))
        facts = {fact.id: fact for fact in page.facts}
        assert {fact_id: said(facts[fact_id]) for fact_id in written if fact_id in facts} == written
        assert not removed & set(facts)
        assert hidden == page.hidden
        own = {fact_id: facts[fact_id] for fact_id in written if fact_id in facts}
        untouched = {fact.id: fact for fact in not_asked_by(own, hidden, new) if fact.id not in removed}
        again = may_say_again(own, hidden, new)
        assert without(facts, {*written, *again}) == without(untouched, again)
        assert facts.keys() - written.keys() <= untouched.keys()


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), compiles())
def test_corrected_fields_survive_and_the_others_follow(data: st.DataObject, first: Page, new: Page) -> None:
    page = data.draw(edits(first))
    merged = merge.merge(reread(page), new)
    title = page.article.title if page.article.title != first.article.title else new.article.title
    assert merged.article == msgspec.structs.replace(new.article, title=title)
    if page.meeting == first.meeting:
        assert merged.meeting == new.meeting
    elif page.meeting is None or first.meeting is None or new.meeting is None:
        assert merged.meeting == page.meeting
    else:
        assert merged.meeting == msgspec.structs.replace(new.meeting, place=page.meeting.place)


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles(), compiles())
def test_merging_again_changes_nothing(data: st.DataObject, first: Page, new: Page) -> None:
    once = merge.merge(data.draw(edits(first)), new)
    assert merge.merge(once, new) == once


@settings(deadline=None, max_examples=50)
@given(st.data(), texts_with_sentences, texts_with_sentences)
def test_compiling_a_changed_article_again_changes_nothing(
    data: st.DataObject, before: tuple[str, tuple[Sentence, ...]], after: tuple[str, tuple[Sentence, ...]]
) -> None:
    page, new = data.draw(edits(data.draw(compiles(*before)), before[0])), data.draw(compiles(*after))
    text, _ = after
    once, _ = compiled(page, new, text)
    assert compiled(once, new, text) == (once, ())
    again, warnings = compiled(reread(once, text), new, text)
    assert (dump_page(again), warnings) == (dump_page(once), ())


def compiled(page: Page, new: Page, text: str) -> tuple[Page, tuple[str, ...]]:
    anchored, warnings = merge.anchor(page, text, new.sentences)
    return merge.merge(anchored, new), warnings


def test_a_fact_that_is_hidden_as_its_evidence_is_gone_overrules_none_of_the_compilers() -> None:
    text = "The board met. The chair was C. Cole."
    now = (SENTENCES[0], Sentence(text[15:], (15, len(text))))
    found = msgspec.structs.replace(CHAIR, answer="C. Cole", evidence=now[1].text, span=now[1].span)
    own = msgspec.structs.replace(CHAIR, id="own", answer="A. Ark, of course")
    old = merge.compiled_page(ARTICLE, None, (MET,), "by", "read", SENTENCES)
    new = merge.compiled_page(ARTICLE, None, (MET, found), "by", "read", now)
    page, _ = compiled(dataclasses.replace(old, facts=(MET, own)), new, text)
    assert [fact.answer for fact in page.shown()] == ["Yes", "C. Cole"]
    page, _ = compiled(dataclasses.replace(old, facts=(MET, own)), new, TEXT)
    assert [fact.answer for fact in page.shown()] == ["Yes", "A. Ark, of course"]


def test_a_page_that_a_person_wrote_alone_is_all_theirs() -> None:
    person = Page(ARTICLE, MEETING, (msgspec.structs.replace(CHAIR, answer="B. Birch"),))
    new = merge.compiled_page(ARTICLE, msgspec.structs.replace(MEETING, place="Elsewhere"), (MET, CHAIR), "by", "read")
    merged = merge.merge(person, new)
    assert merged.meeting == MEETING
    assert [fact.answer for fact in merged.facts] == ["Yes", "B. Birch"]


def test_an_added_fact_stays_behind_the_one_that_it_was_put_behind() -> None:
    chair = msgspec.structs.replace(CHAIR, evidence=MET.evidence, span=MET.span)
    old = merge.compiled_page(ARTICLE, None, (chair, MET), "by", "read")
    own = msgspec.structs.replace(MET, id="own", question="Was there a meeting?")
    edited = dataclasses.replace(old, facts=(chair, own, MET))
    new = merge.compiled_page(ARTICLE, None, (MET, chair), "by", "read")
    assert [fact.id for fact in merge.merge(edited, new).facts] == ["board-meet", "chair", "own"]


def test_a_question_that_a_person_worded_otherwise_stays_and_the_compilers_does_not_come_back() -> None:
    old = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES)
    page, found = read_page(
        dump_page(old).replace("Did the board meet?", "Has there been a meeting?"), known=old.compiled
    )
    assert found == []
    assert page is not None
    new = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by 2", "read 2", SENTENCES)
    for _ in range(2):
        page = reread(merge.merge(page, new))
        assert [fact.question for fact in page.facts] == ["Has there been a meeting?", CHAIR.question]
        assert page.edited() == {"has-there-been-meeting"}


def test_a_fact_that_was_moved_below_another_sentence_stays_there() -> None:
    old = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES)
    moved = msgspec.structs.replace(MET, evidence=CHAIR.evidence, span=CHAIR.span)
    page = reread(dataclasses.replace(old, facts=(CHAIR, moved)))
    assert reread(merge.merge(page, old)).facts == (moved, CHAIR)


def test_every_sentence_of_the_new_compile_is_there_and_none_of_the_old() -> None:
    more = (Sentence("Ostford, Monday", (0, 15)), *(msgspec.structs.replace(each, span=(0, 0)) for each in SENTENCES))
    old = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", (SENTENCES[0], SENTENCES[1]))
    new = merge.compiled_page(ARTICLE, None, (), "by", "read", more)
    own = dataclasses.replace(old, facts=(MET, msgspec.structs.replace(CHAIR, answer="B. Birch")))
    assert merge.merge(own, new).sentences == more


def test_a_fact_of_a_person_follows_its_evidence_in_a_changed_article() -> None:
    own = msgspec.structs.replace(MET, id="own")
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read"), facts=(own,))
    moved, warnings = merge.anchor(page, f"New start. {TEXT}")
    assert (moved.facts[0].span, moved.hidden, warnings) == ((11, 25), frozenset(), ())
    gone, warnings = merge.anchor(page, "Something else.")
    assert (gone.facts, gone.hidden) == ((own,), frozenset({"own"}))
    assert "Did the board meet?" in warnings[0]


def test_a_fact_stays_on_record_where_only_the_signs_of_its_evidence_changed() -> None:
    text = "The chair, A. Ark, said: “We met – at last.” Nobody objected."
    quote = '"We met - at last."'
    own = msgspec.structs.replace(MET, id="own", evidence=quote, span=(20, 20 + len(quote)))
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read"), facts=(own,))
    moved, warnings = merge.anchor(page, text)
    assert (moved.facts[0].evidence, moved.hidden, warnings) == ("“We met – at last.”", frozenset(), ())
    gone, _ = merge.anchor(page, text.replace("at last", "at least"))
    assert gone.hidden == {"own"}


def test_a_fact_whose_evidence_is_gone_is_hidden_below_the_sentence_that_is_most_like_it() -> None:
    text = "It was a warm day. The board met twice. It was chaired by B. Birch."
    spans = ((0, 18), (19, 39), (40, 67))
    sentences = tuple(Sentence(text[slice(*span)], span) for span in spans)
    facts = (msgspec.structs.replace(MET, id="own"), msgspec.structs.replace(CHAIR, answer="A. Ark, of course"))
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read"), facts=facts)
    moved, warnings = merge.anchor(merge.merge(page, merge.compiled_page(ARTICLE, None, (), "", "", sentences)), text)
    assert moved.hidden == {"own", "chair"}
    assert [fact.span[0] for fact in moved.facts] == [19, 40]
    assert len(warnings) == 2
    assert reread(moved, text) == moved
    assert list(map(said, moved.facts)) == list(map(said, facts))


def test_of_a_fact_that_a_sentence_may_deny_now_that_sentence_is_named() -> None:
    own = msgspec.structs.replace(CHAIR, id="own", answer="Ark")
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read", SENTENCES), facts=(own,))
    denied = f"He denied that {CHAIR.evidence[0].lower()}{CHAIR.evidence[1:]}"
    for now, reason in (
        (denied, f"its evidence stands in a sentence that may say otherwise, “{denied}”; take out “hidden: true” "),
        ("He sang.", "its evidence is no longer in the article"),
    ):
        new = merge.compiled_page(ARTICLE, None, (), "by", "new", (Sentence(now, (0, len(now))),))
        again, (warning,) = compiled(page, new, now)
        assert again.hidden == {"own"}
        assert warning.startswith(f"the fact “{CHAIR.question}” (Ark) is hidden: {reason}")
        assert "lint" in warning


def test_a_fact_is_used_again_once_its_evidence_is_back_but_not_one_that_a_person_hid() -> None:
    old = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES)
    own, hidden = (msgspec.structs.replace(CHAIR, id=name, answer=name) for name in ("own", "mine"))
    page = dataclasses.replace(old, facts=(MET, own, hidden), hidden=frozenset({"mine"}))
    short = merge.compiled_page(ARTICLE, None, (MET,), "by", "short", SENTENCES[:1])
    page, _ = compiled(page, short, MET.evidence)
    assert page.hidden == {"own", "mine"}
    page, _ = compiled(page, short, MET.evidence)
    page, warnings = compiled(page, old, TEXT)
    assert page.hidden == {"mine"}
    assert warnings == (f"the fact “{CHAIR.question}” (own) is used again: its evidence stands in the article again",)
    assert compiled(page, old, TEXT) == (page, ())


def test_facts_below_a_sentence_whose_text_was_changed_by_hand_are_not_lost() -> None:
    old = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES)
    page, found = read_page(
        dump_page(old).replace("text: The board met.", "text: The board met at noon."), known=old.compiled
    )
    assert found == []
    assert page is not None
    new = merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by 2", "read 2", SENTENCES)
    merged, warnings = merge.anchor(merge.merge(page, new), TEXT)
    assert [fact.question for fact in merged.facts] == [MET.question, CHAIR.question]
    assert merged.facts[0].span[0] == 0
    assert merged.sentences == SENTENCES
    assert merged.hidden == {MET.id}
    assert len(warnings) == 1


def test_a_ledger_is_left_out_where_there_is_none() -> None:
    assert "compiled" not in dump_page(Page(ARTICLE, None, (), frozenset(), Ledger()))


def test_what_was_hidden_is_not_said_again_by_another_question_when_its_sentence_comes_back() -> None:
    hidden = Fact("d", "who", "Who chaired it?", "Ada Wren", "Ada Wren chaired it.", (0, 20))
    asked_otherwise = msgspec.structs.replace(hidden, id="a", question="Who led the talks?")
    first = dataclasses.replace(_compiled(hidden), hidden=frozenset({"d"}))
    without = merge.merge(reread(first), _compiled(text="The talks are over."))
    again = merge.merge(reread(without), _compiled(asked_otherwise))
    assert [fact.id for fact in again.facts] == ["d"]
    assert again.hidden == {"d"}


def _compiled(*facts: Fact, text: str = "Ada Wren chaired it.") -> Page:
    sentences = (Sentence(text, (0, len(text))),)
    return merge.compiled_page(ARTICLE, None, facts, "by", "read", sentences)
