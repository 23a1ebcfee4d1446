"""Those who were away, told among those present: "Present: Ann Lee, Bo Ek; apologies from Cy Day"."""

from __future__ import annotations

import re
from typing import Final

from facts.folding import squeezed

_WORD: Final = r"(?:[A-Z]\.|(?:Cllrs?|Dr|Messrs|Mrs?|Ms|Prof|Rev|Sir)\.?|[A-Z][\w’'-]+)"
_NAME: Final = rf"{_WORD}(?: (?:(?:bin|da|de|van|von) )?{_WORD}){{0,4}}(?: \([^()]*\))?"
_SORRY: Final = r"(?:apolog(?:ies|y)|regrets)"
AWAY_OF: Final = re.compile(
    rf"(?:^|[\s,;.–—-]+)(?i:(?:and |with )?(?:the )?{_SORRY}|(?<=[;.] )absent)"
    r"(?: for (?:absence|inability to attend))?(?: (?:were|was|had been|have been))?"
    r"(?: (?:received|accepted|noted|sent|given|tendered))*(?: (?:from|by)|:| for(?= [A-Z])) "
    r"(?P<away>(?=[A-Z]|the )[^;]+?)(?=;|[.;]?$|(?<=[a-z]{2})\. [A-Z][a-z]+ )"
)
"""How a line of those present goes on with who was away: "…; apologies from Cy Day"."""
SENT: Final = re.compile(
    rf"(?P<before>^|[,;.–—]|,? and|,? but|,? while) ?(?P<away>{_NAME}(?:(?:,| and|, and| &) {_NAME})*),? "
    r"(?:(?:also|both|had|has|have|having) )*(?:conveyed|gave|given|offered|sends?|sent|submitted|tendered) "
    rf"(?:(?:her|his|their) )?{_SORRY}(?P<behind>[^;.]*)"
)
"""… with who sent apologies: "…; Cy Day sent apologies"."""
NOTED: Final = re.compile(
    rf"(?:^|(?<=[,;] )|(?<= and ))(?P<away>{_NAME})(?: ?\(| ?[–—-] |: ?)"
    rf"(?:(?:with )?{_SORRY}(?: (?:received|sent|given))?|absent|excused|sent {_SORRY})(?:\)|(?=[,;.]|$))"
)
"""… with a note behind a name: "Cy Day (apologies)"."""
LINK: Final = re.compile(r",? (?:and|&) |, ")


def without_absent(text: str) -> tuple[str, tuple[str, ...]]:
    """A list of those present without those whom it says to have been away, and these.

    Behind a comma, who "sent apologies" is the last one: the others came.

    >>> without_absent("Ann Lee, Bo Ek; apologies from Cy Day and Di Fox")
    ('Ann Lee, Bo Ek', ('Cy Day', 'Di Fox'))
    >>> without_absent("Ann Lee, Bo Ek, Cy Day sent apologies.")
    ('Ann Lee, Bo Ek', ('Cy Day',))
    >>> without_absent("Ann Lee. Bo Ek, Cy Day sent apologies.")
    ('Ann Lee', ('Bo Ek', 'Cy Day'))
    >>> without_absent("Ann Lee, Bo Ek (apologies), Cy Day")
    ('Ann Lee, Cy Day', ('Bo Ek',))
    """
    away: list[str] = []

    def sent(match: re.Match[str]) -> str:
        names = match["away"]
        apart = match["before"].strip() in (";", ".", "–", "—")
        came = "" if apart else names[: names.rfind(", ") + 1].rstrip(", ")
        away.extend(LINK.split(names[len(came) :].strip(" ,")))
        # Behind "…, Cy Day sent apologies" the list may go on; a sentence of its own tells only of who was away.
        return (f"{match['before']} {came}" if came else "") + ("" if apart else match["behind"])

    def told(match: re.Match[str]) -> str:
        away.extend(part for part in LINK.split(match["away"].strip(" .")) if part)
        return ""

    said = AWAY_OF.sub(told, SENT.sub(sent, NOTED.sub(told, text)))
    if not away:
        return text, ()
    said = re.sub(r"(?:[\s,]+(?:and )?)+(?=[,;])|^[\s,;]+", "", squeezed(said))
    return squeezed(said).rstrip(" ,;."), tuple(squeezed(name) for name in away)
