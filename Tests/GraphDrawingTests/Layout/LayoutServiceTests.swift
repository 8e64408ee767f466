// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import GraphDrawing

/// Tests with worker processes, one at a time: some ask at their end whether a process is left.
@Suite(.serialized, .enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
enum WorkerSuites {}

extension WorkerSuites {
  @Suite struct LayoutServiceTests {}
}

extension WorkerSuites.LayoutServiceTests {
  private func service(_ mode: String = "layout-worker", wall: Int = 20_000) -> LayoutService {
    var limits = LayoutLimits(inProcessNodes: 0, inProcessEdges: 0)
    limits.wallMilliseconds = wall
    limits.outputBytes = 1 << 20
    return LayoutService(
      workerExecutable: WorkerProgram.path, workerArguments: [mode], limits: limits)
  }

  private func failure(_ service: consuming LayoutService) -> LayoutError? {
    do throws(LayoutError) {
      _ = try service.layoutNow(of: FigureFixtures.path)
      return nil
    } catch {
      return error
    }
  }

  /// Other suites of this process have children too, so only workers count: none may be left, not
  /// even one that has ended and was not waited for.
  private func expectNoChild() {
    #if os(Linux)
      let name = WorkerProgram.path.split(separator: "/").last.map { String($0.prefix(15)) } ?? ""
      let parent = String(getpid())
      let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      let left = processes.filter { process in
        guard process.allSatisfy(\.isNumber),
          let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
          let end = status.lastIndex(of: ")")
        else { return false }
        let fields = status[end...].split(separator: " ")
        return status.contains("(\(name))") && fields.count > 2 && fields[2] == parent
      }
      #expect(!name.isEmpty)
      #expect(left.isEmpty)
    #endif
  }

  private func expectAttempts(_ error: LayoutError?, _ each: LayoutError) {
    #expect(
      error
        == .allEnginesFailed(
          [
            LayoutAttempt(engine: .dot, effort: .full, error: each),
            LayoutAttempt(engine: .dot, effort: .reduced, error: each),
            LayoutAttempt(engine: .sfdp, effort: .reduced, error: each),
          ], nodes: 6, edges: 8))
    expectNoChild()
  }

  @Test("A worker gives the same layout as this process")
  func sameLayout() throws {
    for figure in [FigureFixtures.path, FigureFixtures.neighbourhood, FigureFixtures.scripts] {
      var other = try service().layoutNow(of: figure)
      let own = try LayoutService().layoutNow(of: figure)
      #expect(other.reason.hasSuffix("laid out in a worker process"))
      #expect(own.reason.hasSuffix("laid out in this process"))
      other.reason = own.reason
      #expect(other == own)
    }
    expectNoChild()
  }

  @Test(
    "A worker that never answers is killed at the deadline",
    arguments: ["hang", "close-and-hang", "half-and-hang", "burn"])
  func hangingWorker(mode: String) {
    let start = Platform.milliseconds()
    expectAttempts(failure(service(mode, wall: 300)), .timedOut(milliseconds: 300))
    let used = Platform.milliseconds() - start
    #expect(used >= 890 && used < 10_000)
  }

  @Test(
    "Whatever a worker does instead of answering fails the figure and nothing else",
    arguments: [
      ("crash", LayoutError.workerEnded(signal: SIGSEGV, status: 0)),
      ("abort", .workerEnded(signal: SIGABRT, status: 0)),
      ("leave", .workerEnded(signal: nil, status: 3)),
      ("leave-early", .workerEnded(signal: nil, status: 0)),
      ("half-answer", .workerEnded(signal: nil, status: 0)),
      ("long-answer", .answerTooLong(limit: 1 << 20)),
      ("flood", .malformedAnswer("no frame where one begins")),
      ("answer-and-more", .malformedAnswer("more bytes than the frame has")),
      ("babble", .malformedAnswer("a number from 0 to 10000000 expected after byte 23")),
      ("empty-answer", .malformedAnswer("the text ends too early")),
      ("burn-limited", .processorTimeSpent),
    ])
  func misbehavingWorker(mode: String, error: LayoutError) {
    expectAttempts(failure(service(mode)), error)
  }

  @Test("A worker that leaves before it has read all raises no signal here")
  func deafWorker() {
    var service = service("leave")
    service.limits.layeredNodes = 0
    let figure = FigureFixtures.random(nodes: 300, edges: 12_000, seed: 1)
    let error = LayoutError.workerEnded(signal: nil, status: 3)
    #expect(
      throws: LayoutError.allEnginesFailed(
        [LayoutAttempt(engine: .sfdp, effort: .reduced, error: error)], nodes: 300, edges: 12_000)
    ) {
      try service.layoutNow(of: figure)
    }
    expectNoChild()
  }

  @Test func absentWorker() {
    var service = service()
    service.workerExecutable = "/nonexistent/program"
    #expect(failure(service) == .workerNotStarted(path: "/nonexistent/program", code: 2))
    expectNoChild()
  }

  @Test("A worker without memory fails and is reported, not the caller")
  func starvedWorker() {
    var service = service()
    service.limits.memoryBytes = 1 << 20
    #if os(Linux)
      #expect(failure(service) != nil)
    #endif
    expectNoChild()
  }

  @Test("Too large a figure is refused with advice; without a worker, a large one too")
  func sizes() {
    let figure = FigureFixtures.random(nodes: 200, edges: 210, seed: 1)
    #expect(throws: LayoutError.workerNeeded(nodes: 200, edges: 210)) {
      try LayoutService().layoutNow(of: figure)
    }
    let limits = LayoutLimits(maximumNodes: 10)
    #expect(
      throws: LayoutError.tooLarge(nodes: 200, edges: 210, maximumNodes: 10, maximumEdges: 12_000)
    ) {
      try LayoutService(limits: limits).layoutNow(of: figure)
    }
  }

  @Test("A large figure is laid out by sfdp in a worker, without labels of edges")
  func largeFigure() throws {
    var limits = LayoutLimits(layeredNodes: 100)
    limits.wallMilliseconds = 60_000
    limits.cpuSeconds = 60
    let layout = try LayoutService(workerExecutable: WorkerProgram.path, limits: limits)
      .layoutNow(of: FigureFixtures.random(nodes: 160, edges: 200, seed: 2))
    #expect(layout.engine == .sfdp)
    #expect(layout.isWithoutEdgeLabels)
    #expect(layout.warnings.contains("Labels of edges are left out"))
    expectNoChild()
  }

  @Test("When dot takes too long, a cheaper engine answers and the result says so")
  func fallsBack() throws {
    // A dense figure keeps dot busy far longer than the limit; sfdp needs a fraction of it.
    let figure = FigureFixtures.random(nodes: 450, edges: 9_000, seed: 9)
    let layout = try LayoutService(
      workerExecutable: WorkerProgram.path,
      limits: LayoutLimits(wallMilliseconds: 3_000, cpuSeconds: 60)
    ).layoutNow(of: figure)
    #expect(layout.engine == .sfdp)
    #expect(
      layout.reason == "450 nodes and 9000 edges, laid out in a worker process after dot failed")
    #expect(layout.warnings.first == "dot: The layout took longer than 3000 ms")
    expectNoChild()
  }

  @Test("Many tasks draw at once, in the process and in workers, and all get the same bytes")
  func concurrency() async throws {
    try await drawManyAtOnce()
    expectNoChild()
  }

  private func drawManyAtOnce() async throws {
    let own = FigureRenderer()
    let workers = FigureRenderer(service: service())
    let expected = try own.svgNow(FigureFixtures.path)
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<60 {
        let renderer = index.isMultiple(of: 6) ? workers : own
        group.addTask { try await renderer.svg(FigureFixtures.path) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts.count == 60)
    #expect(Set(texts) == [expected])
  }

  @Test("A cancelled task does not start a layout")
  func cancellation() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await FigureRenderer().svg(FigureFixtures.path)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("The worker answers junk with an error and leaves; without a question it just leaves")
  func workerGivenJunk() throws {
    func child(_ input: [UInt8]) throws(LayoutError) -> String {
      let child = ChildProcess(
        executable: WorkerProgram.path, arguments: ["layout-worker"], wallMilliseconds: 20_000,
        outputBytes: 1 << 20)
      return String(decoding: try child.output(for: input), as: UTF8.self)
    }
    #expect(throws: LayoutError.workerEnded(signal: nil, status: 65)) {
      try child(Array("digraph { a -> b }".utf8))
    }
    #expect(throws: LayoutError.workerEnded(signal: nil, status: 65)) {
      try child(Array("ENT".utf8))
    }
    #expect(try child([]).isEmpty)
    // Words that are no problem are answered, and the next question too.
    let twice = LayoutFrame.bytes(Array("digraph".utf8))
    let answers = try child(twice + twice)
    let failed = "failed problem 'entente-layout' expected after byte 0\n"
    #expect(answers.split(separator: "ENT1").count == 2)
    #expect(answers.components(separatedBy: failed).count == 3)
    expectNoChild()
  }
}
