// SPDX-License-Identifier: Apache-2.0

/// What a query changed, counted as openCypher counts side effects.
public struct GraphChanges: Sendable, Hashable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var edgesCreated = 0
  public var edgesDeleted = 0

  /// Properties that have a value now and had another, or none.
  public var propertiesSet = 0

  /// Properties that had a value and have none, or another, now.
  public var propertiesRemoved = 0

  /// Different labels that the graph has now and had not.
  public var labelsAdded = 0
  public var labelsRemoved = 0

  public init() {}

  public var isEmpty: Bool { self == GraphChanges() }
}
