"""Finds the places of a Swift file where one small thing can be changed, and what the text then is.

The grammar knows no precedence: `a < 3 || c` is read as `a < (3 || c)`. So no change relies on where an operand ends. An operator becomes an
operator of its own with the same precedence (see schemata.py), and what is wrapped whole ends at a keyword, a comma or a brace.
"""

import hashlib
from dataclasses import dataclass, field

import tree_sitter
import tree_sitter_swift

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_swift.language()))

SWAPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+", "*": "/", "/": "*",
    "+=": "-=", "-=": "+=", "??": "its right side", "..<": "one further", "...": "one less far",
}
OPERATOR_NODES = {
    "comparison_expression", "equality_expression", "conjunction_expression", "disjunction_expression", "additive_expression",
    "multiplicative_expression", "infix_expression", "nil_coalescing_expression", "range_expression", "assignment",
}
# Where a literal is no expression: it cannot be replaced by a choice.
FIXED = {"switch_pattern", "enum_entry", "attribute", "type_annotation", "pattern"}


@dataclass
class Site:
    path: str
    line: int
    source: str
    """The line as it stands, without its indentation."""
    change: str
    """What is changed, in words."""
    edits: list = field(default_factory=list)
    """(start, end, text before, text after): what stands between is kept; or (start, end, text, None): it is replaced. `{}` is the number."""
    operator: str | None = None
    turn: int = 0
    """Which it is of those in the file with the same line and change."""

    @property
    def key(self):
        return (self.path, self.source, self.change, self.turn)

    def order(self, seed):
        """The same for a site whatever is changed elsewhere, so that a sample stays what it was."""
        return hashlib.sha256(repr((seed, self.key)).encode()).hexdigest()


