"""Whether a text ties what somebody said or did to the article's meeting, or says that it was elsewhere."""

from __future__ import annotations

import re

from facts.extract.draft import Material, Sentence
from facts.folding import content_words, fold
from facts.meeting.titles import titled_meeting
from facts.parse.clauses import Argument, Clause
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS
from facts.questions import is_participants
from facts.questions.naming import PARTICIPANTS

THEN = frozenset(
    """ago april august days december earlier february january july june last later march may month months november
    october previously recently september week weeks year years""".split()
)
"""Words of a time that may be another than the meeting's."""
PAST_PREPOSITIONS = frozenset({None, "after", "at", "before", "during", "in", "on", "since"})
"""Prepositions of a time when something was said, None for none ("last month")."""
OCCASIONS = frozenset({"after", "ahead", "at", "before", "during", "since"})
"""Prepositions in front of a sentence before what may be another occasion."""
AROUND = frozenset({"after", "ahead", "before", "following", "since"})
"""Those that put something before or after the meeting itself: "shortly before the session began"."""
NOW = frozenset({"today", "yesterday", "tonight", "also", "then", "finally", "again"})
"""Words of a time that is the meeting's."""
HERE = (MEETING_NOUNS - {"committee", "council"}) | frozenset(
    "call conversation convening discussion discussions event remarks roundtable today".split()
)
"""Words of the meeting itself."""
TIES = HERE | frozenset(
    "agenda attended attending closing delegates floor keynote motion opening plenary seconded vote voted".split()
)
"""Words of a sentence, or of the one before, that tie what it tells to the meeting."""
OUTSIDE = re.compile(
    r"\b(?:[Ii]n|[Oo]n) (?:an? )?(?:(?!joint|final)[\w-]+ )?(?:article|blog|broadcast|column|facebook|interview|letter|"
    r"post|press release|radio|social media|statement|television|tv|tweet|twitter)\b"
    r"|\bnational address\b|\btold (?:(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*(?: news agency| radio| television)?[:,.]|"
    r"journalists|reporters|(?:the )?media|the press|members of the (?:media|press))"
    r"|\b[Ss]peaking (?:at|in|on|to) (?:an?|another) "
    r"|\b(?:ahead of|before|prior to) the (?:\w+ )?(?:conference|congress|meeting|session|summit|talks)\b"
)
"""Where and when something was said that was not said at the meeting."""
OUTSIDERS = frozenset(
    "agency analyst commentator critic diplomat media newspaper observer poll protester source".split()
)
"""Those (lemmas) who speak about a meeting and not at it."""

