"""Why an article gives the facts that it does: for each sentence its parse, its clauses, and what each rule made of it.

In: an article's file. Out: lines for people. What is shown is what compiling does: its own steps are called.
"""

from __future__ import annotations

import contextlib
import glob
import os
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from facts import articles
from facts.compile.batches import standing
from facts.compile.compiler import compiler_version
from facts.extract.clear import unclear
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.extraction import FAMILIES, drafts, facts_of
from facts.extract.reading import read
from facts.folding import fold
from facts.judging import good, judge
from facts.model import Article, Meeting
from facts.pages import base, choosing, merge, removal
from facts.pages.corrected import without_denied
from facts.pages.page import Page
from facts.parse.clauses import Clause
from facts.parse.parser import Parser
from facts.parse.tree import Token
from facts.parse.written import sentences
from facts.reader import ReaderError

WIDTH = 110
"""Signs a line."""

Fate = tuple[Draft, str | None]
"""A draft, and why it was dropped if it was."""


class ExplainError(Exception):
    """There is no such article or sentence, or it cannot be read: what was looked for, and where."""


def explain(path: Path, base_dir: Path, wanted: str = "") -> Iterator[str]:
    """Lines about the sentences of an article: all of them, the one with a number, or those that hold some words.

    What a person corrected of the article in its page is taken as compiling would take it.

    Raises ExplainError where the file is no article or has no such sentence, or the reader's weights cannot be used.
    """
    try:
        article, _ = articles.read(path)
    except articles.ArticleError as error:
        raise ExplainError(str(error)) from error
    page = _page_of(article, base_dir)
    article = merge.corrected(article, page)
    (parsed,) = Parser().parse([article])
    material = read(parsed)
    chosen = _chosen(material.sentences, article.text, wanted)
    try:
        fates = _by_sentence(_fates(material, _of_today(page)), material.sentences)
    except ReaderError as error:
        raise ExplainError(str(error)) from error
    yield _about(material.found_meeting.meeting, material.label)
    for number, sentence in chosen:
        yield ""
        yield from _lines(f"{number}", " ".join(article.text[slice(*sentence_span(sentence))].split()))
        yield from _lines("parse", " ".join(_word(token) for token in sentence.span if not token.is_space))
        for clause in sentence.clauses:
            yield from _lines("clause", _clause(clause))
        for at, antecedent in sorted(sentence.antecedents.items()):
            if sentence.span[0].i <= at <= sentence.span[-1].i:
                mention = sentence.span[0].doc[at : antecedent.mention_end]
                yield from _lines("stands", f"“{_text(mention)}” for “{antecedent.name}”")
        for person in sentence.people:
            yield from _lines("person", person.name)
        for draft, reason in fates[number]:
            label = "fact" if reason is None else "dropped"
            yield from _lines(label, f"{draft.rule}: {draft.question} → {draft.answer}")
            if reason is not None:
                yield from _lines("", reason)
        if not fates[number]:
            yield from _lines("", "no rule made anything of it")


def find_article(name: str, folder: Path, base_dir: Path) -> Path:
    """The file of an article that is given by its file, its id or a part of it. Raises ExplainError."""
    if os.path.isfile(name) and Path(name).suffix != base.SUFFIX:
        return Path(name)
    try:
        id_ = choosing.article_id(name, base_dir, removal.ids_among(folder), removal.ids_aside(base_dir, folder))
    except (choosing.NoSuchPageError, base.BaseError) as error:
        raise ExplainError(str(error)) from error
    found = [path for path in sorted(folder.rglob(f"{glob.escape(id_)}.*")) if path.suffix.lower() in articles.READERS]
    with contextlib.suppress(base.BaseError):
        found.append(Path(base.load_page(base_dir / f"{id_}{base.SUFFIX}").article.file))
    existing = [path for path in found if path.is_file() and choosing.ASIDE not in path.parts]
    if existing:
        return existing[0]
    raise ExplainError(f"{name}: the file of {id_} is gone from {folder}; put it back to have it explained")


def _page_of(article: Article, base_dir: Path) -> Page | None:
    try:
        return base.load_page(base_dir / f"{article.id}{base.SUFFIX}")
    except base.BaseError:
        return None


