"""A new compile of an article and what people changed in its page → the page that keeps both.

The ledger of a page holds a digest of everything that the compiler wrote into it. Where content and digest differ, or
there is no digest, a person wrote; where a digest has no content, a person took away. Such places stay as they are, and
so do their digests, in every later compile. All else is replaced by the new compile, but for facts that ask what one of
a person's does: these give way. Where a page has no ledger, what the new compile makes again counts as the compiler's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from facts.folding import fold
from facts.model import Article, Fact, Meeting, Sentence
from facts.naming import first_free
from facts.pages import former
from facts.pages.contradicted import instead
from facts.pages.denied import denial
from facts.pages.derived import complete
from facts.pages.ledger import Ledger, digest, fact_digest
from facts.pages.notice import Notice
from facts.pages.page import MEETING_KEYS, Page
from facts.pages.page_writing import dump_page
from facts.pages.precedence import without_overruled
from facts.pages.quotes import Source, Span, alike, in_order, likeliest, places, quoted, squeeze
from facts.pages.still_said import holding, is_held, names_of, successor
from facts.pages.taken_out import taken_out, with_hidden, written

ARTICLE_FIELDS = ("date", "source", "title", "url")
"""What of an article's description people may correct; the rest follows from its file."""

_RECHECK = (
    "a sentence with checked facts has changed to “{}”; they are still answered: look at them again, and take out "
    "“recheck: true” where they are right"
)

_TURNED = (
    "its evidence stands in a sentence that may say otherwise, “{}”; take out “hidden: true” where it is right all the "
    "same, else delete the fact"
)

_GONE = (
    "its evidence is no longer in the article; quote what says it there now and take out “hidden: true”, or delete the "
    "fact"
)

_DENIED = (
    "“{}” seems to deny the checked fact “{}” ({}), which is not answered until somebody has looked at it: take out "
    "“recheck: true” where it is right, else correct or delete it"
)

_T = TypeVar("_T", Article, Meeting)


def compiled_page(
    article: Article,
    meeting: Meeting | None,
    facts: tuple[Fact, ...],
    by: str,
    read: str,
    sentences: tuple[Sentence, ...] = (),
) -> Page:
    """Return the page of a new compile, with a ledger that claims all of it.

    Its sentences are those that its facts quote if none are given.
    """
    sentences = sentences or quoted(facts)
    facts = tuple(map(complete, facts))
    ledger = Ledger(
        by=by,
        read=read,
        article=field_digests(article, ARTICLE_FIELDS),
        meeting=field_digests(meeting, MEETING_KEYS) if meeting is not None else {},
        facts={fact.id: fact_digest(fact) for fact in facts},
        answers={fact.id: fact.answer for fact in facts},
        read_meeting=meeting,
        sentences=written(sentences),
    )
    return Page(article, meeting, in_order(sentences, facts), frozenset(), ledger, sentences)


def is_untouched(page: Page, text: str) -> bool:
    """Whether nobody wrote into a page that has this text: all of it is as the compiler wrote it."""
    facts = {fact.id: page.digest_of(fact) for fact in page.facts}
    meeting = field_digests(page.meeting, MEETING_KEYS) if page.meeting is not None else {}
    written = (page.compiled.facts, page.compiled.article, page.compiled.meeting)
    return (facts, field_digests(page.article, ARTICLE_FIELDS), meeting) == written and text == dump_page(
        dataclasses.replace(
            page, sentences=tuple(msgspec.structs.replace(each, hidden=False) for each in page.sentences)
        )
    )


def corrected(article: Article, page: Page | None) -> Article:
    """Return an article with what people corrected in the description of it in its page (its date, say)."""
    return _keep_fields(article, page.article, page.compiled.article, ARTICLE_FIELDS) if page is not None else article


