// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A graph in a folder of plain CSV: `nodes-TYPE.csv` that begin with a number (from 0, over all
/// types), `edges-TYPE.csv` with from, to, weight, since. Nothing is quoted.
public enum FolderGraph {
  /// Gathers the graph; nil when the folder cannot be read.
  ///
  /// - Parameter areKeyed: whether the number of a node, as text, is its key. Then nodes are in
  ///   order of key; else they are in order of their numbers and have no key.
  public static func gathered(_ path: String, areKeyed: Bool = false) throws -> GraphBuilder? {
    guard let names = names(inFolder: path) else { return nil }
    var typeOfNode: [String?] = []
    for name in names where name.hasPrefix("nodes-") && name.hasSuffix(".csv") {
      let type = String(name.dropFirst(6).dropLast(4))
      forEachLine(path + "/" + name) { line in
        guard let number = line.integer(), number < 1 << 32 else { return }
        while typeOfNode.count <= number { typeOfNode.append(nil) }
        typeOfNode[number] = type
      }
    }
    var builder = GraphBuilder(order: areKeyed ? .byKey : .asAdded)
    for (number, type) in typeOfNode.enumerated() {
      try builder.addNode(type: type ?? "Unknown", key: areKeyed ? String(number) : nil)
    }
    for name in names where name.hasPrefix("edges-") && name.hasSuffix(".csv") {
      var sources: [UInt32] = []
      var targets: [UInt32] = []
      var weights: [Int64] = []
      var since: [PartialDate] = []
      forEachLine(path + "/" + name) { line in
        guard let source = line.integer(), let target = line.integer(),
          let weight = line.integer(), let date = line.date()
        else { return }
        sources.append(UInt32(clamping: source))
        targets.append(UInt32(clamping: target))
        weights.append(Int64(weight))
        since.append(date)
      }
      try builder.addEdges(
        type: String(name.dropFirst(6).dropLast(4)), from: sources, to: targets,
        integers: [("weight", weights)], partialDates: [("since", since)])
    }
    return builder
  }

  /// Calls `body` with every line of a file but the first.
  private static func forEachLine(_ path: String, _ body: (inout PlainLine) -> Void) {
    let bytes = bytes(ofFile: path) ?? []
    bytes.withUnsafeBufferPointer { bytes in
      var start = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var line = PlainLine(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        body(&line)
        start = end + 1
      }
    }
  }
}

/// The fields of one line, taken one after the other.
struct PlainLine {
  let bytes: UnsafeBufferPointer<UInt8>
  var place = 0

  /// The next field as a number without a sign.
  mutating func integer() -> Int? {
    var number = 0
    let start = place
    while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57, place - start < 18 {
      number = number * 10 + Int(bytes[place] - 48)
      place += 1
    }
    guard place > start else { return nil }
    if place < bytes.count {
      guard bytes[place] == UInt8(ascii: ",") else { return nil }
      place += 1
    }
    return number
  }

  /// The next field as a day: `2009-04-27`.
  mutating func date() -> PartialDate? {
    guard bytes.count - place >= 10 else { return nil }
    func digits(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(bytes[place + $1] &- 48) }
    }
    defer { place += 11 }
    return PartialDate(year: digits(0..<4), month: digits(5..<7), day: digits(8..<10))
  }
}
