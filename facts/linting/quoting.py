"""What sentences and facts quote: whether it stands in the article, and what is hidden or checked to no purpose."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from facts.folding import fold
from facts.linting.finding import Finding
from facts.linting.sheet import Sheet
from facts.pages.denied import denial
from facts.pages.note_words import is_told_wrong, words_of
from facts.pages.precedence import asked
from facts.pages.quotes import Source, squeeze
from facts.pages.still_said import holding, names_of
from facts.pages.taken_out import facts_below, has_all, taken_out, written_in

SHOWN = 60
"""Letters of a sentence that name it."""


def _not_understood(sheet: Sheet) -> Iterator[Finding]:
    """Notes of which nothing was understood: they deny nothing, and no sentence says what they tell otherwise."""
    record = sheet.record
    notes = itertools.groupby(record.corrections, lambda each: each.date)
    for _, sentences in notes:
        note = list(sentences)
        words = [words_of(each.text) for each in note]
        if any(each.corrects for each in note) or any(each.is_amended or is_told_wrong(each) for each in words):
            continue
        what = f"nothing was understood of the note “{_short(note[0].text)}”, so what it corrects is told as it was"
        remedy = "if a sentence says otherwise, correct the facts below it, or silence it by “hidden: true”"
        yield sheet.of_sentence(note[0].text, "note", what, remedy)


def misquoted(sheet: Sheet) -> Iterator[Finding]:
    """What quotes words that its article does not have, and marks that make no sense."""
    page = sheet.page
    yield from _taken_out(sheet)
    yield from _not_understood(sheet)
    if sheet.is_stale or page.hidden:
        text = sheet.article_text()
        if text is not None:
            yield from _gone(sheet, Source(text))
    shown = {
        (asked(fact.question), fold(fact.answer)): fact for fact in sheet.record.facts if fact.id not in page.hidden
    }
    for fact in page.facts:
        if fact.id in page.recheck - page.hidden:
            by = denial(fact, page.sentences, names_of(page.article, page.meeting))
            what = f"the sentence of this checked fact has changed: “{_short(squeeze(fact.evidence))}”"
            if by is not None:
                what = f"“{_short(by.text)}” seems to deny this checked fact, which is not answered"
            remedy = "take out “recheck: true” if it is right, else correct or delete the fact"
            yield sheet.of_fact(fact.id, "recheck", what, remedy, "recheck")
        if fact.id not in page.hidden:
            continue
        if fact.id in page.checked and fact.id not in page.compiled.lost:
            remedy = "take out “hidden” if it is right, “checked” if it is not"
            yield sheet.of_fact(fact.id, "hidden-checked", "hidden and checked at once", remedy, "hidden")
        other = shown.get((asked(fact.question), fold(fact.answer)))
        if other is not None:
            what = f"hidden, and the fact in line {sheet.line_of_fact(other.id)} still says it"
            yield sheet.of_fact(fact.id, "hidden-leftover", what, "hide or delete that one, too", "hidden")


def _taken_out(sheet: Sheet) -> Iterator[Finding]:
    """Sentences of the article that somebody took out of the page, each at the one in front of which it stood."""
    page, text = sheet.page, None if has_all(sheet.page) else sheet.article_text()
    for sentence in taken_out(page, written_in(text, page.compiled)) if text is not None else ():
        below = facts_below(page, sentence)
        facts = f", with {below} fact{'' if below == 1 else 's'} below it," if below else ""
        what = f"the sentence “{_short(sentence.text)}” of {page.article.file}{facts} was taken out of the page"
        remedy = (
            "it is not read, and the next compile that reads the article anew puts it back hidden; if that was not"
            " meant, write it here again, word for word, with its facts"
        )
        behind = [each for each in page.sentences if each.span[0] >= sentence.span[1]] or page.sentences[-1:]
        yield sheet.of_sentence(behind[0].text if behind else "", "sentence-taken-out", what, remedy)


def _gone(sheet: Sheet, source: Source) -> Iterator[Finding]:
    """What does not stand in the article as it is today."""
    page, file = sheet.page, sheet.page.article.file
    gone = set()
    if sheet.is_stale:
        texts = [sentence.text for sentence in page.sentences]
        gone = {text for text, span in zip(texts, source.sentences(texts), strict=True) if span is None}
        for text in texts:
            if text in gone:
                what = f"{file} does not have the sentence “{_short(text)}” any more"
                yield sheet.of_sentence(text, "sentence-gone", what, "run “onrecord compile”, then look at its facts")
    for fact in page.facts:
        quote = squeeze(fact.evidence)
        if quote in gone or not _is_gone(source, quote):
            if fact.id in page.hidden & set(page.compiled.lost) and not sheet.is_stale:
                said = _short(" ".join(holding(page.sentences, fact.span)))
                what = f"hidden by a compile, as its evidence stands in a sentence that may say otherwise: “{said}”"
                remedy = "take out “hidden: true” if it is right all the same, else delete the fact"
                yield sheet.of_fact(fact.id, "hidden-doubted", what, remedy, "hidden")
            continue
        if fact.id in page.hidden:
            what = f"hidden, and {file} does not have its evidence “{_short(quote)}”"
            remedy = "delete it, or quote what stands there and take out “hidden”"
            yield sheet.of_fact(fact.id, "hidden-leftover", what, remedy, "evidence")
        else:
            what = f"{file} does not have the evidence “{_short(quote)}” any more"
            yield sheet.of_fact(
                fact.id, "evidence-gone", what, "quote what stands there, or delete the fact", "evidence"
            )


def _is_gone(source: Source, quote: str) -> bool:
    return source.nearest(quote, 0) is None


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()} …"
