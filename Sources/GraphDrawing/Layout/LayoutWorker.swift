// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// The other end of a ``LayoutService``: reads layout problems, one after another, and answers each.
///
/// A program that offers figures calls this in a hidden sub-command:
///
/// ```swift
/// if CommandLine.arguments.dropFirst().first == "layout-worker" {
///   exit(LayoutWorker.run(input: 0, output: 1))
/// }
/// ```
public enum LayoutWorker {
  /// Answers problems until the input ends, and returns the exit status: 0 for a good end, 65 when
  /// the input is no problem, 71 when no limits can be set, 74 when nobody takes the answer.
  ///
  /// The process first limits its own processor time and memory, and can write no files afterwards.
  /// When `input` is the standard input and a socket, the process ends as soon as the other end is
  /// gone, even in the middle of a layout.
  ///
  /// - Parameters:
  ///   - input: Descriptor to read problems from, to its end.
  ///   - output: Descriptor to write answers to.
  ///   - library: Where libgraphviz is looked for.
  public static func run(
    input: Int32, output: Int32, library: GraphvizLibrary = .system
  ) -> Int32 {
    if input == 0, cgraphviz_end_with_parent() != 0 { return 71 }
    // Wide limits before anything is read; a request may only narrow them.
    guard cgraphviz_limit_self(600, 8 << 30) == 0 else { return 71 }
    while true {
      switch question(input) {
      case .end: return 0
      case .question(let bytes):
        guard write(answer(to: bytes, library: library), to: output) else { return 74 }
      case .malformed(let reason):
        return write(.failed(.malformedProblem(reason)), to: output) ? 65 : 74
      }
    }
  }

  private enum Question {
    case question([UInt8])
    case malformed(String)
    case end
  }

  private static func question(_ input: Int32) -> Question {
    var bytes: [UInt8] = []
    var wanted = LayoutFrame.headLength
    while true {
      guard let more = Platform.readUpTo(wanted - bytes.count, from: input) else { continue }
      if more.isEmpty { return bytes.isEmpty ? .end : .malformed("the frame ends too early") }
      bytes += more
      switch LayoutFrame.reading(bytes, limit: LayoutRequest.byteLimit) {
      case .complete(let frame): return .question(frame.payload)
      case .tooLong: return .malformed("more than \(LayoutRequest.byteLimit) bytes")
      case .malformed(let reason): return .malformed(reason)
      case .incomplete:
        // Never beyond the frame: what follows is another.
        if let length = LayoutFrame.length(bytes) { wanted = length }
      }
    }
  }

  private static func write(_ reply: LayoutReply, to output: Int32) -> Bool {
    Platform.writeAll(
      output,
      LayoutFrame.bytes(
        Array(reply.text.utf8), residentKiB: Int(clamping: cgraphviz_resident_kib())))
  }

  private static func answer(to bytes: [UInt8], library: GraphvizLibrary) -> LayoutReply {
    do throws(LayoutError) {
      let request = try LayoutRequest(reading: bytes)
      guard cgraphviz_limit_self(UInt(request.cpuSeconds), UInt(request.memoryBytes)) == 0 else {
        return .failed(.engineFailed(request.problem.engine, "limits could not be set"))
      }
      return .solved(try GraphvizLayout(library: library).solution(of: request.problem))
    } catch {
      return .failed(error)
    }
  }
}
