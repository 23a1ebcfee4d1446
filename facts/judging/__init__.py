"""Drafts of facts → how likely each is good, and which are kept: the check between extracting and writing.

In: an article's drafts with the sentences they are from. Out: each with what speaks for it. Begin with `judging`;
`signs` is what speaks for a draft, `table` what each sign weighs. Over-generate and filter: Lewis et al. 2021.
"""

from facts.judging.judging import Judged, good, judge, shipped

__all__ = ["Judged", "good", "judge", "shipped"]
