internal import LeidraadCore
internal import LeidraadRendering
internal import LocatedYAML

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a check is run with: options first, then `LEIDRAAD_*` variables, then `.leidraad.yaml`, then what is usual.
struct Settings {
  let policy: Policy
  /// As it was asked for: a name or a path.
  let policyName: String
  /// Nil: each report follows its guideline.
  let language: Language?
  let asOf: CivilDate
  let assurance: Assessment.Assurance
  let literalOnly: Bool
  let requirement: Requirement
  let renderer: Renderer
  let reports: [(renderer: Renderer, path: String)]
  /// Where a step of GitHub Actions leaves its summary and its outputs; nil in another format than `github`, and elsewhere.
  let stepSummaryPath: String?
  let stepOutputPath: String?
  /// Nil where no build service says where it put the repository.
  let workspace: Workspace?
  let reviews: [String]
  /// Nil without `--baseline`.
  let baselinePath: String?
  let show: Run.Show
  let sarifScope: Run.SARIFScope
  let hasByteOrderMark: Bool
  let isColored: Bool
  let exitZero: Bool
  let gate: Gate
  let isQuiet: Bool

  init(_ options: CheckOptions) throws {
    let (configuration, diagnostics) = try Configuration.find()
    try Settings.stop(at: diagnostics)
    func setting(_ option: String?, _ variable: String, _ configured: String? = nil) -> String? {
      option ?? Environment.value("LEIDRAAD_\(variable)") ?? configured
    }
    policyName = setting(options.policy, "POLICY", configuration.policy) ?? BuiltInPolicies.standard
    policy = try PolicyLocator.load(policyName)
    language = try setting(options.lang, "LANG", configuration.language?.tag).map { try Settings.language($0) }
    asOf = try setting(options.asOf, "AS_OF").map { try Settings.date($0) } ?? Settings.sourceDate() ?? Settings.today()
    assurance = try Settings.choice(setting(options.assurance, "ASSURANCE", configuration.assurance?.rawValue), "--assurance") ?? .declared
    literalOnly = try Settings.choice(setting(options.basis, "BASIS", configuration.basis?.rawValue), "--basis") == Basis.literal
    let band = Setting(options.require, "require", variable: "REQUIRE", configuration.require)
    let score = Setting(options.minimumScore, "min-score", variable: "MIN_SCORE", configuration.minimumScore)
    requirement = try Settings.requirement(policy, band: band, score: score)
    renderer = try Setting(options.format, "format", variable: "FORMAT", configuration.format).map(Settings.standardRenderer) ?? .text
    let isStep = renderer.name == Renderer.github.name
    stepSummaryPath = isStep ? Environment.value("GITHUB_STEP_SUMMARY") : nil
    stepOutputPath = isStep ? Environment.value("GITHUB_OUTPUT") : nil
    workspace = Workspace.current()
    reports = try options.report.map { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw Failure(
          message: Phrase(nl: "--report heeft de vorm vorm=bestand, niet “\(text)”.", en: "--report takes format=path, not “\(text)”."))
      }
      return (try Settings.renderer(String(parts[0])), String(parts[1]))
    }
    reviews = options.review.isEmpty ? Environment.value("LEIDRAAD_REVIEW").map { [$0] } ?? configuration.reviews : options.review
    show = try Settings.choice(setting(options.show, "SHOW"), "--show") ?? .brief
    sarifScope = try Settings.choice(setting(options.sarifScope, "SARIF_SCOPE"), "--sarif-scope") ?? .failures
    hasByteOrderMark = options.hasByteOrderMark
    isColored = try Settings.isColored(setting(options.color, "COLOR"))
    baselinePath = options.baseline
    exitZero = options.exitZero
    gate = try Gate(options, asksVerdict: band != nil || score != nil, assurance: assurance)
    isQuiet = options.isQuiet
  }

  /// Every form in which the report is written.
  var renderers: [Renderer] { [renderer] + reports.map(\.renderer) + (stepSummaryPath == nil ? [] : [.markdown]) }

  /// Faults in a configuration or policy are printed like any others and end the command.
  static func stop(at diagnostics: [Diagnostic]) throws {
    guard !diagnostics.isEmpty else { return }
    let problems = Report(file: "", language: Program.language, diagnostics: diagnostics, policy: "", digest: sha256)
    let run = Run(
      version: Program.version, language: Program.language, asOf: today(), assurance: .declared, policy: .none, width: 80, isColored: false)
    for line in Renderer.text.render([problems], run).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      Console.line(String(line))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.faulty }
  }

  // MARK: Values

  static func language(_ tag: String) throws -> Language {
    guard let language = Language(tag: tag) else {
      throw Failure(
        message: Phrase(nl: "“\(tag)” is geen taalcode zoals nl of en.", en: "“\(tag)” is not a language code such as nl or en."))
    }
    return language
  }

  static func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(iso: text.utf8) else {
      throw Failure(
        message: Phrase(
          nl: "“\(text)” is geen datum. Schrijf jaar-maand-dag, zoals 2026-05-10.",
          en: "“\(text)” is not a date. Write year-month-day, such as 2026-05-10."))
    }
    return date
  }

  /// For builds that must come out the same on any day; see reproducible-builds.org.
  static func sourceDate() throws -> CivilDate? {
    guard let text = Environment.value("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), let date = CivilDate(dayNumber: seconds / 86_400) else {
      throw Failure(
        message: Phrase(nl: "SOURCE_DATE_EPOCH is geen getal: “\(text)”.", en: "SOURCE_DATE_EPOCH is not a number: “\(text)”."))
    }
    return date
  }

  /// The day in the machine's time zone.
  static func today() -> CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CivilDate(checkedYear: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? .distantPast
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(_ text: String?, _ option: String) throws -> Choice?
  where Choice.RawValue == String {
    guard let text else { return nil }
    guard let choice = Choice(rawValue: text) else { throw unknown(text, option, Choice.allCases.map(\.rawValue)) }
    return choice
  }

  /// `auto` writes what the build service that runs this reads, and text elsewhere.
  static let automatic = "auto"

  /// What may be said with `--format`.
  static let formats = Renderer.all.map(\.name) + [automatic]

  private static func standardRenderer(_ form: Setting) throws -> Renderer {
    guard form.text == automatic else {
      guard let renderer = Renderer.named(form.text) else { throw unknown(form.text, form.name, formats) }
      return renderer
    }
    if Environment.isOn("GITHUB_ACTIONS") { return .github }
    if Environment.isOn("GITLAB_CI") { return .gitlab }
    return Environment.isOn("TF_BUILD") ? .azure : .text
  }

  private static func renderer(_ name: String) throws -> Renderer {
    guard let renderer = Renderer.named(name) else { throw unknown(name, "--report", Renderer.all.map(\.name)) }
    return renderer
  }

  private static func requirement(_ policy: Policy, band: Setting?, score: Setting?) throws -> Requirement {
    var requirement = Requirement(band: policy.require)
    if let band {
      guard let index = policy.bands.firstIndex(where: { $0.id == band.text }) else {
        throw unknown(band.text, band.name, policy.bands.map(\.id))
      }
      requirement.band = index
    }
    if let score {
      // A half is no score of one half, and nobody means it so.
      guard !score.text.contains("/"), let number = Fraction(score.text), number <= Fraction(100) else {
        // In Dutch one writes a comma.
        let meant = score.text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
        let isComma = meant != score.text && Fraction(meant).map { $0 <= Fraction(100) } ?? false
        throw Failure(
          message: Phrase(
            nl:
              "\(score.name) is een getal van 0 tot en met 100, niet “\(score.text)”.\(isComma ? " Schrijf een punt: \(meant)." : "")",
            en: "\(score.name) is a number from 0 to 100, not “\(score.text)”.\(isComma ? " Write a point: \(meant)." : "")"))
      }
      requirement.minimumScore = number
    }
    return requirement
  }

  static func unknown(_ text: String, _ option: String, _ known: [String]) -> Failure {
    let list = known.joined(separator: ", ")
    let meant = nearest(to: text, among: known)
    return Failure(
      message: Phrase(
        nl: "\(option) kent “\(text)” niet. \(meant.map { "Bedoelt u “\($0)”? " } ?? "")Kies uit: \(list).",
        en: "\(option) does not know “\(text)”. \(meant.map { "Did you mean “\($0)”? " } ?? "")Choose from: \(list)."))
  }

  /// `--color`, then `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`, then `CLICOLOR`, then the terminal.
  static func isColored(_ option: String?) throws -> Bool {
    switch option {
    case "always": return true
    case "never": return false
    case "auto", nil: break
    case let other?: throw unknown(other, "--color", ["always", "never", "auto"])
    }
    if Environment.value("NO_COLOR") != nil { return false }
    if ["FORCE_COLOR", "CLICOLOR_FORCE"].contains(where: { Environment.value($0).map { $0 != "0" } ?? false }) { return true }
    if Environment.value("CLICOLOR") == "0" { return false }
    return StandardOutput.isTerminal && Environment.value("TERM") != "dumb"
  }
}