def merge(old: Page | None, new: Page) -> Page:
    """Return the new page with everything that people changed in the old one.

    merge(None, new) is new; merging once more changes nothing.
    """
    if old is None:
        return new
    if old.compiled.is_missing():
        old = _with_likely_ledger(old, new)
    if old.compiled.imported:
        new = _without_facts(new)
    article = _keep_fields(new.article, old.article, old.compiled.article, ARTICLE_FIELDS)
    meeting, meeting_ledger = _merge_meetings(old, new)
    kept = old.edited()
    gone = set(old.compiled.facts) - {fact.id for fact in old.facts}
    again = _said_again(old, new, gone)
    gone |= again.keys()
    facts = [fact for fact in new.facts if fact.id not in gone]
    ordered = _with_kept(facts, old.facts, kept, new)
    ordered = without_overruled(ordered, kept, old.hidden)
    ids = {fact.id for fact in ordered}
    compiled = {fact.id: fact_digest(fact) for fact in ordered if fact.id not in kept}
    answers = {name: answer for name, answer in new.compiled.answers.items() if name in ids | gone}
    silenced = {*old.compiled.silenced, *(digest(each.text) for each in taken_out(old, new.sentences))}
    sentences, missing = with_hidden(old.sentences, new.sentences, silenced)
    silenced |= {digest(each.text) for each in missing}
    silenced -= {digest(each.text) for each in sentences}
    ledger = Ledger(
        by=new.compiled.by,
        read=new.compiled.read,
        article=_keep_digests(new.compiled.article, old.compiled.article, _changed(old.article, old, ARTICLE_FIELDS)),
        meeting=meeting_ledger,
        facts=_keep_digests(compiled, old.compiled.facts | again, kept | gone),
        answers=answers | {name: old.compiled.answers[name] for name in kept | gone if name in old.compiled.answers},
        read_meeting=None if old.compiled.has_given_meeting() else new.compiled.read_meeting,
        stood=old.compiled.stood,
        was=old.compiled.was,
        lost=tuple(name for name in old.compiled.lost if name in ids),
        silenced=tuple(sorted(silenced)),
        quoted=old.compiled.quoted,
        imported=old.compiled.imported,
        sentences=new.compiled.sentences,
    )
    hidden, checked, recheck = ((marked & kept) & ids for marked in (old.hidden, old.checked, old.recheck))
    return Page(article, meeting, ordered, hidden, ledger, sentences, checked, recheck)


def _without_facts(page: Page) -> Page:
    """A new page without facts: beside those of a table, of which people chose some, none are made of their quotes."""
    return dataclasses.replace(page, facts=(), compiled=msgspec.structs.replace(page.compiled, facts={}, answers={}))


def _said_again(old: Page, new: Page, gone: Collection[str]) -> dict[str, str]:
    """The new facts, with their digests, that say in the next form of a sentence what a person hid or deleted of it."""
    ledger, texts = old.compiled, {former.digest(each.text): each.text for each in old.sentences}
    taken = [(each.evidence, each.answer) for each in old.facts if each.id in old.hidden - set(ledger.lost)]
    stood = ((texts.get(ledger.stood.get(name, "").partition(" ")[0]), ledger.answers.get(name)) for name in gone)
    taken += [(text, answer) for text, answer in stood if text and answer]
    fresh = [each for each in new.sentences if each.text not in texts.values()] if taken else []
    forms = {(form.text, fold(answer)) for text, answer in taken if (form := alike(fresh, text)) is not None}
    standing = zip(new.facts, places(new.sentences, new.facts), strict=True) if forms else ()
    return {
        fact.id: new.compiled.facts[fact.id]
        for fact, n in standing
        if fact.id not in ledger.facts and (new.sentences[n].text, fold(fact.answer)) in forms and fact.kind != "yes_no"
    }


def _with_likely_ledger(old: Page, new: Page) -> Page:
    """A page without a ledger with one that claims what the new compile makes again, under its ids."""
    made: dict[str, list[str]] = {}
    for name, found in new.compiled.facts.items():
        made.setdefault(found, []).append(name)
    names: dict[str, str] = {}
    for fact in old.facts:
        if same := made.get(old.digest_of(fact)):
            names[fact.id] = same.pop(0)
    compiled = tuple(names.values())
    for fact in old.facts:
        if fact.id not in names:
            names[fact.id] = first_free(fact.id, set(names.values()))
    ledger = msgspec.structs.replace(
        old.compiled,
        article=_agreed(old.article, new.article, ARTICLE_FIELDS),
        meeting=_agreed(old.meeting, new.meeting, MEETING_KEYS) if old.meeting is not None else new.compiled.meeting,
        facts={name: new.compiled.facts[name] for name in compiled},
        answers={name: new.compiled.answers[name] for name in compiled},
    )
    return dataclasses.replace(
        old,
        facts=tuple(msgspec.structs.replace(fact, id=names[fact.id]) for fact in old.facts),
        hidden=frozenset(names[name] for name in old.hidden),
        checked=frozenset(names[name] for name in old.checked),
        recheck=frozenset(names[name] for name in old.recheck),
        compiled=ledger,
    )


def _agreed(old: _T, new: _T | None, fields: tuple[str, ...]) -> dict[str, str]:
    """The digests of the fields that are the same in both."""
    if new is None:
        return {}
    return {key: _field_digest(old, key) for key in fields if getattr(old, key) == getattr(new, key)}


