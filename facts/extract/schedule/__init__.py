"""When and where: the meeting, the events that a text dates or places, what comes next."""
