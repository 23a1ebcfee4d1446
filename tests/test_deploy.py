"""The scripts in `deploy/`: set-up happens once, from any folder, and where it cannot, one line says why."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTING_UP = "onrecord: setting up .venv"

ECHO = """\
import os, sys

VERSION = "0"


def main() -> int:
    places = [os.environ[name] for name in ("ONRECORD_HOME", "ONRECORD_BASE") if name in os.environ]
    print("|".join([*map(os.path.relpath, places), *sys.argv[1:]]))
    return 1 if sys.argv[1:2] == ["compile"] else 0
"""
"""A stand-in for the command line: prints where its home is, its base if one is named, and what it was told; compiling
"refuses an article"."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with no more than the scripts and the stand-in, in a folder with a blank in its name."""
    root = tmp_path_factory.mktemp("check out")
    (root / "bot").mkdir()
    (root / "bot" / "__init__.py").touch()
    (root / "bot" / "cli.py").write_text(ECHO)
    (root / "deploy").mkdir()
    (root / "seeds").mkdir()
    (root / "tests").mkdir()
    (root / "tests" / "demo.py").write_text("from bot import cli\n\ncli.main()\n")
    for name in ("run", "demo", "environment.sh"):
        shutil.copy(ROOT / "deploy" / name, root / "deploy")
    (root / "deploy" / "requirements.txt").write_text("# nothing is needed\n")
    run(root)
    return root


def run(
    root: Path, *args: str, cwd: Path | None = None, script: str = "run", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [root / "deploy" / script, *args],
        cwd=cwd or root,
        env=environment(env),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would change the outcome, and with `changes`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "TELEGRAM_"))}
    return {**kept, "PYTHON": sys.executable, **changes}


def test_arguments_are_handed_on_as_they_are(project: Path) -> None:
    done = run(project, "ask", "Who chaired it?", "--json")
    assert (done.returncode, done.stdout) == (0, ".|ask|Who chaired it?|--json\n")


def test_set_up_is_done_once(project: Path) -> None:
    assert SETTING_UP not in run(project, "ask").stderr


def test_the_callers_folder_stays_the_current_one(project: Path, tmp_path: Path) -> None:
    done = run(project, "check", "questions.yaml", cwd=tmp_path)
    assert done.stdout == f"{os.path.relpath(project, tmp_path)}|check|questions.yaml\n"


def test_without_arguments_articles_are_compiled_and_the_terminal_answers(project: Path) -> None:
    done = run(project)
    assert (done.returncode, done.stdout) == (0, ".|compile\n.|chat\n")
    assert re.fullmatch(r".*TELEGRAM_BOT_TOKEN.*\n", done.stderr)


def test_with_a_token_telegram_answers(project: Path) -> None:
    done = run(project, TELEGRAM_BOT_TOKEN="1:a")
    assert (done.stdout, done.stderr) == (".|compile\n.|run\n", "")


def test_the_demo_has_a_base_of_its_own_whatever_the_settings_name(project: Path, tmp_path: Path) -> None:
    done = run(project, "8766", script="demo", ONRECORD_BASE=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, ".|.demo/base|compile\n.|.demo/base|8766\n")


def test_the_demo_answers_from_a_copy_of_the_base_with_its_edits_as_it_is_each_time(
    project: Path, tmp_path: Path
) -> None:
    page = tmp_path / "ledger" / "one.json"
    page.parent.mkdir()
    for text in ("edited by hand", "and once more"):
        page.write_text(text)
        assert "the demo answers from a copy of " in run(project, script="demo", ONRECORD_BASE=str(tmp_path)).stderr
        assert (project / ".demo" / "base" / "ledger" / "one.json").read_text() == text
    page.unlink()
    run(project, script="demo", ONRECORD_BASE=str(tmp_path))
    assert not (project / ".demo" / "base" / "ledger" / "one.json").exists()


