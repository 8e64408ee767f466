// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

struct FacetSelectionTests {
  private let description = GraphDescription(facets: [
    "area": Facet(
      types: ["PolicyArea"], edges: ["ADDRESSES", "NOT_IN_THE_DATA"],
      expansion: .init(edge: "BROADER", isOutgoing: false)),
    "state": Facet(
      types: ["State"], edges: ["COVERS", "PARTY_TO"],
      expansion: .init(edge: "MEMBER_OF", isOutgoing: true)),
  ])

  private let text = """
    PolicyArea:visas -BROADER-> PolicyArea:borders
    PolicyArea:asylum -BROADER-> PolicyArea:migration
    PolicyArea:borders -BROADER-> PolicyArea:migration
    PolicyArea:migration -BROADER-> PolicyArea:visas
    Programme:bomca 2003..2019 -ADDRESSES-> PolicyArea:borders
    Programme:bomca -COVERS 2004..2010-> tajikistan
    Programme:visa-fund -ADDRESSES-> PolicyArea:visas
    Programme:visa-fund -COVERS-> StateGroup:central-asia
    Programme:new 2030.. -ADDRESSES-> PolicyArea:asylum
    Programme:new -COVERS-> tajikistan
    tajikistan -PARTY_TO-> Agreement:treaty
    tajikistan -MEMBER_OF 1991..-> StateGroup:central-asia
    Agreement:treaty -ADDRESSES-> PolicyArea:asylum
    Programme:idle -COVERS-> poland
    """

  private func keys(
    _ made: HandMadeGraph, _ items: [FacetAnswer.Item]
  ) -> [String] {
    items.map { made.graph.key(of: $0.node) ?? "" }
  }

  private func answer(
    _ made: HandMadeGraph, _ type: String, _ facets: [(String, String)] = [],
    _ time: FacetSelection.Time = .any
  ) throws -> FacetAnswer {
    try FacetSelection(
      type: type, facets: facets.map { .init($0.0, made[$0.1]) }, time: time
    ).answer(in: TraversalView(made.graph))
  }

  @Test func expansionIsTransitiveAndSurvivesCycles() throws {
    let made = try HandMadeGraph(text, description: description)
    let all = try answer(made, "Programme", [("area", "migration")])
    #expect(keys(made, all.items) == ["bomca", "new", "visa-fund"])
    #expect(all.items[0].links.map { made.graph.key(of: $0.node) } == ["borders"])
    let both = try answer(made, "Programme", [("area", "migration"), ("state", "tajikistan")])
    #expect(keys(made, both.items) == ["bomca", "new", "visa-fund"])
    #expect(both.items[2].links.map(\.facet) == ["area", "state"])
    #expect(both.items[2].links.map { made.graph.key(of: $0.node) } == ["visas", "central-asia"])
    let every = try answer(made, "Programme")
    #expect(keys(made, every.items) == ["bomca", "idle", "new", "visa-fund"])
    let agreements = try answer(made, "Agreement", [("state", "tajikistan")])
    #expect(keys(made, agreements.items) == ["treaty"])
  }

  @Test func time() throws {
    let made = try HandMadeGraph(text, description: description)
    let day = try #require(CalendarDate(year: 2015, month: 6, day: 1))
    let early = try #require(CalendarDate(year: 2005, month: 6, day: 1))
    let facets = [("state", "tajikistan")]
    // In 2015 bomca no longer covered tajikistan; `new` has not begun.
    let asOf = try answer(made, "Programme", facets, .asOf(day))
    #expect(keys(made, asOf.items) == ["visa-fund"])
    #expect(asOf.itemsOfUnknownStart.isEmpty)
    let inForce = try answer(made, "Programme", facets, .inForce(early))
    #expect(keys(made, inForce.items) == ["bomca"])
    #expect(keys(made, inForce.itemsOfUnknownStart) == ["visa-fund"])
    // Before 1991 tajikistan was in no group, so the group's programme does not count.
    let before = try #require(CalendarDate(year: 1990, month: 1, day: 1))
    #expect(keys(made, try answer(made, "Programme", facets, .asOf(before)).items) == [])
    let idle = try answer(made, "Programme", [], .inForce(day))
    #expect(keys(made, idle.items) == ["bomca"])
    #expect(keys(made, idle.itemsOfUnknownStart) == ["idle", "visa-fund"])
  }

  @Test func abstractTypesNameAllThatExtendThem() throws {
    var type = GraphType(name: "t", isClosed: false)
    type.nodeTypes = [
      NodeType(name: "Instrument", isAbstract: true),
      NodeType(name: "Programme", supertypes: ["Instrument"]),
      NodeType(name: "Agreement", supertypes: ["Instrument"]),
    ]
    let made = try HandMadeGraph(text, description: description, graphType: type)
    let found = try answer(made, "Instrument", [("area", "asylum")])
    #expect(keys(made, found.items) == ["treaty", "new"])
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph(text, description: description)
    func refused(_ type: String, _ facet: (String, String)) -> String {
      do {
        _ = try answer(made, type, [facet])
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      refused("Program", ("area", "visas")) == "no node type or label is called 'Program'")
    #expect(
      refused("Programme", ("aera", "visas")) == "no facet is called 'aera'; there are area, state")
    #expect(
      refused("Programme", ("area", "poland"))
        == "facet 'area' takes PolicyArea; 'poland' is a State")
    #expect(refused("Programme", ("area", "nowhere")) == "the graph has no node 4294967295")
    let bare = try HandMadeGraph("a -E-> b")
    #expect(throws: TraversalError.unknownFacet("area", known: [])) {
      try answer(bare, "State", [("area", "a")])
    }
    #expect(
      TraversalError.unknownFacet("area", known: []).description
        == "the graph describes no facets, so there is no 'area'")
  }
}
