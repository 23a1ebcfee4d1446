"""Minutes: lines with a label ("Present: …", "Apologies: …", "Next meeting: …"), and actions with owner and deadline."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.extract import events, votes
from facts.extract.attendance import absence, meeting_name
from facts.extract.draft import Draft, Material
from facts.folding import fold, squeezed
from facts.words import PERSON_NOUNS

LABELS = {
    "absent": "absent",
    "action": "action",
    "action items": "action",
    "actions": "action",
    "agreed": "decided",
    "also in attendance": "attending",
    "also present": "attending",
    "apologies": "apologies",
    "apologies for absence": "apologies",
    "apologies received": "apologies",
    "attendance": "present",
    "attendees": "present",
    "attending": "present",
    "board members present": "present",
    "chair": "chair",
    "chaired by": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "clerk": "secretary",
    "committee members present": "present",
    "councillors present": "present",
    "date": "date",
    "date and time": "date",
    "date of meeting": "date",
    "date of next meeting": "next",
    "decided": "decided",
    "decision": "decided",
    "decisions": "decided",
    "delegates": "present",
    "excused": "apologies",
    "guests": "attending",
    "host": "host",
    "in attendance": "attending",
    "in the chair": "chair",
    "location": "place",
    "members absent": "absent",
    "members present": "present",
    "minute taker": "secretary",
    "minutes": "secretary",
    "minutes by": "secretary",
    "minutes taken by": "secretary",
    "next meeting": "next",
    "not present": "absent",
    "note taker": "secretary",
    "observers": "observers",
    "officers present": "attending",
    "participants": "present",
    "place": "place",
    "present": "present",
    "presiding": "chair",
    "recorder": "secretary",
    "regrets": "apologies",
    "resolution": "decided",
    "resolved": "decided",
    "secretary": "secretary",
    "staff present": "attending",
    "start": "start",
    "time": "start",
    "trustees present": "present",
    "venue": "place",
    "visitors": "attending",
    "where": "place",
}
"""What the labels of minutes stand for (folded)."""

CHAIRS = frozenset("chair chairman chairperson chairwoman convener convenor president presiding".split())
"""Roles in brackets that say who chaired."""

LINE = re.compile(r"[*_\s]*(?P<label>[A-Z][\w’'/&() -]{1,40}?)[*_]*:[*_]*\s*(?P<rest>.*)", re.DOTALL)
"""A line with a label, bold or not."""

HEADED = re.compile(r"[*_#\s]*(?:\d+[.)]?\s*)?(?P<label>[A-Z][\w’'/& -]{1,40}?)[*_:\s]*")
"""A heading that is nothing but a label."""

ROLE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)\s*")
ACTION = re.compile(
    r"(?:ACTION:?\s*|Action:?\s*)?(?P<owner>(?:[A-Z][\w.’'-]*)(?:(?:,? (?:and|&) |, | )[A-Z][\w.’'-]*){0,5})(?: to |(?:: | [–—-] )(?:to )?)(?P<task>[a-z].+)",
    re.DOTALL,
)
"""An action: "AP to draw up a policy by 15 March", "Ann Lee: write to the bank"."""

DEADLINE = re.compile(
    r"(?:,? (?:by|before|until|no later than) (?P<by>[^,;.()]+?)|\s*\((?:by|due|deadline:?) (?P<due>[^()]+)\))\s*[.;]?\s*\Z",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|hrs|h)\b|\b\d{1,2}[:.]\d\d\b|\bnoon\b", re.IGNORECASE
)
SAME = re.compile(r"\b(?:at )?the same (?:place|venue|time)\b", re.IGNORECASE)
MOVERS = re.compile(
    r"\b(?P<how>proposed|moved|seconded)(?: by|:)\s+(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """What stands behind a label: what the label means, its items or its whole text, and where."""

    meaning: str
    label: str
    text: str
    items: tuple[str, ...]
    span: tuple[int, int]


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the labelled lines and the actions of minutes say."""
    lines = tuple(labelled(material))
    if not lines:
        return
    names = initials(lines)
    name = meeting_name(material)
    for line in lines:
        match line.meaning:
            case "present" | "attending" | "observers":
                yield from _present(line, name)
            case "apologies" | "absent":
                items = [_bare(i) for i in line.items if fold(i) not in ("none", "nil", "n/a")]
                if items:
                    yield from absence(items, _joined(line), name, line.span, line.meaning == "apologies")
            case "chair" | "secretary" | "host":
                yield from _officer(line, name)
            case "date" | "place" | "start":
                yield from _scene(line, name)
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
        found = {t.i: (t.i + 1, names[t.text]) for t in sentence.span if t.text in names and t.pos_ != "PART"}
        if found:
            named.append(dataclasses.replace(sentence, references={**sentence.references, **found}))
    if named:
        known = dataclasses.replace(material, sentences=tuple(named))
        yield from votes.facts(known)
        yield from events.facts(known)


