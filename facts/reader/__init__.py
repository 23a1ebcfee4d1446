"""The reader: a small neural network that says whether a sentence answers a question, and which words of it do.

What others may use: `Reader` (load it once, then `read`), what it takes and gives (`Passage`, `Reading`, `heading`),
`ReaderError`, and `checksum` to tell whether what was made with the reader is stale. onnxruntime and tokenizers are
imported when a reader is loaded.
"""

from facts.reader.reading import WEIGHTS, Reader, ReaderError, Reading, checksum
from facts.reader.window import Passage, heading

__all__ = ["WEIGHTS", "Passage", "Reader", "ReaderError", "Reading", "checksum", "heading"]
