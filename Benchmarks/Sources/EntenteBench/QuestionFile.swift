// SPDX-License-Identifier: Apache-2.0

import GraphFolder
import GraphModel

/// The questions of a file: on each line but the first the keys of one or two nodes.
struct QuestionFile {
  let rows: [[NodeID]]

  /// Nil when the file cannot be read or names a node that is not there.
  init?(_ path: String, graph: PropertyGraph) {
    guard let text = contents(ofFile: path) else { return nil }
    var rows: [[NodeID]] = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let nodes = line.split(separator: ",").compactMap { graph.node(key: String($0)) }
      guard !nodes.isEmpty, nodes.count == line.split(separator: ",").count else { return nil }
      rows.append(nodes)
    }
    self.rows = rows
  }
}
