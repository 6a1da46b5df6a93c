internal import FuzzTargets

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What libFuzzer calls with every input. One executable holds all targets; LEIDRAAD_FUZZ_TARGET names the one to run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let faults = target.check(input)
  guard faults.isEmpty else { fatalError("\(target.name): \(faults)") }
  return 0
}

private let target: FuzzTarget = {
  let name = getenv("LEIDRAAD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    fatalError("LEIDRAAD_FUZZ_TARGET is one of: \(FuzzTarget.all.map(\.name))")
  }
  return target
}()
