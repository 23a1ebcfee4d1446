"""Expressions that are compiled late: each can be compiled, and none is compiled when its module is imported."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import bot
import facts
from facts.expressions import Expression, expression


def test_every_expression_of_a_module_can_be_compiled() -> None:
    for package in (bot, facts):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    gc.unfreeze()  # what is frozen is not among the objects
    found = [each for each in gc.get_objects() if type(each) is Expression]
    gc.freeze()
    assert len(found) > 400
    for each in found:
        each.compiled()


def test_it_is_compiled_when_it_is_first_used() -> None:
    late = expression("b(")
    with pytest.raises(re.error):
        late.search("ab")


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
def test_it_finds_what_a_compiled_one_does(method: str) -> None:
    plain, late = re.compile("(B)c?", re.IGNORECASE), expression("(B)c?", re.IGNORECASE)
    for text in ("abcb", "bc", "", "x"):
        assert str(getattr(late, method)(text)) == str(getattr(plain, method)(text))
    assert (late.pattern, late.flags, late.groups) == (plain.pattern, plain.flags, plain.groups)


def test_it_has_nothing_else() -> None:
    assert not hasattr(expression("a"), "surch")


def test_a_start_compiles_few() -> None:
    counting = (
        "import re\n"
        "real, compiled = re._compiler.compile, []\n"
        "re._compiler.compile = lambda *given: (compiled.append(given), real(*given))[1]\n"
        "import bot.cli, bot.dialog, bot.terminal.batch\n"
        "print(len(compiled))"
    )
    done = subprocess.run([sys.executable, "-c", counting], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 100
