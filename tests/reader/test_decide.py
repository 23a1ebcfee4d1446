"""Fitting the decision: weights of made data are found again, figures counted, tables printed."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path

import numpy as np
import pytest
from harbour_board import ARTICLE
from stub_reader import StubReader, marking

from bot.matching import decision, reading
from bot.matching.evidence import Evidence
from deploy.reader import decide
from deploy.reader.decide import Case, Fitted
from facts.reader import Passage, Reading

FIELDS = len(Evidence._fields)
NOTHING = np.zeros(1 + FIELDS)


def case(
    *rows: Evidence,
    right: int | None = None,
    known: bool = True,
    asks_yes_no: bool = False,
    rules: tuple[float, bool, float | None] | None = None,
) -> Case:
    evidence = np.array(rows, dtype=float).reshape(-1, FIELDS)
    return Case(evidence, np.arange(len(rows)) == right, 0, known, asks_yes_no, rules)


def table(bias: float = 0.0, **weights: float) -> decide.Matrix:
    return np.array([bias, *decision.NOTHING._replace(**weights)])


ONES = Fitted(table(reader=1.0), table(-1.0, reader=2.0), table(0.5, decided=3.0), np.ones(3))


def line(chance: random.Random, asks_yes_no: bool, known: bool, ruled: bool) -> dict[str, object]:
    """A question of three candidates, of which the reader likes the right one, if there is one."""
    place = chance.randrange(3) if known else None
    rows = []
    for at in range(3):
        logit = chance.gauss(3.0 if at == place else -3.0, 2.0)
        decided = chance.gauss(2.0 if at == place else 0.0, 1.0)
        evidence = decision.NOTHING._replace(reader=logit, words=chance.random(), decided=decided)
        rows.append((list(evidence), at == place))
    rules = (decision.RULES_FROM + 4 * chance.random(), known and chance.random() < 0.9, chance.gauss(1.0, 1.0))
    crc = chance.randrange(1 << 32)
    return {"crc": crc, "known": known, "yes_no": asks_yes_no, "rules": rules if ruled else None, "rows": rows}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A file as `note` writes it, of 300 questions; the last has no candidates."""
    chance = random.Random(1)
    lines = [line(chance, n % 3 == 0, n % 4 > 0, n % 5 == 0) for n in range(299)]
    lines.append({"crc": 7, "known": False, "yes_no": False, "rules": None, "rows": []})
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return path


class TestLogistic:
    def test_it_finds_the_weights_that_the_data_were_made_with(self) -> None:
        chance = np.random.default_rng(1)
        rows = chance.normal(size=(40_000, 3)) * [1.0, 5.0, 0.2]
        bias, weights = -0.7, np.array([1.5, -0.3, 2.0])
        good = chance.random(len(rows)) < 1 / (1 + np.exp(-(rows @ weights + bias)))
        assert decide.logistic(rows, good, decide.PULL) == pytest.approx([bias, *weights], abs=0.15)

    def test_the_stronger_the_pull_the_nearer_the_weights_are_to_zero(self) -> None:
        chance = np.random.default_rng(2)
        rows = chance.normal(size=(500, 2))
        good = rows[:, 0] + chance.normal(size=500) > 0
        sizes = [float(np.abs(decide.logistic(rows, good, pull)[1:]).sum()) for pull in (0.0, 1.0, 30.0, 1000.0)]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[-1] < sizes[0] / 4

    @pytest.mark.parametrize("share", [0, 1])
    def test_data_that_are_all_good_or_all_bad_give_numbers(self, share: int) -> None:
        rows = np.random.default_rng(4).normal(size=(50, 2))
        found = decide.logistic(rows, np.full(50, bool(share)), decide.PULL)
        assert np.isfinite(found).all()
        assert (found[0] > 0) == bool(share)

    def test_a_field_that_is_not_asked_for_weighs_nothing(self) -> None:
        chance = np.random.default_rng(3)
        rows = chance.normal(size=(200, FIELDS))
        found = decide.fit(rows, rows[:, 0] > 0, ("reader", "denied"))
        used = {name for name, weight in zip(Evidence._fields, found[1:], strict=True) if weight}
        assert used == {"reader", "denied"}
        assert found[1 + Evidence._fields.index("reader")] > 0


class TestOutcome:
    def test_a_case_without_candidates_is_silent(self) -> None:
        for known in (True, False):
            score, right, is_known = ONES.outcome(case(known=known))
            assert score == decide.NEVER
            assert (right, is_known) == (False, known)

    def test_the_candidate_that_ranks_first_is_given_with_its_log_odds(self) -> None:
        low, high = decision.NOTHING._replace(reader=1.0), decision.NOTHING._replace(reader=4.0)
        assert ONES.outcome(case(low, high, right=1)) == (7.0, True, True)
        assert ONES.outcome(case(high, low, right=1)) == (7.0, False, True)

    def test_yes_or_no_has_its_own_table(self) -> None:
        row = decision.NOTHING._replace(reader=4.0, decided=1.0)
        assert ONES.outcome(case(row, right=0, asks_yes_no=True)) == (3.5, True, True)

    @pytest.mark.parametrize("right", [True, False])
    def test_a_fact_that_fits_by_rules_is_given_where_it_is_surer_than_what_is_read(self, right: bool) -> None:
        low, high = (decision.NOTHING._replace(reader=logit) for logit in (-9.0, 9.0))
        fitting = (decision.RULES_AT - 0.1, right, None)
        assert ONES.by_rules(case(low, rules=fitting))[0] == pytest.approx(1 + fitting[0] + decision.UNREAD)
        assert ONES.outcome(case(low, rules=fitting))[1] == right
        assert ONES.outcome(case(high, right=0, rules=fitting)) == (17.0, True, True)
        assert ONES.outcome(case(rules=(decision.RULES_FROM - 0.01, right, None)))[0] == decide.NEVER

    @pytest.mark.parametrize("asks_yes_no", [True, False])
    def test_a_fact_that_fits_well_by_rules_is_given_whatever_is_read(self, asks_yes_no: bool) -> None:
        least = decision.YES_NO_RULES_AT if asks_yes_no else decision.RULES_AT
        high = decision.NOTHING._replace(reader=4.0, decided=2.0)
        for score, given in ((least, True), (least - 0.01, False)):
            found = ONES.outcome(case(high, right=0, rules=(score, False, None), asks_yes_no=asks_yes_no))
            assert (found[0] == decide.GIVEN) == given