class Finder:
    def __init__(self, path, text):
        self.path, self.text = path, text
        self.lines = text.decode().split("\n")
        self.sites = []

    def find(self):
        self.visit(PARSER.parse(self.text).root_node)
        counted = {}
        for site in self.sites:
            place = (site.source, site.change)
            site.turn = counted.get(place, 0)
            counted[place] = site.turn + 1
        return self.sites

    def visit(self, node):
        if node.type == "ERROR" or node.type in FIXED:
            return
        if node.type in OPERATOR_NODES:
            self.operator(node)
        name = getattr(self, "on_" + node.type, None)
        if name:
            name(node)
        for child in node.children:
            self.visit(child)

    def add(self, node, change, *edits, operator=None):
        row = node.start_point[0]
        self.sites.append(Site(self.path, row + 1, self.lines[row].strip(), change, list(edits), operator))

    def shown(self, start, end):
        text = " ".join(self.text[start:end].decode().split())
        return text if len(text) <= 60 else text[:57] + "…"

    # Operators and literals

    def operator(self, node):
        token = next((child for child in node.children if child.text.decode() in SWAPPED and not child.children), None)
        if token is None or node.child_count < 3 or node.has_error:
            return
        text = token.text.decode()
        self.add(token, f"{text} becomes {SWAPPED[text]}", (token.start_byte, token.end_byte, "{}", None), operator=text)

    def on_boolean_literal(self, node):
        text = node.text.decode()
        other = "false" if text == "true" else "true"
        replacement = "(!isMutant({}))" if text == "true" else "isMutant({})"
        self.add(node, f"{text} becomes {other}", (node.start_byte, node.end_byte, replacement, None))

    def on_integer_literal(self, node):
        text = node.text.decode()
        if node.parent.type in ("navigation_suffix", "value_argument_label"):
            return
        self.add(node, f"{text} becomes {text} + 1", (node.start_byte, node.end_byte, f"(isMutant({{}}) ? {text} + 1 : {text})", None))

    def on_prefix_expression(self, node):
        # As a whole condition it is negated with its statement.
        if node.children[0].type == "bang" and node.parent.type not in ("if_statement", "guard_statement", "while_statement"):
            self.negate(node, node.start_byte, node.end_byte)

    def on_ternary_expression(self, node):
        question = next((child for child in node.children if child.type == "?"), None)
        if question is None:
            return
        top = node
        # A chain of operators before the question mark belongs to the condition, whatever the grammar says.
        while top.parent.type in OPERATOR_NODES - {"assignment"} and top.parent.end_byte == top.end_byte:
            top = top.parent
        end = len(self.text[: question.start_byte].rstrip())
        self.add(node, "the branches of ?: change places", (top.start_byte, end, "(isMutant({}) != (", "))"))

    # Conditions

    def negate(self, node, start, end):
        self.add(node, f"not: {self.shown(start, end)}", (start, end, "(isMutant({}) != (", "))"))

    def conditions(self, node, first, last):
        """The parts between the words `first` and `last`, cut at the commas."""
        part, inside = [], False
        for child in node.children:
            if inside and child.type in (last, ","):
                self.condition(part)
                part = []
                if child.type == last:
                    return
            elif inside:
                part.append(child)
            elif child.type == first:
                inside = True

    def condition(self, part):
        if not part or part[0].type == "case":
            return
        if part[0].type != "value_binding_pattern":
            self.negate(part[0], part[0].start_byte, part[-1].end_byte)
            return
        sign = next((index for index, child in enumerate(part) if child.type == "="), None)
        if sign is not None and sign + 1 < len(part):
            start, end = part[sign + 1].start_byte, part[-1].end_byte
            self.add(part[0], f"nil for: {self.shown(start, end)}", (start, end, "(isMutant({}) ? nil : (", "))"))
        elif sign is None and len(part) == 2:
            name = part[1].text.decode()
            self.add(part[0], f"nil for: {name}", (part[1].end_byte, part[1].end_byte, f" = (isMutant({{}}) ? nil : {name})", ""))

    def on_if_statement(self, node):
        self.conditions(node, "if", "{")

    def on_guard_statement(self, node):
        self.conditions(node, "guard", "else")

    def on_while_statement(self, node):
        self.conditions(node, "while", "{")

    def on_where_clause(self, node):
        self.negate(node, node.children[1].start_byte, node.end_byte)

    def on_switch_entry(self, node):
        self.conditions(node, "where_keyword", ":")

    # Statements and results

    def on_statements(self, node):
        alone = node.named_child_count == 1
        for child in node.named_children:
            if child.type in ("call_expression", "assignment") and (not alone or self.is_for_its_effect(node)) or child.text in (b"continue", b"break"):
                start, end = child.start_byte, child.end_byte
                self.add(child, f"left out: {self.shown(start, end)}", (start, end, "if !isMutant({}) {{ ", " }}"))
        if alone and node.parent.type in ("function_body", "computed_property") and node.named_children[0].type.endswith(("expression", "literal")):
            self.result(node.named_children[0], node.named_children[0])

    def is_for_its_effect(self, node):
        """Whether the one statement of a block is no value."""
        parent = node.parent
        while parent.type in ("if_statement", "switch_entry", "switch_statement", "else", "statements"):
            parent = parent.parent
        if parent.type in ("for_statement", "while_statement"):
            return True
        return parent.type == "function_body" and all(child.type != "->" for child in parent.parent.children)

    def on_control_transfer_statement(self, node):
        result = node.child_by_field_name("result")
        if result is not None and node.children[0].type == "return":
            self.result(node, result)

    def result(self, node, result):
        kind = self.kind(node)
        if kind is None or result.has_error:
            return
        start, end = result.start_byte, result.end_byte
        if kind == "Bool":
            if result.type not in ("boolean_literal", "prefix_expression"):
                self.negate(result, start, end)
            return
        nothing = "nil" if kind.endswith("?") else '""' if kind == "String" else "[:]" if kind.startswith("[") and ":" in kind else "[]"
        if result.text.decode() != nothing:
            self.add(result, f"{nothing} for: {self.shown(start, end)}", (start, end, f"(isMutant({{}}) ? {nothing} : (", "))"))

    def kind(self, node):
        """What the function around a statement returns; nil inside a closure and where nothing can stand for it."""
        while node is not None and node.type != "lambda_literal":
            if node.type == "function_declaration":
                sign = next((index for index, child in enumerate(node.children) if child.type == "->"), None)
                return self.known(node.children[sign + 1].text.decode()) if sign is not None else None
            if node.type == "property_declaration":
                annotation = next((child for child in node.children if child.type == "type_annotation"), None)
                return self.known(annotation.text.decode().lstrip(": ")) if annotation is not None else None
            node = node.parent
        return None

    @staticmethod
    def known(kind):
        return kind if kind.endswith("?") or kind.startswith("[") or kind in ("Bool", "String") else None
