"""Minutes: their labelled lines, their actions, and bullets read with the sentence that introduces them.

In: the paragraphs of an article as text and as parse. Out: facts, as from running text.
Begin with `labels` (what the label of a line means), then `minutes`; `bullets` joins parses; `jottings` are dropped.
"""