class TestFigures:
    OUTCOMES = ((2.0, True, True), (2.0, False, True), (0.0, True, True), (-3.0, False, True), (1.0, False, False))

    @pytest.mark.parametrize(
        ("least", "figures"),
        [
            (-9.0, (0.5, 0.5, 1.0)),
            (0.0, (0.5, 0.25, 1.0)),
            (1.0, (0.25, 0.25, 1.0)),
            (1.5, (0.25, 0.25, 0.0)),
            (9.0, (0.0, 0.0, 0.0)),
        ],
    )
    def test_right_wrong_and_false_are_shares_of_what_is_and_what_is_not_on_record(
        self, least: float, figures: tuple[float, float, float]
    ) -> None:
        assert decide.figures(self.OUTCOMES, least) == figures

    def test_of_no_outcomes_there_are_none(self) -> None:
        assert decide.figures((), 0.0) == (0.0, 0.0, 0.0)


def test_what_was_noted_is_read_again(made: Path) -> None:
    data = decide.cases(made)
    assert len(data) == 300
    assert {each.fold for each in data} == set(range(decide.FOLDS))
    assert data[0].evidence.shape == (3, FIELDS)
    assert data[0].rules is not None
    assert data[1].rules is None
    assert data[-1].evidence.shape == (0, FIELDS)
    assert sum(each.known for each in data) == sum(1 for n in range(299) if n % 4)


def test_tables_tell_the_right_candidate_by_what_tells_it(made: Path) -> None:
    data = decide.cases(made)
    tables = decide.fitted(data)
    reader, decided = (1 + Evidence._fields.index(name) for name in ("reader", "decided"))
    assert tables.rank[reader] > 0
    assert tables.yes_no[decided] > 0
    assert tables.other[decided] == 0
    answerable = [each for each in data if each.known]
    first = sum(bool(each.right[decide.best_of(each, tables.rank)]) for each in answerable)
    assert first / len(answerable) > 0.9


def test_figures_tables_and_threshold_are_printed(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide.show(decide.cases(made))
    out = capsys.readouterr().out
    assert out.startswith("224 answerable; a right candidate for 100.0%, first: ")
    assert "at 0.50, 0.50: right " in out
    for name in (
        "RANK_BIAS = ",
        "RANK: reader=",
        "OTHER_BIAS = ",
        "YES_NO_BIAS = ",
        "RULES_BIAS, RULES_SCORE, RULES_LOGIT = ",
    ):
        assert f"\n{name}" in out
    levels = out.rpartition("READ_AT = ")[2].strip()
    assert all(0.4 <= float(level) <= 0.96 for level in levels.split(", "))
    assert f"at {levels}: right " in out


def test_the_thresholds_are_those_that_give_most_right_answers_within_the_bounds() -> None:
    sure, wrong = [(2.0, True, True)] * 30, [(1.0, False, True)] * 20
    other, yes_no = decide.thresholds([*sure, *wrong], [False] * 30 + [True] * 20)
    assert other <= 1 / (1 + math.exp(-2.0))
    assert yes_no > 1 / (1 + math.exp(-1.0))
    assert decide.thresholds([(9.0, False, False)], [False]) == (0.96, 0.96)


def test_questions_of_a_base_are_noted_with_what_speaks_for_each_sentence(
    small_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rule(_: str, passage: Passage) -> Reading:
        words = "Ana Lindqvist" if "Ana Lindqvist" in passage.sentence else "dredge"
        return marking(passage.sentence, words, 5.0)

    shipped = reading.SentenceReader
    monkeypatch.setattr(reading, "SentenceReader", lambda: shipped(lambda: StubReader(rule)))
    questions = tmp_path / "questions.yaml"
    questions.write_text(
        f"- question: who led the Harbour Board in Visby?\n  article: {ARTICLE}\n  answers: [Lindqvist]\n"
        "- question: what did the zebras cost?\n  answers: []\n"
    )
    out = tmp_path / "data" / "noted.jsonl"
    assert decide.note(questions, small_base, out, None) == 2
    led, zebras = decide.cases(out)
    assert led.known
    assert led.right.any()
    assert (led.evidence[:, 0] == 5.0).all()
    assert led.rules is not None
    assert led.rules[1:] == (True, 5.0)
    assert (zebras.known, len(zebras.evidence), zebras.rules) == (False, 0, None)


def test_only_articles_of_one_remainder_are_asked_about(small_base: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.yaml"
    questions.write_text(f"- question: what did the zebras cost?\n  article: {ARTICLE}\n  answers: [nothing]\n")
    counts = [decide.note(questions, small_base, tmp_path / f"{n}.jsonl", n) for n in range(5)]
    assert sorted(counts) == [0, 0, 0, 0, 1]
