"""Yes or no: what a sentence decides, by its words where these tell what is asked (see `told`), else by the reader's
verdict, where it is sure and no words speak against it.

The reader's "No" does not stand on the denial of something else, nor where what is asked as denied is denied, its
"Yes" not where something is left open. How often each is right: deploy/reader/LOG.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from bot.matching.deeds_told import SMOOTH, without_asides
from bot.matching.yes_no.told import DECIDED, UNLESS_READ_OTHERWISE, Told
from bot.matching.yes_no.two_sides import leaning, tells_both
from bot.question import lexicon
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.reader import Reading

SURE = 0.85
"""The least chance, by the reader, of a yes or no that is given: from it on nine in ten were right."""
SURE_OF_DENIED = 0.75
"""The same of a "No" to what the sentence denies or rules out."""
LEANING, NEAR = 0.5, 2.0
"""The least chance and logit, by the reader, of a "No" to what the sentence denies in the very word of the question."""
YES_FROM, NO_FROM = 1.0, 0.0
"""The least logit, by the reader, of a sentence that answers "Yes", and of one that answers "No"."""
_OWN_WORDS: Final = 5
"""With so many words that a sentence is made of it is of something of its own."""
_GOES_ON: Final = expression(
    r"(?:the|this|that|his|her|their) (?:amendment|bid|bill|idea|motion|offer|plan|proposal|request|resolution)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells what became of what was spoken of before."""
