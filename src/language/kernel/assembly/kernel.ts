// The inner loops of the tagger and parser, in AssemblyScript; compiled by ../compile.mjs into ../kernel-bytes.ts.
//
// Activations are 16-bit integers, 4096 for 1. Weights are 16-bit integers in blocks of 16 outputs: for each pair of
// inputs (k, k + 1) stand 16 pairs of weights, one pair an output, 64 bytes in all, so that one instruction
// multiplies and adds two inputs for four outputs. No sum can overflow 32 bits: the packer sees to that.

const ONE: f32 = 4096.0;
const BLOCK: usize = 64;

// The hyperbolic tangent as a fraction of polynomials (the continued fraction of Lambert, 1768, cut after five terms):
// x (945 + 105 x² + x⁴) / (945 + 420 x² + 15 x⁴), which reaches 1 at LIMIT; its error is at most 0.0014. Numerators and
// denominators are kept apart, so that products of two functions need one division. Smaller and greater are taken by pmin
// and pmax, which are one instruction; min and max, with their care for signed zeros, are seven.
const LIMIT: f32 = 3.6467;

/** A float of this size has no room for digits behind the point; its low bits are an integer. */
const ROUNDER: f32 = 12582912.0;

// Vectors of constants are read from memory: as literals they would be put together anew, out of two halves, at every use.
const CONSTANTS = memory.data<f32>([
  LIMIT, LIMIT, LIMIT, LIMIT,
  -LIMIT, -LIMIT, -LIMIT, -LIMIT,
  105.0, 105.0, 105.0, 105.0,
  945.0, 945.0, 945.0, 945.0,
  15.0, 15.0, 15.0, 15.0,
  420.0, 420.0, 420.0, 420.0,
  0.5, 0.5, 0.5, 0.5,
  ONE, ONE, ONE, ONE,
  ROUNDER, ROUNDER, ROUNDER, ROUNDER,
], 16);
const AT_LIMIT: usize = 0, AT_MINUS_LIMIT: usize = 16, AT_105: usize = 32, AT_945: usize = 48, AT_15: usize = 64,
  AT_420: usize = 80, AT_HALF: usize = 96, AT_ONE: usize = 112, AT_ROUNDER: usize = 128;

/** The nearest integers to floats between -32768 and 32767, in a third of the instructions of a checked conversion. */
// @ts-ignore: decorator
@inline
function rounded(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, v128.load(CONSTANTS, AT_ROUNDER)), v128.load(CONSTANTS, AT_ROUNDER));
}

// @ts-ignore: decorator
@inline
function limited(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, v128.load(CONSTANTS, AT_LIMIT)), v128.load(CONSTANTS, AT_MINUS_LIMIT));
}

// @ts-ignore: decorator
@inline
function tanhAbove(x: v128, square: v128): v128 {
  return f32x4.mul(x, f32x4.add(f32x4.mul(f32x4.add(square, v128.load(CONSTANTS, AT_105)), square), v128.load(CONSTANTS, AT_945)));
}

// @ts-ignore: decorator
@inline
function tanhBelow(square: v128): v128 {
  const linear = f32x4.add(f32x4.mul(square, v128.load(CONSTANTS, AT_15)), v128.load(CONSTANTS, AT_420));
  return f32x4.add(f32x4.mul(linear, square), v128.load(CONSTANTS, AT_945));
}

/** sigmoid(x) tanh(y), by sigmoid(x) = (1 + tanh(x / 2)) / 2. */
// @ts-ignore: decorator
@inline
function sigmoidTimesTanh(x: v128, y: v128): v128 {
  const half = limited(f32x4.mul(x, v128.load(CONSTANTS, AT_HALF))), whole = limited(y);
  const halfSquare = f32x4.mul(half, half), square = f32x4.mul(whole, whole);
  const below = tanhBelow(halfSquare);
  const above = f32x4.mul(f32x4.add(below, tanhAbove(half, halfSquare)), tanhAbove(whole, square));
  return f32x4.div(above, f32x4.mul(f32x4.add(below, below), tanhBelow(square)));
}

