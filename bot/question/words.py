"""Word tables for reading questions: plain data, no logic. Each table says what it is for; entries are sorted.

Entries are folded words (lower case, no accents). Verbs and nouns stand in their base form unless the table says
otherwise; `bot.question.tokens.stem` brings inflected forms to one term.
"""

from __future__ import annotations

# Inflected forms that no suffix rule brings home, to their base form.
IRREGULAR = {
    "arisen": "arise", "arose": "arise", "ate": "eat", "beaten": "beat", "became": "become", "began": "begin",
    "begun": "begin", "bent": "bend", "blew": "blow", "blown": "blow", "bore": "bear", "borne": "bear", "bought": "buy",
    "bound": "bind", "bred": "breed", "broke": "break", "broken": "break", "brought": "bring", "built": "build",
    "burnt": "burn", "came": "come", "caught": "catch", "children": "child", "chose": "choose", "chosen": "choose",
    "clung": "cling", "crept": "creep", "dealt": "deal", "drank": "drink", "drawn": "draw", "drew": "draw",
    "drove": "drive", "drunk": "drink", "dug": "dig", "fallen": "fall", "fell": "fall", "felt": "feel", "fled": "flee",
    "flew": "fly", "flown": "fly", "forbade": "forbid", "forbidden": "forbid", "foresaw": "foresee",
    "foreseen": "foresee", "forgave": "forgive", "forgiven": "forgive", "forgot": "forget", "forgotten": "forget",
    "fought": "fight", "found": "find", "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give",
    "gone": "go", "grew": "grow", "grown": "grow", "heard": "hear", "held": "hold", "hid": "hide", "hidden": "hide",
    "hung": "hang", "kept": "keep", "knew": "know", "known": "know", "laid": "lay", "leapt": "leap", "learnt": "learn",
    "led": "lead", "left": "leave", "lent": "lend", "lost": "lose", "made": "make", "meant": "mean", "men": "man",
    "met": "meet", "misled": "mislead", "mistaken": "mistake", "mistook": "mistake", "overcame": "overcome",
    "overheard": "overhear", "oversaw": "oversee", "overseen": "oversee", "overtaken": "overtake",
    "overthrew": "overthrow", "overthrown": "overthrow", "overtook": "overtake", "paid": "pay", "people": "person",
    "proven": "prove", "ran": "run", "rang": "ring", "rebuilt": "rebuild", "repaid": "repay", "ridden": "ride",
    "risen": "rise", "rode": "ride", "rose": "rise", "rung": "ring", "said": "say", "sang": "sing", "sank": "sink",
    "sat": "sit", "saw": "see", "seen": "see", "sent": "send", "shaken": "shake", "shone": "shine", "shook": "shake",
    "shot": "shoot", "shown": "show", "shrank": "shrink", "shrunk": "shrink", "slept": "sleep", "slid": "slide",
    "sold": "sell", "sought": "seek", "spelt": "spell", "spent": "spend", "spoilt": "spoil", "spoke": "speak",
    "spoken": "speak", "stole": "steal", "stolen": "steal", "stood": "stand", "strove": "strive", "struck": "strike",
    "stuck": "stick", "sung": "sing", "sunk": "sink", "swam": "swim", "swept": "sweep", "swore": "swear",
    "sworn": "swear", "swung": "swing", "taken": "take", "taught": "teach", "thought": "think", "threw": "throw",
    "thrown": "throw", "told": "tell", "took": "take", "tore": "tear", "torn": "tear", "undergone": "undergo",
    "understood": "understand", "undertaken": "undertake", "undertook": "undertake", "underwent": "undergo",
    "upheld": "uphold", "went": "go", "wept": "weep", "withdrawn": "withdraw", "withdrew": "withdraw",
    "withheld": "withhold", "withstood": "withstand", "woke": "wake", "woken": "wake", "women": "woman", "won": "win",
    "wore": "wear", "worn": "wear", "wove": "weave", "woven": "weave", "written": "write", "wrote": "write",
}  # fmt: skip

