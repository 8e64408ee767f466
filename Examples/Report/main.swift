// SPDX-License-Identifier: Apache-2.0

// Builds a small graph, and writes a report whose figure and table are queries of it.
import Entente

struct QueryResolver: BriefResolver {
  let graph: PropertyGraph

  func answer(
    to block: BriefBlock, in frontMatter: BriefFrontMatter, numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefAnswer {
    let answer = try rows(of: block.command[0])
    let marks = SourceRenumbering(of: answer.blocks, into: &numbering, in: graph)
    var parts: [BriefAnswer.Part] = []
    for part in block.show {
      if part.isFigure, var figure = answer.figure(title: "") {
        figure = SourceRenumbering(of: figure, into: &numbering, in: graph).figure(figure)
        figure.sources = []
        guard let svg = try? FigureRenderer().svgNow(figure) else { continue }
        let words = FigureDescription(figure).shortText
        parts.append(.figure(BriefFigure(svg: svg, alternative: words, figure: figure)))
      } else {
        for case .table(let table) in answer.blocks { parts.append(.table(marks.table(table))) }
      }
    }
    return BriefAnswer(parts: parts, citations: marks.citations)
  }

  func answer(
    to quotation: BriefQuotation, in frontMatter: BriefFrontMatter,
    numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefQuotationAnswer {
    BriefQuotationAnswer(try rows(of: quotation.command[0]).table.rows.first?.first ?? "none")
  }

  private func rows(of text: String) throws(BriefFault) -> QueryAnswer {
    do throws(QueryError) { return QueryAnswer(try graph.queryWithEvidence(text)) } catch {
      throw BriefFault(error.description)
    }
  }
}

var builder = GraphBuilder()
let register = try builder.addSource(Source(key: "register", title: "Register of dialogues"))
let process = try builder.addNode(type: "Dialogue", key: "Prague Process")
for name in ["Kazakhstan", "Poland"] {
  let state = try builder.addNode(type: "State", key: name, properties: [("name", .string(name))])
  let edge = try builder.addEdge(type: "TAKES_PART_IN", from: state, to: process)
  builder.addClaim(Claim(citations: [Citation(source: register, locator: "page 3")]), on: edge)
}

let text = """
  ---
  title: Who takes part
  ---
  So many states take part: `'MATCH (s:State) RETURN count(s)' --format number`{.entente}.

  ```entente
  #| caption: The states of the process
  #| show: figure, table
  'MATCH (state:State)-[part:TAKES_PART_IN]->() RETURN state, part ORDER BY state.name'
  ```
  """
let brief = try Brief.read(name: "brief.md", bytes: Array(text.utf8))
let answered = AnsweredBrief(brief, by: QueryResolver(graph: try builder.freeze()))
for finding in answered.diagnostics { print(finding.message) }
try FileSystem.writeAtomically("report.html", Array(BriefPage(answered).html.utf8))
print("\(answered.blocks.count) block, \(answered.sources.count) source")
