// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

struct YAMLFormatterTests {
  /// The formatted text, which formatting again must leave alone; else why it was refused.
  private func format(_ text: String) -> String {
    let result = YAMLFormatter.format(SourceText(name: "facts.yaml", text))
    guard let formatted = result.text else {
      return result.diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "\n")
    }
    let again = YAMLFormatter.format(SourceText(name: "facts.yaml", formatted))
    #expect(again.text == formatted)
    #expect(!again.isChanged)
    return formatted
  }

  @Test func ordersTheKeysOfAnEntry() {
    let text = """
      - name: BOMCA
        sources: [dg-home]
        # where
        COVERS: kazakhstan  # since when?
        status: ended
        until: 2019
        Programme: bomca
        budget: 1
        aliases: [B]
        since: 2003
      """
    #expect(
      format(text) == """
        - Programme: bomca
          name: BOMCA
          aliases: [B]
          since: 2003
          until: 2019
          status: ended
          budget: 1
          # where
          COVERS: kazakhstan  # since when?
          sources: [dg-home]

        """)
  }

  @Test func keepsTheFirstKeyWhereItMayBeTheType() {
    #expect(format("- programme: a\n  Foo: b\n") == "- programme: a\n  Foo: b\n")
    #expect(format("- NGO: a\n  name: b\n") == "- NGO: a\n  name: b\n")
    #expect(format("- COVERS: a\n  State: b\n") == "- State: b\n  COVERS: a\n")
    #expect(format("- until: a\n  since: b\n") == "- since: b\n  until: a\n")
    #expect(format("until: a\nsince: b\n") == "until: a\nsince: b\n")
  }

  @Test func separatesEntriesByOneBlankLine() {
    let text = """
      ---
      # all states


      # of Central Asia
      - State: kazakhstan
        name: Kazakhstan


      - State: tajikistan
        name: Tajikistan

        isoAlpha2: TJ
      # about the next

      - {State: uzbekistan, name: Uzbekistan} # last


      """
    #expect(
      format(text) == """
        # all states

        # of Central Asia
        - State: kazakhstan
          name: Kazakhstan

        - State: tajikistan
          name: Tajikistan

          isoAlpha2: TJ

        # about the next

        # last
        - State: uzbekistan
          name: Uzbekistan

        """)
  }

  @Test func indentsByTwoSpaces() {
    let text = """
      -   Programme:   bomca
          COVERS:
          - kazakhstan
          -   to: tajikistan
              since: 2003
          - - a
            -     - b
          facets:
                area:
                      type: x

      """
    #expect(
      format(text) == """
        - Programme: bomca
          facets:
            area:
              type: x
          COVERS:
            - kazakhstan
            - to: tajikistan
              since: 2003
            - - a
              - - b

        """)
  }

  @Test func keepsBracketsThatFit() {
    #expect(
      format("a: [b,c ,  {d: e,f: [ ]}, ]\n") == "a: [b, c, {d: e, f: []}]\n")
    #expect(format("a: [\n  b,\n  c\n]\n") == "a: [b, c]\n")
    #expect(format("a: [b: c, \"d\":e]\nf: {}\n") == "a: [{b: c}, {d: e}]\nf: {}\n")
    #expect(format("a:\n  [b]\n") == "a: [b]\n")
    #expect(format("[]\n") == "[]\n")
    #expect(format("{a: b, c: [d]}\n") == "a: b\nc: [d]\n")
    #expect(format("[a, [b]]\n") == "- a\n- [b]\n")
  }

  @Test func breaksBracketsThatDoNotFit() {
    let item = String(repeating: "x", count: 20)
    let line = "COVERS: [\(item), \(item), \(item), \(String(repeating: "y", count: 24))]"
    #expect(line.utf8.count == 100)
    #expect(format(line + "\n") == line + "\n")
    #expect(
      format(line.replacing("y]", with: "yy]") + "  # five\n") == """
        COVERS:  # five
          - \(item)
          - \(item)
          - \(item)
          - \(String(repeating: "y", count: 25))

        """)
    let nested =
      "a: [{to: \(item), since: 2003, sources: [\(item), \(item)]}, {to: \(item)}, "
      + "\(item), \(item)]\n"
    #expect(
      format(nested) == """
        a:
          - {to: \(item), since: 2003, sources: [\(item), \(item)]}
          - {to: \(item)}
          - \(item)
          - \(item)

        """)
  }

  @Test func countsCharactersAndNotBytes() {
    let name = String(repeating: "ж", count: 95)
    #expect(format("a: [\(name)]\n") == "a: [\(name)]\n")
    #expect(format("a: [\(name)ж]\n") == "a:\n  - \(name)ж\n")
  }

  @Test func movesCommentsOutOfBrackets() {
    let text = """
      COVERS: [ # states
        kazakhstan, # the first
        # and then
        tajikistan
        # no more
        ] # end
      ADDRESSES: [ # areas
        trade]
      LEADS: [ # nobody
        ]
      to: {a: b, # one
        c: # two
          d}
      """
    #expect(
      format(text) == """
        COVERS:  # states
          - kazakhstan  # the first
          # and then
          - tajikistan
          # no more
          # end
        ADDRESSES: [trade]  # areas
        # nobody
        LEADS: []
        to:
          a: b  # one
          # two
          c: d

        """)
  }

  @Test func keepsCommentsWithTheirLines() {
    let text = """
      # head

      - # of the entry
        Programme: bomca   #no space
        # below the dash
        COVERS: # which
          # first
          - kazakhstan
          # - tajikistan

        # of the edge
        ADDRESSES:
        # less deep
          - trade
            # much deeper
        budget: # how much
          100
      # next entry
      # tail
      """
    #expect(
      format(text) == """
        # head

        # of the entry
        - Programme: bomca  #no space
          budget: 100  # how much
          # below the dash
          COVERS:  # which
            # first
            - kazakhstan
            # - tajikistan

          # of the edge
          ADDRESSES:
            # less deep
            - trade
            # much deeper
        # next entry
        # tail

        """)
  }

  @Test func keepsAFileOfComments() {
    #expect(format("") == "")
    #expect(format("\n\n") == "")
    #expect(format("# a\n\n\n# b   \n\n") == "# a\n\n# b\n")
    #expect(format("---\n# a") == "# a\n")
  }

  @Test func quotesOnlyWhereNeeded() {
    let cases: [(String, String)] = [
      ("'plain text'", "plain text"), ("\"it's\"", "it's"), ("'say \"no\"'", "say \"no\""),
      ("'a, b [c] {d}'", "a, b [c] {d}"), ("'a: b'", "\"a: b\""), ("'a:b'", "a:b"),
      ("'a #b'", "\"a #b\""), ("'a#b'", "a#b"), ("'a:'", "\"a:\""), ("''", "\"\""),
      ("' a'", "\" a\""), ("'a '", "\"a \""), ("'- a'", "\"- a\""), ("'-a'", "\"-a\""),
      ("'it''s'", "it's"), ("'\\n'", "\\n"),
      ("\"a\\tb\"", "\"a\\tb\""), ("\"\\u0416\\x41\"", "ЖA"), ("\"\\u2028\"", "\"\\u2028\""),
      ("\"\\u202E\"", "\"\\u202E\""), ("\"\\0\"", "\"\\x00\""), ("\"\\U0001F600\"", "😀"),
      ("\"a\\\nb\"", "ab"), ("'no'", "\"no\""), ("no", "no"), ("'2015'", "\"2015\""),
      ("2015", "2015"), ("'2009-04'", "2009-04"), ("'2009-04-27'", "\"2009-04-27\""),
      ("'1:30'", "\"1:30\""), ("'0x1F'", "\"0x1F\""), ("'1e3'", "\"1e3\""), ("'~'", "\"~\""),
      ("'null'", "\"null\""), ("'1_000'", "\"1_000\""), ("'012'", "\"012\""), ("'.5'", "\".5\""),
      ("'3 rows'", "3 rows"), ("'='", "\"=\""),
      ("~", "~"), ("'!x'", "\"!x\""), ("'http://x.eu/?a=b'", "http://x.eu/?a=b"),
    ]
    for (written, expected) in cases {
      #expect(format("key: \(written)\n") == "key: \(expected)\n")
    }
  }

  @Test func quotesMoreInBrackets() {
    #expect(
      format("a: ['b, c', 'd?e', '{x}', 'f g', 'h:i']\n")
        == "a: [\"b, c\", \"d?e\", \"{x}\", f g, h:i]\n")
    #expect(format("{'a, b': c}\n") == "a, b: c\n")
    #expect(format("x: {'a, b': c}\n") == "x: {\"a, b\": c}\n")
  }

  @Test func joinsLinesThatFitAndKeepsThoseThatDoNot() {
    #expect(format("a: one\n  two\n\n  three\n") == "a: one\n  two\n\n  three\n")
    #expect(format("a: one\n   two # c\n") == "a: one two  # c\n")
    #expect(format("a: 'one\n   two'\n") == "a: one two\n")
    let long = String(repeating: "word ", count: 15) + "end"
    #expect(
      format("a: \(long)\n    \(long)\nb: \"x:  \(long)\n \(long)\"\n") == """
        a: \(long)
          \(long)
        b: "x:  \(long)
          \(long)"

        """)
    // What is long on one line stays there.
    #expect(format("a: '\(long) \(long)'\n") == "a: \(long) \(long)\n")
    #expect(format("a:\n  - '\(long)\n    \(long)'\n") == "a:\n  - \(long)\n    \(long)\n")
  }

  @Test func keepsTextBlocks() {
    let text = """
      a: |   # comment
          one
            two

          three
      b: >-
       x
       y


      c: |2
          deep
      d: |+
        kept

      e: |+
        kept

      # after
      f: |
      g:
        - |-
          z
        - >+
          w
      """
    #expect(
      format(text) == """
        a: |  # comment
          one
            two

          three
        b: >-
          x
          y

        c: |2
            deep
        d: |+
          kept

        e: |+
          kept

        # after
        f: ""
        g:
          - |-
            z
          - >-
            w

        """)
  }

  @Test func keepsBlankLinesThatBelongToText() {
    #expect(
      format("- A: b\n  c: |+\n    x\n\n\n- A: d\n") == "- A: b\n  c: |+\n    x\n\n\n- A: d\n")
    #expect(format("- A: b\n  c: |+\n    x\n- A: d\n") == "- A: b\n  c: |\n    x\n\n- A: d\n")
    #expect(format("a: |") == "a: \"\"\n")
    #expect(format("- a: >-  # c") == "- a: \"\"  # c\n")
    #expect(format("a: |\n  x") == "a: |-\n  x\n")
    #expect(format("a: |+\n\n\nb: c\n") == "a: \"\\n\\n\"\nb: c\n")
    #expect(format("a: |\n  x  \n   \n  y\n") == "a: |\n  x  \n   \n  y\n")
  }

  @Test func keepsKeysWithoutValues() {
    #expect(format("a:\nb: # c\nd:   \n") == "a:\nb:  # c\nd:\n")
    #expect(format("- \n- # c\n-\n  # d\n- e\n") == "-\n# c\n-\n-\n# d\n- e\n")
  }

  @Test func normalisesLineEndsAndWhiteSpace() {
    #expect(
      format("\u{FEFF}a: b  \r\nc: d\t\r\n \t \r\ne: |\r\n  f\r\n") == "a: b\nc: d\n\ne: |\n  f\n")
    #expect(format("a: b\rc:\td") == "a: b\nc: d\n")
  }

  @Test func showsWhatItChanges() {
    let source = SourceText(name: "a.yaml", "- A: b\n- A:  c\n")
    let result = YAMLFormatter.format(source)
    #expect(result.isChanged)
    #expect(
      result.difference()?.unified(oldName: "a.yaml", newName: "a.yaml (formatted)") == """
        --- a.yaml
        +++ a.yaml (formatted)
        @@ -1,2 +1,3 @@
         - A: b
        -- A:  c
        +
        +- A: c

        """)
    let settled = YAMLFormatter.format(SourceText(name: "a.yaml", "- A: b\n"))
    #expect(!settled.isChanged)
    #expect(settled.difference() == nil)
    #expect(settled.diagnostics == [])
  }

  @Test func takesLargeTextsInLinearTime() {
    var text = ""
    for index in 0..<4_000 {
      text += "- Programme: p\(index)\n  COVERS: [a, b, {to: c, sources: [d: \"e f\"]}]  # x\n"
    }
    text +=
      "- Programme: last\n  COVERS: [" + (0..<20_000).map { "n\($0)" }.joined(separator: ", ")
      + "]\n"
    let result = YAMLFormatter.format(SourceText(name: "a.yaml", text))
    #expect(result.formatted.map { $0.count > text.utf8.count } == true)
  }
}
