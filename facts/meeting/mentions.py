"""The phrases of an article that may name its meeting, each with how good it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facts.folding import fold, squeezed
from facts.meeting import names as naming
from facts.meeting.bodies import (
    LEAD_SENTENCES,
    Report,
    body_names,
    full_name,
    is_employer,
    original_of,
    the_one,
    title_share,
)
from facts.meeting.bodies_acting import bodies_acting, bodies_voting, central_banks
from facts.meeting.bodies_told import bodies_told, inquiry
from facts.meeting.mention import Candidate, MeetingMention, is_whole
from facts.meeting.people_met import people_met
from facts.meeting.phrases import begin_of, extended, opening_of, parties, several_people
from facts.meeting.scores import score
from facts.meeting.words import (
    DATE_WORDS,
    MEMBERS,
    POSSESSOR_BODIES,
    ROUNDS,
    SHORT_FORMS,
    TAKING_PART,
)
from facts.parse.clauses import Clause, containing
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span, Token
from facts.parse.words import GATHERING_NOUNS, HOLD_VERBS, NAMED_THINGS, PERSON_NOUNS, PLACE_ENTITIES, TITLES

UNDERGONE = frozenset({"endure", "face", "have", "hold", "suffer", "survive"})
"""What a firm does with a meeting of its own (lemmas): "Tarn Ropes faced a stormy annual meeting"."""
SURE_MEETINGS = GATHERING_NOUNS - {"briefing", "ceremony", "convention", "event", "hearing"}
"""Nouns that name a meeting wherever they stand."""
PLENARY_LABELS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
"""What "plenary" is in a clause where it names a meeting, be it taken for a noun or not."""
NUMBERED_OTHERWISE = (
    PERSON_NOUNS | (NAMED_THINGS - {"week"}) | frozenset("amendment avenue division fleet lady street war".split())
)
"""Nouns of names with an ordinal ("the Second World War", "the First Lady") that are no meetings."""
SETTLING = frozenset({"agree", "avert", "end", "form", "resolve", "save", "settle"})
"""What talks are held to do (lemmas)."""
LONGEST_TOPIC = 12
"""How many words tell what talks are about, at most."""
READ_SENTENCES = 12
"""How far into an article its meeting is looked for."""


def candidates(report: Report) -> Iterator[Candidate]:
    """Yield the phrases that may name an article's meeting, in the order of the text."""
    for n, parse in enumerate(report.sentences[:READ_SENTENCES]):
        if parse.paragraph.bullet and not is_whole(parse.span):
            continue
        for token in parse.span:
            if _is_meeting(token):
                yield _mention(report, parse, token, n)
        yield from _numbered(report, parse, n)
        yield from inquiry(report, parse, n)
        for clause in parse.clauses:
            yield from bodies_acting(report, clause, n)
            yield from bodies_voting(report, clause, n)
            yield from central_banks(report, clause, n)
            yield from people_met(report, clause, n)
            yield from bodies_told(report, clause, n)


def _is_meeting(token: Token) -> bool:
    """Whether a token is a noun that names an occasion and not a part of a longer name."""
    named = token.pos_ in ("NOUN", "PROPN")
    if not named and token.dep_ not in PLENARY_LABELS:
        return False
    lemma = fold(token.lemma_)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if lemma == "plenary" and token.dep_ in PLENARY_LABELS:
        return True
    if not named or (token.tag_ in ("NNS", "NNPS")) != (lemma in ("talk", "talks")):
        return False  # meetings are of the past or many, talks are one
    if (
        following.pos_ in ("NOUN", "PROPN")
        and following.i != token.i
        and following.dep_ != "npadvmod"
        and token.dep_ in ("compound", "nmod")
    ):
        return False
    if (
        token.text[0].isupper()
        and following.text[:1].isupper()
        and following.pos_ == "PROPN"
        and following.ent_type_ != "DATE"
    ):
        return False
    if lemma == "session" and token.i and token.nbor(-1).lower_ in ("-", "in", "into", "of"):
        return False  # "Parliament is in session", "out-of-session"
    if _takes_part(token):
        return False
    if lemma in SURE_MEETINGS:
        return True
    if lemma == "round":
        return any(c.lower_ == "of" and any(g.lemma_ in ROUNDS for g in c.children) for c in token.children)
    if lemma in ("congress", "assembly", "forum"):
        return (
            any(naming.ORDINAL.fullmatch(c.text) for c in token.children)
            or (token.text.islower() and lemma == "congress")
            or _took_place(token, lemma)
        )
    return lemma in ("hearing", "convention") and token.text[0].islower()


def _takes_part(token: Token) -> bool:
    """Whether what may be a meeting is here a body that did something at one: "the Ports Conference attended the …"."""
    verb = token.head
    if token.dep_ != "nsubj" or not token.text[:1].isupper():
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "prep", "attr")]
    if verb.lemma_ == "be":
        return any(c.lower_ == "among" for c in things)
    held = any(c.dep_ == "dobj" and c.lemma_.lower() in GATHERING_NOUNS | {"assembly", "congress"} for c in things)
    part = verb.lemma_ == "take" and any(c.lower_ == "part" for c in things)
    return part or verb.lemma_ in TAKING_PART or (held and verb.lemma_ in HOLD_VERBS)


