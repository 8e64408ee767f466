// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

struct YAMLFormattingRefusalTests {
  private func refusal(_ bytes: [UInt8]) -> String {
    let result = YAMLFormatter.format(SourceText(name: "a.yaml", utf8: bytes))
    guard let diagnostic = result.diagnostics.first else { return "formatted" }
    #expect(result.formatted == nil && !result.isChanged && result.difference() == nil)
    let place = diagnostic.location
    return "\(place?.line ?? 0):\(place?.column ?? 0) \(diagnostic.code) \(diagnostic.message)"
      + (diagnostic.help.map { " (\($0))" } ?? "")
  }

  @Test(arguments: [
    ("a:\n\tb: c\n", "2:1 E182 Tab where YAML wants spaces (indent with two spaces)"),
    ("-\ta: b\n", "1:2 E182 Tab where YAML wants spaces (indent with two spaces)"),
    ("a: |\n\tb\n", "2:1 E182 Tab where YAML wants spaces (indent with two spaces)"),
    (
      "a: b\n  c: d\n",
      "2:4 E189 Text holds ': ', which YAML reads as a key "
        + "(put the text in double quotes)"
    ),
    (
      "a: b: c\n",
      "1:5 E189 Text holds ': ', which YAML reads as a key "
        + "(put the text in double quotes)"
    ),
    (
      "a: \"b\": c\n",
      "1:7 E189 Text holds ': ', which YAML reads as a key "
        + "(put the text in double quotes)"
    ),
    ("a:\n  - b\n c: d\n", "3:2 E183 Line is not indented like the lines it belongs to"),
    (
      "- a\n  - b: c\n",
      "2:6 E189 Text holds ': ', which YAML reads as a key "
        + "(put the text in double quotes)"
    ),
    ("a: b\n- c\n", "2:1 E183 Line is not indented like the lines it belongs to"),
    ("- a\nb: c\n", "2:1 E183 Line is not indented like the lines it belongs to"),
    ("a: - b\n", "1:4 E183 List begins on the line of its key (begin it on a line of its own)"),
    ("a: \"b\n\nc: d\n", "1:4 E184 Quote opened here is never closed"),
    ("a: 'b''\n", "1:4 E184 Quote opened here is never closed"),
    (
      "a: \"b\" c\n",
      "1:8 E185 Text behind a value that has ended "
        + "(put the whole value in one pair of quotes)"
    ),
    (
      "a: [b] c\n",
      "1:8 E185 Text behind a value that has ended "
        + "(put the whole value in one pair of quotes)"
    ),
    ("a: \"b\"#c\n", "1:7 E185 Comment without a space before '#' (put a space before it)"),
    ("a: \"b\\q\"\n", "1:6 E186 Unknown escape '\\q' in double quotes (write a backslash as \\\\)"),
    (
      "a: \"\\u12g\"\n",
      "1:5 E186 Unknown escape '\\u12' in double quotes (write a backslash as \\\\)"
    ),
    (
      "a: \"\\uD800\"\n",
      "1:5 E186 Unknown escape '\\uD800' in double quotes (write a backslash as \\\\)"
    ),
    (
      "a: &b c\n",
      "1:4 E187 Datasets do without anchors (&) (put a text that begins so in quotes)"
    ),
    ("a: *b\n", "1:4 E187 Datasets do without aliases (*) (put a text that begins so in quotes)"),
    ("a: !b c\n", "1:4 E187 Datasets do without tags (!) (put a text that begins so in quotes)"),
    (
      "a: @b\n",
      "1:4 E187 Datasets do without texts that begin with @ or ` "
        + "(put a text that begins so in quotes)"
    ),
    (
      "a: %b\n",
      "1:4 E187 Datasets do without directives (%) (put a text that begins so in quotes)"
    ),
    (
      "%YAML 1.2\n---\n",
      "1:1 E187 Datasets do without directives (%) (put a text that begins so in quotes)"
    ),
    ("<<: {a: b}\n", "1:1 E187 Datasets do without merge keys (<<)"),
    ("? a\n: b\n", "1:1 E187 Datasets do without keys marked with ?"),
    ("[a]: b\n", "1:1 E187 Datasets do without lists or mappings as keys"),
    ("a: [{b: c}: d]\n", "1:5 E187 Datasets do without lists or mappings as keys"),
    ("a: b\n---\nc: d\n", "2:1 E187 Datasets do without several documents in one file"),
    ("a: b\n...\n", "2:1 E187 Datasets do without several documents in one file"),
    ("---\n---\n", "2:1 E187 Datasets do without several documents in one file"),
    (
      "--- a\n",
      "1:5 E187 Datasets do without text on the line of --- "
        + "(begin it on the next line)"
    ),
    ("a: [b, c\n", "1:4 E188 '[' opened here is never closed"),
    ("a: {b: c\n", "1:4 E188 '{' opened here is never closed"),
    (
      "a: [b}\n",
      "1:6 E188 '}' is not expected here "
        + "(separate items by ', ' and pairs by 'key: value')"
    ),
    (
      "a: [b, , c]\n",
      "1:8 E188 ',' is not expected here "
        + "(separate items by ', ' and pairs by 'key: value')"
    ),
    (
      "a: [\"b\" \"c\"]\n",
      "1:9 E188 '\"c\"]' is not expected here "
        + "(separate items by ', ' and pairs by 'key: value')"
    ),
    (
      "a: {b: }\n",
      "1:5 E188 Key 'b' has no value (write \"\" for a text without characters)"
    ),
    ("a: {b, c: d}\n", "1:5 E189 Expected 'key: value'"),
    ("a: b\nc\n", "2:1 E189 Expected 'key: value'"),
    ("a: b\n: c\n", "2:1 E189 Expected 'key: value'"),
    ("a: b\na: c\n", "2:1 E190 Key 'a' stands twice"),
    ("a: {b: c, 'b': d}\n", "1:11 E190 Key 'b' stands twice"),
    ("Kazakhstan\n", "1:1 E191 Expected a list of entries or a mapping"),
    ("a: |x\n  b\n", "1:5 E192 Expected nothing but '-', '+' or a digit behind '|' or '>'"),
    (
      "a: |\n    \n  b\n",
      "3:3 E192 Blank line is indented deeper than the text below it (remove its spaces)"
    ),
  ])
  func namesTheReasonAndThePlace(_ text: String, _ expected: String) {
    #expect(refusal(Array(text.utf8)) == expected)
  }

