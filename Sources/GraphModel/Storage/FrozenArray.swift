// SPDX-License-Identifier: Apache-2.0

/// An array that never changes, over memory that somebody else may own.
///
/// Reading is a bounds check and a load; a hot loop copies ``base`` into a local and leaves the
/// check away. The memory lives as long as any copy of the array, and may be a mapped file.
@frozen
public struct FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element. Valid for `count` elements while this array or a copy of it is alive.
  public let base: UnsafePointer<Element>

  public let count: Int

  @usableFromInline let owner: AnyObject

  /// Wraps memory that `owner` keeps alive and nobody changes.
  public init(base: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  /// Allocates `count` elements and has `initialize` fill every one of them.
  public init(count: Int, initialize: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let memory = FrozenMemory<Element>(count: count)
    initialize(memory.elements)
    self.init(base: UnsafePointer(memory.base), count: count, owner: memory)
  }

  /// Copies an array. Complexity: linear.
  public init(_ elements: [Element]) {
    self.init(count: elements.count) { memory in
      _ = memory.initialize(from: elements)
    }
  }

  /// Memory in bytes.
  public var byteCount: Int { count * MemoryLayout<Element>.stride }
}

extension FrozenArray: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "index outside a frozen array")
    return base[index]
  }
}

/// The memory of one frozen array.
private final class FrozenMemory<Element> {
  let base: UnsafeMutablePointer<Element>
  let elements: UnsafeMutableBufferPointer<Element>

  init(count: Int) {
    base = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(count, 1))
    elements = UnsafeMutableBufferPointer(start: base, count: count)
  }

  deinit { base.deallocate() }
}

/// A set of small integers that never changes: one bit each.
@frozen
public struct FrozenBitSet: Sendable {
  @usableFromInline package let words: FrozenArray<UInt64>

  /// The members by their bits, the lowest of the first word first.
  package init(words: FrozenArray<UInt64>) { self.words = words }

  /// The members are those rows below `count` for which `isMember` holds.
  public init(count: Int, isMember: (Int) -> Bool) {
    words = FrozenArray(count: (count + 63) / 64) { words in
      words.initialize(repeating: 0)
      for row in 0..<count where isMember(row) {
        words[row >> 6] |= 1 << UInt64(row & 63)
      }
    }
  }

  /// Complexity: linear.
  init(count: Int, members: [UInt32]) {
    words = FrozenArray(count: (count + 63) / 64) { words in
      words.initialize(repeating: 0)
      for member in members { words[Int(member >> 6)] |= 1 << UInt64(member & 63) }
    }
  }

  @inlinable
  public func contains(_ row: Int) -> Bool {
    (words[row >> 6] >> UInt64(row & 63)) & 1 == 1
  }

  /// Memory in bytes.
  public var byteCount: Int { words.byteCount }
}