ADDRESSING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs with somebody behind them to whom something is said."""
HEARERS = PARTICIPANTS | {"member", "shareholder"}
"""Nouns (lemmas) of those at a meeting to whom people speak there."""

PARTAKING = frozenset("abstain adjourn chair introduce move open preside present propose report reply second".split())
"""Verbs of what only somebody at a meeting does there."""
AFTERWARDS = re.compile(
    r"\b(?:after(?:wards?| (?:it|the \w+))|beforehand|earlier|interview|later|outside)\b", re.IGNORECASE
)
"""Words of what was not said in the course of a meeting."""
BY_RANK = frozenset({"alderman", "alderwoman", "cllr", "councillor", "councilor"})
"""Words in front of a name for those who sit at the meeting of a council."""


def is_elsewhere(clause: Clause) -> bool:
    """Whether a clause says that it was at another time or meeting: "last month", "during the visit", "in 2015".

    What is told for example may be of any time.
    """
    if re.match(r"For (?:example|instance)\b", clause.sentence.text):
        return True
    for argument in clause.arguments:
        tokens = argument.head.doc[argument.start : argument.end]
        fronted = argument.start < clause.verb.i
        if fronted and any(t.lower_ in AROUND for t in list(tokens)[:3]):
            return True
        words = {t.lower_ for t in tokens}
        if words & (NOW | HERE):
            continue
        dated = bool(words & THEN) or any(t.like_num for t in tokens)
        past = argument.preposition in PAST_PREPOSITIONS and "next" not in words
        if argument.role == "time" and dated and past:
            return True
        if tokens[0].lower_ in OCCASIONS and fronted:
            return True
    return False


def is_outside(material: Material, clause: Clause) -> bool:
    """Whether a sentence tells of what was said to the press or elsewhere, or goes on with one who spoke there.

    E.g. "Speaking at a lunch, the foreign minister praised the pilots. | The minister called for more."
    """
    if OUTSIDE.search(clause.sentence.text):
        return True
    before, subject = _before(material, clause), clause.subject
    if before is None or subject is None:
        return False
    same = subject.head.pos_ == "PRON" or (
        subject.head.doc[subject.start].lower_ == "the" and subject.head.lemma_.lower() in PERSON_NOUNS
    )
    return same and OUTSIDE.search(before.span.text) is not None


def is_of_its_meeting(material: Material) -> bool:
    """Whether an article is a document of its meeting, as its title says, and no report that others wrote of it."""
    title, meeting = material.parsed.article.title or "", material.found_meeting.meeting
    if re.search(r"\b(?:minutes|readout)\b", fold(title)):
        return True
    found = titled_meeting(title)
    named = content_words(f"{meeting.name} {' '.join(meeting.aliases)}") if meeting is not None else set[str]()
    return (found is not None and found.sure) or (bool(title) and content_words(title) <= named)


def is_tied(material: Material, clause: Clause, subject: Argument, called: str) -> bool:
    """Whether a report ties what somebody did to the meeting: by its sentence, the one before, or by who it is.

    `called` is what the subject of the clause is called in a question.
    """
    named, meeting = material.found_meeting.named, material.found_meeting.meeting
    last = fold(called).split()[-1]
    if last != last.removesuffix("s") and last.removesuffix("s") in PARTICIPANTS:
        return True
    if subject.head.lemma_.lower() in OUTSIDERS:
        return False
    own = fold(f"{meeting.name} {' '.join(meeting.aliases)}").split() if meeting is not None else []
    if is_participants(subject.head) or subject.head.folded in own:
        return True
    before = _before(material, clause)
    goes_on = before is not None and (_is_of_one_paragraph(before, clause) or subject.head.pos_ == "PRON")
    beside = [clause.sentence, *([before.span] if before is not None and goes_on else [])]
    if named is not None and named.sentence in beside:
        return True
    return any(t.folded in TIES for span in beside for t in span)


def is_to_those_there(material: Material, clause: Clause) -> bool:
    """Whether something is said to those at the meeting: "told members", "informed the board"."""
    whom, meeting = clause.first("recipient", "object"), material.found_meeting.meeting
    if clause.verb.lemma_.lower() not in ADDRESSING or whom is None or meeting is None or clause.passive:
        return False
    head, behind = whom.head, whom.head.doc[whom.end : whom.end + 1]
    if any(c.dep_ not in ("det", "punct") for c in head.children) or any(t.lower_ == "of" for t in behind):
        return False  # "told members of the press", "told the closing news conference"
    names = fold(f"{meeting.name} {' '.join(meeting.aliases)}").split()
    body = head.folded in names and head.folded in BODY_NOUNS | MEETING_NOUNS
    return body or head.folded in GATHERING_NOUNS or (head.tag_ == "NNS" and head.lemma_.lower() in HEARERS)


def took_part(material: Material, clause: Clause, called: str) -> bool:
    """Whether a text tells elsewhere that somebody took part in the meeting: chaired it, moved or reported something.

    What they are told to have said, and not when or where else, they said there.
    """
    last, told = fold(called).split()[-1], clause.verb.lemma_.lower() in ADDRESSING
    if AFTERWARDS.search(clause.sentence.text) or (told and clause.first("recipient", "object") is not None):
        return False
    meeting, who = material.found_meeting.meeting, clause.subject
    ranks = {t.folded.rstrip(".") for t in who.head.doc[who.start : who.end]} & BY_RANK if who is not None else None
    if ranks and meeting is not None and "council" in fold(meeting.name):
        return True
    return any(
        last == fold(person.name).split()[-1]
        and any(_partakes(other, person.start, person.end) for other in sentence.clauses)
        for sentence in material.sentences
        for person in sentence.people
    )


def _partakes(clause: Clause, start: int, end: int) -> bool:
    """Whether a clause tells that whoever is named by some tokens took part."""
    who = clause.first("agent") if clause.passive else clause.subject
    lemma, outer = clause.verb.lemma_.lower(), clause.chain[0]
    return (
        who is not None
        and lemma in PARTAKING
        and len(clause.chain) == 1
        and not clause.negated
        and outer.tag_ == ("VBN" if clause.passive else "VBD")
        and not is_elsewhere(clause)
        and who.start < end
        and start < who.end
    )


def _is_of_one_paragraph(sentence: Sentence, clause: Clause) -> bool:
    return sentence.paragraph.start == clause.paragraph.start


def _before(material: Material, clause: Clause) -> Sentence | None:
    """The sentence before that of a clause."""
    at = next((i for i, s in enumerate(material.sentences) if s.span == clause.sentence), 0)
    return material.sentences[at - 1] if at else None
