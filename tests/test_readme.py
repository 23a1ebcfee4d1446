"""README, commands and features cannot go stale: commands print what is shown, all are, and tests hold the rest.

The `console` blocks of a section are run one after the other in a copy of the project's articles and base, and the
edits of a page that it shows are made there. Run as a script, this file writes what the commands print now into both
documents.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli, config, shortcuts
from bot.wording import messages
from facts.pages.fields import ALLOWED
from facts.pages.page import ARTICLE_KEYS, MEETING_KEYS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMANDS = ROOT / "deploy" / "COMMANDS.md"
FEATURES = ROOT / "tests" / "FEATURES.md"
DEVELOPERS = ROOT / "deploy" / "DEVELOPERS.md"
CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```\n)", re.DOTALL)
QUESTIONS = re.compile(r"```yaml\n(- question: .*?)```\n", re.DOTALL)
SECTION = re.compile(r"^(?=## |### onrecord )", re.MULTILINE)
BLOCK = re.compile(r"(?<=```)(console|yaml)\n(.*?)(?=```\n)", re.DOTALL)
PAGE = re.compile(r"(?<=```yaml\n)(# yaml-language-server: .*?)(?=```\n)", re.DOTALL)
SAMPLE = Path("tests", "incoming", "files", "news.html")
SEED = ROOT / "seeds" / "2020-06-30-adsom-plus-wg.txt"
"""The article that comes with the project; whatever else was brought in is its user's."""
"""The article that the README brings in, and whose page it shows and edits."""
TABLES = re.compile(r"^## .+\n\n\| what \| held by \|\n.+\n((?:\|.+\n)+)", re.MULTILINE)
VARYING = re.compile(r'(?<="took_ms": )[\d.]+|(?<="confidence": )[\d.]+|\d+(?= facts)')
OF_A_PAGE = re.compile(r"(?<=confidence: )[\d.]+|(?<=sha256: ).+")
"""Figures that every machine or every better rule changes: any will do in the README."""


def readme() -> str:
    return README.read_text(encoding="utf-8")


def commands() -> str:
    return COMMANDS.read_text(encoding="utf-8")


def sections() -> list[str]:
    """Those with commands, of README and of the list of commands."""
    return [section for text in (readme(), commands()) for section in SECTION.split(text) if CONSOLE.search(section)]


def commands_of(block: str) -> list[str]:
    return re.findall(r"^\$ (.*)$", block, re.MULTILINE)


def make_project(folder: Path) -> None:
    """What the README's commands work on: the compiled articles, the questions that it shows, `onrecord` itself."""
    (folder / "seeds").mkdir(parents=True)
    shutil.copy(SEED, folder / "seeds")
    (folder / SAMPLE.parent).mkdir(parents=True)
    shutil.copy(ROOT / SAMPLE, folder / SAMPLE)
    shown = QUESTIONS.search(readme())
    assert shown
    (folder / "questions.yaml").write_text(shown[1], encoding="utf-8")
    command = folder / "bin" / "onrecord"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "import sys; from bot.cli import main; sys.exit(main())" "$@"\n'
    )
    command.chmod(0o755)
    subprocess.run([command, "compile"], cwd=folder, env=environment(folder), stdout=-3, check=True)


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "TELEGRAM_"))}
    return {**kept, "PATH": f"{folder / 'bin'}:{kept['PATH']}", "PYTHONPATH": str(ROOT)}


