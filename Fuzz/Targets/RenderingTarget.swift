internal import Foundation
internal import LeidraadCore
internal import LeidraadRendering

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

extension FuzzTarget {
  /// Strings → every renderer → read back: the same strings where a form keeps them, and nothing that a string brought in anywhere.
  ///
  /// The policy is a small one: what can be forged is in the strings, and a report of two hundred controls takes a fuzzer seconds.
  static let rendering = FuzzTarget(name: "rendering") { bytes in
    let words = String(decoding: bytes.prefix(400), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func word(_ index: Int) -> String { words[index % words.count] }
    let text = """
      leidraad: guideline/v1
      policy: proef@1
      organisation: {name: \(quoted(word(0))), kind: club}
      \(quoted(word(1))): a
      a: {rules: \(quoted(word(2))), remarks: \(quoted(word(3))), notes: \(quoted(word(4)))}
      evidence: [{id: \(quoted(word(5))), title: \(quoted(word(6))), file: \(quoted(word(7))), supports: {a: \(quoted(word(8)))}}]
      decisions: [{for: [A.1], status: explained, reason: \(quoted(word(9))), measure: \(quoted(word(10))), owner: \(quoted(word(11))), date: 2026-05-10}]
      """
    guard let policy = smallPolicy, let read = Assessed(Array(text.utf8), file: word(12) + ".yaml", policy: policy) else { return [] }
    let language: Language = bytes.count.isMultiple(of: 2) ? .dutch : .english
    let run = Run(
      version: "1", language: language, asOf: policy.date, assurance: .declared, policy: policy, show: .all, isColored: false,
      sarifScope: .all)
    var faults: [String] = []
    for renderer in Renderer.all {
      let output = Array(renderer.render([read.report], run).utf8)
      faults += Reading(form: renderer.name, bytes: output, report: read.report).faults.map { "\(renderer.name): \($0)" }
    }
    return faults
  }

  private static let smallPolicy: Policy? = {
    let text = """
      leidraad: policy/v1
      id: proef
      version: 1.0.0
      date: 2026-11-24
      title: {nl: Proef, en: Trial}
      sources: {bron: {title: {nl: Bron, en: Source}, date: 2025}}
      profiles: {club: {label: {nl: Club, en: Club}, kinds: {club: {nl: Club, en: Club}}}}
      bands: [{id: low, from: 0, title: {nl: Laag, en: Low}}, {id: high, from: 60, title: {nl: Hoog, en: High}}]
      require: high
      sections:
        a:
          label: {nl: Afspraken, en: Agreements}
          fields:
            rules: {kind: choice, label: {nl: Regels, en: Rules}, options: {written: {nl: op papier, en: written}, spoken: {nl: mondeling, en: spoken}}}
            remarks: {kind: text, label: {nl: Opmerkingen, en: Remarks}}
      recommendations:
        A:
          title: {nl: Afspraken, en: Agreements}
          source: bron
          weight: {club: 1}
          controls:
            A.1: &control
              title: {nl: heeft regels, en: has rules}
              basis: literal
              addressee: [club]
              weight: 1
              evidence: required
              why: {nl: Dan is het duidelijk., en: Then it is clear.}
              how: {nl: Schrijf ze op., en: Write them down.}
              check: [{field: a.rules, is: written}]
              examples: {met: [{a: {rules: written}}], not-met: [{a: {rules: spoken}}]}
            A.2: {title: {nl: zegt meer, en: says more}, basis: derived, addressee: [club], weight: 1, why: {nl: Dat helpt., en: It helps.}, how: {nl: Schrijf het op., en: Write it down.}, check: [{field: a.remarks, is: given}], examples: {met: [{a: {remarks: ja}}], unanswered: [{}]}}
          rules:
            K-1: {control: A.1, knock-out: major, when: {not: a.rules}, says: {nl: Er zijn geen regels., en: There are no rules.}, examples: {holds: [{a: {rules: not-arranged}}], silent: [{a: {rules: spoken}}]}}
      """
    return Policy.load([PolicyFile(name: "proef.yaml", bytes: Array(text.utf8))]) { _ in nil }.policy
  }()

  /// Any text in double quotes.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let isPlain = (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\"
      let digits = String(scalar.value, radix: 16)
      result += isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return result + "\""
  }
}

/// A report read back with nothing of the product, byte by byte: a fuzzer does it many times a second.
private struct Reading {
  let form: String
  let bytes: [UInt8]
  let report: Report

