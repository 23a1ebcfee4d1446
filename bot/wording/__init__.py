"""What is said, in which language, how it looks: as Telegram HTML, as text, as JSON.

In: replies and what is remembered, as plain structs. Out: messages ready to be sent.
Begin with `messages`, all that the bot says, and `render`, a reply as a message.
"""
