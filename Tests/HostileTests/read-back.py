#!/usr/bin/env python3
"""Reads reports back as the programs do that they are for, and tells what should not be there: `read-back.py FOLDER FILE… [--also FILE…]`.

FOLDER holds one report a form, named after the form; FILE… are the names of the files that were checked, and after `--also` of those that may
be spoken of as well. Each fault is a line on standard
output. Nothing of the product is used here, and nothing beyond Python itself.
"""

import csv
import html.parser
import io
import json
import pathlib
import re
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree

HIDDEN = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
FOR_PROGRAMS = {"json", "jsonl", "sarif", "junit", "gitlab", "oscal"}
EMPTY = {"meta", "link", "br", "hr", "wbr", "img", "input"}
ELEMENTS = set(
    "html head meta title link style body main header footer nav section article div p span a ul ol li h1 h2 h3 h4 h5 strong em code pre "
    "table caption colgroup col thead tbody tfoot tr td th svg g rect line circle path text desc time dl dt dd details summary br hr q small b i "
    "use symbol defs polyline polygon wbr abbr bdi".split()
)

faults = []
annotations = {}
also = set()


def fault(form, text):
    faults.append(f"{form}: {text[:240]!a}")


def characters(form, text):
    """No form holds a raw character that hides, moves or steers; XML and JSON are not looked at by people as they are."""
    for character in text:
        value = ord(character)
        control = value < 0x20 and character != "\n" and (form, character) not in (("csv", "\r"), ("html", "\t")) or 0x7F <= value < 0xA0
        seen = form not in FOR_PROGRAMS
        if control and (seen or value < 0x20) or seen and value in HIDDEN:
            fault(form, f"a raw U+{value:04X} in {text[max(0, text.index(character) - 40):][:80]}")
            return


def strict(form, text):
    def pairs(items):
        keys = [key for key, _ in items]
        if len(set(keys)) != len(keys):
            fault(form, f"the same key twice: {sorted(keys)}")
        return dict(items)

    def constant(name):
        fault(form, f"no JSON: {name}")

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except ValueError as error:
        fault(form, f"no JSON: {error}")
        return {}


def commands(form, text, meant):
    """The lines that a build service obeys: none but those that are meant."""
    found = []
    for line in text.split("\n"):
        start = line.lstrip()
        if meant and line.startswith(meant):
            found.append(line)
            if re.search(r"##(vso)?\[", line[len(meant) :] if isinstance(meant, str) else line):
                fault(form, f"a command in a command: {line}")
        elif start.startswith("::") or "##[" in line or "##vso[" in line:
            fault(form, f"a forged command: {line}")
    return found


def same_files(form, found, files):
    found, files = [name for name in found if name not in also], files - also
    if sorted(found) != sorted(files):
        fault(form, f"{len(found)} files for {len(files)}: {sorted(set(found) ^ files)[:5]}")


def plain(name):
    """A name without what a form may have to write in another way."""
    while "%AZP25" in name:
        name = name.replace("%AZP25", "%")
    shown = re.sub(r"<U\+[0-9A-F]+>|%(25|0A|0D|3A|2C|3B|5D)", "", name)
    return re.sub(r"[^A-Za-z0-9.-]", "", shown)


def inside(form, found, files):
    known = {plain(name) for name in files}
    for name in found:
        if name not in files and plain(name) not in known:
            fault(form, f"another file: {name}")


def text(form, content, files):
    commands(form, content, ())


def whole_json(form, content, files):
    same_files(form, [item["file"] for item in strict(form, content).get("guidelines", [])], files)


def lines(form, content, files):
    same_files(form, [strict(form, line).get("file") for line in content.split("\n") if line], files)


def sarif(form, content, files):
    results = [result for run in strict(form, content).get("runs", []) for result in run["results"]]
    annotations[form] = len(results)
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    inside(form, map(urllib.parse.unquote, places), files)


def gitlab(form, content, files):
    items = strict(form, content)
    annotations[form] = sum(not item["fingerprint"].endswith(" decided") for item in items)
    inside(form, [item["location"]["path"] for item in items], files)


def properties(form, found, text, separator, known, file_key, files):
    for item in text.split(separator):
        key, _, value = item.partition("=")
        if key not in known:
            fault(form, f"a forged property: {item} in {text}")
        if key == file_key:
            inside(form, [urllib.parse.unquote(value)], files)


def github(form, content, files):
    found = commands(form, content, ("::error ", "::warning ", "::notice ", "::group::", "::endgroup::"))
    found = [line for line in found if not line.startswith(("::group::", "::endgroup::"))]
    annotations[form] = len(found) + tail(content)
    for line in found:
        head, end, _ = line[2:].partition("::")
        if not end:
            fault(form, f"no end of properties: {line}")
        known = {"file", "line", "endLine", "col", "endColumn", "title"}
        properties(form, found, head.partition(" ")[2], ",", known, "file", files)


