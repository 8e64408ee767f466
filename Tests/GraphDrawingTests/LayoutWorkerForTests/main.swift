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
switch CommandLine.arguments.dropFirst().first {
case "layout-worker":
  exit(LayoutWorker.run(input: 0, output: 1))
case "hang":
  while true { sleep(1) }
case "close-and-hang":
  close(0)
  close(1)
  while true { sleep(1) }
case "crash":
  // The runtime may have a handler that prints a trace.
  signal(SIGSEGV, SIG_DFL)
  raise(SIGSEGV)
case "leave":
  exit(3)
case "flood":
  let line = [UInt8](repeating: 0x41, count: 4_096)
  while write(1, line, line.count) > 0 {}
case "babble":
  print("entente-geometry 1 size 1e9 nan nodes 99999999999999999999")
case "burn":
  var state = 1
  while state != 0 { state = state &* 3 | 1 }
default:
  exit(64)
}
