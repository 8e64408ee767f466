// SPDX-License-Identifier: Apache-2.0

/// The `d` of a path under construction, gathered as bytes.
struct PathText {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func move(to point: FigureLayout.Point) { add(UInt8(ascii: "M"), point) }

  mutating func line(to point: FigureLayout.Point) { add(UInt8(ascii: "L"), point) }

  /// Bézier pieces, three points for each.
  mutating func curve(_ points: some Collection<FigureLayout.Point>) {
    var separator = UInt8(ascii: "C")
    for point in points {
      add(separator, point)
      separator = UInt8(ascii: " ")
    }
  }

  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  private mutating func add(_ first: UInt8, _ point: FigureLayout.Point) {
    bytes.append(first)
    forEachByte(ofDecimal: point.x) { bytes.append($0) }
    bytes.append(UInt8(ascii: " "))
    forEachByte(ofDecimal: point.y) { bytes.append($0) }
  }
}
