// SPDX-License-Identifier: Apache-2.0

@testable import GraphReports
import Testing

@Suite struct TextTableTests {
  private let table = AnswerTable(
    columns: ["state", "what it does"],
    rows: [["日本", "takes part in the Lighthouse Process"], ["Çeldonia", "observes"]])

  @Test func columnsAreAligned() {
    #expect(
      TextTable(table).text(width: 80) == """
        state     what it does
        ────────  ────────────────────────────────────
        日本      takes part in the Lighthouse Process
        Çeldonia  observes

        """)
  }

  @Test func theWidestColumnIsWrappedFirst() {
    let wide = AnswerTable(
      columns: ["a", "b"],
      rows: [["short", "many words that do not fit beside the other column at all, so they wrap"]])
    #expect(
      TextTable(wide).text(width: 60) == """
        a      b
        ─────  ─────────────────────────────────────────────────────
        short  many words that do not fit beside the other column at
               all, so they wrap

        """)
  }

  @Test func belowSixtyColumnsARowIsAList() {
    #expect(
      TextTable(table).text(width: 40) == """
        state         日本
        what it does  takes part in the
                      Lighthouse Process

        state         Çeldonia
        what it does  observes

        """)
  }

  @Test func wordsLongerThanTheirColumnStayInIt() {
    let long = AnswerTable(
      columns: ["a", "b"],
      rows: [[String(repeating: "x", count: 70), String(repeating: "y", count: 70)]])
    let lines = TextTable(long).text(width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { String($0).displayWidth <= 60 })
    #expect(lines.joined().filter { $0 == "x" }.count == 70)
    #expect(lines.joined().filter { $0 == "y" }.count == 70)
  }

  @Test func cellsWithoutTextAreLeftOutOfLists() {
    let sparse = AnswerTable(columns: ["a", "b"], rows: [["", "only"]])
    #expect(TextTable(sparse).text(width: 20) == "b  only\n")
    #expect(TextTable(AnswerTable(columns: ["a"])).text(width: 80) == "")
  }

  @Test(arguments: [1, 20, 59, 60, 61, 100, 1000])
  func noLineIsWiderThanItMayBe(_ width: Int) {
    let text = TextTable(table).text(width: width)
    let longest = text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    #expect(longest <= max(width, 24))
  }
}
