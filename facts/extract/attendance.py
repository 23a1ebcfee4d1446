"""Who attended: lists and counts, hosts and guests, observers, delegations, and who stayed away."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.clauses import Argument, Clause
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import (
    Enumeration,
    coordinated,
    enumerations,
    inside,
    is_role,
    named_inside,
    people_items,
    separated,
    split_items,
    stretched,
    whole_subject,
)
from facts.phrases import is_body, is_person, is_plural, lowered, resolved, verbatim
from facts.questions import frame
from facts.words import MEETING_NOUNS, NUMBER_WORDS

ATTENDING_VERBS = frozenset({"attend", "join", "participate"})
COMING_VERBS = frozenset({"arrive", "come", "show up", "turn up", "turn out", "assemble", "gather"})
CONVENING_VERBS = frozenset({"convene", "host", "hold", "organise", "organize"})
HOSTING_VERBS = frozenset({"host", "receive"})
MISSING_VERBS = frozenset({"boycott", "miss", "skip"})
PRESENT = frozenset({"present", "attendance"})
ABSENT = frozenset({"absent", "unable", "missing", "away"})
APOLOGIES = frozenset({"apology", "regret", "excuse"})
BODIES_SENT = frozenset(
    {"delegation", "delegate", "observer", "official", "representative", "team", "envoy", "minister", "expert"}
)
LONGEST_NAMES = 120
"""Code points of names that a question may ask about ("Who joined A and B?")."""

EARLY = 5
"""How many sentences into an article a "met" is about the article's own meeting."""
CATEGORIES = {"GPE": "countries", "ORG": "organisations"}


@dataclasses.dataclass(frozen=True, slots=True)
class Presence:
    """Some who were at a meeting: the phrase that names them, the meeting's name, whether as observers, whom they joined.

    Where `others` are set, the phrase goes from some people to the others ("A met with B").
    """

    argument: Argument
    occasion: str
    confidence: float = 0.9
    observing: bool = False
    joined: str | None = None
    others: Argument | None = None


def facts(material: Material) -> Iterator[Draft]:
    """Yield who attended the meeting, who observed it, who was absent, and how many of each there were."""
    text = material.parsed.article.text
    before: str | None = None
    for n, sentence in enumerate(material.sentences):
        spelt_out = list(enumerations(sentence, text))
        missing = False
        for clause in sentence.clauses:
            if len(clause.chain) > 1:
                continue
            yield from _conveners(material, sentence, clause)
            for presence in _present(material, sentence, clause, early=n < EARLY):
                if clause.passive and clause.verb.lemma_ == "join" and presence.joined is None and before is not None:
                    presence = dataclasses.replace(presence, joined=before)
                for draft in _attended(material, sentence, clause, presence, spelt_out):
                    yield draft
                    named = draft.question.startswith("Who attended") and len(draft.answer) < LONGEST_NAMES
                    before = draft.answer if named and before is None else before
            for argument, apologised in _absent(clause, missing):
                missing = True
                yield from _stayed_away(material, sentence, argument, apologised)
            yield from _represented(material, sentence, clause)
        yield from _with_participation(material, sentence)


def people_head(head: Token) -> bool:
    """Whether a noun names people, also in capitals and the plural ("the Presidents")."""
    return is_person(head) or is_role(head)


def meeting_name(material: Material) -> str:
    """What the article's meeting is called in a question."""
    return material.label or "the meeting"


