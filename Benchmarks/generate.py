#!/usr/bin/env python3
"""Writes invented guidelines that follow a policy: the same bytes for the same seed, and file i whatever their number.

    Benchmarks/generate.py POLICY FOLDER COUNT [SEED]

POLICY is what `leidraad policy show ID --format json` prints. The files land in FOLDER/00/00000.yaml and on, a thousand a folder.
Every file decodes without an error. What it lacks is what an assessor meets: chapters left out, questions left open, answers that
say no, filler, old dates, half-answered lists, a decision here and there. Organisations are invented and persons do not occur."""
import json
import os
import sys
import textwrap

SEED = 20261124
A_FOLDER = 1000

# Whole sentences for fields that ask for prose. They say nothing about a real organisation.
SENTENCES = [
    "De coördinator legt dit bij de start uit aan iedere nieuwe medewerker.",
    "Het team bespreekt elke maand of dit in de praktijk nog werkt.",
    "Wie twijfelt, belt eerst een collega en wacht met antwoorden.",
    "Jongeren en ouders lezen dit ook op de website van de organisatie.",
    "De afspraken gelden voor elk kanaal, ook als een platform nieuw is.",
    "Een medewerker schrijft dezelfde dag op wat er is afgesproken.",
    "Buiten werktijd staat er een automatisch bericht met het noodnummer.",
    "De teamleider kijkt ieder kwartaal mee en past de afspraak zo nodig aan.",
    "Bij ziekte of vakantie neemt een vaste vervanger het account over.",
    "Wij vragen jongeren ieder jaar wat zij hiervan merken.",
    "Is er gevaar, dan gaat veiligheid voor en belt de medewerker 112.",
    "Gesprekken over gevoelige onderwerpen voeren wij op locatie of via beeldbellen.",
    "Het bestuur heeft dit vastgesteld na overleg met de ondernemingsraad.",
    "Voor vrijwilligers geldt hetzelfde; zij krijgen de uitleg op papier.",
    "De functionaris gegevensbescherming heeft meegelezen.",
    "Cafés, caféhouders en één-op-ééngesprekken vallen hier niet onder.",
]
PLACES = [
    "Voorbeeldstad", "Modelrijk", "Fictiehaven", "Proefdorp", "Denkbeeldingen", "Schetsveld", "Oefenhuizen", "Bedachtwoude", "Verzinsel",
    "Maquettedijk",
]
BODIES = {
    "youth-work": "Stichting Jongerenwerk", "school": "Scholengroep", "police": "Politieteam", "care": "Zorggroep", "social-work": "Welzijn",
    "housing": "Woonstichting", "volunteer-org": "Vereniging Buurtkracht", "faith-org": "Geloofsgemeenschap", "sports-org": "Sportclub",
    "helpline": "Hulplijn", "municipality": "Gemeente",
}
FILLERS = ["n.v.t.", "volgt", "TBD", "zie beleid", '"?"', "nvt", "null", '"[naam]"', "'-'"]
REASONS = [
    "Wij werken niet met deze groep; een partner in de wijk doet dat.",
    "Onze beroepscode staat dit niet toe.",
    "De gemeente heeft hier sinds dit jaar een andere afspraak over.",
    "Dit onderdeel hoort bij een taak die wij niet hebben.",
]
OWNERS = ["directeur", "teamleider", "beleidsmedewerker kwaliteit", "coördinator online werk"]


class Dice:
    """SplitMix64: the same numbers in every version of Python."""

    def __init__(self, seed, index):
        self.state = (seed * 0x9E3779B97F4A7C15 + index * 0xD1342543DE82EF95 + 1) & 0xFFFFFFFFFFFFFFFF

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % bound

    def percent(self, chance):
        return self.below(100) < chance

    def pick(self, items):
        return items[self.below(len(items))]

    def early(self, items):
        """The first ones more often: the options of a policy run from good to bad."""
        return items[min(self.below(len(items)), self.below(len(items)))]

    def some(self, items, least=1, most=None):
        wanted = least + self.below(max(1, min(most or len(items), len(items)) - least + 1))
        left = list(items)
        while len(left) > wanted:
            left.pop(self.below(len(left)))
        return left


def dutch(words, instead=""):
    if isinstance(words, dict):
        return words.get("nl", instead)
    return words if isinstance(words, str) else instead


