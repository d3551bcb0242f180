import { mask } from '../custom-gradient'
import { countingRow, firstLargestMask } from '../lanes/extremes'
import { rowsTimes, sortingMatrices } from '../lanes/order'
import type { Tf, TfTensor } from '../tf'
import { identity } from './identity'

/** Quadratic convergence has reached float32 by then for every size a tensor may have. */
const sweeps = 7

/** Rounds of rotations let rounding errors pile up; from the turned original two more sweeps take most of them back. */
const refiningSweeps = 2

/** Entries this near to the largest count as equal to it: float32 vectors carry about this much noise. */
const sameSize = 1e-4

/** The rounds of a tournament in which everyone meets everyone once; with an odd count one pauses and is its own partner. */
const tournament = (n: number): readonly (readonly number[])[] => {
  const seats = Array.from({ length: n + (n % 2) }, (_, i) => i)
  return seats.slice(1).map((_, round) => {
    const turning = seats.slice(1)
    const table = [0, ...turning.slice(round), ...turning.slice(0, round)]
    const partner = Array.from({ length: n }, (_, i) => i)
    for (let i = 0; i < table.length / 2; i++) {
      const [p = 0, q = 0] = [table[i], table[table.length - 1 - i]]
      if (p < n && q < n) [partner[p], partner[q]] = [q, p]
    }
    return partner
  })
}

interface Round {
  /** The permutation that swaps partners; zero rows for one without a partner. */
  readonly swap: TfTensor
  /** A column: 1 for the lower of a pair, -1 for the higher. */
  readonly side: TfTensor
}

const roundOf = (tf: Tf, partner: readonly number[]): Round => {
  const n = partner.length
  const swap = partner.flatMap((j, i) => partner.map((_, k) => (k === j && j !== i ? 1 : 0)))
  const side = partner.map((j, i) => (i <= j ? 1 : -1))
  return { swap: tf.tensor(swap, [n, n], 'float32'), side: tf.tensor(side, [n, 1], 'float32') }
}

/** All disjoint rotations of one round as one orthogonal matrix. */
const rotation = (tf: Tf, a: TfTensor, units: TfTensor, { swap, side }: Round): TfTensor => {
  const own = tf.sum(tf.mul(a, units), 1, true)
  const between = tf.sum(tf.mul(a, swap), 1, true)
  const gap = tf.mul(tf.sub(tf.matMul(swap, own), own), mask(tf, tf.notEqual(between, 0)))
  const agree = tf.sign(tf.mul(tf.sign(gap), tf.sign(between)))
  const direction = tf.where(tf.equal(agree, 0), side, agree)
  const double = tf.abs(tf.mul(between, 2))
  const reach = tf.add(tf.abs(gap), tf.sqrt(tf.add(tf.square(gap), tf.square(double))))
  const t = tf.mul(direction, tf.div(double, tf.where(tf.equal(reach, 0), tf.onesLike(reach), reach)))
  const c = tf.div(1, tf.sqrt(tf.add(tf.square(t), 1)))
  return tf.add(tf.mul(units, c), tf.mul(swap, tf.mul(t, c)))
}

const symmetrised = (tf: Tf, a: TfTensor): TfTensor => tf.mul(tf.add(a, tf.transpose(a)), 0.5)

/** One Newton-Schulz step: v (3 - v' v) / 2 squares the distance of nearly orthogonal columns from orthogonal ones. */
const orthogonalised = (tf: Tf, v: TfTensor, units: TfTensor): TfTensor =>
  tf.mul(tf.matMul(v, tf.sub(tf.mul(units, 3), tf.matMul(v, v, true, false))), 0.5)

/**
 * Eigenvalues (ascending, a row) and vectors (columns) of a symmetric matrix from TensorFlow.js operations: Jacobi
 * rotations, a whole round of disjoint pairs at a time, a fixed number of sweeps, nothing read back on the way.
 */
export const jacobiOnDevice = (tf: Tf, matrix: TfTensor): { readonly values: TfTensor; readonly vectors: TfTensor } => {
  const n = matrix.shape[0] ?? 1
  const units = identity(tf, n)
  const rounds = tournament(n).map((partner) => roundOf(tf, partner))
  const original = symmetrised(tf, matrix)
  let a = original
  let v = units
  const sweep = (times: number) => {
    for (let i = 0; i < times; i++)
      for (const round of rounds) {
        const turn = rotation(tf, a, units, round)
        a = symmetrised(tf, tf.matMul(tf.matMul(tf.transpose(turn), a), turn))
        v = tf.matMul(v, turn)
      }
  }
  sweep(sweeps)
  v = orthogonalised(tf, v, units)
  a = symmetrised(tf, tf.matMul(tf.matMul(tf.transpose(v), original), v))
  sweep(refiningSweeps)
  v = orthogonalised(tf, v, units)
  const unsorted = tf.reshape(tf.sum(tf.mul(a, units), 1), [1, n])
  const order = sortingMatrices(tf, unsorted)
  const sorted = tf.matMul(v, tf.reshape(order, [n, n]))
  return { values: rowsTimes(tf, unsorted, order), vectors: tf.mul(sorted, columnSigns(tf, sorted)) }
}

/** A row of signs that makes each column's entry of largest absolute value, the first of equals, positive. */
const columnSigns = (tf: Tf, vectors: TfTensor): TfTensor => {
  const n = vectors.shape[0] ?? 1
  const rows = tf.transpose(vectors)
  const sizes = tf.abs(rows)
  const isLarge = mask(tf, tf.greaterEqual(sizes, tf.mul(tf.max(sizes, 1, true), 1 - sameSize)))
  const chosen = firstLargestMask(tf, tf.mul(isLarge, tf.sub(n, countingRow(tf, n))))
  return tf.reshape(tf.sign(tf.sum(tf.mul(rows, chosen), 1)), [1, n])
}
