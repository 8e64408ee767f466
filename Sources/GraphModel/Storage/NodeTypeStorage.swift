// SPDX-License-Identifier: Apache-2.0

/// The nodes of one type: their numbers, labels and columns.
public struct NodeTypeStorage: Sendable {
  public let name: String

  /// Sorted.
  public let labels: [String]
  public let firstNode: UInt32
  public let count: Int

  /// By property name number, ascending.
  public let columns: [PropertyColumn]

  package init(
    name: String, labels: [String], firstNode: UInt32, count: Int, columns: [PropertyColumn]
  ) {
    self.name = name
    self.labels = labels
    self.firstNode = firstNode
    self.count = count
    self.columns = columns
  }

  public var nodes: Range<UInt32> { firstNode..<(firstNode + UInt32(count)) }

  /// Memory in bytes.
  public var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }
}
