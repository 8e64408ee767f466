// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
public import SourceDiagnostics

/// A brief as one HTML page that needs nothing else: no script, no style sheet, no picture and no
/// font is fetched.
///
/// The page has a header, a list of contents, numbered figures and tables with captions, the
/// sources that are cited, and at its foot the version of the data. The same brief, answers and
/// options give the same bytes.
public struct BriefPage: Sendable {
  public struct Options: Sendable, Hashable {
    /// The version of the data, as it stands at the foot of the page.
    public var dataVersion: String?

    /// What the page is called where the brief has no title.
    public var fallbackTitle: String?

    public init(dataVersion: String? = nil, fallbackTitle: String? = nil) {
      self.dataVersion = dataVersion
      self.fallbackTitle = fallbackTitle
    }
  }

  /// The page, from `<!doctype html>` to a line end.
  public let html: String

  /// What is wrong with the brief, and links and pictures that the page does without, in order of
  /// place.
  public let diagnostics: [Diagnostic]

  /// Writes a page. Questions without an answer become boxes with the reason; whoever wants no such
  /// page looks at ``AnsweredBrief/isSound`` first.
  ///
  /// Complexity: linear in the length of the brief and its answers.
  public init(_ answered: AnsweredBrief, options: Options = Options()) {
    let front = answered.brief.frontMatter
    let wording = answered.wording
    let outline = BriefOutline(answered)
    var body = BriefBodyWriter(answered, outline: outline)
    body.writeText()
    let title =
      front.title ?? outline.title ?? options.fallbackTitle ?? wording.untitled
    var page = "<!doctype html>\n"
    page += "<html\(HTMLText.attribute("lang", front.language ?? wording.language))>\n<head>\n"
    page += "<meta charset=\"utf-8\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    // Nothing is fetched, whatever the text says.
    page +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    page += "<title>\(HTMLText.escaped(title))</title>\n"
    for author in front.authors {
      page += "<meta name=\"author\"\(HTMLText.attribute("content", author))>\n"
    }
    page += "<style>\n\(BriefPageStyle.text)</style>\n</head>\n<body>\n"
    page += "<a class=\"brief-skip\" href=\"#brief-text\">\(wording.skip)</a>\n"
    page += Self.header(front, title: title)
    page += outline.contents(hasSources: !answered.sources.isEmpty, wording)
    page +=
      "<main id=\"brief-text\">\n\(body.html)\(Self.sources(answered.sources, wording))</main>\n"
    if let origin = wording.origin(
      asOf: front.asOf, dataVersion: options.dataVersion)
    {
      page += "<footer>\n<p>\(HTMLText.escaped(origin))</p>\n</footer>\n"
    }
    html = page + "</body>\n</html>\n"
    diagnostics = (answered.diagnostics + body.diagnostics).sorted()
  }

  private static func header(_ front: BriefFrontMatter, title: String) -> String {
    var text = "<header>\n<h1>\(HTMLText.escaped(title))</h1>\n"
    if let subtitle = front.subtitle {
      text += "<p class=\"brief-subtitle\">\(HTMLText.escaped(subtitle))</p>\n"
    }
    let byline = front.authors + [front.date].compactMap { $0 }
    if !byline.isEmpty {
      text += "<p class=\"brief-byline\">\(HTMLText.escaped(byline.joined(separator: " · ")))</p>\n"
    }
    return text + "</header>\n"
  }

  private static func sources(
    _ sources: [NumberedSource], _ wording: BriefWording
  ) -> String {
    guard !sources.isEmpty else { return "" }
    var text =
      "<section class=\"brief-sources\" aria-labelledby=\"sources\">\n"
      + "<h2 id=\"sources\">\(wording.sources)</h2>\n<ol>\n"
    for source in sources {
      text += "<li id=\"source-\(source.number)\">\(HTMLText.escaped(source.textWithoutURL))"
      if let url = source.url {
        text += " " + HTMLText.linked(HTMLText.escaped(url), to: url)
      }
      text += "</li>\n"
    }
    return text + "</ol>\n</section>\n"
  }
}
