"""Question × passage → whether the passage answers, and which words of it do: a small neural network of our own.

In: a question and sentences under their articles' headings (`Passage`). Out: a `Reading` of each. And
claims (question, answer, passage) → a `Judgement` of each: whether that makes a good and a true fact. Begin with
`reading` (`Reader.load` once, then `read`); `window` says what fits into the network. `checksum` tells whether what was
made with the reader is stale. onnxruntime and tokenizers are imported when a reader is loaded.
"""

from facts.reader.files import WEIGHTS, ReaderError, checksum, verify
from facts.reader.reading import Judgement, Reader, Reading
from facts.reader.window import Claim, Passage, heading

__all__ = [
    "WEIGHTS",
    "Claim",
    "Judgement",
    "Passage",
    "Reader",
    "ReaderError",
    "Reading",
    "checksum",
    "heading",
    "verify",
]
