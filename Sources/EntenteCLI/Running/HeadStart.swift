// SPDX-License-Identifier: Apache-2.0

internal import CSystemCalls
internal import GraphDrawing
internal import GraphFormats
internal import Synchronization

/// What a command will need anyhow, begun on a second thread while its arguments are parsed: the
/// graph is opened, and the layout library where a figure is asked for.
///
/// Parsing takes as long as either, and a small figure is drawn in less.
final class HeadStart: Sendable {
  private static let current = Mutex<HeadStart?>(nil)

  private let location: String
  private let drawsFigure: Bool
  private let result = Mutex<Opening?>(nil)
  private let thread = Mutex<started_thread?>(nil)

  /// Whether one of the threads has taken it upon itself to open the graph.
  private let isGraphTaken = Atomic<Bool>(false)

  /// Whether one of the threads has taken it upon itself to open the layout library.
  private let isLibraryTaken = Atomic<Bool>(false)

  /// What came of opening the graph.
  ///
  /// The program looks up at run time what `Result` asks of a failure, which costs a
  /// search through all conformances.
  enum Opening: Sendable {
    case opened(OpenedGraph)
    case failed(StoredGraph.Failure)
  }

  private init(location: String, drawsFigure: Bool) {
    self.location = location
    self.drawsFigure = drawsFigure
  }

  /// Begins what the arguments seem to ask for; does nothing where that is not plain.
  ///
  /// - Parameter arguments: with the name of the command first.
  static func begin(_ arguments: [String]) {
    guard let command = arguments.first, commandsOfGraph.contains(command),
      !isOfSeveralGraphs(arguments),
      let location = try? GraphLocation.find(value(of: ["-g", "--graph"], in: arguments))
    else { return }
    let start = HeadStart(location: location, drawsFigure: drawsFigure(arguments))
    if start.run() { current.withLock { $0 = start } }
  }

  /// The graph at a place, when it was begun with; waits for it. Each is handed out once.
  static func graph(at location: String) -> Opening? {
    let start = current.withLock { current in
      guard current?.location == location else { return nil as HeadStart? }
      defer { current = nil }
      return current
    }
    guard let start, let thread = start.thread.withLock({ $0 }) else { return nil }
    // It has not come to it, because all processors are busy.
    if start.takesGraph() {
      leave_thread(thread)
      return nil
    }
    // Rather than wait, this thread does what the other would do next.
    if start.result.withLock({ $0 == nil }), start.takesLibrary() {
      GraphvizLibrary.system.prepare()
    }
    join_thread(thread)
    return start.result.withLock { $0 }
  }

  /// - Returns: false when there is no second thread.
  private func run() -> Bool {
    let context = Unmanaged.passRetained(self)
    var started = started_thread()
    // As much stack as the main thread has: what reads texts goes as deep as they do.
    let isStarted =
      start_thread(&started, 8 << 20, { HeadStart.body($0) }, context.toOpaque()) == 0
    guard isStarted else {
      context.release()
      return false
    }
    let handle = started.handle
    thread.withLock { $0 = started_thread(handle: handle) }
    return true
  }

  private static func body(_ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    let start = Unmanaged<HeadStart>.fromOpaque(context).takeRetainedValue()
    guard start.takesGraph() else { return }
    let opening: Opening
    do throws(StoredGraph.Failure) {
      opening = .opened(try StoredGraph.opened(start.location, cache: .standard))
    } catch {
      opening = .failed(error)
    }
    start.result.withLock { $0 = opening }
    // The answer is found in the meantime.
    if start.takesLibrary() { GraphvizLibrary.system.prepareInBackground() }
  }

  /// True for the first thread that asks.
  private func takesGraph() -> Bool {
    !isGraphTaken.exchange(true, ordering: .relaxed)
  }

  /// True for the first thread that asks, where a figure is drawn.
  private func takesLibrary() -> Bool {
    drawsFigure && !isLibraryTaken.exchange(true, ordering: .relaxed)
  }

  // MARK: What the arguments ask for

  private static let commandsOfGraph = [
    "path", "neighbours", "list", "show", "search", "timeline", "gaps", "connect", "centrality",
    "components", "query", "draw",
  ]

  /// Commands that open other graphs than the one that the options name.
  private static func isOfSeveralGraphs(_ arguments: [String]) -> Bool {
    arguments[0] == "draw" && arguments.count > 1 && ["diff", "again"].contains(arguments[1])
  }

  private static func drawsFigure(_ arguments: [String]) -> Bool {
    if let format = value(of: ["--format"], in: arguments) {
      return OutputFormat(rawValue: format)?.isFigure ?? false
    }
    guard let file = value(of: ["-o", "--output"], in: arguments) else {
      return arguments[0] == "draw"
    }
    return OutputFormat(ofFile: file)?.isFigure ?? (arguments[0] == "draw")
  }

  /// What the last of some options says.
  private static func value(of options: [String], in arguments: [String]) -> String? {
    var found: String?
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if options.contains(argument), place + 1 < arguments.count {
        found = arguments[place + 1]
      } else if let option = options.first(where: { argument.hasPrefix("\($0)=") }) {
        found = String(argument.dropFirst(option.count + 1))
      }
    }
    return found
  }
}
