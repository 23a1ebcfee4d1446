"""Telegram's rules for a message that is sent: what its text, its markup and its buttons may be."""

from __future__ import annotations

from bot.wording.render import MESSAGE_LIMIT, Button, Message
from botapi.markup import parse_html, utf16_units


def holds_telegrams_rules(message: Message) -> None:
    """Assert that Telegram takes the message, and shows something of it."""
    message.html.encode()
    text, _ = parse_html(message.html)
    assert text.strip()
    assert utf16_units(text) <= MESSAGE_LIMIT
    for row in message.buttons:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.label.strip()
            assert (button.press is None) is not (button.share is None)
            assert 1 <= len(data_of(button).encode()) <= (64 if button.press else 256)


def data_of(button: Button) -> str:
    """What a button sends when it is pressed: its data, or the text of the inline query that it types."""
    return button.press.pack() if button.press else button.share or ""


def data_in(message: Message) -> list[list[str]]:
    """What the buttons of a message send when they are pressed, row by row."""
    return [[data_of(button) for button in row] for row in message.buttons]
