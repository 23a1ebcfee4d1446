"""How far the stated confidence can be trusted: a reliability curve, as in DeGroot & Fienberg (1983)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facts import files

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BINS: Final = 10
SUFFIXES: Final = (".png", ".svg")


class PlotError(Exception):
    """The picture cannot be made; the message says why and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Bin:
    """The answers of one band of confidence: how many, their mean confidence, the share that was right (0–1)."""

    count: int
    confidence: float
    right: float


def bins(answered: Iterable[tuple[float, bool]], count: int = BINS) -> list[Bin]:
    """Group answers (confidence 0–1, whether right) into `count` bands of equal width; empty bands are left out.

    >>> bins([(0.91, True), (0.97, False), (0.2, False)])
    [Bin(count=1, confidence=0.2, right=0.0), Bin(count=2, confidence=0.94, right=0.5)]
    """
    bands: list[list[tuple[float, bool]]] = [[] for _ in range(count)]
    for confidence, right in answered:
        bands[min(int(confidence * count), count - 1)].append((confidence, right))
    return [
        Bin(
            len(band),
            sum(confidence for confidence, _ in band) / len(band),
            sum(right for _, right in band) / len(band),
        )
        for band in bands
        if band
    ]


def draw(curve: Sequence[Bin], file: Path) -> None:
    """Draw the curve into `file`, a PNG or SVG by its suffix; the same curve gives the same bytes. Raises PlotError."""
    try:
        import matplotlib as mpl
    except ModuleNotFoundError as error:
        raise PlotError('drawing needs matplotlib: pip install "onrecord[plot]" brings it') from error
    kind = file.suffix[1:].lower()
    try:
        with mpl.rc_context({"svg.hashsalt": "onrecord"}), files.replacing(file) as stream:
            _figure(curve).savefig(stream, format=kind, metadata={"Date": None} if kind == "svg" else None)
    except OSError as error:
        raise PlotError(f"{file}: {error.strerror}; choose another place for the picture") from error


def _figure(curve: Sequence[Bin]) -> Figure:
    """Confidence against share right, with the number of answers at each dot, and where all dots should be."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="as sure as right")
    xs, ys = [b.confidence for b in curve], [b.right for b in curve]
    axes.plot(xs, ys, color="C0", marker="o", label="answers, how many in a band")
    for b in curve:
        place = (b.confidence, b.right)
        axes.annotate(str(b.count), place, (0, 8), textcoords="offset points", ha="center", fontsize=8)
    axes.set(xlim=(0, 1.05), ylim=(0, 1.1), xlabel="confidence", ylabel="share right", title="Reliability")
    axes.legend(loc="lower right")
    return figure
