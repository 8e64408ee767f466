// SPDX-License-Identifier: Apache-2.0

/// The working memory of one search by cost at a time, reused by the next: two labels for each
/// node, and queues.
///
/// A label is the number of its search above the complement of a weight. A lighter way so is a
/// greater label, and one of an earlier search is less than any: one comparison tells whether a way
/// is the best until now, and nothing is cleared between searches.
///
/// Unchecked: a view hands it to one search at a time.
final class CostSearchMemory: @unchecked Sendable {
  /// The greatest weight that a label can hold.
  static let greatestWeight = UInt64(UInt32.max)

  /// Two for each node: of the search from the start, of the search from the end.
  let labels: UnsafeMutablePointer<UInt64>
  private let labelMemory: ZeroedMemory

  /// The number of the search that runs.
  private(set) var epoch: UInt64 = 0

  var buckets: (forward: BucketQueue, backward: BucketQueue)?
  var heaps: (forward: FourfoldHeap, backward: FourfoldHeap)?

  init(nodeCount: Int) {
    labelMemory = ZeroedMemory(count: 4 * nodeCount)
    labels = UnsafeMutableRawPointer(labelMemory.base).bindMemory(
      to: UInt64.self, capacity: max(2 * nodeCount, 1))
  }

  deinit {
    buckets?.forward.deallocate()
    buckets?.backward.deallocate()
    heaps?.forward.deallocate()
    heaps?.backward.deallocate()
  }

  func beginSearch() {
    if epoch == UInt64(UInt32.max) {
      labelMemory.clear()
      epoch = 0
    }
    epoch += 1
  }

  /// The weight that a label of the search that runs holds; nil for none.
  func weight(of node: UInt32, side: Int) -> UInt64? {
    let label = labels[2 * Int(node) + side]
    return label >> 32 == epoch ? UInt64(~UInt32(truncatingIfNeeded: label)) : nil
  }
}
