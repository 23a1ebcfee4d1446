"""Reports that disagree about one meeting are found, and nothing else is taken for a disagreement."""

from __future__ import annotations

import datetime
import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_reports import CHAIRED, COUNTED, HELD, NEXT, POST, TERN, WIRE, Told, record

from facts.disagreement import Disagreement, disagreements, overruled, report_of
from facts.disagreement.written import numbers
from facts.model import Meeting, Record


def found(*records: Record) -> list[Disagreement]:
    return disagreements(filter(None, map(report_of, records)))


def said(*told: tuple[str, str, str], **given: object) -> Record:
    return record(str(given.pop("article", "gazette")), str(given.pop("published", "2024-05-05")), told, **given)  # type: ignore[arg-type]


def differ(one: Told, other: Told, meeting: Meeting = TERN) -> bool:
    """Whether two articles that tell this of one meeting disagree."""
    return bool(found(said(one, article="one", meeting=meeting), said(other, article="other", meeting=meeting)))


def test_number_and_date_are_found_the_newer_article_first() -> None:
    assert [
        (each.sort, each.newer.article.id, each.newer.fact.answer, each.older.article.id, each.older.fact.answer)
        for each in found(POST, WIRE)
    ] == [
        ("date", "wire", "19 November 2024", "post", "12 November 2024"),
        ("number", "wire", "11", "post", "nine"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "sentence", "other_answer", "other_sentence"),
    [
        (COUNTED, "41", "The meeting drew 41 countries.", "forty-five", "Forty-five countries attended."),
        (COUNTED, "about 40", "About 40 countries attended.", "57", "In all, 57 countries attended."),
        (COUNTED, "41", "The meeting drew 41 countries.", "Some 60", "Some 60 countries attended."),
        (
            f"By what vote did members close the Brae Bank at {HELD}?",
            "7 votes to 2",
            "They closed it by 7 votes to 2.",
            "6 votes to 3",
            "It was closed by 6 votes to 3.",
        ),
        (
            "How many tonnes is the herring quota?",
            "4.2 million tonnes",
            "The quota is 4.2 million tonnes.",
            "4.8 million tonnes",
            "Herring: 4.8 million tonnes is the quota.",
        ),
        (CHAIRED, "Ingrid Halvorsen", "Ingrid Halvorsen was chairing.", "Mr Tom Beck", "Mr Tom Beck had the chair."),
        (NEXT, "May 2025", "They meet in May 2025.", "June 2025", "The next is in June 2025."),
        (
            "Where will the next meeting of the council be held?",
            "Lerrick",
            "The next is in Lerrick.",
            "Oranto",
            "It goes to Oranto.",
        ),
        (
            "Was the Brae Bank closed?",
            "Yes, it was closed",
            "The bank was closed.",
            "No, it was not closed",
            "The bank was not closed.",
        ),
        (
            "Who was elected chair of the council?",
            "Susan Reed",
            "Susan Reed was elected chair.",
            "Dr Amir Khan",
            "Dr Amir Khan was elected chair.",
        ),
    ],
)
def test_what_cannot_be_true_beside_another_is_found(
    question: str, answer: str, sentence: str, other_answer: str, other_sentence: str
) -> None:
    assert differ((question, answer, sentence), (question, other_answer, other_sentence))


@pytest.mark.parametrize(
    "question",
    [
        "Who presided over the TSFC session?",
        "Who chaired the meeting of the Tern Sound Fisheries Council in Port Adair?",
        "Who chaired the annual conference of the Tern Sound Fisheries Council in May 2024?",
        "Who was the chair of the TSFC meeting?",
        "Who was in the chair at the TSFC meeting?",
        "By whom was the TSFC meeting chaired?",
        "Who was the meeting of the Tern Sound Fisheries Council chaired by?",
    ],
)
def test_the_same_may_be_asked_in_other_words(question: str) -> None:
    halvorsen, beck = "Ingrid Halvorsen was in the chair.", "Mr Tom Beck was in the chair."
    assert differ((CHAIRED, "Ingrid Halvorsen", halvorsen), (question, "Mr Tom Beck", beck))


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (COUNTED, "How many countries were at the TSFC meeting?"),
        (COUNTED, "How many nations were represented at the TSFC meeting?"),
        (COUNTED, "How many states joined the meeting of the Tern Sound Fisheries Council?"),
    ],
)
def test_counts_are_asked_for_in_other_words(question: str, other: str) -> None:
    assert differ((question, "nine", "Nine countries attended."), (other, "11 countries", "All 11 countries came."))


