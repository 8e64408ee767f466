// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// A program that reads all, writes all and ends: started, fed, read and always reaped, whatever it
/// does.
struct ChildProcess {
  var executable: String
  var arguments: [String]
  var wallMilliseconds: Int
  var outputBytes: Int

  /// What the worker wrote when it was given `input`; it is killed at the deadline.
  func output(for input: [UInt8]) throws(LayoutError) -> [UInt8] {
    var channel: Int32 = -1
    var process: Int32 = 0
    let code = CStringArray.with([executable] + arguments) { words in
      cgraphviz_spawn(executable, words, &channel, &process)
    }
    guard code == 0 else { throw .workerNotStarted(path: executable, code: code) }
    let deadline = Platform.milliseconds() + wallMilliseconds
    let exchange = exchange(input, channel: channel, deadline: deadline)
    Platform.closeDescriptor(channel)
    switch exchange {
    case .success(let bytes):
      try expectGoodEnding(of: process, deadline: deadline)
      return bytes
    case .failure(let error):
      Platform.endProcess(process)
      _ = Platform.ending(of: process, isPatient: true)
      throw error
    }
  }

  private func exchange(
    _ input: [UInt8], channel: Int32, deadline: Int
  ) -> Result<[UInt8], LayoutError> {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var sent = 0
    var isSending = true
    while true {
      if isSending {
        let count = input.withUnsafeBytes { bytes in
          cgraphviz_send(channel, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        }
        if count > 0 { sent += count }
        if count < 0 || sent == input.count {
          isSending = false
          cgraphviz_finish_sending(channel)
        }
      }
      let left = deadline - Platform.milliseconds()
      guard left > 0 else { return .failure(.timedOut(milliseconds: wallMilliseconds)) }
      guard Platform.waitForInput(channel, orRoom: isSending, milliseconds: left),
        let count = Platform.read(channel, into: &buffer)
      else { continue }
      if count == 0 { return .success(output) }
      output += buffer[..<count]
      guard output.count <= outputBytes else {
        return .failure(.answerTooLong(limit: outputBytes))
      }
    }
  }

  /// The worker has closed its output and should be gone soon; if it is not, it is killed.
  private func expectGoodEnding(of process: Int32, deadline: Int) throws(LayoutError) {
    while true {
      switch Platform.ending(of: process, isPatient: false) {
      case .exited(0), .unknown: return
      case .exited(let status): throw .workerEnded(signal: nil, status: status)
      case .signalled(let signal): throw .workerEnded(signal: signal, status: 0)
      case .running: break
      }
      guard Platform.milliseconds() < deadline else {
        Platform.endProcess(process)
        _ = Platform.ending(of: process, isPatient: true)
        throw .timedOut(milliseconds: wallMilliseconds)
      }
      Platform.sleep(milliseconds: 1)
    }
  }
}
