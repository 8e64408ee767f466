// SPDX-License-Identifier: Apache-2.0
import GraphDrawing

/// The figures that tests draw: made up, in the manner of what users draw.
enum FigureFixtures {
  /// Two states joined by three ways, with parallel edges, an ended programme and a dispute.
  static let path = Figure(
    title: "How are Poland and Turkmenistan connected?",
    subtitle: "Three shortest ways by cooperation steps",
    asOf: "1 June 2020",
    nodes: [
      Figure.Node(
        id: "poland", typeName: "State", label: "Poland", emphasis: .origin,
        url: "https://example.org/poland"),
      Figure.Node(
        id: "turkmenistan", typeName: "State", label: "Turkmenistan", emphasis: .destination),
      Figure.Node(
        id: "eu", typeName: "StateGroup", typeTitle: "Group of states", label: "European Union",
        sublabel: "27 members", hiddenNeighbourCount: 24),
      Figure.Node(
        id: "bomca", typeName: "Programme", label: "Border Management Programme in Central Asia",
        sublabel: "BOMCA"),
      Figure.Node(
        id: "cadap", typeName: "Programme", label: "Central Asia Drug Action Programme",
        sublabel: "CADAP", isEnded: true, endYear: "2019"),
      Figure.Node(
        id: "icmpd", typeName: "Organisation",
        label: "International Centre for Migration Policy Development", sublabel: "ICMPD"),
    ],
    edges: [
      Figure.Edge(
        from: "poland", to: "eu", typeName: "MEMBER_OF", verb: "is a member of", dates: "2004–",
        sourceNumbers: [1]),
      Figure.Edge(
        from: "eu", to: "bomca", typeName: "FUNDS", verb: "funds", dates: "2003–",
        sourceNumbers: [2, 3]),
      Figure.Edge(
        from: "eu", to: "cadap", typeName: "FUNDS", verb: "funds", dates: "2001–2019",
        sourceNumbers: [4], isEnded: true),
      Figure.Edge(
        from: "bomca", to: "turkmenistan", typeName: "COVERS", verb: "covers", dates: "2003–2014",
        sourceNumbers: [2], isEnded: true),
      Figure.Edge(
        from: "bomca", to: "turkmenistan", typeName: "COVERS", verb: "covers", dates: "2015–",
        sourceNumbers: [2, 3], isDisputed: true),
      Figure.Edge(
        from: "cadap", to: "turkmenistan", typeName: "COVERS", verb: "covers", dates: "2004–2019",
        sourceNumbers: [4], isEnded: true),
      Figure.Edge(
        from: "poland", to: "icmpd", typeName: "MEMBER_OF", verb: "is a member of",
        dates: "2003–", sourceNumbers: [5]),
      Figure.Edge(
        from: "icmpd", to: "bomca", typeName: "IMPLEMENTS", verb: "implements", dates: "2015–",
        sourceNumbers: [3]),
    ],
    sources: [
      Figure.Source(
        number: 1, text: "Treaty of Accession 2003, Official Journal L 236",
        url: "https://example.org/oj/l-236"),
      Figure.Source(
        number: 2,
        text: "European Commission, Border Management Programme in Central Asia, "
          + "action document, annex 2, p. 14"),
      Figure.Source(
        number: 3,
        text: "Programme office, Tenth phase: partners and countries, retrieved "
          + "3 May 2020", url: "https://example.org/bomca/tenth-phase/partners"),
      Figure.Source(number: 4, text: "Central Asia Drug Action Programme, final report, 2019"),
      Figure.Source(number: 5, text: "ICMPD, Member states", url: "https://example.org/members"),
    ],
    notes: ["No interval is common to all links of the way over CADAP."],
    metadata: Figure.Metadata(
      question: "path poland turkmenistan --as-of 2020-06-01 -k 3", dataVersion: "2020-05-31")
  )

