// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphReports

/// The files of figures that a document of pandoc refers to.
struct PandocPictures: PandocMedia {
  /// Where the files go.
  enum Place {
    /// A folder that was made for them, from which pandoc puts them into the document.
    case temporary(TemporaryFolder)

    /// A folder beside the document, which is made when there is a figure, and what the document
    /// calls it.
    case beside(folder: String, name: String)
  }

  let place: Place

  func keep(
    _ svg: String, as picture: PandocPicture, named name: String
  ) throws(BriefFault) -> String {
    do throws(CommandFailure) {
      let bytes = try bytes(of: svg, as: picture)
      switch place {
      case .temporary(let folder): return try folder.write(name, bytes)
      case .beside(let folder, let shownName):
        try write(bytes, to: "\(folder)/\(name)", in: folder)
        return "\(shownName)/\(name)"
      }
    } catch {
      throw BriefFault(error.message ?? "the figure cannot be kept", help: error.hint)
    }
  }

  private func bytes(
    of svg: String, as picture: PandocPicture
  ) throws(CommandFailure) -> [UInt8] {
    switch picture {
    case .svg: Array(svg.utf8)
    case .png:
      try PictureConversion.bytes(
        of: svg, as: .png, scale: Double(PandocPicture.dotsPerInch) / 96)
    case .pdf: try PictureConversion.bytes(of: svg, as: .pdf, scale: 1)
    }
  }

  private func write(_ bytes: [UInt8], to path: String, in folder: String) throws(CommandFailure) {
    guard Platform.makeFolder(folder), FileSystem.isFolder(folder) else {
      throw CommandFailure(.unwritable, "cannot make the folder '\(folder)'")
    }
    // A link would lead the picture to another place.
    if FileSystem.exists(path), !FileSystem.isOwnFile(path) {
      throw CommandFailure(
        .unwritable, "'\(path)' is no file, and a picture would be written there")
    }
    do throws(FileSystemError) { try FileSystem.writeAtomically(path, bytes) } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
  }
}
