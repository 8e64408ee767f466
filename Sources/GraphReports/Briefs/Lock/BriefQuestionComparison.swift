// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms

/// Compares two answers of one question.
struct BriefQuestionComparison {
  let old: BriefLock.Question
  let new: BriefLock.Question

  private typealias Change = BriefDifference.Change
  private typealias Wording = BriefDifferenceWording

  /// The changes by kind, in the order in which kinds are listed everywhere, then as they stand in
  /// the answer.
  var changes: [BriefDifference.Change] {
    let all = question + parts
    let told = all + sources(besides: all)
    return ChangeKind.allCases.flatMap { kind in told.filter { $0.kind == kind } }
  }

  // MARK: The question

  private var question: [Change] {
    var changes: [Change] = []
    func compare(_ name: String, _ was: String?, _ now: String?) {
      guard was != now else { return }
      changes.append(Change(kind: .changed, text: Wording.changed(name, was, now)))
    }
    compare("the command", old.command, new.command)
    compare("what is shown", old.show.joined(separator: ", "), new.show.joined(separator: ", "))
    compare("the day", old.asOf, new.asOf)
    compare("the style", old.style, new.style)
    return changes
  }

  // MARK: Parts

  private var parts: [Change] {
    var changes: [Change] = []
    for position in 0..<max(old.parts.count, new.parts.count) {
      let was = position < old.parts.count ? old.parts[position] : nil
      let now = position < new.parts.count ? new.parts[position] : nil
      switch (was, now) {
      case (.figure(let was)?, .figure(let now)?):
        changes += BriefDrawingComparison(old: was, new: now).changes
      case (.table(let first, let was)?, .table(let second, let now)?):
        changes += table(first, was, second, now)
      case (.text(let was)?, .text(let now)?): changes += lines(was, now)
      default:
        changes += (was?.lines ?? []).map { Change(kind: .removed, text: $0) }
        changes += (now?.lines ?? []).map { Change(kind: .added, text: $0) }
      }
    }
    return changes
  }

  private func lines(_ was: [String], _ now: [String]) -> [Change] {
    guard was != now else { return [] }
    let (gone, come) = Self.unmatched(was, now)
    if gone.count == 1, come.count == 1 {
      return [Change(kind: .changed, text: Wording.line(gone[0], come[0]))]
    }
    if gone.isEmpty, come.isEmpty { return [Change(kind: .changed, text: Wording.order)] }
    // Lines of one thing: those that begin alike, as no other line does.
    let pairs = Self.pairs(gone, come, all: (was, now)) { Self.subject(of: $0) }
    let paired = Set(pairs.values)
    return come.enumerated().map { position, line in
      guard let same = pairs[position] else { return Change(kind: .added, text: line) }
      return Change(kind: .changed, text: Self.changed(gone[same], line))
    }
      + gone.enumerated().filter { !paired.contains($0.offset) }
      .map { Change(kind: .removed, text: $0.element) }
  }

  /// What stands before the first colon.
  private static func subject(of line: String) -> String? {
    let end = line.utf8.firstIndex(of: UInt8(ascii: ":"))
    return end.map { String(line[..<$0]) }
  }

  /// A line with what it lists otherwise.
  private static func changed(_ was: String, _ now: String) -> String {
    guard let subject = subject(of: now) else { return Wording.line(was, now) }
    func items(_ line: String) -> [String] {
      line.dropFirst(subject.count + 1).trimmedStart.split(separator: ", ").map(String.init)
    }
    let (gone, come) = unmatched(items(was), items(now))
    return Wording.changed(
      "\(subject):", gone.joined(separator: ", "), come.joined(separator: ", "))
  }

