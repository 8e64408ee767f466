// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The checks of a path made ready for one run, and the values of its registers while it is walked.
final class PathChecks {
  /// A check that can be made.
  private enum Check {
    case note(Int)
    case labels(LabelTest, QuickLabelTest)
    case same(Int)
    case sameAsSlot(Int)
    case condition(Evaluator, needs: [Int])
  }

  let run: Run
  let program: PathProgram
  let frame: Frame

  /// The nodes and edges that the registers hold on the way that is looked at.
  var registers: [UInt32]

  private let places: [[Check]]
  private let edges: [[Check]]
  private let nodes: [[[Check]]]
  private let walks: [EdgeWalk]
  private let price: Evaluator?
  private let priceLocal: Int?
  private let asOf: DayEvaluator?
  private(set) var day: CalendarDate?

  init(
    _ run: Run, _ search: BoundPathSearch, _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) {
    func made(_ checks: [PathCheck]) throws(QueryFault) -> [Check] {
      var made: [Check] = []
      for check in checks {
        switch check {
        case .note(let register): made.append(.note(register))
        case .labels(let test):
          made.append(.labels(test, QuickLabelTest(slot: 0, test, run.context.graph.storage)))
        case .same(let register): made.append(.same(register))
        case .sameAsSlot(let slot): made.append(.sameAsSlot(slot))
        case .condition(let condition, let needs):
          made.append(.condition(try evaluators.evaluator(condition), needs: needs))
        }
      }
      return made
    }
    func made(_ rows: [[PathCheck]]) throws(QueryFault) -> [[Check]] {
      var all: [[Check]] = []
      for checks in rows { all.append(try made(checks)) }
      return all
    }
    let program = search.program
    self.run = run
    self.program = program
    frame = Frame(run)
    registers = Array(repeating: Column.none, count: program.registers.count)
    let edgePatterns = program.positions.map { program.stretches[$0.stretch].edges[$0.edge] }
    places = try made(program.places)
    edges = try made(edgePatterns.map(\.checks))
    var nodes: [[[Check]]] = []
    for stretch in program.stretches { nodes.append(try made(stretch.nodes)) }
    self.nodes = nodes
    walks = edgePatterns.map { EdgeWalk(run, $0.direction, types: $0.types) }
    price = try evaluators.evaluator(search.cost?.expression)
    priceLocal = search.cost?.local
    var asOf: DayEvaluator?
    if let day = search.asOf { asOf = try evaluators.dayEvaluator(day) }
    self.asOf = asOf
  }

  /// Makes a row the one whose values conditions look at; false where its day is null, so that
  /// nothing can be found.
  func enter(row: Int) throws(QueryFault) -> Bool {
    frame.row = row
    guard let asOf else { return true }
    day = try asOf.day(frame)
    return day != nil
  }

  func holds(atPlace place: Int, _ node: UInt32) throws(QueryFault) -> Bool {
    try hold(places[place], node)
  }

  func holds(in stretch: Int, _ position: Int, _ node: UInt32) throws(QueryFault) -> Bool {
    try hold(nodes[stretch][position], node)
  }

  func holds(atPosition position: Int, edge: UInt32) throws(QueryFault) -> Bool {
    if let day, !run.holds(EdgeID(rawValue: edge), on: day) { return false }
    return try hold(edges[position], edge)
  }

  /// Adds the edges that may be the one of a position, and their far ends.
  func collect(
    atPosition position: Int, _ node: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]
  ) {
    walks[position].collectInOrder(at: node, &edges, &nodes)
  }

  private func hold(_ checks: [Check], _ element: UInt32) throws(QueryFault) -> Bool {
    for check in checks {
      switch check {
      case .note(let register): registers[register] = element
      case .labels(let test, let quick):
        if !run.isEdited {
          guard quick.holds(for: element) else { return false }
        } else {
          let labels = run.context.graph.labels(of: NodeID(rawValue: element))
          guard test.holds(for: labels) else { return false }
        }
      case .same(let register):
        guard registers[register] == element else { return false }
      case .sameAsSlot(let slot):
        guard frame.columns[slot].node(at: frame.row) == element else { return false }
      case .condition(let condition, let needs):
        for register in needs { show(register) }
        guard try condition.truth(frame) == true else { return false }
      }
    }
    return true
  }

  /// Hands the value of a register to conditions.
  private func show(_ register: Int) {
    let value = registers[register]
    let kind = program.registers[register]
    frame.setLocal(
      kind.local,
      value == Column.none
        ? .null
        : kind.isEdge ? .edge(EdgeID(rawValue: value)) : .node(NodeID(rawValue: value)))
  }

  /// What an edge adds to the cost of a path, in millionths.
  func price(ofEdge edge: UInt32, position: Int) throws(QueryFault) -> Int64 {
    guard let price else { return 1 }
    let place = program.positions[position]
    guard program.stretches[place.stretch].edges[place.edge].isPriced else { return 0 }
    if let priceLocal { frame.setLocal(priceLocal, .edge(EdgeID(rawValue: edge))) }
    let value = try price.value(frame)
    guard let cost = EdgePrice(value) else {
      throw ExecutionMessages.noCost(
        value, ofEdge: run.context.graph.reading(of: EdgeID(rawValue: edge)), price.span)
    }
    if cost.millionths < 0 {
      throw ExecutionMessages.negativeCost(
        value, ofEdge: run.context.graph.reading(of: EdgeID(rawValue: edge)), price.span)
    }
    return cost.millionths
  }
}

/// A number as a cost: exact in millionths, so that sums do not hang on their order.
struct EdgePrice {
  let millionths: Int64

  /// Nil for what is no number, or none that fits.
  init?(_ value: Value) {
    switch value {
    case .integer(let number):
      let (product, overflows) = number.multipliedReportingOverflow(by: 1_000_000)
      if overflows { return nil }
      millionths = product
    case .float(let number):
      guard let product = Int64(exactly: (number * 1_000_000).rounded()) else { return nil }
      // Rounding must not hide that a number is below zero.
      millionths = product == 0 && number < 0 ? -1 : product
    default: return nil
    }
  }
}

extension PropertyGraph {
  /// An edge by its ends and its type, for messages.
  fileprivate func reading(of edge: EdgeID) -> String {
    let number = { (node: NodeID) in self.key(of: node) ?? "#\(node.rawValue)" }
    return "(\(number(source(of: edge))))-[:\(typeName(of: edge))]->(\(number(target(of: edge))))"
  }
}
