"""The gate that every draft passes: a question that a stranger understands, an answer that is one."""

from __future__ import annotations

import re

from facts.extract.draft import Draft
from facts.extract.loose_ends import loose_end
from facts.extract.vague import asks_vaguely, is_vague
from facts.parse.numbers import NUMBER_WORDS
from facts.parse.words import BODY_NOUNS, DOCUMENT_NOUNS, GATHERING_NOUNS, PERSON_NOUNS
from facts.questions import is_anchored, is_clean
from facts.questions.naming import PARTICIPANTS

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_NOTE, LONGEST_LIST = 30, 24, 60, 120
"""How many words a question, an answer, a note or a purpose, and a list of names may have."""
LONGEST_NAMED = 48
"""How many words a question may have with the name of a meeting."""
LONGEST_SPOKEN = 30
"""How many words what was spoken of may have, which is often a list of topics."""
OF_SPEAKER = re.compile(
    r"(?<= say )(?:he|she|it|they|(?:her|his|its|their)(?: [\w-]+){1,4}) (?=(?:must|should|will|would) do\b)"
)
"""Whoever a question has just named as who speaks: "What did Ada Wren say she would do?"."""
SPOKEN = frozenset({"statement.among", "statement.of", "statement.said", "statement.spoken"})
OF_WHOLE_NAME = re.compile(r"meeting\.|purpose\.aim")
"""Rules whose questions have the name of the meeting in their midst."""
POINTING = re.compile(
    r"(?<![’'])\b(?:he|him|his|she|her|hers|it|its|itself|they|them|their|theirs|themselves|we|us|our|ours|i|me|my|mine|you|"
    r"your|this|these|those|herein|thereof|aforementioned)\b"
    r"(?![.-]| (?:Excellency|Grace|Highness|Holiness|Majesty|Royal)\b)",
    re.IGNORECASE,
)
"""Words that point to somebody or something that a question does not name; with a capital they are in a name: "US"."""
WEEKDAY = re.compile(r"\b(?:by|from|last|next|on|since|this|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d)")
"""A day of a week that a question does not tell."""
TIME_OF_TEXT = re.compile(
    r"(?<![’'-])\b(?:last|next|this) (?:autumn|month|spring|summer|week|winter|year)\b"
    r"(?! \d)(?![’']s)(?=[?,]|$| (?!after\b))"
)
"""A time that a question does not tell."""
BARE = re.compile(
    r"\bthe (?:"
    + "|".join(sorted(BODY_NOUNS | GATHERING_NOUNS | PERSON_NOUNS))
    + r")\b(?! (?:of|for|on|that|which|who)\b| [A-Z]|-|[’']s [A-Z])",
    re.IGNORECASE,
)
"""A body, a meeting or a person without a name."""
_SEVERAL = {f"{noun}s" for noun in PARTICIPANTS - {"party"}} | {
    "company",
    "firm",
    "group",
    "opponents",
    "parties",
    "party",
}
_PARTIES = "|".join(sorted(_SEVERAL))
UNNAMED = re.compile(
    rf"\b(?:did|do|had|have|will|were) (?:both|the(?: two)?) (?P<who>{_PARTIES})\b"
    r"(?! (?:from|in|of|with|who|leaders?|members?)\b| to (?!the [a-z])| [A-Z]|[’'-])"
)
"""A party of whom a question says only that it was one: "What did the leaders sign in May 2020?"."""
_SETTLED = r"adopt|amend|approv|back|criticis|criticiz|endors|negotiat|oppos|pass|propos|reject|repeal|sign|support"
UNTOLD = re.compile(
    rf"\b(?:{_SETTLED})(?:e?d|es?|s)? (?P<what>the (?:{'|'.join(sorted(DOCUMENT_NOUNS | {'motion', 'proposal'}))}))"
    r"(?=[?,]| (?:after|at|before|because|by|during|from|in|last|when)\b)"
)
"""What was agreed or fought over, without its name: "Who opposed the law in Tarn?"."""
OTHERS = re.compile(
    r"\bthe (?:bank|builders?|charity|company|contractors?|developers?|firm|hospital|operator|owners?|school|union"
    r"|university)\b(?! (?:at|for|from|in|of|on|that|to|which|who|with)\b| [A-Z]|[’']s [A-Z]|-)"
)
"""Somebody of whom only the text tells which one it is, unless it is the one that met."""
UNKNOWN = re.compile(
    r"^Who [^?]*? (?:that|whether) (?:the|this) (?:act|agreement|amendment|bill|building|bridge|deal|fund|law|levy|line"
    r"|measure|motion|petition|plan|project|proposal|report|road|scheme|site|street|tax|work|works)\b"
    r"(?! (?:about|at|between|for|from|in|of|on|that|to|which|with)\b| [A-Z]|[’'-])"
)
"""What somebody spoke of, of which only the text tells which one it is."""
OF_MEMBERS = re.compile(r"\b(?:annual|AGM|shareholders|school|union|hospital|university)\b", re.IGNORECASE)
"""What tells that those who met are of a company, a school or a union."""
OWN_THING, LONGEST_OWN = re.compile(r"(?:its|their) (?:\w+ )?(?:[\w-]+ )?[a-z]+\b", re.IGNORECASE), 8
"""An answer that is of somebody's own: "its 18th congress in Ashworth"."""
ITEM = re.compile(r"\b(?:agenda item|item|minute|motion|paragraph|resolution)s? (?:no\.? )?\d+\b", re.IGNORECASE)
"""What only an agenda tells."""
UNSAID = re.compile(r"^Who said (?:in [A-Z]\w+ \d{4} )?[“\"](?:he|it|she|that|they|this|these|those)\b", re.IGNORECASE)
"""Direct speech of which nothing tells what it was about."""
AT_MEETING = re.compile(r"\bat “?(?:the )?(?:[\w’'-]+ ){0,3}[A-Z]")
"""Where a question says at which meeting, and not only in which report."""
AT = re.compile(r"\b(?:at|the report(?: on)?) “?(?:the )?(?:[\w’'-]+ ){0,3}[A-Z]")
"""Where a question says at which meeting."""
NAMED = re.compile(
    r" (?:after|at|attended) (?=(?:the )?(?:[\w’'.-]+ ){0,3}[A-Z])| at (?=their meeting (?:in|on) )"
    r"|, according to the (?:\d{1,2} [A-Z][a-z]+ \d{4} )?report "
)
"""Where a question begins to say at which meeting."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""Words of somebody else in a question, or the title of something."""
TWICE = re.compile(r"\b([A-Z][\w’'-]+) (?:(?:[A-Z][\w’'-]+ ){0,2}|and )\1\b")
"""A name that was put into itself."""
OWN = re.compile(r"\b([A-Z][\w’'-]+ [A-Z][\w-]+)\b(?=.*\b\1[’']s?\b)")
"""A name of whom and, in the same question, of whose: "deliver Ada Wren's speech" of Ada Wren."""
PUT_IN = re.compile(r"(?<!to )\bthe (?:Vice )?President (?:[A-Z][\w.]+ )*[A-Z]\w+[’']s?(?= [A-Z])")
"""A name put into a longer one: "the President Wren’s Advisory Board"."""
TWO_ARTICLES = re.compile(r"\b(?:the|an?) (?:the|an?) ")
"""Where what a phrase stands for was put behind its own article."""
REPEATED = re.compile(r"\b(about|and|at|by|for|from|in|of|on|or|the|to|with) \1\b", re.IGNORECASE)
"""A small word written twice."""
SAID_OVER = re.compile(r"\b(\w+ \w+ \w+(?: \w+){0,9}) \1\b")
"""Three words or more written twice: "thanked the pilots of Tarn the pilots of Tarn"."""
BROKEN = re.compile(
    r"\b(?:the|an?) own\b|^Who \w+ed as\b|\bas (?:at|in|on) the\b|"
    r"^What (?:(?!of\b)\w+ ){0,3}\w+['’]s (?:\w+ ){1,3}did\b|"
    rf"^How many of the (?:\d+|{'|'.join(sorted(NUMBER_WORDS))}) "
    r"(?:are|can|could|did|had|has|have|is|was|were|will|would)\b|"
    r"\b(?:half|most|part|share|some) of which\b|\b(?:fell|goes|went|rose)\?$|\bwith effect\b(?! (?:as|from|on)\b)|"
    r"(?<!,) \w+ permitting\b|\b\d{1,2} [a-z]+ \d{4} the\b|\bdid [^?,]+ cancel(?=[?,])|"
    r"^Where (?:did|had|has|have) [^?]+ visit\b|"
    r"^Where (?:was|were) [^?]+ held (?!\w+ly\b|again\b|together\b)[a-z]+\?|, [^,?]+ (?:said|told [\w’']+)\?$|"
    r"^Who was (?:re-?)?(?:appointed|chosen|elected|named) [a-z]+[’']s [a-z]|"
    r"\b(?:did|do|does|has|have|will) (?:date )?\d{1,2} [a-z]+ \d{4}\b|\bin \d{4} in \d{4}\b",
    re.IGNORECASE,
)
"""A question that lacks its object, or what something went to, or has two times."""
APOLOGIES = re.compile(r"^Wh\w+ (?!sent)[^?]* with (?:apologies|regrets) from\b")
"""A question that tells beside what it asks who was away."""
JOTTED = re.compile(r"[→⇒⇨]|[-=]>|(?<![\w.+])\+1\b(?![.,]?\d| ?[\d(%°])|\bLGTM\b|\bw/(?:o\b)?")
"""Signs of raw notes: "Ada → docs", "+1 for tabs", "LGTM"."""
NOWHERE = re.compile(
    r"^Where (?:did|was|were) (?=[^?]*\b(?:convened?|gather|held|hosted?|meet|take place)\b)"
    r"[^?]*\b(?:online|virtual|virtually|(?:by|via) video\w*)\b"
)
"""A question for the place of a meeting that was in none."""
HANGING = re.compile(r" (?:of|the|an?|and|or|at|from|into|with)$")
"""A small word at the end of what was cut off behind it."""
ONE_OF_TWO = re.compile(r"\bthe (?:latter|former(?=[,;.]|$| (?:because|by|had|has|in|is|of|on|to|was|will|with)\b))\b")
"""Words for one of two that the text named before; not "the former mayor"."""
HALF_QUOTED = re.compile(r'\w "[,?]')
"""What was quoted and cut off before the quotation marks."""
DAY_TWICE = re.compile(r"\bon (\d{1,2} [A-Z][a-z]+ \d{4})\b.*\bon \1\b")
"""A day that a question tells over."""
_COUNT = rf"(?:\d+|{'|'.join(sorted(NUMBER_WORDS))})"
NEXT_COUNT = rf" and {_COUNT} (?:for|against)\b"
TORN = re.compile(rf"{NEXT_COUNT}| and [\w-]+ against\b| compared (?:to|with)\b|, [^,?]+ the rest\b", re.IGNORECASE)
"""The rest of a comparison of which a question asks for one side."""
OTHER_SUMS = re.compile(
    r"\b[A-Z][\w’'-]*[a-z] (?:[£$€]\d[\d.,]*\d?(?: ?(?:thousand|million|billion|m|bn|k)\b)?|\d[\d.,]*(?<![.,])"
    r"(?: ?(?:thousand|million|billion|m|bn|k)\b| ?%| per cent\b)(?: (?:dollars|euros|pounds)\b)?)(?=\?|, | and )"
    r"|[£$€]?\d[\d.,]*(?: [\w%]+){0,2} (?:more|less|fewer|higher|lower|up|down) (?:than|on|from) (?:the|a|in|last)\b"
)
"""Behind a question for a number, what others had or how far it was from another one: "… Tarn 150 million and Lunn
95 million", "… £400 more than the year before"."""
TORN_ANSWER = re.compile(rf"(?!{_COUNT}\b)(?:(?!\b{_COUNT}\b).)+{NEXT_COUNT}", re.IGNORECASE)
"""What was counted with the next count behind it: "Ada Wren and two for Bo Lusk"."""
ALSO = re.compile(
    r"^Who [^?]*?(?:\b(?P<to>for|on|in|at|to|from|with|during) (?:the|an?) [^,?]*?"
    r" and (?:[A-Z][\w’'.-]* ){1,5}(?P=to) the "
    r"| and (?:[A-Z][\w’'.-]* ){1,5}(?:that|those) of "
    r"|\b(?:elected|appointed|named|chosen) (?:[a-z-]+ ){1,3}and (?:[A-Z][\w’'.-]* ){1,4}"
    r"(?!(?:at|by|in|for|of|on) )[a-z])"
)
"""What somebody else did, told without its verb: "Who spoke for the owners and Bo Lusk for the tenants?"."""
ASKED_IN_ORDER = re.compile(
    r"(?:who|whose|whom|what|which|when|where|why|how|did|do|does|is|are|was|were|has|have|had|will|in|at|on|by|to|for|since|until|from|with)\b",
    re.IGNORECASE,
)


