// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What every code means that loading and checking a dataset can give.
public enum DatasetDiagnosticCatalogue {
  /// The codes of datasets, of their tables and of formatting, in order.
  public static let catalogue = DiagnosticCatalogue(joining: [
    DiagnosticCatalogue(text + keys + shapes + types + dates + graphFiles + checks),
    CSVDiagnostics.catalogue, ImportDiagnostics.catalogue, YAMLFormattingDiagnostics.catalogue,
  ])

  private typealias Entry = DiagnosticCatalogue.Entry

  // MARK: - E1: YAML

  private static let text: [Entry] = [
    Entry(
      code: "E101", title: "Not UTF-8",
      explanation: """
        Files of a dataset are UTF-8, and here a byte stands that is not. The file may have been
        saved in an encoding of one country or in UTF-16. Nothing of it was read.
        """,
      example: "name: Türkiye        (saved as Latin-1)",
      correction: "name: Türkiye        (saved as UTF-8)"),
    Entry(
      code: "E102", title: "Character that is not allowed",
      explanation: """
        Control characters, byte order marks inside a text, and the separators U+0085, U+2028 and
        U+2029 do not show, and programs disagree on what they mean. Escapes in double quotes that
        stand for them are refused too.
        """,
      example: "name: \"Border\\u0000Management\"", correction: "name: Border Management"),
    Entry(
      code: "E103", title: "Tab as indentation",
      explanation: """
        YAML indents with spaces, since nobody can see how wide a tab is. Set the editor to insert
        two spaces.
        """,
      example: "- State: poland\n\tname: Poland", correction: "- State: poland\n  name: Poland"),
    Entry(
      code: "E105", title: "The structure of the file is broken",
      explanation: """
        The lines do not make lists, keys and values here. The message says what was expected. What
        goes wrong most often: a text with ': ' or one that begins with a special character needs
        quotes; keys of one entry stand in one column; brackets and quotes must be closed. The
        entry is left out and reading goes on with the next one.
        """,
      example: "name: BOMCA: phase 9", correction: "name: \"BOMCA: phase 9\""),
    Entry(
      code: "E106", title: "Part of YAML that datasets do not use",
      explanation: """
        Anchors, aliases, tags, merge keys, directives, several documents in one file and keys that
        are not texts make a file hard to read and to compare, and can be used to exhaust a
        program. Write each value where it is needed.
        """,
      example: "sources: &default [dg-home]", correction: "sources: [dg-home]"),
    Entry(
      code: "E107", title: "Key stands twice",
      explanation: """
        A mapping has each key once. Several edges of one type, and several values of one property,
        go into one list.
        """,
      example: "COVERS: kazakhstan\nCOVERS: tajikistan",
      correction: "COVERS: [kazakhstan, tajikistan]"),
    Entry(
      code: "E108", title: "Beyond a limit",
      explanation: """
        A YAML file may have 64 MB, five million values and 64 levels of lists in lists. After a
        hundred faults of structure the rest of a file is not read. Split a file that is too large;
        all files are merged.
        """,
      example: "a file of 100 MB"),
    Entry(
      code: "E109", title: "File or folder that cannot be read",
      explanation: "The system does not let the file or folder be read, or it is not there.",
      example: "entente check no-such-folder"),
  ]

  // MARK: - E1: keys

  private static let keys: [Entry] = [
    Entry(
      code: "E104", title: "Unknown node",
      explanation: """
        An edge leads to a key that no entry has. Edges never make nodes, so that a typing error
        cannot. Add an entry, or correct the key.
        """,
      example: "COVERS: kazakstan", correction: "COVERS: kazakhstan"),
    Entry(
      code: "E110", title: "Malformed key",
      explanation: """
        Keys of nodes and sources are lower-case ASCII letters, digits and hyphens, so that they
        can be typed everywhere and never differ in what cannot be seen.
        """,
      example: "- State: Côte_d'Ivoire", correction: "- State: cote-divoire"),
    Entry(
      code: "E111", title: "Key defined twice",
      explanation: """
        Two entries have one key, in one file or in two. Keys are unique across all node types;
        sources have their own. Merge the entries or rename one.
        """,
      example: "- State: poland\n- State: poland"),
    Entry(
      code: "E112", title: "Keys that look the same",
      explanation: """
        Two keys differ only in case, in the kind of hyphen, or in how an accent is encoded. A
        reader would take them for one.
        """,
      example: "- State: poland\n- State: Poland"),
    Entry(
      code: "E113", title: "Unknown source",
      explanation: """
        A source is cited that the register (sources.yaml, or a table of sources) does not have.
        """,
      example: "sources: [dg-hom]", correction: "sources: [dg-home]"),
    Entry(
      code: "E120", title: "Id of an edge used twice",
      explanation: """
        An 'id' tells parallel edges apart: those of one type between the same two nodes. Two of
        them have the same one.
        """,
      example: "COVERS:\n  - {to: poland, id: a}\n  - {to: poland, id: a}"),
  ]

