// SPDX-License-Identifier: Apache-2.0

public import CypherSyntax
public import GraphModel

/// A query that is parsed, bound and planned once, to be run any number of times: with other
/// parameters, from any threads, on the graph it was made for or one of the same graph type.
///
/// ```swift
/// let members = try PreparedQuery(
///   "MATCH (s:State)-[:MEMBER_OF]->(o {name: $name}) RETURN s.name ORDER BY s.name", for: graph)
/// let rows = try members.run(on: graph, ["name": "Prague Process"]).rows
/// ```
///
/// ## Topics
/// - Making: ``init(_:for:options:)``
/// - Asking: ``columns``, ``isWriting``, ``explanation``
/// - Running: ``run(on:_:limits:)``, ``run(on:_:limits:row:)``, ``run(editing:_:limits:)``
/// - Rows as values of a type of yours: ``run(on:_:limits:as:)``, ``run(on:_:limits:as:row:)``
public struct PreparedQuery: Sendable {
  /// As it was given.
  public let text: String
  public let options: PlanningOptions

  /// Whether the text begins with `EXPLAIN` or `PROFILE`.
  public let mode: Statement.Mode
  let planned: PlannedQuery

  /// The day of every match that names none.
  let asOf: CalendarDate?
  private let needsLargeStack: Bool
  private let parameters: [(name: String, span: SourceSpan)]
  private let places: QueryPlaces

  /// Prepares a query.
  ///
  /// - Parameter asOf: the day of every match that does not name one with `AS OF`; nil for all times.
  /// - Throws: ``QueryError`` with everything that is wrong with the text, or the first thing that
  ///   is wrong with its names and types.
  public init(
    _ text: String, for graph: PropertyGraph, options: PlanningOptions = .standard,
    asOf: CalendarDate? = nil
  ) throws(QueryError) {
    try self.init(text, for: graph, options: options, asOf: asOf, environment: .standard)
  }

  package init(
    _ text: String, for graph: PropertyGraph, options: PlanningOptions = .standard,
    asOf: CalendarDate? = nil, environment: QueryEnvironment
  ) throws(QueryError) {
    let parsed = QueryParser.parse(text)
    guard let statement = parsed.statement, parsed.faults.isEmpty else {
      throw QueryError(parsed.faults, in: text)
    }
    try self.init(
      statement, of: text, for: graph, options: options, asOf: asOf, environment: environment)
  }

  /// Prepares a query whose tree is known.
  init(
    _ statement: Statement, of text: String, for graph: PropertyGraph,
    options: PlanningOptions = .standard, asOf: CalendarDate?, environment: QueryEnvironment
  ) throws(QueryError) {
    let setting = BindingSetting(graph, environment: environment, asOf: asOf)
    let needsLargeStack = statement.query.needsLargeStack(text)
    var outcome: Result<PlannedQuery, QueryFault>?
    LargeStack.run(isNeeded: needsLargeStack) {
      do throws(QueryFault) {
        let bound = try QueryBinder.bind(statement.query, setting)
        outcome = .success(Planner(graph, options: options).plan(bound))
      } catch {
        outcome = .failure(error)
      }
    }
    switch outcome {
    case .success(let planned)?: self.planned = planned
    case .failure(let fault)?: throw QueryError([fault], in: text)
    case nil: preconditionFailure("binding ends one way or the other")
    }
    self.needsLargeStack = needsLargeStack
    self.text = text
    self.asOf = asOf
    self.options = options
    mode = statement.mode
    places = QueryPlaces(statement.query)
    parameters = setting.parameters
  }

  /// The names of the columns that the query answers with; none when it only writes.
  public var columns: [String] { planned.query.columns }

  /// Whether the query may change the graph.
  public var isWriting: Bool { planned.query.isWriting }

  /// The plan as a tree of text.
  public var explanation: String { PlanDescription(planned, of: text).text }

  /// Runs a query that only reads.
  ///
  /// - Throws: ``QueryError``; a query that writes is refused before anything runs.
  public func run(
    on graph: PropertyGraph, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard
  ) throws(QueryError) -> QueryResult {
    try refuseWriting()
    return try collect(Run(self, graph, parameters, limits))
  }

  /// Runs a query that only reads, and hands over its rows one by one until `row` says false.
  public func run(
    on graph: PropertyGraph, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    row: ([Value]) -> Bool
  ) throws(QueryError) {
    try refuseWriting()
    if mode == .explain { return }
    try forEachRow(of: Run(self, graph, parameters, limits), row)
  }

  /// Runs a query that may write. When it fails, the graph is as it was.
  public func run(
    editing graph: inout PropertyGraph, _ parameters: [String: Value] = [:],
    limits: QueryLimits = .standard
  ) throws(QueryError) -> QueryResult {
    let result = try collect(Run(self, graph, parameters, limits))
    if isWriting { graph = result.graph }
    return result
  }

  private func refuseWriting() throws(QueryError) {
    if isWriting, mode != .explain {
      throw QueryError([places.placed(ExecutionMessages.writingRefused(nil))], in: text)
    }
  }

  private func collect(_ run: Run) throws(QueryError) -> QueryResult {
    let before = run.context.graph
    if mode == .explain {
      return QueryResult(columns: columns, rows: [], graph: before, plan: explanation)
    }
    var rows: [[Value]] = []
    let profile = try forEachRow(of: run) { row in
      rows.append(row)
      return true
    }
    let after = run.context.graph
    return QueryResult(
      columns: columns, rows: rows,
      changes: isWriting ? run.changes.changes(from: before, to: after) : GraphChanges(),
      graph: after, plan: profile?.text)
  }

  /// - Returns: what each step gave, where that is asked for.
  @discardableResult
  private func forEachRow(
    of run: Run, _ body: ([Value]) -> Bool
  ) throws(QueryError) -> PlanDescription? {
    var outcome: Result<PlanDescription?, QueryFault>?
    LargeStack.run(isNeeded: needsLargeStack) {
      do throws(QueryFault) {
        outcome = .success(try walkRows(of: run, body))
      } catch {
        outcome = .failure(error)
      }
    }
    switch outcome {
    case .success(let description)?: return description
    case .failure(let fault)?: throw QueryError([places.placed(fault)], in: text)
    case nil: preconditionFailure("a run ends one way or the other")
    }
  }

  private func walkRows(
    of run: Run, _ body: ([Value]) -> Bool
  ) throws(QueryFault) -> PlanDescription? {
    for (name, span) in parameters where run.parameters[name] == nil {
      throw BindingMessages.missingParameter(name, span)
    }
    let query = try OperatorBuilder(run).query(planned)
    query.start()
    var count = 0
    var isWanted = true
    while let batch = try query.next() {
      // Without columns there are no rows to speak of, only what they write.
      if columns.isEmpty || !isWanted { continue }
      count += batch.count
      do { try run.meter.checkRowCount(count) } catch { throw error.fault(at: nil) }
      try run.reserve(batch.columns.reduce(64 * batch.count) { $0 + $1.byteCount })
      for row in 0..<batch.count where isWanted {
        isWanted = body(batch.columns.map { $0.value(at: row) })
      }
      if !isWanted, !isWriting { break }
    }
    return mode == .profile ? PlanDescription(planned, of: text, profile: query) : nil
  }
}

extension Run {
  fileprivate convenience init(
    _ query: PreparedQuery, _ graph: PropertyGraph, _ parameters: [String: Value],
    _ limits: QueryLimits
  ) {
    self.init(
      graph: graph, parameters: parameters, limits: limits, options: query.options,
      asOf: query.asOf)
  }
}
