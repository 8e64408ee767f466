// SPDX-License-Identifier: Apache-2.0

import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distinct edges without direction, read from a file.
struct EdgeList {
  /// The next power of two after the greatest number of a node.
  let nodeCount: Int

  /// The smaller end of each edge, and the greater.
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []

  /// Nil when the file cannot be read.
  init?(file path: String) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var pairs: [UInt64] = []
    var block = [UInt32](repeating: 0, count: 1 << 20)
    var greatest: UInt32 = 0
    while true {
      let read = fread(&block, 8, block.count / 2, file)
      if read == 0 { break }
      for place in 0..<read {
        let left = UInt32(littleEndian: block[2 * place])
        let right = UInt32(littleEndian: block[2 * place + 1])
        greatest = max(greatest, left, right)
        if left != right { pairs.append(UInt64(min(left, right)) << 32 | UInt64(max(left, right))) }
      }
    }
    pairs.sort()
    var count = 1
    while count <= Int(greatest) { count *= 2 }
    nodeCount = count
    sources.reserveCapacity(pairs.count)
    targets.reserveCapacity(pairs.count)
    var last = UInt64.max
    for pair in pairs where pair != last {
      sources.append(UInt32(pair >> 32))
      targets.append(UInt32(truncatingIfNeeded: pair))
      last = pair
    }
  }

  func graph() throws -> PropertyGraph {
    var builder = GraphBuilder(order: .asAdded)
    for _ in 0..<nodeCount { try builder.addNode(type: "Node", key: nil) }
    try builder.addEdges(type: "EDGE", from: sources, to: targets)
    return try builder.freeze()
  }
}

/// The numbers in a text file; nil when it cannot be read.
func numbers(inFile path: String) -> [UInt32]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { break }
    bytes += block[..<count]
  }
  return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    .compactMap { UInt32($0) }
}
