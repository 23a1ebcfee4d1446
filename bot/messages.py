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
UNDERSTOOD = "I understood: {question}"
PERHAPS = "Perhaps one of these?"
NOTHING_ELSE = "I have nothing else that fits. Try other words, please."
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
MORE = "More on this meeting"
NOT_THIS = "Not this?"
SHARE = "Share"
OPEN = "Ask more"
BACK = "‹ Back"
ON = "On ›"
TO_ANSWER = "‹ The answer"
PAGE = "Page {page} of {pages}"
NEWER = "‹ Newer"
OLDER = "Older ›"
STALE = "This is no longer on record. Please ask again."

# To a flood
TOO_MANY = "That was a lot at once. Please give me a minute."

# To commands that not everybody may use, or that need more words
ADMINISTRATORS_ONLY = "Only administrators can do that here."
OWNERS_ONLY = "Only my owner can do that."
ABOUT_USAGE = "Put a person, a body or an acronym after the command, for example: /{name} ASEAN"
FORGOTTEN = "Forgotten. We begin anew."
SUBSCRIBED = "You will hear of every new meeting here. /unsubscribe ends it."
SUBSCRIBED_FILTER = "You will hear of new meetings here that have to do with “{filter}”. /unsubscribe ends it."
UNSUBSCRIBED = "You will not hear of new meetings here any more."
NOT_SUBSCRIBED = "There is nothing to end: this chat has no subscription. /subscribe begins one."
DIGEST_TITLE = "New on record"
SHORTCUT_USAGE = (
    "/shortcut add NAME QUESTION makes a command, for example:\n"
    "/shortcut add host Who hosted {meeting}?\n"
    "/shortcut list shows this chat’s commands, /shortcut remove NAME takes one away."
)
SHORTCUT_ADDED = "/{name} is ready."
SHORTCUT_REMOVED = "/{name} is gone."
SHORTCUT_UNKNOWN = "There is no /{name} of this chat’s own."
SHORTCUT_WRONG = "That will not do: {problem}."
SHORTCUT_LIMIT = "This chat has as many commands of its own as it can have. Remove one first."
SHORTCUTS_NONE = "This chat has no commands of its own."
SHORTCUTS_TITLE = "This chat’s own commands:"

# Settings of a chat
SETTINGS_TITLE = "Settings of this chat"
SETTINGS_USAGE = "/settings zone Asia/Bangkok sets the time zone, /settings quiet 22:00-07:00 or off the quiet hours."
LISTEN_ON = "Listen: on. I answer questions that are not addressed to me, if I am sure."
LISTEN_OFF = "Listen: off. I answer when I am addressed."
LISTEN_DEAF = "In privacy mode I hear only what is addressed to me: make me an administrator of this group to listen."
LISTEN_SWITCH_ON = "Listen"
LISTEN_SWITCH_OFF = "Stop listening"
QUIET_HOURS = "Quiet hours: {hours}"
QUIET_NONE = "none"
TIME_ZONE = "Time zone: {zone}"
ZONE_WRONG = "I do not know that time zone. Names look like Asia/Bangkok."
QUIET_WRONG = "Write the hours like 22:00-07:00, or off."

# What is kept
PRIVACY_TITLE = "What I keep:"
PRIVACY_TALK = (
    "What we talked about last, so that you can ask further: for {minutes} minutes, and without your words. "
    "/forget ends it."
)
PRIVACY_TEXTS = "Questions that I could not answer: for {days} days, so that I can be taught. Who asked is not kept."
PRIVACY_CHAT = (
    "What is set for a chat: settings, subscriptions, commands of its own. Until it is changed or I am removed."
)
PRIVACY_COUNTS = (
    "Counts without people: how many questions, about which meetings, how fast, which answers were chosen or rejected. "
    "For {days} days."
)
PRIVACY_MEMORY = (
    "Latest questions stay in my working memory, so that editing one edits its answer. When I restart they are gone."
)
PRIVACY_FORGET = "/forget me deletes all that I keep of you."
FORGOTTEN_PERSON = (
    "Forgotten: what we talked about, here and elsewhere, and all that was set in our private chat. "
    "Questions that I could not answer are kept without names, so I cannot tell which were yours."
)

# To the owner and the editors
STATS_TITLE = "The last {days} days"
STATS_QUESTIONS = "Questions: {count}"
STATS_REPLIES = "🟩 answered {answered} · 🟨 suggested {suggested} · 🟥 silent {silent}"
STATS_FEEDBACK = "Feedback: chosen {chosen} · not this {rejected} · shared {shared}"
STATS_SPEED = "Half of the replies within {half} ms, 95 of 100 within {most} ms"
STATS_MEETINGS = "Most asked about:"
STATS_REJECTED = "Most often not what was meant:"
STATS_NO_PICTURE = "For a picture, install onrecord[plot]."
IN_VAIN_TITLE = "Asked in vain"
IN_VAIN_NONE = "Nothing was asked in vain."
IN_VAIN_TIMES = "{times} × – last on {date}"
IN_VAIN_ALSO = "Also:"
IN_VAIN_MORE = "and {count} more like it"
IN_VAIN_OFFER = "Is this another way to ask one of these? A number adds it."
IN_VAIN_NOT_NEAR = "Nothing on record comes near."
DISMISS = "Dismiss"
DISMISSED = "Dismissed."
TAUGHT = "Added, and answered from now on."
TAUGHT_UNSURE = "Added to the base, but something else still answers it better."
NOT_TAUGHT = "That could not be added."
RELOADED = "Read anew: {meetings} meetings, {facts} facts."
NOT_RELOADED = "The base cannot be used as it is; I go on with the one before."
NO_FOLDER = "There is no base that could be read anew."
HEALTH = (
    "Onrecord {version}, up for {uptime}\n"
    "On record: {meetings} meetings, {facts} facts\n"
    "Database: {database}\n"
    "Memory: {memory} MB"
)
DATABASE_WELL = "{kind}, answers in {took} ms"
DATABASE_DOWN = "{kind}, does not answer ({error})"

# The commands, as they are registered with Telegram and listed by /help
COMMANDS = (
    ("ask", "Ask about a meeting"),
    ("meetings", "What is on record"),
    ("help", "How to use me"),
    ("forget", "Forget what we talked about"),
    ("subscribe", "Hear of new meetings"),
    ("unsubscribe", "Hear of them no more"),
    ("privacy", "What I keep, and how long"),
)
ADMINISTRATION = (
    ("settings", "Settings of this chat"),
    ("shortcut", "This chat’s own commands"),
)
EDITING = (
    ("unanswered", "What was asked in vain"),
    ("stats", "How I am used"),
    ("reload", "Read the base anew"),
)
OWNING = (("health", "How I am"),)
SHORTCUTS = {
    "latest": "The latest meeting",
    "when": "When it was",
    "where": "Where it was",
    "who": "Who took part",
    "chair": "Who chaired",
    "attendees": "Who attended",
    "agenda": "What it was about",
    "decisions": "What was decided",
    "next": "When the next one is",
    "about": "About a person, a body or an acronym",
}