def _present(material: Material, sentence: Sentence, clause: Clause, *, early: bool) -> Iterator[Presence]:
    """The phrases of a clause that name who was there."""
    if clause.negated:
        return
    lemma = clause.verb.lemma_.lower()
    occasion = _occasion(material, sentence, clause)
    observing = _observing(clause)
    thing = clause.first("object")
    if lemma in ("attend", "join") and clause.passive:
        for argument in clause.all("agent"):
            yield Presence(argument, occasion, 0.9, observing, _joined(clause, sentence))
    elif clause.passive:
        if early and lemma in ("convene", "host"):
            yield from (
                Presence(a, occasion, 0.75)
                for a in clause.all("agent")
                if people_head(a.head) or a.head.pos_ == "PROPN"
            )
    elif clause.subject is None:
        return
    elif lemma in ATTENDING_VERBS:
        stray = thing is not None and lemma == "attend" and people_head(thing.head)
        if thing is None or stray or _is_occasion(thing.head, strict=lemma == "join"):
            yield Presence(_restored(clause), occasion, 0.9, observing)
        if stray and thing is not None:
            yield Presence(thing, occasion, 0.85, observing)
    elif lemma == "take" and thing is not None and thing.head.lemma_ == "part":
        yield Presence(clause.subject, occasion, 0.9, observing)
    elif lemma == "follow" and observing:
        yield Presence(clause.subject, occasion, 0.85, observing)
    elif lemma == "send" and thing is not None and thing.head.lemma_.lower() in BODIES_SENT:
        yield Presence(clause.subject, occasion, 0.85, thing.head.lemma_ == "observer")
    elif lemma == "be" and any(a.head.lower_ in PRESENT for a in clause.all("attribute", "oblique", "place")):
        yield Presence(clause.subject, occasion)
    elif clause.lemma in COMING_VERBS and (
        people_head(clause.subject.head) or clause.subject.head.ent_type_ in ("GPE", "PERSON")
    ):
        if early or clause.lemma in ("show up", "turn up", "turn out"):
            yield Presence(clause.subject, occasion, 0.85)
    elif lemma == "meet" and early and clause.kind == "finite":
        yield from _met(clause, occasion)
    elif lemma in CONVENING_VERBS and early:
        yield from _convened(clause, occasion)


def _restored(clause: Clause) -> Argument:
    """The subject of a verb that the parser took for a participle of the noun before it ("Delegates from 43 states attended.")."""
    subject = whole_subject(clause)
    assert subject is not None
    root = clause.sentence.root
    if clause.verb.dep_ == "acl" and root.pos_ in ("NOUN", "PROPN") and root.i < clause.verb.i:
        return Argument("subject", root, root.left_edge.i, clause.verb.i)
    return subject


def _met(clause: Clause, occasion: str) -> Iterator[Presence]:
    """ "A and B met", "A met (with) B"."""
    assert clause.subject is not None
    thing = clause.first("object")
    other = thing if thing is not None and people_head(thing.head) else _with(clause)
    people = people_head(clause.subject.head) or (
        clause.subject.head.ent_type_ in ("GPE", "ORG") and bool(clause.subject.head.conjuncts)
    )
    if not people or (other is None and not is_plural(clause.subject.head)):
        return
    if other is None:
        yield Presence(clause.subject, occasion)
    else:
        yield Presence(
            Argument("subject", clause.subject.head, clause.subject.start, other.end), occasion, others=other
        )


def _convened(clause: Clause, occasion: str) -> Iterator[Presence]:
    """ "A convened the body with B", "A hosted B and C": host and guests."""
    subject = whole_subject(clause)
    thing = clause.first("object")
    if (
        subject is None
        or thing is None
        or not (people_head(subject.head) or is_body(subject.head) or subject.head.pos_ == "PROPN")
    ):
        return
    if not (_is_occasion(thing.head, strict=False) or people_head(thing.head) or thing.head.lemma_ == "delegation"):
        return
    guests = _with(clause)
    if people_head(thing.head) or thing.head.lemma_ == "delegation":
        guests = thing
    if guests is not None or people_head(subject.head) or subject.head.ent_type_ == "PERSON":
        yield Presence(subject, occasion, 0.75)
    if guests is not None:
        yield Presence(guests, occasion, 0.85)


def _with(clause: Clause) -> Argument | None:
    """The people of a phrase with "with"."""
    inner = (inside(a) for a in clause.all("oblique") if a.preposition == "with")
    return next(
        (a for a in inner if people_head(a.head) or is_body(a.head) or a.head.lemma_ in ("leadership", "delegation")),
        None,
    )


def _is_occasion(head: Token, *, strict: bool) -> bool:
    """Whether somebody who joins or attends this is at a meeting."""
    if head.lemma_.lower() in MEETING_NOUNS and head.lemma_.lower() not in (
        "council",
        "assembly",
        "congress",
        "committee",
    ):
        return True
    return (not strict and head.pos_ == "PROPN") or head.lower_ in ("it", "them", "us")


