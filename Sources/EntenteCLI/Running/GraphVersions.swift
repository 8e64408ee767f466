// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// The two graphs of a comparison, from the words of its command.
struct GraphVersions {
  /// One of them, and what it is called.
  struct Version {
    var name: String
    var session: GraphSession

    var graph: PropertyGraph { session.graph }
  }

  let old: Version
  let new: Version

  /// What a version that is not committed is called.
  static let workingFiles = "working files"

  /// - Throws: a failure when a word names nothing or two things, or what it names does not load.
  init(_ old: String?, _ new: String?, _ options: GlobalOptions) throws(CommandFailure) {
    let reading = VersionReading(options: options)
    let first = try reading.word(old ?? "HEAD", isGiven: old != nil)
    let second = try new.map { (word) throws(CommandFailure) in try reading.word(word) }
    self.old = try reading.version(first)
    if let second {
      self.new = try reading.version(second)
    } else {
      let session = try GraphSession(options)
      let isOfRevision = if case .revision = first { true } else { false }
      self.new = Version(
        name: isOfRevision ? Self.workingFiles : session.location, session: session)
    }
  }

  /// The types that the words of `--types` name in either version; nil without words.
  func types(
    _ words: String?
  ) throws(CommandFailure) -> (nodes: Set<String>, edges: Set<String>)? {
    guard let words else { return nil }
    var types: (nodes: Set<String>, edges: Set<String>) = ([], [])
    for word in words.split(separator: ",").map(String.init) {
      switch try term(word) {
      case .edgeType(let label): types.edges.insert(label)
      case .nodeType(let type): types.nodes.insert(type)
      case .node:
        throw CommandFailure(
          .misused, "--types takes node types and edge types, and '\(word)' is a node")
      }
    }
    return types
  }

  private func term(_ word: String) throws(CommandFailure) -> GraphSession.Term {
    do throws(CommandFailure) {
      return try new.session.term(word)
    } catch {
      // A type may have gone with the newer version.
      if let term = try? old.session.term(word) { return term }
      throw error
    }
  }
}
