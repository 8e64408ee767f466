// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A graph in a folder of plain CSV: `nodes-TYPE.csv` that begin with a number (from 0, over all
/// types), `edges-TYPE.csv` with from, to, weight, since. Nothing is quoted.
enum FolderGraph {
  static func gathered(_ path: String) throws -> GraphBuilder? {
    guard let names = names(inFolder: path) else { return nil }
    var typeOfNode: [Int: String] = [:]
    for name in names where name.hasPrefix("nodes-") && name.hasSuffix(".csv") {
      let type = String(name.dropFirst(6).dropLast(4))
      for line in lines(path + "/" + name) {
        if let number = line.split(separator: ",", maxSplits: 1).first.flatMap({ Int($0) }) {
          typeOfNode[number] = type
        }
      }
    }
    var builder = GraphBuilder(order: .asAdded)
    for number in 0..<typeOfNode.count {
      try builder.addNode(type: typeOfNode[number] ?? "Unknown", key: nil)
    }
    for name in names where name.hasPrefix("edges-") && name.hasSuffix(".csv") {
      var sources: [UInt32] = []
      var targets: [UInt32] = []
      var weights: [Int64] = []
      var since: [PartialDate] = []
      for line in lines(path + "/" + name) {
        let fields = line.split(separator: ",")
        guard fields.count == 4, let source = UInt32(fields[0]), let target = UInt32(fields[1]),
          let weight = Int64(fields[2]), let date = PartialDate(fields[3])
        else { continue }
        sources.append(source)
        targets.append(target)
        weights.append(weight)
        since.append(date)
      }
      try builder.addEdges(
        type: String(name.dropFirst(6).dropLast(4)), from: sources, to: targets,
        integers: [("weight", weights)], partialDates: [("since", since)])
    }
    return builder
  }

  private static func lines(_ path: String) -> ArraySlice<Substring> {
    (contents(ofFile: path) ?? "").split(separator: "\n").dropFirst()
  }
}