def test_the_demo_answers_from_a_copy_of_the_base_where_there_are_no_seeds(project: Path, tmp_path: Path) -> None:
    base, home = tmp_path / "base", tmp_path / "home"
    base.mkdir()
    home.mkdir()
    done = run(project, "8766", script="demo", ONRECORD_BASE=str(base), ONRECORD_HOME=str(home))
    assert done.returncode == 0
    assert "compile" not in done.stdout
    assert (home / ".demo" / "base").is_dir()


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_the_demo_says_how_it_is_called_and_does_nothing_else(project: Path, asked: str) -> None:
    done = run(project, asked, script="demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"usage: deploy/demo \[PORT\] .*8765.*\n", done.stdout)


@pytest.mark.parametrize("args", [("--port",), ("eight",), ("-8766",), ("8766", "8767")])
def test_the_demo_refuses_what_is_no_port_before_it_does_anything(project: Path, args: tuple[str, ...]) -> None:
    done = run(project, *args, script="demo")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: deploy/demo [PORT]")


def test_a_changed_lock_file_is_installed(project: Path) -> None:
    lock = project / "deploy" / "requirements.txt"
    lock.write_text(lock.read_text() + "# and still nothing\n")
    assert SETTING_UP in run(project, "ask").stderr
    assert SETTING_UP not in run(project, "ask").stderr


def test_an_interrupted_install_is_done_again_and_by_two_at_once_only_once(project: Path) -> None:
    (project / ".venv" / "stamp").unlink()
    (project / ".venv" / "half-written").touch()
    command = [str(project / "deploy" / "run"), "ask"]
    both = [subprocess.Popen(command, cwd=project, env=environment({}), stdout=-1, stderr=-1, text=True) for _ in "ab"]
    outputs = [process.communicate(timeout=120) for process in both]
    assert [out for out, _ in outputs] == [".|ask\n"] * 2
    assert "".join(err for _, err in outputs).count(SETTING_UP) == 1
    assert not (project / ".venv" / "half-written").exists()


def test_packages_that_cannot_be_installed_are_a_line_and_not_half_a_set_up(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "other"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns(".venv"))
    (root / "deploy" / "requirements.txt").write_text(f"./gone-1-py3-none-any.whl --hash=sha256:{'0' * 64}\n")
    done = run(root, "ask")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("onrecord: the packages of requirements.txt could not be installed")
    assert not (root / ".venv" / "stamp").exists()


@pytest.mark.parametrize(
    ("version", "says"),
    [
        ("3.9", "onrecord: Python 3.11 or newer is needed (found: 3.9); install it: sudo apt-get install python3"),
        ("3.12", "cannot make virtual environments; install what is missing: sudo apt-get install python3-venv"),
    ],
)
def test_an_unfit_python_is_named_with_what_to_install(project: Path, tmp_path: Path, version: str, says: str) -> None:
    unfit = tmp_path / "python3"
    unfit.write_text(
        f'#!/bin/sh\ncase "$2" in\n*print*) echo {version} ;;\n*exit*) [ {version} = 3.12 ] ;;\n*) exit 1 ;;\nesac\n'
    )
    unfit.chmod(0o755)
    for name in ("python3.11", "python3.12", "python3.13"):
        (tmp_path / name).symlink_to(unfit)
    root = tmp_path / "other"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns(".venv"))
    done = run(root, "ask", PATH=f"{tmp_path}:{os.environ['PATH']}", PYTHON="")
    assert done.returncode == 1
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_hold_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 30
    for pin in pins:
        assert re.match(r"[a-z0-9.\-]+==\S+( ; [^\\]+)? \\\n( {4}--hash=sha256:[0-9a-f]{64}( \\\n|$))+$", pin + "\n"), (
            pin
        )
    assert "://" not in text
    assert "--index" not in text


# A database for the tests


def postgres(tmp_path: Path, script: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a script in which deploy/postgres.sh is sourced, with nothing in the PATH but what it needs."""
    for name in ("sort", "tail"):
        tool = shutil.which(name)
        assert tool is not None
        (tmp_path / name).symlink_to(tool)
    return subprocess.run(
        ["/bin/bash", "-c", f'source "{ROOT}/deploy/postgres.sh"; {script}'],
        env={"PATH": str(tmp_path), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_database_that_is_named_is_used_and_none_is_started(tmp_path: Path) -> None:
    script = f'start_postgres "{tmp_path}/pg" && echo "$ONRECORD_TEST_POSTGRES"; stop_postgres "{tmp_path}/pg"'
    done = postgres(tmp_path, script, ONRECORD_TEST_POSTGRES="postgresql://somewhere/x")
    assert done.stdout == "postgresql://somewhere/x\n"
    assert not (tmp_path / "pg").exists()


def test_without_postgresql_and_a_way_to_install_it_it_is_said_that_tests_are_skipped(tmp_path: Path) -> None:
    script = f'_postgres_bin() {{ return 1; }}; start_postgres "{tmp_path}/pg" || echo skipped'
    done = postgres(tmp_path, script)
    assert done.stdout == "skipped\n"
    assert "the tests on it are skipped" in done.stderr
    assert len(done.stderr.splitlines()) == 1
