// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// Where a search under a filter walks, and what it still has to test there: the view itself, or
/// its arrays without the edges that the filter refuses.
struct Ground {
  let view: TraversalView
  let filter: CompiledFilter

  /// What is known of the filter; nil on narrowed ground, where nothing is left to be saved.
  fileprivate let record: FilterRecord?

  /// Whether this is not the view itself.
  var isNarrowed: Bool { view.origins != nil }

  /// Entries of the ground as entries of the whole view.
  func entries(_ path: [UInt32]) -> [UInt32] {
    guard let origins = view.origins else { return path }
    return path.map { origins.base[Int($0)] }
  }

  /// Tells how many edges a search looked at. Once all searches under one filter have together
  /// looked at about as many as there are, the next one makes narrowed arrays.
  func note(_ expandedEdges: Int) { record?.note(expandedEdges) }
}

extension TraversalView {
  /// The ground for searches under a filter.
  ///
  /// Narrowing costs a pass over all edges, so it waits until searches have cost as much: whatever
  /// is asked, the pass never more than doubles the cost, and a single question never pays for it.
  func ground(for filter: CompiledFilter) -> Ground {
    guard !filter.testsNodesAlone, let record = filter.record else {
      return Ground(view: self, filter: filter, record: nil)
    }
    return ground(for: filter, record)
  }

  /// The same for a filter that is known by its record.
  func ground(for record: FilterRecord) -> Ground {
    if record.compiled.testsNodesAlone {
      return Ground(view: self, filter: record.compiled, record: nil)
    }
    return ground(for: record.compiled, record)
  }

  /// What the view remembers of a filter, made anew when it has not been asked for lately.
  ///
  /// - Throws: ``TraversalError`` for names that are not known.
  func filterRecord(
    for filter: TraversalFilter, isDirected: Bool
  ) throws(TraversalError) -> FilterRecord {
    if let record = filters.record(for: filter, isDirected: isDirected) { return record }
    let compiled = try CompiledFilter(compiling: filter, isDirected: isDirected, view: self)
    let record = FilterRecord(filter, isDirected: isDirected, compiled: compiled, view: self)
    filters.remember(record)
    return record
  }

  private func ground(for filter: CompiledFilter, _ record: FilterRecord) -> Ground {
    if let narrowed = record.narrowed(from: self) {
      return Ground(view: narrowed, filter: filter.onNarrowedGround, record: nil)
    }
    return Ground(view: self, filter: filter, record: record)
  }
}

/// The filters that were asked for last, compiled, with the narrowed arrays of those asked often.
final class FilterCache: Sendable {
  /// How many filters are remembered.
  private static let capacity = 8

  private let records = Mutex<[FilterRecord]>([])

  /// After how many edges a filter's arrays are narrowed.
  let patience: Int

  /// How many entries all narrowed arrays together may have.
  private let entryLimit: Int

  init(entryCount: Int, patience: Int? = nil) {
    self.patience = patience ?? max(entryCount / 2, 1 << 16)
    entryLimit = 2 * entryCount
  }

  func record(for filter: TraversalFilter, isDirected: Bool) -> FilterRecord? {
    records.withLock { records in
      guard
        let place = records.firstIndex(where: {
          $0.isOf(filter, isDirected: isDirected)
        })
      else { return nil }
      let record = records[place]
      if place > 0 {
        records.remove(at: place)
        records.insert(record, at: 0)
      }
      return record
    }
  }

  func remember(_ record: FilterRecord) {
    records.withLock { records in
      records.insert(record, at: 0)
      if records.count > Self.capacity { records.removeLast() }
    }
  }

  /// Lets narrowed arrays go that were used longest ago, beyond the limit.
  fileprivate func trim() {
    records.withLock { records in
      var kept = 0
      for record in records {
        kept += record.narrowedEntryCount
        if kept > entryLimit { kept -= record.dropNarrowed() }
      }
    }
  }
}

/// A filter that was asked for, compiled, and what its searches have cost until now.
final class FilterRecord: Sendable {
  let filter: TraversalFilter
  let isDirected: Bool
  let compiled: CompiledFilter

  /// Where a search that only counts may walk; nil where it must walk the view.
  let typedRows: TypedRows?

  /// Whether the filter tests nothing.
  let isOpen: Bool

  private struct State {
    var expandedEdges = 0
    var isNarrowing = false
    var narrowed: TraversalView?
  }

  private let state = Mutex(State())

  init(
    _ filter: TraversalFilter, isDirected: Bool, compiled: CompiledFilter, view: TraversalView
  ) {
    self.filter = filter
    self.isDirected = isDirected
    self.compiled = compiled
    isOpen = compiled.isOpen
    typedRows = TypedRows(compiled, of: view)
  }

  /// Whether this is what is remembered of a filter.
  func isOf(_ filter: TraversalFilter, isDirected: Bool) -> Bool {
    self.isDirected == isDirected && self.filter == filter
  }

  fileprivate func note(_ expandedEdges: Int) {
    state.withLock { $0.expandedEdges &+= expandedEdges }
  }

  /// The narrowed view, made when it is time; nil while it is not, or while another thread is at it.
  fileprivate func narrowed(from view: TraversalView) -> TraversalView? {
    let (made, isDue): (TraversalView?, Bool) = state.withLock { state in
      if let made = state.narrowed { return (made, false) }
      guard !state.isNarrowing, state.expandedEdges >= view.filters.patience else {
        return (nil, false)
      }
      state.isNarrowing = true
      return (nil, true)
    }
    guard isDue else { return made }
    let narrowed = TraversalView(narrowing: view, by: compiled)
    state.withLock { state in
      state.narrowed = narrowed
      state.isNarrowing = false
    }
    view.filters.trim()
    return narrowed
  }

  fileprivate var narrowedEntryCount: Int {
    state.withLock { $0.narrowed?.references.count ?? 0 }
  }

  /// Returns how many entries went.
  fileprivate func dropNarrowed() -> Int {
    state.withLock { state in
      let count = state.narrowed?.references.count ?? 0
      state.narrowed = nil
      state.expandedEdges = 0
      return count
    }
  }
}
