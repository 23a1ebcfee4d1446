"""Who moved a motion did not vote against it, and who seconded one says nothing of another in the same minutes."""

from __future__ import annotations

import pytest
from one_sentence import answer
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.motions_put import put_before
from bot.matching.otherwise.motions import is_by_vote_or_motion, tells_no_vote
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.denials import denies_verb
from bot.question import read
from bot.replies import Context

MINUTES = [
    "Ada Wren proposed that the footbridge be closed.",
    "Bo Lusk seconded the motion.",
    "The motion was carried.",
    "Dag Moe proposed that the library hours be cut.",
    "The proposal lapsed.",
]
BRIDGE, HOURS = ("Who proposed that the footbridge be closed?", "Who proposed that the library hours be cut?")


def told(question: str, words: dict[str, str], before: str | None = None, minutes: list[str] = MINUTES) -> str | None:
    """The answer to a question from the minutes, where the reader marks some words of a sentence."""
    index = Index([record(THIRD, None, None, minutes, [])])
    stub = StubReader(marks(words))
    given = reply(question, index, Context(before), SentenceReader(lambda: stub))[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Who voted against the wall?", "Bo Lusk seconded the motion.", True),
        ("Who opposed the wall?", "Bo Lusk moved that the wall be built.", True),
        ("Who supported the wall?", "Bo Lusk has proposed the wall.", True),
        ("Who was against the wall?", "Bo Lusk seconded the motion.", True),
        ("Who abstained?", "Bo Lusk seconded the motion.", True),
        ("Who seconded the wall?", "Bo Lusk opposed the wall.", True),
        ("Who moved the wall?", "Bo Lusk voted against the wall.", True),
        ("Who seconded the wall?", "Bo Lusk seconded the motion.", False),
        ("Who opposed the wall?", "Bo Lusk voted against the wall.", False),
        ("Who opposed the wall?", "Bo Lusk, who opposed the motion, left.", False),
        ("Who seconded the wall?", "Bo Lusk supported the wall that Ada Wren moved.", False),
        ("What did Bo Lusk oppose?", "Bo Lusk moved the levy.", False),
    ],
)
def test_who_moved_is_told_from_who_voted(question: str, sentence: str, is_other: bool) -> None:
    assert is_by_vote_or_motion(read(question), sentence, (0, 7)) is is_other


def test_the_seconder_is_not_given_as_who_voted_against() -> None:
    sentence = "Bo Lusk seconded the motion on the wall of the Tide Board."
    assert answer("who voted against the wall of the Tide Board?", sentence, "Bo Lusk") is None
    assert answer("who seconded the motion on the wall of the Tide Board?", sentence, "Bo Lusk") == "Bo Lusk"


@pytest.mark.parametrize(
    ("question", "before", "given"),
    [
        ("who seconded the motion on the library hours?", None, None),
        ("who seconded it?", HOURS, None),
        ("who seconded the motion?", HOURS, None),
        ("who seconded the motion?", None, "Bo Lusk"),
        ("who seconded it?", BRIDGE, "Bo Lusk"),
        ("who seconded the motion on the footbridge?", None, "Bo Lusk"),
    ],
)
def test_the_seconder_of_another_motion_is_offered_at_most(
    question: str, before: str | None, given: str | None
) -> None:
    assert told(question, {MINUTES[1]: "Bo Lusk"}, before) == given


@pytest.mark.parametrize(("before", "given"), [(HOURS, None), (BRIDGE, "Yes")])
def test_that_another_motion_was_carried_says_nothing_of_this_one(before: str, given: str | None) -> None:
    assert told("was it carried?", {MINUTES[2]: "carried"}, before) == given


@pytest.mark.parametrize(("before", "given"), [(HOURS, None), (BRIDGE, "five votes")])
def test_nor_by_how_many_votes(before: str, given: str | None) -> None:
    counted = "The motion was carried by five votes to two."
    minutes = [*MINUTES[:2], counted, *MINUTES[3:]]
    assert told("by how many votes was it carried?", {counted: "five votes"}, before, minutes) == given


@pytest.mark.parametrize(
    ("sentence", "is_denied"),
    [
        ("A plan was discussed but not adopted.", True),
        ("The plan wasn't adopted.", True),
        ("The plan has not yet been adopted.", True),
        ("The plan was not only adopted but praised.", False),
        ("The fee was not adopted, but the levy was adopted.", False),
        ("The plan was adopted.", False),
    ],
)
def test_a_verb_is_denied_where_it_is_told_only_so(sentence: str, is_denied: bool) -> None:
    assert denies_verb("adopt", sentence) is is_denied


