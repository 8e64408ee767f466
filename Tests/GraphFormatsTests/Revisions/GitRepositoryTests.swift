// SPDX-License-Identifier: Apache-2.0

import Foundation
@testable import GraphFormats
import GraphModel
import SourceDiagnostics
import Testing

/// Datasets in the past of repositories that the tests make.
@Suite(.enabled(if: SampleRepository.git != nil, "git is missing"))
struct GitRepositoryTests {
  @Test func aDatasetAsItWas() throws {
    let sample = try SampleRepository()
    try sample.write("- State: arland\n  name: Arland\n", to: "data/set/facts.yaml")
    try sample.write("title: One\n", to: "data/set/graph.yaml")
    try sample.write("nothing: [", to: "data/set/queries/broken.yaml")
    try sample.write("nothing: [", to: "data/set/.hidden/broken.yaml")
    try sample.write("nothing: [", to: "other/broken.yaml")
    try sample.commit("one")
    try sample.write("- State: borvia\n", to: "data/set/sub/more.yaml")
    try sample.write("title: Two\n", to: "data/set/graph.yaml")
    try sample.commit("two")
    try sample.run("tag", "-a", "-m", "first", "v1", "HEAD~1")
    try sample.write("title: Three\n", to: "data/set/graph.yaml")

    let before = try sample.listing()
    let repository = try sample.repository("data/set")
    #expect(repository.folder == "data/set")
    let old = try DatasetLoader.load(try repository.revision("v1"))
    #expect(old.diagnostics.isEmpty)
    #expect(old.graph?.description.title == "One")
    #expect(old.graph?.nodeCount == 1)
    #expect(old.files == ["v1:data/set/facts.yaml", "v1:data/set/graph.yaml"])
    let new = try DatasetLoader.load(try repository.revision("HEAD"))
    #expect(new.graph?.description.title == "Two")
    #expect(new.graph?.nodeCount == 2)
    #expect(try repository.names() == ["main", "v1"])
    // Nothing was written, and nothing was checked out.
    #expect(try sample.listing() == before)
    #expect(try sample.text(of: "data/set/graph.yaml") == "title: Three\n")
  }