def _took_place(token: Token, lemma: str) -> bool:
    """Whether what may also be a body is here an occasion: it "was held", or something was done "at" a forum."""
    above, named = token.head, token.i > 0 and token.text[0].isupper() and token.nbor(-1).text[0].isupper()
    if not named:
        return False
    if token.dep_ == "nsubjpass":
        return above.lemma_ in ("hold", "host")
    there = (c.lower_ == "in" and any(g.ent_type_ in PLACE_ENTITIES for g in c.children) for c in token.children)
    return lemma == "forum" and token.dep_ == "pobj" and above.lower_ == "at" and any(there)


def _clause_of(clauses: Sequence[Clause], head: Token) -> Clause | None:
    """The clause with the nearest verb among those that a word stands in, but for what is only said of it before it
    ("a bruising meeting")."""
    around = [
        clause for clause, _ in containing(clauses, head) if clause.verb.dep_ != "amod" or clause.verb.head != head
    ]
    return min(around, key=lambda c: abs(c.verb.i - head.i), default=None)


def _mention(report: Report, parse: SentenceParse, head: Token, n: int) -> Candidate:
    """A meeting noun: its phrase, the body that it is of, and how much looks like the article's own meeting."""
    paragraph, sentence, doc = parse.paragraph, parse.span, head.doc
    begin, possessor = begin_of(head, sentence)
    phrase = squeezed(report.source(paragraph, doc[begin].idx, head.idx + len(head)))
    phrase = phrase.removesuffix(head.text) + SHORT_FORMS.get(head.text, head.text)
    behind = report.source(paragraph, head.idx + len(head), sentence.end_char)
    if begin == sentence.start and phrase[1:].islower() and (begin == head.i or doc[begin].pos_ != "PROPN"):
        phrase = phrase[0].lower() + phrase[1:]  # "Talks opened": the capital is the sentence's and no name's
    phrase, owner = extended(head, phrase, behind)
    clause = _clause_of(parse.clauses, head)
    sort = " ".join(w for w in naming.kind(phrase).split() if fold(w) not in DATE_WORDS)
    named = any(c.isupper() for c in sort) and not naming.says_nothing(sort)
    proper = named or bool(owner and owner[:1].isupper())
    personal = possessor is not None and _is_person(possessor)
    met = parties(head, clause) if owner is None and not proper and (possessor is None or personal) else ""
    if met and personal:
        phrase = f"{possessor}’s {phrase}{met}"
    elif met and not report.bodies:
        phrase += met
    elif owner is None and not proper and (several := several_people(clause, sentence)):
        phrase = f"{naming.kind(phrase) or phrase} of the {several}"
    elif owner is None and not proper:
        opening = opening_of(begin, sentence)
        opener = doc[opening - 1].lower_ if opening > sentence.start else ""
        owner = _owned(report, clause, sentence, possessor, opener, n)
        own = opener == "its" or (opener in ("a", "an") and clause is not None and clause.lemma in UNDERGONE)
        if owner is None and own and not naming.ORDINAL.search(phrase):
            owner = _named_subject(report, clause, sentence)
        if owner is None and n < LEAD_SENTENCES and naming.ALL_MEET.fullmatch(phrase):
            owner = _in_the_news(report)
        phrase += "" if owner else met or _topic(head, phrase)
    elif owner is not None:
        owner = full_name(owner, report)
    owned = owner is not None or " of the " in phrase
    mention = MeetingMention(paragraph, sentence, clause, head)
    points = score(mention, begin, phrase, n, proper=proper, owned=owned)
    return Candidate(mention, phrase, owner, points + title_share(f"{owner or ''} {phrase}", report))


def _topic(head: Token, phrase: str) -> str:
    """What talks without another name are about, as it stands behind their noun: "to end the strike of pilots"."""
    behind = next((c for c in head.children if c.i == head.i + 1 and c.lower_ in ("about", "on", "over")), None)
    aim = next(
        (c for c in head.children if c.dep_ == "acl" and c.lemma_ in SETTLING and c.nbor(-1).lower_ == "to"), None
    )
    about = behind or aim
    if about is None or phrase != phrase.lower() or (aim is not None and head.nbor(1).lower_ != "to"):
        return ""
    last = about.right_edge.i
    end = next((t.i for t in head.doc[about.i + 1 : last] if t.dep_ in ("acl", "relcl")), last + 1)
    words = head.doc[head.i + 1 : end]
    told = any(t.pos_ in ("NOUN", "PROPN") for t in words) and len(words) <= LONGEST_TOPIC
    plain = not any(t.ent_type_ in ("DATE", "TIME") or t.text in (",", ";") for t in words)
    return f" {squeezed(original_of(head.doc.span(head.i + 1, end)))}" if told and plain else ""


