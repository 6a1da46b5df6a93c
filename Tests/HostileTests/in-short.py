#!/usr/bin/env python3
"""Prints of a report for people what is wrong with which file, `PLACE CODE: WORDS`, and which controls are met."""

import re
import sys

lines = open(sys.argv[1], encoding="utf-8", newline="\n").read().split("\n")
for index, line in enumerate(lines):
    found = re.match(r"(\S.*:\d+:\d+): (fout|let op|opmerking) \[([a-z-]+)\]", line)
    if found:
        print(f"{found[1]} {found[2]} {found[3]}: {lines[index + 1].strip()}")
    elif re.match(r"\s*✓ [A-Z]", line):
        print("met", line.split()[1])
