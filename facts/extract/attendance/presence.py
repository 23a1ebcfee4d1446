"""Where a clause tells who was at the article's meeting: the phrase that names them, and what it lists."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import by_link, called, in_full, is_habit
from facts.extract.attendance.own_meeting import day_of, means_meeting
from facts.extract.draft import Material, Sentence
from facts.extract.in_the_chair import is_in_the_chair
from facts.extract.lists import coordinated, inside, is_role, named_person, people_items, split_items, whole_subject
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import number_of
from facts.parse.phrases import is_body, is_person, is_plural, lowered, verbatim
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import GATHERING_NOUNS, MEETING_NOUNS, PLACE_NOUNS
from facts.questions.asking import enclosed

COMING = frozenset({"show up", "turn up", "turn out"})
PRESENT = frozenset({"present", "attendance"})
LISTING = frozenset({"be", "comprise", "feature", "include"})
DRAWING = frozenset({"attract", "bring together", "draw", "gather"})
"""What a meeting does with those who come."""
PARTICIPANTS = frozenset({"attendee", "participant", "panelist", "panellist", "speaker", "guest", "observer"})
WAYS = {
    "observer": "as an observer",
    "observers": "as observers",
    "guests": "as guests",
    "guest": "as a guest",
    "video": "by video",
    "telephone": "by telephone",
    "phone": "by telephone",
}
"""Words of phrases that say how somebody attended, and how a question says it."""
REMOTELY = frozenset({"online", "remotely", "virtually"})
THEY = frozenset({"they", "we"})
SIDES = frozenset({"delegation", "side", "team"})
"""Nouns of those who come from one side, whom a text lists."""
LONGEST_HOST = 14
"""Words of those who met somebody, in a question."""
GUEST_VERBS = frozenset({"convene", "host", "meet", "receive", "welcome"})
PEOPLE_SENT = frozenset({"delegation", "leadership", "executive", "representative", "staff"})


@dataclasses.dataclass(frozen=True, slots=True)
class Presence:
    """Some who were at the meeting: the phrase that names them, the rule that found it.

    `question` asks for them where "Who attended …?" does not; `counted`: only their number is told.
    """

    phrase: Argument
    rule: str
    question: str | None = None
    counted: bool = False


def present(material: Material, sentence: Sentence, clause: Clause, *, early: bool) -> Iterator[Presence]:
    """The phrases of a clause that name who was there."""
    if clause.negated:
        return
    lemma = clause.verb.lemma_.lower()
    subject = whole_subject(clause)
    thing = clause.first("object")
    if material.meeting_name is None:
        if lemma in GUEST_VERBS and early and subject is not None and not clause.passive and clause.kind == "finite":
            yield from _met(material, sentence, clause, subject)
        elif lemma == "accompany" and clause.passive:
            yield from _passive(material, sentence, clause)
    elif lemma in ("attend", "join", "participate") and by_link(clause) and subject is not None:
        if is_people(subject.head) or subject.head.pos_ == "PROPN":
            yield Presence(subject, f"attendance.{lemma}", _in_what_way(clause, material), counted=_is_number(subject))
    elif clause.passive and lemma in ("accompany", "attend", "brief", "join"):
        yield from _passive(material, sentence, clause)
    elif clause.passive or subject is None or clause.kind != "finite" or is_habit(clause):
        return
    elif lemma in ("attend", "join", "participate") or (
        lemma == "take" and thing is not None and thing.head.lemma_ == "part" and not _is_none(thing)
    ):
        at = thing if lemma in ("attend", "join") else _behind(clause, "in")
        own = means_meeting(at, sentence, material) if at is not None else lemma != "join" and not _behind(clause, "to")
        if lemma == "join" and at is not None and at.head.lemma_.lower() not in GATHERING_NOUNS | {"call", "forum"}:
            own = False  # "Norland, which joined the initiative in May"
        if any(subject.end <= p.start < clause.chain[0].i for p in sentence.people):
            own = False  # of those who came the parse has but the first
        if own and (is_people(subject.head) or subject.head.pos_ == "PROPN"):
            yield Presence(subject, f"attendance.{lemma}", _in_what_way(clause, material), counted=_is_number(subject))
    elif is_person(subject.head) and (clause.lemma in COMING or _comes(clause, sentence, material)):
        yield Presence(subject, "attendance.came", counted=_is_number(subject))
    elif lemma == "be" and _is_there(clause):
        yield Presence(subject, "attendance.present", counted=_is_number(subject))
    elif lemma in ("comprise", "include") and thing is not None and subject.head.lemma_.lower() in SIDES:
        words = sentence.words_of(clause)
        if words is not None and in_full(words.subject) and named_person(thing):
            within = f"{'on' if subject.head.lemma_.lower() == 'side' else 'in'} {words.subject}"
            yield Presence(thing, "attendance.side", f"Who was {within} at {material.meeting_name}?")
    elif clause.lemma in DRAWING and thing is not None and is_people(thing.head) and _is_number(thing):
        if means_meeting(subject, sentence, material):
            yield Presence(thing, "attendance.number", counted=True)
    elif lemma in LISTING and thing is not None:
        of_meeting = subject.head.lemma_.lower() in GATHERING_NOUNS and means_meeting(subject, sentence, material)
        if (of_meeting and is_people(thing.head)) or _are_here(subject, sentence, material):
            some = lemma == "include" and thing.head.tag_ == "NNS"  # "executives of three firms"
            among = f"Who was among the participants of {material.meeting_name}?" if some else None
            yield Presence(thing, "attendance.included", _kind_asked(subject, material) or among)
    elif lemma == "be" and _are_here(subject, sentence, material) and subject.head.tag_ == "NNS":
        named = clause.first("attribute")
        if named is not None and named.head.pos_ == "PROPN":
            yield Presence(named, "attendance.included", _kind_asked(subject, material))
    elif lemma in GUEST_VERBS and early:
        yield from _met(material, sentence, clause, subject)


def _passive(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Presence]:
    """ "The meeting was attended by X", "she was accompanied by X", "they were joined by X"."""
    agent, subject = clause.first("agent"), clause.subject
    if agent is None or subject is None:
        return
    further = [c.right_edge.i + 1 for c in clause.verb.children if c.lower_ == "by" and c.dep_ == "conj"]
    agent = dataclasses.replace(agent, end=max(agent.end, *further, agent.end))  # "by A, and by B"
    if not (is_people(agent.head) or agent.head.pos_ == "PROPN"):
        return  # "long conflicts were joined by new crises"
    attended = clause.verb.lemma_ == "attend" and subject.head.lower_ == "it"
    if attended or means_meeting(subject, sentence, material):
        yield Presence(agent, "attendance.attended", _on_side(clause, material), counted=_is_number(agent))
    elif clause.verb.lemma_ in ("accompany", "brief", "join") and clause.kind == "finite" and not _is_open(agent):
        joined = called(subject, sentence, material) if subject.head.lower_ not in THEY else ""
        meeting, past_form = material.meeting_name, past(clause.verb.lemma_)
        if not joined and meeting is not None and is_role(subject.head) and not is_plural(subject.head):
            joined = lowered(subject.head.doc.span(subject.start, subject.end).text, subject.head.doc[subject.start])
            yield from _of_office(agent, past_form, joined, meeting)
            return
        if joined and len(joined.split()) <= LONGEST_HOST and in_full(joined) and not is_body(subject.head):
            at = f" at {meeting}" if meeting is not None else ""
            yield Presence(agent, "attendance.joined", f"Who {past_form} {joined}{at}?")


def _of_office(agent: Argument, did: str, office: str, meeting: str) -> Iterator[Presence]:
    """ "The Minister was accompanied by X": whose name only the meeting tells."""
    if re.fullmatch(r"the [\w-]+(?: [\w-]+)?", office):
        yield Presence(agent, "attendance.joined", f"Who {did} {office} at {meeting}?")


def _is_none(thing: Argument) -> bool:
    """Whether a phrase says that there was none: "took no part"."""
    return any(c.lower_ == "no" for c in thing.head.children)


def _is_open(phrase: Argument) -> bool:
    """Whether a list may go on behind a clause: "by Ann Lee, who owns the boats, and Bo Ek"."""
    words = phrase.head.doc[phrase.start : phrase.end + 2]
    return any(t.text == "," and f.tag_ in ("WP", "WDT", "WP$") for t, f in itertools.pairwise(words))


def _in_what_way(clause: Clause, material: Material) -> str | None:
    """ "Who attended … as an observer?", "Who also attended …?": the question where some came in a way of their own."""
    if any(c.lower_ in REMOTELY for c in clause.verb.children):
        return f"Who attended {material.meeting_name} online?"
    if (on_side := _on_side(clause, material)) is not None:
        return on_side
    words = {t.lower_ for c in clause.verb.children for t in c.subtree if c.lower_ in ("as", "by", "via", "through")}
    for way, asked in WAYS.items():
        if way in words:
            return f"Who attended {material.meeting_name} {asked}?"
    also = any(c.lower_ in ("also", "too") for c in clause.verb.children)
    return f"Who also attended {material.meeting_name}?" if also else None


def _on_side(clause: Clause, material: Material) -> str | None:
    """ "Who attended … on the Tarnish side?", where others may have come on another."""
    sides = (a for a in clause.all("oblique", "place") if a.preposition in ("for", "from", "on"))
    side = next((a for a in sides if inside(a).head.lemma_.lower() in SIDES), None)
    if side is None:
        return None
    return f"Who attended {material.meeting_name} {side.head.doc.span(side.start, side.end).text}?"


def _met(material: Material, sentence: Sentence, clause: Clause, subject: Argument) -> Iterator[Presence]:
    """ "The president met with ministers of three states", "hosted the governors": whom."""
    guests = clause.first("object") or _behind(clause, "with")
    if guests is not None and is_in_the_chair(guests):
        return
    words = sentence.words_of(clause)
    if any(c.lower_ in ("also", "then", "later") for c in clause.verb.children):
        return  # of another hour or day
    if guests is None or words is None or words.front not in ("did", "has", "have", "had"):
        return
    alone = is_role(guests.head) and not is_plural(guests.head) and not named_person(guests)
    people = is_person(guests.head) or is_role(guests.head) or guests.head.lemma_.lower() in PEOPLE_SENT
    host = called(subject, sentence, material)
    if not people or alone or not in_full(host) or not (named_person(subject) or is_body(subject.head)):
        return
    times = (text for phrase, text in words.pieces if phrase.role == "time")
    when = next((text for text in times if text and text.startswith("on ")), "")
    if not when and (day := day_of(material)) is not None:
        when = f"on {day}"
    virtually = "virtually" if any(c.lower_ == "virtually" for c in clause.verb.children) else ""
    verb, who = clause.verb.lemma_.lower(), called(trimmed(guests), sentence, material)
    if when and len(host.split()) <= LONGEST_HOST:
        question = " ".join(f"Whom did {enclosed(host)} {verb} {virtually} {when}".split())
        yield Presence(guests, "attendance.met", f"{question}?")
    elif when and who and len(who.split()) <= LONGEST_HOST:
        question = " ".join(f"Who {past(verb)} {who} {virtually} {when}".split())
        yield Presence(subject, "attendance.hosts", f"{question}?")


def is_people(head: Token) -> bool:
    """Whether a noun names people or a body that sends them, also in capitals and the plural ("the Presidents")."""
    return is_person(head) or is_role(head) or is_body(head) or head.lemma_.lower() in PEOPLE_SENT


def _kind_asked(subject: Argument, material: Material) -> str | None:
    """ "Which industry participants attended …?" where the participants are said to be of some kind."""
    meeting = material.meeting_name
    kind = [t for t in subject.head.lefts if t.dep_ in ("amod", "compound") and t.lower_ != "other"]
    if subject.head.lemma_.lower() == "speaker" and not kind:
        return f"Who spoke at {meeting}?"
    return f"Which {' '.join(t.text.lower() for t in kind)} {subject.head.lower_} attended {meeting}?" if kind else None


def _are_here(subject: Argument, sentence: Sentence, material: Material) -> bool:
    """Whether a phrase names those at the meeting: "participants", but not "guests at the wedding"."""
    if subject.head.lemma_.lower() not in PARTICIPANTS:
        return False
    behind = [c for c in subject.head.children if c.dep_ == "prep" and c.lower_ in ("at", "in", "of", "from")]
    places = [n for c in behind for n in c.children if c.i < subject.end and n.dep_ == "pobj"]
    return all(
        means_meeting(Argument("oblique", n, n.left_edge.i, n.right_edge.i + 1), sentence, material) for n in places
    )


def _comes(clause: Clause, sentence: Sentence, material: Material) -> bool:
    """Whether a clause tells that somebody came to the meeting, and not to a view."""
    to = _behind(clause, "to") if clause.lemma == "come" else None
    return to is not None and means_meeting(to, sentence, material)


def _is_number(phrase: Argument) -> bool:
    """Whether a phrase says only how many came: "more than 80 farmers"."""
    counted = any(c.dep_ == "nummod" and number_of(c.text) is not None for c in phrase.head.children)
    return counted and not any(t.pos_ == "PROPN" for t in phrase.head.doc[phrase.start : phrase.end])


def _behind(clause: Clause, preposition: str) -> Argument | None:
    """The noun phrase behind a preposition of a clause."""
    return next((inside(a) for a in clause.arguments if a.preposition == preposition), None)


def _is_there(clause: Clause) -> bool:
    """Whether a clause with "be" says that its subject is present: "were present", "in attendance were"."""
    said = (a for a in clause.all("attribute", "oblique", "place") if a.preposition in (None, "in"))
    return any(t.lower_ in PRESENT for a in said for t in (a.head, *a.head.children))


def distinct(items: list[str]) -> list[str]:
    """Items once each, without one that only lacks another's "the"."""
    kept = list(dict.fromkeys(items))
    return [i for i in kept if f"the {i}" not in kept]


