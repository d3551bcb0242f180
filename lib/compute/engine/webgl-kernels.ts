import { absConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Abs'
import { addConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add'
import { avgPoolConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/AvgPool'
import { avgPoolGradConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/AvgPoolGrad'
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul'
import { castConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast'
import { ceilConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Ceil'
import { concatConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Concat'
import { conv2DConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2D'
import { conv2DBackpropFilterConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2DBackpropFilter'
import { conv2DBackpropInputConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2DBackpropInput'
import { cosConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cos'
import { cumsumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cumsum'
import { equalConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Equal'
import { expConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Exp'
import { fillConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Fill'
import { floorConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Floor'
import { greaterConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Greater'
import { greaterEqualConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/GreaterEqual'
import { identityConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity'
import { lessConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Less'
import { lessEqualConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/LessEqual'
import { logConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Log'
import { maxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Max'
import { maximumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Maximum'
import { meanConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Mean'
import { minConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Min'
import { minimumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Minimum'
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply'
import { negConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Neg'
import { notEqualConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/NotEqual'
import { onesLikeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/OnesLike'
import { padV2Config } from '@tensorflow/tfjs-backend-webgl/dist/kernels/PadV2'
import { powConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Pow'
import { realDivConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/RealDiv'
import { reluConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Relu'
import { reshapeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape'
import { reverseConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reverse'
import { roundConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Round'
import { selectConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Select'
import { sigmoidConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid'
import { signConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sign'
import { sinConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sin'
import { sliceConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice'
import { softmaxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Softmax'
import { softplusConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Softplus'
import { splitVConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/SplitV'
import { sqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt'
import { squareConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Square'
import { stepConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Step'
import { subConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub'
import { sumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sum'
import { tanhConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tanh'
import { tileConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tile'
import { transposeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose'
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ZerosLike'
import type { KernelConfig } from '@tensorflow/tfjs-core'

/** The kernels the ops and their gradients call, imported one by one: all of them would double what a learner downloads. */
export const webglKernels: readonly KernelConfig[] = [
  absConfig,
  addConfig,
  avgPoolConfig,
  avgPoolGradConfig,
  batchMatMulConfig,
  castConfig,
  ceilConfig,
  concatConfig,
  conv2DConfig,
  conv2DBackpropFilterConfig,
  conv2DBackpropInputConfig,
  cosConfig,
  cumsumConfig,
  equalConfig,
  expConfig,
  fillConfig,
  floorConfig,
  greaterConfig,
  greaterEqualConfig,
  identityConfig,
  lessConfig,
  lessEqualConfig,
  logConfig,
  maxConfig,
  maximumConfig,
  meanConfig,
  minConfig,
  minimumConfig,
  multiplyConfig,
  negConfig,
  notEqualConfig,
  onesLikeConfig,
  padV2Config,
  powConfig,
  realDivConfig,
  reluConfig,
  reshapeConfig,
  reverseConfig,
  roundConfig,
  selectConfig,
  sigmoidConfig,
  signConfig,
  sinConfig,
  sliceConfig,
  softmaxConfig,
  softplusConfig,
  splitVConfig,
  sqrtConfig,
  squareConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tanhConfig,
  tileConfig,
  transposeConfig,
  zerosLikeConfig,
]
