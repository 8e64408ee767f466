// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Testing

@Suite("Query parser")
struct QueryParserTests {
  @Test("the text of an item is what was written, no more and no less")
  func itemTexts() throws {
    let text = "RETURN  n . name+1 , (a), count( * ) AS c,'x' /* no */, [1 ,2 ] // end"
    let statement = try #require(QueryParser.parse(text).statement)
    guard case .returning(let projection) = statement.query.first.clauses.first else {
      Issue.record("no RETURN")
      return
    }
    #expect(
      projection.items.map(\.text) == ["n . name+1", "(a)", "count( * )", "'x'", "[1 ,2 ]"])
    #expect(projection.items.map { $0.alias?.text } == [nil, nil, "c", nil, nil])
  }

  @Test("places are offsets in bytes, also after characters of several")
  func spans() throws {
    let text = "MATCH (é:Ä) WHERE é.x = 'ü' RETURN é"
    let statement = try #require(QueryParser.parse(text).statement)
    let bytes = Array(text.utf8)
    let shown = { (span: SourceSpan) in String(decoding: bytes[span.range], as: UTF8.self) }
    guard case .match(let match) = statement.query.first.clauses.first,
      case .node(let node) = match.pattern.paths.first?.elements.first,
      let filter = match.filter, case .comparison(let left, let links) = filter.kind
    else {
      Issue.record("no MATCH with a comparison")
      return
    }
    #expect(shown(match.span) == "MATCH (é:Ä) WHERE é.x = 'ü'")
    #expect(shown(match.pattern.span) == "(é:Ä)")
    #expect(shown(node.span) == "(é:Ä)")
    #expect(node.labels.map { shown($0.span) } == ":Ä")
    #expect(node.variable.map { shown($0.span) } == "é")
    #expect(shown(filter.span) == "é.x = 'ü'")
    #expect(shown(left.span) == "é.x")
    #expect(links.map { shown($0.operand.span) } == ["'ü'"])
    #expect(shown(statement.query.span) == text)
  }

  @Test("labels say whether openCypher has their form")
  func standardLabels() throws {
    for (labels, isStandard) in [
      (":A", false), (":A:B", false), (":A|B", false), (":A|:B", false), (" IS A", true),
      (":A&B", true), (":!A", true), (":%", true), (":(A)", true), (":A|(B)", true),
    ] {
      let statement = try #require(QueryParser.parse("MATCH (n\(labels)) RETURN n").statement)
      guard case .match(let match) = statement.query.first.clauses.first,
        case .node(let node) = match.pattern.paths.first?.elements.first
      else {
        Issue.record("no node")
        return
      }
      #expect(node.labels?.isStandardOnly == isStandard, "\(labels)")
    }
  }

  @Test("numbers have the values that are written")
  func numbers() {
    for (text, value) in [
      ("0", "0"), ("007", "7"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"), ("- 5", "-5"), ("0xff", "255"),
      ("-0x8000000000000000", "-9223372036854775808"), ("0o17", "15"),
      ("-0o1000000000000000000000", "-9223372036854775808"), ("1.0", "1.0"), (".5", "0.5"),
      ("-.5", "-0.5"), ("1e3", "1000.0"), ("1E-2", "0.01"), ("2.5e+1", "25.0"), ("-0.0", "-0.0"),
      ("1e-400", "0.0"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ] {
      #expect(dumpExpression(text) == value, "\(text)")
    }
  }

  @Test("strings have the characters that are written")
  func strings() {
    for (text, value) in [
      (#"''"#, ""), (#""""#, ""), (#"'a"b'"#, "a\"b"), (#""a'b""#, "a'b"),
      (#"'\\ \' \" \` \b\f\n\r\t'"#, "\\ ' \" ` \u{8}\u{C}\n\r\t"), (#"'a''b'"#, "a'b"),
      (#"'\u0041\u00e9\U0001F600'"#, "Aé😀"), (#"'\uD83D\uDE00'"#, "😀"), ("'a\nb'", "a\nb"),
    ] {
      #expect(dumpExpression(text) == String(reflecting: value), "\(text)")
    }
  }

  @Test("whitespace and comments of all kinds separate words")
  func separators() {
    let text = "\u{FEFF}MATCH\u{A0}(n)//a\rRETURN\u{3000}/* b\n * c */n\u{2028};\n"
    #expect(dump(text) == "(match (path (node n))) (return n)")
  }

  @Test("texts as openCypher's scenarios have them in places that are hard to read")
  func edgeCases() {
    for (text, detail) in [
      ("RETURN [, ] AS literal", "UnexpectedSyntax"), ("RETURN [1 2]", "UnexpectedSyntax"),
      ("RETURN [[','[]',']] AS literal", "UnexpectedSyntax"),
      ("RETURN 0x1A2b3j4D5E6f7", "InvalidNumberLiteral"), ("RETURN 0x", "InvalidNumberLiteral"),
      ("RETURN 0o", "InvalidNumberLiteral"), ("RETURN 0x1A#3", "UnexpectedSyntax"),
      ("RETURN 42 \u{2014} 41", "InvalidUnicodeCharacter"),
      ("RETURN -0x8000000000000001", "IntegerOverflow"), ("RETURN 1e309", "FloatingPointOverflow"),
      ("MATCH (a)-[:LIKES..]->(b) RETURN b", "InvalidRelationshipPattern"),
      ("RETURN 1 LIMIT 1 SKIP 1", "UnexpectedSyntax"), ("RETURN a.5", "UnexpectedSyntax"),
    ] {
      #expect(QueryParser.parse(text).faults.map(\.detail.rawValue) == [detail], "\(text)")
    }
  }

  @Test("texts longer than the limits are refused whole")
  func limits() {
    let length = QueryParser.parse("RETURN 1", limits: SyntaxLimits(textLength: 7))
    #expect(length.faults.map(\.detail) == [.textTooLong])
    #expect(length.faults.map(\.message) == ["the query is 8 bytes long, expected at most 7"])
    let tokens = QueryParser.parse("RETURN 1, 2", limits: SyntaxLimits(tokens: 3))
    #expect(tokens.faults.map(\.detail) == [.textTooLong])
    #expect(tokens.faults.map(\.message) == ["the query has more than 3 words and signs"])
    #expect(QueryParser.parse("RETURN 1", limits: SyntaxLimits(tokens: 2)).faults.isEmpty)
    let nesting = QueryParser.parse("RETURN ((1))", limits: SyntaxLimits(nesting: 2))
    #expect(nesting.faults.map(\.detail) == [.nestingTooDeep])
    let long = String(repeating: " ", count: 1 << 20) + "RETURN 1"
    #expect(QueryParser.parse(long).faults.map(\.detail) == [.textTooLong])
  }

  @Test("a text without a clause is empty")
  func emptyTexts() {
    for text in ["", " ", ";", " // nothing", "/* */ ;"] {
      #expect(
        dump(text)
          == "UnexpectedSyntax: the query is empty, expected a clause such as MATCH or RETURN")
    }
  }

  @Test("keywords are names of labels, types, properties, keys and functions, in any case")
  func keywordsAsNames() {
    let words = [
      "match", "RETURN", "Where", "in", "null", "true", "all", "case", "end", "as", "xor", "order",
      "exists", "count", "shortestPath", "filter", "cost", "keep", "any",
    ]
    for word in words {
      let text = "MATCH (n:\(word))-[:\(word)]->() RETURN n.\(word), {\(word): 1}, a.\(word)(1)"
      #expect(
        dump(text)
          == "(match (path (node n :\(word)) (-> :\(word)) (node))) (return (. n \(word)) "
          + "(map (: \(word) 1)) (call a.\(word) 1))")
    }
  }

  @Test("words that are not reserved name variables, wherever they stand")
  func wordsAsVariables() throws {
    let words = [
      "count", "any", "none", "single", "filter", "extract", "reduce", "exists", "collect", "let",
      "for", "cost", "keep", "of", "on", "by", "asc", "desc", "yield", "call", "shortest", "path",
      "trail", "different", "edges", "shortestPath", "labeled", "offset", "explain",
    ]
    for word in words {
      let text =
        "MATCH \(word) = (\(word)2)-[\(word)]->(\(word):A) WITH \(word) ORDER BY \(word) DESC "
        + "UNWIND [\(word) IN \(word) WHERE \(word) | \(word)] AS \(word) RETURN \(word).x AS \(word)"
      let parsed = QueryParser.parse(text)
      #expect(parsed.faults.map(\.message) == [], "\(word)")
      RoundTrip.check(try #require(parsed.statement), text)
    }
  }
}
