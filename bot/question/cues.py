"""The words that show what a question asks for: plain data: folded words, and terms (stems)."""

from __future__ import annotations

from typing import Literal

import msgspec

from bot.question.tokens import stem
from bot.question.words import EVENT, GENERAL, LIGHT, MEETING_NOUNS
from facts.model import Kind

WH = frozenset("how what when where which who whom whose why".split())
# Usual misspellings of question words and of the small words beside them.
MISSPELT = {
    "hoe": "how", "hte": "the", "hwen": "when", "hwere": "where", "hwo": "who", "hwy": "why", "mayn": "many",
    "mch": "much", "mcuh": "much", "meny": "many", "mnay": "many", "mny": "many", "muhc": "much", "mutch": "much",
    "teh": "the", "waht": "what", "wat": "what", "wehn": "when", "wen": "when", "wheer": "where", "wher": "where",
    "wheres": "where", "whhat": "what", "whic": "which", "whihc": "which", "whn": "when", "whne": "when",
    "whoo": "who", "wht": "what", "whta": "what", "whty": "why", "whuch": "which", "wich": "which", "wil": "will",
    "witch": "which", "wll": "will", "woh": "who", "wre": "were", "wy": "why",
}  # fmt: skip
BE = frozenset("are be been being is was were".split())
PAST = frozenset("did had was were".split())
DO = frozenset("did do does".split())
MODALS = frozenset("can could may might must shall should will would".split())
AUXILIARIES = BE | DO | MODALS | frozenset("had has have".split())
DETERMINERS = frozenset(
    "a all an any both each every her his its my our some that the their these this those your".split()
)
SUBJECT_PRONOUNS = frozenset("he i it she they we you".split())

# Words that point back to what was said before.
POINTERS = frozenset(
    "he her hers him his it its one ones she that their theirs them then there these they this those".split()
)

GREETINGS = frozenset("""bye cam chao cheers goodbye greetings hello hey hi thank thanks thx ty""".split())
"""Words of which one at least is in a text that only greets or thanks ("chào", "cảm ơn")."""
THANKS = frozenset("bye cam cheers goodbye thank thanks thx ty".split())
"""Those of them that thank or take leave."""
REMARKS = frozenset(
    "amazing awesome brilliant cool excellent fine good great haha help helpful k lol nice ok okay perfect super sure "
    "useful wonderful wow yeah yep yes".split()
)
"""Words of which one at least is in a text that only says what somebody thinks of what was said."""
TO_THE_BOT = frozenset("able do doing for help i know made me name please say tell to your yourself".split())
"""Words of a question that is about the bot, beside "you", question words and auxiliaries."""
BESIDE_GREETINGS = frozenset(
    """a afternoon again ai all and anh ban bot chi cool day dear evening everybody everyone folks for friend
    good great help helpful helping how in it lot many morning most much my nhe nhieu nice night now ok okay
    on one perfect please so team that the there this to very well wonderful xin you your""".split()
)
"""Words that may stand beside these and ask nothing."""

TALKING = frozenset("i me mine my myself our ours ourselves us we you your yours yourself".split())
"""Words that stand for those who talk."""

# Periods of time: "last year" names one, "the last meeting" a meeting.
PERIODS = frozenset(
    "april august autumn century day days december decade fall february friday january july june march may monday "
    "month months november october saturday september spring summer sunday thursday tuesday wednesday week weeks "
    "winter year years".split()
)
LATEST = frozenset("last latest newest recent".split())
NEXT = frozenset("forthcoming next upcoming".split())

# What people write before the question itself; those of LINKS tie it to the question before.
LINKS = frozenset(
    {("and",), ("but",), ("so",), ("also",), ("what", "about"), ("how", "about"), ("and", "what", "about")}
)
_LEAD_INS = LINKS | {
    tuple(phrase.split())
    for phrase in """can you tell me|could you tell me|please tell me|tell me|do you know|i want to know|
    i would like to know|i wonder|please|hello|hi|hey|ok|okay|well|um|any idea|remind me|show me|give me|
    can you say|say|do we know|you know|which means|in short|quick question""".replace("\n", "").split("|")
}
LEAD_INS: dict[str, list[tuple[str, ...]]] = {}
"""First word → the phrases that begin with it, longest first."""
for _phrase in sorted(_LEAD_INS, key=lambda phrase: (-len(phrase), phrase)):
    LEAD_INS.setdefault(_phrase[0], []).append(_phrase)


Subtype = Literal[
    "", "time", "day", "money", "duration", "frequency", "role", "identity", "member", "choice", "extent", "long_form"
]
"""What narrows the type of an answer: a time of day, money, what a person is."""


class Cue(msgspec.Struct, frozen=True):
    """What a noun asks for, and whether it is used up by that."""

    answer_type: Kind
    answer_subtype: Subtype = ""
    consumed: bool = True


