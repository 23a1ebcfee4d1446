"""Facts ⇄ the YAML pages that people read and correct.

In: records of facts, or pages as people left them. Out: pages written in full or not at all, and every problem of one.
Begin with `base`, a folder of pages; then `page` (one of them), `page_reading` and `page_writing` (its YAML),
`page_rewriting` (in the place of an older text, by `keeping` what says the same), `merge` (a new compile and what
people changed), `ledger` (how that is told), `precedence` (what gives way), `former` (where ids lead that are gone).
`schema1` reads pages of earlier versions.
"""
