// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Folders on disk, good and hostile ones.
@Suite(.timeLimit(.minutes(10))) struct DatasetFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("graph.yaml", "title: Test\n")
    try folder.write("facts.yaml", "- State: poland\n")
  }

  private func findings(_ loading: DatasetLoading) -> [String] {
    loading.diagnostics.map { diagnostic in
      let file = diagnostic.location?.file ?? ""
      let name = file.hasPrefix(folder.path) ? String(file.dropFirst(folder.path.count)) : file
      return "\(name) \(diagnostic.code): \(diagnostic.message)"
    }
  }

  @Test func folderIsRead() throws {
    folder.makeFolder("more")
    try folder.write("more/a.yaml", "- State: latvia\n")
    try folder.write("more/.hidden.yaml", "- State: poland\n")
    folder.makeFolder("queries")
    try folder.write("queries/a.yaml", "nothing of ours")
    try folder.write("README.md", "# Test")
    let loading = DatasetLoader.load(folder.path)
    #expect(findings(loading) == [])
    #expect(loading.graph?.nodeCount == 2)
    #expect(loading.files == ["facts.yaml", "graph.yaml", "more/a.yaml"].map(folder.at))
  }

  @Test func emptyFolder() throws {
    folder.makeFolder("empty")
    let loading = DatasetLoader.load(folder.at("empty"))
    #expect(
      findings(loading) == [
        "/empty W209: there is no graph.yaml: the graph is open, any node and edge may be in it"
      ])
    #expect(loading.graph?.nodeCount == 0)
    #expect(
      loading.diagnostics.first?.help == "add one with a title and a line 'graph-type: schema.gql'")
  }

  @Test func folderWithoutDescription() throws {
    folder.makeFolder("plain")
    try folder.write("plain/facts.yaml", "- Person: ada\n  KNOWS: mary\n- Person: mary\n")
    let loading = DatasetLoader.load(folder.at("plain"))
    #expect(loading.diagnostics.map(\.code) == ["W209"])
    #expect(loading.graph?.edgeCount == 1)
    #expect(loading.graph?.graphType == nil)
  }

  @Test func noFolder() throws {
    #expect(
      findings(DatasetLoader.load(folder.at("none")))
        == ["/none E109: the dataset cannot be read: no such file or folder"])
    #expect(
      findings(DatasetLoader.load(folder.at("facts.yaml")))
        == ["/facts.yaml E109: the dataset cannot be read: not a folder"])
    #expect(
      findings(DatasetLoader.load("")) == [
        " E109: the dataset cannot be read: no such file or folder"
      ])
    #expect(DatasetChecker().check(folder.at("none")).hasFailed)
  }

  @Test func pipesAreNotOpened() throws {
    folder.makePipe("pipe.yaml")
    let loading = DatasetLoader.load(folder.path)
    #expect(findings(loading) == ["/pipe.yaml W210: not a regular file, so it is not read"])
    #expect(loading.graph?.nodeCount == 1)
  }

  @Test func linksAreNotFollowed() throws {
    folder.makeLink("loop", to: ".")
    folder.makeLink("passwd.yaml", to: "/etc/passwd")
    folder.makeLink("self.yaml", to: "self.yaml")
    let text = "symbolic links in a dataset are not followed"
    #expect(
      findings(DatasetLoader.load(folder.path))
        == ["/loop W210: \(text)", "/passwd.yaml W210: \(text)", "/self.yaml W210: \(text)"])
  }

  @Test func otherEndings() throws {
    try folder.write("more.yml", "- State: latvia\n")
    #expect(
      findings(DatasetLoader.load(folder.path)) == [
        "/more.yml W210: the file is not read: facts lie in files that end in '.yaml' or '.csv'"
      ])
  }

  @Test func unreadableFiles() {
    var input = DatasetInput(folder: "set")
    input.files = [
      .init(path: "facts.yaml", content: .failure(.permissionDenied)),
      .init(path: "graph.yaml", content: .failure(.tooLarge(limit: 64 << 20))),
      .init(path: "schema.gql", content: .failure(.permissionDenied)),
    ]
    let loading = DatasetLoader.load(input).loading
    #expect(
      findings(loading) == [
        "set/facts.yaml E109: the file cannot be read: permission denied",
        "set/graph.yaml E109: the file cannot be read: larger than 64 MB",
        "set/schema.gql E109: the file cannot be read: permission denied",
      ])
    #expect(loading.graph == nil)
  }

  @Test func foldersThatCannotBeOpened() throws {
    folder.makeFolder("closed")
    try folder.write("closed/a.yaml", "- State: latvia\n")
    folder.setMode("closed", 0)
    let loading = DatasetLoader.load(folder.path)
    if TemporaryFolder.isBoundByPermissions {
      #expect(findings(loading) == ["/closed W210: not a regular file, so it is not read"])
    } else {
      #expect(loading.graph?.nodeCount == 2)
    }
  }

  @Test func missingGraphType() throws {
    try folder.write("graph.yaml", "title: Test\ngraph-type: types.gql\n")
    let loading = DatasetLoader.load(folder.path)
    #expect(
      findings(loading) == [
        "/graph.yaml E121: the graph type 'types.gql' cannot be read: no such file or folder"
      ])
    #expect(loading.graph == nil)
  }
}