def is_clear(draft: Draft) -> bool:
    """Whether a draft may stand in a base."""
    return unclear(draft) is None


def unclear(draft: Draft) -> str | None:
    """Why a draft may not stand in a base, if it may not."""
    longest = LONGEST_SPOKEN if draft.rule in SPOKEN else LONGEST_ANSWER
    longest = LONGEST_LIST if draft.kind == "list" else LONGEST_NOTE if _is_told_whole(draft) else longest
    if len(draft.answer.split()) > longest:
        return f"an answer of more than {longest} words"
    if draft.kind == "how_many" and (others := OTHER_SUMS.search(NAMED.split(draft.question)[0])):
        return f"another number beside the one asked for: “{others[0]}”"
    if draft.rule == "event.what" and OWN_THING.match(draft.answer) and len(draft.answer.split()) < LONGEST_OWN:
        return "an answer that points to whose it is"
    if draft.question.startswith("By what vote ") and draft.answer == "without a vote":
        return "by what vote, where there was none"
    longest = LONGEST_NAMED if OF_WHOLE_NAME.match(draft.rule) else LONGEST_QUESTION
    return _question(draft.question, longest) or _answer(draft.answer) or loose_end(draft)


def _is_told_whole(draft: Draft) -> bool:
    """Whether an answer is a note of minutes or a purpose, which are told whole."""
    return draft.kind == "why" or draft.rule.partition(".")[0] in ("bullets", "minutes")


