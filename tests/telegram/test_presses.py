"""Which handler a pressed button reaches, and what is said where none is left for it."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from botapi.running import MIRA, at_work
from botapi.small_base import small_services
from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.telegram import app, buttons, settings, unanswered
from bot.telegram.services import Services
from bot.wording import Action, messages


def test_each_action_has_one_handler() -> None:
    assert set(app.ON_PRESS) == set(Action)
    assert sum(len(surface.ON_PRESS) for surface in (buttons, settings, unanswered)) == len(Action)


@pytest.mark.parametrize("data", ["listen:on", "language:vi", "back:00000000000000c1", "unknown"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_button_rests_below_a_message_that_the_bot_cannot_see(data: str, broken: bool) -> None:
    with at_work(small_services()) as stage:
        chat = stage.api.private_chat(MIRA)
        offer = chat.answer_to(chat.say(MIRA, "who chaired it?"))["message_id"]
        with stage.api.world.changed:
            query = chat.press_anyway(MIRA, offer, data)
            update = stage.api.world.updates[-1]["callback_query"]
            update["message"] = {"message_id": "?"}
            if not broken:
                del update["message"]
                update["inline_message_id"] = "1"
        chat.shown_after(query)


async def _greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer("Hello")


def surface_with_a_button(services: Services) -> Sequence[BaseHandler[Update, Any, Any]]:
    return [CallbackQueryHandler(_greet, pattern=r"\Agreet\Z")]


@pytest.mark.parametrize("place", [0, len(app.SURFACES)])
def test_a_surface_hears_its_own_buttons_wherever_it_is_listed(monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    surfaces: list[ModuleType | SimpleNamespace] = list(app.SURFACES)
    surfaces.insert(place, SimpleNamespace(handlers=surface_with_a_button))
    monkeypatch.setattr(app, "SURFACES", tuple(surfaces))
    with at_work(small_services()) as stage:
        chat = stage.api.private_chat(MIRA)
        offer = chat.answer_to(chat.say(MIRA, "who chaired it?"))["message_id"]
        assert chat.shown_after(chat.press_anyway(MIRA, offer, "greet")) == "Hello"
        assert chat.shown_after(chat.press_anyway(MIRA, offer, "greetings")) == messages.STALE
