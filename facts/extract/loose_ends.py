"""Answers with more than was asked for, or with words that only the text makes clear."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from facts.extract.draft import Draft
from facts.folding import SMALL_WORDS, fold

SIDE_CLAUSE: Final = re.compile(r",\s(?:who|which|whose|where)\s(?P<rest>.*)$")
"""A clause at the end of an answer that only adds something."""
MARGINS: Final = re.compile(r",? (?:at|on) the (?:edges?|margins?|sidelines?) of (?:the |an? )?[^,;]+$")
"""Beside what other meeting two met, at the end of who they were."""
FEWEST_LEFT: Final = 3
"""How many words an answer has at least without it."""
RELATIVE_DAY: Final = re.compile(
    r"\b(?:last|next|the coming|this) (?:autumn|fall|month|spring|summer|week|weekend|winter|year"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber)\b"
    r"|\b(?:to(?:day|morrow|night)|yesterday)\b(?![’'])"
    r"|\b(?:to(?:day|morrow|night)|yesterday)[’']s (?:announcement|convening|decision|discussion|event|hearing|meeting"
    r"|round ?table|session|summit|talks|vote)\b"
    r"|\b(?:on|until|by|since) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d|, \d| the \d)",
    re.IGNORECASE,
)
"""A day or time that is known only to whoever knows when the text was written."""
SECOND: Final = re.compile(r"\band that\b")
"""A second thing that somebody said, which need not be about the same."""
TOPIC: Final = re.compile(
    r"^What did .+? (?:say|tell .+?) about (?P<topic>.+?)(?:, according to .*| at the .*| (?:in|on) [^,]*\d{4})?\?$"
)
"""What a question asks about, of all that somebody said."""
WORD: Final = re.compile(r"[^\W_]+")
SAID: Final = ("statement.said", "statement.according")
BARE: Final = ("decision.agreed", *SAID)
DOING: Final = frozenset(
    {"decision.agreed", "event.about", "event.coming", "event.planned", "event.to_do", "purpose.to", "statement.urged"}
)
UNTOLD: Final = re.compile(r"(?:[a-z]+ ){1,3}(?P<what>him|it|them)\b(?! (?:can|could|had|has|is|was|would)\b)")
"""What is done to something that an answer did not name before: "shut it in the summer"."""
FEWEST_TOLD: Final = 4
"""How many words tell what somebody said or agreed to do."""
FEWEST_BESIDE, FEWEST_BEHIND = 4, 6
"""How many words tell something of a topic that an answer names over again, and of one that it begins with."""


def without_side_clause(draft: Draft) -> Draft:
    """A draft whose answer ends before a clause that only adds something: "a levy, which the mayor had asked for".

    Nor does whom somebody met tell beside what meeting: "Ann Poole on the margins of the Tarn Summit".
    """
    if draft.rule == "attendance.met" and (aside := MARGINS.search(draft.answer)):
        draft = dataclasses.replace(draft, answer=draft.answer[: aside.start()])
    found = SIDE_CLAUSE.search(draft.answer) if draft.kind != "list" else None
    if found is None or "," in found["rest"] or len(draft.answer[: found.start()].split()) < FEWEST_LEFT:
        return draft
    left = draft.answer[: found.start()]
    paired = left.count('"') % 2 == 0 and left.count("“") == left.count("”") and left.count("(") == left.count(")")
    return dataclasses.replace(draft, answer=left) if paired else draft


def loose_end(draft: Draft) -> str | None:
    """What leaves an answer open to a stranger, if something does."""
    if day := RELATIVE_DAY.search(draft.answer):
        return f"“{day[0]}” in the answer is a day only to whoever knows that of the text"
    if draft.rule in SAID and SECOND.search(draft.answer):
        return "two things said, and one was asked for"
    if draft.rule in DOING and (pronoun := UNTOLD.match(draft.answer)):
        return f"“{pronoun['what']}” in the answer names nothing to a stranger"
    if draft.rule in BARE and len(draft.answer.split()) < FEWEST_TOLD:
        return "an answer that is too short to tell anything"
    return "the answer says what the question asks about" if repeats_topic(draft) else None


def repeats_topic(draft: Draft) -> bool:
    """Whether what somebody said about something names that over again, so that the question was cut from it.

    Something named further on in a longer answer was asked about all the same: "clinics", of "only three have clinics".
    """
    found = TOPIC.match(draft.question) if draft.rule in SAID else None
    told = _words(found["topic"]) if found is not None else set()
    opening = fold(draft.answer).lstrip('“"').removeprefix("the ")
    opens = found is not None and opening.startswith(fold(found["topic"]).removeprefix("the "))
    answer = _words(draft.answer)
    return bool(told) and told <= answer and len(answer - told) < (FEWEST_BEHIND if opens else FEWEST_BESIDE)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(fold(text)) if word not in SMALL_WORDS and len(word) > 1}
