"""Minutes: who was present, who chaired, what was resolved, who is to do what by when, when the next meeting is."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.dates.clock import IN_MINUTES
from facts.extract.attendance.absence import absence
from facts.extract.doings import events
from facts.extract.draft import Draft, Material
from facts.extract.minutes.labels import Line, bare, initials, labelled
from facts.extract.votes import votes
from facts.folding import fold
from facts.parse.phrases import Antecedent
from facts.parse.words import PERSON_NOUNS

CHAIRS = frozenset("chair chairman chairperson chairwoman convener convenor president presiding".split())
"""Roles in brackets that say who chaired."""

ROLE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)\s*")
ACTION = re.compile(
    r"(?:ACTION:?\s*|Action:?\s*)?"
    r"(?P<owner>(?:[A-Z][\w.’'-]*)(?:(?:,? (?:and|&) |, | )[A-Z][\w.’'-]*){0,5})"
    r"(?: to |(?:: | [–—-] )(?:to )?)(?P<task>[a-z].+)",
    re.DOTALL,
)
"""An action: "AP to draw up a policy by 15 March", "Ann Lee: write to the bank"."""

DEADLINE = re.compile(
    r"(?:,? (?:by|before|until|no later than) (?P<by>[^,;.()]+?)|\s*\((?:by|due|deadline:?) (?P<due>[^()]+)\))"
    r"\s*[.;]?\s*\Z",
    re.IGNORECASE,
)
SAME = re.compile(r"\b(?:at )?the same (?:place|venue|time)\b", re.IGNORECASE)
MOVERS = re.compile(
    r"\b(?P<how>proposed|moved|seconded)(?: by|:)\s+(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})", re.IGNORECASE
)


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the labelled lines and the actions of minutes say."""
    lines = tuple(labelled(material))
    if not lines:
        return
    names = initials(lines)
    name = material.meeting_name
    for line in lines:
        match line.meaning:
            case "present" | "attending" | "observers":
                yield from _present(line, name)
            case "apologies" | "absent":
                items = [bare(i) for i in line.items if fold(i) not in ("none", "nil", "n/a")]
                if items:
                    yield from absence(items, _joined(line), name, line.span, line.meaning == "apologies")
            case "chair" | "secretary" | "host":
                yield from _officer(line, name)
            case "date" | "place" | "start":
                yield from _time_and_place(line, name)
            case "next":
                yield from _next(material, line, name)
            case "action":
                for item, span in _placed(material, line):
                    yield from _action(material, item, span, names)
            case _:
                yield from _decided(line, name)
    yield from _by_initials(material, names)


def _by_initials(material: Material, names: dict[str, str]) -> Iterator[Draft]:
    """What sentences tell of people whom they call by their initials, asked by their names."""
    named = []
    for sentence in material.sentences:
        found = {t.i: Antecedent(t.i + 1, names[t.text]) for t in sentence.span if t.text in names and t.pos_ != "PART"}
        if found:
            named.append(dataclasses.replace(sentence, antecedents={**sentence.antecedents, **found}))
    if named:
        known = dataclasses.replace(material, sentences=tuple(named))
        yield from votes.facts(known)
        yield from events.facts(known)


def _joined(line: Line) -> str:
    return line.text.rstrip(".")


def _present(line: Line, name: str) -> Iterator[Draft]:
    items = [bare(i) for i in line.items]
    observing = line.meaning == "observers"
    question = (
        f"Who attended {name} as an observer?"
        if observing
        else f"Who was in attendance at {name}?"
        if line.meaning == "attending"
        else f"Who attended {name}?"
    )
    variants: tuple[str, ...] = (
        f"Who attended {name}?",
        f"Who was present at {name}?",
        f"Who took part in {name}?",
        f"Who was at {name}?",
        f"Who were the participants of {name}?",
    )
    yield Draft("list", question, _joined(line), line.span, variants, items, 0.93)
    noun = re.sub(r"\s*present$", "", fold(line.label)) if line.label.lower().endswith(" present") else "people"
    if line.meaning == "present":
        number = len(items)
        yield Draft(
            "how_many",
            f"How many {noun} were present at {name}?",
            str(number),
            line.span,
            (f"How many {noun} attended {name}?", f"How many {noun} took part in {name}?"),
            number,
            0.7,
        )
    for item in line.items:
        if match := ROLE.fullmatch(item):
            yield from _role(match["name"], match["role"], name, line.span)


