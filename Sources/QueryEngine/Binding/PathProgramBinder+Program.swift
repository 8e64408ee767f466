// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension PathProgramBinder {
  func firstSpot(of stretch: Int) -> Int {
    outline.stretches[..<stretch].reduce(1 + stretch) { $0 + $1.edges.count * 2 + 1 }
  }

  func lastSpot(of stretch: Int) -> Int {
    firstSpot(of: stretch) + outline.stretches[stretch].edges.count * 2
  }

  /// The last spot at which each element is looked at; a group looks at it in each repetition.
  private func lastUses() -> [Int] {
    var uses = Array(repeating: -1, count: elements.count)
    for (spot, checks) in checks.enumerated() {
      let group = outline.stretches.indices.first {
        (firstSpot(of: $0)...lastSpot(of: $0)).contains(spot)
      }
      for check in checks {
        let needs: [Int] =
          switch check {
          case .condition(_, let needs): needs
          case .same(let element): [element]
          default: []
          }
        for element in needs {
          var use = spot
          if let group, elements[element].spot < firstSpot(of: group) { use = lastSpot(of: group) }
          uses[element] = max(uses[element], use)
        }
      }
    }
    return uses
  }

  /// - Parameter priced: the edges, by position, that add to the cost; nil for all.
  func program(priced: Set<Int>?) -> PathProgram {
    let uses = lastUses()
    var checks = checks
    for (position, element) in elements.enumerated().reversed() where uses[position] >= 0 {
      checks[element.spot].insert(.note(position), at: 0)
    }
    var program = PathProgram(
      places: [], stretches: [],
      registers: elements.map { PathRegister(isEdge: $0.isEdge, local: local(of: $0)) },
      positions: [])
    for (place, _) in outline.places.enumerated() {
      let spot = place == 0 ? 0 : lastSpot(of: place - 1) + 1
      program.places.append(checks[spot])
    }
    for (number, stretch) in outline.stretches.enumerated() {
      let first = firstSpot(of: number)
      let firstPosition = program.positions.count
      var edges: [PathEdge] = []
      for (place, edge) in stretch.edges.enumerated() {
        let spot = first + 2 * place + 1
        edges.append(
          PathEdge(
            direction: edge.direction, types: edge.types.map { LabelTest($0) },
            checks: checks[spot],
            isPriced: priced?.contains(program.positions.count) ?? true))
        program.positions.append(
          PathPosition(
            stretch: number, edge: place,
            kept: elements.indices.filter { elements[$0].spot < spot && spot <= uses[$0] }))
      }
      program.stretches.append(
        PathStretch(
          minimum: stretch.minimum, maximum: stretch.maximum, edges: edges,
          nodes: (0...stretch.edges.count).map { checks[first + 2 * $0] },
          firstPosition: firstPosition))
    }
    return program
  }

  /// The variables on the way, with what they stand for.
  var variables: [(name: Name, isEdge: Bool, isList: Bool, source: PathVariable.Source)] {
    elements.compactMap { element in
      guard let name = element.name else { return nil }
      let isList = element.group.map { outline.stretches[$0].hasLists } ?? false
      return (name, element.isEdge, isList, source(of: element.spot))
    }
  }

  private func source(of spot: Int) -> PathVariable.Source {
    for stretch in outline.stretches.indices where spot <= lastSpot(of: stretch) {
      let offset = spot - firstSpot(of: stretch)
      if offset < 0 { return .place(stretch) }
      return offset % 2 == 1
        ? .edge(stretch: stretch, offset / 2) : .node(stretch: stretch, offset / 2)
    }
    return .place(outline.stretches.count)
  }

  /// The positions of edges with names, for the cost.
  var edgeNames: [(name: String, position: Int)] {
    var named: [(String, Int)] = []
    var position = 0
    for edge in outline.stretches.flatMap(\.edges) {
      if let name = edge.variable { named.append((name.text, position)) }
      position += 1
    }
    return named
  }
}
