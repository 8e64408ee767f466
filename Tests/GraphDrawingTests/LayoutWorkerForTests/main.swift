// SPDX-License-Identifier: Apache-2.0
import GraphDrawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The worker half of a program, and workers that misbehave on purpose.

/// Twelve bytes: the mark, a length, and no memory.
func head(_ length: UInt32) -> [UInt8] {
  Array("ENT1".utf8) + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
    + [0, 0, 0, 0]
}

func send(_ bytes: [UInt8]) { _ = write(1, bytes, bytes.count) }

/// Reads a little of the question, so that the misdeed comes after it has arrived.
func receive() {
  var buffer = [UInt8](repeating: 0, count: 65_536)
  _ = read(0, &buffer, buffer.count)
}

func sleepForever() -> Never {
  while true { sleep(1) }
}

let babble = Array("entente-geometry 2 size 1e9 nan nodes 99999999999999999999".utf8)

switch CommandLine.arguments.dropFirst().first {
case "layout-worker":
  exit(LayoutWorker.run(input: 0, output: 1))
case "hang":
  sleepForever()
case "close-and-hang":
  close(0)
  close(1)
  sleepForever()
case "crash":
  // The runtime may have a handler that prints a trace.
  signal(SIGSEGV, SIG_DFL)
  raise(SIGSEGV)
case "abort":
  signal(SIGABRT, SIG_DFL)
  receive()
  abort()
case "leave":
  exit(3)
case "leave-early":
  receive()
  send(Array(head(1_000).prefix(7)))
case "half-answer":
  receive()
  send(head(1_000) + babble)
case "half-and-hang":
  receive()
  send(head(1_000) + babble)
  sleepForever()
case "long-answer":
  receive()
  send(head(UInt32.max))
  sleepForever()
case "flood":
  let line = [UInt8](repeating: 0x41, count: 4_096)
  while write(1, line, line.count) > 0 {}
case "answer-and-more":
  receive()
  send(head(UInt32(babble.count)) + babble + babble)
  sleepForever()
case "babble":
  receive()
  send(head(UInt32(babble.count)) + babble)
  sleepForever()
case "empty-answer":
  receive()
  send(head(0))
  sleepForever()
case "burn":
  var state = 1
  while state != 0 { state = state &* 3 | 1 }
case "burn-limited":
  var limit = rlimit(rlim_cur: 1, rlim_max: 2)
  #if canImport(Glibc)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  #else
    setrlimit(RLIMIT_CPU, &limit)
  #endif
  var state = 1
  while state != 0 { state = state &* 3 | 1 }
default:
  exit(64)
}
