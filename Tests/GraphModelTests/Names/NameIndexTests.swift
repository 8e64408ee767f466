// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@Suite struct NameIndexTests {
  private let graph: PropertyGraph

  init() throws {
    var builder = GraphBuilder()
    try builder.addNode(
      type: "State", key: "turkey", properties: [("name", .string("Türkiye"))],
      names: [NodeName("Turkey", kind: .former), NodeName("Турция", language: "ru")])
    try builder.addNode(
      type: "Dialogue", key: "prague-process",
      properties: [("name", .string("Prague Process"))], names: [NodeName("PP", kind: .acronym)])
    try builder.addNode(
      type: "Programme", key: "pp-ti",
      properties: [("name", .string("Prague Process Targeted Initiative"))],
      names: [NodeName("PP", kind: .acronym)])
    try builder.addNode(
      type: "Document", key: "declaration-2009",
      properties: [("name", .string("Joint Declaration"))])
    try builder.addNode(
      type: "Document", key: "declaration-2022",
      properties: [("name", .string("Joint declaration"))])
    graph = try builder.freeze()
  }

  private func node(_ key: String) throws -> NodeID { try #require(graph.node(key: key)) }

  @Test(arguments: ["turkey", "Turkey", "TÜRKİYE", "turkiye", "ТУРЦИЯ", "Türkiye"])
  func findsByAnyName(_ text: String) throws {
    #expect(NameIndex(graph).resolve(text) == .found(try node("turkey")))
  }

  @Test func anOfficialNameComesBeforeAnAlias() throws {
    #expect(NameIndex(graph).resolve("prague process") == .found(try node("prague-process")))
  }

  @Test func doesNotDecideBetweenTwo() throws {
    let index = NameIndex(graph)
    #expect(
      index.resolve("PP")
        == .ambiguous([try node("prague-process"), try node("pp-ti")].sorted()))
    #expect(
      index.resolve("joint DECLARATION")
        == .ambiguous([try node("declaration-2009"), try node("declaration-2022")].sorted()))
  }

  @Test(arguments: ["", "—", "Turk", "no such thing"])
  func saysThatNothingIsCalledSo(_ text: String) {
    #expect(NameIndex(graph).resolve(text) == .unknown)
  }

  @Test func searchGradesWholeNamesFirst() throws {
    let found = NameIndex(graph).search("prague process").map(\.node)
    #expect(found == [try node("prague-process"), try node("pp-ti")])
    #expect(NameIndex(graph).search("init prag").map(\.node) == [try node("pp-ti")])
    #expect(NameIndex(graph).search("rague").isEmpty)
    #expect(NameIndex(graph).search("joint", limit: 1).count == 1)
  }

  @Test func namesThatSourcesClaimAreFoundToo() throws {
    var builder = GraphBuilder()
    let node = try builder.addNode(
      type: "State", key: "czechia", properties: [("name", .string("Czechia"))])
    builder.addClaim(Claim(property: "name", value: .string("Czech Republic")), on: node)
    let graph = try builder.freeze()
    let czechia = try #require(graph.node(key: "czechia"))
    #expect(NameIndex(graph).resolve("czech republic") == .found(czechia))
  }
}
