#!/usr/bin/env python3
"""Whether the schemas of policies, reviews and the configuration agree with the product on what is an error.

    Tests/Validators/record_agreement.py --binary .build/debug/leidraad [--count 160] [--seed 1] [--keep FOLDER]

As schema_agreement.py does it for guidelines: files with mistakes, made from right ones, are read by the product and judged by the schema. What the
product takes, the schema must take; what it refuses, the schema must refuse, unless the reason is one of those below, which no schema can see. Anything
else is printed and ends with code 1. Files are read as the product reads YAML (see guideline_yaml.py).
"""

import argparse
import collections
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

import guideline_mutations
import guideline_yaml
from schema_agreement import ROOT, Judge

DAY = "2026-11-24"
HEAD = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|note) \[([a-z-]+)\]$")

SHORT_FORM = re.compile("“(fields|label|title|source|weight|controls|control|says|basis|addressee|check|examples|when)” is missing")

CLASSES = {
    "duplicate-key": "the same key twice in a mapping: whoever loads YAML keeps one of the two before a schema sees it",
    "duplicate-id": "two things with one id: a schema cannot compare them",
    "verdict-conflict": "two verdicts for one control: likewise",
    "29 February": "29 February in a year without one, and the year 0000: the pattern knows months, not years",
    "name": "a control, policy, band, file, field or option that is well formed but does not exist: that takes the other files",
    "check": "whether a check suits the field that it reads: that takes the field",
    "example": "what an example comes out as: that takes the whole check",
    "whole": "what holds between parts of a policy: bands that go up, weights for an addressee, what an overlay lowers",
    "short form": "a section, recommendation, control or rule without what only an overlay may leave out: any file may hold the short form of a change",
    "blank": "white space around a word, or a text without any character: the product does without",
}

# What only the whole policy shows, by the code of the diagnostic.
OF_THE_WHOLE = {
    "unknown-reference": "name", "wrong-policy": "name", "invalid-check": "check", "invalid-example": "example", "invalid-policy": "whole",
    "invalid-weight": "whole", "unreachable-control": "whole", "lowers-policy": "whole", "circular-extends": "name",
    "duplicate-key": "duplicate-key", "duplicate-id": "duplicate-id", "verdict-conflict": "verdict-conflict",
}


class Product:
    def __init__(self, binary):
        self.binary = binary

    def run(self, arguments, folder, names=None):
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "LEIDRAAD_LANG": "en"}
        run = subprocess.run([self.binary, *arguments], input=names, capture_output=True, text=True, env=environment, cwd=folder, check=False)
        if run.returncode not in (0, 1, 2):
            sys.exit(f"leidraad {' '.join(arguments[:2])} ended with code {run.returncode}: {run.stderr}")
        return run

    def errors_of_policies(self, names, folder):
        """By file: the code and place of each error, and its message."""
        lines = self.run(["policy", "lint", "--color", "never", *names], folder).stdout.splitlines()
        return diagnostics(lines)

    def errors_of_reviews(self, names, folder):
        arguments = ["check", "guideline.yaml", "--quiet", "--as-of", DAY, "--format", "jsonl"]
        for name in names:
            arguments += ["--review", name]
        found = collections.defaultdict(list)
        for line in self.run(arguments, folder).stdout.splitlines():
            for one in json.loads(line)["diagnostics"]:
                if one["severity"] == "error" and one["file"] != "guideline.yaml":
                    found[one["file"]].append((one["code"], one["place"]["line"], one["place"]["column"], one["message"]))
        return found

    def errors_of_configuration(self, folder):
        run = self.run(["check", "guideline.yaml", "--quiet", "--as-of", DAY, "--color", "never"], folder)
        if run.returncode != 2:
            return []
        lines = (run.stdout + "\n" + run.stderr).splitlines()
        found = [one for errors in diagnostics(lines).values() for one in errors]
        # What is well formed, but names what is not there, or a form that there is not.
        return found or [("failure", 1, 1, run.stderr.strip())]


def diagnostics(lines):
    found = collections.defaultdict(list)
    for number, line in enumerate(lines):
        if (match := HEAD.match(line)) and match[4] == "error":
            message = lines[number + 1].strip() if number + 1 < len(lines) else ""
            found[match[1]].append((match[5], int(match[2]), int(match[3]), message))
    return found


def compare(guideline, faults, errors, schema):
    """Why the two do not agree; empty where they do; None in it where there is no reason."""
    if bool(faults) == bool(errors):
        return []
    if not errors:
        return [reason_of_fault(one, guideline) for one in faults]
    return [reason_of_error(*one, guideline) for one in errors]


