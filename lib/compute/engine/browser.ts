// The core comes first: backends, kernels and gradients register themselves with it.
import { backend, env, type KernelConfig, registerGradient, registerKernel, setBackend } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu/dist/base'
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base'
import { cpuKernels } from './cpu-kernels'
import { usedGradients } from './used-gradients'
import { webglKernels } from './webgl-kernels'

/** One backend for the life of a worker: switching or racing `setBackend` corrupts TensorFlow.js's state. */
export interface BrowserBackend {
  readonly name: 'webgl' | 'cpu'
  readonly note: 'no-webgl' | 'half-precision' | null
  /** Kernels that quietly ran on the CPU since the last call. */
  readonly takeCpuKernels: () => readonly string[]
  /** Pending reads never settle after a loss, so the listener must not wait for them. */
  readonly onContextLost: (listener: () => void) => void
}

const onCpu = new Set<string>()

interface DataHolder {
  readonly dataId: object
}

const holders = (of: unknown): readonly DataHolder[] =>
  (Array.isArray(of) ? of : [of]).filter((item): item is DataHolder => typeof item === 'object' && item !== null)

/**
 * Remembers when a WebGL kernel answered with numbers instead of a texture: some hand small inputs to the CPU, and a badge
 * that says GPU would lie. Kernels that only pass an input on are no answer of their own.
 */
const watched = (config: KernelConfig): KernelConfig => ({
  ...config,
  kernelFunc: (call) => {
    const output = config.kernelFunc(call)
    const given = new Set(
      Object.values(call.inputs)
        .flatMap(holders)
        .map((holder) => holder.dataId),
    )
    const device = backend()
    if (device instanceof MathBackendWebGL)
      for (const { dataId } of holders(output))
        if (!given.has(dataId) && device.texData.get(dataId).values != null) onCpu.add(config.kernelName)
    return output
  },
})

const register = (): void => {
  for (const config of webglKernels) registerKernel(watched(config))
  for (const config of cpuKernels) registerKernel(config)
  for (const config of usedGradients) registerGradient(config)
}

/** float32 textures that can be drawn to and read back; TensorFlow.js's own `floatPrecision` has its test inverted. */
const webglFault = (): BrowserBackend['note'] => {
  if (env().getNumber('WEBGL_VERSION') < 1) return 'no-webgl'
  const precise = env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE') && env().getBool('WEBGL_DOWNLOAD_FLOAT_ENABLED')
  return precise ? null : 'half-precision'
}

interface EventSource {
  addEventListener(type: string, listener: () => void): void
}

const isEventSource = (value: unknown): value is EventSource =>
  typeof value === 'object' && value !== null && 'addEventListener' in value

const onContextLost = (listener: () => void): void => {
  const device = backend()
  if (!(device instanceof MathBackendWebGL)) return
  const canvas: unknown = Reflect.get(device.gpgpu.gl, 'canvas')
  if (isEventSource(canvas)) canvas.addEventListener('webglcontextlost', listener)
}

const takeCpuKernels = (): readonly string[] => {
  const names = [...onCpu]
  onCpu.clear()
  return names
}

/** Chooses WebGL where it computes in float32, else the CPU. To be called once in a worker. */
export const startBackend = async (allowWebgl: boolean): Promise<BrowserBackend> => {
  env().set('PROD', true)
  // Without it small tensors are handed to the CPU while the backend still calls itself WebGL.
  env().set('WEBGL_CPU_FORWARD', false)
  // One program for all shapes of a rank: new numbers of rows compile nothing.
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true)
  register()
  const note = allowWebgl ? webglFault() : null
  if (allowWebgl && note === null && (await setBackend('webgl')))
    return { name: 'webgl', note: null, takeCpuKernels, onContextLost }
  await setBackend('cpu')
  return { name: 'cpu', note: allowWebgl ? (note ?? 'no-webgl') : null, takeCpuKernels, onContextLost }
}