def anchor(
    page: Page, text: str, sentences: tuple[Sentence, ...] | None = None, found: Collection[Fact] = ()
) -> tuple[Page, tuple[str, ...]]:
    """Let the facts that people wrote follow their evidence in an article whose text has changed.

    A fact whose evidence stands elsewhere now gets its new span. One that was checked and whose sentence was changed,
    but still says it, quotes what stands there now and is to be looked at again. Any other whose evidence is gone, or
    has become a part of a sentence that may deny it, is hidden, as it is no longer on record, and stands below the
    sentence that is most like what it quoted. Once that stands there again all is as it was. `sentences` are those of
    the text, if the page does not have them yet, and `found` the facts that the compiler finds in it: what is merged
    afterwards is put in order, and gives way, by what stands there now.
    Returns the page, its facts in the order of the sentences, and what a person should know.
    """
    sentences = page.sentences if sentences is None else sentences
    source, edited = Source(text), page.edited()
    facts: list[Fact] = []
    hidden, lost, recheck = set(page.hidden), set(page.compiled.lost) & page.hidden, set(page.recheck)
    checked_with = dict(page.compiled.quoted)
    named = names_of(page.article, page.meeting)
    warnings: list[str] = []
    for fact in page.facts:
        start, end = fact.span
        if fact.id not in edited:
            facts.append(fact)
            continue
        if fact.id in recheck and (span := _as_checked(fact, checked_with, source, sentences, found, named)):
            facts.append(msgspec.structs.replace(fact, evidence=text[slice(*span)], span=span))
            recheck.discard(fact.id)
            hidden -= lost & {fact.id}
            warnings.append(Notice(f"{_called(fact)} need not be looked at again: its sentence is as it was"))
            continue
        before = () if fact.id in lost else page.sentences
        # Of a page that no compile of today has read it is not known what its evidence stood in.
        stays = sentences is page.sentences or not page.compiled.read or fact.id in hidden - lost
        spans = [fact.span] if text[start:end] == fact.evidence else []
        spans += source.by_nearness(fact.evidence, start)
        held = (
            s
            for s in spans
            if stays or any(is_held(each, s, before, sentences, found, named) for each in _as_told(fact, page, named))
        )
        span = next(held, None)
        nows = (successor(each, page.sentences, sentences, found, named) for each in _as_told(fact, page, named))
        if span is not None:
            facts.append(msgspec.structs.replace(fact, evidence=text[slice(*span)], span=span))
        elif fact.id in page.checked - hidden and (new := next(filter(None, nows), None)) is not None:
            facts.append(msgspec.structs.replace(fact, evidence=text[slice(*new.span)], span=new.span))
            if fact.id not in recheck:
                checked_with[fact.id] = f"{digest(fact.answer)} {squeeze(fact.evidence)}"
                recheck.add(fact.id)
            if (warning := _RECHECK.format(new.text)) not in warnings:
                warnings.append(warning)
        else:
            reason = _GONE
            if spans:  # it stands there, and is not held
                facts.append(msgspec.structs.replace(fact, evidence=text[slice(*spans[0])], span=spans[0]))
                reason = _TURNED.format(" ".join(holding(sentences, spans[0])))
            else:
                if (sentence := likeliest(sentences, fact.evidence, start)) is not None:
                    start = sentence.span[0]
                facts.append(msgspec.structs.replace(fact, span=(start, start + len(fact.evidence))))
            if fact.id not in hidden:
                hidden.add(fact.id)
                lost.add(fact.id)
                warnings.append(f"{_called(fact)} is hidden: {reason} (“onrecord lint” says in which line of its page)")
            continue
        if fact.id in lost:
            hidden.discard(fact.id)
            lost.discard(fact.id)
            warnings.append(Notice(f"{_called(fact)} is used again: its evidence stands in the article again"))
    known = {sentence.text for sentence in page.sentences}
    new_ones = [sentence for sentence in sentences if known and sentence.text not in known]
    for fact in facts:
        if fact.id in page.checked - hidden - recheck and (by := denial(fact, new_ones, named)) is not None:
            recheck.add(fact.id)
            warnings.append(_DENIED.format(by.text, fact.question, fact.answer))
    ordered = in_order(sentences, facts)
    checked_with = {name: checked_with[name] for name in sorted(recheck & checked_with.keys())}
    compiled = msgspec.structs.replace(page.compiled, lost=tuple(sorted(lost & hidden)), quoted=checked_with)
    page = dataclasses.replace(
        page, facts=ordered, hidden=frozenset(hidden), recheck=frozenset(recheck), compiled=compiled
    )
    return page, tuple(warnings)


