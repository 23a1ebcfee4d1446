"""Questions of "the company" in an article that names two companies: nobody can tell which is meant."""

from __future__ import annotations

import re
from collections import defaultdict

from facts.extract.draft import Draft, Material
from facts.folding import fold
from facts.parse import rivals

BARE = re.compile(
    rf"\bthe ({'|'.join(sorted(rivals.SHARED_NOUNS))})\b(?! (?:at|behind|for|from|in|of|on|that|which|who)\b| [A-Z]|-)"
)
"""A body without a name, nor anything behind it that tells which."""


class RivalBodies:
    """The bodies of an article that are named after the same nouns."""

    def __init__(self, material: Material) -> None:
        """Gather the names that an article has of bodies."""
        self._names: dict[str, set[str]] = defaultdict(set)
        for sentence in material.sentences:
            for token in sentence.span:
                for noun in rivals.called(token):
                    if token.folded == noun:
                        self._names[noun].add(rivals.name_of(token))

    def leave_open(self, draft: Draft) -> bool:
        """Whether a question asks of a body by a noun with which the names of several end."""
        question = draft.question.partition(", according to the ")[0]
        return any(rivals.several(self._names[fold(noun)]) for noun in BARE.findall(question))
