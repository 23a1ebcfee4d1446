"""The scripts that make the reader, on a handful of invented sentences and a network of a few hundred weights."""

from __future__ import annotations

import dataclasses
import doctest
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_reader

from deploy.reader import choose, claims, groups, json_lines, keep_judged, keep_questions, ours, public, spans
from deploy.reader.bm25 import Bm25
from deploy.reader.groups import Candidate, Group
from deploy.reader.keep_questions import Question
from deploy.reader.sentences import ArticleSentences
from facts.reader import Claim, Passage, Reader, files

if TYPE_CHECKING:
    from deploy.reader.network import Network

TEXT = """---
title: Harbour board meets
date: 2031-03-04
---
The harbour board met on Tuesday. Anna Berg chaired
the meeting. The loan for eight cranes was refused.
"""
SENTENCES = (
    "The harbour board met on Tuesday.",
    "Anna Berg chaired the meeting.",
    "The loan for eight cranes was refused.",
)
ITEM: dict[str, object] = {
    "article": "2031-03-04-harbour-board",
    "question": "Who was in the chair?",
    "answers": ["Anna Berg", "Berg"],
    "evidence": "Anna Berg chaired the meeting.",
    "kind": "who",
    "style": "plain",
}
NEAR_MISS: dict[str, object] = {
    **ITEM,
    "question": "Who wrote the minutes?",
    "answers": [],
    "evidence": "",
    "kind": "unanswerable",
}
DECIDED: dict[str, object] = {
    **ITEM,
    "question": "Was the loan granted?",
    "answers": ["no"],
    "evidence": "The loan for eight cranes was refused.",
    "kind": "yes_no",
}


def article(name: str = "2031-03-04-harbour-board") -> ArticleSentences:
    text = " ".join(TEXT.split())
    begins = [text.index(sentence) for sentence in SENTENCES]
    spans = tuple((begin, begin + len(sentence)) for begin, sentence in zip(begins, SENTENCES, strict=True))
    return ArticleSentences(name, "Harbour board meets | 4 March 2031", spans, SENTENCES)


def asked(*items: dict[str, object]) -> list[Question]:
    return list(keep_questions.convert(items, {"2031-03-04-harbour-board": " ".join(TEXT.split())}))


def test_questions_are_kept_without_the_article(tmp_path: Path) -> None:
    (tmp_path / "2031-03-04-harbour-board.md").write_text(TEXT, encoding="utf-8")
    known = keep_questions.texts([tmp_path])
    kept = list(keep_questions.convert([ITEM, NEAR_MISS, DECIDED], known))
    json_lines.write(kept, tmp_path / "questions.jsonl")
    assert keep_questions.read(tmp_path / "questions.jsonl") == kept
    text = known["2031-03-04-harbour-board"]
    assert kept[0].evidence is not None
    assert " ".join(text[slice(*kept[0].evidence)].split()) == SENTENCES[1]
    assert [text[slice(*answer)] for answer in kept[0].answers if not isinstance(answer, str)] == ITEM["answers"]
    assert (kept[1].answers, kept[1].evidence) == ((), None)
    assert kept[2].answers == ("no",)
    assert "chaired" not in (tmp_path / "questions.jsonl").read_text(encoding="utf-8")


def test_a_question_without_its_evidence_is_left_out_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked({**ITEM, "evidence": "Nobody chaired it."}) == []
    assert str(ITEM["question"]) in capsys.readouterr().err


def test_the_sentence_of_the_evidence_is_right_and_its_answer_marked() -> None:
    who, _, loan = asked(ITEM, NEAR_MISS, DECIDED)
    assert ours.right_places(who, article()) == [1]
    assert ours.answer_span(who, article(), 1) == (0, 9)
    assert ours.right_places(loan, article()) == [2]
    assert ours.answer_span(loan, article(), 2) is None


def test_a_sentence_that_misleads_is_among_the_wrong_ones() -> None:
    (question,) = asked({**ITEM, "misleads": "The harbour board met on Tuesday."})
    assert question.misleads is not None
    maker = ours.Maker({question.article: article()}, random.Random(1), (0, 0))
    group = maker.group(question, [1])
    assert group is not None
    assert {(each.passage.sentence, each.answers) for each in group.candidates} == {
        (SENTENCES[0], False),
        (SENTENCES[1], True),
    }


