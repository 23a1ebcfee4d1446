"""Whatever an editor does, in whatever order, by whatever command: nothing that was written is lost, nothing breaks."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from said_facts import find

from bot import cli
from facts.compile import batches
from facts.pages import base, choosing

TOPICS = ("weir", "ferry", "quay")
LINES = (
    "The Marram Board met in Ostford to speak of the {}.",
    "The meeting about the {} was chaired by Ana Poole.",
    "It adopted a budget for the {} without a vote.",
    "Carl Reed was elected to look after the {} for three years.",
    "Members agreed to mend the gate of the {} before winter.",
    "They will come back to the {} in the summer of next year.",
)
WHICH = st.integers(0, 5)


class HostileEditor(RuleBasedStateMachine):
    """Commands in any order, and files that are written, renamed and deleted in between."""

    @initialize()
    def begin(self) -> None:
        self.patched = pytest.MonkeyPatch()
        self.folder = tempfile.TemporaryDirectory()
        self.patched.chdir(self.folder.name)
        self.patched.setattr(batches, "find", find)
        for name in [name for name in os.environ if name.startswith(("ONRECORD_", "TELEGRAM_"))]:
            self.patched.delenv(name)
        self.number = 0
        self.notes: set[str] = set()
        Path("seeds").mkdir()

    def teardown(self) -> None:
        if hasattr(self, "patched"):
            self.patched.undo()
            self.folder.cleanup()

    def run(self, *args: str) -> int:
        status = cli.main([*args])
        assert status in (0, 1)
        return status

    def pages(self) -> list[Path]:
        folder = Path("facts/base")
        return sorted((*folder.glob("*.yaml"), *(folder / choosing.ASIDE).glob("*.yaml")))

    def seeds(self) -> list[Path]:
        return sorted(path for path in Path("seeds").glob("*") if not path.name.startswith("."))

    def next(self) -> int:
        self.number += 1
        return self.number

    @rule(topic=st.sampled_from(TOPICS), changed=WHICH, dated=st.booleans())
    def add(self, topic: str, changed: int, dated: bool) -> None:
        lines = [line.format(topic) for line in LINES]
        lines[changed] = lines[changed].replace("the", "that", 1)
        head = "date 2024-05-04\n\n" if dated else ""
        Path(f"{topic}.txt").write_text(head + "\n\n".join(lines), encoding="utf-8")
        self.run("add", f"{topic}.txt")

    @rule(
        data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode),
        name=st.sampled_from(["a.txt", "b.md", "c.html"]),
    )
    def add_odd_bytes(self, data: bytes, name: str) -> None:
        Path(name).write_bytes(data)
        self.run("add", name)

    @rule(topic=st.sampled_from(TOPICS), count=st.integers(1, 3))
    def import_rows(self, topic: str, count: int) -> None:
        rows = "".join(f"Who asked {n} times about the {topic}?,Asker {n}\n" for n in range(count))
        Path(f"{topic}.csv").write_text("question,answer\n" + rows, encoding="utf-8")
        self.run("import", f"{topic}.csv")

    @rule(which=WHICH, how=st.sampled_from(["comment", "answer", "fact", "variant"]))
    def edit(self, which: int, how: str) -> None:
        pages = self.pages()
        if not pages:
            return
        page = pages[which % len(pages)]
        lines = page.read_text("utf-8").splitlines(keepends=True)
        places = [n for n, line in enumerate(lines) if line.startswith("    answer: ")]
        if not places:
            return
        at, note = places[which % len(places)], f"note {self.next()}!"
        if how == "comment":
            lines.insert(at + 1, f"    # {note}\n")
        elif how == "answer":
            self.notes = {each for each in self.notes if each not in lines[at]}
            lines[at] = f"    answer: {note}\n"
        elif how == "variant":
            if any("variants" in line for line in lines[at + 1 : at + 5]):
                return
            lines.insert(at + 1, f"    variants: [{note}]\n")
        else:
            lines[at + 1 : at + 1] = [f"  - question: Who wrote {note}\n", f"    answer: {note}\n"]
        self.notes.add(note)
        page.write_text("".join(lines), "utf-8")

    @rule(which=WHICH)
    def hide(self, which: int) -> None:
        if pages := self.pages():
            page = pages[which % len(pages)]
            text = page.read_text("utf-8")
            starts = list(re.finditer(r"^- text: .*\n(?!  hidden)", text, re.MULTILINE))
            if starts:
                match = starts[which % len(starts)]
                page.write_text(f"{text[: match.end()]}  hidden: true\n{text[match.end() :]}", "utf-8")

    @rule(which=WHICH, changed=st.booleans())
    def rename(self, which: int, changed: bool) -> None:
        if files := self.seeds():
            file = files[which % len(files)].rename(Path("seeds") / f"renamed-{self.next()}.md")
            if changed:
                text = file.read_text("utf-8").replace("before winter", f"within {self.number} weeks")
                file.write_text(text, encoding="utf-8")

    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        if files := self.seeds():
            files[which % len(files)].unlink()

    @rule(which=WHICH, how=st.sampled_from(["", "--restore"]))
    def remove(self, which: int, how: str) -> None:
        ids = sorted({path.stem for path in [*self.pages(), *self.seeds()]})
        if ids:
            self.run("remove", *([how] if how else []), ids[which % len(ids)])

    @rule()
    def compile(self) -> None:
        self.run("compile")

    @rule(command=st.sampled_from([["lint"], ["export"], ["meetings"], ["find", "budget"], ["show", "weir"]]))
    def look(self, command: list[str]) -> None:
        self.run(*command)

    @invariant()
    def nothing_is_lost_and_nothing_is_broken(self) -> None:
        if not hasattr(self, "folder"):
            return
        texts = "\n".join(page.read_text("utf-8") for page in self.pages())
        assert {note for note in self.notes if note not in texts} == set()
        assert base.load_pages(Path("facts/base"))[1] == ()


def test_no_order_of_an_editors_commands_loses_or_breaks_anything() -> None:
    bounds = settings(deadline=None, max_examples=8, stateful_step_count=20, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(HostileEditor, settings=bounds)
