"""Runs tests/corpus/*.yaml: texts, and what must be read from them, or must not.

An entry of a family of facts (FAMILY.yaml) has

- `text`: one or more sentences, paragraphs parted by blank lines as in an article; `date`: of the article (ISO), if it
  matters;
- `gives`: facts that must be found: `QUESTION: ANSWER`, or any of `kind`, `question`, `answer`, `value`. The
  question may be a part of the fact's, the answer is whole; case, accents and quotes don't matter;
- `never`: facts that must not be found, in the same forms, the answer being here a part of the fact's;
- `none: true`: the family finds nothing.

The other corpora hold what facts are made from and what becomes of them; each says at its top what its entries have.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from facts.articles import read_text
from facts.dates import readable
from facts.extract import read
from facts.extract.clear import unclear
from facts.extract.draft import Draft, Material
from facts.extract.extraction import FAMILIES, drafts, facts_of
from facts.folding import fold
from facts.meeting import find_meeting, label
from facts.meeting.titles import titled_meeting
from facts.meeting.words import FORMATS
from facts.model import Article, Value
from facts.parse import written
from facts.parse.acronyms import acronyms
from facts.parse.clauses import Clause
from facts.parse.coreference import resolve
from facts.parse.parser import ArticleParse, Parser
from facts.parse.sentences import SentenceParse, read_sentences

CORPUS = Path(__file__).parent / "corpus"
KEYS = {"text", "date", "gives", "never", "none"}
FACT_KEYS = {"kind", "question", "answer", "value"}
Entry = dict[str, Any]


MODULES = {family.__module__.rpartition(".")[2]: family for family in FAMILIES}
"""The families by the names of their modules, which are those of their corpora."""


def families() -> Iterator[str]:
    """The corpora of this form: those of the families of `facts.extract`."""
    for path in sorted(CORPUS.glob("*.yaml")):
        if path.stem in MODULES:
            yield path.stem


def entries(family: str) -> list[Entry]:
    found: list[Entry] = yaml.safe_load((CORPUS / f"{family}.yaml").read_text("utf-8"))
    return found


EXAMPLES = [
    pytest.param(family, entry, id=f"{family}-{n}")
    for family in families()
    for n, entry in enumerate(entries(family), start=1)
]


@functools.cache
def parser() -> Parser:
    return Parser()


@functools.cache
def parsed(
    text: str, date: datetime.date | None = None, title: str | None = None, source: str | None = None
) -> ArticleParse:
    reading = read_text(text)
    day, name = date or reading.date, title or reading.title
    article = Article("example", day, source, name, None, "example.txt", "0", reading.text, reading.paragraphs)
    (found,) = parser().parse([article])
    return found


@functools.cache
def material(text: str, date: datetime.date | None) -> Material:
    return read(parsed(text, date))


def sentences(text: str) -> tuple[SentenceParse, ...]:
    return read_sentences(parsed(text))


def given_by(family: str, found: Material) -> list[Draft]:
    return list(MODULES[family](found))


def wanted(entry: Entry, key: str) -> list[dict[str, Any]]:
    """The facts listed under `gives` or `never`, the short form spelt out."""
    listed: list[dict[str, Any]] = []
    for item in entry.get(key, ()):
        short = len(item) == 1 and not set(item) <= FACT_KEYS
        listed.append(dict(zip(("question", "answer"), next(iter(item.items())), strict=True)) if short else item)
    assert all(set(item) <= FACT_KEYS for item in listed)
    return listed


def fits(draft: Draft, fact: dict[str, Any], *, whole: bool) -> bool:
    answer = fold(str(fact.get("answer", draft.answer)))
    return (
        fact.get("kind", draft.kind) == draft.kind
        and fold(fact.get("question", "")) in fold(draft.question)
        and (answer == fold(draft.answer) if whole else answer in fold(draft.answer))
        and fact.get("value", draft.value) == draft.value
    )


@pytest.mark.parametrize(("family", "entry"), EXAMPLES)
def test_a_text_gives_what_its_corpus_says(family: str, entry: Entry) -> None:
    assert set(entry) <= KEYS
    found = material(entry["text"], entry.get("date"))
    given = given_by(family, found)
    seen = "\n".join(f"  {d.kind}: {d.question} -> {d.answer}" for d in given)
    missing = [fact for fact in wanted(entry, "gives") if not any(fits(d, fact, whole=True) for d in given)]
    assert not missing, f"not found: {missing}\nfound:\n{seen}"
    wrong = [d for fact in wanted(entry, "never") for d in given if fits(d, fact, whole=False)]
    assert not wrong, f"must not be found: {wrong}\nfound:\n{seen}"
    assert not (entry.get("none") and given), f"must find nothing\nfound:\n{seen}"


RULES = frozenset("yes no sent the vote was".split())
"""Words that answers are put together with: "No, Ed Hart *sent* apologies", "No, *the vote was* 5-2"."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text).replace("'s", "")))


