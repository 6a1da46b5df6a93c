#!/usr/bin/env python3
"""Tries out what others take from this repository: `distribution.py BINARY`; exit 1 on any finding.

- .pre-commit-hooks.yaml: pre-commit itself takes the hooks out of a repository and runs them on a commit, which a gap stops.
- templates/leidraad.gitlab-ci.yml: the script of its job runs in sh, and leaves the reports that the template promises.
- What `make install` places: completions that complete in bash, and that zsh and fish can read; manual pages that groff has nothing to say of.
- A release of that program: made twice, the second time on a machine with other habits, it has the same bytes; its checksums hold; CycloneDX's
  own library finds its list of parts valid, and the archive has what the manual promises.
- publiccode.yml, by the rules of the standard, and the Swift package, which must make the program that the hooks name.

pip: PyYAML, cyclonedx-python-lib, junitparser, pre-commit. apt: binutils, bash, fish, git, groff, zsh
"""

import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import sys
import tarfile
import tempfile

import junitparser
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from sandbox import DAY, DEMONSTRATION, ROOT, Findings, edit, git, load, plain_environment, repository, run


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
    variables = set(re.findall(r'[sS]etting\([^)]*?"([A-Z_]+)"', (ROOT / "Sources/leidraad/Options/Settings.swift").read_text(encoding="utf-8")))
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


# A release


def check_release(place, environment, binary, findings):
    habits = (("one", {"TZ": "UTC"}, "022"), ("two", {"TZ": "Asia/Tokyo", "LC_ALL": "nl_NL.UTF-8", "LEIDRAAD_LANG": "nl"}, "077"))
    folders = []
    for name, others, mask in habits:
        folders.append(place / f"release-{name}")
        command = ["bash", "-c", f'umask {mask}; exec "$0" "$@"', str(ROOT / "scripts/release"), str(binary), str(folders[-1])]
        path = f"{environment['PATH']}:{os.environ['PATH']}"  # the bill names the Swift that is there
        done = run(command, place, {**environment, "PATH": path, "SOURCE_DATE_EPOCH": "1795521600", **others})
        if not findings.check(done.returncode == 0, f"release: {done.stdout}"):
            return
    one, two = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    differing = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    findings.check(not differing, f"release: not the same bytes twice: {differing}")

    sums = dict(reversed(line.split("  ")) for line in one["SHA256SUMS"].decode().splitlines())
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in one.items() if name != "SHA256SUMS"}
    findings.check(sums == digests, f"release: SHA256SUMS has {sorted(sums)}, the folder {sorted(digests)}")

    [program] = [name.removesuffix(".tar.gz") for name in one if name.endswith(".tar.gz")]
    with tarfile.open(folders[0] / f"{program}.tar.gz") as archive:
        members = {member.name.partition("/")[2]: member for member in archive.getmembers() if member.isfile()}
        findings.check(archive.extractfile(members["bin/leidraad"]).read() == one[program], "release: the archive has another program")
    findings.check({"share/doc/leidraad/LICENSE", "share/man/man1/leidraad.1", "share/man/nl/man1/leidraad.1"} <= set(members), f"release: {set(members)}")
    for member in members.values():
        findings.check((member.uid, member.mtime) == (0, 1795521600) and member.mode in (0o755, 0o644), f"release: {member.name}: {member.mode:o}")

    [bill] = [data.decode() for name, data in one.items() if name.endswith(".cdx.json")]
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
    findings.check(fault is None, f"release: the list of parts: {fault}")
    bill = json.loads(bill)
    findings.check(bill["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": digests[program]}], "release: the list is of another program")
    resolved = json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))
    named = {part["name"] for part in bill["components"]}
    findings.check(named == {pin["identity"] for pin in resolved["pins"]} | {"libyaml", "swift"}, f"release: the list names {named}")


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
        check_release(place, environment, binary, findings)
        check_gitlab(place, environment, findings)
        check_hooks(place, environment, findings)
    return findings.tell("what others take from this repository")


if __name__ == "__main__":
    sys.exit(main())
