// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import Synchronization

/// The drawings of figures that were drawn before, by what they show and how they look.
///
/// The key is the figure itself as it was found in the data, so that a change elsewhere in them
/// leaves its drawing as it is; the look is the style sheet and the medium.
final class DrawingCache: Sendable {
  /// How many figures were drawn, and how many were kept from before.
  struct Counts: Sendable, Hashable {
    var drawn = 0
    var kept = 0
  }

  private let cache: ContentCache?
  private let counted = Mutex(Counts())

  /// - Parameter folder: nil where nothing is kept.
  init(_ folder: CacheFolder? = .standard) {
    cache = folder.map { ContentCache("drawings", in: $0) }
  }

  var counts: Counts { counted.withLock { $0 } }

  /// The drawing of a figure that was drawn before.
  func svg(of figure: Figure, _ look: Look) -> String? {
    guard let cache, let content = Self.content(of: figure, look),
      let bytes = cache.result(of: content),
      let svg = String(validating: bytes, as: UTF8.self)
    else { return nil }
    counted.withLock { $0.kept += 1 }
    return svg
  }

  /// - Parameter isFinal: false for what another run may draw better, such as after a time limit.
  func keep(_ svg: String, of figure: Figure, _ look: Look, isFinal: Bool) {
    counted.withLock { $0.drawn += 1 }
    guard isFinal, let cache, let content = Self.content(of: figure, look) else { return }
    cache.keep(Array(svg.utf8), of: content)
  }

  /// Keeps the folder within its limit.
  func finish() {
    guard counts.drawn > 0 else { return }
    cache?.trim()
  }

  /// What decides on the drawing of a figure besides the figure.
  struct Look {
    let style: NamedStyle
    let medium: FigureMedium
    let hints: PrintedHints
  }

  /// Asked once: nothing is kept without the library, so that its absence is noticed.
  private static let layoutVersion = GraphvizLibrary.system.version

  private static func content(of figure: Figure, _ look: Look) -> [UInt8]? {
    guard let layoutVersion else { return nil }
    let words = [
      layoutVersion, look.style.hash, look.style.name,
      look.medium.rawValue, look.hints.rawValue, "",
    ]
    return Array(words.joined(separator: "\n").utf8) + figure.contentBytes
  }
}
