// SPDX-License-Identifier: Apache-2.0

/// What an argument of a function may be.
struct ArgumentKind: Sendable, Hashable {
  /// The kinds that may stand there; null may always.
  let kinds: Set<ValueKind>

  init(_ kinds: ValueKind...) {
    self.kinds = Set(kinds)
  }

  /// Whether an expression of a kind may turn out to be a fitting argument.
  func mayAccept(_ kind: ValueKind) -> Bool {
    if kind == .any || kind == .null || kinds.contains(.any) || kinds.contains(kind) { return true }
    return switch kind {
    case .integer, .float: kinds.contains(.number)
    case .number: kinds.contains(.integer) || kinds.contains(.float)
    default: false
    }
  }
}

extension ArgumentKind {
  static let any = ArgumentKind(.any)
  static let boolean = ArgumentKind(.boolean)
  static let integer = ArgumentKind(.integer)
  static let number = ArgumentKind(.number)
  static let string = ArgumentKind(.string)
  static let list = ArgumentKind(.list)
  static let map = ArgumentKind(.map)
  static let node = ArgumentKind(.node)
  static let edge = ArgumentKind(.edge)
  static let path = ArgumentKind(.path)
  static let element = ArgumentKind(.node, .edge)
  static let duration = ArgumentKind(.duration)
}
