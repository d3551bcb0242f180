import { ok, type Result, refuse } from '@/lib/core/result'
import type { Graph } from '../graph'
import type { Values } from '../values'
import type { EngineTf } from './backend'
import { type AskedTensor, runGraph } from './run'

/** The package advertises its native binding on first use; standard error is for faults. */
const importQuietly = async (): Promise<EngineTf> => {
  const tf = await import('@tensorflow/tfjs')
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  await tf.ready()
  return tf
}

let loaded: Promise<EngineTf> | null = null

/** TensorFlow.js on its CPU backend, one for the whole process. */
export const nodeTf = (): Promise<EngineTf> => {
  loaded ??= importQuietly()
  return loaded
}

const firstNonFinite = (asks: readonly AskedTensor[]): AskedTensor | undefined =>
  asks.find(({ value }) => value.data.some((number) => !Number.isFinite(number)))

/**
 * What a graph asks for on TensorFlow.js's CPU backend, in Node. The whole package is loaded, since its core registers no
 * gradients there when imported alone.
 */
export const runInNode = async (
  graph: Graph,
  values: Values,
): Promise<Result<{ readonly asks: readonly AskedTensor[] }, { readonly message: string }>> => {
  try {
    const asks = await runGraph(await nodeTf(), graph, values)
    const bad = firstNonFinite(asks)
    return bad === undefined
      ? ok({ asks })
      : refuse({ message: `TensorFlow.js got a number for ${bad.name} that float32 cannot hold.` })
  } catch (fault) {
    return refuse({ message: `TensorFlow.js failed: ${fault instanceof Error ? fault.message : String(fault)}` })
  }
}
