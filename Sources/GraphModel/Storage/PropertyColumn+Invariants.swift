// SPDX-License-Identifier: Apache-2.0

extension PropertyColumn {
  func check(
    _ subject: String, rowCount: Int, stringCount: Int, into report: inout InvariantReport
  ) {
    let valueCount = self.valueCount
    switch rows {
    case .all:
      guard valueCount == rowCount else {
        report.add("\(subject) has \(valueCount) values for \(rowCount) rows")
        return
      }
    case .members(let members):
      guard valueCount == rowCount, members.byteCount == (rowCount + 63) / 64 * 8 else {
        report.add("\(subject) has \(valueCount) values for \(rowCount) rows")
        return
      }
      let end = members.byteCount * 8
      if (rowCount..<end).contains(where: members.contains) {
        report.add("\(subject) has a value after the last row")
      }
    case .listed(let listed):
      guard valueCount == listed.count else {
        report.add("\(subject) has \(valueCount) values for \(listed.count) rows")
        return
      }
      let isAscending = zip(listed, listed.dropFirst()).allSatisfy { $0 < $1 }
      report.check(isAscending, "rows of \(subject) are not sorted")
      if let last = listed.last, Int(last) >= rowCount {
        report.add("\(subject) has a value after the last row")
        return
      }
      guard isAscending else { return }
    }
    var isEmpty = true
    for row in 0..<rowCount {
      guard let position = position(ofRow: row) else { continue }
      isEmpty = false
      report.check(
        isSound(at: position, stringCount: stringCount),
        "row \(row) of \(subject) is not a value of its kind")
    }
    report.check(!isEmpty, "\(subject) has no value")
  }

  /// How many places for values there are.
  package var valueCount: Int {
    switch values {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .float(let values): values.count
    case .string(let values): values.count
    case .date(let values): values.count
    case .partialDate(let values): values.count
    case .mixed(let values): values.count
    }
  }

  private func isSound(at position: Int, stringCount: Int) -> Bool {
    switch values {
    case .boolean, .integer, .float: true
    case .string(let values): Int(values[position]) < stringCount
    case .date(let values): CalendarDate(dayNumber: values[position]) != nil
    case .partialDate(let values): PartialDate(rawValue: values[position]) != nil
    case .mixed(let values): values[position].nonNull != nil
    }
  }
}

extension StringTable {
  func check(_ subject: String, into report: inout InvariantReport) {
    let isMonotone = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    guard offsets.first == 0, isMonotone, offsets.last.map(Int.init) == bytes.count else {
      report.add("offsets of \(subject) do not partition its text")
      return
    }
    let isPowerOfTwo = slots.count > 0 && slots.count & (slots.count - 1) == 0
    guard isPowerOfTwo, count < slots.count, slots.allSatisfy({ Int($0) <= count }),
      slots.count(where: { $0 != 0 }) == count
    else {
      report.add("the index of \(subject) does not fit its strings")
      return
    }
    for id in 0..<UInt32(count) {
      report.check(self.id(of: utf8(id)) == id, "string \(id) of \(subject) is not found again")
      report.check(
        self[id].utf8.elementsEqual(utf8(id)), "string \(id) of \(subject) is not UTF-8")
    }
  }
}

extension KeyTable {
  func check(nodeCount: Int, into report: inout InvariantReport) {
    let known = report.faults.count
    strings.check("the key table", into: &report)
    guard report.faults.count == known, strings.count > 0 else { return }
    guard let numbers, let nodes else {
      report.check(
        strings.count == nodeCount && numbers == nil && nodes == nil,
        "the key table holds \(strings.count) keys for \(nodeCount) nodes")
      return
    }
    guard numbers.count == nodeCount, nodes.count == strings.count else {
      report.add("the key table holds \(strings.count) keys for \(nodeCount) nodes")
      return
    }
    for (key, node) in nodes.enumerated() {
      let isSame = Int(node) < nodeCount && Int(numbers[Int(node)]) == key
      report.check(isSame, "key \(key) and node \(node) do not lead to each other")
    }
    report.check(
      numbers.count(where: { $0 != Self.none }) == strings.count,
      "the key table gives keys to too many nodes")
  }
}

extension ClaimTable {
  func check(
    _ kind: String, subjectCount: Int, in storage: GraphStorage,
    into report: inout InvariantReport, value: (UInt32, String) -> Value?
  ) {
    if count == 0, offsets.isEmpty { return }
    let isMonotone = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    guard offsets.count == subjectCount + 1, offsets.first == 0, isMonotone,
      offsets.last.map(Int.init) == count
    else {
      report.add("offsets of the \(kind) claims do not partition them")
      return
    }
    for subject in 0..<UInt32(subjectCount) {
      let claims = self.claims(on: subject)
      report.checkCitations(
        claims, of: "\(kind) \(subject)", sourceCount: storage.sources.count)
      for name in Set(claims.compactMap(\.property)).sorted() {
        let stored = value(subject, name)
        report.check(
          claims.contains { $0.property == name && $0.value == stored },
          "no claim about \(kind) \(subject) states the value of '\(name)'")
      }
    }
  }
}
