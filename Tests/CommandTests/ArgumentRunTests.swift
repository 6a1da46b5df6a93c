import Testing

@testable import leidraad

/// Many paths are given to the parser as one, and come back as they were.
@Suite struct ArgumentRunTests {
  @Test(arguments: [
    ([], []), (["a"], ["a"]), (["a", "b", "c"], ["a\0b\0c"]), (["a", "--format", "text", "b", "c"], ["a", "--format", "text", "b\0c"]),
    // What follows an option may be its value, and nothing after that.
    (["-q", "a", "b", "c"], ["-q", "a", "b\0c"]), (["--changed", "a"], ["--changed", "a"]),
    (["a", "", "b"], ["a\0\0b"]), (["a", "b", "--", "-c", "d", "e"], ["a\0b", "--", "-c", "d", "e"]), (["-", "a"], ["-", "a"]),
  ])
  func joinsWhatCanOnlyBePaths(arguments: [String], joined: [String]) { #expect(ArgumentRun.joined(arguments) == joined) }

  @Test(arguments: [[], ["a"], [""], ["a", "b", "", "c"], ["", ""]])
  func givesBackWhatItJoined(paths: [String]) { #expect(ArgumentRun.split(ArgumentRun.joined(paths)) == paths) }
}