def labelled(material: Material) -> Iterator[Line]:
    """Yield the labelled lines of an article, with the bullets below a label that stands alone."""
    text = material.parsed.article.text
    spans = material.parsed.article.paragraphs
    n = 0
    while n < len(spans):
        start, end = spans[n]
        block = text[start:end]
        n += 1
        match = LINE.fullmatch(block) or HEADED.fullmatch(block)
        meaning = LABELS.get(fold(match["label"]).strip()) if match else None
        if match is None or meaning is None:
            continue
        rest = (match.groupdict().get("rest") or "").strip()
        if rest:
            at = start + match.start("rest")
            yield Line(
                meaning,
                match["label"],
                " ".join(rest.split()),
                tuple(items_of(rest, meaning)),
                (start, end) if meaning != "action" else (at, end),
            )
            continue
        first = n
        while n < len(spans) and BULLET.match(text, spans[n][0]):
            n += 1
        if n > first:
            items = tuple(squeezed(BULLET.sub("", text[slice(*s)], count=1)) for s in spans[first:n])
            yield Line(meaning, match["label"], "; ".join(items), items, (start, spans[n - 1][1]))


BULLET = re.compile(r"\s*(?:[-*•–▪◦]|\d{1,2}[.)]|\([a-z0-9]{1,2}\))\s+")


def items_of(text: str, meaning: str) -> list[str]:
    """The items behind a label: at semicolons, else at commas and "and" outside of brackets.

    >>> items_of("Ann Lee (Chair, acting), Bo Ek and Cy Day.", "present")
    ['Ann Lee (Chair, acting)', 'Bo Ek', 'Cy Day']
    """
    if meaning in ("decided", "action", "date", "place", "start", "next"):
        return [squeezed(text).rstrip(".")]
    separator = r";\s*(?:and\s+)?" if ";" in text else r",\s*(?:and\s+)?(?![^()]*\))|\s+and\s+(?![^()]*\))"
    return [i for i in (squeezed(p).rstrip(".") for p in re.split(separator, text)) if i]


def initials(lines: tuple[Line, ...]) -> dict[str, str]:
    """The initials of those named in minutes, with their names: "AP" → "Alan Peverell". Initials of two people are left out."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for line in lines:
        if line.meaning in ("present", "attending", "apologies", "chair", "secretary"):
            for item in line.items:
                name = _bare(item)
                words = [w for w in name.split() if w[:1].isupper() and fold(w).rstrip(".") not in _TITLES]
                short = "".join(w[0] for w in words)
                twice |= {short} if short in found and found[short] != name else set()
                found.setdefault(short, name)
    return {short: name for short, name in found.items() if len(short) > 1 and short not in twice}


_TITLES = frozenset(
    "baroness capt cllr col count dame dr gen lady lord lt maj mr mrs ms mx prof professor rev sir".split()
)


def _bare(item: str) -> str:
    """A name without the role in brackets behind it."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", item).strip()


def _joined(line: Line) -> str:
    return line.text.rstrip(".")


def _present(line: Line, name: str) -> Iterator[Draft]:
    items = [_bare(i) for i in line.items]
    observing = line.meaning == "observers"
    question = (
        f"Who attended {name} as an observer?"
        if observing
        else f"Who was in attendance at {name}?"
        if line.meaning == "attending"
        else f"Who attended {name}?"
    )
    variants = (
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
        variants = (
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
    who = "; ".join(_bare(i) for i in line.items) if len(line.items) > 1 else _bare(line.text.rstrip("."))
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


def _scene(line: Line, name: str) -> Iterator[Draft]:
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
    clock = CLOCK.search(said)
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
    variants = (
        "When do they meet again?",
        f"When is the meeting {after}?",
        f"When is the next meeting {after}?",
        "What is the date of the next meeting?",
        f"When will {name} be held again?",
    )
    yield Draft("when", "When is the next meeting?", said, line.span, variants, day, 0.93)
    clock = CLOCK.search(said)
    rest = CLOCK.sub("", said)
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
    variants = (
        f"Who has to {done}?",
        f"Who will {done}?",
        f"Whose action is it to {done}?",
        f"Who is responsible: {done}?",
    )
    yield Draft("who", f"Who is to {done}?", shown, span, variants, None, 0.93)
    variants = (f"What does {owner} have to do?", f"What action was given to {owner}?", f"What is {short}'s action?")
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
    variants = (
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
