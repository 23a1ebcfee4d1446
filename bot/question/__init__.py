"""A text as people type it → a `Question`: `read`.

In: the text of a message. Out: its tokens, the type of answer that it asks for, dates, ordinals, the meeting meant.
Begin with `reading`; then `tokens` (folding and stems) and `shape` (what the question word and its neighbours say);
`stated` makes questions of statements ("so Tarn paid?").
"""

from bot.question.reading import Analysis, Question, Word, read

__all__ = ["Analysis", "Question", "Word", "read"]
