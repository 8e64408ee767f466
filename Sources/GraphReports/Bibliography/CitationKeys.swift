// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The keys by which documents cite the sources of a graph: `[@gazette]`, `\cite{gazette}`.
///
/// A key of the register stands as it is where it is made of what pandoc and BibTeX both read:
/// letters and digits of ASCII, and `-`, `_`, `.`, `:`, `/` and `+` after the first. Anything else
/// becomes `-`. Keys that would then be the same, capitals aside, are told apart by a number.
public struct CitationKeys: Sendable {
  private let keys: [String]

  /// The keys of all sources of a graph, which do not depend on which of them are exported.
  ///
  /// Complexity: linear in the size of the register.
  public init(_ graph: PropertyGraph) { self.init(graph.sources.map(\.key)) }

  /// - Parameter names: the keys of a register, in its order.
  init(_ names: [String]) {
    let plain = names.map(Self.plain)
    // What is fit as it is keeps its key, whatever stands before it.
    var taken = Set(zip(names, plain).filter { $0 == $1 }.map { $1.lowercased() })
    var seen: Set<String> = []
    var next: [String: Int] = [:]
    keys = zip(names, plain).map { name, plain in
      let folded = plain.lowercased()
      if name == plain, seen.insert(folded).inserted { return plain }
      if name != plain, taken.insert(folded).inserted { return plain }
      var number = next[folded] ?? 2
      while !taken.insert("\(folded)-\(number)").inserted { number += 1 }
      next[folded] = number + 1
      return "\(plain)-\(number)"
    }
  }

  /// The key of a source of the graph.
  public func key(of source: SourceID) -> String { keys[Int(source.rawValue)] }

  private static func plain(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": key.unicodeScalars.append(scalar)
      case "-", "_", ".", ":", "/", "+":
        if key.isEmpty { key = "source" }
        key.unicodeScalars.append(scalar)
      default: key += key.isEmpty ? "source-" : "-"
      }
    }
    // Pandoc ends a key before a mark of punctuation at its end.
    while let last = key.last, !last.isLetter, !last.isNumber { key.removeLast() }
    return key.isEmpty ? "source" : key
  }
}