# British spellings that no ending rule of `stem` covers, to the American ones; short forms, whose plural none does.
SPELLING = {
    "armour": "armor", "behaviour": "behavior", "catalogue": "catalog", "centre": "center", "colour": "color",
    "defence": "defense", "dialogue": "dialog", "endeavour": "endeavor", "favour": "favor", "fulfil": "fulfill",
    "grey": "gray", "harbour": "harbor", "honour": "honor", "labour": "labor", "licence": "license",
    "bn": "billion", "hrs": "hour", "kg": "kilogram", "kilometre": "kilometer", "km": "kilometer", "litre": "liter",
    "mep": "mep", "metre": "meter", "mins": "minute", "mou": "mou", "mp": "mp", "mtg": "meeting",
    "neighbour": "neighbor",
    "offence": "offense", "programme": "program",
    "rumour": "rumor", "sceptical": "skeptical", "theatre": "theater", "tonne": "ton", "vigour": "vigor",
}  # fmt: skip

UNITS = {
    "am": "am", "bn": "billion", "cm": "centimeter", "ft": "foot", "g": "gram", "h": "hour", "ha": "hectare",
    "hr": "hour", "hrs": "hour", "k": "thousand", "kg": "kilogram", "km": "kilometer", "kph": "kph", "kw": "kilowatt",
    "kwh": "kilowatthour", "lb": "pound", "lbs": "pound", "m": "meter", "min": "minute", "mins": "minute",
    "mm": "millimeter", "mn": "million", "mph": "mph", "mw": "megawatt", "oz": "ounce", "pm": "pm", "sqm": "sqm",
    "tn": "trillion",
}  # fmt: skip
"""What is written right behind a number, and the word for it; behind an amount of money "m" is a million."""

# Words that the stemmer would make one with another of other meaning ("authority" with "author", the delegates with
# their delegations): kept whole.
WHOLE = frozenset(
    """authority authorities delegate delegation important importance meeting news relations reporter
    representative""".split()
)

# Words that carry no content of their own. Everything else in a question must be accounted for.
STOP = frozenset(
    """
    a about after all also am among an and any are as at be been before being between but by can could did do does doing
    during each every for from had has have having he her here hers him his how i if in into is it its itself just me my
    of off on onto or other our ours out over per please she should so some such than that the their theirs them then
    there these they this those to too under until up upon us via was we were what when where which while who whom whose
    why will with within would you your yours much many
    actually again already currently else exactly ever further moreover new now only really still yet
    """.split()
)

# Words that turn a statement round: a question with one wants the same in the fact, a "Yes" needs none.
NEGATIONS = frozenset(
    """
    against dissented neither never no nobody none nor not oppose opposed refuse refused reject rejected without
    """.split()
)

# Nouns and verbs so general in a question that the fact need not say them.
LIGHT = frozenset(
    """
    according article bring come detail do due event exact fact finally get give go going happen have information
    involve key kind know list look make may mean mention must name named need official own part particular people
    person put record say see set sort take tell thing time type use
    """.split()
)

# Verbs and nouns that only say that a meeting was: they add nothing to "when", "where" and "was it".
EVENT = frozenset(
    """
    arrange assemble be begin conduct convene gather happen hold host meet occur organize open schedule sit slate stage
    start take-place
    """.split()
)

# Words by which people call a meeting without naming it.
MEETING_NOUNS = frozenset(
    """
    assembly conference consultation convention convocation dialog discussion event forum gathering
    meeting session summit symposium talks video workshop online virtual call
    """.split()
)

