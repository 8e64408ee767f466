// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// The states of some files, by which it is noticed that one of them has changed, come or gone.
///
/// Times of change and sizes are compared, which every system has; nothing is read.
struct FileStamps: Equatable {
  private var states: [String: FileState] = [:]

  /// Files in folders are looked at when they have one of these endings.
  private static let endings = [".yaml", ".yml", ".csv", ".gql", ".css", ".cypher", ".json"]

  /// - Parameter paths: files, and folders that are looked through.
  init(of paths: [String]) {
    for path in paths {
      guard FileSystem.isFolder(path) else {
        states[path] = FileState(path)
        continue
      }
      for file in (try? FileSystem.files(under: path, ending: "")) ?? []
      where Self.endings.contains(where: file.hasSuffix) {
        states[file] = FileState(file)
      }
    }
  }

  /// Goes on with other paths: what is looked at already is kept in the state that is known, so that
  /// a change in the meantime is still noticed.
  mutating func follow(_ paths: [String]) {
    let known = states.filter { file, _ in
      paths.contains { file == $0 || file.hasPrefix("\($0)/") || $0 == "." }
    }
    states = FileStamps(of: paths).states.merging(known) { _, known in known }
  }

  /// The files that are in another state in a later look, in order.
  func changed(in later: FileStamps) -> [String] {
    Set(states.keys).union(later.states.keys)
      .filter { states[$0] != later.states[$0] }.sorted()
  }
}
