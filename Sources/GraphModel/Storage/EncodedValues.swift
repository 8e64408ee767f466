// SPDX-License-Identifier: Apache-2.0

/// Values of any kinds, kept as bytes: what a column of mixed kinds holds.
///
/// Reading a value decodes it, which is linear in its size.
public struct EncodedValues: Sendable {
  package let records: RecordTable

  package init(records: RecordTable) { self.records = records }

  /// Complexity: linear in the size of the values.
  public init(_ values: [Value]) {
    records = RecordTable(values) { $0.write($1) }
  }

  /// Memory in bytes.
  public var byteCount: Int { records.byteCount }
}

extension EncodedValues: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { records.count }

  public subscript(position: Int) -> Value {
    precondition(position >= 0 && position < endIndex, "position outside a column")
    return records.record(position) { (reader: inout RecordReader) throws(DamagedRecord) in
      try reader.value()
    } ?? .null
  }
}