def _owned(
    report: Report, clause: Clause | None, sentence: Span, possessor: str | None, opener: str, n: int
) -> str | None:
    """The body whose meeting a plain "meeting" is: whose it is said to be, who held it, whom the article is about."""
    if possessor is not None and _is_person(possessor):
        return None
    if possessor is not None and fold(possessor).split()[-1] not in POSSESSOR_BODIES:
        return full_name(possessor, report) if possessor[:1].isupper() else None
    if possessor is not None and (" " in possessor or the_one(possessor, report)):
        return the_one(possessor, report) or full_name(possessor, report)
    for subject in _subjects(clause, sentence):
        if subject.ent_type_ == "PERSON":
            continue
        if subject.lower_ == "councillors" and (council := full_name("council", report)) != "council":
            return council
        text = original_of(subject.doc.span(subject.left_edge.i, subject.right_edge.i + 1))
        for name in body_names(text, report.forms):
            return full_name(name, report)
        named = re.search(rf"\bof (?:States? (?:and|or) Governments? of )?(?:the )?({naming.NAME.pattern})", text)
        if named and (possessor or subject.lower_ in MEMBERS):
            return naming.trimmed(named[1])
    text = original_of(sentence)
    loose = possessor is None and opener in ("a", "an", "")
    near = [name for name in body_names(text, report.forms) if not (loose and is_employer(name, text))]
    if near and (opener in ("its", "their", "the", "a", "an") or n == 0):
        return full_name(near[0], report)
    return report.bodies[0] if report.bodies and n < 6 and not loose else None


def _named_subject(report: Report, clause: Clause | None, sentence: Span) -> str | None:
    """Of what by name a clause says that it held "its" meeting; of no place, which holds none."""
    for subject, name in _proper_subjects(clause, sentence):
        if subject.ent_type_ not in (*PLACE_ENTITIES, "PERSON"):
            return full_name(name, report)
    return None


def _proper_subjects(clause: Clause | None, sentence: Span) -> Iterator[tuple[Token, str]]:
    """Of what by name a clause and its sentence say something: the noun, and the whole name."""
    for subject in _subjects(clause, sentence):
        if subject.pos_ == "PROPN":
            yield subject, original_of(subject.doc.span(subject.left_edge.i, subject.right_edge.i + 1))


def _in_the_news(report: Report) -> str | None:
    """Of what by name the first sentence and the headline tell something: whose all its members' meeting is."""
    sentence = report.sentences[0].span
    clause = next(iter(report.sentences[0].clauses), None)
    names = (name for _, name in _proper_subjects(clause, sentence))
    told = next((name for name in names if name in (report.parsed.article.title or "")), None)
    return full_name(told, report) if told is not None else None


def _is_person(possessor: str) -> bool:
    """Whether a meeting is somebody's: "the Minister's meeting", "President Oda's meeting"."""
    return any(fold(word) in PERSON_NOUNS | TITLES for word in possessor.split())


def _subjects(clause: Clause | None, sentence: Span) -> Iterator[Token]:
    """Of whom a clause and its sentence say something."""
    if clause is not None and clause.subject is not None and clause.subject.head.pos_ != "PRON":
        yield clause.subject.head
    yield from (c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON")


def _is_said_to_meet(letters: Token) -> bool:
    """Whether letters are said to be a meeting: "The 15th HTMM, the yearly gathering of …"."""
    said = (c for c in letters.children if c.dep_ == "appos")
    return letters.text.isupper() and any(c.lemma_.lower() in GATHERING_NOUNS for c in said)


def _numbered(report: Report, parse: SentenceParse, n: int) -> Iterator[Candidate]:
    """A capitalised event behind an ordinal, whatever its noun: "the second Global Soil Review"."""
    sentence = parse.span
    text = original_of(sentence)
    for match in re.finditer(
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<phrase>{naming.ORDINAL.pattern}\s(?:[a-z]+\s)?(?P<name>{naming.NAME.pattern}))",
        text,
    ):
        name = naming.trimmed(match["name"])
        head = next(
            (t for t in sentence if t.idx - sentence.start_char + len(t) == match.start("name") + len(name)), None
        )
        if (
            head is None
            or (len(name.split()) < 2 and not _is_said_to_meet(head))
            or head.ent_type_ in ("NORP", "PERSON")
            or head.dep_ == "compound"
            or fold(head.lemma_) in naming.NAME_HEADS
        ):
            continue
        if naming.head_word(name) in NUMBERED_OTHERWISE:
            continue
        clause = _clause_of(parse.clauses, head)
        phrase = text[match.start("phrase") : match.start("name") + len(name)]
        past = clause is not None and not any(c.lower_ in ("will", "would") for t in clause.chain for c in t.children)
        score = 4.5 - 0.8 * n + 0.5 * past + 1.0 * _is_said_to_meet(head) + title_share(phrase, report)
        yield Candidate(MeetingMention(parse.paragraph, sentence, clause, head), phrase, None, score)
