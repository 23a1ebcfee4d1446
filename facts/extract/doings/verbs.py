"""Which verbs the rules of doings ask about, as plain data (lemmas)."""

from __future__ import annotations

UNASKED = frozenset(
    """appear be become begin believe come continue do fail feel follow get go happen have help hold keep know lead let
    look mean need play remain say seem serve stand start stay take tend think try turn want work""".split()
)
"""Verbs that say too little for a question of who or what without a rule of their own."""

DEEDS = frozenset(
    """abolish accept acquire adopt allocate amend announce annul appoint approve arrest assign authorise authorize
    award back ban block bring-forward build buy call-off cancel capture choose clear close co-found commemorate
    commission complete conclude confer confirm construct convict create cut decriminalise decriminalize demand
    demolish deploy design designate destroy develop discuss dismiss dispatch dissolve donate double earmark earn
    elect enact endorse establish evacuate exempt expand expel extend extradite finalise finalize fire form found
    free freeze fund gain gather grant guarantee halve hand-over hire honour identify impose inaugurate introduce
    invest issue jail kill launch legalise legalize lift link lose lower mandate merge name nationalise nominate
    nullify open oppose order organise organize outlaw overturn pardon permit pioneer pledge postpone prohibit
    propose publish purchase put-off quash raise ratify rebuff rebuild recall recommend reduce refer regain
    reinstate reject relaunch release rename renew reopen repeal replace report rescue restore restructure resume
    retain reverse revoke salvage sanction scrap secure seize sell sentence settle shelve shut sign split sponsor
    strike-out submit sue summon suspend table terminate test throw-out tour transfer triple turn-down unveil
    upgrade uphold vaccinate veto visit vote-down waive win withdraw""".split()
)
"""Verbs of what somebody did once, of which people ask what and who: "What did the council adopt?"."""

UNTELLING = frozenset(
    """act become begin cast continue go land note plan play provide queue refer reflect share sit start step
    welcome""".split()
)
"""Verbs of which nobody asks who did it."""

OTHERS_ASK = frozenset(
    """appoint attend chair co-chair cochair convene elect gather head host join lead moderate nominate
    participate preside represent second move vote""".split()
)
"""Verbs that the families of people, attendance, minutes and votes ask about."""

DISCUSSED = frozenset("""address consider cover debate discuss examine explore review tackle""".split())
"""Verbs of what a meeting does with its topics."""

TALKING = DISCUSSED | {"speak", "talk"}
"""Verbs of which one asks "What did they discuss about Tarn?", and of the others what they say about it."""

STRESSING = frozenset("emphasise emphasize highlight reaffirm reiterate stress underline underscore".split())
"""Verbs of what somebody lays weight on, which is not what they say of it."""

ADOPTED = frozenset(
    """accept adopt agree approve authorise authorize clear confirm endorse enact grant pass ratify sanction
    uphold""".split()
)
"""Verbs by which a proposal is made a decision."""

STOPPED = frozenset(
    """adjourn cancel decline defeat defer delay deny dismiss drop overturn postpone quash refer refuse reject scrap
    shelve table turn-down veto vote-down withdraw put-off send-back""".split()
)
"""Verbs by which a proposal comes to nothing, or is left for later."""

SAID = frozenset(
    """acknowledge add admit advise affirm allege answer argue assert assure caution claim clarify comment complain
    concede conclude confirm convey counter declare emphasise emphasize estimate explain highlight indicate
    inform insist maintain make-clear mention note observe point-out predict reaffirm recall reiterate remark remind
    repeat reply report respond reveal say share state stress tell underline underscore warn write""".split()
)
"""Verbs of saying behind which a clause stands that somebody says is so."""

ASKED_AS_SAID = frozenset(
    """announce believe decide demand deny fear find order promise propose recognise recognize recommend resolve rule
    suggest welcome""".split()
)
"""Verbs of saying that a question repeats, since they say more than "say"."""

SPOKEN = frozenset(
    """acknowledge address agree announce applaud argue ask brief call commend commit condemn congratulate consider
    cover debate describe discuss emphasise emphasize examine explain explore express highlight hear note offer outline
    pledge praise present promise propose raise reaffirm recognise recognize recommend reiterate reject report request
    review say share speak state stress suggest talk tell thank underline update underscore urge warn welcome""".split()
)
"""Verbs of what is said and heard at a meeting."""

