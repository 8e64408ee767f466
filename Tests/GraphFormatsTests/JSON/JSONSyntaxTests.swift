// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphFormats

/// The bounded reader of JSON.
@Suite struct JSONSyntaxTests {
  private func fault(_ text: String, limits: JSONLimits = JSONLimits()) -> String? {
    fault(Array(text.utf8), limits: limits)
  }

  private func fault(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> String? {
    do throws(JSONFault) {
      _ = try JSONSyntaxParser.parse(bytes, limits: limits)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func valuesAndTheirPlaces() throws {
    let text = #" {"a": [1, -2.5e+3, true, null], "\u0062\n": "\ud83d\ude00\"é"} "#
    let syntax = try JSONSyntaxParser.parse(Array(text.utf8))
    let members = syntax.members(of: syntax.root)
    #expect(members.map { syntax.string($0.name) } == ["a", "b\n"])
    #expect(
      syntax.items(of: members[0].value).map { syntax.kind(of: $0) } == [
        .number, .number, .boolean, .null,
      ])
    #expect(syntax.integer(syntax.items(of: members[0].value)[0]) == 1)
    #expect(syntax.string(members[1].value) == "😀\"é")
    let range = syntax.range(of: members[0].value)
    #expect(String(decoding: syntax.bytes[range], as: UTF8.self) == "[1, -2.5e+3, true, null]")
    #expect(syntax.member("c", of: syntax.root) == nil)
  }

  @Test(arguments: [
    ("", "line 1, column 1: the text ends before its value does"),
    ("<html>", "line 1, column 1: expected a value"),
    ("{\"a\": 1,\n \"a\": 2}", "line 2, column 2: the name 'a' is given twice in one object"),
    (#"{"a": 1, "\u0061": 2}"#, "line 1, column 10: the name 'a' is given twice in one object"),
    ("[1, ]", "line 1, column 5: expected a value"),
    ("[1 2]", "line 1, column 4: expected a comma or ]"),
    ("{\"a\" 1}", "line 1, column 6: expected a colon"),
    ("{1: 2}", "line 1, column 2: expected the name of a member"),
    ("[1", "line 1, column 3: the text ends before its value does"),
    ("\"a", "line 1, column 3: the text ends before its value does"),
    ("\"a\\", "line 1, column 4: the text ends before its value does"),
    ("\"\t\"", "line 1, column 2: a control character stands in a string"),
    ("\"\\x\"", "line 1, column 2: no escape is written so"),
    ("\"\\u12\"", "line 1, column 2: no escape is written so"),
    (#""\ud800""#, "line 1, column 2: one half of a surrogate pair stands alone"),
    (#""\ud800\u0041""#, "line 1, column 2: one half of a surrogate pair stands alone"),
    (#""\udc00""#, "line 1, column 2: one half of a surrogate pair stands alone"),
    ("01", "line 1, column 2: the text goes on after its value"),
    ("-", "line 1, column 2: the text ends before its value does"),
    ("1.x", "line 1, column 3: expected a digit"),
    ("nul", "line 1, column 1: expected a value"),
    ("\u{FEFF}1", "line 1, column 1: expected a value"),
  ])
  func faults(_ text: String, _ wanted: String) {
    #expect(fault(text) == wanted)
  }

  @Test func limits() {
    #expect(
      fault(String(repeating: "[", count: 100_000))
        == "line 1, column 4001: more than 4000 arrays and objects stand in each other")
    #expect(
      fault(String(repeating: "[", count: 4_000) + String(repeating: "]", count: 4_000)) == nil)
    var few = JSONLimits()
    few.values = 3
    few.bytes = 20
    #expect(fault("[1,2,3]", limits: few) == "line 1, column 6: the text has more than 3 values")
    #expect(
      fault(String(repeating: " ", count: 21), limits: few)
        == "line 1, column 1: the text has more than 20 bytes")
    #expect(fault([0x22, 0x61, 0xFF, 0x22]) == "line 1, column 3: these bytes are not UTF-8")
    #expect(fault("\"" + String(repeating: "a", count: 5_000_000) + "\"") == nil)
  }
}
