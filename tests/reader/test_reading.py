from __future__ import annotations

import ast
import hashlib
import io
import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy
import pytest
import tiny_reader
from hypothesis import given
from hypothesis import strategies as st

from facts.reader import WEIGHTS, Claim, Passage, Reader, ReaderError, Reading, checksum, files
from facts.reader.corrections import lay_over, packed
from facts.reader.reading import whole_words

ROOT = Path(__file__).parents[2]
TEXT = st.text(alphabet="abc de1 .,'’é漢-|", max_size=80)
PASSAGES = st.lists(st.builds(Passage, TEXT, TEXT, TEXT), max_size=9)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_reader.write(tmp_path_factory.mktemp("reader") / "weights.onnx")


@pytest.fixture(scope="module")
def reader(weights: Path) -> Reader:
    return Reader.load(weights)


@given(question=TEXT, passages=PASSAGES, asked_before=TEXT)
def test_each_passage_is_read_as_if_it_were_alone(
    reader: Reader, question: str, passages: list[Passage], asked_before: str
) -> None:
    together = reader.read(question, passages, asked_before)
    assert len(together) == len(passages)
    for passage, reading in zip(passages, together, strict=True):
        (alone,) = reader.read(question, [passage], asked_before)
        assert (alone.begin, alone.end) == (reading.begin, reading.end)
        assert alone.logit == pytest.approx(reading.logit, abs=1e-4)
        assert alone.yes == pytest.approx(reading.yes, abs=1e-4)


@given(question=TEXT, passage=st.builds(Passage, TEXT, TEXT, TEXT))
def test_marked_words_are_whole_and_stand_in_the_sentence(reader: Reader, question: str, passage: Passage) -> None:
    (reading,) = reader.read(question, [passage])
    sentence = passage.sentence
    assert 0 <= reading.begin <= reading.end <= len(sentence)
    marked = sentence[reading.begin : reading.end]
    assert bool(marked) == bool(sentence.strip())
    for place in (reading.begin, reading.end):
        assert not (0 < place < len(sentence) and sentence[place - 1].isalnum() and sentence[place].isalnum())


@given(question=TEXT, passage=st.builds(Passage, TEXT, TEXT, TEXT))
def test_chances_are_chances(reader: Reader, question: str, passage: Passage) -> None:
    (reading,) = reader.read(question, [passage])
    assert reading.yes + reading.no + reading.neither == pytest.approx(1)
    assert 0 <= reading.span_probability <= 1 + 1e-9
    assert reading.probability == pytest.approx(1 / (1 + math.exp(-reading.logit)))


@given(claims=st.lists(st.builds(Claim, TEXT, TEXT, st.builds(Passage, TEXT, TEXT, TEXT)), max_size=9))
def test_each_claim_is_judged_as_if_it_were_alone(reader: Reader, claims: list[Claim]) -> None:
    together = reader.judge(claims)
    assert len(together) == len(claims)
    for claim, judgement in zip(claims, together, strict=True):
        (alone,) = reader.judge([claim])
        assert (alone.good, alone.true) == pytest.approx((judgement.good, judgement.true), abs=1e-4)


def test_another_answer_is_judged_otherwise(reader: Reader) -> None:
    passage = Passage("", "", "Anna Berg chaired the meeting.")
    first, second = reader.judge([Claim("Who chaired it?", who, passage) for who in ("Anna Berg", "Carl Dahl")])
    assert first != second


def test_a_logit_becomes_a_chance_as_calibrated(reader: Reader, tmp_path: Path) -> None:
    calibrated = Reader.load(tiny_reader.write(tmp_path / "weights.onnx", calibration={"slope": 0.5, "shift": -1.0}))
    (reading,) = calibrated.read("a", [Passage("b", "", "c")])
    (plain,) = reader.read("a", [Passage("b", "", "c")])
    assert reading.logit == plain.logit
    assert reading.probability == pytest.approx(1 / (1 + math.exp(1 - 0.5 * reading.logit)))


def test_long_texts_are_cut_and_read(reader: Reader) -> None:
    long = "abc " * 5000
    (reading,) = reader.read(long, [Passage(long, long, long)], long)
    assert reading.end <= len(long)


def test_nothing_to_read(reader: Reader) -> None:
    assert reader.read("abc", []) == []
    (reading,) = reader.read("", [Passage("", "", "")])
    assert (reading.begin, reading.end, reading.span_probability) == (0, 0, 0)


def test_two_threads_read_the_same(weights: Path, reader: Reader) -> None:
    passages = [Passage("b", "", "c d e"), Passage("a", "c", "e")]
    readings: list[list[Reading]] = [each.read("a b", passages) for each in (reader, Reader.load(weights, threads=2))]
    for first, second in zip(*readings, strict=True):
        assert first.logit == pytest.approx(second.logit, abs=1e-4)


