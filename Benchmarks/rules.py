"""The same twenty controls for every tool: a policy for Leidraad, a JSON Schema, and Rego, all made of the checks of the real policy.

Only controls are taken that JSON Schema can say too, and of which nobody may say that they do not apply."""
import json
import os
import re
import shutil

CONTROLS = [
    "B2.03", "B2.04", "B2.12", "B2.14", "B2.21", "B2.26", "B2.28", "B2.30", "B2.31", "B2.37", "B2.38", "DP.01", "DP.09", "DP.11", "DP.12",
    "DP.15", "DP.20", "DP.23", "B1.3", "B3.10",
]
# What the generator writes where a field asks for text, and no answer: these, and `null`, which is no string in the first place.
NO_ANSWERS = ["not-arranged", "n.v.t.", "volgt", "TBD", "zie beleid", "?", "nvt", "[naam]", "-"]
SEPARATOR = "-"


def taken(policy):
    """(id, check) of the controls, in the order of CONTROLS."""
    checks = {control["id"]: control["check"] for recommendation in policy["recommendations"] for control in recommendation["controls"]}
    return [(id, checks[id]) for id in CONTROLS]


def repeated(controls, count):
    """As many controls as asked: the same ones again and again under ids of their own."""
    return [(f"{id}{SEPARATOR}{turn}" if turn else id, check) for turn in range(-(-count // len(controls))) for id, check in controls][:count]


def fields(policy):
    found = {}
    for section in policy["sections"]:
        for field in section["fields"]:
            found[field["path"]] = field
            for part in field.get("fields", []):
                found[part["path"]] = part
    return found


class Criterion:
    """One criterion of a check, in the few forms that the twenty have."""

    def __init__(self, source, known, inside=""):
        source = {"field": source} if isinstance(source, str) else dict(source)
        self.path = inside + source.pop("field")
        self.field = known[self.path]
        self.options = source.pop("is", None)
        self.all = source.pop("includes", None)
        self.least, self.most = source.pop("at-least", None), source.pop("at-most", None)
        self.each = [Criterion(part, known, self.path + ".") for part in source.pop("each", [])]
        if source:
            raise SystemExit(f"{self.path}: JSON Schema cannot say {source}; take another control")

    def schema(self):
        """What the field's value must be."""
        kind = self.field["kind"]
        if self.options is not None:
            return {"enum": [option == "true" if kind == "flag" else option for option in self.options]}
        if kind == "choice":
            return {"enum": [option["id"] for option in self.field["options"]]}
        if kind == "flag":
            return {"type": "boolean"}
        if kind == "number":
            limits = {"minimum": self.least, "maximum": self.most}
            return {"type": "integer", **{key: limit for key, limit in limits.items() if limit is not None}}
        if kind in ("choices", "texts", "list"):
            schema = {"type": "array", "minItems": self.least or 1}
            if self.all:
                schema["allOf"] = [{"contains": {"const": option}} for option in self.all]
            if self.each:
                schema["items"] = within([(part.path.rsplit(".", 1)[1], part.schema()) for part in self.each])
            return schema
        return {"type": "string", "minLength": 1, "not": {"enum": NO_ANSWERS}}

    def rego(self, at):
        """The conditions under which the value at a reference counts."""
        kind = self.field["kind"]
        if self.options is not None:
            return [f"{at} in {{{', '.join(option if kind == 'flag' else json.dumps(option) for option in self.options)}}}"]
        if kind == "choice":
            return [f"{at} in {{{', '.join(json.dumps(option['id']) for option in self.field['options'])}}}"]
        if kind == "flag":
            return [f"is_boolean({at})"]
        if kind == "number":
            limits = [(">=", self.least), ("<=", self.most)]
            return [f"is_number({at})"] + [f"{at} {sign} {limit}" for sign, limit in limits if limit is not None]
        if kind in ("choices", "texts", "list"):
            lines = [f"is_array({at})", f"count({at}) >= {self.least or 1}"]
            lines += [f"{json.dumps(option)} in {at}" for option in self.all or []]
            if self.each:
                inner = [line for part in self.each for line in part.rego(f'item[{json.dumps(part.path.rsplit(".", 1)[1])}]')]
                lines.append(f"every item in {at} {{ {'; '.join(inner)} }}")
            return lines
        return [f"is_string({at})", f"not no_answer[{at}]"]


def within(pairs):
    """The schema of a mapping that must have each key, as its schema says."""
    return {"type": "object", "required": sorted({key for key, _ in pairs}), "properties": dict(pairs)}


def schema(policy, controls):
    """One JSON Schema: a control is one member of `allOf`, so that a failure is known by its place."""
    known, parts = fields(policy), []
    for id, check in controls:
        sections = {}
        for source in check:
            criterion = Criterion(source, known)
            section, key = criterion.path.split(".")
            sections.setdefault(section, []).append((key, criterion.schema()))
        parts.append({"title": id, **within([(section, within(pairs)) for section, pairs in sections.items()])})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": parts}


def rego(policy, controls, document):
    """One Rego module over a document: a rule a control, and the set of those that do not hold."""
    known = fields(policy)
    lines = ["package bench", "", "import rego.v1", "", f"document := {document}", "", f"no_answer := {{{', '.join(json.dumps(each) for each in NO_ANSWERS)}}}", ""]
    for number, (id, check) in enumerate(controls):
        lines.append(f"holds_{number} if {{")
        for source in check:
            criterion = Criterion(source, known)
            section, key = criterion.path.split(".")
            lines += ["  " + line for line in criterion.rego(f"document[{json.dumps(section)}][{json.dumps(key)}]")]
        lines += ["}", "", f"failures contains {json.dumps(id)} if not holds_{number}", ""]
    return "\n".join(lines)


def policy_folder(source, folder, controls):
    """The real policy with these controls alone, each asked of everyone: its sections as they are, one recommendation, no rules."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(source, "sections"), os.path.join(folder, "sections"))
    with open(os.path.join(source, "policy.yaml"), encoding="utf-8") as file:
        head = file.read()
    # What is listed by control goes with the controls.
    head = re.sub(r"(?ms)^(#[^\n]*\n)?equivalent-mutants:.*?(?=^\S|\Z)", "", head)
    head = re.sub(r"(?m)^recommendations: \[.*?\]", f"recommendations: [{'X' if controls else ''}]", head)
    os.makedirs(os.path.join(folder, "recommendations"))
    with open(os.path.join(folder, "policy.yaml"), "w", encoding="utf-8") as file:
        file.write(head)
    if not controls:
        return
    with open(os.path.join(folder, "recommendations", "X.yaml"), "w", encoding="utf-8") as file:
        file.write("recommendation: X\ntitle: {nl: Twintig onderdelen, en: Twenty controls}\nsummary: {nl: Voor de meting., en: For measuring.}\n")
        file.write("source: radar-2021\nweight: {organisation: 1, municipality: 1}\ncontrols:\n")
        for id, check in controls:
            file.write(f"  {id}:\n    title: {{nl: onderdeel {id}, en: control {id}}}\n    basis: derived\n")
            file.write("    addressee: [organisation, municipality]\n    weight: 1\n    effort: low\n")
            file.write(f"    why: {{nl: Reden van {id}., en: Reason of {id}.}}\n    how: {{nl: Vul het in., en: Fill it in.}}\n")
            file.write(f"    check: {json.dumps(check)}\n")
