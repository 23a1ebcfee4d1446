"""Who did, said or decided what, why and for what; what things are; how many and how much.

In: clauses with their words (`facts.questions`). Out: a fact for each argument of a clause, and more by special verbs.
Begin with `events`, the general family; the others (`decisions`, `statements`, `counts` …) know more of a few verbs.
"""
