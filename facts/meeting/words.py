"""Words that tell of meetings and of the bodies that meet, as plain data."""

from __future__ import annotations

from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, HOLD_VERBS

BODY_HEADS = frozenset(
    """alliance assembly association authority bench board bundestag cabinet chamber coalition commission
    committee confederation conference congress convention cooperative council court diet duma executive federation
    force forum group house initiative jury knesset league legislature ministry network organisation
    organization panel parliament partnership senate society synod team tribunal trust tynwald union""".split()
)
"""Nouns (folded) that name a body of which one can say that it met."""

DELIBERATING = frozenset(
    """assembly bench board bundestag cabinet chamber commission committee confederation congress council
    court diet duma executive federation house jury knesset legislature panel parliament senate synod
    tribunal tynwald""".split()
)
"""Body nouns (folded) whose decisions are taken in meetings, so that a report of one is a report of a meeting."""

COURTS = frozenset({"bench", "court", "jury", "tribunal"})

CHAMBERS = frozenset(
    "assembly bundestag chamber congress diet duma house knesset legislature parliament senate synod tynwald".split()
)

LOCAL = frozenset("borough city community county district parish regional town village".split())
"""Words (folded) before "council" or "board" that say of what kind of place it is."""

COLOURFUL = frozenset(
    """acrimonious bitter bruising crowded fiery fractious heated historic landmark lengthy lively long marathon packed
    rowdy stormy successful tense tumultuous turbulent unprecedented""".split()
)
"""Words (folded) that tell how a meeting was and are no part of its name."""

PLAIN = COLOURFUL | frozenset(
    """a an annual another autumnal bi-annual biannual bimonthly both closed-door current emergency extraordinary
    customary final first-ever formal full half-yearly hybrid important its joint latest monthly new official online
    open ordinary organisational organizational our plenary private public quarterly regular routine scheduled
    second-day special teleconference that the their this traditional urgent usual virtual weekly year-end
    yearly""".split()
)
"""Words (folded) before "meeting" that do not tell one series from another."""

BARE = frozenset("gathering get-together meet meeting plenary session sitting videoconference teleconference".split())
"""Meeting nouns (folded) that say nothing beyond the body that met."""

OCCASION_NOUNS = (
    GATHERING_NOUNS - {"ceremony", "meet", "talk"}
    | {f"{noun}s" for noun in GATHERING_NOUNS - {"ceremony", "meet", "talk", "talks"}}
    | set("call consultations conversation convening convenings discussion discussions congress".split())
)
"""Nouns (folded) that a title calls a meeting by."""

HEADLINE_NOUNS = GATHERING_NOUNS - {"ceremony", "event", "hearing", "meet", "talk", "briefing"} | {"congress"}

DATE_WORDS = frozenset(
    """apr april aug august dec december feb february friday jan january jul july jun june mar march may
    monday nov november oct october saturday sep sept september sunday thursday tuesday wednesday""".split()
)

OCCASION_VERBS = HOLD_VERBS | frozenset(
    """address attend bring chair close conclude discuss end finish gather hear join launch lead meet
    participate take vote wrap""".split()
)
"""Verbs (lemmas) whose clauses tell of the article's own meeting."""

CONVENE_VERBS = frozenset({"assemble", "convene", "gather", "meet", "reconvene", "sit"})

DECIDE_VERBS = frozenset(
    """acquit admit adopt advance agree allow amend appoint approve authorise authorize award back ban
    block choose condemn consider convict cut debate decide declare decline defer delay deliver demand discuss
    dismiss elect endorse expel extend find freeze grant hand hear hold impose issue keep leave lift lower name
    nominate order overturn pass postpone quash raise ratify reaffirm recommend refuse reject renew reserve
    review rule scrap sentence set settle shelve strike support suspend table throw uphold urge vote""".split()
)
"""What a council, parliament or court does when it meets (lemmas)."""

NOT_THIS = frozenset(
    "another earlier forthcoming future last later next past previous prior subsequent upcoming".split()
)
"""Words before a meeting noun that say it is another one."""

EARLIER = frozenset({"earlier", "preceding", "previous", "prior"})
"""Of these those before one that came before."""

AROUND = frozenset({"after", "ahead", "before", "following", "since", "until"})

BESIDE = frozenset({"eve", "framework", "margin", "margins", "run-up", "sideline", "sidelines"})
"""Words before "of the X summit" that say something else happened beside it."""

ROUNDS = frozenset({"consultation", "dialogue", "discussion", "negotiation", "talk"})
"""Nouns (lemmas) of which there are rounds."""

MEMBERS = frozenset(
    """chiefs councillors creditors delegates directors envoys experts exporters governors heads judges justices
    lawmakers leaders members ministers negotiators officials parties presidents senators shareholders
    trustees""".split()
)
"""Nouns for those who meet, where no body of theirs is named."""

POSSESSOR_BODIES = BODY_HEADS | BODY_NOUNS | {"bloc", "club", "regulator", "union"}
"""Nouns (folded) before "'s meeting" that stand for a body named elsewhere."""


TAKING_PART = frozenset({"attend", "join", "participate"})
"""Verbs (lemmas) of those who come to a meeting."""

FORMATS = {
    "hybrid": "hybrid",
    "online": "online",
    "teleconference": "teleconference",
    "telephone": "telephone conference",
    "video": "video conference",
    "video-conference": "video conference",
    "videoconference": "video conference",
    "virtual": "online",
    "virtually": "online",
    "webinar": "online",
}
"""Words that say how a meeting was held."""

HELD_VERBS = frozenset(
    "begin close conclude convene end finish gather hold host meet open organise organize start take wrap".split()
)
"""Verbs (lemmas) that a date or place of the meeting itself may modify, also in a clause behind the meeting's noun."""

MOVING = frozenset({"defer", "delay", "move", "postpone", "reschedule", "shift"})
"""Verbs (lemmas) of what becomes of a meeting that is not held on the day planned."""

PLANNING = frozenset({"expect", "plan", "schedule", "set", "slate"})
"""Verbs (lemmas) whose participles tell of what is to come: "is expected to open"."""

SETTING_OUT = frozenset("arrive come depart fly head leave prepare return travel".split())
"""Verbs (lemmas) of those who go to a meeting that is yet to be held: "have arrived for talks"."""

CANCELLING = frozenset({"abandon", "cancel", "scrap"})
"""Verbs (lemmas) of what becomes of a meeting that is not held at all."""

SHORT_FORMS = {"AGM": "annual general meeting", "EGM": "extraordinary general meeting"}
"""What texts call a meeting by without saying what the letters stand for."""
SMALL_BODY = (
    r"(?:(?:audit|borough|city|community|constitutional|county|district|executive|federal|finance|general|governing|"
    r"harbour|harbor|health|high|housing|library|lower|management|monetary|municipal|national|parish|planning|policy|"
    r"port|provincial|regional|school|state|steering|supervisory|supreme|town|transport|upper|village|water)\s){0,2}"
    r"(?:assembly|board|cabinet|chamber|commission|committee|congress|council|court|parliament|senate)"
)
"""A body as it is called in small letters, without the greater one that it is of: "finance committee"."""
