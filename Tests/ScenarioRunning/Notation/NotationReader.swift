// SPDX-License-Identifier: Apache-2.0

/// A cell that is not a value in the notation of scenarios.
package struct NotationError: Error, Hashable, CustomStringConvertible {
  package let text: String
  package let message: String

  package var description: String { "\(message) in the value '\(text)'" }
}

/// Reads values as scenarios write them: `[1, 'a', (:A {x: 1.5})]`, `<(:A)-[:T]->(:B)>`.
///
/// It shares nothing with the parser of queries, so that a mistake there does not hide itself.
package struct NotationReader {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0

  private init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// The value that a cell says.
  package static func value(of text: String) throws(NotationError) -> ScenarioValue {
    var reader = NotationReader(text)
    let value = try reader.readValue()
    reader.skipBlanks()
    guard reader.current == nil else { throw reader.error("something follows the value") }
    return value
  }

  private mutating func readValue() throws(NotationError) -> ScenarioValue {
    skipBlanks()
    switch current {
    case "'": return .string(ScenarioText(try readString()))
    case "[": return isEdge ? .edge(try readEdge()) : .list(try readList())
    case "{": return .map(try readMap())
    case "(": return .node(try readNode())
    case "<": return .path(try readPath())
    default: return try readWord()
    }
  }

  // MARK: Plain values

  private mutating func readWord() throws(NotationError) -> ScenarioValue {
    let word = readWhile { !$0.properties.isWhitespace && !",]}|:".unicodeScalars.contains($0) }
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(ScenarioFloat(.nan))
    case "Inf", "+Inf", "Infinity": return .float(ScenarioFloat(.infinity))
    case "-Inf", "-Infinity": return .float(ScenarioFloat(-.infinity))
    default: break
    }
    let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    if isNumber, !word.utf8.contains(where: ".eE".utf8.contains), let integer = Int64(word) {
      return .integer(integer)
    }
    if isNumber, word.utf8.contains(where: ".eE".utf8.contains), let float = Double(word) {
      return .float(ScenarioFloat(float))
    }
    throw error(word.isEmpty ? "a value is missing" : "'\(word)' is no value")
  }

  private mutating func readString() throws(NotationError) -> String {
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == "'" { return String(content) }
      // Only the quote and the backslash need one; before anything else it stands for itself.
      if scalar == "\\", let escaped = current, escaped == "'" || escaped == "\\" {
        content.append(escaped)
        position += 1
      } else {
        content.append(scalar)
      }
    }
    throw error("a string does not end")
  }

  private mutating func readList() throws(NotationError) -> [ScenarioValue] {
    try expect("[")
    var values: [ScenarioValue] = []
    if skip("]") { return values }
    repeat { values.append(try readValue()) } while skip(",")
    try expect("]")
    return values
  }

  private mutating func readMap() throws(NotationError) -> [ScenarioText: ScenarioValue] {
    try expect("{")
    var entries: [ScenarioText: ScenarioValue] = [:]
    if skip("}") { return entries }
    repeat {
      let key = try readName()
      try expect(":")
      entries[ScenarioText(key)] = try readValue()
    } while skip(",")
    try expect("}")
    return entries
  }

  // MARK: Parts of graphs

  private mutating func readNode() throws(NotationError) -> ScenarioNode {
    try expect("(")
    var node = ScenarioNode(labels: [], properties: [:])
    while skip(":") { node.labels.insert(try readName()) }
    if isAt("{") { node.properties = try readMap() }
    try expect(")")
    return node
  }

  /// Whether the bracket here opens an edge rather than a list.
  private var isEdge: Bool {
    scalars[position...].dropFirst().first { !$0.properties.isWhitespace } == ":"
  }

  private mutating func readEdge() throws(NotationError) -> ScenarioEdge {
    try expect("[")
    try expect(":")
    var edge = ScenarioEdge(type: try readName(), properties: [:])
    if isAt("{") { edge.properties = try readMap() }
    try expect("]")
    return edge
  }

  private mutating func readPath() throws(NotationError) -> ScenarioPath {
    try expect("<")
    var path = ScenarioPath(start: try readNode(), steps: [])
    while !skip(">") {
      let isForward = !skip("<")
      try expect("-")
      let edge = try readEdge()
      try expect("-")
      if isForward { try expect(">") }
      path.steps.append(.init(edge: edge, isForward: isForward, node: try readNode()))
    }
    return path
  }

  private mutating func readName() throws(NotationError) -> String {
    skipBlanks()
    if skip("`") {
      let name = readWhile { $0 != "`" }
      try expect("`")
      return name
    }
    if current == "'" { return try readString() }
    let name = readWhile {
      !$0.properties.isWhitespace && !":,'`()[]{}<>".unicodeScalars.contains($0)
    }
    guard !name.isEmpty else { throw error("a name is missing") }
    return name
  }

  // MARK: Scalars

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skipBlanks() {
    while current?.properties.isWhitespace == true { position += 1 }
  }

  private mutating func isAt(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    return current == scalar
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard isAt(scalar) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(NotationError) {
    guard skip(scalar) else { throw error("'\(scalar)' is missing at character \(position + 1)") }
  }

  private mutating func readWhile(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
    var word = String.UnicodeScalarView()
    while let scalar = current, isWanted(scalar) {
      word.append(scalar)
      position += 1
    }
    return String(word)
  }

  private func error(_ message: String) -> NotationError {
    NotationError(text: text, message: message)
  }
}
