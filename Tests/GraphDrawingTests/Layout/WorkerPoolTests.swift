// SPDX-License-Identifier: Apache-2.0
import CGraphviz
import Foundation
import Synchronization
import Testing

@testable import GraphDrawing

extension WorkerSuites {
  @Suite struct WorkerPoolTests {}
}

extension WorkerSuites.WorkerPoolTests {
  private func service(
    _ mode: String = "layout-worker", change: (inout LayoutLimits) -> Void = { _ in }
  ) -> LayoutService {
    var limits = LayoutLimits(inProcessNodes: 0, inProcessEdges: 0)
    limits.wallMilliseconds = 20_000
    change(&limits)
    return LayoutService(
      workerExecutable: WorkerProgram.path, workerArguments: [mode], limits: limits)
  }

  private func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 }

  @Test("One worker draws one figure after another, the same each time, and copies share it")
  func reuse() throws {
    let service = service()
    let first = try service.layoutNow(of: FigureFixtures.path)
    let worker = service.pool.idleProcesses
    #expect(worker.count == 1)
    _ = try service.layoutNow(of: FigureFixtures.scripts)
    var copy = service
    copy.limits.wallMilliseconds = 10_000
    #expect(try copy.layoutNow(of: FigureFixtures.path) == first)
    #expect(service.pool.idleProcesses == worker)
  }

  @Test("The workers end with the last copy of the service")
  func release() throws {
    var service: LayoutService? = service()
    _ = try service?.layoutNow(of: FigureFixtures.path)
    let worker = try #require(service?.pool.idleProcesses.first)
    #expect(isAlive(worker))
    service = nil
    // Ended and its status taken: nothing of it is left.
    #expect(!isAlive(worker))
  }

  @Test("A worker is replaced after so many layouts, and when its memory has grown")
  func recycling() throws {
    let few = service { $0.layoutsOfWorker = 2 }
    _ = try few.layoutNow(of: FigureFixtures.path)
    let worker = try #require(few.pool.idleProcesses.first)
    _ = try few.layoutNow(of: FigureFixtures.path)
    #expect(few.pool.idleProcesses.isEmpty)
    #expect(!isAlive(worker))
    #if os(Linux)
      let large = service { $0.residentBytesOfWorker = 1 << 20 }
      _ = try large.layoutNow(of: FigureFixtures.path)
      #expect(large.pool.idleProcesses.isEmpty)
    #endif
  }

  @Test("A worker that ends while it waits fails no figure")
  func endedWhileIdle() throws {
    let service = service()
    let first = try service.layoutNow(of: FigureFixtures.path)
    let worker = try #require(service.pool.idleProcesses.first)
    kill(worker, SIGKILL)
    // Until its end of the channel is closed.
    while case let state = try String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8),
      !state.contains(") Z ")
    { usleep(1_000) }
    #expect(try service.layoutNow(of: FigureFixtures.path) == first)
    #expect(service.pool.idleProcesses != [worker])
  }

  @Test("A failure costs its worker and no other; the next figure gets a good one")
  func failureOfOne() throws {
    var service = service()
    _ = try service.layoutNow(of: FigureFixtures.path)
    let good = service.pool.idleProcesses
    let arguments = service.workerArguments
    service.workerArguments = ["crash"]
    #expect(throws: LayoutError.self) { try service.layoutNow(of: FigureFixtures.path) }
    service.workerArguments = arguments
    _ = try service.layoutNow(of: FigureFixtures.path)
    // Another program made room for itself.
    #expect(service.pool.idleProcesses.count == 1)
    #expect(service.pool.idleProcesses != good)
  }

  @Test("Processor time is limited for each layout, not for the life of the worker")
  func processorTime() throws {
    let service = service { $0.cpuSeconds = 1 }
    let figure = FigureFixtures.random(nodes: 60, edges: 90, seed: 4)
    _ = try service.layoutNow(of: figure)
    let worker = service.pool.idleProcesses
    // More than one second in all, on any machine.
    let start = Platform.milliseconds()
    while Platform.milliseconds() - start < 3_000 { _ = try service.layoutNow(of: figure) }
    #expect(service.pool.idleProcesses == worker)
  }

  @Test("When too many wait, the next is refused at once, and the others are drawn")
  func queue() async throws {
    let service = service {
      $0.workers = 1
      $0.queueLength = 3
    }
    let outcomes = await withTaskGroup(of: LayoutError?.self) { group in
      for _ in 0..<40 {
        group.addTask {
          do {
            _ = try await service.layout(of: FigureFixtures.path)
            return nil
          } catch {
            return error as? LayoutError
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count == 40)
    #expect(outcomes.contains(nil))
    #expect(outcomes.contains(.tooManyWaiting(limit: 3)))
    #expect(outcomes.allSatisfy { $0 == nil || $0 == .tooManyWaiting(limit: 3) })
    #expect(service.pool.gate.load == (0, 0))
    #expect(service.pool.idleProcesses.count == 1)
  }

  @Test("Threads wait for their turn too, and never are there more workers than allowed")
  func threads() async throws {
    let service = service { $0.workers = 2 }
    let expected = try service.layoutNow(of: FigureFixtures.path)
    let answers = Mutex<[FigureLayout?]>([])
    for _ in 0..<12 {
      _ = Platform.startThread {
        let layout = try? service.layoutNow(of: FigureFixtures.path)
        answers.withLock { $0.append(layout) }
      }
    }
    while answers.withLock({ $0.count }) < 12 {
      #expect(service.pool.gate.load.inside <= 2)
      try await Task.sleep(for: .milliseconds(2))
    }
    #expect(answers.withLock { $0.allSatisfy { $0 == expected } })
    #expect(service.pool.idleProcesses.count <= 2)
  }

  @Test("A cancelled task ends the worker that is at its figure, and leaves the queue")
  func cancellation() async throws {
    let service = service("hang") { $0.workers = 1 }
    let start = Platform.milliseconds()
    let first = Task { try await service.layout(of: FigureFixtures.path) }
    while service.pool.gate.load.inside == 0 { try await Task.sleep(for: .milliseconds(2)) }
    let second = Task { try await service.layout(of: FigureFixtures.path) }
    while service.pool.gate.load.waiting == 0 { try await Task.sleep(for: .milliseconds(2)) }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    // Far from the twenty seconds that the worker could have taken, three times over.
    #expect(Platform.milliseconds() - start < 20_000)
    #expect(service.pool.gate.load == (0, 0))
  }

  #if os(Linux)
    @Test("Workers end when the process that started them dies, even in the middle of a layout")
    func orphans() throws {
      var channel: Int32 = -1
      var worker: Int32 = 0
      let code = CStringArray.with([WorkerProgram.path, "layout-worker"]) { words in
        cgraphviz_spawn(WorkerProgram.path, words, &channel, &worker)
      }
      #expect(code == 0)
      // Dot would be at this one for a minute.
      let figure = FigureFixtures.random(nodes: 450, edges: 9_000, seed: 9)
      let problem = try FigurePlan(figure, style: .default)
        .problem(engine: .dot, effort: .full, hasLabels: false)
      let request = LayoutRequest(cpuSeconds: 60, memoryBytes: 1 << 30, problem: problem)
      var bytes = LayoutFrame.bytes(Array(request.text.utf8))[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { cgraphviz_send(channel, $0.baseAddress, $0.count) }
        try #require(count >= 0)
        bytes = bytes.dropFirst(count)
      }
      usleep(200_000)
      #expect(isAlive(worker))
      // A parent that dies without a word is a channel that closes.
      Platform.closeDescriptor(channel)
      var ending = Platform.Ending.running
      let start = Platform.milliseconds()
      while case .running = ending, Platform.milliseconds() - start < 20_000 {
        ending = Platform.ending(of: worker, isPatient: false)
        usleep(2_000)
      }
      guard case .exited(0) = ending else {
        Issue.record("the worker goes on: \(ending)")
        return Platform.endProcess(worker)
      }
    }
  #endif
}
