// SPDX-License-Identifier: Apache-2.0

/// Text as it may be shown on a terminal: nothing in it moves the cursor or turns the writing.
///
/// C0 controls become their Unicode pictures (`␛`), every other control and every invisible format
/// character becomes its number (`\u{202E}`). Joiners and variation selectors stay, since scripts
/// and emoji need them.
enum HarmlessText {
  static func shown(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ replacement(for: $0) == nil }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if let replacement = replacement(for: scalar) {
        shown += replacement
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// What stands for a scalar that must not be shown as it is; nil for a harmless one.
  static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20..<0x7F: return nil
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "\u{2421}"
    case 0x200C, 0x200D: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
      return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      return nil
    }
  }
}
