// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphModel
import Testing

@testable import GraphFormats

@Suite(.timeLimit(.minutes(10))) struct CacheTests {
  let folder: TemporaryFolder
  let cache: CacheFolder

  init() throws {
    folder = try TemporaryFolder()
    cache = CacheFolder(folder.at("cache/entente"))
    folder.makeFolder("data")
    try folder.write("data/graph.yaml", "title: Sample\n")
    try folder.write("data/facts.yaml", "- State: poland\n  name: Poland\n")
  }

  private func kept() -> [String] {
    (try? FileSystem.entries(of: folder.at("cache/entente/datasets"))) ?? []
  }

  @Test("the second opening comes from the cache, and a changed text does not")
  func dataset() throws {
    let first = try StoredGraph.open(folder.at("data"), cache: cache)
    #expect(kept().count == 1)
    let listing = try DatasetListing(folder.at("data"))
    let second = try #require(
      DatasetCache(folder: cache).graph(of: listing, DatasetInput.read(listing)))
    #expect(wholeDump(second.graph) == wholeDump(first))
    try folder.write("data/facts.yaml", "- State: poland\n  name: Polska\n")
    let changed = try DatasetListing(folder.at("data"))
    #expect(DatasetCache(folder: cache).graph(of: changed, DatasetInput.read(changed)) == nil)
    let third = try StoredGraph.open(folder.at("data"), cache: cache)
    #expect(third.nodes.map { third.displayName(of: $0) } == ["Polska"])
    #expect(kept().count == 1)
  }

  @Test("texts that nobody touched are not read again, and touched ones are")
  func untouchedTexts() async throws {
    let datasets = DatasetCache(folder: cache)
    let first = try StoredGraph.open(folder.at("data"), cache: cache)
    // Texts that have just been written could be changed again in the same instant.
    #expect(datasets.graph(of: try DatasetListing(folder.at("data"))) == nil)
    var listing = try DatasetListing(folder.at("data"))
    while !listing.isSettled { try await Task.sleep(for: .milliseconds(50)) }
    _ = try StoredGraph.open(folder.at("data"), cache: cache)
    #expect(datasets.graph(of: listing).map { wholeDump($0.graph) } == wholeDump(first))

    // As long, and with the same time of its last change as far as programs can set it.
    let path = folder.at("data/facts.yaml")
    let before = try #require(FileIdentity(path))
    try Array("- State: poland\n  name: Pohjan\n".utf8).withUnsafeBufferPointer { bytes in
      let file = try #require(fopen(path, "r+"))
      fwrite(bytes.baseAddress, 1, bytes.count, file)
      fclose(file)
    }
    var times = Array(
      repeating: timespec(
        tv_sec: Int(before.modified / 1_000_000_000), tv_nsec: Int(before.modified % 1_000_000_000)),
      count: 2)
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    let after = try #require(FileIdentity(path))
    #expect(
      (after.inode, after.size, after.modified) == (before.inode, before.size, before.modified))
    listing = try DatasetListing(folder.at("data"))
    #expect(datasets.graph(of: listing) == nil)
    let changed = try StoredGraph.open(folder.at("data"), cache: cache)
    #expect(changed.nodes.map { changed.displayName(of: $0) } == ["Pohjan"])

    // A text more, a text less.
    while !listing.isSettled { try await Task.sleep(for: .milliseconds(50)) }
    _ = try StoredGraph.open(folder.at("data"), cache: cache)
    #expect(datasets.graph(of: listing) != nil)
    try folder.write("data/more.yaml", "- State: latvia\n  name: Latvia\n")
    #expect(datasets.graph(of: try DatasetListing(folder.at("data"))) == nil)
    #expect(try StoredGraph.open(folder.at("data"), cache: cache).nodeCount == 2)
    unlink(folder.at("data/more.yaml"))
    #expect(try StoredGraph.open(folder.at("data"), cache: cache).nodeCount == 1)
  }

  @Test("a note that is damaged or cut is not believed", arguments: [0, 17, 18, 33, 34, 49, 50])
  func damagedNotes(byte: Int) async throws {
    let datasets = DatasetCache(folder: cache)
    _ = try StoredGraph.open(folder.at("data"), cache: cache)
    let listing = try DatasetListing(folder.at("data"))
    while !listing.isSettled { try await Task.sleep(for: .milliseconds(50)) }
    _ = try StoredGraph.open(folder.at("data"), cache: cache)
    let notes = folder.at("cache/entente/listings")
    let path = try "\(notes)/\(#require(FileSystem.entries(of: notes).first))"
    var note = try FileSystem.read(path)
    #expect(datasets.graph(of: listing) != nil)
    if byte < note.count { note[byte] ^= 1 } else { note.removeLast() }
    try FileSystem.writeAtomically(path, note)
    #expect(datasets.graph(of: listing) == nil)
    #expect(try StoredGraph.open(folder.at("data"), cache: cache).nodeCount == 1)
    #expect(datasets.graph(of: listing) != nil)
  }

  @Test("the hash of the data is the same from texts, cache and graph file, and follows the data")
  func dataHash() throws {
    let fresh = try #require(try StoredGraph.opened(folder.at("data"), cache: cache).dataHash)
    #expect(kept().count == 1)
    #expect(try StoredGraph.opened(folder.at("data"), cache: cache).dataHash == fresh)
    let graph = try StoredGraph.open(folder.at("data"))
    #expect(OpenedGraph(graph).dataHash == fresh)
    try GraphFile.write(graph, to: folder.at("whole.graph"))
    #expect(try StoredGraph.opened(folder.at("whole.graph")).dataHash == fresh)
    try folder.write("data/facts.yaml", "- State: poland\n  name: Polska\n")
    #expect(try StoredGraph.opened(folder.at("data"), cache: cache).dataHash != fresh)
  }

  @Test("a damaged cache is made again, and a dataset with errors is not kept")
  func damage() throws {
    _ = try StoredGraph.open(folder.at("data"), cache: cache)
    let path = folder.at("cache/entente/datasets/\(kept()[0])")
    var bytes = try FileSystem.read(path)
    bytes[GraphFileLayout.headerSize + 3] ^= 1
    try FileSystem.writeAtomically(path, bytes)
    #expect(try StoredGraph.open(folder.at("data"), cache: cache).nodeCount == 1)
    bytes[GraphFileLayout.headerSize + 3] ^= 1
    #expect(try FileSystem.read(path) == bytes)
    try FileSystem.writeAtomically(path, [])
    try folder.write("data/facts.yaml", "- State poland\n")
    #expect(throws: StoredGraph.Failure.self) {
      try StoredGraph.open(folder.at("data"), cache: cache)
    }
    #expect(try FileSystem.read(path) == [])
  }

  @Test("a folder that cannot be used is as good as none")
  func unusable() throws {
    try folder.write("file", "")
    for path in [folder.at("file/cache"), "/proc/none/cache", ""] {
      #expect(try StoredGraph.open(folder.at("data"), cache: CacheFolder(path)).nodeCount == 1)
    }
  }

  @Test("a graph file is verified again only when it was changed")
  func verifiedFiles() async throws {
    let path = folder.at("a.graph")
    try GraphFile.write(try SampleGraphs.everything(), to: path)
    let identity = try #require(FileIdentity(path))
    #expect(!cache.isVerified(identity))
    // A file that has just been written could be changed again in the same instant.
    while !identity.isSettled { try await Task.sleep(for: .milliseconds(50)) }
    _ = try GraphFile.open(path, verification: .remembered(cache))
    #expect(cache.isVerified(identity))
    var bytes = try FileSystem.read(path)
    bytes[GraphFileLayout.headerSize] ^= 1
    try FileSystem.writeAtomically(path, bytes)
    let changed = try #require(FileIdentity(path))
    #expect(!cache.isVerified(changed))
    #expect(throws: GraphFileError.damaged("section 0")) {
      try GraphFile.open(path, verification: .remembered(cache))
    }
  }
}
