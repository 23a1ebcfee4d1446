"""Roles that stand in front of a name: right before it, in apposition, as the label of a line."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.people.sentence_people import (
    DETERMINERS,
    ENDS,
    JOINTS,
    LINKS,
    LONGEST,
    LONGEST_BEFORE,
    OPENING,
    RoleMention,
    SentencePeople,
    belongs,
    head_of,
    is_bare,
    is_plain_front,
    is_plural,
    lead_in,
    parts_entries,
    role_left_of,
)
from facts.parse.name_words import is_role, title_of
from facts.parse.names import Person
from facts.parse.words import ABBREVIATIONS, BODY_NOUNS, FINITE, TIME_ENTITIES

LEADING_WORDS = DETERMINERS | LINKS
INNER_LINKS = LINKS - {"to"}
DAYS = frozenset({"today", "tomorrow", "tonight", "yesterday"})
SOME = frozenset({"attendees", "leaders", "members", "officials", "participants"})
"""Of whom somebody is one, before the title: "Board members President Ada Wren and Treasurer Bo Tam"."""
BORDERS = ENDS | {"*", "**"}


def before_name(person: Person, here: SentencePeople) -> Iterator[RoleMention]:
    """The role right before a name: "Egyptian foreign minister", "Secretary of the Interior"."""
    last = i = lead_in(person, here)
    start, headed = last + 1, False
    if i < here.start or here.token(i).lower_ in LEADING_WORDS:
        return
    while i >= here.start and last - i < LONGEST and i not in here.at:
        token = here.token(i)
        word = token.folded
        if headed and _closes_short_form(i, here):
            i -= 2  # "the Tarn Wool Board (TWB) Chair Ada Wren"
        elif token.text == "." and i and here.token(i - 1).lower_ in ABBREVIATIONS:
            pass
        elif (
            token.text in ENDS
            or parts_entries(i, here)
            or (token.pos_ in ("PRON", "AUX", "SCONJ") and word not in DETERMINERS)
            or token.ent_type_ in TIME_ENTITIES
            or token.lower_ in DAYS
            or (headed and token.lower_ in SOME)
        ):
            break
        elif word in ("and", "&"):
            listed = _matters_before(i, here) if i < last and not headed else None
            if listed is None and not _joins(i, headed, here):
                break
            i = listed if listed is not None else i
        elif word in LINKS:
            if not (belongs(i, here) if headed else role_left_of(i, here)):
                break
        elif word in DETERMINERS:
            before = here.token(i - 1).lower_ if i > here.start else ""
            last_matter = before in ("and", "&") and _matters_before(i - 1, here) is not None
            if before not in LINKS and not last_matter:
                break
        elif token.text not in JOINTS:
            if token.tag_ == "IN" and i == here.start:
                break  # "With Minister Ada Wren …"
            role = is_role(token) or title_of(token) is not None
            plain = token.text[0].isupper() or (
                token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") and (headed or role_left_of(i, here))
            )
            if not role and (not plain or token.tag_ in FINITE or (token.pos_ == "VERB" and word not in OPENING)):
                break
            headed, start = headed or role, i
        i -= 1
    if headed and _is_of_several(start, last + 1, here):
        return
    told = start > here.start and is_plural(here.token(last)) and here.token(start - 1).pos_ == "VERB"
    if headed and not is_bare(start, last + 1, here) and not told:
        yield RoleMention(person, start, last + 1, "before")


def _closes_short_form(i: int, here: SentencePeople) -> bool:
    """Whether a bracket closes behind the letters that a body's name is shortened to."""
    if here.token(i).text != ")" or i - 3 < here.start or here.token(i - 2).text != "(":
        return False
    return here.token(i - 1).text.isupper() and here.token(i - 3).text[0].isupper()


def _is_of_several(start: int, end: int, here: SentencePeople) -> bool:
    """Whether a role ends in what several are of: "the governors of the Tarn Infirmary", where "Infirmary" was taken
    for somebody."""
    of = max((k for k in range(start, end) if here.token(k).lower_ == "of"), default=start)
    return any(is_role(here.token(k)) and here.token(k).tag_ in ("NNS", "NNPS") for k in range(start, of))


