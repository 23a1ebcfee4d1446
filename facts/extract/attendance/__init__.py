"""Who was at a meeting and who was not: attendance, absence, guests, membership.

In: the clauses of an article. Out: facts of who came, who did not, for whom, and how many there were.
Begin with `presence` (which phrase of a clause names who was there) and `attendance`; `absence` is the reverse.
"""