def _of_today(page: Page | None) -> Page | None:
    """A page if this very compiler has written it, so that the next compile would take it into account."""
    return page if page is not None and page.compiled.by == compiler_version() else None


def _chosen(sentences: Sequence[Sentence], text: str, wanted: str) -> list[tuple[int, Sentence]]:
    numbered = list(enumerate(sentences, 1))
    if wanted.isdecimal():
        found = [(n, sentence) for n, sentence in numbered if n == int(wanted)]
    else:
        words = fold(" ".join(wanted.split()))
        found = [
            (n, sentence)
            for n, sentence in numbered
            if words in fold(" ".join(text[slice(*sentence_span(sentence))].split()))
        ]
    if not found:
        raise ExplainError(f"no sentence “{wanted}”; there are {len(numbered)}, numbered from 1")
    return found


def _fates(material: Material, page: Page | None) -> Iterator[Fate]:
    """All that the rules found, with what became of it: first what is dropped, then what is judged."""
    clear = drafts(material)
    article, meeting = material.parsed.article, material.found_meeting.meeting
    whole = sentences(material.parsed)
    told_still = without_denied(clear, whole, article.date)
    judged = judge(told_still, article, meeting, whole)
    refused = {draft.question: "a note corrects it" for draft in clear if draft not in told_still}
    refused |= {each.draft.question: f"judged: {each.chance:.2f} likely good" for each in judged if not each.kept}
    facts = {(fact.question, fact.answer) for fact in facts_of(good(judged, standing(page, article)), article.text)}
    told: set[tuple[str, str]] = set()
    asked = {fold(draft.question): draft for draft in clear}
    for family in FAMILIES:
        for draft in family(material):
            said = draft.question, draft.answer
            if draft not in clear or said in told:
                yield draft, unclear(draft) or _asked_as(draft, clear) or _said_already(asked.get(fold(draft.question)))
                continue
            told.add(said)
    for draft in clear:
        kept = (draft.question, draft.answer) in facts
        yield draft, None if kept else refused.get(draft.question, "more important ones fill the page")


def _asked_as(draft: Draft, clear: Iterable[Draft]) -> str | None:
    """The question that a draft was put to in the end, where that is another than its rule made."""
    alike = (each for each in clear if (each.rule, each.span) == (draft.rule, draft.span))
    question = next((each.question for each in alike if draft.answer.endswith(each.answer)), draft.question)
    return f"asked as “{question}”" if question != draft.question else None


def _said_already(other: Draft | None) -> str:
    return "said already" if other is None else f"{other.rule} answers this question: {other.answer}"


def _by_sentence(fates: Iterator[Fate], sentences: Sequence[Sentence]) -> dict[int, list[Fate]]:
    """What became of drafts, by the number of the sentence that their evidence begins in."""
    found: defaultdict[int, list[Fate]] = defaultdict(list)
    ends = [sentence_span(sentence)[1] for sentence in sentences]
    for draft, reason in fates:
        number = next((n for n, end in enumerate(ends, 1) if draft.span[0] < end), len(ends))
        found[number].append((draft, reason))
    return found


def _about(meeting: Meeting | None, label: str | None) -> str:
    if meeting is None:
        return "meeting: none"
    told = [meeting.name, meeting.date, meeting.place, meeting.format]
    called = f"; in questions: {label}" if label else ""
    return f"meeting: {', '.join(each for each in told if each)}{called}"


def _word(token: Token) -> str:
    """A word with what it is to which other word: “board/nsubj:met”."""
    return f"{token.original}/{token.dep_}" + (f":{token.head.original}" if token.head is not token else "")


def _clause(clause: Clause) -> str:
    kind = " ".join([clause.kind, *(["passive"] if clause.passive else []), *(["negated"] if clause.negated else [])])
    phrases = "; ".join(
        f"{phrase.role} “{_text(phrase.head.doc[phrase.start : phrase.end])}”" for phrase in clause.phrases
    )
    return f"{' '.join(verb.original for verb in clause.chain)} ({clause.lemma}, {kind}): {phrases}"


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token.original + token.whitespace_ for token in tokens).strip()


def _lines(label: str, text: str) -> Iterator[str]:
    """Text behind a label, in as many lines as it needs."""
    indent = " " * 10
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=f"{label:9} ", subsequent_indent=indent, break_long_words=False
    ) or [label]
