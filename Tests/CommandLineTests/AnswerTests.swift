// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// The commands beside `path` that answer questions, in every format.
@Suite struct AnswerTests {
  private static let formats = ["text", "table", "markdown", "json", "jsonl", "csv"]
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func neighbours() throws {
    try expectSessions(
      "neighbours", in: Sessions.harbour(), environment: Self.graph,
      (Self.formats + ["dot", "mermaid"]).map { "entente neighbours 'CGE 2' --format \($0)" }
        + [
          "entente neighbours Borvia --depth 2",
          "entente neighbours Borvia --depth 0",
          "entente neighbours Borvia --types Programme",
          "entente neighbours Borvia --avoid PARTICIPATES_IN --as-of 2021",
          "entente neighbours Borvia --limit 1",
          "entente neighbours Borvia --directed",
          "entente neighbours Customs",
          "entente neighbours Borvia --depth 21",
          "entente neighbours Borvia --limit 0",
          "entente neighbours Nobody",
        ])
  }

  @Test func list() throws {
    try expectSessions(
      "list", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map {
        "entente list programmes --area 'maritime safety' --state Borvia --format \($0)"
      } + [
        "entente list states",
        "entente list Programme --as-of 2012-06-01",
        "entente list programmes --in-force --as-of 2015",
        "entente list 'policy areas'",
        "entente list agreements --state Arland",
        "entente list programmes --facet area=search-and-rescue --facet state=Arland",
        "entente list Instrument --in-force --as-of 2020-01-01",
        "entente list programms",
        "entente list vehicles",
        "entente list programmes --in-force",
        "entente list programmes --facet colour=red",
        "entente list programmes --facet area",
        "entente list programmes --area Borvia",
        "entente list programmes --area Nowhere",
      ])
  }

  @Test func show() throws {
    try expectSessions(
      "show", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente show 'CGE 2' --format \($0)" } + [
        "entente show Celdonia",
        "entente show Borvia --as-of 2021-06-01",
        "entente show Customs",
        "entente show Estmark --as-of 1990",
        "entente show 'Coast Guard Exchange'",
        "entente show CGE",
      ])
  }

  @Test func search() throws {
    try expectSessions(
      "search", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente search coast --format \($0)" } + [
        "entente search celdonia",
        "entente search coast --limit 1",
        "entente search nothing",
        "entente search coast --limit 0",
      ])
  }

  @Test func statistics() throws {
    try expectSessions(
      "stats", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente stats --format \($0)" })
  }

  @Test func graphType() throws {
    try expectSessions(
      "schema", in: Sessions.harbour(), environment: Self.graph,
      (Self.formats + ["dot", "mermaid"]).map { "entente schema --format \($0)" } + [
        "entente schema --gql"
      ])
  }
}
