// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// Adds the rows of parsed files to a graph, in order, and finds keys that occur twice.
final class GraphGathering: Sendable {
  typealias Parsed = (pieces: [FileParsing.Piece], fault: ImportBlockReader.Fault?)

  /// A file that waits to be added.
  fileprivate struct Pending {
    let file: ImportFile
    let firstBlock: Int
    let isSound: Bool
    let completesItsType: Bool
    var pieces: [FileParsing.Piece]
  }

  /// Nodes or edges that were added one after the other from one block.
  fileprivate struct Run {
    let firstHandle: Int
    let place: RowPlace
  }

  fileprivate struct State {
    var builder: GraphBuilder
    var latest: Parsed = ([], nil)
    var pending: [Pending] = []
    var nodeRuns: [Run] = []
    var edgeRuns: [Run] = []
    var edgeIdentifiers = StringInterner()
    var edgeIdentifierPlaces: [RowPlace] = []
    var faults: [ImportFault] = []

    /// What is frozen already: the nodes, and whether edges may be.
    var nodes: GraphStorage?
    var freezesEdges = false
    var namesBeingMade: BackgroundWork?

    /// Faults beyond so many are only counted.
    let faultLimit: Int
    var unlistedFaults = 0
  }

  private let state: Mutex<State>
  private let threads: Int

  /// Where the graph is written while it is being made.
  private let output: ImportOutput?

  init(
    _ builder: GraphBuilder, limits: ImportLimits, threads: Int, output: ImportOutput?
  ) {
    self.threads = threads
    self.output = output
    state = Mutex(State(builder: builder, faultLimit: limits.findings))
  }

  /// The keys of the nodes that were added; the numbers are the handles.
  var keys: StringInterner { state.withLock { $0.builder.nodeKeys } }

  var latest: Parsed { state.withLock { $0.latest } }

  func setLatest(_ parsed: Parsed) { state.withLock { $0.latest = parsed } }

  func discardLatest() { state.withLock { $0.latest = ([], nil) } }

  /// What is wrong with rows that were added since it was last asked.
  func takeFaults() -> (faults: [ImportFault], unlisted: Int) {
    state.withLock { state in
      defer { (state.faults, state.unlistedFaults) = ([], 0) }
      return (state.faults, state.unlistedFaults)
    }
  }

  /// Leaves the latest file to be added.
  ///
  /// - Parameters:
  ///   - isSound: whether there may still be a graph; otherwise only keys are looked at.
  ///   - completesItsType: whether no file that follows has edges of the same type.
  func deferLatest(
    _ file: ImportFile, firstBlock: Int, isSound: Bool, completesItsType: Bool
  ) {
    state.withLock { state in
      state.pending.append(
        Pending(
          file: file, firstBlock: firstBlock, isSound: isSound,
          completesItsType: completesItsType, pieces: state.latest.pieces))
      state.latest = ([], nil)
    }
  }

  /// Adds what waits. Each block of edges is let go when it has been added, and edges that are
  /// complete are frozen.
  func addPending() {
    state.withLock { state in
      while !state.pending.isEmpty {
        var file = state.pending.removeFirst()
        if file.file.plan.areNodes {
          state.addNodes(file, threads: threads)
          continue
        }
        for position in file.pieces.indices {
          let place = RowPlace(block: file.firstBlock + position, row: 0)
          guard let block = file.pieces[position].parsed else { continue }
          file.pieces[position].parsed = nil
          state.addEdges(block, of: file.file, at: place, isSound: file.isSound)
        }
        if file.isSound, file.completesItsType, let type = state.freezeEdges(file.file.type) {
          output?.append(type)
        }
      }
    }
  }

  /// Freezes the nodes, where that can be done before the edges are known, and begins to gather
  /// their names beside whatever follows.
  func freezeNodes() {
    state.withLock { state in
      guard state.faults.isEmpty, state.unlistedFaults == 0,
        let nodes = state.builder.freezeNodes()
      else { return }
      (state.nodes, state.freezesEdges) = (nodes, true)
      output?.append(nodes)
      guard threads > 1 else { return }
      state.namesBeingMade = BackgroundWork { [output] in
        let names = nodes.nameTable
        output?.append(names)
      }
    }
  }

  /// Freezes the graph; nothing can be added afterwards.
  func freeze() throws(GraphBuildingError) -> PropertyGraph {
    let (builder, nodes) = state.withLock { state in
      let builder = state.builder
      state.builder = GraphBuilder()
      return (builder, state.nodes)
    }
    waitForNames()
    if let nodes, threads == 1 { output?.append(nodes.nameTable) }
    return try builder.freeze(threads: threads, nodes: nodes)
  }

  /// Returns when nothing goes on any more in the background.
  func waitForNames() {
    let names = state.withLock { $0.namesBeingMade.take() }
    names?.wait()
  }

  /// A violation of the graph type, at the row that it is about.
  func fault(_ violation: GraphViolation, _ files: [ImportFile], _ table: BlockTable) -> ImportFault
  {
    state.withLock { state in
      let place = state.place(of: violation.subject)
      let plan = files[table.entries[place.block].file].plan
      let column = violation.property.flatMap { property in
        plan.columns.firstIndex { column in
          if case .property = column.kind { column.name == property } else { false }
        }
      }
      return ImportFault(
        kind: .forbidden(violation.kind, related: violation.related.map { state.place(of: $0) }),
        place: place, column: column)
    }
  }
}

