// SPDX-License-Identifier: Apache-2.0

/// What one run of a query may spend. Every loop of a run polls it.
public struct QueryLimits: Sendable {
  /// How long it may take.
  public var time: Duration?

  /// How many rows it may answer with.
  public var rows: Int

  /// The memory in bytes that it may take for what it keeps: sorting, grouping, collecting, lists
  /// and texts made.
  public var memory: Int

  /// How many rows, edges and list members it may look at.
  public var work: Int

  /// Asked now and then from the running thread; true ends the query.
  public var isCancelled: (@Sendable () -> Bool)?

  public init(
    time: Duration? = nil, rows: Int = 10_000_000, memory: Int = 1 << 30,
    work: Int = 100_000_000_000, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.time = time
    self.rows = rows
    self.memory = memory
    self.work = work
    self.isCancelled = isCancelled
  }

  /// No deadline, ten million rows, a GiB.
  public static let standard = QueryLimits()
}