def paths_read(criterion):
    """The sections and fields that a criterion of a control names."""
    if isinstance(criterion, str):
        yield criterion
    elif isinstance(criterion, list):
        for part in criterion:
            yield from paths_read(part)
    elif isinstance(criterion, dict):
        if isinstance(criterion.get("field"), str):
            yield criterion["field"]
            rest = {key: value for key, value in criterion.items() if key in ("when",)}
        else:
            rest = {key: value for key, value in criterion.items() if key in ("all", "any", "not", "when")}
        for part in rest.values():
            yield from paths_read(part)


class Generator:
    """`decided` names the controls that decisions may be about; without it, all."""

    def __init__(self, policy, seed=SEED, decided=None):
        self.seed = seed
        self.policy = f"{policy['id']}@{policy['version'].split('.')[0]}"
        self.sections = policy["sections"]
        self.kinds = {kind["id"]: profile["id"] for profile in policy["profiles"] for kind in profile["kinds"]}
        self.read = {profile["id"]: set() for profile in policy["profiles"]}
        self.excusable = {profile["id"]: [] for profile in policy["profiles"]}
        for recommendation in policy["recommendations"]:
            for control in recommendation["controls"]:
                for profile in control["addressee"]:
                    self.read[profile].update(paths_read(control["check"]))
                    self.read[profile].update(paths_read(control.get("applies-when") or []))
                    if decided is None or control["id"] in decided:
                        self.excusable[profile].append((control["id"], control["not-applicable"] == "allowed"))

    def guideline(self, index):
        return Writing(self, Dice(self.seed, index), index).text().encode()


