// SPDX-License-Identifier: Apache-2.0
import Foundation
import GraphReports
import Testing

@testable import GraphDrawing

/// Whether text stays inside the outline of its node, seen in the pixels that a converter makes with
/// fonts of Helvetica's widths and with a wider one.
@Suite(
  .enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is not installed"),
  .enabled(if: Converter.path != nil, "rsvg-convert is not installed"))
struct TextInBoxTests {
  enum Face: String, CaseIterable, Sendable {
    case liberation = "Liberation Sans"
    case dejaVu = "DejaVu Sans"

    var folder: String {
      "/usr/share/fonts/truetype/" + (self == .liberation ? "liberation" : "dejavu")
    }

    var isInstalled: Bool {
      let file = self == .liberation ? "LiberationSans-Bold.ttf" : "DejaVuSans-Bold.ttf"
      return FileManager.default.fileExists(atPath: "\(folder)/\(file)")
    }
  }

  private static let names: Set<String> = [
    "paths 1", "paths 4", "paths 7", "paths 12", "paths 13", "paths 14", "paths 15", "paths 16",
    "neighbours 0", "neighbours 4", "neighbours 5", "neighbours 9", "schema", "one node",
  ]

  @Test("Text stays in its box", arguments: Face.allCases.filter(\.isInstalled))
  func textInBox(_ face: Face) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("text-in-box-\(face == .dejaVu)-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var measured = 0
    for named in try ShippedFigures.all() where Self.names.contains(named.description) {
      let layout = try LayoutService().layoutNow(of: named.figure, style: .default)
      let frame = FigureFrame(named.figure, layout: layout, style: .default)
      let svg = SVGWriter().svg(of: named.figure, layout: layout)
      let picture = try #require(try self.picture(of: textOnly(svg), face, in: folder))
      measured += check(
        picture, layout, frame.diagram, looks: FigureLooks(named.figure, style: .default),
        named.figure, "\(named.description), \(face.rawValue)")
    }
    #expect(measured > 80)
  }

  /// Colours are eight steps apart, so that soft edges of letters do not mix them up.
  private static let step = 24

  private func colour(_ index: Int) -> String {
    let parts = [index % 10, index / 10 % 10, index / 100 % 10].map { 16 + $0 * Self.step }
    return "#" + parts.map { String($0 + 0x100, radix: 16).suffix(2) }.joined()
  }

  /// The figure without anything but the texts of nodes, each node's in a colour of its own.
  private func textOnly(_ svg: String) -> String {
    var lines: [String] = []
    var isAmongNodes = false
    for line in svg.split(separator: "\n").map(String.init) {
      if line.hasPrefix("<svg") || line.hasPrefix("<g class=\"diagram\"") { lines.append(line) }
      if line.hasPrefix("<g class=\"nodes\"") {
        isAmongNodes = true
      } else if isAmongNodes, line == "</g>" {
        break
      } else if isAmongNodes, let number = line.firstMatch(of: #/-n(\d+)"/#).flatMap({ Int($0.1) })
      {
        let texts = line.matches(of: #/<text .*?<\/text>/#).map { String($0.0) }
        lines += texts.map {
          $0.replacing(#/ fill="[^"]*"/#, with: "")
            .replacing("<text ", with: "<text fill=\"\(colour(number))\" ", maxReplacements: 1)
        }
      }
    }
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n")
  }

  private func picture(of svg: String, _ face: Face, in folder: URL) throws -> PixelPicture? {
    let configuration = """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>\(face.folder)</dir><cachedir>\(folder.path)/cache</cachedir>
      <match target="pattern"><edit name="family" mode="assign" binding="strong">
      <string>\(face.rawValue)</string></edit></match></fontconfig>
      """
    let (fonts, input, output) = (
      folder.appendingPathComponent("fonts.conf"), folder.appendingPathComponent("in.svg"),
      folder.appendingPathComponent("out.png")
    )
    try Data(configuration.utf8).write(to: fonts)
    try Data(svg.utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Converter.path ?? "")
    process.arguments = [input.path, "-o", output.path]
    process.environment = ["FONTCONFIG_FILE": fonts.path, "HOME": folder.path]
    try process.run()
    process.waitUntilExit()
    return PixelPicture(png: Array(try Data(contentsOf: output)))
  }

  /// Every pixel of a text lies inside the outline of its node. Returns how many nodes were seen.
  private func check(
    _ picture: PixelPicture, _ layout: FigureLayout, _ origin: FigureLayout.Point,
    looks: FigureLooks, _ figure: Figure, _ name: String
  ) -> Int {
    var seen: [Int: Int] = [:]
    var outside: [Int: Int] = [:]
    let outlines = layout.nodes.map { node in
      let position = figure.nodes.firstIndex { $0.id == node.id } ?? 0
      let emphasis = figure.nodes[position].emphasis == .none ? 0 : NodeStyle.emphasis
      return Outline(node, stroke: looks.nodes[position].drawn.strokeWidth + emphasis)
    }
    for place in stride(from: 0, to: picture.bytes.count, by: 4)
    where picture.bytes[place + 3] >= 160 {
      let digits = (0..<3).map { part in
        (Int(picture.bytes[place + part]) - 16 + Self.step / 2) / Self.step
      }
      let index = digits[0] + 10 * digits[1] + 100 * digits[2]
      guard outlines.indices.contains(index) else { continue }
      let pixel = place / 4
      let x = Double(pixel % picture.width) + 0.5 - origin.x
      let y = Double(pixel / picture.width) + 0.5 - origin.y
      seen[index, default: 0] += 1
      if !outlines[index].contains(x: x, y: y) { outside[index, default: 0] += 1 }
    }
    #expect(seen.count == layout.nodes.count, "\(name)")
    for (index, count) in outside.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(name): \(count) pixels of '\(layout.nodes[index].lines.map(\.text))' outside")
    }
    return seen.count
  }
}

private enum Converter {
  static let path = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { $0 + "/rsvg-convert" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The inner edge of the outline of a node, a little within.
private struct Outline {
  let node: FigureLayout.Node
  let inset: Double
  let corners: [FigureLayout.Point]

  /// Points that stay free between a text and the outline, so that they do not touch.
  private static let clearance = 1.5

  init(_ node: FigureLayout.Node, stroke: Double) {
    self.node = node
    let isDouble = [.doubleBox, .doubleRoundedBox, .doubleEllipse].contains(node.shape)
    let line = isDouble ? NodeShape.Measure.doubleLineGap : 0
    inset = stroke / 2 + line + Self.clearance
    let (width, height) = (node.box.width - 2 * inset, node.box.height - 2 * inset)
    let given = node.shape.corners(width: width, height: height)
    let (x, y) = (width / 2, height / 2)
    corners =
      given.isEmpty
      ? [(-x, -y), (x, -y), (x, y), (-x, y)].map { FigureLayout.Point(x: $0.0, y: $0.1) } : given
  }

  func contains(x: Double, y: Double) -> Bool {
    let (x, y) = (x - node.box.centre.x, y - node.box.centre.y)
    if node.shape == .ellipse || node.shape == .doubleEllipse {
      let (dx, dy) = (x / (node.box.width / 2 - inset), y / (node.box.height / 2 - inset))
      return dx * dx + dy * dy <= 1
    }
    // Crossings of a ray to the right.
    var isInside = false
    for (index, one) in corners.enumerated() {
      let other = corners[(index + corners.count - 1) % corners.count]
      if (one.y > y) != (other.y > y),
        x < (other.x - one.x) * (y - one.y) / (other.y - one.y) + one.x
      {
        isInside.toggle()
      }
    }
    return isInside
  }
}
