import { affected, coneBetween, nodeAt, opNamed } from '../cone'
import type { GraphNode, NodeId } from '../graph'
import { sizeOf } from '../ops/tensor'
import type { TfTensor } from '../ops/tf'
import { evaluateNode, gradients, type Lookup, type Pass } from './evaluate-node'

type NumericNode = Extract<GraphNode, { kind: 'numgrad' }>

/**
 * Below this step a float32 difference loses more than the agreed 1e-5 to cancellation: at 1e-3 it keeps three digits, at
 * 1e-5 one. It is also as near as frozen variants come to a kink, so below it the derivative is smooth on the way.
 */
const smallestHonestStep = 0.05

/** Where both rounding and curvature stay near 1e-6 of the value once the h^2 term is taken out. */
const extrapolatedStep = 2 ** -4

/** Gauss-Legendre nodes of two points: their mean is the mean over [-1, 1] up to the fourth power. */
const gaussNode = 1 / Math.sqrt(3)

/**
 * Centred differences of `of` by every element of `wrt`, in float32. Large steps are taken literally. Small ones cancel, so
 * two facts stand in for them: a centred difference is the mean of the derivative over [x - h, x + h], and the derivative
 * is known by autodiff; a kink at x gives the mean of both slopes, as the difference would. Where no derivative is to be
 * had (eigenvalues, a gradient inside), larger steps are extrapolated to zero.
 */
export const numericGradient = (pass: Pass, node: NumericNode, lookup: Lookup): TfTensor => {
  const { tf, graph } = pass
  const { of, wrt, h, shape } = node
  const cone = coneBetween(graph, new Set([wrt]), of, affected)
  if (cone.length === 0) return tf.zeros([...shape])
  const shifted = (element: number, by: number): Lookup => {
    const local = new Map<NodeId, TfTensor>([[wrt, shift(pass, lookup(wrt), element, by)]])
    const read: Lookup = (id) => local.get(id) ?? lookup(id)
    for (const id of cone) if (id !== wrt) local.set(id, evaluateNode(pass, nodeAt(graph, id), read))
    return read
  }
  const difference = (element: number, step: number) =>
    tf.div(tf.sub(shifted(element, step)(of), shifted(element, -step)(of)), 2 * step)
  const meanSlope = (element: number) => {
    const slope = (by: number) => {
      const gradient = gradients(pass, of, [wrt], shifted(element, by)).get(wrt)
      if (gradient === undefined) throw new Error('a gradient went missing')
      return tf.slice(tf.reshape(gradient, [-1]), [element], [1])
    }
    return tf.mul(tf.add(slope(h * gaussNode), slope(-h * gaussNode)), 0.5)
  }
  const extrapolated = (element: number) => {
    const [coarse, fine] = [difference(element, extrapolatedStep), difference(element, extrapolatedStep / 2)]
    return tf.div(tf.sub(tf.mul(fine, 4), coarse), 3)
  }
  const slopeAt = (element: number): TfTensor => {
    if (h >= smallestHonestStep) return difference(element, h)
    return cone.every((id) => hasDerivative(nodeAt(graph, id))) ? meanSlope(element) : extrapolated(element)
  }
  const slopes = Array.from({ length: sizeOf(shape) }, (_, element) => tf.tidy(() => tf.reshape(slopeAt(element), [1])))
  return tf.reshape(tf.concat(slopes, 0), [...shape])
}

const hasDerivative = (node: GraphNode): boolean => {
  if (node.kind !== 'op') return node.kind === 'given' || node.kind === 'constant'
  const { vjp } = opNamed(node.op)
  return vjp === 'zero' || typeof vjp === 'function'
}

const shift = ({ tf }: Pass, x: TfTensor, element: number, by: number): TfTensor => {
  const step = new Float32Array(x.size)
  step[element] = by
  return tf.add(x, tf.tensor(step, [...x.shape], 'float32'))
}