def _role(who: str, role: str, name: str, span: tuple[int, int]) -> Iterator[Draft]:
    plain = re.sub(r"^(?:in the|acting)\s+", "", role.lower())
    if plain in CHAIRS:
        variants: tuple[str, ...] = (
            f"Who was in the chair at {name}?",
            f"Who presided over {name}?",
            f"Who led {name}?",
            f"Who was the chair of {name}?",
        )
        yield Draft("who", f"Who chaired {name}?", who, span, variants, None, 0.93)
    if any(w.rstrip("s") in PERSON_NOUNS for w in fold(role).replace("-", " ").split()):
        shown = role.lower() if role.istitle() else role[:1].lower() + role[1:]
        yield Draft("who", f"Who is the {shown}?", who, span, (f"Who was the {shown} at {name}?",), None, 0.88)
        yield Draft(
            "what",
            f"What is {who}'s role?",
            role,
            span,
            (f"Who is {who}?", f"What position does {who} hold?"),
            None,
            0.88,
        )
    else:
        body = role if role.lower().startswith("the ") else f"the {role}"
        yield Draft(
            "who", f"Who represented {body} at {name}?", who, span, (f"Who attended {name} for {body}?",), None, 0.85
        )
        yield Draft(
            "what",
            f"Whom did {who} represent at {name}?",
            role,
            span,
            (f"Who is {who}?", f"Where is {who} from?"),
            None,
            0.85,
        )


def _officer(line: Line, name: str) -> Iterator[Draft]:
    who = "; ".join(bare(i) for i in line.items) if len(line.items) > 1 else bare(line.text.rstrip("."))
    variants: tuple[str, ...]
    match line.meaning:
        case "chair":
            question, variants = (
                f"Who chaired {name}?",
                (f"Who was in the chair at {name}?", f"Who presided over {name}?", f"Who led {name}?"),
            )
        case "host":
            question, variants = f"Who hosted {name}?", (f"Who was the host of {name}?",)
        case _:
            question, variants = (
                f"Who took the minutes of {name}?",
                (f"Who was the {line.label.lower()} at {name}?", f"Who wrote the minutes of {name}?"),
            )
    yield Draft("who", question, who, line.span, variants, None, 0.93)


def _time_and_place(line: Line, name: str) -> Iterator[Draft]:
    said = line.text.rstrip(".")
    if line.meaning == "place":
        yield Draft(
            "where",
            f"Where was {name} held?",
            said,
            line.span,
            (f"Where did {name} take place?", f"What was the venue of {name}?"),
            None,
            0.93,
        )
        return
    clock = IN_MINUTES.search(said)
    if line.meaning == "date":
        yield Draft(
            "when",
            f"When was {name} held?",
            said,
            line.span,
            (f"When did {name} take place?", f"What was the date of {name}?"),
            None,
            0.9,
        )
    if clock:
        yield Draft(
            "when", f"At what time did {name} begin?", clock[0], line.span, (f"When did {name} start?",), None, 0.88
        )


def _next(material: Material, line: Line, name: str) -> Iterator[Draft]:
    """When and where the next meeting is."""
    said = line.text.rstrip(".")
    day = _day(material, said)
    after = f"after {name}"
    variants: tuple[str, ...] = (
        "When do they meet again?",
        f"When is the meeting {after}?",
        f"When is the next meeting {after}?",
        "What is the date of the next meeting?",
        f"When will {name} be held again?",
    )
    yield Draft("when", "When is the next meeting?", said, line.span, variants, day, 0.93)
    clock = IN_MINUTES.search(said)
    rest = IN_MINUTES.sub("", said)
    if clock:
        yield Draft(
            "when",
            "At what time is the next meeting?",
            clock[0],
            line.span,
            ("When does the next meeting begin?",),
            None,
            0.88,
        )
    parts = [p.strip() for p in re.split(r",|\bin\b|\bat\b", rest) if p.strip()]
    place = next(
        (
            p
            for p in reversed(parts)
            if (p[:1].isupper() and not re.search(r"\d|day\b", p))
            or (p.lower().startswith("the ") and not SAME.search(p))
        ),
        None,
    )
    if same := SAME.search(said):
        place = same[0]
    if place:
        yield Draft(
            "where",
            "Where is the next meeting?",
            place,
            line.span,
            (f"Where is the meeting {after}?", "Where will the next meeting be held?"),
            None,
            0.85,
        )


