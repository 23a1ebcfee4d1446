"""Asking and answering stay light: what only the compiler or only Telegram needs is not imported elsewhere.

Which folder may import which is held by the contracts of import-linter in pyproject.toml."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARSING = {"dateparser", "spacy", "torch", "tqdm"}
DRAWING = {"matplotlib", "PIL"}
DATABASES = {"aiosqlite", "psycopg", "sqlalchemy", "sqlite3"}

REPORT = """
import json, sys
from bot import cli
status = cli.main(sys.argv[1:])
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def imported(*args: str, code: str = REPORT, **env: str) -> tuple[int, set[str]]:
    """The exit status of `onrecord ARGS` and the packages that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    status, names = json.loads(done.stdout.splitlines()[-1])
    return status, set(names)


def test_asking_needs_no_parser_and_no_telegram(small_base: Path) -> None:
    status, names = imported("ask", "--base", str(small_base), "Who chaired the meeting?")
    assert status == 0
    assert "rapidfuzz" in names
    assert not names & (PARSING | DRAWING | DATABASES | {"asyncio", "httpx", "telegram"})


def test_asking_of_an_index_that_is_made_reads_no_pages_and_writes_nothing(small_base: Path) -> None:
    assert imported("ask", "--base", str(small_base), "Who chaired the meeting?")[0] == 0
    _, names = imported("ask", "--base", str(small_base), "Who chaired the meeting?")
    assert not names & {"yaml", "subprocess", "tempfile"}


def test_running_the_bot_needs_no_parser(small_base: Path) -> None:
    nobody_there = {"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_API_URL": "http://127.0.0.1:1"}
    status, names = imported("run", "--base", str(small_base), **nobody_there)
    assert status == 3
    assert {"sqlalchemy", "telegram"} <= names
    assert not names & (PARSING | DRAWING | {"psycopg"})


@pytest.mark.parametrize("package", ["bot", "facts"])
def test_importing_a_package_imports_no_parser(package: str) -> None:
    code = f"import {package}, json, sys; print(json.dumps([0, [name.partition('.')[0] for name in sys.modules]]))"
    _, names = imported(code=code)
    assert package in names
    assert not names & (PARSING | DRAWING | DATABASES | {"telegram"})
