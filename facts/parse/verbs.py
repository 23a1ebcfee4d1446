"""Forms of English verbs that a parse does not give: the past tense of a lemma, the words in front of a question."""

from __future__ import annotations

IRREGULAR_PASTS = dict(
    pair.split(":")
    for pair in """admit:admitted arise:arose be:was become:became begin:began bind:bound break:broke bring:brought
    build:built buy:bought cast:cast catch:caught choose:chose come:came commit:committed cost:cost cut:cut
    deal:dealt do:did draw:drew drive:drove eat:ate fall:fell feel:felt fight:fought find:found fly:flew
    forbid:forbade forget:forgot get:got give:gave go:went grow:grew have:had hear:heard hide:hid hit:hit
    hold:held keep:kept know:knew lay:laid lead:led learn:learnt leave:left lend:lent let:let lose:lost
    make:made mean:meant meet:met pay:paid put:put quit:quit read:read ride:rode ring:rang rise:rose run:ran
    say:said see:saw seek:sought sell:sold send:sent set:set shake:shook shoot:shot show:showed shut:shut
    sing:sang sink:sank sit:sat speak:spoke spend:spent split:split spread:spread stand:stood steal:stole
    stick:stuck strike:struck swear:swore sweep:swept swim:swam take:took teach:taught tell:told
    think:thought throw:threw undergo:underwent understand:understood undertake:undertook uphold:upheld
    wear:wore win:won withdraw:withdrew write:wrote""".split()
)
"""Past tenses that no rule gives, by lemma."""

VOWELS = "aeiou"


def past(lemma: str) -> str:
    """The past tense of a verb.

    >>> [past(v) for v in ("chair", "preside", "ratify", "plan", "lead", "attend")]
    ['chaired', 'presided', 'ratified', 'planned', 'led', 'attended']
    """
    if lemma in IRREGULAR_PASTS:
        return IRREGULAR_PASTS[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    doubled = len(lemma) > 2 and lemma[-1] in "bdgmnpt" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    if doubled and sum(c in VOWELS for c in lemma) == 1:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def third_person(lemma: str) -> str:
    """The present tense of a verb behind "who".

    >>> [third_person(v) for v in ("chair", "pass", "ratify", "stay", "go")]
    ['chairs', 'passes', 'ratifies', 'stays', 'goes']
    """
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