/** sigmoid(f) m + sigmoid(i) tanh(g), what a cell keeps of its memory and what it adds, with one division for all. */
// @ts-ignore: decorator
@inline
function keptAndAdded(f: v128, m: v128, i: v128, g: v128): v128 {
  const halfF = limited(f32x4.mul(f, v128.load(CONSTANTS, AT_HALF)));
  const halfI = limited(f32x4.mul(i, v128.load(CONSTANTS, AT_HALF)));
  const whole = limited(g);
  const squareF = f32x4.mul(halfF, halfF), squareI = f32x4.mul(halfI, halfI), square = f32x4.mul(whole, whole);
  const belowF = tanhBelow(squareF), belowI = tanhBelow(squareI), belowG = tanhBelow(square);
  const kept = f32x4.mul(f32x4.mul(f32x4.add(belowF, tanhAbove(halfF, squareF)), m), f32x4.mul(belowI, belowG));
  const added = f32x4.mul(f32x4.mul(f32x4.add(belowI, tanhAbove(halfI, squareI)), tanhAbove(whole, square)), belowF);
  return f32x4.div(f32x4.add(kept, added), f32x4.mul(f32x4.add(belowF, belowF), f32x4.mul(belowI, belowG)));
}

/** What a gate receives: the integer sums in their scale, and what is there before. */
// @ts-ignore: decorator
@inline
function gate(sum: usize, scale: usize, before: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(v128.load(sum)), v128.load(scale)), v128.load(before));
}

/** The integer sums of one block for two rows: of their inputs and of their last states. */
function sums2(
  x0: usize, x1: usize, h0: usize, h1: usize, inputs: i32, states: i32, weights: usize, sums: usize,
): void {
  let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let w = weights;
  for (let at: usize = 0; at < <usize>inputs << 1; at += 4, w += BLOCK) {
    const l = v128.load32_splat(x0 + at), r = v128.load32_splat(x1 + at);
    const w0 = v128.load(w), w1 = v128.load(w, 16);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(l, w0));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(r, w0));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(l, w1));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(r, w1));
    const w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(l, w2));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(r, w2));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(l, w3));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(r, w3));
  }
  for (let at: usize = 0; at < <usize>states << 1; at += 4, w += BLOCK) {
    const l = v128.load32_splat(h0 + at), r = v128.load32_splat(h1 + at);
    const w0 = v128.load(w), w1 = v128.load(w, 16);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(l, w0));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(r, w0));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(l, w1));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(r, w1));
    const w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(l, w2));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(r, w2));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(l, w3));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(r, w3));
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
  v128.store(sums, b0, 64);
  v128.store(sums, b1, 80);
  v128.store(sums, b2, 96);
  v128.store(sums, b3, 112);
}

/** Four cells of a long short-term memory: from the sums of their gates to their new states. */
// @ts-ignore: decorator
@inline
function cell(sums: usize, scale: usize, before: usize, memory: usize, out: usize): void {
  const state = keptAndAdded(
    gate(sums + 16, scale + 16, before + 16), v128.load(memory),
    gate(sums, scale, before), gate(sums + 32, scale + 32, before + 32),
  );
  v128.store(memory, state);
  const shown = sigmoidTimesTanh(gate(sums + 48, scale + 48, before + 48), state);
  const whole = rounded(f32x4.mul(shown, v128.load(CONSTANTS, AT_ONE)));
  v128.store64_lane(out, i16x8.narrow_i32x4_s(whole, whole), 0);
}

/**
 * One step of some sentences, whose rows follow one another from `row`; their last states stand from row `last` on,
 * if `states` > 0. All sums of a block come first, then all its cells, so that neither waits for the other.
 */
function step(
  row: i32, last: i32, count: i32, first: i32, x: usize, xStride: usize, inputs: i32, states: i32, units: i32,
  weights: usize, blockSize: usize, scale: usize, befores: usize, memory: usize, sums: usize, out: usize, outStride: usize,
): void {
  for (let unit = 0; unit < units; unit += 4) {
    const w = weights + <usize>(unit >> 2) * blockSize;
    for (let at = 0; at < count; at += 2) {
      const r0 = <usize>(row + at), p0 = <usize>(last + at), more: usize = at + 1 < count ? 1 : 0;
      sums2(
        x + r0 * xStride, x + (r0 + more) * xStride, out + p0 * outStride, out + (p0 + more) * outStride,
        inputs, states, w, sums + (<usize>at << 6),
      );
    }
    const s = scale + (<usize>unit << 4), shift = <usize>unit << 4;
    for (let at = 0; at < count; at++) {
      const r = <usize>(row + at);
      cell(
        sums + (<usize>at << 6), s, <usize>load<u32>(befores + (r << 2)) + shift,
        memory + (<usize>((first + at) * units + unit) << 2), out + r * outStride + (<usize>unit << 1),
      );
    }
  }
}