def _observing(clause: Clause) -> bool:
    return any(
        a.preposition == "as" and any(t.lemma_.lower() == "observer" for t in a.head.subtree) for a in clause.arguments
    ) or any(c.lower_ == "as" and any(t.lemma_.lower() == "observer" for t in c.subtree) for c in clause.verb.children)


def _occasion(material: Material, sentence: Sentence, clause: Clause) -> str:
    """What was attended: the clause's own meeting, else the article's."""
    thing = clause.first("object")
    if clause.verb.lemma_ == "participate" or (clause.verb.lemma_ == "take" and thing is not None):
        thing = next((inside(a) for a in clause.all("oblique") if a.preposition == "in"), None)
    elif clause.passive:
        thing = clause.subject
    elif clause.verb.lemma_ not in ("attend", "join"):
        return meeting_name(material)
    if (
        thing is None
        or thing.head.pos_ == "PRON"
        or not _is_occasion(thing.head, strict=clause.passive)
        or people_head(thing.head)
    ):
        return meeting_name(material)
    name = resolved(thing.head.doc, list(range(thing.start, min(thing.end, thing.start + 14))), sentence.references)
    name = lowered(name, thing.head.doc[thing.start]) if thing.start not in sentence.references else name
    return meeting_name(material) if len(name.split()) < 3 and thing.head.pos_ != "PROPN" else name


def _joined(clause: Clause, sentence: Sentence) -> str | None:
    """Whom somebody joined: "they were joined by …"."""
    if (
        clause.verb.lemma_ != "join"
        or clause.subject is None
        or not (people_head(clause.subject.head) or clause.subject.head.pos_ == "PRON")
    ):
        return None
    words = frame(clause, sentence.references)
    return words.subject if words is not None and words.subject not in ("they", "he", "she", "we") else None


def _attended(
    material: Material, sentence: Sentence, clause: Clause, presence: Presence, spelt_out: list[Enumeration]
) -> Iterator[Draft]:
    text = material.parsed.article.text
    argument = stretched(trimmed(presence.argument))
    if (
        clause.verb.dep_ == "acl"
        and not clause.passive
        and not any(t.pos_ in ("PROPN", "NUM") for t in argument.head.subtree if t.i < clause.verb.i)
    ):
        return
    if argument.head.pos_ == "PRON" and argument.end - argument.start == 1:
        return
    name, span = presence.occasion, sentence_span(sentence)
    answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
    if presence.others is None:
        items = parts(argument, text, sentence)
    else:
        items = [*parts(clause.subject or argument, text, sentence), *parts(presence.others, text, sentence)]
    nested = [e for e in spelt_out if argument.start <= e.head.i < argument.end]
    value = distinct([*items, *(i for e in nested for i in e.items), *named_inside(argument, text, sentence.paragraph)])
    several = len(items) > 1 or bool(nested) or len(value) > 2
    kind = "list" if several else "who"
    found = value if several else None
    if presence.observing:
        variants = (
            f"Who were the observers at {name}?",
            f"Who joined {name} as an observer?",
            f"Which countries sent observers to {name}?",
            f"Who observed {name}?",
            f"Which countries attended {name} as observers?", f"Which countries were only at {name} as observers?",
        )
        yield Draft(
            "list" if found else "who", f"Who attended {name} as an observer?", answer, span, variants, found, 0.9
        )
    variants = (
        f"Who took part in {name}?",
        f"Who participated in {name}?",
        f"Who was at {name}?",
        f"Who was present at {name}?",
        f"Who were the participants of {name}?",
    )
    confidence = presence.confidence - (0.05 if presence.observing else 0)
    yield Draft("list" if kind == "list" else "who", f"Who attended {name}?", answer, span, variants, found, confidence)
    if presence.joined:
        yield Draft("list" if found else "who", f"Who joined {presence.joined}?", answer, span, (), found, 0.85)
    for enumeration in nested:
        yield from _kind_of_guest(enumeration, name, span)
    yield from _senders(material, sentence, argument, name)
    yield from _counted(argument, name, span, presence.joined)