def trimmed(phrase: Argument) -> Argument:
    """A phrase of people without what tells where, when and what for they came."""
    doc = phrase.head.doc
    for i in range(phrase.head.i + 1, phrase.end - 1):
        token = doc[i]
        if token.dep_ != "prep" or token.lower_ not in ("at", "on", "during", "in", "for"):
            continue
        if any(t.ent_type_ == "PERSON" for t in doc[token.right_edge.i + 1 : phrase.end]):
            continue  # "Ann Lee, clerk at the Tarn Council, and Bo Ek"
        inner = next((c for c in token.children if c.dep_ == "pobj"), token)
        noun = inner.lemma_.lower()
        dated = inner.ent_type_ in ("DATE", "TIME")
        occasion = noun in MEETING_NOUNS or noun in ("discussion", "conversation")
        placed = token.lower_ in ("at", "in") and (noun in PLACE_NOUNS or inner.ent_type_ in ("FAC", "GPE"))
        named = any(t.ent_type_ == "PERSON" for t in doc[phrase.start : i])
        after_name = doc[i - 1].ent_type_ == "PERSON" and token.lower_ != "for"
        placed = placed and (named or noun in PLACE_NOUNS or not is_people(token.head))
        if dated or occasion or after_name or placed:
            return dataclasses.replace(phrase, end=i)
    return phrase


def parts(argument: Argument, text: str, sentence: Sentence) -> list[str]:
    """The people or bodies that a phrase lists."""
    items = coordinated(argument, text, sentence.paragraph)
    whole = verbatim(text, sentence.paragraph, argument.start, argument.end)
    doc = argument.head.doc
    if any(t.ent_type_ == "PERSON" for t in doc[argument.start : argument.end]):
        people = people_items(argument, text, sentence.paragraph)
        if len(people) > 1:
            return people
    if len(items) < 3 and argument.end - argument.start > 2:
        split = split_items(whole)
        apposed = any(t.dep_ == "appos" for t in argument.head.doc[argument.start : argument.end])
        if (
            len(split) > max(len(items), 2)
            and not apposed
            and all(s[:1].isupper() or s.startswith("the ") for s in split)
        ):
            return split
    return items
