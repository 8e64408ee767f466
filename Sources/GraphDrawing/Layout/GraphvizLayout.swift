// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// Layouts by libgraphviz inside this process, one at a time.
///
/// The library is opened when it is first needed. It cannot be interrupted and a crash of it takes
/// the process down: for large or foreign figures use a ``LayoutService`` with a worker.
public struct GraphvizLayout: Sendable, Hashable {
  public var library: GraphvizLibrary

  public init(library: GraphvizLibrary = .system) {
    self.library = library
  }

  /// Places the nodes of a figure and routes its edges.
  ///
  /// - Throws: ``LayoutError/libraryMissing(tried:)`` on a machine without libgraphviz, and others.
  public func layout(
    of figure: Figure, style: FigureStyle = .default, engine: LayoutEngine = .dot,
    effort: LayoutEffort = .full
  ) throws(LayoutError) -> FigureLayout {
    let plan = try FigurePlan(figure, style: style)
    let hasLabels = engine == .dot && effort == .full
    let problem = plan.problem(engine: engine, effort: effort, hasLabels: hasLabels)
    let solution = try solution(of: problem)
    return plan.layout(from: solution, problem: problem, reason: "asked for", warnings: [])
  }

  func solution(of problem: LayoutProblem) throws(LayoutError) -> LayoutSolution {
    if problem.nodes.isEmpty {
      return LayoutSolution(width: 0, height: 0, nodes: [], edges: [], messages: [])
    }
    var answer = cgraphviz_answer()
    CStringArray.with(library.candidates) { names in
      cgraphviz_layout(
        names, library.candidates.count, problem.engine.graphvizName, problem.graphvizText, &answer)
    }
    defer { cgraphviz_answer_free(&answer) }
    let messages = answer.messages.map { String(cString: $0) } ?? ""
    switch UInt32(bitPattern: answer.status) {
    case CGRAPHVIZ_OK.rawValue: break
    case CGRAPHVIZ_LIBRARY_MISSING.rawValue:
      throw .libraryMissing(tried: library.candidates)
    case CGRAPHVIZ_LIBRARY_UNFIT.rawValue: throw .libraryUnfit(messages)
    case CGRAPHVIZ_OUT_OF_MEMORY.rawValue: throw .engineFailed(problem.engine, "out of memory")
    default: throw .engineFailed(problem.engine, messages)
    }
    guard let geometry = answer.geometry else { throw .malformedAnswer("no geometry") }
    let bytes = UnsafeRawBufferPointer(start: geometry, count: answer.geometry_length)
    return try GraphvizAnswer.solution(
      of: problem, geometry: Array(bytes),
      messages: messages.split(separator: "\n").map(GraphvizMessage.reworded))
  }
}