def refused(weights: Path, named: Path | None = None) -> str:
    with pytest.raises(ReaderError) as caught:
        Reader.load(weights)
    said = str(caught.value)
    assert said.startswith(f"{named or weights}: ")
    assert "\n" not in said
    assert said.endswith("install Onrecord again")
    return said


def test_missing_weights_are_named(tmp_path: Path) -> None:
    assert "missing" in refused(tmp_path / "weights.onnx")


def test_a_missing_checksum_is_named(tmp_path: Path) -> None:
    weights = tiny_reader.write(tmp_path / "weights.onnx")
    weights.with_suffix(".sha256").unlink()
    assert "checksum" in refused(weights, weights.with_suffix(".sha256"))


def test_damaged_weights_are_named(tmp_path: Path) -> None:
    weights = tiny_reader.write(tmp_path / "weights.onnx")
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)
    assert "damaged" in refused(weights)
    weights.write_bytes(data[:100])
    assert "damaged" in refused(weights)


def test_a_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    weights = tmp_path / "weights.onnx"
    weights.write_bytes(b"no model")
    weights.with_suffix(".sha256").write_text(hashlib.sha256(b"no model").hexdigest(), encoding="ascii")
    assert "not a reader's" in refused(weights)


def corrected(folder: Path, after: Mapping[int, bytes] | None = None, **more: object) -> Path:
    """A tiny reader with corrections beside it: by offsets what stands in its file instead, and what else they hold."""
    weights = tiny_reader.write(folder / "weights.onnx")
    add_corrections(weights, "corrections.npz", after or {}, **more)
    return weights


def add_corrections(weights: Path, name: str, after: Mapping[int, bytes], **more: object) -> None:
    """Write corrections of a tiny reader beside it, and name them among the checksums."""
    file = weights.with_name(name)
    numpy.savez_compressed(file, **packed(weights.read_bytes(), after), **more)  # type: ignore[arg-type]
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    with weights.with_suffix(".sha256").open("a", encoding="ascii") as stream:
        stream.write(f"{digest}  {name}\n")


def halved_table(weights: Path) -> dict[int, bytes]:
    """What halves each number of a tiny reader, by its offset in the file."""
    table = tiny_reader.table(seed=1)
    return {weights.read_bytes().index(table.tobytes()): (table / 2).tobytes()}


def test_corrections_are_laid_over_the_weights(tmp_path: Path) -> None:
    passages = [Passage("b", "", "c d e"), Passage("a", "c", "e")]
    weights = corrected(tmp_path, calibration=numpy.array([2.0, 0.5]))
    before = Reader.load(weights).read("a b", passages)
    assert before[0].probability == pytest.approx(1 / (1 + math.exp(-2 * before[0].logit - 0.5)))
    halved = corrected(tmp_path, halved_table(weights))
    for first, second in zip(before, Reader.load(halved).read("a b", passages), strict=True):
        assert second.logit == pytest.approx(first.logit / 2, abs=1e-4)
        assert second.probability == pytest.approx(1 / (1 + math.exp(-second.logit)))


def test_yes_or_no_is_read_with_corrections_of_its_own(tmp_path: Path) -> None:
    weights = corrected(tmp_path, calibration=numpy.array([2.0, 0.5]))
    add_corrections(weights, files.YES_NO, halved_table(weights))
    passages = [Passage("b", "", "c d e"), Passage("a", "c", "e")]
    plain, of_its_own = (Reader.load(weights, yes_no=each).read("a b", passages) for each in (False, True))
    for first, second in zip(plain, of_its_own, strict=True):
        assert second.logit == pytest.approx(first.logit / 2, abs=1e-4)
        assert second.probability == pytest.approx(1 / (1 + math.exp(-2 * second.logit - 0.5)))
    (tmp_path / files.YES_NO).unlink()
    assert Reader.load(weights).read("a b", passages) == plain
    with pytest.raises(ReaderError, match="missing"):
        Reader.load(weights, yes_no=True)


@pytest.mark.parametrize("after", [{}, {2: b"\x08\x06"}, {1: b"\x00\x0e\x0f\xff", 6: b"\x80"}, {0: bytes(range(7))}])
def test_corrections_make_each_byte_what_it_is_to_be(after: dict[int, bytes]) -> None:
    model = bytearray([7, 7, 7, 7, 7, 7, 7])
    wanted = bytearray(model)
    for offset, data in after.items():
        wanted[offset : offset + len(data)] = data
    written = io.BytesIO()
    numpy.savez(written, **packed(model, after))  # type: ignore[arg-type]
    assert lay_over(model, written.getvalue()) is None
    assert model == wanted