def test_a_vote_is_asked_for_in_other_words() -> None:
    vote, told = f"By what vote did members approve the seal ban at {HELD}?", "It was approved by 7 votes to 2."
    for other in ("By what vote was the seal ban approved?", "By what vote did the council adopt the seal ban?"):
        assert differ((vote, "7 votes to 2", told), (other, "6-3", "The vote was 6-3."))
        assert not differ((vote, "7 votes to 2", told), (other, "7-2", "The vote was 7-2."))
    assert not differ((vote, "7 votes to 2", told), ("By what vote was the seal ban rejected?", "6-3", "It was 6-3."))


def test_a_vote_is_the_same_in_the_words_of_minutes_and_of_a_paper() -> None:
    vote, told = f"By what vote did members approve the seal ban at {HELD}?", "They approved it by 7 votes to 2."
    report = f"By what vote was the seal ban approved, according to the report on the {HELD.removeprefix('the ')}?"
    noted = f"What was the result of the vote on the motion on the seal ban at {HELD}?"
    moved = "What was the result of the vote on the seal ban?"
    for question in (report, moved):
        for answer in ("6 votes to 3", "6 for, 3 against", "6 votes in favour and 3 against, with no abstentions"):
            assert differ((vote, "7 votes to 2", told), (question, answer, f"Carried: {answer}."))
    assert not differ(
        (vote, "7 votes to 2", told), (noted, "7 in favour, 2 against, 1 abstention", "7, 2 and 1 voted.")
    )
    lost = "What was the result of the vote on the seal ban?"
    assert not differ((vote, "7 votes to 2", told), (lost, "lost by 6 votes to 3", "Lost by 6 votes to 3."))


def test_of_a_vote_one_number_may_be_the_same() -> None:
    vote = f"By what vote was the seal ban approved at {HELD}?"
    told = (vote, "6 votes to 1", "The seal ban was approved by 6 votes to 1.")
    other = (vote, "5 votes to 1", "The seal ban was approved by 5 votes to 1.")
    assert differ(told, other)
    knowing = ("In all 6 members were for the seal ban once it was read again.",)
    assert not found(said(told), said(other, article="other", also=knowing))


@pytest.mark.parametrize(
    ("answer", "sentence", "apart"),
    [
        ("Some 120", "Some 120 countries came.", True),
        ("about 120 countries", "There were about 120 countries.", True),
        ("120", "Nearly 120 countries came.", True),
        ("Some 70", "Some 70 countries came.", False),
        ("more than 40", "More than 40 countries came.", False),
        ("at least 40", "At least 40 countries came.", False),
        ("more than some 40", "More than some 40 countries came.", False),
    ],
)
def test_a_number_that_is_told_roughly_cannot_be_one_far_from_it(answer: str, sentence: str, apart: bool) -> None:
    exact = (COUNTED, "71", "The meeting drew 71 countries.")
    assert differ(exact, (COUNTED, answer, sentence)) is apart
    assert differ((COUNTED, answer, sentence), exact) is apart


def test_when_and_where_are_asked_for_in_other_words() -> None:
    days = [msgspec.structs.replace(TERN, number=14, date=date, place=None) for date in ("2024-05-02", "2024-05-03")]
    asked = [("When did the TSFC meet?", "When was the 14th TSFC meeting held?")]
    for mine, its in asked:
        one = said((mine, "2 May 2024", "It met on 2 May 2024."), article="one", meeting=days[0])
        assert found(one, said((its, "3 May 2024", "It met on 3 May 2024."), article="other", meeting=days[1]))
    where, lerrick = "Where was the TSFC meeting held?", "It was held in Lerrick."
    for its in ("Where did the TSFC meet?", "In which city was the TSFC meeting held?"):
        assert differ((where, "Lerrick", lerrick), (its, "Oranto", "It was in Oranto."), days[0])


