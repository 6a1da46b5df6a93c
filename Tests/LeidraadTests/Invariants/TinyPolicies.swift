/// Policies small enough to see through, in YAML, that together use every operator, guard, evidence need and kind of rule. `@` stands for words in
/// both languages.
struct TinyPolicy: Sendable {
  let id: String
  var completeness = "4/5"
  var sections: String
  var recommendations: [Recommendation]
  var rules: [String]

  struct Recommendation: Sendable {
    let id: String
    let body: String
    var controls: [(id: String, body: String)]
  }

  /// The policy's one file; the rules stand with the first recommendation.
  var yaml: String {
    var text = """
      leidraad: policy/v1
      id: \(id)
      version: 1.2.3
      date: 2026-11-24
      title: @
      sources: {src: {title: Source}}
      profiles:
        organisation: {label: @, kinds: {club: @, school: @}}
        municipality: {label: @, kinds: {municipality: @}}
      completeness: \(completeness)
      terms: {evidence: 25 months, decision: 12 months, verdict: 12 months}
      bands:
        - {id: first, from: 0, title: @}
        - {id: second, from: 40, title: @}
        - {id: third, from: 66.5, title: @}
        - {id: fourth, from: 95, title: @}
      require: third
      sections:

      """
    text += indented(sections, 2)
    text += "recommendations:\n"
    for (index, recommendation) in recommendations.enumerated() {
      text += "  \(recommendation.id):\n    title: @\n    source: src\n" + indented(recommendation.body, 4) + "    controls:\n"
      for control in recommendation.controls {
        text += "      \(control.id):\n        title: @\n"
        if !control.body.contains("basis:") { text += "        basis: literal\n" }
        if !control.body.contains("addressee:") { text += "        addressee: [organisation]\n" }
        text += indented(control.body, 8)
      }
      if index == 0, !rules.isEmpty {
        text += "    rules:\n"
        for rule in rules { text += indented(rule, 6) }
      }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "@", omittingEmptySubsequences: false).joined(separator: "{nl: woord, en: word}")
    }.joined(separator: "\n")
  }

  private func indented(_ text: String, _ spaces: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: spaces) + $0 + "\n" }.joined()
  }

  static let all = [operators, guards, rulesAndDecisions, conditions]

  private static let fields = """
    organisation: {label: @, fields: {public-body: {kind: flag, label: @}, sizes: {kind: choices, label: @, options: {small: @, large: @}}}}
    s:
      label: @
      fields:
        a: {kind: choice, label: @, options: {aa: @, bb: @, cc: @, dd: @}}
        b: {kind: flag, label: @}
        n: {kind: number, label: @, max: 40}
        m: {kind: number, label: @, min: -5, max: 5}
        t: {kind: text, label: @}
        c: {kind: choices, label: @, options: {p: @, q: @, r: @, s: @, u: @}}
        e: {kind: choices, label: @, may-be-empty: @, options: {p: @, q: @, r: @}}
        x: {kind: texts, label: @, may-be-empty: @}
        d: {kind: date, label: @}
        f: {kind: date, label: @}
        w: {kind: period, label: @}
        k: {kind: link, label: @}
    g:
      label: @
      fields:
        a: {kind: choice, label: @, options: {aa: @, bb: @, cc: @}}
        b: {kind: flag, label: @}
        n: {kind: number, label: @}
        t: {kind: text, label: @}
        c: {kind: choices, label: @, may-be-empty: @, options: {p: @, q: @, r: @}}
        l:
          kind: list
          label: @
          may-be-empty: @
          fields:
            name: {kind: text, label: @}
            b: {kind: flag, label: @}
            n: {kind: number, label: @}
            a: {kind: choice, label: @, options: {aa: @, bb: @}}
            c: {kind: choices, label: @, options: {p: @, q: @}}
            d: {kind: date, label: @}
        m:
          kind: list
          label: @
          fields: {a: {kind: choice, label: @, options: {aa: @, bb: @, cc: @}}, t: {kind: text, label: @}, b: {kind: flag, label: @}}

    """

  /// Every operator, alone and in groups.
  static let operators = TinyPolicy(
    id: "operators", sections: fields,
    recommendations: [
      Recommendation(
        id: "R1", body: "weight: {organisation: 8, municipality: 2}",
        controls: [
          ("R1.1", "weight: 4\ncheck: [s.a]"),
          (
            "R1.2",
            "weight: 3\nbasis: derived\ncheck: [{field: s.a, is: [aa, bb]}, {field: s.b, is: true}, {field: s.n, is: [1, 3]}, {field: s.m, is: -5}]"
          ),
          ("R1.3", "weight: 2\ncheck: [{field: s.a, excludes: [cc]}, {field: s.c, excludes: [p, q]}, {field: s.e, excludes: p}]"),
          (
            "R1.4",
            "weight: 1\ncheck: [{field: s.c, includes: [p, q, r]}, {field: s.c, includes-any: [r, s]}, {field: s.e, includes: [p, q]}]"
          ),
          (
            "R1.5",
            "weight: 2\naddressee: [organisation, municipality]\ncheck: [{field: s.n, at-least: 12}, {field: s.n, at-most: 30}, {field: s.c, at-least: 2}, {field: s.x, at-least: 2}]"
          ),
          ("R1.6", "weight: 3\naddressee: [municipality]\ncheck: [{field: s.a, grade: {aa: 1, bb: 1/2, cc: 0, dd: contradicted}}]"),
          ("R1.7", "weight: 3\ncheck: [{field: s.a, grade: {aa: 1, bb: 2/3, cc: 0.25, dd: contradicted}}, s.t]"),
        ]),
      Recommendation(
        id: "R2", body: "weight: {organisation: 3, municipality: 1/2}",
        controls: [
          ("R2.1", "weight: 4\nbasis: derived\naddressee: [organisation, municipality]\ncheck: [{field: s.d, within-months: 12}]"),
          ("R2.2", "weight: 2\nevidence: required\ncheck: [{field: s.f, not-past: 1}, {field: s.d, within-months: 24}]"),
          ("R2.3", "weight: 1.5\ncheck: [s.w, s.k, s.t, s.x, s.e]"),
          (
            "R2.4",
            "weight: 2\ncheck:\n  - any: [{field: s.a, is: dd}, {all: [s.t, {field: s.n, at-least: 5}]}, {field: s.c, includes: [p, s]}]\n  - all: [s.w, {any: [s.k, s.x]}]"
          ),
          (
            "R2.5",
            "weight: 3\nnot-applicable: allowed\nevidence: {field: s.b, is: true}\ncheck: [{any: [{field: s.a, grade: {aa: 1/3, bb: contradicted, cc: contradicted, dd: 0}}, {field: s.m, at-most: 0}]}]"
          ),
        ]),
      Recommendation(
        id: "R3", body: "weight: {organisation: 5}",
        controls: [
          ("R3.1", "weight: 4\ncheck: [{field: g.l, at-least: 2}, g.m]"),
          ("R3.2", "weight: 3\nevidence: required\ncheck: [{field: g.l, each: [a, {field: n, at-least: 3}]}, {field: g.m, each: [t]}]"),
          (
            "R3.3",
            "weight: 2\ncheck: [{field: g.l, where: {field: b, is: true}, each: [{field: c, includes: [p, q]}, {field: d, within-months: 6}]}]"
          ),
          (
            "R3.4",
            "weight: 2\nbasis: derived\ncheck: [{field: g.l, where: {field: a, is: aa}}, {field: g.l, where: {field: n, at-least: 2}, at-least: 2}]"
          ),
          ("R3.5", "weight: 1\ncheck: [{field: g.m, each: [{field: t, when: {field: a, is: bb}}, {field: b, is: true, when: s.b}]}]"),
          (
            "R3.6",
            "weight: 1\nnot-applicable: allowed\ncheck: [{any: [{field: g.l, each: [b]}, {field: g.m, where: {any: [{field: a, is: cc}, b]}}]}]"
          ),
        ]),
    ],
    rules: [
      "K-1: {control: R1.1, knock-out: major, says: @}",
      "K-2: {control: R1.2, knock-out: blocker, when: {field: s.a, is: dd}, says: @}",
      "X-1: {control: R1.3, when: {all: [{field: s.c, includes: [p]}, {field: s.e, at-most: 0}]}, says: @}",
    ])

  /// Guards of every sort, effective dates, and evidence under conditions.
  static let guards = TinyPolicy(
    id: "guards", sections: fields,
    recommendations: [
      Recommendation(
        id: "R1",
        body: "weight: {organisation: 2.5, municipality: 1}\napplies-when: {any: [{field: g.a, is: [aa, bb]}, {field: g.n, at-least: 10}]}",
        controls: [
          ("R1.1", "weight: 4\naddressee: [organisation, municipality]\ncheck: [s.a, {field: s.b, is: true, when: {field: s.a, is: aa}}]"),
          ("R1.2", "weight: 3\nnot-applicable: allowed\napplies-when: {field: g.b, is: true}\ncheck: [s.t]"),
          ("R1.3", "weight: 2\napplies-when: {not: {field: g.c, includes-any: [p, q]}}\ncheck: [{field: s.n, at-least: 3}]"),
          ("R1.4", "weight: 1\neffective: 2026-11-24\ncheck: [s.k]"),
          ("R1.5", "weight: 1\neffective: 2026-11-25\nbasis: derived\ncheck: [s.k]"),
        ]),
      Recommendation(
        id: "R2", body: "weight: {organisation: 7, municipality: 3}",
        controls: [
          ("R2.1", "weight: 4\napplies-when: {field: g.l, where: {field: b, is: true}}\ncheck: [s.t, {field: s.c, includes: [p, q]}]"),
          (
            "R2.2",
            "weight: 3\naddressee: [municipality, organisation]\ncheck: [{field: s.c, includes: [p, q, r], when: {field: g.a, is: bb}}, {field: s.a, is: aa, when: {field: g.b, is: false}}]"
          ),
          (
            "R2.3",
            "weight: 3\nevidence: {field: g.c, includes: [r]}\nnot-applicable: allowed\ncheck: [{any: [{field: s.b, is: true, when: {field: g.a, is: aa}}, {field: s.n, at-least: 20, when: {field: g.a, excludes: [aa]}}]}]"
          ),
          ("R2.4", "weight: 2\nbasis: derived\napplies-when: {field: g.l, at-least: 2}\ncheck: [s.e]"),
          ("R2.5", "weight: 2\napplies-when: {field: g.l, at-most: 1}\ncheck: [s.x]"),
          (
            "R2.6",
            "weight: 2\nevidence: required\napplies-when: {field: g.c, at-most: 1}\ncheck: [{field: g.l, where: {field: a, is: aa}, each: [n, {field: d, when: {field: b, is: true}}]}]"
          ),
          (
            "R2.7",
            "weight: 1\ncheck: [{field: s.t, when: {all: [{field: g.b, is: true}, {any: [{field: g.a, is: cc}, {field: g.n, is: 7}]}]}}]"
          ),
          ("R2.8", "weight: 1\nevidence: {all: [{field: g.b, is: true}, {field: g.a, is: aa}]}\ncheck: [s.d]"),
        ]),
      Recommendation(
        id: "R3", body: "weight: {municipality: 4, organisation: 1/3}",
        controls: [
          ("R3.1", "weight: 1\ncheck: [{field: g.m, each: [{field: t, when: {field: g.b, is: true}}]}]"),
          (
            "R3.2",
            "weight: 1\naddressee: [municipality]\nevidence: {not: {field: g.b, is: true}}\ncheck: [{field: g.m, where: {field: a, excludes: [cc]}, each: [{any: [t, b]}]}]"
          ),
          ("R3.3", "weight: 1\napplies-when: g.t\ncheck: [s.w]"),
          ("R3.4", "weight: 1\ncheck: [{field: s.w, when: g.t}, s.m]"),
        ]),
    ],
    rules: [
      "K-1: {control: R1.1, knock-out: blocker, when: {all: [{field: g.b, is: true}, {not: s.t}]}, says: @}",
      "K-2: {control: R2.1, profiles: [organisation], knock-out: major, when: {any: [{field: s.a, is: dd}, {not: {field: s.b, is: true}}]}, says: @}",
      "K-3: {control: R2.4, knock-out: major, effective: 2026-11-24, when: {field: g.n, at-most: 3}, says: @}",
      "K-4: {control: R2.4, knock-out: blocker, effective: 2026-11-25, when: {field: g.n, at-most: 3}, says: @}",
    ])

  /// Much that may be excluded, and every way in which a rule may hold or be lifted.
  static let rulesAndDecisions = TinyPolicy(
    id: "rules", completeness: "1/2", sections: fields,
    recommendations: [
      Recommendation(
        id: "R1", body: "weight: {organisation: 4, municipality: 4}",
        controls: [
          ("R1.1", "weight: 2\ncheck: [s.a]"),
          ("R1.2", "weight: 3\nnot-applicable: allowed\nevidence: required\ncheck: [{field: s.b, is: true}]"),
          ("R1.3", "weight: 3\nnot-applicable: allowed\ncheck: [{field: s.n, at-least: 10}, s.t]"),
          ("R1.4", "weight: 1\nnot-applicable: allowed\ncheck: [{field: g.l, at-least: 1}]"),
        ]),
      Recommendation(
        id: "R2", body: "weight: {organisation: 2, municipality: 1}",
        controls: [
          ("R2.1", "weight: 1\nnot-applicable: allowed\ncheck: [{field: s.c, includes: [p, q]}]"),
          (
            "R2.2",
            "weight: 1\nbasis: derived\nevidence: required\nnot-applicable: allowed\ncheck: [{field: s.a, grade: {aa: 1, bb: 1/2, cc: contradicted, dd: contradicted}}]"
          ),
        ]),
      Recommendation(id: "R3", body: "weight: {organisation: 1}", controls: [("R3.1", "weight: 2\nnot-applicable: allowed\ncheck: [s.w]")]),
    ],
    rules: [
      "K-1: {control: R1.1, knock-out: major, says: @}",
      "K-2: {control: R1.2, knock-out: blocker, when: {unmet: [R1.2, R1.3]}, says: @}",
      "K-3: {control: R2.1, knock-out: major, when: {all: [{unmet: [R2.1]}, {field: s.b, is: true}]}, says: @}",
      "K-4: {control: R2.2, knock-out: blocker, when: {any: [{field: s.a, is: dd}, {all: [{field: s.b, is: false}, {not: s.t}]}]}, says: @}",
      "K-5: {control: R1.4, profiles: [municipality], knock-out: major, when: {unmet: [R3.1, R1.4]}, says: @}",
      "K-6: {control: R1.1, knock-out: major, when: {field: g.l, where: {field: n, at-most: 17}}, says: @}",
      "K-7: {control: R1.1, knock-out: blocker, when: {not: {field: g.l, where: {field: b, is: true}, at-least: 1}}, says: @}",
      "X-1: {control: R2.2, when: {not: {unmet: [R1.4]}}, says: @}",
    ])

  /// Conditions in conditions: `each`, `when` and `unmet` where rules and guards ask for them.
  static let conditions = TinyPolicy(
    id: "conditions", sections: fields,
    recommendations: [
      Recommendation(
        id: "R1", body: "weight: {organisation: 1, municipality: 1}",
        controls: [
          ("R1.1", "weight: 1\napplies-when: {field: g.l, each: [{field: n, at-least: 2}]}\ncheck: [s.a]"),
          (
            "R1.2",
            "weight: 1\napplies-when: {field: g.m, where: {field: b, is: true}, each: [{field: a, is: [aa, bb]}]}\nnot-applicable: allowed\ncheck: [s.b]"
          ),
          (
            "R1.3",
            "weight: 2\napplies-when: {all: [{field: g.b, is: true}, {field: g.n, at-least: 3, when: {field: g.a, is: aa}}]}\ncheck: [{field: s.n, at-least: 1}]"
          ),
          (
            "R1.4",
            "weight: 2\ncheck: [{field: s.t, when: {field: g.l, where: {field: a, is: bb}, at-least: 2}}, {field: s.k, when: {not: {field: g.m, where: {field: a, is: cc}}}}]"
          ),
          (
            "R1.5",
            "weight: 3\napplies-when: {field: g.a, is: aa}\ncheck: [{field: s.c, includes: [p, q, r, s, u], when: {field: g.b, is: true}}]"
          ),
          ("R1.6", "weight: 3\nevidence: {field: g.l, each: [{field: b, is: true}]}\ncheck: [{field: s.e, excludes: [p]}]"),
        ])
    ],
    rules: [
      "K-1: {control: R1.1, profiles: [organisation, municipality], knock-out: major, when: {field: g.l, each: [{field: b, is: true}]}, says: @}",
      "K-2: {control: R1.3, profiles: [organisation], knock-out: blocker, when: {all: [{field: g.b, is: true}, {field: s.a, is: dd, when: {field: s.b, is: true}}]}, says: @}",
      "K-3: {control: R1.4, profiles: [organisation], knock-out: blocker, when: {any: [{unmet: [R1.1, R1.2]}, {not: {any: [s.t, {field: g.l, at-most: 1}]}}]}, says: @}",
      "K-4: {control: R1.6, knock-out: major, when: {field: g.m, where: {not: t}, each: [{field: a, is: cc}]}, says: @}",
    ])
}
