"""Questions that name what they are about: as they stand, or with the meeting at which it was said or done."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from facts import dates
from facts.dates import readable
from facts.extract.doings.names import acts
from facts.extract.doings.verbs import ADOPTED, ASKED_AS_SAID, ASKED_TO_DO, SPEAKING, SPOKEN, STOPPED
from facts.extract.draft import Material, Sentence
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS
from facts.questions import ClauseWords, is_anchored, is_participants, is_short, names_itself
from facts.questions.asking import QUOTES

FEWEST_WORDS, FEWEST_EMPTY = 5, 9
"""A shorter question without a date, and one with a verb that says little, is not clear."""
FEWEST_TITLE, LONGEST_TITLE = 4, 14
"""How many words a title has by which a question may name an article."""
EMPTY = SPOKEN | frozenset("face give include involve make need offer provide receive share show support use".split())
"""Verbs that say little of what it is about."""
AT_MEETINGS = SPOKEN | SPEAKING | ADOPTED | STOPPED
"""Verbs of what people do at a meeting."""
DATED = re.compile(r"\b(?:by|from|on|in|since|until) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\b")
TWO_SIDES = re.compile(r"(?:the )?(.+?)[’']s? (?:[A-Z]\w+ )?(?:Call|Conversation|Meeting)s? with (.+)")
"""What the meeting of two is called."""
ON_A_DAY = re.compile(r"\bon \d{1,2} [A-Z][a-z]+ \d{4}\b")
NOW = frozenset({"today", "yesterday", "tonight", "also", "then", "finally", "again"})
"""Words of a time that is the meeting's."""
UNNAMED = frozenset("all both discussion group he many others several she some they two we".split())
"""Subjects of whom it need not be known who they are to ask what was said at the meeting."""
THEN = frozenset(
    """ago april august days december earlier february january july june last later march may month months november
    october previously recently september week weeks year years""".split()
)
"""Words of a time that may be another than the meeting's."""
PAST_PREPOSITIONS = frozenset({None, "after", "at", "before", "during", "in", "on", "since"})
"""Prepositions of a time when something was said, None for none ("last month")."""
OCCASIONS = frozenset({"after", "ahead", "at", "before", "during", "since"})
"""Prepositions in front of a sentence before what may be another occasion."""
HERE = GATHERING_NOUNS | {
    "roundtable",
    "convening",
    "event",
    "discussion",
    "discussions",
    "conversation",
    "remarks",
    "today",
    "call",
}
"""Words of the meeting itself."""
STATEMENT = re.compile(
    r"\b(?:communiqu[eé]|(?:joint|leaders[’']?|ministers[’']?) (?:\w+ )?(?:declaration|statement))\b", re.I
)
"""What says in a title that an article is the text of a statement of several."""
LONGEST_STATEMENT = 18
"""How many words a title may have as a name in a question."""
LISTED_OR_JUNIOR = re.compile(r" and |, [JS]r\b")
"""Where a comma belongs to a name or a list of them."""
NO_SPEAKERS = frozenset({"DATE", "EVENT", "LANGUAGE", "LAW", "LOC", "MONEY", "TIME", "WORK_OF_ART"})
"""Kinds of names that nobody has who speaks."""


def at_meeting(material: Material, question: str | None, words: ClauseWords, *, subject: bool = True) -> str | None:
    """A question that a stranger understands, with the meeting named where what it asks was there; else None.

    `subject` says whether the question names the subject of its clause.
    """
    clause = words.clause
    if question is None or clause.subject is None:
        return None
    rest = words.rest(out=("time",)) or ""
    unnamed = (
        subject
        and not names_itself(clause.subject, words.subject)
        and (is_participants(clause.subject.head) or is_short(clause.subject) or not is_anchored(f"x {rest}"))
    )
    if DATED.search(question) and (words.bare or unnamed or not _is_meetings_day(material, question)):
        # What was done on a day of its own was not done at the meeting, for all that a text tells.
        return question if not (words.bare or unnamed) and _says_enough(question, clause.verb.lemma_.lower()) else None
    if words.bare or unnamed:
        there = was_there(material, words) if words.bare else is_participants(clause.subject.head)
        return (
            with_meeting(material, question) if material.meeting_name and (there or is_short(clause.subject)) else None
        )
    if was_there(material, words) and clause.subject.head.lemma_.lower() not in GATHERING_NOUNS:
        question = with_meeting(material, question) or question
    return question if _says_enough(question, clause.verb.lemma_.lower()) else None


