"""A small strict stand-in for Telegram's Bot API, over real HTTP."""
