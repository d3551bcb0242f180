import type { ClaimNumbers } from '../../proposal'
import { runExpressions, tensorOf, written } from '../run'
import { type KnownSlip, slip } from './statement'

const centred = (): readonly ClaimNumbers[] => {
  const run = runExpressions({ x: tensorOf([4], [1, 2, 3, 6]) }, ['(x - mean(x)) / (max(x) - min(x))', 'x - mean(x)'])
  const [says, correct] = run ?? []
  return says === undefined || correct === undefined
    ? []
    : [{ given: 'x = [1, 2, 3, 6]', says: written(says), correct: written(correct) }]
}

export const dataSlips: readonly KnownSlip[] = [
  slip(
    'knn-needs-k-too',
    /关键是(?:确定)?距离的计算公式|关键是确定距离[^，。]*/u,
    /K近邻|KNN|k-NN|最近邻/iu,
    {
      en: 'k-nearest neighbours has two things to choose: the distance and k.',
      zh: 'K 近邻要选的有两样：距离的度量，以及 $k$ 的取值。',
    },
    { en: 'Both are hyperparameters, set on the validation set.', zh: '两者都是超参数，用验证集来定。' },
  ),
  slip(
    'augmentation-keeps-the-label',
    /垂直、?水平翻转[^。]*/u,
    null,
    {
      en: 'Flips, crops and colour changes augment data only where they do not change the label; digits and text must not be flipped.',
      zh: '翻转、裁剪、色彩变换只有在不改变标签时才能用作数据增强；数字和文字就不能翻转。',
    },
    { en: 'A flipped 6 is no longer a 6.', zh: '翻转后的“6”不再是“6”。' },
  ),
  slip(
    'zero-centering-only-subtracts',
    /(?:零均值|零中心|中心化|[Zz]ero-?[Cc]ent)[^。；.;]{0,40}(?:除以|再除|divid)[^。；.;]*/u,
    null,
    {
      en: 'Zero-centring only subtracts the mean; dividing by the spread is a second step (scaling), and dividing by the full range gives an interval of width 1, not [-1, 1].',
      zh: '零中心化只减去均值；除以分布范围是另一步（缩放），而且除以全距得到的是宽度为 1 的区间，不是 $[-1,1]$。',
    },
    { en: 'Centring moves the data, scaling stretches it.', zh: '中心化只平移数据，缩放才改变范围。' },
    centred,
  ),
]
