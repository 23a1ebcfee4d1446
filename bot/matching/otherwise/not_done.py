"""What a sentence tells otherwise than it is asked: as wanted and not as done, of a deputy and not of the minister."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.cues import BE
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import stem, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.verbs import PASTS

_WORD: Final = expression(r"(?:[A-Za-z]\.){2,}|[\w’'-]+|[,;:.]")
_WILLS: Final = frozenset("will would shall should must may might could cannot won't wouldn't".split())
"""Verbs behind which nothing is told as done."""
_WISHES: Final = frozenset(map(stem, "ask claim demand propose recommend request seek threaten urge want wish".split()))
"""Words that tell of what stands behind them only as wanted: "asked for a quota of 9 tonnes"."""
_MULLS: Final = _WISHES | frozenset(map(stem, "consider contemplate mull plan plans weigh".split()))
"""Words that, before a noun, tell of it as not yet done: "were considering charges", "plans for a lock"."""
_WOULD_HAVE: Final = expression(r"\b(?:would|could|might) (?:\w+ly )?have (?:[\w’'-]+ ){1,5}$")
"""What is told before the words at a place as what might have been."""
_WANTS: Final = _WISHES | frozenset(
    map(
        stem,
        "aim call command decline due expect has have hope instruct intend invite likely need offer order plan pledge "
        "promise ready refuse require schedule set told vow".split(),
    )
)
"""Words that with "to" tell of what is only wanted, planned or demanded."""
_ACTS: Final = frozenset("act acts action actions deed deeds move moves step steps".split())
"""What "was to" tells of as done: "one of her last acts was to shut the lock"."""
_RESOLVES: Final = frozenset(map(stem, ("agree", "decide")))
"""Words that with "to" tell of what is resolved, and not yet whether it was done."""
_RULE: Final = stem("rule")
_FINDS: Final = frozenset("declared found held".split())
"""What a court does that rules so: "found that it could rule on the tolls, and found them void"."""
_MOVED: Final = expression(
    r"\b(?:mov|propos|recommend|suggest|request|demand|urg|ask)ed that\b|\b(?:motion|proposal|request) that\b",
    re.IGNORECASE,
)
_RESOLVED: Final = expression(
    r"\b(?:carried|passed|adopted|approved|agreed(?! to \w)|accepted|lost|rejected|defeated|withdrawn|fell)\b",
    re.IGNORECASE,
)
"""What became of what was moved."""
_REFUSED: Final = expression(
    r"\b(?:(?:reject|refus|oppos|scrapp|block|veto|abandon|shelv|defeat)(?:ed|es|ing)?|"
    r"(?:ruled out|turned down|voted down))((?: [\w’'-]+){1,4})",
    re.IGNORECASE,
)
_OF_DEEDS: Final = frozenset(("who", "how_many", "where", "list"))
_CLAUSE: Final = expression(r"[;:.,]\s|\b(?:and|but|who|which|that)\b")
_NEARBY: Final = 6
"""How many words before an answer tell that it is only wanted."""
_STEM: Final = 4
"""Letters from which on a term may be a part of that of its noun."""
_BETWEEN: Final = frozenset("also be been being then have not never soon finally again".split())
"""Words that stand between these and the verb."""
_WITHIN: Final = 10
"""How many words "to" may stand behind the word that it belongs to."""
_HAS: Final = frozenset("has have had".split())
_GOING: Final = frozenset(("going", "gonna", "meant", "supposed"))
"""What with "to" asks for what is planned."""
_WITH_NAMES: Final = frozenset("and of the for & ,".split())
"""What stands between the names of those who are to do something."""
_DONE: Final = _HAS | {"did", "was", "were"}
BELOW: Final = frozenset("acting assistant associate deputy vice".split())
"""What stands before an office that is below the one it names."""
_BEFORE: Final = frozenset("ex former then previous outgoing late incoming designate".split())
_JOINED: Final = expression(rf"\b({'|'.join(sorted(BELOW | _BEFORE))})-")
"""A word that stands before an office, joined to it: "vice-chair"."""
_BESIDE: Final = expression(
    r"(?:advis[eo]r|aide|assistant|deputy|envoy|representative|spokes\w+)\b [^,;]{0,20}\b(?:to|of|for)"
)
"""What somebody is of another: "an adviser to the"."""
_ELECTS: Final = frozenset(map(stem, "appoint choose elect make name".split()))
_AS: Final = frozenset("as the a an its their to be".split())
_OF: Final = expression(r"\w's\b| of ")
"""What an office is asked by: "Tarn's mayor"."""
_WHOSE_DEED: Final = frozenset("her his its my our their".split())
_NOT_YET: Final = frozenset("unless until".split())
"""Words behind which nothing is done yet."""
_NEAR: Final = 3
"""How many words such a word may stand before the office."""


def only_wanted(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what a question asks for as done only as wanted, planned, demanded or to come; why
    it was not done may be told right there.

    >>> from bot.question import read
    >>> asked = read("When did Tarn sign the pact?")
    >>> only_wanted(asked, "Tarn was urged to sign the pact."), only_wanted(asked, "In Osmark Tarn signed the pact.")
    (True, False)
    """
    asked = question.analysis
    surfaces = [token.surface for token in question.tokens]
    if not _asks_for_done(question, surfaces) or (asked.answer_type == "why" and asked.negated):
        return False
    words = [fold(word) for word in _WORD.findall(sentence)]
    wants = _WANTS | _RESOLVES if asked.answer_type == "yes_no" else _WANTS
    for verb in _verbs(question):
        told = [at for at, word in enumerate(words) if stem(word) == verb or (verb == _RULE and word in _FINDS)]
        if told and all(_is_wanted(words, at, wants) or _is_awaited(words, at) for at in told):
            return True
    return False


