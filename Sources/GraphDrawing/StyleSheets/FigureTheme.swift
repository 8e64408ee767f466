// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// The looks that ship: each is a style sheet over ``FigureStyle/default``.
///
/// In every theme texts keep a contrast of at least 4.5:1 on their ground, outlines and lines one of
/// at least 3:1 on the paper (WCAG 2.2, 1.4.3 and 1.4.11), and shape with dashes tells types apart.
public enum FigureTheme: String, Sendable, Hashable, CaseIterable {
  /// For reports and screens: tints by type on white.
  case `default`
  /// For paper: no tints, black text.
  case print
  /// For printers without colours: black, white and greys.
  case mono
  /// Light text on a dark ground.
  case dark

  /// The theme of a medium where none is named.
  public init(for medium: StyleSheet.Medium) {
    switch medium {
    case .print: self = .print
    case .screen: self = .default
    case .dark: self = .dark
    }
  }

  public var style: FigureStyle {
    switch self {
    case .default: .default
    case .print: Self.printStyle
    case .mono: Self.monoStyle
    case .dark: Self.darkStyle
    }
  }

  /// The text of the theme's style sheet, which changes nothing for the default theme.
  public var sheetText: String {
    switch self {
    case .default: ""
    case .print: Self.printSheet
    case .mono: Self.monoSheet
    case .dark: Self.darkSheet
    }
  }

  private static let printStyle = styled(.print)
  private static let monoStyle = styled(.mono)
  private static let darkStyle = styled(.dark)

  private static func styled(_ theme: FigureTheme) -> FigureStyle {
    let outcome = StyleSheetParser.parse(SourceText(name: theme.rawValue, theme.sheetText))
    precondition(outcome.findings.isEmpty, "the sheet of a theme is sound")
    return FigureStyle.default.applying(outcome.sheet, for: .screen)
  }
}
