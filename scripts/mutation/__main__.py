"""Changes the core in one small place at a time and asks whether a test notices. See scripts/mutants."""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

from runs import Tests
from schemata import put, rewrite, sign, write
from sites import SWAPPED, Finder

CORE = "Sources/LeidraadCore"
FOLDER = Path(".build-mutants")
TREE, BUILD, STATE = FOLDER / "tree", FOLDER / "build", FOLDER / "state.json"
EQUIVALENT = Path("scripts/mutation/equivalent.toml")
SETTINGS = ["-c", "release", "--scratch-path", str(BUILD.absolute()), "-Xswiftc", "-enable-testing"]
# The command and what needs it are not built; tests look at their files.
LEFT_OUT = ("CommandTests", "HostileTests", "FuzzTargets", "leidraad", "compile-policies")
# Some do not compile. What is left over is built and not tried.
SPARE = 1.5
ERROR = re.compile(r"^(?P<path>[^\s:]+\.swift):(?P<line>\d+):\d+: error: (?P<text>.*)", re.MULTILINE)


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def package_without(text, targets):
    text = re.sub(r"products: \[.*?\],\n", "", text, count=1, flags=re.DOTALL)
    for target in targets:
        start = re.search(rf"    \.(t|testT|executableT)arget\(\s*name: \"{target}\"", text).start()
        place, depth = text.index("(", start) + 1, 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[place], 0)
            place += 1
        text = text[:start] + text[place:].lstrip(",")
    # A choice leaves variables that are never changed, and code that is never reached.
    return text.replace(".treatAllWarnings(as: .error),", "")


def copy_tree():
    """What stands in the work tree, whether it is committed or not; the files with choices are written apart."""
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], capture_output=True, check=True).stdout
    paths = {Path(name.decode()) for name in listed.split(b"\0") if name}
    paths = {path for path in paths if path.is_file() and path.name != "Package.resolved"}
    for path in paths:
        copy = TREE / path
        if str(path) == "Package.swift" or str(path).startswith(CORE) or path.name == "CPolicies.h":
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            copy.write_bytes(path.read_bytes())
            copy.chmod(path.stat().st_mode)
    TREE.mkdir(parents=True, exist_ok=True)
    put(TREE / "Package.swift", package_without(Path("Package.swift").read_text(), LEFT_OUT))
    header = Path("Sources/CPolicies/include/CPolicies.h")
    (TREE / header).parent.mkdir(parents=True, exist_ok=True)
    if not (TREE / header).exists() or header.read_text().split("#endif")[0] not in (TREE / header).read_text():
        put(TREE / header, header.read_text())
    originals = {str(path): path.read_bytes() for path in sorted(paths) if str(path).startswith(CORE)}
    for name in originals:
        (TREE / name).parent.mkdir(parents=True, exist_ok=True)
    own = {Path(CORE) / "Mutants.swift", Path("Sources/CPolicies/mutants.c")}
    for copy in [file for folder in ("Sources", "Tests", "Fuzz") for file in (TREE / folder).rglob("*") if file.is_file()]:
        if copy.relative_to(TREE) not in paths | own:
            copy.unlink()
    return originals


