// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import Testing

struct CSVWriterTests {
  @Test func quotesOnlyWhereNeeded() {
    var writer = CSVWriter()
    writer.write(["key", "name", "note", nil])
    writer.write(["a", "x, y", "he said \"no\"", "two\nlines"])
    writer.write(["", " padded", "5\" pipe", nil])
    writer.write(["one;two", "=1+1", "a b", "é"])
    writer.write([nil])
    #expect(
      writer.text == """
        key,name,note,
        a,"x, y","he said ""no""\","two
        lines"
        ""," padded","5"" pipe",
        one;two,=1+1,a b,é
        ""

        """)
  }

  @Test func usesTheDelimiterAsked() {
    var writer = CSVWriter(delimiter: .semicolon)
    writer.write(["a,b", "c;d"])
    #expect(writer.text == "a,b;\"c;d\"\n")
  }

  @Test func defusesFormulasForSpreadsheetsOnly() {
    let cells = ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "1-1", ""]
    var plain = CSVWriter()
    plain.write(cells)
    #expect(plain.text == "\"=HYPERLINK(\"\"x\"\")\",+1,-1,@SUM(A1),\"\tx\",\"\rx\",1-1,\"\"\n")
    var defused = CSVWriter(forSpreadsheets: true)
    defused.write(cells)
    #expect(
      defused.text
        == "\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@SUM(A1),\"'\tx\",\"'\rx\",1-1,\"\"\n")
  }
}
