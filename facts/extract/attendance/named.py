"""Who is named among those present, in one sentence: "Participants included A, B and C", "In attendance were D, E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.countries import COUNTRIES
from facts.extract.attendance.own_meeting import EARLY
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.lists import people_items, split_items
from facts.folding import fold, squeezed
from facts.model import Kind
from facts.parse.clauses import Argument
from facts.parse.numbers import NUMBER_WORDS, number_of
from facts.parse.phrases import verbatim
from facts.questions import is_clean

_AT = r"(?: (?:in|at) (?:the|today['’]s|yesterday['’]s|this) [^,.;:]{3,40}?)?"
_THERE = rf"(?:taking part|participating|in attendance|present|who (?:attended|participated|took part)){_AT}"
NAMED = re.compile(
    rf"(?:In attendance|(?P<among>Among (?:those|the (?:people|members|guests)) {_THERE}"
    rf"|Among the (?:attendees|guests|participants|speakers){_AT})"
    rf"|Also (?:in attendance|present|attending)|(?P<group>[A-Z][^.,;:]{{2,80}}?) {_THERE}"
    rf"|(?:(?P<kind>[A-Z][\w -]{{2,40}}) )?(?:[Pp]articipants|[Aa]ttendees){_AT}) "
    r"(?:included?|were|was) (?P<names>[^:]+?)\.?\s*"
)
"""A sentence that names who was there."""
WITH = re.compile(
    r"\bwith (?:a total of )?(?P<count>\d[\d,]*|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r") "
    r"(?P<who>(?:[a-z]+ )?(?:councillors|delegates|directors|members|people|persons|shareholders|trustees|voters)) "
    r"(?:(?:being )?present|in attendance|attending)\b",
    re.IGNORECASE,
)
"""How a sentence tells how many were there."""
AMONG = re.compile(
    r"\b(?:attended|participated|took part|were present|came)(?: (?:it|in it|the \w+))?, (?:among them|including) "
    r"(?P<names>(?:the )?[A-Z][^;:.]*?)(?:, (?:which|who|whose)\b.*)?\.?\s*\Z"
)
"""What a sentence adds of some who came: "Ministers attended, among them Norway"."""
_COUNT = r"\d[\d,]*|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_LAND = r"(?:the )?[A-Z][\w.]*(?:(?: of(?: the)?)? [A-Z]\w*)*"
SENT = re.compile(
    r"\b(?i:delegates|delegations|envoys|ministers|officials|participants|representatives) (?:from|of) "
    rf"(?P<count>(?i:{_COUNT})) (?P<what>(?:[a-z]+ )?(?:cities|countries|nations|regions|states|towns))"
    r"(?P<came> (?:attended|participated|took part|were present)\b(?! in the vote))?"
    rf"(?:(?:: |,? namely |,? that is,? )(?P<names>{_LAND}(?:, {_LAND})*,? and {_LAND})(?=[,.;]|\s*\Z))?",
)
"""From how many places, and which, those at a meeting were: "delegations from two states: Lunn and Tarn"."""
_SENT = r"(?:delegat(?:e|ion)s|diplomats|envoys|experts|leaders|ministers|officers|officials|representatives)"
FROM_LANDS = re.compile(
    rf"\b(?i:{_SENT}(?: and {_SENT})? (?:from|of)) (?P<lands>{_LAND}(?:, {_LAND})*,? and {_LAND})(?=[,.;]| [a-z])"
)
"""Those at a meeting with all the countries that they are of: "officials of Norland, Tarn and Varda"."""
_GROUP = r"(?:advocates|CEOs|companies|executives|groups|leaders|members|officials|organi[sz]ations|representatives)"
INCLUDING = re.compile(
    rf"\b(?:convened|hosted|joined by|met with)\b[^.;:()]{{1,160}}?\b{_GROUP}\b[^.;:(),]{{0,60}},? including "
    r"(?P<names>(?:the )?[A-Z][^.;:()]*?)(?=,? to [a-z]|,? on [a-z]|,? about |\.?\s*\Z)"
)
"""Some of those with whom a meeting was held: "met with leaders of unions, including the Pilots Guild"."""
FEWEST_LANDS = 2
GATHERED = re.compile(r"\b(?:brought|gathered|attended|drew|met|present|took part|participated)\b")
MEETING = re.compile(
    r"\b(?:agreed|joined|met|spent|(?:attended|began|concluded|ended|gathered|held|opened|participated|took part)\b"
    r"|conference|congress|forum|meeting|session|summit|talks)\b"
)
"""What tells that those named were at a meeting."""
OTHER = re.compile(r"\b(?:19|20)\d\d\b|\b(?:earlier|last|next|past|previous)\b")
"""What tells of another meeting."""
MOST_WORDS = 110


def facts(material: Material) -> Iterator[Draft]:
    """Yield who is named among those present at the article's meeting."""
    for sentence in material.sentences if material.meeting_name is not None else ():
        yield from _counted(sentence, str(material.meeting_name))
        yield from _sent(sentence, material)
        if sentence in material.sentences[:EARLY]:
            yield from _lands(sentence, material)
            if including := INCLUDING.search(sentence.span.text):
                yield from _of_some(including, sentence, material)
        if among := AMONG.search(sentence.span.text):
            yield from _of_some(among, sentence, material)
        match = NAMED.fullmatch(sentence.span.text)
        if match is None or OTHER.search(sentence.span.text[: match.start("names")]):
            continue
        draft = _listed(match, sentence, material)
        if draft is not None:
            yield draft


