// SPDX-License-Identifier: Apache-2.0

/// A position in a graph's list of node types.
@frozen
public struct NodeTypeID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  public static func < (left: NodeTypeID, right: NodeTypeID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A position in a graph's list of edge types. An edge type here is a label: declared edge types
/// that share a label and differ in their ends are one.
@frozen
public struct EdgeTypeID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  public static func < (left: EdgeTypeID, right: EdgeTypeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
