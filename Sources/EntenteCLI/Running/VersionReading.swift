// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel
internal import SourceDiagnostics

/// Finds out what the words of a comparison mean, and loads it.
///
/// A word that leads to a folder or a file is that; any other is a git revision of the dataset of
/// the command. A word that could be both is refused.
struct VersionReading {
  let options: GlobalOptions

  enum Word {
    case path(String)
    case revision(GitRepository.Revision)
  }

  /// - Parameter isGiven: whether the user wrote the word, so that it may be a path.
  func word(_ text: String, isGiven: Bool = true) throws(CommandFailure) -> Word {
    let isThere = isGiven && FileSystem.exists(text)
    if isThere || Self.looksLikePath(text) {
      guard isThere else {
        throw CommandFailure(.misused, "there is no dataset folder and no graph file '\(text)'")
      }
      // Where git has nothing to say, there is nothing to confuse the path with.
      if !Self.looksLikePath(text), let repository = try? repository(),
        (try? repository.revision(text)) != nil
      {
        throw CommandFailure(
          .misused, "'\(text)' is a file or folder here and a git revision",
          hint: "Write './\(text)' for the file or folder, or '\(text)^0' for the revision.")
      }
      return .path(text)
    }
    let repository = try repository(sought: isGiven ? text : nil)
    do throws(GitFailure) {
      return .revision(try repository.revision(text))
    } catch {
      guard case .unknownRevision = error else { throw Self.failure(error) }
      throw CommandFailure(
        .misused,
        isGiven
          ? "'\(text)' is no file or folder here and no git revision"
          : "the repository has no revision 'HEAD' to compare with: nothing is committed yet",
        hint: isGiven ? Self.hint(text, repository) : nil)
    }
  }

  /// Loads what a word means.
  func version(_ word: Word) throws(CommandFailure) -> GraphVersions.Version {
    switch word {
    case .path(let path):
      return GraphVersions.Version(
        name: path, session: try GraphSession(options, location: path))
    case .revision(let revision):
      let loading: DatasetLoading
      do throws(GitFailure) {
        loading = try DatasetLoader.load(revision)
      } catch {
        throw Self.failure(error)
      }
      guard let graph = loading.graph else {
        throw GraphSession.failure(
          .dataset(loading), at: "\(revision.name)", options)
      }
      return GraphVersions.Version(
        name: revision.name, session: GraphSession(graph, of: revision, options))
    }
  }

  private static func looksLikePath(_ text: String) -> Bool {
    text == "." || text == ".." || text.hasPrefix("/") || text.hasPrefix("./")
      || text.hasPrefix("../") || text.hasSuffix("/")
  }

  /// The repository that holds the dataset of the command.
  ///
  /// - Parameter sought: the word that might be a revision of it.
  private func repository(sought: String? = nil) throws(CommandFailure) -> GitRepository {
    let folder: String
    do throws(CommandFailure) {
      folder = try GraphLocation.find(options.graph)
    } catch {
      guard let sought else { throw error }
      throw CommandFailure(
        error.status,
        "'\(sought)' is no file or folder here, and for a git revision: \(error.message ?? "")",
        hint: error.hint)
    }
    if FileSystem.isOwnFile(folder) {
      throw CommandFailure(
        .misused, "git revisions are compared for dataset folders, and '\(folder)' is a file")
    }
    guard let executable = Platform.program(named: "git") else {
      throw CommandFailure(
        .missing, "git is missing, which reads past versions of a dataset",
        hint: "Install git (Debian, Homebrew), or name two dataset folders or graph files.")
    }
    do throws(GitFailure) {
      return try GitRepository(of: folder, executable: executable)
    } catch {
      var failure = Self.failure(error)
      if let sought, case .noRepository = error {
        failure.message = "'\(sought)' is no file or folder here, and \(error)"
      }
      throw failure
    }
  }

  private static func hint(_ text: String, _ repository: GitRepository) -> String {
    let names = ((try? repository.names()) ?? []) + ["HEAD"]
    return Suggestion.didYouMean(text, among: names).map(\.capitalisedSentence)
      ?? "Revisions are commits, branches and tags, such as HEAD~3 or main."
  }

  private static func failure(_ error: GitFailure) -> CommandFailure {
    let status: ExitStatus =
      switch error {
      case .noRepository, .malformedRevision, .unknownRevision, .absent: .misused
      case .notStarted: .missing
      case .timedOut, .tooLarge, .failed: .unreadable
      }
    return CommandFailure(status, error.description)
  }
}
