"""Articles are taken out of the record and brought back with all that people wrote; nothing is lost on the way."""

from __future__ import annotations

import contextlib
import datetime
import os
from pathlib import Path

import msgspec
import pytest
from ostford_board import ARTICLE, CHAIR, MEETING, MET, SENTENCES, TEXT

from facts.model import Sentence
from facts.pages import base, ledger_file, merge, removal
from facts.pages.removal import RemovalError

BASE, SEEDS = Path("facts/base"), Path("seeds")
PAGE, LEDGER, FILE = BASE / "board.yaml", BASE / "ledger" / "board.json", SEEDS / "board.txt"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, its page and one more page, in which somebody wrote."""
    monkeypatch.chdir(tmp_path)
    put(FILE, TEXT)
    base.save_page(PAGE, merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "by", "read", SENTENCES))
    PAGE.write_text(PAGE.read_text("utf-8").replace("answer: A. Ark", "answer: B. Birch  # said so"), "utf-8")
    other = msgspec.structs.replace(ARTICLE, id="other", file="seeds/other.txt")
    base.save_page(BASE / "other.yaml", merge.compiled_page(other, None, (), "by", "read", SENTENCES))
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def ids() -> list[str]:
    return [record.article.id for record in base.load(BASE)]


@pytest.mark.parametrize("name", ["board", "seeds/board.txt", "facts/base/board.yaml"])
def test_article_page_and_ledger_are_set_aside_and_brought_back_as_they_were(name: str) -> None:
    before = snapshot()
    moved = removal.remove(name, BASE, SEEDS)
    assert moved.id == "board"
    assert {os.path.relpath(file) for file in moved.files} == {
        "seeds/.removed/board.txt",
        "facts/base/.removed/board.yaml",
    }
    assert ids() == ["other"]
    assert sorted(snapshot().values()) == sorted(before.values())
    assert removal.restore("board", BASE, SEEDS).id == "board"
    assert snapshot() == before
    assert base.load_page(PAGE).edited() == {"chair"}


@pytest.mark.parametrize("chair", ["A. Ark", "C. Cole"])
def test_an_article_that_was_added_again_under_another_name_does_not_come_to_stand_on_record_twice(chair: str) -> None:
    removal.remove("board", BASE, SEEDS)
    add_twin(chair, ARTICLE.date)
    before = snapshot()
    with pytest.raises(RemovalError, match="board: its article was added again, perhaps changed, as board-2; to have"):
        removal.restore("board", BASE, SEEDS)
    assert snapshot() == before
    removal.remove("board-2", BASE, SEEDS)
    removal.restore("board", BASE, SEEDS)
    assert "board" in ids()
    assert base.load_page(PAGE).edited() == {"chair"}


def test_an_article_comes_back_beside_one_of_another_day_and_beside_one_that_it_stood_beside_before() -> None:
    add_twin("A. Ark", ARTICLE.date)
    removal.remove("board", BASE, SEEDS)
    removal.restore("board", BASE, SEEDS)
    removal.remove("board", BASE, SEEDS)
    add_twin("A. Ark", datetime.date(2021, 6, 30))
    removal.restore("board", BASE, SEEDS)
    assert ids() == ["board", "board-2", "other"]


def test_two_articles_of_one_form_at_two_addresses_are_taken_out_and_both_come_back() -> None:
    for id_, body in (("oak", "Oak Guild"), ("elm", "Elm Guild")):
        texts = [f"The {body} met in Fenwick.", "It was chaired by R. Stone.", "The annual accounts were approved."]
        twin = msgspec.structs.replace(
            ARTICLE, id=id_, file=f"seeds/{id_}.txt", title=f"{body} meets", url=f"https://example.org/{id_}"
        )
        found = (Sentence(each, (0, len(each))) for each in texts)
        base.save_page(BASE / f"{id_}.yaml", merge.compiled_page(twin, None, (), "by", "read", tuple(found)))
        put(SEEDS / f"{id_}.txt", " ".join(texts))
    for id_ in ("oak", "elm"):
        removal.remove(id_, BASE, SEEDS)
        pass_time()
    for id_ in ("oak", "elm"):
        removal.restore(id_, BASE, SEEDS)
        pass_time()
    assert ids() == ["board", "elm", "oak", "other"]


def add_twin(chair: str, date: datetime.date | None) -> None:
    """Add an article much like the board's, at a time that differs from that of all that is done before and after."""
    text = f"It was chaired by {chair}."
    now = (SENTENCES[0], Sentence(text, (15, 15 + len(text))))
    twin = msgspec.structs.replace(ARTICLE, id="board-2", file="seeds/board-2.txt", date=date)
    base.save_page(BASE / "board-2.yaml", merge.compiled_page(twin, None, (), "by", "read", now))
    pass_time()
    put(SEEDS / "board-2.txt", f"{SENTENCES[0].text} {text}")
    pass_time()


