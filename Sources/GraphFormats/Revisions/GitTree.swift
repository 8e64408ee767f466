// SPDX-License-Identifier: Apache-2.0

/// The files of a folder in a revision, as git lists them.
///
/// A tree can hold anything, whoever made it: names such as `..`, links, other repositories. Names
/// are only compared and shown, never opened.
struct GitTree {
  struct Entry {
    /// Relative to the folder.
    var path: String
    var kind: FileSystem.Kind
    /// The hash of the content.
    var object: String
    /// In bytes; nil for what has no content of its own.
    var size: Int?
  }

  /// In order of their paths.
  private(set) var entries: [Entry] = []

  /// Reads the answer of `ls-tree -r -z -l`.
  ///
  /// - Throws: ``GitFailure/tooLarge(limit:unit:)``, and ``GitFailure/failed(reason:)`` for an answer
  ///   that is none.
  init(listing: [UInt8], limits: GitRepository.Limits) throws(GitFailure) {
    for record in listing.split(separator: 0) {
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else {
        throw .failed(reason: "its list of files cannot be read")
      }
      let fields = record[..<tab].split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4 else { throw .failed(reason: "its list of files cannot be read") }
      let path = String(decoding: record[record.index(after: tab)...], as: UTF8.self)
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      // Hidden files are no part of a dataset; nor are names that no folder can hold.
      guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else { continue }
      let kind: FileSystem.Kind =
        switch fields[0] {
        case "100644", "100755", "100664": parts.count - 1 <= limits.depth ? .file : .folder
        case "120000": .link
        default: .other
        }
      entries.append(Entry(path: path, kind: kind, object: fields[2], size: Int(fields[3])))
      guard entries.count <= limits.files else {
        throw .tooLarge(limit: limits.files, unit: "files")
      }
    }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
