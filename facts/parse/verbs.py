"""Forms of English verbs that a parse does not give: the past tense of a lemma, the words in front of a question."""

from __future__ import annotations

from facts.verbs import IRREGULAR_PASTS

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