def _counted(sentence: Sentence, meeting: str) -> Iterator[Draft]:
    """ "The board met with 46 members present": how many were there."""
    match = WITH.search(sentence.span.text)
    if match is not None and not OTHER.search(sentence.span.text[: match.start()].replace(meeting[-4:], "")):
        question = f"How many {match['who']} were present at {meeting}?"
        number = number_of(match["count"])
        span = sentence_span(sentence)
        yield Draft("how_many", question, match["count"], span, value=number, rule="attendance.number")


def _sent(sentence: Sentence, material: Material) -> Iterator[Draft]:
    """ "It brought together delegations from two states: Lunn and Tarn": from how many, from which."""
    match, span = SENT.search(sentence.span.text), sentence_span(sentence)
    if match is None or OTHER.search(sentence.span.text) or not GATHERED.search(sentence.span.text):
        return
    asked = f"{match['what']} were represented at {material.meeting_name}?"
    if match["names"]:
        items = split_items(match["names"])
        if len(items) == number_of(match["count"]):
            answer = re.sub(r"(?<![A-Z])\.$", "", match["names"])
            yield Draft("list", f"Which {asked}", answer, span, value=items, rule="attendance.places")
    if match["names"] or match["came"]:
        number = number_of(match["count"])
        yield Draft("how_many", f"How many {asked}", match["count"], span, value=number, rule="attendance.number")


def _lands(sentence: Sentence, material: Material) -> Iterator[Draft]:
    """ "Officials from Norway, Chile and Cuba met": which countries took part."""
    match = FROM_LANDS.search(sentence.span.text)
    if match is None or OTHER.search(sentence.span.text) or not MEETING.search(sentence.span.text):
        return
    names = [re.sub(r"^(?:and )?(?:the )?", "", name) for name in re.split(r",? and |, ", match["lands"])]
    held = any(happened(c) for c in sentence.clauses if c.verb.dep_ == "ROOT")
    lands = sum(fold(name) in COUNTRIES for name in names)
    if held and len(names) >= FEWEST_LANDS and lands * 2 > len(names):
        kind = "countries" if lands == len(names) else "countries and bodies"
        more = ", among others," if re.match(r"\s(?:as well|along|and|together)\b", match.string[match.end() :]) else ""
        question = f"Which {kind}{more} were represented at {material.meeting_name}?"
        answer = squeezed(match["lands"])
        yield Draft("list", question, answer, sentence_span(sentence), value=names, rule="attendance.places")


def _of_some(match: re.Match[str], sentence: Sentence, material: Material) -> Iterator[Draft]:
    """ "Ministers attended, among them Norway": who is named of those who came."""
    span = sentence.span.char_span(*match.span("names"), alignment_mode="contract")
    answer = squeezed(match["names"])
    named = span is not None and any(t.ent_type_ in ("PERSON", "ORG", "GPE") for t in span)
    if named and is_clean(answer) and len(answer.split()) <= MOST_WORDS and not OTHER.search(answer):
        question = f"Who was among the participants of {material.meeting_name}?"
        items = split_items(answer)
        several = items if len(items) > 1 else None
        kind: Kind = "list" if several else "who"
        yield Draft(kind, question, answer, sentence_span(sentence), value=several, rule="attendance.named")


def _listed(match: re.Match[str], sentence: Sentence, material: Material) -> Draft | None:
    span = sentence.span.char_span(*match.span("names"), alignment_mode="contract")
    if span is None or not any(t.ent_type_ in ("PERSON", "ORG", "GPE") for t in span):
        return None
    text = material.parsed.article.text
    answer = squeezed(verbatim(text, sentence.paragraph, span.start, span.end)).rstrip(".")
    if len(answer.split()) > MOST_WORDS or not is_clean(answer) or any(t.pos_ == "PRON" for t in span):
        return None
    asked = _asked(match)
    items = people_items(Argument("object", span.root, span.start, span.end), text, sentence.paragraph)
    question = f"{asked} {material.meeting_name}?"
    return Draft("list", question, answer, sentence_span(sentence), value=items, rule="attendance.named")


def _asked(match: re.Match[str]) -> str:
    """How one asks for those of a group, in small letters but for names."""
    if match["among"]:
        return "Who was among the participants of"
    group = match["group"] or (f"{match['kind']} participants" if match["kind"] else "")
    if not group:
        return "Who attended"
    words = group.split()
    small = words[0].lower() if len(words) > 1 and words[1].islower() else words[0]
    return f"Which {' '.join([small, *words[1:]])} attended"
