// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport

/// Makes sound graph types that use everything, the same ones for the same seed.
struct RandomGraphType {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func next() -> GraphType {
    var type = GraphType(name: name(), isClosed: chance(4) == false)
    let names = distinctNames(count: number(0...5))
    for (index, name) in names.enumerated() {
      type.nodeTypes.append(nodeType(name, ancestors: Array(type.nodeTypes[..<index])))
    }
    let labels = Array(Set(type.nodeTypes.flatMap(\.labels))).sorted()
    for name in distinctNames(count: number(0...5)) {
      type.edgeTypes.append(
        EdgeType(
          name: name, label: chance(3) ? self.name() + name : name, isDirected: !chance(4),
          from: some(of: labels), to: some(of: labels),
          properties: properties(inherited: [:]), outgoing: cardinality(),
          incoming: cardinality()))
    }
    return type
  }

  private mutating func nodeType(_ name: String, ancestors: [NodeType]) -> NodeType {
    // Only types that extend nothing are extended, and only one: no conflicts arise.
    let parent =
      chance(2) ? nil : ancestors.filter(\.supertypes.isEmpty).randomElement(using: &generator)
    var inherited: [String: PropertyType] = [:]
    for property in parent?.properties ?? [] { inherited[property.name] = property.type }
    let own = properties(inherited: inherited)
    var labels = chance(2) ? [name] : distinctNames(count: number(0...3))
    if chance(3), !labels.contains(name) { labels.append(name) }
    return NodeType(
      name: name, labels: labels, isAbstract: chance(4),
      supertypes: parent.map { [$0.name] } ?? [], properties: own,
      key: some(of: own.map(\.name) + ["name"]))
  }

  private mutating func properties(
    inherited: [String: PropertyType]
  ) -> [PropertyDeclaration] {
    distinctNames(count: number(0...5)).map { name in
      let type = inherited[name] ?? propertyType()
      var property = PropertyDeclaration(
        name: name, type: type, isRequired: chance(3), isUnique: chance(4))
      if type.itemType == .string, chance(3) { property.pattern = pattern() }
      if chance(3) {
        var seen: Set<Value> = []
        property.enumeration = (0..<number(1...4)).compactMap { _ in value(of: type.itemType) }
          .filter { seen.insert($0).inserted }
      }
      return property
    }
  }

  private mutating func propertyType() -> PropertyType {
    let simple: [PropertyType] = [
      .any, .boolean, .integer, .float, .string, .date, .partialDate, .localTime, .time,
      .localDateTime, .dateTime, .duration, .map,
    ]
    let type = simple.randomElement(using: &generator) ?? .string
    return chance(4) ? (chance(3) ? .list(.list(type)) : .list(type)) : type
  }

  private mutating func value(of type: PropertyType) -> Value? {
    switch type {
    case .boolean: return .boolean(chance(2))
    case .integer: return .integer(Int64.random(in: .min ... .max, using: &generator))
    case .float: return .float(Double(sign: .minus, exponent: number(-300...300), significand: 1.7))
    case .string: return .string(text())
    case .date: return read(.date, ["2019-05-01", "1999-12-31", "2020-02-29"])
    case .partialDate: return read(.partialDate, ["2009", "2009-04", "2009-04-27"])
    case .localTime: return read(.localTime, ["14:30", "00:00:01.5"])
    case .time: return read(.time, ["14:30+02:00", "14:30Z"])
    case .localDateTime: return read(.localDateTime, ["2009-04-27T14:30"])
    case .dateTime: return read(.dateTime, ["2009-04-27T14:30+02:00"])
    case .duration: return read(.duration, ["P1Y2M", "PT5S"])
    case .any:
      let types: [PropertyType] = [.boolean, .integer, .float, .string, .partialDate, .duration]
      return value(of: types.randomElement(using: &generator) ?? .string)
    case .list, .map: return nil
    }
  }

  private mutating func read(_ type: PropertyType, _ texts: [String]) -> Value? {
    let text = texts.randomElement(using: &generator) ?? ""
    guard case .success(let value) = type.parse(text) else { return nil }
    return value
  }

  private mutating func pattern() -> String {
    ["[a-z]+", "\\d{4}", "it's", "it\\'s", "a\\\\", "a\nb", "(a|b)*'", "\\\\'", ""]
      .randomElement(using: &generator) ?? ""
  }

  private mutating func cardinality() -> Cardinality {
    guard chance(3) else { return .any }
    let minimum = number(0...3)
    return Cardinality(minimum: minimum, maximum: chance(3) ? nil : minimum + number(0...3))
  }

  // MARK: Words

  private mutating func name() -> String {
    let names = [
      "State", "a", "B_2", "key", "Node", "TYPE", "in", "extends", "out", "label", "date",
      "two words",
      "1st", "quo`te", "it's", "back\\slash", "Ж", "日本", "tab\there", "e\u{301}", "\u{202E}", "AS",
      "to",
    ]
    return names.randomElement(using: &generator) ?? "x"
  }

  private mutating func distinctNames(count: Int) -> [String] {
    var names: [String] = []
    while names.count < count {
      let name = name()
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private mutating func text() -> String {
    let pieces = ["a", "'", "''", "\\", "\n", "\u{0}", "é", "\"", "`", "\u{2028}", "𝄞", "--", "//"]
    return (0..<number(0...4)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private mutating func some(of names: [String]) -> [String] {
    Array(names.shuffled(using: &generator).prefix(number(0...2)))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// True once in so many times.
  private mutating func chance(_ times: Int) -> Bool {
    number(1...times) == 1
  }
}