  var faults: [String] {
    switch form {
    case "json", "sarif", "gitlab", "oscal": (try? JSONSerialization.jsonObject(with: Data(bytes))) == nil ? ["no JSON"] : []
    case "jsonl": line
    case "junit": XMLParser(data: Data(bytes)).parse() ? [] : ["no XML"]
    case "csv": table
    case "html": page
    case "github": log(["::error ", "::warning ", "::notice ", "::group::", "::endgroup::"])
    case "azure": log(["##vso[task.logissue ", "##[group]", "##[endgroup]"])
    case "text", "markdown": log([])
    default: ["a form that nobody reads"]
    }
  }

  /// What people wrote comes back as they wrote it.
  private var line: [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return ["no JSON"] }
    guard let result = report.result else { return [] }
    let found = value["result"] as? [String: Any]
    let name = (found?["organisation"] as? [String: Any])?["name"] as? String
    var faults = isSame(name, result.organisation.name) ? [] : ["another name: \(name ?? "none")"]
    let decisions = found?["decisions"] as? [[String: Any]] ?? []
    for (decision, written) in zip(decisions, result.decisions) {
      for (key, text) in [("reason", written.reason), ("measure", written.measure ?? ""), ("owner", written.owner)]
      where !isSame(decision[key] as? String ?? "", text) { faults.append("another \(key): \(decision[key] ?? "none")") }
    }
    return faults + (decisions.count == result.decisions.count ? [] : ["\(decisions.count) decisions"])
  }

  private func isSame(_ found: String?, _ written: String) -> Bool {
    found.map { Array($0.unicodeScalars) } == Array(written.unicodeScalars)
  }

  /// No raw character that steers, no line that a build service would obey.
  private func log(_ commands: [String]) -> [String] {
    var faults: [String] = []
    if let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first(where: Self.steers) {
      faults.append("a raw U+\(String(scalar.value, radix: 16))")
    }
    for line in bytes.split(separator: 0x0A) {
      let command = commands.first { line.starts(with: $0.utf8) }
      let rest = line.dropFirst(command?.utf8.count ?? 0)
      let start = String(decoding: line.prefix(64), as: UTF8.self).unicodeScalars.drop { $0.properties.isWhitespace }
      let isForged = command == nil && String(start).hasPrefix("::") || has("##[", in: rest) || has("##vso[", in: rest)
      if isForged { faults.append("a forged command: \(String(decoding: line.prefix(100), as: UTF8.self))") }
    }
    return faults
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 0x20 && value != 0x0A || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }

  private func has(_ mark: String, in line: ArraySlice<UInt8>) -> Bool {
    line.indices.contains { line[$0] == 0x23 && line[$0...].starts(with: mark.utf8) }
  }

  private var table: [String] {
    var widths: Set<Int> = []
    var (cells, isQuoted, isStart) = (1, false, true)
    var faults: [String] = []
    for byte in bytes {
      if isStart, !isQuoted, [0x3D, 0x2B, 0x40, 0x09].contains(byte) { faults.append("a formula") }
      isStart = !isQuoted && byte == 0x2C || isStart && byte == 0x22
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted: cells += 1
      case 0x0A where !isQuoted:
        widths.insert(cells)
        (cells, isStart) = (1, true)
      default: break
      }
    }
    return faults + (widths.count == 1 && !isQuoted ? [] : ["rows of \(widths.sorted()) cells"])
  }

  private static let strangers = ["script", "img", "iframe", "object", "embed", "form", "input", "base"]

  /// Every `<` begins an element that the report has, and no attribute runs anything.
  private var page: [String] {
    var faults: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: 0x3C) {
      var isQuoted = false
      var outside: [UInt8] = []
      var end = start + 1
      while end < bytes.count, bytes[end] != 0x3E || isQuoted {
        if bytes[end] == 0x22 { isQuoted.toggle() }
        if !isQuoted { outside.append(bytes[end]) }
        end += 1
      }
      guard end < bytes.count else { return faults + ["an open tag"] }
      let name = String(decoding: outside.prefix { $0 > 0x20 }, as: UTF8.self).lowercased()
      let runs = outside.split(separator: 0x20).contains { part in
        let part = String(decoding: part, as: UTF8.self).lowercased()
        return part.hasPrefix("on") && part.contains("=")
      }
      if runs || name.isEmpty || Self.strangers.contains(name) {
        faults.append("<\(String(decoding: bytes[start...].prefix(80), as: UTF8.self))>")
      }
      index = end + 1
      // What stands in a style sheet is the product's own.
      if name == "style" {
        while index < bytes.count, bytes[index] != 0x3C || !bytes[index...].starts(with: "</style>".utf8) { index += 1 }
      }
    }
    return faults
  }
}
