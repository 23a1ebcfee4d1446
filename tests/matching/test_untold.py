"""No yes rests on a sentence without the names that are asked about or of another deed; no no on one that says it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from one_sentence import answer as answer_of_one
from quay_works import Line
from stub_reader import StubReader, marks
from two_reports import Told, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.evidence import sentence_of
from bot.matching.query_terms import query_terms
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.untold import leaves_out
from bot.question import read
from bot.replies import Context


def answer(question: str, sentence: str, **verdict: float) -> str | None:
    """What is answered where the only sentence of a report is read as a yes, or a no, as far as that."""
    index = Index([record("post", "2024-05-03", [], None, [sentence])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: sentence.split()[0]}, **verdict)))
    given = reply(question, index, Context(), reader)[0].answer
    return given.answer if given else None


HOSTED = "The conference was hosted by the Lowland Council."
MOVED = "The motion was proposed by Cllr Vale and seconded by Cllr Oller."
PAID = "The link will cost 64 million crowns, of which Hask pays 20 million crowns."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the conference hosted by the Lowland Council?", HOSTED),
        ("was the motion proposed by cllr vale?", MOVED),
        ("did Ada Moss open the forum?", "She opened the forum at noon."),
        ("did Hask pay 20 million crowns?", PAID),
    ],
)
def test_a_yes_rests_on_a_sentence_with_the_name_and_the_deed(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the conference hosted by Ada Moss?", HOSTED),
        ("was the conference opened by the Lowland Council?", HOSTED),
        ("was the motion proposed by cllr oller?", MOVED),
        ("was the motion seconded by cllr vale?", MOVED),
    ],
)
def test_and_not_on_one_without_the_name_or_of_another_deed(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) is None


@pytest.mark.parametrize(("yes", "no"), [(0.98, 0.01), (0.01, 0.98)])
def test_whatever_is_read_words_that_say_so_decide(yes: float, no: float) -> None:
    assert answer("did Hask pay 20 million crowns?", PAID.replace("pays", "paid"), yes=yes, no=no) == "Yes"
    assert answer("did Hask pay 30 million crowns?", PAID.replace("pays", "paid"), yes=yes, no=no) == "No"


@pytest.mark.parametrize("deed", ["did %s take part?", "was %s present at the fair?", "did %s participate?"])
def test_whoever_is_listed_took_part(deed: str) -> None:
    assert answer(deed % "anyone from the tide board", "Ada Moss, Clerk, Tide Board", yes=0.98) == "Yes"


def test_whoever_was_there_was_represented() -> None:
    there = "The Lowland Council was among those present at the conference."
    assert answer("was the Lowland Council represented at the conference?", there, yes=0.98) == "Yes"
    assert answer("was the conference opened by the Lowland Council?", there, yes=0.98) is None


def leaves_it_out(question: str, sentences: list[str], title: str = "", others: Sequence[Told] = ()) -> bool:
    """Whether the first of some sentences of a report leaves out what is asked about."""
    made = record("post", "2024-05-03", others, None, sentences)
    article = msgspec.structs.replace(made.article, title=title)
    index, asked = Index([msgspec.structs.replace(made, article=article)]), read(question)
    return leaves_out(asked, query_terms(asked.analysis, index.vocabulary), sentence_of(index, 0, len(others)), index)


@pytest.mark.parametrize(("name", "left_out"), [("TSFC", False), ("TFC", True)])
def test_the_first_letters_of_a_body_in_the_heading_name_it(name: str, *, left_out: bool) -> None:
    title = "Minutes of the Tern Sound Fisheries Council"
    assert leaves_it_out(f"Did the {name} welcome the nets?", ["Nets were welcomed"], title) is left_out


def test_what_stands_for_a_member_is_no_name() -> None:
    others = ("Who came, too?", "Bo Lusk", "At the end Bo Lusk, Board Member, came.")
    told = ["Ada Moss came to the inquiry."]
    assert not leaves_it_out("was ada moss part of the inquiry?", told, others=[others])
    assert leaves_it_out("was bo lusk part of the inquiry?", told, others=[others])


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was it Bo Lusk who built the lock?", "Ada Moss's firm built the lock at Hask."),
        ("is it the pilots who plan to open the lock?", "The council's plan is to open the lock in Hask."),
        (
            "was Bo Lusk at the forum as head of Hask Pilots?",
            "At the forum were Hask Pilots head Ada Moss, Dr Bo Lusk.",
        ),
    ],
)
def test_a_yes_rests_on_nothing_that_another_did_or_was(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was it Ada Moss who built the lock?", "Ada Moss's firm built the lock at Hask."),
        ("was Bo Lusk at the forum as head of Hask Pilots?", "At the forum were Ada Moss, Hask Pilots head Bo Lusk."),
    ],
)
def test_but_on_what_the_one_that_is_asked_about_did_or_was(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the toll adopted at the forum?", "The forum adopted by consensus a plan to end marsh fever."),
        ("is Bo Lusk an ally of the pilots?", "Bo Lusk, who fights the pilots of Hask, is an ally of the exiled king."),
        ("will the forum be held in Hask?", "The forum will be held in Tarn, in place of Hask."),
        ("was Ada Moss in Hask for her talk with the mayor?", "Ada Moss met the mayor of Hask for a talk in Tarn."),
    ],
)
def test_a_yes_rests_on_nothing_that_is_told_of_another_thing(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the plan adopted at the forum?", "The forum adopted by consensus a plan to end marsh fever."),
        ("is Bo Lusk an ally of the king?", "Bo Lusk, who fights the pilots of Hask, is an ally of the exiled king."),
        ("will the forum be held in Tarn?", "The forum will be held in Tarn, in place of Hask."),
        ("was Ada Moss in Tarn for her talk with the mayor?", "Ada Moss met the mayor of Hask for a talk in Tarn."),
    ],
)
def test_but_on_what_is_told_of_the_same(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) == "Yes"


def test_who_had_an_office_and_came_is_not_said_to_have_it_still() -> None:
    told = "Former mayor Bo Lusk"
    fact: Line = (told, "who", "Who attended the tide meeting?", told)
    assert answer_of_one("Did the former mayor Bo Lusk attend the tide meeting?", told, told, fact) == f"Yes, {told}"
    assert answer_of_one("Did the mayor Bo Lusk attend the tide meeting?", told, told, fact) is None


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did Osk Boats go bust?", "A new firm, Osk Boats, took over in May.", None),
        ("has Osk Boats moved its yard?", "A new firm, Osk Boats, took over in May.", None),
        ("did Osk Boats take over?", "A new firm, Osk Boats, took over in May.", "Yes"),
    ],
)
def test_no_yes_rests_on_a_sentence_that_only_names_who_is_asked_about(
    question: str, sentence: str, said: str | None
) -> None:
    assert answer(question, sentence, yes=0.98) == said
