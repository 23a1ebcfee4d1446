"""What `ask --explain` shows: how a question is read, what is found, what the reader says of it, what that weighs."""

from __future__ import annotations

import re

import pytest
from quay_works import CHAIRED, DIVERS, GAUGE, LIGHTHOUSE, LOAN, THIRD, Line, record, records
from stub_reader import Rule, StubReader, marks

from bot import dialog
from bot.dialog import Context
from bot.index import Index
from bot.matching import decision
from bot.matching.looking import look
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.terminal.explain import explain
from bot.wording import render
from facts.reader import Reader

INDEX = Index(records())
ROW = re.compile(r"  (\w+) +(-?[\d.]+) × ([+-][\d.]+) = ([+-][\d.]+)")


def explained(text: str, rule: Rule, before: str | None = None) -> list[str]:
    return list(explain(text, before, INDEX, SentenceReader(lambda: StubReader(rule))))


def never() -> Reader:
    raise AssertionError("the reader is loaded")


def test_it_begins_with_how_the_question_is_read_and_ends_with_the_reply() -> None:
    text, rule = "who opened the tidal gauge?", marks({GAUGE: "Runa"})
    lines = explained(text, rule)
    assert lines[0].startswith("asks for: who; words: ")
    assert {"tidal", "gaug"} <= set(re.split(r"[,;:]? ", lines[0]))
    reply, _ = dialog.reply(text, INDEX, Context(), SentenceReader(lambda: StubReader(rule)))
    assert lines[-2:] == ["", render.as_text(reply)]


def test_it_shows_each_sentence_read_with_the_readers_logit_the_marked_words_and_the_article() -> None:
    text = "who opened the tidal gauge?"
    lines = explained(text, marks({GAUGE: "the tidal gauge"}, 3.25))
    begin = lines.index(f"sentences read (given from {decision.READ_AT:.2f}, shown from {decision.QUOTE_AT:.2f}):") + 1
    assert re.fullmatch(rf"  0\.\d\d  reader \+3\.25  “the tidal gauge”  \({THIRD}\)", lines[begin])
    assert lines[begin + 1].strip() == GAUGE
    looked = look(read(text), INDEX, Context(), SentenceReader(lambda: StubReader(marks({GAUGE: "the gauge"}))))
    shown = [line for line in lines if re.match(r"  \d\.\d\d  reader [+-]\d", line)]
    assert len(shown) == len(looked.found) > 1
    assert all("reader -8.00" in line for line in shown[1:])


def test_it_shows_the_facts_that_fit_by_rules_with_their_log_odds() -> None:
    text = "who led the third quay works meeting?"
    best = dialog.candidates_for(read(text), INDEX, Context())[0]
    lines = explained(text, marks({}))
    assert (
        f"facts by rules (given from log-odds {decision.RULES_AT:.2f} whatever is read, from {decision.RULES_FROM:.2f} "
        "where surer than what is read):"
    ) in lines
    assert any(line.startswith(f"  {best.score:+.2f}  {best.entry.fact.question}  →  Runa Falk") for line in lines)


@pytest.mark.parametrize(
    ("text", "rule", "by"),
    [
        ("who led the third quay works meeting?", marks({}), "decided by rules: the first fact"),
        (
            "who opened the tidal gauge?",
            marks({GAUGE: "Runa"}),
            "decided by reading: the first sentence is sure enough",
        ),
        (
            "who opened the gauge of Karlstad?",
            marks({GAUGE: "Runa"}, -3.0),
            "nothing is sure enough (the first sentence 0.",
        ),
        ("what did the zebras cost?", marks({}), "nothing is near enough to be shown"),
    ],
)
def test_it_says_in_plain_words_what_decided(text: str, rule: Rule, by: str) -> None:
    lines = explained(text, rule)
    [decided] = [line for line in lines if line.startswith(by)]
    assert lines.index(decided) == lines.index("", 1) - 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("who opened the tidal gauge?", marks({GAUGE: "Runa"}, 2.5)),
        ("who opened the tidal gauge of Karlstad?", marks({GAUGE: "Runa"}, -1.5)),
        ("when will the divers look at the Marigold?", marks({DIVERS: "4 August"})),
        ("may pilots use the old lighthouse?", marks({LIGHTHOUSE: LIGHTHOUSE}, 1.0, no=0.9)),
        ("did the committee like the cranes?", marks({LOAN: LOAN}, 1.0, yes=0.2, no=0.1)),
    ],
)
def test_the_products_of_the_table_add_up_to_the_log_odds_and_these_to_the_confidence(text: str, rule: Rule) -> None:
    lines = explained(text, rule)
    table = lines[lines.index("what speaks for the first:   value × weight") + 1 :]
    bias = float(table[0].split()[-1])
    rows = [match for match in map(ROW.fullmatch, table) if match]
    weights = decision.YES_NO if read(text).analysis.answer_type == "yes_no" else decision.OTHER
    assert [match[1] for match in rows] == [name for name, weight in weights._asdict().items() if weight]
    for name, value, weight, product in (row.groups() for row in rows):
        assert float(value) * float(weight) == pytest.approx(float(product), abs=0.02 + 0.005 * abs(float(value))), name
    [total] = [float(line.split()[-1]) for line in table if line.startswith("  log-odds")]
    assert bias + sum(float(row[4]) for row in rows) == pytest.approx(total, abs=0.005 * (len(rows) + 2))
    first = next(line for line in lines if re.match(r"  \d\.\d\d  reader ", line))
    assert decision.confidence(total) == pytest.approx(float(first.split()[0]), abs=0.01)


