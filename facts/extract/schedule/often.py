"""Bodies that meet more than once a month, of which "When in May 2020 did it meet?" leaves open which time."""

from __future__ import annotations

import re
from typing import Final

from facts import dates
from facts.extract.draft import Draft, Material

_MEETS: Final = r"(?:meet(?:s|ing|ings)?|met|session|sitting)"
_VERB: Final = r"(?:meets?|met|sits?)"
_OFTEN: Final = (
    r"(?:(?:bi-?)?weekly|fortnightly|(?:twice|three times) (?:a|each|every|per) month|twice-monthly"
    r"|(?:each|every) (?:(?:other|second) )?(?:fortnight|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
OFTEN: Final = re.compile(rf"\b{_OFTEN}(?: \w+)? {_MEETS}\b|\b{_VERB}(?: \w+){{0,3}} {_OFTEN}\b", re.IGNORECASE)
"""How a text says that a body meets more than once a month: "its weekly meeting", "meets every Tuesday"."""
ANOTHER: Final = re.compile(
    r"\b(?:meets? (?:again|next)|next meets?|(?:next|last|previous) (?:meeting|session|sitting)|last met"
    r"|minutes of the (?:[\w-]+ ){0,3}(?:meeting|session))\b(?P<when>[^.;\n]{3,60})",
    re.IGNORECASE,
)
"""How a text tells of the meeting before or after."""


DAY_OF: Final = re.compile(
    r"When (?:in \w+ \d{4} )?(?:did|was) (?:(?! to | about | over ).)+ (?:convened?|gather|held|meet|sit)"
    r"(?: (?:again|in|at)\b[^?]*)?\?"
)
"""A question for the day on which a body met, and for nothing else of it."""


class Often:
    """Which questions of an article ask on which day a body met that met more than once in that month."""

    def __init__(self, material: Material) -> None:
        """Read whether the body of an article's meeting met on another day of its month, too."""
        meeting = material.found_meeting.meeting
        # What has a name of its own is no one of many: "the 4th Tarn Forum".
        regular = meeting is not None and meeting.date is not None and material.full_name != material.label
        self._day = meeting.date if meeting is not None and regular and _meets_often(material, meeting.date) else None

    def asks_which(self, draft: Draft) -> bool:
        """Whether a draft's question has several answers: "When in May 2020 did the Tarn Board meet?"."""
        day = self._day
        return day is not None and draft.value in (day, None) and DAY_OF.fullmatch(draft.question) is not None


def _meets_often(material: Material, day: str | None) -> bool:
    """Whether an article says that a body meets often, or tells of a meeting on another day of the same month."""
    article = material.parsed.article
    if day is None or OFTEN.search(article.text) is not None:
        return day is not None
    others = (each for match in ANOTHER.finditer(article.text) for each in dates.find(match["when"], article.date))
    return any(other.precision == "day" and other.iso[:7] == day[:7] and other.iso[:10] not in day for other in others)
