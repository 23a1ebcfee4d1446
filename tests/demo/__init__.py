"""The real bot to try in a browser, without a token: three chats of the stand-in Bot API on one page."""
