"""Questions and answers as one would put them, once it is certain that they stand: the meeting beside the verb of who
said something there, "that" before what somebody proposed be done."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from facts.dates import readable
from facts.extract.draft import Draft, Material
from facts.meeting import number

WHO_TOLD: Final = re.compile(
    r"Who (?P<verb>(?:also )?(?:[a-z]+ed|said|told (?:[^?]{3,50}?)))"
    r"(?P<what> (?:that|whether|how|why|if|the|it|there) .+)"
)
"""A question for who said or asked what, up to the meeting at which it was said."""
YEAR: Final = re.compile(r"\b\d{4}\b")
UP_FROM: Final = re.compile(
    r",? (?:up|down) from [£$€]?\d[\d.,]*(?<=\d)(?: (?:thousand|million|billion|per ?cent)|%)?(?=\?|, | (?:at|in|on) )"
)
"""What a number was before, beside it in a question for something else."""
STANDING: Final = re.compile(
    r"(?!.*\b(?:did|to do|was|were)\b)(?:How (?:many|much)|What|Where|Who) [^?]*?\b(?:do|does) "
)
"""A question for what is so at all times, and not only at a meeting."""
PRESENT: Final = re.compile(
    r"How many of (?P<owner>.+?)[’']s? (?P<who>[\w -]+? (?:was|were) present)"
    r", according to the report on (?P<meeting>.+)\?"
)
"""A question for how many of those of a body were there."""
LINKED: Final = ("that ", "whether ", "how ", "why ", "if ")
"""How what was said or asked begins."""
WANTED: Final = re.compile(
    r"What did .+? (?:ask|demand|insist|move|order|propose|recommend|request|suggest|urge)(?=\?| at |,| in | on )"
)
"""A question for what somebody wanted done."""

VOTE: Final = re.compile(
    r",? by (?:[\w-]+|\d+) votes? to [\w-]+(?:,? with (?:[\w-]+ )abstentions?)?(?=\?|,| (?:at|on|in) )"
    r"|,? in succession to (?:(?:the|[A-Z][\w.’'-]*|of|de|van|von) ?)+(?=\?|,| (?:at|on|in) )"
)
"""How a vote came out, and whom somebody followed: no part of a question for something else of that deed."""
OF_DEED: Final = frozenset({"event.how_long", "event.when", "event.where", "event.who_did", "event.whom"})
"""Rules whose questions tell a deed that is known by what was done; what was done itself is told by the vote, too."""
TITLED_AGAIN: Final = re.compile(r"^(?P<title>Cllr|Councillor) (?P<first>[^,]+), (?P=title)s (?=[A-Z])")
"""A list of which the first has a title of her own: "Cllr Ada Wren, Cllrs Bo Tam and Al Orr"."""
OWN_WORD: Final = re.compile(
    r"(?P<asked>How .*\b(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)\b.*), according to (?:[\w’' -]+ )?(?P=name)\?"
)
"""A question of which somebody is both whom it is about and whose word it is."""
OPENING: Final = re.compile(r"The (?!(?:Bahamas|Gambia|Hague)\b)")


def unloaded(draft: Draft) -> Draft:
    """A draft whose question tells no more of a deed than which it was.

    >>> asked = "When did the Tarn Board pass the Pier Bill by nine votes to four?"
    >>> unloaded(Draft("when", asked, "4 May 2021", (0, 9), rule="event.when")).question
    'When did the Tarn Board pass the Pier Bill?'
    """
    return draft if draft.rule not in OF_DEED else dataclasses.replace(draft, question=VOTE.sub("", draft.question, 1))


def polished(draft: Draft, material: Material) -> Draft:
    """A draft as one would put it."""
    question = _meeting_first(_dated(draft.question, material), str(material.full_name))
    question = OWN_WORD.sub(r"\g<asked>?", question)
    question = question if draft.rule.startswith("amount") else UP_FROM.sub("", question)
    at_it = f" at {material.meeting_name}?"
    if STANDING.match(question) and question.endswith(at_it):
        question = f"{question.removesuffix(at_it)}, according to the report on {at_it[4:]}"
    present = PRESENT.fullmatch(question)
    if present is not None and present["owner"] in present["meeting"]:
        question = f"How many of the {present['who']} at {present['meeting']}?"
    meeting = material.found_meeting.meeting
    if draft.rule.startswith("schedule.next") and meeting is not None and meeting.date and material.label:
        question = _next_after(question, material.label, readable(meeting.date))
    answer = TITLED_AGAIN.sub(r"\g<title>s \g<first>, ", draft.answer) if draft.kind == "list" else draft.answer
    return _with_that(_within(dataclasses.replace(draft, question=question, answer=answer), material), material)


def _within(draft: Draft, material: Material) -> Draft:
    """A draft whose answer begins with a small article where it has a capital only as the first word of a sentence."""
    said = " ".join(material.parsed.article.text[slice(*draft.span)].split())
    if draft.kind != "who" or OPENING.match(draft.answer) is None or not said.startswith(draft.answer):
        return draft
    return dataclasses.replace(draft, answer=f"the {draft.answer[4:]}")


def _dated(question: str, material: Material) -> str:
    """A question for who did something to the meeting, with its day: "Who ran the Tarn AGM on 4 May 2021?"."""
    label, full = material.label, material.meeting_name
    undated = label is not None and full is not None and re.fullmatch(rf"Who .+ {re.escape(label)}\?", question)
    return f"{question.removesuffix(f'{label}?')}{full}?" if undated else question


def _next_after(question: str, label: str, day: str) -> str:
    """A question for the next meeting with the day after which it is: what is next is so only for a while.

    >>> _next_after("When will the next meeting of the Tarn Board be held?", "the Tarn Board meeting", "4 May 2021")
    'When will the next meeting of the Tarn Board after 4 May 2021 be held?'
    >>> asked = "When will the meeting after the Tarn Board meeting on 4 May 2021 be held?"
    >>> _next_after(asked, "the Tarn Board meeting", "4 May 2021")
    'When will the next Tarn Board meeting after 4 May 2021 be held?'
    """
    if label.startswith("the ") and number(label) is None:
        question = re.sub(
            rf"the meeting after {re.escape(label)} (?:on|in) {re.escape(day)}", f"the next {label[4:]}", question
        )
    told = f" after {day}"
    if " next " not in question or YEAR.search(question):
        return question
    held = re.fullmatch(r"(?P<asked>Wh\w+ will the next .+)(?P<held> be held\?)", question)
    host = re.fullmatch(r"(?P<asked>Who will host the next .+)(?P<held>\?)", question)
    found = held or host
    return f"{found['asked']}{told}{found['held']}" if found is not None else question


def _meeting_first(question: str, meeting: str) -> str:
    """A question for who said something at a meeting with that beside the verb.

    >>> _meeting_first("Who asked whether the pier was sold at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who asked at the Tarn Board meeting whether the pier was sold?'
    >>> _meeting_first("Who said the pier was sold at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who said at the Tarn Board meeting that the pier was sold?'
    >>> _meeting_first("Who opened the pier at the Tarn Board meeting?", "the Tarn Board meeting")
    'Who opened the pier at the Tarn Board meeting?'
    """
    place = f" at {meeting}?"
    told = WHO_TOLD.fullmatch(question.removesuffix(place)) if question.endswith(place) else None
    if told is None:
        return question
    what = told["what"].strip()
    if not what.startswith(LINKED):
        if told["verb"] != "said":
            return question  # "Who opened the pier at …?"
        what = f"that {what}"
    return f"Who {told['verb']}{place[:-1]} {what}?"


def _with_that(draft: Draft, material: Material) -> Draft:
    """ "What did Ada Wren propose?" – "that the pier be sold", and not "the pier be sold"."""
    said = " ".join(material.parsed.article.text[slice(*draft.span)].split())
    plain = draft.rule == "statement.said" and not draft.answer.startswith(("that ", "“"))  # "ordered he be held"
    if WANTED.match(draft.question) is None or not (plain or f" that {draft.answer}" in said):
        return draft
    return dataclasses.replace(draft, answer=f"that {draft.answer}")
