// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension Value {
  /// Lists and maps within each other; whatever walks a value recurses once for each. As deep as
  /// the text of a query may nest them.
  static let deepestNesting = 200

  /// The bytes of one value in a list.
  static let cellSize = MemoryLayout<Value>.stride

  /// Roughly the bytes that a value takes, with all that it holds.
  ///
  /// Linear in the value, each member charged as work, so that a value that holds one list many
  /// times over cannot take forever.
  /// - Throws: where the budget is spent, and where lists and maps lie too deep in each other.
  func footprint(_ meter: RunMeter) throws(EvaluationProblem) -> Int {
    try footprint(meter, depth: 0)
  }

  private func footprint(_ meter: RunMeter, depth: Int) throws(EvaluationProblem) -> Int {
    switch self {
    case .string(let text):
      return Value.cellSize + text.utf8.count
    case .list(let members):
      if depth >= Value.deepestNesting { throw .tooDeep }
      try meter.charge(members.count)
      var bytes = Value.cellSize
      for member in members { bytes += try member.footprint(meter, depth: depth + 1) }
      return bytes
    case .map(let map):
      if depth >= Value.deepestNesting { throw .tooDeep }
      try meter.charge(map.count)
      var bytes = Value.cellSize
      for entry in map.entries {
        bytes += try entry.key.utf8.count + entry.value.footprint(meter, depth: depth + 1)
      }
      return bytes
    case .path(let path):
      return Value.cellSize + 4 * (path.nodes.count + path.edges.count)
    default:
      return Value.cellSize
    }
  }
}

extension EvaluationContext {
  /// Makes sure that there is work and memory left for a value that is about to be made: so many
  /// members of so many bytes.
  ///
  /// The memory is given back at once. Whoever keeps the value charges what it keeps.
  func requireRoom(members: Int, bytes: Int) throws(EvaluationProblem) {
    try meter.charge(members)
    try meter.reserve(bytes)
    try meter.reserve(-bytes)
  }

  /// The same for a list.
  func requireRoom(list count: Int) throws(EvaluationProblem) {
    // Beyond this no memory is enough, and the arithmetic of the meter could overflow.
    if count > 1 << 40 { throw .tooLong }
    try requireRoom(members: count, bytes: count * Value.cellSize)
  }

  /// The same for a text of so many bytes, of which a machine word counts as one member.
  func requireRoom(text bytes: Int) throws(EvaluationProblem) {
    if bytes > 1 << 45 { throw .tooLong }
    try requireRoom(members: bytes / 8, bytes: bytes)
  }
}
