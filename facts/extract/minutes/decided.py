"""What minutes say below the heading of an item that was decided, by what vote, on whose motion."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from facts.extract.clear import LONGEST_ANSWER
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.minutes.readable import leads
from facts.extract.minutes.topics import HEADED, MARKED, NOTE_BEHIND, NUMBER, PLAIN_HEADING, is_heading, is_topic
from facts.extract.scores import UNANIMOUS, outcome, scores
from facts.folding import fold, squeezed
from facts.honorifics import HONORIFIC
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph
from facts.parse.phrases import is_body

DECIDING = frozenset(
    """accept adopt agree appoint approve authorise authorize award carry confirm decide decline defeat defer grant
    postpone reappoint re-appoint refer refuse reject resolve table waive withdraw""".split()
)
"""Verbs that tell what became of an item."""
RESOLVING = frozenset({"adopt", "agree", "approve", "decide", "defer", "refuse", "reject", "resolve"})
"""Those of them that a body does."""
TOGETHER = frozenset({"all", "board", "committee", "council", "councillors", "everyone", "members", "trustees"})
OPENING = re.compile(
    r"(?:It was (?:then )?(?:proposed|moved) by [^;:]{5,90}? and )?"
    r"(?:It was |The (?:Board|Committee|Council|Trustees) )?(?:unanimously )?"
    r"(?:AGREED|Agreed|agreed|RESOLVED|Resolved|resolved|DECIDED|Decided|decided)"
    r"(?: unanimously|,? by [\w ]+ votes? to [\w ]+?(?:,? with [\w ]+ abst\w+)?,?)?:? (?=(?:not )?(?:to|that)\b)"
)
"""What stands before the words of a decision."""
ITEMED = re.compile(r"(?:RESOLVED|Resolved|AGREED|Agreed) ?[:,–—-]? ?(?=\((?:i|a|1)\) )")
"""How a decision of several parts begins, each behind its number: "RESOLVED – (i) that …; (ii) that …"."""
PARTS = re.compile(r"(?:^|[;,] (?:and )?)\((?:[a-h]|[ivx]+|\d)\) ")
LABEL = re.compile(r"(?:Decisions?|DECISIONS?|Outcome|OUTCOME) ?[:–-] ?(?=\w)")
"""What a line begins with that is a decision."""
BARE = re.compile(r"(?:AGREED|Agreed|RESOLVED|Resolved|Approved|Adopted|Deferred|Carried|Referred|Rejected)\b[: ]")
"""How a decision begins that leaves its subject out."""
POINTING = re.compile(r"\b(?:he|she|they|this|these|those|that of|we|us|our|you|I|my)\b", re.IGNORECASE)
ELECTED = re.compile(r"\b(?:re-?)?(?:appointed|elected)\b", re.IGNORECASE)
"""What tells that a vote was on people."""
AMENDED = re.compile(r"\bamend(?:ed|ments?)\b", re.IGNORECASE)
"""What makes it uncertain on what the vote was."""
CUT = re.compile(r"\b(?:Rs|Nos?|St|Dr|Mrs?|Ms|Cllr|Prof|approx|c)\.?\s*$")
"""How a sentence ends that was parted at the full stop of an abbreviation."""
_NAME = rf"(?:{HONORIFIC} )?(?:[A-Z]\. ?)*[A-Z][\w’-]*(?: (?:(?!and\b)[a-z]{{2,3}} )?[A-Z][\w’'-]+){{0,3}}"
ON_MOTION = re.compile(
    rf"\b(?:[Pp]roposed|[Mm]oved|[Mm]otion)(?: by|:)? (?P<mover>{_NAME})[,;.]? (?:and )?"
    rf"(?:[Ss]econded|[Ss]econd)(?: by|:)? (?P<seconder>{_NAME})"
)
"""How minutes write whose motion it was."""
FATE_ONLY = re.compile(
    r"(?:(?:The )?(?:amended |substantive )?motion (?:was |were )?)?"
    r"(?:Agreed|Approved|Adopted|Carried|Defeated|Lost|Passed|Rejected|Resolved)"
    r"(?:,? (?:as \w+|unanimously|without \w+|by [\w ]+ votes? to [\w ]+|\d+ ?[–-] ?\d+|\([^)]*\)))*",
    re.IGNORECASE,
)
"""What tells how it was decided, and not what."""
ADDED = re.compile(r", (?=(?:an?|as|being|equivalent|in view|which)\b)")
"""Where a long decision begins to tell what only adds to it."""
LONGEST, FEWEST = 34, 3
"""How many words a decision has at most and at least."""


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """What stands below the heading of an item: its topic and its sentences.

    `border` is where they begin in their paragraph, where the heading stands on the same.
    """

    topic: str
    sentences: tuple[Sentence, ...]
    border: int = 0


def decided(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what was decided on each item, how the vote came out, who proposed and who seconded."""
    for passage in passages(material, names):
        yield from _decision(passage, meeting)
        yield from _vote(passage, meeting)
        yield from _motion(passage, names, meeting)


