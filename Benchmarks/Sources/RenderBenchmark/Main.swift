// SPDX-License-Identifier: Apache-2.0
import GraphDrawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Renders many figures through one service and prints what that costs in memory and time.
@main
enum Main {
  static func main() async throws {
    let words = CommandLine.arguments
    if words.dropFirst().first == "layout-worker" { exit(LayoutWorker.run(input: 0, output: 1)) }
    let renders = words.count > 1 ? Int(words[1]) ?? 10_000 : 10_000
    let nodes = words.count > 2 ? Int(words[2]) ?? 20 : 20
    let renderer = FigureRenderer(
      service: LayoutService(workerExecutable: ownPath(words[0])))
    let frames = words.count > 3 ? Int(words[3]) ?? 0 : 0
    let figure = sample(nodes: nodes, frames: frames)
    print("renders  parent KiB  workers KiB  workers  renders/s")
    var start = seconds()
    for count in 1...max(renders, 1) {
      _ = try await renderer.svg(figure)
      guard count == 1 || count.isMultiple(of: 1_000) else { continue }
      let time = seconds() - start
      let workers = children(of: getpid())
      let rate = count == 1 ? 0 : Int(1_000 / time)
      print(
        "\(count)  \(residentKiB("self"))  "
          + "\(workers.map { residentKiB(String($0)) }.reduce(0, +))  \(workers.count)  \(rate)")
      start = seconds()
    }
  }

  /// A tree with some links across, in frames or without them.
  private static func sample(nodes: Int, frames: Int) -> Figure {
    var figure = Figure(title: "Programmes and states")
    for index in 0..<nodes {
      figure.nodes.append(
        Figure.Node(
          id: "n\(index)", typeName: index.isMultiple(of: 3) ? "Programme" : "State",
          label: "Node \(index) with a name"))
      if index > 0 {
        figure.edges.append(
          Figure.Edge(
            from: "n\((index - 1) / 3)", to: "n\(index)", typeName: "COVERS", verb: "covers",
            dates: "2003–", sourceNumbers: [index % 5 + 1]))
      }
      if index > 4, index.isMultiple(of: 4) {
        figure.edges.append(
          Figure.Edge(
            from: "n\(index - 4)", to: "n\(index)", typeName: "SUCCEEDS", verb: "succeeds"))
      }
    }
    figure.clusters = (0..<frames).map { frame in
      Figure.Group(
        label: "Frame \(frame)",
        members: Set(stride(from: frame, to: nodes, by: frames).map { "n\($0)" }))
    }
    return figure
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func ownPath(_ word: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    guard realpath(word, &buffer) != nil else { return word }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Memory in use as Linux counts it; 0 elsewhere.
  private static func residentKiB(_ process: String) -> Int {
    let fields = text("/proc/\(process)/statm").split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4
  }

  private static func children(of process: Int32) -> [Int] {
    text("/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap { Int($0) }
      + threads(of: process)
  }

  /// A child belongs to the thread that started it, or to a later one of its process.
  private static func threads(of process: Int32) -> [Int] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var found: [Int] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let thread = Int(name), thread != Int(process) else { continue }
      found += text("/proc/\(process)/task/\(thread)/children").split(separator: " ")
        .compactMap { Int($0) }
    }
    return found
  }

  private static func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}
