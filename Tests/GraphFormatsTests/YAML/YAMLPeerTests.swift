// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import Testing

/// What the reader accepts must mean the same to libyaml, whatever the text.
@Suite struct YAMLPeerTests {
  private static let seeds = [
    """
    # facts
    - Programme: bomca-9
      name: Border Management, phase 9
      aliases: [BOMCA 9, {name: БОМКА 9, language: ru}]
      since: 2015-06-15
      budget: {value: 6600000, sources: [{icmpd: "fact \\"box\\""}]}
      total:
        - {value: 33600000, preferred: true}
        - value: 36000000
          note: >-
            announced,
            rounded

            twice
      COVERS:
      - to: kazakhstan
      - to: 'uzbekistan ''x'''
      text: |
        line one
          line two

      plain: goes on
        over lines
    """,
    "a: [b, c: d, {e: f}, \"g\"]\nb: {c: , d: [\n  e,\n  f]}\n'k': \"\\u00e9 \\\n  x\"\n",
    "- - a\n  - b: c\n    d: e\n-\n  - f\n- |+\n  x\n\n- >2\n   y\n  z\n-\n",
    "a:\n  - b\n\n  -  c\n  - d: |-\n      x\n       y\n    e: 'f\n      g'\nh: i # j\n",
  ]

  @Test(arguments: seeds.indices)
  func seedsMeanTheSame(_ index: Int) {
    let source = Self.seeds[index]
    let reading = YAMLReader.read(name: "seed", bytes: Array(source.utf8))
    if reading.diagnostics.isEmpty {
      #expect(YAMLDump.text(of: reading.root) == YAMLDump.textByPeer(source))
    }
  }

  /// Random small changes to the seeds: what we accept libyaml accepts too, as the same tree.
  @Test(arguments: seeds.indices)
  func changedSeedsMeanTheSame(_ index: Int) {
    var random = SplitMix(state: UInt64(index) + 7)
    let pieces = [
      " ", "  ", "\n", ":", ": ", "-", "- ", "#", " #", "[", "]", "{", "}", ",", "'", "\"", "|",
      ">", "?", "!", "&", "*", "x", "\\", "%", "é", "\r\n", "...", "---", "1", "+", "\t", "@",
    ]
    var accepted = 0
    for _ in 0..<4_000 {
      var scalars = Array(Self.seeds[index].unicodeScalars)
      for _ in 0..<1 + random.next(below: 4) {
        let place = random.next(below: scalars.count)
        switch random.next(below: 4) {
        case 0: scalars.remove(at: place)
        case 1:
          scalars.insert(
            contentsOf: pieces[random.next(below: pieces.count)].unicodeScalars, at: place)
        case 2:
          scalars.removeSubrange(place..<min(scalars.count, place + random.next(below: 12)))
        default:
          let end = min(scalars.count, place + random.next(below: 20))
          scalars.insert(
            contentsOf: scalars[place..<end], at: random.next(below: scalars.count))
        }
        if scalars.isEmpty { scalars = ["x"] }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let source = String(view)
      let reading = YAMLReader.read(name: "changed", bytes: Array(source.utf8))
      guard reading.diagnostics.isEmpty, let root = reading.root else { continue }
      accepted += 1
      let ours = YAMLDump.text(of: root)
      let theirs = YAMLDump.textByPeer(source)
      #expect(ours == theirs, "\(source.debugDescription)")
    }
    #expect(accepted > 200)
  }
}

/// A small generator of random numbers that gives the same ones on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