def printed(section: str, project: Path) -> str:
    """The section as it is when its commands are run in a copy of the project, between them the edits that it shows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(project, Path(name, "project")))
        return BLOCK.sub(lambda block: f"{block[1]}\n{_done(block[1], block[2], folder)}", section)


def _done(kind: str, block: str, folder: Path) -> str:
    if kind == "yaml":
        edit(block, folder)
        return block
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in commands_of(block))


def edit(block: str, folder: Path) -> None:
    """Write a block over what stands in a page from its first line on: all that is further in. Others are no edits."""
    first = block.partition("\n")[0]
    inner = " " * (len(first) - len(first.lstrip(" -")))
    for page in (folder / "facts" / "base").glob("*.yaml"):
        before, found, after = page.read_text(encoding="utf-8").partition(f"\n{first}\n")
        if inner and found:
            left = itertools.dropwhile(lambda line: line.startswith(inner), after.splitlines(keepends=True))
            page.write_text(f"{before}\n{block}{''.join(left)}", encoding="utf-8")


def _run(command: str, folder: Path) -> str:
    """What a command prints; output that ends within a line ends with "…"."""
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(folder), stdout=-1, stderr=-2, text=True, check=False
    )
    return done.stdout if not done.stdout or done.stdout.endswith("\n") else f"{done.stdout}…\n"


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands by their names."""
    (choice,) = (a for a in cli.build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    yield from choice.choices.items()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    make_project(folder)
    return folder


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.partition("\n")[0].strip("# "))
def test_commands_print_what_the_readme_shows(section: str, project: Path) -> None:
    assert VARYING.sub("#", printed(section, project)) == VARYING.sub("#", section)


