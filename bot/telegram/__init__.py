"""The bot in Telegram, one module a surface; the only package that imports `telegram`."""
