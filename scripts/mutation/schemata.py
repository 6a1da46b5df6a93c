"""Writes many changed programs as one: each change is a choice that the variable LEIDRAAD_MUTANT makes when the program runs."""

from pathlib import Path

# The same count, whatever the number: operators are told apart by their signs.
SIGNS = "∘∙⊕⊖⊗⊘⊙⊛"

HEADER = """
#include <stdint.h>

extern int32_t leidraad_mutant;
extern unsigned char leidraad_reached[];

static inline _Bool leidraad_is_mutant(int32_t number) {
  leidraad_reached[number] = 1;
  return leidraad_mutant == number;
}
"""

SWITCH = """
#include "CPolicies.h"
#include <stdio.h>
#include <stdlib.h>

int32_t leidraad_mutant = -1;
unsigned char leidraad_reached[COUNT];

__attribute__((constructor)) static void choose(void) {
  const char *number = getenv("LEIDRAAD_MUTANT");
  if (number) leidraad_mutant = atoi(number);
}

// Which choices were come by at all.
__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("LEIDRAAD_REACHED");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  for (int number = 0; number < COUNT; number++)
    if (leidraad_reached[number]) fprintf(file, "%d\\n", number);
  fclose(file);
}
"""

CHOICE = """internal import CPolicies
@inline(__always) package func isMutant(_ number: Int32) -> Bool { leidraad_is_mutant(number) }
"""

COMPARISON = "infix operator {o}: ComparisonPrecedence; func {o}<T: Comparable>(a: T, b: T) -> Bool {{ isMutant({n}) ? a {m} b : a {t} b }}"
EQUALITY = (
    "infix operator {o}: ComparisonPrecedence; func {o}<T: Equatable>(a: T, b: T) -> Bool {{ isMutant({n}) ? a {m} b : a {t} b }};"
    " func {o}<T>(a: T?, b: _OptionalNilComparisonType) -> Bool {{ isMutant({n}) ? a {m} b : a {t} b }}"
)
LOGICAL = (
    "infix operator {o}: {p}; func {o}(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool"
    " {{ isMutant({n}) ? try a {m} b() : try a {t} b() }}"
)
ADDITIVE = (
    "infix operator {o}: AdditionPrecedence; func {o}<T: AdditiveArithmetic>(a: T, b: T) -> T {{ isMutant({n}) ? a {m} b : a {t} b }};"
    " func {o}(a: Fraction, b: Fraction) -> Fraction {{ isMutant({n}) ? a {m} b : a {t} b }}"
)
MULTIPLICATIVE = (
    "infix operator {o}: MultiplicationPrecedence; func {o}<T: BinaryInteger>(a: T, b: T) -> T {{ isMutant({n}) ? a {m} b : a {t} b }};"
    " func {o}(a: Fraction, b: Fraction) -> Fraction {{ isMutant({n}) ? a {m} b : a {t} b }}"
)
ASSIGNMENT = (
    "infix operator {o}: AssignmentPrecedence; func {o}<T: AdditiveArithmetic>(a: inout T, b: T)"
    " {{ if isMutant({n}) {{ a {m} b }} else {{ a {t} b }} }}"
)
COALESCING = (
    "infix operator {o}: NilCoalescingPrecedence; func {o}<T>(a: T?, b: @autoclosure () throws -> T) rethrows -> T"
    " {{ isMutant({n}) ? try b() : try a ?? b() }};"
    " func {o}<T>(a: T?, b: @autoclosure () throws -> T?) rethrows -> T? {{ isMutant({n}) ? try b() : try a ?? b() }}"
)
HALF_OPEN = (
    "infix operator {o}: RangeFormationPrecedence; func {o}<T: Strideable>(a: T, b: T) -> Range<T>"
    " {{ isMutant({n}) ? a..<b.advanced(by: 1) : a..<b }}"
)
CLOSED = (
    "infix operator {o}: RangeFormationPrecedence; func {o}<T: Strideable>(a: T, b: T) -> ClosedRange<T>"
    " {{ isMutant({n}) ? a...b.advanced(by: -1) : a...b }}"
)
KINDS = {
    "<": COMPARISON, "<=": COMPARISON, ">": COMPARISON, ">=": COMPARISON, "==": EQUALITY, "!=": EQUALITY, "&&": LOGICAL, "||": LOGICAL,
    "+": ADDITIVE, "-": ADDITIVE, "*": MULTIPLICATIVE, "/": MULTIPLICATIVE, "+=": ASSIGNMENT, "-=": ASSIGNMENT, "??": COALESCING,
    "..<": HALF_OPEN, "...": CLOSED,
}
LOGICAL_PRECEDENCE = {"&&": "LogicalConjunctionPrecedence", "||": "LogicalDisjunctionPrecedence"}


def sign(number):
    digits = ""
    while True:
        digits = SIGNS[number % 8] + digits
        number //= 8
        if number == 0:
            return digits


def declaration(number, site, swapped):
    return KINDS[site.operator].format(
        o=sign(number), n=number, t=site.operator, m=swapped[site.operator], p=LOGICAL_PRECEDENCE.get(site.operator, ""))


def rewrite(text, numbered):
    """The file with all its choices. They nest or stand apart: at one place what ends goes before what begins, and the wider is outside."""
    insertions = []
    for number, site in numbered:
        for start, end, before, after in site.edits:
            if after is None:
                word = sign(number) if site.operator else before.format(number)
                insertions.append((start, 1, 0, word, end))
            else:
                insertions.append((start, 1, start - end, before.format(number), start))
                # What is inserted between two places is after all that ends there and before all that begins.
                insertions.append((end, 0 if end > start else 2, -start, after.format(number), end))
    insertions.sort(key=lambda insertion: insertion[:3])
    result, place = [], 0
    for start, _, _, word, end in insertions:
        result += [text[place:start].decode(), word]
        place = end
    return "".join(result) + text[place:].decode()


def write(tree, sites, originals, swapped):
    """Writes the files of the product with the choices of `sites`, by number; a file without any goes back to what it was."""
    by_path = {}
    for number, site in sites.items():
        by_path.setdefault(site.path, []).append((number, site))
    for path, text in originals.items():
        put(tree / path, rewrite(text, by_path.get(path, [])))
    core = tree / "Sources/LeidraadCore"
    declarations = [declaration(number, site, swapped) for number, site in sites.items() if site.operator]
    put(core / "Mutants.swift", CHOICE + "\n".join("; ".join(declarations[index : index + 8]) for index in range(0, len(declarations), 8)) + "\n")
    policies = tree / "Sources/CPolicies"
    header = policies / "include/CPolicies.h"
    if HEADER not in header.read_text():
        put(header, header.read_text().replace("\n#endif", HEADER + "\n#endif"))
    put(policies / "mutants.c", SWITCH.replace("COUNT", str(max(sites, default=0) + 1)))


def put(path: Path, text):
    """Leaves a file alone that is as it should be: it is not built again."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