def only_a_task(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what a question asks for as done only as a task or a resolution of minutes.

    >>> from bot.question import read
    >>> only_a_task(read("Was the lock mended?"), "RESOLVED: to mend the lock.")
    True
    """
    if not _asks_for_done(question, [token.surface for token in question.tokens]):
        return False
    asked, written = question.analysis, _WORD.findall(sentence)
    verbs = _verbs(question) or [word.term for word in asked.words if not word.capital]
    told = [at for at, word in enumerate(written) if stem(fold(word)) in verbs]
    to_do = [at for at in told if _is_to_be_done(written[:at])]
    done = {stem(fold(written[at])) for at in told if at not in to_do}
    return any(stem(fold(written[at])) not in done for at in to_do)


def _is_to_be_done(ahead: Sequence[str]) -> bool:
    """Whether words before a verb end with "to", and before that have no verb in their clause, but at most who is to do
    it: "Action: the clerk to" (write to Tarn), "RESOLVED to" (mend the lock)."""
    before = list(itertools.dropwhile(lambda word: word in _BETWEEN or word.endswith("ly"), reversed(ahead)))
    if not before or before[0].lower() != "to":
        return False
    clause = list(itertools.takewhile(lambda word: word not in ":;.", before[1:]))
    labelled = before[len(clause) + 1 :][:1] == [":"]
    names = all(word[0].isupper() or word in _WITH_NAMES for word in clause)
    return (names or labelled) and not any(_is_verb(word) for word in clause if not word.isupper())


def _is_verb(word: str) -> bool:
    said = fold(word)
    return said.endswith("ed") or said in PASTS | _HAS | _WILLS | BE or stem(said) in _WANTS


def is_wished_for(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who or how many did or had something done, and a sentence tells the words at a span of
    it as what was asked for, proposed, weighed or threatened, or might have been.

    >>> from bot.question import read
    >>> is_wished_for(read("How much was Ada Wren fined?"), "They threatened a fine of 50 crowns.", (26, 35))
    True
    """
    asked = question.analysis
    if asked.answer_type not in _OF_DEEDS or not asked.terms.isdisjoint(_WISHES) or _RESOLVED.search(sentence):
        return False
    if not _asks_for_done(question, [token.surface for token in question.tokens]):
        return False
    clause = _CLAUSE.split(sentence[: span[0]])[-1]
    if _WOULD_HAVE.search(clause):
        return True
    near = [(fold(word), stem(fold(word))) for word in _WORD.findall(clause)[-_NEARBY:]]
    behind = itertools.dropwhile(lambda word: word[1] not in _MULLS, near)
    return next(behind, None) is not None and not any(word in PASTS or word.endswith("ed") for word, _ in behind)


def _verbs(question: Question) -> list[str]:
    """What is asked about as done: the verb, or where that is not told from other words, all that may be one."""
    asked = question.analysis
    if asked.predicate is not None or asked.answer_type == "yes_no":  # "declined to say" is a "No"
        return [asked.predicate] if asked.predicate is not None else []
    return [word.term for word in asked.words if word.term not in asked.focus and not word.capital]


def only_moved(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what a yes/no question asks only as what somebody moved, proposed or asked for.

    >>> from bot.question import read
    >>> only_moved(read("Does the library open on Sundays?"), "Ada Wren moved that the library open on Sundays.")
    True
    """
    verb, found = question.analysis.predicate, _MOVED.search(sentence)
    if question.analysis.answer_type != "yes_no" or found is None or _RESOLVED.search(sentence):
        return False
    ahead, behind = (
        {token.term for token in tokens(part)} for part in (sentence[: found.start()], sentence[found.end() :])
    )
    return verb in behind - ahead and _MOVED.search(question.text) is None


def only_refused(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what a question asks for as done only as what was refused.

    >>> from bot.question import read
    >>> only_refused(read("Who did the union merge with?"), "The union rejected a merger with the dockers.")
    True
    """
    verb, refused = question.analysis.predicate, _REFUSED.findall(sentence)
    asks_for_it = _REFUSED.search(f"{question.text} it")  # "what was rejected", too
    pairs = itertools.pairwise(question.tokens)
    noun = any(after.term == verb and before.surface in ("a", "an", "the") for before, after in pairs)
    if verb is None or noun or question.analysis.answer_type == "yes_no" or asks_for_it:
        return False
    told = [word for word in map(stem, map(fold, _WORD.findall(sentence))) if _is_named_for(word, verb)]
    return len(told) == 1 and any(_is_named_for(stem(fold(word)), verb) for each in refused for word in each.split())


def _is_named_for(noun: str, verb: str) -> bool:
    """Whether a noun is that of a verb: "merger" of "merge"; both as terms."""
    return noun == verb or (len(verb) >= _STEM and noun.startswith(verb))


def _asks_for_done(question: Question, surfaces: Sequence[str]) -> bool:
    has_to = any(
        (word in _HAS | BE | _GOING and after == "to") or (word, after) == ("to", "be")
        for word, after in itertools.pairwise(surfaces)
    )
    pairs = itertools.pairwise([*surfaces, ""])
    others = [
        word
        for word, after in pairs
        if word not in _HAS and stem(word) != question.analysis.predicate and (word != "ready" or after == "to")
    ]
    wanted = has_to or any(word in _WILLS or stem(word) in _WANTS for word in others)
    return not wanted and (bool(question.analysis.past) or not _DONE.isdisjoint(surfaces))


def _is_wanted(words: Sequence[str], at: int, wants: frozenset[str]) -> bool:
    """Whether the verb at a place stands behind "will", or behind "to" that belongs to a word of wanting."""
    before = at - 1
    while before >= 0 and (words[before] in _BETWEEN or words[before].endswith("ly")):
        before -= 1
    if before < 0:
        return False
    if words[before] in _WILLS:
        return True
    if words[before] != "to":
        return False
    clause: list[str] = []
    for word in reversed(words[max(0, before - _WITHIN) : before]):
        if word in ",;:.":
            break
        clause.append(word)
    if clause and clause[0] in BE:
        return _ACTS.isdisjoint(words[:before])
    return any(stem(word) in wants and not _helps(clause, at) for at, word in enumerate(clause))


def _helps(reversed_clause: Sequence[str], at: int) -> bool:
    """Whether the word at a place is the auxiliary of a participle: "have used it to mend 9 locks" has them mended."""
    if reversed_clause[at] not in _HAS or not at:
        return False
    behind = next((word for word in reversed(reversed_clause[:at]) if word not in _BETWEEN), "")
    return behind.endswith("ed") or behind in PASTS


def _is_awaited(words: Sequence[str], at: int) -> bool:
    """Whether the verb at a place stands behind "until" in its clause, and not in the past."""
    if words[at].endswith("ed") or words[at] in PASTS:
        return False
    clause = list(itertools.takewhile(lambda word: word not in ",;:.", reversed(words[max(0, at - _WITHIN) : at])))
    named = clause[:1] and clause[0] in _WHOSE_DEED  # "until his resignation": it came about
    return not named and not _NOT_YET.isdisjoint(clause)


def of_another_office(question: Question, sentence: str) -> bool:
    """Whether a sentence names an office asked for only with one below, before or beside it.

    >>> from bot.question import read
    >>> of_another_office(read("Who is the harbour master of Tarn?"), "Ada Wren, deputy harbour master of Tarn, came.")
    True
    """
    asked = question.analysis
    words = question.tokens
    surfaces = [token.surface for token in words]
    if asked.answer_type != "who" or {*surfaces} & (BELOW | _BEFORE):
        return False
    first = 0
    if asked.predicate in _ELECTS:  # "elected as the chair of Tarn"
        first = next((at + 1 for at, word in enumerate(words) if word.term == asked.predicate), 0)
        first += sum(1 for _ in itertools.takewhile(lambda each: each in _AS, surfaces[first:]))
    elif asked.predicate is not None or ("the" not in surfaces and not _OF.search(fold(question.text))):
        return False
    others = BELOW if asked.past else BELOW | _BEFORE
    upto = next((at for at in range(first, len(words)) if surfaces[at] in PREPOSITIONS), len(words))
    office = words[upto - 1].term if upto > first else ""
    return office in asked.terms and _only_beside(office, others, fold(sentence))


def _first_part(word: str) -> str:
    """What a word joined by a hyphen begins with: "chair" of "chair-in-office"."""
    return word.strip("-").partition("-")[0] or word


def _only_beside(term: str, others: frozenset[str], sentence: str) -> bool:
    """Whether a word stands nowhere in a sentence but behind one of some others, or in what somebody is of another."""
    sentence = _JOINED.sub(r"\1 ", sentence)
    words = list(_WORD.finditer(sentence))
    places = [found for found in words if term in (stem(found[0]), stem(_first_part(found[0])))]

    def beside(found: re.Match[str]) -> bool:
        ahead = sentence[: found.start()]
        near = _WORD.findall(ahead)[-_NEAR:]
        return not others.isdisjoint(near) or _BESIDE.search(ahead[-40:]) is not None

    return bool(places) and all(map(beside, places))
