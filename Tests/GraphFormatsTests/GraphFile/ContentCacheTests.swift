// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import GraphFormats

/// What was made from some content is found again, and nothing else is.
@Suite struct ContentCacheTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("entente-content-\(UUID().uuidString)")

  private func cache(sizeLimit: Int = 1 << 20) -> ContentCache {
    ContentCache("drawings", in: CacheFolder(folder.path), sizeLimit: sizeLimit)
  }

  private var entries: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent("drawings"), includingPropertiesForKeys: nil)
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func whatIsKeptIsFound() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = cache()
    #expect(cache.result(of: bytes("a")) == nil)
    cache.keep(bytes("drawn a"), of: bytes("a"))
    cache.keep(bytes("drawn b"), of: bytes("b"))
    cache.keep([], of: [])
    #expect(cache.result(of: bytes("a")) == bytes("drawn a"))
    #expect(cache.result(of: bytes("b")) == bytes("drawn b"))
    #expect(cache.result(of: []) == [])
    #expect(cache.result(of: bytes("ab")) == nil)
    cache.keep(bytes("drawn anew"), of: bytes("a"))
    #expect(cache.result(of: bytes("a")) == bytes("drawn anew"))
  }

  /// An entry with any bit turned, or cut anywhere, is as good as none.
  @Test func damagedEntriesAreNotBelieved() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = cache()
    cache.keep(bytes("drawn"), of: bytes("content"))
    let entry = try #require(try entries.first)
    let sound = try Data(contentsOf: entry)
    for position in sound.indices {
      var damaged = sound
      damaged[position] ^= 1
      try damaged.write(to: entry)
      #expect(cache.result(of: bytes("content")) == nil, "byte \(position)")
      try sound.prefix(position).write(to: entry)
      #expect(cache.result(of: bytes("content")) == nil, "\(position) bytes")
    }
    try (sound + [0]).write(to: entry)
    #expect(cache.result(of: bytes("content")) == nil)
    try sound.write(to: entry)
    #expect(cache.result(of: bytes("content")) == bytes("drawn"))
  }

  /// An entry under the name of another content: as if two contents had one hash.
  @Test func anEntryOfOtherContentIsNotBelieved() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = cache()
    cache.keep(bytes("drawn a"), of: bytes("a"))
    let first = try #require(try entries.first)
    cache.keep(bytes("drawn b"), of: bytes("b"))
    let second = try #require(try entries.first { $0.lastPathComponent != first.lastPathComponent })
    try Data(contentsOf: first).write(to: second)
    #expect(cache.result(of: bytes("b")) == nil)
  }

  @Test func whatWasUsedLongestAgoGoes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = cache(sizeLimit: 8_000)
    for number in 0..<10 {
      cache.keep(Array(repeating: 7, count: 900), of: [UInt8(number)])
      let used = try #require(
        try entries.max { try Self.date($0) < Self.date($1) })
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(1_000 + number))],
        ofItemAtPath: used.path)
    }
    #expect(cache.result(of: [0]) != nil)
    cache.trim()
    #expect(cache.result(of: [0]) != nil, "it was used just now")
    #expect(cache.result(of: [1]) == nil)
    #expect(cache.result(of: [9]) != nil)
    let size = try entries.reduce(0) { try $0 + Data(contentsOf: $1).count }
    #expect(size <= 6_000)
    cache.keep(Array(repeating: 7, count: 4_000), of: [42])
    #expect(cache.result(of: [42]) == nil, "one entry does not fill the whole")
  }

  private static func date(_ file: URL) throws -> Date {
    try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
      ?? .distantPast
  }

  @Test func manyAtOnce() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = cache()
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<50 {
            let content: [UInt8] = [UInt8(round % 5)]
            let result = Array(repeating: content[0], count: 2_000)
            if let found = cache.result(of: content), found != result { return false }
            cache.keep(result, of: content)
            if task == 0 { cache.trim() }
          }
          return true
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect(try entries.count == 5, "no file is left unfinished")
  }

  @Test func aFolderThatCannotBeUsedIsAsGoodAsNone() throws {
    let cache = ContentCache("drawings", in: CacheFolder("/dev/null/none"))
    cache.keep([1], of: [2])
    #expect(cache.result(of: [2]) == nil)
    cache.trim()
  }
}