LEVY = "How much is the seal levy?"


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        ("$4 million", "5 million dollars"),
        ("4 million", "5 million crowns"),
        ("4.2 million", "4,800,000"),
        ("20 percent", "25%"),
        ("20 cm", "30 centimetres"),
        ("4,200 tonnes", "4,800"),
    ],
)
def test_numbers_are_compared_with_their_units_and_without(answer: str, other: str) -> None:
    assert differ((LEVY, answer, f"It is {answer}."), (LEVY, other, f"It is {other}."))


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        ("4.2 million", "4,200,000"),
        ("4.2 million", "4,230,000"),
        ("20 centimetres", "0.2 metres"),
        ("20", "0.25 metres"),
        ("4 million crowns", "300,000 euros"),
        ("4,200 tonnes", "4,800 crates"),
    ],
)
def test_numbers_of_other_units_or_of_the_same_size_agree(answer: str, other: str) -> None:
    assert not differ((LEVY, answer, f"It is {answer}."), (LEVY, other, f"It is {other}."))


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("Tamsin Oyelaran", "Olaf Brandt", True),
        ("Norland Ports Minister Tamsin Oyelaran", "Olaf Brandt", True),
        ("Norland Ports Minister Tamsin Oyelaran", "Minister Oyelaran", False),
        ("Tamsin Oyelaran, the mayor of Ostford", "Ms Brandt", True),
        ("Tamsin Oyelaran", "Mayor Oyelaran", False),
        ("Tamsin Oyelaran", "the Harbour Board", False),
        ("Tamsin Oyelaran", "Norway", False),
        ("Mr Vasko", "Ingrid Vasko", False),
    ],
)
def test_a_person_need_not_have_a_known_name(one: str, other: str, disagree: bool) -> None:
    pair = [(CHAIRED, each, f"The meeting was chaired by {each}.") for each in (one, other)]
    assert differ(pair[0], pair[1]) == disagree


@pytest.mark.parametrize(
    ("sentence", "disagree"),
    [
        ("It was hosted by Mr Tom Beck.", True),
        ("It was hosted by Mr Tom Beck together with Dr Ingrid Halvorsen.", False),
        ("It was hosted by Mr Tom Beck. Ingrid Halvorsen was host of the dinner.", False),
    ],
)
def test_two_persons_who_hosted_a_meeting_disagree_unless_they_shared(sentence: str, disagree: bool) -> None:
    asked = "Who hosted the TSFC meeting?"
    one = (asked, "Dr Ingrid Halvorsen", "It was hosted by Dr Ingrid Halvorsen.")
    assert differ(one, (asked, "Mr Tom Beck", sentence)) is disagree


def test_two_hosts_disagree_unless_they_share() -> None:
    asked = f"Who hosted {HELD}?"
    assert differ((asked, "Poland", "Poland hosted it."), ("Which country hosted the TSFC?", "Peru", "Peru hosted it."))
    assert not differ((asked, "Poland", "Co-hosted by Poland and Peru."), (asked, "Peru", "Peru co-hosted it."))
    assert not differ((asked, "Poland", "Poland hosted it."), (asked, "Lerrick", "Lerrick hosted it."))


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Osmark Grain Union congress", "Osmark Grain Union", True),
        ("Osmark Grain Union congress", "12th Congress of the Osmark Grain Union", True),
        ("Osmark Grain Union congress", "Osmark Grain Union hearing", False),
        ("Lake Varda Fisheries Summit", "Lake Varda Water Summit", False),
    ],
)
def test_a_body_and_the_sort_of_meeting_that_it_held_are_one(name: str, other: str, one: bool) -> None:
    meetings = [Meeting(each, (), "2024-05-02", None, None, each) for each in (name, other)]
    told = [
        said((f"Who chaired the {each.name}?", chair, f"It was chaired by {chair}."), article=chair[:3], meeting=each)
        for each, chair in zip(meetings, ("Ingrid Halvorsen", "Mr Tom Beck"), strict=True)
    ]
    assert bool(found(*told)) == one


