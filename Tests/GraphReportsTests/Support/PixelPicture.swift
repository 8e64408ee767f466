// SPDX-License-Identifier: Apache-2.0

/// The pixels of a PNG with eight bits for each of red, green, blue and opacity.
///
/// Source: Portable Network Graphics, third edition; RFC 1950 and 1951 for the compressed data.
struct PixelPicture {
  let width: Int
  let height: Int
  /// Four bytes for each pixel, row by row.
  let bytes: [UInt8]

  /// Nil for anything but such a PNG without interlacing.
  init?(png: [UInt8]) {
    var place = 8
    var (width, height) = (0, 0)
    var data: [UInt8] = []
    func number(_ at: Int) -> Int {
      png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    while place + 12 <= png.count {
      let length = number(place)
      guard place + 12 + length <= png.count else { return nil }
      let body = png[place + 8..<place + 8 + length]
      switch String(decoding: png[place + 4..<place + 8], as: UTF8.self) {
      case "IHDR":
        (width, height) = (number(place + 8), number(place + 12))
        guard Array(body.suffix(5)) == [8, 6, 0, 0, 0] else { return nil }
      case "IDAT": data += body
      default: break
      }
      place += 12 + length
    }
    guard width > 0, height > 0, data.count > 6 else { return nil }
    var inflation = Inflation(Array(data[2...]))
    guard let rows = inflation.inflated(), rows.count == height * (width * 4 + 1) else {
      return nil
    }
    self.width = width
    self.height = height
    bytes = Self.unfiltered(rows, width: width, height: height)
  }

  private static func unfiltered(_ rows: [UInt8], width: Int, height: Int) -> [UInt8] {
    let stride = width * 4
    var out = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      let filter = rows[row * (stride + 1)]
      for column in 0..<stride {
        let raw = rows[row * (stride + 1) + 1 + column]
        let left = column < 4 ? 0 : Int(out[row * stride + column - 4])
        let above = row == 0 ? 0 : Int(out[(row - 1) * stride + column])
        let corner = row == 0 || column < 4 ? 0 : Int(out[(row - 1) * stride + column - 4])
        let predicted: Int
        switch filter {
        case 1: predicted = left
        case 2: predicted = above
        case 3: predicted = (left + above) / 2
        case 4:
          let estimate = left + above - corner
          let far = (abs(estimate - left), abs(estimate - above), abs(estimate - corner))
          predicted =
            far.0 <= far.1 && far.0 <= far.2 ? left : far.1 <= far.2 ? above : corner
        default: predicted = 0
        }
        out[row * stride + column] = raw &+ UInt8(truncatingIfNeeded: predicted)
      }
    }
    return out
  }
}

/// The data of a DEFLATE stream.
private struct Inflation {
  private let bytes: [UInt8]
  private var place = 0
  private var bit = 0
  private var out: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private struct Codes {
    /// How many codes have each length, and the symbols in the order of their codes.
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
        (lengths[$0], $0) < (lengths[$1], $1)
      }
    }
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthExtras = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private mutating func bits(_ count: Int) -> Int? {
    var value = 0
    for position in 0..<count {
      guard place < bytes.count else { return nil }
      value |= Int(bytes[place] >> UInt8(bit) & 1) << position
      bit += 1
      if bit == 8 { (bit, place) = (0, place + 1) }
    }
    return value
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      guard let next = bits(1) else { return nil }
      code |= next
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  mutating func inflated() -> [UInt8]? {
    while true {
      guard let last = bits(1), let kind = bits(2) else { return nil }
      switch kind {
      case 0: guard copyStored() else { return nil }
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        guard expand(Codes(lengths), Codes(Array(repeating: 5, count: 30))) else { return nil }
      case 2:
        guard let (literals, distances) = tables(), expand(literals, distances) else { return nil }
      default: return nil
      }
      if last == 1 { return out }
    }
  }

  private mutating func copyStored() -> Bool {
    if bit > 0 { (bit, place) = (0, place + 1) }
    guard place + 4 <= bytes.count else { return false }
    let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    place += 4
    guard place + length <= bytes.count else { return false }
    out += bytes[place..<place + length]
    place += length
    return true
  }

  private mutating func tables() -> (Codes, Codes)? {
    guard let literals = bits(5), let distances = bits(5), let count = bits(4) else { return nil }
    var lengths = [Int](repeating: 0, count: 19)
    for position in 0..<count + 4 {
      guard let length = bits(3) else { return nil }
      lengths[Self.order[position]] = length
    }
    let codes = Codes(lengths)
    var all: [Int] = []
    while all.count < literals + 257 + distances + 1 {
      guard let symbol = symbol(codes) else { return nil }
      switch symbol {
      case 16:
        guard let extra = bits(2), let previous = all.last else { return nil }
        all += Array(repeating: previous, count: 3 + extra)
      case 17:
        guard let extra = bits(3) else { return nil }
        all += Array(repeating: 0, count: 3 + extra)
      case 18:
        guard let extra = bits(7) else { return nil }
        all += Array(repeating: 0, count: 11 + extra)
      default: all.append(symbol)
      }
    }
    return (Codes(Array(all[..<(literals + 257)])), Codes(Array(all[(literals + 257)...])))
  }

  private mutating func expand(_ literals: Codes, _ distances: Codes) -> Bool {
    while true {
      guard let symbol = symbol(literals) else { return false }
      if symbol < 256 {
        out.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol <= 285, let more = bits(Self.lengthExtras[symbol - 257]),
        let code = self.symbol(distances), code < 30
      else { return false }
      let extra = code < 4 ? 0 : code / 2 - 1
      let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
      guard let rest = bits(extra) else { return false }
      let distance = base + rest
      guard distance <= out.count else { return false }
      for _ in 0..<Self.lengthBases[symbol - 257] + more { out.append(out[out.count - distance]) }
    }
  }
}
