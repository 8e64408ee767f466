// SPDX-License-Identifier: Apache-2.0

/// Finds what the variables of a path stand for, and so tells apart ways through one path.
struct PathSignature {
  let program: PathProgram
  let variables: [PathVariable]

  /// Two ways with the same key are the same path with the same values of its variables.
  func key(of path: FittingPath) -> [UInt32] {
    var key = path.edges
    for variable in variables {
      key.append(.max)
      forEachValue(of: variable, path) { key.append($0) }
    }
    return key
  }

  /// The numbers of the nodes or edges of a variable, in the order of the path.
  func forEachValue(of variable: PathVariable, _ path: FittingPath, _ body: (UInt32) -> Void) {
    switch variable.source {
    case .place(let place):
      // The place comes after all edges of the stretches before it.
      var passed = 0
      while passed < path.positions.count,
        program.positions[Int(path.positions[passed])].stretch < place
      {
        passed += 1
      }
      body(path.nodes[passed])
    case .edge(let stretch, let edge):
      let position = UInt32(program.stretches[stretch].firstPosition + edge)
      for (place, found) in path.positions.enumerated() where found == position {
        body(path.edges[place])
      }
    case .node(let stretch, let node):
      let first = program.stretches[stretch].firstPosition
      let position = UInt32(node == 0 ? first : first + node - 1)
      for (place, found) in path.positions.enumerated() where found == position {
        body(path.nodes[node == 0 ? place : place + 1])
      }
    }
  }
}
