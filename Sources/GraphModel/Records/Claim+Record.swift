// SPDX-License-Identifier: Apache-2.0

extension RecordWriter {
  package mutating func write(_ claim: Claim) {
    write(claim.property)
    write(claim.value)
    write(claim.isPreferred)
    write(claim.note)
    write(list: claim.citations) { writer, citation in
      writer.write(UInt64(citation.source.rawValue))
      writer.write(citation.locator)
      writer.write(citation.quote)
    }
  }

  package mutating func write(_ names: [NodeName]) {
    write(list: names) { writer, name in
      writer.write(name.text)
      writer.write(name.kind.rawValue)
      writer.write(name.language)
    }
  }

  package mutating func write(_ source: Source) {
    write(source.key)
    write(source.title)
    write([
      source.publisher, source.url, source.published?.description, source.retrieved?.description,
      source.language, source.licence, source.note,
    ])
  }

  private mutating func write(_ texts: [String?]) { for text in texts { write(text) } }
}

extension RecordReader {
  package mutating func claim() throws(DamagedRecord) -> Claim {
    let property = try optionalText()
    let value = try value()
    let isPreferred = try flag()
    let note = try optionalText()
    let citations = try list { (reader: inout RecordReader) throws(DamagedRecord) in
      Citation(
        source: SourceID(rawValue: try reader.number32()), locator: try reader.optionalText(),
        quote: try reader.optionalText())
    }
    return Claim(
      property: property, value: value, citations: citations, isPreferred: isPreferred,
      note: note)
  }

  package mutating func names() throws(DamagedRecord) -> [NodeName] {
    try list { (reader: inout RecordReader) throws(DamagedRecord) in
      let text = try reader.text()
      guard let kind = NodeName.Kind(rawValue: try reader.text()) else { throw DamagedRecord() }
      return NodeName(text, kind: kind, language: try reader.optionalText())
    }
  }

  package mutating func source() throws(DamagedRecord) -> Source {
    Source(
      key: try text(), title: try text(), publisher: try optionalText(),
      url: try optionalText(), published: try optionalDate(), retrieved: try optionalDate(),
      language: try optionalText(), licence: try optionalText(), note: try optionalText())
  }

  package mutating func optionalDate() throws(DamagedRecord) -> PartialDate? {
    guard let text = try optionalText() else { return nil }
    guard let date = PartialDate(text) else { throw DamagedRecord() }
    return date
  }
}
