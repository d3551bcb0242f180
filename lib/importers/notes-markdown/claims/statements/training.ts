import type { ClaimNumbers } from '../../proposal'
import { runExpressions, tensorOf, written } from '../run'
import { type KnownSlip, slip } from './statement'

const expectation = (): readonly ClaimNumbers[] => {
  const run = runExpressions({ a: tensorOf([], [2]), p: tensorOf([], [0.3]) }, ['p * a', '(1 - p) * a'])
  const [says, correct] = run ?? []
  return says === undefined || correct === undefined
    ? []
    : [{ given: 'a = 2, p(置零) = 0.3', says: written(says), correct: written(correct) }]
}

export const trainingSlips: readonly KnownSlip[] = [
  slip(
    'likelihood-is-maximised',
    /损失函数最大化[^，。]*/u,
    null,
    {
      en: 'What is maximised is the log-likelihood; the loss is its negative and is minimised.',
      zh: '要最大化的是对数似然；损失函数是它的相反数，要最小化。',
    },
    { en: 'A loss is never maximised.', zh: '损失函数总是越小越好。' },
  ),
  slip(
    'random-search-keeps-best',
    /随机搜索（[^）]*(?:立刻|立即|直接)更新[^）]*）|随机搜索[^。；（]{0,12}(?:立刻|立即)更新权[值重]/u,
    null,
    {
      en: 'Random search draws weights independently each time and only keeps the best so far.',
      zh: '随机搜索每次独立地随机取一组权重，只保留迄今损失最小的那一组。',
    },
    { en: 'No step depends on the one before.', zh: '每次尝试与上一次无关，不是立刻更新。' },
  ),
  slip(
    'random-local-search-perturbs',
    /随机本地搜索（随机枚举[^）]*）/u,
    null,
    {
      en: 'Random local search perturbs the current weights and moves only when the loss falls.',
      zh: '随机本地搜索在当前权重附近做随机扰动，损失变小才移动过去。',
    },
    { en: 'It starts from where it is instead of anywhere.', zh: '它从当前位置出发，而不是在整个空间随机枚举。' },
  ),
  slip(
    'batchnorm-every-forward-pass',
    /(?:让激活数据在)?训练开始前通过一个网络[^。]*(?:高斯|正态)分布/u,
    null,
    {
      en: 'Batch normalisation normalises the activations of every mini-batch in each forward pass to mean 0 and variance 1 (then scales and shifts them); it makes nothing Gaussian.',
      zh: '批量归一化在每次前向传播时把小批量的激活数据归一化到均值 0、方差 1（再缩放和平移）；它不改变分布的形状。',
    },
    {
      en: 'It is a layer inside the network, not a network run before training.',
      zh: '它是网络中的一层，不是训练前先通过的另一个网络。',
    },
  ),
  slip(
    'weight-average-decays',
    /损失值?[^，。]{0,16}指数(?:级)?下降[^，。]*/u,
    /平均|备份|集成|average|ensemble/iu,
    {
      en: 'Keep a copy of the weights that is an exponentially decaying sum of the earlier weights; the loss plays no part in it.',
      zh: '在内存中保存一份权重，它是以往各步权重的指数衰减和；与损失值是否下降无关。',
    },
    {
      en: 'What decays exponentially is the weight of older parameters in the average.',
      zh: '按指数衰减的是旧参数在平均中所占的比重，不是损失。',
    },
  ),
  slip(
    'update-ratio-of-magnitudes',
    /更新值?的数量[^，。]{0,14}(?:全部|所有)?值?的?数量[^，。]*比例/u,
    null,
    {
      en: 'Track the ratio of the magnitude (norm) of the update to the magnitude of the weights; it should be about 1e-3.',
      zh: '跟踪的是更新量的范数与权重范数之比（大小之比），经验上应在 1e-3 左右。',
    },
    {
      en: 'It is about how large the updates are, not how many values change.',
      zh: '比较的是大小，而不是有多少个值被更新。',
    },
  ),
  slip(
    'dropout-scales-by-keep-probability',
    /(?:用|以)?dropout的概率乘以?输出|乘以?(?:dropout|失活)的?概率/iu,
    null,
    {
      en: 'Without inverted dropout the outputs at test time are multiplied by the probability of keeping a unit.',
      zh: '不用反向随机失活时，测试时的输出要乘以神经元被保留的概率。',
    },
    {
      en: 'Only at 0.5 are the probabilities of keeping and dropping the same.',
      zh: '只有概率为 0.5 时，保留概率与置零概率才相等。',
    },
    expectation,
  ),
  slip(
    'momentum-is-velocity',
    /动量[^，。]{0,12}[：:，]\s*相当于加速度|(?<!是|作)相当于加速度/u,
    /momentum|动量/iu,
    {
      en: 'The momentum variable v acts as a velocity; the negative gradient is what accelerates it.',
      zh: '动量项 $v$ 相当于速度；负梯度才相当于加速度，$\\rho$ 起摩擦的作用。',
    },
    { en: 'v is what moves x.', zh: '更新 $x$ 的是 $v$，即速度。' },
  ),
  slip(
    'nesterov-looks-ahead-by-velocity',
    /加上加速度的点/u,
    null,
    {
      en: 'Nesterov momentum takes the gradient at the look-ahead point x + rho v: the point moved by the velocity.',
      zh: 'Nesterov 动量在 $x+\\rho v$（按速度向前看的点）处求梯度。',
    },
    { en: 'rho v is a velocity, not an acceleration.', zh: '$\\rho v$ 是速度，不是加速度。' },
  ),
  slip(
    'saddle-point-has-both-curvatures',
    /鞍点（(?:导数|梯度)为(?:0|零)）/u,
    null,
    {
      en: 'At a saddle point the gradient is zero and the curvature is up one way and down another.',
      zh: '鞍点处梯度为零，且沿不同方向的曲率有正有负。',
    },
    { en: 'A zero gradient alone also fits minima and maxima.', zh: '仅有梯度为零，极小值和极大值也满足。' },
  ),
]