def distinct(items: list[str]) -> list[str]:
    """Items once each, without one that only lacks another's "the"."""
    kept = list(dict.fromkeys(items))
    return [i for i in kept if f"the {i}" not in kept]


def trimmed(argument: Argument) -> Argument:
    """A phrase of people without what tells where, when and what for they came."""
    doc = argument.head.doc
    relative = next(
        (
            t
            for t in doc[argument.head.i + 1 : argument.end]
            if t.dep_ == "relcl" and t.right_edge.i + 1 >= argument.end
        ),
        None,
    )
    if relative is not None and relative.left_edge.i > argument.head.i + 1:
        argument = dataclasses.replace(argument, end=relative.left_edge.i)
    for i in range(argument.head.i + 1, argument.end):
        token = doc[i]
        behind = doc[i + 1 : argument.end]
        if token.dep_ == "prep" and token.lower_ in ("at", "on", "during", "in", "for") and len(behind):
            dated = behind[0].ent_type_ in ("DATE", "TIME") or any(t.ent_type_ == "DATE" for t in behind[:2])
            occasion = token.lower_ in ("for", "in", "at") and any(
                t.lemma_.lower() in MEETING_NOUNS | {"discussion"} and t.head == token for t in behind
            )
            placed = (
                token.lower_ in ("at", "in")
                and any(t.ent_type_ in ("FAC", "GPE") and t.head == token for t in behind)
                and not people_head(token.head)
            )
            house = (
                token.lower_ == "at"
                and doc[i + 1].lower_ == "the"
                and i + 3 < len(doc)
                and doc[i + 3].lower_ == "house"
            )
            if dated or occasion or placed or house:
                return dataclasses.replace(argument, end=i)
    return argument


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


def _kind_of_guest(enumeration: Enumeration, name: str, span: tuple[int, int]) -> Iterator[Draft]:
    """A list that a noun announces: "eight partner countries, namely …"."""
    head = enumeration.head
    if head.tag_ not in ("NNS", "NNPS"):
        return
    plain = " ".join(
        t.text
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.dep_ not in ("det", "poss", "case", "nummod", "punct")
    )
    answer = ", ".join(enumeration.items[:-1]) + f" and {enumeration.items[-1]}"
    variants = (
        f"Which {plain} took part in {name}?",
        f"Which {plain} were represented at {name}?",
        f"List of the {plain} at {name}",
    )
    yield Draft("list", f"Which {plain} attended {name}?", answer, span, variants, list(enumeration.items), 0.88)


def _senders(material: Material, sentence: Sentence, argument: Argument, name: str) -> Iterator[Draft]:
    """Which countries or bodies the people came from: "the Prime Ministers of Denmark, Iceland and Norway"."""
    text = material.parsed.article.text
    phrase_words = argument.head.doc[argument.start : argument.end]
    roles = [t for t in phrase_words if t.pos_ in ("NOUN", "PROPN") and (is_role(t) or t.lemma_.lower() in BODIES_SENT)]
    for noun, following in zip(roles, [*roles[1:], None], strict=False):
        if not noun.lower_.endswith("s"):
            continue
        last = following.i if following is not None else argument.end
        for preposition in (c for c in noun.doc[noun.i + 1 : last] if c.lower_ in ("of", "from") and c.dep_ == "prep"):
            inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
            if inner is None or inner.pos_ != "PROPN" or inner.ent_type_ == "PERSON":
                continue
            doc, end = noun.doc, argument.end
            other = next(
                (
                    i
                    for i in range(inner.i + 1, end)
                    if is_role(doc[i]) or doc[i].lower_ in ("who", "namely") or doc[i].pos_ in ("VERB", "NUM")
                ),
                None,
            )
            spans = separated(doc, inner.left_edge.i, other or end)
            if other is not None:
                spans = [(s, e) for s, e in spans if e < other - 1 or len(spans) == 1]
            spans = [(s, e) for s, e in spans if doc[e - 1].pos_ == "PROPN"]
            if not spans:
                continue
            items = [verbatim(text, sentence.paragraph, s, e) for s, e in spans]
            phrase = Argument("oblique", inner, spans[0][0], spans[-1][1])
            kinds = [doc[e - 1].ent_type_ for _, e in spans]
            category = next((name for kind, name in CATEGORIES.items() if kind in kinds), "bodies")
            kind = " ".join(
                t.lower_
                for t in noun.doc[noun.left_edge.i : noun.i + 1]
                if t.dep_ in ("compound", "amod") or t.i == noun.i
            )
            variants = (
                f"Which {category} were represented by {kind} at {name}?",
                f"Which {category}' {kind} attended {name}?",
                f"Who sent {kind} to {name}?",
            )
            answer = verbatim(text, sentence.paragraph, phrase.start, phrase.end)
            if re.match(r"^(?:the )?" + re.escape(name.removeprefix("the ")), answer):
                continue
            yield Draft(
                "list" if len(items) > 1 else "which",
                f"Which {category} sent {kind} to {name}?",
                answer,
                sentence_span(sentence),
                variants,
                items if len(items) > 1 else None,
                0.85,
            )


