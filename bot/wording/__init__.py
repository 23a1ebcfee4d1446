"""What is said, in which language, and how it looks: as Telegram HTML with buttons, as plain text, as JSON.

In: replies, and what is remembered, as plain structs. Out: messages ready to be sent, and presses of their buttons.
Begin with `messages`, all that the bot says, and `render`, a reply as a message; `languages` translates.
"""

from __future__ import annotations

from bot.wording.languages import ENGLISH, LANGUAGES, Translator, translator_for
from bot.wording.press import Action, Press

__all__ = ["ENGLISH", "LANGUAGES", "Action", "Press", "Translator", "translator_for"]