def test_missing_and_damaged_corrections_are_named(tmp_path: Path) -> None:
    weights = corrected(tmp_path, calibration=numpy.array([2.0, 0.5]))
    corrections = tmp_path / "corrections.npz"
    data = corrections.read_bytes()
    corrections.write_bytes(data[:-1])
    assert "damaged" in refused(weights, corrections)
    corrections.unlink()
    assert "missing" in refused(weights, corrections)
    with pytest.raises(ReaderError, match="missing"):
        files.verify(weights)


def test_the_checksum_is_read_without_the_weights(weights: Path, tmp_path: Path) -> None:
    assert len(checksum(weights)) == 64
    with pytest.raises(ReaderError):
        checksum(tmp_path / "weights.onnx")


def test_a_compile_reads_the_weights_once_and_one_of_nothing_new_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    text = "date 2024-05-14\n\nThe Harbour Council met in Ostford. It was chaired by Ann Poole, the mayor of Ostford."
    (tmp_path / "seeds" / "harbour.txt").write_text(text, encoding="utf-8")
    code = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, given: opened.append(given[0]) if event == 'open' else None)\n"
        "from facts.compile import compiler; from pathlib import Path\n"
        "for _ in range(2):\n"
        "    opened.clear(); compiler.run([Path('seeds')], Path('base'))\n"
        "    print(sum(str(each).endswith('weights.onnx') for each in opened))\n"
    )
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert [line for line in found.stdout.splitlines() if line.isdecimal()] == ["1", "0"]


def test_importing_the_reader_loads_no_runtime() -> None:
    code = "import facts.reader, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"onnxruntime", "tokenizers", "numpy", "torch"} & set(json.loads(done.stdout))


def test_the_reader_stands_on_the_model_alone() -> None:
    for module in (ROOT / "facts" / "reader").glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("facts"):
                assert (node.module or "").startswith(("facts.reader", "facts.model"))


@pytest.mark.skipif(not WEIGHTS.exists(), reason="the weights are not made yet")
def test_the_shipped_reader_says_yes_or_no_by_weights_of_its_own() -> None:
    sentence = "The board approved the loan for the new crane on Tuesday evening."
    passage = Passage("Harbour board meets | 4 March 2031", "", sentence)
    question = "did the harbour board say yes to the loan for the crane?"
    (reading,) = Reader.load(yes_no=True).read(question, [passage])
    assert reading.yes > max(reading.no, reading.neither)
    assert (reading,) != tuple(Reader.load().read(question, [passage]))


@pytest.mark.skipif(not WEIGHTS.exists(), reason="the weights are not made yet")
def test_the_shipped_reader_reads() -> None:
    heading = "Harbour board meets | 4 March 2031"
    sentences = [
        "The harbour board met on Tuesday in the town hall.",
        "Anna Berg chaired the meeting.",
        "The board did not approve the loan for the new crane.",
        "A fish market was opened by the mayor.",
    ]
    passages = [
        Passage(heading, before, sentence) for before, sentence in zip(["", *sentences], sentences, strict=False)
    ]
    shipped = Reader.load()
    readings = shipped.read("Who was in the chair when the harbour board met?", passages)
    best = max(range(4), key=lambda place: readings[place].logit)
    assert best == 1
    assert sentences[1][readings[1].begin : readings[1].end] == "Anna Berg"
    assert all(reading.probability < 0.5 for reading in shipped.read("Who won the cup in 1987?", passages))


@given(st.text(alphabet="Aa1 .,-$€%’'é", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_whole_words_only_widen_a_span_and_leave_nothing_half_but_spaces_apart(text: str, one: int, other: int) -> None:
    begin, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = whole_words(text, begin, end)
    assert 0 <= first <= begin <= end <= last <= len(text)
    assert whole_words(text, first, last) == (first, last)
    assert not any(letter.isspace() for letter in text[first:begin] + text[end:last])


@pytest.mark.parametrize(
    ("sentence", "marked", "whole"),
    [
        ("Tarn promised about NZ$4.5 million.", "4.5 million", "NZ$4.5 million"),
        ("Tarn promised about £14,000 more.", "000", "£14,000"),
        ("The turnout was 61.5% at noon.", "5", "61.5%"),
        ("The vice-chair, Ann Poole, spoke.", "chair", "vice-chair"),
        ("It met non-NATO states.", "NATO states", "non-NATO states"),
        ("Tarn-led talks began at 10:30.", "Tarn", "Tarn"),
        ("Jean-Marc spoke.", "Jean", "Jean-Marc"),
        ("Tarn's minister spoke.", "Tarn", "Tarn"),
    ],
)
def test_a_sum_keeps_its_sign_and_a_word_its_first_half(sentence: str, marked: str, whole: str) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*whole_words(sentence, begin, begin + len(marked)))] == whole
