internal import ArgumentParser
internal import LeidraadCore
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The process as a whole: its language, its exit codes, its last words.
enum Program {
  /// The version that is released; `CHANGELOG.md` says what is in it.
  static let version = "0.1.0"

  /// The language of the command line itself: `--lang`, else `LEIDRAAD_LANG`, else the locale, else Dutch.
  static let language: Language = {
    let arguments = CommandLine.arguments
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count, let language = Language(tag: arguments[index + 1]) {
      return language
    }
    if let inline = arguments.first(where: { $0.hasPrefix("--lang=") }), let language = Language(tag: inline.dropFirst(7)) {
      return language
    }
    return Environment.value("LEIDRAAD_LANG").flatMap { Language(tag: $0) } ?? localeLanguage ?? .dutch
  }()

  /// Of `LC_ALL`, `LC_MESSAGES` or `LANG`; nil for `C` and the like.
  static let localeLanguage: Language? = {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment.value($0) }.first
    let name = locale?.split(whereSeparator: { "_.@".contains($0) }).first ?? ""
    return name == "C" || name == "POSIX" ? nil : Language(tag: name)
  }()

  /// Runs the command line and ends the process.
  static func run() {
    Signals.install()
    do {
      var command = try command()
      try command.run()
      Program.exit(.requirementMet)
    } catch let code as ExitStatus {
      Program.exit(code)
    } catch let failure as Failure {
      Console.error(failure.message[language])
      Program.exit(.faulty)
    } catch let code as ExitCode where code.rawValue == 0 {
      Program.exit(.requirementMet)
    } catch {
      let text = Leidraad.fullMessage(for: error)
      guard Leidraad.exitCode(for: error) != .success else {
        // Help, version and completions are what was asked for.
        do {
          try StandardOutput.write(text.hasSuffix("\n") ? text : text + "\n")
          Program.exit(.requirementMet)
        } catch {
          Console.error(Failure.cannotWrite(words("de standaarduitvoer", "standard output"), error.reason).message[language])
          Program.exit(.faulty)
        }
      }
      Console.error(text)
      Program.exit(.faulty)
    }
  }

  /// The command that is called. To build the tree of all commands takes longer than to check a file, so the first word is looked for among their
  /// names. The whole is asked where that will not do: it knows about help, versions, completions and mistakes.
  private static func command() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let type = Leidraad.subcommands.first(where: { $0.configuration.commandName == arguments.first }) {
      isOneCommand.store(true, ordering: .relaxed)
      defer { isOneCommand.store(false, ordering: .relaxed) }
      let rest = Array(arguments.dropFirst())
      do { return try type.parseAsRoot(type == Check.self ? ArgumentRun.joined(rest) : rest) } catch {}
    }
    return try Leidraad.parseAsRoot()
  }

  /// Whether the command that is called is parsed without the others.
  private static let isOneCommand = Atomic(false)

  /// How a command is asked for help. Parsed by itself it knows no such names: to make them takes time, and whoever asks is answered by the whole.
  static var helpNames: NameSpecification? { isOneCommand.load(ordering: .relaxed) ? [] : nil }

  static func exit(_ status: ExitStatus) -> Never {
    Temporary.removeAll()
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }
}

/// What an exit code means; no option changes it.
enum ExitStatus: Int32, Error {
  case requirementMet = 0
  case requirementNotMet = 1
  /// The input, policy, configuration or call is faulty, or the tool is.
  case faulty = 2
  case nothingToCheck = 3
  /// Nobody reads the output any more.
  case pipeClosed = 141
}

/// Something that ends a command: its words say what to do.
struct Failure: Error {
  let message: Phrase

  static func cannotWrite(_ name: String, _ reason: String) -> Failure {
    Failure(message: Phrase(nl: "Kan niet schrijven naar \(name): \(reason).", en: "Cannot write to \(name): \(reason)."))
  }
}

/// Words of the command line in the process's language.
func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[Program.language] }

enum Environment {
  /// A variable's value; nil when it is absent or empty.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let value = String(cString: pointer)
    return value.isEmpty ? nil : value
  }

  /// Whether a build service says with a variable that it runs this: `true`, or `True` as Azure writes it.
  static func isOn(_ name: String) -> Bool { value(name)?.lowercased() == "true" }
}

/// The root command.
struct Leidraad: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "leidraad",
      abstract: words(
        "Toetst richtlijnen voor online werken en zegt wat er ontbreekt.", "Checks guidelines for online work and says what is missing."),
      discussion: words(
        """
        Een organisatie schrijft in YAML op wat haar richtlijn regelt. Leidraad vergelijkt die met de aanbevelingen, en zegt per gat waar het zit, \
        waarom het ertoe doet en wat u kunt schrijven.
        """,
        """
        An organisation declares in YAML what its guideline arranges. Leidraad holds it against the recommendations, and says of every gap where it \
        is, why it matters and what to write.
        """),
      version: "leidraad \(Program.version)", subcommands: subcommands)
  }

  /// The one list of commands.
  static let subcommands: [any ParsableCommand.Type] = [
    Check.self, Explain.self, ReviewCommand.self, BaselineCommand.self, PolicyCommand.self, SchemaCommand.self,
  ]
}

/// Many paths as one argument. The parser takes a hundred times as long for ten times as many.
enum ArgumentRun {
  /// What no argument has in it.
  private static let mark: Character = "\0"

  /// With each run of arguments that can be nothing but paths as one: they do not begin with a hyphen, and nothing before them takes a value.
  static func joined(_ arguments: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func endRun() {
      if !run.isEmpty { result.append(run.joined(separator: String(mark))) }
      run = []
    }
    var mayTakeValue = false
    for argument in arguments {
      let isOption = argument.hasPrefix("-")
      if isOption || mayTakeValue {
        endRun()
        result.append(argument)
      } else {
        run.append(argument)
      }
      mayTakeValue = isOption
    }
    endRun()
    return result
  }

  /// The paths as they were given.
  static func split(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.split(separator: mark, omittingEmptySubsequences: false).map(String.init) }
  }
}