class Writing:
    """One guideline while it is being written."""

    def __init__(self, generator, dice, index):
        self.of, self.dice, self.index, self.lines = generator, dice, index, []
        kinds = list(generator.kinds)
        # Of a region's partners some one in eight is a municipality.
        self.kind = "municipality" if dice.percent(12) and "municipality" in kinds else dice.pick([kind for kind in kinds if kind != "municipality"])
        self.profile = generator.kinds[self.kind]
        # A few have written nearly nothing, most are half-way, a few are nearly done.
        self.care = dice.pick([15, 35, 50, 55, 65, 70, 75, 80, 85, 90, 99])
        self.comments = dice.pick([0, 0, 0, 20])
        self.anchor = None

    def text(self):
        dice = self.dice
        if dice.percent(40):
            self.lines.append("# Richtlijn voor online werken. Vragen? Neem contact op met de coördinator.")
        self.lines += ["leidraad: guideline/v1", f"policy: {self.of.policy}", "language: nl", ""]
        for section in self.of.sections:
            self.section(section)
        self.evidence()
        self.decisions()
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def section(self, section):
        dice, mine = self.dice, self.of.read[self.profile]
        first = section["id"] == "organisation"
        fields = [field for field in section["fields"] if first or field["path"] in mine or not field["scored"] and dice.percent(30)]
        if not first and (not any(field["path"] in mine for field in fields) or not dice.percent(30 + self.care * 7 // 10)):
            return
        if dice.percent(self.comments):
            self.comment(dutch(section.get("help")) or dutch(section["label"]), "")
        self.lines.append(f"{section['id']}:")
        before = len(self.lines)
        if first:
            body = BODIES.get(self.kind, "Samenwerking")
            self.lines += [f"  name: {body} {dice.pick(PLACES)} {self.index}", f"  id: VB-{self.index:08d}", f"  kind: {self.kind}"]
            fields = fields[3:]
        for field in fields:
            self.field(field, first)
        if len(self.lines) == before:
            self.lines[-1] += " {}"
        elif not first and dice.percent(12):
            self.prose("notes", "  ", dice.pick(SENTENCES))
        self.lines.append("")

    def field(self, field, built_in):
        dice, key = self.dice, field["path"].split(".")[-1]
        state = dice.below(100)
        if state < self.care * 85 // 100 or (built_in and dice.percent(70)):
            if dice.percent(self.comments):
                self.comment(dutch(field["label"]), "  ")
            self.value(field, key, "  ")
        elif state < self.care * 85 // 100 + 6 and not built_in:
            self.lines.append(f"  {key}: not-arranged")
        elif state > 96 and field["kind"] == "text" and not built_in:
            self.lines.append(f"  {key}: {dice.pick(FILLERS)}")
        elif state > 94:
            self.lines.append(f"  {key}:" + (" # nog invullen" if dice.percent(50) else ""))

    def comment(self, words, indent):
        for line in textwrap.wrap(words, 78):
            self.lines.append(f"{indent}# {line}")

    def value(self, field, key, indent):
        dice, kind = self.dice, field["kind"]
        if kind in ("choices", "list") and "may-be-empty" in field and dice.percent(15):
            self.lines.append(f"{indent}{key}: []")
        elif kind == "list":
            self.items(field, key, indent)
        elif kind == "choices":
            self.many(key, indent, dice.some([option["id"] for option in field["options"]]))
        elif kind == "texts":
            self.texts(field, key, indent)
        elif kind == "text":
            self.prose(key, indent, dutch(field.get("example"), dice.pick(SENTENCES)))
        else:
            note = "  # " + dice.pick(["nagaan", "besproken in het team", "akkoord", "zie de notulen"]) if dice.percent(4) else ""
            self.lines.append(f"{indent}{key}: {self.scalar(field)}{note}")

    def scalar(self, field):
        dice, kind, example = self.dice, field["kind"], field.get("example")
        if kind == "choice":
            return dice.early([option["id"] for option in field["options"]])
        if kind == "flag":
            return "true" if dice.percent(55 + self.care // 4) else "false"
        if kind == "number":
            base = int(dutch(example, str(example)) or 2)
            number = dice.pick([base, base, base, base // 2, base * 2, base + 1])
            return str(max(int(field.get("min", 0)), min(int(field.get("max", 99)), number)))
        if kind == "date":
            ahead = field["path"].endswith(("next-review", "due"))
            year = dice.pick([2026, 2027, 2027]) if ahead else dice.pick([2023, 2024, 2025, 2026, 2026, 2026, 2026])
            return f"{year}-{1 + dice.below(10):02d}-{1 + dice.below(28):02d}"
        if kind == "period":
            return dice.pick(["4 weeks", "3 months", "6 months", "1 year", "2 years"])
        if kind == "link":
            return dice.pick([f"https://example.org/{self.index}/online", "https://example.org/afspraken#kanalen", "docs/richtlijn.md"])
        raise SystemExit(f"generate.py knows no field of the kind {kind}")

    def many(self, key, indent, ids):
        dice, line = self.dice, f"{indent}{key}: [{', '.join(ids)}]"
        if len(line) <= 110 and not dice.percent(30):
            self.lines.append(line)
        elif dice.percent(40):
            middle = (len(ids) + 1) // 2
            self.lines.append(f"{indent}{key}: [{', '.join(ids[:middle])},")
            self.lines.append(f"{indent}  {', '.join(ids[middle:])}]" if ids[middle:] else f"{indent}  ]")
        else:
            self.lines.append(f"{indent}{key}:")
            self.lines += [f"{indent}  - {each}" for each in ids]

    def texts(self, field, key, indent):
        dice = self.dice
        if self.anchor and dice.percent(12):
            self.lines.append(f"{indent}{key}: *{self.anchor}")
            return
        example = field.get("example")
        words = [dutch(each) for each in example] if isinstance(example, list) else dice.some(SENTENCES, 1, 3)
        head = f"{indent}{key}:"
        if self.anchor is None and dice.percent(25):
            self.anchor = f"lijst-{key}"
            head += f" &{self.anchor}"
        self.lines.append(head)
        for each in dice.some(words):
            self.lines.append(f"{indent}  - {quoted(dice, each)}")

    def prose(self, key, indent, words):
        dice, style = self.dice, self.dice.below(100)
        words, more = words.rstrip("."), " ".join(dice.some(SENTENCES, 1, 2))
        if style < 80:
            self.lines.append(f"{indent}{key}: {quoted(dice, words)}")
        elif style < 87:
            self.lines.append(f"{indent}{key}: >-")
            self.lines += [f"{indent}  {line}" for line in textwrap.wrap(f"{words}. {more}", 74)]
        elif style < 92:
            self.lines.append(f"{indent}{key}: |")
            self.lines += [f"{indent}  {line}" for line in textwrap.wrap(f"{words}. {more}", 74)]
        elif style < 97:
            lines = textwrap.wrap(f"{words}. {more}".replace(": ", ", ").replace(" #", " "), 74)
            self.lines.append(f"{indent}{key}: {plain(lines[0]) if len(lines) == 1 else lines[0].lstrip(INDICATORS)}")
            self.lines += [f"{indent}  {line}" for line in lines[1:]]
        else:
            lines = textwrap.wrap(f"{words}. {more}".replace("\\", "/").replace('"', "'"), 74)
            self.lines.append(f'{indent}{key}: "{lines[0]}')
            self.lines += [f"{indent}  {line}" for line in lines[1:]]
            self.lines[-1] += '"'

    def items(self, field, key, indent):
        dice, parts = self.dice, field["fields"]
        name = parts[0]
        if name["kind"] == "choice":
            keys = dice.some([option["id"] for option in name["options"]], 1, 2)
        else:
            base = dutch(name.get("example"), "onderdeel")
            keys = [base if number == 0 else f"{base} {number + 1}" for number in range(1 + dice.below(4) // 3)]
        short = all(part["kind"] in ("choice", "flag", "number", "date", "period") for part in parts[1:])
        self.lines.append(f"{indent}{key}:")
        for each in keys:
            given = [part for part in parts[1:] if dice.percent(30 + self.care // 2)]
            if short and dice.percent(60):
                pairs = [f"{name['path'].split('.')[-1]}: {flow(each)}"]
                pairs += [f"{part['path'].split('.')[-1]}: {self.scalar(part)}" for part in given]
                self.lines.append(f"{indent}  - {{{', '.join(pairs)}}}")
                continue
            start = len(self.lines)
            self.lines.append(f"{indent}    {name['path'].split('.')[-1]}: {plain(each)}")
            for part in given:
                self.value(part, part["path"].split(".")[-1], indent + "    ")
            self.lines[start] = f"{indent}  - " + self.lines[start][len(indent) + 4:]

    def evidence(self):
        dice = self.dice
        if not dice.percent(self.care // 2):
            return
        written = [line[:-1] for line in self.lines if line.endswith(":") and line[:1].isalpha()]
        self.lines.append("evidence:")
        for number in range(1 + dice.below(3)):
            self.lines += [f"  - id: stuk-{number + 1}", f"    title: Vastgesteld stuk {number + 1}"]
            if dice.percent(60):
                self.lines.append("    kept-at: archief van de organisatie, map online werken")
            else:
                self.lines.append(f"    url: https://example.org/stukken/{self.index}-{number}.pdf")
            self.lines.append(f"    date: {dice.pick([2024, 2025, 2026, 2026])}-0{1 + dice.below(9)}-1{dice.below(9)}")
            # The first section is the organisation's own, which no document has to support.
            if written[1:]:
                self.lines.append(f"    supports: [{', '.join(dice.some(written[1:], 1, 5))}]")
        self.lines.append("")

    def decisions(self):
        dice, controls = self.dice, self.of.excusable[self.profile]
        if not dice.percent(20) or not controls:
            return
        self.lines.append("decisions:")
        for control, excusable in dice.some(controls, 1, 2):
            status = dice.pick(["not-applicable", "explained", "planned"] if excusable else ["explained", "planned"])
            self.lines += [f"  - for: {control}", f"    status: {status}", f"    reason: {dice.pick(REASONS)}"]
            if status == "explained":
                self.lines.append(f"    measure: {dice.pick(SENTENCES)}")
            self.lines += [f"    owner: {dice.pick(OWNERS)}", f"    date: 2026-0{1 + dice.below(9)}-01", "    until: 2027-03-01"]
        self.lines.append("")


INDICATORS = "@&*!|>%`'\"#-?:,[]{}"


def plain(words):
    """As a plain scalar, or in quotes where YAML would read something else."""
    unsafe = words[:1] in INDICATORS or ": " in words or " #" in words or words.endswith(":")
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"' if unsafe else words


def flow(words):
    return words if all(letter.isalnum() or letter in " -." for letter in words) else '"' + words.replace('"', '\\"') + '"'


def quoted(dice, words):
    style = dice.below(10)
    if style == 0 and "'" not in words:
        return f"'{words}'"
    if style <= 2:
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return plain(words)


def write(policy, folder, count, seed=SEED, decided=None):
    """Writes the files that are not there yet and returns the paths of all, in order."""
    generator, paths = Generator(policy, seed, decided), []
    for index in range(count):
        inside = os.path.join(folder, f"{index // A_FOLDER:02d}")
        if index % A_FOLDER == 0:
            os.makedirs(inside, exist_ok=True)
        path = os.path.join(inside, f"{index:05d}.yaml")
        if not os.path.exists(path):
            with open(path + ".part", "wb") as file:
                file.write(generator.guideline(index))
            os.replace(path + ".part", path)
        paths.append(path)
    return paths


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as source:
        write(json.load(source), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) == 5 else SEED)