def test_groups_hold_one_right_passage_or_none() -> None:
    name = next(f"2031-{n}" for n in range(99) if ours.remainder(f"2031-{n}") in ours.TAUGHT)
    maker = ours.Maker({name: article(name)}, random.Random(1))
    for question in asked(ITEM, NEAR_MISS, DECIDED):
        group = next(maker.groups(dataclasses.replace(question, article=name)))
        assert sum(candidate.answers for candidate in group.candidates) == bool(question.answers)
        verdicts = {candidate.verdict for candidate in group.candidates if candidate.answers}
        assert verdicts <= {ours.NO if question.kind == "yes_no" else None}


def test_the_wrong_passages_that_a_reader_likes_best_are_mined(tmp_path: Path) -> None:
    known = {"2031-03-04-harbour-board": article()}
    maker = ours.Maker(known, random.Random(1), (1, 0))
    maker.reader = Reader.load(tiny_reader.write(tmp_path / "weights.onnx"))
    item = {**ITEM, "question": "Who chaired the harbour board on its loan for cranes?"}
    wrong = [article().passage(place) for place in (0, 2)]
    first, second = maker.reader.read(str(item["question"]), wrong)
    liked = wrong[0] if first.logit > second.logit else wrong[1]
    group = next(maker.groups(asked(item)[0]))
    assert [each.passage for each in group.candidates if not each.answers] == [liked]


FACT: dict[str, object] = {
    "article": "2031-03-04-harbour-board",
    "question": "Who chaired the harbour board?",
    "answer": "Anna Berg",
    "evidence": "Anna Berg chaired the meeting.",
    "verdict": "good",
    "untrue": False,
    "fault": "",
}
NOT_IN_TEXT: dict[str, object] = {**FACT, "evidence": "Carl Dahl chaired."}
UNTRUE: dict[str, object] = {**FACT, "answer": "No", "verdict": "wrong", "untrue": True, "fault": "wrong person"}


def test_judged_facts_are_kept_without_the_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "2031-03-04-harbour-board.md").write_text(TEXT, encoding="utf-8")
    known = keep_questions.texts([tmp_path])
    kept = list(keep_judged.convert([FACT, NOT_IN_TEXT, UNTRUE], known))
    assert "left out" in capsys.readouterr().err
    assert [judged.answer for judged in kept] == [(kept[0].evidence[0], kept[0].evidence[0] + 9), "No"]
    assert [judged.untrue for judged in kept] == [False, True]
    json_lines.write(kept, tmp_path / "judged.jsonl")
    assert keep_judged.read(tmp_path / "judged.jsonl") == kept


def test_claims_are_made_of_judged_facts_and_of_questions(tmp_path: Path) -> None:
    known, texts = {"2031-03-04-harbour-board": article()}, {"2031-03-04-harbour-board": " ".join(TEXT.split())}
    judged = list(claims.of_judged(keep_judged.convert([FACT, UNTRUE], texts), known, texts))
    passage = article().passage(1)
    said = [Claim("Who chaired the harbour board?", answer, passage) for answer in ("Anna Berg", "No")]
    assert [each.claim for each in judged] == said
    assert [(each.good, each.true) for each in judged] == [(True, True), (False, False)]
    other = {**ITEM, "question": "which loan", "answers": ["cranes"], "evidence": SENTENCES[2], "style": "short"}
    made = list(claims.of_questions(asked(ITEM, other, DECIDED, NEAR_MISS), known, random.Random(1)))
    assert [(each.claim.question, each.claim.answer, each.good) for each in made if each.true] == [
        ("Who was in the chair?", "Anna Berg", True),
        ("which loan", "cranes", None),
    ]
    assert all(each.good is False and each.claim.answer != "Anna Berg" for each in made[:2] if not each.true)
    json_lines.write(made, tmp_path / "claims.jsonl")
    assert claims.read(tmp_path / "claims.jsonl") == made


def test_public_questions_become_groups() -> None:
    documents = [
        {
            "source": "set",
            "title": "Harbour",
            "sentences": list(SENTENCES),
            "questions": [{"question": "Who chaired it?", "answers": ["Anna Berg"], "in": [1]}],
        }
    ]
    (group,) = public.shuffled(documents)
    (right,) = [candidate for candidate in group.candidates if candidate.answers]
    assert right.passage.sentence == SENTENCES[1]
    assert right.span == (0, 9)


