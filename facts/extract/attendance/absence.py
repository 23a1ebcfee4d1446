"""Who was not at a meeting, and whether they sent apologies."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.attendance.presence import ATTENDING_VERBS, BODIES_SENT, is_meeting, is_there, parts
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import inside
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import lowered, verbatim

MISSING_VERBS = frozenset({"boycott", "miss", "skip"})
ABSENT = frozenset({"absent", "unable", "missing", "away"})
APOLOGIES = frozenset({"apology", "regret", "excuse"})


def absent(clause: Clause, missing: bool) -> Iterator[tuple[Argument, bool]]:
    """The phrases of a clause that name who was not there, and whether they sent apologies."""
    lemma = clause.verb.lemma_.lower()
    thing = clause.first("object")
    subject = clause.subject
    sorry = subject is not None and clause.passive and subject.head.lemma_.lower() in APOLOGIES
    if sorry and lemma in ("receive", "send", "give", "tender", "offer", "note", "accept", "record"):
        source = clause.first("agent") or next(
            (inside(a) for a in clause.all("oblique") if a.preposition in ("from", "for")), None
        )
        if source is not None:
            yield source, True
        return
    if subject is None:
        return
    if (
        lemma in ("send", "give", "offer", "tender") and thing is not None and thing.head.lemma_.lower() in APOLOGIES
    ) or (lemma in ("apologise", "apologize") and any("absence" in t.lower_ for t in clause.verb.subtree)):
        yield subject, True
    elif clause.negated and (
        lemma in ATTENDING_VERBS
        or (lemma == "represent" and clause.passive)
        or (lemma == "invite" and clause.passive)
        or (lemma == "take" and thing is not None and thing.head.lemma_ == "part")
        or (
            lemma == "send"
            and thing is not None
            and (thing.head.lower_ in ("anyone", "anybody") or thing.head.lemma_ in BODIES_SENT)
        )
        or (lemma == "be" and is_there(clause))
    ):
        if thing is None or lemma in ("take", "send") or is_meeting(thing.head, strict=lemma == "join"):
            yield subject, False
    elif lemma == "be" and not clause.negated and any(a.head.lower_ in ABSENT for a in clause.all("attribute")):
        state = next(a.head for a in clause.all("attribute") if a.head.lower_ in ABSENT)
        aims = {t.lemma_.lower() for t in state.subtree}
        if state.lower_ in ("absent", "missing") or aims & (ATTENDING_VERBS | {"come", "travel", "present", "part"}):
            yield subject, False
    elif (
        (
            lemma in MISSING_VERBS
            and thing is not None
            and not clause.passive
            and is_meeting(thing.head, strict=True)
            and thing.end - thing.start < 3
        )
        or (lemma == "stay" and any(c.lower_ == "away" for c in clause.verb.children) and not clause.negated)
        or (missing and lemma in ("bar", "exclude", "ban", "suspend") and clause.passive and not clause.negated)
    ):
        yield subject, False


def stayed_away(material: Material, sentence: Sentence, argument: Argument, apologised: bool) -> Iterator[Draft]:
    """The facts of those who a phrase says were not there."""
    text = material.parsed.article.text
    doc = argument.head.doc
    if (argument.head.pos_ == "PRON" and argument.start not in sentence.antecedents) or doc[argument.start].lower_ in (
        "no",
        "nobody",
        "none",
    ):
        return
    if argument.start in sentence.antecedents and argument.head.pos_ == "PRON":
        answer = sentence.antecedents[argument.start].name
        items = [answer]
    else:
        answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
        items = parts(argument, text, sentence)
    yield from absence(
        items,
        answer,
        material.meeting_name,
        sentence_span(sentence),
        apologised,
        lowered(sentence.span.text.strip().rstrip("."), sentence.span[0]),
    )


def absence(
    items: list[str], answer: str, name: str, span: tuple[int, int], apologised: bool, stated: str | None = None
) -> Iterator[Draft]:
    """The facts of an absence: who, and for each of them that they were not there."""
    variants: tuple[str, ...] = (
        f"Who did not attend {name}?",
        f"Who was not at {name}?",
        f"Who missed {name}?",
        f"Which members were absent from {name}?",
    )
    kind = _kind_of(items)
    if kind:
        variants = (f"Which {kind} were absent from {name}?", f"Which {kind} did not attend {name}?", *variants)
        variants = (*variants, f"Which {kind} sent apologies to {name}?") if apologised else variants
    if apologised:
        variants = (
            f"Who sent apologies to {name}?",
            f"From whom were apologies received for {name}?",
            f"Whose apologies were received for {name}?",
            *variants,
        )
    yield Draft("list", f"Who was absent from {name}?", answer, span, variants, items, 0.9)
    for item in (_called(i) for i in items[:6]):
        said = (
            stated
            if stated and len(stated) < 150
            else f"{item} sent apologies"
            if apologised
            else f"{item} did not attend"
        )
        others = (
            f"Was {item} at {name}?",
            f"Was {item} present at {name}?",
            f"Did {item} take part in {name}?",
            f"Was {item} represented at {name}?",
        )
        yield Draft("yes_no", f"Did {item} attend {name}?", f"No, {said}", span, others, None, 0.85)


TITLED = {
    "cllr": "councillors",
    "coun": "councillors",
    "councillor": "councillors",
    "sen": "senators",
    "senator": "senators",
}
"""What people with a title are called together."""


def _kind_of(items: list[str]) -> str | None:
    """What those of a list are called together, if their titles say it."""
    kinds = {TITLED.get(i.split()[0].lower().rstrip("."), "") for i in items if i}
    return kinds.pop() if len(kinds) == 1 else None


def _called(item: str) -> str:
    """What a question calls somebody: "Dr Anil Ramphul" for "The Governor, Dr Anil Ramphul"."""
    last = item.rsplit(", ", 1)[-1]
    item = last if last[:1].isupper() else item
    return item[:1].lower() + item[1:] if item.startswith(("The ", "A ", "An ")) else item
