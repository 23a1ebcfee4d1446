"""Onrecord answers questions from the base: in a terminal, as JSON, in Telegram.

What others may use is imported from its module: `bot.index.load`, `bot.dialog.reply`, `bot.wording.render.as_json`.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
