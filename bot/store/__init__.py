"""What is remembered, in SQLite or PostgreSQL: settings, conversations, subscriptions, shortcuts, counts, questions.

In and out: plain structs (`values`); nothing of SQLAlchemy leaves this folder, its errors neither.
Begin with `store`, which holds the parts together, then `schema`, the tables, and `database`, transactions.
"""

from __future__ import annotations

from bot.store.contexts import Contexts
from bot.store.database import IN_MEMORY
from bot.store.exchanges import Exchange
from bot.store.inbox import Received, Waiting
from bot.store.outbox import Delivery, Outbox, Outgoing
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
    "Delivery",
    "Exchange",
    "FeedbackKind",
    "LimitError",
    "Outbox",
    "Outgoing",
    "QueryError",
    "QuietHours",
    "Received",
    "Stats",
    "Store",
    "StoreError",
    "Subscription",
    "Unanswered",
    "Waiting",
]
