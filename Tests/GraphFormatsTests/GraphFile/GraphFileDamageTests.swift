// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphFormats

/// Files that were damaged, and files that were made to harm: their sums are right.
@Suite(.timeLimit(.minutes(10))) struct GraphFileDamageTests {
  let folder: TemporaryFolder
  let bytes: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    try GraphFile.write(try SampleGraphs.everything(), to: folder.at("whole.graph"))
    bytes = try FileSystem.read(folder.at("whole.graph"))
  }

  private func opened(_ bytes: [UInt8]) throws -> PropertyGraph? {
    try FileSystem.writeAtomically(folder.at("damaged.graph"), bytes)
    do throws(GraphFileError) { return try GraphFile.open(folder.at("damaged.graph")) } catch {
      return nil
    }
  }

  @Test("a file that was cut short anywhere is refused")
  func truncation() throws {
    for count in stride(from: 0, to: bytes.count, by: 61) {
      #expect(try opened(Array(bytes.prefix(count))) == nil)
    }
  }

  @Test("any changed byte is noticed, unless nothing lies there")
  func flippedBits() throws {
    let whole = wholeDump(try SampleGraphs.everything())
    var unnoticed = 0
    for position in stride(from: 0, to: bytes.count, by: 23) {
      var damaged = bytes
      damaged[position] ^= 1 << UInt8(position % 8)
      guard let graph = try opened(damaged) else { continue }
      unnoticed += 1
      #expect(wholeDump(graph) == whole)
    }
    // Between sections, and in the unused part of the header.
    #expect(unnoticed * 64 * 23 < bytes.count * 40)
  }

  @Test("whatever is in a file whose sums are right, it is refused or can be searched")
  func forgery() throws {
    var random = SeededGenerator(seed: 5)
    let table = Int(word(bytes, 24))
    let count = (bytes.count - table) / GraphFileLayout.sectionEntrySize
    var refused = 0
    for round in 0..<500 {
      var forged = bytes
      let section = round % count
      let entry = table + section * GraphFileLayout.sectionEntrySize
      let (offset, size) = (Int(word(bytes, entry)), Int(word(bytes, entry + 8)))
      guard size > 0 else { continue }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let position = offset + Int.random(in: 0..<size, using: &random)
        forged[position] =
          Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0xFF
      }
      seal(&forged, entry: entry, offset: offset, size: size, table: table)
      guard let graph = try opened(forged) else {
        refused += 1
        continue
      }
      // It must bear being read: what it says is another matter.
      #expect(!wholeDump(graph).isEmpty)
      _ = graph.checkInvariants()
      _ = NameIndex(graph).search("state")
    }
    #expect(refused > 80)
  }

  private func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
  }

  /// Makes all sums right again.
  private func seal(_ bytes: inout [UInt8], entry: Int, offset: Int, size: Int, table: Int) {
    func sum(_ range: Range<Int>) -> UInt64 {
      bytes.withUnsafeBytes { XXHash64.hash(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
    func put(_ number: UInt64, _ offset: Int) {
      bytes.withUnsafeMutableBytes {
        $0.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt64.self)
      }
    }
    put(sum(offset..<(offset + size)), entry + 16)
    put(sum(table..<bytes.count), 40)
    let end = GraphFileLayout.headerSize - 8
    put(sum(0..<end), end)
  }
}
