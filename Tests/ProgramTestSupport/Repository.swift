// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Where the files of this package lie while its tests run.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The text of a file that must be there.
  public static func text(of path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  /// The paths of the files under a folder with an ending, relative to the root, in order.
  public static func files(under folder: String, ending: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: file(folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }
}

/// Whether the tests run to write their expectations anew.
public enum Recording {
  public static let isOn = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"
}
