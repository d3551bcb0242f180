import type { Language } from '@/lib/core/language'

/** The few words that are added to cards, in the language of the card. */
export const addedWords: {
  readonly [L in Language]: {
    readonly trueOrFalse: string
    readonly isTrue: string
    readonly isFalse: string
    readonly notThis: string
    readonly rightIs: (text: string) => string
    readonly also: (texts: string) => string
    readonly match: string
    readonly result: string
    readonly slip: string
    readonly swapped: string
    readonly sign: string
    readonly inverse: string
    readonly double: string
  }
} = {
  en: {
    trueOrFalse: 'True or false?',
    isTrue: '**True.**',
    isFalse: '**False.**',
    notThis: 'This is not the right answer.',
    rightIs: (text) => `Not this one. Right is: ${text}`,
    also: (texts) => `Also accepted: ${texts}`,
    match: 'Which belong together?',
    result: 'result',
    slip: 'This comes of another formula than the right one.',
    swapped: 'An operation of the formula is taken for its opposite: look at plus and minus, times and divided.',
    sign: 'The size is right, the sign is not.',
    inverse: 'The fraction stands upside down.',
    double: 'This is twice what is asked for.',
  },
  zh: {
    trueOrFalse: '这句话对还是错？',
    isTrue: '**对。**',
    isFalse: '**错。**',
    notThis: '这不是正确答案。',
    rightIs: (text) => `不是这一项。正确的是：${text}`,
    also: (texts) => `也算对：${texts}`,
    match: '把属于一起的配成对。',
    result: '结果',
    slip: '这是用另一个公式算出来的，不是正确的公式。',
    swapped: '公式中有一步运算做反了：请检查加减号和乘除号。',
    sign: '大小对了，符号错了。',
    inverse: '分子和分母颠倒了。',
    double: '这是所求结果的两倍。',
  },
}