/**
 * One direction of a recurrent layer over a batch of sentences, the longest first. Rows stand by time: first those of
 * all first tokens, then all second ones; `sizes[t]` says how many sentences reach time t. `sums` is room for 64 bytes
 * a sentence, rounded up to an even number of them.
 */
export function recur(
  x: usize, xStride: usize, inputs: i32, units: i32, weights: usize, scale: usize, befores: usize,
  memory: usize, sums: usize, out: usize, outStride: usize, sizes: usize, steps: i32, rows: i32, backward: i32,
): void {
  const blockSize = <usize>((inputs + units) >> 1) * BLOCK;
  let row = backward ? rows : 0, last = 0, before = 0;
  for (let n = 0; n < steps; n++) {
    const size = load<i32>(sizes + (<usize>(backward ? steps - 1 - n : n) << 2));
    if (backward) row -= size;
    const going = min(size, before);
    if (going) step(row, last, going, 0, x, xStride, inputs, units, units, weights, blockSize, scale, befores, memory, sums, out, outStride);
    if (size > going)
      step(row + going, row, size - going, going, x, xStride, inputs, 0, units, weights, blockSize, scale, befores, memory, sums, out, outStride);
    last = row;
    before = size;
    if (!backward) row += size;
  }
}

/** Sixteen outputs of a row: in their scale, with their bias, not below `least`. */
// @ts-ignore: decorator
@inline
function settle(sum: v128, scale: usize, bias: usize, range: f32, least: v128, out: usize): void {
  const value = f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), f32x4.splat(range));
  v128.store(out, f32x4.pmax(f32x4.add(value, v128.load(bias)), least));
}

function linear2(
  left0: usize, right0: usize, inputs: i32, weights: usize, scale: usize, bias: usize,
  range0: f32, range1: f32, least: v128, out0: usize, out1: usize,
): void {
  let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let left = left0, right = right0, w = weights;
  const end = left + (<usize>inputs << 1);
  while (left < end) {
    const l = v128.load32_splat(left), r = v128.load32_splat(right);
    const w0 = v128.load(w), w1 = v128.load(w, 16);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(l, w0));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(r, w0));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(l, w1));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(r, w1));
    const w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(l, w2));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(r, w2));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(l, w3));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(r, w3));
    left += 4;
    right += 4;
    w += BLOCK;
  }
  settle(a0, scale, bias, range0, least, out0);
  settle(a1, scale + 16, bias + 16, range0, least, out0 + 16);
  settle(a2, scale + 32, bias + 32, range0, least, out0 + 32);
  settle(a3, scale + 48, bias + 48, range0, least, out0 + 48);
  settle(b0, scale, bias, range1, least, out1);
  settle(b1, scale + 16, bias + 16, range1, least, out1 + 16);
  settle(b2, scale + 32, bias + 32, range1, least, out1 + 32);
  settle(b3, scale + 48, bias + 48, range1, least, out1 + 48);
}

/**
 * A linear layer over `rows` rows (an even number); `outputs` a multiple of 16. `ranges` holds for each row what
 * its activations are to be multiplied by. With `rectify`, what is below 0 becomes 0.
 */
export function linear(
  x: usize, xStride: usize, inputs: i32, outputs: i32, weights: usize, scale: usize, bias: usize,
  ranges: usize, rectify: i32, rows: i32, out: usize, outStride: usize,
): void {
  const blockSize = <usize>(inputs >> 1) * BLOCK;
  const least = f32x4.splat(rectify ? 0.0 : -Infinity);
  for (let at = 0; at < outputs; at += 16) {
    const shift = <usize>at << 2;
    for (let row = 0; row < rows; row += 2) {
      const r = <usize>row;
      linear2(
        x + r * xStride, x + (r + 1) * xStride, inputs, weights + <usize>(at >> 4) * blockSize, scale + shift,
        bias + shift, load<f32>(ranges + (r << 2)), load<f32>(ranges + (r << 2), 4), least,
        out + r * outStride + shift, out + (r + 1) * outStride + shift,
      );
    }
  }
}

/** The sum of the four lanes. */
// @ts-ignore: decorator
@inline
function total(x: v128): f32 {
  const pair = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1);
}