def test_yes_or_no_is_weighed_by_its_own_table() -> None:
    names = [match[1] for match in map(ROW.fullmatch, explained("may pilots use the lighthouse?", marks({}))) if match]
    assert {"decided", "denied"} <= set(names)
    others = [match[1] for match in map(ROW.fullmatch, explained("who opened the gauge?", marks({}))) if match]
    assert "decided" not in others


def test_where_nothing_is_found_it_says_so() -> None:
    lines = explained("what did the zebras cost?", marks({}))
    assert lines.count("  none") == 2
    assert not any("×" in line for line in lines)


def test_what_is_on_record_word_by_word_is_said_to_be_and_the_reader_is_not_loaded() -> None:
    lines = list(
        explain("Who chaired the third meeting of the Quay Works Committee?", None, INDEX, SentenceReader(never))
    )
    assert lines[1] == "on record nearly word by word: answered by rules alone"
    assert lines[-1].startswith("Runa Falk")
    assert CHAIRED in lines[-1]


def test_a_follow_up_is_explained_after_the_question_before() -> None:
    stub = StubReader(marks({LOAN: "eight cranes"}))
    first = "Who chaired the third meeting of the Quay Works Committee?"
    list(explain("and what about the cranes?", first, INDEX, SentenceReader(lambda: stub)))
    assert stub.questions == ["and what about the cranes?"] * 2
    assert stub.before == [first] * 2


def test_a_reason_for_what_only_the_question_before_names_is_weighed_as_it_was_scored() -> None:
    lines = explained("why did it break?", marks({GAUGE: "Runa"}, -1.5), "Who opened the tidal gauge of Karlstad?")
    table = lines[lines.index("what speaks for the first:   value × weight") + 1 :]
    assert float(table[0].split()[-1]) == pytest.approx(decision.OTHER_BIAS, abs=0.005)


@pytest.mark.parametrize("text", ["", "🙂", "?!", "who opened it? " * 200])
def test_of_what_is_no_question_it_says_that_nothing_is_looked_for(text: str) -> None:
    lines = list(explain(text, None, INDEX, SentenceReader(never)))
    assert lines[1] == "no question: nothing is looked for"
    assert not any("on record nearly" in line for line in lines)


def test_it_says_what_raised_a_sentence_that_tells_the_very_deed() -> None:
    lines = explained("who opened the tidal gauge?", marks({GAUGE: "Runa"}, -3.0))
    assert any("raised to" in line for line in lines)
    assert not any(
        "raised to" in line for line in explained("who opened the gauge of Karlstad?", marks({GAUGE: "Runa"}, -3.0))
    )


def test_it_names_the_check_that_holds_a_sentence_behind_it_and_where_that_is_the_first_in_its_table() -> None:
    told, another = "The clerk heard on Friday that the dam had leaked.", "The dam was mended by pilots."
    index = Index([record(THIRD, None, None, [told, another], [])])
    stub = StubReader(marks({told: "on Friday"}, 3.0))
    lines = list(explain("When did the dam leak?", None, index, SentenceReader(lambda: stub)))
    at = next(n for n, line in enumerate(lines) if line.endswith(f"“on Friday”  ({THIRD})"))
    assert lines[at + 1] == "        shown at most, by clause_times.is_day_of_saying"
    assert lines[at + 2].strip() == told
    [held] = [line for line in lines if line.startswith("  held to")]
    assert held.endswith("since what it says cannot be the answer, by clause_times.is_day_of_saying")


def test_where_no_check_holds_a_sentence_none_is_named() -> None:
    lines = explained("who opened the tidal gauge?", marks({GAUGE: "Runa"}))
    first = next(n for n, line in enumerate(lines) if "“Runa”" in line)
    assert lines[first + 1].strip() == GAUGE
    assert not any(line.startswith("  held to") for line in lines)


def test_it_names_the_check_that_refuses_the_first_fact() -> None:
    told = "The board agreed to mend the lock on 3 May, closed since 2009."
    fact: Line = (told, "when", "When did the board agree to mend the lock?", "3 May 2031")
    index = Index([record(THIRD, None, None, [told], [fact])])
    stub = StubReader(marks({told: "2009"}, -3.0))
    lines = list(explain("When was the lock closed by the board?", None, index, SentenceReader(lambda: stub)))
    at = next(n for n, line in enumerate(lines) if line.endswith(f"→  3 May 2031  ({THIRD})"))
    assert lines[at + 1] == "        not given: it tells something else than is asked for, by own_day.is_not_own_day"
