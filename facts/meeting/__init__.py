"""Which meeting an article is about: name, other names, date, place, format, series.

In: a parsed article (`facts.parse`). Out: its `Meeting`, with the mentions in the text that name, date and place it.
Begin with `finding`; then `mentions` (candidates and how good each looks) and `time_and_place`.
"""

from facts.meeting.finding import FoundMeeting, find_meeting
from facts.meeting.names import label, number
from facts.meeting.time_and_place import MeetingMention

__all__ = ["FoundMeeting", "MeetingMention", "find_meeting", "label", "number"]
