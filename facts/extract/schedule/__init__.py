"""When and where: of the meeting, of events, of the next meeting.

In: clauses, nouns and the meeting of an article. Out: facts of dates, times, places and formats.
Begin with `schedule`; `timing` makes an answer of a time phrase, for the families above too.
"""
