// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

// What the codes about patterns, writing, graph types and limits mean.

extension QueryFaultCatalogue {
  static let graph: [DiagnosticCatalogue.Entry] = [
    entry(
      .noSingleRelationshipType, "Edge to be created without one type",
      explanation: "An edge that CREATE or MERGE makes has exactly one type.",
      example: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS|OBSERVES]->(d)",
      correction: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS]->(d)"),
    entry(
      .requiresDirectedRelationship, "Edge to be created without a direction",
      explanation: "An edge leads from its source to its target, so that CREATE needs one arrow.",
      example: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS]-(d)",
      correction: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS]->(d)"),
    entry(
      .invalidRelationshipPattern, "Malformed edge",
      explanation: """
        The text between the brackets of an edge, or its arrow, cannot be read: a range of lengths
        without its *, a length that is no whole number, an arrow that differs on both sides.
        """,
      example: "MATCH (a)-[:BROADER 1..3]->(b) RETURN b",
      correction: "MATCH (a)-[:BROADER*1..3]->(b) RETURN b"),
    entry(
      .creatingVarLength, "Edge of variable length to be created",
      explanation: "CREATE and MERGE make one edge at a time, not a number that varies.",
      example: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS*2]->(d)",
      correction: "MATCH (s:State), (d:Dialogue) CREATE (s)-[:CHAIRS]->(d)"),
    entry(
      .relationshipUniquenessViolation, "One edge in two places",
      explanation: """
        A match holds each edge once, so that a pattern that has one variable for two of its edges
        matches nothing.
        """,
      example: "MATCH (a)-[e]->(b)<-[e]-(c) RETURN c",
      correction: "MATCH (a)-[e]->(b)<-[f]-(c) RETURN c"),
    entry(
      .invalidDelete, "Something that DELETE does not take",
      explanation: "DELETE takes nodes, edges and paths. Labels and properties go with REMOVE.",
      example: "MATCH (s:State) DELETE s:State",
      correction: "MATCH (s:State) REMOVE s:State"),
    entry(
      .deletedEntityAccess, "Node or edge that is deleted",
      explanation: "A query reads or uses what it has deleted. Read it before, with WITH.",
      example: "MATCH (t:Topic) DETACH DELETE t RETURN t.name",
      correction: "MATCH (t:Topic) WITH t, t.name AS name DETACH DELETE t RETURN name"),
    entry(
      .deleteConnectedNode, "Node that still has edges",
      explanation: "A node with edges cannot go alone. DETACH DELETE takes its edges, too.",
      example: "MATCH (t:Topic) DELETE t",
      correction: "MATCH (t:Topic) DETACH DELETE t"),
    entry(
      .mergeReadOwnWrites, "MERGE of a property that is null",
      explanation: """
        MERGE looks for a node or an edge with these properties, and nothing equals null.
        """,
      example: "MERGE (t:Topic {name: null})",
      correction: "MERGE (t:Topic {name: 'Data'})"),
    entry(
      .invalidPropertyType, "Value that a property cannot hold",
      explanation: """
        Properties hold single values and lists of them. Maps, nodes, edges and paths cannot be
        stored.
        """,
      example: "MATCH (t:Topic) SET t.description = {short: 'Data'}",
      correction: "MATCH (t:Topic) SET t.description = 'Data'"),
    entry(
      .unknownLabel, "Label that no node can have",
      explanation: """
        The graph type of this graph is closed, and no node type has the label. So the pattern
        could never match.
        """,
      example: "MATCH (s:Stat) RETURN s",
      correction: "MATCH (s:State) RETURN s"),
    entry(
      .unknownEdgeType, "Edge type that the graph does not have",
      explanation: "The graph type of this graph is closed, and no edge type is called so.",
      example: "MATCH (s:State)-[:CHAIR]->(d) RETURN d",
      correction: "MATCH (s:State)-[:CHAIRS]->(d) RETURN d"),
    entry(
      .unknownProperty, "Property that this cannot have",
      explanation: """
        The graph type of this graph is closed, and nothing that the pattern can match has the
        property.
        """,
      example: "MATCH (s:State) RETURN s.isoAlpha",
      correction: "MATCH (s:State) RETURN s.isoAlpha2"),
    entry(
      .impossibleEdge, "Edge that cannot join these nodes",
      explanation: """
        By the graph type, edges of this type lead from other nodes or to other nodes. The arrow
        may stand the wrong way round.
        """,
      example: "MATCH (d:Dialogue)-[:CHAIRS]->(s:State) RETURN s",
      correction: "MATCH (d:Dialogue)<-[:CHAIRS]-(s:State) RETURN s"),
    entry(
      .graphTypeViolation, "Change that the graph type forbids",
      explanation: """
        What the query writes does not keep to the graph type: a value of another type, a property
        that is missing, an edge between nodes that it does not join. Nothing was changed.
        """,
      example: "MATCH (t:Topic) SET t.description = 7",
      correction: "MATCH (t:Topic) SET t.description = 'seven'"),
    entry(
      .duplicateKey, "Key of a node used twice",
      explanation: """
        What the query writes gives two nodes the same key, or the same value of a property that is
        unique. That shows when the graph file is written. Nothing was changed.
        """,
      example: "MATCH (s:State) SET s.isoAlpha2 = 'KZ'",
      correction: "MATCH (s:State {name: 'Kazakhstan'}) SET s.isoAlpha2 = 'KZ'"),
    entry(
      .unboundedWalk, "Walks without end",
      explanation: """
        In the mode WALK a path may use an edge again, so that there can be endlessly many. Give a
        quantifier with an upper bound, a selector such as ANY SHORTEST, or another mode.
        """,
      example: "MATCH p = WALK (s:State)-->+(t) RETURN p",
      correction: "MATCH p = WALK (s:State)-->{1,3}(t) RETURN p"),
    entry(
      .negativeCost, "Cost below zero",
      explanation: "What an edge adds to the cost of a path is a number from zero up.",
      example: "MATCH p = ANY SHORTEST (a:State)-[e]-+(b:State) COST -1 RETURN p",
      correction: "MATCH p = ANY SHORTEST (a:State)-[e]-+(b:State) COST 1 RETURN p"),
    entry(
      .deadline, "Time is up",
      explanation: "The query took longer than its limit of time. Narrow it, or raise the limit.",
      example: "entente query -f long.cypher --limits time=1s",
      correction: "entente query -f long.cypher --limits time=60s"),
    entry(
      .rowLimit, "Too many rows",
      explanation: """
        The answer has more rows than its limit. Add a LIMIT to the query, or raise the limit of
        the command.
        """,
      example: "entente query 'MATCH (n) RETURN n' --limits rows=10",
      correction: "entente query 'MATCH (n) RETURN n LIMIT 10'"),
    entry(
      .memoryLimit, "Too much memory",
      explanation: """
        Sorting, grouping, collecting and making lists need more memory than the limit allows.
        """,
      example: """
        entente query 'UNWIND range(1, 1000000) AS x RETURN collect(x)' --limits memory=1MB
        """),
    entry(
      .workLimit, "Too much work",
      explanation: """
        The query looked at more rows and edges than its limit allows. EXPLAIN shows how it goes
        about it.
        """,
      example: "entente query 'MATCH (a), (b) RETURN count(*)' --limits work=1000"),
    entry(
      .interrupted, "Interrupted",
      explanation: "Whoever ran the query ended it. Nothing was changed.",
      example: "a query that was ended while it ran"),
    entry(
      .writingRefused, "Query that writes where it may not",
      explanation: "A query changes a graph only with --write, and only a graph file.",
      example: "entente query -g own.graph 'MATCH (t:Topic) DETACH DELETE t'",
      correction: "entente query -g own.graph --write 'MATCH (t:Topic) DETACH DELETE t'"),
  ]
}
