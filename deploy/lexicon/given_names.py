"""Make facts/parse/given_names/names.txt from the lists of Faker (PyPI, MIT). Run by hand when its rules change.

    python -m deploy.lexicon.given_names

names.txt   a line a given name, folded, sorted: those that Faker knows for its locales that write in Latin letters;
            behind it "m" or "f" where all of Faker's lists that say so give it to men, or to women, alone.
            Words that are the name of a country, a month or a nationality, and words of function, are left out.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as locales

from facts.folding import fold

NAME = re.compile(r"[a-z]{2,}(?:[-'][a-z]+)*")
LISTS = ("first_name", "first_romanized")
"""How the attributes begin that hold given names."""
NOT_NAMES = frozenset(
    """africa america an and april asia august bin bint bo can china de dean do dr english european france german he in
    india iran israel it june kismet major march mr mrs ms no norman of on or per prince scotland so sos the thorny to
    us van von""".split()
)
"""Words of the lists that are far oftener something else."""
FAMILIES = frozenset("abe bui duong hoang le li lim park tan vu".split())
"""Names of the lists that are oftener a family's, which stands in front in much of Asia: they tell no gender."""
TABLE = Path(__file__).parents[2] / "facts" / "parse" / "given_names" / "names.txt"
NOTICE = "# From Faker, https://github.com/joke2k/faker. Copyright 2012 Daniele Faraglia. See LICENSE-Faker.txt.\n"


def given_names() -> Iterator[tuple[str, str]]:
    """Yield every given name of every locale, folded, with whose the list is that has it: "m", "f" or nobody's."""
    for module in pkgutil.iter_modules(locales.__path__):
        provider = importlib.import_module(f"{locales.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            whose = "f" if "female" in attribute else "m" if "male" in attribute else ""
            if attribute.startswith(LISTS) and isinstance(listed, (tuple, list, dict)):
                for item in listed:
                    name = fold(item if isinstance(item, str) else item[-1])
                    if NAME.fullmatch(name) and name not in NOT_NAMES:
                        yield name, whose


def main() -> None:
    """Write names.txt."""
    genders: dict[str, set[str]] = {}
    for name, whose in given_names():
        genders.setdefault(name, set()).update("" if name in FAMILIES else whose)
    lines = [f"{name} {''.join(whose)}" if len(whose) == 1 else name for name, whose in sorted(genders.items())]
    TABLE.write_text(NOTICE + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
