"""Web pages, feeds, PDFs, Word files and texts → articles in the folder of seeds, in one form: `run`.

In: names of files and folders, addresses. Out: Markdown files with front matter, which are then compiled.
Begin with `adding`; `fetching` gets what is on the web, `converting` makes a `Document` of it by one of the `readers`
(one a format), `shelf` puts that where it belongs: new, known already, or a later version of what is there.
"""

from facts.incoming.adding import run

__all__ = ["run"]
