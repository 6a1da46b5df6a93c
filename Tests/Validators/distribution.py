#!/usr/bin/env python3
"""Tries out what others take from this repository: `distribution.py BINARY`; exit 1 on any finding.

- action.yml: its steps run in bash as GitHub would run them, with the environment that GitHub would give; inputs that try to become commands,
  options, outputs or files stay text.
- .pre-commit-hooks.yaml: pre-commit itself takes the hooks out of a repository and runs them on a commit, which a gap stops.
- templates/leidraad.gitlab-ci.yml: the script of its job runs in sh, and leaves the reports that the template promises.
- What `make install` places: completions that complete in bash, and that zsh and fish can read; manual pages that groff has nothing to say of.
- publiccode.yml, by the rules of the standard, and the Swift package, which must make the program that the hooks name.

pip: PyYAML, junitparser, pre-commit. apt: bash, fish, git, groff, zsh
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import junitparser
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DEMONSTRATION = ROOT / "examples/demonstration"
DAY = "2026-11-24"


class Findings:
    def __init__(self):
        self.texts = []

    def check(self, condition, text):
        if not condition:
            self.texts.append(text)
        return bool(condition)


def load(path):
    """YAML with every scalar as text: `on` is a key and `0.4` no number."""
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def plain_environment(home, binary):
    """What a machine of a build service has, with our program on the PATH; nothing of the caller's own settings."""
    return {
        "PATH": f"{binary.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "CI": "true",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
        "SWIFT_BACKTRACE": "enable=no",
    }


def run(command, folder, environment):
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
    )


def git(folder, environment, *arguments):
    done = run(["git", *arguments], folder, environment)
    if done.returncode != 0:
        raise RuntimeError(f"git {' '.join(arguments)}: {done.stdout}")
    return done.stdout.strip()


def repository(source, folder, environment):
    shutil.copytree(source, folder)
    git(folder, environment, "init", "--quiet", "--initial-branch=main")
    git(folder, environment, "add", "--all")
    git(folder, environment, "commit", "--quiet", "--message=Begin")
    return folder


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{path.name} has no “{old}”")
    path.write_text(text.replace(old, new), encoding="utf-8")


# GitHub


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


# pre-commit


def check_hooks(place, environment, findings):
    environment = {**environment, "PRE_COMMIT_HOME": str(place / "pre-commit"), "PATH": f"{pathlib.Path(sys.executable).parent}:{environment['PATH']}"}
    hooks = place / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, environment, "init", "--quiet", "--initial-branch=main")
    git(hooks, environment, "add", "--all")
    git(hooks, environment, "commit", "--quiet", "--message=Hooks")
    revision = git(hooks, environment, "rev-parse", "HEAD")

    done = run(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], hooks, environment)
    findings.check(done.returncode == 0, f"hooks: {done.stdout}")
    products = re.findall(r'\.executable\(name: "([^"]+)"', (ROOT / "Package.swift").read_text(encoding="utf-8"))
    for hook in load(ROOT / ".pre-commit-hooks.yaml"):
        if hook["language"] == "swift":
            findings.check(hook["entry"].split()[0] in products, f"hooks: the package makes no {hook['entry']}")

    # The demonstration's own configuration, at the address where the hooks are here.
    work = repository(DEMONSTRATION, place / "demonstration", environment)
    configuration = work / ".pre-commit-config.yaml"
    settings = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    settings["repos"][0].update(repo=str(hooks), rev=revision)
    configuration.write_text(yaml.safe_dump(settings), encoding="utf-8")
    edit(work / ".leidraad.yaml", "lang: nl", "lang: en")
    run(["pre-commit", "install"], work, environment)
    dated = {**environment, "LEIDRAAD_AS_OF": DAY}
    git(work, dated, "add", "--all")
    done = run(["git", "commit", "--message=Check guidelines"], work, dated)
    findings.check(done.returncode == 0, f"hooks: the demonstration cannot be committed: {done.stdout}")
    edit(work / "richtlijn.yaml", "offboarding: stays-with-post", "offboarding: not-arranged")
    git(work, dated, "add", "--all")
    done = run(["git", "commit", "--message=Open a gap"], work, dated)
    findings.check(done.returncode != 0 and "new since the baseline: B2.18" in done.stdout, f"hooks: a new gap can be committed: {done.stdout}")

    # Without a baseline: only the guidelines of the commit, by their names.
    work = repository(ROOT / "examples/complete", place / "complete", environment)
    (work / "other.yaml").write_text("name: no guideline\n", encoding="utf-8")
    hook = {"id": "leidraad-check-system", "args": ["--as-of", DAY]}
    write_configuration(work, hooks, revision, hook)
    done = run(["pre-commit", "run", "--all-files"], work, environment)
    findings.check(done.returncode == 0 and "Passed" in done.stdout, f"hooks: the complete example fails: {done.stdout}")
    done = run(["pre-commit", "run", "--files", "other.yaml"], work, environment)
    findings.check("no files to check" in done.stdout, f"hooks: a file that is no guideline is checked: {done.stdout}")
    shutil.copy(ROOT / "examples/youth-work/richtlijn.yaml", work / "docs/richtlijn-2.yaml")
    git(work, environment, "add", "--all")
    done = run(["pre-commit", "run", "--all-files"], work, environment)
    findings.check(done.returncode == 1, f"hooks: a guideline is not told by its name: {done.stdout}")
    (work / "docs/guideline.yml").write_text("leidraad: guideline/v1\n", encoding="utf-8")
    git(work, environment, "add", "--all")
    done = run(["pre-commit", "run", "--files", "docs/guideline.yml"], work, environment)
    findings.check("exit code: 2" in done.stdout, f"hooks: a faulty guideline does not end with 2: {done.stdout}")

    # A policy and its examples.
    work = place / "policy"
    work.mkdir()
    shutil.copy(ROOT / "policies/online-work-municipal-grant.yaml", work)
    git(work, environment, "init", "--quiet", "--initial-branch=main")
    git(work, environment, "add", "--all")
    hook = {"id": "leidraad-policy-test-system", "args": ["online-work-municipal-grant.yaml"]}
    write_configuration(work, hooks, revision, hook)
    done = run(["pre-commit", "run", "--all-files"], work, environment)
    findings.check(done.returncode == 0 and "Passed" in done.stdout, f"hooks: a policy's examples: {done.stdout}")


