// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the terms of a cost model make of each edge and of each node between the ends of a path, in
/// millionths.
///
/// Where the edges of a type hold whole numbers, all of them, nothing is made: an edge is priced
/// when somebody asks, and one pass over the numbers sees to it that none is refused. Other edges
/// are priced at once.
///
/// Complexity: O(edges + nodes) to make.
struct EdgePrices: Sendable {
  /// How the edges of one type are priced.
  private enum Source {
    case constant(UInt64)

    /// Numbers times a factor, and something besides.
    case integers(FrozenArray<Int64>, factor: UInt64, besides: UInt64)
    case stored(FrozenArray<UInt64>)
  }

  /// By type, in order of edges.
  private var sources: [(edges: Range<UInt32>, source: Source)] = []

  /// By position of the node; nil when passing nodes costs nothing.
  private(set) var passages: [UInt64]?

  /// What every path with an edge costs besides.
  private(set) var constant: UInt64 = 0

  /// The edges that have no cost by some property, ascending ranges.
  private(set) var refusals: [Range<UInt32>] = []

  /// A number that divides twice each price and all that passing nodes costs; 0 when both are 0.
  private(set) var divisor: UInt64 = 0

  /// No edge, and no passing of a node, costs more.
  private(set) var greatestPrice: UInt64 = 0
  private(set) var greatestPassage: UInt64 = 0

  /// The greatest sum for one edge or node: room for doubling and for a few more.
  private static let limit = UInt64(1) << 59

  init(_ model: CostModel, view: TraversalView) throws(TraversalError) {
    guard !model.terms.isEmpty else { throw .emptyCostModel }
    var everyEdge: UInt64 = 0
    var properties: [Property] = []
    for term in model.terms {
      guard term.weight >= .zero else { throw .negativeWeight(term.weight) }
      let weight = term.weight.millionths
      switch term.measure {
      case .hops: everyEdge = try Self.sum(everyEdge, UInt64(weight))
      case .specificity:
        everyEdge = try Self.sum(everyEdge, UInt64(weight))
        try addDegrees(weight: weight, view: view)
      case .instruments: try addInstruments(weight: UInt64(weight), view: view)
      case .property(let name, let missing):
        if let missing, missing < .zero { throw .negativeWeight(missing) }
        properties.append(
          Property(
            numbers: EdgeNumbers(name, missing: missing, view: view), weight: weight,
            missing: missing))
      }
    }
    var survey = PriceSurvey()
    for type in view.edgeTypes where !type.range.isEmpty {
      let source = try Self.source(
        of: type.range, everyEdge: everyEdge, properties, refused: &refusals, survey: &survey)
      sources.append((type.range, source))
    }
    for passage in passages ?? [] {
      survey.divisor = PriceSurvey.commonDivisor(passage, survey.divisor)
      greatestPassage = max(greatestPassage, passage)
    }
    divisor = survey.divisor
    greatestPrice = survey.greatest
  }

  /// A term that is a property of edges.
  private struct Property {
    let numbers: EdgeNumbers
    let weight: Int64
    let missing: PathCost?
  }

  /// How the edges of a type are priced; notes those that are refused.
  private static func source(
    of edges: Range<UInt32>, everyEdge: UInt64, _ properties: [Property],
    refused: inout [Range<UInt32>], survey: inout PriceSurvey
  ) throws(TraversalError) -> Source {
    var besides = everyEdge
    var rest: [Property] = []
    var isRefused = false
    for property in properties {
      guard property.numbers.areMissing(from: edges) else {
        rest.append(property)
        continue
      }
      guard let missing = property.missing else {
        isRefused = true
        continue
      }
      besides = try sum(besides, product(property.weight, missing.millionths))
    }
    if isRefused {
      add(edges, to: &refused)
      return .constant(0)
    }
    if rest.isEmpty {
      survey.note(besides)
      return .constant(besides)
    }
    if rest.count == 1, let numbers = wholeNumbers(of: edges, rest[0].numbers) {
      return try integers(numbers, weight: rest[0].weight, besides: besides, survey: &survey)
    }
    return try stored(edges, besides: besides, rest, refused: &refused, survey: &survey)
  }

