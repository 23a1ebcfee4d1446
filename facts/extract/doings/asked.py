"""Where a question is placed: as it stands, or with the meeting, the report or the day of what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facts.dates import readable
from facts.extract.doings.at_it import is_elsewhere, is_of_its_meeting, is_outside
from facts.extract.doings.speakers import HOLDING, is_recorded, main_verb, was_there
from facts.extract.doings.verbs import ADOPTED, ASKED_AS_SAID, ASKED_TO_DO, SPOKEN
from facts.extract.draft import Material
from facts.folding import fold
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS
from facts.questions import ClauseWords, is_anchored, is_bare, is_participants, is_short, names_itself
from facts.questions.asking import QUOTES

FEWEST_WORDS, FEWEST_EMPTY = 5, 9
"""A shorter question without a date, and one with a verb that says little, is not clear."""
FEWEST_TELLING = 10
"""A shorter question for the day of something is asked with the report on it: that may have been so often."""
ONCE = frozenset({"die", "found", "marry", "resign", "retire"})
"""What is so once."""
FEWEST_TITLE, LONGEST_TITLE = 4, 14
"""How many words a title has by which a question may name an article."""
EMPTY = SPOKEN | frozenset("face give include involve make need offer provide receive share show support use".split())
"""Verbs that say little of what it is about."""
_STRETCH = r"\d{1,2}(?:–\d{1,2}|(?: [A-Z][a-z]+(?: \d{4})?)? – \d{1,2})?"
DATED = re.compile(rf"\b(?:by|from|on|in|since|until) (?:{_STRETCH} )?(?:[A-Z][a-z]+ )?\d{{4}}\b")
TWO_SIDES = re.compile(r"(?:the )?(.+?)[’']s? (?:[A-Z]\w+ )?(?:Call|Conversation|Meeting)s? with (.+)")
"""What the meeting of two is called."""
ON_A_DAY = re.compile(rf"\bon {_STRETCH} [A-Z][a-z]+ \d{{4}}\b")
RESOLVING = frozenset({"choose", "decide", "resolve", "vote"})
"""Verbs of what somebody did at a time of its own, which is not that of the report."""
LASTING = frozenset("continue have hold keep need own pay remain stay".split())
"""Verbs of what is so at any time, and not done at a meeting: "members continue to pay £10"."""
STRANDED = frozenset({"about", "for", "to", "with"})
"""Prepositions at the end of a question."""
KNOWN_BY_NAME = BODY_NOUNS | MEETING_NOUNS | PERSON_NOUNS | {"chairmanship", "presidency"}
"""Nouns of whom and what a stranger knows by the meeting or the report that a question names."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TO_NOBODY = re.compile(r"\btell(?=\?| about | (?:at|in|on) )")
"""Where a question does without whom somebody told something."""
HAD_TOLD = re.compile(r"^(What (?:had|has|have) .+ )told(?=\?| about | (?:at|in|on) )")
STATEMENT = re.compile(
    r"\b(?:communiqu[eé]|(?:joint|leaders[’']?|ministers[’']?) (?:\w+ )?(?:declaration|statement))\b", re.I
)
"""What says in a title that an article is the text of a statement of several."""
LONGEST_STATEMENT = 18
"""How many words a title may have as a name in a question."""


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
        known = is_short(clause.subject) and is_of_its_meeting(material)  # "Ann" of minutes
        lasts = main_verb(clause).tag_ in ("VBP", "VBZ") and main_verb(clause).lemma_.lower() in LASTING
        at_it = (there or known) and not lasts and not is_elsewhere(clause) and not is_outside(material, clause)
        return with_meeting(material, question) if material.meeting_name and at_it else None
    if was_there(material, words) and clause.subject.head.lemma_.lower() not in GATHERING_NOUNS:
        question = with_meeting(material, question) or question
    return question if _says_enough(question, clause.verb.lemma_.lower()) else None


