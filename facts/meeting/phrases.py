"""How far a meeting's phrase reaches on both sides of its noun, and the body that it says the meeting is of."""

from __future__ import annotations

import re

from facts.folding import fold
from facts.meeting import names as naming
from facts.meeting.bodies import original_of
from facts.meeting.words import DATE_WORDS, MEMBERS, SMALL_BODY
from facts.parse.clauses import Clause
from facts.parse.tree import Span, Token
from facts.parse.words import FINITE, PLACE_ENTITIES, PLACE_NOUNS, TIME_ENTITIES


def begin_of(head: Token, sentence: Span) -> tuple[int, str | None]:
    """The first token of a meeting's phrase, and whose it is ("the body's 12th congress": "body")."""
    doc, i = head.doc, head.i
    while i > sentence.start:
        token = doc[i - 1]
        joined = not token.whitespace_ or (i - 2 >= 0 and not doc[i - 2].whitespace_ and token.text in "-–/")
        if token.tag_ == "POS":
            owner = doc[i - 2]
            if token.text == "'s" and owner.pos_ in ("NOUN", "PROPN"):
                first = owner.i
                while (
                    first > sentence.start
                    and doc[first - 1].pos_ in ("PROPN", "ADJ", "NOUN")
                    and doc[first - 1].dep_ in ("compound", "amod", "nmod")
                ):
                    first -= 1
                original: str = doc.original
                return i, None if owner.ent_type_ in TIME_ENTITIES else original[
                    doc[first].idx : owner.idx + len(owner)
                ]
            i -= 1
        elif token.pos_ in ("ADJ", "NUM", "PROPN") or naming.ORDINAL.fullmatch(token.text):
            if token.ent_type_ == "PERSON" and doc[i].text[:1].islower():
                break
            i -= 1
        elif (
            (token.pos_ == "NOUN" and (token.dep_ in ("compound", "nmod", "amod", "poss") or joined))
            or (token.tag_ in ("VBN", "VBG") and token.dep_ == "amod")
        ) or (
            token.text in ("-", "–", "/", "+")
            or (
                token.lower_ in ("and", "&")
                and i - 2 >= sentence.start
                and doc[i - 2].text[:1].isupper()
                and doc[i].text[:1].isupper()
            )
        ):
            i -= 1
        else:
            break
    return i, None


def opening_of(begin: int, sentence: Span) -> int:
    """Where a phrase opens that begins at a token: before the time that it is said to be of ("at Monday's meeting")."""
    doc, at = sentence.doc, begin - 1
    if at <= sentence.start or doc[at].tag_ != "POS" or doc[at - 1].ent_type_ not in TIME_ENTITIES:
        return begin
    while at > sentence.start and doc[at - 1].ent_type_ in TIME_ENTITIES:
        at -= 1
    return at


def extended(head: Token, phrase: str, behind: str) -> tuple[str, str | None]:
    """A meeting's phrase with what belongs to it from behind, and the body behind "of"."""
    if head.text[:1].isupper():
        match = re.match(rf"\s(?:on|for|of)\s(?:the\s)?(?P<name>{naming.NAME.pattern})", behind)
        tail = naming.trimmed(f"{phrase}{match[0]}") if match else phrase
        whole = match is not None and re.match(r"\sof\s", match[0]) and not any(map(str.isupper, naming.kind(phrase)))
        if match is not None and whole and len(tail) > len(phrase):
            return phrase, naming.trimmed(match["name"])  # "26th Annual General Meeting of Tarn Ropes PLC"
        if len(tail) > len(phrase):
            return tail, None
    round_of = re.match(r"\sof\s(?:[a-z-]+\s)?(?:consultations|dialogue|discussions|negotiations|talks)\b", behind)
    if round_of:
        phrase, behind = phrase + round_of[0], behind[round_of.end() :]
        topic = re.match(
            rf"\s(?:on|for|towards?)\s(?:an?\s|the\s)?{naming.NAME.pattern}(?:\s(?:agreement|treaty))?", behind
        )
        if topic:
            phrase, behind = phrase + naming.trimmed(topic[0].strip()).join([" ", ""]), behind[topic.end() :]
    between = re.match(rf"\sbetween\s(?:the\s)?{naming.NAME.pattern}", behind)
    if between:
        return phrase + between[0], None
    return _of(head, phrase, behind)


_MEMBERSHIP = re.compile(r"(?:[a-z’'-]+\s){1,5}?(?:association|club|co-?op(?:erative)?|federation|society|union)\b")
"""A body of members in small letters: "the tenants’ association"."""
_PARTIES = re.compile(r"\b(?:between|of|from) (?P<parties>.+ and .+)$")
_LONGEST_PARTIES = 16
"""Words of those who met that a phrase may be lengthened by."""


