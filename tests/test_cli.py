"""The `onrecord` command: what it prints, on which stream, with which exit status."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from harbour_board import ARTICLE, CHAIRED

from bot import cli, dialog, index
from bot.matching.reading import SentenceReader
from bot.terminal import batch, chat, check, reliability
from bot.wording import messages
from facts.compile import compiler
from facts.pages import base
from facts.reader import Reader

ROOT = Path(__file__).parent.parent
CHAIR = "Who chaired the fourth meeting of the Harbour Board?"
REWORDED = "which person was in charge when the Harbour Board met?"
"""Words that no question on record has: it takes the reader."""
KEYS = [
    "status",
    "question",
    "answer",
    "kind",
    "evidence",
    "source",
    "date",
    "url",
    "article",
    "meeting",
    "confidence",
    "read",
    "also",
    "differs",
    "suggestions",
    "took_ms",
]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine that the tests run on."""
    for name in [name for name in os.environ if name.startswith(("ONRECORD_", "TELEGRAM_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """A stand-in for the dialog: what it is told, question by question, with the one asked before."""
    questions: list[tuple[str, str | None]] = []

    def reply(text: str, _: object, context: dialog.Context, _reader: object) -> tuple[dialog.Reply, dialog.Context]:
        questions.append((text, context.question))
        return dialog.Reply("none", text), dialog.Context(question=text)

    monkeypatch.setattr(dialog, "reply", reply)
    return questions


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


class TestAsk:
    def test_answer_evidence_source_and_date_are_printed(
        self, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["ask", CHAIR]) == 0
        out = capsys.readouterr().out
        assert out.startswith("Ana Lindqvist\n")
        assert CHAIRED in out
        assert "Gotland Post, 14 May 2024" in out

    def test_a_question_may_be_given_word_by_word(self, small_base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["ask", *CHAIR.split()]) == 0
        assert capsys.readouterr().out.startswith("Ana Lindqvist\n")

    def test_json_has_the_documented_keys(self, small_base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["ask", "--json", CHAIR]) == 0
        (reply,) = lines_of(capsys.readouterr().out)
        assert list(reply) == KEYS
        assert (reply["status"], reply["answer"], reply["article"]) == ("answer", "Ana Lindqvist", ARTICLE)
        assert reply["date"] == "2024-05-14"

    def test_what_is_not_on_record_is_no_error(self, small_base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["ask", "--json", "How many penguins escaped from the zoo?"]) == 0
        (reply,) = lines_of(capsys.readouterr().out)
        assert list(reply) == KEYS
        assert (reply["status"], reply["answer"]) == ("none", None)

    @pytest.mark.parametrize(
        "text", ["", " ", "🙂", "?!", "<b>&", "誰が議長でしたか", "a" * 10_000, "who " * 5_000, "\udcff"]
    )
    def test_any_text_gets_a_reply(self, text: str, small_base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["ask", "--json", text]) == 0
        (reply,) = lines_of(capsys.readouterr().out)
        assert reply["status"] in ("suggest", "none")

    def test_a_terminal_is_given_no_control_characters(
        self, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        escape = chr(27)
        for arguments in (
            ["ask", f"{escape}[31mzzz chaired?"],
            ["ask", "--explain", f"{escape}[31mzzz chaired?"],
            ["ask", CHAIR, "--base", f"no{escape}[31mbase"],
            ["explain", f"no{escape}[31marticle"],
            ["find", f"{escape}[31mzzz"],
            ["compile", f"no{escape}[31marticle.txt"],
            ["add", f"no{escape}[31marticle.txt"],
        ):
            cli.main(arguments)
            printed = capsys.readouterr()
            assert escape not in printed.out + printed.err, arguments

    def test_a_follow_up_is_read_after_its_context(self, small_base: Path, told: list[tuple[str, str | None]]) -> None:
        assert cli.main(["ask", "--context", CHAIR, "and where was it?"]) == 0
        assert told == [(CHAIR, None), ("and where was it?", CHAIR)]

    def test_explained_it_shows_what_was_read_what_that_weighs_and_the_reply(
        self, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["ask", "--explain", *REWORDED.split()]) == 0
        out = capsys.readouterr().out
        assert out.startswith("asks for: which; words: person")
        for shown in ("\nfacts by rules ", "\nsentences read ", "  reader ", "\n  bias ", " × ", "\n  log-odds "):
            assert shown in out
        assert f"({ARTICLE})" in out
        cli.main(["ask", *REWORDED.split()])
        reply = capsys.readouterr().out
        assert CHAIRED in reply
        assert out.endswith(f"\n\n{reply}")

    def test_explained_a_follow_up_is_read_after_its_context(
        self, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["ask", "--explain", "--context", CHAIR, "and where was it?"]) == 0
        assert "Visby" in capsys.readouterr().out.rpartition("log-odds")[2]


class TestWeights:
    """The reader's weights, missing or damaged; only what has to be read needs them."""

    @pytest.fixture(params=["missing", "damaged", "without a checksum"])
    def broken(self, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        weights = tmp_path / "weights.onnx"
        if request.param != "missing":
            weights.write_bytes(b"not weights")
        if request.param == "damaged":
            weights.with_suffix(".sha256").write_text("0" * 64)
        monkeypatch.setattr(cli, "_reader", lambda: SentenceReader(lambda: Reader.load(weights)))
        return weights

    @pytest.mark.parametrize("args", [["ask"], ["ask", "--json"], ["ask", "--explain"]])
    def test_that_cannot_be_used_are_one_line_that_names_the_file(
        self, args: list[str], small_base: Path, broken: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main([*args, REWORDED]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"onrecord: {broken.with_suffix('')}.")
        assert err.count("\n") == 1
        assert "install Onrecord again" in err
        assert "Traceback" not in err

    def test_of_a_file_of_questions_too(
        self, small_base: Path, broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.jsonl").write_text(json.dumps({"question": REWORDED}))
        (tmp_path / "q.yaml").write_text(f"- question: {REWORDED}\n  answers: Lindqvist\n")
        for args in (["ask", "--batch", "q.jsonl"], ["check", "q.yaml"]):
            assert cli.main(args) == 1
            err = capsys.readouterr().err
            assert err.startswith(f"onrecord: {broken.with_suffix('')}.")
            assert err.count("\n") == 1

    @pytest.mark.parametrize("args", [["ask"], ["ask", "--explain"]])
    def test_are_not_needed_for_what_is_on_record_word_by_word(
        self, args: list[str], small_base: Path, broken: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main([*args, CHAIR]) == 0
        out, err = capsys.readouterr()
        assert "Ana Lindqvist\n" in out
        assert err == ""

    def test_are_needed_before_the_bot_runs(
        self, small_base: Path, broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", f"123456:{'a' * 35}")
        assert cli.main(["run"]) == 2
        err = capsys.readouterr().err
        assert err.startswith(f"onrecord: {broken.with_suffix('')}.")
        assert err.count("\n") == 1


class TestBatch:
    def test_replies_keep_the_order_and_a_bad_line_its_place(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        questions = tmp_path / "questions.jsonl"
        good = json.dumps({"question": CHAIR})
        where = json.dumps({"question": "Where was the fourth meeting of the Harbour Board held?", "context": None})
        questions.write_bytes(
            "\n".join(["\ufeff" + good, "", "{", where, '{"question": 1}', good]).encode() + b"\n\xff\n"
        )
        assert cli.main(["ask", "--batch", str(questions)]) == 1
        out, err = capsys.readouterr()
        replies = lines_of(out)
        assert [reply["answer"] for reply in replies] == [
            "Ana Lindqvist", None, None, "Visby", None, "Ana Lindqvist", None,
        ]  # fmt: skip
        assert {reply["status"] for reply in replies if reply["answer"] is None} == {"none"}
        assert all(list(reply) == KEYS for reply in replies)
        assert [line.split(" ")[1] for line in err.splitlines()] == [f"{questions}:{n}:" for n in (3, 5, 7)]

    @pytest.mark.parametrize(("text", "lines"), [("", 0), ("\n", 1), (" \r\n\n", 2), ("\n\n \t", 3)])
    def test_a_blank_line_asks_nothing_and_has_a_reply_of_its_own(
        self, text: str, lines: int, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.jsonl").write_text(text, newline="")
        assert cli.main(["ask", "--batch", "q.jsonl"]) == 0
        out, err = capsys.readouterr()
        assert [reply["status"] for reply in lines_of(out)] == ["none"] * lines
        assert err == ""

    def test_plain_questions_one_a_line_are_asked_as_json_ones_are(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.txt").write_text(f"\ufeff{CHAIR}\r\n" + json.dumps({"question": CHAIR}) + f"\n  {CHAIR}\n")
        assert cli.main(["ask", "--batch", "q.txt"]) == 0
        out, err = capsys.readouterr()
        assert [(each["question"], each["answer"]) for each in lines_of(out)] == [(CHAIR, "Ana Lindqvist")] * 3
        assert err == ""

    def test_stdin_is_read(
        self, small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps({"question": CHAIR}).encode())))
        assert cli.main(["ask", "--batch", "-"]) == 0
        assert lines_of(capsys.readouterr().out)[0]["answer"] == "Ana Lindqvist"

    @pytest.mark.parametrize(
        "data", [b"\x89PNG\r\n\x1a\n\0\0\n" * 9, json.dumps({"question": CHAIR}).encode("utf-16-le")]
    )
    def test_what_is_no_text_is_one_error(
        self, data: bytes, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.jsonl").write_bytes(data)
        assert cli.main(["ask", "--batch", "q.jsonl"]) == 1
        assert capsys.readouterr() == ("", "onrecord: q.jsonl: is not text; give a file of JSON Lines\n")

    def test_a_file_in_utf_16_as_some_shells_write_it_is_read(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.jsonl").write_text(json.dumps({"question": CHAIR}) + "\n", encoding="utf-16")
        assert cli.main(["ask", "--batch", "q.jsonl"]) == 0
        assert lines_of(capsys.readouterr().out)[0]["answer"] == "Ana Lindqvist"

    def test_a_missing_file_is_named(self, small_base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["ask", "--batch", "gone.jsonl"]) == 1
        assert capsys.readouterr().err == "onrecord: gone.jsonl: No such file or directory; give a file of JSON Lines\n"

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            (b"{", "not JSON"),
            (b"[" * 100_000, "not JSON"),
            (b"[]", 'no text named "question"'),
            (b'{"question": null}', 'no text named "question"'),
            (b'{"question": "?", "context": 1}', '"context" is not a text'),
            (b"\xff", "not UTF-8"),
        ],
    )
    def test_a_bad_line_says_what_is_wrong(self, line: bytes, says: str) -> None:
        with pytest.raises(batch.LineError, match=says):
            batch.parse_line(line)


class TestBase:
    @pytest.mark.parametrize("args", [["ask", "Who?"], ["chat"], ["check", "questions.yaml"]])
    def test_without_a_base_one_line_says_how_to_make_it(
        self, args: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(args) == 1
        err = capsys.readouterr().err
        assert err.startswith("onrecord: facts/base: ")
        assert "onrecord compile" in err
        assert err.count("\n") == 1

    def test_every_broken_page_is_named_and_the_others_answer(
        self, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (small_base / "a.yaml").write_text("schema: 1\n  - [")
        (small_base / "b.yaml").write_text("schema: 99\n")
        assert cli.main(["ask", CHAIR]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("Ana Lindqvist\n")
        assert {line.split(" ")[1].partition(":")[0] for line in err.splitlines()} == {
            "facts/base/a.yaml",
            "facts/base/b.yaml",
        }

    def test_the_option_comes_before_the_setting_and_the_setting_before_home(
        self, small_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
        assert cli.main(["ask", CHAIR]) == 0
        monkeypatch.setenv("ONRECORD_BASE", "gone")
        assert cli.main(["ask", CHAIR]) == 1
        assert cli.main(["ask", CHAIR, "--base", "../facts/base"]) == 0
        assert "onrecord: gone: " in capsys.readouterr().err


class TestUsage:
    @pytest.mark.parametrize(
        "args",
        [
            [],
            ["nonsense"],
            ["ask"],
            ["ask", "--batch", "a", "Who?"],
            ["ask", "--batch", "a", "--context", "Who?"],
            ["check"],
            ["compile", "--jobs", "0"],
            ["compile", "--jobs", "many"],
            ["ask", "--explain", "--json", "Who?"],
            ["ask", "--explain", "--batch", "a"],
            ["ask", "--bas", "x", "Who?"],
            ["check", "q.yaml", "--plot", "curve.jpg"],
        ],
    )
    def test_wrong_usage_ends_with_2(self, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as end:
            cli.main(args)
        assert end.value.code == 2
        assert capsys.readouterr().err.startswith("usage: onrecord")

    @pytest.mark.parametrize(
        "args",
        [
            ["add", ""],
            ["compile", ""],
            ["remove", " "],
            ["show", ""],
            ["import", "a.csv", ""],
            ["ask", "--base", "", "x"],
        ],
    )
    def test_an_argument_of_nothing_is_refused_in_one_line(
        self, args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert cli.main(args) == 2
        said = "onrecord: an argument is empty (a variable that is not set?); say what is meant, or leave it out\n"
        assert capsys.readouterr() == ("", said)
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("args", [["compile"], ["add", "a.txt"], ["lint"], ["import", "a.csv"], ["remove", "a"]])
    @pytest.mark.parametrize("closed", ["seeds", "seeds/north"])
    def test_a_folder_that_may_not_be_read_is_one_line_that_says_what_to_do(
        self,
        args: list[str],
        closed: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("seeds/north").mkdir(parents=True)
        monkeypatch.setattr(os, "access", lambda path, _: str(path) != closed)
        assert cli.main(args) == 1
        said = f"onrecord: {closed}: this folder may not be read; give yourself the right to it (chmod u+rx {closed})\n"
        assert capsys.readouterr() == ("", said)

    def test_what_may_not_be_touched_is_named_whatever_it_is(
        self, small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied", "facts/base/x")

        monkeypatch.setattr(index, "load", refuse)
        assert cli.main(["ask", "Who?"]) == 1
        said = "onrecord: facts/base/x: Permission denied; see to the rights of it and of its folder\n"
        assert capsys.readouterr().err == said

    def test_a_number_of_processes_that_is_none_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            cli.main(["compile", "--jobs", "many"])
        assert capsys.readouterr().err.endswith("argument --jobs: “many” is no whole number\n")

    def test_without_articles_to_compile_one_line_asks_for_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["compile"]) == 2
        assert (
            capsys.readouterr().err == "onrecord: no folder seeds here; name the articles: onrecord compile ARTICLE…\n"
        )

    @pytest.mark.parametrize("command", ["compile", "add"])
    @pytest.mark.parametrize("given", ["facts/base", f"facts/base/{ARTICLE}.yaml"])
    def test_a_base_that_is_given_for_articles_is_refused_in_one_line(
        self, command: str, given: str, small_base: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        base.save_schema(small_base)
        assert cli.main([command, given]) == 2
        said = f"{given}: is what a compile writes, not an article; name the folder of the articles, seeds for one"
        assert capsys.readouterr() == ("", f"onrecord: {said}\n")

    def test_a_base_below_a_folder_of_articles_is_passed_over(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        base.save_schema(small_base)
        (tmp_path / "facts" / "weir.md").write_text("---\nimported: x\n", encoding="utf-8")
        assert [path.name for path in compiler.expand([tmp_path / "facts"])] == ["weir.md"]
        assert not compiler.is_base(tmp_path / "facts")

    @pytest.mark.parametrize("token", ["", "nonsense"])
    def test_a_missing_or_wrong_token_is_one_line_without_it(
        self, token: str, small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
        assert cli.main(["run"]) == 2
        err = capsys.readouterr().err
        assert err.startswith("onrecord: TELEGRAM_BOT_TOKEN")
        assert err.count("\n") == 1
        assert "nonsense" not in err

    def test_a_wrong_setting_is_one_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("ONRECORD_CONFIG", "gone.toml")
        assert cli.main(["ask", "Who?"]) == 2
        assert capsys.readouterr().err.startswith("onrecord: gone.toml: ")

    @pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (ZeroDivisionError("by zero"), 1)])
    def test_no_traceback_reaches_a_user(
        self,
        error: BaseException,
        status: int,
        small_base: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(index, "load", fail)
        assert cli.main(["ask", "Who?"]) == status
        assert "Traceback" not in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("args", "says"),
        [
            (["ask", "--foo"], "error: there is no option --foo here; put “--” in front of a question"),
            (["ask", "--foo", "Who", "came?"], "error: there is no option --foo here; put “--”"),
            (["show", ARTICLE, "--foo"], "error: there is no option --foo here\n"),
            (["explain"], "error: the following arguments are required: ARTICLE\n"),
            (["remove"], "error: name the articles: onrecord remove ARTICLE…\n"),
        ],
    )
    def test_what_a_command_lacks_or_does_not_know_is_said_with_its_own_usage(
        self, args: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as end:
            cli.main(args)
        assert end.value.code == 2
        err = capsys.readouterr().err
        assert err.startswith(f"usage: onrecord {args[0]} ")
        assert says in err

    @pytest.mark.parametrize(
        "args", [["ask", CHAIR], ["show", ARTICLE], ["export"], ["--help"], ["--version"], ["check", "q.yaml"]]
    )
    def test_output_that_cannot_be_written_is_one_line(self, args: list[str], small_base: Path, tmp_path: Path) -> None:
        (tmp_path / "q.yaml").write_text(QUESTIONS)
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "bot.cli", *args]
            done = subprocess.run(command, cwd=tmp_path, env=env, stdout=full, stderr=subprocess.PIPE, check=False)
        said = "what is printed cannot be written (No space left on device); make room there, or send it elsewhere"
        assert (done.returncode, done.stderr.decode()) == (1, f"onrecord: {said}\n")

    def test_a_reader_that_leaves_early_is_no_error(self, small_base: Path, tmp_path: Path) -> None:
        (tmp_path / "q.jsonl").write_text((json.dumps({"question": CHAIR}) + "\n") * 500)
        command = f'"{sys.executable}" -m bot.cli ask --batch q.jsonl | head -n 1; echo "${{PIPESTATUS[0]}}" >&2'
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
        )
        assert (len(done.stdout.splitlines()), done.stderr) == (1, "0\n")


def test_what_is_done_is_logged_if_wanted_and_never_what_was_asked(
    small_base: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert cli.main(["--verbose", "ask", CHAIR]) == 0
    said = [record.getMessage() for record in caplog.records]
    assert "facts/base: 1 articles, 3 facts" in said
    assert any(line.startswith(f"answer: a fact of {ARTICLE}, ") for line in said)
    assert "Harbour" not in caplog.text


def suggestion(question: str, answer: str = "Visby", confidence: float = 0.5) -> dialog.Answer:
    return dialog.Answer("0" * 16, question, answer, "where", CHAIRED, None, None, None, ARTICLE, None, confidence)


def reading(*lines: str) -> Callable[[], str]:
    """What stands in for a keyboard: gives the lines, then the end of the input."""
    remaining: Iterator[str] = iter(lines)

    def read() -> str:
        try:
            return next(remaining)
        except StopIteration:
            raise EOFError from None

    return read


class TestChat:
    def test_follow_ups_are_read_after_what_was_said(
        self, small_base: Path, told: list[tuple[str, str | None]]
    ) -> None:
        chat.converse(index.load(small_base), reading(CHAIR, "", "and where was it?"), lambda _: None)
        assert told == [(CHAIR, None), ("and where was it?", CHAIR)]

    def test_who_objects_is_offered_what_else_may_be_meant(
        self, small_base: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        others = [suggestion("Where was it held?", "Visby"), suggestion("Who chaired it?", "Ana")]
        monkeypatch.setattr(dialog, "nearest", lambda *_: others)
        said: list[str] = []
        chat.converse(index.load(small_base), reading(CHAIR, "no", "2", "no"), said.append)
        assert said[0].startswith("Ana Lindqvist")
        assert said[1].startswith(messages.NOT_SURE)
        assert "Visby" in said[1]
        assert said[2].startswith("Ana\n")

    def test_what_was_objected_to_is_not_offered_again(self, small_base: Path) -> None:
        said: list[str] = []
        chat.converse(index.load(small_base), reading(CHAIR, "no"), said.append)
        assert "Ana Lindqvist" in said[0]
        assert "Ana Lindqvist" not in said[1]

    def test_who_objects_again_is_offered_what_was_not_said_yet(
        self, small_base: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        others = [
            dataclasses.replace(
                suggestion("Where was it held?", place), key=f"{at:016x}", evidence=f"It met in {place}."
            )
            for at, place in enumerate(("Visby", "Osk", "Tarn", "Marn"))
        ]
        monkeypatch.setattr(dialog, "nearest", lambda *_: others)
        said: list[str] = []
        chat.converse(index.load(small_base), reading(CHAIR, "no", "really?", "wrong"), said.append)
        assert [("Tarn" in text, "Marn" in text) for text in said[1:3]] == [(True, False), (False, True)]
        assert said[3] == messages.NOTHING_ELSE

    def test_an_objection_to_what_was_offered_is_no_question(
        self, small_base: Path, told: list[tuple[str, str | None]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dialog, "nearest", lambda *_: [])
        said: list[str] = []
        chat.converse(index.load(small_base), reading("Who swam?", "not that", "and where?"), said.append)
        assert said[1] == messages.NOTHING_ELSE
        assert told == [("Who swam?", None), ("and where?", "Who swam?")]

    def test_a_command_or_a_number_of_no_suggestion_is_no_question(
        self, small_base: Path, told: list[tuple[str, str | None]]
    ) -> None:
        said: list[str] = []
        chat.converse(index.load(small_base), reading("/meetings", "2", CHAIR), said.append)
        assert said[:2] == [chat.NO_COMMAND, chat.NO_CHOICE]
        assert [text for text, _ in told] == [CHAIR]

    def test_help_says_what_can_be_typed_and_where_what_went_unanswered_is(self, small_base: Path) -> None:
        said: list[str] = []
        chat.converse(index.load(small_base), reading("/help", "/Help"), said.append)
        assert said == [chat.HELP, chat.HELP]
        assert "onrecord meetings" in chat.HELP
        assert "/unanswered" in chat.HELP

    @pytest.mark.parametrize("word", ["exit", "quit", "Exit", " quit ", "/quit"])
    def test_who_types_exit_or_quit_leaves(
        self, word: str, small_base: Path, told: list[tuple[str, str | None]]
    ) -> None:
        said: list[str] = []
        chat.converse(index.load(small_base), reading("Who?", word, "Who came?"), said.append)
        assert (told, len(said)) == ([("Who?", None)], 1)

    def test_an_objection_to_nothing_is_a_question(self, small_base: Path, told: list[tuple[str, str | None]]) -> None:
        chat.converse(index.load(small_base), reading("no"), lambda _: None)
        assert [text for text, _ in told] == ["no"]

    def test_a_number_chooses_a_suggestion(self, small_base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        choices = (suggestion("Where was it held?", "Visby"), suggestion("Who chaired it?", "Ana"))
        contexts: list[dialog.Context] = []

        def reply(
            text: str, _: object, context: dialog.Context, _reader: object
        ) -> tuple[dialog.Reply, dialog.Context]:
            contexts.append(context)
            return dialog.Reply(
                "suggest" if text == "?" else "none", text, suggestions=choices if text == "?" else ()
            ), context

        monkeypatch.setattr(dialog, "reply", reply)
        said: list[str] = []
        chat.converse(index.load(small_base), reading("?", "2", "1", "3", "so?", "1"), said.append)
        assert [text.splitlines()[0] for text in said[1:3]] == ["Ana", "Visby"]
        assert contexts[1] == dialog.Context("Where was it held?", ARTICLE, "0" * 16)
        assert len(contexts) == 2
        assert said[3] == said[5] == chat.NO_CHOICE, "a number that chooses nothing is no question"

    def test_without_a_terminal_only_replies_are_printed(
        self, small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{CHAIR}\n"))
        assert cli.main(["chat"]) == 0
        assert capsys.readouterr().out.startswith("Ana Lindqvist\n")

    def test_on_a_terminal_lines_are_kept_in_a_history_and_ctrl_d_leaves(
        self, small_base: Path, tmp_path: Path
    ) -> None:
        master, slave = pty.openpty()
        env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "dumb"}
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "chat"], cwd=tmp_path, env=env, stdin=slave, stdout=slave, stderr=slave
        )
        os.close(slave)
        shown = b""
        while chat.PROMPT.encode() not in shown:
            shown += os.read(master, 4096)
        os.write(master, f"{CHAIR}\n".encode())
        while b"14 May 2024" not in shown or not shown.endswith(chat.PROMPT.encode()):
            shown += os.read(master, 4096)
        os.write(master, b"\x04")
        assert process.wait(timeout=30) == 0
        os.close(master)
        history = tmp_path / "state" / "onrecord" / "history"
        assert CHAIR in history.read_text().splitlines()
        assert history.stat().st_mode & 0o077 == 0


QUESTIONS = f"""\
- question: {CHAIR}
  article: {ARTICLE}
  answers: Lindqvist
- question: Where was the fourth meeting of the Harbour Board held?
  article: [another, {ARTICLE}]
  answers: [Oslo]
- question: How many penguins escaped from the zoo?
  answers: []
"""


class TestCheck:
    def test_right_wrong_and_silent_are_counted_and_misses_named(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.yaml").write_text(QUESTIONS)
        assert cli.main(["check", "q.yaml"]) == 0
        lines = capsys.readouterr().out.splitlines()
        figures = dict(line.rsplit(" ", 1) if ": " in line else line.split()[:2] for line in lines[:6])
        assert figures["with an answer on record:"] == "2"
        assert (figures["right"], figures["wrong"], figures["offered"]) == ("1", "1", "0")
        assert figures["without:"] == "1"
        (miss,) = (n for n, line in enumerate(lines) if line.startswith("q.yaml:4: wrong: "))
        assert "answered “Visby”" in lines[miss + 1]
        assert "known: “Oslo”" in lines[miss + 1]

    def test_what_was_offered_is_shown_as_it_stands_on_record(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = dataclasses.replace(suggestion("Whose ship?"), read=True, evidence="Two ships were seen at the mole.")
        offered = dialog.Reply("suggest", "Whose ship?", suggestions=(read, suggestion("Where was it held?")))
        monkeypatch.setattr(batch, "answer", lambda *_: offered)
        (tmp_path / "q.yaml").write_text("- question: Whose ship?\n  answers: [Oslo]\n")
        assert cli.main(["check", "q.yaml"]) == 0
        last = capsys.readouterr().out.splitlines()[-1]
        assert last == "  suggested “Two ships were seen at the mole.”, “Where was it held?”; known: “Oslo”"

    def test_an_article_that_is_not_on_record_is_named_with_its_line_and_the_nearest(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        gone = "2024-05-14-harbor-board"
        (tmp_path / "q.yaml").write_text(f"- question: {CHAIR}\n  article: {gone}\n  answers: Lindqvist\n")
        assert cli.main(["check", "q.yaml"]) == 1
        out, err = capsys.readouterr()
        no_article = f"q.yaml:1: no article on record has the id “{gone}”; perhaps “{ARTICLE}” is meant"
        assert err == f"onrecord: {no_article}\n"
        assert out.splitlines()[-1].endswith(f"known: “Lindqvist”, in {gone}")

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("- question: [", "q.yaml:2: broken YAML"),
            ("question: Who?", "q.yaml: no list of questions"),
            ("- Who?", "q.yaml:1: not a question"),
            ("- question: Who?\n  answers: []\n- answers: []", 'q.yaml:3: no text "question"'),
            ("- question: Who?", 'q.yaml:1: no "answers"'),
            ("- question: Who?\n  answer: x", "q.yaml:1: unknown field “answer”"),
            ("- question: Who?\n  answers: x\n  need: some", 'q.yaml:1: "need" is'),
            ("- question: Who?\n  answers: x\n  context: 1", 'q.yaml:1: "context" is'),
            ("- question: !!python/name:os.system\n  answers: x", "q.yaml:1: broken YAML"),
            ("", "q.yaml: no list of questions"),
            ("\x00", "q.yaml: broken YAML"),
        ],
    )
    def test_a_bad_file_is_named_and_the_others_are_asked(
        self, text: str, says: str, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.yaml").write_text(text + "\n")
        (tmp_path / "good.yaml").write_text(QUESTIONS)
        assert cli.main(["check", "q.yaml", "good.yaml"]) == 1
        out, err = capsys.readouterr()
        assert err.startswith(f"onrecord: {says}")
        assert err.count("\n") == 1
        assert out.startswith("with an answer on record: 2\n")
        assert cli.main(["check", "q.yaml", "--plot", "curve.svg"]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n"), Path("curve.svg").exists()) == ("", 1, False)

    def test_a_picture_is_drawn_the_same_each_time(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.yaml").write_text(QUESTIONS)
        for name in ("one.svg", "two.svg", "curve.png"):
            assert cli.main(["check", "q.yaml", "--plot", name]) == 0
        assert b"<svg" in (tmp_path / "one.svg").read_bytes()
        assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
        assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")

    def test_a_picture_that_cannot_be_written_is_named(
        self, small_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "q.yaml").write_text(QUESTIONS)
        assert cli.main(["check", "q.yaml", "--plot", "gone/curve.svg"]) == 1
        assert capsys.readouterr().err.startswith("onrecord: gone/curve.svg: ")


def item(
    answers: tuple[str, ...] = ("Visby",),
    articles: tuple[str, ...] = (ARTICLE,),
    *,
    need_all: bool = False,
    evidence: str = "",
) -> check.Item:
    return check.Item("Who?", answers, articles, context=None, need_all=need_all, place="q.yaml:1", evidence=evidence)


def listed(answer: str) -> dialog.Answer:
    return dataclasses.replace(suggestion("?", answer), evidence="Present: Bo Lund (chair), Cy Dahl and Una Voss")


def quoted(answer: str) -> dialog.Answer:
    return dataclasses.replace(suggestion("?", answer), evidence="The ports of Brill, Osk and Tarn were there.")


NEEDED = item(answers=("Brill", "Tarn"), need_all=True)


@pytest.mark.parametrize(
    ("known", "reply", "verdict"),
    [
        (item(), dialog.Reply("answer", "?", suggestion("?")), "right"),
        (item(answers=("Lindqvist",)), dialog.Reply("answer", "?", suggestion("?")), "right"),
        (item(answers=("Oslo", "Visby")), dialog.Reply("answer", "?", suggestion("?")), "right"),
        (item(answers=("Oslo", "Visby"), need_all=True), dialog.Reply("answer", "?", suggestion("?")), "wrong"),
        (item(answers=("Vis",)), dialog.Reply("answer", "?", suggestion("?")), "wrong"),
        (item(articles=("another",)), dialog.Reply("answer", "?", suggestion("?")), "wrong"),
        (item(articles=()), dialog.Reply("answer", "?", suggestion("?")), "right"),
        (item(answers=("Yes",)), dialog.Reply("answer", "?", suggestion("?", "Yes, in Visby")), "right"),
        (item(answers=("Yes",)), dialog.Reply("answer", "?", suggestion("?", "No")), "wrong"),
        (item(answers=("Yes",)), dialog.Reply("answer", "?", suggestion("?", "Visby, yes")), "wrong"),
        (item(), dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)), "offered"),
        (item(answers=("Oslo",)), dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)), "silent"),
        (item(answers=("Yes",)), dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)), "silent"),
        (
            item(answers=("Yes",), evidence=CHAIRED),
            dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)),
            "offered",
        ),
        (
            item(answers=("Yes",), evidence="Susan Reed chaired it."),
            dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)),
            "silent",
        ),
        (item(answers=("Bo Lund",)), dialog.Reply("answer", "?", listed("Cy Dahl")), "wrong"),
        (item(answers=("Bo Lund",)), dialog.Reply("answer", "?", listed("Bo Lund and Cy Dahl")), "right"),
        (item(answers=("Bo Lund",)), dialog.Reply("suggest", "?", suggestions=(listed("Cy Dahl"),)), "silent"),
        (NEEDED, dialog.Reply("answer", "?", quoted("Brill")), "wrong"),
        (NEEDED, dialog.Reply("answer", "?", quoted("Brill, Osk and Tarn")), "right"),
        (NEEDED, dialog.Reply("answer", "?", quoted("all three ports")), "right"),
        (item(), dialog.Reply("none", "?"), "silent"),
        (item(answers=()), dialog.Reply("none", "?"), "kept_silent"),
        (item(answers=()), dialog.Reply("suggest", "?", suggestions=(suggestion("?"),)), "kept_silent"),
        (item(answers=()), dialog.Reply("answer", "?", suggestion("?")), "invented"),
    ],
)
def test_a_reply_is_judged_by_what_is_known(known: check.Item, reply: dialog.Reply, verdict: check.Verdict) -> None:
    assert check.judge(known, reply) == verdict


@pytest.mark.parametrize(
    ("text", "known", "held"),
    [
        ("on 14 May 2024", "2024-05-14", True),
        ("on May 14th, 2024", "2024-05-14", True),
        ("(2024-05-14)", "2024-05-14", True),
        ("Tuesday 14 May", "2024-05-14", True),
        ("the 14th of May", "2024-05-14", True),
        ("14 May 2023", "2024-05-14", False),
        ("May 4", "2024-05-14", False),
        ("114 May", "2024-05-14", False),
        ("in May 2024", "2024-05", True),
        ("14 May 2024", "2024-05", True),
        ("in May", "2024-05", False),
        ("in May 2023", "2024-05", False),
        ("2024-13-40", "2024-13-40", True),
        ("It cost €4.5 million.", "4.5 million", True),
        ("Café «Zoë»", "cafe zoe", True),
        ("Sweden’s minister", "Sweden", True),
        ("anything", "", False),
    ],
)
def test_known_answers_are_found_however_they_are_written(text: str, known: str, held: bool) -> None:
    assert check.holds(text, known) is held


def test_unquoted_yaml_values_are_read_as_they_were_meant(tmp_path: Path) -> None:
    (tmp_path / "q.yaml").write_text("- question: Did it?\n  answers: [yes, 2024-05-14, 12]\n  article: 2024-05-14\n")
    (read,) = check.read(tmp_path / "q.yaml")
    assert read.answers == ("Yes", "2024-05-14", "12")
    assert read.articles == ("2024-05-14",)


def test_every_band_of_confidence_has_its_share_of_right_answers() -> None:
    curve = reliability.bins([(0.0, False), (0.05, True), (0.95, True), (1.0, True)])
    assert [(b.count, b.right) for b in curve] == [(2, 0.5), (2, 1.0)]
    assert reliability.bins([]) == []
