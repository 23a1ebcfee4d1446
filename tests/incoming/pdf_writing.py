"""PDFs written by hand, for tests: lines of text at their places, in two fonts, and the rules of tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """A line of text: where it begins (points from the left and the bottom), its size, whether it is bold."""

    text: str
    left: float
    bottom: float
    size: float = 11
    bold: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its texts, its rules (from x, y to x, y), its width and height, and by how much it is shown turned."""

    texts: Sequence[Text]
    rules: Sequence[tuple[float, float, float, float]] = ()
    size: tuple[float, float] = (595, 842)
    turned: int = 0


def pdf(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a file of these pages."""
    pages = range(5, 5 + 2 * len(sheets), 2)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{' '.join(f'{n} 0 R' for n in pages)}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for n, sheet in zip(pages, sheets, strict=True):
        box = f"/MediaBox[0 0 {sheet.size[0]} {sheet.size[1]}]/Rotate {sheet.turned}"
        fonts = "/Resources<</Font<</F 3 0 R/B 4 0 R>>>>"
        shown = [f"{x} {y} m {to_x} {to_y} l S" for x, y, to_x, to_y in sheet.rules]
        for each in sheet.texts:
            escaped = each.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            font = "B" if each.bold else "F"
            shown.append(f"BT /{font} {each.size} Tf {each.left} {each.bottom} Td ({escaped}) Tj ET")
        stream = "\n".join(shown)
        objects += [
            f"<</Type/Page/Parent 2 0 R{box}{fonts}/Contents {n + 1} 0 R>>",
            f"<</Length {len(stream.encode('cp1252'))}>>\nstream\n{stream}\nendstream",
        ]
    written, places = b"%PDF-1.4\n", []
    for number, written_out in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{written_out}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>"
    return written + f"{trailer}\nstartxref\n{len(written)}\n%%EOF".encode()


def table(rows: Sequence[Sequence[str]], top: float, width: float = 150, *, bold: bool = False) -> Sheet:
    """A table with rules around its cells, from `top` down; with a first row that is bold."""
    left, height = 60.0, 20.0
    right, bottom = left + width * len(rows[0]), top - height * len(rows)
    texts = [
        Text(cell, left + 4 + n * width, top - 14 - m * height, bold=bold and m == 0)
        for m, row in enumerate(rows)
        for n, cell in enumerate(row)
    ]
    across = [(left, top - m * height, right, top - m * height) for m in range(len(rows) + 1)]
    down = [(left + n * width, top, left + n * width, bottom) for n in range(len(rows[0]) + 1)]
    return Sheet(texts, [*across, *down])
