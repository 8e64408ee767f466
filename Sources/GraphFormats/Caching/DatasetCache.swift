// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Keeps the graph that a dataset folder makes as a graph file, so that the next command need not
/// read and check the texts again.
///
/// The file is found by the place of the dataset and believed only when it was made by this very
/// program from the very same texts. A note says in which state the files were when they were read;
/// where one is in another state, all of them are read and hashed. There is one graph file and one
/// note for each dataset, and whatever is wrong with them costs no more than making them again.
struct DatasetCache {
  let folder: CacheFolder

  /// The graph of the dataset, if it is kept and no file was touched since.
  func graph(of listing: DatasetListing) -> OpenedGraph? {
    guard let state = state(of: listing), let path = notePath(listing),
      let note = folder.ownFile(path), note.count == Self.noteSize, note.starts(with: Self.mark),
      Self.number(in: note, at: 0) == state
    else { return nil }
    return graph(of: listing, madeFrom: Self.number(in: note, at: 1))
  }

  /// The graph of the dataset, if it is kept.
  func graph(of listing: DatasetListing, _ input: DatasetInput) -> OpenedGraph? {
    guard let origin = origin(of: input),
      let graph = graph(of: listing, madeFrom: origin)
    else { return nil }
    note(listing, madeFrom: origin)
    return graph
  }

  /// Keeps the graph of a dataset; does nothing where that is impossible.
  func keep(_ graph: PropertyGraph, of listing: DatasetListing, _ input: DatasetInput) {
    guard let origin = origin(of: input), let path = graphPath(listing) else { return }
    // The checksums tell a file that a loss of power has torn.
    guard (try? GraphFile.write(graph, to: path, origin: origin, .none)) != nil else { return }
    note(listing, madeFrom: origin)
  }

  private func graph(of listing: DatasetListing, madeFrom origin: Fingerprint) -> OpenedGraph? {
    guard let path = graphPath(listing), FileIdentity(path)?.owner == folder.owner else {
      return nil
    }
    return (try? GraphFile.opened(path, madeFrom: origin)) ?? nil
  }

  /// What the graph is made from: the texts, and this program.
  private func origin(of input: DatasetInput) -> Fingerprint? {
    guard var origin = Self.program else { return nil }
    for file in input.files {
      guard case .success(let bytes) = file.content else { return nil }
      origin.combine(file.path)
      origin.combine(bytes)
    }
    return origin
  }

  private static var program: Fingerprint? {
    guard let program = RunningProgram.identity else { return nil }
    var fingerprint = Fingerprint.none
    for number in [
      UInt64(GraphFileLayout.version), program.device, program.inode,
      UInt64(bitPattern: program.size), UInt64(bitPattern: program.modified),
    ] {
      fingerprint.combine(number)
    }
    return fingerprint
  }

  private func graphPath(_ listing: DatasetListing) -> String? {
    folder.path(of: "\(Self.name(listing)).\(GraphFile.pathExtension)", in: "datasets")
  }

  /// By the place of the dataset, wherever its folder is called what.
  private static func name(_ listing: DatasetListing) -> String {
    "\(listing.identity.device)-\(listing.identity.inode)"
  }

  // MARK: Notes

  private static let mark = Array("entente dataset 1\n".utf8)
  private static let noteSize = mark.count + 2 * MemoryLayout<UInt64>.size * 2

  /// Remembers what the files in this state make. Where one of them was only just changed, it could
  /// be changed again and keep its time.
  private func note(_ listing: DatasetListing, madeFrom origin: Fingerprint) {
    guard listing.isSettled, let state = state(of: listing), let path = notePath(listing) else {
      return
    }
    var note = Self.mark
    for number in [state.low, state.high, origin.low, origin.high] {
      withUnsafeBytes(of: number.littleEndian) { note += $0 }
    }
    // What a loss of power leaves of it fits no state.
    try? FileSystem.replace(path, note, .none)
  }

  private static func number(in note: [UInt8], at position: Int) -> Fingerprint {
    note.withUnsafeBytes { bytes in
      let start = mark.count + position * 16
      func half(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self))
      }
      return Fingerprint(low: half(0), high: half(8))
    }
  }

  private func notePath(_ listing: DatasetListing) -> String? {
    folder.path(of: Self.name(listing), in: "listings")
  }

  /// The state of the files, for this program.
  private func state(of listing: DatasetListing) -> Fingerprint? {
    guard let state = listing.state, var program = Self.program else { return nil }
    program.combine(state.low)
    program.combine(state.high)
    return program
  }
}