  /// Which of what has gone is which of what has come: those of one name that no other has.
  private static func pairs<Item>(
    _ gone: [Item], _ come: [Item], all: (was: [Item], now: [Item]), _ name: (Item) -> String?
  ) -> [Int: Int] {
    func alone(_ items: [Item]) -> Set<String> {
      let counts = Dictionary(items.compactMap(name).map { ($0, 1) }, uniquingKeysWith: +)
      return Set(counts.filter { $0.value == 1 }.keys)
    }
    let names = alone(all.was).intersection(alone(all.now))
    let places = Dictionary(
      gone.enumerated().compactMap { place, item in name(item).map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    var pairs: [Int: Int] = [:]
    for (place, item) in come.enumerated() {
      if let name = name(item), names.contains(name) { pairs[place] = places[name] }
    }
    return pairs
  }

  /// What each of two lists has more of than the other, in its order.
  static func unmatched<Item: Hashable>(_ was: [Item], _ now: [Item]) -> ([Item], [Item]) {
    func rest(_ items: [Item], without others: [Item]) -> [Item] {
      var counts: [Item: Int] = [:]
      for item in others { counts[item, default: 0] += 1 }
      return items.filter { item in
        guard let count = counts[item], count > 0 else { return true }
        counts[item] = count - 1
        return false
      }
    }
    return (rest(was, without: now), rest(now, without: was))
  }

  private func table(
    _ columns: [String], _ was: [[String]], _ newColumns: [String], _ now: [[String]]
  ) -> [Change] {
    // Columns in which nothing stands are left away, so that one may come with its first value.
    let all = newColumns + columns.filter { !newColumns.contains($0) }
    guard all.count <= columns.count + newColumns.count else { return [] }
    let before = was.map { Self.spread($0, of: columns, over: all) }
    let after = now.map { Self.spread($0, of: newColumns, over: all) }
    let (gone, come) = Self.unmatched(before, after)
    if gone.isEmpty, come.isEmpty {
      return before == after ? [] : [Change(kind: .changed, text: Wording.order)]
    }
    let pairs = Self.pairs(gone, come, all: (before, after)) { $0.first }
    var changes: [Change] = []
    for (position, row) in come.enumerated() {
      guard let same = pairs[position] else {
        changes.append(Change(kind: .added, text: Wording.row(row)))
        continue
      }
      let was = gone[same]
      let differing = all.indices.filter { was[$0] != row[$0] }
      let isOfSources = differing.allSatisfy { all[$0] == "Sources" }
      let cells = differing.map { Wording.cell(all[$0], was[$0], row[$0]) }
      changes.append(
        Change(
          kind: isOfSources ? .resourced : .changed,
          text: "the row \(row.first ?? ""): \(cells.joined(separator: "; "))"))
    }
    let paired = Set(pairs.values)
    for (position, row) in gone.enumerated() where !paired.contains(position) {
      changes.append(Change(kind: .removed, text: Wording.row(row)))
    }
    return changes
  }

  private static func spread(
    _ row: [String], of columns: [String], over all: [String]
  ) -> [String] {
    let cells = Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
    return all.map { cells[$0] ?? "" }
  }

  // MARK: Sources

  /// What is cited otherwise, as far as no change says it already.
  private func sources(besides changes: [Change]) -> [Change] {
    let was = Dictionary(
      old.sources.map { ($0.key, $0.locators) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(
      new.sources.map { ($0.key, $0.locators) }, uniquingKeysWith: { first, _ in first })
    let told = Set(changes.flatMap { Self.bracketed($0.text) })
    var found: [Change] = []
    for key in Set(was.keys).union(now.keys).sorted()
    where was[key] != now[key] && !told.contains(key) {
      found.append(
        Change(kind: .resourced, text: Wording.citation(of: key, was[key], now[key])))
    }
    return found
  }

  /// What stands in brackets.
  private static func bracketed(_ text: String) -> [String] {
    text.split(separator: "[").dropFirst(text.hasPrefix("[") ? 0 : 1).compactMap { part in
      part.firstIndex(of: "]").map { String(part[..<$0]) }
    }
  }
}

extension BriefLock.Part {
  /// What it says, line by line.
  var lines: [String] {
    switch self {
    case .figure(let drawing):
      let labels = drawing.labels
      return drawing.nodes.map(BriefDifferenceWording.node)
        + drawing.edges.map { BriefDifferenceWording.edge($0, labels) }
    case .table(_, let rows): return rows.map(BriefDifferenceWording.row)
    case .text(let lines): return lines
    }
  }
}

extension Substring {
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}
