"""The page of a small board's meeting, and strategies for pages, what people make of them and articles that fit."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import strategies as st

from facts.folding import fold
from facts.model import Article, Fact, Kind, Meeting, Record, Sentence
from facts.pages import merge, yaml_writing
from facts.pages.derived import complete
from facts.pages.ledger import digest
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page, page_data
from facts.pages.precedence import asked
from facts.pages.quotes import squeeze

TEXT = "The board met. It was chaired by A. Ark."
ARTICLE = Article(
    id="board",
    date=datetime.date(2020, 6, 30),
    source="ONA",
    title=None,
    url=None,
    file="seeds/board.txt",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
)
MEETING = Meeting("Board of Ostford", ("BO",), "2020-06-30", "Ostford", "video conference")
MET = Fact("board-meet", "yes_no", "Did the board meet?", "Yes", "The board met.", (0, 14), value="2020-06-30")
CHAIR = Fact(
    id="chair",
    kind="who",
    question="Who chaired the board?",
    answer="A. Ark",
    evidence="It was chaired by A. Ark.",
    span=(15, 40),
    variants=("Who presided over the board?", "Who led the board?"),
    confidence=0.94,
)
SENTENCES = (Sentence(MET.evidence, MET.span), Sentence(CHAIR.evidence, CHAIR.span))
RECORD = Record(ARTICLE, MEETING, (MET, CHAIR), SENTENCES)

HEAD = f"""\
article:
  id: board
  date: 2020-06-30
  source: ONA
  title: null
  url: null
  file: seeds/board.txt
  sha256: {ARTICLE.sha256}
meeting:
  name: Board of Ostford
  aliases: [BO]
  date: 2020-06-30
  place: Ostford
  format: video conference
"""
WRITTEN = f"""\
# yaml-language-server: $schema=page.schema.json
schema: 2
{HEAD}sentences:
- text: The board met.
  facts:
  - question: Did the board meet?
    answer: 'Yes'
    value: 2020-06-30
- text: It was chaired by A. Ark.
  facts:
  - question: Who chaired the board?
    answer: A. Ark
    variants:
    - Who presided over the board?
    - Who led the board?
    confidence: 0.94
    id: chair
"""

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
tricky = st.sampled_from(
    ["No", "null", "~", "1e5", "12e34", "0x1F", "10:30", "2020-06-30", "2020", "- a", "a: b", "#x", "&a", "*"]
)
texts = st.one_of(words, tricky).filter(lambda text: text.strip() != "")
quotes = texts.map(squeeze)
values = st.one_of(
    st.none(),
    texts,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(texts, max_size=3),
)
meetings = st.builds(
    Meeting,
    name=texts,
    aliases=st.lists(texts, max_size=3).map(tuple),
    date=st.none() | st.sampled_from(["2020", "2020-06", "2020-06-30", "2020-06-29/2020-07-02", "--06-30"]),
    place=st.none() | texts,
    format=st.none() | texts,
    series=st.none() | texts,
    number=st.none() | st.integers(1, 99),
)
KINDS: tuple[Kind, ...] = (
    "who",
    "what",
    "when",
    "where",
    "why",
    "how",
    "how_many",
    "which",
    "yes_no",
    "list",
    "definition",
)
IDS = ("a", "b", "c", "d", "e")


@st.composite
def facts_named(draw: st.DrawFn, fact_id: str | None = None, text: str | None = None) -> Fact:
    """A fact; one of a text quotes a part of it."""
    if text is None:
        start, evidence = draw(st.integers(0, 999)), draw(quotes)
    else:
        start = draw(st.sampled_from([n for n, sign in enumerate(text) if not sign.isspace()]))
        end = draw(st.sampled_from([n for n, sign in enumerate(text) if n >= start and not sign.isspace()]))
        evidence = text[start : end + 1]
    return Fact(
        id=fact_id if fact_id is not None else draw(texts),
        kind=draw(st.sampled_from(KINDS)),
        question=draw(texts),
        answer=draw(texts),
        evidence=evidence,
        span=(start, start + len(evidence)),
        variants=tuple(draw(st.lists(texts, max_size=2))),
        value=draw(values),
        confidence=draw(st.floats(0, 1)),
    )


articles = st.builds(
    Article,
    id=texts,
    date=st.none() | st.dates(),
    source=st.none() | texts,
    title=st.none() | texts,
    url=st.none() | texts,
    file=texts,
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
)


@st.composite
def written_texts(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """The text of an article, with all kinds of white space and marks of lists in it, and its sentences."""
    text, sentences = draw(st.sampled_from(["", "date 2020-06-30 ", "# "])), []
    for sentence in draw(
        st.lists(st.lists(st.sampled_from(["It", "met", "on", "7 May", "–", "yes.", "Yes."]), min_size=1))
    ):
        start = len(text)
        text += draw(st.sampled_from([" ", "\n", "\u00a0"])).join(sentence)
        sentences.append(Sentence(squeeze(text[start:]), (start, len(text))))
        text += draw(st.sampled_from([" ", "\n", "\n\n", "\n\n- ", "\n2. "]))
    return text, tuple(sentences)


texts_with_sentences = written_texts().filter(lambda made: made[1])


@st.composite
def compiles(draw: st.DrawFn, text: str | None = None, sentences: tuple[Sentence, ...] = ()) -> Page:
    """What some version of the compiler makes of one article (of any, or of one with this text)."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    facts = [draw(facts_named(fact_id, text)) for fact_id in ids]
    facts.sort(key=lambda fact: fact.span[0])
    article = msgspec.structs.replace(ARTICLE, source=draw(st.none() | texts), title=draw(st.none() | texts))
    meeting = draw(st.none() | meetings)
    if text is None:
        page = reread(Page(article, meeting, tuple(facts), sentences=draw(all_sentences())))
        facts, sentences = list(page.facts), page.sentences
    return merge.compiled_page(article, meeting, tuple(facts), "by", "read", sentences)


