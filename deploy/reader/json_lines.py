"""Structs as JSON Lines, as the steps hand them on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def write(rows: Iterable[DataclassInstance | msgspec.Struct], path: Path) -> int:
    """Write structs as JSON Lines, all or nothing; return how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    count = 0
    with part.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(msgspec.to_builtins(row), ensure_ascii=False) + "\n")
            count += 1
    part.replace(path)
    return count
