// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Trees of clauses")
struct ClauseTreeTests {
  @Test("each text has its tree, and prints as the same tree")
  func trees() {
    expectTrees(Self.trees, dump, prefix: "")
  }

  /// A text, and below it, indented, its tree.
  static let trees = #"""
    MATCH (n)
      (match (path (node n)))
    OPTIONAL MATCH (a:A:B {x: 1})-[r:T|:U|V *1..3 {y: $p}]->(b $q) WHERE a.x RETURN *
      (optional-match (path (node a :(& A B) (map (: x 1))) (-> r :(| (| T U) V) *1..3 (map
      (: y $p))) (node b $q)) (where (. a x))) (return *)
    UNWIND [1, 2] AS x WITH DISTINCT x AS y, x + 1 ORDER BY x DESC, y ASCENDING SKIP 1 LIMIT $n WHERE y > 1 RETURN y
      (unwind (list 1 2) x) (with distinct (as x y) (+ x 1) (order x desc y) (skip 1) (limit
      $n) (where (compare y > 1))) (return y)
    WITH *, 1 AS a RETURN *, a ORDER BY a DESCENDING, b ASC
      (with * (as 1 a)) (return * a (order a desc b))
    RETURN 1 UNION RETURN 2 UNION ALL RETURN 3 UNION DISTINCT RETURN 4
      (return 1) UNION (return 2) UNION ALL (return 3) UNION (return 4)
    CREATE p = (a:A {x: 1})-[r:T]->(b), (c $m)
      (create (path p = (node a :A (map (: x 1))) (-> r :T) (node b)) (path (node c $m)))
    MERGE (a)-[:T]->(b) ON CREATE SET a.x = 1, b.y = 2 ON MATCH SET a:L ON CREATE SET a += {z: 1}
      (merge (path (node a) (-> :T) (node b)) (on-create (= (. a x) 1) (= (. b y) 2) (+= a
      (map (: z 1)))) (on-match (labels a L)))
    MATCH (n) REMOVE n.a, n:A:B, (n).b
      (match (path (node n))) (remove (. n a) (labels n A B) (. n b))
    MATCH (n) DETACH DELETE n, r
      (match (path (node n))) (detach-delete n r)
    MATCH (n) DELETE n.x
      (match (path (node n))) (delete (. n x))
    CALL a.b.c
      (call a.b.c)
    CALL a.b() YIELD - RETURN 1
      (call a.b []) (return 1)
    CALL a.b(1, $x) YIELD *
      (call a.b [1 $x] (yield *))
    CALL a.b() YIELD x, y AS z WHERE x > 1 RETURN x
      (call a.b [] (yield x (as y z)) (where (compare x > 1))) (return x)
    EXPLAIN MATCH (n) RETURN n;
      EXPLAIN (match (path (node n))) (return n)
    profile RETURN 1
      PROFILE (return 1)
    MATCH (n) FILTER n.x > 1 FILTER WHERE n.y LET a = 1, b = n.z FOR i IN [1] RETURN i
      (match (path (node n))) (filter * (where (compare (. n x) > 1))) (filter * (where (. n
      y))) (let * (as 1 a) (as (. n z) b)) (for (list 1) i) (return i)
    MATCH (n) CALL { WITH n RETURN 1 AS x } CALL (n, x) { MATCH (m) RETURN m } CALL () { RETURN 1 AS y } RETURN x
      (match (path (node n))) (call-query (with n) (return (as 1 x))) (call-query [n x]
      (match (path (node m))) (return m)) (call-query [] (return (as 1 y))) (return x)
    MATCH (`a``b`:`x y`)-[:`T-1`]->() RETURN `a``b`.`p q` AS `r s`
      (match (path (node a`b :x y) (-> :T-1) (node))) (return (as (. a`b p q) r s))
    MATCH any = (count)-->(filter) RETURN any, count.x AS end
      (match (path any = (node count) (->) (node filter))) (return any (as (. count x) end))
    match (n) /* a comment */ return n // the end
      (match (path (node n))) (return n)
    """#
}
