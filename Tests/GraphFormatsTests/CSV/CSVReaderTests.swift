// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

struct CSVReaderTests {
  private func rows(_ text: String, limits: CSVLimits = CSVLimits()) -> [[String]] {
    read(SourceText(name: "t.csv", text), limits: limits).rows
  }

  private func read(
    _ source: SourceText, limits: CSVLimits = CSVLimits()
  ) -> (rows: [[String]], findings: [String]) {
    var reader = CSVReader(source, limits: limits)
    var rows: [[String]] = []
    if let header = reader.header { rows.append(header.cells.map { reader.text(of: $0) }) }
    while let record = reader.next() { rows.append(record.cells.map { reader.text(of: $0) }) }
    return (rows, reader.diagnostics.map(describe))
  }

  private func findings(_ text: String, limits: CSVLimits = CSVLimits()) -> [String] {
    read(SourceText(name: "t.csv", text), limits: limits).findings
  }

  private func findings(_ bytes: [UInt8]) -> [String] {
    read(SourceText(name: "t.csv", utf8: bytes)).findings
  }

  private func describe(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location
    return "\(place?.line ?? 0):\(place?.column ?? 0) \(place?.cell ?? "-") "
      + "\(diagnostic.code) \(diagnostic.message)"
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsEveryLineEnd(_ end: String) {
    #expect(
      rows(["a,b", "1,2", "3,4"].joined(separator: end)) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(rows(["a,b", "1,2", ""].joined(separator: end)) == [["a", "b"], ["1", "2"]])
  }

  /// The examples of RFC 4180, section 2.
  @Test func readsTheExamplesOfTheStandard() {
    #expect(
      rows("aaa,bbb,ccc\r\n\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx")
        == [["aaa", "bbb", "ccc"], ["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]])
    #expect(
      rows("a,b,c\n\"aaa\",\"b\"\"bb\",\"ccc\"") == [["a", "b", "c"], ["aaa", "b\"bb", "ccc"]])
    #expect(rows("a,b\n , x \n") == [["a", "b"], [" ", " x "]])
  }

  @Test func findsTheDelimiterInTheHeader() {
    #expect(rows("a;b\n1,5;2") == [["a", "b"], ["1,5", "2"]])
    #expect(rows("a\tb\n1,5\t2;3") == [["a", "b"], ["1,5", "2;3"]])
    #expect(rows("\"a;b;c\",d\n1,2") == [["a;b;c", "d"], ["1", "2"]])
    #expect(rows("a\n1") == [["a"], ["1"]])
    #expect(rows("sep=;\na;b\n1;2") == [["a", "b"], ["1", "2"]])
    #expect(rows("\u{FEFF}sep=;\r\na;b") == [["a", "b"]])
    #expect(rows("\u{FEFF}\"a\",b") == [["a", "b"]])
  }

  @Test func passesOverEmptyRowsAndCountsThem() {
    var reader = CSVReader(SourceText(name: "t.csv", "a,b\n\n,\n\"x\ny\",2\n3,4\n"))
    #expect(reader.next()?.row == 4)
    let last = reader.next()
    #expect(last?.row == 5)
    let place = last.map { reader.location(of: $0.cells[1], column: 1, row: $0.row) }
    #expect(place?.cell == "B5")
    #expect(place?.line == 6)
    #expect(place?.column == 3)
    #expect(place?.excerpt == "3,4")
    #expect(reader.next() == nil)
    #expect(reader.diagnostics == [])
  }

  @Test func tellsAbsentFromEmptyText() {
    var reader = CSVReader(SourceText(name: "t.csv", "a,b\n,\"\"\n"))
    #expect(reader.next()?.cells.map(\.isAbsent) == [true, false])
  }

  @Test func acceptsEmptyCellsTooMany() {
    #expect(rows("a,b\n1,2,,\n") == [["a", "b"], ["1", "2"]])
    #expect(findings("a,b\n1,2,,\n") == [])
  }

  @Test func namesCellsAsSpreadsheetsDo() {
    let names = [0, 7, 25, 26, 51, 52, 701, 702, 16_383].map { CSVCell.name(column: $0, row: 5) }
    #expect(names == ["A5", "H5", "Z5", "AA5", "AZ5", "BA5", "ZZ5", "AAA5", "XFD5"])
  }

  @Test func reportsRaggedRowsAndGoesOn() {
    let text = "a,b,c\n1,2\n1,2,3,4\n5,6,7\n"
    #expect(rows(text) == [["a", "b", "c"], ["5", "6", "7"]])
    #expect(
      findings(text) == [
        "2:3 B2 E155 Row 2 has 2 cells, the header has 3",
        "3:7 D3 E155 Row 3 has 4 cells, the header has 3",
      ])
  }

  @Test func namesThePlaceWhereAnUnclosedQuoteBegan() {
    #expect(findings("a,b\n1,\"x\ny\n") == ["2:3 B2 E152 Quote opened here is never closed"])
    #expect(findings("a,b\n1,\"x\"\"") == ["2:3 B2 E152 Quote opened here is never closed"])
    #expect(findings("\"") == ["1:1 A1 E152 Quote opened here is never closed"])
  }

  @Test func reportsMisplacedQuotes() {
    #expect(
      findings("a,b\n\"x\"y,2\n") == ["2:4 A2 E153 Text after the closing quote of a cell"])
    #expect(findings("a,b\n1, \"x\"\n") == ["2:3 B2 E154 Space before the quote of a cell"])
    #expect(findings("a,b\n5\" pipe,\"x\" \n") == [])
    #expect(rows("a,b\n5\" pipe,\"x\" \n") == [["a", "b"], ["5\" pipe", "x"]])
  }

