// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing

/// Finds the converter of pictures on this machine.
enum PictureConversion {
  /// - Throws: a failure with the package to install when the converter is missing.
  static func bytes(
    of svg: String, as format: PictureConverter.Format
  ) throws(CommandFailure) -> [UInt8] {
    guard let executable = Platform.program(named: "rsvg-convert") else {
      throw CommandFailure(
        .missing, "rsvg-convert is missing, which makes the \(format.rawValue.uppercased())",
        hint: "Install librsvg2-bin (Debian) or librsvg (Homebrew), or write .svg.")
    }
    do throws(LayoutError) {
      return try PictureConverter(executable: executable).picture(of: svg, as: format)
    } catch {
      throw CommandFailure(.nothing, "no picture: \(error.description)")
    }
  }
}
