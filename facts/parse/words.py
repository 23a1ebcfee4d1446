"""Word tables of news English, as plain data: what the modules that read a parse look words up in."""

from __future__ import annotations

TITLES = frozenset(
    """adm admiral ald amb ambassador arch archbishop asst attorney ayatollah baron baroness bishop br brig
    brigadier canon capt captain cardinal cdr chancellor chief cllr cmdr col colonel commander commissioner
    congressman congresswoman coun councillor count cpl dame datin dato datuk deputy doctor don dona dott dr
    emperor engr fr frau gen general gov governor h.e h.r.h hajah haji herr hm hon honorable honourable hrh
    imam insp ir judge justice king kumari lady lic lieutenant lord lt ltc madam madame maj major marshal
    mayor minister miss mlle mme monsieur mp mr mrs ms msgr mx oba pastor pope premier president prince
    princess prof professor queen rabbi rear rep representative rev revd reverend sayyid secretary sen
    senator senor senora sergeant sgt sheikh shri shrimati sir sister smt speaker sra sri sultan supt tan
    tun ustad ustaz ven vice""".split()
)
"""Words that stand before a person's name, folded, without a full stop."""

HONORIFICS = frozenset(
    """adm ald arch asst ayatollah baron baroness br brig brigadier canon capt captain cdr cllr cmdr col
    colonel coun count countess cpl dame datin dato datuk doctor don dona dott dr engr fr frau gen h.e h.r.h
    hajah haji herr hm hon honorable honourable hrh imam insp ir justice kumari lady lic lieutenant lord lt
    ltc madam madame maj messrs miss mlle mme monsieur mr mrs ms msgr mx oba pastor prof professor rabbi
    rear rev revd reverend sayyid sen senor senora sergeant sgt sheikh shri shrimati sir sister smt sra sri
    st supt tan tun ustad ustaz ven""".split()
)
"""Titles of courtesy, rank and learning: they say that a name follows, not what its bearer does."""

PARTICLES = frozenset(
    """al af av ben bin bint d da dal de del della den der di do dos du el ibn la las le los san santa ten
    ter van vel von zu zum zur""".split()
)
"""Small words inside a name, which may be written small."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may follow a name as its part, folded, without a full stop."""

CREDENTIALS = frozenset({"cbe", "kc", "mbe", "mep", "mp", "msp", "obe", "phd", "qc"})
"""What may follow a name and is no part of it, folded."""

ABBREVIATIONS = frozenset(
    """adm al ald amb approx arch art assoc asst brig capt cdr cf cllr cllrs cmdr col coun cpl dept dott dr drs eng
    engr est fr gen gov h.e h.r.h hon insp lic lt ltc maj messrs mmes mr mrs ms msgr mx no nos prof profs rep rev
    revd rt sen sgt smt st supt ven vs wm""".split()
)
"""Abbreviations that end with a full stop and never end a sentence."""

NUMBERED_ABBREVIATIONS = frozenset("cl fig figs mon no p para paras pp thurs tues vol wed weds".split())
"""Abbreviations that may end a sentence, but not before a number."""

DOCUMENT_NOUNS = frozenset(
    """accord act agreement amendment bill charter code communique constitution contract convention covenant
    declaration decree deal directive document fund guideline initiative law memorandum order pact paper plan
    programme project protocol regulation report resolution roadmap rule scheme statement statute strategy text
    treaty""".split()
)
"""Nouns that name a document or a plan: even with a proper name it is a thing."""

TITLED_NOUNS = (DOCUMENT_NOUNS - {"deal", "rule"}) | frozenset(
    """agenda application assessment audit backlog budget bylaw calendar checklist description discussion doc draft
    election evaluation expense feedback goal handbook hiring issue item logo manual migration milestone minutes mockup
    nomination note onboarding opening payment payroll permission policies policy position posting presentation
    procedure process profile proposal question recap recruitment redesign renewal request requirement review schedule
    search slide spreadsheet status summary survey task template ticket timeline todo topic training transition update
    version vote website workflow workplan""".split()
)
"""Nouns of papers, items and work: titles have them ("Job Description", "Travel Budget"), and no person's name."""

MEETING_NOUNS = frozenset(
    """agm assembly briefing ceremony committee conclave conference congress consultation convention council
    dialogue egm event forum gathering hearing meet meeting plenary retreat roundtable seminar session sitting
    summit symposium talk talks teleconference videoconference webinar workshop""".split()
)
"""Nouns that name a meeting (folded lemmas)."""

GATHERING_NOUNS = MEETING_NOUNS - {"assembly", "committee", "congress", "council", "forum"}
"""Meeting nouns that name the occasion and not a standing body."""

NAMED_THINGS = frozenset(
    """act affairs agreement award bay beach bill branch bridge charter coast conditions county creek
    declaration directive drive fund gulf hill hospice inc islands lake lakes lane law league llc ltd
    mountain plan plc pool press prize programme project railway reef republic river road roadmap school
    sea services street times valley ward way week year""".split()
)
"""Words that end a name of something that is neither a person nor a body."""

