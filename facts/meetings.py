"""Which meeting an article is about: its name, other names, date, place, format, and which of a series it is."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from facts import dates
from facts.acronyms import Acronym, acronyms
from facts.clauses import Argument, Clause, clauses
from facts.language import Paragraph, Parsed
from facts.model import Meeting
from facts.phrases import compact, fold, squeezed
from facts.words import GATHERING_NOUNS, HOLD_VERBS, MEETING_NOUNS, ORDINAL_WORDS

OCCASION_VERBS = HOLD_VERBS | {"attend", "address", "chair", "launch", "lead", "join", "participate", "meet", "conclude", "close", "wrap", "gather", "discuss"}
ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b(" + "|".join(ORDINAL_WORDS) + r")\b", re.IGNORECASE)
FORMATS = {
    "hybrid": "hybrid",
    "online": "online",
    "teleconference": "teleconference",
    "telephone": "telephone conference",
    "video": "video conference",
    "video-conference": "video conference",
    "videoconference": "video conference",
    "virtual": "online",
    "virtually": "online",
    "webinar": "online",
}
"""Words that say how a meeting was held."""
LEAST_SCORE = 3.0
"""How good a phrase must look to be taken for the article's meeting (see `_candidate`)."""
READ_SENTENCES = 12
"""How far into an article its meeting is looked for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may name the article's meeting, where it stands and how good it looks."""

    paragraph: Paragraph
    sentence: Span
    clause: Clause | None
    head: Token
    text: str
    score: float


@dataclasses.dataclass(frozen=True, slots=True)
class Occasion:
    """An article's meeting and the sentences that name, date and place it."""

    meeting: Meeting | None
    named: tuple[Paragraph, Span] | None = None
    dated: tuple[Paragraph, Span] | None = None
    placed: tuple[Paragraph, Span] | None = None


def occasion_of(parsed: Parsed) -> Occasion:
    """Return the meeting that an article is about; none where the article names none."""
    found = sorted(_candidates(parsed), key=lambda c: -c.score)
    if not found or found[0].score < LEAST_SCORE:
        title = parsed.article.title
        return Occasion(Meeting(_titled(title) or title) if title else None)
    best = found[0]
    alike = [best, *(c for c in found[1:8] if c.score > 1 and _is_same(c, best))]
    name, aliases = _names(best, parsed.article.title, list(acronyms(parsed.article.text)))
    number = next((n for n in (_number(c, " ".join([name, *aliases])) for c in alike) if n is not None), None)
    date, dated = _date(parsed, alike)
    place, placed = _place(alike)
    meeting = Meeting(name, tuple(aliases), date, place, _format(best), _series(name), number)
    return Occasion(meeting, (best.paragraph, best.sentence), dated and (dated.paragraph, dated.sentence), placed and (placed.paragraph, placed.sentence))


def label(meeting: Meeting | None) -> str | None:
    """What "the meeting" is called in a question: "the ADSOM+ WG video conference"."""
    if meeting is None or meeting.series is None:
        return None
    name = next((a for a in meeting.aliases if len(a) < len(meeting.name)), meeting.name)
    if not set(fold(name).replace("-", " ").split()) & MEETING_NOUNS:
        name = f"{name} {meeting.format if meeting.format and 'conference' in meeting.format else 'meeting'}"
    return name if name.lower().startswith("the ") else f"the {name}"


def _candidates(parsed: Parsed) -> Iterator[Candidate]:
    title_words = set(fold(parsed.article.title or "").split())
    for n, (paragraph, sentence) in enumerate(parsed.sentences()):
        if n >= READ_SENTENCES:
            break
        if paragraph.bullet:
            continue
        found = list(clauses(paragraph, sentence))
        for token in sentence:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod") and _is_meeting(token):
                yield _candidate(paragraph, sentence, found, token, n, title_words)
        for clause in found:
            yield from _convened(paragraph, sentence, clause, n, title_words)


def _convened(paragraph: Paragraph, sentence: Span, clause: Clause, n: int, title_words: set[str]) -> Iterator[Candidate]:
    """The body that met: "the Council met", "she convened the Task Force"."""
    verb = clause.verb.lemma_.lower()
    thing = clause.first("object") if verb in ("convene", "gather") else None
    if verb not in ("meet", "convene", "gather") or (verb == "meet" and clause.first("object")):
        return
    met = thing or (clause.subject if verb == "meet" or clause.passive else None)
    if met is None or met.head.pos_ != "PROPN" or met.head.ent_type_ in ("PERSON", "GPE", "NORP") or met.head.conjuncts:
        return
    text = compact(met.head, met.start, met.end, {})
    if " " in text:
        yield Candidate(paragraph, sentence, clause, met.head, text, 5.0 - 0.4 * n + _title_share(text, title_words))


