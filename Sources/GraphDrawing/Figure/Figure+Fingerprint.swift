// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// Start of every `id` in the SVG: the caller's prefix made safe, or "f" and a content hash.
  var resolvedPrefix: String {
    if let idPrefix {
      let safe = Figure.safeIdentifier(idPrefix)
      if !safe.isEmpty { return safe }
    }
    return "f" + fingerprint
  }

  /// Whether a text can stand as it is at the start of every `id`: see ``idPrefix``.
  public static func isIdentifierPrefix(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= 40 && safeIdentifier(text) == text
  }

  /// Letters, digits, "-" and "_" of the text, from the first letter on, at most 40.
  static func safeIdentifier(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars.prefix(400) {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      let isOther = ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
      guard isLetter || (isOther && !safe.isEmpty) else { continue }
      safe.unicodeScalars.append(scalar)
      if safe.unicodeScalars.count == 40 { break }
    }
    return safe
  }

  /// Eight letters and digits that depend on everything the figure says (FNV-1a, 64 bits folded).
  private var fingerprint: String {
    var hash = ContentHash()
    hash.add(title, subtitle, asOf, language, direction.rawValue)
    hash.add(isBare ? "bare" : "framed", metadata?.question, metadata?.dataVersion)
    if let metadata, metadata.command != nil || metadata.dataHash != nil {
      hash.add("made by", metadata.command, metadata.dataHash)
      if let earlier = metadata.earlierDataHash { hash.add("from", earlier) }
    }
    if ranking != .links { hash.add("ranks", ranking.rawValue) }
    for cluster in clusters {
      hash.add("cluster", cluster.label)
      for member in cluster.members.sorted() { hash.add(member) }
    }
    for node in nodes {
      hash.add(node.id, node.typeName, node.typeTitle, node.label, node.sublabel, node.endYear)
      hash.add(node.url, node.tooltip, node.emphasis.rawValue, node.isEnded ? "1" : "0")
      hash.add(node.hiddenNeighbourCount.map(String.init))
      if let change = node.change { hash.add("change", change.rawValue) }
    }
    for edge in edges {
      hash.add(edge.from, edge.to, edge.typeName, edge.verb, edge.dates, edge.lineKind?.rawValue)
      hash.add(edge.isEnded ? "1" : "0", edge.isDisputed ? "1" : "0", edge.isDirected ? "1" : "0")
      hash.add(String(edge.count))
      if let change = edge.change { hash.add("change", change.rawValue) }
      for rank in edge.pathRanks { hash.add("rank", String(rank)) }
      if !edge.isLabelled { hash.add("unlabelled") }
      for number in edge.sourceNumbers { hash.add(String(number)) }
    }
    for source in sources { hash.add(String(source.number), source.text, source.url) }
    for note in notes { hash.add(note) }
    return hash.text
  }
}

/// FNV-1a over texts, each followed by a mark that no UTF-8 text holds.
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ texts: String?...) {
    for text in texts {
      if let text {
        for byte in text.utf8 { step(byte) }
      }
      step(text == nil ? 0xfe : 0xff)
    }
  }

  private mutating func step(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// A number below `count` that follows from what was added.
  func position(below count: Int) -> Int { Int(state % UInt64(max(count, 1))) }

  var text: String {
    let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