  /// One programme and what surrounds it: twenty nodes of many types.
  static let neighbourhood: Figure = {
    var nodes = [
      Figure.Node(
        id: "bomca", typeName: "Programme", label: "Border Management Programme in Central Asia",
        sublabel: "BOMCA", emphasis: .focus)
    ]
    var edges: [Figure.Edge] = []
    let states = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]
    for state in states {
      nodes.append(
        Figure.Node(
          id: state, typeName: "State", label: state,
          hiddenNeighbourCount: state == "Kazakhstan" ? 31 : nil))
      edges.append(
        Figure.Edge(
          from: "bomca", to: state, typeName: "COVERS", verb: "covers", dates: "2003–",
          sourceNumbers: [1], isDisputed: state == "Turkmenistan"))
    }
    for area in ["Border management", "Drug trafficking", "Trade facilitation", "Migration"] {
      nodes.append(
        Figure.Node(id: area, typeName: "PolicyArea", typeTitle: "Policy area", label: area))
      edges.append(
        Figure.Edge(
          from: "bomca", to: area, typeName: "ADDRESSES", verb: "addresses",
          sourceNumbers: [1]))
    }
    for (id, label) in [
      ("eu", "European Union"), ("unodc", "United Nations Office on Drugs and Crime"),
      ("icmpd", "International Centre for Migration Policy Development"),
      ("undp", "United Nations Development Programme"),
    ] {
      nodes.append(
        Figure.Node(id: id, typeName: "Organisation", label: label, sublabel: id.uppercased()))
    }
    edges += [
      Figure.Edge(
        from: "eu", to: "bomca", typeName: "FUNDS", verb: "funds", dates: "2003–",
        sourceNumbers: [1, 2]),
      Figure.Edge(
        from: "undp", to: "bomca", typeName: "IMPLEMENTS", verb: "implemented",
        dates: "2003–2014", sourceNumbers: [2], isEnded: true),
      Figure.Edge(
        from: "icmpd", to: "bomca", typeName: "IMPLEMENTS", verb: "implements",
        dates: "2015–", sourceNumbers: [3]),
      Figure.Edge(
        from: "unodc", to: "bomca", typeName: "ADVISES", verb: "advises",
        isDirected: false),
    ]
    nodes += [
      Figure.Node(
        id: "ca-group", typeName: "StateGroup", typeTitle: "Group of states",
        label: "Central Asia (5)"),
      Figure.Node(
        id: "epca", typeName: "Agreement",
        label: "Enhanced Partnership and Cooperation Agreement", sublabel: "EU–Kazakhstan, 2015"),
      Figure.Node(
        id: "strategy", typeName: "Strategy",
        label: "EU and Central Asia: New Opportunities for a Stronger Partnership"),
      Figure.Node(
        id: "dialogue", typeName: "Dialogue", label: "EU–Central Asia High-Level Dialogue"),
      Figure.Node(
        id: "conference", typeName: "Event", label: "Final conference",
        sublabel: "Bishkek, 2014"),
      Figure.Node(id: "action", typeName: "Document", label: "Action document, tenth phase"),
    ]
    edges += [
      Figure.Edge(
        from: "strategy", to: "bomca", typeName: "NAMES", verb: "names", dates: "2019",
        sourceNumbers: [4]),
      Figure.Edge(
        from: "dialogue", to: "strategy", typeName: "TAKES_PART_IN",
        verb: "takes part in", dates: "2013–"),
      Figure.Edge(
        from: "epca", to: "Kazakhstan", typeName: "BETWEEN", verb: "binds",
        dates: "2020–", sourceNumbers: [5]),
      Figure.Edge(
        from: "eu", to: "epca", typeName: "PARTY_TO", verb: "is a party to",
        dates: "2015–", sourceNumbers: [5]),
      Figure.Edge(from: "bomca", to: "conference", typeName: "HELD", verb: "held", dates: "2014"),
      Figure.Edge(from: "action", to: "bomca", typeName: "DESCRIBES", verb: "describes"),
    ]
    edges += states.prefix(3).map {
      Figure.Edge(from: $0, to: "ca-group", typeName: "MEMBER_OF", verb: "belongs to")
    }
    return Figure(
      title: "The Border Management Programme in Central Asia and its surroundings",
      asOf: "1 June 2020", nodes: nodes, edges: edges,
      sources: (1...5).map { Figure.Source(number: $0, text: "Made-up source number \($0)") })
  }()

  /// Types and how they may be joined, from above downwards.
  static let schema = Figure(
    title: "Types of nodes and links",
    direction: .topDown,
    nodes: [
      Figure.Node(id: "State", typeName: "State", label: "State", sublabel: "code, name"),
      Figure.Node(id: "StateGroup", typeName: "StateGroup", label: "StateGroup", sublabel: "name"),
      Figure.Node(
        id: "Organisation", typeName: "Organisation", label: "Organisation",
        sublabel: "name, acronym"),
      Figure.Node(
        id: "Programme", typeName: "Programme", label: "Programme",
        sublabel: "name, budget, since, until"),
      Figure.Node(
        id: "Agreement", typeName: "Agreement", label: "Agreement",
        sublabel: "name, signed, in force"),
      Figure.Node(id: "AgreementType", typeName: "AgreementType", label: "AgreementType"),
      Figure.Node(
        id: "Document", typeName: "Document", label: "Document", sublabel: "title, published"),
      Figure.Node(id: "PolicyArea", typeName: "PolicyArea", label: "PolicyArea"),
      Figure.Node(id: "Dialogue", typeName: "Dialogue", label: "Dialogue", sublabel: "name, since"),
      Figure.Node(id: "Event", typeName: "Event", label: "Event", sublabel: "name, date"),
      Figure.Node(id: "Topic", typeName: "Topic", label: "Topic"),
      Figure.Node(id: "Source", typeName: "Source", label: "Source", sublabel: "title, URL"),
    ],
    edges: [
      Figure.Edge(from: "State", to: "StateGroup", typeName: "MEMBER_OF", verb: "MEMBER_OF"),
      Figure.Edge(from: "StateGroup", to: "StateGroup", typeName: "PART_OF", verb: "PART_OF"),
      Figure.Edge(from: "State", to: "Agreement", typeName: "PARTY_TO", verb: "PARTY_TO"),
      Figure.Edge(from: "State", to: "Dialogue", typeName: "TAKES_PART_IN", verb: "TAKES_PART_IN"),
      Figure.Edge(from: "Organisation", to: "Programme", typeName: "FUNDS", verb: "FUNDS"),
      Figure.Edge(
        from: "Organisation", to: "Programme", typeName: "IMPLEMENTS", verb: "IMPLEMENTS"),
      Figure.Edge(from: "Programme", to: "State", typeName: "COVERS", verb: "COVERS"),
      Figure.Edge(from: "Programme", to: "PolicyArea", typeName: "ADDRESSES", verb: "ADDRESSES"),
      Figure.Edge(from: "Programme", to: "Programme", typeName: "SUCCEEDS", verb: "SUCCEEDS"),
      Figure.Edge(from: "Agreement", to: "AgreementType", typeName: "HAS_TYPE", verb: "HAS_TYPE"),
      Figure.Edge(from: "Agreement", to: "PolicyArea", typeName: "ADDRESSES", verb: "ADDRESSES"),
      Figure.Edge(from: "Dialogue", to: "Event", typeName: "HOLDS", verb: "HOLDS"),
      Figure.Edge(from: "Document", to: "Topic", typeName: "ABOUT", verb: "ABOUT"),
      Figure.Edge(from: "Topic", to: "PolicyArea", typeName: "PART_OF", verb: "PART_OF"),
      Figure.Edge(from: "Source", to: "Document", typeName: "QUOTES", verb: "QUOTES"),
      Figure.Edge(from: "Event", to: "Document", typeName: "ADOPTS", verb: "ADOPTS"),
    ]
  )

  /// Russian, Kazakh and Greek, emoji and Chinese, words too long for a line, unknown types.
  static let scripts = Figure(
    title: "Пограничное сотрудничество в Центральной Азии",
    subtitle: "Государства, программы и соглашения",
    asOf: "1 июня 2020 г.",
    language: "ru",
    nodes: [
      Figure.Node(
        id: "kz", typeName: "State", typeTitle: "Государство", label: "Қазақстан Республикасы",
        sublabel: "Казахстан"),
      Figure.Node(id: "tj", typeName: "State", typeTitle: "Государство", label: "Таджикистан"),
      Figure.Node(
        id: "bomca", typeName: "Programme", typeTitle: "Программа",
        label: "Программа содействия управлению границами в Центральной Азии", sublabel: "БОМКА",
        isEnded: true, endYear: "2021"),
      Figure.Node(
        id: "word", typeName: "Vertrag", typeTitle: "Договор",
        label: "Grenzschutzzusammenarbeitsrahmenabkommensentwurf"),
      Figure.Node(id: "gr", typeName: "Γραφείο", typeTitle: "Бюро", label: "Υπουργείο Εξωτερικών"),
      Figure.Node(id: "cn", typeName: "論壇", typeTitle: "Форум", label: "上海合作組織成員國邊防部門領導人會議 🤝🏽"),
    ],
    edges: [
      Figure.Edge(
        from: "bomca", to: "kz", typeName: "COVERS", verb: "охватывает", dates: "2003–2021",
        sourceNumbers: [1, 2, 3, 4, 5, 6], isEnded: true),
      Figure.Edge(
        from: "bomca", to: "tj", typeName: "COVERS", verb: "охватывает", dates: "2003–",
        sourceNumbers: [1]),
      Figure.Edge(
        from: "kz", to: "word", typeName: "PARTY_TO", verb: "является стороной", dates: "1994–"),
      Figure.Edge(from: "gr", to: "word", typeName: "verwahrt", verb: "депозитарий"),
      Figure.Edge(
        from: "kz", to: "cn", typeName: "TAKES_PART_IN", verb: "участвует", dates: "2001–"),
      Figure.Edge(
        from: "tj", to: "cn", typeName: "TAKES_PART_IN", verb: "участвует", dates: "2001–"),
    ],
    sources: (1...6).map { Figure.Source(number: $0, text: "Источник номер \($0)") }
  )
}