def _is_meeting(token: Token) -> bool:
    lemma = fold(token.lemma_)
    if lemma in GATHERING_NOUNS and token.tag_ != "NNS":
        return True
    return token.pos_ == "PROPN" and lemma in MEETING_NOUNS


def _candidate(paragraph: Paragraph, sentence: Span, found: list[Clause], token: Token, n: int, title_words: set[str]) -> Candidate:
    end = token.right_edge.i + 1
    text = compact(token, token.left_edge.i, end, {})
    proper = sum(1 for t in token.subtree if t.pos_ == "PROPN" and t.i < end and t.dep_ != "appos") > 1
    clause = next((c for c in found if any(a.start <= token.i < a.end for a in (*c.arguments, *([c.subject] if c.subject else [])))), None)
    held = clause is not None and clause.lemma.split()[0] in OCCASION_VERBS
    direct = clause is not None and any(token in (a.head, *a.head.children) or token.head.head == a.head for a in (*clause.arguments, *([clause.subject] if clause.subject else [])))
    past_or_other = any(c.lower_ in ("last", "previous", "next", "future", "another", "earlier") for c in token.children)
    score = 1.0 + 2.0 * proper + 2.0 * (held and direct) + 1.0 * (fold(token.lemma_) in GATHERING_NOUNS) - 0.4 * n - 3.0 * past_or_other
    score += _title_share(text, title_words)
    return Candidate(paragraph, sentence, clause, token, text, score)


def _title_share(text: str, title_words: set[str]) -> float:
    words = [w for w in fold(text).split() if len(w) > 3]
    return 3.0 * sum(w in title_words for w in words) / len(words) if words and title_words else 0.0


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|a|an|its|their|our|his|her|this|these|both)\s+", "", text, flags=re.IGNORECASE)


def _noun_phrase(head: Token) -> str:
    """A meeting's noun phrase without what says when and where it was."""
    out: set[int] = set()
    for child in head.children:
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ != "of" and (inner is None or child.lower_ not in ("on", "for") or inner.ent_type_ in ("DATE", "TIME")):
            out.update(t.i for t in child.subtree)
    end = min([i for i in out if i > head.i], default=head.right_edge.i + 1)
    return squeezed(_bare(compact(head, head.left_edge.i, max(end, head.i + 1), {})))


