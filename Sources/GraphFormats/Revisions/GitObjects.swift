// SPDX-License-Identifier: Apache-2.0

/// Takes the contents of files apart that `cat-file --batch` writes one after the other.
struct GitObjects {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next content; a failure for an object that is not there.
  ///
  /// - Throws: ``GitFailure/failed(reason:)`` when the answer ends early or is none.
  mutating func next(
    _ object: String
  ) throws(GitFailure) -> Result<[UInt8], FileSystemError> {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { throw Self.cut }
    let fields = bytes[place..<end].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    place = end + 1
    guard fields.first == object else { throw Self.cut }
    if fields.last == "missing" { return .failure(.notFound) }
    guard fields.count == 3, let size = Int(fields[2]), size >= 0, size < bytes.count - place
    else { throw Self.cut }
    let content = bytes[place..<(place + size)]
    // A line end follows the content.
    place += size + 1
    return fields[1] == "blob" ? .success(Array(content)) : .failure(.notARegularFile)
  }

  private static let cut = GitFailure.failed(reason: "its answer cannot be read")
}
