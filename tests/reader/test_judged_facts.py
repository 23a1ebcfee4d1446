"""Facts judged by people: drawn, kept and fitted to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import tiny_reader
import yaml

from deploy.reader import draw, judge, keep_judged
from deploy.reader.judge import Case
from deploy.reader.sentences import ArticleSentences
from facts.judging.signs import Signs
from facts.reader import Reader

TEXT = """---
title: Canal Board meets
date: 2031-05-08
---
The Canal Board met in Ostford on 6 May 2031. Ida Holm, the mayor of Ostford, chaired the meeting. The Canal Board
adopted the dredging plan by 9 votes to 2.
"""
NO_RULE = Signs(*[0.0] * len(Signs._fields))


def test_drafts_are_drawn_with_all_that_a_judge_needs_and_none_twice(tmp_path: Path) -> None:
    file = tmp_path / "2031-05-08-canal.md"
    file.write_text(TEXT, encoding="utf-8")
    drawn = list(draw.draw([file], 100, random.Random(1)))
    assert len({(item["question"], item["answer"]) for item in drawn}) == len(drawn) > 2
    for item in drawn:
        assert item["article"] == file.stem
        assert str(item["evidence"]) in " ".join(TEXT.split())
        assert item["rule"]
        assert item["verdict"] is item["untrue"] is item["fault"] is None
    judged = [item | {"verdict": "good", "untrue": False} for item in yaml.safe_load(yaml.safe_dump(drawn))]
    kept = list(keep_judged.convert(judged, {file.stem: TEXT}))
    assert [fact.rule for fact in kept] == [item["rule"] for item in drawn]


def cases(chance: random.Random, count: int = 300) -> list[Case]:
    """Facts whose rule and whose judgement by the reader tell how good they are, with some noise."""
    made = []
    for _ in range(count):
        rule = chance.choice(["role.before", "role.behind", "event.what"])
        likely = {"role.before": 0.9, "role.behind": 0.6, "event.what": 0.2}[rule]
        good = chance.random() < likely
        signs = NO_RULE._replace(good=chance.gauss(2 if good else -2, 2), answer=chance.random())
        made.append(Case(rule, signs, good, not good and chance.random() < 0.3, chance.randrange(judge.FOLDS)))
    return made


def test_a_rule_is_worth_what_its_facts_were_and_a_rare_one_what_most_are() -> None:
    data = cases(random.Random(1))
    rules = judge.rules_of([*data, Case("vote.rare", NO_RULE, False, True, 0)])
    assert rules["role.before"] > rules["role"] > rules["role.behind"] > rules["event.what"]
    assert rules["vote.rare"] > rules["event.what"]


def test_the_tables_tell_good_facts_from_others() -> None:
    table = judge.fitted(cases(random.Random(2)))
    others = cases(random.Random(3))
    good, bad = ([table.chance(case) for case in others if case.good is kind] for kind in (True, False))
    assert sum(good) / len(good) > 0.7 > 0.4 > sum(bad) / len(bad)
    unseen = Case("vote.unseen", NO_RULE, True, False, 0)
    assert 0 < table.chance(unseen) < 1


def test_what_is_kept_at_which_chance_is_printed_with_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    judge.show(cases(random.Random(4)))
    printed = capsys.readouterr().out
    for words in ("300 judged facts", "kept at 0.5", "BIAS =", "WEIGHTS = good=", '"role.before":', "UNKNOWN_RULE ="):
        assert words in printed


def test_the_signs_of_a_judged_fact_are_those_of_its_claim(tmp_path: Path) -> None:
    text = " ".join(TEXT.split())
    evidence = "Ida Holm, the mayor of Ostford, chaired the meeting."
    begin = text.index(evidence)
    article = ArticleSentences("2031-05-08-canal", "Canal Board meets", ((begin, begin + len(evidence)),), (evidence,))
    item = {"article": article.id, "question": "Who chaired?", "answer": "Ida Holm", "evidence": evidence}
    verdict = {"verdict": "good", "untrue": False, "rule": "chair.chaired", "kind": "who"}
    judged = list(keep_judged.convert([item | verdict], {article.id: text}))
    reader = Reader.load(tiny_reader.write(tmp_path / "weights.onnx"))
    (case,) = judge.cases(judged, {article.id: article}, {article.id: text}, reader)
    assert (case.rule, case.good, case.untrue) == ("chair.chaired", True, False)
    assert case.signs.question > case.signs.rule == 0.0
