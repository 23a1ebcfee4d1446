"""What of a folder is taken for articles: files whose names say so; scripts, licences and the like are only counted."""

from __future__ import annotations

import collections
import dataclasses
from pathlib import Path
from typing import Final

from facts import articles
from facts.compile import compiler

TAKEN: Final = frozenset(articles.READERS) | frozenset(articles.CONVERTED)
"""The types of files that are looked at in a folder, by their suffixes."""
_OF_PROGRAMS: Final = frozenset(
    "authors changelog code_of_conduct codeowners contributing copying install licence license notice readme"
    " requirements robots security".split()
)
"""Names of texts that come with programs, without their suffixes."""
_NAMED: Final = 5
"""Types of files that are named where files are left out, those with the most files."""


@dataclasses.dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder that may be articles, in order, and what is said of the others."""

    files: tuple[Path, ...]
    left_out: str


def listed(folder: Path) -> Folder:
    """Look through a folder and those in it; hidden files and bases are not looked at. Raises OSError."""
    next(folder.iterdir(), None)  # a folder that cannot be read looks empty to what looks through it
    files = list(compiler.expand([folder]))
    taken = tuple(file for file in files if file.suffix.lower() in TAKEN and not _is_of_a_program(file))
    kept = set(taken)
    return Folder(taken, _left_out([file for file in files if file not in kept]))


def _is_of_a_program(file: Path) -> bool:
    return file.stem.lower() in _OF_PROGRAMS


def _left_out(files: list[Path]) -> str:
    """How many files are left out, and of which types; nothing where none is."""
    if not files:
        return ""
    names = (file.name if _is_of_a_program(file) else file.suffix.lower() or file.name for file in files)
    types = collections.Counter(names).most_common()
    said = [f"{count} {each}" for each, count in types[:_NAMED]] + (["…"] if len(types) > _NAMED else [])
    return (
        f"{len(files)} other file{'' if len(files) == 1 else 's'} left out ({', '.join(said)});"
        " to add one all the same, name it"
    )