def swift_build(*more):
    done = subprocess.run(["swift", "build", *SETTINGS, *more], cwd=TREE, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def not_compiling(output, sites, originals):
    """The numbers that the compiler's errors speak of: those on the line, or else the nearest of the file."""
    numbers = set()
    for error in ERROR.finditer(output):
        name = str(Path(error["path"]).relative_to(TREE.absolute())) if error["path"].startswith("/") else error["path"]
        here = {number: site for number, site in sites.items() if site.path == name}
        if name.endswith("Mutants.swift"):
            raise SystemExit(f"mutants: {error[0]}")
        if not here:
            continue
        line = rewrite(originals[name], sorted(here.items())).split("\n")[int(error["line"]) - 1]
        on_line = {number for number, site in here.items() if f"isMutant({number})" in line or site.operator and sign(number) in line}
        nearest = min(abs(site.line - int(error["line"])) for site in here.values())
        numbers |= on_line or {number for number, site in here.items() if abs(site.line - int(error["line"])) == nearest}
    return numbers


def compile_sample(candidates, sample, originals, invalid):
    """The first `sample` of the candidates that compile, by their place. The keys of those that do not are added to `invalid`."""
    taken = int(sample * SPARE) + 1
    while True:
        sites = {number: site for number, site in enumerate(candidates[:taken]) if site.key not in invalid}
        if len(sites) < sample and taken < len(candidates):
            taken += sample - len(sites)
            continue
        write(TREE, sites, originals, SWAPPED)
        code, output = swift_build("--target", "LeidraadCore")
        if code == 0:
            return dict(list(sites.items())[:sample])
        wrong = not_compiling(output, sites, originals)
        if not wrong:
            raise SystemExit(f"mutants: the core does not compile\n{output[-4000:]}")
        invalid |= {sites[one].key for one in wrong}
        say(f"{len(wrong)} do not compile, {len(sites) - len(wrong)} are left")


def known_equivalents(sites):
    """The reasons by key. An entry that is about no line of the core is a fault."""
    reasons = {}
    listed = tomllib.loads(EQUIVALENT.read_text()).get("mutant", [])
    for entry in listed:
        keys = [site.key for site in sites if (site.path, site.source, site.change) == (entry["file"], entry["line"], entry["change"])]
        if not keys:
            raise SystemExit(f"mutants: {EQUIVALENT} speaks of what is not there: {entry['file']}: {entry['change']} in {entry['line']}")
        reasons |= dict.fromkeys(keys, entry["reason"])
    return reasons


def keep(invalid, survivors):
    STATE.write_text(json.dumps({"invalid": sorted(invalid), "survivors": list(survivors)}))


def told(site, why=""):
    return f"{site.path}:{site.line}: {site.change}{why}\n    {site.source}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--least", type=float, default=85)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="try only those that nothing noticed the last time")
    options = parser.parse_args()

    originals = copy_tree()
    found = [site for name, text in originals.items() for site in Finder(name, text).find()]
    reasons = known_equivalents(found)
    state = json.loads(STATE.read_text()) if STATE.exists() else {"invalid": [], "survivors": []}
    invalid = {tuple(key) for key in state["invalid"]}
    candidates = sorted(found, key=lambda site: site.order(options.seed))
    say(f"{len(found)} places; building {options.sample} of them as one")
    try:
        sites = compile_sample(candidates, options.sample, originals, invalid)
    finally:
        keep(invalid, state["survivors"])
    code, output = swift_build("--build-tests")
    if code:
        raise SystemExit(f"mutants: the tests do not compile\n{output[-4000:]}")

    tests = Tests((BUILD / "release/leidraadPackageTests.xctest").absolute(), TREE, options.jobs)
    tests.measure(say)
    say(f"{len(tests.cost)} tests, {sum(tests.cost.values()):.0f} s in all")
    judged = {number: site for number, site in sites.items() if site.key not in reasons}
    if options.again:
        judged = {number: site for number, site in judged.items() if list(site.key) in state["survivors"]}

    def progress(number, noticed):
        outcome = "SURVIVED" if noticed is None else "NOT REACHED" if noticed == "" else noticed
        say(f"{number:4} {outcome}: {sites[number].path.removeprefix(CORE + '/')}:{sites[number].line}")

    results = dict(tests.judge_all(list(judged), progress))
    survivors = sorted(number for number, noticed in results.items() if not noticed)
    keep(invalid, [sites[number].key for number in survivors])

    of, lost = Counter(site.path for site in judged.values()), Counter(sites[number].path for number in survivors)
    for path in sorted(of):
        print(f"{of[path] - lost[path]:4} of {of[path]:3} noticed  {path.removeprefix(CORE + '/')}")
    if survivors:
        print("\nNothing noticed:")
    for number in survivors:
        print(told(sites[number], ", and no test comes by it" if results[number] == "" else ""))
    share = 100 * (len(results) - len(survivors)) / len(results) if results else 100
    print(f"\n{len(results) - len(survivors)} of {len(results)} noticed, {share:.1f} %; {sum(site.key in reasons for site in sites.values())} more change nothing that can be seen")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