extension GraphGathering.State {
  /// The edges of a type in their final form, where they need not wait for anything.
  fileprivate mutating func freezeEdges(_ type: String) -> EdgeTypeStorage? {
    guard freezesEdges, faults.isEmpty, unlistedFaults == 0 else { return nil }
    let edges = builder.freezeEdges(label: type)
    // The numbers of the edges of later types, and their places, come after these.
    if edges == nil { freezesEdges = false }
    return edges
  }

  /// Adds the nodes of a file at once, or looks for what is wrong with them one by one.
  fileprivate mutating func addNodes(_ pending: GraphGathering.Pending, threads: Int) {
    let plan = pending.file.plan
    guard let key = plan.columns.firstIndex(where: { $0.kind == .key }) else { return }
    let blocks = pending.pieces.enumerated().compactMap { position, piece in
      piece.parsed.map { (RowPlace(block: pending.firstBlock + position, row: 0), $0) }
    }
    if pending.isSound, faults.isEmpty, unlistedFaults == 0 {
      var first = builder.nodeCount
      do throws(GraphBuildingError) {
        try builder.addNodes(
          type: pending.file.type, labels: pending.file.labels,
          blocks.map { ($1.columns[key].texts, $1.graphColumns(plan)) }, threads: threads)
        for (place, block) in blocks {
          nodeRuns.append(.init(firstHandle: first, place: place))
          first += block.columns[key].texts.count
        }
        return
      } catch {
        if case .duplicateKey = error {
        } else {
          return fail(error, at: RowPlace(block: pending.firstBlock, row: 0))
        }
      }
    }
    for (place, block) in blocks {
      addKeys(block.columns[key].texts, column: key, type: pending.file.type, at: place)
    }
  }

  /// There will be no graph, but edges are checked against the keys.
  private mutating func addKeys(
    _ keys: TextColumn, column: Int, type: String, at place: RowPlace
  ) {
    for row in 0..<keys.count {
      let text = keys[row]
      if text.isEmpty { continue }
      var here = place
      here.row = row
      let first = builder.nodeCount
      do throws(GraphBuildingError) {
        try builder.addNode(type: type, key: text)
        nodeRuns.append(.init(firstHandle: first, place: here))
      } catch {
        guard case .duplicateKey = error else { return fail(error, at: here) }
        let known = keys.withUTF8(at: row) { builder.nodeKeys.number(of: $0) } ?? 0
        note(
          .duplicateNode(
            text.prefixed(100), first: self.place(of: .node(NodeHandle(rawValue: known)))),
          at: here, column: column)
      }
    }
  }

  fileprivate mutating func addEdges(
    _ block: ParsedBlock, of file: ImportFile, at place: RowPlace, isSound: Bool
  ) {
    let plan = file.plan
    guard let from = plan.columns.firstIndex(where: { $0.kind == .from }),
      let to = plan.columns.firstIndex(where: { $0.kind == .to })
    else { return }
    let identifier = plan.columns.firstIndex { $0.kind == .identifier }
    if let identifier { addIdentifiers(block.columns[identifier], identifier, at: place) }
    guard isSound, faults.isEmpty, unlistedFaults == 0 else { return }
    let identifiers = identifier.map { index in
      (texts: block.columns[index].texts, rows: block.columns[index].rows(of: block.rowCount))
    }
    let first = builder.edgeCount
    do throws(GraphBuildingError) {
      try builder.addEdges(
        type: file.type, from: block.columns[from].nodes, to: block.columns[to].nodes,
        identifiers: identifiers, columns: block.graphColumns(plan))
      edgeRuns.append(.init(firstHandle: first, place: place))
    } catch {
      fail(error, at: place)
    }
  }

  private mutating func addIdentifiers(
    _ column: ParsedColumn, _ index: Int, at place: RowPlace
  ) {
    for position in 0..<column.texts.count {
      var here = place
      here.row = column.rows.map { Int($0[position]) } ?? position
      let text = column.texts[position]
      guard let number = try? edgeIdentifiers.intern(text) else {
        return fail(.tooMuchText, at: here)
      }
      if Int(number) == edgeIdentifierPlaces.count {
        edgeIdentifierPlaces.append(here)
      } else {
        note(
          .duplicateEdge(text.prefixed(100), first: edgeIdentifierPlaces[Int(number)]), at: here,
          column: index)
      }
    }
  }

  private mutating func fail(_ error: GraphBuildingError, at place: RowPlace) {
    note(.refused(error), at: place, column: nil)
  }

  private mutating func note(_ kind: ImportFault.Kind, at place: RowPlace, column: Int?) {
    guard faults.count < faultLimit else {
      unlistedFaults += 1
      return
    }
    faults.append(ImportFault(kind: kind, place: place, column: column))
  }

  /// The row that a node or edge was made of.
  fileprivate func place(of subject: GraphViolation.Subject) -> RowPlace {
    let (runs, handle) =
      switch subject {
      case .node(let node): (nodeRuns, Int(node.rawValue))
      case .edge(let edge): (edgeRuns, Int(edge.rawValue))
      }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].firstHandle <= handle { low = middle } else { high = middle }
    }
    guard low < runs.count else { return RowPlace(block: 0, row: 0) }
    var place = runs[low].place
    place.row += handle - runs[low].firstHandle
    return place
  }
}

extension ParsedBlock {
  /// The properties as the builder takes them.
  fileprivate func graphColumns(_ plan: ImportPlan) -> [GraphColumn] {
    columns.indices.compactMap {
      columns[$0].graphColumn(named: plan.columns[$0].name, rowCount: rowCount)
    }
  }
}
