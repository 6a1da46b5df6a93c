#!/usr/bin/env python3
"""Judges the documents of one folder with other people's parsers: `documents.py FOLDER`; exit 1 on any finding.

The folder holds report.md, report.csv, report.oscal.json and catalog.oscal.json; other .md files in it, such as reports cut short, are judged too.

- Markdown: markdown-it-py (CommonMark with tables and strikethrough) and cmarkgfm (GitHub's own parser). No tag, link or image comes out that
  Leidraad did not write; every table row has as many cells as its head; nothing that GitHub or GitLab looks for afterwards (mentions,
  references, addresses, formulas) is left in one piece; no line would be a command of a build service.
- CSV: Python's csv, strictly; every line ends in CRLF; no cell is a formula, and none becomes one where a semicolon separates. With `--office`
  LibreOffice opens it too, with Dutch settings. At a comma every cell comes out as it went in, and neither there nor at a semicolon is any a
  formula.
- OSCAL: compliance-trestle imports and validates both documents; every UUID is there once, and what is referred to exists; what a finding is
  about stands in the catalog.

pip: cmarkgfm==2025.10.22 compliance-trestle==5.2.0 markdown-it-py==4.0.0; with `--office` also openpyxl==3.1.5
apt, for `--office`: libreoffice-calc
"""

import argparse
import csv
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import cmarkgfm
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

BLOCK_TAGS = re.compile(r"(<details>\n<summary>[^<>\n]*</summary>|</details>)\n?")
INLINE_TAGS = {"<span>", "</span>"}
# What GitHub and GitLab make of text once Markdown is done with it: each pattern within one piece of text.
AFTERWARDS = {
    "mention": re.compile(r"@[\w/]"),
    "reference": re.compile(r"[#!&~%][A-Za-z0-9_\"]|(?i:\bgh)-[0-9]"),
    "address": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|(?i:www)\.\S|\S@\S"),
    "formula": re.compile(r"\$\S"),
    "emoji": re.compile(r":[a-z+][a-z0-9_+-]*:"),
}
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)


# Markdown


def lines_of(text: str) -> list[str]:
    """GFM ends a line at CR and LF alone; str.splitlines knows more ends."""
    return text.replace("\r\n", "\n").split("\n")


def table_shapes(text: str) -> list[str]:
    """Every row of a table has as many cells as its rule: GFM fills up and cuts off without a word."""
    found, columns, fence = [], None, None
    for number, line in enumerate(lines_of(text), 1):
        ticks = re.match(r"`{3,}", line)
        if ticks and (fence is None or line == fence):
            fence = None if fence else ticks.group()
        if fence or not line.startswith("|"):
            columns = None
            continue
        cells = len(re.findall(r"(?<!\\)\|", line)) - 1
        if columns is not None and cells != columns:
            found.append(f"line {number}: {cells} cells in a table of {columns}")
        columns = cells
    return found


def common_mark(text: str, addresses: set[str]) -> list[str]:
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "html_block" and not BLOCK_TAGS.fullmatch(token.content):
            found.append(f"HTML: {token.content[:100]!r}")
        if token.type in ("code_block", "blockquote_open"):
            found.append(f"{token.type}: {token.content[:100]!r}")
        for child in token.children or []:
            if child.type == "html_inline" and child.content not in INLINE_TAGS:
                found.append(f"HTML: {child.content!r}")
            if child.type == "link_open" and child.attrs["href"] not in addresses:
                found.append(f"link to {child.attrs['href']!r}")
            if child.type in ("image", "em_open", "s_open"):
                found.append(f"{child.type} in {token.content[:100]!r}")
    return found