def _day(material: Material, text: str) -> str | None:
    """The first date of a text, resolved from the article's date, as ISO."""
    found = (when.iso for when in dates.find(text, material.parsed.article.date, "future") if when.precision != "time")
    return next(found, None)


def _placed(material: Material, line: Line) -> Iterator[tuple[str, tuple[int, int]]]:
    """The items of a list of actions with the code points that each takes."""
    text = material.parsed.article.text
    position = line.span[0]
    for item in line.items:
        pattern = re.compile(r"\s+".join(re.escape(w) for w in item.split()))
        found = pattern.search(text, position, line.span[1])
        if found is not None:
            position = found.end()
            yield item, found.span()


def _action(material: Material, item: str, span: tuple[int, int], names: dict[str, str]) -> Iterator[Draft]:
    """Who is to do what by when."""
    match = ACTION.fullmatch(item)
    if match is None:
        return
    short = match["owner"]
    owner = names.get(short, short)
    task = match["task"].rstrip(" .;")
    due = DEADLINE.search(task)
    done = task[: due.start()].rstrip(" ,") if due else task
    shown = f"{owner} ({short})" if owner != short else short
    variants: tuple[str, ...] = (
        f"Who has to {done}?",
        f"Who will {done}?",
        f"Whose action is it to {done}?",
        f"Who is responsible: {done}?",
    )
    yield Draft("who", f"Who is to {done}?", shown, span, variants, None, 0.93)
    variants = (
        f"What does {owner} have to do?",
        f"What action was given to {owner}?",
        f"What is {short}'s action?",
    )
    yield Draft("what", f"What is {owner} to do?", task, span, variants, None, 0.88)
    if due:
        when = (due["by"] or due["due"]).strip()
        variants = (
            f"By when must {owner} {done}?",
            f"When is the deadline to {done}?",
            f"When is the deadline for {_object(done)}?",
            f"When must {_object(done)} be ready?",
        )
        yield Draft("when", f"By when is {owner} to {done}?", when, span, variants, _day(material, when), 0.93)


def _object(task: str) -> str:
    """What a task is about: "a reserves policy" for "draw up a reserves policy"."""
    found = re.search(r"\b(?:a|an|the|its|their|his|her)\b.*", task)
    return re.sub(r"^(?:a|an)\b", "the", found[0]) if found else task


def _decided(line: Line, name: str) -> Iterator[Draft]:
    """ "Resolved: to buy the hut. Proposed by AB, seconded by CD."."""
    said = MOVERS.split(line.text)[0].strip(" .,;(") if MOVERS.search(line.text) else line.text
    variants: tuple[str, ...] = (
        f"What was agreed at {name}?",
        f"What was resolved at {name}?",
        f"What did {name} decide?",
        f"What decision was taken at {name}?",
    )
    several = list(line.items) if len(line.items) > 1 else None
    yield Draft(
        "list" if several else "what",
        f"What was decided at {name}?",
        said.rstrip("."),
        line.span,
        variants,
        several,
        0.88,
    )
    about = re.sub(r"^(?:that|to)\s+", "", said)[:120]
    for match in MOVERS.finditer(line.text):
        how = "seconded" if match["how"].lower() == "seconded" else "proposed"
        yield Draft(
            "who",
            f"Who {how} the decision to {about}?" if said.startswith("to ") else f"Who {how} that {about}?",
            match["who"].rstrip("."),
            line.span,
            (f"Who {how} the motion?",),
            None,
            0.85,
        )
