// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// A worker process: started, asked one thing after another, and always ended and reaped.
///
/// One thread at a time may use it; the pool sees to that. After a failure it is over: nobody knows
/// what a process that went wrong once would answer next.
final class WorkerProcess: @unchecked Sendable {
  /// What makes two workers alike.
  struct Recipe: Sendable, Hashable {
    var executable: String
    var arguments: [String]
    var memoryBytes: Int
  }

  let recipe: Recipe
  /// Questions that were answered.
  private(set) var answers = 0
  /// Memory in use after the last answer, in bytes, as the worker says.
  private(set) var residentBytes = 0
  private(set) var isOver = false
  private let channel: Int32
  let process: Int32

  init(_ recipe: Recipe) throws(LayoutError) {
    var channel: Int32 = -1
    var process: Int32 = 0
    let code = CStringArray.with([recipe.executable] + recipe.arguments) { words in
      cgraphviz_spawn(recipe.executable, words, &channel, &process)
    }
    guard code == 0 else { throw .workerNotStarted(path: recipe.executable, code: code) }
    self.recipe = recipe
    self.channel = channel
    self.process = process
  }

  deinit { end() }

  /// True when it waits for a question: it lives, and has said nothing that nobody asked for.
  var isReady: Bool {
    !isOver && !Platform.waitForInput(channel, orRoom: false, milliseconds: 0)
  }

  /// Kills the process and takes its status, so that nothing of it is left.
  func end() {
    guard !isOver else { return }
    isOver = true
    Platform.closeDescriptor(channel)
    Platform.endProcess(process)
    _ = Platform.ending(of: process, isPatient: true)
  }

  /// What the worker answers; it is ended when it fails in any way.
  func answer(
    to question: [UInt8], wallMilliseconds: Int, outputBytes: Int,
    isCancelled: () -> Bool = { false }
  ) throws(LayoutError) -> [UInt8] {
    guard !isOver else { throw .workerEnded(signal: nil, status: 0) }
    let deadline = Platform.milliseconds() + wallMilliseconds
    var exchange = Exchange(
      channel: channel, deadline: deadline, wallMilliseconds: wallMilliseconds,
      outputBytes: outputBytes)
    do throws(LayoutError) {
      guard let frame = try exchange.run(LayoutFrame.bytes(question), isCancelled) else {
        throw lastError(deadline: deadline, wallMilliseconds: wallMilliseconds)
      }
      answers += 1
      residentBytes = frame.residentKiB * 1_024
      return frame.payload
    } catch {
      end()
      throw error
    }
  }

  /// The worker has closed its output and should be gone soon: how it ended.
  private func lastError(deadline: Int, wallMilliseconds: Int) -> LayoutError {
    while true {
      switch Platform.ending(of: process, isPatient: false) {
      case .exited(let status): return reaped(.workerEnded(signal: nil, status: status))
      case .signalled(let signal):
        let isOutOfTime = signal == Platform.processorTimeSignal
        return reaped(isOutOfTime ? .processorTimeSpent : .workerEnded(signal: signal, status: 0))
      case .unknown: return reaped(.workerEnded(signal: nil, status: 0))
      case .running: break
      }
      guard Platform.milliseconds() < deadline else {
        return .timedOut(milliseconds: wallMilliseconds)
      }
      Platform.sleep(milliseconds: 1)
    }
  }

  private func reaped(_ error: LayoutError) -> LayoutError {
    isOver = true
    Platform.closeDescriptor(channel)
    return error
  }
}

/// One question on its way to a worker, and the answer on its way back.
private struct Exchange {
  let channel: Int32
  let deadline: Int
  let wallMilliseconds: Int
  let outputBytes: Int
  private var received: [UInt8] = []

  init(channel: Int32, deadline: Int, wallMilliseconds: Int, outputBytes: Int) {
    self.channel = channel
    self.deadline = deadline
    self.wallMilliseconds = wallMilliseconds
    self.outputBytes = outputBytes
  }

  /// The answer; nil when the worker closed its end before it was complete.
  mutating func run(
    _ question: [UInt8], _ isCancelled: () -> Bool
  ) throws(LayoutError) -> LayoutFrame? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var sent = 0
    var isSending = true
    while true {
      if isSending {
        let count = question.withUnsafeBytes { bytes in
          cgraphviz_send(channel, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        }
        if count > 0 { sent += count }
        // What cannot be sent is not needed: the answer, or its end, will tell.
        if count < 0 || sent == question.count { isSending = false }
      }
      let left = deadline - Platform.milliseconds()
      guard left > 0, !isCancelled() else { throw .timedOut(milliseconds: wallMilliseconds) }
      // Not longer than this at once, so that whoever gives up need not wait for the answer.
      guard
        Platform.waitForInput(channel, orRoom: isSending, milliseconds: min(left, 100)),
        let count = Platform.read(channel, into: &buffer)
      else { continue }
      if count == 0 { return nil }
      received += buffer[..<count]
      if let frame = try frame() { return frame }
    }
  }

  private func frame() throws(LayoutError) -> LayoutFrame? {
    switch LayoutFrame.reading(received, limit: outputBytes) {
    case .incomplete: return nil
    case .complete(let frame): return frame
    case .tooLong: throw .answerTooLong(limit: outputBytes)
    case .malformed(let reason): throw .malformedAnswer(reason)
    }
  }
}
