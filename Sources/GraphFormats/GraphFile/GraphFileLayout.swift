// SPDX-License-Identifier: Apache-2.0

/// The frame of a graph file: a header, sections, and a table that says where each section lies.
///
/// All numbers are little-endian. The page "Graph files" of the documentation describes every byte.
enum GraphFileLayout {
  /// As in PNG: a first byte that no text has, the name, and line ends that a transfer as text
  /// would change.
  static let magic: [UInt8] = [0x89, 0x45, 0x4E, 0x54, 0x47, 0x0D, 0x0A, 0x1A]

  /// Raised whenever an older program could misread a newer file or the other way round.
  static let version: UInt32 = 1

  static let headerSize = 128

  /// Where sections may begin: at multiples of a cache line.
  static let alignment = 64
  static let sectionEntrySize = 32
  static let sectionLimit = 1 << 20
}

/// What the first bytes of a graph file say.
struct GraphFileHeader: Equatable {
  var fileSize: UInt64
  var tableOffset: UInt64
  var sectionCount: UInt32
  var catalogue: UInt32
  var tableChecksum: UInt64

  /// What the graph was made from; zero when nobody said.
  var origin = Fingerprint.none

  func encoded() -> [UInt8] {
    var bytes = GraphFileLayout.magic
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(GraphFileLayout.version)
    append(UInt32(0))
    append(fileSize)
    append(tableOffset)
    append(sectionCount)
    append(catalogue)
    append(tableChecksum)
    append(origin.low)
    append(origin.high)
    bytes += [UInt8](repeating: 0, count: GraphFileLayout.headerSize - 8 - bytes.count)
    append(bytes.withUnsafeBytes { XXHash64.hash($0) })
    return bytes
  }

  /// - Throws: what is wrong with the header, the size of the file included.
  init(_ bytes: UnsafeRawBufferPointer) throws(GraphFileError) {
    let shared = min(bytes.count, GraphFileLayout.magic.count)
    guard bytes.count > 0,
      bytes.prefix(shared).elementsEqual(GraphFileLayout.magic.prefix(shared))
    else { throw .notAGraphFile }
    guard bytes.count >= GraphFileLayout.headerSize else {
      throw .truncated(expected: UInt64(GraphFileLayout.headerSize), found: bytes.count)
    }
    func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    // A newer header may have its checksum elsewhere, so the version comes first.
    let version = number(8, UInt32.self)
    guard version == GraphFileLayout.version else { throw .otherVersion(version) }
    let covered = UnsafeRawBufferPointer(rebasing: bytes[0..<GraphFileLayout.headerSize - 8])
    guard XXHash64.hash(covered) == number(GraphFileLayout.headerSize - 8, UInt64.self) else {
      throw .damaged("its header")
    }
    fileSize = number(16, UInt64.self)
    tableOffset = number(24, UInt64.self)
    sectionCount = number(32, UInt32.self)
    catalogue = number(36, UInt32.self)
    tableChecksum = number(40, UInt64.self)
    origin = Fingerprint(low: number(48, UInt64.self), high: number(56, UInt64.self))
    guard fileSize == UInt64(bytes.count) else {
      throw .truncated(expected: fileSize, found: bytes.count)
    }
  }

  init(
    fileSize: UInt64, tableOffset: UInt64, sectionCount: UInt32, catalogue: UInt32,
    tableChecksum: UInt64, origin: Fingerprint
  ) {
    self.fileSize = fileSize
    self.tableOffset = tableOffset
    self.sectionCount = sectionCount
    self.catalogue = catalogue
    self.tableChecksum = tableChecksum
    self.origin = origin
  }
}

/// Where a section lies, and the sum of its bytes.
struct GraphFileSection: Equatable {
  var offset: UInt64
  var size: UInt64
  var checksum: UInt64

  func encode(into bytes: inout [UInt8]) {
    for number in [offset, size, checksum, 0] {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// The table, every section of which lies within the file and begins where one may.
  static func table(
    _ header: GraphFileHeader, of bytes: UnsafeRawBufferPointer
  ) throws(GraphFileError) -> [GraphFileSection] {
    let size = UInt64(header.sectionCount) * UInt64(GraphFileLayout.sectionEntrySize)
    let (end, overflows) = header.tableOffset.addingReportingOverflow(size)
    guard Int(header.sectionCount) <= GraphFileLayout.sectionLimit, !overflows,
      end <= UInt64(bytes.count)
    else { throw .damaged("the place of its section table") }
    let table = UnsafeRawBufferPointer(
      rebasing: bytes[Int(header.tableOffset)..<Int(end)])
    guard XXHash64.hash(table) == header.tableChecksum else {
      throw .damaged("its section table")
    }
    var sections: [GraphFileSection] = []
    for index in 0..<Int(header.sectionCount) {
      func number(_ position: Int) -> UInt64 {
        let offset = index * GraphFileLayout.sectionEntrySize + position * 8
        return UInt64(littleEndian: table.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
      let section = GraphFileSection(offset: number(0), size: number(1), checksum: number(2))
      let (end, overflows) = section.offset.addingReportingOverflow(section.size)
      guard !overflows, end <= UInt64(bytes.count),
        section.offset % UInt64(GraphFileLayout.alignment) == 0
      else { throw .damaged("the place of section \(index)") }
      sections.append(section)
    }
    return sections
  }
}

/// 128 bits that stand for some content: equal content has equal ones, and other content has
/// others, unless somebody took pains that it has not.
struct Fingerprint: Hashable, Sendable {
  var low: UInt64
  var high: UInt64

  static let none = Fingerprint(low: 0, high: 0)

  /// Takes in more content. Where one piece ends and the next begins counts too.
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    low = XXHash64.hash(bytes, seed: low &+ UInt64(bytes.count))
    high = XXHash64.hash(bytes, seed: ~high &+ UInt64(bytes.count))
  }

  mutating func combine(_ bytes: [UInt8]) { bytes.withUnsafeBytes { combine($0) } }

  mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }

  mutating func combine(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { combine($0) }
  }

  /// The 32 digits of its number.
  var digits: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
