"""Yes and no: what a sentence decides by its deeds (`told`), its denials and what a fact says of when and where.

In: a question that yes or no answers, and a sentence. Out: yes, no, or neither. Begin with `denials`; what a yes or a
no cannot rest on is in `untold`.
"""
