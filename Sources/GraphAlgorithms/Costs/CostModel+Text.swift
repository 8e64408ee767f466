// SPDX-License-Identifier: Apache-2.0

/// Why a text is no cost model, with the part that is wrong.
public enum CostModelFault: Error, Hashable, Sendable {
  /// Between two plus signs, or in the whole text, stands nothing.
  case emptyTerm
  case malformedNumber(String)
  case negativeNumber(String)
}

extension CostModelFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyTerm: "a measure is missing: write hops, instruments, specificity or a property"
    case .malformedNumber(let text):
      "'\(text)' is not a number: write digits, with at most six decimals"
    case .negativeNumber(let text): "'\(text)' is negative; costs and weights must not be"
    }
  }
}

extension CostModel {
  /// Reads a sum of measures: `hops`, `instruments + 0.5 * specificity`, `weight`,
  /// `property:hops = 3`.
  ///
  /// A name that is no measure is a property of edges, and so is whatever follows `property:`. The
  /// number after `=` is what an edge without the property costs.
  ///
  /// - Throws: ``CostModelFault`` for what cannot be read.
  public init(text: String) throws(CostModelFault) {
    var terms: [Term] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      terms.append(try Self.term(Self.trimmed(part)))
    }
    self.init(terms)
  }

  private static func term(_ text: Substring) throws(CostModelFault) -> Term {
    var weight: PathCost = 1
    var name = text
    if let star = text.firstIndex(of: "*") {
      weight = try number(trimmed(text[..<star]))
      name = trimmed(text[text.index(after: star)...])
    }
    guard !name.isEmpty else { throw .emptyTerm }
    switch name {
    case "hops": return Term(.hops, weight: weight)
    case "instruments": return Term(.instruments, weight: weight)
    case "specificity": return Term(.specificity, weight: weight)
    default: break
    }
    var missing: PathCost?
    if let equals = name.firstIndex(of: "=") {
      missing = try number(trimmed(name[name.index(after: equals)...]))
      name = trimmed(name[..<equals])
    }
    let prefix = "property:"
    if name.hasPrefix(prefix) { name = trimmed(name.dropFirst(prefix.count)) }
    guard !name.isEmpty else { throw .emptyTerm }
    return Term(.property(String(name), missing: missing), weight: weight)
  }

  private static func number(_ text: Substring) throws(CostModelFault) -> PathCost {
    guard let number = PathCost(String(text)) else { throw .malformedNumber(String(text)) }
    guard number >= .zero else { throw .negativeNumber(String(text)) }
    return number
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension CostModel: CustomStringConvertible {
  /// The text that `init(text:)` reads.
  public var description: String {
    terms.map { term in
      let weight = term.weight == 1 ? "" : "\(term.weight) * "
      switch term.measure {
      case .hops: return "\(weight)hops"
      case .instruments: return "\(weight)instruments"
      case .specificity: return "\(weight)specificity"
      case .property(let name, let missing):
        return "\(weight)property:\(name)" + (missing.map { " = \($0)" } ?? "")
      }
    }.joined(separator: " + ")
  }
}
