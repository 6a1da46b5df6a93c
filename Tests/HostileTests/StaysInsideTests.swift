#if os(Linux)
  import Foundation
  import Testing

  /// Under strace: a check opens nothing but what it was given and what belongs to the repositories of those files, no socket, and runs nothing.
  @Suite struct StaysInsideTests {
    /// What the system itself opens at every start, and why.
    private static let system: [(prefix: String, why: String)] = [
      ("/etc/ld.so.cache", "where the loader finds libraries"), ("/etc/ld.so.preload", "the loader looks for it"),
      ("/lib/", "libraries"), ("/lib64/", "libraries"), ("/usr/lib/", "libraries, and the C library's tables of characters"),
      ("/usr/share/zoneinfo/", "what day it is"), ("/etc/localtime", "what day it is"),
      ("/proc/self/", "the runtime looks at its own memory"), ("/sys/fs/cgroup/", "how many cores there are"),
      ("/sys/devices/system/cpu/", "how many cores there are"), ("/sys/kernel/mm/", "how large a page is"), ("/dev/null", "no input"),
      ("/proc/sys/vm/overcommit_memory", "how memory for threads is given"), ("/proc/stat", "how many cores there are"),
      ("/proc/cpuinfo", "how many cores there are"),
    ]

    private static let reading = """
      evidence:
        - {id: goed, title: A, file: bewijs.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: op papier}}}
        - {id: boven, title: B, file: ../../geheim.md, date: 2026-05-10, supports: {accounts: "1"}}
        - {id: vol, title: C, file: /etc/hostname, date: 2026-05-10, supports: {accounts: "1"}}
        - {id: link, title: D, file: link.md, date: 2026-05-10, supports: {accounts: "1"}}
        - {id: apparaat, title: E, file: /dev/zero, date: 2026-05-10, supports: {accounts: "1"}}
        - {id: adres, title: F, url: "http://127.0.0.1:9/bewijs", date: 2026-05-10, supports: {accounts: "1"}}
        - {id: bestand, title: G, file: "file:///etc/passwd", date: 2026-05-10, supports: {accounts: "1"}}

      """

    @Test(arguments: [
      "check repo/partner/richtlijn.yaml",
      "check repo --jobs 2 --format json",
      "check --files-from lijst",
      "check - < repo/partner/richtlijn.yaml",
      "check repo/partner/richtlijn.yaml --review toetsing.yaml --baseline basis.yaml --no-regression eerder.json",
      "check repo/partner/richtlijn.yaml --report html=uit.html --report sarif=uit.sarif --report csv=uit.csv",
      "check repo/partner/richtlijn.yaml --policy kader",
      "baseline update repo --baseline nieuw.yaml",
      "review repo/partner/richtlijn.yaml -o nieuw.yaml",
      "policy lint kader",
      "explain B2.14",
    ])
    func opensNothingElse(command: String) throws {
      let place = try Place()
      try Self.prepare(place)
      let trace = place.hidden("trace")
      let outcome = try Child.shell(
        "strace -f -qq -s 400 -e trace=%file,%network,%process -o '\(trace)' leidraad \(command)", in: place, bounds: .large)
      guard case .code(let code) = outcome.status, code <= 2, !outcome.errors.contains("strace:") else {
        Issue.record("\(outcome.status): \(outcome.errors)")
        return
      }
      let calls = try String(contentsOf: URL(filePath: trace), encoding: .utf8).split(separator: "\n").compactMap(Call.init)
      #expect(calls.contains { $0.name == "openat" && $0.isDone }, "strace saw nothing")
      var programs = 0
      for call in calls {
        switch call.name {
        case "execve": programs += 1
        case "clone", "clone3": #expect(call.arguments.contains("CLONE_THREAD"), "a process: \(call.arguments)")
        case "fork", "vfork": Issue.record("a process: \(call.name)")
        case "open", "openat", "creat": if call.isDone { #expect(isAllowed(call, place), "opened: \(call.arguments)") }
        case let name where Self.network.contains(name): Issue.record("\(name): \(call.arguments)")
        default:
          // Where a guideline's own words lead out, not even whether there is something is looked at.
          for secret in ["geheim", "hostname", "/dev/zero", "passwd"] where call.arguments.contains(secret) && !call.isOfLink {
            Issue.record("looked at: \(call.name) \(call.arguments)")
          }
        }
      }
      #expect(programs == 1, "\(programs) programs")
    }

    private static let network: Set = [
      "socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "recvfrom", "recvmsg", "socketpair", "getsockname",
    ]

    private func isAllowed(_ call: Call, _ place: Place) -> Bool {
      guard let path = call.path else { return false }
      if path.hasSuffix("geheim.md") || path.contains("/etc/hostname") { return false }
      let own = place.folder.path()
      let real = URL(filePath: own).resolvingSymlinksInPath().path()
      return !path.hasPrefix("/") && !path.hasPrefix("..") || path.hasPrefix(own) || path.hasPrefix(real)
        || path.hasPrefix(Child.products.path())
        || path.contains("/swift/") && path.contains(".so") || Self.system.contains { path.hasPrefix($0.prefix) }
    }

    /// A line of strace: `PID name(arguments) = result`.
    private struct Call {
      let name: String
      let arguments: String
      let isDone: Bool

      init?(_ line: Substring) {
        let rest = line.drop { $0.isNumber || $0 == " " }
        guard let open = rest.firstIndex(of: "("), let end = rest.range(of: " = ", options: .backwards) else { return nil }
        name = String(rest[..<open])
        arguments = String(rest[open..<end.lowerBound])
        isDone = !rest[end.upperBound...].hasPrefix("-1")
      }

      /// The first text in quotes.
      var path: String? {
        let parts = arguments.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : nil
      }

      /// Following a link of the repository comes past where it leads.
      var isOfLink: Bool {
        name == "readlink" || name == "readlinkat" || name == "lstat" || name == "newfstatat" && arguments.contains("AT_SYMLINK_NOFOLLOW")
      }
    }

    private static func prepare(_ place: Place) throws {
      let guideline = """
        leidraad: guideline/v1
        policy: online-work@1
        organisation: {name: Club, kind: sports-org}
        accounts: {policy: organisation-only}

        """
      try place.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
      try place.write(guideline + reading, to: "repo/partner/richtlijn.yaml")
      try place.write(guideline, to: "repo/partner/ander.yaml")
      try place.write("Het staat op papier.\n", to: "repo/partner/bewijs.md")
      try place.write("geheim\n", to: "geheim.md")
      try FileManager.default.createSymbolicLink(
        atPath: place.folder.appending(path: "repo/partner/link.md").path(), withDestinationPath: "../../geheim.md")
      try place.write("repo/partner/richtlijn.yaml\n", to: "lijst")
      try place.write("leidraad: baseline/v1\ngaps: []\n", to: "basis.yaml")
      try place.write(#"{"guidelines": []}"#, to: "eerder.json")
      try place.write("leidraad: config/v1\nlang: nl\n", to: ".leidraad.yaml")
      try place.write(
        "leidraad: review/v1\npolicy: online-work@1\nguideline: repo/partner/richtlijn.yaml\nreviewer: {organisation: Gemeente, role: adviseur}\ndate: 2026-10-01\nverdicts: []\n",
        to: "toetsing.yaml")
      let source = Child.repository.appending(path: "policies/online-work")
      try FileManager.default.copyItem(at: source, to: place.folder.appending(path: "kader"))
    }
  }
#endif
