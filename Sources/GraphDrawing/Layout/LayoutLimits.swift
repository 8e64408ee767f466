// SPDX-License-Identifier: Apache-2.0

/// What one layout may cost, and up to which size it is made inside the process.
public struct LayoutLimits: Sendable, Hashable {
  /// Most nodes and edges that are laid out in the process itself.
  public var inProcessNodes: Int
  public var inProcessEdges: Int
  /// Layouts in the process after which a worker is preferred, if there is one: a long-lived
  /// process is not to grow with what the library may leak.
  public var inProcessLayouts: Int
  /// Most nodes for dot; above it a force-directed engine is used at once.
  public var layeredNodes: Int
  /// Most edges whose labels are drawn.
  public var labelledEdges: Int
  /// Most nodes and edges of a figure.
  public var maximumNodes: Int
  public var maximumEdges: Int
  /// Most nodes of a figure whose nodes are put together, as nothing else lays it out.
  public var groupedNodes: Int
  /// Wall time of one attempt of a worker, in milliseconds.
  public var wallMilliseconds: Int
  /// Processor time of one attempt of a worker, in seconds.
  public var cpuSeconds: Int
  /// Address space of a worker, in bytes.
  public var memoryBytes: Int
  /// Most bytes a worker may answer.
  public var outputBytes: Int
  /// Most workers at a time.
  public var workers: Int
  /// Most figures that wait for a worker, or for this process, before the next is refused.
  public var queueLength: Int
  /// Layouts after which a worker is replaced: dot leaks about 20 KB in each.
  public var layoutsOfWorker: Int
  /// Memory in use, in bytes, above which a worker is replaced after a layout.
  public var residentBytesOfWorker: Int

  public init(
    inProcessNodes: Int = 150,
    inProcessEdges: Int = 300,
    inProcessLayouts: Int = 100,
    layeredNodes: Int = 500,
    labelledEdges: Int = 100,
    maximumNodes: Int = 3_000,
    maximumEdges: Int = 12_000,
    groupedNodes: Int = 80,
    wallMilliseconds: Int = 10_000,
    cpuSeconds: Int = 15,
    memoryBytes: Int = 2 << 30,
    outputBytes: Int = 32 << 20,
    workers: Int = 4,
    queueLength: Int = 1_000,
    layoutsOfWorker: Int = 500,
    residentBytesOfWorker: Int = 256 << 20
  ) {
    self.inProcessNodes = inProcessNodes
    self.inProcessEdges = inProcessEdges
    self.inProcessLayouts = inProcessLayouts
    self.layeredNodes = layeredNodes
    self.labelledEdges = labelledEdges
    self.maximumNodes = maximumNodes
    self.maximumEdges = maximumEdges
    self.groupedNodes = groupedNodes
    self.wallMilliseconds = wallMilliseconds
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
    self.workers = workers
    self.queueLength = queueLength
    self.layoutsOfWorker = layoutsOfWorker
    self.residentBytesOfWorker = residentBytesOfWorker
  }
}
