internal import Foundation
internal import LeidraadCore
internal import LeidraadRendering

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

extension FuzzTarget {
  /// Strings → every renderer → read back: the same strings where a form keeps them, and nothing that a string brought in anywhere.
  static let rendering = FuzzTarget(name: "rendering") { bytes in
    let words = String(decoding: bytes.prefix(400), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func word(_ index: Int) -> String { words[index % words.count] }
    let text = """
      leidraad: guideline/v1
      policy: online-work@1
      organisation: {name: \(quoted(word(0))), kind: sports-org}
      \(quoted(word(1))): a
      accounts: {policy: \(quoted(word(2)))}
      decisions: [{for: [B2.14], status: explained, reason: \(quoted(word(3))), measure: \(quoted(word(4))), owner: o, date: 2026-05-10}]
      """
    guard let read = Assessed(Array(text.utf8), file: word(5) + ".yaml") else { return [] }
    let run = Run(version: "1", language: .dutch, asOf: Assessed.policy.date, assurance: .declared, policy: Assessed.policy)
    var faults: [String] = []
    for renderer in Renderer.all {
      let output = renderer.render([read.report], run)
      faults += Reading(form: renderer.name, text: output, report: read.report).faults.map { "\(renderer.name): \($0)" }
    }
    return faults
  }

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

/// A report read back with nothing of the product.
private struct Reading {
  let form: String
  let text: String
  let report: Report

  var faults: [String] {
    switch form {
    case "json", "sarif", "gitlab", "oscal": (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil ? ["no JSON"] : []
    case "jsonl": line
    case "junit": XMLParser(data: Data(text.utf8)).parse() ? [] : ["no XML"]
    case "csv": table
    case "html": page
    case "github": log(["::error ", "::warning ", "::notice ", "::group::", "::endgroup::"])
    case "azure": log(["##vso[task.logissue ", "##[group]", "##[endgroup]"])
    case "text", "markdown": log([])
    default: ["a form that nobody reads"]
    }
  }

  private var line: [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return ["no JSON"] }
    let organisation = (value["result"] as? [String: Any])?["organisation"] as? [String: Any]
    guard let name = report.result?.organisation.name else { return [] }
    let found = organisation?["name"] as? String
    return found.map { Array($0.unicodeScalars) } == Array(name.unicodeScalars) ? [] : ["another name: \(found ?? "none")"]
  }

  /// No raw character that steers, no line that a build service would obey.
  private func log(_ commands: [String]) -> [String] {
    var faults: [String] = []
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x20 && value != 0x0A || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
        || (0x2066...0x2069).contains(value)
      {
        faults.append("a raw U+\(String(value, radix: 16))")
        break
      }
    }
    for line in text.utf8.split(separator: 0x0A).map({ String(decoding: $0, as: UTF8.self) }) {
      let start = String(line.unicodeScalars.drop { $0.properties.isWhitespace })
      let command = commands.first { line.hasPrefix($0) }
      let rest = line.utf8.dropFirst(command?.utf8.count ?? 0)
      if command == nil, start.hasPrefix("::") { faults.append("a forged command: \(line.prefix(100))") }
      for mark in ["##[", "##vso["] where contains(rest, mark) { faults.append("a forged command: \(line.prefix(100))") }
    }
    return faults
  }

  private func contains(_ text: Substring.UTF8View, _ mark: String) -> Bool { text.firstRange(of: Array(mark.utf8)) != nil }

  private var table: [String] {
    var widths: Set<Int> = []
    var (cells, isQuoted, isStart) = (1, false, true)
    var faults: [String] = []
    for byte in text.utf8 {
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

  /// Every `<` begins an element that the report has, and no attribute runs anything.
  private var page: [String] {
    var faults: [String] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: 0x3C) {
      rest = rest[(start + 1)...]
      var isQuoted = false
      guard
        let end = rest.firstIndex(where: { byte in
          if byte == 0x22 { isQuoted.toggle() }
          return byte == 0x3E && !isQuoted
        })
      else { return ["an open tag"] }
      let tag = String(decoding: rest[..<end], as: UTF8.self)
      let name = tag.prefix { $0.isASCII && $0.isLetter || $0 == "/" || $0 == "!" || $0.isNumber }
      if ["script", "img", "iframe", "object", "embed", "form", "input", "base"].contains(name.lowercased()) || name.isEmpty {
        faults.append("<\(tag.prefix(80))>")
      }
      var outside = ""
      for (index, part) in tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated() where index.isMultiple(of: 2) {
        outside += part
      }
      if outside.lowercased().split(separator: " ").contains(where: { $0.hasPrefix("on") && $0.hasSuffix("=") }) {
        faults.append("<\(tag.prefix(80))>")
      }
      if name == "style" {
        rest = rest[end...]
        while !rest.starts(with: "</style>".utf8), !rest.isEmpty { rest = rest.dropFirst() }
      } else {
        rest = rest[end...]
      }
    }
    return faults
  }
}