def _counted(argument: Argument, name: str, span: tuple[int, int], joined: str | None = None) -> Iterator[Draft]:
    """How many of each kind came."""
    for token in argument.head.doc[argument.start : argument.end]:
        if (token.pos_ != "NUM" and not token.like_num) or token.ent_type_ in (
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "ORDINAL",
        ):
            continue
        value = NUMBER_WORDS.get(token.lower_)
        digits = token.text.replace(",", "")
        value = value if value is not None else int(digits) if digits.isdigit() else None
        if value is None:
            continue
        if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS"):
            noun, of = (
                counted_noun(token),
                any(
                    t.lower_ == "of" and t.i == token.i - 2 and token.nbor(-1).lower_ == "the"
                    for t in token.doc[max(0, token.i - 2) : token.i]
                ),
            )
            if of and token.doc[token.i - 3].like_num:
                continue
            answer = _approximate(token)
        else:
            inner = next((t for t in token.subtree if t.tag_ in ("NNS", "NNPS") and t.i > token.i), None)
            if inner is None or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "of":
                continue
            noun = " ".join(
                t.text
                for t in inner.doc[inner.left_edge.i : inner.i + 1]
                if t.dep_ in ("compound", "amod") or t.i == inner.i
            )
            answer = token.doc[token.i : inner.i + 1].text
        variants = (
            f"How many {noun} attended {name}?",
            f"How many {noun} were represented at {name}?",
            f"How many {noun} joined {joined or name}?",
            f"How many {noun} were at {name}?",
            f"How many {noun} came to {name}?",
            f"From how many {noun} did people come to {name}?",
        )
        yield Draft("how_many", f"How many {noun} took part in {name}?", answer, span, variants, value, 0.85)


def _approximate(token: Token) -> str:
    """A number with what makes it approximate: "more than 120"."""
    start = min([c.left_edge.i for c in token.children if c.dep_ in ("advmod", "quantmod", "amod")], default=token.i)
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    if before in ("more than", "fewer than", "less than", "at least"):
        start = token.i - 2
    return token.doc[start : token.i + 1].text


def counted_noun(number: Token) -> str:
    """The noun that a number counts, with what describes it: "other ASEAN members"."""
    head = number.head
    kept = [
        t
        for t in head.doc[head.left_edge.i : head.i + 1]
        if (t.i > number.i and t.dep_ not in ("det", "punct", "poss")) or t.i == head.i
    ]
    return " ".join(t.text for t in kept if t.lower_ not in ("the", "all"))


