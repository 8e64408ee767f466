// SPDX-License-Identifier: Apache-2.0

/// What stands in the braces of a block: `{.entente #fig-a caption="States"}`.
///
/// Another reader of Markdown hands attributes on in this form; ``BriefBlockReader`` reads them
/// from it as from the text itself.
public struct BriefAttributes: Sendable, Hashable {
  /// A key with its value.
  public struct Pair: Sendable, Hashable {
    public var key: String
    public var value: String

    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// What stands after `#`, or an empty text.
  public var identifier: String

  /// What stands after each `.`.
  public var classes: [String]
  public var pairs: [Pair]

  public init(identifier: String = "", classes: [String] = [], pairs: [Pair] = []) {
    self.identifier = identifier
    self.classes = classes
    self.pairs = pairs
  }

  /// Whether the classes are those of a block of ours. Readers of other dialects keep a brace.
  public var isEntente: Bool {
    classes.contains {
      ["entente", "{entente}", ".entente", "{.entente}", "{.entente"].contains($0)
    }
  }
}