def pass_time() -> None:
    """Wait until what is written has another time than what was."""
    put(Path("clock"), "")
    start = Path("clock").stat().st_ctime_ns
    while Path("clock").stat().st_ctime_ns == start:
        put(Path("clock"), "tick")
    Path("clock").unlink()


def test_what_is_deleted_for_good_leaves_nothing_behind() -> None:
    removal.remove("board", BASE, SEEDS)
    assert removal.ids_aside(BASE, SEEDS) == ["board"]
    assert removal.purge("board", BASE, SEEDS) == "board"
    assert sorted(snapshot()) == ["facts/base/ledger/other.json", "facts/base/other.yaml"]
    assert not list(Path().rglob(".removed"))


def test_an_article_that_was_never_compiled_is_taken_out_and_brought_back() -> None:
    put(SEEDS / "new.md", "New.")
    removal.remove("new", BASE, SEEDS)
    assert removal.ids_aside(BASE, SEEDS) == ["new"]
    removal.restore("new", BASE, SEEDS)
    assert (SEEDS / "new.md").is_file()


def test_a_page_without_an_article_is_taken_out_alone() -> None:
    moved = removal.remove("other", BASE, SEEDS)
    assert moved.files == (BASE / ".removed" / "other.yaml",)


def test_a_page_that_is_broken_is_taken_out_with_its_article() -> None:
    PAGE.write_text("no: page", "utf-8")
    removal.remove("board", BASE, SEEDS)
    assert not PAGE.exists()
    assert not FILE.exists()
    removal.restore("board", BASE, SEEDS)
    assert PAGE.read_text("utf-8") == "no: page"
    assert FILE.exists()


def test_another_file_of_the_same_id_is_taken_out_without_the_page() -> None:
    twin = SEEDS / "more" / "board.txt"
    put(twin, "Another board met.")
    assert removal.remove(str(twin), BASE, SEEDS).files == (SEEDS / "more" / ".removed" / "board.txt",)
    assert ids() == ["board", "other"]


def test_what_was_taken_out_is_not_written_over_and_neither_is_what_has_come_since() -> None:
    removal.remove("board", BASE, SEEDS)
    put(FILE, "A new board met.")
    with pytest.raises(RemovalError, match=r"lies in seeds/\.removed/board\.txt; .*--purge board"):
        removal.remove("board", BASE, SEEDS)
    with pytest.raises(RemovalError, match=r"seeds/board\.txt is there again"):
        removal.restore("board", BASE, SEEDS)
    assert FILE.read_text("utf-8") == "A new board met."
    assert base.load_page(BASE / ".removed" / "board.yaml").edited() == {"chair"}


def test_a_page_that_names_a_file_that_is_none_of_its_own_takes_that_nowhere() -> None:
    secret = Path("board.key")
    secret.write_text("secret", "utf-8")
    PAGE.write_text(PAGE.read_text("utf-8").replace("file: seeds/board.txt", "file: seeds/../board.key"), "utf-8")
    removal.remove("board", BASE, SEEDS)
    assert secret.read_text("utf-8") == "secret"
    assert not FILE.exists()


def test_a_part_of_an_id_that_no_other_has_names_an_article_among_those_in_use_or_taken_out() -> None:
    put(SEEDS / "new.md", "New.")
    before = snapshot()
    for part, meant in (("OAR", "board"), ("ne", "new")):
        assert removal.remove(part, BASE, SEEDS).id == meant
        assert removal.restore(part, BASE, SEEDS).id == meant
    assert snapshot() == before


