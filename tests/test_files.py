"""Files are replaced in full or not at all, and only those that had been settled are known by how they look."""

from __future__ import annotations

import codecs
import errno
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


@pytest.mark.parametrize("swaps", [True, False])
def test_what_stands_there_as_it_was_read_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swaps: bool
) -> None:
    path = tmp_path / "new" / "file"
    if not swaps:
        monkeypatch.setattr(files, "_rename", cannot)
    assert files.write_over(path, b"first", None) == files.stat_of(path)
    path.chmod(0o640)
    assert files.write_over(path, b"second", b"first") == files.stat_of(path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"second", 0o640)
    path.write_bytes(codecs.BOM_UTF8 + b"third")
    files.write_over(path, b"fourth", b"third")
    assert path.read_bytes() == b"fourth"
    assert names(path.parent) == ["file"]


def cannot(*_: object) -> None:
    raise OSError(errno.EINVAL, "no such thing")


@pytest.mark.parametrize("swaps", [True, False])
@pytest.mark.parametrize(("there", "read"), [(b"edited", b"read"), (None, b"read"), (b"new", None)])
def test_what_is_not_as_it_was_read_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None, read: bytes | None, swaps: bool
) -> None:
    path = tmp_path / "file"
    if not swaps:
        monkeypatch.setattr(files, "_rename", cannot)
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(files.ChangedError, match="changed by somebody else"):
        files.write_over(path, b"ours", read)
    assert names(tmp_path) == ([] if there is None else ["file"])
    assert there is None or path.read_bytes() == there


@pytest.mark.skipif(sys.platform != "linux", reason="only there two files can be swapped in one step")
@pytest.mark.parametrize("in_place", [True, False])
@pytest.mark.parametrize("read", [b"read", None])
def test_what_is_saved_at_the_last_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: bytes | None, in_place: bool
) -> None:
    path = tmp_path / "file"
    if read is not None:
        path.write_bytes(read)
    rename = files._rename

    def saved_before(new: str, to: Path, flag: int) -> None:
        if b"edited" not in (each.read_bytes() for each in tmp_path.iterdir()):
            other = path if in_place else tmp_path / "saved"
            other.write_bytes(b"edited")
            other.replace(path)
        rename(new, to, flag)

    monkeypatch.setattr(files, "_rename", saved_before)
    with pytest.raises(files.ChangedError):
        files.write_over(path, b"ours", read)
    assert path.read_bytes() == b"edited"
    assert names(tmp_path) == ["file"]


def test_a_file_is_deleted_only_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"edited")
    with pytest.raises(files.ChangedError):
        files.remove_as_read(path, b"read")
    assert path.read_bytes() == b"edited"
    files.remove_as_read(path, b"edited")
    assert names(tmp_path) == []


def test_it_is_tried_again_while_somebody_else_writes_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    left = files.TRIES

    def attempt() -> str:
        nonlocal left
        left -= 1
        if left > 0:
            raise files.ChangedError(Path("page"))
        return "written"

    assert files.again(attempt) == "written"
    left = files.TRIES + 1
    with pytest.raises(files.ChangedError):
        files.again(attempt)
