// The best tree with one root: the greedy choice where it is a tree, else Chu and Liu 1965, Edmonds 1967, in the square
// of the sentence's length. Nothing is demanded of projectivity, so crossing arcs are found like all others.

/** Scores of arcs within a sentence of `length` tokens: row `d` has the root at 0 and head `h` at `h + 1`. */
export interface ArcScores {
  readonly length: number;
  readonly data: Float32Array;
}

/** The head of each token, counted from 1; 0 for the one root. No arc runs in a circle. */
export function bestTree(scores: ArcScores): Int32Array {
  const greedy = greedyHeads(scores);
  return isTree(greedy) ? greedy : arborescence(scores);
}

/** Each token's best head but itself. */
function greedyHeads({ length, data }: ArcScores): Int32Array {
  const heads = new Int32Array(length);
  for (let token = 0; token < length; token++) {
    const row = token * (length + 1);
    let best = 0;
    for (let head = 1; head <= length; head++)
      if (head !== token + 1 && data[row + head]! > data[row + best]!) best = head;
    heads[token] = best;
  }
  return heads;
}

function isTree(heads: Int32Array): boolean {
  let roots = 0;
  for (const head of heads) if (head === 0) roots++;
  return roots === 1 && findCycle(fromRoot(heads)).length === 0;
}

/** The same heads with the root as node 0. */
function fromRoot(heads: Int32Array): Int32Array {
  const nodes = new Int32Array(heads.length + 1);
  nodes.set(heads, 1);
  return nodes;
}

/** The nodes of one circle of a graph in which every node but 0 has one head. */
function findCycle(heads: Int32Array): number[] {
  const seenFrom = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== 0 && seenFrom[node] === 0) {
      seenFrom[node] = start;
      node = heads[node]!;
    }
    if (node !== 0 && seenFrom[node] === start) return circleFrom(node, heads);
  }
  return [];
}

function circleFrom(start: number, heads: Int32Array): number[] {
  const cycle = [start];
  for (let node = heads[start]!; node !== start; node = heads[node]!) cycle.push(node);
  return cycle;
}

/** A square of scores `[dependent, head]` over nodes that stand for one token or several, and the arc behind each score. */
interface Graph {
  readonly size: number;
  readonly scores: Float64Array;
  /** The token's node and its head's behind a score, as `dependent * size + head`. */
  readonly arcs: Int32Array;
}

/**
 * The graph of a sentence, node 0 being the root. So much is taken off the root's arcs that a tree has as few of them as
 * can be, which is one; that one is still the best (Stanojević and Cohen 2021).
 */
function graphOf({ length, data }: ArcScores): Graph {
  const size = length + 1;
  const range = data.reduce((most, score) => Math.max(most, Math.abs(score)), 1);
  const scores = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let token = 1; token < size; token++) {
    for (let head = 0; head < size; head++)
      if (head !== token) scores[token * size + head] = data[(token - 1) * size + head]!;
    scores[token * size]! -= 2 * range * size;
  }
  return { size, scores, arcs: Int32Array.from({ length: size * size }, (_, arc) => arc) };
}

/** Nodes that stood in a circle and became one, of a new number; the arc by which each was reached within it. */
interface Contraction {
  readonly id: number;
  readonly members: readonly { readonly id: number; readonly arc: number }[];
}

/** Heads of the best arborescence, counted from 1. */
function arborescence(sentence: ArcScores): Int32Array {
  const graph = graphOf(sentence);
  const { size, arcs } = graph;
  const heads = Int32Array.from({ length: size }, (_, node) => (node === 0 ? 0 : bestHead(graph, node)));
  const alive = Array.from({ length: size }, (_, node) => node);
  const ids = [...alive];
  const contractions: Contraction[] = [];
  for (let cycle = findCycle(heads); cycle.length > 0; cycle = findCycle(heads)) {
    const id = size + contractions.length;
    contractions.push({
      id,
      members: cycle.map((node) => ({ id: ids[node]!, arc: arcs[node * size + heads[node]!]! })),
    });
    contract(graph, heads, cycle, alive);
    ids[cycle[0]!] = id;
  }
  const chosen = new Map(alive.slice(1).map((node) => [ids[node]!, arcs[node * size + heads[node]!]!]));
  return expand(chosen, contractions, size);
}

function bestHead({ size, scores }: Graph, node: number): number {
  let best = node === 0 ? 1 : 0;
  for (let head = 1; head < size; head++) if (scores[node * size + head]! > scores[node * size + best]!) best = head;
  return best;
}

/** Makes a circle into its first node; the others drop out, as nodes without heads that nothing hangs on. */
function contract(graph: Graph, heads: Int32Array, cycle: readonly number[], alive: number[]): void {
  const { size, scores } = graph;
  const into = cycle[0]!;
  const kept = cycle.map((node) => scores[node * size + heads[node]!]!);
  const gone = new Set(cycle);
  const outside = alive.filter((node) => !gone.has(node));
  for (const node of outside) {
    for (const [at, member] of cycle.entries()) {
      scores[member * size + node]! -= kept[at]!;
      takeBetter(graph, into * size + node, member * size + node);
      takeBetter(graph, node * size + into, node * size + member);
    }
    if (gone.has(heads[node]!)) heads[node] = into;
  }
  for (const member of cycle) {
    scores[into * size + member] = Number.NEGATIVE_INFINITY;
    for (const node of outside) if (member !== into) scores[node * size + member] = Number.NEGATIVE_INFINITY;
    heads[member] = 0;
  }
  alive.splice(0, alive.length, ...[...outside, into].sort((a, b) => a - b));
  heads[into] = bestHead(graph, into);
}

function takeBetter({ scores, arcs }: Graph, place: number, other: number): void {
  if (scores[other]! <= scores[place]!) return;
  scores[place] = scores[other]!;
  arcs[place] = arcs[other]!;
}

/** Undoes the contractions, the last first: a circle opens where an arc enters it. */
function expand(chosen: Map<number, number>, contractions: readonly Contraction[], size: number): Int32Array {
  const parents = new Map(contractions.flatMap(({ id, members }) => members.map((member) => [member.id, id])));
  for (const { id, members } of contractions.toReversed()) {
    const entering = chosen.get(id)!;
    let entered = Math.floor(entering / size);
    while (parents.get(entered) !== id) entered = parents.get(entered)!;
    for (const member of members) chosen.set(member.id, member.id === entered ? entering : member.arc);
  }
  return Int32Array.from({ length: size - 1 }, (_, token) => chosen.get(token + 1)! % size);
}
