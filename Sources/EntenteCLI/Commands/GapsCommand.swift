// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente gaps [ROWS] [COLUMNS]`.
struct GapsCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", _superCommandName: "entente",
    abstract: "Show which states and areas nothing joins, pair by pair.",
    usage: "entente gaps [<options>] [<rows>] [<columns>]",
    discussion: """
      An area includes its sub-areas; a state counts through the groups it belongs to as well.
      As text, a matrix of counts with a dot for each gap, then the gaps. As a table, the gaps, or \
      with --counts every pair.

      Examples:
        entente gaps --rows-in "Central Asia"
        entente gaps states "policy areas" --columns-in Migration --through programmes
        entente gaps --rows-in "Central Asia" --as-of 2022 --counts --format csv
        entente gaps --rows-in "Central Asia" -o gaps.svg
      """)

  @OptionGroup var question: GapsOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: GapsOptions, _ options: GlobalOptions) throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.charts)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// What `gaps` and `draw gaps` have in common: the question.
struct GapsOptions: ParsableArguments {
  @OptionGroup var drawing: DrawingOptions

  @Argument(help: "What the rows are: a facet or the type that it takes; states unless said.")
  var rows: String?

  @Argument(help: "What the columns are, likewise; policy areas unless said.")
  var columns: String?

  @Option(help: "Only rows that belong to this group or area.")
  var rowsIn: String?

  @Option(help: "Only columns that belong to this group or area.")
  var columnsIn: String?

  @Option(help: "The node types that join the two, by commas; instruments unless said.")
  var through: String?

  @Flag(help: "Sub-areas in rows and columns too, not only areas that belong to no other.")
  var allAreas = false

  @Flag(help: "Only what is known to be in force on the day of --as-of.")
  var inForce = false

  @Flag(help: "Every pair with what joins it, in tables.")
  var counts = false

  /// Answers the question and writes the answer, as text or as a chart.
  func write(to output: Output, in session: GraphSession) throws(CommandFailure) {
    try output.refuseUnused(drawing)
    var query = CoverageQuery(
      rows: try axis(rows, or: "state", within: rowsIn, in: session),
      columns: try axis(columns, or: "area", within: columnsIn, in: session))
    query.middleTypes = try middleTypes(in: session)
    query.time = try session.time(isInForce: inForce)
    let matrix: CoverageMatrix
    do throws(TraversalError) {
      matrix = try query.matrix(in: TraversalView(session.graph))
    } catch {
      throw CommandFailure(error)
    }
    let answer = GapAnswer(matrix, to: query, in: session.graph, listsCounts: counts)
    guard !output.format.isFigure else {
      guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else {
        throw CommandFailure(.nothing, "there is no pair to draw")
      }
      let isCollected = AnswerCollection.current != nil
      return try output.write(
        answer.chart(listsAllSources: isCollected), drawing, in: session)
    }
    try output.write(answer)
    // Pairs were asked for with `--counts`; else what was asked for are the gaps.
    if counts ? matrix.rows.isEmpty || matrix.columns.isEmpty : answer.isEmpty {
      throw CommandFailure(.nothing)
    }
  }

  private func axis(
    _ word: String?, or standard: String, within group: String?, in session: GraphSession
  ) throws(CommandFailure) -> CoverageQuery.Axis {
    let facet = try session.facet(word ?? standard, isGiven: word != nil)
    let members = FacetMembers(facet, in: session.graph, asOf: session.asOf?.day)
    if let group {
      let node = try session.node(group)
      let nodes = members.belonging(to: node)
      guard !nodes.isEmpty else {
        throw CommandFailure(
          .nothing, "nothing that could be a row or column belongs to '\(group)'")
      }
      return CoverageQuery.Axis(facet: facet, nodes: nodes)
    }
    return CoverageQuery.Axis(facet: facet, nodes: allAreas ? members.all : members.topmost)
  }

  private func middleTypes(in session: GraphSession) throws(CommandFailure) -> [String]? {
    guard let through else {
      guard session.description.instrumentTypes.isEmpty else { return nil }
      throw CommandFailure(
        .misused, "the dataset names no instruments",
        hint: "Add --through with the node types that may join a row to a column.")
    }
    var types: [String] = []
    for word in through.split(separator: ",") {
      let type = try session.nodeType(word.trimmed)
      if !types.contains(type) { types.append(type) }
    }
    guard !types.isEmpty else {
      throw CommandFailure(.misused, "--through names no node type")
    }
    return types
  }
}

extension GraphSession {
  /// The facet that a word names: its name, or a node type that it takes.
  /// - Parameter isGiven: whether the user wrote the word.
  func facet(_ word: String, isGiven: Bool) throws(CommandFailure) -> Facet {
    let facets = description.facets
    if let facet = facets[word] { return facet }
    let known = facets.keys.sorted()
    let hint =
      known.isEmpty
      ? "Facets stand in graph.yaml." : "It describes: \(known.joined(separator: ", "))"
    guard isGiven else {
      throw CommandFailure(
        .misused, "the dataset describes no facet '\(word)'; name the rows and the columns",
        hint: hint)
    }
    let type: String
    do throws(CommandFailure) { type = try nodeType(word) } catch {
      throw CommandFailure(
        .misused, "no facet and no node type is called '\(word)'",
        hint: Suggestion.didYouMean(word, among: known).map(\.capitalisedSentence) ?? error.hint)
    }
    if let name = known.first(where: { facets[$0]?.types.contains(type) ?? false }),
      let facet = facets[name]
    {
      return facet
    }
    throw CommandFailure(.misused, "no facet takes nodes of the type \(type)", hint: hint)
  }

  /// How the day of the question narrows items.
  func time(isInForce: Bool) throws(CommandFailure) -> FacetSelection.Time {
    guard let day = asOf?.day else {
      guard !isInForce else {
        throw CommandFailure(
          .misused, "--in-force needs a day", hint: "Add --as-of, such as --as-of 2022-01-01.")
      }
      return .any
    }
    return isInForce ? .inForce(day) : .asOf(day)
  }
}

extension Substring {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
