// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing

/// Finds the converter of pictures on this machine.
enum PictureConversion {
  private static let sideLimit = 32_000.0
  private static let areaLimit = 100_000_000.0

  /// - Throws: a failure with the package to install when the converter is missing.
  ///   Likewise when there would be more pixels than anybody wants.
  static func bytes(
    of svg: String, as format: PictureConverter.Format, scale: Double
  ) throws(CommandFailure) -> [UInt8] {
    guard let executable = Platform.program(named: "rsvg-convert") else {
      throw CommandFailure(
        .missing, "rsvg-convert is missing, which makes the \(format.rawValue.uppercased())",
        hint: "Install librsvg2-bin (Debian) or librsvg (Homebrew), or write .svg.")
    }
    if format == .png, let size = DrawnFigure.size(of: svg) {
      // More than the converter can write on a side, or than a page at any resolution needs.
      let (width, height) = (size.width * scale, size.height * scale)
      if max(width, height) > sideLimit || width * height > areaLimit {
        let fitting = min(
          sideLimit / max(size.width, size.height),
          (areaLimit / (size.width * size.height)).squareRoot())
        throw CommandFailure(
          .misused, "a PNG of \(Int(width)) by \(Int(height)) pixels is too large",
          hint: "Write .svg or .pdf, or add --scale \((fitting * 20).rounded(.down) / 20).")
      }
    }
    do throws(LayoutError) {
      return try PictureConverter(executable: executable, scale: scale).picture(of: svg, as: format)
    } catch {
      throw CommandFailure(.nothing, "no picture: \(error.description)")
    }
  }
}
