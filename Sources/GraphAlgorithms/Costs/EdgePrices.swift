// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the terms of a cost model make of each edge and of each node between the ends of a path, in
/// millionths.
struct EdgePrices {
  /// By position of the edge.
  private(set) var edges: [UInt64]

  /// By position of the node; nil when passing nodes costs nothing.
  private(set) var passages: [UInt64]?

  /// What every path with an edge costs besides.
  private(set) var constant: UInt64 = 0

  /// The edges that have no cost by some property, ascending ranges.
  private(set) var refusals: [Range<UInt32>] = []

  private let view: TraversalView

  /// The greatest sum for one edge or node: room for doubling and for a few more.
  private static let limit = UInt64(1) << 59

  init(_ model: CostModel, view: TraversalView) throws(TraversalError) {
    guard !model.terms.isEmpty else { throw .emptyCostModel }
    self.view = view
    edges = Array(repeating: 0, count: view.edgeCount)
    var refused: [UInt32] = []
    for term in model.terms {
      guard term.weight >= .zero else { throw .negativeWeight(term.weight) }
      let weight = term.weight.millionths
      switch term.measure {
      case .hops: try addToEveryEdge(UInt64(weight))
      case .specificity:
        try addToEveryEdge(UInt64(weight))
        try addDegrees(weight: weight)
      case .instruments: try addInstruments(weight: UInt64(weight))
      case .property(let name, let missing):
        if let missing, missing < .zero { throw .negativeWeight(missing) }
        let numbers = EdgeNumbers(name, missing: missing, view: view)
        for edge in 0..<edges.count {
          guard case .success(let number) = numbers.millionths(of: UInt32(edge)) else {
            refused.append(UInt32(edge))
            continue
          }
          guard let product = FixedPoint.product(weight, number) else { throw .costsTooLarge }
          edges[edge] = try Self.sum(edges[edge], UInt64(product))
        }
      }
    }
    refusals = Self.ranges(refused)
  }

  private static func sum(_ left: UInt64, _ right: UInt64) throws(TraversalError) -> UInt64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    if overflows || sum > limit { throw .costsTooLarge }
    return sum
  }

  private mutating func addToEveryEdge(_ amount: UInt64) throws(TraversalError) {
    for edge in 0..<edges.count { edges[edge] = try Self.sum(edges[edge], amount) }
  }

  private mutating func addDegrees(weight: Int64) throws(TraversalError) {
    var passages = self.passages ?? Array(repeating: 0, count: view.nodeCount)
    for node in 0..<passages.count {
      let degree = UInt64(view.entries(of: UInt32(node)).count)
      let logarithm = Int64(FixedPoint.binaryLogarithm(degree))
      guard let product = FixedPoint.product(weight, logarithm) else { throw .costsTooLarge }
      passages[node] = try Self.sum(passages[node], UInt64(product))
    }
    self.passages = passages
  }

  private mutating func addInstruments(weight: UInt64) throws(TraversalError) {
    let names = view.graph.description.instrumentTypes
    var passages = self.passages ?? Array(repeating: 0, count: view.nodeCount)
    for type in view.nodeTypes where !names.contains(where: type.isNamed) {
      for node in type.range {
        passages[Int(node)] = try Self.sum(passages[Int(node)], weight)
      }
    }
    self.passages = passages
    constant = try Self.sum(constant, weight)
  }

  private static func ranges(_ edges: [UInt32]) -> [Range<UInt32>] {
    var ranges: [Range<UInt32>] = []
    for edge in edges.sorted() {
      if let last = ranges.last, edge <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, edge + 1)
      } else {
        ranges.append(edge..<(edge + 1))
      }
    }
    return ranges
  }
}

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

  /// What the edge at a position holds, in millionths.
  func millionths(of edge: UInt32) -> Result<Int64, EdgeRefusal> {
    if let columns, let (edges, column) = columns.first(where: { $0.edges.contains(edge) }),
      let column, case .integer(let numbers) = column.values,
      let place = column.position(ofRow: Int(edge - edges.lowerBound))
    {
      return Self.millionths(of: numbers.base[place])
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

  private static func millionths(
    of value: Value?, missing: PathCost?
  ) -> Result<Int64, EdgeRefusal> {
    switch value {
    case nil, .null?:
      return missing.map { .success($0.millionths) } ?? .failure(EdgeRefusal(problem: .missing))
    case .integer(let number)?: return millionths(of: number)
    case .float(let number)?:
      guard number.isFinite else { return .failure(EdgeRefusal(problem: .notFinite)) }
      if number < 0 { return .failure(EdgeRefusal(problem: .negative("\(number)"))) }
      return PathCost(rounding: number).map { .success($0.millionths) }
        ?? .failure(EdgeRefusal(problem: .tooLarge("\(number)")))
    case .some(let value):
      return .failure(EdgeRefusal(problem: .notANumber(value.typeName)))
    }
  }
}

/// Why an edge has no cost.
struct EdgeRefusal: Error {
  let problem: CostProblem
}