SPEAKING = DISCUSSED | frozenset(
    """acknowledge affirm announce applaud appreciate celebrate cite commend condemn convey criticise criticize
    declare demand denounce deny deplore describe detail echo emphasise emphasize endorse exchange express highlight
    honor honour introduce lament laud note offer outline pledge praise present preview promise propose raise
    reaffirm recall recognise recognize recommend regret reinforce reiterate reject renew request share spotlight
    stress suggest summarise summarize support underline underscore unveil urge voice welcome""".split()
)
"""Verbs of speaking whose object is what was said or spoken of."""

ASKED_WITH = {
    **dict.fromkeys(("accuse", "convict", "inform", "remind"), "of"),
    **dict.fromkeys(("ascribe", "attribute", "cut", "dedicate", "devote", "invite", "limit", "lower", "raise"), "to"),
    **dict.fromkeys(("base", "brief", "congratulate", "consult", "focus", "update"), "on"),
    **dict.fromkeys(("blame", "commend", "condemn", "criticise", "criticize", "honor", "honour", "praise"), "for"),
    **dict.fromkeys(("charge", "credit", "replace"), "with"),
    "commit": "to",
    "reduce": "to",
    "thank": "for",
}
"""Verbs of which people ask for what stands behind their preposition: "What did the mayor thank Tarn for?"."""

ASKED_ABOUT = {
    verb: tuple(prepositions.split("/"))
    for verb, _, prepositions in (
        pair.partition(":")
        for pair in """account:for amount:to apologise:for apologize:for appeal:for apply:for/to ask:for belong:to
        build:on call:for campaign:for/against comment:on commit:to compete:for complain:about/of consist:of
        consult:on contribute:to deal:with decide:on depend:on focus:on hope:for insist:on lead:to look:into
        object:to opt:for point:to push:for react:to reflect:on rely:on reply:to respond:to result:in
        rule:on/against/for speak:about/of/on specialise:in specialize:in step:into suffer:from talk:about/on touch:on
        turn:to vote:for/against/on wait:for warn:of/against/about""".split()
    )
}
"""Verbs without an object of which people ask for what stands behind one of their prepositions."""

CHARGED_WITH = {
    **dict.fromkeys(("accuse", "acquit", "convict", "suspect"), "of"),
    **dict.fromkeys(
        ("arrest", "criticise", "criticize", "fine", "honor", "honour", "jail", "praise", "suspend"), "for"
    ),
    "charge": "with",
    "sentence": "to",
}
"""Verbs of what befalls somebody, of which people ask for what, of what, to what."""

ASKED_TO_DO = frozenset(
    """agree choose commit decide decline intend offer opt plan pledge promise refuse resolve seek threaten undertake
    volunteer vote vow""".split()
)
"""Verbs behind which people ask what somebody does, will do or will not do."""

URGING = frozenset(
    """advise allow ask authorise authorize beg compel convince direct enable encourage force help instruct invite lead
    order permit persuade press pressure prompt push request require tell tempt urge warn""".split()
)
"""Verbs with somebody and an infinitive behind them, without which they say nothing: "urged the board to wait"."""

HAPPENING = frozenset(
    """arrive begin close collapse crash depart die end expire explode fall leave open resign retire return sail sink
    start adjourn""".split()
)
"""Verbs without an object of which people ask when it was so."""

CONVENING = frozenset({"convene", "gather", "hold", "host", "meet", "open", "reconvene"})
"""Verbs of coming together, of which people ask when, where and why."""
SETTING = frozenset("arrange book call delay fix plan postpone reschedule schedule".split())
"""Verbs that set a time for something: a day behind that may be the one on which it is to be."""

LIGHT = frozenset(
    """afford allow attribute base be blame bring call carry cause cost count cover crowd describe draw encourage
    enter exceed express face fill find fit force have help hit hope leave lie like love make name note number pack
    pass pay place put reach rate read regard require see set share show spend strike take total treat use value
    view weigh wish""".split()
)
"""Verbs that without a phrase beside their object say little, or whose object is a sum, a place or people."""
