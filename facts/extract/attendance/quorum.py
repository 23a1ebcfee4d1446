"""How many of a body's members came, and how long its meeting lasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.asked import in_report
from facts.extract.draft import Draft, Material, sentence_span
from facts.parse.numbers import number_of

_COUNT = r"[\w,-]+"
_CAME = r"(?:attended|came|were present|took part)\b(?! (?:to|in) (?!the (?:meeting|session)))"
OF_MEMBERS = re.compile(
    rf"^Of (?:the |its )?(?P<all>{_COUNT}) members,? (?P<came>{_COUNT}) {_CAME}"
    rf"|(?:^|: )(?P<some>{_COUNT}) of (?:the |its )?(?P<whole>{_COUNT}) members {_CAME}"
)
"""Those who came, of all members."""
ATTENDED = re.compile(
    r"^(?P<count>(?:(?:About|Around|More than|Nearly|Over|Some) )?\d[\d,]*) (?P<who>delegates|members|people|residents|"
    r"shareholders) (?:attended|came to) the (?:meeting|session)\b"
)
"""How many came."""
LASTED = re.compile(
    r"^The (?P<which>(?:[a-z]+ )?(?:hearing|meeting|session|sitting))(?: (?:at|in) [^,;.]{1,60}?)? lasted "
    r"(?:for )?(?P<long>(?:[\w-]+ )*(?:hours?|minutes?))(?=[.,;])"
)
"""How long a meeting was."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield how many of the members came to the article's meeting, and how long it lasted."""
    if material.found_meeting.planned:
        return
    name = material.meeting_name
    for sentence in material.sentences:
        text, span = " ".join(sentence.span.text.split()), sentence_span(sentence)
        found = OF_MEMBERS.search(text)
        if found is not None:
            whole, some = found["all"] or found["whole"], found["came"] or found["some"]
            asked = f"How many of the {whole} members attended"
            question = f"{asked} {name}?" if name else in_report(material, f"{asked} the meeting?")
            if question and number_of(whole) and number_of(some):
                yield Draft("how_many", question, some, span, value=number_of(some), rule="attendance.of_members")
        number = ATTENDED.match(text)
        if number is not None and name:
            asked = f"How many {number['who']} attended {name}?"
            yield Draft("how_many", asked, number["count"], span, rule="attendance.counted")
        lasted = LASTED.match(text)
        if lasted is not None and name and (" " not in lasted["which"] or lasted["which"] in name):
            yield Draft("how", f"How long did {name} last?", lasted["long"], span, rule="meeting.lasted")
