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

    /// With `--changed`, git is asked what it has stored: git alone, in these words and this environment, and nothing that the repository configures is
    /// run or opened.
    @Test(arguments: ["", "HEAD~1"])
    func changedAsksGitAlone(revision: String) throws {
      let place = try Place()
      let trace = place.hidden("trace")
      let outcome = try Child.shell(
        Self.hostileRepository
          + "strace -f -qq -v -s 4000 -e trace=%file,%network,%process -o '\(trace)' leidraad check repo --changed \(revision) --format jsonl",
        in: place, bounds: .large,
        environment: [
          "HOME": place.folder.appending(path: "thuis").path(), "GIT_DIR": "/etc", "GIT_EXTERNAL_DIFF": "touch kwaad", "GEHEIM": "x",
        ])
      #expect(outcome.status == .code(1), "\(outcome.status): \(outcome.errors)")
      let lines = try String(contentsOf: URL(filePath: trace), encoding: .utf8).split(separator: "\n")
      var asked: [String] = []
      for run in lines.compactMap(Run.init).dropFirst() {
        let words = Array(run.words.prefix(9))
        let fixed = [
          "/usr/bin/git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-C",
        ]
        #expect(run.program == "/usr/bin/git" && words.dropLast() == fixed[...], "\(run.words)")
        #expect(words.last.map { URL(filePath: $0).lastPathComponent } == "repo")
        #expect(Set(run.environment.map { String($0.prefix { $0 != "=" }) }).subtracting(Self.forGit) == [], "\(run.environment)")
        asked.append(run.words.count > 9 ? run.words[9] : "")
      }
      #expect(Set(asked).isSubset(of: ["rev-parse", "merge-base", "ls-tree", "cat-file"]) && asked.contains("ls-tree"), "\(asked)")
      for call in lines.compactMap(Call.init) where ["open", "openat", "creat"].contains(call.name) && call.isDone {
        #expect(isAllowed(call, place), "opened: \(call.arguments)")
        #expect(!call.arguments.contains("O_CREAT"), "made: \(call.arguments)")
      }
      for call in lines.compactMap(Call.init) where Self.network.contains(call.name) { Issue.record("\(call.name): \(call.arguments)") }
      #expect(!place.names.contains { $0.hasSuffix("kwaad") }, "something was run")
    }

    /// The variables that git gets. None of them comes from who calls but the last two, by which git finds what folders its user trusts.
    private static let forGit: Set = [
      "GIT_ALLOW_PROTOCOL", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_NOSYSTEM", "GIT_NO_LAZY_FETCH", "GIT_NO_REPLACE_OBJECTS",
      "GIT_OPTIONAL_LOCKS",
      "GIT_PAGER", "GIT_TERMINAL_PROMPT", "LC_ALL", "PATH", "HOME", "XDG_CONFIG_HOME",
    ]

    /// A repository with two commits, a guideline that has changed, and settings by which git would run whatever it likes.
    private static let hostileRepository = """
      unset GIT_DIR GIT_EXTERNAL_DIFF
      mkdir thuis repo
      printf 'leidraad: guideline/v1\\npolicy: online-work@1\\norganisation: {name: Club, kind: sports-org}\\n' > repo/een.yaml
      cp repo/een.yaml repo/twee.yaml; cp repo/een.yaml repo/weg.yaml
      git="git -C repo -c user.name=a -c user.email=a@example.org"
      git init -q repo && $git add . && $git commit -q -m een && $git commit -q --allow-empty -m twee
      echo '# meer' >> repo/een.yaml; rm repo/weg.yaml
      printf '#!/bin/sh\\ntouch "%s/kwaad"\\n' "$PWD" > kwaad.sh; chmod +x kwaad.sh
      cat >> repo/.git/config << END
      [core]
        fsmonitor = $PWD/kwaad.sh
        hooksPath = $PWD
        pager = $PWD/kwaad.sh
        editor = $PWD/kwaad.sh
        sshCommand = $PWD/kwaad.sh
      [diff]
        external = $PWD/kwaad.sh
      [filter "kwaad"]
        clean = $PWD/kwaad.sh
        smudge = $PWD/kwaad.sh
        process = $PWD/kwaad.sh
      [alias]
        ls-tree = !$PWD/kwaad.sh
        zoek = !$PWD/kwaad.sh
      [remote "origin"]
        url = ext::$PWD/kwaad.sh
        promisor = true
      [extensions]
        partialClone = origin
      END
      echo '* filter=kwaad diff=kwaad' > repo/.gitattributes
      cp kwaad.sh repo/.git/hooks/post-checkout; cp kwaad.sh repo/.git/hooks/reference-transaction
      export GIT_DIR=/etc GIT_EXTERNAL_DIFF="$PWD/kwaad.sh"

      """

    /// A program that was started, with all its words and variables.
    private struct Run {
      let program: String
      let words: [String]
      let environment: [String]

      init?(_ line: Substring) {
        guard let found = line.firstMatch(of: /execve\("([^"]*)", \[(.*?)\], \[(.*?)\]/) else { return nil }
        program = String(found.1)
        words = Run.texts(found.2)
        environment = Run.texts(found.3)
      }

      private static func texts(_ list: Substring) -> [String] { list.matches(of: /"([^"]*)"/).map { String($0.1) } }
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
        guard let open = rest.firstIndex(of: "("), let end = rest.range(of: " = ", options: .backwards), open < end.lowerBound
        else { return nil }
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
