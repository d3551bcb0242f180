import { elu } from './activations/elu'
import { leakyRelu } from './activations/leaky-relu'
import { relu } from './activations/relu'
import { sigmoid } from './activations/sigmoid'
import { softplus } from './activations/softplus'
import { tanh } from './activations/tanh'
import { add } from './arithmetic/add'
import { divide } from './arithmetic/divide'
import { multiply } from './arithmetic/multiply'
import { negate } from './arithmetic/negate'
import { power } from './arithmetic/power'
import { subtract } from './arithmetic/subtract'
import { argsort } from './arrangement/argsort'
import { concat } from './arrangement/concat'
import { cumsum } from './arrangement/cumsum'
import { flip } from './arrangement/flip'
import { pad } from './arrangement/pad'
import { reshape } from './arrangement/reshape'
import { shape } from './arrangement/shape'
import { size } from './arrangement/size'
import { slice } from './arrangement/slice'
import { sort } from './arrangement/sort'
import { stack } from './arrangement/stack'
import { equal } from './comparisons/equal'
import { greater } from './comparisons/greater'
import { greaterEqual } from './comparisons/greater-equal'
import { less } from './comparisons/less'
import { lessEqual } from './comparisons/less-equal'
import { notEqual } from './comparisons/not-equal'
import { arange } from './construction/arange'
import { gather } from './construction/gather'
import { onehot } from './construction/onehot'
import { ones } from './construction/ones'
import { zeros } from './construction/zeros'
import { abs } from './elementwise/abs'
import { ceil } from './elementwise/ceil'
import { clip } from './elementwise/clip'
import { cos } from './elementwise/cos'
import { exp } from './elementwise/exp'
import { floor } from './elementwise/floor'
import { log } from './elementwise/log'
import { maximum } from './elementwise/maximum'
import { minimum } from './elementwise/minimum'
import { mod } from './elementwise/mod'
import { round } from './elementwise/round'
import { sign } from './elementwise/sign'
import { sin } from './elementwise/sin'
import { sqrt } from './elementwise/sqrt'
import { square } from './elementwise/square'
import { where } from './elementwise/where'
import { diag } from './linear-algebra/diag'
import { dot } from './linear-algebra/dot'
import { eigvals } from './linear-algebra/eigvals'
import { eigvecs } from './linear-algebra/eigvecs'
import { eye } from './linear-algebra/eye'
import { inverse } from './linear-algebra/inverse'
import { matmul } from './linear-algebra/matmul'
import { outer } from './linear-algebra/outer'
import { solve } from './linear-algebra/solve'
import { trace } from './linear-algebra/trace'
import { transpose } from './linear-algebra/transpose'
import { logSoftmax } from './normalised/log-softmax'
import { softmax } from './normalised/softmax'
import type { Op } from './op'
import { argmax } from './reductions/argmax'
import { argmin } from './reductions/argmin'
import { logsumexp } from './reductions/logsumexp'
import { max } from './reductions/max'
import { mean } from './reductions/mean'
import { min } from './reductions/min'
import { norm } from './reductions/norm'
import { prod } from './reductions/prod'
import { std } from './reductions/std'
import { sum } from './reductions/sum'
import { variance } from './reductions/var'
import { avgPool2d } from './windows/avg-pool2d'
import { conv2d } from './windows/conv2d'
import { conv2dTranspose } from './windows/conv2d-transpose'
import { maxPool2d } from './windows/max-pool2d'

/** Every operation of the language, by family. */
export const ops: readonly Op[] = [
  add,
  divide,
  multiply,
  negate,
  power,
  subtract,
  equal,
  greaterEqual,
  greater,
  lessEqual,
  less,
  notEqual,
  abs,
  ceil,
  clip,
  cos,
  exp,
  floor,
  log,
  maximum,
  minimum,
  mod,
  round,
  sign,
  sin,
  sqrt,
  square,
  where,
  elu,
  leakyRelu,
  relu,
  sigmoid,
  softplus,
  tanh,
  argmax,
  argmin,
  logsumexp,
  max,
  mean,
  min,
  norm,
  prod,
  std,
  sum,
  variance,
  logSoftmax,
  softmax,
  diag,
  dot,
  eigvals,
  eigvecs,
  eye,
  inverse,
  matmul,
  outer,
  solve,
  trace,
  transpose,
  argsort,
  concat,
  cumsum,
  flip,
  pad,
  reshape,
  shape,
  size,
  slice,
  sort,
  stack,
  arange,
  gather,
  onehot,
  ones,
  zeros,
  avgPool2d,
  conv2dTranspose,
  conv2d,
  maxPool2d,
]

export const opByName: ReadonlyMap<string, Op> = new Map(ops.map((op) => [op.name, op]))
