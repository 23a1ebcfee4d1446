"""What is remembered: settings, conversations, subscriptions, shortcuts, feedback, unanswered questions, counts."""

from __future__ import annotations

from bot.store.contexts import Contexts
from bot.store.database import IN_MEMORY
from bot.store.exchanges import Exchange
from bot.store.store import Store
from bot.store.values import (
    ChatSettings,
    ChatShortcut,
    Conversation,
    Count,
    Day,
    FeedbackKind,
    LimitError,
    QueryError,
    QuietHours,
    Stats,
    StoreError,
    Subscription,
    Unanswered,
)

__all__ = [
    "IN_MEMORY",
    "ChatSettings",
    "ChatShortcut",
    "Contexts",
    "Conversation",
    "Count",
    "Day",
    "Exchange",
    "FeedbackKind",
    "LimitError",
    "QueryError",
    "QuietHours",
    "Stats",
    "Store",
    "StoreError",
    "Subscription",
    "Unanswered",
]
