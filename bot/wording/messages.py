"""What the bot says, all of it, in English: one name a message, `{…}` where something is filled in.

`bot.wording.languages` says it in other languages, which are in locale/; deploy/words keeps those files up with this
one.
"""

from __future__ import annotations

Plural = tuple[str, str]
"""A message that counts `{count}`: for one, and for any other number."""


def N_(text: str) -> str:  # noqa: N802  (gettext's name for it)
    """Mark a message for translation."""
    return text


def NN_(one: str, other: str) -> Plural:  # noqa: N802  (gettext's name for it)
    """Mark a message that counts something for translation."""
    return one, other


# To a question
NOT_ON_RECORD = N_("That is not on record.")
NOT_ON_RECORD_HINT = N_("Try a meeting’s name, a date or other words.")
MEETINGS_HINT = N_("/meetings shows what is on record.")
NO_WORDS = N_("Ask me in words, please, for example: “Who chaired the last meeting?”")
WELCOME = N_("Gladly. Ask me more whenever you like.")
OTHER_LANGUAGE = N_("The record is in English: ask me in English, please.")
TOO_LONG = N_("That is too long for me. One short question at a time, please.")
NOT_SURE = N_("Not sure. The nearest on record:")
OTHER_MEETINGS = N_("Other meetings:")
ALSO_ON_RECORD = N_("Also on record:")
REPORTS_DIFFER = N_("Reports differ. The newest first:")
UNDERSTOOD = N_("I understood: {question}")
PERHAPS = N_("Perhaps one of these?")
NOTHING_ELSE = N_("I have nothing else that fits. Try other words, please.")
UNDATED = N_("undated")
CORRECTION = N_("correction")
CORRECTION_OF = N_("correction of {date}")
CORRECTED = N_("Correction: {note}")
CORRECTED_ON = N_("Correction of {date}: {note}")

# To a command
START = N_(
    "I answer questions about meetings, each with the sentence, the source and the date that the answer stands on. "
    "What is not on record I do not make up."
)
START_HELP = N_("Ask me anything about them, or tap a question to begin with. /help shows all that I can do.")
HELP_PRIVATE = N_("Just ask, for example: “{question}”")
HELP_GROUP = N_("In a group, mention me, reply to me or use /ask.")
HELP_COMMANDS = N_("Commands:")
ASK_USAGE = N_("Put the question after the command, for example: /ask Who chaired the last meeting?")
TROUBLE = N_("Something went wrong on my side. Please ask again.")
MISSED = N_("Sorry, I was away and could not answer you in time. Please ask again.")
UNKNOWN_COMMAND = N_("I do not know that command. /help shows what I can do.")
MEETINGS_TITLE = N_("On record, the latest first")
PAGE_OF = N_("page {page} of {pages}")
NO_MEETINGS = N_("There are no meetings on record yet.")
UNNAMED_MEETING = N_("Unnamed meeting")

# On buttons, and when one is pressed
MORE = N_("More on this meeting")
NOT_THIS = N_("Not this?")
SHARE = N_("Share")
OPEN = N_("Ask more")
BACK = N_("‹ Back")
ON = N_("Next ›")
TO_ANSWER = N_("↩ The answer")
PAGE = N_("Page {page} of {pages}")
NEWER = N_("‹ Newer")
OLDER = N_("Older ›")
STALE = N_("This is no longer on record. Please ask again.")

# To a flood
TOO_MANY = N_("That was a lot at once. Please give me a minute.")

