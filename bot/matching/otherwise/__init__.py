"""What a sentence tells otherwise than a question asks, a module a kind: another deed, number, person, day, side.

In: a question, a sentence, the span of it that would be answered. Out: whether that is told of something else.
`bot.matching.checks` lists them all, with what each holds back.
"""