@pytest.mark.parametrize(
    ("sentence", "disagree"),
    [
        ("The meeting was chaired by Ingrid Halvorsen and opened by Tom Beck.", True),
        ("Ingrid Halvorsen chaired the meeting, which elected Tom Beck treasurer.", True),
        ("Tom Beck opened the meeting and Ingrid Halvorsen chaired it.", True),
        ("Ingrid Halvorsen chaired the meeting in place of Tom Beck.", True),
        ("Present: Ingrid Halvorsen (chair), Tom Beck, Ada Wren", True),
        ("Present: Tom Beck, Ada Wren and Ingrid Halvorsen (Chairwoman).", True),
        ("In attendance: Halvorsen (presiding); Beck; Wren", True),
        ("Present: Ingrid Halvorsen, Tom Beck (chair), Ada Wren", False),
        ("Present: Ingrid Halvorsen (chair), Tom Beck (chair)", False),
        ("Present: Ingrid Halvorsen (chair), Tom Beck (vice-chair)", False),
        ("Present: Ingrid Halvorsen (chair until noon), Tom Beck, Ada Wren", False),
        ("Present: Ingrid Halvorsen, Tom Beck, Ada Wren", False),
        ("Ingrid Halvorsen chaired the meeting with Tom Beck.", False),
        ("Ingrid Halvorsen, elected president, and Tom Beck chaired it.", False),
        ("Ingrid Halvorsen chaired the morning session and Tom Beck the afternoon session.", False),
        ("Ingrid Halvorsen chaired until the vote, and Tom Beck took over.", False),
        ("Ingrid Halvorsen chaired the meeting, Tom Beck spoke, then Tom Beck chaired it.", False),
    ],
)
def test_who_did_something_else_by_the_sentence_of_the_chair_was_not_in_it(sentence: str, disagree: bool) -> None:
    told = (CHAIRED, "Mr Tom Beck", "The meeting was chaired by Mr Tom Beck.")
    assert differ(told, (CHAIRED, "Ingrid Halvorsen", sentence)) == disagree


def test_who_is_named_in_another_sentence_may_have_chaired_too() -> None:
    told = said((CHAIRED, "Mr Tom Beck", "The meeting was chaired by Mr Tom Beck."))
    opened = ("The meeting was opened by Tom Beck.",)
    assert not found(
        told, said((CHAIRED, "Ingrid Halvorsen", "Ingrid Halvorsen chaired it."), article="other", also=opened)
    )


def test_who_is_named_only_as_somebody_who_was_there_did_not_chair() -> None:
    told = said((CHAIRED, "Mr Tom Beck", "The meeting was chaired by Mr Tom Beck."))
    spoke = ("Mr Tom Beck welcomed the plan.",)
    assert found(told, said((CHAIRED, "Ingrid Halvorsen", "Ingrid Halvorsen chaired it."), article="other", also=spoke))


@pytest.mark.parametrize("question", ["Who chaired the working group on seals?", "Who did not chair the TSFC meeting?"])
def test_something_else_is_not_the_same(question: str) -> None:
    halvorsen, beck = "Ingrid Halvorsen was in the chair.", "Mr Tom Beck was in the chair."
    assert not differ((CHAIRED, "Ingrid Halvorsen", halvorsen), (question, "Mr Tom Beck", beck))