# To commands that not everybody may use, or that need more words
ADMINISTRATORS_ONLY = N_("Only administrators can do that here.")
ABOUT_USAGE = N_("Put a person, a body or an acronym after the command, for example: /{name} ASEAN")
FORGOTTEN = N_("Forgotten. We begin anew.")
SUBSCRIBED = N_("You will hear of every new meeting here. /unsubscribe ends it.")
SUBSCRIBED_FILTER = N_("You will hear of new meetings here that have to do with “{filter}”. /unsubscribe ends it.")
UNSUBSCRIBED = N_("You will not hear of new meetings here any more.")
NOT_SUBSCRIBED = N_("There is nothing to end: this chat has no subscription. /subscribe begins one.")
DIGEST_TITLE = N_("New on record")
SHORTCUT_USAGE = N_(
    "/shortcut add NAME QUESTION makes a command, for example:\n"
    "/shortcut add host Who hosted {meeting}?\n"
    "/shortcut list shows this chat’s commands, /shortcut remove NAME takes one away."
)
SHORTCUT_ADDED = N_("/{name} is ready.")
SHORTCUT_REMOVED = N_("/{name} is gone.")
SHORTCUT_UNKNOWN = N_("There is no /{name} of this chat’s own.")
SHORTCUT_WRONG = N_("That will not do: {problem}.")
SHORTCUT_NAME_FORM = N_("a name has 1 to 32 small letters, digits and underscores")
SHORTCUT_NAME_TAKEN = N_("/{name} is a command of its own; choose another name")
SHORTCUT_QUESTION_EMPTY = N_("the question is empty")
SHORTCUT_QUESTION_LONG = N_("the question is longer than {limit} letters")
SHORTCUT_PLACE_STRANGE = N_("{{{strange}}} means nothing here; {{meeting}} and {{args}} are filled in")
SHORTCUT_LIMIT = N_("This chat has as many commands of its own as it can have. Remove one first.")
SHORTCUTS_NONE = N_("This chat has no commands of its own.")
SHORTCUTS_TITLE = N_("This chat’s own commands:")

# Settings of a chat
SETTINGS_TITLE = N_("Settings of this chat")
SETTINGS_USAGE = N_(
    "To change them, for example:\n/settings language vi (or auto)\n/settings zone Asia/Bangkok\n"
    "/settings quiet 22:00-07:00 (or off)"
)
LISTEN_ON = N_("Listen: on. I answer questions that are not addressed to me, if I am sure.")
LISTEN_OFF = N_("Listen: off. I answer when I am addressed.")
LISTEN_DEAF = N_(
    "In privacy mode I hear only what is addressed to me: make me an administrator of this group to listen."
)
LISTEN_SWITCH_ON = N_("Listen")
LISTEN_SWITCH_OFF = N_("Stop listening")
QUIET_HOURS = N_("Quiet hours: {hours}")
QUIET_NONE = N_("none")
TIME_ZONE = N_("Time zone: {zone}")
ZONE_WRONG = N_("I do not know that time zone. Names look like Asia/Bangkok.")
LANGUAGE = N_("Language: {language}")
LANGUAGE_OF_SPEAKER = N_("that of whoever speaks")
LANGUAGE_WRONG = N_("I speak {languages}. With “auto” I answer everybody in the language of their Telegram.")
QUIET_WRONG = N_("Write the hours like 22:00-07:00, or off.")

# What is kept
PRIVACY_TITLE = N_("What I keep:")
PRIVACY_TALK = N_(
    "What we talked about last, so that you can ask further: for {minutes}, and without your words. /forget ends it."
)
PRIVACY_TEXTS = N_("Questions that I could not answer: for {days}, so that I can be taught. Who asked is not kept.")
PRIVACY_READ = N_(
    "Questions that I answered with words I read in a sentence, and which: for {days}, so that they can become facts. "
    "Who asked is not kept."
)
PRIVACY_CHAT = N_(
    "What is set for a chat: settings, subscriptions, commands of its own. Until it is changed or I am removed."
)
PRIVACY_COUNTS = N_(
    "Counts without people: how many questions, about which meetings, how fast, which answers were chosen or rejected. "
    "For {days}."
)
PRIVACY_EXCHANGES = N_(
    "Which of my messages answers which of yours, and from which fact, so that editing a question edits its answer: "
    "for {days}. Once I have answered, what you wrote stays in my working memory only, and is gone when I restart."
)
PRIVACY_WAITING = N_(
    "What I am sent, and what I am about to say to it: on disk, so that nothing is lost, until I have answered or seen "
    "that it is not for me. Then it is deleted."
)
PRIVACY_FORGET = N_("/forget me deletes all that I keep of you.")
FORGOTTEN_PERSON = N_(
    "Forgotten: what we talked about, here and elsewhere, and all that was set in our private chat. "
    "Questions that I could not answer are kept without names, so I cannot tell which were yours."
)

