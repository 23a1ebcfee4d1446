"""Question × passage → whether the passage answers, and which words of it do: a small neural network of our own.

In: a question and sentences under their articles' headings (`Passage`). Out: a `Reading` of each. Begin with
`reading` (`Reader.load` once, then `read`); `window` says what fits into the network. `checksum` tells whether what was
made with the reader is stale. onnxruntime and tokenizers are imported when a reader is loaded.
"""

from facts.reader.reading import WEIGHTS, Reader, ReaderError, Reading, checksum
from facts.reader.window import Passage, heading

__all__ = ["WEIGHTS", "Passage", "Reader", "ReaderError", "Reading", "checksum", "heading"]