def test_no_yes_rests_on_a_sentence_that_denies_the_verb() -> None:
    sentence = "A plan of the Tide Board was discussed but not adopted."
    given = answer("Was the plan of the Tide Board adopted?", sentence, "adopted")
    assert given is None or given.startswith("No")


def test_who_seconded_did_not_by_that_vote_either_way() -> None:
    assert tells_no_vote(read("Did Bo Lusk vote against the wall?"), "Bo Lusk seconded the motion.")
    assert not tells_no_vote(read("Did Bo Lusk vote against the wall?"), "Bo Lusk, who moved it, voted against it.")
    assert not tells_no_vote(read("Did Bo Lusk second the motion?"), "Bo Lusk seconded the motion.")


ONE_MINUTE = [
    "Ada Wren moved that the north pier close in May.",
    "Bo Lusk seconded.",
    "The motion fell by six votes to seven.",
    "Dag Moe then moved, seconded by Ines Ott, that the north pier be mended.",
    "That motion was carried by nine votes to four.",
]
CLOSED, MENDED = "Who moved that the north pier close in May?", "Who moved that the north pier be mended?"


def followed(question: str, before: str, marked: dict[str, str]) -> str | None:
    """The answer to a question behind another, which the minutes of two motions on one pier answer, too."""
    index = Index([record(THIRD, None, None, ONE_MINUTE, [])])
    reader = SentenceReader(lambda: StubReader(marks({ONE_MINUTE[0]: "Ada Wren", ONE_MINUTE[3]: "Dag Moe"})))
    context = reply(before, index, Context(), reader)[1]
    given = reply(question, index, context, SentenceReader(lambda: StubReader(marks(marked))))[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize(
    ("question", "before", "marked", "given"),
    [
        ("who seconded?", CLOSED, {ONE_MINUTE[1]: "Bo Lusk", ONE_MINUTE[3]: "Ines Ott"}, "Bo Lusk"),
        ("who seconded?", MENDED, {ONE_MINUTE[1]: "Bo Lusk", ONE_MINUTE[3]: "Ines Ott"}, "Ines Ott"),
        ("who seconded?", MENDED, {ONE_MINUTE[1]: "Bo Lusk"}, None),
        ("what was the vote?", CLOSED, {ONE_MINUTE[4]: "nine votes to four"}, None),
        ("what was the vote?", MENDED, {ONE_MINUTE[4]: "four"}, "nine votes to four"),
        ("was it carried?", CLOSED, {ONE_MINUTE[4]: "carried"}, "No"),
        ("was it carried?", MENDED, {ONE_MINUTE[4]: "carried"}, "Yes"),
        ("did it pass?", CLOSED, {}, "No"),
        ("who seconded?", "Who came?", {ONE_MINUTE[1]: "Bo Lusk"}, None),
    ],
)
def test_of_two_motions_on_one_thing_the_one_talked_about_is_told(
    question: str, before: str, marked: dict[str, str], given: str | None
) -> None:
    assert followed(question, before, marked) == given


def test_the_motion_that_is_named_is_told_from_another_on_the_same_thing() -> None:
    both = {ONE_MINUTE[1]: "Bo Lusk", ONE_MINUTE[3]: "Ines Ott"}
    assert told("Who seconded the mending of the north pier?", both, None, ONE_MINUTE) == "Ines Ott"
    assert told("Who seconded the closing of the north pier?", both, None, ONE_MINUTE) == "Bo Lusk"


@pytest.mark.parametrize(
    ("sentences", "place", "put"),
    [
        (["Ada Wren moved that the fee rise.", "Bo Lusk doubted it.", "It was lost."], 2, 0),
        (["Ada Wren moved that the fee rise.", "Bo Lusk moved an amendment.", "The motion was carried."], 2, 0),
        (["Ada Wren moved an amendment.", "The amendment was lost."], 1, 0),
        (["The board met.", "It was lost."], 1, None),
        (["A motion to sell the hut, moved by Ada Wren, was lost."], 0, 0),
        (["Ada Wren moved that the fee rise.", "Tea was served."], 1, None),
        (["Motion: That the fee rise.", "Moved by Ada Wren, seconded by Bo Lusk.", "Lost, 4-6."], 2, 0),
        (["Ada Wren moved that the fee rise.", "Seconded by Bo Lusk.", "The board moved on.", "It was carried."], 3, 0),
    ],
)
def test_what_was_put_last_is_what_is_told_of(sentences: list[str], place: int, put: int | None) -> None:
    assert put_before(sentences, place) == put