def clearly(material: Material, question: str | None, words: ClauseWords, *, subject: bool = True) -> str | None:
    """A question that a stranger understands: with the meeting, or with the report that tells of it; else None."""
    return _placed(material, at_meeting(material, question, words, subject=subject)) or in_report(material, question)


def _placed(material: Material, question: str | None) -> str | None:
    """A question with the report that tells of it where it says neither on what day nor at which meeting."""
    label = material.label
    if question is None or DATED.search(question) or (label and label in question):
        return question
    return in_report(material, question) or question


def own_day(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for the day of something, clear without the meeting, which may have had another; else None."""
    if question is None or words.clause.subject is None:
        return None
    named = names_itself(words.clause.subject, words.subject) and not words.bare
    if named and _says_enough(question, words.clause.verb.lemma_.lower()):
        # Of somebody who did many such things it is not known which: "When did Ada Wren announce new plans?".
        one = DATED.search(question) or is_anchored(f"- {words.rest(out=('time',)) or ''}")
        return question if one else in_report(material, question) or question
    return in_report(material, question)


def in_report(material: Material, question: str | None) -> str | None:
    """A question about what the report on a meeting tells, be it of that meeting or of something else.

    An article that is about no meeting is named by its title. None where it has none that names anything.
    """
    name = material.meeting_name
    if question is None or (name is not None and name in question):
        return None
    if name is not None:
        day = material.parsed.article.date
        written = f"{readable(day.isoformat())} " if day is not None and not re.search(r"\d{4}", name) else ""
        return f"{question[:-1]}, according to the {written}report on {name}?"
    title = (material.parsed.article.title or "").translate(QUOTES).strip(" .")
    if not is_anchored(title) or not FEWEST_TITLE <= len(title.split()) <= LONGEST_TITLE:
        return None
    return f"{question[:-1]}, according to the report “{title}”?"


def _is_meetings_day(material: Material, question: str) -> bool:
    """Whether the only day that a question names is that of the article's meeting."""
    meeting = material.found_meeting.meeting
    return meeting is not None and meeting.date is not None and readable(meeting.date) in question


def _says_enough(question: str, lemma: str) -> bool:
    """Whether a question is clear to a stranger: it names something, and is not all too short."""
    if not is_anchored(question):
        return False
    fewest = FEWEST_EMPTY if lemma in EMPTY - ASKED_AS_SAID - ASKED_TO_DO else FEWEST_WORDS
    at = question.partition(" at the ")[2] or question.partition(" in the ")[2]
    return DATED.search(question) is not None or bool(at) or len(question.split()) >= fewest


def was_there(material: Material, words: ClauseWords) -> bool:
    """Whether a clause tells of what was said at the meeting by somebody whom the sentence that names it names too."""
    clause = words.clause
    named, subject, verb = material.found_meeting.named, clause.subject, main_verb(clause)
    if subject is None or verb.tag_ != "VBD" or is_elsewhere(clause) or _has_day_of_its_own(material, clause):
        return False
    of_the_meeting = is_participants(subject.head) or subject.head.lemma_.lower() in BODY_NOUNS
    if clause.verb.lemma_.lower() not in AT_MEETINGS and not (
        of_the_meeting and not names_itself(subject, words.subject)
    ):
        return False
    lead = f"{named.sentence.text if named else ''} {material.sentences[0].span.text}"
    return verb.dep_ in ("ROOT", "conj") and (is_recorded(material) or subject.head.folded in fold(lead))


def spoke_there(material: Material, clause: Clause) -> bool:
    """Whether people at the meeting of a record spoke, whoever they were: "they discussed", "both welcomed"."""
    subject = clause.subject
    if subject is None or main_verb(clause).tag_ != "VBD" or not is_recorded(material) or is_elsewhere(clause):
        return False
    head, first = subject.head, subject.head.doc[subject.start]
    return (
        head.lower_ in UNNAMED
        or (head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in PERSON_NOUNS)
        or (head.tag_ == "NNS" and head.lemma_.lower() in BODY_NOUNS and first.lower_ in ("both", "the"))
        or head.lemma_.lower() in GATHERING_NOUNS
        or any(c.dep_ == "conj" for c in head.children)
    )


def main_verb(clause: Clause) -> Token:
    """The verb of a clause, or the one that its participle stands beside ("They met, welcoming the accord")."""
    verb = clause.verb
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "pcomp"):
        return verb
    return verb.head if verb.dep_ == "advcl" else verb.head.head


