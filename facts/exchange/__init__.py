"""Facts ⇄ tables of questions and answers that other programs read: CSV, JSON Lines, SQuAD.

In: pages of a base, or a file of rows. Out: rows; or an article among the seeds, and its page with a fact for each row.
Begin with `row`, what all forms hold; then `exporting` and `importing`. A form has a module of its own: `table` (CSV),
`json_lines`, `squad`.
"""

from facts.exchange.exporting import FORMATS, Format, export, pages
from facts.exchange.importing import run as import_file

__all__ = ["FORMATS", "Format", "export", "import_file", "pages"]
