"""The fact compiler: articles in, a YAML base of questions and answers out.

What others may use: the values (`Article`, `Meeting`, `Fact`, `Record`, `Citation`) and the base (`load`, `save`, and
what is raised where it is bad). `facts.compiler.run` compiles; it needs the extra `compile`.
"""

from facts.base import BaseError, NoBaseError, load, save
from facts.model import Article, Citation, Fact, Meeting, Record

__all__ = ["Article", "BaseError", "Citation", "Fact", "Meeting", "NoBaseError", "Record", "load", "save"]
