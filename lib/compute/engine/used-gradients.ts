import type { GradConfig } from '@tensorflow/tfjs-core'
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad'
import { avgPoolGradConfig } from '@tensorflow/tfjs-core/dist/gradients/AvgPool_grad'
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad'
import { castGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Cast_grad'
import { concatGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Concat_grad'
import { conv2DGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Conv2D_grad'
import { conv2DBackpropInputGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Conv2DBackpropInput_grad'
import { cosGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Cos_grad'
import { cumsumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Cumsum_grad'
import { expGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Exp_grad'
import { logGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Log_grad'
import { meanGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Mean_grad'
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad'
import { negGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Neg_grad'
import { padV2GradConfig } from '@tensorflow/tfjs-core/dist/gradients/PadV2_grad'
import { divGradConfig } from '@tensorflow/tfjs-core/dist/gradients/RealDiv_grad'
import { reluGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu_grad'
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad'
import { reverseGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reverse_grad'
import { sigmoidGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sigmoid_grad'
import { sinGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sin_grad'
import { sliceGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Slice_grad'
import { softmaxGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softmax_grad'
import { softplusGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softplus_grad'
import { sqrtGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sqrt_grad'
import { squareGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Square_grad'
import { subGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sub_grad'
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad'
import { tanhGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Tanh_grad'
import { transposeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Transpose_grad'

/** TensorFlow.js's own gradients that the ops rely on; the others have gradients of their own beside them. */
export const usedGradients: readonly GradConfig[] = [
  addGradConfig,
  avgPoolGradConfig,
  batchMatMulGradConfig,
  castGradConfig,
  concatGradConfig,
  conv2DBackpropInputGradConfig,
  conv2DGradConfig,
  cosGradConfig,
  cumsumGradConfig,
  expGradConfig,
  logGradConfig,
  meanGradConfig,
  multiplyGradConfig,
  negGradConfig,
  padV2GradConfig,
  divGradConfig,
  reluGradConfig,
  reshapeGradConfig,
  reverseGradConfig,
  sigmoidGradConfig,
  sinGradConfig,
  sliceGradConfig,
  softmaxGradConfig,
  softplusGradConfig,
  sqrtGradConfig,
  squareGradConfig,
  subGradConfig,
  sumGradConfig,
  tanhGradConfig,
  transposeGradConfig,
]
