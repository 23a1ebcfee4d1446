"""The bot in Telegram, one module a surface (private chats, groups, inline mode, commands, buttons, digests …).

In: updates from Telegram, settings, an index. Out: calls of the Bot API. Others need `run` alone.
Begin with `app`, which puts the surfaces together, then `answering`, an update from question to reply.
"""

from __future__ import annotations

from bot.telegram.app import run

__all__ = ["run"]