def _called(fact: Fact) -> str:
    """A fact as people find it in its page."""
    return f"the fact “{fact.question}” ({fact.answer})"


def _as_told(fact: Fact, page: Page, named: Iterable[str]) -> Iterator[Fact]:
    """A fact and, where a person tells it instead of what its sentence says, the same with that for its answer: whether
    the sentence still says as much, is told by its own words."""
    yield fact
    written = page.compiled.answers.get(fact.id)
    said = [written] if written is not None else instead(fact, page.article.date, named)
    yield from (msgspec.structs.replace(fact, answer=each) for each in said)


def _as_checked(
    fact: Fact,
    checked_with: Mapping[str, str],
    source: Source,
    sentences: tuple[Sentence, ...],
    found: Collection[Fact],
    named: Iterable[str],
) -> Span | None:
    """Where the evidence stands again with which a fact was checked that is to be looked at again."""
    answer, _, evidence = checked_with.get(fact.id, "").partition(" ")
    if answer != digest(fact.answer):  # somebody has corrected it since
        return None
    was = msgspec.structs.replace(fact, evidence=evidence)
    spans = source.by_nearness(evidence, fact.span[0])
    return next((span for span in spans if is_held(was, span, (), sentences, found, named)), None)


def _merge_meetings(old: Page, new: Page) -> tuple[Meeting | None, dict[str, str]]:
    """Merge field by field; a meeting that a person added or took away stays so."""
    before, after = old.compiled.meeting, new.compiled.meeting
    if old.compiled.has_given_meeting():
        return old.meeting, before
    if old.meeting is None:
        return (None, before) if before else (new.meeting, after)
    changed = {key for key in MEETING_KEYS if _field_digest(old.meeting, key) != before.get(key)}
    if new.meeting is None:
        return (old.meeting, before) if changed else (None, after)
    kept = _keep_fields(new.meeting, old.meeting, before, MEETING_KEYS)
    return kept, _keep_digests(after, before, changed)


def _with_kept(facts: list[Fact], old: tuple[Fact, ...], kept: frozenset[str], new: Page) -> tuple[Fact, ...]:
    """Put kept facts in the place of the compiler's of the same id, the others after what stood before them.

    Each stands below the sentence that it quotes; "before" is below the same one.
    """
    own = {fact.id: fact for fact in old if fact.id in kept}
    compiled = {fact.id for fact in facts}
    below: list[list[Fact]] = [[] for _ in new.sentences or (None,)]
    replaced = [own.get(fact.id, fact) for fact in facts]
    for fact, n in zip(replaced, places(new.sentences, replaced), strict=True):
        below[n].append(fact)
    seen = [-1] * len(below)
    for fact, n in zip(old, places(new.sentences, old), strict=True):
        if fact.id in kept and fact.id not in compiled:
            seen[n] += 1
            below[n].insert(seen[n], fact)
        else:
            seen[n] = next((at for at, each in enumerate(below[n]) if each.id == fact.id), seen[n])
    return tuple(fact for each in below for fact in each)


def _keep_digests(new: dict[str, str], old: dict[str, str], kept: set[str] | frozenset[str]) -> dict[str, str]:
    """Return the new digests, with the old one (or none) for what people changed."""
    digests = {key: value for key, value in new.items() if key not in kept}
    digests |= {key: old[key] for key in kept if key in old}
    order = {key: n for n, key in enumerate((*new, *old))}
    return dict(sorted(digests.items(), key=lambda item: order[item[0]]))


def _changed(article: Article, page: Page, fields: tuple[str, ...]) -> set[str]:
    return {key for key in fields if _field_digest(article, key) != page.compiled.article.get(key)}


def _keep_fields(new: _T, old: _T, before: dict[str, str], fields: tuple[str, ...]) -> _T:
    """Return the new value with those fields of the old one that differ from what the compiler wrote."""
    changed = {key: getattr(old, key) for key in fields if _field_digest(old, key) != before.get(key)}
    return msgspec.structs.replace(new, **changed)


def field_digests(value: Article | Meeting, fields: tuple[str, ...]) -> dict[str, str]:
    """What a ledger says of these fields: a digest of each."""
    return {key: _field_digest(value, key) for key in fields}


def _field_digest(value: Article | Meeting, field: str) -> str:
    return digest(getattr(value, field))
