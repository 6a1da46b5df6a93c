#!/usr/bin/env python3
"""Runs action.yml as GitHub would: `action.py BINARY`; exit 1 on any finding.

Its steps run in bash, with the environment that GitHub would give, in the demonstration repository. Then every input is given what tries to become
a command, an option, an output or a file, and must stay text.

pip: PyYAML. apt: bash, git
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile

from sandbox import DAY, DEMONSTRATION, ROOT, Findings, load, plain_environment, repository, run


class Action:
    """A runner for a composite action, as GitHub documents it."""

    def __init__(self, place, environment, workspace):
        self.action = load(ROOT / "action.yml")
        self.place, self.environment, self.workspace = place, environment, workspace

    def __call__(self, inputs, environment=None):
        """Gives the exit code, the log, the outputs and the summary."""
        unknown = set(inputs) - set(self.action["inputs"])
        if unknown:
            raise RuntimeError(f"no such inputs: {unknown}")
        inputs = {name: inputs.get(name, entry.get("default", "")) for name, entry in self.action["inputs"].items()}
        temporary = pathlib.Path(tempfile.mkdtemp(dir=self.place))
        (temporary / "tmp").mkdir()
        code, log, outputs = 0, "", {}
        for number, step in enumerate(self.action["runs"]["steps"]):
            files = {name: temporary / f"{name}.{number}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH")}
            for file in files.values():
                file.touch()
            script = temporary / f"step-{number}.sh"
            script.write_text(step["run"], encoding="utf-8")
            given = {name: self.expand(text, inputs, {}) for name, text in step.get("env", {}).items()}
            done = run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
                self.workspace,
                {
                    **self.environment,
                    "GITHUB_ACTIONS": "true",
                    "GITHUB_ACTION_PATH": str(ROOT),
                    "GITHUB_WORKSPACE": str(self.workspace),
                    "RUNNER_TEMP": str(temporary / "tmp"),
                    **{name: str(file) for name, file in files.items()},
                    **(environment or {}),
                    **given,
                },
            )
            log += done.stdout
            outputs[step.get("id")] = read_outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
            summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
            if files["GITHUB_ENV"].read_text() or files["GITHUB_PATH"].read_text():
                raise RuntimeError("a step changes the environment of the job")
            if done.returncode != 0:
                code = done.returncode
                break
        told = {name: self.expand(entry["value"], inputs, outputs) for name, entry in self.action["outputs"].items()}
        return code, log, told, summary

    @staticmethod
    def expand(text, inputs, outputs):
        def value(match):
            expression = match[1].strip().split(".")
            if expression[0] == "inputs":
                return inputs[expression[1]]
            if expression[0] == "steps" and expression[2] == "outputs":
                return outputs.get(expression[1], {}).get(expression[3], "")
            raise RuntimeError(f"an expression that is not known here: {match[0]}")

        return re.sub(r"\$\{\{(.*?)\}\}", value, text)


def read_outputs(text):
    """`name=value`, or `name<<MARK`, lines, `MARK`."""
    outputs, lines = {}, iter(text.split("\n"))
    for line in lines:
        name, mark, end = line.partition("<<")
        if mark and "=" not in name:
            value = []
            for inner in lines:
                if inner == end:
                    break
                value.append(inner)
            outputs[name] = "\n".join(value)
        elif "=" in line:
            name, _, outputs_value = line.partition("=")
            outputs[name] = outputs_value
    return outputs


HOSTILE = [
    "$(touch caught)",
    "`touch caught`",
    "; touch caught; #",
    "' ; touch caught ; '",
    '" ; touch caught ; "',
    "&& touch caught",
    "| touch caught",
    "x\ntouch caught",
    "--exit-zero",
    "--report=text=caught",
    "x\n--exit-zero",
    "x\nscore=100",
    "::set-output name=score::100",
    "x\n::stop-commands::x\n::error::forged",
    "${{ secrets.TOKEN }}",
    "$HOME",
    "*",
    "\\",
    "é\u202e",
]


def check_action(place, environment, binary, findings):
    workspace = repository(DEMONSTRATION, place / "action", environment)
    action = Action(place, environment, workspace)
    for step in action.action["runs"]["steps"]:
        findings.check("${{" not in step["run"], "action: an expression inside a script")
        findings.check(step["shell"] == "bash", "action: a step without shell: bash")
    given = {"baseline": ".leidraad-baseline.yaml", "strict": "true", "as-of": DAY}

    code, log, told, summary = action({**given, "sarif-file": "leidraad.sarif", "reports": "html=out.html\njson=out.json"})
    findings.check(code == 0, f"action: the demonstration ends with {code}: {log}")
    report = json.loads((workspace / "out.json").read_text(encoding="utf-8"))
    score = report["guidelines"][0]["result"]["scores"]["declared"]["value"]
    findings.check(float(told["score"] or "nan") == float(score), f"action: score {told['score']!r}, the report says {score}")
    findings.check(told["verdict"] != "", "action: no verdict")
    findings.check(told["findings"].isdigit(), f"action: findings {told['findings']!r}")
    findings.check(told["sarif-file"] == "leidraad.sarif", f"action: sarif-file {told['sarif-file']!r}")
    findings.check((workspace / "leidraad.sarif").is_file() and (workspace / "out.html").is_file(), "action: a report is missing")
    findings.check("Jongerenwerk Voorbeelddorp" in summary, "action: nothing in the summary")

    code, _, told, _ = action({**given, "as-of": "2027-03-02"})
    findings.check(code == 1, f"action: after the decision ended, the code is {code}")
    findings.check(told["score"] != "" and told["sarif-file"] == "", f"action: outputs of a check that failed: {told}")
    code, _, _, _ = action({**given, "as-of": "2027-03-02", "exit-zero": "true"})
    findings.check(code == 0, f"action: exit-zero ends with {code}")
    code, _, _, _ = action({**given, "strict": "perhaps"})
    findings.check(code == 2, f"action: strict: perhaps ends with {code}")
    code, _, _, _ = action({**given, "binary": str(binary), "paths": "richtlijn.yaml\n\ndocs"}, {"PATH": "/usr/bin:/bin"})
    findings.check(code == 0, f"action: with a binary and two paths it ends with {code}")

    for name in sorted(action.action["inputs"]):
        for text in HOSTILE:
            hostile_input(action, given, name, text, findings)
    left = list(place.rglob("caught"))
    findings.check(not left, f"action: an input became a command: {left}")


def hostile_input(action, given, name, text, findings):
    code, log, told, _ = action({**given, name: text})
    where = f"action: {name}={text!r}"
    # A file may be written under any name; nothing else here is a value that an input takes.
    findings.check(code == 2 or name == "sarif-file" and code == 0, f"{where} ends with {code}: {log}")
    findings.check(told["score"] != "100", f"{where} forges an output")
    commands = [line for line in log.split("\n") if line.lstrip().startswith("::")]
    findings.check(not any(line.startswith(("::error::forged", "::set-output", "::stop")) for line in commands), f"{where} forges a command: {commands}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    binary = parser.parse_args().binary.resolve()
    findings = Findings()
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        (place / "home").mkdir()
        check_action(place, plain_environment(place / "home", binary), binary, findings)
    return findings.tell("action.yml")


if __name__ == "__main__":
    sys.exit(main())
