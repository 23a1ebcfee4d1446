"""Roles that stand behind a name: in apposition, in brackets, in a clause with "who"; and where such a phrase ends."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.people.before_names import before_name
from facts.extract.people.sentence_people import (
    ENDS,
    LONGEST,
    OPENING,
    RoleMention,
    SentencePeople,
    head_of,
    is_plain_front,
    is_plural,
    is_word,
    parts_entries,
)
from facts.folding import fold
from facts.parse.name_words import is_role, title_of
from facts.parse.names import Person
from facts.parse.tree import Token
from facts.parse.words import ABBREVIATIONS, BE, BODY_NOUNS, CREDENTIALS, FINITE, HONORIFICS, TIME_ENTITIES

NOW = frozenset({"also", "currently", "now", "still"})
"""Words before a role that are no part of it."""
FORMERLY = frozenset({"formerly", "previously", "once"})
NO_ROLE = frozenset({"day", "hour", "month", "move", "number", "person", "sign", "step", "time", "week", "year"})
"""Nouns of an apposition with "a" that say nothing of who somebody is."""
ROLELESS = HONORIFICS | NO_ROLE
STOPS = ENDS - {"(", ")", "."}


def behind_name(person: Person, here: SentencePeople) -> Iterator[RoleMention]:
    """What stands behind a name: "Kim Lee, director of trade and head of the delegation, said", "Kim Lee (Chair)"."""
    i = person.end
    while i < here.end and fold(here.token(i).text) in CREDENTIALS:
        i += 1
    if i + 1 >= here.end:
        return
    mark = here.token(i)
    if mark.text == "(":
        yield from _bracketed(person, i + 1, here)
        close = next((k for k in range(i, here.end) if here.token(k).text == ")"), here.end)
        if close + 2 < here.end and here.token(close + 1).lower_ == "as" and is_role(here.token(close + 2)):
            yield RoleMention(person, close + 2, phrase_end(close + 2, here), "as")
    elif mark.lower_ == "as" and (here.token(i + 1).lower_ == "the" or is_role(here.token(i + 1))):
        end = phrase_end(i + 1, here)
        head = head_of(i + 1, end, here)
        if head is not None and not is_plural(head) and is_plain_front(i + 1, head.i, here):
            yield RoleMention(person, i + 1, without_time(i + 1, end, here), "as")
    elif mark.text in (",", "–", "—", "-"):
        start = i + 1
        if _may_be_of_next(person, start, here):
            return
        if here.token(start).like_num and start + 2 < here.end and here.token(start + 1).text == ",":
            start += 2
        yield from _apposed(person, start, here)


def _may_be_of_next(person: Person, start: int, here: SentencePeople) -> bool:
    """Whether a role behind a name may be of the next: "the clerk of Tarn, Ann Lee, the mayor of Tarn, Bo Ek, …"."""
    before = person.start - 1
    while before > here.start and (title_of(here.token(before)) or here.token(before).text == "."):
        before -= 1
    if before <= here.start or here.token(before).text != "," or person != here.named[0]:
        return False
    after = phrase_end(start, here) + 1
    if after <= here.end and parts_entries(after - 1, here):
        return False
    while after < here.end and (title_of(here.token(after)) or here.token(after).text == "."):
        after += 1
    return after in here.at


def _bracketed(person: Person, start: int, here: SentencePeople) -> Iterator[RoleMention]:
    end = next((k for k in range(start, min(here.end, start + 14)) if here.token(k).text == ")"), None)
    if end is None or end == start or any(c.isdigit() for k in range(start, end) for c in here.token(k).text):
        return
    if head_of(start, end, here) is not None:
        yield RoleMention(person, start, end, "brackets")


def _apposed(person: Person, start: int, here: SentencePeople) -> Iterator[RoleMention]:
    if here.token(start).lower_ in NOW and start + 1 < here.end:
        start += 1
    first = here.token(start)
    if first.lower_ == "who":
        yield from _relative(person, start, here)
        return
    if first.lower_ == "of" or first.lower_ in FORMERLY:
        return
    compound = start + 2 < here.end and here.token(start + 1).text == "-" and is_role(here.token(start + 2))
    verb = (first.pos_ in ("AUX", "SCONJ", "CCONJ", "ADP") and not compound) or (
        first.pos_ == "VERB" and first.lower_ not in OPENING and not is_role(first)
    )
    if verb or first.tag_ in ("WDT", "PRP", "WRB") or start in here.at or opens_name(start, here):
        return
    if first.pos_ == "ADV" and first.lower_ not in OPENING:
        return
    end = phrase_end(start, here)
    if not 0 < end - start <= LONGEST:
        return
    head = head_of(start, min(end, start + 9), here)
    if head is None and first.lower_ in ("a", "an"):
        head = next((here.token(k) for k in range(start + 1, end) if here.token(k).pos_ == "NOUN"), None)
        head = head if head is not None and head.lemma_.lower() not in NO_ROLE else None
    if head is None or head.i in here.at or head.lower_ in ROLELESS:
        return
    if is_plural(head) or not is_plain_front(start, head.i, here):
        return
    if end < here.end and here.token(end).text == "," and is_listed_behind(end, here):
        return  # it is for more than is read
    told = first.lower_ in ("a", "an")
    last = next((k for k in range(head.i + 1, end) if _is_aside(here.token(k), head, told=told)), end)
    yield RoleMention(person, start, last, "behind")


def _is_aside(token: Token, head: Token, *, told: bool) -> bool:
    """Whether a clause begins that does not name the role. `told`: "a midwife who …" does tell who somebody is."""
    return (token.dep_ == "acl" and token.head == head) or (not told and token.tag_ in ("WP", "WDT"))


def opens_name(start: int, here: SentencePeople) -> bool:
    """Whether a token begins the titles or the role right before another name: "…, and Foreign Minister Wang Yi"."""
    k = start
    while (
        k < here.end
        and k not in here.at
        and is_word(here.token(k))
        and here.token(k).tag_ not in FINITE
        and k - start < 12
    ):
        k += 1
    if k < here.end and here.token(k).text == "." and title_of(here.token(k - 1)):
        k += 1
    if k not in here.at or k == start:
        return False
    before = next(before_name(here.at[k], here), None)
    return (before is not None and before.start <= start) or all(
        title_of(here.token(m)) for m in range(start, k) if is_word(here.token(m))
    )


def phrase_end(start: int, here: SentencePeople) -> int:
    """The token behind a phrase that begins at a token: up to a comma, a dash, a closing bracket, a verb, a name."""
    depth, relative, listed = 0, False, start
    for i in range(start, here.end):
        token = here.token(i)
        if i < listed:
            continue
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return i
        if depth or i == start:
            continue
        if token.tag_ in ("WP", "WDT"):
            relative = True
        dash = token.text == "-" and token.i + 1 < here.end and token.whitespace_ and here.token(i - 1).whitespace_
        if token.text in STOPS or dash or (token.text == "." and (i + 1 == here.end or not _abbreviated(i, here))):
            more = _goes_on(i, here) if token.text == "," else None
            if more is not None:
                listed = more
                continue
            return i
        if parts_entries(i, here) and (i + 1 in here.at or opens_name(i + 1, here)):
            return i
        if token.lower_ == "and" and i + 1 < here.end and (i + 1 in here.at or opens_name(i + 1, here)):
            return i
        if token.tag_ in FINITE and not relative and not is_role(token):
            return i
    return here.end


def _abbreviated(i: int, here: SentencePeople) -> bool:
    return here.token(i - 1).lower_ in ABBREVIATIONS or len(here.token(i - 1).text) == 1


def _goes_on(i: int, here: SentencePeople) -> int | None:
    """Up to which token a role goes on behind a comma: "for Trade, Energy and the Climate", ", and head of the
    delegation,"; None where it ends there."""
    following = here.token(i + 1) if i + 1 < here.end else None
    if following is None or i + 1 in here.at:
        return None
    if following.lower_ == "and" and i + 2 < here.end:
        return i + 1 if is_role(here.token(i + 2)) and not opens_name(i + 2, here) else None
    if is_role(following) or opens_name(i + 1, here):
        return None
    small = not following.text[0].isupper() or here.token(i - 1).text.islower()
    if small and not is_listed_behind(i, here):
        return None
    for k in range(i + 1, min(here.end - 1, i + 8)):
        token = here.token(k)
        if token.lower_ in ("and", "&"):
            return k if _is_last_matter(i, k, here, small=small) else None
        listed = token.text[0].isupper() or token.text == "," or (small and token.pos_ in ("ADJ", "NOUN"))
        if k in here.at or not listed:
            return None
    return None