@pytest.mark.parametrize(
    ("question", "answer", "sentence", "other_answer", "other_sentence"),
    [
        # e.g. a longer form of a name, or a part of it
        (CHAIRED, "Ingrid Halvorsen", "Ingrid Halvorsen chaired.", "Minister Halvorsen", "Minister Halvorsen chaired."),
        # in other letters
        (CHAIRED, "Olena Zelenska", "Olena Zelenska chaired.", "Ms Zelenskaya", "Ms Zelenskaya chaired."),
        # a body and who speaks for it
        (CHAIRED, "the Ministry of Fisheries", "The ministry.", "Ingrid Halvorsen", "Ingrid Halvorsen chaired."),
        # a role and who holds it
        (CHAIRED, "the Minister of Fisheries", "The minister.", "Ingrid Halvorsen", "Ingrid Halvorsen chaired."),
        # two in the chair
        (CHAIRED, "Ingrid Halvorsen", "Co-chaired by Ingrid Halvorsen.", "Mr Tom Beck", "Mr Tom Beck co-chaired."),
        (CHAIRED, "Tom Beck and Susan Reed", "Tom Beck and Susan Reed.", "Susan Reed", "Susan Reed chaired."),
        # vague or rounded
        (COUNTED, "about 40", "About 40 countries attended.", "41", "Forty-one (41) countries attended."),
        (COUNTED, "some 40", "Some 40 countries attended.", "about 44", "About 44 countries attended."),
        (COUNTED, "about 45", "About 45 countries attended.", "41", "Forty-one (41) countries attended."),
        (COUNTED, "40", "More than 40 countries attended.", "57", "In all, 57 countries attended."),
        (COUNTED, "1,200", "In all, 1,200 came.", "1,217", "There were 1,217 of them."),
        ("How much was raised?", "3.4 million", "They raised 3.4 million.", "3.42 million", "It was 3.42 million."),
        # the same in words
        (COUNTED, "nine", "Nine countries attended.", "9", "All 9 countries attended."),
        # something else is counted
        (COUNTED, "nine states", "Nine states.", "11 observers", "There were 11 observers."),
        # what is not said but was counted
        (COUNTED, "3", "Norland, Ardria and Velland came.", "4", "Norland, Ardria, Velland and Sarn came."),
        # a day and its month, days of a longer time
        (NEXT, "12 November 2024", "It meets on 12 November 2024.", "November 2024", "It meets in November 2024."),
        # what a weekday was resolved to
        (NEXT, "12 November 2024", "It meets on 12 November.", "13 November 2024", "It meets on Wednesday."),
        # years that nobody wrote
        (NEXT, "3 January 2024", "It meets on 3 January.", "3 January 2025", "It meets on January 3."),
        # a place in a country, a hall in a town
        ("Where is it held?", "Lerrick", "In Lerrick.", "Norway", "In Norway."),
        ("Where is it held?", "Lerrick", "In Lerrick.", "the Town Hall", "In the Town Hall."),
        ("Where is it held?", "Port Adair", "In Port Adair.", "Adair", "In Adair."),
        # votes that may be two, days of a long meeting, sides of talks
        ("By what vote was the motion carried?", "7 to 2", "By 7 to 2.", "6 to 3", "By 6 votes to 3, 6 to 3."),
        ("How many members abstained?", "three", "Three abstained.", "four", "Four abstained."),
        ("Who led the talks?", "Ingrid Halvorsen", "Led by Ingrid Halvorsen.", "Mr Tom Beck", "Led by Mr Tom Beck."),
        # more than one may be
        ("Who attended it?", "Susan Reed", "Susan Reed was there.", "Tom Beck", "Tom Beck was there."),
    ],
)
def test_what_may_be_true_beside_another_is_let_be(
    question: str, answer: str, sentence: str, other_answer: str, other_sentence: str
) -> None:
    assert not differ((question, answer, sentence), (question, other_answer, other_sentence))


def test_an_article_that_has_both_answers_disagrees_with_none() -> None:
    knowing = ("Nine countries had a vote.",)
    assert not found(
        said((COUNTED, "nine", "Nine countries attended.")),
        said((COUNTED, "11", "Eleven (11) countries attended."), article="other", also=knowing),
    )


def test_sessions_of_two_days_have_two_chairs() -> None:
    days = [CHAIRED, CHAIRED.replace("2 May", "3 May")]
    one, other = (days[0], "Ingrid Halvorsen", "Ingrid Halvorsen."), (days[1], "Mr Tom Beck", "Mr Tom Beck.")
    assert not differ(one, other)


def test_what_a_person_wrote_or_checked_settles_it() -> None:
    names = tuple(sorted(each.id for each in POST.facts))
    by_hand = [msgspec.structs.replace(each, by_hand=names) for each in (POST, WIRE)]
    assert not found(by_hand[0], WIRE)
    assert not found(POST, by_hand[1])
    assert len(found(*by_hand)) == len(found(POST, WIRE)) == 2


def test_of_two_that_people_wrote_the_one_that_is_checked_is_right() -> None:
    names = tuple(sorted(each.id for each in POST.facts))
    written = [msgspec.structs.replace(each, by_hand=names) for each in (POST, WIRE)]
    checked = [msgspec.structs.replace(each, checked=names) for each in written]
    assert not found(checked[0], written[1])
    assert not found(written[0], checked[1])
    assert len(found(*checked)) == len(found(*written)) == 2


def test_an_article_that_answers_in_two_ways_itself_disagrees_with_none() -> None:
    unsure = said((COUNTED, "nine", "Nine countries attended."), (COUNTED, "12", "All 12 attended."), article="unsure")
    assert not found(unsure, WIRE)


