// swift-tools-version:6.1
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Every target is held to the same rules: explicit existentials, visible imports, and imports
/// that stay internal unless a public signature needs them.
let houseRules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "entente",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "GraphModel", targets: ["GraphModel"]),
  ],
  dependencies: [
    // Only tests use it: a second opinion on what YAML means.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    // Floor 0: what everything else is made of. No dependencies.
    .target(name: "SourceDiagnostics", swiftSettings: houseRules),
    .target(name: "GraphModel", swiftSettings: houseRules),

    // What the tests share.
    .target(
      name: "GraphTestSupport",
      dependencies: ["SourceDiagnostics"],
      path: "Tests/GraphTestSupport",
      swiftSettings: houseRules),

    // Floor 1: datasets and other formats.
    .target(
      name: "GraphFormats", dependencies: ["GraphModel", "SourceDiagnostics"],
      swiftSettings: houseRules
    ),

    // Tests, one target for each target above.
    .testTarget(
      name: "SourceDiagnosticsTests", dependencies: ["SourceDiagnostics", "GraphTestSupport"],
      swiftSettings: houseRules
    ),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"], swiftSettings: houseRules),
    .testTarget(
      name: "GraphFormatsTests",
      dependencies: ["GraphFormats", "GraphModel", "SourceDiagnostics", "GraphTestSupport", "Yams"],
      swiftSettings: houseRules
    ),
  ],
  swiftLanguageModes: [.v6]
)
