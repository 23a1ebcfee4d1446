"""Which role a sentence gives to which of its named people: before the name, in apposition, by a copula, in a list."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterator
from typing import Literal

from spacy.tokens import Token

from facts.extract.draft import Sentence
from facts.folding import fold
from facts.names import Person, is_role, people, title_of
from facts.words import (
    ABBREVIATIONS,
    BE,
    BODY_NOUNS,
    HONORIFICS,
    LEAD_VERBS,
    LED_NOUNS,
    MEETING_NOUNS,
    OFFICE_VERBS,
    PERSON_NOUNS,
)

LINKS = frozenset({"of", "for", "to", "on", "in", "at"})
"""Prepositions that may stand inside a role."""
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
JOINTS = frozenset({"-", "/", "&", "'s", "'"})
ENDS = frozenset({",", ";", ":", ".", "–", "—", "(", ")", '"', "?", "!"})
SERVING = frozenset({"assistant", "adviser", "advisor", "ambassador", "counsel", "deputy", "envoy", "secretary"})
"""Roles that one holds "to" somebody or something."""
OPENING = frozenset({"acting", "current", "former", "incoming", "interim", "newly", "outgoing", "then"})
FORMERLY = frozenset({"formerly", "previously", "once"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIMES = frozenset({"DATE", "TIME"})
NO_ROLE = frozenset({"day", "hour", "month", "move", "number", "person", "sign", "step", "time", "week", "year"})
"""Nouns of an apposition with "a" that say nothing of who somebody is."""
LONGEST = 28
"""How many tokens a role has at most."""

How = Literal["role", "body", "leads"]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What a sentence says of a person: a role ("chair of the board"), a body that she or he is of, or what is led.

    `start` and `end` are tokens. `others` are those who share a role in the plural.
    """

    person: Person
    start: int
    end: int
    how: How = "role"
    others: tuple[Person, ...] = ()
    plural: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and the people named in it."""

    sentence: Sentence
    named: tuple[Person, ...]
    at: dict[int, Person]

    def token(self, i: int) -> Token:
        """The token with this number, of the paragraph."""
        return self.sentence.paragraph.doc[i]

    @property
    def start(self) -> int:
        """The first token of the sentence."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """The token behind the last of the sentence."""
        return self.sentence.span.end


def scene(sentence: Sentence, surnames: Container[str] = ()) -> Scene:
    """The people of a sentence, those included whom it calls by one of the (folded) surnames."""
    full = {i: p for p in people(sentence.span) for i in range(p.start, p.end)}
    for token in sentence.span:
        if (
            token.i not in full
            and token.text[0].isupper()
            and fold(token.text) in surnames
            and token.dep_ != "compound"
        ):
            full[token.i] = Person(token.i, token.i + 1, token.text)
    named = sorted({p.start: p for p in full.values()}.values(), key=lambda p: p.start)
    return Scene(sentence, tuple(named), full)


def found(here: Scene) -> Iterator[Found]:
    """Yield what a sentence says of each named person."""
    for person in here.named:
        yield from _before(person, here)
        yield from _behind(person, here)
        yield from _in_front(person, here)
        yield from _labelled(person, here)
        yield from _led_by(person, here)
        yield from _owned(person, here)
    yield from _verbs(here)


def _owned(person: Person, here: Scene) -> Iterator[Found]:
    """The country or body that a name belongs to: "Zambia's Mutinta Hamoonga"."""
    mark = _lead_in(person, here)
    if mark - 1 >= here.start and here.token(mark).text == "'s" and here.token(mark - 1).ent_type_ in ("GPE", "ORG"):
        start = mark - 1
        while start > here.start and here.token(start).ent_iob_ == "I":
            start -= 1
        yield Found(person, start, mark, "body")


def _lead_in(person: Person, here: Scene) -> int:
    """The token right before a name and its titles of courtesy."""
    i = person.start - 1
    while i >= here.start and (here.token(i).text == "." or (title_of(here.token(i)) or "") in HONORIFICS):
        if here.token(i).text == "." and not (i > here.start and title_of(here.token(i - 1))):
            break
        i -= 1
    return i


def _is_word(token: Token) -> bool:
    return token.text not in ENDS | JOINTS and not token.is_space


def _before(person: Person, here: Scene) -> Iterator[Found]:
    """The role right before a name: "Egyptian foreign minister", "Secretary of the Interior"."""
    last = i = _lead_in(person, here)
    start, headed = last + 1, False
    if i < here.start or here.token(i).lower_ in DETERMINERS | LINKS:
        return
    while i >= here.start and last - i < LONGEST and i not in here.at:
        token = here.token(i)
        word = fold(token.text)
        if token.text == "." and i and here.token(i - 1).lower_ in ABBREVIATIONS:
            pass
        elif (
            token.text in ENDS
            or (token.pos_ in ("PRON", "AUX", "SCONJ") and word not in DETERMINERS)
            or token.ent_type_ in TIMES
        ):
            break
        elif word in ("and", "&"):
            if not _joins(i, headed, here):
                break
        elif word in LINKS:
            if not (_belongs(i, here) if headed else _role_left_of(i, here)):
                break
        elif word in DETERMINERS:
            if i - 1 < here.start or here.token(i - 1).lower_ not in LINKS:
                break
        elif token.text not in JOINTS:
            role = is_role(token) or title_of(token) is not None
            plain = token.text[0].isupper() or (
                token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") and (headed or _role_left_of(i, here))
            )
            if not role and (not plain or token.tag_ in FINITE or (token.pos_ == "VERB" and word not in OPENING)):
                break
            headed, start = headed or role, i
        i -= 1
    told = start > here.start and is_plural(here.token(last)) and here.token(start - 1).pos_ == "VERB"
    if headed and not _bare(start, last + 1, here) and not told:
        yield _grouped(person, start, last + 1, here)


def _bare(start: int, end: int, here: Scene) -> bool:
    """Whether nothing but ranks and titles of courtesy stands between two tokens."""
    words = [fold(here.token(i).text).rstrip(".") for i in range(start, end)]
    return all(w in HONORIFICS or w in ("", "general", "senior", "major") for w in words)


def _belongs(i: int, here: Scene) -> bool:
    """Whether a preposition left of a role is a part of it: "Assistant to the President", "Council on Trade Chair"."""
    if i <= here.start:
        return False
    left, right = here.token(i - 1), here.token(i + 1)
    if here.token(i).lower_ == "to" and left.lower_ in SERVING:
        return True
    named = left.text[0].isupper() and right.text[0].isupper() and fold(left.text) in BODY_NOUNS
    return named and not _role_left_of(i - 1, here)


def _role_left_of(i: int, here: Scene) -> bool:
    """Whether a role and small words lead up to a token without a comma, a verb or a name between."""
    for k in range(i - 1, max(here.start, i - 10) - 1, -1):
        token = here.token(k)
        if k in here.at or token.text in ENDS or token.tag_ in FINITE:
            return False
        if is_role(token) or title_of(token):
            return here.token(k + 1).lower_ in LINKS
        if not (token.text[0].isupper() or token.lower_ in LINKS | DETERMINERS | JOINTS | {"and"}):
            return False
    return False


def _joins(i: int, headed: bool, here: Scene) -> bool:
    """Whether an "and" joins two words of one role or two roles of one person, and not two people."""
    if not headed:
        return _role_left_of(i, here)
    for k in range(i - 1, here.start - 1, -1):
        token = here.token(k)
        if (
            k in here.at
            or token.text in ENDS
            or token.tag_ in FINITE
            or (token.tag_ in ("NNS", "NNPS") and is_role(token))
        ):
            return False
        if is_role(token):
            return not any(here.token(m).lower_ in DETERMINERS for m in range(max(here.start, k - 4), k))
        if not (token.text[0].isupper() or token.lower_ in LINKS):
            return False
    return False


def _grouped(person: Person, start: int, end: int, here: Scene) -> Found:
    """A role in the plural goes to every name of the list behind it."""
    head = _head(start, end, here)
    if head is None or not is_plural(head):
        return Found(person, start, end)
    others: list[Person] = []
    after = _past_apposition(person, here)
    for other in here.named:
        if other.start <= person.start:
            continue
        between = [here.token(i) for i in range(after, other.start)]
        if not between or not all(t.text in (",", ";", ".") or t.lower_ == "and" or title_of(t) for t in between):
            break
        others.append(other)
        after = _past_apposition(other, here)
    return Found(person, start, end, "role", tuple(others), plural=True)


def _head(start: int, end: int, here: Scene) -> Token | None:
    """The noun of a role that says what its holder is: the last role noun before the first preposition."""
    head = None
    for i in range(start, end):
        token = here.token(i)
        if is_role(token):
            head = token
        elif head is not None and (token.lower_ in LINKS or token.text == "," or token.tag_ in ("WP", "WDT", "VBN")):
            break
        elif head is not None and (token.text in ("'", "'s") or (head.i == i - 1 and token.pos_ in ("NOUN", "PROPN"))):
            head = None
    return head


def is_plural(head: Token) -> bool:
    """Whether a role noun stands in the plural: "trustees", "Co-Chairs"."""
    word = fold(head.text)
    return head.tag_ in ("NNS", "NNPS") or (
        word not in PERSON_NOUNS and word.endswith("s") and word[:-1] in PERSON_NOUNS
    )


def _past_apposition(person: Person, here: Scene) -> int:
    found = next(_behind(person, here), None)
    return max(person.end, found.end if found else 0)


def _behind(person: Person, here: Scene) -> Iterator[Found]:
    """What stands behind a name: "Kim Lee, director of trade and head of the delegation, said", "Kim Lee (Chair)"."""
    i = person.end
    if i + 1 >= here.end:
        return
    mark = here.token(i)
    if mark.text == "(":
        yield from _bracketed(person, i + 1, here)
    elif mark.lower_ == "of" and (here.token(i + 1).text[0].isupper() or here.token(i + 1).lower_ == "the"):
        end = _phrase_end(i + 1, here)
        end = next((k for k in range(i + 1, end) if here.token(k).tag_ in ("WP", "WDT")), end)
        if any(here.token(k).text[0].isupper() for k in range(i + 1, end)):
            yield Found(person, i, end, "body")
    elif mark.lower_ == "as" and (here.token(i + 1).lower_ == "the" or is_role(here.token(i + 1))):
        end = _phrase_end(i + 1, here)
        head = _head(i + 1, end, here)
        if head is not None and not is_plural(head) and _plain_front(i + 1, head.i, here):
            yield Found(person, i + 1, _without_time(i + 1, end, here))
    elif mark.text in (",", "–", "—", "-"):
        start = i + 1
        if here.token(start).like_num and start + 2 < here.end and here.token(start + 1).text == ",":
            start += 2
        yield from _apposed(person, start, here)


def _bracketed(person: Person, start: int, here: Scene) -> Iterator[Found]:
    end = next((k for k in range(start, min(here.end, start + 14)) if here.token(k).text == ")"), None)
    if end is None or end == start or any(c.isdigit() for k in range(start, end) for c in here.token(k).text):
        return
    if _head(start, end, here) is not None:
        yield Found(person, start, end)
    elif here.token(start).text[0].isupper():
        yield Found(person, start, end, "body")


def _apposed(person: Person, start: int, here: Scene) -> Iterator[Found]:
    if here.token(start).lower_ in ("now", "currently", "also") and start + 1 < here.end:
        start += 1
    first = here.token(start)
    if first.lower_ == "who":
        yield from _relative(person, start, here)
        return
    if first.lower_ == "of" or first.lower_ in FORMERLY:
        end = _phrase_end(start, here)
        capital = any(here.token(k).text[0].isupper() for k in range(start, end))
        if capital and (end >= here.end or here.token(end).text in ENDS or here.token(end).lower_ == "and"):
            yield Found(person, start, end, "body")
        return
    verb = first.pos_ in ("AUX", "SCONJ", "CCONJ", "ADP") or (
        first.pos_ == "VERB" and first.lower_ not in OPENING and not is_role(first)
    )
    if verb or first.tag_ in ("WDT", "PRP", "WRB") or start in here.at or _opens_name(start, here):
        return
    if first.pos_ == "ADV" and first.lower_ not in OPENING:
        return
    end = _phrase_end(start, here)
    if not 0 < end - start <= LONGEST:
        return
    head = _head(start, min(end, start + 9), here)
    if head is None and first.lower_ in ("a", "an"):
        head = next((here.token(k) for k in range(start + 1, end) if here.token(k).pos_ == "NOUN"), None)
        head = head if head is not None and head.lemma_.lower() not in NO_ROLE else None
    if head is None or head.i in here.at or head.lower_ in HONORIFICS | NO_ROLE:
        return
    if is_plural(head) or not _plain_front(start, head.i, here):
        return
    told = first.lower_ in ("a", "an")
    yield Found(
        person, start, next((k for k in range(head.i + 1, end) if _is_aside(here.token(k), head, told=told)), end)
    )


def _is_aside(token: Token, head: Token, *, told: bool) -> bool:
    """Whether a clause begins that does not name the role. `told`: "a midwife who …" does tell who somebody is."""
    return (token.dep_ == "acl" and token.head == head) or (not told and token.tag_ in ("WP", "WDT"))


def _plain_front(start: int, head: int, here: Scene) -> bool:
    """Whether no clause and no foreign prepositional phrase stands before the noun of a role."""
    inner = [here.token(k) for k in range(start, head)]
    return all(t.lower_ not in LINKS or _belongs(t.i, here) for t in inner) and not any(
        t.tag_ in ("WP", "WDT") for t in inner
    )


def _opens_name(start: int, here: Scene) -> bool:
    """Whether a token begins the titles or the role right before another name: "…, and Foreign Minister Wang Yi"."""
    k = start
    while (
        k < here.end
        and k not in here.at
        and _is_word(here.token(k))
        and here.token(k).tag_ not in FINITE
        and k - start < 12
    ):
        k += 1
    if k < here.end and here.token(k).text == "." and title_of(here.token(k - 1)):
        k += 1
    if k not in here.at or k == start:
        return False
    before = next(_before(here.at[k], here), None)
    return (before is not None and before.start <= start) or all(
        title_of(here.token(m)) for m in range(start, k) if _is_word(here.token(m))
    )


def _phrase_end(start: int, here: Scene) -> int:
    """The token behind a phrase that begins at a token: up to a comma, a dash, a closing bracket, a verb, a name."""
    depth, relative = 0, False
    for i in range(start, here.end):
        token = here.token(i)
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return i
        if depth or i == start:
            continue
        if token.tag_ in ("WP", "WDT"):
            relative = True
        if token.text in ENDS - {"(", ")", "."} or (
            token.text == "." and (i + 1 == here.end or not _abbreviated(i, here))
        ):
            if token.text == "," and _goes_on(i, here):
                continue
            return i
        if token.lower_ == "and" and i + 1 < here.end and (i + 1 in here.at or _opens_name(i + 1, here)):
            return i
        if token.tag_ in FINITE and not relative and not is_role(token):
            return i
    return here.end


def _abbreviated(i: int, here: Scene) -> bool:
    return here.token(i - 1).lower_ in ABBREVIATIONS or len(here.token(i - 1).text) == 1


def _goes_on(i: int, here: Scene) -> bool:
    """Whether a role goes on behind a comma: "for Trade, Energy and Climate", ", and head of the delegation,"."""
    following = here.token(i + 1) if i + 1 < here.end else None
    if following is None or i + 1 in here.at:
        return False
    if following.lower_ == "and" and i + 2 < here.end:
        return is_role(here.token(i + 2)) and not _opens_name(i + 2, here)
    if (
        not following.text[0].isupper()
        or here.token(i - 1).text.islower()
        or is_role(following)
        or _opens_name(i + 1, here)
    ):
        return False
    for k in range(i + 1, min(here.end - 1, i + 8)):
        token = here.token(k)
        if token.lower_ == "and":
            nearby = [here.token(m) for m in range(k + 1, min(here.end, k + 4))]
            return (
                nearby[0].text[0].isupper()
                and k + 1 not in here.at
                and not any(title_of(t) or is_role(t) for t in nearby)
            )
        if k in here.at or not (token.text[0].isupper() or token.text == ","):
            return False
    return False


def _relative(person: Person, start: int, here: Scene) -> Iterator[Found]:
    """ "…, who is Vice-Principal for Education", "…, who heads the fund's ownership team"."""
    i = start + 1
    while i < here.end and here.token(i).pos_ in ("AUX", "ADV") and here.token(i).lemma_ not in BE:
        i += 1
    if i + 1 >= here.end:
        return
    verb = here.token(i)
    end = _phrase_end(i + 1, here)
    if verb.lemma_ in BE or (verb.lemma_ == "serve" and here.token(i + 1).lower_ == "as"):
        first = i + 1 + (verb.lemma_ == "serve")
        head = _head(first, end, here)
        if here.token(first).lower_ != "not" and head is not None and head.i - first < 6:
            yield Found(person, first, _without_time(first, end, here))
    elif (
        verb.lemma_ in LEAD_VERBS and end > i + 1 and here.token(i + 1).pos_ in ("DET", "PROPN", "NOUN", "ADJ", "PRON")
    ):
        yield Found(person, i, _without_time(i, end, here), "leads")


def _without_time(start: int, end: int, here: Scene) -> int:
    """Where a phrase ends when what tells its time is cut off: "mayor of Harrowmere last night"."""
    for i in range(start + 1, end):
        token = here.token(i)
        if token.ent_type_ in TIMES and token.ent_iob_ == "B" and token.dep_ != "compound" and not is_role(token):
            return i - (here.token(i - 1).pos_ == "ADP") if i - 1 > start else end
        if token.dep_ == "advcl" or token.lower_ in ("who", "which", "when", "after", "before", "since", "until"):
            return i
    return end


def _in_front(person: Person, here: Scene) -> Iterator[Found]:
    """The role of a noun phrase that a name stands behind: "the government's lawyer, Richard Keen"."""
    comma = _lead_in(person, here)
    if comma - 1 < here.start or here.token(comma).text != ",":
        return
    end = start = comma
    while start > here.start:
        token = here.token(start - 1)
        listed = (
            token.text == ","
            and start - 2 > here.start
            and here.token(start - 2).ent_type_ == here.token(start).ent_type_ == "NORP"
        )
        if (token.text in ENDS and not listed) or start - 1 in here.at or token.tag_ in FINITE:
            break
        if token.pos_ in ("VERB", "SCONJ") and not is_role(token) and token.dep_ != "amod":
            break
        if (token.tag_ == "IN" and token.lower_ not in LINKS) or token.tag_ in ("WP", "WDT"):
            break
        start -= 1
        if token.lower_ in DETERMINERS and (start == here.start or here.token(start - 1).lower_ not in LINKS - {"to"}):
            break
    if start - 1 >= here.start and here.token(start - 1).text == "," and start - 2 in here.at:
        return
    while start < end and (here.token(start).pos_ in ("ADP", "CCONJ", "ADV") or here.token(start).text in JOINTS):
        start += 1
    head = _head(start, end, here)
    if head is None or end - start > LONGEST or not _plain_front(start, head.i, here):
        return
    if _bare(start, end, here) or here.token(start - 1).text == ";":
        return
    yield _grouped(person, start, end, here)


def _labelled(person: Person, here: Scene) -> Iterator[Found]:
    """The label of a line: "Chair: Jane Doe"."""
    colon = _lead_in(person, here)
    if colon - 1 < here.start or here.token(colon).text not in (":", "–", "—"):
        return
    start = colon
    while start > here.start and here.token(start - 1).text not in ENDS | {"*", "**"}:
        start -= 1
    head = _head(start, colon, here)
    short = start < colon <= start + 7 and not any(i in here.at for i in range(start, colon))
    if short and head is not None:
        yield _grouped(person, start, colon, here)


def _led_by(person: Person, here: Scene) -> Iterator[Found]:
    """ "The scientific committee, headed by Dr Hilary Vance"."""
    before = next(_before(person, here), None)
    i = min(before.start if before else person.start, _lead_in(person, here) + 1) - 1
    while i > here.start and here.token(i).lower_ in DETERMINERS:
        i -= 1
    if i - 1 <= here.start or here.token(i).lower_ != "by":
        return
    verb = here.token(i - 1)
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.head.lemma_ in BE
    if verb.lemma_.lower() not in LEAD_VERBS or not (passive or verb.tag_ in ("VBN", "VBD")):
        return
    led = (
        verb.head
        if verb.dep_ in ("acl", "relcl")
        else next((c for v in (verb, verb.head) for c in v.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    )
    if led is None or led.i >= verb.i or led.pos_ not in ("NOUN", "PROPN") or led.i in here.at:
        return
    start, end = led.left_edge.i, led.i + 1
    while end < verb.i and here.token(end).text not in ENDS and here.token(end).pos_ not in ("AUX", "VERB"):
        end += 1
    yield Found(person, start, end, "leads")


def _verbs(here: Scene) -> Iterator[Found]:
    """Who is, becomes, is elected or appointed what; who leads what."""
    for verb in here.sentence.span:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in verb.children):
            continue
        subject = _named_child(verb, ("nsubj", "nsubjpass"), here)
        if lemma in BE | {"become", "remain"} and subject:
            yield from _complement(subject, verb, here)
        elif lemma in OFFICE_VERBS:
            passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
            person = subject if passive or lemma == "serve" else _named_child(verb, ("dobj",), here)
            if person:
                yield from _complement(person, verb, here)
        elif lemma in LEAD_VERBS and subject and verb.tag_ in FINITE | {"VB"}:
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
            if thing is not None and thing.left_edge.i - verb.i == 1 and _can_be_led(thing, lemma):
                yield Found(subject, verb.i, _without_time(verb.i, _phrase_end(verb.i + 1, here), here), "leads")


def _can_be_led(thing: Token, lemma: str) -> bool:
    """Whether a thing is a body or a work that has a head: not "led the race", not "ran the marathon"."""
    if lemma in ("chair", "co-chair", "head", "oversee"):
        return thing.pos_ in ("NOUN", "PROPN")
    noun = thing.lemma_.lower()
    return noun in BODY_NOUNS | MEETING_NOUNS | LED_NOUNS or (thing.pos_ == "PROPN" and thing.ent_type_ == "ORG")


def _named_child(verb: Token, labels: tuple[str, ...], here: Scene) -> Person | None:
    return next((here.at[c.i] for c in verb.children if c.dep_ in labels and c.i in here.at), None)


def _complement(person: Person, verb: Token, here: Scene) -> Iterator[Found]:
    """The role that a verb gives to a person: its noun, or what stands behind "as"."""
    for child in verb.children:
        noun = child
        if child.i < verb.i or child.i in here.at:
            continue
        if child.dep_ == "prep" and child.lower_ == "as":
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("attr", "oprd", "xcomp", "dobj", "appos"):
            continue
        if is_role(noun) and noun.i not in here.at:
            start = noun.left_edge.i
            end = _without_time(start, min(_phrase_end(start, here), noun.right_edge.i + 1), here)
            if not is_plural(noun):
                yield Found(person, start, end)
            elif verb.lemma_ in BE:
                others = tuple(p for p in here.named if p.end <= verb.i and p != person)
                yield Found(person, start, end, "role", others, plural=True)