def write_configuration(work, hooks, revision, hook):
    text = yaml.safe_dump({"repos": [{"repo": str(hooks), "rev": revision, "hooks": [hook]}]})
    (work / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")


# GitLab


def check_gitlab(place, environment, findings):
    template = load(ROOT / "templates/leidraad.gitlab-ci.yml")
    job = template[".leidraad"]
    findings.check(template["leidraad"]["extends"] == ".leidraad", "gitlab: the job does not extend the one that can be extended")
    work = repository(DEMONSTRATION, place / "gitlab", environment)
    own = load(work / ".gitlab-ci.yml")["variables"]
    unknown = set(own) - set(job["variables"]) - {"LEIDRAAD_IMAGE"}
    findings.check(not unknown, f"gitlab: the demonstration sets what the template does not know: {unknown}")

    def check(day, **variables):
        given = {**environment, "GITLAB_CI": "true", "CI_PROJECT_DIR": str(work), "LEIDRAAD_AS_OF": day}
        return run(["sh", "-e", "-c", "\n".join(job["script"])], work, {**given, **job["variables"], **variables})

    done = check(DAY, **own)
    findings.check(done.returncode == 0, f"gitlab: the demonstration ends with {done.returncode}: {done.stdout}")
    findings.check("Stichting Jongerenwerk Voorbeelddorp" in done.stdout, "gitlab: no report in the log")
    reports = job["artifacts"]["reports"]
    issues = json.loads((work / reports["codequality"]).read_text(encoding="utf-8"))
    findings.check(all(issue["location"]["path"] == "richtlijn.yaml" for issue in issues), "gitlab: issues of another file")
    suites = junitparser.JUnitXml.fromfile(str(work / reports["junit"]))
    findings.check(sum(suite.tests for suite in suites) > 50, "gitlab: hardly any test cases")
    for path in job["artifacts"]["paths"]:
        findings.check((work / path).is_file(), f"gitlab: {path} is not made")
    done = check("2027-03-02", **own)
    findings.check(done.returncode == 1, f"gitlab: after the decision ended, the code is {done.returncode}")
    # A file name with a space is one file.
    (work / ".leidraad-baseline.yaml").rename(work / "known gaps.yaml")
    done = check(DAY, **{**own, "LEIDRAAD_BASELINE": "known gaps.yaml"})
    findings.check(done.returncode == 0, f"gitlab: a baseline with a space in its name: {done.stdout}")


# Installed


def check_installed(place, environment, binary, findings):
    prefix = place / "prefix"
    done = run([str(ROOT / "scripts/place"), str(binary), str(prefix)], place, environment)
    if not findings.check(done.returncode == 0, f"place: {done.stdout}"):
        return
    files = [path for path in prefix.rglob("*") if path.is_file()]
    findings.check(os.access(prefix / "bin/leidraad", os.X_OK), "place: no program")

    shares = prefix / "share"
    bash = shares / "bash-completion/completions/leidraad"
    for shell, path in (("bash", bash), ("zsh", shares / "zsh/site-functions/_leidraad"), ("fish", shares / "fish/vendor_completions.d/leidraad.fish")):
        done = run([shell, "-n", str(path)], place, environment)
        findings.check(done.returncode == 0 and done.stdout == "", f"completions: {shell} cannot read them: {done.stdout}")
    commands = [command["commandName"] for command in dump(binary, environment, "en")["subcommands"]]
    for words, expected in ((["leidraad", ""], commands), (["leidraad", "check", "--ba"], ["--baseline", "--basis"])):
        offered = complete(bash, words, place, environment)
        findings.check(set(expected) <= set(offered), f"completions: bash offers {offered} for {words}")

    for language, folder in (("en", "man/man1"), ("nl", "man/nl/man1")):
        page = shares / folder / "leidraad.1"
        # -z: nothing but what is wrong. Then the text, without hyphens of its own making.
        done = run(["groff", "-man", "-ww", "-Tutf8", "-z", str(page)], place, environment)
        findings.check(done.stdout == "", f"manual {language}: {done.stdout[:300]}")
        done = run(["groff", "-man", "-Tutf8", "-P-c", "-P-b", "-P-u", "-rHY=0", str(page)], place, environment)
        text = re.sub(r"\s+", " ", done.stdout)
        for command in leaves(dump(binary, environment, language)):
            name = " ".join([*command.get("superCommands", []), command["commandName"]])
            findings.check(f" {name} " in text, f"manual {language}: nothing of {name}")
            for argument in command.get("arguments", []):
                told = " ".join(argument.get("abstract", "").split())
                if argument["shouldDisplay"] and argument.get("preferredName", {}).get("name") not in ("help", "version"):
                    findings.check(told in text, f"manual {language}: {name} lacks “{told}”")
    variables = set(re.findall(r'setting\([^)]*?"([A-Z_]+)"', (ROOT / "Sources/leidraad/Options/Settings.swift").read_text(encoding="utf-8")))
    page = (shares / "man/man1/leidraad.1").read_text(encoding="utf-8")
    for variable in variables:
        findings.check(f"LEIDRAAD_{variable}" in page, f"manual: nothing of LEIDRAAD_{variable}")

    run([str(ROOT / "scripts/place"), "--remove", str(prefix)], place, environment)
    left = [path for path in prefix.rglob("*") if path.is_file()]
    findings.check(files and not left, f"place: what is left after removal: {left}")


def dump(binary, environment, language):
    done = run([str(binary), "--experimental-dump-help"], "/", {**environment, "LEIDRAAD_LANG": language})
    return json.loads(done.stdout)["command"]


def leaves(command):
    for child in command.get("subcommands", []):
        if child["commandName"] == "help":
            continue
        yield from leaves(child) if child.get("subcommands") else [child]


def complete(script, words, place, environment):
    """What bash offers after these words."""
    program = (
        "shopt -s extglob progcomp; source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\"; COMP_POINT=${#COMP_LINE}; "
        "function=$(complete -p leidraad | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); \"$function\" leidraad \"${COMP_WORDS[COMP_CWORD]}\" \"\"; "
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = run(["bash", "--noprofile", "--norc", "-c", program, "bash", str(script), *words], place, environment)
    return [line.strip() for line in done.stdout.split("\n") if line.strip()]


# publiccode.yml


def check_publiccode(findings):
    code = load(ROOT / "publiccode.yml")

    def check(condition, text):
        findings.check(condition, f"publiccode.yml: {text}")

    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description"):
        check(code.get(key), f"{key} is missing")
    check(code["url"].startswith("https://"), "url is no https address")
    check(code["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}, "developmentStatus")
    check(code["softwareType"].split("/")[0] in {"standalone", "addon", "library", "configurationFiles"}, "softwareType")
    check(code["legal"]["license"] == "EUPL-1.2", "the licence is not that of LICENSE")
    check(code["maintenance"]["type"] in {"internal", "contract", "community", "none"}, "maintenance.type")
    check(all(contact.get("name") for contact in code["maintenance"]["contacts"]), "a contact without a name")
    check(code["localisation"]["localisationReady"] == "true", "localisationReady")
    check(set(code["localisation"]["availableLanguages"]) == set(code["description"]), "a language without a description")
    for language, words in code["description"].items():
        check(len(words["shortDescription"]) <= 150, f"{language}: shortDescription has {len(words['shortDescription'])} signs")
        check(150 <= len(words["longDescription"]) <= 10_000, f"{language}: longDescription has {len(words['longDescription'])} signs")
        check(words["features"], f"{language}: no features")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    binary = parser.parse_args().binary.resolve()
    findings = Findings()
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        (place / "home").mkdir()
        environment = plain_environment(place / "home", binary)
        check_publiccode(findings)
        check_installed(place, environment, binary, findings)
        check_gitlab(place, environment, findings)
        check_hooks(place, environment, findings)
        check_action(place, environment, binary, findings)
    for text in findings.texts:
        print(text)
    print(f"{len(findings.texts)} findings in what others take from this repository", file=sys.stderr)
    return 1 if findings.texts else 0


if __name__ == "__main__":
    sys.exit(main())
