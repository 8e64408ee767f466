// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// Where the graph of a command lies: what `--graph` says, else the environment, else what is found
/// near the working folder.
enum GraphLocation {
  static func find(_ given: String?) throws(CommandFailure) -> String {
    if let given { return given }
    if let named = Platform.environment("ENTENTE_GRAPH") { return named }
    guard let start = Platform.workingFolder else {
      throw CommandFailure(.misused, "the working folder is gone", hint: hint)
    }
    var folder = start
    while true {
      if isDataset(folder) { return folder == start ? "." : folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    let datasets = ((try? FileSystem.entries(of: "Graphs")) ?? []).map { "Graphs/\($0)" }
      .filter(isDataset).sorted()
    if datasets.count == 1 { return datasets[0] }
    throw CommandFailure(
      .misused,
      datasets.isEmpty
        ? "no dataset here: no graph.yaml in this folder or above it, and none under Graphs/"
        : "several datasets here: \(datasets.joined(separator: ", "))",
      hint: hint)
  }

  private static let hint = "Name one with --graph PATH or the variable ENTENTE_GRAPH."

  private static func isDataset(_ folder: String) -> Bool {
    FileSystem.exists(folder == "/" ? "/graph.yaml" : "\(folder)/graph.yaml")
  }
}