def page_of_sample(project: Path) -> str:
    """What the sample compiles to, its digest cut short: that changes with the day on which it is brought in."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(project, Path(place, "project")))
        name = _run(f"onrecord add {SAMPLE}", folder).partition(":")[0]
        page = folder / "facts" / "base" / f"{name}.yaml"
        return re.sub(r"(?<=sha256: ....)\w+", "…", page.read_text(encoding="utf-8"))


def test_edits_show_facts_as_they_stand_in_the_page_that_is_shown() -> None:
    shown = PAGE.search(readme())
    assert shown
    edits = readme().partition("### Five edits")[2].partition("###")[0]
    pairs = re.findall(r"- question: (.+)\n    answer: .+\n    confidence: (\S+)", edits)
    assert pairs
    for question, confidence in pairs:
        assert re.search(
            rf"- question: {re.escape(question)}\n    answer: .+\n    confidence: {confidence}\n", shown[1]
        )


def test_the_page_that_is_shown_is_what_its_article_compiles_to(project: Path) -> None:
    shown = PAGE.search(readme())
    assert shown
    assert OF_A_PAGE.sub("#", page_of_sample(project)) == OF_A_PAGE.sub("#", shown[1])


@pytest.mark.parametrize("name", dict(parsers()))
def test_every_command_is_shown_with_its_help(name: str) -> None:
    parser = dict(parsers())[name]
    assert f"### onrecord {name}\n" in commands()
    assert f"$ onrecord {name} --help\n{parser.format_help()}" in commands()


def test_every_command_and_option_has_a_help_text() -> None:
    for name, parser in parsers():
        assert parser.description, name
        for action in parser._actions:
            assert action.help, (name, action.dest)


def test_scripts_and_files_that_are_named_exist() -> None:
    scripts = set(re.findall(r"\./(deploy/\w+)", readme()))
    assert scripts >= {"deploy/run", "deploy/test", "deploy/demo", "deploy/lock", "deploy/words"}
    for script in scripts:
        assert os.access(ROOT / script, os.X_OK), script


@pytest.mark.parametrize("file", [README, COMMANDS, FEATURES, DEVELOPERS], ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text) + re.findall(r'<img src="([^"]+)"', text):
        path, _, heading = link.partition("#")
        target = file.parent / path if path else file
        assert target.is_file(), link
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE) if heading else []
        assert heading in {"", *(re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings)}, link


def features() -> list[list[str]]:
    """What Onrecord does: the cells (what, held by) of each row of the tables of features."""
    return [
        [cell.strip() for cell in row.strip("|").split(" | ")]
        for table in TABLES.findall(FEATURES.read_text(encoding="utf-8"))
        for row in table.splitlines()
    ]


def test_every_feature_is_held_by_tests_that_exist() -> None:
    assert len(features()) > 30
    text = FEATURES.read_text(encoding="utf-8")
    assert len(features()) == len(re.findall(r"^\|.+\.py::test_", text, re.MULTILINE))
    assert ".py::test_" not in readme()
    for what, held_by in features():
        named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", held_by)
        assert named, what
        for file, test in named:
            assert f"def {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8"), f"{file}::{test}"


@pytest.mark.parametrize("package", ["bot", "facts"])
def test_the_table_of_a_packages_folders_names_all_of_them(package: str) -> None:
    table = DEVELOPERS.read_text(encoding="utf-8").partition(f"| `{package}/` | job |\n")[2].partition("\n\n")[0]
    folders = {f"{path.parent.name}/" for path in (ROOT / package).glob("*/__init__.py")}
    files = {path.name for path in (ROOT / package).glob("*.py")} - {"__init__.py"}
    assert sorted(re.findall(r"^\| `([\w./]+)`", table, re.MULTILINE)) == sorted(folders | files)


def test_what_developers_are_pointed_to_is_there() -> None:
    section = readme().partition("\n## For developers\n")[2] + DEVELOPERS.read_text(encoding="utf-8")
    paths = re.findall(r"`((?:bot|facts|tests|deploy|\.ci)/[^` ]+)`", section)
    assert len(paths) > 20
    for path in paths:
        assert (ROOT / re.sub(r"[^/]*[A-Z]{4}.*", "", path)).exists(), path  # tests/corpus/NAME.yaml: its folder
    named = re.findall(r"`(\w+)`\s+in\s+`([\w/]+\.py)`", section)
    assert {name for name, _ in named} >= {"FAMILIES", "READERS", "SURFACES", "LANGUAGES", "SHORTCUTS"}
    for name, path in named:
        assert re.search(rf"^{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), f"{name} in {path}"


def test_every_command_in_telegram_is_shown() -> None:
    tables = (messages.COMMANDS, messages.ADMINISTRATION, messages.EDITING, messages.OWNING)
    names = {name for table in tables for name, _ in table} | messages.SHORTCUTS.keys()
    assert {name for name in names if not re.search(rf"`/{name}\b", readme())} == set()


def test_the_shortcuts_that_are_shown_are_right(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(- name: .*?)```\n", readme(), re.DOTALL)
    assert shown
    (tmp_path / "shortcuts.yaml").write_text(shown[1], encoding="utf-8")
    assert [shortcut.name for shortcut in shortcuts.load(tmp_path / "shortcuts.yaml")] == ["host", "members"]


def test_the_settings_file_that_is_shown_is_right(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```\n", readme(), re.DOTALL)
    assert shown
    (tmp_path / "onrecord.toml").write_text(shown[1], encoding="utf-8")
    settings = config.load({"ONRECORD_CONFIG": str(tmp_path / "onrecord.toml")})
    assert all((settings.token, settings.owners, settings.feeds))


def test_every_setting_is_shown() -> None:
    source = (ROOT / "bot" / "config.py").read_text(encoding="utf-8")
    names = set(re.findall(r'"((?:ONRECORD|TELEGRAM)_[A-Z_]+)"', source))
    assert len(names) > 3
    for name in names:
        assert f"`{name}`" in readme(), name


def main() -> None:
    """Write what the commands print now into the README."""
    with tempfile.TemporaryDirectory() as name:
        make_project(Path(name))
        for file in (README, COMMANDS):
            sections = SECTION.split(file.read_text(encoding="utf-8"))
            text = "".join(printed(section, Path(name)) for section in sections)
            file.write_text(PAGE.sub(lambda _: page_of_sample(Path(name)), text), encoding="utf-8")


def test_every_key_of_a_page_stands_in_a_table() -> None:
    rows = [line.split("|")[1] for line in readme().splitlines() if line.startswith("| `")]
    told = {key for row in rows for key in re.findall("`([a-z0-9]+)`", row)}
    keys = {*ARTICLE_KEYS, *MEETING_KEYS, *ALLOWED, "schema"} - {
        "answer",
        "question",
        "span",
    }  # told of before; of old pages
    assert keys <= told


if __name__ == "__main__":
    main()
