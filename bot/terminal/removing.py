"""What is said of articles that are taken out of the record, brought back or deleted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from facts.pages import base, removal


def remove(name: str, base_dir: Path, seeds: Path) -> Iterator[str]:
    """Take an article out. Raises as `facts.pages.removal` does."""
    moved = removal.remove(name, base_dir, seeds)
    yield f"{moved.id}: taken out of the record; kept as {_listed(moved.files)}"
    yield f"  “onrecord remove --restore {moved.id}” brings it back, “--purge” in its place deletes it for good"


def restore(name: str, base_dir: Path, seeds: Path) -> Iterator[str]:
    """Bring an article back. Raises as `facts.pages.removal` does."""
    moved = removal.restore(name, base_dir, seeds)
    compiled = any(file.suffix == base.SUFFIX for file in moved.files)
    yield f"{moved.id}: {'back on record' if compiled else 'back; “onrecord compile” reads it'}: {_listed(moved.files)}"


def purge(name: str, base_dir: Path, seeds: Path) -> Iterator[str]:
    """Delete what was taken out. Raises as `facts.pages.removal` does."""
    yield f"{removal.purge(name, base_dir, seeds)}: deleted for good"


def _listed(files: Iterable[Path]) -> str:
    here = Path.cwd()
    return " and ".join(os.fspath(file.relative_to(here) if file.is_relative_to(here) else file) for file in files)
