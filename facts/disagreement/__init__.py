"""Reports that disagree about one meeting: `report_of`, `disagreements`; and which are about one: `of_one_meeting`.

In: records of a base. Out: pairs of facts of two articles that ask the same of one meeting and cannot both be true:
those of one weight disagree, else the lighter one is overruled.
Begin with `finding`; then `meetings` (which reports are about one meeting), `asked` (what is left of a question without
the meeting's name and date) and `answers` (what an answer says, and what it rules out). Precision comes first: what may
be true beside another is left alone.
"""

from facts.disagreement.finding import Disagreement, Report, Side, disagreements, overruled, report_of
from facts.disagreement.meetings import of_one_meeting

__all__ = ["Disagreement", "Report", "Side", "disagreements", "of_one_meeting", "overruled", "report_of"]
