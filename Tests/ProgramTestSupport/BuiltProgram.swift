// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The program `entente` as the build left it beside the tests.
public enum BuiltProgram {
  /// The path of the program, or of the one that `ENTENTE_PROGRAM` names.
  public static let path: String = {
    if let named = ProcessInfo.processInfo.environment["ENTENTE_PROGRAM"] { return named }
    let paths = folders.map { $0.appendingPathComponent("entente").path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0]
  }()

  /// The path of another executable of this package.
  public static func path(of name: String) -> String {
    let paths = folders.map { $0.appendingPathComponent(name).path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0]
  }

  private static var folders: [URL] {
    var folders = [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
    if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
      folders.append(bundle.bundleURL.deletingLastPathComponent())
    }
    return folders + [Repository.file(".build/debug")]
  }
}