# Nouns that say what is asked for, in "what is the …" as in keywords without a question word.
NOUNS: dict[str, Cue] = {
    **dict.fromkeys("location locations place site venue whereabouts".split(), Cue("where")),
    **dict.fromkeys("city town".split(), Cue("where")),
    **dict.fromkeys("date dates day".split(), Cue("when", "day")),
    **dict.fromkeys("month year".split(), Cue("when")),
    **dict.fromkeys("deadline deadlines".split(), Cue("when", "", consumed=False)),
    **dict.fromkeys("time".split(), Cue("when", "time")),
    **dict.fromkeys("chair chairman chairperson chairwoman host leader moderator organiser organizer".split(),
                    Cue("who", "", consumed=False)),
    **dict.fromkeys("attendees attendance participants speakers delegates members membership".split(),
                    Cue("who", "member", consumed=False)),
    **dict.fromkeys("aim goal intention objective purpose reason".split(), Cue("why", "", consumed=False)),
    **dict.fromkeys("meaning acronym abbreviation definition stand-for".split(), Cue("definition", "long_form")),
    **dict.fromkeys("job role title position rank function occupation".split(), Cue("who", "role")),
    **dict.fromkeys("budget cost costs fee price salary".split(), Cue("how_many", "money", consumed=False)),
    **dict.fromkeys("number amount count percentage proportion share".split(), Cue("how_many", "", consumed=True)),
    **dict.fromkeys("duration length".split(), Cue("how", "duration")),
    **dict.fromkeys("frequency".split(), Cue("how", "frequency")),
    **dict.fromkeys("list names".split(), Cue("list")),
    **dict.fromkeys("agenda topic topics".split(), Cue("what", "", consumed=False)),
}  # fmt: skip
NOUNS["full name"] = NOUNS["full form"] = NOUNS["short for"] = NOUNS["meaning"]
HOW_OFTEN = frozenset("daily weekly fortnightly monthly quarterly yearly annual".split())
"""What stands before a noun without being what is asked for: "what is the monthly fee"."""
ROLES = frozenset(surface for surface, cue in NOUNS.items() if cue.answer_subtype == "role")

PLACES = frozenset("capital cities city country nation region state town towns".split())
"""Nouns that ask for a place in "in which …"."""

# "how …": the type and subtype of the answer that the next word gives.
EXTENTS: dict[str, tuple[Kind, Subtype]] = {
    "big": ("how_many", "extent"), "far": ("how_many", "extent"), "few": ("how_many", "extent"),
    "frequently": ("how", "frequency"), "high": ("how_many", "extent"), "large": ("how_many", "extent"),
    "long": ("how", "duration"), "much": ("how_many", "extent"), "often": ("how", "frequency"),
    "old": ("how_many", "duration"),
}  # fmt: skip

# Words that make "how much" ask for money.
MONEY_TERMS = frozenset(
    map(
        stem,
        "budget contribution cost donate earn expensive fee fine fund grant invest investment loan money paid pay "
        "payment pledge price raise repaid revenue salary save spend spent subsidy surplus wage worth".split(),
    )
)

# Participles that no ending shows, and adjectives that stand in their place ("who was absent?").
PARTICIPLES = frozenset(
    "absent against begun born built chosen done driven found given gone held kept known laid led left lost made met "
    "paid present put read responsible said seen sent set shown signed spoken taken thought told thrown understood won "
    "written".split()
)

AIMS = frozenset(map(stem, "aim goal intend intention objective purpose reason seek".split()))
LIGHT_TERMS = frozenset(map(stem, LIGHT))
EVENT_TERMS = frozenset(map(stem, EVENT))
MEETING_TERMS = frozenset(map(stem, MEETING_NOUNS))
PEOPLE_TERMS = frozenset(map(stem, "attendee folk guest individual participant people person soul".split()))
"""Terms for people, whoever they are."""
IDLE_TERMS = LIGHT_TERMS | EVENT_TERMS | MEETING_TERMS
"""Terms that by themselves ask for nothing in particular."""
VERBAL_TERMS = frozenset(
    stem(word)
    for word in " ".join((*GENERAL["say"].split(), *GENERAL["discuss"].split(), *GENERAL["do"].split())).split()
) | frozenset(
    map(
        stem,
        """adopt agree aim announce annul appoint approve assume attend boycott cancel chair cite commit condemn confirm
        convene cut decide denounce discuss establish expel file give halt hold host join lead meet open organize
        participate preside prevent propose raise reach read recommend reconfirm release represent resign review rule
        say send set sign speak start sue swear take-place talk tell urge visit vote warn welcome withdraw""".split(),
    )
)
"""Terms that are more often a verb than a noun in a question."""
TELLING = frozenset(
    map(
        stem,
        """agree announce argue ask claim confirm decide demand deny explain insist move propose recommend report
        request resolve rule say suggest warn""".split(),
    )
)
"""Verbs behind which "that" begins what was said or moved."""
MOTIONS = frozenset("amendment change decision idea motion one plan proposal resolution rule".split())
"""What is said or moved, as what stands behind a "that" which points to it."""

__all__ = [
    "AIMS",
    "AUXILIARIES",
    "BE",
    "BESIDE_GREETINGS",
    "DETERMINERS",
    "DO",
    "EVENT_TERMS",
    "EXTENTS",
    "GREETINGS",
    "HOW_OFTEN",
    "IDLE_TERMS",
    "LATEST",
    "LEAD_INS",
    "LIGHT_TERMS",
    "LINKS",
    "MEETING_TERMS",
    "MONEY_TERMS",
    "MOTIONS",
    "NEXT",
    "NOUNS",
    "PARTICIPLES",
    "PEOPLE_TERMS",
    "PERIODS",
    "POINTERS",
    "REMARKS",
    "ROLES",
    "SUBJECT_PRONOUNS",
    "TELLING",
    "THANKS",
    "TO_THE_BOT",
    "VERBAL_TERMS",
    "WH",
    "Cue",
    "Subtype",
]
