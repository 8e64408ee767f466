// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

struct CSVFactReaderTests {
  private func facts(_ name: String, _ text: String) -> CSVFacts {
    CSVFactReader.read(SourceText(name: name, text))
  }

  private func dump(_ name: String, _ text: String) -> [String] {
    facts(name, text).records.map(FactDump.text)
  }

  private func findings(_ name: String, _ text: String) -> [String] {
    facts(name, text).diagnostics.map {
      "\($0.location?.cell ?? "-") \($0.code) \($0.message)" + ($0.help.map { " (\($0))" } ?? "")
    }
  }

  @Test func readsNodes() {
    let text = """
      key,type,name,aliases,since,until,sources,status
      bomca-9,Programme,"Border Management, phase 9",BOMCA 9 #acronym|БОМКА 9 @ru|Old | name\\|x #former @en,2015-06,,dg-home|icmpd: fact box,ended
      kazakhstan,State,Kazakhstan,,,,,""
      """
    #expect(
      dump("nodes.csv", text) == [
        "Programme bomca-9 [BOMCA 9/acronym/-, БОМКА 9/-/ru, Old/-/-, name|x/former/en] "
          + "name=Border Management, phase 9 since=2015-06 status=ended "
          + "by(dg-home, icmpd: fact box)",
        "State kazakhstan [] name=Kazakhstan status= by()",
      ])
    #expect(findings("nodes.csv", text) == [])
  }

  @Test func addsClaimsToANodeAbove() {
    let text = """
      key,type,name,budget,sources,preferred,note,locator
      bomca,Programme,BOMCA,33600000,ec,,,
      bomca,,,36000000,mfa,true,rounded,page 2
      bomca,,,33600000,icmpd,,,
      """
    #expect(
      dump("nodes.csv", text) == [
        "Programme bomca [] name=BOMCA "
          + "budget={33600000 by(ec, icmpd) | 36000000! by(mfa: page 2 ; rounded)} "
          + "by(ec) by(mfa: page 2 ; rounded) by(icmpd)"
      ])
    #expect(findings("nodes.csv", text) == [])
  }

  @Test func mergesRowsOfOneEdge() {
    let text = """
      id,from,type,to,since,until,source,locator,note,role
      ,bomca,COVERS,kazakhstan,2003,,dg-home,,,lead
      ,bomca,COVERS,kazakhstan,2003,,giz,page 3,,
      ,bomca,COVERS,kazakhstan,2004,2010,mfa,,about,
      second,bomca,COVERS,kazakhstan,2019,,,,,
      ,bomca,COVERS,tajikistan,,,,,,
      """
    #expect(
      dump("edges.csv", text) == [
        "bomca -COVERS-> kazakhstan since={2003 by(dg-home, giz: page 3) | 2004 by(mfa ; about)} "
          + "role=lead until={2010 by(mfa ; about)} "
          + "by(dg-home) by(giz: page 3) by(mfa ; about)",
        "bomca -COVERS-> kazakhstan #second since=2019 by()",
        "bomca -COVERS-> tajikistan by()",
      ])
    #expect(findings("edges.csv", text) == [])
  }

  @Test func readsSources() {
    let text = """
      id;title;publisher;url;published;retrieved;license;note
      dg-home;Central Asia;European Commission;https://x.eu;2020;2026-01-02;CC BY 4.0;
      """
    #expect(
      dump("sources.csv", text) == [
        "dg-home title=Central Asia publisher=European Commission url=https://x.eu published=2020 "
          + "retrieved=2026-01-02 licence=CC BY 4.0"
      ])
  }

  @Test func understandsTheHeadersOfOtherPrograms() {
    let gephi = "Source,Target,Type,Label,Weight\na,b,Directed,COVERS,1.5\n"
    #expect(dump("edges.csv", gephi) == ["a -COVERS-> b Weight=1.5 by()"])
    let kumu = "From,To,Label\na,b,COVERS\n"
    #expect(dump("facts.csv", kumu) == ["a -COVERS-> b by()"])
    #expect(dump("x.csv", "Id,Label,Type\na,The A,State\n") == ["State a [] name=The A by()"])
    let ours = "from,source,type,to,label\na,dg,COVERS,b,words\n"
    #expect(dump("edges.csv", ours) == ["a -COVERS-> b label=words by(dg)"])
  }

  @Test func trimsPlainCellsAndKeepsQuotedOnes() {
    #expect(
      dump("nodes.csv", "key, type ,name, x\n a , State ,\" A \", 1 \n")
        == ["State a [] name= A  x=1 by()"])
  }

  @Test func knowsThePlaceOfEachText() {
    let facts = facts("data/edges.csv", "from,type,to,since\na,COVERS,b,Apr-09\n")
    guard case .edge(let edge)? = facts.records.first else {
      Issue.record("no edge")
      return
    }
    let place = edge.statements[0].claims[0].value.location
    #expect(place.file == "data/edges.csv")
    #expect(place.cell == "D2")
    #expect(place.line == 2)
    #expect(place.column == 12)
    #expect(place.length == 6)
    #expect(edge.statements[0].property.location.cell == "D1")
    #expect(edge.statements[0].claims[0].value.text == "Apr-09")
  }

  @Test func tellsTablesApart() {
    #expect(facts("x.csv", "from,type,to\n").kind == .edges)
    #expect(facts("x.csv", "id,title\n").kind == .sources)
    #expect(facts("a/nodes-2020.csv", "key,type\n").kind == .nodes)
    #expect(
      findings("x.csv", "a,b\n1,2\n") == [
        "- E161 Not clear whether the table holds nodes, edges or sources "
          + "(call the file nodes.csv, edges.csv or sources.csv)"
      ])
    #expect(
      findings("nodes.csv", "\n\n")
        == ["- E160 File has no header row (name the columns in the first row)"])
  }

  @Test func reportsFaultsOfTheHeader() {
    #expect(
      findings("nodes.csv", "name,name,key,id\n") == [
        "B1 E163 Column 'name' stands twice",
        "D1 E163 Column 'id' means the same as column 'key'",
        "- E162 Table of nodes has no column 'type'",
      ])
    #expect(
      findings("edges.csv", "type\n") == [
        "- E162 Table of edges has no column 'from'",
        "- E162 Table of edges has no column 'to' (also accepted: 'target')",
      ])
    #expect(
      findings("sources.csv", "key,title,author\na,b,c\n") == [
        "C1 E165 Sources have no column 'author' (columns of sources: key, title, publisher, url, "
          + "published, retrieved, language, licence, note)"
      ])
    #expect(
      findings("nodes.csv", "key,type,\na,State,\nb,State,x\n")
        == ["C3 E164 Cell under a header that is empty (name column C in the first row)"])
  }

  @Test func reportsFaultsOfRows() {
    #expect(
      findings("edges.csv", "from,type,to\na,,b\n,COVERS,\"\"\n") == [
        "B2 E166 Row of edges has no 'type'", "A3 E166 Row of edges has no 'from'",
        "C3 E166 Row of edges has no 'to'",
      ])
    #expect(
      findings("nodes.csv", "key,type,x\na,,1\n") == [
        "A2 E167 Row has no type, and no row above it is about 'a' "
          + "(a row without a type adds claims to a node above)"
      ])
    #expect(
      findings("edges.csv", "from,type,to,sources,locator,quote\na,C,b,x|y,p. 1,\na,C,c,,,q\n") == [
        "E2 E168 'locator' belongs to one source, the row names 2 "
          + "(write 'key: locator' for each source)",
        "F3 E169 'quote' without a source",
      ])
    #expect(
      findings("edges.csv", "from,type,to\na,C,b\na,C,c\na,C,b\n")
        == ["A4 W170 Row repeats row 2 (remove one of them)"])
  }

  @Test func everyCodeIsExplained() {
    let numbers = CSVDiagnostics.catalogue.entries.map { $0.code.dropFirst() }.sorted()
    #expect(numbers == (150...170).map { Substring(String($0)) })
    #expect(CSVDiagnostics.catalogue.problems() == [])
  }

  /// A million rows for one edge must not take the square of a million steps.
  @Test func mergesManyRowsInLinearTime() {
    var text = "from,type,to,since,source\n"
    for index in 0..<20_000 { text += "a,COVERS,b,\(index),s\(index)\n" }
    let facts = facts("edges.csv", text)
    guard case .edge(let edge)? = facts.records.first else {
      Issue.record("no edge")
      return
    }
    #expect(facts.records.count == 1)
    #expect(edge.statements[0].claims.count == 20_000)
    #expect(edge.supports.count == 20_000)
  }

  @Test func endsOnAnyTable() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "key", "type", "from", "to", "id", "title", "sources", "locator", "name", ",", ",", "\n",
      "\n", "\"", " ", "a", "|", "\\", ": ", "@ru", "#former", ";", "Source", "Target", "Label",
    ]
    var recordCount = 0
    for name in ["nodes.csv", "edges.csv", "sources.csv", "x.csv"] {
      for _ in 0..<1_500 {
        var text = name == "edges.csv" ? "from,type,to,sources\na,b,c," : "key,type,title\na,b,"
        if Int.random(in: 0..<4, using: &random) == 0 { text = "" }
        for _ in 0..<Int.random(in: 0...40, using: &random) {
          text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        recordCount += facts(name, text).records.count
      }
    }
    #expect(recordCount > 500)
  }
}