BODY_NOUNS = frozenset(
    """academy administration agency alliance assembly association authority bank bench bloc board body
    bureau cabinet chamber club coalition college commission committee community company congress
    consortium cooperative corporation council country court delegation department federation firm foundation fund
    government group house institute institution jury ministry mission nation network office organisation
    organization panel parliament party police secretariat senate society state team tribunal trust union
    university working""".split()
)
"""Nouns that name a body: something that can act and of which one asks "who"."""

PERSON_NOUNS = frozenset(
    """accountant activist actor actress administrator adviser advisor advocate agent alderman alderwoman ambassador
    analyst archivist artist assemblyman assemblymember assemblywoman assistant astronaut astronomer athlete
    attendee attorney auditor author baker barrister beekeeper biologist bishop boss botanist broadcaster builder
    bursar businessman businesswoman butcher campaigner candidate captain cashier ceo cfo chair chairman chairperson
    chairwoman chancellor chaplain chef chemist chief chief-of-staff choreographer citizen clerk co-author co-chair
    co-chairman co-chairperson co-chairwoman co-founder coach coauthor cochair colleague columnist commander
    commentator commissioner composer comptroller conductor congressman congresswoman conservationist constable
    consul consultant controller convener convenor coo coordinator coroner councillor councilman councilmember
    councilor councilwoman counsel counsellor counterpart critic curator cyclist dean defender delegate dentist
    deputy deputy-mayor designer detective developer diplomat director doctor driver economist editor engineer
    entrepreneur envoy ex-president executive expert farmer filmmaker firefighter first-minister fisher fisherman
    fisherwoman footballer forester founder geneticist geologist goalkeeper governor grocer guest guitarist head
    headmaster headteacher historian host hydrologist inspector interpreter inventor investor journalist judge
    justice landlord landowner lawmaker lawyer leader lecturer legislator librarian magistrate manager marshal
    mathematician mayor member midwife miner minister missionary moderator monarch mp musician negotiator nominee
    novelist nurse nutritionist observer officer official ombudsman operator organiser organizer owner painter
    paramedic paratrooper participant partner pastor people person pharmacist philosopher photographer physician
    physicist pianist pilot player poet policeman policewoman politician postmaster predecessor premier presenter
    president president-elect priest principal producer professor programmer prosecutor provost psychiatrist
    psychologist publisher ranger rapporteur rector reeve referee registrar rep reporter representative researcher
    resident runner sailor salesman scholar scientist sculler sculptor secretary secretary-general senator sergeant
    shareholder sheriff shopkeeper singer singer-songwriter skipper soldier solicitor speaker spokesman spokespeople
    spokesperson spokeswoman staff stakeholder statistician steward strategist striker student successor
    superintendent supervisor surgeon surveyor swimmer teacher technician tem tempore trader trainer translator
    treasurer trustee undersecretary veterinarian vicar vice-chair vice-chairman vice-chairperson vice-president
    vice-principal volunteer voter warden whip winner worker writer""".split()
)
"""Nouns that name a person by what she or he does, or what somebody holds office as."""

ROLE_NOUNS = PERSON_NOUNS - {
    "citizen",
    "colleague",
    "people",
    "person",
    "resident",
    "staff",
    "voter",
    "winner",
    "guest",
}
"""Person nouns that are a role one can hold."""

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
TIME_ENTITIES = frozenset({"DATE", "TIME"})
"""Labels of entities that are times."""
PLACE_PREPOSITIONS = frozenset(
    "aboard across along around at beside in inside near off on outside throughout within".split()
)
PLACE_NOUNS = frozenset(
    """airport arena building campus capital centre center chamber church city club country court district
    embassy field hall headquarters hospital hotel house island library museum office palace park province
    region resort room school site stadium state street theatre theater town university venue village""".split()
)
"""Nouns that name a place when "in" or "at" stands before them."""

SAY_VERBS = frozenset(
    """accuse acknowledge add admit advise affirm agree allege announce argue ask assert assure believe call
    caution cite claim clarify comment complain concede conclude confirm criticise criticize declare
    demand deny describe disclose emphasise emphasize estimate explain express highlight hint indicate
    inform insist mention note object observe pledge predict promise propose reaffirm recall recommend
    reiterate remark remind repeat reply report request respond reveal say state stress suggest tell think
    thank underline underscore urge vow warn welcome write""".split()
)
"""Verbs of saying (lemmas)."""

OFFICE_VERBS = frozenset(
    """appoint choose confirm designate elect install name nominate re-elect reappoint reelect select serve
    swear""".split()
)
"""Verbs that bring a person into an office (lemmas)."""
OFFICES = frozenset(
    """chair chairman chairperson chairwoman clerk governor mayor principal rapporteur registrar
    superintendent treasurer""".split()
)
"""Roles of which a body has one, so that one asks for its holder by the bare word."""
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of verbs that a clause of its own has."""
DEMONSTRATIVES = frozenset({"that", "these", "this", "those"})
SUBSTANCES = frozenset(
    """air coal electricity energy fire food freight gas heat ice light oil power rail sand snow steel traffic water
    wind wood""".split()
)
"""Nouns of stuff, which the last word of a company's name never stands for: "the water" is not "Tarn Water"."""
HOLD_VERBS = frozenset(
    {"hold", "host", "convene", "organise", "organize", "open", "schedule", "slate", "plan", "stage"}
)
BE = frozenset({"be"})
