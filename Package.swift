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
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["EntenteCLI"]),
    .library(name: "Entente", targets: ["Entente"]),
    .library(name: "GraphModel", targets: ["GraphModel"]),
    .library(name: "GraphAlgorithms", targets: ["GraphAlgorithms"]),
    .library(name: "GraphFormats", targets: ["GraphFormats"]),
    .library(name: "GraphDrawing", targets: ["GraphDrawing"]),
    .library(name: "CypherSyntax", targets: ["CypherSyntax"]),
    .library(name: "QueryEngine", targets: ["QueryEngine"]),
    .library(name: "GraphReports", targets: ["GraphReports"]),
    .library(name: "SourceDiagnostics", targets: ["SourceDiagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Only tests use it: a second opinion on what YAML means.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0: what everything else is made of. No dependencies but a hint to the processor.
    .target(name: "SourceDiagnostics", swiftSettings: houseRules),
    .target(name: "GraphModel", dependencies: ["CPrefetch"], swiftSettings: houseRules),

    // Floor 1: the text of queries, which knows nothing of graphs.
    .target(name: "CypherSyntax", dependencies: ["SourceDiagnostics"], swiftSettings: houseRules),

    // A hint to the processor that Swift has no word for.
    .target(name: "CPrefetch"),

    // Calls of the system that Swift does not see.
    .target(name: "CSystemCalls"),

    // Floor 1: algorithms, formats, figures. CGraphviz opens libgraphviz at run time; nothing is
    // linked.
    .target(
      name: "GraphAlgorithms", dependencies: ["CPrefetch", "GraphModel"], swiftSettings: houseRules),
    .target(
      name: "GraphFormats", dependencies: ["CSystemCalls", "GraphModel", "SourceDiagnostics"],
      swiftSettings: houseRules),
    .target(name: "CGraphviz"),
    .target(
      name: "GraphDrawing", dependencies: ["CGraphviz", "CSystemCalls", "SourceDiagnostics"],
      swiftSettings: houseRules),

    // Floor 2: the query language, bound, planned and run.
    .target(
      name: "QueryEngine",
      dependencies: ["CypherSyntax", "GraphAlgorithms", "GraphModel", "SourceDiagnostics"],
      swiftSettings: houseRules),

    // Floor 3: answers as text, tables, JSON and figures, and briefs. CMarkdown opens libcmark-gfm
    // at run time; nothing is linked.
    .target(name: "CMarkdown"),
    .target(
      name: "GraphReports",
      dependencies: [
        "CMarkdown", "GraphModel", "GraphAlgorithms", "GraphFormats", "GraphDrawing", "QueryEngine",
        "SourceDiagnostics",
      ],
      swiftSettings: houseRules),

    // Floor 0: a page for browsers on this machine, while its author works on it.
    .target(name: "PagePreview", dependencies: ["CSystemCalls"], swiftSettings: houseRules),

    // Floor 4: the program. CLineEditing opens libedit at run time; nothing is linked.
    .target(name: "CLineEditing"),
    .executableTarget(
      name: "EntenteCLI",
      dependencies: [
        "CLineEditing", "CSystemCalls", "CypherSyntax", "GraphModel", "GraphAlgorithms",
        "GraphFormats", "GraphDrawing", "GraphReports", "PagePreview", "QueryEngine",
        "SourceDiagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),

    // Beside the floors: all of them under one name, and an example of their use.
    .target(
      name: "Entente",
      dependencies: [
        "CypherSyntax", "GraphModel", "GraphAlgorithms", "GraphFormats", "GraphDrawing",
        "GraphReports", "QueryEngine", "SourceDiagnostics",
      ],
      swiftSettings: houseRules),
    .executableTarget(
      name: "LibraryExample", dependencies: ["Entente"], path: "Examples/Library",
      swiftSettings: houseRules),
    .executableTarget(
      name: "DatasetExample", dependencies: ["Entente"], path: "Examples/Dataset",
      swiftSettings: houseRules),
    .executableTarget(
      name: "QueryExample", dependencies: ["Entente"], path: "Examples/Query",
      swiftSettings: houseRules),
    .executableTarget(
      name: "ReportExample", dependencies: ["Entente"], path: "Examples/Report",
      swiftSettings: houseRules),

    // What the tests share.
    .target(
      name: "GraphTestSupport", dependencies: ["SourceDiagnostics"],
      path: "Tests/GraphTestSupport", swiftSettings: houseRules),
    .target(
      name: "ProgramTestSupport", path: "Tests/ProgramTestSupport", swiftSettings: houseRules),

    // The scenarios of openCypher: what reads, runs and judges them, and a program for Scripts/tck.
    .target(
      name: "ScenarioRunning", dependencies: ["CypherSyntax", "GraphModel", "QueryEngine"],
      path: "Tests/ScenarioRunning", swiftSettings: houseRules),
    .executableTarget(
      name: "ScenarioRunner", dependencies: ["ScenarioRunning"], path: "Tests/ScenarioRunner",
      exclude: ["ratchet.txt"], swiftSettings: houseRules),
    .testTarget(
      name: "ScenarioRunningTests",
      dependencies: ["GraphModel", "ScenarioRunning"], swiftSettings: houseRules),

    // Tests, one target for each target above.
    .testTarget(
      name: "SourceDiagnosticsTests", dependencies: ["SourceDiagnostics", "GraphTestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "PagePreviewTests", dependencies: ["PagePreview", "ProgramTestSupport"],
      swiftSettings: houseRules),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"], swiftSettings: houseRules),
    .testTarget(
      name: "GraphFormatsTests",
      dependencies: [
        "GraphFormats", "GraphModel", "SourceDiagnostics", "GraphTestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "GraphAlgorithmsTests",
      dependencies: ["GraphAlgorithms", "GraphModel", "GraphTestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "CypherSyntaxTests",
      dependencies: ["CypherSyntax", "SourceDiagnostics", "GraphTestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "QueryEngineTests",
      dependencies: [
        "QueryEngine", "CypherSyntax", "GraphAlgorithms", "GraphModel", "GraphTestSupport",
        "ProgramTestSupport", "SourceDiagnostics",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "GraphDrawingTests",
      dependencies: [
        "CGraphviz", "GraphDrawing", "GraphTestSupport", "LayoutWorkerForTests",
        "SourceDiagnostics",
      ],
      exclude: ["Goldens", "LayoutWorkerForTests"], swiftSettings: houseRules),
    .executableTarget(
      name: "LayoutWorkerForTests", dependencies: ["GraphDrawing"],
      path: "Tests/GraphDrawingTests/LayoutWorkerForTests", swiftSettings: houseRules),
    .testTarget(
      name: "GraphReportsTests",
      dependencies: [
        "GraphReports", "GraphModel", "GraphAlgorithms", "GraphDrawing", "GraphFormats",
        "GraphTestSupport", "SourceDiagnostics",
      ],
      exclude: ["Briefs/Goldens"], swiftSettings: houseRules),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "EntenteCLI", "ProgramTestSupport", "GraphDrawing", "GraphReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixtures", "Goldens"], swiftSettings: houseRules),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["ProgramTestSupport", "GraphDrawing", "GraphReports"],
      swiftSettings: houseRules),
  ],
  swiftLanguageModes: [.v6]
)
