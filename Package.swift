// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "leidraad",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "leidraad", targets: ["leidraad"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CPolicies"),
    .target(name: "LocatedYAML", dependencies: ["CLibYAML"]),
    .target(name: "LeidraadCore", dependencies: ["LocatedYAML", "CPolicies"]),
    .target(name: "LeidraadRendering", dependencies: ["LeidraadCore", .product(name: "Crypto", package: "swift-crypto")]),
    .executableTarget(
      name: "leidraad",
      dependencies: [
        "LeidraadCore", "LeidraadRendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Writes Sources/CPolicies/snapshots.c; see scripts/generate.
    .executableTarget(name: "compile-policies", dependencies: ["LeidraadCore"]),
    .testTarget(name: "LocatedYAMLTests", dependencies: ["LocatedYAML"], exclude: ["Cases"]),
    .testTarget(
      name: "LeidraadTests",
      dependencies: ["LeidraadCore", "LeidraadRendering", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Golden", "Cases", "Policies"]),
    .testTarget(name: "CommandTests", dependencies: ["leidraad"], exclude: ["Scenarios", "check-policy-json.py"]),
    // What make fuzz feeds with any bytes at all; the tests feed it with what was found.
    .target(
      name: "FuzzTargets",
      dependencies: ["LeidraadCore", "LeidraadRendering", "LocatedYAML", .product(name: "Crypto", package: "swift-crypto")],
      path: "Fuzz/Targets"),
    .testTarget(
      name: "HostileTests", dependencies: ["leidraad", "FuzzTargets", "LeidraadCore"],
      exclude: ["Cases", "Faults", "in-short.py", "measure.c", "read-back.py"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Needs a build with sanitizers, which `make fuzz` makes in a folder of its own.
if Context.environment["LEIDRAAD_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Driver", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

for target in package.targets where target.type != .system {
  var settings = target.swiftSettings ?? []
  if target.type != .plugin {
    settings += [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
  }
  target.swiftSettings = settings
}
