#!/usr/bin/env python3
"""Whether the schemas and the product agree on what is an error.

    Tests/Validators/schema_agreement.py --binary .build/debug/leidraad [--count 2400] [--seed 1] [--keep FOLDER]

Makes guidelines with mistakes from the examples and from those of the policy, lets `leidraad check` and the schema judge each, and compares "has a
diagnostic of severity error" with "does not fit". Every disagreement must be of a class below, which says why a schema cannot agree; anything else is
printed and ends with code 1. Each guideline is read twice (see guideline_yaml.py): as the product reads YAML, and as an editor does.

The examples themselves must fit, by the line with which each leads an editor to its schema. So must every report, `json` and `jsonl`, of them and of the
guidelines made; and every key of a report must be one that the schema tells of.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

import guideline_mutations
import guideline_yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-24"

CLASSES = {
    "duplicate-key": "the same key twice in a mapping: whoever loads YAML keeps one of the two before a schema sees it",
    "duplicate-id": "two entries of evidence with one id: a schema cannot compare items of a list by a key",
    "decision-conflict": "two decisions for one control: likewise",
    "29 February": "29 February in a year without one, and the year 0000: the pattern knows months, not years",
    "filler": "filler where a choice, date, number or list is asked, of which the product warns, and as a name, which it takes for none",
    "blank": "a text without any character, in quotes, where an option is asked: the product counts it as no answer",
    "white space": "white space, in quotes, around an option: the product does without",
    "leading zero": "a number with a zero before it: the product refuses what some readers take for octal; a schema sees a number alone",
    "quoted": "(editors) a number or true or false in quotes: the product reads text and types it by its field",
    "other number": "(editors) 1.0, 1e3, 0x10 or +3 for a whole number: the product takes digits alone",
}


class Judge:
    """A schema with its validator."""

    def __init__(self, path):
        self.schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(self.schema)
        self.validator = jsonschema.Draft202012Validator(self.schema)

    def faults(self, value):
        """The innermost errors: those that are not explained by others."""
        found, pending = [], list(self.validator.iter_errors(value))
        while pending:
            error = pending.pop()
            if error.context:
                pending += error.context
            else:
                found.append(error)
        return found


class Product:
    def __init__(self, binary):
        self.binary = binary

    def check(self, paths, form):
        """What `leidraad check` writes about files, whatever its verdict."""
        command = [self.binary, "check", "--format", form, "--policy", "online-work", "--lang", "nl", "--as-of", DAY, "--files-from", "-", "--quiet"]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        names = "".join(f"{path}\n" for path in paths)
        run = subprocess.run(command, input=names, capture_output=True, text=True, env=environment, cwd="/", check=False)
        if run.returncode not in (0, 1, 2) or run.stderr:
            sys.exit(f"leidraad ended with code {run.returncode}: {run.stderr}")
        return run.stdout


# Disagreements


def explain_product_error(diagnostic, guideline, fillers, is_editor):
    """Why the schema takes what the product calls an error; None where it should not."""
    code = diagnostic["code"]
    if code in ("duplicate-key", "duplicate-id", "decision-conflict"):
        return code
    if code == "missing-key" and diagnostic["path"] == "organisation.name" and "organisation.name" in fillers:
        return "filler"
    node = guideline.scalar_at(diagnostic["place"]["line"], diagnostic["place"]["column"])
    if code == "invalid-date" and node is not None and re.fullmatch(r"\d{4}-02-29|0000-\d\d-\d\d", node.value):
        return "29 February"
    if code == "invalid-number" and node is not None and guideline_yaml.is_plain(node) and re.fullmatch(r"-?0\d+", node.value):
        return "leading zero"
    if is_editor and code == "invalid-number" and node is not None and guideline_yaml.is_plain(node):
        number = guideline_yaml.CORE_INTEGER.fullmatch(node.value) or guideline_yaml.CORE_FLOAT.fullmatch(node.value)
        return "other number" if number else None
    return None


def explain_schema_fault(fault, guideline, fillers, is_editor):
    """Why the product takes what the schema does not; None where it should not."""
    try:
        node = guideline.node(fault.absolute_path)
    except (IndexError, TypeError):
        return None
    if not isinstance(node, yaml.ScalarNode):
        return None
    if (node.start_mark.line + 1, node.start_mark.column + 1) in fillers:
        return "filler"
    text = node.value
    if not guideline_yaml.is_plain(node):
        if not text.strip():
            return "blank"
        if text != text.strip() and text.strip() in fault.schema.get("enum", []):
            return "white space"
        if is_editor and (text in guideline_yaml.TRUTHS or guideline_yaml.WHOLE.fullmatch(text)):
            return "quoted"
    return None


def compare(guideline, faults, report, is_editor):
    """The classes of a disagreement; empty where there is none; None in it where one has no reason."""
    errors = [one for one in report["diagnostics"] if one["severity"] == "error"]
    if bool(faults) == bool(errors):
        return []
    if errors:
        fillers = {one["path"] for one in report["diagnostics"] if one["code"] == "filler"}
        return [explain_product_error(one, guideline, fillers, is_editor) for one in errors]
    fillers = {(one["place"]["line"], one["place"]["column"]) for one in report["diagnostics"] if one["code"] == "filler"}
    reasons = [explain_schema_fault(one, guideline, fillers, is_editor) for one in faults]
    # An alternative that does not fit adds faults of its own; one of them must have the reason.
    places = collections.defaultdict(list)
    for fault, reason in zip(faults, reasons):
        places[tuple(fault.absolute_path)].append(reason)
    return [next((one for one in found if one), None) for found in places.values()]


def guideline_faults(judge, guideline):
    """What does not fit, by reading; most guidelines are the same in both."""
    values = guideline.as_product(judge.schema), guideline.as_editor(judge.schema)
    faults = judge.faults(values[0])
    return {"product": faults, "editor": faults if repr(values[0]) == repr(values[1]) else judge.faults(values[1])}


# Material


def example_files():
    # Those whose names begin with a dot set up tools.
    return sorted(path for path in (ROOT / "examples").rglob("*.yaml") if not path.name.startswith("."))


def policy_examples():
    """The pieces of guidelines that controls have as examples, each made whole."""
    for path in sorted((ROOT / "policies/online-work/recommendations").glob("*.yaml")):
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        controls = [value for key, value in root.value if key.value == "controls"]
        for _, control in controls[0].value if controls else []:
            examples = [value for key, value in control.value if key.value == "examples"]
            for _, pieces in examples[0].value if examples else []:
                yield from (whole(piece) for piece in pieces.value)


def whole(piece):
    words = guideline_mutations
    head = [("leidraad", "guideline/v1"), ("policy", "online-work@1"), ("language", "nl")]
    root = words.mapping(*[(key, words.scalar(value)) for key, value in head])
    root.flow_style = False
    root.value += [(key, in_dutch(value)) for key, value in piece.value]
    organisation = [value for key, value in root.value if key.value == "organisation"]
    if not organisation:
        organisation = [words.mapping()]
        root.value.append((words.scalar("organisation"), organisation[0]))
    named = {key.value for key, _ in organisation[0].value}
    for key, value in [("name", "Stichting Voorbeeld"), ("kind", "youth-work")]:
        if key not in named:
            organisation[0].value.append((words.scalar(key), words.scalar(value)))
    return root


def in_dutch(node):
    """A policy's example may have a text in each language; a guideline has one."""
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [in_dutch(item) for item in node.value], flow_style=True)
    if isinstance(node, yaml.MappingNode):
        texts = {key.value: value for key, value in node.value}
        if texts and set(texts) <= {"nl", "en"}:
            return in_dutch(texts["nl"])
        return yaml.MappingNode(node.tag, [(key, in_dutch(value)) for key, value in node.value], flow_style=True)
    return yaml.ScalarNode(node.tag, node.value, style=node.style)


