"""The questions of each day as a small picture: bars, of which the parts are answered, met with suggestions, silent.

Drawn with Pillow, the extra `plot`: that is a tenth of what Matplotlib takes to install, and starts at once. There are
only figures in the picture; the colours are named in the words beside it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from bot.store import Day

WIDTH, HEIGHT = 720, 300
"""Pixels."""
ANSWERED, SUGGESTED, SILENT = "#2e9e5b", "#f0b429", "#c94f4f"
_PAPER, _INK, _LINE = "#ffffff", "#555555", "#dddddd"
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 16, 20, 48
_FONT_SIZE: Final = 24
"""Pixels: on a phone the picture is shown at about half its size."""


def draw(days: Sequence[Day]) -> bytes | None:
    """A PNG of these days, the oldest first (at least one); None where Pillow is not installed."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ModuleNotFoundError:
        return None
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    canvas = ImageDraw.Draw(picture)
    font = ImageFont.load_default(_FONT_SIZE)
    top = _round_up(max(day.questions for day in days))
    floor = HEIGHT - _BOTTOM
    scale = (floor - _TOP) / top
    for mark in (0, top // 2, top) if top % 2 == 0 else (0, top):
        y = floor - mark * scale
        canvas.line([(_LEFT, y), (WIDTH - _RIGHT, y)], fill=_LINE)
        canvas.text((_LEFT - 8, y), str(mark), fill=_INK, font=font, anchor="rm")
    step = (WIDTH - _LEFT - _RIGHT) / len(days)
    for place, day in enumerate(days):
        left, y = _LEFT + step * (place + 0.15), float(floor)
        for count, colour in ((day.answered, ANSWERED), (day.suggested, SUGGESTED), (day.silent, SILENT)):
            if count:
                canvas.rectangle([(left, y - count * scale), (left + 0.7 * step, y)], fill=colour)
                y -= count * scale
    canvas.text((_LEFT, HEIGHT - 8), days[0].date, fill=_INK, font=font, anchor="ls")
    canvas.text((WIDTH - _RIGHT, HEIGHT - 8), days[-1].date, fill=_INK, font=font, anchor="rs")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _round_up(count: int) -> int:
    """The count, rounded up to one, two or five times a power of ten, so that it can be read off.

    >>> [_round_up(count) for count in (0, 1, 3, 12, 40, 99)]
    [1, 1, 5, 20, 50, 100]
    """
    power = 1
    while True:
        for factor in (1, 2, 5):
            if count <= factor * power:
                return factor * power
        power *= 10
