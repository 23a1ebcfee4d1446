"""Yes is said where a clause tells the deed that is asked about, of those who are asked about, and no where one denies
it or counts otherwise: whatever the reader makes of the sentence."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Meeting


def answers(question: str, sentence: str, before: str = "") -> list[str | None]:
    """What is answered where a sentence is read as a yes, as a no, and as neither."""
    index = Index([record("post", "2024-05-03", [], None, [*([before] if before else []), sentence])])

    def said(yes: float, no: float) -> str | None:
        reader = SentenceReader(lambda: StubReader(marks({sentence: sentence.split()[0]}, yes=yes, no=no)))
        given = reply(question, index, Context(), reader)[0].answer
        return given.answer if given else None

    return [said(0.98, 0.01), said(0.01, 0.98), said(0.01, 0.01)]


CHAIRED = "Ada Moss chaired the forum, while Bo Lusk praised the pilots."
PAID = "Guests pay 9 crowns, and pupils pay 4 crowns."
COST = "The lock will cost 64 million crowns, of which Hask pays 20 million crowns."
GAVE = "The cup was given to Ada Moss by Bo Lusk."
HOSTED = "The forum was hosted by the Tarn Institute, whose director, Ada Moss, gave a talk on tides."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did ada moss chair the forum", CHAIRED),
        ("was the forum chaired by ada moss", CHAIRED),
        ("did bo lusk praise the pilots", CHAIRED),
        ("do pupils pay 4 crowns", PAID),
        ("does the lock cost 64 million crowns", COST),
        ("did bo lusk give the cup to ada moss", GAVE),
        ("was the cup given by bo lusk", GAVE),
        ("did ada moss give a talk on tides", HOSTED),
        ("did 4,200 pupils not come", "He said that 4,200 pupils had not come."),
        ("did the fee rise to 36 crowns", "The fee rose from 30 crowns to 36 crowns."),
    ],
)
def test_what_a_clause_says_is_so(question: str, sentence: str) -> None:
    assert answers(question, sentence) == ["Yes"] * 3


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("do pupils pay 9 crowns", PAID),
        ("does the lock cost 20 million crowns", COST),
        ("did hask pay 64 million crowns", COST.replace("pays", "paid")),
        ("did tarn sign the charter", "Tarn refused to sign the charter."),
        ("did the council buy three boats", "The council bought two boats."),
        ("were 15 lamps broken", "In all, 40 lamps were broken and 3 mended."),
        ("did the fee rise to 40 crowns", "The fee rose from 30 crowns to 36 crowns."),
    ],
)
def test_what_a_clause_denies_or_counts_otherwise_is_not(question: str, sentence: str) -> None:
    assert answers(question, sentence) == ["No"] * 3


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did bo lusk chair the forum", CHAIRED),
        ("did ada moss praise the pilots", CHAIRED),
        ("did ada moss give the cup to bo lusk", GAVE),
        ("did ada moss receive bo lusk", "Bo Lusk received Ada Moss."),
        ("was the forum hosted by ada moss", HOSTED),
        ("did the pilots sign the pact", "The clerks signed a pact that the pilots had drafted."),
        ("did hask pay for the lock", "Hask plans to pay for the lock."),
        ("was bo lusk present at the forum", "Apologies: Bo Lusk"),
        ("did bo lusk attend the forum", "Apologies: Bo Lusk"),
    ],
)
def test_of_another_or_only_planned_no_yes_is_said(question: str, sentence: str) -> None:
    assert answers(question, sentence)[0] is None


def test_a_name_with_a_slip_is_not_left_out_and_a_meeting_is_no_deed() -> None:
    sheds, told = "The quay has old timber sheds.", "Participants discussed ways to mend the quay."
    meeting = Meeting("Lock Safety Meeting", (), "2024-05-03", None, None, None)
    index = Index([record("lock-safety-meeting", "2024-05-03", [], meeting, [sheds, told])])
    reader = SentenceReader(lambda: StubReader(marks({told: told.split()[0]}, yes=0.01, no=0.01)))
    for asked in ("did shedd send someone to the lock safety meeting", "Did Bo Lusk join the lock safety meeting?"):
        assert reply(asked, index, Context(), reader)[0].answer is None


def test_what_is_urged_may_be_done_by_another() -> None:
    told = "The clerk urged the guild to buy the quay, which the town purchased in March."
    assert answers("did the town buy the quay", told) == ["Yes"] * 3
    assert answers("did the guild buy the quay", told)[0] is None
    assert answers("did the town buy the quay", told.replace("the town purchased", "the town may purchase"))[0] is None


@pytest.mark.parametrize(
    ("question", "told", "said"),
    [
        ("Did the crew of the TSV Tarn sell its boat?", "The crew, founded in 1902, sold its boat.", "Yes"),
        ("Did the crew of the TSV Osk sell its boat?", "The crew sold its boat.", None),
        ("Did the crew of the TSV Tarn sell its boat?", "The crew of the pilots sold its boat.", None),
        ("Did the crew of the TSV Tarn sell its boat?", "Ada Wren sold its boat.", None),
        ("Did the crew of the TSV Tarn sell its boat?", "A crew sold its boat.", None),
    ],
)
def test_whose_crew_it_is_is_understood_in_a_report_on_them(question: str, told: str, said: str | None) -> None:
    meeting = Meeting("Tarn members' night", (), "2024-05-03", None, None, None)
    index = Index([record("tarn-members", "2024-05-03", [], meeting, ["The TSV Tarn met, but not the TSV Osk.", told])])
    reader = SentenceReader(lambda: StubReader(marks({told: told.split()[0]}, yes=0.01, no=0.01)))
    given = reply(question, index, Context(), reader)[0].answer
    assert (given.answer if given else None) == said


@pytest.mark.parametrize(("logit", "said"), [(-3.5, "Yes"), (-5.0, None)])
def test_another_verb_tells_nothing_where_the_reader_finds_no_answer(logit: float, said: str | None) -> None:
    told = "The town purchased the quay."
    index = Index([record("post", "2024-05-03", [], None, [told])])
    reader = SentenceReader(lambda: StubReader(marks({told: "town"}, logit=logit, yes=0.01, no=0.01)))
    given = reply("did the town buy the quay", index, Context(), reader)[0].answer
    assert (given.answer if given else None) == said


BANNED = "The guild tested five nets and banned all except Red Twine, Tall Mesh and Dwarf Blue."
REFUSED = "No pilot other than Bo Lusk refused the toast."


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did the guild ban tall mesh", BANNED, "No"),
        ("did the guild ban dwarf blue", BANNED, "No"),
        ("did skell sign the charter", "All five ports but Skell signed the charter.", "No"),
        ("did the guild renew its limit on eel", "The guild renewed its limits, except those on eel.", "No"),
        ("did ivo hart thank the hosts", "Every delegate but Ivo Hart thanked the hosts.", "No"),
        ("did hart thank the hosts", "Every delegate but Ivo Hart thanked the hosts.", "No"),
        ("did bo lusk refuse the toast", REFUSED, "Yes"),
        ("did any pilot refuse the toast", REFUSED, "Yes"),
        ("did anybody refuse the toast", REFUSED.replace("No pilot", "Nobody"), "Yes"),
    ],
)
def test_an_exception_is_told_the_other_way_round(question: str, sentence: str, said: str) -> None:
    sure_of_other = [None, said, said] if said == "No" else [said, None, said]
    assert answers(question, sentence) == sure_of_other


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did the guild thank tall mesh", "The guild banned all except Red Twine and thanked Tall Mesh.", "No"),
        ("did marl ban nets", "Apart from Marl, Lorn also banned nets.", "No"),
        ("did marl refuse the toast", "All but the chair of Marl refused the toast.", "No"),
        ("did ada hart thank the hosts", "Every delegate but Ivo Hart thanked the hosts.", "No"),
        ("did anyone else refuse the toast", REFUSED, "Yes"),
        ("did any other pilot refuse the toast", REFUSED, "Yes"),
        ("did osk build the weir", "The guild passed every lock but the Weir, which Osk built.", "No"),
    ],
)
def test_of_whom_no_exception_is_made_none_is_told(question: str, sentence: str, said: str) -> None:
    assert answers(question, sentence)[2] != said


def test_what_is_done_without_a_doer_is_done_by_the_meeting_that_is_reported() -> None:
    lead = "The Lake Guild held its yearly gathering at the Mill Hall in Osk on Sunday."
    adopted = "The accounts were adopted with three members against."
    for asked in ("did the lake guild adopt the accounts", "did the yearly gathering adopt the accounts"):
        assert answers(asked, adopted, lead) == ["Yes"] * 3
    assert answers("did the lake guild adopt the rules", "The rules were rejected.", lead) == ["No"] * 3


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did the town adopt the accounts", "The accounts were adopted with three members against."),
        ("did the lake guild adopt the accounts", "The accounts were adopted by the town."),
        ("did the lake guild adopt the accounts", "The accounts were adopted in Brill."),
        ("did the lake guild adopt the accounts", "The accounts had been adopted."),
        ("did the lake guild close the pier", "The pier was closed."),
    ],
)
def test_what_may_be_done_by_others_is_not_done_by_the_meeting(question: str, sentence: str) -> None:
    assert answers(question, sentence, "The Lake Guild held its yearly gathering on Sunday.")[2] is None


def test_another_body_named_right_before_may_have_done_it() -> None:
    lead = "The Lake Guild met on Sunday, and wrote to the county assembly."
    assert answers("did the lake guild adopt the accounts", "The accounts were adopted.", lead)[2] is None


def test_what_no_decision_was_reached_on_was_not_decided() -> None:
    lead = "The Lake Guild met on Sunday."
    assert (
        answers("did the lake guild decide on the new gate", "No decision was reached on the new gate.", lead)
        == ["No"] * 3
    )
    assert answers("did the guild vote on the gate", "The guild took no vote on the gate.") == ["No"] * 3
    held_open = answers("did the guild vote on the gate", "The guild took no vote on the gate until Sunday.")
    assert held_open[2] is None
    assert answers("did the guild vote for the gate", "The guild took a vote on the gate.")[2] is None


def test_a_title_is_no_word_for_another_title() -> None:
    told = "Chairwoman Ada Moss of the Lake Guild and Bo Lusk took part."
    assert answers("did the president attend", told)[2] is None
    assert answers("did the head take part", told)[2] is None
    assert answers("did the chairman take part", told) == ["Yes"] * 3
    assert answers("did the president take part", told.replace("Chairwoman", "President")) == ["Yes"] * 3


def test_who_and_what_stand_in_the_sentence_before() -> None:
    moved = "Bo Lusk proposed a ban on nets."
    assert answers("did bo lusk demand a lock", "He demanded a lock.", moved) == ["Yes"] * 3
    assert answers("did ada moss second the ban on nets", "Ada Moss seconded it.", moved) == ["Yes"] * 3
    assert answers("did bo lusk second the ban on nets", "Ada Moss seconded it.", moved)[0] is None


def test_who_put_and_who_seconded_a_motion_stand_in_a_line_of_their_own() -> None:
    put, line = "The board agreed to buy a lamp.", "Proposed by Ada Moss, seconded by Bo Lusk."
    assert answers("was the lamp proposed by ada moss", line, put) == ["Yes"] * 3
    assert answers("was the lamp seconded by bo lusk", line, put) == ["Yes"] * 3
    assert answers("was the lamp proposed by bo lusk", line, put)[0] is None
    assert answers("was the lamp seconded by ada moss", line, put)[0] is None
    assert answers("was ada moss the proposer", line, put) == ["Yes"] * 3
    assert answers("was bo lusk the proposer", line, put)[0] is None


def test_she_is_not_whom_she_replaces() -> None:
    elected, replaces = "The board elected Ada Moss as clerk.", "She replaces Bo Lusk, who left."
    assert answers("does ada moss replace bo lusk", replaces, elected)[0] == "Yes"
    assert answers("does bo lusk replace ada moss", replaces, elected)[0] is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did osk propose a ban on nets", "Osk backed the proposal on nets."),
        ("was the ban on nets proposed by osk", "Osk backed the proposal on nets."),
        ("did the club give 20 lamps to the guild", "The club took over 20 lamps from the guild."),
        ("did ada moss speak for the ban", "Ada Moss made a speech against the ban."),
    ],
)
def test_no_yes_rests_on_another_deed_or_the_other_way(question: str, sentence: str) -> None:
    assert answers(question, sentence)[0] is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did osk propose a ban on nets", "Osk backed the pilots and proposed a ban on nets."),
        ("did the guild give 20 lamps to the club", "The club got 20 lamps from the guild."),
        ("did ada moss speak for the ban", "Ada Moss made a speech for the ban."),
    ],
)
def test_but_on_the_deed_itself_and_its_way_one_may(question: str, sentence: str) -> None:
    assert answers(question, sentence)[0] == "Yes"


def test_a_day_of_another_clause_is_not_that_of_the_deed() -> None:
    told = "The strike began on 10 March and ended on 28 March."
    assert answers("did the strike end on 28 march", told)[0] == "Yes"
    assert answers("did the strike end on 10 march", told)[:2] == [None, "No"]


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did 340 pilots leave", "More than 300 pilots left.", None),
        ("did over 300 pilots leave", "340 pilots left.", None),
        ("did over 300 pilots leave", "Over 300 pilots left.", "Yes"),
        ("did 300 pilots leave", "Some 300 pilots left.", "Yes"),
        ("did the forum end at 7:30 pm", "The forum ended at 7.30 pm.", "Yes"),
        ("did the forum end at 7.30pm", "The forum ended at 8pm.", "No"),
        ("was the lock sold for £4m", "The lock was sold for £8m.", "No"),
        ("was the lock sold for £4 million", "The lock was sold for £4m.", "Yes"),
        ("did the forum end at 7 pm", "The forum ended at 7.00 pm.", None),
        ("did the forum end at 8 pm", "The forum ended at 7.30 pm.", "No"),
    ],
)
def test_a_number_is_no_other_for_being_told_otherwise(question: str, sentence: str, said: str | None) -> None:
    assert answers(question, sentence)[2] == said


def test_all_of_some_are_more_than_some() -> None:
    assert answers("did all pilots leave", "The pilots left.")[2] is None
    assert answers("did all pilots leave", "All pilots left.")[2] == "Yes"


def test_a_number_without_a_verb_has_that_of_the_one_before() -> None:
    shared = "It has 60 crowns, of which 40 crowns will go to lamps and 20 crowns to nets."
    assert answers("will 40 crowns go to lamps", shared) == ["Yes"] * 3
    assert answers("will 20 crowns go to nets", shared) == ["Yes"] * 3
    assert answers("will 40 crowns go to nets", shared) == ["No"] * 3
    assert answers("will 20 crowns go to lamps", shared) == ["No"] * 3


SCORE = "The motion was carried by 31 votes to 12, with 3 abstentions."
BOOKS = "The club ended the season with a loss of £430 and debts of £9,100."
FEE = "The council set the fee at 9 crowns, down from 12 crowns."


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("was the motion carried by 31 votes to 12", SCORE, "Yes"),
        ("was the motion carried by 33 votes to 12", SCORE, "No"),
        ("was the motion carried by 31 votes to 10", SCORE, "No"),
        ("was the motion carried by 12 votes to 31", SCORE, "No"),
        ("was the motion carried by three votes to one", "The motion was carried by three votes to one.", "Yes"),
        ("was the motion carried by one vote to three", "The motion was carried by three votes to one.", "No"),
        ("was the fair visited by 64 pilots", "The fair was visited by 64 pilots.", "Yes"),
        ("did 64 pilots visit the fair", "The fair was visited by 64 pilots.", "Yes"),
        ("did the club end the season with debts of £9,100", BOOKS, "Yes"),
        ("did the club end the season with a loss of £9,100", BOOKS, "No"),
        ("did the club end the season with debts of £430", BOOKS, "No"),
        ("was the fee set at 9 crowns", FEE, "Yes"),
        ("was the fee set at 12 crowns", FEE, "No"),
    ],
)
def test_a_number_is_told_of_the_same_thing_and_side(question: str, sentence: str, said: str) -> None:
    assert answers(question, sentence) == [said] * 3


def test_nothing_is_decided_by_a_sentence_without_the_number_that_is_asked_about() -> None:
    other = "The proposal was rejected by 38 votes to 21."
    assert answers("was the motion carried by five votes to one", other) == [None] * 3
    assert answers("was the proposal carried", other)[1] == "No"
    assert answers("was the proposal carried by 38 votes to 21", other)[1] == "No"
    assert answers("did she ask for 40 lamps", "She called for 30 lamps.")[0] is None
    assert answers("did she ask for 30 lamps", "She called for 30 lamps.")[0] == "Yes"
    assert answers("was ada moss one of the guests", "Among the guests was Ada Moss.")[0] == "Yes"


def test_a_yes_to_an_office_does_not_rest_on_one_below_it() -> None:
    chosen = "The guild elected Ada Moss as vice-chair."
    assert answers("was ada moss elected chair", chosen)[0] is None
    assert answers("was ada moss elected vice-chair", chosen)[0] == "Yes"
    both = "The vice-chair, Bo Lusk, sat beside the chair, Ada Moss."
    assert answers("is ada moss the chair", both)[0] == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did ada moss accept the offer of the guild", "Ada Moss rejected the offer of the guild."),
        ("was the budget approved by the council", "The budget was rejected by the council on Friday."),
        ("was the budget rejected", "The council approved the budget."),
        ("was the motion to sell the lock carried", "The motion to sell the lock was lost by nine votes to two."),
        ("did osk attend the summit", "Osk boycotted the summit."),
        ("did tarn respect the truce", "Meanwhile, Tarn has defied the truce and called for strikes."),
        ("did the fee rise", "The fee fell to 8 crowns."),
        ("did ada moss stay in the hall", "Ada Moss left the hall."),
        ("did the tide board meet its target", "The tide board missed its target."),
        ("did the guild publish its accounts", "The guild withheld its accounts."),
        ("did the pilots welcome the fee", "The pilots condemned the fee."),
        ("did osk comply with the truce", "Osk breached the truce."),
        ("were the rules on nets tightened", "The rules on nets were relaxed."),
    ],
)
def test_what_is_told_by_its_contrary_is_not_so(question: str, sentence: str) -> None:
    assert answers(question, sentence) == ["No"] * 3


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did ada moss skip the fair", "Ada Moss did not attend the fair.", "Yes"),
        ("did ada moss miss the fair", "Ada Moss did not attend the fair.", "Yes"),
        ("did ada moss skip the fair", "Ada Moss attended the fair.", "No"),
        ("did bo lusk skip the fair", "Ada Moss did not attend the fair.", None),
        ("did ada moss skip the fair", "Ada Moss may not attend the fair.", None),
        ("did ada moss leave the hall", "Ada Moss did not stay in the hall.", None),
    ],
)
def test_who_did_not_come_stayed_away(question: str, sentence: str, said: str | None) -> None:
    assert answers(question, sentence)[2] == said


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did bo lusk accept the offer of the guild", "Ada Moss rejected the offer of the guild."),
        ("was the motion to buy a boat carried", "The motion to sell the lock was lost."),
        ("did the council approve the budget", "The council at first rejected the budget."),
        ("did the council approve the budget", "The council had rejected the budget."),
        ("did the council approve the budget", "The council rejected an amendment to the budget."),
        ("was the budget approved", "The council rejected calls to delay the budget."),
        ("did the council approve the budget", "The council could reject the budget."),
        ("did the council approve the budget", "The council did not reject the budget."),
        ("did the club win the cup", "The club lost its captain before the cup."),
        ("did ada moss stay in the guild", "Ada Moss left the hall before the vote."),
        ("did the tide board meet the pilots", "The tide board missed its target."),
    ],
)
def test_of_another_or_earlier_its_contrary_decides_nothing(question: str, sentence: str) -> None:
    assert answers(question, sentence)[2] is None


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("did the sale of the quay go through", "The sale of the quay fell short at the meeting.", "No"),
        ("did the sale of the quay go through", "The sale of the quay fell through.", "No"),
        ("did the talks with tarn succeed", "The talks with Tarn foundered.", "No"),
        ("did the plan for a lock go through", "The plan for a lock came to nothing.", "No"),
        ("did the sale of the quay go through", "The sale of the lock fell through.", None),
        ("did the sale of the quay go through", "The sale of the quay did not fall through.", None),
        ("did the sale of the quay go through", "The sale of the quay might fall through.", None),
        ("did bo lusk go to tarn", "Bo Lusk fell short of Tarn.", None),
    ],
)
def test_what_failed_did_not_go_through(question: str, sentence: str, said: str | None) -> None:
    assert answers(question, sentence)[2] == said


def test_no_yes_rests_on_the_contrary_told_of_another() -> None:
    assert answers("did the fee for pupils rise", "The fee for guests fell.")[0] is None
    assert answers("did the fee for pupils rise", "The fee for guests fell, and the fee for pupils rose.")[0] == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("did bo lusk sing at the forum", "Bo Lusk did not come; her deputy, Ada Moss, sang at the forum."),
        ("will the lock close", "She said that the lock would not close, but Bo Lusk said that it closes in May."),
    ],
)
def test_a_deputy_or_what_is_denied_besides_says_no_yes(question: str, sentence: str) -> None:
    assert answers(question, sentence)[2] is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the toll limit on quay lane lowered", "The toll limit on Quay Lane has not yet been lowered."),
        ("do barges call at the mill", "Barges no longer call at the mill."),
        ("did the cable ferry run", "The cable ferry never ran."),
    ],
)
def test_what_is_no_longer_or_never_done_is_not_so(question: str, sentence: str) -> None:
    assert answers(question, sentence) == ["No"] * 3
