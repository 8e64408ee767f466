// SPDX-License-Identifier: Apache-2.0

/// Turns the SVG of a figure into a PNG or PDF, with librsvg's converter as a child process under
/// limits of time and output.
public struct PictureConverter: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case png, pdf
  }

  /// The path of `rsvg-convert`.
  public var executable: String

  /// How many pixels of a PNG stand for one unit of the SVG.
  public var scale: Double

  /// How many pixels of a PNG stand for an inch, at 96 units of the SVG to an inch; in the place of
  /// ``scale`` where it is given.
  public var dotsPerInch: Int?

  public var wallMilliseconds = 30_000
  public var outputBytes = 256 << 20

  /// - Parameter scale: 2 is sharp on paper at the size that a brief gives a figure.
  public init(executable: String, scale: Double = 2) {
    self.executable = executable
    self.scale = scale
  }

  private var zoom: String {
    // As exact as the converter reads it, whatever the locale.
    if let dotsPerInch { return String(Double(min(max(1, dotsPerInch), 2_400)) / 96) }
    return decimal(scale.isFinite ? min(max(scale, 0.05), 100) : 1)
  }

  /// The picture's bytes.
  /// - Throws: ``LayoutError`` as a worker's: not started, too slow, too much, or failed.
  public func picture(of svg: String, as format: Format) throws(LayoutError) -> [UInt8] {
    let converter = ChildProcess(
      executable: executable,
      arguments: ["--format", format.rawValue, "--zoom", zoom],
      wallMilliseconds: wallMilliseconds, outputBytes: outputBytes)
    let bytes = try converter.output(for: Array(svg.utf8))
    let beginning: [UInt8] = format == .png ? [0x89, 0x50, 0x4E, 0x47] : Array("%PDF".utf8)
    guard bytes.starts(with: beginning) else {
      throw .malformedAnswer("\(executable) wrote no \(format.rawValue.uppercased())")
    }
    return bytes
  }
}
