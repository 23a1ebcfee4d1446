"""By what something was made: a digest of the code and tables that decide it, and of the libraries' versions.

What decides is named by whole folders, so that a new file in one of them counts from its first day.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
"""The folder that the packages are in."""


def digest_of(folders: Iterable[str], libraries: Iterable[str], without: Collection[str] = ()) -> bytes:
    """The SHA-256 of all files in folders below ROOT and of what `libraries` tells (names with versions).

    "a/b" stands for all that is below it, but for what is in `without`; "a/b/*" for the files right in it, "a/b.c" for
    that file. Files that Python makes itself and hidden ones are left out, and how lines end makes no difference.
    """
    digest = hashlib.sha256()
    for name in sorted(_files(folders, frozenset(without))):
        with open(ROOT / name, "rb") as stream:
            digest.update(f"{name}\n".encode())
            digest.update(hashlib.sha256(stream.read().replace(b"\r\n", b"\n")).digest())
    for library in libraries:
        digest.update(f"{library}\n".encode())
    return digest.digest()


def _files(folders: Iterable[str], without: Collection[str]) -> Iterator[str]:
    """The places below ROOT of the files of folders."""
    for folder in folders:
        parent, flat = folder.removesuffix("/*"), folder.endswith("/*")
        if os.path.isfile(ROOT / parent):
            yield parent
            continue
        with os.scandir(ROOT / parent) as entries:
            for entry in entries:
                name = f"{parent}/{entry.name}"
                if entry.name.startswith(".") or entry.name == "__pycache__" or name in without:
                    continue
                if not entry.is_dir():
                    yield name
                elif not flat:
                    yield from _files([name], without)
