// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import Testing

@Suite(.timeLimit(.minutes(10))) struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  // MARK: - Reading

  @Test func readsWhatWasWritten() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.writeAtomically(folder.at("a"), bytes)
    #expect(try FileSystem.read(folder.at("a")) == bytes)
    try FileSystem.writeAtomically(folder.at("empty"), [])
    #expect(try FileSystem.read(folder.at("empty")) == [])
  }

  @Test func whatCannotBeRead() throws {
    folder.makeFolder("folder")
    folder.makePipe("pipe")
    folder.makeLink("loop", to: "loop")
    try folder.write("file", "text")
    #expect(throws: FileSystemError.notFound) { try FileSystem.read(folder.at("none")) }
    #expect(throws: FileSystemError.notAFolder) { try FileSystem.read(folder.at("file/x")) }
    #expect(throws: FileSystemError.isAFolder) { try FileSystem.read(folder.at("folder")) }
    #expect(throws: FileSystemError.notARegularFile) { try FileSystem.read(folder.at("pipe")) }
    #expect(throws: FileSystemError.notARegularFile) { try FileSystem.read("/dev/null") }
    #expect(throws: FileSystemError.linkLoop) { try FileSystem.read(folder.at("loop")) }
    #expect(throws: FileSystemError.tooLarge(limit: 3)) {
      try FileSystem.read(folder.at("file"), limit: 3)
    }
    #expect(throws: FileSystemError.malformedPath) { try FileSystem.read("") }
    #expect(throws: FileSystemError.malformedPath) { try FileSystem.read("a\0b") }
    let long = String(repeating: "x", count: 5_000)
    #expect(throws: FileSystemError.nameTooLong) { try FileSystem.read(folder.at(long)) }
  }

  @Test func permissionsAreRespected() throws {
    try folder.write("secret", "text")
    folder.setMode("secret", 0)
    if TemporaryFolder.isBoundByPermissions {
      #expect(throws: FileSystemError.permissionDenied) {
        try FileSystem.read(folder.at("secret"))
      }
    } else {
      #expect(try FileSystem.read(folder.at("secret")) == Array("text".utf8))
    }
  }

  @Test func entriesAreSorted() throws {
    for name in ["b", "a", "ä", "B", ".hidden"] { try folder.write(name, "") }
    #expect(try FileSystem.entries(of: folder.path) == [".hidden", "B", "a", "b", "ä"])
    #expect(throws: FileSystemError.notFound) { try FileSystem.entries(of: folder.at("none")) }
    #expect(throws: FileSystemError.notAFolder) { try FileSystem.entries(of: folder.at("a")) }
  }

  @Test func filesOfAllSubfolders() throws {
    folder.makeFolder("z")
    folder.makeFolder("z/y")
    folder.makeFolder(".git")
    for name in ["b.yaml", "z/a.yaml", "z/y/c.yaml", "z.yaml", "other.txt", ".git/x.yaml"] {
      try folder.write(name, "")
    }
    folder.makeLink("link.yaml", to: "b.yaml")
    folder.makeLink("z/back", to: "..")
    #expect(
      try FileSystem.files(under: folder.path, ending: ".yaml")
        == ["b.yaml", "z.yaml", "z/a.yaml", "z/y/c.yaml"].map(folder.at))
  }

  @Test func asking() throws {
    try folder.write("file", "")
    #expect(FileSystem.exists(folder.at("file")))
    #expect(!FileSystem.exists(folder.at("none")))
    #expect(!FileSystem.exists(""))
    #expect(FileSystem.isFolder(folder.path))
    #expect(!FileSystem.isFolder(folder.at("file")))
  }

  // MARK: - Writing

  @Test func replacingKeepsPermissions() throws {
    try folder.write("file", "old")
    folder.setMode("file", 0o640)
    try folder.write("file", "new")
    #expect(try FileSystem.read(folder.at("file")) == Array("new".utf8))
    #expect(folder.mode(of: "file") == 0o640)
    #expect(try FileSystem.entries(of: folder.path) == ["file"])
  }

  @Test func aLinkStillLeadsToTheFile() throws {
    folder.makeFolder("real")
    try folder.write("real/file", "old")
    folder.makeLink("link", to: "real/file")
    try folder.write("link", "new")
    #expect(try FileSystem.read(folder.at("real/file")) == Array("new".utf8))
    #expect(try FileSystem.entries(of: folder.at("real")) == ["file"])
  }

  @Test func whatCannotBeWritten() throws {
    folder.makeFolder("folder")
    #expect(throws: FileSystemError.isAFolder) { try folder.write("folder", "x") }
    #expect(throws: FileSystemError.notFound) { try folder.write("none/file", "x") }
    #expect(throws: FileSystemError.malformedPath) { try FileSystem.writeAtomically("", []) }
    #expect(try FileSystem.entries(of: folder.path) == ["folder"])
    try FileSystem.writeAtomically("/dev/null", Array("x".utf8))
    #expect(throws: FileSystemError.noSpace) {
      try FileSystem.writeAtomically("/dev/full", Array("x".utf8))
    }
  }

  @Test(arguments: [
    (FileSystemError.notFound, "no such file or folder"),
    (.notAFolder, "not a folder"), (.isAFolder, "it is a folder"),
    (.permissionDenied, "permission denied"), (.notARegularFile, "not a regular file"),
    (.tooLarge(limit: 64 << 20), "larger than 64 MB"), (.tooLarge(limit: 3), "larger than 3 bytes"),
    (.tooManyEntries(limit: 9), "more than 9 files"),
    (.linkLoop, "symbolic links lead to each other"), (.nameTooLong, "the name is too long"),
    (.noSpace, "no space left"), (.sizeLimit, "the system lets no file grow so large"),
    (.readOnly, "the file system is read-only"),
    (.malformedPath, "the path is empty or contains a NUL character"),
    (.system(code: 5), "system error 5"),
  ])
  func descriptions(_ error: FileSystemError, _ text: String) {
    #expect(error.description == text)
  }
}
