// SPDX-License-Identifier: Apache-2.0

/// The number of one edge in one graph.
///
/// Numbers are dense and start at zero. They mean nothing outside the graph that gave them out.
@frozen
public struct EdgeID: Hashable, Comparable, Sendable {
  /// The number itself.
  public let rawValue: UInt32

  /// Makes the identifier with this number.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Orders identifiers by their numbers.
  @inlinable
  public static func < (left: EdgeID, right: EdgeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