/// A text that decides something, and how a message names where it was written.
private struct Setting {
  let text: String
  /// `--require`, `LEIDRAAD_REQUIRE`, `.leidraad.yaml:2:10: require`.
  let name: String

  /// The option, else the variable, else the configuration; nil where there is none.
  init?(_ option: String?, _ key: String, variable: String, _ configured: Configuration.Text?) {
    let variable = "LEIDRAAD_\(variable)"
    if let option {
      (text, name) = (option, "--\(key)")
    } else if let value = Environment.value(variable) {
      (text, name) = (value, variable)
    } else if let configured {
      let start = configured.place.start
      (text, name) = (configured.text, "\(configured.place.file):\(start.line):\(start.column): \(key)")
    } else {
      return nil
    }
  }
}

/// Finds policies: those in the binary by name, others by their path.
enum PolicyLocator {
  static func load(_ name: String) throws -> Policy {
    if let policy = BuiltInPolicies.policy(name) { return policy }
    let loading = try loading(name)
    if loading.policy == nil || loading.diagnostics.contains(where: { $0.severity == .error }) {
      try Settings.stop(at: loading.diagnostics)
    }
    guard let policy = loading.policy else { throw unreadable(name) }
    return policy
  }

  /// A policy with the files it was read from and all that was found in them.
  static func loading(_ name: String) throws -> PolicyLoading {
    let (files, sibling) = try self.files(name)
    return try Policy.load(files) { id in try BuiltInPolicies.files(of: id) ?? sibling(id) }
  }

