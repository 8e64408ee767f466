// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The ten states that benefit from most programmes addressing a policy area or one of its parts,
/// as one number: the sum of place · (programmes · 1009 + number of the state), places from 1, the
/// lower number first among equals.
struct AreaRanking {
  private let parts: EdgeAdjacency
  private let addressing: EdgeAdjacency
  private let benefits: EdgeAdjacency
  private let programmes: Range<UInt32>
  private let states: Range<UInt32>
  private let stateNumbers: [Int]

  private struct Missing: Error { let type: String }

  static func asker(for graph: PropertyGraph) throws -> Workload.Asker {
    let ranking = try AreaRanking(graph)
    return { nodes in ranking.answer(for: nodes[0].rawValue) }
  }

  private init(_ graph: PropertyGraph) throws {
    func edges(_ label: String) throws -> EdgeTypeStorage {
      guard let type = graph.storage.edgeTypes.first(where: { $0.label == label }) else {
        throw Missing(type: label)
      }
      return type
    }
    func nodes(_ name: String) throws -> Range<UInt32> {
      guard let type = graph.storage.nodeTypes.first(where: { $0.name == name }) else {
        throw Missing(type: name)
      }
      return type.nodes
    }
    parts = try edges("PART_OF").incoming
    addressing = try edges("ADDRESSES").incoming
    benefits = try edges("BENEFITS").outgoing
    programmes = try nodes("Programme")
    states = try nodes("State")
    stateNumbers = states.map { graph.key(of: NodeID(rawValue: $0)).flatMap { Int($0) } ?? 0 }
  }

  private func answer(for area: UInt32) -> Int {
    // One bit for each programme. Going through the bits in order walks the edges in order.
    var isAddressing = [UInt64](repeating: 0, count: (programmes.count + 63) / 64)
    isAddressing.withUnsafeMutableBufferPointer { mark(under: area, in: $0) }
    return value(of: counts(of: isAddressing))
  }

  /// Areas are a tree, so none comes twice.
  private func mark(under area: UInt32, in words: UnsafeMutableBufferPointer<UInt64>) {
    let neighbours = addressing.neighbours.base
    let first = programmes.lowerBound
    let count = UInt32(programmes.count)
    var pending = [area]
    while let next = pending.popLast() {
      for entry in parts.entries(of: next) { pending.append(parts.neighbours.base[entry]) }
      for entry in addressing.entries(of: next) {
        let programme = neighbours[entry] &- first
        if programme < count { words[Int(programme >> 6)] |= 1 << UInt64(programme & 63) }
      }
    }
  }

  private func counts(of words: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: states.count)
    let neighbours = benefits.neighbours.base
    let first = states.lowerBound
    counts.withUnsafeMutableBufferPointer { counts in
      for (place, word) in words.enumerated() where word != 0 {
        var rest = word
        while rest != 0 {
          let programme = programmes.lowerBound + UInt32(place * 64 + rest.trailingZeroBitCount)
          for entry in benefits.entries(of: programme) {
            counts[Int(neighbours[entry] &- first)] &+= 1
          }
          rest &= rest &- 1
        }
      }
    }
    return counts
  }

  private func value(of counts: [Int]) -> Int {
    let best = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$1], stateNumbers[$0]) < (counts[$0], stateNumbers[$1])
    }
    return best.prefix(10).enumerated().reduce(0) { sum, ranked in
      sum + (ranked.offset + 1) * (counts[ranked.element] * 1009 + stateNumbers[ranked.element])
    }
  }
}