def _question(text: str, longest: int) -> str | None:
    if not text.endswith("?") or ASKED_IN_ORDER.match(text) is None:
        return "no question in order"
    told = NAMED.split(text)[0]
    if not 3 < len(text.split()) <= LONGEST_NAMED or len(told.split()) > longest:
        return f"a question of fewer than 4 or more than {longest} words"
    for pointing in POINTING.finditer(OF_SPEAKER.sub("", QUOTED.sub("", told))):
        if pointing.start() == 0 or not pointing[0][0].isupper():
            return f"“{pointing[0]}” names nobody to a stranger"
    if day := WEEKDAY.search(QUOTED.sub("", told)):
        return f"“{day[0]}” is a day only to whoever knows that of the text"
    if time := TIME_OF_TEXT.search(QUOTED.sub("", told)):
        return f"“{time[0]}” is a time only to whoever knows when the text was written"
    if twice := TWICE.search(text) or PUT_IN.search(text):
        return f"a name in itself: “{twice[0]}”"
    if ALSO.match(told):
        return "two in one: what somebody else did is no part of the question"
    if own := OWN.search(told):
        return f"“{own[0]}” is named as if another"
    if torn := TORN.search(QUOTED.sub("", told)):
        return f"half of a comparison: “{torn[0].strip()}”"
    if twice := TWO_ARTICLES.search(text):
        return f"two articles: “{twice[0]}”"
    if broken := BROKEN.search(text):
        return f"a question that lacks something: “{broken[0]}”"
    if APOLOGIES.search(text):
        return "apologies are no part of what was done"
    if twice := REPEATED.search(text):
        return f"a small word twice: “{twice[0]}”"
    if HALF_QUOTED.search(text):
        return "half of what was quoted"
    if twice := DAY_TWICE.search(text):
        return f"a day twice: “{twice[1]}”"
    if twice := SAID_OVER.search(text):
        return f"a phrase twice: “{twice[1]}”"
    if (bare := BARE.search(text)) and not AT.search(text):
        return f"“{bare[0]}” is not named"
    if told != text and (others := OTHERS.search(told)) and not OF_MEMBERS.search(text[len(told) :]):
        return f"nothing says which “{others[0]}”"
    if unknown := UNKNOWN.match(told):
        return f"nothing tells which one is meant: “{unknown[0]}”"
    if UNSAID.match(text):
        return "nothing says of what was spoken"
    if asks_vaguely(text):
        return "nothing says what was done"
    if NOWHERE.search(text):
        return "what was held at a distance has no place"
    if (unnamed := UNNAMED.search(text)) and not AT_MEETING.search(text):
        return f"nothing says which “{unnamed['who']}”"
    if (untold := UNTOLD.search(text)) and not AT.search(text):
        return f"nothing says which “{untold['what']}”"
    if not is_clean(text):
        return "signs in the question that do not fit"
    return None if is_anchored(text) else "nothing in the question is named in full"


def _answer(text: str) -> str | None:
    if not text:
        return "no answer"
    if ITEM.search(text):
        return "an answer that only an agenda makes clear"
    if is_vague(text):
        return "an answer that tells nothing"
    if ONE_OF_TWO.search(text):
        return "one of two, of which only the text tells which"
    torn = (
        JOTTED.search(text)
        or HANGING.search(text)
        or TORN_ANSWER.match(text)
        or TWICE.search(text)
        or PUT_IN.search(text)
        or REPEATED.search(text)
    )
    return None if is_clean(text) and not torn else "the answer is no whole phrase"
