// SPDX-License-Identifier: Apache-2.0

/// A small map from text to values, kept sorted by key.
///
/// Keys are sorted by their Unicode scalar values, so every walk over a map has the same order.
/// Made for the handful of entries that a map in a query or a property has.
public struct ValueMap: Sendable {
  /// One key and its value.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// The value.
    public var value: Value

    /// Makes an entry.
    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
  }

  private var storage: [Entry]

  /// Makes an empty map.
  public init() {
    storage = []
  }

  /// Makes a map of the given entries; where a key comes twice, the last one stays.
  ///
  /// Complexity: O(n log n).
  public init(_ entries: some Sequence<(String, Value)>) {
    var numbered: [(index: Int, entry: Entry)] = []
    for (key, value) in entries {
      numbered.append((numbered.count, Entry(key: key, value: value)))
    }
    numbered.sort { left, right in
      let (leftKey, rightKey) = (ScalarString(left.entry.key), ScalarString(right.entry.key))
      return leftKey == rightKey ? left.index < right.index : leftKey < rightKey
    }
    storage = []
    storage.reserveCapacity(numbered.count)
    for (_, entry) in numbered {
      if let last = storage.last, ScalarString(last.key) == ScalarString(entry.key) {
        storage.removeLast()
      }
      storage.append(entry)
    }
  }

  /// The entries, sorted by key.
  public var entries: [Entry] { storage }

  /// The keys, sorted.
  public var keys: [String] { storage.map(\.key) }

  /// The number of entries.
  public var count: Int { storage.count }

  /// Whether there are no entries.
  public var isEmpty: Bool { storage.isEmpty }

  /// The value of a key, nil when the map has no such key.
  ///
  /// Setting nil removes the key.
  ///
  /// Complexity: reading O(log n), writing O(n).
  public subscript(key: String) -> Value? {
    get {
      let (index, isPresent) = position(of: key)
      return isPresent ? storage[index].value : nil
    }
    set {
      let (index, isPresent) = position(of: key)
      switch (newValue, isPresent) {
      case (let value?, true): storage[index].value = value
      case (let value?, false): storage.insert(Entry(key: key, value: value), at: index)
      case (nil, true): storage.remove(at: index)
      case (nil, false): break
      }
    }
  }

  private func position(of key: String) -> (index: Int, isPresent: Bool) {
    let wanted = ScalarString(key)
    var low = 0
    var high = storage.count
    while low < high {
      let middle = low + (high - low) / 2
      if ScalarString(storage[middle].key) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let isPresent = low < storage.count && ScalarString(storage[low].key) == wanted
    return (low, isPresent)
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  /// Makes a map of the entries written in a literal; the last of equal keys stays.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