@st.composite
def all_sentences(draw: st.DrawFn) -> tuple[Sentence, ...]:
    """The sentences of an article that is not at hand."""
    made: list[Sentence] = []
    for text in draw(st.lists(quotes, min_size=1, max_size=4)):
        start = made[-1].span[1] + 1 if made else 0
        made.append(Sentence(text, (start, start + len(text))))
    return tuple(made)


@st.composite
def edits(draw: st.DrawFn, page: Page, text: str | None = None) -> Page:
    """What a person may make of a page: facts changed, hidden, removed, added; fields corrected."""
    facts: list[Fact] = []
    hidden: set[str] = set(page.hidden)
    for fact in page.facts:
        match draw(st.sampled_from(["keep", "change", "hide", "remove"])):
            case "keep":
                facts.append(fact)
            case "change":
                facts.append(complete(draw(facts_named(fact.id, text))))
            case "hide":
                facts.append(fact)
                hidden.add(fact.id)
    for fact_id in draw(st.lists(st.sampled_from([*IDS, "x", "y"]), unique=True, max_size=3)):
        if fact_id not in {fact.id for fact in page.facts}:
            facts.insert(draw(st.integers(0, len(facts))), complete(draw(facts_named(fact_id, text))))
    meeting = page.meeting
    if meeting is not None and draw(st.booleans()):
        meeting = draw(st.none() | st.just(msgspec.structs.replace(meeting, place=draw(texts))))
    elif meeting is None and draw(st.booleans()):
        meeting = draw(meetings)
    article = msgspec.structs.replace(page.article, title=draw(texts)) if draw(st.booleans()) else page.article
    sentences = tuple(
        msgspec.structs.replace(each, hidden=True) if draw(st.booleans()) else each for each in page.sentences
    )
    return dataclasses.replace(
        page, article=article, meeting=meeting, facts=tuple(facts), hidden=frozenset(hidden), sentences=sentences
    )


def reread(page: Page, text: str | None = None) -> Page:
    """A page as it is read back, without its article or with an article of this text."""
    again, problems = read_page(dump_page(page), lambda _: text, page.compiled)
    assert problems == []
    assert again is not None
    return again


def said(fact: Fact) -> Fact:
    """A fact without what follows from where its evidence stands (its place, and case and marks as they are there), and
    without the end of a line behind its answer, which is not answered."""
    return msgspec.structs.replace(
        fact, answer=fact.answer.rstrip("\n"), evidence=fold(squeeze(fact.evidence)), span=(0, 0)
    )


def not_asked_by(own: dict[str, Fact], hidden: set[str], new: Page) -> Iterator[Fact]:
    """The compiler's facts, without what is asked for by a person's."""
    answered = {
        asked(each) for name, fact in own.items() if name not in hidden for each in (fact.question, *fact.variants)
    }
    refused = {(asked(own[name].question), fold(own[name].answer)) for name in hidden if name in own}
    for fact in new.facts:
        question = asked(fact.question)
        if fact.id not in own and question not in answered and (question, fold(fact.answer)) not in refused:
            variants = tuple(each for each in fact.variants if asked(each) not in answered)
            yield msgspec.structs.replace(fact, variants=variants)


def may_say_again(own: dict[str, Fact], hidden: set[str], new: Page) -> set[str]:
    """The ids of the compiler's facts that have the answer of one which a person hid: where its sentence has changed
    they may say that again, asked otherwise, and are then refused, too."""
    refused = {fold(own[name].answer) for name in hidden if name in own}
    return {fact.id for fact in new.facts if fold(fact.answer) in refused}


def without(facts: dict[str, Fact], names: set[str]) -> dict[str, Fact]:
    """Facts without those of some ids."""
    return {name: fact for name, fact in facts.items() if name not in names}


def schema1_fact(fact: Fact, *, hidden: bool = False) -> dict[str, Any]:
    """A fact as schema 1 had it."""
    data = {
        "id": fact.id,
        "kind": fact.kind,
        "question": fact.question,
        "variants": list(fact.variants),
        "answer": fact.answer,
        "evidence": fact.evidence,
        "span": list(fact.span),
        "value": fact.value,
        "confidence": fact.confidence,
    }
    return {**data, "hidden": True} if hidden else data


def schema1(page: Page, compiled: Page | None = None) -> str:
    """A page as schema 1 had it, with the ledger of what the compiler wrote, if it wrote anything."""
    data = page_data(dataclasses.replace(page, facts=(), sentences=()))
    facts = [schema1_fact(fact, hidden=fact.id in page.hidden) for fact in page.facts]
    body = {"schema": 1, "article": data["article"], "meeting": data["meeting"], "facts": facts}
    if compiled is None:
        return yaml_writing.dump(body)
    ledger = compiled.compiled
    digests = {fact.id: digest(schema1_fact(fact)) for fact in compiled.facts}
    past = {"by": "old", "read": "old", "article": ledger.article, "meeting": ledger.meeting, "facts": digests}
    return yaml_writing.dump(body) + yaml_writing.dump({"compiled": past})