  @Test func refusesWhatIsNotText() {
    #expect(refusal([0x61, 0xE9]) == "1:2 E181 Byte 0xE9 is not UTF-8 here")
    #expect(refusal([0xFF, 0xFE, 0x61]) == "1:1 E181 File is in UTF-16, expected UTF-8")
    #expect(refusal([0x61, 0]) == "1:2 E181 Character U+0000 cannot stand in YAML")
    #expect(refusal([0x61, 0x1B]) == "1:2 E181 Character U+001B cannot stand in YAML")
    #expect(
      refusal(Array("a: b\u{2028}c".utf8)) == "1:5 E181 Character U+2028 cannot stand in YAML "
        + "(write it as an escape in double quotes)")
  }

  @Test func keepsItsLimits() {
    let depth = 64
    let nested =
      String(repeating: "[", count: depth - 1) + "a" + String(repeating: "]", count: depth - 1)
    #expect(refusal(Array("a: \(nested)\n".utf8)) == "formatted")
    #expect(
      refusal(Array("a: [\(nested)]\n".utf8))
        == "1:67 E193 Nested deeper than 64 lists and mappings")
    #expect(
      refusal(Array(repeating: UInt8(ascii: "["), count: 100_000))
        == "1:65 E193 Nested deeper than 64 lists and mappings")
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(refusal(Array(dashes.utf8)) == "1:129 E193 Nested deeper than 64 lists and mappings")
    let key = String(repeating: "k", count: 160)
    #expect(refusal(Array("\(key): a\n".utf8)) == "formatted")
    #expect(refusal(Array("\(key)k: a\n".utf8)) == "1:1 E194 Key is longer than 160 characters")
    let large = [UInt8](repeating: UInt8(ascii: "#"), count: (64 << 20) + 1)
    #expect(
      refusal(large) == "0:0 E180 File is larger than 64 MB (split it; all fact files are merged)")
  }

  @Test func everyCodeIsExplained() {
    let codes = YAMLFormattingDiagnostics.catalogue.entries.map(\.code)
    #expect(codes == (180...195).map { "E\($0)" })
    #expect(YAMLFormattingDiagnostics.catalogue.problems() == [])
  }
}