  // MARK: - E1: shapes

  private static let shapes: [Entry] = [
    Entry(
      code: "E114", title: "Value of another shape",
      explanation: """
        A text, a list or a mapping was expected, and something else is written. 'aliases' and
        'sources' hold lists even when there is one item.
        """,
      example: "sources: dg-home", correction: "sources: [dg-home]"),
    Entry(
      code: "E115", title: "Not an entry",
      explanation: """
        A file of facts is a list of entries. The first line of an entry names its node type and
        its key.
        """,
      example: "- name: Poland", correction: "- State: poland\n  name: Poland"),
    Entry(
      code: "E116", title: "Unknown key",
      explanation: """
        Claims, citations, names, sources and graph.yaml have fixed keys, and this is none of them.
        """,
      example: "budget: {value: 1, source: dg-home}",
      correction: "budget: {value: 1, sources: [dg-home]}"),
    Entry(
      code: "E117", title: "Key missing",
      explanation: """
        A claim needs 'value', an edge 'to', a name 'name', a source 'title', a facet 'edges'.
        """,
      example: "COVERS:\n  - {since: 2003}", correction: "COVERS:\n  - {to: poland, since: 2003}"),
    Entry(
      code: "E118", title: "Several preferred claims",
      explanation: "Of the claims about one property the editors may prefer one at most.",
      example: "budget:\n  - {value: 1, preferred: true}\n  - {value: 2, preferred: true}"),
    Entry(
      code: "E119", title: "Claims mixed with plain values",
      explanation: """
        A list is either the value of a list property or a list of competing claims, each a mapping
        with 'value'.
        """,
      example: "budget:\n  - 1\n  - {value: 2}",
      correction: "budget:\n  - {value: 1}\n  - {value: 2}"),
    Entry(
      code: "E121", title: "Graph type that cannot be read",
      explanation: """
        The file that graph.yaml names under 'graph-type' is missing or cannot be read. It lies in
        the folder of the dataset. The dataset is checked as far as that goes without types.
        """,
      example: "graph-type: shema.gql", correction: "graph-type: schema.gql"),
    Entry(
      code: "E122", title: "Sentence without an end",
      explanation: """
        The sentence of an edge type says '{from}' and '{to}' where the names of the ends belong.
        """,
      example: "COVERS: {sentence: \"{from} covers\"}",
      correction: "COVERS: {sentence: \"{from} covers {to}\"}"),
    Entry(
      code: "E123", title: "Not a web address",
      explanation: """
        Sources are linked in figures and reports, so their addresses must begin with https:// or
        http://. A paper without an address has none.
        """,
      example: "url: www.icmpd.org", correction: "url: https://www.icmpd.org"),
    Entry(
      code: "E124", title: "Unknown kind of name",
      explanation: """
        A further name of a node is an acronym, former, short, a translation or other.
        """,
      example: "aliases: [{name: BOMCA, kind: abbreviation}]",
      correction: "aliases: [{name: BOMCA, kind: acronym}]"),
    Entry(
      code: "E129", title: "Graph that cannot be built",
      explanation: "The dataset holds more nodes, edges or text than a graph can number.",
      example: "five thousand million edges"),
    Entry(
      code: "I129", title: "Findings not shown", severity: .information,
      explanation: "After ten thousand findings the rest is only counted. Mend the first ones.",
      example: "a table with a wrong delimiter"),
  ]
}
