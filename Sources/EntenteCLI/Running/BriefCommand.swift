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
  fileprivate var strayOption: String? { keep == nil ? nil : "--keep" }
}

extension QueryOptions {
  fileprivate var strayOption: String? { file == nil ? arrangement.strayOption : "--file" }
}

extension PathOptions {
  /// Questions about all days, or from a day on, are not about one.
  fileprivate var takesDay: Bool { !since && !earliest }
}

extension PathCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { path.drawing }
    set { if let newValue { path.drawing = newValue } }
  }
  var strayOption: String? { path.arrangement.strayOption }
  var takesDay: Bool { path.takesDay }
}

extension DrawPathCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { path.drawing }
    set { if let newValue { path.drawing = newValue } }
  }
  var strayOption: String? { path.arrangement.strayOption }
  var takesDay: Bool { path.takesDay }
}

extension NeighboursCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { neighbours.drawing }
    set { if let newValue { neighbours.drawing = newValue } }
  }
  var strayOption: String? { neighbours.arrangement.strayOption }
}

extension DrawNeighboursCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { neighbours.drawing }
    set { if let newValue { neighbours.drawing = newValue } }
  }
  var strayOption: String? { neighbours.arrangement.strayOption }
}

extension ConnectCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { connect.drawing }
    set { if let newValue { connect.drawing = newValue } }
  }
  var strayOption: String? { connect.arrangement.strayOption }
}

extension DrawConnectCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { connect.drawing }
    set { if let newValue { connect.drawing = newValue } }
  }
  var strayOption: String? { connect.arrangement.strayOption }
}

extension TimelineCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { timeline.drawing }
    set { if let newValue { timeline.drawing = newValue } }
  }
}

extension DrawTimelineCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { timeline.drawing }
    set { if let newValue { timeline.drawing = newValue } }
  }
}

extension GapsCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { gaps.drawing }
    set { if let newValue { gaps.drawing = newValue } }
  }
}

extension DrawGapsCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { gaps.drawing }
    set { if let newValue { gaps.drawing = newValue } }
  }
}

extension QueryCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { question.drawing }
    set { if let newValue { question.drawing = newValue } }
  }
  var strayOption: String? { write ? "--write" : question.strayOption }
}

extension DrawQueryCommand: BriefCommand {
  var figureOptions: DrawingOptions? {
    get { question.drawing }
    set { if let newValue { question.drawing = newValue } }
  }
  var strayOption: String? { question.strayOption }
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