def is_listed_behind(i: int, here: SentencePeople) -> bool:
    """Whether what stands behind a comma is one of several things of which the word before it is another."""
    for k in range(i + 1, min(here.end, i + 4)):
        token = here.token(k)
        if token.dep_ == "conj":
            whole_name = k in here.at and here.at[k].end - here.at[k].start > 1
            return token.head.i == i - 1 and not whole_name and not is_role(token)
    return False


def _is_last_matter(comma: int, joint: int, here: SentencePeople, *, small: bool) -> bool:
    """Whether an "and" leads to the last of what a role is for, and not to somebody or a body beside its holder."""
    first = joint + 1 + (here.token(joint + 1).lower_ == "the")
    nearby = [here.token(m) for m in range(first, min(here.end, first + 3))]
    if not nearby or first in here.at or any(title_of(t) or is_role(t) for t in nearby):
        return False
    if not small and not nearby[0].text[0].isupper():
        return False
    plain = not small and first == joint + 1 and here.token(joint).text != "&" and here.token(joint - 1).text != ","
    beside = (here.token(m) for m in range(comma - 1, first + 3) if m < here.end)
    return plain or (here.token(comma - 1).ent_type_ != "GPE" and not any(t.folded in BODY_NOUNS for t in beside))


def _relative(person: Person, start: int, here: SentencePeople) -> Iterator[RoleMention]:
    """ "…, who is Vice-Principal for Education", "…, who heads the fund's ownership team"."""
    i = start + 1
    while i < here.end and here.token(i).pos_ in ("AUX", "ADV") and here.token(i).lemma_ not in BE:
        i += 1
    if i + 1 >= here.end or any(here.token(k).tag_ == "MD" for k in range(start, i)):
        return  # who will be it is not yet
    verb = here.token(i)
    if verb.tag_ == "VBD":
        return  # who was it or served as it may be it no more
    end = phrase_end(i + 1, here)
    if (verb.lemma_ in BE and here.token(i + 1).tag_ != "VBN") or (
        verb.lemma_ == "serve" and here.token(i + 1).lower_ == "as"
    ):
        first = i + 1 + (verb.lemma_ == "serve")
        while first + 1 < end and here.token(first).lower_ in NOW:
            first += 1
        head = head_of(first, end, here)
        if here.token(first).lower_ != "not" and head is not None and head.i - first < 6:
            yield RoleMention(person, first, without_time(first, end, here), "who")


def without_time(start: int, end: int, here: SentencePeople) -> int:
    """Where a phrase ends when what tells its time is cut off: "mayor of Harrowmere last night"."""
    for i in range(start + 1, end):
        token = here.token(i)
        if (
            token.ent_type_ in TIME_ENTITIES
            and token.ent_iob_ == "B"
            and token.dep_ != "compound"
            and not is_role(token)
        ):
            return i - (here.token(i - 1).pos_ == "ADP") if i - 1 > start else end
        if token.dep_ == "advcl" or token.lower_ in ("who", "which", "when", "after", "before", "since", "until"):
            return i
    return end