def materials(count, seed, schema):
    """Texts of guidelines, each with how it came to be: the examples as they are, of the policy's one in four, then mistakes in all of them."""
    files = [(str(path.relative_to(ROOT)), yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)) for path in example_files()]
    pieces = [("policy example", root) for root in policy_examples()]
    for name, root in files + pieces[::4]:
        yield guideline_mutations.dump(root), f"{name} as it is"
    mutator = guideline_mutations.Mutator(random.Random(seed), schema)
    for _ in range(count):
        name, root = mutator.random.choice(mutator.random.choice([files, pieces]))
        text, done = mutator.mutate(root)
        yield text, f"{name}: {done}"


# Reports


def unknown_keys(value, schema, root, path=""):
    """Keys of a report that its schema does not tell of."""
    schemas = guideline_yaml.branches(schema, root)
    if isinstance(value, list):
        items = [one["items"] for one in schemas if "items" in one]
        for item in value:
            yield from unknown_keys(item, {"anyOf": items}, root, path + "[]")
    if isinstance(value, dict):
        for key, child in value.items():
            known = [one["properties"][key] for one in schemas if key in one.get("properties", {})]
            if not known:
                yield f"{path}.{key}"
            yield from unknown_keys(child, {"anyOf": known}, root, f"{path}.{key}")


