"""Whether somebody came, told by a list of those who did or did not: "Apologies: Bo Lusk", "attended by pilots of three
ports, namely Tarn, Osk and Brill, and nurses from the Red Lamp"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.matching.deeds_told import Words
from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, MEETING_TERMS
from bot.question.named_dates import named
from bot.question.reading import without_lead_in
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, stem, tokens
from facts.expressions import expression

_CAME: Final = frozenset(map(stem, "attend come join participate".split()))
_SEND: Final = stem("send")
_WHERE: Final = frozenset("among at in on present there".split())
"""Words with which a question that has "be" begins to say where somebody was."""
_PLACES: Final = (
    frozenset(map(stem, "attend call convening line meeting present retreat room roundtable table there".split()))
    | MEETING_TERMS
)
_ANYBODY: Final = frozenset(
    "a an any anybody anyone delegate delegates delegation people representative representatives somebody someone "
    "team".split()
)
_NOBODY: Final = frozenset("neither no nobody none not".split())
_MORE: Final = frozenset("all as both each every everybody everyone for most only with without".split())
"""Words by which more is asked than if somebody came."""
_LABEL: Final = expression(
    r"(?:^|(?<=[.;–—] ))(?:also )?(?P<label>(?:members |others )?present|in attendance|attendance|attending|attendees"
    r"|participants|guests|observers|visitors|apology|apologies|absent|absences?|regrets|excused)"
    r"(?: (?:also|are|by phone|for absence|from|members|online|remotely|received|were)){0,2} ?:"
    r"(?P<list>[^:;]+?)(?=[.;] (?:[A-Z][a-z]+)(?: [a-z]+){0,3} ?:|;|[.]?$)",
    re.IGNORECASE,
)
"""What a line of minutes lists, up to the next label."""
_AWAY: Final = expression(r"apolog|absen|regrets|excused", re.IGNORECASE)
_ATTENDED: Final = expression(r"\b(?:was|were) (?:also |mainly )?(?:attended|joined) by (?P<list>[^;]+)", re.IGNORECASE)
_NAMED: Final = expression(
    r"\b(?:(?:participants|attendees|guests|those (?:present|attending|who (?:came|attended|took part|were there)))"
    r"(?: (?:also|joining|attending))? (?:included|were|came from)"
    r"|(?:joining|attending) (?:were|included)|also (?:present|there) (?:was|were)) (?P<list>[^;]+)",
    re.IGNORECASE,
)
_EXCUSED: Final = expression(
    r"\bapologies (?:for absence )?(?:(?:were|was|had been) )?(?:(?:received|given|sent|noted) )?from (?P<list>[^;]+)",
    re.IGNORECASE,
)
_STAYED_AWAY: Final = expression(
    r"(?:^|(?<=[.;:] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile ))"
    r"(?P<list>(?:The |Only |Both )?(?:[a-z-]+ ){0,3}?[A-Z](?:(?!\b(?:after|as|but|if|neither|no|nor|not|said|"
    r"that|when|which|while|who|whom|whose)\b)[^;:.]|\.(?= ?[A-Z])){1,90}?),? "
    r"(?:(?:was|were|is|are) (?:also |again |both |all )?(?:absent|unable to (?:attend|come|take part|be present))"
    r"|(?:could not|couldn['’]t) (?:attend|come|be (?:there|present))|stayed away"
    r"|(?:had |has )?(?:sent|gave|given|tendered) (?:his|her|its|their) (?:apologies|regrets))"
    r"(?=[,;.]|$| (?:and|as|because|but|due|owing|through|with)\b"
    r"|(?: from)? (?:the|this|yesterday['’]s) (?:conference|hearing|meeting|session|summit|talks)\b)"
)
"""Of whom a sentence tells that they were not there."""
_ENDS: Final = expression(
    r",? \b(?:who|whom|which|whose|where|while|after|before|during|when|but|except|as well as"
    r"|(?:at|in|on) (?:the|an?|\d+|[A-Z]\w*)|and \w+ed)\b|[.](?: |$)"
)
"""Where what is told as a list ends."""
_RELATIVE: Final = expression(r", (?:who|which|whose) [^,;.A-Z]+,(?= and (?:from|for|by)\b| and \S| [A-Z])")
"""What is told of one of a list by the way, behind which the list goes on: "Bo Lusk, who was ill, and Ada Moss"."""
_ASIDE: Final = expression(r" ?\((?P<aside>[^()]*)\)")
_ITEM: Final = expression(r" ?[,;/] ?(?:and |or )?| and ")
_AHEAD: Final = expression(r"^(?:namely|including|both|from|such as) ")
_SENT: Final = expression(r"(?P<head>(?:[a-z\d-]+ )+)(?P<of>from|of) (?:the )?(?P<whose>[A-Z].*)")
"""Those who came from somewhere and are not named."""
_KIN: Final = frozenset("critics daughters family fans friends opponents parents relatives sons supporters".split())
_NOT_THROUGHOUT: Final = expression(
    r"absen|apolog|excused|phone|remote|online|video|zoom|until|from|left|arrived|part", re.IGNORECASE
)
"""What is told beside a name of somebody who was not there, or not in the room, or not all the time."""


class _Entry(NamedTuple):
    """Somebody in a list: the words of the name, and whether they came."""

    name: Words
    came: bool


def came(question: Question, sentence: str, known: frozenset[str]) -> bool | None:
    """Whether those of whom it is asked if they came did so, by the lists of a sentence; None where these do not name
    them, or anything else is asked. What else is asked, and what is told to have been attended, has to be among the
    terms that are `known` of the meeting: a dinner is not the talks.

    >>> from bot.question import read
    >>> told = "Apologies: Bo Lusk"
    >>> came(read("Was Bo Lusk there?"), told, frozenset()), came(read("Did Ada Moss come?"), told, frozenset())
    (False, None)
    """
    who = _who(question, known.union(word.term for word in tokens(sentence)))
    told = {each.came for each in _entries(sentence, known) if who and _is_same(who, each.name)}
    return told.pop() if len(told) == 1 else None


def tells_only_who_was_away(sentence: str) -> bool:
    """Whether a sentence tells nothing but from whom apologies came.

    >>> tells_only_who_was_away("Apologies were received from Bo Lusk."), tells_only_who_was_away("Apologies: Bo Lusk")
    (True, False)
    """
    return _EXCUSED.fullmatch(sentence.strip()) is not None


def _who(question: Question, known: frozenset[str]) -> Words:
    """Those of whom a question asks if they came; none where it asks anything else, or of anything unknown."""
    words = without_lead_in(list(question.tokens))[1]
    asked = question.analysis
    if asked.answer_type != "yes_no" or asked.negated or not words or _asks_more(words):
        return ()
    of_be = words[0].surface in BE
    at = next((at for at in range(2, len(words)) if _says_came(words, at, of_be=of_be)), 0)
    dated = named(words)[1]
    behind = [word for place, word in enumerate(words) if place > at and place not in dated and not word.is_stop]
    if words[at].term == _SEND:
        behind = [word for word in behind if word.surface not in _ANYBODY]
    if not at or not _PLACES.union(known).issuperset(word.term for word in behind):
        return ()
    who = tuple(words[1:at])
    sent = next((place for place, word in enumerate(who) if word.surface in ("from", "of")), 0)
    if sent and _ANYBODY.issuperset(word.surface for word in who[:sent]):
        who = who[sent + 1 :]
    return tuple(word for word in who if not word.is_stop)


def _asks_more(words: Sequence[Token]) -> bool:
    """Whether more is asked than if somebody came: "for Osk", but neither "for the meeting" nor "the meeting with Osk"
    or "the Union for Osk"."""
    return any(word.surface in _MORE and not _goes_with_meeting(words, at) for at, word in enumerate(words))


def _goes_with_meeting(words: Sequence[Token], at: int) -> bool:
    """Whether the word at a place only says which meeting or body is meant."""
    before, word, after = words[at - 1] if at else None, words[at], words[at + 1] if at + 1 < len(words) else None
    if before is None or after is None:
        return False
    if word.surface == "for" and after.surface in DETERMINERS:
        return True
    return word.surface in ("for", "with") and (before.term in MEETING_TERMS or (before.capital and after.capital))


def _says_came(words: Sequence[Token], at: int, *, of_be: bool) -> bool:
    """Whether it is asked at a place if somebody came: by "attend", "be there" or "send a team"."""
    word, behind = words[at], {each.surface for each in words[at + 1 : at + 3]}
    return word.term in _CAME or (word.surface in _WHERE if of_be else word.term == _SEND and behind <= _ANYBODY)


def _entries(sentence: str, known: frozenset[str]) -> Iterator[_Entry]:
    """Those whom a sentence lists as there or as away."""
    for found in _LABEL.finditer(sentence):
        yield from _listed(found["list"], came=not _AWAY.match(found["label"]))
    for found in _ATTENDED.finditer(sentence):
        if _is_meeting(sentence[: found.start()], known):
            yield from _listed(_to_its_end(found["list"]), came=True)
    for found in _NAMED.finditer(sentence):
        yield from _listed(_to_its_end(found["list"]), came=True)
    for found in _STAYED_AWAY.finditer(sentence):
        yield from _listed(found["list"], came=False)
    for found in _EXCUSED.finditer(sentence):
        yield from _listed(_to_its_end(found["list"]), came=False)


def _is_meeting(ahead: str, known: frozenset[str]) -> bool:
    """Whether what stands before a verb names no other occasion than the meeting: neither a dinner nor a funeral."""
    clause = tokens(_ITEM.split(ahead)[-1])
    named = itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, clause)
    head = next((word for word in reversed(list(named)) if not word.is_stop), None)
    if head is None:
        return any(word.surface in ("it", "which") for word in clause)
    return not head.capital and head.term in MEETING_TERMS | known


def _to_its_end(names: str) -> str:
    names = _RELATIVE.sub(",", names)
    ends = _ENDS.search(names)
    return names[: ends.start() if ends else None]


def _listed(names: str, *, came: bool) -> Iterator[_Entry]:
    """Those whom a list names, each alone or as those from whom somebody came."""
    for item in _ITEM.split(_ASIDE.sub(lambda found: found[0].replace(",", " "), names.strip())):
        aside = _ASIDE.search(item)
        name = _AHEAD.sub("", _ASIDE.sub("", item).strip(" ."))
        if came and (_NOT_THROUGHOUT.search(aside["aside"] if aside else "") or _NOBODY & {*name.lower().split()}):
            continue
        yield _Entry(_content(name), came)
        sent = _SENT.fullmatch(name)
        if came and sent is not None and _is_of_several(sent):
            yield _Entry(_content(sent["whose"]), came)


def _is_of_several(sent: re.Match[str]) -> bool:
    """Whether those who are not named came for somebody: "nurses of the Red Lamp", "a team from Osk", no "mayor of
    Osk"."""
    head = sent["head"].split()
    if not _KIN.isdisjoint(head) or {"former", "ex"} & {*head}:
        return False
    return head[-1].endswith("s") or head[-1] == "people" or (sent["of"] == "from" and head[0] in ("a", "an", "one"))


def _content(text: str) -> Words:
    return tuple(word for word in tokens(text) if not word.is_stop)


def _is_same(who: Words, name: Words) -> bool:
    """Whether those asked about are those named: by all of the name, with or without a title, or by the surname."""
    mine, its = [word.term for word in who], [word.term for word in name]
    if mine == its:
        return True
    shorter, longer = sorted((mine, its), key=len)
    if not shorter or shorter[-1] != longer[-1] or not all(word.capital for word in name):
        return False
    if len(shorter) > 1:
        return {*longer}.issuperset(shorter)
    return shorter == mine and (who[0].capital or not lexicon.is_word(who[0].surface))
