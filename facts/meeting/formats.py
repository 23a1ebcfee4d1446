"""How a meeting was held: online, by video or telephone, hybrid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facts.folding import fold
from facts.meeting.bodies import Report, original_of
from facts.meeting.mention import Candidate, MeetingMention
from facts.meeting.words import FORMATS, OCCASION_NOUNS, TAKING_PART

OPENING = 6
"""How many sentences of an article tell how its meeting was held."""

_MET = r"(?:assembled|convened|gathered|held|hosted|met)"
_NOUNS = "|".join(sorted(n for n in OCCASION_NOUNS if not n.endswith("s")))
_BY_LINK = re.compile(rf"\b(?:{_MET}|meeting)\b[^.;]{{0,60}}?\b(?:by|via|through|over) (?P<form>video|telephone)")
_TOLD = re.compile(
    rf"\b(?:an?|its|the|their|this)\s(?P<form>hybrid|online|virtual)\s(?:[\w-]+\s){{0,2}}?(?:{_NOUNS})\b"
    rf"|\b(?:virtually|remotely)\s{_MET}\b|\b{_MET}\s(?:virtually|remotely)\b"
)
"""A meeting told of as held at a distance: "the virtual meeting", "they met remotely"."""


_APART = re.compile(
    r"\b(?:online|virtual|virtually|remotely|(?:by|over|through|via) (?:an? )?(?:video|tele|telephone|zoom)[\w-]*)\b",
    re.IGNORECASE,
)
"""What says that people met at a distance; "a video conference in Lunn" may have a room that others are linked to."""


def is_apart(form: str | None, placed: MeetingMention | None) -> bool:
    """Whether a meeting of a format was in no place, though a sentence names one: that of its host."""
    if form is None or form == "hybrid":
        return False
    return form == "online" or (placed is not None and _APART.search(placed.sentence.text) is not None)


def format_of(near: Sequence[Candidate], report: Report) -> str | None:
    """How the meeting was held, from the phrases that name it (best first), the article's opening and its title."""
    for candidate in near[:3]:
        verbs = candidate.mention.clause.chain if candidate.mention.clause else ()
        if any(v.lemma_ in TAKING_PART for v in verbs):
            continue  # "Ann Lee joined the meeting online" tells only how she came
        beside = [c.lower_ for v in verbs for c in v.children if c.dep_ in ("advmod", "acomp")]
        words = fold(candidate.phrase).replace("-", " ").split() + beside
        found = next((FORMATS[w] for w in words if w in FORMATS), None)
        by_link = _BY_LINK.search(candidate.mention.sentence.text)
        if found or by_link:
            return found or FORMATS[by_link["form"]] if by_link else found
    title = fold(report.parsed.article.title or "").split() if report.title else []
    in_title = next((FORMATS[w] for w in title if w in FORMATS), None)
    return in_title or _told(report)


def _told(report: Report) -> str | None:
    """What the first sentences of running text say of a meeting."""
    running = [s for s in report.sentences if not s.paragraph.bullet and not s.paragraph.heading]
    for parse in running[:OPENING]:
        if match := _TOLD.search(original_of(parse.span)):
            return FORMATS[match["form"] or "virtually"]
    return None
