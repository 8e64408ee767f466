// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A graph in one file, opened by mapping it into memory.
///
/// Opening decodes the types and the source register; everything else lies in the file as it lies
/// in memory, and comes from disk page by page when it is looked at. Before anything is believed
/// the file is verified: its header, the checksum of every section, and that every number in it
/// points at something that is there. A file that was replaced stays as it was for whoever has it
/// open.
///
/// ```swift
/// try GraphFile.write(graph, to: "cooperation.graph")
/// let graph = try GraphFile.open("cooperation.graph")
/// ```
///
/// The layout is described on the page "Graph files" of the documentation.
public enum GraphFile {
  /// The ending that names of graph files have.
  public static let pathExtension = "graph"

  /// How much of a file is verified when it is opened.
  public enum Verification: Sendable {
    /// All of it. Complexity: linear in the size of the file.
    case always

    /// All of it, unless the folder remembers that this file was found sound and the system says
    /// that it has not changed since.
    case remembered(CacheFolder)
  }

  /// Opens a graph file.
  ///
  /// - Throws: ``GraphFileError`` with the reason why it cannot be read or believed.
  /// - Complexity: linear in the numbers of types, columns and sources, plus the verification.
  public static func open(
    _ path: String, verification: Verification = .always
  ) throws(GraphFileError) -> PropertyGraph {
    try opened(path, verification: verification).graph
  }

  /// The same, with what the file tells of its content.
  static func opened(
    _ path: String, verification: Verification
  ) throws(GraphFileError) -> OpenedGraph {
    let file: MappedFile
    do throws(FileSystemError) { file = try MappedFile(path) } catch { throw .file(error) }
    let graph = try open(file) { identity in
      switch verification {
      case .remembered(let folder) where folder.isVerified(identity): .frame
      case .remembered, .always: .everything
      }
    }
    if case .remembered(let folder) = verification { folder.remember(verified: file.identity) }
    return graph
  }

  /// Opens a graph file of the program's own that was made from this origin; nil when it was made
  /// from another. Checksums tell damage; nobody else had a hand in what was written.
  static func opened(
    _ path: String, madeFrom origin: Fingerprint
  ) throws(GraphFileError) -> OpenedGraph? {
    let file: MappedFile
    do throws(FileSystemError) { file = try MappedFile(path) } catch { throw .file(error) }
    guard try GraphFileHeader(file.bytes).origin == origin else { return nil }
    return try open(file) { _ in .checksums }
  }

  /// How far a file is looked into.
  private enum Depth { case frame, checksums, everything }

  private static func open(
    _ file: MappedFile, depth: (FileIdentity) -> Depth
  ) throws(GraphFileError) -> OpenedGraph {
    let header = try GraphFileHeader(file.bytes)
    let sections = try GraphFileSection.table(header, of: file.bytes)
    guard Int(header.catalogue) < sections.count else { throw .damaged("its catalogue") }
    let catalogue = sections[Int(header.catalogue)].bytes(of: file)
    guard XXHash64.hash(catalogue) == sections[Int(header.catalogue)].checksum else {
      throw .damaged("its catalogue")
    }
    let depth = depth(file.identity)
    if depth != .frame {
      for (index, section) in sections.enumerated()
      where XXHash64.hash(section.bytes(of: file)) != section.checksum {
        throw .damaged("section \(index)")
      }
    }
    let storage = try storage(file, sections, catalogue)
    if depth == .everything, let fault = GraphFileCheck.fault(in: storage) {
      throw .damaged(fault)
    }
    return OpenedGraph(PropertyGraph(storage: storage), checksums: sections.map(\.checksum))
  }

  private static func storage(
    _ file: MappedFile, _ sections: [GraphFileSection], _ catalogue: UnsafeRawBufferPointer
  ) throws(GraphFileError) -> GraphStorage {
    var reader = GraphFileReader(file, sections: sections, catalogue: catalogue)
    do throws(DamagedRecord) { return try reader.storage() } catch {
      throw .damaged("its catalogue")
    }
  }

  /// Writes a graph to a file, which appears whole or not at all.
  ///
  /// The same graph gives the same bytes.
  ///
  /// - Throws: ``GraphFileError/file(_:)``, or ``GraphFileError/unsound(_:)`` for edits that break
  ///   the graph type. A file that was there before is then unchanged.
  /// - Returns: the size of the file in bytes.
  /// - Complexity: linear in the size of the graph.
  @discardableResult
  public static func write(
    _ graph: PropertyGraph, to path: String
  ) throws(GraphFileError) -> Int {
    try write(graph, to: path, origin: .none, .committed)
  }

  @discardableResult
  static func write(
    _ graph: PropertyGraph, to path: String, origin: Fingerprint,
    _ durability: PendingFile.Durability
  ) throws(GraphFileError) -> Int {
    let whole: PropertyGraph
    do throws(GraphBuildingError) { whole = try graph.isEdited ? graph.compacted() : graph } catch {
      throw .unsound(error)
    }
    let writer = GraphFileWriter(whole.storage)
    do throws(FileSystemError) {
      let file = try FileSystem.pendingFile(path)
      let stream = GraphFileStream(file.opened, threads: 1)
      let size = try writer.write(to: file, stream, origin: origin)
      try file.commit(durability)
      return size
    } catch {
      throw .file(error)
    }
  }
}

extension GraphFileSection {
  /// The bytes of the section. The table was checked against the size of the file.
  func bytes(of file: MappedFile) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[Int(offset)..<Int(offset + size)])
  }
}
