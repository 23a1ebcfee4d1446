"""What coreference keeps of somebody or something that an article mentions."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(slots=True)
class DiscourseEntity:
    """Somebody or something that an article mentions: in which sentence last, as what there, and what it is."""

    name: str
    sentence: int
    subject: bool = False
    object: bool = False
    person: bool = False
    plural: bool = False
    body: bool = False
    named: bool = False
