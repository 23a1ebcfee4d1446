"""Surfaces of the terminal: a conversation, a batch of questions, a check of questions with known answers.

In: lines and files of questions. Out: text, JSON Lines, a report.
Begin with `batch`, the shortest.
"""
