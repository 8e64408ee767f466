// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Trees of expressions")
struct ExpressionTreeTests {
  @Test("each text has its tree, and prints as the same tree")
  func trees() {
    expectTrees(Self.trees, dumpExpression, prefix: "RETURN ")
  }

  /// A text, and below it, indented, its tree.
  static let trees = #"""
    1 + 2 * 3 ^ 4 ^ 5
      (+ 1 (* 2 (^ (^ 3 4) 5)))
    a OR b XOR c AND NOT d = e
      (OR a (XOR b (AND c (NOT (compare d = e)))))
    NOT NOT a = b
      (NOT (NOT (compare a = b)))
    -3 ^ 2
      (^ -3 2)
    -a.b
      (- (. a b))
    -(5)
      (- 5)
    - -5
      (- -5)
    -5.x
      (- (. 5 x))
    -9223372036854775808
      -9223372036854775808
    a - -b
      (- a (- b))
    a < b <= c <> d
      (compare a < b <= c <> d)
    (a < b) < c
      (compare (compare a < b) < c)
    a = b IN c + [1]
      (compare a = (IN b (+ c (list 1))))
    a IN b IS NULL
      (is-null (IN a b))
    a STARTS WITH b + c AND d ENDS WITH e
      (AND (STARTS WITH a (+ b c)) (ENDS WITH d e))
    a CONTAINS b OR a =~ 'x.*'
      (OR (CONTAINS a b) (=~ a "x.*"))
    a IS NOT NULL
      (is-not-null a)
    a || b || c
      (|| (|| a b) c)
    a.b[0].c[1..2][..3][4..][..]
      (slice (slice (slice (slice (. (index (. a b) 0) c) 1 2) _ 3) 4 _) _ _)
    n:A:B
      (is n :(& A B))
    n:A|B
      (is n :(| A B))
    n IS A
      (is n ::A)
    n IS NOT A
      (NOT (is n ::A))
    n IS NOT LABELED A
      (NOT (is n ::A))
    n IS LABELED A&!B
      (is n ::(& A (! B)))
    (n.x).y:A
      (is (. (. n x) y) :A)
    [1, 'a', "b", null, TRUE, false, 1.5, .5, 1e3, 0xFF, 0o17, []]
      (list 1 "a" "b" null true false 1.5 0.5 1000.0 255 15 (list))
    {a: 1, `b c`: {}, match: 2}
      (map (: a 1) (: b c (map)) (: match 2))
    $name + $1 + $`a b`
      (+ (+ $name $1) $a b)
    'it\'s' + "\"" + 'a''b' + '\u00e9\uD83D\uDE00\U0001F600\n'
      (+ (+ (+ "it\'s" "\"") "a\'b") "é😀😀\n")
    f(DISTINCT x, y)
      (call f distinct x y)
    count(*)
      (count-all)
    count(DISTINCT n)
      (call count distinct n)
    [x IN xs WHERE x > 1 | x * 2]
      (for-list x xs (where (compare x > 1)) (give (* x 2)))
    [x IN xs]
      (for-list x xs)
    [x IN xs WHERE x:A | x.name]
      (for-list x xs (where (is x :A)) (give (. x name)))
    [x IN xs WHERE (x:A|B) | x]
      (for-list x xs (where (is x :(| A B))) (give x))
    [x IN xs, 2]
      (list (IN x xs) 2)
    [null IN xs]
      (list (IN null xs))
    [(x IN xs)]
      (list (IN x xs))
    [(a)-[:X]->(b) WHERE b.y | b.name]
      (for-pattern (path (node a) (-> :X) (node b)) (where (. b y)) (give (. b name)))
    [p = (a)-->(b) | length(p)]
      (for-pattern (path p = (node a) (->) (node b)) (give (call length p)))
    [(a)-->(b), 1]
      (list (path (node a) (->) (node b)) 1)
    all(x IN xs WHERE x > 0)
      (all x xs (where (compare x > 0)))
    ANY(x IN xs)
      (any x xs)
    any(xs)
      (call any xs)
    filter(x IN xs WHERE x)
      (for-list x xs (where x))
    extract(x IN xs | x + 1)
      (for-list x xs (give (+ x 1)))
    reduce(s = 0, x IN xs | s + x)
      (reduce s 0 x xs (+ s x))
    CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END
      (case (when a 1) (when b 2) (else 3))
    CASE n.x WHEN 1 THEN 'a' END
      (case (. n x) (when 1 "a"))
    n {.a, .*, b: 1, c}
      (project n .a .* (: b 1) c)
    (a)-->(b)
      (path (node a) (->) (node b))
    NOT (a)-[:X*1..2]-(:B {x: 1})<--()
      (NOT (path (node a) (-- :X *1..2) (node :B (map (: x 1))) (<-) (node)))
    (a) - (b)
      (- a b)
    (a)-[1]
      (- a (list 1))
    (a)--(b)
      (path (node a) (--) (node b))
    shortestPath((a)-[*..5]-(b))
      (path <any-shortest function> (node a) (-- *..5) (node b))
    EXISTS { (a)-->(b) WHERE a.x = 1 }
      (EXISTS (match (path (node a) (->) (node b)) (where (compare (. a x) = 1))))
    exists { MATCH (a) RETURN a UNION ALL MATCH (b) RETURN b }
      (EXISTS (match (path (node a))) (return a) UNION ALL (match (path (node b))) (return
      b))
    COUNT { (a)-->() } > 1
      (compare (COUNT (match (path (node a) (->) (node)))) > 1)
    COLLECT { MATCH (a) RETURN a.name }
      (COLLECT (match (path (node a))) (return (. a name)))
    exists(n.x)
      (call exists (. n x))
    exists((a)-->())
      (call exists (path (node a) (->) (node)))
    count + any + filter + cost
      (+ (+ (+ count any) filter) cost)
    """#
}