def is_elsewhere(clause: Clause) -> bool:
    """Whether a clause says that it was at another time or meeting: "last month", "during the visit", "in 2015".

    What is told for example may be of any time.
    """
    if re.match(r"For (?:example|instance)\b", clause.sentence.text):
        return True
    for argument in clause.arguments:
        tokens = argument.head.doc[argument.start : argument.end]
        words = {t.lower_ for t in tokens}
        if words & (NOW | HERE):
            continue
        dated = bool(words & THEN) or any(t.like_num for t in tokens)
        past = argument.preposition in PAST_PREPOSITIONS and "next" not in words
        if argument.role == "time" and dated and past:
            return True
        if tokens[0].lower_ in OCCASIONS and argument.start < clause.verb.i:
            return True
    return False


def said_when(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody said, with the month of the article where it names neither meeting nor date."""
    label, day, clause, written = material.label, material.parsed.article.date, words.clause, statement_of(material)
    if question and written and main_verb(clause).tag_ in ("VBP", "VBZ"):
        return f"{question[:-1]} in {written}?"
    if question is None or (label and label in question):
        return question
    if main_verb(clause).tag_ != "VBD" or _says_only_who(question, words):
        return None
    if DATED.search(question):
        return question
    if (
        main_verb(clause).dep_ not in ("ROOT", "conj")
        or is_elsewhere(clause)
        or words.bare
        or len(words.subject.split()) < 2
    ):
        return None
    return f"{question[:-1]} in {day:%B %Y}?" if day else question


def _says_only_who(question: str, words: ClauseWords) -> bool:
    """Whether a question tells a stranger only who said something: "What did Ann Poole say?", "… promise in May?".

    A day tells of what.
    """
    if ON_A_DAY.search(question):
        return False
    told = DATED.sub("", question).partition(f" {words.subject} ")[2].strip(" ?").split()
    return question.startswith(("What did ", "What was ", "What were ")) and len(told) <= len(words.base.split())


def placed(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody said, with the meeting or else the month; None where a stranger asks who it was."""
    found = said_when(material, at_meeting(material, question, words), words)
    if found or question is None or words.bare or words.clause.subject is None:
        return found
    named = names_itself(words.clause.subject, words.subject) and is_anchored(f"- {words.subject}")
    late = said_when(material, question, words) if named else None
    return late if late != question else None


def speakers(material: Material, sentence: Sentence, clause: Clause, *, anything: bool = False) -> list[ClauseWords]:
    """The words of a clause by who speaks in it, where that is certain: "the clerk, Ann Poole," is Ann Poole.

    With `anything` also by what says something ("the report").
    """
    subject = clause.subject
    if subject is None or not is_certain(material, sentence, subject):
        return []
    name = next((c for c in subject.head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    person = next((p for p in sentence.people if name is not None and p.start <= name.i < p.end), None)
    named = subject.head.pos_ == "PROPN" and subject.head.ent_type_ not in NO_SPEAKERS
    speaks = acts(subject) or is_participants(subject.head) or named or (anything and subject.head.pos_ == "NOUN")
    if person is None and not speaks:
        return []
    found = []
    for words in sentence.readings(clause):
        last = words.subject.split()[-1]
        if " and " in words.subject and last.istitle() and fold(last) in PERSON_NOUNS:
            continue
        if person is None and "," in words.subject and not LISTED_OR_JUNIOR.search(words.subject):
            continue
        alone = person is not None and " " in person.name and " and " not in words.subject
        found.append(dataclasses.replace(words, subject=person.name, bare=False) if person and alone else words)
    return found


def is_certain(material: Material, sentence: Sentence, subject: Argument) -> bool:
    """Whether a subject is no pronoun, or one for whom the sentence before, or this one, begins with."""
    antecedent = sentence.antecedents.get(subject.start)
    if antecedent is None:
        return True
    if subject.head.pos_ != "PRON":
        return subject.head.lower_ != "group"
    several = " and " in antecedent.name or antecedent.name.endswith("s")
    if subject.head.lower_ == "they" and not several:
        return False
    place = next((i for i, other in enumerate(material.sentences) if other is sentence), 0)
    before = material.sentences[place - 1] if place else sentence
    heads = [c.subject for s in (before, sentence) for c in s.clauses if len(c.chain) == 1 and c.verb.dep_ == "ROOT"]
    name = fold(antecedent.name)
    return any(
        other is not None and (before is not sentence or other.start < subject.start) and other.head.folded in name
        for other in heads
    )


def statement_of(material: Material) -> str | None:
    """What an article is called that is itself a statement of several: "the Joint Statement Following the Talks".

    None where it is none.
    """
    title = (material.parsed.article.title or "").strip(" .")
    if not STATEMENT.search(title) or fold(title).startswith("readout") or len(title.split()) > LONGEST_STATEMENT:
        return None
    day = material.parsed.article.date
    name = re.sub(r": (?:the )?", " of the ", title, count=1)
    name = name if day is None or re.search(r"\d{4}", name) else f"{name} of {day:%B %Y}"
    return name if fold(name).startswith("the ") else f"the {name}"


def first_new(questions: Iterable[str | None], asked: set[str]) -> str | None:
    """The first of some questions that was not asked yet; it is added to those that were."""
    question = next((q for q in questions if q and fold(q) not in asked), None)
    if question:
        asked.add(fold(question))
    return question


def _has_day_of_its_own(material: Material, clause: Clause) -> bool:
    """Whether a clause tells of another day than that of the article's meeting."""
    meeting, doc = material.found_meeting.meeting, clause.verb.doc
    if meeting is None or meeting.date is None:
        return False
    texts = (doc.span(a.start, a.end).text for a in clause.all("time"))
    found = [when for text in texts for when in dates.find(text, material.parsed.article.date, "past")]
    return any(when.precision == "day" and when.iso not in meeting.date for when in found)


def is_recorded(material: Material) -> bool:
    """Whether an article is the record of a meeting: its title names one."""
    title = fold(material.parsed.article.title or "")
    return title.startswith("readout ") or any(noun in title for noun in MEETING_NOUNS | {"convening"})


def names_both(label: str, question: str) -> bool:
    """Whether a question names both who met: it needs no more than the day of the meeting.

    >>> names_both("Ada Wren’s Meeting with President Bo Tam of Norland", "What did Ada Wren thank Bo Tam for?")
    True
    """
    sides = TWO_SIDES.fullmatch(label)
    if sides is None:
        return False
    lasts = [fold(side.partition(" of ")[0]).split()[-1] for side in sides.groups()]
    if any(last.removesuffix("s") in PERSON_NOUNS for last in lasts):
        return False  # "the Meeting with Governors"
    return all(re.search(rf"\b{re.escape(last)}\b", fold(question)) for last in lasts)


def with_meeting(material: Material, question: str) -> str | None:
    """A question with the article's meeting at its end, or, where that has no name, with its month.

    None where the article is about no meeting.
    """
    meeting, label, full = material.found_meeting.meeting, material.label, material.meeting_name
    if meeting is None or label is None or full is None:
        day = material.parsed.article.date
        if day is None or not is_recorded(material):
            return None
        return question if DATED.search(question) else f"{question[:-1]} in {day:%B %Y}?"
    if label in question or fold(meeting.name) in fold(question):
        return question
    dated = meeting.date is not None and readable(meeting.date) in question
    if names_both(label, question) and meeting.date is not None and len(meeting.date) == len("2020-01-01"):
        return question if dated else f"{question[:-1]} on {readable(meeting.date)}?"
    return f"{question[:-1]} at {label if dated else full}?"