class Pieces(html.parser.HTMLParser):
    """The pieces of text between tags, code and links aside, and the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces, self.tags, self.links, self.quiet = [], set(), [], 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.pieces.append("")
        self.quiet += tag in ("code", "a")
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append("")
        self.quiet -= tag in ("code", "a")

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.pieces[-1:] = [(self.pieces[-1:] or [""])[0] + data]


ALLOWED = set("h1 h2 h3 p ul ol li strong code pre table thead tbody tr th td details summary span hr a".split())


def git_hub(text: str, addresses: set[str]) -> list[str]:
    pieces = Pieces()
    pieces.feed(cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES))
    found = [f"GitHub: <{tag}>" for tag in sorted(pieces.tags - ALLOWED)]
    found += [f"GitHub: link to {link!r}" for link in pieces.links if link not in addresses]
    for name, pattern in AFTERWARDS.items():
        found += [f"{name} in {piece[:100]!r}" for piece in pieces.pieces if pattern.search(piece)]
    return found


def markdown(file: pathlib.Path, addresses: set[str]) -> list[str]:
    text = file.read_bytes().decode()
    found = common_mark(text, addresses) + git_hub(text, addresses) + table_shapes(text)
    found += [f"hidden character {match.group()!r} at {match.start()}" for match in HIDDEN.finditer(text)]
    found += [f"command in {text[match.start():match.start() + 60]!r}" for match in COMMAND.finditer(text)]
    if text.count("\n<details>") != text.count("\n</details>"):
        found.append("an element is left open")
    return [f"{file.name}: {line}" for line in found]


# CSV

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def comma_separated(file: pathlib.Path) -> list[str]:
    text = file.read_bytes().decode().removeprefix("\ufeff")
    found = []
    if "\n" in text.replace("\r\n", "") or "\r" in text.replace("\r\n", "") or not text.endswith("\r\n"):
        found.append("a line does not end in CRLF")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len(rows) != text.count("\r\n"):
        found.append("a line is not one record")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            found.append(f"line {number}: {len(row)} cells of {len(rows[0])}")
        found += [f"line {number}: formula {cell[:60]!r}" for cell in row if any(FORMULA.match(part) for part in cell.split(";"))]
    found += [f"hidden character {match.group()!r} at {match.start()}" for match in HIDDEN.finditer(text.replace("\r\n", "\n"))]
    found += [f"command in {text[match.start():match.start() + 60]!r}" for match in COMMAND.finditer(text)]
    return [f"{file.name}: {line}" for line in found]


def office(file: pathlib.Path) -> list[str]:
    """Opens the file as a person would, with formulas evaluated, and looks for any."""
    import openpyxl

    found = []
    for name, separator in (("comma", "44"), ("semicolon", "59")):
        with tempfile.TemporaryDirectory() as folder:
            options = f"{separator},34,76,1,,1043,false,true,false,false,false,-1,true"
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--infilter=CSV:{options}", "--convert-to", "xlsx", "--outdir", folder, str(file)],
                check=True, capture_output=True, timeout=300)
            books = list(pathlib.Path(folder).glob("*.xlsx"))
            sheet = openpyxl.load_workbook(books[0]).worksheets[0]
            cells = [cell for row in sheet.iter_rows() for cell in row]
            found += [f"{file.name}: formula at a {name}: {cell.coordinate} {cell.value!r}" for cell in cells if cell.data_type == "f"]
            if name == "comma":
                found += [f"{file.name}: LibreOffice: {line}" for line in round_trip(file, sheet)]
            print(f"{file.name}: LibreOffice read {len(cells)} cells at a {name}")
    return found


def round_trip(file: pathlib.Path, sheet) -> list[str]:
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    if (sheet.max_row, sheet.max_column) != (len(rows), len(rows[0])):
        return [f"{sheet.max_row} rows of {sheet.max_column}, not {len(rows)} of {len(rows[0])}"]
    found = []
    for row, cells in zip(rows, sheet.iter_rows()):
        for text, cell in zip(row, cells):
            value = cell.value.date().isoformat() if cell.is_date else cell.value
            # A number with zeros before it is a number to a spreadsheet: docs/formats/csv.md says what to do.
            is_same = isinstance(value, int) and text.isdigit() and int(text) == value
            if str("" if value is None else value) != text and not is_same:
                found.append(f"{cell.coordinate}: {text[:60]!r} became {value!r}")
    return found


# OSCAL


def walk(value, path: str = ""):
    """Every member of an object, with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield path, key, item
            yield from walk(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from walk(item, path)


def references(document: dict) -> list[str]:
    members = list(walk(document))
    own = [item for _, key, item in members if key == "uuid"]
    found = [f"the UUID {uuid} is there twice" for uuid in sorted({uuid for uuid in own if own.count(uuid) > 1})]
    for path, key, item in members:
        target = item.removeprefix("#") if key == "href" and item.startswith("#") else item if key.endswith("-uuid") else None
        if target is not None and target not in own:
            found.append(f"{path}/{key} refers to {item}, which is not there")
    ids = [item for _, key, item in members if key == "id"]
    return found + [f"the id {item} is there twice" for item in sorted({item for item in ids if ids.count(item) > 1})]


def oscal(results: pathlib.Path, catalog: pathlib.Path) -> list[str]:
    found = []
    documents = {file: json.loads(file.read_bytes()) for file in (results, catalog)}
    for file, document in documents.items():
        found += [f"{file.name}: {line}" for line in references(document)]
    ids = {item for _, key, item in walk(documents[catalog]) if key == "id"}
    for path, key, item in walk(documents[results]):
        if key in ("control-id", "target-id") and item not in ids:
            found.append(f"{results.name}: {item} is not in the catalog")
    trestle = str(pathlib.Path(sys.executable).with_name("trestle"))
    with tempfile.TemporaryDirectory() as folder:
        steps = [[trestle, "init", "--local"]]
        steps += [[trestle, "import", "-f", str(file.resolve()), "-o", file.name.split(".")[0]] for file in documents]
        steps += [[trestle, "validate", "-a"]]
        for step in steps:
            done = subprocess.run(step, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode or "INVALID" in done.stdout + done.stderr:
                found.append(f"{' '.join(step[1:3])}: {(done.stdout + done.stderr).strip()[-600:]}")
        print((done.stdout + done.stderr).strip())
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--office", action="store_true", help="let LibreOffice open the CSV file too")
    options = parser.parse_args()
    if options.office and not shutil.which("soffice"):
        parser.error("soffice is not installed")
    folder = options.folder
    catalog = folder / "catalog.oscal.json"
    # Leidraad links to the sources of its policy alone.
    addresses = {item for _, key, item in walk(json.loads(catalog.read_bytes())) if key == "href" and not item.startswith("#")}
    found = [line for file in sorted(folder.glob("*.md")) for line in markdown(file, addresses)]
    found += comma_separated(folder / "report.csv")
    if options.office:
        found += office(folder / "report.csv")
    found += oscal(folder / "report.oscal.json", catalog)
    print(*found, f"{folder}: {len(found)} findings", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
