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
from facts.meeting.bodies_told import bodies_told
from facts.meeting.mention import Candidate, MeetingMention, is_whole
from facts.meeting.people_met import are_talks, people_met, person_of, told_by
from facts.meeting.phrases import begin_of, extended, opening_of, parties, several_people
from facts.meeting.scores import score
from facts.meeting.times import is_ahead
from facts.meeting.words import (
    CONVENE_VERBS,
    DATE_WORDS,
    DECIDE_VERBS,
    DELIBERATING,
    MEMBERS,
    POSSESSOR_BODIES,
    ROUNDS,
    SHORT_FORMS,
    SMALL_BODY,
    TAKING_PART,
)
from facts.parse.arguments import nominal
from facts.parse.clauses import Argument, Clause, containing
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
        for clause in parse.clauses:
            yield from _acting(report, clause, n)
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
        phrase += "" if owner else met
    elif owner is not None:
        owner = full_name(owner, report)
    owned = owner is not None or " of the " in phrase
    mention = MeetingMention(paragraph, sentence, clause, head)
    points = score(mention, begin, phrase, n, proper=proper, owned=owned)
    return Candidate(mention, phrase, owner, points + title_share(f"{owner or ''} {phrase}", report))


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
    for subject in _subjects(clause, sentence):
        if subject.pos_ == "PROPN" and subject.ent_type_ not in (*PLACE_ENTITIES, "PERSON"):
            return full_name(original_of(subject.doc.span(subject.left_edge.i, subject.right_edge.i + 1)), report)
    return None


def _is_person(possessor: str) -> bool:
    """Whether a meeting is somebody's: "the Minister's meeting", "President Oda's meeting"."""
    return any(fold(word) in PERSON_NOUNS | TITLES for word in possessor.split())


def _subjects(clause: Clause | None, sentence: Span) -> Iterator[Token]:
    """Of whom a clause and its sentence say something."""
    if clause is not None and clause.subject is not None and clause.subject.head.pos_ != "PRON":
        yield clause.subject.head
    yield from (c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON")


def _numbered(report: Report, parse: SentenceParse, n: int) -> Iterator[Candidate]:
    """A capitalised event behind an ordinal, whatever its noun: "the second Global Soil Review"."""
    sentence = parse.span
    text = original_of(sentence)
    for match in re.finditer(
        rf"\b(?:the|its|their)\s(?P<phrase>{naming.ORDINAL.pattern}\s(?:[a-z]+\s)?(?P<name>{naming.NAME.pattern}))",
        text,
    ):
        name = naming.trimmed(match["name"])
        head = next(
            (t for t in sentence if t.idx - sentence.start_char + len(t) == match.start("name") + len(name)), None
        )
        if (
            head is None
            or len(name.split()) < 2
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
        score = 4.5 - 0.8 * n + 0.5 * past + title_share(phrase, report)
        yield Candidate(MeetingMention(parse.paragraph, sentence, clause, head), phrase, None, score)


def _acting(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body that met or decided: "the Council met", "she convened the Task Force", "the court ruled"."""
    verb = clause.lemma.split()[0]
    thing = clause.first("object")
    convened = verb in CONVENE_VERBS
    subject = _speakers(clause.subject)
    met = thing if convened and verb != "meet" and thing is not None else subject
    if met is None or (clause.kind != "finite" and not convened) or n >= 8:
        return
    if is_ahead(clause) or any(
        c.tag_ == "MD" and c.lower_ in ("may", "must", "should") for t in clause.chain for c in t.children
    ):
        return
    if person_of(met.head):
        return
    name = _met_body(report, met, convened or (verb in DECIDE_VERBS and n == 0 and are_talks(report)))
    group = met.head.lower_ in MEMBERS
    if name is None and met is subject:
        name = next(_before_verb(report, clause), None)
    if (
        name is None
        or name.islower()
        or (_is_beside_others(met.head) and not group)
        or (convened and clause.verb.tag_ in ("VBZ", "VBP"))
    ):
        return
    if convened and (verb != "meet" or thing is None):
        score = 4.5 - 0.4 * n
    elif verb in DECIDE_VERBS and n < LEAD_SENTENCES and (_deliberates(name) or (group and not _ballots(met))):
        score = 4.0 - 0.5 * n
    else:
        return
    yield Candidate(told_by(clause, met.head), "meeting", name, score + title_share(name, report))


def _is_beside_others(head: Token) -> bool:
    """Whether a noun is one of several; "the Commission of Tarn and Lunn" is one, whatever "Lunn" was parsed to."""
    of_place = any(c.lower_ == "of" and any(g.tag_ == "NNP" for g in c.children) for c in head.children)
    return any(not (of_place and c.i > head.i and c.ent_type_ in PLACE_ENTITIES) for c in head.conjuncts)


def _speakers(subject: Argument | None) -> Argument | None:
    """Who "we" are in "We, the ministers of the Amber Coast, met"; another subject as it is."""
    if subject is None or subject.head.lower_ != "we" or subject.head.nbor(1).text != ",":
        return subject
    behind = (c for c in subject.head.children if c.dep_ in ("appos", "conj"))
    named = next((c for c in behind if c.lower_ in MEMBERS), None)
    return nominal("subject", named) if named is not None else subject


def _met_body(report: Report, met: Argument, convened: bool) -> str | None:
    """The full name of the body that a phrase stands for; the people themselves where they met and have no body."""
    doc = met.head.doc
    text = original_of(doc.span(met.start, met.end))
    heads = [
        name
        for name in body_names(text, report.forms)
        if (met.head.lower_ in MEMBERS and not _is_listed(name, text))
        or met.head.text in name.replace("’", "'").split()
        or met.head.text in name
    ]
    small = re.match(rf"[Tt]he\s({SMALL_BODY})$", text)
    if heads or small:
        return full_name(heads[0] if heads else small[1] if small else "", report)
    people = naming.bare(text)
    named = people[:1].isupper() or (met.head.head.lower_ == "we" and not people.islower())
    group = convened and met.head.lower_ in MEMBERS and named and 1 < len(people.split()) < 12
    return people if group else None


def _is_listed(name: str, text: str) -> bool:
    """Whether those who met are of several: "the leaders of Tarn, the Lunn Council and Ostria"."""
    before, _, behind = text.partition(name)
    return (
        re.search(r"(?:,| and) (?:the )?$", before) is not None
        or re.match(r",? (?:and )?(?:the )?[A-Z]", behind) is not None
    )


def _before_verb(report: Report, clause: Clause) -> Iterator[str]:
    """The body that stands right before a verb, where the parser took something else for its subject."""
    first = min((c.i for c in clause.chain[0].children if c.dep_ in ("aux", "auxpass")), default=clause.chain[0].i)
    if first > clause.sentence.start:
        before = original_of(clause.sentence.doc.span(clause.sentence.start, first)).rstrip()
        yield from (full_name(name, report) for name in body_names(before, report.forms) if before.endswith(f" {name}"))


def _ballots(met: Argument) -> bool:
    """Whether those who decide may do so without a meeting, as the members of a union who vote on a pay deal."""
    return met.head.lower_ in ("members", "shareholders")


def _deliberates(name: str) -> bool:
    """Whether a body decides in meetings: "Supreme Court of X", "the X School District board"."""
    return (naming.head_word(name) in DELIBERATING and " " in name) or name.split()[-1] in DELIBERATING
