"""Tables → lines of "heading: value", which read as text and keep what belongs together.

Begin with `lines`; `headings` tells by the words whether a row has the headings of its columns.
"""

from facts.tables.headings import is_label
from facts.tables.lines import labels_and_tables_as_lines, table_lines, with_table_lines

__all__ = ["is_label", "labels_and_tables_as_lines", "table_lines", "with_table_lines"]
