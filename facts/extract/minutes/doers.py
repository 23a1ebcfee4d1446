"""Who did, does or is to do what a note tells: "Ann is writing a guide", "Bo presented the budget", "Cy will ask"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material, code_points
from facts.extract.minutes.tasks import LATER
from facts.extract.minutes.topics import ANNOUNCED, MARKED, POINTING, Item, is_topic, items, plain, sections
from facts.folding import fold
from facts.parse.parser import Paragraph
from facts.parse.tree import Span

OPENING = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) "
    r"(?P<how>will |is going to |to |is |has |was |had )?(?:also )?(?P<deed>[a-z][\w-]*\b.*)"
)
"""How a note begins with whom it tells of."""
TO_DO, DOING, DONE = frozenset({"VB", "VBP", "NN"}), frozenset({"VBG", "VBN"}), frozenset({"VBN", "VBD"})
ASKED = {
    **dict.fromkeys(("will ", "is going to ", "to "), ("Who was to {deed} after {meeting}?", TO_DO)),
    **dict.fromkeys(("is ", "was "), ("Who was {deed} at the time of {meeting}?", DOING)),
    **dict.fromkeys(("has ", "had "), ("Who had {deed} by the time of {meeting}?", DONE)),
    "": ("Who {deed}, as noted at {meeting}?", DOING | DONE),
}
"""How one asks for somebody, by what stands before the verb, and the forms that the verb then has."""
ENDS = re.compile(
    r"[.;!?] |[;.!?]$|,? (?:but|so|and) (?=(?:he|she|it|they|we|will|no|no-one|nobody|would)\b)|, (?!and\b)"
)
"""Where a deed ends, and something else is noted."""
ENUMERATED = re.compile(r"^[^,]*,[^,]*(?:,| and | or )")
TOPIC = re.compile(r"\b(?P<by>about|for|on|with) (?:it|this|that)(?: right now)?(?=$|,)")
"""Where a note points to the item that it stands under."""
FEWEST, MOST = 3, 20
"""How many words a deed has that somebody is asked for by."""
CLEAR = 12
"""How many words a deed has that is clear without the item that it stands under."""
WITHOUT_OBJECT = frozenset({"clarify", "close", "discuss", "land", "merge", "resolve", "review"})
"""Verbs at the end of a deed whose object is the item."""
STRANDED = frozenset({"about", "at", "for", "in", "of", "on", "to", "with"})
SAID = frozenset(
    {"agreed", "asked", "believe", "believed", "gave", "mentioned", "noted", "said", "seen", "seemed", "think"}
)


def doers(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield who of those that `names` know did what a note tells."""
    for item in (*items(material), *sections(material)):
        for paragraph in item.notes:
            for sentence in paragraph.doc.sents:
                yield from _doer(item, paragraph, sentence, names, meeting)


def _doer(item: Item, paragraph: Paragraph, sentence: Span, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    note = plain(paragraph.doc.original[sentence.start_char : sentence.end_char])
    match = OPENING.fullmatch(note)
    who = names.get(match["who"]) if match is not None else None
    if match is None or who is None:
        return
    how, told = match["how"] or "", match["deed"]
    verb = next((t for t in sentence if t.text == told.split()[0].strip(",.;:")), None)
    deed = told if ENUMERATED.match(told) else ENDS.split(told)[0].strip(" ,")
    about = f" “{item.topic}”" if is_topic(item.topic) and fold(item.topic) not in ANNOUNCED else ""
    deed, pointed = TOPIC.subn(rf"\g<by>{about}", deed, count=1) if about else (deed, 0)
    if verb is None or verb.tag_ not in ASKED[how][1] or verb.text in SAID or not FEWEST <= len(deed.split()) <= MOST:
        return
    if any(t.lower_ == "that" and t.tag_ == "DT" for t in sentence):
        return
    if MARKED.search(deed) or POINTING.search(re.sub(r"\bthat\b", "", deed)) or LATER.search(deed) or "agenda" in deed:
        return
    if not how and verb.tag_ == "VBG":
        how = "is "
    last = fold(deed).split()[-1]
    under = f" for{about}" if about and not pointed and len(deed.split()) < CLEAR else ""
    under = about if last in WITHOUT_OBJECT else "" if last in STRANDED else under
    question = ASKED[how][0].format(deed=f"{deed}{under}", meeting=meeting)
    yield Draft("who", question, who, code_points(paragraph, sentence), confidence=0.85, rule="minutes.doer")