def test_groups_are_written_and_read_back(tmp_path: Path) -> None:
    made = [
        Group("a", "b", (Candidate(Passage("c", "d", "e"), True, (0, 1), 2), Candidate(Passage("", "", "f"), False)))
    ]
    assert json_lines.write(made, tmp_path / "groups.jsonl") == 1
    assert list(groups.read(tmp_path / "groups.jsonl")) == made


def test_what_the_spans_promise_in_their_examples_holds() -> None:
    assert doctest.testmod(spans).failed == 0


def test_rare_words_count_most() -> None:
    index = Bm25(["the board met", "the board chaired by Berg", "Berg met Berg"])
    assert index.top("Who chaired the board?", 2) == [1, 0]
    assert index.top("nobody", 2) == []


def test_a_reader_is_measured(tmp_path: Path) -> None:
    known = {"2031-03-04-harbour-board": article()}
    reader = Reader.load(tiny_reader.write(tmp_path / "weights.onnx"))
    figures = choose.measure(choose.ask(reader, choose.Record(known), asked(ITEM, NEAR_MISS, DECIDED)), known)
    assert figures["questions"] == 3
    assert figures["right sentence among the ten"] == 1
    assert 0 <= figures["AUC answerable or not"] <= 1


def test_a_network_is_taught_goes_on_and_is_exported(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import export, lesson, teach
    from deploy.reader.network import Network, Shape
    from facts.reader.window import Windows

    cutter = tiny_reader.tokenizer()
    cutter.save(str(tmp_path / "tokenizer.json"))
    passages = [article().passage(place) for place in range(3)]
    candidates = [Candidate(each, place == 1, (0, 9) if place == 1 else None, 2) for place, each in enumerate(passages)]
    group = Group("Who was in the chair?", "", tuple(candidates))
    batch = teach.collate([teach.examples(group, Windows(cutter))])
    batches = teach.mixed(list(teach.batched([group] * 60, seed=1)) * 12, [], seed=1)
    torch.manual_seed(1)
    network = Network(Shape(vocabulary=cutter.get_vocab_size(), layers=1, width=24, heads=2, inner=48), dropout=0.0)
    before = lesson.total(teach.losses(network, batch)).item()
    for _ in range(2):
        taught = lesson.Lesson(network, tmp_path, lesson.Pace(3e-3, 0.05), seconds_max=600)
        taught.run(batches, lambda step: teach.step_losses(network, step, Windows(cutter)))
        taught.save()
    assert taught.done == len(batches)
    assert lesson.total(teach.losses(network, batch)).item() < before / 2
    export.to_onnx(network.eval(), tmp_path / "model.onnx")
    export.finish(tmp_path / "model.onnx", tmp_path / "tokenizer.json", {"slope": 1, "shift": 0}, tmp_path / "w.onnx")
    readings = Reader.load(tmp_path / "w.onnx").read("Who was in the chair?", passages)
    assert max(range(3), key=lambda place: readings[place].logit) == 1


def _untaught() -> Network:
    """A network of a few weights drawn at random."""
    import torch

    from deploy.reader.network import Network, Shape

    vocabulary = tiny_reader.tokenizer().get_vocab_size()
    network = Network(Shape(vocabulary=vocabulary, layers=2, width=24, heads=2, inner=48))
    with torch.no_grad():
        for weights in network.eval().parameters():
            weights += 0.1 * torch.randn_like(weights)
    return network


def _exported(network: Network, folder: Path) -> Path:
    """A network's weights as they are shipped, in a folder that is made for them."""
    from deploy.reader import export

    folder.mkdir()
    tiny_reader.tokenizer().save(str(folder / "tokenizer.json"))
    export.to_onnx(network, folder / "model.onnx")
    made = export.quantised(folder / "model.onnx")
    export.finish(made, folder / "tokenizer.json", {"slope": 1, "shift": 0}, folder / "weights.onnx")
    return folder / "weights.onnx"


def test_what_is_taught_later_fits_into_corrections_of_the_weights(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import correct

    torch.manual_seed(1)
    network = _untaught()

    def exported(name: str) -> Path:
        return _exported(network, tmp_path / name)

    def read(weights: Path) -> list[float]:
        passages = [article().passage(place) for place in range(3)]
        return [each.logit for each in Reader.load(weights).read("Who was in the chair?", passages)]

    shipped = exported("shipped")
    with torch.no_grad():
        for part in (network.layers[1], network.answerable):
            for weights in part.parameters():
                weights *= -0.5
    torch.save(network.state_dict(), tmp_path / "network.pt")
    before, taught = read(shipped), read(exported("taught"))
    correct.write(tmp_path / "network.pt", shipped, slope=2.0, shift=0.5)
    corrected = read(shipped)
    assert max(abs(a - b) for a, b in zip(taught, before, strict=True)) > 0.05
    assert corrected == pytest.approx(taught, abs=0.01)


def test_the_network_that_is_shipped_is_restored_with_its_corrections(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import correct, restore

    torch.manual_seed(1)
    network = _untaught()
    shipped = _exported(network, tmp_path / "shipped")
    with torch.no_grad():
        network.verdict.weight *= -0.5
    torch.save(network.state_dict(), tmp_path / "network.pt")
    correct.write(tmp_path / "network.pt", shipped, slope=1.0, shift=0.0)
    restored = restore.restored(files.read(shipped)[0])
    assert restored.keys() == network.state_dict().keys()
    for name, weights in network.state_dict().items():
        assert restored[name] == pytest.approx(weights.numpy(), abs=float(weights.abs().max()) / 50 + 1e-6)


def test_the_lowest_layers_stay_as_they_are_where_that_is_asked() -> None:
    torch = pytest.importorskip("torch")
    from deploy.reader import lesson, teach
    from deploy.reader.network import Network, Shape
    from facts.reader.window import Windows

    cutter = tiny_reader.tokenizer()
    network = Network(Shape(vocabulary=cutter.get_vocab_size(), layers=2, width=24, heads=2, inner=48))
    network.keep_lowest(1)
    group = Group("Who chaired?", "", (Candidate(article().passage(1), True, (0, 9), 2),))
    lesson.total(teach.losses(network, teach.collate([teach.examples(group, Windows(cutter))]))).backward()
    learning = {name for name, weights in network.named_parameters() if weights.grad is not None}
    assert {name.split(".")[0] for name in learning} == {"layers", "pool", "answerable", "span", "verdict"}
    assert all(name.startswith("layers.1.") for name in learning if name.startswith("layers."))
    assert torch.equal(*(network.train(mode).layers[0](torch.ones(1, 2, 24), torch.zeros(1)) for mode in (True, False)))


def test_a_network_is_taught_to_judge_claims() -> None:
    torch = pytest.importorskip("torch")
    from deploy.reader import lesson, teach
    from deploy.reader.network import Network, Shape
    from facts.reader.window import Windows

    cutter = tiny_reader.tokenizer()
    passage = article().passage(1)
    said = {"Anna Berg": True, "Carl Dahl": False}
    judged = [claims.Taught(Claim("Who chaired?", who, passage), None, true) for who, true in said.items()] * 40
    steps = teach.mixed([], list(teach.batched_claims(judged, seed=1)) * 30, seed=1)
    torch.manual_seed(1)
    network = Network(Shape(vocabulary=cutter.get_vocab_size(), layers=1, width=24, heads=2, inner=48), dropout=0.0)
    before = lesson.total(teach.claim_losses(network, judged, Windows(cutter))).item()
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3)
    for step in steps:
        optimizer.zero_grad()
        teach.step_losses(network, step, Windows(cutter))["judgement"].backward()
        optimizer.step()
    assert lesson.total(teach.claim_losses(network, judged, Windows(cutter))).item() < before / 2


def test_statements_become_questions() -> None:
    from deploy.reader.statements import Statement

    stated = Statement("Did", "the board", "approve", ("three", "loans"), denied=False, subject_is_name=False)
    assert stated.question() == "Did the board approve three loans?"


def test_our_own_questions_are_kept_whole() -> None:
    kept = keep_questions.read(keep_questions.OUT)
    assert len(kept) > 2000
    for question in kept:
        assert ours.remainder(question.article) != 0
        assert bool(question.answers) == (question.kind != "unanswerable") == (question.evidence is not None)
        for answer in question.answers:
            if question.evidence and not isinstance(answer, str):
                assert question.evidence[0] <= answer[0] < answer[1] <= question.evidence[1]
