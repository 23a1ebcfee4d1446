"""What stands without quotes where a page holds text: whoever writes “answer: 14” or “answer: 1e5” means these letters.

YAML reads numbers, truth values and nothing in them. What is empty stays nothing.
"""

from __future__ import annotations

import yaml

from facts.pages import fields


def as_typed(data: object, node: yaml.Node | None, key: str = "") -> object:
    """Plain data in which every text is as it was typed; `node` is the tree that it was made of.

    “null” is a text too, but where nothing may be said instead of one, and as the name of a meeting: nobody means that.
    """
    if isinstance(data, dict) and isinstance(node, yaml.MappingNode):
        return {name: as_typed(data[name], value, name) for (_, value), name in zip(node.value, data, strict=True)}
    if isinstance(data, list) and isinstance(node, yaml.SequenceNode):
        return [as_typed(each, item, key) for each, item in zip(data, node.value, strict=True)]
    if not isinstance(node, yaml.ScalarNode) or key not in fields.TEXTS or isinstance(data, str):
        return data
    nothing = data is None and (key in fields.TEXTS_OR_NULL or key == "name" or not node.value)
    return data if nothing else str(node.value)