def reason_of_error(code, line, column, message, guideline):
    if code == "missing-key" and SHORT_FORM.match(message) and is_policy(guideline):
        return "short form"
    if code in OF_THE_WHOLE:
        return OF_THE_WHOLE[code]
    node = guideline.scalar_at(line, column)
    if code == "invalid-date" and node is not None and re.fullmatch(r"\d{4}-02-29|0000(-\d\d)*", node.value):
        return "29 February"
    if code == "failure":
        values = [one.value for one in guideline_mutations.nodes(guideline.root) if isinstance(one, yaml.ScalarNode)]
        return "name" if any(value and value in message for value in values) else None
    return None


def is_policy(guideline):
    return {"reviewer", "format"}.isdisjoint(key.value for key, _ in guideline.root.value)


def reason_of_fault(fault, guideline):
    try:
        node = guideline.node(fault.absolute_path)
    except (IndexError, TypeError):
        return None
    if isinstance(node, yaml.ScalarNode) and (not node.value.strip() or node.value != node.value.strip()):
        return "blank"
    return None


# Material


def composed(path):
    return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def review(random_):
    """A review with a few verdicts of every kind."""
    words = guideline_mutations
    policy = yaml.safe_load((ROOT / "policies/online-work/recommendations/B2.yaml").read_text(encoding="utf-8"))
    verdicts = []
    for control, kind in zip(random_.sample(list(policy["controls"]), 3), ["confirmed", "refuted", "adjusted"]):
        entries = [("control", words.scalar(control)), ("verdict", words.scalar(kind)), ("claim", words.scalar("b" * 64, '"'))]
        if kind != "confirmed":
            entries.append(("reason", words.scalar("Dat stond er niet.")))
        if kind == "adjusted":
            entries += [("share", words.scalar("1/2")), ("evidence", words.scalar("gesprek")), ("due", words.scalar("2027-01-01"))]
        verdicts.append(words.mapping(*entries))
    root = words.mapping(
        ("leidraad", words.scalar("review/v1")), ("policy", words.scalar("online-work@1")), ("guideline", words.scalar("guideline.yaml")),
        ("reviewer", words.mapping(("organisation", words.scalar("Gemeente Voorbeeldstad")), ("role", words.scalar("adviseur")))),
        ("date", words.scalar("2026-10-01")), ("verdicts", words.sequence(*verdicts)))
    root.flow_style = False
    return root


def configuration():
    words = guideline_mutations
    entries = [
        ("leidraad", "config/v1"), ("policy", "online-work"), ("lang", "nl"), ("assurance", "declared"), ("basis", "all"), ("require", "basics"),
        ("min-score", "55"), ("format", "json"),
    ]
    root = words.mapping(*[(key, words.scalar(value)) for key, value in entries])
    root.flow_style = False
    return root


WORDS = {
    "policy": [
        "1/2", "3/2", "0", "1", "2.5", "allowed", "never", "literal", "derived", "required", "blocker", "major", "text", "choice", "2026", "2026-05",
        "1.0.0", "1.0", "online-work@1", "S1.1", "chat.rules", "given", "low", "30 months", "club", "not-arranged", "Het hoort zo.",
    ],
    "review": ["1/2", "3/2", "1", "0", "0.25", "confirmed", "refuted", "adjusted", "B2.14", "b2.14", "online-work@1", "2026-12-01", "a" * 64],
    "config": ["nl", "en", "nl-BE", "dutch", "good", "basics", "literal", "verified", "101", "60", "1/2", "12.5", "sarif", "text", "online-work"],
}


def policies(random_, count):
    """Policies of one file: published ones and overlays. The published ones are small; an overlay reads all that it builds on."""
    published = [ROOT / "Tests/LeidraadTests/Policies/club.yaml", ROOT / "Tests/LeidraadTests/Cases/policy/good.yaml"]
    overlays = [ROOT / "policies/online-work-municipal-grant.yaml"]
    mistakes = guideline_mutations.Mistakes(random_, WORDS["policy"])
    for path in published + overlays:
        yield path.read_text(encoding="utf-8"), f"{path.name} as it is"
    for number in range(count):
        path = random_.choice(overlays) if number % 8 == 0 else random_.choice(published)
        text, done = mistakes.mutate(composed(path))
        yield text, f"{path.name}: {done}"


def parts(random_, count):
    """Files of the built-in policy's folder, each with a mistake."""
    folder = ROOT / "policies/online-work"
    files = [path.relative_to(folder) for path in sorted(folder.rglob("*.yaml"))]
    mistakes = guideline_mutations.Mistakes(random_, WORDS["policy"])
    for _ in range(count):
        name = random_.choice(files)
        text, done = mistakes.mutate(composed(folder / name))
        yield name, text, f"{name}: {done}"


