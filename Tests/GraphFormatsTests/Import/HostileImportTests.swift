// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Files that are not what they should be.
struct HostileImportTests {
  private func codes(
    _ bytes: [UInt8], limits: ImportLimits = ImportLimits()
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try FileSystem.writeAtomically(folder.at("nodes-T.csv"), bytes)
    let outcome = CSVFolderImport(folder.path, limits: limits, threadCount: 2).run()
    #expect((outcome.graph == nil) == !outcome.diagnostics.isEmpty)
    return outcome.diagnostics.map { "\($0.location?.description ?? "-") \($0.code)" }
  }

  @Test func bytesThatAreNoText() throws {
    #expect(try codes(Array("id,x\na,caf".utf8) + [0xE9, 0x0A]) == ["nodes-T.csv:2:3 (B2) E151"])
    #expect(try codes(Array("id,x\na,b".utf8) + [0, 0x0A]) == ["nodes-T.csv:2:3 (B2) E151"])
    #expect(try codes([0xFF, 0xFE, 0x69, 0]) == ["nodes-T.csv:1:1 E151"])
    #expect(try codes(Array("id,".utf8) + [0xC0, 0x80]) == ["nodes-T.csv:1:4 (B1) E151"])
  }

  @Test func rowsAndCellsWithoutEnd() throws {
    let limits = ImportLimits(
      cellBytes: 1_000, rowBytes: 10_000, columns: 50, findings: 10, blockBytes: 256)
    let long = [UInt8](repeating: 0x61, count: 2_000_000)
    #expect(try codes(Array("id\na\n".utf8) + long, limits: limits) == ["nodes-T.csv:3:1 E134"])
    #expect(
      try codes(Array("id,x\na,\"".utf8) + long, limits: limits)
        == ["nodes-T.csv:2:4 (B2) E152"])
    #expect(
      try codes(Array("id,x\na,".utf8) + long.prefix(5_000) + [0x0A], limits: limits)
        == ["nodes-T.csv:2:3 (B2) E156"])
    let wide = [UInt8](repeating: 0x2C, count: 2_000_000)
    #expect(try codes(Array("id".utf8) + wide, limits: limits) == ["nodes-T.csv:1:1 E158"])
    #expect(try codes(Array("id\na".utf8) + wide, limits: limits) == ["nodes-T.csv:2:1 E158"])
  }

  @Test func linesThatEndWithACarriageReturnAlone() throws {
    #expect(try codes(Array("id,x\ra,1\r".utf8)) == ["nodes-T.csv:1:4 (B1) E134"])
  }

  @Test func faultsOfAddingAreBounded() throws {
    let folder = try TemporaryFolder()
    try folder.write("nodes-T.csv", "id\n" + String(repeating: "same\n", count: 1_000))
    let limits = ImportLimits(findings: 3)
    let outcome = CSVFolderImport(folder.path, limits: limits, threadCount: 2).run()
    #expect(outcome.graph == nil)
    #expect(outcome.diagnostics.map(\.location?.line) == [3, 4, 5])
    #expect(outcome.unlistedFindings == 996)
  }

  @Test func whatIsNoFile() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("nodes-A.csv")
    folder.makePipe("nodes-B.csv")
    let outcome = CSVFolderImport(folder.path).run()
    #expect(
      outcome.diagnostics.map(\.message) == [
        "the file cannot be read: it is a folder", "the file cannot be read: not a regular file",
      ])
  }

  /// Whatever the bytes, the outcome is a graph or findings, the same for any blocks and threads.
  @Test(arguments: 0..<200)
  func randomBytes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("\"\",,;\n\r a10-.:x\u{E9}".utf8) + [0]
    let count = Int.random(in: 0...300, using: &random)
    let noise = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    let folder = try TemporaryFolder()
    try FileSystem.writeAtomically(folder.at("nodes-T.csv"), Array("id,x,y\n".utf8) + noise)
    var seen: [[Diagnostic]] = []
    for (threads, block) in [(1, 1 << 20), (2, 7), (4, 30)] {
      var limits = ImportLimits()
      limits.blockBytes = block
      let outcome = CSVFolderImport(folder.path, limits: limits, threadCount: threads).run()
      #expect((outcome.graph == nil) == !outcome.diagnostics.isEmpty)
      seen.append(
        outcome.diagnostics.map { diagnostic in
          // An excerpt of a row that is cut in two blocks may be cut itself.
          var diagnostic = diagnostic
          diagnostic.location?.excerpt = nil
          return diagnostic
        })
    }
    #expect(seen.allSatisfy { $0 == seen[0] })
  }
}