def resolved(draft: Draft, dates: set[str], article: set[str]) -> set[str]:
    """The words of an answer that need not stand in its evidence, by the rules that put them there."""
    if draft.kind == "yes_no":
        return article | dates | RULES
    if draft.kind == "how":  # "virtual", which is online
        return dates | words(" ".join(FORMATS.values()))
    if draft.kind == "who":  # "they" are the council, named elsewhere; of "judges Ito and Vik" each is a judge
        return article | {word.removesuffix("s") for word in article} | {"and"}
    if draft.kind == "list":  # names put together from their lines; what "we" list of ourselves is theirs
        return dates | {"and", "their", "they"}
    if (
        draft.kind == "what"
    ):  # a task with its deadline from another column; what is said of a question's topic is of "it"
        return dates | {"by", "it", "the", "their", "them", "they"}
    if draft.kind == "when":  # days that are listed, in the year that is asked about
        return dates | {word for word in words(draft.question) if word.isdecimal()}
    return {str(draft.value)} if isinstance(draft.value, int) else dates


def dated(values: Iterable[Value]) -> set[str]:
    """The words of the dates that facts have for values: "on Tuesday" is one, with the date of the article."""
    isos = [iso for value in values if isinstance(value, str) for iso in re.findall(r"\d{4}-\d\d(?:-\d\d)?", value)]
    return {word for iso in isos for word in words(readable(iso))}


@pytest.mark.parametrize(("family", "entry"), EXAMPLES)
def test_evidence_is_a_slice_of_the_text_with_each_word_of_the_answer_that_no_rule_resolved(
    family: str, entry: Entry
) -> None:
    found = material(entry["text"], entry.get("date"))
    text = found.parsed.article.text
    given = given_by(family, found)
    for draft in given:
        start, end = draft.span
        assert 0 <= start < end <= len(text)
        evidence = text[start:end]
        assert evidence == evidence.strip()
        unsaid = words(draft.answer) - words(evidence)
        dates = dated(other.value for other in given if other.span == draft.span)
        assert unsaid <= resolved(draft, dates, words(text)), (draft, evidence)


def examples(name: str, key: str = "text") -> pytest.MarkDecorator:
    """The entries of another corpus, one a test."""
    ids = [f"{n}-{str(entry[key])[:40]}" for n, entry in enumerate(entries(name), start=1)]
    return pytest.mark.parametrize("entry", entries(name), ids=ids)


@examples("meetings")
def test_the_meeting_is_what_an_editor_would_put(entry: Entry) -> None:
    article = parsed(entry["text"], entry.get("date"), entry.get("title"), entry.get("source"))
    meeting = find_meeting(article, read_sentences(article), tuple(acronyms(article.article.text))).meeting
    if entry.get("none"):
        assert meeting is None
        return
    assert meeting is not None
    found = {
        "name": meeting.name,
        "aliases": list(meeting.aliases),
        "when": meeting.date,
        "place": meeting.place,
        "format": meeting.format,
        "series": meeting.series,
        "number": meeting.number,
        "label": label(meeting),
    }
    expected = {key: value for key, value in entry.items() if key in found}
    if isinstance(expected.get("when"), datetime.date):
        expected["when"] = expected["when"].isoformat()
    assert {key: found[key] for key in expected} == expected


