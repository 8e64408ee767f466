// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphReports

/// The folder of a brief, which nothing that the brief names may leave.
struct BriefFolder: Sendable {
  private let path: String

  /// - Parameter brief: the path of the brief.
  init(of brief: String) {
    path = Platform.folder(of: brief)
  }

  /// The path of a file or folder that the brief names, from the working folder.
  /// - Throws: a fault when it lies elsewhere, or links lead out of the folder.
  func path(of name: String) throws(BriefFault) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !name.contains("\0"), !parts.contains("..") else {
      throw Self.outside(name)
    }
    let joined = path == "." ? name : path == "/" ? "/\(name)" : "\(path)/\(name)"
    // What is not there leads nowhere.
    guard let real = Platform.realPath(joined) else { return joined }
    guard let own = Platform.realPath(path), real.hasPrefix(own == "/" ? "/" : "\(own)/") else {
      throw Self.outside(name)
    }
    return joined
  }

  /// The graph that the front matter names: a path in the folder, or the name of a dataset under
  /// `Graphs/` of the folder or the nearest above it.
  func graph(_ name: String) throws(BriefFault) -> String {
    let inside = try path(of: name)
    if FileSystem.exists(inside) { return inside }
    if !name.contains("/"), !name.hasPrefix("."), var folder = Platform.realPath(path) {
      while true {
        let dataset = "\(folder == "/" ? "" : folder)/Graphs/\(name)"
        if FileSystem.exists("\(dataset)/graph.yaml") { return dataset }
        guard folder != "/" else { break }
        folder = Platform.folder(of: folder)
      }
    }
    throw BriefFault(
      "the brief names the graph '\(name)', which is not there",
      help: "name a path in the folder of the brief, or a dataset under Graphs/ above it")
  }

  private static func outside(_ name: String) -> BriefFault {
    BriefFault(
      "'\(name)' leads out of the folder of the brief", help: "put a copy beside the brief")
  }
}