def parties(head: Token, clause: Clause | None) -> str:
    """Who met or about what, as it stands behind a meeting noun that says no more: " with leaders of Lunn",
    " between A and B", " on the law of the sea"."""
    original: str = head.doc.original
    links = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("between", "on", "with")]
    for link in links:
        text = original[link.idx : link.right_edge.idx + len(link.right_edge)]
        text = re.split(r"[,;:(]|\s(?:at|here|in|last|on|this|today|yesterday)\s", text)[0].rstrip(" .")
        dated = link.lower_ == "on" and any(t.ent_type_ in ("DATE", "TIME") for t in link.subtree)
        told = link.lower_ == "on" or any(c.isupper() for c in text)
        if told and not dated and len(text.split()) < _LONGEST_PARTIES:
            return f" {text}"
    if fold(head.lemma_) not in ("talk", "dialogue", "negotiation") or clause is None or clause.subject is None:
        return ""
    doc = head.doc
    text = original[doc[clause.subject.start].idx : doc[clause.subject.end - 1].idx + len(doc[clause.subject.end - 1])]
    if clause.subject.head.conjuncts:  # "Lunn and Varda held talks"
        both = re.sub(r"^The ", "the ", text)
        held = head.dep_ == "dobj" and both[-1:].isalnum() and all(map(_is_named, text.split(" and ", 1)))
        return f" between {both}" if held and " and " in text and len(both.split()) < _LONGEST_PARTIES else ""
    met = _PARTIES.search(text)
    return f" between {met['parties']}" if met and len(met["parties"].split()) < _LONGEST_PARTIES else ""


def several_people(clause: Clause | None, sentence: Span) -> str | None:
    """Those of several countries who met: "the foreign ministers of Lunn, Tarn and Varda held a meeting"."""
    subject = clause.subject.head if clause is not None and clause.subject is not None else sentence.root
    if subject.lower_ not in MEMBERS:
        return None
    of = next((c for c in subject.children if c.lower_ == "of"), None)
    place = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if place is None or place.ent_type_ not in PLACE_ENTITIES or not place.conjuncts:
        return None
    if not all(t.ent_type_ for t in place.conjuncts):
        return None
    people = re.sub(r"^[Tt]he ", "", original_of(subject.doc.span(subject.left_edge.i, subject.right_edge.i + 1)))
    return people if re.fullmatch(r"[\w’', -]+", people) and len(people.split()) < 14 else None


def _is_named(party: str) -> bool:
    """Whether a text names one of two who met, with a capital or more, and not by a word like "he"."""
    return any(word[0].isupper() for word in party.split()) and len(party) > len("they")


_SHARES = frozenset("all dozens half hundreds majority many most number quarter quarters some third thirds".split())
"""Nouns whose "of" is their own: "on Monday as a third of shareholders voted"."""
_DONE_BY = re.compile(r"\b(?:addressed|attended|chaired|led|moderated|opened) by ")
"""What somebody did at a meeting, who is not the body that it is of: "a meeting in the Drill Hall chaired by Ada"."""


def _of(head: Token, phrase: str, behind: str) -> tuple[str, str | None]:
    """What stands behind a meeting's "of": the body that met, or people who make the phrase longer."""
    match = re.match(
        r"(?:\s\([^)]*\))?(?:\s(?:on|at|in|held|this|last|today|yesterday|here)\b[^.;:]{0,50}?)?\s(?:of|by)\s(?:the\s|its\s)?",
        behind,
    )
    if (
        not match
        or _DONE_BY.search(match[0])
        or _is_told_between(head, head.idx + len(head) + match.end())
        or _is_of_noun(match[0])
    ):
        return phrase, None
    rest = behind[match.end() :]
    name = naming.NAME.match(rest)
    if not name:
        small = re.match(rf"{SMALL_BODY}\b", rest)
        members = _MEMBERSHIP.match(rest) if not small else None
        if members:
            return f"{phrase} of the {members[0]}", None
        people = re.match(r"(?:[a-z-]+\s){0,2}(?:" + "|".join(sorted(MEMBERS)) + r")\b", rest)
        return (phrase, small[0]) if small else (f"{phrase} of {people[0]}" if people else phrase, None)
    text = naming.trimmed(name[0])
    small = re.match(rf"(?:[’']s)?\s{SMALL_BODY}\b", rest[len(text) :])
    if small and not naming.is_body(text):
        text += small[0]
    elif noun := _noun_behind(head, text, behind, match.end() + len(text)):
        return f"{phrase} of {text} {noun}", None
    return (phrase, text) if len(text) > 1 and fold(text.split()[0]) not in DATE_WORDS else (phrase, None)


def _is_of_noun(between: str) -> bool:
    """Whether an "of" behind a meeting is another noun's: "a summit in Varda, the capital | of", "the resort | of", "in
    Varda, Republic | of"."""
    words = between.split()
    before = words[words.index("of") - 1] if "of" in words[1:] else ""
    return re.search(r",\s(?:(?:a|an|the)\s|[A-Z]\w+\sof\s)", between) is not None or before in PLACE_NOUNS | _SHARES


def _is_told_between(head: Token, offset: int) -> bool:
    """Whether something is said of a meeting before code point `offset`: "the meeting in Tarn was opened by | Ada"."""
    between = (token for token in head.doc[head.i + 1 : head.sent.end] if token.idx < offset)
    # whatever its tag, "held" may say nothing: "a meeting held by us"
    return any(token.tag_ in FINITE and token.lower_ != "held" for token in between)


def _noun_behind(head: Token, name: str, behind: str, offset: int) -> str | None:
    """The small nouns that a name is put before ("Black Sea | grain exporters")."""
    start = head.idx + len(head) + offset + 1
    found: list[str] = []
    if behind[offset : offset + 1] != " ":
        return None
    for token in head.sent:
        if token.idx >= start:
            if (
                token.text.islower()
                and token.tag_ in ("NN", "NNS", "JJ")
                and token.dep_ != "npadvmod"
                and len(found) < 4
            ):
                found.append(token.text)
            else:
                break
    return " ".join(found) if found and not naming.is_body(name) else None
