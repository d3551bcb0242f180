import { isChinese } from '../../words/deixis'
import { makeDictionary } from '../../words/dictionary'
import { opposites } from '../../words/directions'
import { mask } from '../mask'
import type { Gap } from './gap'

/** Where a Chinese word is part of another, as in `训练集中` or `训练时间`. */
const notInside: { readonly [word: string]: string } = {
  集中: '(?<![练证试据例])集中',
  训练时: '训练时(?!间)',
  测试时: '测试时(?!间)',
  更强: '更强(?!烈)',
  更多: '更多(?!样)',
  提升: '提升(?!效果|神经)',
  太大: '太大(?!的?帮助)',
  连续: '(?<!任意)连续(?!性|函数|的函数)',
  增加: '(?<!函数|强制)增加(?!了?一个|特定)',
  前面: '前面(?!提)',
  更好: '(?<!一个|得到)更好',
  // A bare word counts only at the end of "the more, the better".
  好: '(?<=越)好$',
  多: '(?<=越)多$',
  大: '(?<=越)大$',
  高: '(?<=越)高$',
  快: '(?<=越)快$',
  一阶: '一阶(?!矩)',
  二阶: '二阶(?!矩|超)',
}

const lookUp = makeDictionary(
  opposites.map(([word, other]) => {
    const pattern = notInside[word]
    return [word, { other, fits: pattern === undefined ? null : new RegExp(pattern, 'uy') }] as const
  }),
)

/** Words that have an opposite, each with the pair as its hint. */
export const directionsIn = (text: string): readonly Gap[] => {
  const masked = mask(text)
  return lookUp(masked).flatMap(({ from, text: word, entry }): Gap[] => {
    if (word !== word.toLowerCase()) return []
    if (entry.fits !== null) {
      entry.fits.lastIndex = from
      if (!entry.fits.test(masked)) return []
    }
    return [{ from, text: word, hint: [word, entry.other].sort().join(isChinese(word) ? '还是' : ' or ') }]
  })
}
