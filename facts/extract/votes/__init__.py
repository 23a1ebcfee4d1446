"""Votes: on which motion, with which result, who was for and against.

In: the clauses of an article, sentence by sentence. Out: facts of scores, shares, sides and unanimity.
Begin with `votes`; then `motions` (what was voted on) and `voters` (who voted how).
"""
