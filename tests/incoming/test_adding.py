"""`onrecord add` from end to end: what is given becomes articles that answer, whatever happens on the way."""

from __future__ import annotations

import datetime
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot import cli
from facts import articles
from facts.compile import batches, compiler
from facts.incoming import adding, fetching, memory
from facts.pages import base, removal
from incoming.site import Site, page

FILES = Path(__file__).parent / "files"
BUDGET = (
    "The Dunmere Harbour Board adopted its budget on Thursday by 7 votes to 2.",
    "The meeting in the Custom House was chaired by Olga Prynne.",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, without settings; no host has to be spared, since it is ours."""
    for name in [name for name in os.environ if name.startswith(("ONRECORD_", "TELEGRAM_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fetching, "PAUSE_S", 0.0)
    return tmp_path


@pytest.fixture
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are brought in and not compiled."""
    monkeypatch.setattr(compiler, "run", lambda *_, **__: 0)


def add(*sources: str) -> int:
    return cli.main(["add", "--allow-private", *sources])


def seeds(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "seeds").iterdir() if not path.name.startswith("."))


def test_a_page_becomes_an_article_that_answers(site: Site, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.put("/budget", page("Dunmere board adopts its budget", *BUDGET))
    assert add(url) == 0
    id_ = "2024-02-08-dunmere-board-adopts-its-budget"
    out = capsys.readouterr().out
    assert re.fullmatch(f"{id_}: added, from {re.escape(url)}; 3 facts\n", out)
    article, _ = articles.read(home / "seeds" / f"{id_}.md")
    assert (article.url, article.source) == (url, "The Dunmere Courier")
    assert cli.main(["ask", "--json", "Who chaired the meeting in the Custom House?"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["answer"], answer["article"], answer["url"]) == ("Olga Prynne", id_, url)
    assert add(url) == 0
    assert capsys.readouterr().out == f"{id_}: unchanged, from {url}\n"


def test_a_corrected_page_is_compiled_anew_and_what_was_said_is_kept(
    site: Site, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = site.put("/budget", page("Dunmere board adopts its budget", *BUDGET))
    add(url)
    site.put(
        "/budget", page("Dunmere board adopts its budget", BUDGET[0], BUDGET[1].replace("Olga Prynne", "Edwin Lusk"))
    )
    capsys.readouterr()
    assert add(url) == 0
    printed = capsys.readouterr()
    assert re.fullmatch(r"\S+: corrected, from \S+; 3 facts\n", printed.out)
    assert "the former one is in seeds/.versions/" in printed.err
    assert "warning" not in printed.err
    cli.main(["ask", "--json", "Who chaired the meeting in the Custom House?"])
    assert json.loads(capsys.readouterr().out)["answer"] == "Edwin Lusk"


def test_a_row_of_a_table_is_one_sentence_of_which_no_facts_are_made(home: Path) -> None:
    rows = ["Member: Nora Finch; Party: Harbour List; Vote: For", "Member: Karl Oster; Party: Greens; Vote: Abstained"]
    (home / "votes.md").write_text(
        "\n\n".join(["The committee of Dunmere voted on the harbour dues on Monday.", *rows])
    )
    ((_, facts, sentences),) = (
        each for each in batches.find([articles.read(home / "votes.md")[0]]) if isinstance(each, tuple)
    )
    assert [sentence.text for sentence in sentences[1:]] == rows
    assert not [fact for fact in facts if fact.evidence in rows]


@pytest.mark.usefixtures("uncompiled")
class TestSources:
    def test_files_of_every_kind_and_a_folder_of_them_are_brought_in(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shutil.copytree(FILES, home / "received", ignore=shutil.ignore_patterns("news.*"))
        (home / "received" / "notes.txt").write_text("date 2024-01-02\n\nThe Owls met in the barn on Tuesday.")
        assert add("received", str(FILES / "news.html")) == 1
        assert len(seeds(home)) == 12
        printed = capsys.readouterr()
        assert printed.out.count(": added, from ") == 12
        assert printed.err == (
            "received/scan.pdf: holds no text, only pictures of it (a scan?); recognise its text (OCR) and add the"
            " result\n"
        )

    def test_what_cannot_be_had_is_named_and_the_rest_is_brought_in(
        self, site: Site, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        url = site.put("/budget", page("Budget", *BUDGET))
        (home / "empty.txt").touch()
        assert add(f"{site.url}/gone", "missing.pdf", "empty.txt", url) == 1
        err = capsys.readouterr().err
        assert f"{site.url}/gone: is not there (status 404)" in err
        assert "missing.pdf: cannot be read (No such file or directory)" in err
        assert "empty.txt: is empty" in err
        assert seeds(home) == ["2024-02-08-budget.md"]

    def test_what_is_no_article_is_refused_whatever_it_is_called(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        french = (
            "Le conseil s’est réuni lundi à Ostford. La présidente a ouvert la séance. Les membres ont voté le plan."
        )
        refused = {
            "dot.jpg": ("x", "is called .jpg as a picture, and is none"),
            "notes.docx": (
                "The board met on Monday.",
                "is called .docx as a Word file, and is none; if it is an article’s",
            ),
            "report.rtf": ("The board met.", "is called .rtf as a rich text file, and is none"),
            "faq.csv": ("question,answer\nWho?,Ann", "is a table; “onrecord import” makes facts"),
            "data.json": ("[1, 2]", "is called .json as a program or its data"),
            "one.txt": ("x", "holds 0 words, too few for an article"),
            "seance.txt": (french, "reads as French, and only English is understood"),
        }
        for name, (text, _) in refused.items():
            (home / name).write_text(text, encoding="utf-8")
        assert add(*refused) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        for line, (name, (_, reason)) in zip(printed.err.splitlines(), refused.items(), strict=True):
            assert line.startswith(f"{name}: {reason}")

    def test_of_a_folder_only_articles_are_taken_and_the_rest_is_counted_in_a_line(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        tool = home / "tool" / "lib"
        tool.mkdir(parents=True)
        for name in ("run.py", "lib/walk.py", "go.sh", "vi.po", "LICENSE", "lib/Licence.md", "README.md", "x.zzz"):
            (home / "tool" / name).write_text("You may copy this and use it as you see fit.", encoding="utf-8")
        assert add("tool") == 1
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert said.err.startswith("tool: no article in it; 8 other files left out (2 .py, ")
        assert said.err.endswith("…); to add one all the same, name it\n")
        (tool / "report.txt").write_text("The Owls met in the barn on Tuesday.", encoding="utf-8")
        assert add("tool") == 0
        assert capsys.readouterr().out.startswith("tool: 8 other files left out (")
        assert seeds(home) == ["the-owls-met-in-the-barn-on-tuesday.md"]
        assert add("tool/README.md") == 0
        assert len(seeds(home)) == 2

    def test_a_folder_without_anything_says_so(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (home / "post").mkdir()
        assert add("post") == 1
        assert capsys.readouterr() == ("", "post: no article in it; it is empty\n")

    def test_how_far_a_large_folder_is_looked_through_is_said_every_few_seconds(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(adding, "PROGRESS_S", -1.0)
        monkeypatch.setattr(adding, "MANY", 3)
        (home / "post").mkdir()
        for n in range(3):
            (home / "post" / f"{n}.txt").write_text(f"The Owls met in barn {n} on Tuesday.", encoding="utf-8")
        assert add("post") == 0
        assert "post: 2 of 3 looked at\n" in capsys.readouterr().err

    def test_a_type_that_is_not_known_and_a_program_are_called_what_they_are(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (home / "a.qqq").write_text("1 2", encoding="utf-8")
        (home / "b.py").write_text("print('The board met on Monday.')", encoding="utf-8")
        (home / "minutes.2024").write_text("The Owls met in the barn on Tuesday.", encoding="utf-8")
        assert add("a.qqq", "b.py", "minutes.2024") == 1
        assert capsys.readouterr().err == (
            "a.qqq: its type .qqq is not known, and it holds 0 words, too few for an article; add its text\n"
            "b.py: is called .py as a program or its data, and no article; if it is an article’s text, call it .txt\n"
        )
        assert len(seeds(home)) == 1

    def test_an_empty_text_says_what_to_do(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (home / "a.md").touch()
        (home / "b.md").write_text("---\ntitle: Owls meet\ndate: 2024-01-01\n---\n", encoding="utf-8")
        assert add("a.md", "b.md") == 1
        to_do = "add the article's text or remove the file\n"
        assert capsys.readouterr().err == (f"a.md: is empty; {to_do}b.md: there is no running text in it; {to_do}")

    def test_another_protocol_is_named_as_it_was_given(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert add("ftp://owls.test/news.html") == 1
        assert capsys.readouterr().err == (
            "ftp://owls.test/news.html: only http and https are fetched; get the file otherwise, and add that\n"
        )

    def test_what_is_longer_than_an_article_may_be_is_refused_before_it_is_written(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        line = "The board met in Ostford on Monday, and adopted its budget without a vote.\n"
        (home / "long.txt").write_text(line * 13_500, encoding="utf-8")
        (home / "long.html").write_text(f"<html><body>{f'<p>{line}</p>' * 13_500}</body></html>", encoding="utf-8")
        assert add("long.txt", "long.html") == 1
        said = capsys.readouterr().err.splitlines()
        assert [line.partition(": has 1,0")[::2] for line in said] == [
            ("long.txt", "12,499 characters, and an article 1,000,000 at most; split it into single articles"),
            ("long.html", "25,998 characters, and an article 1,000,000 at most; split it into single articles"),
        ]
        assert not (home / "seeds").exists()

    def test_what_was_taken_out_of_the_record_is_taken_in_anew_only_where_that_is_said(
        self, site: Site, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        url = site.put("/budget", page("Budget", *BUDGET))
        (home / "budget.txt").write_text("\n\n".join(BUDGET), encoding="utf-8")
        id_ = "2024-02-08-budget"
        assert add(url) == 0
        removal.remove(id_, home / "base", Path("seeds"))
        day = datetime.date.today()
        for source in (url, "budget.txt"):
            capsys.readouterr()
            assert add(source) == 1
            assert capsys.readouterr() == (
                "",
                f"{source}: was taken out of the record on {day.day} {day:%B %Y} as {id_}: “onrecord remove --restore"
                f" {id_}” brings it back as it was, “onrecord add --again” takes it in anew\n",
            )
        assert seeds(home) == []
        assert add("--again", url) == 0
        assert seeds(home) == [f"{id_}-2.md"]
        (home / "seeds" / f"{id_}-2.md").unlink()
        removal.restore(id_, home / "base", Path("seeds"))
        capsys.readouterr()
        assert add(url) == 0
        assert capsys.readouterr().out == f"{id_}: unchanged, from {url}\n"

    def test_what_front_matter_says_besides_is_kept_and_named_with_the_files_own_line(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (home / "notes.md").write_text(
            "---\ntitle: Owls meet\nsorce: The Owl\ntags: [owls, barns]\n---\nThe Owls met in the barn on Tuesday.\n",
            encoding="utf-8",
        )
        assert add("notes.md") == 0
        assert capsys.readouterr().err == (
            "notes.md:3: warning: “sorce” in the front matter is not known and not read; perhaps “source” is meant\n"
        )
        text = (home / "seeds" / "owls-meet.md").read_text(encoding="utf-8")
        assert "\nlanguage: en\nsorce: The Owl\ntags: [owls, barns]\n---\n" in text

    def test_a_page_that_calls_another_site_its_own_is_not_believed(self, site: Site, home: Path) -> None:
        victim = site.put("/budget", page("Budget", *BUDGET))
        add(victim)
        with Site() as other:
            forged = page("Budget", "Nobody adopted it.", head=f'<link rel="canonical" href="{victim}">')
            forged = forged.replace(victim.encode(), victim.replace("127.0.0.1", "localhost").encode())
            add(other.put("/forged", forged))
        assert len(seeds(home)) == 2
        assert "7 votes to 2" in (home / "seeds" / "2024-02-08-budget.md").read_text()

    def test_the_address_that_a_page_of_the_site_gives_itself_counts(self, site: Site, home: Path) -> None:
        head = f'<link rel="canonical" href="{site.url}/budget">'
        add(site.put("/budget?print=1", page("Budget", *BUDGET, head=head)))
        add(site.put("/budget", page("Budget", *BUDGET, head=head)))
        assert articles.read(home / "seeds" / "2024-02-08-budget.md")[0].url == f"{site.url}/budget"
        assert len(seeds(home)) == 1

    def test_private_addresses_are_refused_unless_allowed(self, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
        url = site.put("/budget", page("Budget", *BUDGET))
        assert cli.main(["add", url]) == 1
        assert "private network" in capsys.readouterr().err
        assert site.requests == []

    def test_without_sources_and_feeds_the_use_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["add"])
        assert ended.value.code == 2
        assert "ONRECORD_FEEDS" in capsys.readouterr().err

    def test_without_the_extra_what_to_install_is_said(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
        assert add(str(FILES / "table.pdf")) == 1
        assert 'needs pdfplumber: run “pip install "onrecord[add]"”' in capsys.readouterr().err

    def test_a_folder_that_cannot_be_written_is_said(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (home / "seeds").write_text("no folder")
        assert add(str(FILES / "table.pdf")) == 1
        assert "table.pdf: cannot be put among the articles (File exists: " in capsys.readouterr().err

    def test_a_name_with_strange_signs_is_no_harm(self, home: Path) -> None:
        (home / "a\nb.txt").write_text("The Owls met in the barn on Tuesday.")
        assert add("a\nb.txt") == 0
        assert seeds(home) == ["the-owls-met-in-the-barn-on-tuesday.md"]


@pytest.mark.usefixtures("uncompiled")
class TestFeeds:
    @pytest.fixture
    def feed(self, site: Site) -> str:
        site.put("/budget", page("Dunmere board adopts its budget", *BUDGET, day=""))
        return site.put("/news.rss", (FILES / "news.rss").read_text().replace("{site}", site.url), ETag='"1"')

    def test_the_entries_of_rss_are_brought_in_with_their_days(self, site: Site, feed: str, home: Path) -> None:
        assert add(feed) == 0
        assert seeds(home) == [
            "2024-02-08-dunmere-board-adopts-its-budget.md",
            "2024-02-09-pilots-strike-ends-in-dunmere.md",
        ]
        budget, pilots = (articles.read(home / "seeds" / name)[0] for name in seeds(home))
        assert (budget.url, budget.source) == (f"{site.url}/budget", "The Dunmere Courier")
        assert (pilots.title, pilots.source) == ("Pilots’ strike ends in Dunmere", "The Dunmere Courier")
        assert [pilots.text[start:end][:25] for start, end in pilots.paragraphs] == [
            "The harbour pilots of Dun",
            "Both sides agreed on a ra",
            "The agreement was signed ",
        ]

    def test_the_entries_of_atom_are_brought_in(self, site: Site, home: Path) -> None:
        text = "Mira Castell was elected speaker of the Fennick Assembly on Thursday with 61 votes of 99."
        site.put("/speaker", page("Assembly elects a new speaker", text, site="Fennick Assembly", day="2021-06-03"))
        assert add(site.put("/news.atom", (FILES / "news.atom").read_bytes())) == 0
        (name,) = seeds(home)
        article = articles.read(home / "seeds" / name)[0]
        assert (article.id, article.source) == ("2021-06-03-assembly-elects-a-new-speaker", "Fennick Assembly")
        assert (article.url, article.text[slice(*article.paragraphs[0])]) == (f"{site.url}/speaker", text)

    def test_a_feed_that_has_not_changed_is_not_sent_and_its_entries_are_not_asked_for(
        self, site: Site, feed: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        add(feed)
        capsys.readouterr()
        assert add(feed) == 0
        assert site.requests[-1].headers["if-none-match"] == '"1"'
        assert site.paths() == ["/news.rss", "/budget", "/news.rss"]
        assert capsys.readouterr().out == f"{feed}: nothing new\n"

    def test_of_a_feed_that_has_changed_only_what_is_new_is_asked_for(self, site: Site, feed: str, home: Path) -> None:
        add(feed)
        item = f"<item><title>C</title><link>{site.url}/c</link><guid>courier-3</guid></item>"
        changed = site.replies["/news.rss"].body.decode().replace("<item>", f"{item}<item>", 1)
        site.put(
            "/c", page("The council meets", "The council of Dunmere will meet on Monday in the town hall.", day="")
        )
        site.put("/news.rss", changed, ETag='"2"')
        add(feed)
        assert site.paths()[2:] == ["/news.rss", "/c"]
        assert len(seeds(home)) == 3

    def test_an_entry_that_was_updated_is_asked_for_again(self, site: Site, home: Path) -> None:
        text = "Mira Castell was elected speaker of the Fennick Assembly on Thursday with {} votes of 99."
        site.put("/speaker", page("New speaker", text.format(61)))
        atom = (FILES / "news.atom").read_text()
        add(site.put("/news.atom", atom))
        site.put("/speaker", page("New speaker", text.format(59)))
        add(site.put("/news.atom", atom))
        assert site.paths().count("/speaker") == 1
        add(site.put("/news.atom", atom.replace("<updated>2021-06-04T09:00", "<updated>2021-06-05T09:00")))
        (name,) = seeds(home)
        assert "59 votes" in (home / "seeds" / name).read_text()

    def test_no_feed_brings_back_what_was_taken_out_of_the_record(
        self, site: Site, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = "Mira Castell was elected speaker of the Fennick Assembly on Thursday with {} votes of 99."
        site.put("/speaker", page("New speaker", text.format(61)))
        atom = (FILES / "news.atom").read_text()
        add(site.put("/news.atom", atom))
        (name,) = seeds(home)
        removal.remove(name.removesuffix(".md"), home / "base", Path("seeds"))
        site.put("/speaker", page("New speaker", text.format(59)))
        capsys.readouterr()
        for number in (5, 6):  # corrected, and corrected again
            feed = site.put(
                "/news.atom", atom.replace("<updated>2021-06-04T09:00", f"<updated>2021-06-0{number}T09:00")
            )
            assert add("--again", feed) == 0
            assert ": left out, as it was taken out of the record on " in capsys.readouterr().out
        assert seeds(home) == []

    def test_an_entry_that_could_not_be_had_is_tried_again(
        self, site: Site, feed: str, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        budget = site.replies.pop("/budget")
        assert add(feed) == 1
        assert f"{site.url}/budget: is not there" in capsys.readouterr().err
        assert len(seeds(home)) == 1
        site.replies["/budget"] = budget
        assert add(feed) == 0
        assert len(seeds(home)) == 2

    def test_a_feed_in_a_file_is_read_and_a_broken_one_named(
        self, site: Site, feed: str, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (home / "kept.xml").write_bytes(site.replies["/news.rss"].body)
        (home / "broken.xml").write_text("<rss><channel><item><title>no more")
        assert add("kept.xml", "broken.xml") in (0, 1)
        assert len(seeds(home)) == 2
        assert "Traceback" not in capsys.readouterr().err

    def test_without_sources_the_feeds_of_the_settings_are_looked_at(
        self, feed: str, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ONRECORD_FEEDS", feed)
        monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "true")
        assert cli.main(["add"]) == 0
        assert len(seeds(home)) == 2


# Killed at any point

KILLS = int(os.environ.get("ONRECORD_TEST_KILLS", "20"))
"""How often an add is killed."""


def test_whenever_an_add_is_killed_seeds_and_base_are_whole_and_nothing_else_is_lost(home: Path) -> None:
    """Each add brings in an article with a number of its own; all that were there before stay as they were."""
    chance = random.Random(14)
    for n in range(KILLS):
        (home / f"{n}.txt").write_text(
            f"date 2024-01-{n % 28 + 1:02}\nsource: Post\n\n"
            f"Club {n} of Dunmere meets\n\nBo Lusk chaired meeting {n} of club {n}, at quay {n}."
        )
        before = _contents(home)
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "add", f"{n}.txt"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        _wait_for_some_of(process, chance, home, n)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        after = _contents(home)
        assert {name: after.get(name) for name in before} == before
        assert set(after) - set(before) <= {f"2024-01-{n % 28 + 1:02}-club-{n}-of-dunmere-meets"}
        base.load_pages(home / "facts" / "base")
        assert memory.recall(home / "seeds").version == 1
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "add", *(f"{n}.txt" for n in range(KILLS))],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(_contents(home)) == KILLS
    assert len(base.load(home / "facts" / "base")) == KILLS


def _wait_for_some_of(process: subprocess.Popen[str], chance: random.Random, home: Path, n: int) -> None:
    """Wait until an add is at some point of its work: still starting, about to write, writing, compiling, done."""
    point = chance.randrange(4)
    pause = chance.random()
    if point == 0:
        time.sleep(pause)
        return
    seen = {path.name for path in (home / "seeds").glob("*")} if (home / "seeds").exists() else set()
    while process.poll() is None:
        there = {path.name for path in (home / "seeds").glob("*")} if (home / "seeds").exists() else set()
        remembered = memory.file_of(home / "seeds").exists() and str(n) in memory.file_of(home / "seeds").read_text()
        if (point == 1 and remembered) or (point == 2 and there - seen):
            return
        if point == 3 and there - seen:
            time.sleep(3 * pause)
            return


def _contents(home: Path) -> Mapping[str, str]:
    """The texts of the articles by id; every file must be one that is whole."""
    found = {}
    for path in (home / "seeds").glob("*") if (home / "seeds").exists() else []:
        if not path.name.startswith("."):
            article, _ = articles.read(path)
            found[article.id] = article.text
    return found