@pytest.mark.parametrize(
    "other",
    [
        msgspec.structs.replace(TERN, date="2024-05-09"),
        msgspec.structs.replace(TERN, name="Brae Bank Trust", aliases=(), series="Brae Bank Trust"),
        msgspec.structs.replace(TERN, date=None),
        msgspec.structs.replace(TERN, date="2024-05"),
        msgspec.structs.replace(TERN, date="nonsense"),
        None,
    ],
)
def test_reports_of_other_meetings_do_not_disagree(other: Meeting | None) -> None:
    assert not found(POST, msgspec.structs.replace(WIRE, meeting=other))


def test_bodies_of_many_towns_are_not_told_apart_by_their_name() -> None:
    planners = Meeting("Town Planning Committee", (), "2024-05-02", None, None, "Town Planning Committee")
    assert not found(*(msgspec.structs.replace(each, meeting=planners) for each in (POST, WIRE)))


@pytest.mark.parametrize(
    ("changed", "one"),
    [
        ({}, True),
        ({"date": "2024-05-03", "number": 3}, True),
        ({"place": None, "number": 3}, True),
        ({"place": None, "number": None}, False),
        ({"place": "Oranto"}, False),
        ({"date": "2024-05-03"}, False),
        ({"number": 4}, False),
    ],
)
def test_meetings_of_a_name_that_many_have_are_one_by_place_and_day_or_by_number(
    changed: dict[str, object], one: bool
) -> None:
    summit = Meeting("Third Water Summit", (), "2024-05-02", "Lerrick", None, "Water Summit", 3)
    without = msgspec.structs.replace(summit, name="Water summit", number=None)
    other = msgspec.structs.replace(without, **changed)
    reports = [msgspec.structs.replace(POST, meeting=summit), msgspec.structs.replace(WIRE, meeting=other)]
    assert bool(found(*reports)) is one


def test_the_place_of_a_meeting_of_one_name_and_day_is_disputed() -> None:
    asked = "Where was the Moorland Board meeting on 2 May 2024 held?"
    one = Meeting("Moorland Board", (), "2024-05-02", "Lerrick", None, "Moorland Board")
    other = msgspec.structs.replace(one, place="Oranto")
    told = said((asked, "Lerrick", "The board met in Lerrick."), article="one", meeting=one)
    differing = said((asked, "Oranto", "The board met in Oranto."), article="two", meeting=other)
    assert [each.sort for each in found(told, differing)] == ["place"]
    named_otherwise = msgspec.structs.replace(other, name="Moorland Board of Oranto", series=None)
    assert not found(told, msgspec.structs.replace(differing, meeting=named_otherwise))


def test_a_numbered_meeting_is_one_though_its_date_is_disputed() -> None:
    held = "When in May 2024 was the TSFC meeting held?"
    one, other = (msgspec.structs.replace(TERN, number=14, date=date) for date in ("2024-05-02", "2024-05-03"))
    posts = said((held, "2 May 2024", "The 14th meeting was held on 2 May 2024."), article="one", meeting=one)
    wires = said((held, "3 May 2024", "The 14th meeting was held on 3 May 2024."), article="two", meeting=other)
    assert [each.sort for each in found(posts, wires)] == ["date"]
    fifteenth = msgspec.structs.replace(other, number=15)
    assert not found(posts, msgspec.structs.replace(wires, meeting=fifteenth))


@pytest.mark.parametrize(
    ("date", "number", "one"),
    [("2024-05", 14, True), ("2024-06", 14, False), ("2024-05", 15, False), ("2024-05", None, False)],
)
def test_of_a_numbered_meeting_the_month_is_enough(date: str, number: int | None, one: bool) -> None:
    dated, other = (msgspec.structs.replace(TERN, number=14), msgspec.structs.replace(TERN, date=date, number=number))
    reports = [msgspec.structs.replace(POST, meeting=dated), msgspec.structs.replace(WIRE, meeting=other)]
    assert bool(found(*reports)) is one


