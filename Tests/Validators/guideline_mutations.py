"""Guidelines that are a little wrong, made from right ones: the same seed makes the same ones."""

import copy

import yaml

import guideline_yaml

DATES = [
    "2026-05-10", "2026-02-30", "2026-02-29", "2028-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "10-05-2026", "2026-5-1", "2026-05-10T10:00",
    "2026/05/10", "0000-01-01", "9999-12-31", "volgend jaar", " 2026-05-10", "20260510", "2026-05",
]
NUMBERS = ["0", "1", "12", "-1", "007", "120", "1000000000", "999999999", "12.5", "1e3", "0x10", "+3", "twaalf", "12 jaar"]
FLAGS = ["true", "false", "True", "TRUE", "ja", "nee", "yes", "no", "on", "1", "0", " true"]
PERIODS = ["3 months", "1 day", "2  weeks", " 5 years ", "3 maanden", "3months", "months", "12345 days", "1 months", "3 month", "0 days"]
LINKS = ["https://example.org/a", "HTTP://example.org", "mailto:a@example.org", "docs/richtlijn.md", "a b", "javascript:alert(1)", "ftp://x", "./a:b", ":x", "a<b"]
FILLERS = ["TBD", "n.v.t.", "-", "?", "…", "[naam]", "<naam>", "XX", "volgt", "zie beleid"]
TEXTS = ["een tekst", "2026", "true", "no", "not-arranged", "17:00", "a: b", "é", "null ", "1.5", "nl", "NL-be", "english", "online-work@1", "online-work@2"]
DIGESTS = ["0" * 63 + "a", "A" * 64, " " + "b" * 64, "c" * 63, "g" * 64]
POOLS = [DATES, NUMBERS, FLAGS, PERIODS, LINKS, FILLERS, TEXTS, DIGESTS, ["not-arranged"], ["", "~", "null"]]


def scalar(text, style=None):
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def nothing():
    """No answer. An empty scalar would get quotes in a flow mapping, and then be a text."""
    return scalar("null")


def sequence(*items):
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=True)


def mapping(*entries):
    return yaml.MappingNode("tag:yaml.org,2002:map", [(scalar(key), value) for key, value in entries], flow_style=True)


def dump(node):
    return yaml.serialize(node, Dumper=yaml.CBaseDumper, allow_unicode=True, width=100_000)


class Mistakes:
    """Makes mistakes that any file may have."""

    def __init__(self, random, words=()):
        self.random = random
        self.pools = POOLS + [list(words)] * 4 if words else POOLS
        self.kinds = [
            self.any_value, self.any_value, self.delete, self.delete, self.misspell_key, self.unknown_key, self.free_key, self.misspell_value,
            self.repeat_item, self.repeat_key,
        ]

    def mutate(self, source):
        """A copy with one mistake, now and then two or three; and what was done."""
        root = copy.deepcopy(source)
        kinds = self.random.choices(self.kinds, k=self.random.choice([1, 1, 1, 2, 3]))
        for kind in kinds:
            kind(root)
        return dump(root), "+".join(kind.__name__ for kind in kinds)

    # Values

    def value(self):
        """Anything that a value may be, most of all a scalar."""
        kind = self.random.random()
        if kind < 0.7:
            return scalar(self.random.choice(self.random.choice(self.pools)), self.random.choice([None, None, None, '"']))
        if kind < 0.8:
            return sequence(*[self.value() for _ in range(self.random.choice([0, 1, 2]))])
        if kind < 0.9:
            return mapping((self.random.choice(["a", "x-a", "platform", "at", "notes"]), self.value()))
        return self.random.choice([nothing(), sequence(), mapping(), scalar("", '"'), scalar("  ", '"')])

    # Places

    def mappings(self, root):
        return [node for node in nodes(root) if isinstance(node, yaml.MappingNode) and node.value]

    def place(self, root):
        """A value somewhere: what holds it, and how to put another there."""
        holders = [node for node in nodes(root) if not isinstance(node, yaml.ScalarNode) and node.value]
        holder = self.random.choice(holders)
        return holder, self.random.randrange(len(holder.value))

    def put(self, holder, index, value):
        holder.value[index] = (holder.value[index][0], value) if isinstance(holder, yaml.MappingNode) else value

    # Mistakes anywhere

    def any_value(self, root):
        self.put(*self.place(root), self.value())

    def not_arranged(self, root):
        self.put(*self.place(root), scalar("not-arranged"))

    def delete(self, root):
        holder, index = self.place(root)
        del holder.value[index]

    def misspell_key(self, root):
        holder = self.random.choice(self.mappings(root))
        index = self.random.randrange(len(holder.value))
        key, value = holder.value[index]
        holder.value[index] = (scalar(self.misspelt(key.value)), value)

    def unknown_key(self, root):
        self.random.choice(self.mappings(root)).value.append((scalar(self.random.choice(["toelichting", "naam", "notes", "X-a", "note"])), self.value()))

    def free_key(self, root):
        self.random.choice(self.mappings(root)).value.append((scalar("x-eigen"), self.value()))

    def misspell_value(self, root):
        scalars = [node for node in nodes(root) if isinstance(node, yaml.ScalarNode)]
        node = self.random.choice(scalars)
        node.value = self.misspelt(node.value)

    def misspelt(self, text):
        if not text:
            return "q"
        index = self.random.randrange(len(text))
        return self.random.choice([text[:index] + text[index + 1 :], text + "s", text.upper(), text[:index] + "q" + text[index:], text + " "])

    def repeat_item(self, root):
        lists = [node for node in nodes(root) if isinstance(node, yaml.SequenceNode) and node.value]
        if lists:
            holder = self.random.choice(lists)
            holder.value.append(self.random.choice(holder.value))

    def repeat_key(self, root):
        holder = self.random.choice(self.mappings(root))
        key, value = self.random.choice(holder.value)
        # As an alias the key would be a mistake of another kind.
        holder.value.append((scalar(key.value), value))


