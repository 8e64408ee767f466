// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Records")
struct RecordTests {
  private func bytes(_ write: (inout RecordWriter) -> Void) -> [UInt8] {
    var writer = RecordWriter()
    write(&writer)
    return writer.bytes
  }

  private func read<Item>(
    _ bytes: [UInt8], _ body: (inout RecordReader) throws(DamagedRecord) -> Item
  ) -> Item? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes)
      do throws(DamagedRecord) {
        let item = try body(&reader)
        return reader.remaining == 0 ? item : nil
      } catch {
        return nil
      }
    }
  }

  @Test("numbers as LEB128 has them")
  func numbers() {
    // The examples of DWARF 5, table 7.7.
    #expect(bytes { $0.write(UInt64(2)) } == [2])
    #expect(bytes { $0.write(UInt64(127)) } == [127])
    #expect(bytes { $0.write(UInt64(128)) } == [0x80, 1])
    #expect(bytes { $0.write(UInt64(12857)) } == [57 + 0x80, 100])
    for number in [0, 1, 127, 128, 1 << 35, .max - 1, .max] as [UInt64] {
      #expect(
        read(bytes { $0.write(number) }) {
          (reader: inout RecordReader) throws(DamagedRecord) in try reader.number()
        } == number)
    }
    for number in [0, -1, 1, .min, .max, -64, 64] as [Int64] {
      #expect(
        read(bytes { $0.write(signed: number) }) {
          (reader: inout RecordReader) throws(DamagedRecord) in try reader.signedNumber()
        } == number)
    }
  }

  @Test("a number that is too long, or cut off, is no number")
  func damagedNumbers() {
    func number(_ bytes: [UInt8]) -> UInt64? {
      read(bytes) { (reader: inout RecordReader) throws(DamagedRecord) in try reader.number() }
    }
    #expect(number([]) == nil)
    #expect(number([0x80]) == nil)
    #expect(number([UInt8](repeating: 0xFF, count: 9) + [1]) == .max)
    #expect(number([UInt8](repeating: 0xFF, count: 9) + [2]) == nil)
    #expect(number([UInt8](repeating: 0x80, count: 10) + [0]) == nil)
  }

  @Test("every value comes back as it was", arguments: SampleValues.all)
  func values(_ value: Value) {
    let bytes = bytes { $0.write(value) }
    let found = read(bytes) { (reader: inout RecordReader) throws(DamagedRecord) in
      try reader.value()
    }
    // NaN and zeros have one text; their bits must agree as well.
    #expect(found == value && found.map(String.init(describing:)) == "\(value)")
    for count in 0..<bytes.count {
      #expect(
        read(Array(bytes.prefix(count))) { (reader: inout RecordReader) throws(DamagedRecord) in
          try reader.value()
        } == nil)
    }
  }

  @Test("deep nesting and great counts are refused before they cost anything")
  func hostile() {
    var nested = Value.null
    for _ in 0..<(RecordReader.nestingLimit - 1) { nested = .list([nested]) }
    func value(_ bytes: [UInt8]) -> Value? {
      read(bytes) { (reader: inout RecordReader) throws(DamagedRecord) in try reader.value() }
    }
    #expect(value(bytes { $0.write(nested) }) == nested)
    #expect(value(bytes { $0.write(.list([nested])) }) == nil)
    // A list of 2^62 items, and a text as long.
    let count: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40]
    #expect(value([6] + count) == nil)
    #expect(value([5] + count) == nil)
  }

  @Test("claims, names and sources come back as they were")
  func evidence() {
    let claim = Claim(
      property: "budget", value: .integer(-5),
      citations: [
        Citation(source: SourceID(rawValue: 3), locator: "p. 4", quote: "five"),
        Citation(source: SourceID(rawValue: 4)),
      ], isPreferred: true, note: "kept")
    let source = Source(
      key: "a", title: "A", publisher: "B", url: "https://example.org",
      published: PartialDate("2009-04"), retrieved: PartialDate("2020"), language: "en",
      licence: "CC-BY-4.0", note: "-")
    let names = [NodeName("BOMCA", kind: .acronym), NodeName("БОМКА", language: "ru")]
    let claims = RecordTable([claim, Claim()]) { $0.write($1) }
    #expect(claims.count == 2)
    let readClaim = { (reader: inout RecordReader) throws(DamagedRecord) in try reader.claim() }
    #expect(claims.record(0, readClaim) == claim)
    #expect(claims.record(1, readClaim) == Claim())
    #expect(claims.record(2, readClaim) == nil && claims.record(-1, readClaim) == nil)
    #expect(claims.isSound(readClaim))
    #expect(
      read(bytes { $0.write(source) }) {
        (reader: inout RecordReader) throws(DamagedRecord) in try reader.source()
      } == source)
    let table = SparseRecordTable([7: names, 2: []]) { $0.write($1) }
    let readNames = { (reader: inout RecordReader) throws(DamagedRecord) in try reader.names() }
    #expect(table.record(of: 7, readNames) == names)
    #expect(table.record(of: 2, readNames) == [])
    #expect(table.record(of: 3, readNames) == nil)
  }

  @Test("a table whose records overlap or run out is not sound")
  func unsoundTables() {
    let bytes = FrozenArray<UInt8>([1, 2, 3])
    func isSound(_ offsets: [UInt64]) -> Bool {
      RecordTable(bytes: bytes, offsets: FrozenArray(offsets)).isSound {
        (reader: inout RecordReader) throws(DamagedRecord) in try reader.number()
      }
    }
    #expect(isSound([0, 1, 2, 3]))
    #expect(!isSound([0, 2, 3]))
    #expect(!isSound([1, 2, 3]))
    #expect(!isSound([0, 1, 2]))
    #expect(!isSound([0, 2, 1, 3]))
    #expect(!isSound([0, .max, 3]))
  }
}
