// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A path of which only some are wanted: the shortest, any, so many.
///
/// Its ends are nodes of the pattern; between them lies one stretch of edges.
struct BoundPathSearch: Sendable {
  /// Where the path goes.
  let path: Int
  /// Where the list of its edges goes.
  let edges: Int
  let left: Int
  let right: Int
  let direction: EdgePattern.Direction
  let types: LabelTest?
  let length: BoundLength
  let selection: BoundPathSelection
  let mode: PathPrefix.Mode
  let span: SourceSpan
}

/// Which of the paths between two nodes are wanted.
enum BoundPathSelection: Sendable {
  case all
  /// Any so many.
  case any(BoundExpression?)
  case anyShortest
  case allShortest
  case shortest(BoundExpression)
  case shortestGroups(BoundExpression?)
}
