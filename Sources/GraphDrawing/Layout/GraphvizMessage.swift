// SPDX-License-Identifier: Apache-2.0

/// What Graphviz says beside its answer, in words of a reader of figures.
enum GraphvizMessage {
  /// Where routes would have to squeeze between two nodes.
  static let straightEdges = "Edges are straight, as two nodes stand too close to each other"

  /// A known message in other words, and any other as Graphviz has it.
  static func reworded(_ message: some StringProtocol) -> String {
    if message.contains("touch - falling back to straight line edges") { return straightEdges }
    return "Graphviz says: \(message)"
  }
}
