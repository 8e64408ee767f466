// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// The keys that a block may give.
enum BriefOptionKey: String, CaseIterable {
  case label, caption, alt, width, style, show
  case asOf = "as-of"

  static let names = allCases.map(\.rawValue).sorted()

  /// - Parameter name: the key, or what Quarto calls it.
  init?(named name: String) {
    switch name {
    case "fig-cap", "tbl-cap": self = .caption
    case "fig-alt": self = .alt
    case "out-width": self = .width
    default: self.init(rawValue: name)
    }
  }
}

/// A key with its value and the places of both.
struct BriefOption {
  let key: String
  let value: String
  let keyPlace: SourceLocation
  let valuePlace: SourceLocation
}

/// What the options of a block come to, gathered from its attributes and then from its lines.
struct BriefOptions {
  /// Most bytes of a caption or an alternative text.
  static let textLimit = 4_000

  private(set) var label: String?
  private(set) var caption: String?
  private(set) var alternative: String?
  private(set) var width: BriefLength?
  private(set) var asOf: PartialDate?
  private(set) var style: String?
  private(set) var show: [BriefBlock.Part]?
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes the options of one kind: of two of one key, the first counts; of two kinds, the one
  /// taken later.
  mutating func take(_ options: [BriefOption]) {
    var seen: Set<BriefOptionKey> = []
    for option in options {
      guard let key = BriefOptionKey(named: option.key) else {
        diagnostics.append(BriefMessages.unknownKey(option))
        continue
      }
      guard seen.insert(key).inserted else {
        diagnostics.append(BriefMessages.repeatedKey(option))
        continue
      }
      set(key, option)
    }
  }

  private mutating func set(_ key: BriefOptionKey, _ option: BriefOption) {
    let value = option.value
    guard !value.isEmpty, value.utf8.count <= Self.textLimit else {
      diagnostics.append(
        value.isEmpty
          ? BriefMessages.emptyValue(option)
          : BriefMessages.tooLongValue(option, limit: Self.textLimit))
      return
    }
    switch key {
    case .caption: caption = value
    case .alt: alternative = value
    case .style: style = value
    case .label:
      if BriefLabel(value).isWellFormed {
        label = value
      } else {
        diagnostics.append(BriefMessages.badLabel(option))
      }
    case .width:
      width = BriefLength(value)
      if width == nil { diagnostics.append(BriefMessages.badWidth(option)) }
    case .asOf:
      asOf = PartialDate(value)
      if asOf == nil { diagnostics.append(BriefMessages.badDate(option)) }
    case .show: show = parts(option)
    }
  }

  private mutating func parts(_ option: BriefOption) -> [BriefBlock.Part]? {
    var parts: [BriefBlock.Part] = []
    for name in option.value.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard let part = BriefBlock.Part(rawValue: name) else {
        diagnostics.append(BriefMessages.unknownPart(name, option))
        return nil
      }
      guard !parts.contains(part) else {
        diagnostics.append(BriefMessages.repeatedPart(name, option))
        return nil
      }
      parts.append(part)
    }
    return parts
  }
}
