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
