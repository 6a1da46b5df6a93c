"""Guidelines as the product reads them, for a JSON Schema to judge.

The product reads every scalar as text and types it by its field. So does `as_product`: a plain scalar that is empty, `~` or `null` is None; every
other scalar stays text, except where the schema at that place asks for something else and the text is the product's spelling of it:

- a whole number (`-`, then at most nine digits) where the schema has `integer`;
- a number with decimals where it has `number` with a bound;
- `true`, `True`, `TRUE`, `false`, `False`, `FALSE` where the schema has `boolean` alone or lists true and false.

Quotes make no difference there, as they make none to the product. `as_editor` is the other reading, that of YAML 1.2's core schema: what editors and
other people's validators have before them.

PyYAML's CBaseLoader gives the nodes, with their marks, by libyaml as in the product; it resolves nothing by itself.
"""

import re

import yaml

EMPTY = {"", "~", "null"}
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
WHOLE = re.compile(r"-?[0-9]{1,9}")
CORE_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
CORE_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class Guideline:
    """A file: its nodes, and whether some mapping has a key twice."""

    def __init__(self, text):
        self.root = yaml.compose(text, Loader=yaml.CBaseLoader)
        self.has_duplicates = False

    def as_product(self, schema):
        return self._value(self.root, schema, schema, self._product_scalar)

    def as_editor(self, schema):
        return self._value(self.root, schema, schema, self._core_scalar)

    def node(self, path):
        """The node at a path of keys and numbers from the root."""
        node = self.root
        for step in path:
            if isinstance(node, yaml.SequenceNode):
                node = node.value[step]
            else:
                node = [value for key, value in node.value if key.value == step][-1]
        return node

    def scalar_at(self, line, column):
        """The scalar that begins at a place, counted from 1."""
        pending, seen = [self.root], set()
        while pending:
            node = pending.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if isinstance(node, yaml.ScalarNode):
                if (node.start_mark.line + 1, node.start_mark.column + 1) == (line, column):
                    return node
            elif isinstance(node, yaml.SequenceNode):
                pending += node.value
            else:
                pending += [child for entry in node.value for child in entry]
        return None

    def _value(self, node, schema, root, scalar):
        schemas = branches(schema, root)
        if isinstance(node, yaml.ScalarNode):
            return scalar(node, schemas)
        if isinstance(node, yaml.SequenceNode):
            items = [one["items"] for one in schemas if "items" in one]
            return [self._value(item, {"anyOf": items}, root, scalar) for item in node.value]
        result = {}
        for key, value in node.value:
            self.has_duplicates |= key.value in result
            known = [one.get("properties", {}).get(key.value, one.get("additionalProperties")) for one in schemas]
            result[key.value] = self._value(value, {"anyOf": [one for one in known if isinstance(one, dict)]}, root, scalar)
        return result

    @staticmethod
    def _product_scalar(node, schemas):
        text = node.value
        if is_plain(node) and text in EMPTY:
            return None
        if text in TRUTHS and any(one.get("type") == "boolean" or any(word is True for word in one.get("enum", [])) for one in schemas):
            return TRUTHS[text]
        if any("integer" in one.get("type", []) for one in schemas) and WHOLE.fullmatch(text):
            return int(text)
        if any("number" in one.get("type", []) and "minimum" in one for one in schemas) and DECIMAL.fullmatch(text):
            return float(text)
        return text

    @staticmethod
    def _core_scalar(node, _):
        text = node.value
        if not is_plain(node):
            return text
        if text in EMPTY | {"Null", "NULL"}:
            return None
        if text in TRUTHS:
            return TRUTHS[text]
        if CORE_INTEGER.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if CORE_FLOAT.fullmatch(text):
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return text


def is_plain(node):
    return node.style in (None, "")


def branches(schema, root):
    """All schemas that may judge a value: through references and alternatives."""
    found, pending, seen = [], [schema], set()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        found.append(one)
        if "$ref" in one:
            pending.append(root["$defs"][one["$ref"].removeprefix("#/$defs/")])
        for key in ("anyOf", "allOf"):
            pending += one.get(key, [])
        pending += [one[key] for key in ("then", "else") if isinstance(one.get(key), dict)]
    return found
