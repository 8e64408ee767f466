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
    .library(name: "GraphDrawing", targets: ["GraphDrawing"]),
  ],
  targets: [
    // Floor 0: what everything else is made of. No dependencies.
    .target(name: "SourceDiagnostics", swiftSettings: houseRules),
    .target(name: "GraphModel", swiftSettings: houseRules),

    // Floor 1: figures. CGraphviz opens libgraphviz at run time; nothing is linked.
    .target(
      name: "CGraphviz", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "GraphDrawing", dependencies: ["CGraphviz"], swiftSettings: houseRules),

    // Tests, one target for each target above.
    .testTarget(
      name: "SourceDiagnosticsTests", dependencies: ["SourceDiagnostics"], swiftSettings: houseRules
    ),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"], swiftSettings: houseRules),
    .testTarget(
      name: "GraphDrawingTests",
      dependencies: ["CGraphviz", "GraphDrawing", "LayoutWorkerForTests"],
      exclude: ["Goldens", "LayoutWorkerForTests"], swiftSettings: houseRules
    ),
    .executableTarget(
      name: "LayoutWorkerForTests", dependencies: ["GraphDrawing"],
      path: "Tests/GraphDrawingTests/LayoutWorkerForTests", swiftSettings: houseRules
    ),
  ],
  swiftLanguageModes: [.v6]
)