  /// The dataset can be the repository itself, or have gone since.
  @Test func wherever() throws {
    let sample = try SampleRepository()
    try sample.write("title: Top\n", to: "graph.yaml")
    try sample.write("title: Inner\n", to: "a/b/graph.yaml")
    try sample.commit("one")
    try sample.run("rm", "-r", "-q", "a")
    try sample.commit("two")
    let top = try sample.repository("")
    #expect(top.folder == "")
    let whole = try DatasetLoader.load(try top.revision("HEAD"))
    #expect(whole.graph?.description.title == "Top")
    #expect(whole.files == ["HEAD:graph.yaml"])
    let gone = try sample.repository("a/b")
    #expect(gone.folder == "a/b")
    #expect(
      try DatasetLoader.load(try gone.revision("HEAD~1")).graph?.description.title == "Inner")
    #expect(throws: GitFailure.absent(folder: "a/b", revision: "HEAD")) {
      try DatasetLoader.load(try gone.revision("HEAD"))
    }
  }

  @Test func findingsNameTheRevision() throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    try sample.write("- State: arland\n- State: arland2\n  x: [\n", to: "set/facts.yaml")
    try sample.commit("one")
    let loading = try DatasetLoader.load(try sample.repository("set").revision("HEAD"))
    #expect(loading.graph == nil)
    let place = try #require(loading.diagnostics.first?.location)
    #expect(place.file == "HEAD:set/facts.yaml")
    #expect(place.line >= 3)
  }

  @Test(
    arguments: [
      "", " ", "--output=x", "-n", "HEAD:set", ":/one", ":set/graph.yaml", "HEAD..HEAD",
      "HEAD...HEAD", "HE\u{0}AD", "HEAD\n", String(repeating: "a", count: 2000),
    ])
  func textsThatAreNoRevision(_ text: String) throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    try sample.commit("one")
    let before = try sample.listing()
    let repository = try sample.repository("set")
    let failure = #expect(throws: GitFailure.self) { try repository.revision(text) }
    guard case .malformedRevision(text, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(try sample.listing() == before)
  }

  @Test(
    arguments: [
      "HEAD; rm -rf", "$(touch x)", "`touch x`", "HEAD && touch x", "*", "%s", "HEAD^{tree}",
      "HEAD^{blob}", "HEAD~99", "refs/heads", "ffffffffffffffffffffffffffffffffffffffff",
    ])
  func revisionsThatAreNot(_ text: String) throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    try sample.commit("one")
    let before = try sample.listing()
    let repository = try sample.repository("set")
    #expect(throws: GitFailure.unknownRevision(text)) { try repository.revision(text) }
    #expect(try sample.listing() == before)
  }

  /// Links, other repositories and names that no folder can hold are not followed.
  @Test func hostileTrees() throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    try sample.write("secret: [", to: "secret.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: sample.folder.appendingPathComponent("set/link.yaml").path,
      withDestinationPath: "../secret.yaml")
    try sample.write("wrong ending", to: "set/other.yml")
    try sample.commit("one")
    let hash = try sample.run("rev-parse", "HEAD")
    try sample.run("update-index", "--add", "--cacheinfo", "160000,\(hash),set/module.yaml")
    try sample.run("commit", "-q", "-m", "two")
    let loading = try DatasetLoader.load(try sample.repository("set").revision("HEAD"))
    #expect(loading.graph != nil)
    #expect(loading.files == ["HEAD:set/graph.yaml"])
    #expect(
      loading.diagnostics.compactMap(\.location?.file) == [
        "HEAD:set/link.yaml", "HEAD:set/module.yaml", "HEAD:set/other.yml",
      ])
  }

  @Test func limits() throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    for number in 0..<5 {
      try sample.write("# \(String(repeating: "x", count: 1000))\n", to: "set/\(number).yaml")
    }
    try sample.commit("one")
    var repository = try sample.repository("set")
    repository.limits.bytes = 3000
    #expect(throws: GitFailure.tooLarge(limit: 0, unit: "MB")) {
      try DatasetLoader.load(try repository.revision("HEAD"))
    }
    repository.limits.bytes = 1 << 20
    repository.limits.files = 3
    #expect(throws: GitFailure.tooLarge(limit: 3, unit: "files")) {
      try DatasetLoader.load(try repository.revision("HEAD"))
    }
    repository.limits.files = 100
    repository.limits.listBytes = 10
    #expect(throws: GitFailure.tooLarge(limit: 10, unit: "bytes")) {
      try DatasetLoader.load(try repository.revision("HEAD"))
    }
  }

  /// Many files and much content go through both pipes at once.
  @Test func manyFiles() throws {
    let sample = try SampleRepository()
    try sample.write("title: One\n", to: "set/graph.yaml")
    for number in 0..<2000 {
      try sample.write(
        "- State: s\(number)\n  name: \(String(repeating: "n", count: 300))\n",
        to: "set/\(number % 20)/\(number).yaml")
    }
    try sample.commit("one")
    let loading = try DatasetLoader.load(try sample.repository("set").revision("HEAD"))
    #expect(loading.graph?.nodeCount == 2000)
  }

  @Test func noRepositoryAndNoGit() throws {
    let sample = try SampleRepository()
    let outside = sample.folder.deletingLastPathComponent().appendingPathComponent("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let failure = #expect(throws: GitFailure.self) {
      try GitRepository(of: outside.path, executable: SampleRepository.git ?? "")
    }
    guard case .noRepository(outside.path, let reason) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.hasPrefix("not a git repository"))
    let missing = #expect(throws: GitFailure.self) {
      try GitRepository(of: sample.folder.path, executable: "/nowhere/git")
    }
    guard case .notStarted = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
  }

  /// A program that never ends is stopped, and one that talks too much as well.
  @Test func gitThatDoesNotEnd() throws {
    let slow = GitProcess(
      executable: "/bin/sh", arguments: ["-c", "exec sleep 600"], seconds: 1, outputBytes: 100)
    #expect(throws: GitFailure.timedOut(seconds: 1)) { try slow.run() }
    let loud = GitProcess(
      executable: "/bin/sh", arguments: ["-c", "while :; do echo yes; done"], seconds: 60,
      outputBytes: 10_000)
    #expect(throws: GitFailure.tooLarge(limit: 10_000, unit: "bytes")) { try loud.run() }
    let deaf = GitProcess(
      executable: "/bin/sh", arguments: ["-c", "exec <&-; echo done"], seconds: 60,
      outputBytes: 10_000)
    let outcome = try deaf.run(input: Array(repeating: 65, count: 1 << 20))
    #expect(outcome.output == Array("done\n".utf8))
  }

  /// Another repository that the environment names is not read.
  @Test func theEnvironmentDoesNotLead() throws {
    let echo = GitProcess(
      executable: "/usr/bin/env", arguments: [], seconds: 60, outputBytes: 1 << 20)
    setenv("GIT_DIR", "/nowhere", 1)
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1)
    defer {
      unsetenv("GIT_DIR")
      unsetenv("GIT_CONFIG_NOSYSTEM")
    }
    let variables = String(decoding: try echo.run().output, as: UTF8.self).split(separator: "\n")
    #expect(!variables.contains { $0.hasPrefix("GIT_DIR=") })
    #expect(variables.contains("GIT_CONFIG_NOSYSTEM=1"))
    #expect(variables.contains("GIT_NO_LAZY_FETCH=1") && variables.contains("LC_ALL=C"))
  }
}
