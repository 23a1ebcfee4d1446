"""Who somebody is and who holds which role.

In: sentences with the people named in them. Out: facts of their roles, bodies, and what they lead.
Begin with `people`; then `roles`, which looks before a name (`before_names`), behind it, and at verbs (`role_verbs`).
"""
