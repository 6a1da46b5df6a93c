/// Where a build service put the repository. Code hosts name files from there, wherever the command runs.
struct Workspace {
  /// A real, absolute path, and not the root of all files.
  private let root: String

  /// The variables by which GitHub, GitLab and Azure tell it.
  private static let variables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"]

  /// The first of those that names a folder. What names none is as good as absent: a wrong variable spoils no check.
  static func current() -> Workspace? {
    for variable in variables {
      if let path = Environment.value(variable), let workspace = Workspace(path) { return workspace }
    }
    return nil
  }

  private init?(_ path: String) {
    do throws(FileSystem.ReadFailure) {
      guard path.hasPrefix("/"), let real = try FileSystem.realPath(path), real != "/", try FileSystem.status(real)?.kind == .folder else {
        return nil
      }
      root = real
    } catch {
      return nil
    }
  }

  /// Files by the names that the user gave them, as seen from the workspace. Links are followed, as code hosts ask; what lies elsewhere keeps the
  /// name that it has and is left out.
  func names(of files: [String]) -> [String: String] {
    var names: [String: String] = [:]
    for file in files {
      do throws(FileSystem.ReadFailure) {
        guard let real = try FileSystem.realPath(file), real != root, Path.isInside(real, root) else { continue }
        let name = Path.relative(real, from: root)
        if name != file { names[file] = name }
      } catch {
        // The check itself tells what cannot be read.
        continue
      }
    }
    return names
  }
}