# Multi-word expressions → the one word that they stand for (matched on folded words, longest first).
PHRASES = {
    "according to": "say", "be there": "attend", "call for": "urge", "call off": "cancel", "called for": "urge",
    "called off": "cancel", "calls for": "urge", "carried out": "conduct", "carry out": "conduct",
    "came along": "attend", "came up": "discuss", "come up": "discuss", "get together": "meet", "got together": "meet",
    "in charge of": "lead", "in attendance": "attend", "is there": "attend", "joint statement": "joint-statement",
    "on board": "attend", "on the table": "discuss", "prime minister": "premier", "pull out": "withdraw",
    "pulled out": "withdraw", "put forward": "propose", "send anybody": "attend", "send anyone": "attend",
    "send somebody": "attend", "send someone": "attend", "sent anyone": "attend", "sent someone": "attend",
    "set up": "establish", "showed up": "attend", "show up": "attend", "sign up": "join", "spoke to": "speak",
    "stand down": "resign", "stand for": "stand-for", "stands for": "stand-for", "stood down": "resign",
    "step down": "resign", "stepped down": "resign", "strike down": "annul", "struck down": "annul",
    "take over": "assume", "take part": "attend", "take place": "take-place", "takes part": "attend",
    "takes place": "take-place", "taking part": "attend", "taking place": "take-place", "taken place": "take-place",
    "talk about": "discuss", "talked about": "discuss", "talks about": "discuss", "talking about": "discuss",
    "speak about": "discuss", "spoke about": "discuss", "throw out": "expel", "threw out": "expel",
    "took over": "assume", "took part": "attend", "took place": "take-place", "took the oath": "swear",
    "take the oath": "swear", "turn up": "attend", "turned up": "attend", "was represented": "attend",
    "were represented": "attend", "be represented": "attend", "were there": "attend", "was there": "attend",
    "were present": "attend", "was present": "attend", "sworn in": "swear", "swear in": "swear",
    "sworn into": "swear", "full name": "stand-for", "full form": "stand-for", "short for": "stand-for",
    "part of": "member", "belong to": "member", "belongs to": "member", "sit on": "member",
    "sits on": "member", "head of state": "head-of-state", "member of parliament": "mp",
    "members of parliament": "mp", "q a": "question-and-answer", "q and a": "question-and-answer",
    "question and answer": "question-and-answer", "questions and answers": "question-and-answer",
    "tech": "technology", "table top": "tabletop", "on line": "online",
    "foot the bill": "pay", "footed the bill": "pay", "foots the bill": "pay", "go against": "reject",
    "goes against": "reject", "gone against": "reject", "held up": "delay", "hold up": "delay", "let go": "release",
    "put off": "postpone", "puts off": "postpone", "putting off": "postpone", "said no to": "reject",
    "said yes to": "approve", "say no to": "reject", "say yes to": "approve", "step in for": "replace",
    "stepped in for": "replace", "storm out": "walkout", "stormed out": "walkout",
    "vote down": "reject", "voted down": "reject", "walk off": "walkout",
    "walk out": "walkout", "walked off": "walkout", "walked out": "walkout", "wave through": "approve",
    "waved through": "approve", "went against": "reject",
}  # fmt: skip

