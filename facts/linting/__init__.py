"""What an editor would want to know of a base before anybody asks it: `lint`.

In: the folder of a base and that of its articles. Out: findings, each with its file and line, what is wrong and what to
do. Begin with `linting`; then what is looked at: `pairing` (articles and their pages), `describing` (articles and
meetings), `quoting` (what facts and sentences quote), `saying` (what facts answer), `between` (reports of one meeting).
Nothing is written, and nothing is parsed.
"""

from facts.linting.finding import Finding
from facts.linting.linting import Linted, lint

__all__ = ["Finding", "Linted", "lint"]
