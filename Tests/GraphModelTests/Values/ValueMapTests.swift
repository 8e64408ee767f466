// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct ValueMapTests {
  @Test func entriesAreSortedAndTheLastOfAKeyStays() {
    let map = ValueMap([("b", .integer(1)), ("a", .integer(2)), ("b", .integer(3))])
    #expect(map.keys == ["a", "b"])
    #expect(map["b"] == .integer(3))
    #expect(map["c"] == nil)
    #expect(map.count == 2 && !map.isEmpty)
  }

  @Test func keysAreToldApartByTheirScalars() {
    var map = ValueMap()
    map["\u{E9}"] = .integer(1)
    map["e\u{301}"] = .integer(2)
    #expect(map.count == 2)
    #expect(map["\u{E9}"] == .integer(1))
    #expect(map["e\u{301}"] == .integer(2))
  }

  /// Random edits against a dictionary.
  @Test func editsAgreeWithADictionary() {
    var generator = SeededGenerator(seed: 8)
    var map = ValueMap()
    var model: [String: Value] = [:]
    for step in 0..<5_000 {
      let key = String(UInt8.random(in: 0..<20, using: &generator), radix: 36)
      let value = Bool.random(using: &generator) ? Value.integer(Int64(step)) : nil
      map[key] = value
      model[key] = value
      #expect(map[key] == value)
    }
    #expect(map.keys == model.keys.sorted())
    #expect(map == ValueMap(model.map { ($0.key, $0.value) }))
  }

  @Test func identifiersAndPaths() {
    #expect(NodeID(rawValue: 1) < NodeID(rawValue: 2))
    #expect(EdgeID(rawValue: 1) < EdgeID(rawValue: 2))
    let path = PathValue(
      nodes: [NodeID(rawValue: 1), NodeID(rawValue: 1)], edges: [.init(rawValue: 0)])
    #expect(path.length == 1)
    #expect(path == PathValue(nodes: path.nodes, edges: path.edges))
  }

  @Test func valuesStaySmall() {
    #expect(MemoryLayout<Value>.size <= 17)
    #expect(MemoryLayout<PartialDate>.size == 4)
    #expect(MemoryLayout<CalendarDate>.size == 8)
    #expect(MemoryLayout<NodeID>.size == 4)
  }
}
