// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The two ends of a question as positions of one view, checked, and how far a path between them
/// may go.
struct QuestionEnds {
  let start: UInt32
  let end: UInt32

  /// Checks the ends against the nodes to be avoided, and the limit.
  ///
  /// - Complexity: O(avoided nodes).
  /// - Throws: ``TraversalError`` for an unknown node, an avoided end or a negative limit.
  init(
    from start: NodeID, to end: NodeID, avoiding avoidedNodes: [NodeID], maximumHops: Int?,
    in view: TraversalView
  ) throws(TraversalError) {
    self.start = try view.requirePosition(of: start)
    self.end = try view.requirePosition(of: end)
    for node in avoidedNodes {
      _ = try view.requirePosition(of: node)
      if node == start || node == end { throw .avoidedEnd(view.graph.displayName(of: node)) }
    }
    if let maximumHops, maximumHops < 0 { throw .negativeLimit(maximumHops) }
  }

  /// Whether a node that is both ends may be the whole path: it must exist on the day asked for.
  static func areWithinOneNode(
    _ node: NodeID, asOf day: CalendarDate?, in view: TraversalView
  ) -> Bool {
    guard let day else { return true }
    return view.graph.validity(of: node).contains(day)
  }
}
