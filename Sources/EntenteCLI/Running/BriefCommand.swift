// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// A command that may stand in a brief: it asks or draws, and changes nothing.
protocol BriefCommand: ParsableCommand {
  var options: GlobalOptions { get set }

  /// How it draws; nil for commands that do not.
  var figureOptions: DrawingOptions? { get set }

  /// The option of its own that leads outside the brief, as it was written; nil when none is given.
  var strayOption: String? { get }

  /// Whether the day of the brief is one that the question can be about.
  var takesDay: Bool { get }
}

extension BriefCommand {
  var figureOptions: DrawingOptions? {
    get { nil }
    set {}
  }
  var strayOption: String? { nil }
  var takesDay: Bool { true }

  /// The first option that a brief may not use: those that read or write other files, or choose
  /// what the brief chooses.
  var refusedOption: String? {
    if options.graph != nil { return "--graph" }
    if options.output != nil { return "--output" }
    if options.format != nil { return "--format" }
    if figureOptions?.alt != nil { return "--alt" }
    if figureOptions?.idPrefix != nil { return "--id-prefix" }
    if figureOptions?.scale != nil { return "--scale" }
    return strayOption
  }
}

extension ListCommand: BriefCommand {}
extension ShowCommand: BriefCommand {}
extension SearchCommand: BriefCommand {}
extension CentralityCommand: BriefCommand {}
extension ComponentsCommand: BriefCommand {}
extension StatisticsCommand: BriefCommand {}

extension ArrangementOptions {
  fileprivate var strayOption: String? {
    if keep != nil { return "--keep" }
    return layout == nil ? nil : "--layout"
  }
}

/// A question that several commands share.
protocol BriefQuestion: ParsableArguments {
  var drawing: DrawingOptions { get set }

  /// The same as of a command.
  var strayOption: String? { get }
  var takesDay: Bool { get }
}

extension BriefQuestion {
  var strayOption: String? { nil }
  var takesDay: Bool { true }
}

/// A question whose answer is drawn with nodes and edges.
protocol ArrangedQuestion: BriefQuestion {
  var arrangement: ArrangementOptions { get set }
}

extension ArrangedQuestion {
  var strayOption: String? { arrangement.strayOption }
}

extension PathOptions: ArrangedQuestion {
  /// Questions about all days, or from a day on, are not about one.
  var takesDay: Bool { !since && !earliest }
}

extension NeighboursOptions: ArrangedQuestion {}
extension ConnectOptions: ArrangedQuestion {}

extension QueryOptions: ArrangedQuestion {
  var strayOption: String? { file == nil ? arrangement.strayOption : "--file" }
}

extension TimelineOptions: BriefQuestion {}
extension GapsOptions: BriefQuestion {}

extension BriefCommand where Self: QuestionCommand, Question: BriefQuestion {
  var figureOptions: DrawingOptions? {
    get { question.drawing }
    set { if let newValue { question.drawing = newValue } }
  }
  var strayOption: String? { question.strayOption }
  var takesDay: Bool { question.takesDay }
}

extension PathCommand: BriefCommand {}
extension DrawPathCommand: BriefCommand {}
extension NeighboursCommand: BriefCommand {}
extension DrawNeighboursCommand: BriefCommand {}
extension ConnectCommand: BriefCommand {}
extension DrawConnectCommand: BriefCommand {}
extension TimelineCommand: BriefCommand {}
extension DrawTimelineCommand: BriefCommand {}
extension GapsCommand: BriefCommand {}
extension DrawGapsCommand: BriefCommand {}
extension DrawQueryCommand: BriefCommand {}

extension QueryCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { question.drawing }
    set { if let newValue { question.drawing = newValue } }
  }
  var strayOption: String? { write ? "--write" : question.strayOption }
}

extension SchemaCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { drawing }
    set { if let newValue { drawing = newValue } }
  }
  var strayOption: String? { gql ? "--gql" : nil }
}

extension DrawSchemaCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { drawing }
    set { if let newValue { drawing = newValue } }
  }
}

extension DrawAllCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { drawing }
    set { if let newValue { drawing = newValue } }
  }
  var strayOption: String? { arrangement.strayOption }
}
