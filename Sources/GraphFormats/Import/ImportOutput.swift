// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// Writes the parts of a graph to its file as they come to be, in the order that the file has.
final class ImportOutput: Sendable {
  private struct State {
    var hasNames = false

    /// Edges that were at hand before the names of the nodes, behind which they lie.
    var waiting: [GraphFileArray] = []
  }

  private let stream: GraphFileStream
  private let state = Mutex(State())

  init(_ stream: GraphFileStream) { self.stream = stream }

  /// The nodes, which come first.
  func append(_ nodes: GraphStorage) { stream.append(GraphFileWriter.arrays(ofNodes: nodes)) }

  /// The names of the nodes, which come next.
  func append(_ names: NameTable) {
    state.withLock { state in
      stream.append(GraphFileWriter.arrays(of: names) + state.waiting)
      state = State(hasNames: true)
    }
  }

  /// Edges of one type, in order of type.
  func append(_ edges: EdgeTypeStorage) {
    let arrays = GraphFileWriter.arrays(of: edges)
    state.withLock { state in
      if state.hasNames { stream.append(arrays) } else { state.waiting += arrays }
    }
  }

  /// What has not been written of a graph that is frozen now, but for the merged adjacency.
  func append(restOf storage: GraphStorage) {
    stream.append(GraphFileWriter.arraysBeforeMerged(of: storage).dropFirst(stream.count))
  }
}