# The whole


class Count:
    """What came of it, said at the end."""

    def __init__(self, kind):
        self.kind = kind
        self.verdicts = collections.Counter()
        self.reasons = collections.Counter()
        self.unexplained = []

    def add(self, judge, text, errors, how):
        guideline = guideline_yaml.Guideline(text)
        faults = judge.faults(guideline.as_product(judge.schema))
        self.verdicts["refused" if errors else "accepted"] += 1
        for reason in set(compare(guideline, faults, errors, judge.schema)):
            self.reasons[reason] += 1
            if reason is None:
                self.unexplained.append((how, errors[:3], [f"{one.json_path}: {one.message[:160]}" for one in faults[:3]], text))

    def say(self, keep):
        print(f"{self.kind}: the product accepts {self.verdicts['accepted']} and refuses {self.verdicts['refused']};", end=" ")
        print(f"{sum(self.reasons.values())} disagreements:")
        for reason, count in self.reasons.most_common():
            print(f"  {count:5}  {reason or 'WITHOUT A REASON'}{': ' + CLASSES[reason] if reason else ''}")
        for number, (how, errors, faults, text) in enumerate(self.unexplained[:12]):
            print(f"  {how}: the product says {errors}; the schema says {faults}")
            if keep:
                pathlib.Path(keep, f"{self.kind}-{number}.yaml").write_text(text, encoding="utf-8")
        return len(self.unexplained)


def run_policies(product, judge, random_, count, folder):
    tally = Count("policy")
    made = list(policies(random_, count))
    for start in range(0, len(made), 50):
        batch = [(f"p{start + number}.yaml", text, how) for number, (text, how) in enumerate(made[start : start + 50])]
        for name, text, _ in batch:
            (folder / name).write_text(text, encoding="utf-8")
        errors = product.errors_of_policies([name for name, _, _ in batch], folder)
        for name, text, how in batch:
            tally.add(judge, text, errors.get(name, []), how)
    shutil.copytree(ROOT / "policies/online-work", folder / "written")
    for name, text, how in parts(random_, count // 8):
        original = (folder / "written" / name).read_text(encoding="utf-8")
        (folder / "written" / name).write_text(text, encoding="utf-8")
        errors = product.errors_of_policies(["written"], folder)
        tally.add(judge, text, errors.get(f"written/{name}", []), how)
        (folder / "written" / name).write_text(original, encoding="utf-8")
    return tally


def run_reviews(product, judge, random_, count, folder):
    tally = Count("review")
    mistakes = guideline_mutations.Mistakes(random_, WORDS["review"])
    made = [(guideline_mutations.dump(review(random_)), "as it is")] + [mistakes.mutate(review(random_)) for _ in range(count)]
    # One at a call: two reviews of one guideline would contradict each other.
    for number, (text, how) in enumerate(made):
        name = f"r{number}.yaml"
        (folder / name).write_text(text, encoding="utf-8")
        tally.add(judge, text, product.errors_of_reviews([name], folder).get(name, []), how)
    return tally


def run_configurations(product, judge, random_, count, folder):
    tally = Count("config")
    mistakes = guideline_mutations.Mistakes(random_, WORDS["config"])
    made = [(guideline_mutations.dump(configuration()), "as it is")] + [mistakes.mutate(configuration()) for _ in range(count)]
    for text, how in made:
        (folder / ".leidraad.yaml").write_text(text, encoding="utf-8")
        tally.add(judge, text, product.errors_of_configuration(folder), how)
    (folder / ".leidraad.yaml").unlink()
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/debug/leidraad"))
    parser.add_argument("--schemas", type=pathlib.Path, default=ROOT / "schemas")
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="write what has no reason here")
    options = parser.parse_args()
    product = Product(str(pathlib.Path(options.binary).resolve()))
    wrong = 0
    for kind, work in [("policy", run_policies), ("review", run_reviews), ("config", run_configurations)]:
        with tempfile.TemporaryDirectory(prefix="record-agreement-") as name:
            folder = pathlib.Path(name)
            head = "leidraad: guideline/v1\npolicy: online-work@1\nlanguage: nl\norganisation: {name: Stichting Voorbeeld, kind: youth-work}\n"
            (folder / "guideline.yaml").write_text(head, encoding="utf-8")
            judge = Judge(options.schemas / f"{kind}.schema.json")
            wrong += work(product, judge, random.Random(options.seed), options.count, folder).say(options.keep)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