def clearly(material: Material, question: str | None, words: ClauseWords, *, subject: bool = True) -> str | None:
    """A question that a stranger understands: with the meeting, or with the report that tells of it; else None."""
    told = _placed(material, at_meeting(material, question, words, subject=subject)) or in_report(material, question)
    return None if told and _names_no_thing(told, words) else _in_month(material, told, words)


def _in_month(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question with the month of its article where it asks what was said or decided, and nothing tells when."""
    day, lemma, label = material.parsed.article.date, words.clause.verb.lemma_.lower(), material.label
    if question is None or day is None or lemma not in SPOKEN | ADOPTED or main_verb(words.clause).tag_ != "VBD":
        return question
    told = ", according to " in question or (label is not None and label in question)
    if told or DATED.search(question) or is_elsewhere(words.clause) or material.tells_of_last_month:
        return question
    return f"{question[:-1]} in {day:%B %Y}?"


def _names_no_thing(question: str, words: ClauseWords) -> bool:
    """Whether a question says "the increase", "the measure" of what only the text tells: no report makes that clear.

    A body, an office or those at a meeting are known by the meeting or the report that a question names; and so is what
    the title of a report has: "When did the cannery close, according to the report “Tarn to Buy Cannery”?".
    """
    asked, _, report = question.partition(", according to ")
    if not words.bare or " at the " in asked:
        return False
    clause, asked, report = words.clause, fold(asked), fold(report.partition(" report ")[2])
    heads = [argument.head for argument in (clause.subject, clause.first("object")) if argument is not None]
    content = clause.first("content")
    heads += [t for t in content.head.subtree if t.dep_ in SUBJECTS] if content is not None else []
    return any(
        head.pos_ == "NOUN"
        and is_bare(head)
        and head.lemma_.lower() not in KNOWN_BY_NAME
        and re.search(rf"\bthe {re.escape(head.folded)}\b", asked)
        and not re.search(rf"\b{re.escape(head.folded)}\b", report)
        for head in heads
    )


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
        once = words.clause.verb.lemma_.lower() in ONCE or len(question.split()) >= FEWEST_TELLING
        one = DATED.search(question) or (once and is_anchored(f"- {words.rest(out=('time',)) or ''}"))
        return question if one or _names_body(material, question) else in_report(material, question) or question
    told = in_report(material, question)
    return None if told is None or _names_no_thing(told, words) else told


def _names_body(material: Material, question: str) -> bool:
    """Whether a question names whose meeting the article is about, so that the report on it adds nothing."""
    meeting = material.found_meeting.meeting
    return meeting is not None and meeting.series is not None and fold(meeting.series) in fold(question)


def in_report(material: Material, question: str | None) -> str | None:
    """A question about what the report on a meeting tells, be it of that meeting or of something else.

    An article that is about no meeting is named by its title. A question that names a day needs no report. None where
    there is neither a meeting's name nor a title that names anything.
    """
    name = material.meeting_name
    if question is None or (name is not None and name in question):
        return None
    if ON_A_DAY.search(question):
        return question
    if name is not None:
        day = material.parsed.article.date
        meeting, label = material.found_meeting.meeting, material.label or name
        dated = re.search(r"\d{4}", label) or (meeting is not None and meeting.date and re.search(r"\d{4}", name))
        if day is None or dated:
            return f"{question[:-1]}, according to the report on {name}?"
        return f"{question[:-1]}, according to the {readable(day.isoformat())} report on {label}?"
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


def said_when(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody said, with the report or its month where it names neither meeting nor date."""
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
    meeting = material.found_meeting.meeting
    if label and not (meeting and meeting.series and fold(meeting.series) in fold(question)):
        return in_report(material, question)
    if clause.verb.lemma_.lower() in RESOLVING or material.tells_of_last_month:
        return in_report(material, question)
    return f"{question[:-1]} in {day:%B %Y}?" if day else question


def _says_only_who(question: str, words: ClauseWords) -> bool:
    """Whether a question tells a stranger only who said something: "What did Ann Poole say?", "… promise in May?".

    A day tells of what.
    """
    if ON_A_DAY.search(question):
        return False
    told = DATED.sub("", question).partition(f" {words.subject} ")[2].strip(" ?").split()
    said = [word for word in told if word not in STRANDED]
    return question.startswith(("What did ", "What was ", "What were ")) and len(said) <= len(words.base.split())


def placed(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody said, with the meeting or else the month; None where a stranger asks who it was."""
    found = said_when(material, at_meeting(material, question, words), words)
    if found or question is None or words.bare or words.clause.subject is None:
        return found
    named = names_itself(words.clause.subject, words.subject) and is_anchored(f"- {words.subject}")
    late = said_when(material, question, words) if named else None
    return late if late != question else None


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


def reported_of(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody with a whole name said, with the report that tells of it; else None."""
    subject = words.clause.subject
    named = subject is not None and names_itself(subject, words.subject) and not words.bare
    held = words.clause.lemma in HOLDING and main_verb(words.clause).tag_ != "VBD"
    return in_report(material, question) if named and not held and is_anchored(f"- {words.subject}") else None


def first_new(questions: Iterable[str | None], asked: set[str]) -> str | None:
    """The first of some questions that was not asked yet; it is added to those that were."""
    question = next((q for q in questions if q and fold(q) not in asked), None)
    if question:
        asked.add(fold(question))
    return question


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


def _of_itself(question: str, label: str, full: str) -> str | None:
    """A question for what a body did that is itself the meeting: not "… the Assembly adopt at the 3rd Assembly of …".

    >>> _of_itself("What did the Tarn Assembly adopt?", "the 3rd Tarn Assembly", "the 3rd Tarn Assembly")
    'What did the 3rd Tarn Assembly adopt?'
    """
    body = re.search(r"\b(?:the )?((?:[A-Z][\w-]*\s)*(?:Assembly|Conference|Congress|Forum))\b", question)
    named = re.search(r"(?:Assembly|Conference|Congress|Forum)\b", label)
    if body is None or named is None or not label[: named.end()].endswith(f" {body[1]}"):
        return None
    return f"{question[: body.start()]}{full}{question[body.end() :]}"


def with_meeting(material: Material, question: str) -> str | None:
    """A question with the article's meeting at its end, or, where that has no name, with its month.

    None where the article is about no meeting.
    """
    meeting, label, full = material.found_meeting.meeting, material.label, material.meeting_name
    if meeting is None or label is None or full is None:
        day = material.parsed.article.date
        if day is None or not is_recorded(material):
            return None
        if DATED.search(question):
            return question
        return in_report(material, question) if material.tells_of_last_month else f"{question[:-1]} in {day:%B %Y}?"
    if label in question:
        return question if label == full or DATED.search(question) else question.replace(label, full, 1)
    if any(fold(name) in fold(question) for name in (meeting.name, *meeting.aliases) if " " in name):
        return question
    if (own := _of_itself(question, label, full)) is not None:
        return own
    dated = meeting.date is not None and readable(meeting.date) in question
    if names_both(label, question) and meeting.date is not None and len(meeting.date) == len("2020-01-01"):
        return question if dated else f"{question[:-1]} on {readable(meeting.date)}?"
    return f"{question[:-1]} at {label if dated else full}?"


def to_somebody(question: str | None) -> str | None:
    """A question for what was told, "said" where nobody is left in it to whom.

    >>> to_somebody("What did Ada Wren tell about eels?"), to_somebody("What did Ada Wren tell the pilots?")
    ('What did Ada Wren say about eels?', 'What did Ada Wren tell the pilots?')
    >>> to_somebody("What had Ada Wren told?")
    'What had Ada Wren said?'
    """
    return HAD_TOLD.sub(r"\1said", TO_NOBODY.sub("say", question)) if question is not None else None