def passages(material: Material, names: Mapping[str, str]) -> Iterator[Passage]:
    """The items of minutes with a heading of their own, in one paragraph or in those below it."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in material.sentences:
        by_paragraph.setdefault(sentence.paragraph.start, []).append(sentence)
    topic, below = "", list[Sentence]()
    text = material.parsed.article.text
    for paragraph in material.parsed.paragraphs:
        found = by_paragraph.get(paragraph.start, [])
        match = HEADED.fullmatch(paragraph.doc.original.strip())
        if match is not None and is_heading(match, paragraph, text):
            border = match.start("rest")
            said = tuple(s for s in found if s.span.end_char > border)
            inner = NOTE_BEHIND.sub("", squeezed(match["topic"]))
            if said and _names_topic(inner, names):
                yield Passage(inner, said, border)
        elif not (paragraph.heading or NUMBER.search(text, max(0, paragraph.start - 8), paragraph.start)):
            below += found
            continue
        if below and _names_topic(topic, names):
            yield Passage(topic, tuple(below))
        titled = paragraph.heading or PLAIN_HEADING.fullmatch(paragraph.doc.original.strip())
        topic, below = _heading(paragraph) if titled else "", []
    if below and _names_topic(topic, names):
        yield Passage(topic, tuple(below))


def _heading(paragraph: Paragraph) -> str:
    """The words of a heading without its number and marks."""
    words = squeezed(paragraph.doc.original).strip("#*_: ")
    return re.sub(r"^(?:Item )?\(?\d[\d./-]*\)?[.:]?\s+", "", words)


def _names_topic(topic: str, names: Mapping[str, str]) -> bool:
    """Whether a heading names what an item is about, and nobody who speaks."""
    words = topic.split()
    if not words or len(words) > 10 or topic in names or MARKED.search(topic) or re.search(r"\d{4}$", topic):
        return False
    return is_topic(topic) and fold(words[0]) not in given_names()


def _decision(passage: Passage, meeting: str) -> Iterator[Draft]:
    """ "It was resolved to charge ten crowns", "The plan was referred back to the Ports Committee"."""
    found = [s for s in passage.sentences if _decides(s, passage.border)]
    if len(found) == 1 and (itemed := ITEMED.match(_text(found[0], passage.border))) is not None:
        yield from _itemed(passage, found[0], itemed.end(), meeting)
        return
    found = [s for s in found if FATE_ONLY.fullmatch(_said(s, passage.border)) is None]
    parts = [_said(s, passage.border) for s in found]
    said = "; ".join(parts)
    if any(CUT.search(s.span.text) for s in found):
        return
    if not found or not FEWEST <= len(said.split()) <= LONGEST or POINTING.search(said) or MARKED.search(said):
        return
    span = (sentence_span(found[0])[0], sentence_span(found[-1])[1])
    several = parts if len(parts) > 1 else None
    question = f"What was decided about “{passage.topic}” at {meeting}?"
    yield Draft("list" if several else "what", question, said, span, value=several, rule="decision.item")


def _itemed(passage: Passage, sentence: Sentence, start: int, meeting: str) -> Iterator[Draft]:
    """ "RESOLVED – (i) that the mill be rebuilt; (ii) that a plan be made": each of its parts."""
    parts = [part for part in PARTS.split(_text(sentence, passage.border)[start:].rstrip(" .;")) if part]
    if len(parts) > 1 and not any(POINTING.search(part) for part in parts):
        question = f"What was decided about “{passage.topic}” at {meeting}?"
        yield Draft("list", question, "; ".join(parts), sentence_span(sentence), value=parts, rule="decision.item")


def _decides(sentence: Sentence, border: int) -> bool:
    """Whether a sentence tells what was decided: in the passive, of a body, or with the subject left out."""
    text = _text(sentence, border)
    if BARE.match(text) or OPENING.match(text) or LABEL.match(text):
        return True
    main = next((c for c in sentence.clauses if c.kind == "finite" and leads(c, border)), None)
    if main is None or not happened(main) or main.subject is None:
        return False
    if not main.passive:
        head = main.subject.head
        together = is_body(head) or head.lower_ in TOGETHER
        return together and main.chain[0].tag_ == "VBD" and main.verb.lemma_.lower() in RESOLVING
    outer = main.chain[0]
    past = any(c.lower_ in ("was", "were") for c in outer.children) and outer.tag_ == "VBN"
    return past and main.verb.lemma_.lower() in DECIDING


def _text(sentence: Sentence, border: int) -> str:
    """The words of a sentence behind the heading that it may stand on one line with."""
    start, end = max(border, sentence.span.start_char), sentence.span.end_char
    return squeezed(sentence.paragraph.doc.original[start:end])


def _said(sentence: Sentence, border: int) -> str:
    text = _text(sentence, border)
    opening = OPENING.match(text) or LABEL.match(text)
    said = text[opening.end() if opening is not None else 0 :].rstrip(" .;")
    return said if len(said.split()) <= LONGEST_ANSWER else ADDED.split(said)[0]


def _vote(passage: Passage, meeting: str) -> Iterator[Draft]:
    """The only vote below a heading: "Approved by 7 votes to 3"."""
    if any(AMENDED.search(s.span.text) for s in passage.sentences):
        return
    found = [(s, outcome(s.span.text, a, b)) for s in passage.sentences for a, b in scores(s.span.text)]
    if any(ELECTED.search(s.span.text) for s in passage.sentences):
        return  # by how many votes, but not who
    if len(found) == 1 and UNANIMOUS.fullmatch(found[0][1]) is None:
        question = f"What was the result of the vote on “{passage.topic}” at {meeting}?"
        yield Draft("how", question, squeezed(found[0][1]), sentence_span(found[0][0]), rule="tally.item")


def _motion(passage: Passage, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """The only mover and seconder below a heading: "Proposed Ada Moss, seconded Ben Okoro"."""
    text = passage.sentences[0].paragraph.doc.original
    if any(s.paragraph is not passage.sentences[0].paragraph for s in passage.sentences):
        return
    found = list(ON_MOTION.finditer(text, max(passage.border, passage.sentences[0].span.start_char)))
    if len(found) != 1:
        return
    first = next(s for s in passage.sentences if s.span.end_char > found[0].start())
    last = next(s for s in passage.sentences if s.span.end_char >= found[0].end() - 1)
    span = (sentence_span(first)[0], sentence_span(last)[1])
    for part, asked, rule in (("mover", "proposed", "vote.moved"), ("seconder", "seconded", "vote.seconded")):
        who = squeezed(found[0][part]).rstrip(".")
        question = f"Who {asked} the motion on “{passage.topic}” at {meeting}?"
        yield Draft("who", question, names.get(who, who), span, rule=rule)