def check_reports(judge, texts, source):
    """How many reports did not fit, said aloud."""
    wrong = 0
    for text in texts:
        value = json.loads(text)
        problems = [f"{error.json_path}: {error.message}" for error in judge.faults(value)]
        problems += [f"{key} is not in the schema" for key in sorted(set(unknown_keys(value, judge.schema, judge.schema)))]
        if problems:
            wrong += 1
            print(f"A report of {source} does not fit:", *problems[:5], sep="\n  ")
    return wrong


def check_modelines():
    """The line that tells an editor which schema to use: it must lead to one that is kept here, and the file, as an editor reads it, must fit."""
    wrong = 0
    for path in example_files() + [ROOT / "policies/online-work-municipal-grant.yaml"]:
        text = path.read_text(encoding="utf-8")
        line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        schema = (path.parent / line[1]).resolve() if line else None
        if schema is None or not schema.is_file() or schema.parent != ROOT / "schemas":
            wrong += 1
            print(f"{path.relative_to(ROOT)} does not begin with the line that leads an editor to its schema.")
            continue
        judge = Judge(schema)
        for fault in judge.faults(guideline_yaml.Guideline(text).as_editor(judge.schema)):
            wrong += 1
            print(f"{path.relative_to(ROOT)} does not fit {schema.name}: {fault.json_path}: {fault.message}")
    return wrong


def check_examples(product, guidelines, reports):
    wrong = check_modelines()
    for path in example_files():
        guideline = guideline_yaml.Guideline(path.read_text(encoding="utf-8"))
        for value in (guideline.as_product(guidelines.schema), guideline.as_editor(guidelines.schema)):
            for fault in guidelines.faults(value):
                wrong += 1
                print(f"{path.relative_to(ROOT)} does not fit: {fault.json_path}: {fault.message}")
        wrong += check_reports(reports, [product.check([path], "json")], path.name)
        wrong += check_reports(reports, product.check([path], "jsonl").splitlines(), path.name)
    wrong += check_reports(reports, [product.check(example_files(), "json")], "all examples")
    return wrong


# The whole


def run(options, product, guidelines, reports):
    made = list(materials(options.count, options.seed, guidelines.schema))
    readings = {"product": collections.Counter(), "editor": collections.Counter()}
    verdicts = collections.Counter()
    unexplained, wrong_reports = [], 0
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="schema-agreement-"))
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(made), 200):
        batch = made[start : start + 200]
        paths = [folder / f"{start + number:05}.yaml" for number in range(len(batch))]
        for path, (text, _) in zip(paths, batch):
            path.write_text(text, encoding="utf-8")
        lines = product.check(paths, "jsonl").splitlines()
        if len(lines) != len(batch):
            sys.exit(f"{len(batch)} files gave {len(lines)} reports")
        wrong_reports += check_reports(reports, lines[::10], "a guideline that was made")
        for path, (text, how), line in zip(paths, batch, lines):
            guideline, report = guideline_yaml.Guideline(text), json.loads(line)
            verdicts["refused" if any(one["severity"] == "error" for one in report["diagnostics"]) else "accepted"] += 1
            faults = guideline_faults(guidelines, guideline)
            for reading, counts in readings.items():
                for reason in set(compare(guideline, faults[reading], report, reading == "editor")):
                    counts[reason] += 1
                    if reason is None:
                        unexplained.append((path, how, reading))
            if not any(path == one for one, _, _ in unexplained) and not options.keep:
                path.unlink()
    if not unexplained and not options.keep:
        folder.rmdir()
    print(f"{len(made)} guidelines: the product accepts {verdicts['accepted']} and refuses {verdicts['refused']}.")
    for reading, counts in readings.items():
        print(f"Read as the {reading} does, {sum(counts.values())} disagreements:")
        for reason, count in counts.most_common():
            print(f"  {count:5}  {reason or 'WITHOUT A REASON'}{': ' + CLASSES[reason] if reason else ''}")
    for path, how, reading in unexplained[:20]:
        print(f"{path} ({how}), read as the {reading} does: no class of disagreement fits.")
    return len(unexplained) + wrong_reports


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/debug/leidraad"))
    parser.add_argument("--schemas", type=pathlib.Path, default=ROOT / "schemas")
    parser.add_argument("--count", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="write the guidelines here and leave them")
    options = parser.parse_args()
    product = Product(str(pathlib.Path(options.binary).resolve()))
    guidelines = Judge(options.schemas / "online-work.guideline.schema.json")
    reports = Judge(options.schemas / "report.schema.json")
    wrong = check_examples(product, guidelines, reports)
    wrong += run(options, product, guidelines, reports)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