/**
 * Scores of all arcs of one sentence. `tokens` holds the row of each token; `out[d * (length + 1)]` is the score of the
 * root as the head of d, `out[d * (length + 1) + 1 + h]` that of h.
 */
export function arcs(
  deps: usize, heads: usize, root: usize, stride: usize, width: i32, tokens: usize, length: i32, out: usize,
): void {
  const end = <usize>width << 2;
  let to = out;
  for (let d = 0; d < length; d++) {
    const dep = deps + <usize>load<u32>(tokens + (<usize>d << 2)) * stride;
    for (let h = -1; h < length; h++) {
      const head = h < 0 ? root : heads + <usize>load<u32>(tokens + (<usize>h << 2)) * stride;
      let a = f32x4.splat(0), b = a;
      for (let k: usize = 0; k < end; k += 32) {
        a = f32x4.add(a, f32x4.mul(v128.load(dep + k), v128.load(head + k)));
        b = f32x4.add(b, f32x4.mul(v128.load(dep + k, 16), v128.load(head + k, 16)));
      }
      store<f32>(to, total(f32x4.add(a, b)));
      to += 4;
    }
  }
}

/** For each token, activations of the label layer: the rectified sum of what its row and its head's row say. */
export function joinEnds(
  deps: usize, heads: usize, stride: usize, width: i32, dependents: usize, governors: usize, rows: i32, unit: f32, out: usize,
): void {
  const zero = f32x4.splat(0), scale = f32x4.splat(unit);
  let to = out;
  for (let row = 0; row < rows; row++) {
    const dep = deps + <usize>load<u32>(dependents + (<usize>row << 2)) * stride;
    const head = heads + <usize>load<u32>(governors + (<usize>row << 2)) * stride;
    for (let k: usize = 0; k < <usize>width << 2; k += 32) {
      const a = f32x4.pmax(f32x4.add(v128.load(dep + k), v128.load(head + k)), zero);
      const b = f32x4.pmax(f32x4.add(v128.load(dep + k, 16), v128.load(head + k, 16)), zero);
      v128.store(to, i16x8.narrow_i32x4_s(
        rounded(f32x4.pmin(f32x4.mul(a, scale), v128.load(CONSTANTS, AT_ONE))),
        rounded(f32x4.pmin(f32x4.mul(b, scale), v128.load(CONSTANTS, AT_ONE))),
      ));
      to += 16;
    }
  }
}

/**
 * The sum of some rows of a table of bytes, each in its own scale: `count` numbers of rows at `rows`, all weighted
 * alike, `columns` (a multiple of 4) floats at `out`.
 */
export function sumRows(
  table: usize, scales: usize, columns: i32, rows: usize, count: i32, weight: f32, out: usize,
): void {
  for (let column: usize = 0; column < <usize>columns; column += 4) v128.store(out + (column << 2), f32x4.splat(0));
  for (let at = 0; at < count; at++) {
    const row = <usize>load<u32>(rows + (<usize>at << 2));
    const scale = f32x4.splat(load<f32>(scales + (row << 2)) * weight);
    const from = table + row * <usize>columns;
    for (let column: usize = 0; column < <usize>columns; column += 4) {
      const bytes = i16x8.extend_low_i8x16_s(v128.load32_zero(from + column));
      const values = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(bytes));
      const to = out + (column << 2);
      v128.store(to, f32x4.add(v128.load(to), f32x4.mul(values, scale)));
    }
  }
}

/**
 * Writes rows of floats (`columns`, a multiple of 4) as integers of which ONE stands for the largest size in the row,
 * and that size to `ranges`.
 */
export function quantize(from: usize, stride: usize, columns: i32, rows: i32, ranges: usize, out: usize): void {
  const bytes = <usize>columns << 2;
  let to = out;
  for (let row = 0; row < rows; row++) {
    const start = from + <usize>row * stride;
    let most = f32x4.splat(1e-6);
    for (let at: usize = 0; at < bytes; at += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(start + at)));
    most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
    const range = max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1));
    store<f32>(ranges + (<usize>row << 2), range);
    const scale = f32x4.splat(ONE / range);
    for (let at: usize = 0; at < bytes; at += 16) {
      const whole = rounded(f32x4.mul(v128.load(start + at), scale));
      v128.store64_lane(to, i16x8.narrow_i32x4_s(whole, whole), 0);
      to += 8;
    }
  }
}
