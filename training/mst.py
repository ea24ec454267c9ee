"""The best tree with one root, by Chu and Liu 1965 and Edmonds 1967; as src/language/parser/tree.ts does it."""

import numpy as np


def best_tree(scores):
    """Heads (0 for the root) from scores[dependent, head]; column 0 is the root."""
    n = scores.shape[0]
    greedy = scores.argmax(1)
    if is_tree(greedy):
        return greedy
    best, best_score = None, -np.inf
    for root in np.argsort(-scores[:, 0])[:4]:
        single = scores.copy()
        single[:, 0] = -1e9
        single[root] = -1e9
        single[root, 0] = scores[root, 0]
        full = np.full((n + 1, n + 1), -1e9)
        full[1:] = single
        heads = edmonds(full)[1:]
        total = single[np.arange(n), heads].sum()
        if total > best_score:
            best, best_score = heads, total
    return best


def is_tree(heads):
    if (heads == 0).sum() != 1:
        return False
    return find_cycle(np.concatenate([[0], heads])) is None


def find_cycle(heads):
    state = np.zeros(len(heads), dtype=int)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = heads[node]
        if state[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return cycle
        node = start
        while state[node] == start:
            state[node] = -1
            node = heads[node]
    return None


def edmonds(scores):
    """Heads of the maximum arborescence from node 0; scores[dependent, head]."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    n = len(heads)
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle = np.array(cycle)
    kept = scores[cycle, heads[cycle]]
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[m, :m] = into.max(0)
    enter = into.argmax(0)
    out = scores[np.ix_(outside, cycle)]
    small[:m, m] = out.max(1)
    leave = out.argmax(1)
    sub = edmonds(small)
    result = heads.copy()
    for at, node in enumerate(outside):
        if at:
            result[node] = cycle[leave[at]] if sub[at] == m else outside[sub[at]]
    head = sub[m]
    result[cycle[enter[head]]] = outside[head]
    return result
