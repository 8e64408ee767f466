// SPDX-License-Identifier: Apache-2.0

extension GitRepository.Revision {
  /// The files of the dataset as they were, read into memory, under the rules that folders have.
  ///
  /// - Throws: ``GitFailure/absent(folder:revision:)``, and what any run of git may.
  func input() throws(GitFailure) -> DatasetInput {
    var input = DatasetInput(folder: repository.folder)
    input.revision = name
    var waiting: [GitTree.Entry] = []
    for entry in try tree().entries {
      switch DatasetInput.use(of: entry.path, entry.kind) {
      case .none: continue
      case .skipped(let finding): input.skipped.append((entry.path, finding))
      case .refused(let error):
        input.files.append(DatasetInput.File(path: entry.path, content: .failure(error)))
      case .read(let limit):
        guard let size = entry.size, size <= limit else {
          let error = FileSystemError.tooLarge(limit: limit)
          input.files.append(DatasetInput.File(path: entry.path, content: .failure(error)))
          continue
        }
        waiting.append(entry)
      }
    }
    input.files += try contents(of: waiting)
    input.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return input
  }

  /// The text of a file of the dataset, such as its style sheet; nil where there is none.
  ///
  /// - Throws: what any run of git may.
  public func file(_ path: String, limit: Int) throws(GitFailure) -> [UInt8]? {
    guard let entry = try tree().entries.first(where: { $0.path == path }), entry.kind == .file,
      let size = entry.size, size <= limit
    else { return nil }
    return try? contents(of: [entry]).first?.content.get()
  }

  private func tree() throws(GitFailure) -> GitTree {
    let outcome = try repository.run(
      [
        "ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options",
        "\(commit):\(repository.folder)",
      ], outputBytes: repository.limits.listBytes)
    guard outcome.status == 0 else {
      throw .absent(folder: repository.folder, revision: name)
    }
    return try GitTree(listing: outcome.output, limits: repository.limits)
  }

  private func contents(of entries: [GitTree.Entry]) throws(GitFailure) -> [DatasetInput.File] {
    guard !entries.isEmpty else { return [] }
    let limit = repository.limits.bytes
    var total = 0
    for entry in entries {
      total += entry.size ?? 0
      guard total <= limit else { throw .tooLarge(limit: limit >> 20, unit: "MB") }
    }
    let request = entries.map { "\($0.object)\n" }.joined()
    let outcome = try repository.run(
      ["cat-file", "--batch"], input: Array(request.utf8), outputBytes: total + entries.count * 200)
    guard outcome.status == 0 else { throw .failed(reason: "") }
    var objects = GitObjects(outcome.output)
    var files: [DatasetInput.File] = []
    for entry in entries {
      files.append(DatasetInput.File(path: entry.path, content: try objects.next(entry.object)))
    }
    return files
  }
}

extension DatasetLoader {
  /// Reads a dataset as it was in a revision. What is wrong with its texts stands in the
  /// diagnostics, whose files are named as git names them: `HEAD~3:Graphs/mine/facts.yaml`.
  ///
  /// - Throws: what any run of git may.
  public static func load(
    _ revision: GitRepository.Revision
  ) throws(GitFailure) -> DatasetLoading {
    load(try revision.input()).loading
  }
}
