#if os(Linux)
  import Foundation
  import Testing

  /// Every call to the system, of every command that reads or writes, is made to fail in turn. What follows is the same outcome as without the fault, or
  /// code 2 and a word about it; files are the old ones or the new ones, and nothing is left beside them.
  @Suite struct TortureTests {
    /// A command that is run over and over.
    struct Command: CustomTestStringConvertible, Sendable {
      let words: String
      /// Runs before, without faults.
      var before = ""

      var testDescription: String { words }
    }

    static let forms = ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "azure", "html", "markdown", "csv", "oscal"]

    static let commands: [Command] =
      [
        Command(words: "check map extra.yaml --policy club.yaml --jobs 1"),
        Command(
          words:
            "check --files-from lijst --policy club.yaml --baseline basis.yaml --review toetsing.yaml --no-regression eerder.json --jobs 1"),
        Command(words: "check - --policy club.yaml --jobs 1"),
        Command(words: "check extra.yaml --policy club.yaml --jobs 1 " + forms.map { "--report \($0)=uit.\($0)" }.joined(separator: " ")),
        Command(words: "check extra.yaml --policy kader --jobs 1"),
        Command(words: "baseline update map --policy club.yaml --baseline basis.yaml"),
        Command(words: "baseline prune map --policy club.yaml --baseline basis.yaml"),
        Command(words: "review extra.yaml --policy club.yaml -o toetsing.yaml"),
        Command(words: "review extra.yaml --policy club.yaml --review toetsing.yaml"),
        Command(words: "policy docs club.yaml --output naslag"),
        Command(words: "policy lint kader"),
        Command(words: "policy test club.yaml"),
        Command(words: "policy show club.yaml --format json"),
        Command(words: "policy diff club.yaml club2.yaml --portfolio map"),
        Command(words: "schema guideline --policy club.yaml"),
        Command(words: "explain S1.1 --policy club.yaml"),
      ] + forms.map { Command(words: "check extra.yaml --policy club.yaml --jobs 1 --format \($0)") }

    @Test(arguments: commands)
    func everyCallFails(command: Command) throws {
      let library = try Self.library.get()
      let folder = try Place()
      try Self.prepare(folder)
      let log = folder.hidden("calls")
      let good = try Self.run(command, in: folder, library, ["FAULT_LOG": log])
      guard case .code(let code) = good.status, code < 2 else {
        Issue.record("without a fault: \(good.status) \(good.errors)")
        return
      }
      let calls = try String(contentsOf: URL(filePath: log), encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ")[1] }
      #expect(calls.count >= 3, "\(calls)")
      for (index, call) in calls.enumerated() {
        let kinds = ["read", "write"].contains(call) ? ["hard", "interrupt", "short"] : call == "open" ? ["hard", "interrupt"] : ["hard"]
        for kind in kinds {
          let outcome = try Self.run(command, in: folder, library, ["FAULT_AT": "\(index + 1)", "FAULT_KIND": kind])
          for fault in outcome.faults(good, isHard: kind == "hard") { Issue.record("call \(index + 1), \(call), \(kind): \(fault)") }
        }
      }
    }

    // MARK: A run

    /// What a run came to, with all files afterwards.
    private struct Run {
      let status: Child.Status
      let output: String
      let errors: String
      let before: [String: [UInt8]]
      let after: [String: [UInt8]]

      func faults(_ good: Run, isHard: Bool) -> [String] {
        let isSame = status == good.status && output == good.output && after == good.after
        if isSame { return [] }
        guard isHard else { return ["another outcome: \(status), \(errors)"] }
        var faults: [String] = []
        for (name, content) in after where content != before[name] && content != good.after[name] && !isWhole(name, content) {
          faults.append("\(name) is neither old nor new")
        }
        for name in before.keys where after[name] == nil { faults.append("\(name) is gone") }
        for name in after.keys where before[name] == nil && good.after[name] == nil { faults.append("\(name) is left over") }
        // Standard errors may be what failed.
        let isTold = !errors.isEmpty || output.contains("[unreadable-file]") || output.contains("unreadable-file")
        let isEvidence = status == good.status && output.contains("evidence-unusable")
        if !isEvidence, !(status == .code(2) && isTold) { faults.append("\(status), and nothing is said: \(output.suffix(300)) \(errors)") }
        return faults
      }

      /// A report on what could be read is a whole one, too.
      private func isWhole(_ name: String, _ content: [UInt8]) -> Bool {
        guard status == .code(2) || output.contains("evidence-unusable") else { return false }
        let form = name.split(separator: ".").last
        if ["json", "sarif", "gitlab", "oscal"].contains(form) { return (try? JSONSerialization.jsonObject(with: Data(content))) != nil }
        return name.hasPrefix("uit.") && content.last == 0x0A
      }
    }

    private static func run(_ command: Command, in place: Place, _ library: String, _ environment: [String: String]) throws -> Run {
      try prepare(place)
      let before = try files(in: place)
      let input = command.words.contains("check -") ? "< extra.yaml" : "< /dev/null"
      let variables = environment.map { "\($0)='\($1)'" }.joined(separator: " ")
      let outcome = try Child.shell("\(variables) LD_PRELOAD='\(library)' exec leidraad \(command.words) \(input)", in: place)
      return Run(status: outcome.status, output: outcome.text, errors: outcome.errors, before: before, after: try files(in: place))
    }

    private static func files(in place: Place) throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for name in place.names {
        var isFolder: ObjCBool = false
        let path = place.folder.appending(path: name).path()
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { files[name] = try place.read(name) }
      }
      return files
    }

    /// The same files before every run.
    private static func prepare(_ place: Place) throws {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place.folder.path())) ?? [] {
        try FileManager.default.removeItem(at: place.folder.appending(path: name))
      }
      let policy = try String(contentsOf: Child.repository.appending(path: "Tests/LeidraadTests/Policies/club.yaml"), encoding: .utf8)
      for name in ["club.yaml", "kader/policy.yaml"] { try place.write(policy, to: name) }
      try place.write(policy.replacing("version: 1.0.0", with: "version: 1.0.1"), to: "club2.yaml")
      let guideline = """
        leidraad: guideline/v1
        policy: club@1
        language: nl
        organisation: {name: NAAM, kind: sports-club}
        chat: {rules: spoken, moderators: 1, topics: [training]}
        evidence:
          - {id: bewijs, title: Bewijs, file: bewijs.md, date: 2026-05-10, supports: {chat.rules: {at: "1", quote: op papier}}}

        """
      for name in ["map/a", "map/b", "extra"] {
        try place.write(guideline.replacing("NAAM", with: "Club \(name.suffix(1))"), to: "\(name).yaml")
      }
      for name in ["bewijs.md", "map/bewijs.md"] { try place.write("Alles staat op papier.\n", to: name) }
      try place.write("/weg.yaml\n", to: "map/.gitignore")
      try place.write("leidraad: config/v1\nlang: nl\n", to: ".leidraad.yaml")
      try place.write("map/a.yaml\nextra.yaml\n", to: "lijst")
      try place.write("leidraad: baseline/v1\ngaps: []\n", to: "basis.yaml")
      try place.write(
        "leidraad: review/v1\npolicy: club@1\nguideline: extra.yaml\nreviewer: {organisation: Gemeente, role: adviseur}\ndate: 2026-10-01\nverdicts: []\n",
        to: "toetsing.yaml")
      try place.write(#"{"guidelines": []}"#, to: "eerder.json")
      for form in forms { try place.write("oud\n", to: "uit.\(form)") }
    }

    /// The library that makes calls fail, compiled once.
    private static let library = Result { try Compiled.path(of: "Faults/faults.c", flags: "-shared -fPIC -ldl") }
  }
#endif
