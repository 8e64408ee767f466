// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import SourceDiagnostics
import Testing

/// The examples of the catalogue have the faults that they are examples of.
@Suite("Examples of faults")
struct QueryFaultExampleTests {
  /// Faults that show only while a query runs, or whose examples are no queries.
  private static let others: Set<QueryFault.Detail> = [
    .invalidArgumentValue, .deletedEntityAccess, .deleteConnectedNode, .mergeReadOwnWrites,
    .missingParameter, .mapElementAccessByNonString, .listElementAccessByNonInteger,
    .invalidPropertyType, .numberOutOfRange,
    .divisionByZero, .arithmeticOverflow, .nestingTooDeep, .textTooLong, .graphTypeViolation,
    .duplicateKey, .invalidRegularExpression, .unboundedWalk, .negativeCost, .deadline, .rowLimit,
    .memoryLimit, .workLimit, .interrupted, .writingRefused,
  ]

  private static let compileTime = QueryFault.Detail.allCases.filter { !others.contains($0) }

  /// Whose graph type allows what the examples speak of, and no more.
  private static func graph() throws -> PropertyGraph {
    let type = GraphType(
      name: "Small",
      nodeTypes: [
        NodeType(
          name: "State", properties: [PropertyDeclaration(name: "isoAlpha2", type: .string)]),
        NodeType(name: "Dialogue"), NodeType(name: "PolicyArea"), NodeType(name: "Topic"),
      ],
      edgeTypes: [
        EdgeType(label: "CHAIRS", from: ["State"], to: ["Dialogue"]),
        EdgeType(label: "OBSERVES", from: ["State"], to: ["Dialogue"]),
        EdgeType(label: "BROADER", from: ["PolicyArea"], to: ["PolicyArea"]),
      ])
    return try GraphBuilder(graphType: type).freeze()
  }

  /// The codes of what is wrong with a query, none where nothing is.
  private func faults(of text: String) throws -> [QueryFault.Detail] {
    do {
      _ = try PreparedQuery(text, for: Self.graph())
      return []
    } catch let error as QueryError {
      return error.faults.map(\.detail)
    }
  }

  @Test("every example has its fault", arguments: compileTime)
  func example(_ detail: QueryFault.Detail) throws {
    let entry = try #require(QueryFaultCatalogue.catalogue.entry(for: detail.code))
    #expect(try faults(of: entry.example).first == detail)
  }

  @Test("every correction has none", arguments: compileTime)
  func correction(_ detail: QueryFault.Detail) throws {
    let entry = try #require(QueryFaultCatalogue.catalogue.entry(for: detail.code))
    let correction = try #require(entry.correction)
    #expect(try faults(of: correction) == [])
  }
}