def _conveners(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "A and B convened the meeting": who did, both by name."""
    by = clause.first("agent") if clause.passive else clause.subject
    if (
        by is None
        or clause.verb.lemma_.lower() not in CONVENING_VERBS | {"chair", "co-chair", "cochair", "lead", "open"}
        or clause.negated
    ):
        return
    text = material.parsed.article.text
    by = stretched(by) if clause.passive else whole_subject(clause) or by
    items = parts(by, text, sentence)
    words = frame(clause, sentence.references)
    if len(items) < 2 or words is None or not (is_person(by.head) or is_body(by.head) or by.head.pos_ == "PROPN"):
        return
    question = words.ask_agent("Who") if clause.passive else words.ask_subject("Who")
    answer = verbatim(text, sentence.paragraph, by.start, by.end)
    value = list(dict.fromkeys([*items, *named_inside(by, text, sentence.paragraph, kinds=("PERSON",))]))
    yield Draft("who", question, answer, sentence_span(sentence), (), value, 0.9)


def _represented(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Commission was represented by Director X": who represented whom."""
    if clause.verb.lemma_ != "represent" or clause.negated or clause.subject is None or not clause.passive:
        return
    agent = clause.first("agent")
    words = frame(clause, sentence.references)
    if agent is None or words is None:
        return
    name = meeting_name(material)
    answer = verbatim(material.parsed.article.text, sentence.paragraph, agent.start, agent.end)
    yield Draft(
        "who",
        f"Who represented {words.subject} at {name}?",
        answer,
        sentence_span(sentence),
        (
            f"Who attended {name} for {words.subject}?",
            f"Who spoke for {words.subject} at {name}?",
            f"{words.subject} representative at {name}",
        ),
        None,
        0.9,
    )
    yield from _attended(material, sentence, clause, Presence(agent, name, 0.75), [])


def _absent(clause: Clause, missing: bool) -> Iterator[tuple[Argument, bool]]:
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
        or (lemma == "be" and any(a.head.lower_ in PRESENT for a in clause.all("attribute", "place")))
    ):
        if thing is None or lemma in ("take", "send") or _is_occasion(thing.head, strict=lemma == "join"):
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
            and _is_occasion(thing.head, strict=True)
            and thing.end - thing.start < 3
        )
        or (lemma == "stay" and any(c.lower_ == "away" for c in clause.verb.children) and not clause.negated)
        or (missing and lemma in ("bar", "exclude", "ban", "suspend") and clause.passive and not clause.negated)
    ):
        yield subject, False


def _stayed_away(material: Material, sentence: Sentence, argument: Argument, apologised: bool) -> Iterator[Draft]:
    text = material.parsed.article.text
    doc = argument.head.doc
    if (argument.head.pos_ == "PRON" and argument.start not in sentence.references) or doc[argument.start].lower_ in (
        "no",
        "nobody",
        "none",
    ):
        return
    if argument.start in sentence.references and argument.head.pos_ == "PRON":
        answer = sentence.references[argument.start][1]
        items = [answer]
    else:
        answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
        items = parts(argument, text, sentence)
    yield from absence(
        items,
        answer,
        meeting_name(material),
        sentence_span(sentence),
        apologised,
        lowered(sentence.span.text.strip().rstrip("."), sentence.span[0]),
    )


def absence(
    items: list[str], answer: str, name: str, span: tuple[int, int], apologised: bool, stated: str | None = None
) -> Iterator[Draft]:
    """The facts of an absence: who, and for each of them that they were not there."""
    variants = (
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


TITLED = {"cllr": "councillors", "coun": "councillors", "councillor": "councillors", "sen": "senators", "senator": "senators"}
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


PARTICIPATION = re.compile(
    r"\b(?:with the participation of|in the presence of|with the attendance of|with the support and participation of)\s+",
    re.IGNORECASE,
)


def _with_participation(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "…, with the participation of A, who is X, and B"."""
    text = sentence.span.text
    match = PARTICIPATION.search(text)
    if match is None:
        return
    listed = text[match.end() :].strip().rstrip(".")
    answer = material.parsed.article.text[slice(*_codes(sentence, match.end(), match.end() + len(listed)))]
    items = [
        re.split(r",\s", i)[0]
        for i in re.split(r";\s+(?:and\s+)?|,\s+and\s+(?=[A-Z])|(?<=[a-z])\s+and\s+(?=[A-Z])(?!.*,)", answer)
    ]
    name = meeting_name(material)
    variants = (
        f"Who took part in {name}?",
        f"Who participated in {name}?",
        f"Who was at {name}?",
        f"Who were the participants of {name}?",
    )
    yield Draft(
        "list" if len(items) > 1 else "who",
        f"Who attended {name}?",
        " ".join(answer.split()),
        sentence_span(sentence),
        variants,
        items if len(items) > 1 else None,
        0.85,
    )


def _codes(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Code points of the article for offsets in a sentence."""
    base = sentence.paragraph.start + sentence.span.start_char
    return base + start, base + end
