"""Rows → an article in which their evidence stands, and the page with their facts."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from facts import markup
from facts.articles import shown, too_long
from facts.exchange.row import Row
from facts.exchange.squad import sentences
from facts.folding import fold
from facts.model import Article, Fact, Meeting, Sentence
from facts.naming import first_free, kind_of, stem
from facts.pages import former, merge, yaml_writing
from facts.pages.ledger import IMPORTED, Ledger, digest
from facts.pages.page import MEETING_KEYS, Page
from facts.pages.quotes import Source, in_order, squeeze
from facts.tables import labels_and_tables_as_lines

_MARKED = re.compile(r"[\\`*_\[\]<>~]")
_IMPORTED = re.compile(r"---\n(?:(?!---$).*\n)*?imported: ", re.MULTILINE)
_WEB_ADDRESS = re.compile(r"https?://\S+")


class ArticleError(Exception):
    """Rows of which no article can be made: why not, and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What rows say of the article that they are from."""

    title: str | None
    source: str | None
    date: datetime.date | None
    url: str | None
    meeting: Meeting | None


def is_imported(text: str) -> bool:
    """Whether an article was made of rows."""
    return _IMPORTED.match(text) is not None


def evidence_of(row: Row) -> str:
    """What is quoted for a row: its evidence, else the question with its answer."""
    if row.evidence is not None:
        return row.evidence
    end = "" if row.question.endswith(("?", ".", ":", "!")) else ":"
    return f"{row.question}{end} {row.answer}{'' if row.answer.endswith(('.', '!', '?')) else '.'}"


def front_matter(about: About, today: datetime.date) -> str:
    """The front matter of a new article."""
    known = {
        "title": about.title,
        "date": about.date.isoformat() if about.date else None,
        "source": about.source,
        "url": about.url if about.url is not None and _WEB_ADDRESS.fullmatch(about.url) else None,
        "imported": today.isoformat(),
        "language": "en",
    }
    return f"---\n{yaml_writing.dump({k: v for k, v in known.items() if v is not None})}---\n"


def extended(text: str, rows: Sequence[Row], passages: Iterable[str]) -> tuple[str, list[str]]:
    """The text of an article with all that rows quote, and the paragraphs that were added to it.

    Raises ArticleError if it becomes too large.
    """
    source = Source(markup.plain(labels_and_tables_as_lines(text)))
    before = "\n".join(map(squeeze, source.text[source.begin :].split("\n\n")))
    added = _paragraphs(before, [*map(squeeze, passages), *map(evidence_of, rows)])
    if not added:
        return text, []
    plain = "\n\n".join(added)
    whole = f"{text.rstrip()}\n\n{plain}\n"
    if not markup.plain(whole).endswith(f"\n\n{plain}\n"):
        marked = _MARKED.sub(r"\\\g<0>", plain.replace("&", "&amp;"))
        whole = f"{text.rstrip()}\n\n{marked}\n"
        if not markup.plain(whole).endswith(f"\n\n{plain}\n"):
            raise ArticleError("holds marks of links or emphasis that cannot be written; take them out")
    if reason := too_long(whole):
        raise ArticleError(f"makes an article that {reason}")
    return whole, added


def _paragraphs(before: str, texts: Iterable[str]) -> list[str]:
    """The texts that are neither in what is there nor in another of them, each once, in their order."""
    ordered = list(dict.fromkeys(texts))
    kept: set[str] = set()
    for text in sorted(ordered, key=len, reverse=True):
        if text not in before:
            before = f"{before}\n{text}"
            kept.add(text)
    return [text for text in ordered if text in kept]


def new_page(path: Path, about: About, text: str) -> Page:
    """The page of an article without facts. What is not known of it is left to the compiler.

    The meeting counts as what was found, not as what a person corrected: the rows alone tell when and where it was.
    """
    article = Article(path.stem, about.date, about.source, about.title, about.url, shown(path), "")
    unknown = {name: digest(None) for name in merge.ARTICLE_FIELDS if getattr(article, name) is None}
    given = merge.field_digests(about.meeting, MEETING_KEYS) if about.meeting is not None else {}
    ledger = Ledger(by=IMPORTED, article=unknown, meeting=given, imported=True)
    return Page(_read(article, text), about.meeting, (), compiled=ledger)


def _read(article: Article, text: str) -> Article:
    return msgspec.structs.replace(article, sha256=hashlib.sha256(text.encode()).hexdigest())


def with_rows(page: Page, text: str, added: Iterable[str], rows: Sequence[Row]) -> Page:
    """A page with the paragraphs that were added to its article, which has this text now, and a fact for each row."""
    plain = markup.plain(labels_and_tables_as_lines(text))
    source = Source(plain)
    quotes = set(map(evidence_of, rows))
    new = [each for part in added for each in ([part] if part in quotes else sentences(part))]
    there = [*page.sentences, *(Sentence(each, (0, 0)) for each in new)]
    spans = zip(there, source.sentences([each.text for each in there]), strict=True)
    standing = tuple(msgspec.structs.replace(each, span=span) for each, span in spans if span is not None)
    page = dataclasses.replace(page, article=_read(page.article, text), sentences=standing)
    page, _ = merge.anchor(page, plain)
    facts, checked = list(page.facts), set(page.checked)
    taken = {fact.id for fact in facts}
    for row in rows:
        fact = _fact(row, source, taken)
        taken.add(fact.id)
        facts.append(fact)
        if row.checked:
            checked.add(fact.id)
    page = dataclasses.replace(page, facts=in_order(page.sentences, facts), checked=frozenset(checked))
    return former.remembering(page, page)


def was_withdrawn(row: Row, page: Page) -> bool:
    """Whether a page had the fact of a row, from the same sentence, until a person deleted it or wrote over it."""
    ledger, quote = page.compiled, squeeze(evidence_of(row))
    name = row.id or stem(row.question, row.kind or kind_of(row.question))
    if row.id is not None and name in ledger.facts and ledger.answers.get(name) == row.answer:
        return True
    if row.evidence is None and ledger.imported and quote in " ".join(squeeze(each.text) for each in page.sentences):
        return True  # no other row has its question and answer for a sentence
    if any(fact.id == name for fact in page.facts) or not (ledger.imported or name in ledger.facts):
        return False
    sentence, _, answer = ledger.stood.get(name, "").partition(" ")
    texts = [each.text for each in page.sentences if former.digest(each.text) == sentence]
    return answer == former.digest(fold(row.answer)) and any(quote in text or text in quote for text in texts)


def _fact(row: Row, source: Source, taken: set[str]) -> Fact:
    quote = squeeze(evidence_of(row))
    at = source.text.find(quote, source.begin)  # not out of the end of one paragraph and the beginning of the next
    span = (at, at + len(quote)) if at >= 0 else source.within(quote, source.begin, len(source.text))
    if span is None:
        raise ArticleError(f"its evidence “{evidence_of(row)[:60]}” cannot be written; quote it without marks")
    kind = row.kind or kind_of(row.question)
    name = row.id if row.id is not None and row.id not in taken else first_free(stem(row.question, kind), taken)
    evidence = source.text[slice(*span)]
    return Fact(name, kind, row.question, row.answer, evidence, span, row.variants, row.value, row.confidence)
