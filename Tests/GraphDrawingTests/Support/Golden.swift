// SPDX-License-Identifier: Apache-2.0
import Foundation
import GraphDrawing
import Testing

/// Compares a text with a committed file, byte for byte; `ENTENTE_RECORD=1` writes the file anew.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded; run again without ENTENTE_RECORD")
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  guard text != expected else { return }
  let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
  let difference = pairs.first { $0 != $1 }
  Issue.record(
    "\(name) differs: got \(difference?.0 ?? "other length"), expected \(difference?.1 ?? "")",
    sourceLocation: sourceLocation)
}

enum Graphviz {
  /// Goldens that hold positions are those of one version of the library.
  static let isGoldenVersion = GraphvizLibrary.system.version == "2.43.0"
  static let isPresent = GraphvizLibrary.system.version != nil
}

/// The program with good and bad workers, built beside the tests.
enum WorkerProgram {
  static let path: String = {
    let name = "LayoutWorkerForTests"
    var folders = [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
    if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
      folders.append(bundle.bundleURL.deletingLastPathComponent())
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    folders.append(package.appendingPathComponent(".build/debug"))
    let paths = folders.map { $0.appendingPathComponent(name).path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0]
  }()
}

/// Numbers that are the same in every run (SplitMix64).
struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
