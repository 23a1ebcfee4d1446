"""Which facts tell what a meeting decided, by how the compiler asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.replies import Answer
from facts.expressions import expression

_DECIDE: Final = (
    r"(?:re-?)?(?:adopt|agree|appoint|approve|authorise|authorize|back|choose|commit|confirm|decide|defer|elect|"
    r"endorse|establish|grant|pass|pledge|ratify|refer|refuse|reject|resolve|sign|vote)"
)
_DECIDED: Final = (
    r"(?:re-?)?(?:adopted|agreed|appointed|approved|authorised|authorized|backed|chosen|confirmed|decided|deferred|"
    r"elected|endorsed|established|granted|passed|ratified|referred|refused|rejected|resolved|signed|voted)"
)
_FORMS: Final = tuple(
    expression(form)
    for form in (
        rf"What (?:was|were) {_DECIDED}\b|(?:What|Whom|Which .+?) did (?!I\b).+? {_DECIDE}\b",
        rf"(?:How|What|Which)\b.* did .+? {_DECIDE}\b|Who (?:was|were) {_DECIDED}\b",
        r"What became of\b",
        r"What was the result of the (?:vote|election|ballot)\b|By what vote\b|How (?:did|was) .+ vote\b",
        r"Who (?:adopted|approved|backed|endorsed|rejected|resolved|signed)\b|What happened to (?:a|the) "
        r"(?:amendment|bill|motion|petition|plan|proposal|request|resolution)\b",
    )
)
"""How the compiler asks for what was decided, the plainest first: of a sentence that tells it in several facts one is
shown."""
_FELL: Final = expression(
    r"\b(?:deferred|dropped|failed|fell|lost|postponed|put off|rejected|referred|shelved|withdrawn)\b"
)
"""That nothing came of it, or not yet."""
WEIGHTS: Final = 4
"""How many weights decisions have."""
_NOT: Final = expression(r"\b(?:not|next|previous)\b")
_HEADING: Final = expression("“[^”]*”")
_ASIDE: Final = expression(r" (?:at|according to|after|before|during|since|under) (?:the|its) .*|,? according to .*")
"""What of a question names its meeting or its report, or what was before."""


def rank(question: str) -> int | None:
    """How plainly a fact with this question tells what was decided, 0 best; None where it tells something else.

    >>> rank("What was decided about “Pier” at the Tarn Council?"), rank("What became of the levy at the forum?")
    (0, 2)
    >>> rank("What did the council not agree on?"), rank("Who chaired the meeting that agreed on the levy?")
    (None, None)
    """
    if _NOT.search(_HEADING.sub("", _ASIDE.sub("", question))):
        return None
    return next((place for place, form in enumerate(_FORMS) if form.match(question)), None)


def decided(facts: Iterable[Answer]) -> list[Answer]:
    """The facts among some that tell what was decided, in their order: of each sentence the one that tells it best."""
    best: dict[tuple[str, str], tuple[int, Answer]] = {}
    for fact in facts:
        if (own := rank(fact.question)) is None:
            continue
        place = (fact.article, fact.evidence)
        if place not in best or own < best[place][0]:
            best[place] = own, fact
    return [fact for _, fact in best.values()]


def weight(fact: Answer) -> int | None:
    """How late a decision stands among others, 0 first: what was adopted before what fell; None where it is none."""
    own = rank(fact.question)
    return None if own is None else min(own, 2) + (1 if _FELL.search(fact.answer) else 0)