# Counted
MEETINGS = NN_("{count} meeting", "{count} meetings")
FACTS = NN_("{count} fact", "{count} facts")
MINUTES = NN_("{count} minute", "{count} minutes")
DAYS = NN_("{count} day", "{count} days")

# Dates
DATE = N_("{day} {month} {year}")
MONTH_OF_YEAR = N_("{month} {year}")
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

# To the owner and the editors
STATS_TITLE = NN_("The last day", "The last {count} days")
STATS_QUESTIONS = N_("Questions: {count}")
STATS_REPLIES = N_("🟩 answered {answered} · 🟨 suggested {suggested} · 🟥 silent {silent}")
STATS_FEEDBACK = N_("Feedback: chosen {chosen} · not this {rejected} · shared {shared}")
STATS_SPEED = N_("Half of the replies within {half} ms, 95 of 100 within {most} ms")
STATS_MEETINGS = N_("Most asked about:")
STATS_REJECTED = N_("Most often not what was meant:")
STATS_NO_PICTURE = N_("For a picture, install onrecord[plot].")
IN_VAIN_TITLE = N_("Asked in vain")
IN_VAIN_NONE = N_("Nothing was asked in vain.")
IN_VAIN_TIMES = NN_("Asked once, on {date}", "Asked {count} times, last on {date}")
IN_VAIN_ALSO = N_("Also:")
IN_VAIN_MORE = NN_("and {count} more like it", "and {count} more like it")
IN_VAIN_OFFER = N_("Is this another way to ask one of these? A number adds it.")
IN_VAIN_NOT_NEAR = N_("Nothing on record comes near.")
READ_TITLE = N_("Read, and not yet a fact")
READ_OFFER = N_("This was answered by reading. Is it right?")
READ_GONE = N_("What was read is no longer on record.")
KEEP = N_("Keep as fact")
DISMISS = N_("Dismiss")
DISMISSED = N_("Dismissed.")
TAUGHT = N_("Added, and answered from now on.")
TAUGHT_UNSURE = N_("Added to the base, but asked alone it gets another reply.")
NOT_TAUGHT = N_("That could not be added.")
RELOADED = N_("Read anew: {meetings}, {facts}.")
NOT_RELOADED = N_("The base cannot be used as it is; I go on with the one before.")
NO_FOLDER = N_("There is no base that could be read anew.")
HEALTH = N_(
    "Onrecord {version}, up for {uptime}\nOn record: {meetings}, {facts}\nDatabase: {database}\nMemory: {memory} MB"
)
DATABASE_WELL = N_("{kind}, answers in {took} ms")
DATABASE_DOWN = N_("{kind}, does not answer ({error})")

# The commands, as they are registered with Telegram and listed by /help
COMMANDS = (
    ("ask", N_("Ask about a meeting")),
    ("meetings", N_("What is on record")),
    ("help", N_("How to use me")),
    ("forget", N_("Forget what we talked about")),
    ("subscribe", N_("Hear of new meetings")),
    ("unsubscribe", N_("Hear of them no more")),
    ("privacy", N_("What I keep, and how long")),
)
ADMINISTRATION = (
    ("settings", N_("Settings of this chat")),
    ("shortcut", N_("This chat’s own commands")),
)
EDITING = (
    ("unanswered", N_("What no fact answers")),
    ("stats", N_("How I am used")),
    ("reload", N_("Read the base anew")),
)
OWNING = (("health", N_("How I am")),)
SHORTCUTS = {
    "latest": N_("The latest meeting"),
    "when": N_("When it was"),
    "where": N_("Where it was"),
    "how": N_("How it was held"),
    "who": N_("Who took part"),
    "chair": N_("Who chaired"),
    "attendees": N_("Who attended"),
    "agenda": N_("What it was about"),
    "decisions": N_("What was decided"),
    "next": N_("When the next one is"),
    "about": N_("About a person, a body or an acronym"),
}
