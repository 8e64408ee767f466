// SPDX-License-Identifier: Apache-2.0

/// Records of any length, each known by its position; they may lie in a mapped file.
package struct RecordTable: Sendable {
  package let bytes: FrozenArray<UInt8>

  /// Where each record begins, and where the last one ends.
  package let offsets: FrozenArray<UInt64>

  package init(bytes: FrozenArray<UInt8>, offsets: FrozenArray<UInt64>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Has every item written.
  package init<Items: Collection>(
    _ items: Items, write: (inout RecordWriter, Items.Element) -> Void
  ) {
    var writer = RecordWriter()
    var offsets: [UInt64] = [0]
    offsets.reserveCapacity(items.count + 1)
    for item in items {
      write(&writer, item)
      offsets.append(UInt64(writer.bytes.count))
    }
    self.init(bytes: FrozenArray(writer.bytes), offsets: FrozenArray(offsets))
  }

  package var count: Int { offsets.count - 1 }

  /// Reads the record at a position; nil when it is not what `read` expects, which a checked table
  /// never has.
  package func record<Item>(
    _ position: Int, _ read: (inout RecordReader) throws(DamagedRecord) -> Item
  ) -> Item? {
    guard position >= 0, position < count else { return nil }
    let (start, end) = (offsets[position], offsets[position + 1])
    guard start <= end, end <= UInt64(bytes.count) else { return nil }
    var reader = RecordReader(
      UnsafeBufferPointer(start: bytes.base + Int(start), count: Int(end - start)))
    do throws(DamagedRecord) {
      let item = try read(&reader)
      return reader.remaining == 0 ? item : nil
    } catch {
      return nil
    }
  }

  /// Whether every record is what `read` expects, and the records lie end to end.
  package func isSound<Item>(
    _ read: (inout RecordReader) throws(DamagedRecord) -> Item
  ) -> Bool {
    guard offsets.first == 0, offsets.last == UInt64(bytes.count) else { return false }
    for position in 0..<count where record(position, read) == nil { return false }
    return true
  }

  /// Memory in bytes.
  package var byteCount: Int { bytes.byteCount + offsets.byteCount }
}

/// Records of some of many subjects.
package struct SparseRecordTable: Sendable {
  /// Ascending; record `i` is about the subject at `i`.
  package let subjects: FrozenArray<UInt32>
  package let records: RecordTable

  package init(subjects: FrozenArray<UInt32>, records: RecordTable) {
    self.subjects = subjects
    self.records = records
  }

  package init<Item>(
    _ items: [UInt32: Item], write: (inout RecordWriter, Item) -> Void
  ) {
    let ordered = items.sorted { $0.key < $1.key }
    self.init(
      subjects: FrozenArray(ordered.map(\.key)),
      records: RecordTable(ordered.map(\.value), write: write))
  }

  /// The record of a subject, if it has one. Complexity: O(log records).
  package func record<Item>(
    of subject: UInt32, _ read: (inout RecordReader) throws(DamagedRecord) -> Item
  ) -> Item? {
    subjects.position(ofSorted: subject).flatMap { records.record($0, read) }
  }
}

extension FrozenArray<UInt32> {
  /// Where a number lies in an array that is ascending.
  func position(ofSorted number: UInt32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if base[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && base[low] == number ? low : nil
  }
}