answers = st.sampled_from(
    ["nine", "11", "about 40", "1,200", "12 November 2024", "19 November 2024", "November 2024", "Ingrid Halvorsen",
     "Mr Tom Beck", "the Ministry", "Yes", "No", "Lerrick", "Oranto", "Norway", "7 votes to 2", "6 votes to 3"]
)  # fmt: skip
questions = st.sampled_from([CHAIRED, COUNTED, NEXT, "Was the bank closed?", "Where is it held?", "By what vote?"])
reports = st.lists(
    st.tuples(
        st.none() | st.dates().map(str),
        st.lists(st.builds(lambda q, a: (q, a, f"They said: {a}."), questions, answers), max_size=5),
    ),
    max_size=5,
).map(lambda given: [record(f"article-{n}", date, told) for n, (date, told) in enumerate(given)])


@given(reports)
def test_disagreement_is_symmetric_and_sorted_newest_first(records: list[Record]) -> None:
    expected = found(*records)
    for order in itertools.islice(itertools.permutations(records), 12):
        assert found(*order) == expected
    for each in expected:
        assert each.newer.article.id != each.older.article.id
        dates = [(side.article.date or datetime.date.min, side.article.id) for side in (each.newer, each.older)]
        assert dates[0] > dates[1]
    newest = [(each.newer.article.date or datetime.date.min, each.newer.article.id) for each in expected]
    assert newest == sorted(newest, reverse=True)


@given(reports)
def test_an_article_agrees_with_itself_under_another_name(records: list[Record]) -> None:
    for each in records:
        again = msgspec.structs.replace(each, article=msgspec.structs.replace(each.article, id="again"))
        assert not found(each, again)


@given(st.integers(0, 99))
def test_numbers_are_read_in_words_and_in_figures(number: int) -> None:
    tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ).split()
    word = small[number] if number < 20 else tens[number // 10] + (f"-{small[number % 10]}" if number % 10 else "")
    assert numbers(f"There were {word} of them.") == numbers(f"There were {number} of them.") == [number]


def test_of_two_facts_that_cannot_both_be_true_the_lighter_one_is_overruled_and_they_do_not_disagree() -> None:
    other = record("wire", "2024-05-04", [("Who was the chair of the TSFC?", "Bo Lusk", "It was chaired by Bo Lusk.")])
    checked = msgspec.structs.replace(POST, by_hand=(POST.facts[0].id,), checked=(POST.facts[0].id,))
    told = [
        [(loser.fact.answer, winner.fact.answer) for loser, winner in overruled(filter(None, map(report_of, records)))]
        for records in ((checked, other), (POST, other))
    ]
    assert told == [[("Bo Lusk", "Ingrid Halvorsen")], []]
    assert [len(found(each, other)) for each in (checked, POST)] == [0, 1]


@pytest.mark.parametrize(
    ("other", "gives_way"),
    [
        ("some 40", True),
        ("more than 40", True),
        ("40", True),
        ("some 41", True),
        ("41", False),
        ("41 observers", False),
    ],
)
def test_a_number_that_may_be_true_beside_one_of_more_weight_gives_way_and_is_no_disagreement(
    other: str, gives_way: bool
) -> None:
    own = said((COUNTED, "41", "The meeting drew 41 countries."), article="own")
    checked = msgspec.structs.replace(own, by_hand=(own.facts[0].id,), checked=(own.facts[0].id,))
    rival = said((COUNTED, other, f"In all, {other} attended."), article="wire")
    assert bool(overruled(filter(None, map(report_of, (checked, rival))))) is gives_way
    assert not found(checked, rival)


def test_what_the_same_sentence_says_to_another_question_is_overruled_with_it() -> None:
    granted = "The council granted 80,000 crowns for nine quays."
    asked = f"What did the council grant at {HELD}?"
    money, quays = "How much money did the council grant for quays?", "How many quays were granted money?"
    told = ((asked, "80,000 crowns for nine quays", granted), (money, "80,000 crowns", granted), (quays, "9", granted))
    right = said((asked, "60,000 crowns for nine quays", granted), article="right")
    right = msgspec.structs.replace(right, by_hand=(right.facts[0].id,))
    lost = overruled(filter(None, map(report_of, (right, said(*told)))))
    assert [(loser.fact.question, winner.fact.answer) for loser, winner in lost] == [
        (asked, "60,000 crowns for nine quays"),
        (money, "60,000 crowns for nine quays"),
    ]