# Groups of words that ask for the same thing. A word of a group found for another of it counts as SYNONYM.
SYNONYMS: tuple[str, ...] = (
    "accuse allege blame charge",
    "adopt approve back confirm endorse pass ratify",
    "advise recommend suggest urge",
    "afterward after following later subsequently",
    "agenda issue item matter subject theme topic",
    "agree accord agreement consensus deal pact understanding",
    "aim goal intend intent intention objective purpose reason seek target",
    "airstrike attack bombing hit strike",
    "announce declare publish release reveal unveil",
    "annul abolish invalidate overturn quash unconstitutional void",
    "appoint assign designate name nominate",
    "argue assert claim contend maintain",
    "assist aid help support",
    "attend attendance attendee join participant participate participation",
    "backer supporter",
    "begin commence kickoff launch open start",
    "big large largest biggest great greatest major main",
    "body organization institution agency",
    "boss chief director head leader",
    "brief update inform",
    "building facility location place premises site venue",
    "business company corporation enterprise firm",
    "buy acquire purchase procurement",
    "ceremony celebration",
    "chair chairman chairmanship chairperson chairwoman convene head lead leader lead moderate preside run",
    "cochair cochairman cochairperson cochairwoman",
    "commit pledge promise undertake vow",
    "condemn denounce deplore criticize",
    "conference meeting summit talks session gathering forum assembly video dialog consultation discussion workshop",
    "continue keep remain maintain",
    "cohost convene gather hold host meet organize organizer stage take-place call conduct assemble",
    "cost price expense",
    "country nation state",
    "cut decrease lower reduce reduction slash",
    "danger risk threat hazard",
    "deadline due",
    "decide decision determine resolve rule",
    "delegation delegate representative envoy",
    "deputy vice",
    "discover find found",
    "discuss address cover consider debate deliberate examine exchange review talk",
    "disappoint dismay regret",
    "election poll vote",
    "emphasize highlight stress underline underscore",
    "end close conclude finish",
    "establish create found form launch",
    "expel oust remove",
    "expert specialist",
    "fix repair remedy",
    "former ex old previous",
    "forthcoming next upcoming future later",
    "fund finance funding money",
    "give deliver issue provide present",
    "government administration cabinet",
    "halt cease stop suspend",
    "increase grow raise rise boost",
    "inaugural first",
    "invite invitation",
    "job duty function office position post role title",
    "judge justice",
    "judgment decision ruling verdict",
    "latest last recent",
    "law act legislation statute",
    "lawsuit suit sue",
    "minister secretary",
    "measure action step",
    "military army troop soldier force",
    "number amount count total",
    "online virtual videoconference remote video virtually remotely",
    "parliament legislature",
    "premier pm",
    "president presidency",
    "press journalist media reporter newspaper",
    "prevent avert avoid stop",
    "propose proposal suggest",
    "project initiative scheme program plan",
    "prorogue suspend prorogation suspension",
    "reaffirm reiterate restate affirm reconfirm",
    "reply react respond response answer reaction",
    "require demand need",
    "resign quit resignation leave departure",
    "sanction penalty",
    "say speak talk tell",
    "schedule plan slate set expect due",
    "sign ink signature signing",
    "study examine analysis analyze research",
    "speaker spokesperson spokesman spokeswoman",
    "succeed follow replace successor",
    "talk speak",
    "task mission",
    "treaty pact agreement convention memorandum accord deal",
    "vehicle car automobile",
    "visit trip travel tour come",
    "warn caution warning",
    "welcome greet hail",
    "win gain obtain",
    "work labor employment job",
    "worker employee staff labor",
    "world global international globe",
    "year annual yearly anniversary",
    "mark commemorate celebrate",
    "mp lawmaker legislator parliamentarian senator",
    "characterize describe call term",
    "valued appreciate praise value commend laud applaud",
    "wish want hope desire",
    "send dispatch deploy",
    "share percentage percent proportion",
)

# General words → the special ones that answer to them (not the other way round).
GENERAL = {
    "do": "achieve act conduct perform take",
    "discuss": "tackle mention raise touch focus look cover say highlight note talk discuss brief welcome",
    "say": """accuse add admit affirm agree announce argue assert ask believe call claim comment conclude condemn
        confirm consider declare denounce deny describe emphasize explain express highlight hope indicate insist invite
        mention note observe pledge point praise promise propose reaffirm recall recommend reiterate remark remind
        report request respond reveal stress suggest support thank underline underscore urge value voice vow warn
        welcome write characterize contend speak stand find rule brief""",
    "meet": "attend join gather reassemble reconvene",
    "official": "minister secretary director officer advisor adviser envoy ambassador general",
    "body": "court senate council committee agency ministry department house parliament commission group board",
    "person": "official",
    "member": "representative",
    "organization": "ministry department agency council committee company court",
    "disaster": "flood hurricane wildfire drought earthquake storm",
    "visit": "travel go come",
}  # fmt: skip

# Number words → digits. Ordinals become "#" and the number, so that a fifth is never taken for five.
CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
ORDINALS = {
    "first": 1, "inaugural": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
}  # fmt: skip

APART = (
    "commit committee",
    "govern governor",
    "government governor",
    "intern international",
    "minister ministry",
    "secretary secretariat",
)
"""Words that begin alike and mean different things: an office is not its holder."""

DEEDS = (
    "abstain",
    "appoint choose elect name nominate",
    "attend join participate present",
    "boycott miss skip",
    "chair cochair convene head lead moderate preside run",
    "cohost convene hold host organise organize",
    "oppose reject against",
    "represent",
    "resign retire",
    "sign",
    "replace succeed",
    "back favor favour support",
    "beat defeat win",
)
"""Parts that one plays at a meeting, each with its verbs: who did one of them is not asked of who did another."""
