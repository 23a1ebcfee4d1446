"""Cut articles into the sentences that the reader is shown.

    python -m deploy.reader.sentences --articles FOLDER [FOLDER ...] --out DATA/articles.jsonl

One article a line: id, heading, sentences (each its span in the decoded text, and its text). It needs the extra
`compile`.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from deploy.reader import json_lines
from deploy.reader.groups import Span
from facts.reader.window import Passage, heading


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleSentences:
    """An article's heading and its sentences in order, with their spans in its text."""

    id: str
    heading: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]

    def passage(self, place: int) -> Passage:
        """A sentence with its heading and the sentence before."""
        return Passage(self.heading, self.texts[place - 1] if place else "", self.texts[place])


def main() -> None:
    """Cut, write, and say how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    began = time.monotonic()
    files = sorted(file for folder in given.articles for file in folder.iterdir() if file.suffix in (".md", ".txt"))
    count = json_lines.write(cut(files), given.out)
    print(f"{given.out}: {count} articles in {time.monotonic() - began:.0f} s")


def cut(files: Iterable[Path]) -> Iterator[ArticleSentences]:
    """The sentences of articles as the compiler sees them."""
    # Imported here so that what reads the sentences back needs no parser.
    from facts import articles
    from facts.meeting import find_meeting
    from facts.parse.acronyms import acronyms
    from facts.parse.parser import Parser
    from facts.parse.sentences import read_sentences

    read = (articles.read(file)[0] for file in files)
    for parsed in Parser().parse(read):
        article = parsed.article
        meeting = find_meeting(parsed, read_sentences(parsed), tuple(acronyms(article.text))).meeting
        spans = [
            (paragraph.start + sentence.start_char, paragraph.start + sentence.end_char)
            for paragraph, sentence in parsed.sentences()
        ]
        kept = [span for begin, end in spans if (span := _trimmed(article.text, begin, end))]
        yield ArticleSentences(
            article.id,
            heading(article.title, meeting.name if meeting else None, article.date),
            tuple(kept),
            tuple(" ".join(article.text[begin:end].split()) for begin, end in kept),
        )


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    """A span without the blanks at its ends; None without a letter or digit in it."""
    words = text[begin:end]
    if not re.search(r"\w", words):
        return None
    return begin + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def read(path: Path) -> dict[str, ArticleSentences]:
    """Read articles back, by their ids."""
    found = {}
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            spans = tuple((begin, end) for begin, end in row["spans"])
            found[row["id"]] = ArticleSentences(row["id"], row["heading"], spans, tuple(row["texts"]))
    return found


if __name__ == "__main__":
    main()
