"""Files are replaced in full or not at all, and only those that had been settled are known by how they look."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from facts import files
from facts.files import FileStat

ROOT = Path(__file__).parents[1]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_in_full_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    path, other = tmp_path / "a" / "file", tmp_path / "other"
    files.write(path, b"old")
    assert files.write(path, b"new") == files.stat_of(path) == FileStat(3, path.stat().st_mtime_ns)
    other.touch()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    assert names(path.parent) == ["file"]


@pytest.mark.parametrize("mode", [0o444, 0o600, 0o664])
def test_a_file_that_is_replaced_may_be_read_and_written_by_whom_it_could_be(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file"
    files.write(path, b"old")
    path.chmod(mode)
    files.write(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_what_goes_wrong_while_a_file_is_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "file"
    files.write(path, b"old")

    def interrupted() -> None:
        with files.replacing(path) as stream:
            stream.write(b"half of the n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_a_time_of_change_that_is_set_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with files.replacing(path) as stream:
        stream.write(b"new")
        stream.flush()
        os.utime(stream.name, ns=(1_000, 1_000))
    assert files.stat_of(path) == FileStat(3, 1_000)


def test_a_file_that_was_written_just_now_is_not_known_by_how_it_looks(tmp_path: Path) -> None:
    path = tmp_path / "file"
    written = files.write(path, b"new")
    assert files.settled(written) is None
    assert not written.was_settled(written.changed_ns + 1_000_000)
    assert written.was_settled(written.changed_ns + 1_000_000_000)
    os.utime(path, ns=(1_000, 1_000))
    assert files.settled(files.stat_of(path)) == FileStat(3, 1_000)
    assert files.settled(files.stat_of(tmp_path / "none")) is None


def test_what_a_killed_process_left_half_written_is_deleted_once_it_is_old_and_no_other_file_is(tmp_path: Path) -> None:
    killed = "import os, pathlib\nfrom facts import files\nwith files.replacing(pathlib.Path('file')): os._exit(9)"
    subprocess.run(
        [sys.executable, "-c", killed], check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    (left,) = tmp_path.iterdir()
    (tmp_path / ".mine.tmp").touch()
    (tmp_path / ".abcdefgh.tmp").touch()
    (tmp_path / ".onrecord-mine.tmp").mkdir()
    files.remove_left_over([tmp_path, tmp_path / "none"])
    assert left.exists()  # it may be being written
    files.remove_left_over([tmp_path], older_than_s=0)
    assert names(tmp_path) == [".abcdefgh.tmp", ".mine.tmp", ".onrecord-mine.tmp"]