def test_a_part_that_several_have_takes_none_and_they_are_named() -> None:
    put(SEEDS / "boarding.md", "New.")
    put(SEEDS / "boarding.pdf", "No article of ours.")
    before = snapshot()
    with pytest.raises(RemovalError, match=r"^boar: 2 articles are called so, say which: board, boarding$"):
        removal.remove("boar", BASE, SEEDS)
    assert snapshot() == before
    assert removal.remove("board", BASE, SEEDS).id == "board"
    assert removal.remove("boarding", BASE, SEEDS).id == "boarding"
    with pytest.raises(RemovalError, match=r"^boar: 2 articles are called so, say which: board, boarding$"):
        removal.restore("boar", BASE, SEEDS)


def test_what_was_taken_out_does_not_stand_for_another_that_is_called_like_it() -> None:
    put(SEEDS / "boarding.md", "New.")
    removal.remove("board", BASE, SEEDS)
    with pytest.raises(RemovalError, match="board: this article was taken out"):
        removal.remove("board", BASE, SEEDS)


def test_what_is_deleted_for_good_is_named_in_full() -> None:
    removal.remove("board", BASE, SEEDS)
    with pytest.raises(RemovalError, match="oar: what is deleted for good is named in full; say “board” if that"):
        removal.purge("oar", BASE, SEEDS)
    assert removal.ids_aside(BASE, SEEDS) == ["board"]


def test_what_is_not_there_is_said_with_what_to_do() -> None:
    with pytest.raises(RemovalError, match="there is no such article in facts/base; the nearest: board"):
        removal.remove("bord", BASE, SEEDS)
    with pytest.raises(RemovalError, match=r"bord: no such article was taken out \(none was\)"):
        removal.restore("bord", BASE, SEEDS)
    removal.remove("board", BASE, SEEDS)
    with pytest.raises(RemovalError, match="“onrecord remove --restore board” brings it back"):
        removal.remove("board", BASE, SEEDS)


@pytest.mark.parametrize("closed", ["seeds", "facts/base", "facts/base/ledger"])
def test_where_a_folder_may_not_be_written_nothing_is_moved_and_the_folder_named(
    closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot()
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda path, _: str(path) != closed)
        with pytest.raises(RemovalError, match=f"^board: nothing was moved, as {closed} may not be written; give"):
            removal.remove("board", BASE, SEEDS)
    assert snapshot() == before
    removal.remove("board", BASE, SEEDS)
    gone = snapshot()
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda path, _: str(path) != closed)
        with pytest.raises(RemovalError, match=f"as {closed} may not be written"):
            removal.restore("board", BASE, SEEDS)
    assert snapshot() == gone


def test_where_a_move_fails_what_was_moved_before_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, to: Path) -> None:
        raise OSError(28, "No space left on device", str(to))

    before = snapshot()
    monkeypatch.setattr(ledger_file, "move", full)
    with pytest.raises(OSError, match="No space"):
        removal.remove("board", BASE, SEEDS)
    assert snapshot() == before
    assert not (SEEDS / ".removed").exists()


@pytest.mark.parametrize("moves", range(7))
@pytest.mark.parametrize("back", [False, True])
def test_who_is_interrupted_says_it_once_more_and_nothing_is_lost(
    moves: int, back: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot()
    if back:
        removal.remove("board", BASE, SEEDS)
    step = removal.restore if back else removal.remove
    with monkeypatch.context() as patched:
        left = moves

        def sometimes(do: object) -> object:
            def wrapped(*args: object, **more: object) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    raise KeyboardInterrupt
                return do(*args, **more)  # type: ignore[operator]

            return wrapped

        patched.setattr(Path, "rename", sometimes(Path.rename))
        patched.setattr(Path, "unlink", sometimes(Path.unlink))
        try:
            step("board", BASE, SEEDS)
        except KeyboardInterrupt:
            assert set(before.values()) <= set(snapshot().values())
            assert not base.load_pages(BASE)[1]
        else:
            assert moves > 3
            return
    with contextlib.suppress(RemovalError):  # it may have been done
        step("board", BASE, SEEDS)
    if not back:
        removal.restore("board", BASE, SEEDS)
    assert snapshot() == before
