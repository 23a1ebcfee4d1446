"""Questions and passages in, readings out: the network run on windows, its numbers turned into chances and spans."""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import functools
import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from facts.reader import files
from facts.reader.files import WEIGHTS, ReaderError
from facts.reader.window import Claim, Passage, Window, Windows

if TYPE_CHECKING:
    import numpy
    import numpy.typing

    Floats = numpy.typing.NDArray[numpy.float32]

TOGETHER_MAX = 4
"""How many windows are run together at most: more are no faster on one thread, and the shorter wait for the longest."""

SPAN_PIECES_MAX = 60
"""How many word pieces an answer has at most."""

KEPT_TEXTS_MAX = 4096
"""How many texts' word pieces are remembered from one question to the next."""

_OUT_OF_REACH = -1e9

_WORD: Final = re.compile(
    r"(?:[A-Z]{1,3}|(?<!\w))[$€£¥₫₹]\d+(?:[.,]\d+)*\w*|\d+(?:[.,:/]\d+)*(?:%|\w+)?|(?:[a-z]+-)*\w+(?:-(?=[A-Z\d])\w+)*"
)
"""A word, a number or a sum in one: "vice-chair", "non-NATO", "2.5", "40%", "NZ$4"; but "Norland" of "Norland-led"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What the reader makes of a passage for a question.

    `logit` is how much rather the passage answers than that nothing does (natural log of the odds, as taught; 0 is
    even), `probability` the same as a chance from 0 to 1, calibrated. `begin` and `end` are the span of the passage's
    sentence (code points, whole words) that answers best if the passage answers, and `span_probability` how sure that
    is. `yes`, `no` and `neither` are the chances of what the passage decides if the question asks for yes or no; they
    add up to 1.
    """

    logit: float
    probability: float
    begin: int
    end: int
    span_probability: float
    yes: float
    no: float
    neither: float


class Judgement(msgspec.Struct, frozen=True):
    """What the reader makes of a claim: log-odds that it is a good fact, and that it is true; as taught.

    Good is what a person would ask in good English, clear without the article, with a true, whole and short answer.
    """

    good: float
    true: float


class Reader:
    """The reader with its weights in memory. It may be used by several threads at once."""

    def __init__(self, session: Any, windows: Windows, slope: float, shift: float) -> None:  # noqa: ANN401
        """Take an onnxruntime session, a maker of windows and how logits become chances; see `load`."""
        self._session = session
        self._windows = windows
        self._slope, self._shift = slope, shift

    @classmethod
    def load(cls, weights: Path = WEIGHTS, threads: int = 1, *, yes_no: bool = False) -> Reader:
        """Load the weights, to be run on so many threads; with `yes_no` those for questions that ask for yes or no.

        Raises ReaderError where the weights are missing, damaged or not a reader's.
        """
        data, calibration = files.read(weights, yes_no=yes_no)
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
            session._model_bytes = None  # it has its own copy, and would keep this one, 24 MB, for good
            del data
            _give_back_memory()
            about = session.get_modelmeta().custom_metadata_map
            windows = _windows(about["tokenizer"])
            if calibration is None:
                told = json.loads(about["calibration"])
                calibration = float(told["slope"]), float(told["shift"])
            return cls(session, windows, *calibration)
        except Exception as error:  # onnxruntime and tokenizers raise what they like
            raise ReaderError(f"{weights}: is not a reader's weights; install Onrecord again") from error

    def read(self, question: str, passages: Sequence[Passage], asked_before: str = "") -> list[Reading]:
        """Read passages for a question; `asked_before` is the question before it, where it follows one up.

        Returns one reading a passage, in order. What does not fit into the window is cut: the sentence before, then
        the heading, then the end of the sentence; of a long question the beginning counts.
        """
        if self._windows.kept > KEPT_TEXTS_MAX:
            self._windows.forget()
        windows = [self._windows.make(question, passage, asked_before) for passage in passages]
        readings: dict[int, Reading] = {}
        for places in _together(windows):
            scores, spans, verdicts, _ = self._run([windows[place] for place in places])
            for row, place in enumerate(places):
                sentence = passages[place].sentence
                readings[place] = self._reading(windows[place], sentence, float(scores[row]), spans[row], verdicts[row])
        return [readings[place] for place in range(len(windows))]

    def judge(self, claims: Sequence[Claim]) -> list[Judgement]:
        """Judge claims by their passages; one judgement a claim, in order."""
        if self._windows.kept > KEPT_TEXTS_MAX:
            self._windows.forget()
        windows = [self._windows.claimed(claim) for claim in claims]
        judged: dict[int, Judgement] = {}
        for places in _together(windows):
            _, _, _, judgements = self._run([windows[place] for place in places])
            for place, (good, true) in zip(places, judgements, strict=True):
                judged[place] = Judgement(float(good), float(true))
        return [judged[place] for place in range(len(windows))]

    def _run(self, windows: list[Window]) -> tuple[Floats, Floats, Floats, Floats]:
        import numpy

        longest = max(len(window.tokens) for window in windows)
        tokens, segments, mask = (numpy.zeros((len(windows), longest), dtype=numpy.int64) for _ in range(3))
        for row, window in enumerate(windows):
            length = len(window.tokens)
            tokens[row, :length] = window.tokens
            segments[row, :length] = window.segments
            mask[row, :length] = 1
        given = {"tokens": tokens, "segments": segments, "mask": mask}
        scores, spans, verdicts, judgements = self._session.run(None, given)
        return scores, spans, verdicts, judgements

    def _reading(self, window: Window, sentence: str, score: float, spans: Floats, verdict: Floats) -> Reading:
        begin, end, sure = best_span(spans[window.start : window.start + len(window.offsets)], window, sentence)
        yes, no, neither = _softmax([float(logit) for logit in verdict])
        probability = _sigmoid(self._slope * score + self._shift)
        return Reading(score, probability, begin, end, sure, yes, no, neither)