def _matters_before(i: int, here: SentencePeople) -> int | None:
    """The token from which on an "and" has several things before it that a role is for: that of "for" in "Minister for
    Ports, Piers and …"; None where it has not."""
    several = False
    for k in range(i - 1, max(here.start, i - LONGEST_BEFORE), -1):
        token = here.token(k)
        if token.lower_ in LINKS:
            return k + 1 if several and role_left_of(k, here) else None
        if k in here.at or not (token.text == "," or token.text[0].isupper()) or token.folded in BODY_NOUNS:
            return None
        several = several or token.text == ","
    return None


def _joins(i: int, headed: bool, here: SentencePeople) -> bool:
    """Whether an "and" joins two words of one role or two roles of one person, and not two people."""
    if not headed:
        return role_left_of(i, here)
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
            named = k + 1 < i and not any(here.token(m).lower_ in LINKS for m in range(k + 1, i))
            return not named and not any(here.token(m).lower_ in DETERMINERS for m in range(max(here.start, k - 4), k))
        if not (token.text[0].isupper() or token.lower_ in LINKS):
            return False
    return False


def in_front(person: Person, here: SentencePeople) -> Iterator[RoleMention]:
    """The role of a noun phrase that a name stands behind: "the government's lawyer, Richard Keen"."""
    comma = lead_in(person, here)
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
        if (
            (token.text in ENDS and not listed)
            or parts_entries(start - 1, here)
            or start - 1 in here.at
            or token.tag_ in FINITE
            or token.tag_ == "PRP"
            or (token.lower_ in ("and", "&") and _opens_with_owner(start, end, here))
        ):
            break
        if token.pos_ in ("VERB", "SCONJ") and not is_role(token) and token.dep_ != "amod":
            break
        if (token.tag_ == "IN" and token.lower_ not in LINKS) or token.tag_ in ("WP", "WDT"):
            break
        start -= 1
        if token.lower_ in DETERMINERS and (start == here.start or here.token(start - 1).lower_ not in INNER_LINKS):
            break
    if start - 1 >= here.start and here.token(start - 1).text == "," and start - 2 in here.at:
        return
    while start < end and (here.token(start).pos_ in ("ADP", "CCONJ", "ADV") or here.token(start).text in JOINTS):
        start += 1
    head = head_of(start, end, here)
    if head is None or end - start > LONGEST or not is_plain_front(start, head.i, here):
        return
    if is_bare(start, end, here) or here.token(start - 1).text == ";" or here.token(start - 1).lower_ in LINKS:
        return
    if _follows_another(start, here):
        return
    yield RoleMention(person, start, end, "front")


def _opens_with_owner(start: int, end: int, here: SentencePeople) -> bool:
    """Whether words begin with the name of whose a role is: what stands before "and Moss's agent" is somebody else."""
    owner = here.token(start)
    while owner.pos_ == "PROPN" and owner.i + 1 < end:
        owner = here.token(owner.i + 1)
    return owner.i > start and owner.lower_ in ("'s", "'")


def _follows_another(start: int, here: SentencePeople) -> bool:
    """Whether a role may belong to a person named before it: "Ann Lee, clerk and Director of Roads, Bo Ek, …"."""
    first = here.token(start)
    if first.lower_ in DETERMINERS or first.ent_type_ in ("NORP", "GPE"):
        return False
    for i in range(start - 1, here.start - 1, -1):
        if i in here.at:
            return True
        if here.token(i).tag_ in FINITE:
            return False
    return False


def labelled(person: Person, here: SentencePeople) -> Iterator[RoleMention]:
    """The label of a line: "Chair: Jane Doe"."""
    colon = lead_in(person, here)
    if colon - 1 < here.start or here.token(colon).text not in (":", "–", "—"):
        return
    start = colon
    while start > here.start and here.token(start - 1).text not in BORDERS:
        start -= 1
    head = head_of(start, colon, here)
    short = start < colon <= start + 7 and not any(i in here.at for i in range(start, colon))
    if short and head is not None:
        yield RoleMention(person, start, colon, "label")