  /// The files and folders of a policy on disk, and of those that it extends; none for one in the binary.
  static func sources(_ name: String) throws -> (files: [String], folders: [String]) {
    if BuiltInPolicies.policy(name) != nil { return ([], []) }
    let (own, sibling) = try files(name)
    var files = own.map(\.name)
    var folders = try status(name)?.kind == .folder ? [name] : []
    _ = try Policy.load(own) { id in
      if let builtIn = BuiltInPolicies.files(of: id) { return builtIn }
      let found = try sibling(id)
      files += found?.map(\.name) ?? []
      folders.append(Path.joined(Path.folder(of: name), id))
      return found
    }
    return (files, folders)
  }

  static func unreadable(_ name: String) -> Failure {
    Failure(message: Phrase(nl: "Het beleidskader “\(name)” kan niet worden gelezen.", en: "The policy “\(name)” cannot be read."))
  }

  /// The files of a policy, and how to find the one that it extends.
  static func files(_ name: String) throws -> ([PolicyFile], (String) throws -> [PolicyFile]?) {
    if let files = BuiltInPolicies.files(of: name) { return (files, { _ in nil }) }
    guard let status = try status(name), status.kind != .other else {
      let meant = nearest(to: name, among: BuiltInPolicies.ids)
      let known = BuiltInPolicies.ids.joined(separator: ", ")
      throw Failure(
        message: Phrase(
          nl:
            "Er is geen beleidskader “\(name)”. \(meant.map { "Bedoelt u “\($0)”? " } ?? "")Ingebouwd: \(known); of noem een bestand of map.",
          en: "There is no policy “\(name)”. \(meant.map { "Did you mean “\($0)”? " } ?? "")Built in: \(known); or name a file or folder."))
    }
    let beside = Path.folder(of: name)
    let sibling = { (id: String) throws -> [PolicyFile]? in
      guard Policy.isIdentifier(id) else { return nil }
      let folder = Path.joined(beside, id)
      if try Self.status(folder)?.kind == .folder { return try read(folder: folder) }
      return try Self.status(folder + ".yaml") == nil ? nil : [try read(folder + ".yaml")]
    }
    return (status.kind == .folder ? try read(folder: name) : [try read(name)], sibling)
  }

