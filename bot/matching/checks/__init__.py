"""What holds an answer back: every check, once, and whom it is asked of.

In: a question, and a sentence or a fact that may answer it. Out: the names of the checks by which that tells something
else than is asked for, worked out as they are asked for; none where it may answer. Begin with `tables`; `words` asks
them of what was read, `facts` of facts, `sentences` of sentences before they are read.
"""
