// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Random numbers that are the same on every run: SplitMix64 (Steele, Lea and Flood, 2014).
struct RepeatableRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A made-up cooperation graph as plain arrays, ready to be gathered.
struct SyntheticGraph {
  struct Nodes {
    var type: String
    var first: Int
    var count: Int
  }

  struct Edges {
    var type: String
    var sources: [UInt32]
    var targets: [UInt32]
    var weights: [Int64]
    var since: [PartialDate]
  }

  var nodes: [Nodes] = []
  var edges: [Edges] = []

  /// In shuffled order of the nodes of each type, so that ordering by key has something to do.
  var keys: [String] = []

  var nodeCount: Int { nodes.reduce(0) { $0 + $1.count } }
  var edgeCount: Int { edges.reduce(0) { $0 + $1.sources.count } }

  /// Ends are drawn as `count * u^skew`: the greater the skew, the more a few hubs take.
  init(nodeCount: Int, edgeCount: Int) {
    var random = RepeatableRandom(seed: 20_240_229)
    let small = [("State", 200), ("PolicyArea", 400)]
    let shares = [("Organisation", 1), ("Agreement", 14), ("Dialogue", 5)]
    var counts = small + shares.map { ($0.0, nodeCount * $0.1 / 100) }
    counts.append(("Programme", nodeCount - counts.reduce(0) { $0 + $1.1 }))
    var first = 0
    for (type, count) in counts {
      nodes.append(Nodes(type: type, first: first, count: count))
      for number in (0..<count).shuffled(using: &random) {
        keys.append(type.lowercased() + "-" + String(number))
      }
      first += count
    }
    let shapes:
      [(type: String, from: String, skew: Double, to: String, skew2: Double, share: Int)] = [
        ("ADDRESSES", "Programme", 1.2, "PolicyArea", 1.6, 20),
        ("BENEFITS", "Programme", 1.2, "State", 1.8, 20),
        ("FUNDS", "Organisation", 2.5, "Programme", 1.3, 20),
        ("IMPLEMENTS", "Organisation", 2.2, "Programme", 1.2, 15),
        ("PARTICIPATES_IN", "State", 1.6, "Dialogue", 1.2, 5),
        ("PARTY_TO", "State", 1.7, "Agreement", 1.2, 8),
        ("SUCCEEDS", "Programme", 1, "Programme", 1, 4),
        ("UNDER", "Programme", 1.2, "Agreement", 1.8, 8),
      ]
    for shape in shapes {
      let count = edgeCount * shape.share / 100
      guard let from = nodes.first(where: { $0.type == shape.from }),
        let to = nodes.first(where: { $0.type == shape.to })
      else { continue }
      var edges = Edges(type: shape.type, sources: [], targets: [], weights: [], since: [])
      for _ in 0..<count {
        edges.sources.append(Self.draw(from, shape.skew, &random))
        edges.targets.append(Self.draw(to, shape.skew2, &random))
        edges.weights.append(Int64.random(in: 1...100, using: &random))
        edges.since.append(Self.date(&random))
      }
      self.edges.append(edges)
    }
  }

  private static func draw(
    _ nodes: Nodes, _ skew: Double, _ random: inout RepeatableRandom
  ) -> UInt32 {
    let share = power(Double.random(in: 0..<1, using: &random), skew)
    let rank = min(nodes.count - 1, Int(Double(nodes.count) * share))
    // Hubs are spread over the numbers, as in data that nobody sorted by importance.
    return UInt32(nodes.first + Int((UInt64(rank) &* 2_654_435_761) % UInt64(nodes.count)))
  }

  /// `base` to a power with one decimal, from square roots: close enough for a skew.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var rest = exponent
    while rest >= 1 {
      result *= base
      rest -= 1
    }
    var root = base.squareRoot()
    var weight = 0.5
    while weight > 0.05 {
      if rest >= weight {
        result *= root
        rest -= weight
      }
      root = root.squareRoot()
      weight /= 2
    }
    return result
  }

  private static func date(_ random: inout RepeatableRandom) -> PartialDate {
    let year = Int.random(in: 1990...2030, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let exact = PartialDate(year: year, month: month, day: Int.random(in: 1...28, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return PartialDate(year: year) ?? .distantPast
    case 1: return PartialDate(year: year, month: month) ?? .distantPast
    default: return exact ?? .distantPast
    }
  }
}

extension PartialDate {
  /// Stands in where a date cannot be made, which the ranges above rule out.
  static let distantPast = PartialDate(year: 1).unsafelyUnwrapped
}

extension SyntheticGraph {
  /// A closed graph type that fits.
  var graphType: GraphType {
    GraphType(
      name: "Benchmark",
      nodeTypes: nodes.map {
        NodeType(
          name: $0.type, properties: [PropertyDeclaration(name: "budget", type: .integer)])
      },
      edgeTypes: edges.map { edges in
        let from = nodes.first { $0.first + $0.count > Int(edges.sources.first ?? 0) }
        let to = nodes.first { $0.first + $0.count > Int(edges.targets.first ?? 0) }
        return EdgeType(
          label: edges.type, from: [from?.type ?? ""], to: [to?.type ?? ""],
          properties: [PropertyDeclaration(name: "weight", type: .integer)])
      })
  }

  /// Gathers everything in a builder: nodes one by one, edges by type.
  func gathered(
    graphType: GraphType?, isKeyed: Bool, areEdgesBulk: Bool = true
  ) throws -> GraphBuilder {
    var builder = GraphBuilder(graphType: graphType)
    for nodes in nodes {
      for number in nodes.first..<(nodes.first + nodes.count) {
        try builder.addNode(
          type: nodes.type, key: isKeyed ? keys[number] : nil,
          properties: [("budget", .integer(Int64(number)))])
      }
    }
    for edges in edges {
      if areEdgesBulk {
        try builder.addEdges(
          type: edges.type, from: edges.sources, to: edges.targets,
          integers: [("weight", edges.weights)], partialDates: [("since", edges.since)])
      } else {
        for row in edges.sources.indices {
          try builder.addEdge(
            type: edges.type, from: NodeHandle(rawValue: edges.sources[row]),
            to: NodeHandle(rawValue: edges.targets[row]),
            properties: [
              ("weight", .integer(edges.weights[row])), ("since", .partialDate(edges.since[row])),
            ])
        }
      }
    }
    return builder
  }
}