@examples("titles", "title")
def test_a_title_names_the_meeting_or_not(entry: Entry) -> None:
    found = titled_meeting(entry["title"])
    assert (found and found.name) == entry["name"]
    assert found is None or found.sure == entry.get("sure", found.sure)


def said(clause: Clause) -> dict[str, str | bool]:
    """The phrases of a clause by their roles, and whether it denies."""
    phrases = {str(phrase.role): clause.verb.doc.span(phrase.start, phrase.end).text for phrase in clause.phrases}
    return {**phrases, "denied": clause.negated, "passive": clause.passive}


@examples("clauses")
def test_the_phrases_of_a_clause_are_told_apart(entry: Entry) -> None:
    clauses = [clause for sentence in sentences(entry["text"]) for clause in sentence.clauses]
    found = [said(clause) for clause in clauses if " ".join(t.lemma_ for t in clause.chain) == entry["verb"]]
    if entry.get("none"):
        assert found == []
        return
    assert any(entry.get("gives", {}).items() <= phrases.items() for phrases in found), found
    assert not any(role in phrases for role in entry.get("never", ()) for phrases in found), found


@examples("antecedents")
def test_a_mention_stands_for_what_the_text_makes_clear(entry: Entry) -> None:
    article = parsed(entry["text"])
    resolved = resolve(article, read_sentences(article), entry.get("meeting"))
    found = [
        (paragraph.doc.span(start, end).text, name)
        for paragraph, antecedents in zip(article.paragraphs, resolved, strict=True)
        for start, (end, name) in sorted(antecedents.items())
    ]
    assert set(entry.get("gives", {}).items()) <= set(found), found
    assert not any(mention in entry.get("never", ()) for mention, _ in found), found


@examples("names")
def test_the_people_of_a_text_are_named_and_nothing_else(entry: Entry) -> None:
    assert [person.name for sentence in sentences(entry["text"]) for person in sentence.people] == entry["gives"]


@examples("acronyms")
def test_short_forms_that_a_text_explains_are_found(entry: Entry) -> None:
    assert {form.short: form.long for form in acronyms(entry["text"])} == entry["gives"]


@examples("sentences")
def test_a_page_shows_the_sentences_of_its_article(entry: Entry) -> None:
    article = parsed(entry["text"], title=entry.get("title"))
    headline = written.headline(article.article)
    assert (headline and headline.text) == entry.get("headline")
    assert [sentence.text for sentence in written.sentences(article)] == entry["gives"]


@examples("gate", "question")
def test_a_fact_is_written_where_a_stranger_understands_it(entry: Entry) -> None:
    draft = Draft(
        entry.get("kind", "what"), entry["question"], entry["answer"], (0, 1), rule=entry.get("rule", "example.gate")
    )
    reason = unclear(draft)
    assert (reason is None) == ("refused" not in entry), reason
    assert entry.get("refused", "") in (reason or "")


@examples("pages")
def test_a_page_has_the_facts_that_matter_each_once(entry: Entry) -> None:
    found = drafts(material(entry["text"], entry.get("date")))
    asked = [draft.question for draft in found]
    assert [question for question in asked if question in entry["order"]] == entry["order"], asked
    assert not set(entry.get("never", ())) & set(asked)
    written_facts = facts_of(found, entry["text"])
    assert len(written_facts) <= entry.get("most", len(asked))
    assert [fact.span[0] for fact in written_facts] == sorted(fact.span[0] for fact in written_facts)
    assert len({fact.id for fact in written_facts}) == len(written_facts)