  /// The numbers of all edges of a type, when they are whole and none is refused.
  private static func wholeNumbers(
    of edges: Range<UInt32>, _ numbers: EdgeNumbers
  ) -> (values: FrozenArray<Int64>, survey: NumberSurvey)? {
    guard let column = numbers.column(of: edges), case .integer(let values) = column.values,
      case .all = column.rows, values.count == edges.count
    else { return nil }
    let found = NumberSurvey(values)
    guard found.least >= 0, found.greatest <= Int64.max / PathCost.one else { return nil }
    return (values, found)
  }

  private static func integers(
    _ numbers: (values: FrozenArray<Int64>, survey: NumberSurvey), weight: Int64, besides: UInt64,
    survey: inout PriceSurvey
  ) throws(TraversalError) -> Source {
    let greatest = try sum(besides, product(weight, numbers.survey.greatest * PathCost.one))
    survey.greatest = max(survey.greatest, greatest)
    // Each price is a multiple of the one plus the other.
    let multiple = UInt64(weight).multipliedReportingOverflow(by: numbers.survey.divisor)
    survey.noteDivisor(multiple.overflow ? 1 : multiple.partialValue)
    survey.noteDivisor(besides)
    return .integers(numbers.values, factor: UInt64(weight), besides: besides)
  }

  private static func stored(
    _ edges: Range<UInt32>, besides: UInt64, _ properties: [Property],
    refused: inout [Range<UInt32>], survey: inout PriceSurvey
  ) throws(TraversalError) -> Source {
    var prices = Array(repeating: besides, count: edges.count)
    for place in prices.indices {
      let edge = edges.lowerBound + UInt32(place)
      var isRefused = false
      for property in properties {
        guard case .success(let number) = property.numbers.millionths(of: edge) else {
          isRefused = true
          continue
        }
        prices[place] = try sum(prices[place], product(property.weight, number))
      }
      if isRefused { add(edge..<(edge + 1), to: &refused) }
      survey.note(prices[place])
    }
    return .stored(FrozenArray(prices))
  }

  private static func add(_ edges: Range<UInt32>, to ranges: inout [Range<UInt32>]) {
    if let last = ranges.last, last.upperBound == edges.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<edges.upperBound
    } else {
      ranges.append(edges)
    }
  }

  private static func product(_ weight: Int64, _ number: Int64) throws(TraversalError) -> UInt64 {
    guard let product = FixedPoint.product(weight, number) else { throw .costsTooLarge }
    return UInt64(product)
  }

  private static func sum(_ left: UInt64, _ right: UInt64) throws(TraversalError) -> UInt64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    if overflows || sum > limit { throw .costsTooLarge }
    return sum
  }
}

extension EdgePrices {
  /// The weight of each entry of a node: twice the price of its edge, with what passing both its
  /// ends costs, in units.
  func forEachWeight(
    of node: UInt32, _ adjacency: Adjacency, unit: UInt64, _ body: (Int, UInt64) -> Void
  ) {
    var number = 0
    let passage = passages?[Int(node)] ?? 0
    for entry in adjacency.entries(of: node) {
      // The entries of a node are in order of edge type.
      let edge = adjacency.references.base[entry] >> 1
      while !sources[number].edges.contains(edge) {
        number = number + 1 < sources.count ? number + 1 : 0
      }
      let row = Int(edge - sources[number].edges.lowerBound)
      var price: UInt64
      switch sources[number].source {
      case .constant(let all): price = all
      case .integers(let numbers, let factor, let besides):
        price = UInt64(truncatingIfNeeded: numbers.base[row]) &* factor &+ besides
      case .stored(let prices): price = prices.base[row]
      }
      price *= 2
      if let passages {
        price += passage + passages[Int(adjacency.neighbours.base[entry])]
      }
      body(entry, unit == 1 ? price : price / unit)
    }
  }

  private mutating func addDegrees(
    weight: Int64, view: TraversalView
  ) throws(TraversalError) {
    var passages = self.passages ?? Array(repeating: 0, count: view.nodeCount)
    for node in 0..<passages.count {
      let degree = UInt64(view.entries(of: UInt32(node)).count)
      let logarithm = Int64(FixedPoint.binaryLogarithm(degree))
      passages[node] = try Self.sum(passages[node], Self.product(weight, logarithm))
    }
    self.passages = passages
  }

  private mutating func addInstruments(
    weight: UInt64, view: TraversalView
  ) throws(TraversalError) {
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
}
