// swift-tools-version:6.1
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Measurements live in a package of their own, so that nobody who uses the library builds them.
let package = Package(
  name: "entente-benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "entente-bench", targets: ["EntenteBench"])],
  dependencies: [.package(name: "entente", path: "..")],
  targets: [
    .target(
      name: "GraphFolder",
      dependencies: [.product(name: "GraphModel", package: "entente")]),
    .executableTarget(
      name: "storage-benchmark",
      dependencies: ["GraphFolder", .product(name: "GraphModel", package: "entente")],
      path: "Sources/StorageBenchmark"),
    .executableTarget(
      name: "EntenteBench",
      dependencies: [
        "GraphFolder", .product(name: "GraphModel", package: "entente"),
        .product(name: "GraphAlgorithms", package: "entente"),
        .product(name: "GraphFormats", package: "entente"),
        .product(name: "QueryEngine", package: "entente"),
      ]),
    .executableTarget(
      name: "kernel-benchmark",
      dependencies: [
        .product(name: "GraphModel", package: "entente"),
        .product(name: "GraphAlgorithms", package: "entente"),
      ],
      path: "Sources/KernelBenchmark"),
    .executableTarget(
      name: "render-benchmark",
      dependencies: [.product(name: "GraphDrawing", package: "entente")],
      path: "Sources/RenderBenchmark"),
  ],
  swiftLanguageModes: [.v6]
)