def tail(content):
    """GitHub shows ten annotations of a kind: what is more stands in a group, as lines. Other groups have what is not to be dealt with."""
    return sum(int(number) for number in re.findall(r"^::group::(?:Nog meer|More): (\d+), ", content, re.MULTILINE))


def azure(form, content, files):
    opening = "##vso[task.logissue "
    group = re.compile(r"##\[(group\](?:Met een besluit|Decided|Al bekend|Known already): \d+, |endgroup\]$)")
    # What is left of a line that opens a group may hold no command.
    found = commands(form, "\n".join(group.sub("", line) if group.match(line) else line for line in content.split("\n")), opening)
    annotations[form] = len(found)
    for line in found:
        head, end, _ = line[len(opening) :].partition("]")
        if not end:
            fault(form, f"no end of properties: {line}")
        properties(form, found, head, ";", {"type", "sourcepath", "linenumber", "columnnumber", "code"}, "sourcepath", files)


def junit(form, content, files):
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        fault(form, f"no XML: {error}")
        return
    known = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "properties", "property", "system-out"}
    strange = {element.tag for element in root.iter()} - known
    if strange:
        fault(form, f"forged elements: {strange}")
    inside(form, [case.get("file") for case in root.iter("testcase")], files)


class Page(html.parser.HTMLParser):
    """A page as a browser takes it, as far as is needed to see whether anything in it could run, load or lead elsewhere."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            fault("html", f"<{tag}> at {self.getpos()}")
        for name, value in attributes:
            if name.startswith("on") or name in ("srcdoc", "formaction", "action", "src", "xlink:href"):
                fault("html", f"<{tag} {name}={value}> at {self.getpos()}")
            if name == "href" and not re.match(r"#|https?://|data:,$", value or ""):
                fault("html", f"<{tag} {name}={value}> at {self.getpos()}")
        raw = self.get_starttag_text() or ""
        if re.search(r"=(?![\s>/]|$)", re.sub(r"\"[^\"]*\"", "", raw)):
            fault("html", f"an attribute without quotes: {raw}")
        if tag not in EMPTY and not raw.endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            fault("html", f"</{tag}> closes something else at {self.getpos()}")

    def handle_comment(self, data):
        fault("html", f"a comment: {data}")

    def unknown_decl(self, data):
        fault("html", f"a declaration: {data}")


def page(form, content, files):
    reader = Page()
    reader.feed(content)
    reader.close()
    if reader.open:
        fault(form, f"not closed: {reader.open}")


def markdown(form, content, files):
    known = ("<details>", "</details>", "<summary>", "</summary>", "<span>", "</span>", "<https://", "<br>")
    fence = None
    for line in content.split("\n"):
        mark = re.match(r" *(```+|~~~+)", line)
        if mark and fence is None:
            fence = mark[1]
            continue
        if fence:
            if mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = None
            continue
        # What stands between backticks is text.
        line = re.sub(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
        for found in re.finditer(r"<[A-Za-z/!?]", line):
            rest = found.string[found.start() :]
            if not rest.startswith(known):
                fault(form, f"raw HTML: {rest}")
        if re.search(r"(?<![\\!])!?\[[^\]]*(?<!\\)\]\((?!<?https://|#)", line):
            fault(form, f"a link elsewhere: {line}")


def comma_separated(form, content, files):
    rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            fault(form, f"{len(row)} cells for {len(rows[0])}: {row[:4]}")
        for cell in row:
            first = unicodedata.normalize("NFKC", cell[:1])[:1]
            # Spreadsheets take these for the beginning of a formula.
            if first in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"-?[0-9.]+", cell):
                fault(form, f"a formula: {cell}")
    column = rows[0].index("file")
    inside(form, [row[column] for row in rows[1:] if len(row) > column], files)


def oscal(form, content, files):
    if not strict(form, content).get("assessment-results"):
        fault(form, "no assessment results")


FORMS = {
    "text": text, "json": whole_json, "jsonl": lines, "sarif": sarif, "junit": junit, "github": github, "gitlab": gitlab, "azure": azure,
    "html": page, "markdown": markdown, "csv": comma_separated, "oscal": oscal,
}  # fmt: skip


def main():
    folder, names = pathlib.Path(sys.argv[1]), sys.argv[2:]
    if "--also" in names:
        also.update(names[names.index("--also") + 1 :])
    files = set(names) - {"--also"}
    csv.field_size_limit(1 << 30)
    for report in sorted(folder.iterdir()):
        content = report.read_bytes().decode("utf-8")
        characters(report.name, content)
        FORMS[report.name](report.name, content, files)
    # What is to be dealt with is the same in all forms that tell only that: nothing got in, nothing got lost.
    if len(set(annotations.values())) > 1:
        faults.append(f"not the same everywhere: {annotations}")
    for line in faults[:40]:
        print(line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
