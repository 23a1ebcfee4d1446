"""What the bot says, all of it: one name a message, `{…}` where something is filled in."""

from __future__ import annotations

# To a question
NOT_ON_RECORD = "That is not on record."
NOT_ON_RECORD_HINT = "Try a meeting’s name, a date or other words."
MEETINGS_HINT = "/meetings shows what is on record."
NO_WORDS = "Ask me in words, please, for example: “Who chaired the last meeting?”"
TOO_LONG = "That is too long for me. One short question at a time, please."
DID_YOU_MEAN = "I am not sure. Did you mean one of these?"
OTHER_MEETINGS = "Other meetings:"
UNDATED = "undated"

# To a command
START = (
    "I answer questions about meetings, each with the sentence, the source and the date that the answer stands on. "
    "What is not on record I do not make up."
)
HELP_PRIVATE = "Just ask, for example: “Who chaired the last meeting?”"
HELP_GROUP = "In a group, mention me, reply to me or use /ask."
HELP_COMMANDS = "Commands:"
ASK_USAGE = "Put the question after the command, for example: /ask Who chaired the last meeting?"
TROUBLE = "Something went wrong on my side. Please ask again."
UNKNOWN_COMMAND = "I do not know that command. /help shows what I can do."
MEETINGS_TITLE = "On record, the latest first"
MEETINGS_PAGE = "page {page} of {pages}"
NO_MEETINGS = "There are no meetings on record yet."
UNNAMED_MEETING = "Unnamed meeting"

# On buttons, and when one is pressed
NEWER = "‹ Newer"
OLDER = "Older ›"
STALE = "This is no longer on record. Please ask again."

# The commands, as they are registered with Telegram and listed by /help
COMMANDS = (
    ("ask", "Ask about a meeting"),
    ("meetings", "What is on record"),
    ("help", "How to use me"),
)
