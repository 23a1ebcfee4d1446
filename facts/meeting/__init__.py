"""Which meeting an article is about: name, other names, date, place, format, series.

In: a parsed article (`facts.parse`). Out: its `Meeting`, with the mentions in the text that name, date and place it.
Begin with `finding`; then `mentions` (candidates), `scores` (how good each looks), `titles`, `times` and `places`.
"""

from facts.meeting.finding import FoundMeeting, find_meeting
from facts.meeting.mention import MeetingMention
from facts.meeting.names import label, number, says_nothing
from facts.meeting.places import is_distant

__all__ = ["FoundMeeting", "MeetingMention", "find_meeting", "is_distant", "label", "number", "says_nothing"]