  /// Folders without links and dots; those that are not there are left out.
  static func realPaths(_ folders: [String]) throws(Failure) -> [String] {
    var paths: [String] = []
    for folder in folders {
      do {
        if let path = try FileSystem.realPath(folder) { paths.append(path) }
      } catch {
        throw cannotRead(folder, error)
      }
    }
    return paths
  }

  /// What is at a path of a policy; nil when there is nothing.
  private static func status(_ path: String) throws(Failure) -> FileSystem.Status? {
    do {
      return try FileSystem.status(path)
    } catch {
      throw cannotRead(path, error)
    }
  }

  private static func read(folder: String) throws -> [PolicyFile] {
    var files: [PolicyFile] = []
    var folders = [(folder, 0)]
    let root = try realPaths([folder]).first
    while let (current, depth) = folders.popLast() {
      do {
        for name in try FileSystem.names(in: current) where !name.hasPrefix(".") {
          let path = Path.joined(current, name)
          if try FileSystem.isLink(path) {
            // A policy is what lies in its folder: no link brings other folders in, or the same one again.
            guard let root, let real = try FileSystem.realPath(path), Path.isInside(real, root), try FileSystem.status(path)?.kind == .file
            else {
              throw Failure(
                message: Phrase(
                  nl: "\(path): deze link leidt uit het beleidskader of naar een map, en is niet gevolgd.",
                  en: "\(path): this link leads out of the policy or to a folder, and was not followed."))
            }
          }
          if try FileSystem.status(path)?.kind == .folder, depth < 4 {
            folders.append((path, depth + 1))
          } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            files.append(try read(path))
          }
        }
      } catch let error as FileSystem.ReadFailure {
        throw cannotRead(current, error)
      }
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func read(_ path: String) throws -> PolicyFile {
    do {
      return PolicyFile(name: path, bytes: try FileSystem.read(path, limit: Limits.policy.bytes))
    } catch {
      throw cannotRead(path, error)
    }
  }

  private static func cannotRead(_ path: String, _ failure: FileSystem.ReadFailure) -> Failure {
    let why = failure.phrase
    return Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
  }
}

extension FileSystem.ReadFailure {
  /// Why a file could not be read, as a sentence.
  var phrase: Phrase {
    switch self {
    case .missing: Phrase(nl: "Dit bestand bestaat niet.", en: "This file does not exist.")
    case .notAFile: Phrase(nl: "Dit is geen gewoon bestand.", en: "This is not a plain file.")
    case .tooLarge(let limit):
      Phrase(nl: "Dit bestand is te groot: meer dan \(limit / 1024) KiB.", en: "This file is too large: more than \(limit / 1024) KiB.")
    case .failed(let reason): Phrase(nl: "Dit bestand kan niet worden gelezen: \(reason).", en: "This file cannot be read: \(reason).")
    }
  }
}