def _give_back_memory() -> None:
    """Give what was freed back to the system, where the C library can (glibc): loading takes several times 24 MB."""
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


@functools.lru_cache(maxsize=1)
def _windows(tokenizer: str) -> Windows:
    """What makes windows with a tokenizer; readers that have the same share it."""
    from tokenizers import Tokenizer

    return Windows(Tokenizer.from_str(tokenizer))


def _together(windows: Sequence[Window]) -> Iterator[list[int]]:
    """The places of the windows that are run together: those of like length."""
    order = sorted(range(len(windows)), key=lambda place: len(windows[place].tokens))
    for begin in range(0, len(order), TOGETHER_MAX):
        yield order[begin : begin + TOGETHER_MAX]


def best_span(logits: Floats, window: Window, sentence: str) -> tuple[int, int, float]:
    """The likeliest span of a sentence, widened to whole words, and how likely it is.

    `logits` has a row a word piece of the sentence in the window: how well an answer starts and ends there.
    """
    import numpy

    pieces = len(window.offsets)
    if not pieces:
        return 0, 0, 0.0
    starts, ends = logits[:, 0].astype(numpy.float64), logits[:, 1].astype(numpy.float64)
    joined = starts[:, None] + ends[None, :]
    places = numpy.arange(pieces)
    length = places[None, :] - places[:, None]
    joined[(length < 0) | (length >= SPAN_PIECES_MAX)] = _OUT_OF_REACH
    first, last = divmod(int(joined.argmax()), pieces)
    highest = joined[first, last]
    sure = 1 / float(numpy.exp(joined - highest).sum())
    begin, end = whole_words(sentence, window.offsets[first][0], window.offsets[last][1])
    return begin, end, sure


def whole_words(sentence: str, begin: int, end: int) -> tuple[int, int]:
    """Widen a span so that it cuts no word and no number with what belongs to it.

    >>> whole_words("It was adjourned.", 9, 13)
    (7, 16)
    >>> [span.group() for span in _WORD.finditer("Up to A$2.5 million, 40%: the non-local vice-chair")]
    ['Up', 'to', 'A$2.5', 'million', '40%', 'the', 'non-local', 'vice-chair']
    """
    for word in _WORD.finditer(sentence):
        if word.start() < begin < word.end():
            begin = word.start()
        if word.start() < end < word.end():
            end = word.end()
    return begin, end


def _softmax(logits: list[float]) -> list[float]:
    highest = max(logits)
    powers = [math.exp(logit - highest) for logit in logits]
    return [power / sum(powers) for power in powers]


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit >= 0 else math.exp(logit) / (1 + math.exp(logit))
