// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import QueryEngine

extension PathOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    // No node is called so; both are given before the command is complete.
    options.from = ""
    options.to = ""
    options.via = []
    options.inOrder = false
    options.avoid = []
    options.types = nil
    options.source = []
    options.withoutSource = []
    options.maxHops = nil
    options.cost = .hops
    options.mode = .acyclic
    options.count = nil
    options.groups = nil
    options.all = false
    options.directed = false
    options.explain = false
    options.since = false
    options.earliest = false
    options.drawing = .unsaid
    options.arrangement = .unsaid
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--via": via.append(try words.value())
    case "--in-order": inOrder = true
    case "--avoid": avoid.append(try words.value())
    case "--types": types = try words.value()
    case "--source": source.append(try words.value())
    case "--without-source": withoutSource.append(try words.value())
    case "--max-hops": maxHops = try words.integer()
    case "--cost": cost = try CostModel(text: words.value())
    case "--mode": mode = try PlainWords.known(PathModeName(rawValue: words.value()))
    case "-k": count = try words.integer()
    case "--groups": groups = try words.integer()
    case "--all": all = true
    case "--directed": directed = true
    case "--explain": explain = true
    case "--since": since = true
    case "--earliest": earliest = true
    default:
      return try takeDrawing(option, &words)
    }
    return true
  }

  mutating func take(argument: String) -> Bool {
    guard !argument.isEmpty, to.isEmpty else { return false }
    if from.isEmpty { from = argument } else { to = argument }
    return true
  }

  var isComplete: Bool { !to.isEmpty }
}

extension NeighboursOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.node = ""
    options.depth = 1
    options.types = nil
    options.avoid = []
    options.limit = nil
    options.directed = false
    options.drawing = .unsaid
    options.arrangement = .unsaid
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--depth": depth = try words.integer()
    case "--types": types = try words.value()
    case "--avoid": avoid.append(try words.value())
    case "--limit": limit = try words.integer()
    case "--directed": directed = true
    default:
      return try takeDrawing(option, &words)
    }
    return true
  }

  mutating func take(argument: String) -> Bool {
    guard !argument.isEmpty, node.isEmpty else { return false }
    node = argument
    return true
  }

  var isComplete: Bool { !node.isEmpty }
}

extension ConnectOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.nodes = []
    options.avoid = []
    options.types = nil
    options.drawing = .unsaid
    options.arrangement = .unsaid
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--avoid": avoid.append(try words.value())
    case "--types": types = try words.value()
    default:
      return try takeDrawing(option, &words)
    }
    return true
  }

  mutating func take(argument: String) -> Bool {
    nodes.append(argument)
    return true
  }

  var isComplete: Bool { !nodes.isEmpty }
}

extension TimelineOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.drawing = .unsaid
    options.nodes = []
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    try drawing.take(option, &words)
  }

  mutating func take(argument: String) -> Bool {
    nodes.append(argument)
    return true
  }

  var isComplete: Bool { !nodes.isEmpty }
}

extension GapsOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.drawing = .unsaid
    options.rows = nil
    options.columns = nil
    options.rowsIn = nil
    options.columnsIn = nil
    options.through = nil
    options.allAreas = false
    options.inForce = false
    options.counts = false
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--rows-in": rowsIn = try words.value()
    case "--columns-in": columnsIn = try words.value()
    case "--through": through = try words.value()
    case "--all-areas": allAreas = true
    case "--in-force": inForce = true
    case "--counts": counts = true
    default: return try drawing.take(option, &words)
    }
    return true
  }

  mutating func take(argument: String) -> Bool {
    guard columns == nil else { return false }
    if rows == nil { rows = argument } else { columns = argument }
    return true
  }
}

extension QueryOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.drawing = .unsaid
    options.arrangement = .unsaid
    options.induced = false
    options.query = nil
    options.values = []
    options.file = nil
    options.parameters = []
    options.limits = nil
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--induced": induced = true
    case "-f", "--file": file = try words.value()
    case "--param": parameters.append(try words.value())
    case "--limits": limits = try QueryLimits(text: words.value())
    default:
      return try takeDrawing(option, &words)
    }
    return true
  }

  mutating func take(argument: String) -> Bool {
    if query == nil { query = argument } else { values.append(argument) }
    return true
  }
}