TOLD_FROM = -4.0
"""The least logit, by the reader, of what a sentence tells by another verb than is asked: below it, by chance."""
_DENIES: Final = (
    r"(?:refus\w*|reject\w*|declin(?:e[ds]?|ing)|oppos(?:e[ds]?|ing|ition)|den(?:y|ied|ies|ying)|lack(?:s|ed|ing)?|"
    r"missed|fail(?:s|ed|ing)?|abstain\w*|boycott(?:ed|ing)|object(?:s|ed|ing|ions?)?|absent|"
    r"f[ae]ll(?:s|en|ing)? (?:short|through)|(?:came|comes?|coming) to (?:nothing|naught)|founder(?:ed|ing)|"
    r"apologies|silent|sa(?:y|id) no|"
    r"(?:rul|turn|vot)\w* (?:out|down)|thr[eo]wn?(?: [\w’'-]+){0,2}? out|"
    r"(?:put(?:s|ting)?|stay\w*) (?:off|away)|(?<!got )los(?:e|t|ing)|"
    r"(?:dropp|remov|struck|tak)\w* (?:from|off) (?:the|its|their) (?:agenda|table))"
)
"""Words that deny what stands behind them, besides "not"."""
_UN: Final = r"un(?!it|if|de)[a-z]+"
_NOT: Final = r"(?:not|(?:has|have|had|is|are) yet to|no|never|nobody|none|nothing|without|cannot|\w+n['’]t)"
_AFFIRMED: Final = expression(
    rf"\b(?:(?:{_NOT}|stopped short of)(?: [\w’'-]+){{0,3}}? {_DENIES}|{_DENIES}(?: [\w’'-]+){{0,5}}? {_DENIES}"
    r"|unoppos\w+)\b",
    re.IGNORECASE,
)
"""Two denials of which one takes back the other: "did not rule out"."""
_DENIED: Final = expression(rf"\b(?:{_NOT}|neither|nor|{_DENIES}|{_UN}ed|non-\w+)\b", re.IGNORECASE)
_ASKS_DENIED: Final = expression(
    rf"\b(?:{_DENIES}|without|{_UN}(?:ed|en)|non-\w+|nobody|none|against|empty-handed|too (?:few|little)|"
    r"(?:avoid|block|skip|scrap|shelv|veto)(?:p?ed|p?ing|e[ds]?|s)?|"
    r"(?:leav|left|keep|kept|shut|lock|thr[eo]w)\w*(?: [\w’'-]+){0,6}? out|"
    r"(?:turn|keep|kept)\w*(?: [\w’'-]+){0,5}? away|"
    r"(?:put|call|hold|held)\w*(?: [\w’'-]+){1,5}? off|called off|(?:put|set|brush)\w*(?: [\w’'-]+){0,5}? aside|"
    r"(?:keep|kept) apart)\b",
    re.IGNORECASE,
)
"""What a question asks about as denied; "didn't" in a question asks the same as "did"."""
_OPEN: Final = expression(
    r"\b(?:whether|if|propos\w+|mov(?:ed|es|ing) (?:that|to|for)|ask(?:s|ed|ing)?|request\w*|call(?:s|ed|ing)? for|"
    r"refer(?:red|s)? (?:to|back)|defer\w*|postpon\w*|adjourn\w*|delay\w*|h[eo]ld back|call(?:ed)? off|cancel\w*|"
    r"consider\w*|examin\w*|stud(?:y|ied|ies)|bid|wish\w*|hop(?:e[ds]?|ing)|(?<!than )plan(?:s|ned)|should have|would|"
    r"could|might|(?-i:may)|focus\w* on|aim\w* (?:at|to)|prioriti[sz]\w*|"
    r"want(?:s|ed)?|suggest\w*|recommend\w*|urg(?:e[ds]?|ing)|seek\w*|sought|await\w*|pending|until|"
    r"which (?:had |has )?(?:said|says|claim(?:ed|s)|alleg(?:ed|es)))\b",
    re.IGNORECASE,
)
"""What tells of something as not done, or not yet, or only in some case."""
_SMOOTHLY: Final = expression(rf"\bwithout (?:any |an? )?(?:{'|'.join(sorted(SMOOTH))})\b", re.IGNORECASE)
"""How something was done all the same: "approved without amendment"."""
_RULES_OUT: Final = expression(r"\b(?:cancel\w*|called off|postponed|unlike(?:ly)?)\b", re.IGNORECASE)
"""What lets nothing else be so, besides a denial and "only"."""
_ONLY: Final = expression(r"\b[Oo]nly\b(?P<whom>(?: [\w’'-]+){0,6})")
_NAME: Final = expression(r"\b[A-Z][\w’'-]+")
_IS_TO: Final = expression(r"\b(?:is|are|was|were) (?:then |also |still )?to [a-z]+\b")
_ASKS_DONE: Final = expression(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)
_WISHED: Final = expression(
    r"\b(?:ask|mov|propos|request|demand|urg|recommend|suggest|insist)\w* (?P<what>that\b.*)", re.IGNORECASE
)
"""What is only wanted, also as denied: "asked that no fee be raised"."""
_DENIED_VERB: Final = expression(
    r"(?:\b(?:not|never|(?:has|have|had|is|are|was|were) (?:still )?yet to)|n[’']t)(?! only\b)"
    r"(?: (?:been|be|yet|then|all|\w+ly))* ([\w’'-]+)",
    re.IGNORECASE,
)
"""A verb with what denies it."""
_IN_PART: Final = expression(
    r"\b(?:part(?:ly|ially)|half|almost|nearly|hardly|barely|scarcely|virtually) (?:(?:been|be) )?([\w’'-]+)",
    re.IGNORECASE,
)
"""A verb with what tells it as done in part, or as good as not."""
_KEEPS: Final = expression(
    r"\b(?:reject\w*|refus\w*|oppos\w*|defeat\w*|dismiss\w*|(?:turn|vot)\w* (?:down|against)|threw out)"
    r"(?: [\w’'-]+){0,3}? (?:plans?|proposals?|motions?|bids?|calls?|demands?|petitions?|requests?|moves?) to "
    r"(abandon|abolish|axe|ban|bar|block|break|cancel|close|cut|demolish|disband|dissolve|drop|end|exclude|forbid|halt|"
    r"outlaw|prohibit|remove|restrict|scrap|sell|sever|shut|stop|suspend)\b",
    re.IGNORECASE,
)
"""What refuses to do away with something, which so stays allowed, with the verb for that."""
_OF_A_PLAN: Final = expression(
    r"\b(?:ideas?|plans?|proposals?|motions?|bids?|calls?|demands?|petitions?|requests?|moves?)\b", re.IGNORECASE
)
"""What is asked about where it is asked what became of such a plan itself."""
_BACK: Final = expression(
    r"(?<!not )(?<!not been )(?<!never )\b(?:re-?(?:imposed|instated|introduced|versed|voked|stored|vived)|"
    r"brought back|(?:in force|back|in place) again|back in (?:force|place|use))\b",
    re.IGNORECASE,
)
"""What tells that something is again as it was before what else is told of it."""
_ASKS_NOT: Final = expression(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_CLAUSE: Final = expression(
    r"[;:,()“”\"–—]| (?=(?:but|and|while|whereas|which|who|although|though|because|since|as|instead|rather) )"
)
"""What stands between two clauses."""

Standing = Literal["borne out", "open", "held"]


class Verdict(NamedTuple):
    """What a sentence says to a yes/no question, and whether that is borne out, left open or held: its words speak
    against it, or the reader is not sure enough."""

    said: Literal["Yes", "No"]
    standing: Standing


def verdict(question: str, sentence: str, reading: Reading, told: Told | None, verb: str | None = None) -> Verdict:
    """What a sentence that was read decides of a yes/no question, where its words alone do not (`told`); `verb` is the
    term of what is asked to be done."""
    said = DECIDED.get(told)
    affirms = told == "so" or (said is None and reading.yes >= reading.no)
    if affirms and not _ASKS_NOT.search(question) and _is_undone(question, sentence, verb):
        return Verdict("Yes", "held")
    if affirms and not _ASKS_NOT.search(question) and leaning(question, sentence) == "No":
        return Verdict("Yes", "held")  # "voted against it" of "did she vote for it?"
    if said:
        against = reading.no if said == "Yes" else reading.yes
        if said == "Yes" and against >= SURE and _is_denied(_marked(sentence, reading)) and not _asks_denied(question):
            return Verdict("Yes", "held")
        by_chance = reading.logit < TOLD_FROM and verb is not None and verb not in content_terms(sentence)
        held = by_chance or (told in UNLESS_READ_OTHERWISE and against >= SURE)
        return Verdict(said, "held" if held else "borne out")
    if told in ("uncounted", "only said", "another thing's"):
        return Verdict("No" if reading.no > reading.yes else "Yes", "held")
    affirmed = leaning(question, sentence) == "Yes" and reading.logit >= YES_FROM
    if reading.no > reading.yes and not (affirmed and told is None and reading.no < SURE):
        against = affirmed and told is None
        return Verdict("No", "held" if against else _standing_of_no(question, sentence, reading, told, verb))
    if told in ("another's", "elsewhere", "disowned"):
        return Verdict("Yes", "held")
    if _OPEN.search(sentence) and not _OPEN.search(question) and not (affirmed and reading.yes >= SURE):
        return Verdict("Yes", "held")
    if affirmed:
        return Verdict("Yes", "borne out")
    label, colon, _ = sentence.partition(":")
    denied = _denies_it(question, sentence, verb) or bool(colon and _is_denied(label))
    against = not _is_denied(sentence) if _asks_denied(question) else denied
    if against or _is_to_come(question, sentence):
        return Verdict("Yes", "held")
    if reading.logit < YES_FROM:
        return Verdict("Yes", "open" if content_terms(sentence) <= content_terms(question) else "held")
    return Verdict("Yes", "borne out" if reading.yes >= SURE else "held")


def _is_undone(question: str, sentence: str, verb: str | None) -> bool:
    """Whether a sentence tells what a question asks about only as denied, as done in part, or as undone since: its
    verb, or the last word of "speed limit lowered?"."""
    words = tokens(question)
    done = {verb} | {word.term for word in words[-1:] if word.surface.endswith("ed")}
    back = _BACK.search(sentence)
    if back is not None and "," in sentence[: back.start()] and not _BACK.search(question):
        behind = content_terms(sentence[back.start() :])
        if not done.isdisjoint(content_terms(sentence[: back.start()]) - behind):
            return True
    in_part = not _IN_PART.search(question) and any(
        stem(each[1].lower()) in done for each in _IN_PART.finditer(sentence)
    )
    return in_part or any(denies_verb(each, sentence) for each in done)


def _marked(sentence: str, reading: Reading) -> str:
    return sentence[reading.begin : reading.end]


def _standing_of_no(question: str, sentence: str, reading: Reading, told: Told | None, verb: str | None) -> Standing:
    """How a "No" of the reader stands: not on a denial of something else, nor where both deny."""
    if told == "disowned":
        return "borne out" if reading.logit >= NO_FROM and reading.no >= SURE_OF_DENIED else "held"
    kept = _refuses_other_than(question, sentence)
    of_that = told in (None, "another's") and reading.logit >= NO_FROM and not kept
    if of_that and leaning(question, sentence) == "No":
        return "borne out"
    near = _denies_it(question, sentence, verb)
    smooth = _SMOOTHLY.search(sentence) and not _is_denied(_SMOOTHLY.sub(" ", sentence))
    if reading.logit < NO_FROM or smooth or _AFFIRMED.search(sentence) or (near and _asks_denied(question)):
        return "held"
    if told is None and _is_of_other_things(question, sentence):
        return "held"
    if kept:
        return "held"
    if near and reading.logit >= NEAR and reading.no >= LEANING and _denies_word_of(question, sentence):
        return "borne out"
    if not near and tells_both(question, sentence):
        return "held"
    if near or (told is None and _rules_out(question, sentence, verb)):
        return "borne out" if reading.no >= SURE_OF_DENIED else "held"
    sure = reading.no >= SURE and (told == "elsewhere" or not _is_denied(sentence))
    return "borne out" if sure else "held"


def _refuses_other_than(question: str, sentence: str) -> bool:
    """Whether a sentence tells that something was not done away with, where a question asks something else."""
    kept = _KEEPS.search(sentence)
    if kept is None or _OF_A_PLAN.search(question):
        return False
    return stem(kept[1].lower()) not in content_terms(question)


def _denies_word_of(question: str, sentence: str) -> bool:
    """Whether a sentence denies a verb that a question has, be it as a noun: "could not vote" of who cast a vote."""
    asked = content_terms(question)
    return any(stem(each[1].lower()) in asked for each in _DENIED_VERB.finditer(sentence))


def _is_of_other_things(question: str, sentence: str) -> bool:
    """Whether a sentence tells enough to be of something, and of nothing that a question names: what it denies is
    something else. "It fell." and "The motion was lost." go on with what is asked about."""
    words = content_terms(sentence)
    goes_on = _GOES_ON.match(sentence) is not None
    return not goes_on and len(words) >= _OWN_WORDS and words.isdisjoint(content_terms(question))


def _denies_it(question: str, sentence: str, verb: str | None) -> bool:
    """Whether a sentence denies something in what it tells of the things asked about."""
    return any(_is_denied(_without_wish(each, verb)) for each in _clauses_about(question, sentence))


def _rules_out(question: str, sentence: str, verb: str | None) -> bool:
    """Whether a sentence denies something or lets nothing else be so, and tells the verb of the question nowhere
    without that: "who owns the lock, took no part" denies nothing of owning it."""
    if verb is None and question.lower().startswith("did "):
        return False
    said = _without_wish(sentence, verb)
    told = [each for each in _CLAUSE.split(said) if verb in content_terms(each)]
    apart = _RULES_OUT.search(said) is not None or _is_denied(said) or _is_only_of_others(question, said)
    return apart and all(map(_is_denied, told))


def _is_only_of_others(question: str, sentence: str) -> bool:
    """Whether a sentence tells something of some only, none of whom a question names: "only Tarn has a lock" lets Osk
    have none, but says no more of Tarn."""
    asked = content_terms(question)
    return any(
        not any(content_terms(name) & asked for name in _NAME.findall(only["whom"]))
        for only in _ONLY.finditer(sentence)
    )


def _without_wish(clause: str, verb: str | None) -> str:
    """A clause without what is only wanted, where that does not tell of the verb of the question."""
    wished = _WISHED.search(clause)
    return clause[: wished.start("what")] if wished and verb not in content_terms(wished["what"]) else clause


def _is_to_come(question: str, sentence: str) -> bool:
    """Whether a question asks what was done, and a sentence tells what was to be done."""
    asks_to = any(lexicon.is_verb(word) for word in re.findall(r"\bto ([a-z]+)", question))
    return bool(_ASKS_DONE.match(question)) and not asks_to and _IS_TO.search(sentence) is not None


def is_turned_round(question: str, sentence: str) -> bool:
    """Whether a "No" to a question would be taken from a sentence that says as much as it asks: both deny, or neither.

    A sentence without any denial may still contradict the question by what else it tells.

    >>> is_turned_round("Did she refuse to pay?", "She declined to pay.")
    True
    """
    affirmed, denied = _AFFIRMED.search(sentence), _is_denied(sentence)
    if _asks_denied(question):
        return denied and not affirmed
    return bool(affirmed and not denied)


def denies_verb(verb: str | None, sentence: str) -> bool:
    """Whether a sentence tells a verb (as a term) only as denied: no "yes" to whether that was done rests on it.

    >>> denies_verb("adopt", "A proposal was discussed but not adopted.")
    True
    """
    denied = [verb for each in _DENIED_VERB.finditer(sentence) if stem(each[1].lower()) == verb]
    return bool(denied) and len(denied) == sum(token.term == verb for token in tokens(sentence))


def speaks_of_denial(text: str) -> bool:
    """Whether a word of denial stands in a text."""
    return _DENIED.search(text) is not None


def _asks_denied(question: str) -> bool:
    return len(_ASKS_DENIED.findall(question)) % 2 == 1


def _is_denied(text: str) -> bool:
    return _DENIED.search(_AFFIRMED.sub(" ", text)) is not None


def _clauses_about(question: str, sentence: str) -> Iterator[str]:
    """The clauses of a sentence that share most words with a question; none where none shares any."""
    asked = content_terms(question)
    short = without_asides(sentence)
    is_aside = asked.isdisjoint(content_terms(sentence) - content_terms(short))
    parts = _CLAUSE.split(short if is_aside else sentence)
    clauses = [(len(asked & content_terms(clause)), clause) for clause in parts if clause.strip()]
    most = max((shared for shared, _ in clauses), default=0)
    return (clause for shared, clause in clauses if shared == most > 0)
