"""Forms of English verbs that no rule gives: tables only."""

from __future__ import annotations

from typing import Final

IRREGULAR_PASTS: Final = dict(
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
"""Past tenses, by lemma."""
PASTS: Final = frozenset(IRREGULAR_PASTS.values())
"""Past tenses that no rule gives."""
