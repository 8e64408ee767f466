// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

extension GlobalOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.graph = nil
    options.asOf = nil
    options.format = nil
    options.output = nil
    options.color = .auto
    options.quiet = false
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "-g", "--graph": graph = try words.value()
    case "--as-of": asOf = try AsOfDate(words.value())
    case "--format": format = try PlainWords.known(OutputFormat(argument: words.value()))
    case "-o", "--output": output = try words.value()
    case "--color": color = try PlainWords.known(ColourChoice(rawValue: words.value()))
    case "-q", "--quiet": quiet = true
    default: return false
    }
    return true
  }
}

extension DrawingOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.style = []
    options.media = .screen
    options.title = nil
    options.subtitle = nil
    options.alt = nil
    options.bare = false
    options.idPrefix = nil
    options.scale = nil
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--style": style.append(try words.value())
    case "--media": media = try PlainWords.known(FigureMedium(rawValue: words.value()))
    case "--title": title = try words.value()
    case "--subtitle": subtitle = try words.value()
    case "--alt": alt = try words.value()
    case "--bare": bare = true
    case "--id-prefix": idPrefix = try words.value()
    case "--scale": scale = try words.number()
    default: return false
    }
    return true
  }
}

extension ArrangementOptions: PlainlyRead {
  static var unsaid: Self {
    var options = Self()
    options.maxNodes = nil
    options.parallel = .separate
    options.groupBy = []
    options.clusters = []
    options.ranks = .links
    options.direction = nil
    options.keep = nil
    options.layout = nil
    return options
  }

  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool {
    switch option {
    case "--max-nodes": maxNodes = try words.integer()
    case "--parallel":
      parallel = try PlainWords.known(ParallelEdgesName(rawValue: words.value()))
    case "--group-by": groupBy.append(try words.value())
    case "--clusters": clusters.append(try words.value())
    case "--ranks": ranks = try PlainWords.known(RankingName(rawValue: words.value()))
    case "--direction": direction = try PlainWords.known(DirectionName(rawValue: words.value()))
    case "--keep": keep = try words.value()
    case "--layout": layout = try words.value()
    default: return false
    }
    return true
  }
}
