// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The numbers that edges hold in one property.
struct EdgeNumbers {
  private let name: String
  private let missing: PathCost?
  private let view: TraversalView

  /// By edge type, the column of the property; for a graph without edits.
  private let columns: [(edges: Range<UInt32>, column: PropertyColumn?)]?

  init(_ name: String, missing: PathCost?, view: TraversalView) {
    self.name = name
    self.missing = missing
    self.view = view
    let storage = view.graph.storage
    columns =
      view.graph.isEdited
      ? nil
      : storage.edgeTypes.map { type in
        let column = type.columns.first { storage.propertyNames[Int($0.property)] == name }
        return (type.edges, column)
      }
  }

  /// The column of some edges, all of one type; nil where they have none, or none that can be read
  /// as it stands.
  func column(of edges: Range<UInt32>) -> PropertyColumn? {
    columns?.first { $0.edges == edges }?.column
  }

  /// Whether it is known that none of some edges, all of one type, has the property.
  func areMissing(from edges: Range<UInt32>) -> Bool {
    columns?.contains { $0.edges == edges && $0.column == nil } ?? false
  }

  /// What the edge at a position holds, in millionths.
  func millionths(of edge: UInt32) -> Result<Int64, EdgeRefusal> {
    if let columns, let (edges, column) = columns.first(where: { $0.edges.contains(edge) }),
      let column, let place = column.position(ofRow: Int(edge - edges.lowerBound))
    {
      switch column.values {
      case .integer(let numbers): return Self.millionths(of: numbers.base[place])
      case .float(let numbers): return Self.millionths(of: numbers.base[place])
      default: break
      }
    }
    return Self.millionths(
      of: view.graph.value(of: view.edge(at: edge), named: name), missing: missing)
  }

  private static func millionths(of number: Int64) -> Result<Int64, EdgeRefusal> {
    if number < 0 { return .failure(EdgeRefusal(problem: .negative("\(number)"))) }
    let (product, overflows) = number.multipliedReportingOverflow(by: PathCost.one)
    return overflows
      ? .failure(EdgeRefusal(problem: .tooLarge("\(number)"))) : .success(product)
  }

  private static func millionths(of number: Double) -> Result<Int64, EdgeRefusal> {
    guard number.isFinite else { return .failure(EdgeRefusal(problem: .notFinite)) }
    if number < 0 { return .failure(EdgeRefusal(problem: .negative("\(number)"))) }
    return PathCost(rounding: number).map { .success($0.millionths) }
      ?? .failure(EdgeRefusal(problem: .tooLarge("\(number)")))
  }

  private static func millionths(
    of value: Value?, missing: PathCost?
  ) -> Result<Int64, EdgeRefusal> {
    switch value {
    case nil, .null?:
      return missing.map { .success($0.millionths) } ?? .failure(EdgeRefusal(problem: .missing))
    case .integer(let number)?: return millionths(of: number)
    case .float(let number)?: return millionths(of: number)
    case .some(let value):
      return .failure(EdgeRefusal(problem: .notANumber(value.typeName)))
    }
  }
}

/// Why an edge has no cost.
struct EdgeRefusal: Error {
  let problem: CostProblem
}
