"""Who did, said or decided what, when, where and why; what things are; how many and how much.

In: clauses with their words (`facts.questions`). Out: drafts, each asked so that a stranger understands it, or none.
Begin with `assertions` (what a text tells as so), `speakers` (who says it, and whether at the meeting) and `asked`
(when a question is clear), with `repeated` (whether somebody said more by one verb); then `events`, the general family
with `circumstances`, `reasons` (why), `partners` (whom), `about` (of what, with `complements`, what the noun of an
object is of) and `plans`, and `deeds`, what became of something; the others (`decisions`, `statements`, `tellers`,
`counts` with `sums`, `amounts_of`, `members`, `times` …) know more of a few verbs. `verbs` are their word
tables.
"""