def _owner(best: Candidate) -> str | None:
    """The proper name behind "of" that a meeting's plain noun belongs to, or the body that holds it."""
    for token in best.sentence[best.head.i - best.sentence.start + 1 :]:
        if token.pos_ == "VERB" and token.dep_ != "amod":
            break
        if token.lower_ == "of" and token.dep_ == "prep":
            inner = next((c for c in token.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.pos_ == "PROPN" and len(list(inner.subtree)) > 1 and inner.ent_type_ not in ("DATE", "GPE"):
                return _bare(compact(inner, inner.left_edge.i, inner.right_edge.i + 1, {}))
    return None


def _holder(best: Candidate) -> str | None:
    subject = best.clause.subject if best.clause else None
    if subject is not None and subject.head.pos_ == "PROPN" and subject.head.ent_type_ in ("ORG", "") and not subject.head.conjuncts:
        return _bare(compact(subject.head, subject.start, subject.end, {}))
    return None


def _subject_body(best: Candidate) -> str | None:
    """The named body that the sentence is about ("At its June meeting, the Monetary Council …")."""
    root = best.sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ in ("ORG", "") and not subject.conjuncts:
        return _bare(compact(subject, subject.left_edge.i, min(subject.right_edge.i + 1, root.i) if root.i > subject.i else subject.right_edge.i + 1, {}))
    return None


def _names(best: Candidate, title: str | None, short_forms: list[Acronym]) -> tuple[str, list[str]]:
    """The meeting's name and aliases: the proper name in the phrase, its acronym, what the title calls it."""
    text = _noun_phrase(best.head) if best.head.pos_ == "NOUN" or fold(best.head.lemma_) in MEETING_NOUNS else squeezed(_bare(best.text))
    aliases: list[str] = []
    name = text
    if best.head.pos_ == "NOUN":
        owner = _owner(best)
        if owner is not None:
            name = owner
            if owner in text and ORDINAL.search(text.split(" of ")[0]):
                aliases.append(text)
        elif not any(c.isupper() for c in text):
            holder = _holder(best) or _subject_body(best)
            name = f"{holder} {text}" if holder and len(text.split()) < 5 else text
    titled = _titled(title)
    if titled:
        aliases.append(titled)
        if not any(c.isupper() for c in name):
            name, aliases = titled, [*aliases[:-1], name]
    for form in short_forms:
        long = _bare(form.long)
        if fold(long) in fold(name):
            aliases.append(form.short if len(name) < len(long) + 30 else name.replace(long, form.short))
        elif re.search(rf"(?<!\w){re.escape(form.short)}(?!\w)", name):
            aliases.append(long if name == form.short else name.replace(form.short, long))
    return name, list(dict.fromkeys(a for a in aliases if fold(a) != fold(name) and len(a.split()) < 14))


TITLED = re.compile(
    r"^(?:joint |press |summary |draft |official )*(?:readout|statement|minutes|report|communiqu[eé]|summary|record|proceedings|"
    r"declaration|conclusions|outcome|release|notes|remarks)s? (?:of|on|from|about|following|after) (?:the )?(?P<name>.+)$",
    re.IGNORECASE,
)
"""Titles that name a kind of document and then its meeting."""


def _titled(title: str | None) -> str | None:
    """What a title such as "Minutes of the annual meeting of X" calls the meeting."""
    match = TITLED.match(title or "")
    if match and set(fold(match["name"]).replace("-", " ").split()) & (MEETING_NOUNS | {"group", "force"}):
        return squeezed(match["name"])
    return None


def _number(best: Candidate, name: str) -> int | None:
    """Which of its series the meeting is: "the fifth meeting", "met for the 11th time"."""
    near = f"{best.text} {name}"
    match = ORDINAL.search(near) or re.search(r"for the (?:(\d{1,3})(?:st|nd|rd|th)|(\w+)) time", best.sentence.text)
    if not match:
        return None
    return int(match[1]) if match[1] else ORDINAL_WORDS.get(match[2].lower())


def _series(name: str) -> str | None:
    """The name without ordinal, year and place."""
    series = ORDINAL.sub("", name)
    series = re.sub(r"\b(?:19|20)\d\d\b", "", series)
    series = squeezed(re.sub(r"\s+(?:meeting|session|conference|summit|video conference)$", "", squeezed(series), flags=re.IGNORECASE))
    return series or None


def _date(parsed: Parsed, alike: list[Candidate]) -> tuple[str | None, Candidate | None]:
    """When the meeting was, from the sentences that name it."""
    anchor = parsed.article.date
    for candidate in alike:
        if candidate.clause is None:
            continue
        for when in dates.find(candidate.sentence.text, anchor):
            if when.precision in ("day", "range") and "T" not in when.iso and _near(when, candidate, anchor):
                return when.iso, candidate
    return None, None


def _is_same(candidate: Candidate, best: Candidate) -> bool:
    """Whether two phrases may name one meeting: most words of the shorter stand in the longer."""
    few, many = sorted((set(_words(candidate.text)), set(_words(best.text))), key=len)
    return len(few & many) >= 0.6 * len(few)


def _words(text: str) -> list[str]:
    return [w for w in fold(text).replace("-", " ").split() if w not in ("the", "a", "an", "of", "on", "for", "and")]


def _near(when: dates.When, candidate: Candidate, anchor: datetime.date | None) -> bool:
    """Whether a date stands in the meeting's own clause and not in another clause of the sentence."""
    clause = candidate.clause
    position = candidate.sentence.start_char + when.span[0]
    token = next((t for t in candidate.sentence if t.idx <= position < t.idx + len(t.text_with_ws)), None)
    if token is None or clause is None:
        return False
    governor = token
    while governor.head != governor and governor.pos_ not in ("VERB", "AUX"):
        if governor.dep_ in ("relcl", "acl") and governor.head != candidate.head:
            return False
        governor = governor.head
    return governor in clause.chain or candidate.head in list(token.ancestors)


def _place(alike: list[Candidate]) -> tuple[str | None, Candidate | None]:
    """Where the meeting was: a place phrase of its clause or on its noun."""
    for candidate in alike:
        if candidate.clause is not None:
            for argument in candidate.clause.all("place"):
                return _bare_place(argument), candidate
        for child in candidate.head.subtree:
            if child.lower_ in ("in", "at") and child.dep_ == "prep":
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None and inner.ent_type_ in ("GPE", "FAC", "LOC"):
                    return _bare_place(Argument("place", inner, inner.left_edge.i, inner.right_edge.i + 1)), candidate
    return None, None


def _bare_place(argument: Argument) -> str:
    """The place's name: its entity where it is one, with what is joined to it by commas ("Port Louis, Mauritius")."""
    head = argument.head
    text = compact(head, argument.start, argument.end, {})
    text = re.sub(r"^(?:in|at|on|near|inside|outside|aboard)\s+", "", text)
    return squeezed(re.split(r" of (?:the )?[A-Z]| on | for |, which", text)[0])


def _format(best: Candidate) -> str | None:
    words = fold(best.text).replace("-", " ").split() + [t.lower_ for t in best.sentence if t.dep_ == "advmod"]
    return next((FORMATS[w] for w in words if w in FORMATS), None)
