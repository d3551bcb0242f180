import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  getGradient,
  getKernelsForBackend,
  registerGradient,
  registerKernel,
  unregisterGradient,
  unregisterKernel,
} from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { nodeTf } from '@/lib/compute/engine/node'
import { opCases } from './op-cases/all'
import { prepare, runOnDevice } from './op-cases/run-case'

/** Names of the modules a list of the browser's engine imports; the modules themselves cannot be loaded in Node. */
const listed = (file: string): readonly string[] => {
  const text = readFileSync(join(import.meta.dirname, '../../lib/compute/engine', file), 'utf8')
  return [...text.matchAll(/dist\/(?:kernels|gradients)\/(\w+?)(?:_grad)?'/g)].flatMap((match) => match[1] ?? [])
}

/** Every kernel and gradient that the cases of all ops call, forward and backward. */
const calledByOps = async () => {
  const tf = await nodeTf()
  const kernels = new Set<string>()
  const gradients = new Set<string>()
  for (const kernel of getKernelsForBackend('cpu')) {
    const { kernelName } = kernel
    unregisterKernel(kernelName, 'cpu')
    registerKernel({
      ...kernel,
      kernelFunc: (call) => {
        kernels.add(kernelName)
        return kernel.kernelFunc(call)
      },
    })
    const gradient = getGradient(kernelName)
    if (gradient === undefined) continue
    unregisterGradient(kernelName)
    registerGradient({
      ...gradient,
      gradFunc: (dy, saved, attributes) => {
        gradients.add(kernelName)
        return gradient.gradFunc(dy, saved, attributes)
      },
    })
  }
  for (const opCase of opCases) await runOnDevice(tf, prepare(opCase))
  return { kernels: [...kernels].sort(), gradients: [...gradients].sort() }
}

describe("the browser's engine", () => {
  it('imports exactly the kernels and gradients that the ops call', async () => {
    const { kernels, gradients } = await calledByOps()
    expect(kernels.length).toBeGreaterThan(40)
    expect([...listed('webgl-kernels.ts')].sort()).toEqual(kernels)
    expect([...listed('cpu-kernels.ts')].sort()).toEqual(kernels)
    expect([...listed('used-gradients.ts')].sort()).toEqual(gradients)
  })
})
