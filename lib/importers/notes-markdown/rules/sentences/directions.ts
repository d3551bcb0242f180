import { isChinese } from '../../words/deixis'
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
  前面: '(?<!在)前面(?!提)',
  一阶: '一阶(?!矩)',
  二阶: '二阶(?!矩|超)',
}

const patterns = opposites.map(([word, other]) => ({
  word,
  other,
  pattern: new RegExp(/^[a-z]/.test(word) ? `\\b${word}\\b` : (notInside[word] ?? word), 'gu'),
}))

/** Words that have an opposite, each with the pair as its hint. */
export const directionsIn = (text: string): readonly Gap[] => {
  const masked = mask(text)
  return patterns
    .flatMap(({ word, other, pattern }) =>
      [...masked.matchAll(pattern)].map((found) => ({
        from: found.index,
        text: found[0],
        hint: [word, other].sort().join(isChinese(word) ? '还是' : ' or '),
      })),
    )
    .sort((a, b) => a.from - b.from || b.text.length - a.text.length)
}