class Mutator(Mistakes):
    """Makes mistakes at random places of a guideline."""

    def __init__(self, random, schema):
        super().__init__(random)
        self.schema = schema
        self.controls = schema["$defs"]["control"]["enum"]
        self.references = list(schema["$defs"]["evidence"]["items"]["properties"]["supports"]["properties"])
        self.kinds = [
            self.any_value, self.any_value, self.not_arranged, self.delete, self.delete, self.misspell_key, self.unknown_key, self.free_key,
            self.misspell_value, self.answer, self.answer, self.answer, self.answer, self.item, self.repeat_item, self.repeat_key, self.section,
            self.drop_section, self.head, self.who, self.evidence, self.evidence, self.evidence, self.decision, self.decision, self.decision,
        ]
        # By the form of its answer: there are many choices and few numbers.
        self.fields = {}
        for name, section in schema["properties"].items():
            for key, field in section.get("properties", {}).items():
                self.fields.setdefault(self.form(field), []).append((name, key, field))

    # Values

    def form(self, field):
        forms = [one.get("$ref", "").removeprefix("#/$defs/own-").removeprefix("#/$defs/") for one in guideline_yaml.branches(field, self.schema)]
        return next((form for form in forms if form), str(field.get("type", "choice")) + str(field.get("items", {}).get("type", "")))

    def fitting(self, schema):
        """A value that a field may well have, or nearly."""
        schemas = guideline_yaml.branches(schema, self.schema)
        if self.random.random() < 0.1:
            return nothing()
        bounds = [int(one[key]) + step for one in schemas for key, step in [("minimum", 0), ("minimum", -1), ("maximum", 0), ("maximum", 1)] if key in one]
        if bounds and self.random.random() < 0.7:
            return scalar(self.random.choice(NUMBERS + [str(bound) for bound in bounds] * 6))
        pool = {"date": DATES, "period": PERIODS, "link": LINKS, "flag": FLAGS}.get(self.form(schema))
        if pool and self.random.random() < 0.7:
            return scalar(self.random.choice(pool), self.random.choice([None, None, '"']))
        words = [word for one in schemas for word in one.get("enum", [])]
        items = [one["items"] for one in schemas if "items" in one]
        types = {kind for one in schemas for kind in one.get("type", [])}
        if items and self.random.random() < 0.8:
            return sequence(*[self.fitting(items[0]) for _ in range(self.random.choice([0, 1, 2]))])
        keys = [(key, value) for one in schemas for key, value in one.get("properties", {}).items()]
        if "object" in types and keys and self.random.random() < 0.9:
            chosen = self.random.sample(keys, min(len(keys), self.random.choice([0, 1, 2, 3])))
            return mapping(*[(key, self.fitting(value)) for key, value in chosen])
        if words and self.random.random() < 0.7:
            word = self.random.choice(words)
            if word is None:
                return nothing()
            return scalar(str(word).lower() if isinstance(word, bool) else str(word), self.random.choice([None, None, '"']))
        return self.value()

    # Mistakes in a place of the guideline's own

    def section_of(self, root, name):
        for key, value in root.value:
            if key.value == name and isinstance(value, yaml.MappingNode):
                return value
        root.value = [entry for entry in root.value if entry[0].value != name]
        root.value.append((scalar(name), mapping()))
        return root.value[-1][1]

    def field(self):
        form = self.random.choice(list(self.fields))
        name, key, schema = self.random.choice(self.fields[form])
        return name, (key, schema)

    def answer(self, root):
        """Another answer to any question of the policy."""
        name, (key, schema) = self.field()
        section = self.section_of(root, name)
        section.value = [entry for entry in section.value if entry[0].value != key] + [(scalar(key), self.fitting(schema))]

    def item(self, root):
        """An item more in some list."""
        lists = [node for node in nodes(root) if isinstance(node, yaml.SequenceNode)]
        if lists:
            self.random.choice(lists).value.append(self.value())

    def section(self, root):
        name, _ = self.field()
        root.value = [entry for entry in root.value if entry[0].value != name] + [(scalar(name), self.value())]

    def drop_section(self, root):
        del root.value[self.random.randrange(len(root.value))]

    def head(self, root):
        key = self.random.choice(["leidraad", "policy", "language"])
        root.value = [entry for entry in root.value if entry[0].value != key] + [(scalar(key), self.value())]

    def who(self, root):
        """Another answer about the organisation itself, where the rules are stricter: it takes no `not-arranged`, and name and kind must be there."""
        key = self.random.choice(["name", "kind", *self.schema["properties"]["organisation"]["properties"]])
        section = self.section_of(root, "organisation")
        answer = self.random.choice([scalar("not-arranged"), nothing(), self.value()])
        section.value = [entry for entry in section.value if entry[0].value != key] + [(scalar(key), answer)]

    def record(self, root, name, entries, mistakes):
        """An entry more, whole, with at most one mistake: of those that are named, or any."""
        lists = [value for key, value in root.value if key.value == name and isinstance(value, yaml.SequenceNode)]
        if not lists:
            root.value = [entry for entry in root.value if entry[0].value != name] + [(scalar(name), sequence())]
            lists = [root.value[-1][1]]
        kind = self.random.random()
        index = self.random.randrange(len(entries))
        if kind < 0.5:
            key, value = self.random.choice(mistakes)
            entries = [entry for entry in entries if entry[0] != key] + [(key, value)]
        elif kind < 0.7:
            entries[index] = (entries[index][0], self.value())
        elif kind < 0.8:
            entries[index] = (entries[index][0], nothing())
        elif kind < 0.9:
            del entries[index]
        if kind < 0.97:
            lists[0].value.append(mapping(*entries))
        else:
            instead = self.random.choice([nothing(), self.value()])
            root.value = [entry for entry in root.value if entry[0].value != name] + [(scalar(name), instead)]

    def evidence(self, root):
        choose = self.random.choice
        known = choose(self.references)
        sources = ["file", "url", "kept-at"]
        source = choose(sources)
        details = mapping(("at", scalar("4")), ("quote", scalar("Wij zeggen wie wij zijn.")), (choose(["x-eigen", "page"]), scalar("4")))
        entries = [
            ("id", scalar(f"stuk-{self.random.randrange(10_000)}")), ("title", scalar("Een stuk")), (source, scalar("docs/een.md")),
            ("date", scalar("2026-05-10")), ("supports", choose([mapping((known, scalar("3.2"))), sequence(scalar(known))])),
        ]
        supports = [
            mapping((known, details)), mapping((known, details)), mapping((known, self.value())), mapping((known, sequence(scalar("3.2")))), mapping((known, mapping(("at", self.value())))),
            mapping((self.misspelt(known), scalar("3.2"))), sequence(scalar(self.misspelt(known))), sequence(nothing()), sequence(), mapping(), nothing(),
            mapping(("x-eigen", scalar("3.2"))), mapping((known, nothing())),
        ]
        mistakes = [(choose(sources), scalar("docs/twee.md")), (choose(sources), nothing()), (source, nothing()), ("id", scalar("richtlijn"))]
        mistakes += [("sha256", scalar(choose(DIGESTS))), ("date", scalar(choose(DATES))), ("date", nothing()), ("x-eigen", self.value()), ("plaats", scalar("hier"))]
        mistakes += [("supports", choose(supports))] * 4
        self.record(root, "evidence", entries, mistakes)

    def decision(self, root):
        choose = self.random.choice
        control, wrong = choose(self.controls), self.misspelt(choose(self.controls))
        entries = [
            ("for", choose([scalar(control), sequence(scalar(control))])), ("status", scalar(choose(["explained", "planned", "not-applicable"]))),
            ("reason", scalar("Omdat het bij ons anders is geregeld.")), ("owner", scalar("directeur")), ("date", scalar("2026-05-10")),
            ("until", scalar("2027-05-10")), ("measure", scalar("Wij bellen.")),
        ]
        controls = [scalar(wrong), sequence(scalar(control), scalar(wrong)), sequence(), sequence(nothing()), sequence(scalar(control), scalar(control))]
        mistakes = [("for", one) for one in controls] + [("status", scalar(choose(["explaned", "accepted", "Explained"])))]
        mistakes += [(choose(["date", "until"]), choose([nothing(), scalar(choose(DATES))])), ("x-eigen", self.value()), ("reden", scalar("daarom"))]
        self.record(root, "decisions", entries, mistakes)


def nodes(root):
    """Every value, each once."""
    found, pending, seen = [], [root], set()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        found.append(node)
        if isinstance(node, yaml.MappingNode):
            pending += [value for _, value in reversed(node.value)]
        elif isinstance(node, yaml.SequenceNode):
            pending += reversed(node.value)
    return found
