// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Trees of patterns")
struct PatternTreeTests {
  @Test("each text has its tree, and prints as the same tree")
  func trees() {
    expectTrees(Self.trees, dump, prefix: "")
  }

  /// A text, and below it, indented, its tree.
  static let trees = #"""
    MATCH p = (a)<-[r]-(b)--(c)-->(d)<--(e)<-->(f)<-[s]->(g) RETURN p
      (match (path p = (node a) (<- r) (node b) (--) (node c) (->) (node d) (<-) (node e)
      (--) (node f) (-- s) (node g))) (return p)
    MATCH (a)-[*]-(b)-[*2]-(c)-[r*..3]-(d)-[:X*1..]-(e)-[*0..]-(f)-[*..]-(g)
      (match (path (node a) (-- *..) (node b) (-- *2) (node c) (-- r *..3) (node d) (-- :X
      *1..) (node e) (-- *0..) (node f) (-- *..) (node g)))
    MATCH (a)—[r]–>(b)⟨－(c)
      (match (path (node a) (-> r) (node b) (<-) (node c)))
    MATCH (a), (b)-->(c), q = (d)
      (match (path (node a)) (path (node b) (->) (node c)) (path q = (node d)))
    MATCH p = shortestPath((a)-[:X*]->(b)), allShortestPaths((c)-[*]-(d)) RETURN p
      (match (path p = <any-shortest function> (node a) (-> :X *..) (node b)) (path
      <all-shortest function> (node c) (-- *..) (node d))) (return p)
    MATCH (n) SET n.a.b = 1, n = $m, n += {x: 2}, n:A:B, (n).c = 3, n IS C
      (match (path (node n))) (set (= (. (. n a) b) 1) (= n $m) (+= n (map (: x 2))) (labels
      n A B) (= (. n c) 3) (labels n C))
    MATCH (n IS A&B|!C) RETURN n
      (match (path (node n ::(| (& A B) (! C))))) (return n)
    MATCH (n:(A|B)&!%)-[r IS T|U]->(IS X)
      (match (path (node n ::(& (| A B) (! %))) (-> r ::(| T U)) (node ::X)))
    MATCH (a WHERE a.x = 1)-[r WHERE r.y]->(:B WHERE true)
      (match (path (node a (where (compare (. a x) = 1))) (-> r (where (. r y))) (node :B
      (where true))))
    MATCH (WHERE true) RETURN 1
      (match (path (node (where true)))) (return 1)
    MATCH (a)-[r:X]->{1,3}(b)-[s]->+(c)-->*(d)--?(e)-->{2}(f)-->{,4}(g)-->{5,}(h)
      (match (path (node a) (-> r :X {1,3}) (node b) (-> s {1,}) (node c) (-> {0,}) (node d)
      (-- {?}) (node e) (-> {2,2}) (node f) (-> {0,4}) (node g) (-> {5,}) (node h)))
    MATCH ((a)-[e]->(b) WHERE a.x < b.x){1,4} RETURN a
      (match (path (group (path (node a) (-> e) (node b)) (where (compare (. a x) < (. b
      x))) {1,4}))) (return a)
    MATCH (s) ((a)-->(b)){2} (t) ((c)--(d))+ (u)
      (match (path (node s) (group (path (node a) (->) (node b)) {2,2}) (node t) (group
      (path (node c) (--) (node d)) {1,}) (node u)))
    MATCH ((a)-->(b)){2}-->(c)--((d)-->(e))*
      (match (path (group (path (node a) (->) (node b)) {2,2}) (node) (->) (node c) (--)
      (node) (group (path (node d) (->) (node e)) {0,})))
    MATCH (q = (a)-->(b))? RETURN q
      (match (path (group (path q = (node a) (->) (node b)) {?}))) (return q)
    MATCH (TRAIL (a)-->(b)) RETURN a
      (match (path (group (path <all TRAIL> (node a) (->) (node b))))) (return a)
    MATCH ANY (a)-->(b)
      (match (path <any> (node a) (->) (node b)))
    MATCH ANY 3 TRAIL PATHS (a)-->(b)
      (match (path <any 3 TRAIL> (node a) (->) (node b)))
    MATCH ALL (a)-->(b)
      (match (path <all> (node a) (->) (node b)))
    MATCH p = ALL SHORTEST ACYCLIC PATHS (a)-->*(b)
      (match (path p = <all-shortest ACYCLIC> (node a) (-> {0,}) (node b)))
    MATCH ANY SHORTEST PATH (a)-->*(b)
      (match (path <any-shortest> (node a) (-> {0,}) (node b)))
    MATCH SHORTEST 3 SIMPLE (a)-->*(b)
      (match (path <shortest 3 SIMPLE> (node a) (-> {0,}) (node b)))
    MATCH SHORTEST $k PATH GROUPS (a)-->*(b)
      (match (path <$k groups> (node a) (-> {0,}) (node b)))
    MATCH SHORTEST GROUP (a)-->*(b)
      (match (path <groups> (node a) (-> {0,}) (node b)))
    MATCH WALK (a)-->(b)
      (match (path <all WALK> (node a) (->) (node b)))
    MATCH DIFFERENT EDGES p = (a)-->(b), (c) KEEP ANY SHORTEST WHERE a.x
      (match <DIFFERENT EDGES> (path p = (node a) (->) (node b)) (path (node c)) (keep
      <any-shortest>) (where (. a x)))
    MATCH DIFFERENT RELATIONSHIPS (a)-->(b)
      (match <DIFFERENT EDGES> (path (node a) (->) (node b)))
    MATCH REPEATABLE ELEMENTS (a)-->(b)
      (match <REPEATABLE ELEMENTS> (path (node a) (->) (node b)))
    MATCH ANY SHORTEST (a)-->*(b) COST r.price + 1, (c) AS OF date('2020-01-01') WHERE a.x
      (match (path <any-shortest> (node a) (-> {0,}) (node b) (cost (+ (. r price) 1)))
      (path (node c)) (as-of (call date "2020-01-01")) (where (. a x)))
    MATCH (a)-->(b) AS OF $day RETURN a
      (match (path (node a) (->) (node b)) (as-of $day)) (return a)
    MATCH (a)~[r]~(b)~(c)->(d)<-(e)-(f)
      (match (path (node a) (-- r) (node b) (--) (node c) (->) (node d) (<-) (node e) (--)
      (node f)))
    """#
}