  @Test func refusesWhatIsNotText() {
    #expect(findings([0x61, 0x2C, 0xE9, 0x0A]) == ["1:3 - E151 Byte 0xE9 is not UTF-8 here"])
    #expect(findings([0x61, 0x0A, 0x00]) == ["2:1 - E151 NUL byte in the file, expected text"])
    #expect(findings([0xFF, 0xFE, 0x61, 0]) == ["1:1 - E151 File is in UTF-16, expected UTF-8"])
  }

  /// The standard library's decoder repairs exactly what is not well-formed.
  @Test func agreesWithTheStandardLibraryOnUTF8() {
    var random = SeededGenerator(seed: 1)
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF,
      0xF0, 0xF4, 0xF5, 0xFD,
    ]
    var sound = 0
    var disagreements: [[UInt8]] = []
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        interesting[Int.random(in: 0..<interesting.count, using: &random)]
      }
      let isSound = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
      if (TextEncodingFault.first(in: bytes) == nil) != isSound { disagreements.append(bytes) }
      if isSound { sound += 1 }
    }
    #expect(disagreements == [])
    #expect(sound > 500)
  }

  @Test func keepsItsLimits() {
    var limits = CSVLimits(fileBytes: 30, cellBytes: 4, rows: 3, columns: 2, findings: 1)
    #expect(
      findings("a,b\n12345,1\n", limits: limits) == ["2:1 A2 E156 Cell is larger than 4 bytes"])
    #expect(
      findings("a,b\n\"12345\n67\",1\n", limits: limits)
        == ["2:1 A2 E156 Cell is larger than 4 bytes"])
    #expect(findings("a\n1\n2\n3\n", limits: limits) == ["4:1 - E157 File has more than 3 rows"])
    #expect(findings("a\n1,2,3\n", limits: limits) == ["2:5 - E158 Row has more than 2 cells"])
    #expect(
      findings("a\n1,2\n1,2\n", limits: limits) == [
        "2:3 B2 E155 Row 2 has 2 cells, the header has 1",
        "0:0 - I159 More than 1 finding in this file; the rest is left out",
      ])
    limits.fileBytes = 3
    #expect(findings("a,b\n", limits: limits) == ["0:0 - E150 File is larger than 3 bytes"])
  }

  /// Whatever is written is read back, with any delimiter.
  @Test(arguments: CSVDelimiter.allCases)
  func readsBackWhatTheWriterWrites(_ delimiter: CSVDelimiter) {
    var random = SeededGenerator(seed: UInt64(delimiter.rawValue))
    let pieces = [
      "a", "é", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "=", "sep=;", "\u{FEFF}", "'", "",
    ]
    for _ in 0..<2_000 {
      let width = Int.random(in: 1...4, using: &random)
      let table: [[String?]] = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          if Int.random(in: 0..<6, using: &random) == 0 { return nil }
          return (0..<Int.random(in: 0...3, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
          }.joined()
        }
      }
      var writer = CSVWriter(delimiter: delimiter)
      for row in table { writer.write(row) }
      var reader = CSVReader(
        SourceText(name: "t.csv", utf8: writer.utf8), delimiter: delimiter)
      var back: [[String?]] = []
      var record = reader.header
      while let current = record {
        back.append(current.cells.map { $0.isAbsent ? nil : reader.text(of: $0) })
        record = reader.next()
      }
      // A row without any text is no row, except that of one column, which is quoted.
      let expected = table.filter { $0.contains { $0 != nil } || width == 1 }
        .map { width == 1 ? [$0[0] ?? ""] : $0 }
      #expect(back == expected, "\(writer.text.debugDescription)")
      #expect(reader.diagnostics == [])
    }
  }

  /// Hostile texts: any bytes end in rows and findings, never in a trap or a loop.
  @Test func endsOnAnyBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ababab,,,;\"\"\n\n\n\r\t =".utf8)
    var rowCount = 0
    var mostFindings = 0
    for _ in 0..<5_000 {
      var bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      if Int.random(in: 0..<20, using: &random) == 0 {
        bytes.append([0, 0xC3, 0xFF][bytes.count % 3])
      }
      let result = read(
        SourceText(name: "t.csv", utf8: bytes),
        limits: CSVLimits(cellBytes: 20, rows: 6, columns: 5, findings: 4))
      rowCount += result.rows.count
      mostFindings = max(mostFindings, result.findings.count)
    }
    #expect(rowCount > 1_000)
    #expect(mostFindings == 5)
  }
}
