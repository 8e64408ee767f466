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
  /// Wall time of one attempt of a worker, in milliseconds.
  public var wallMilliseconds: Int
  /// Processor time of one attempt of a worker, in seconds.
  public var cpuSeconds: Int
  /// Address space of a worker, in bytes.
  public var memoryBytes: Int
  /// Most bytes a worker may answer.
  public var outputBytes: Int

  public init(
    inProcessNodes: Int = 150,
    inProcessEdges: Int = 300,
    inProcessLayouts: Int = 5_000,
    layeredNodes: Int = 500,
    labelledEdges: Int = 100,
    maximumNodes: Int = 3_000,
    maximumEdges: Int = 12_000,
    wallMilliseconds: Int = 10_000,
    cpuSeconds: Int = 15,
    memoryBytes: Int = 2 << 30,
    outputBytes: Int = 32 << 20
  ) {
    self.inProcessNodes = inProcessNodes
    self.inProcessEdges = inProcessEdges
    self.inProcessLayouts = inProcessLayouts
    self.layeredNodes = layeredNodes
    self.labelledEdges = labelledEdges
    self.maximumNodes = maximumNodes
    self.maximumEdges = maximumEdges
    self.wallMilliseconds = wallMilliseconds
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
  }
}
