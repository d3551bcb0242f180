import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { termsIn } from './gap'
import { question } from './question'

const zh =
  /^(?:与|和|跟|相较于?|相比于?(?!之下)|相对于|比起|对比)(?!之下)(.{2,20}?)(?:相比|比较|不同(?:的是)?|对比|来说)?[，,](.{4,})$/u
const innerZh = /^(.{2,24}?)(?:与|和|跟|相较于?|相比于?|比起)(.{2,20}?)(?:相比|不同的是|对比)[，,]?(.{4,})$/u
const superior = /^(.{2,20}?)(优于|好于|不如|比)(.{2,24}?)(更加?[^，,]{1,12}|好|差|要好得多|效果好|加?有效|困难很多)?$/u
const en = /^(?:compared (?:to|with)|unlike|in contrast to|relative to)\s+(.{3,60}?),\s+(.{8,})$/iu

/** What an English statement is about, where that is a term of the field. */
const subjectOf = (text: string): string | null => {
  const [first] = termsIn(text)
  if (first === undefined) return null
  const before = text.slice(0, first.from)
  const to = first.from + first.text.length
  return /^(?:(?:an?|the) )?$/i.test(before) && /^\s[a-z]+s\b/.test(text.slice(to)) ? text.slice(0, to) : null
}

/** How does one thing differ from another? */
export const versus: SentenceRule = {
  name: 'comparison',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const plain = superior.exec(masked)
    if (plain !== null && !plain[0].includes('，')) {
      const [, one = '', word = '', other = ''] = plain
      const tail = plain[4] ?? ''
      if (word !== '比' || tail !== '') {
        const gap = word === '比' ? tail : word
        const from = word === '比' ? masked.length - tail.length : one.length
        if (
          word === '比' &&
          !/^(?:更加?)?(?:好|差|快|慢|高|低|大|小|多|少|强|弱|难|容易|稳定|准确)$|好得多|效果好|困难很多/.test(gap)
        )
          return null
        const swapped = word === '优于' || word === '好于' ? '不如' : word === '不如' ? '优于' : null
        return {
          kind: 'gap',
          before: text.slice(0, from),
          gap,
          after: text.slice(from + gap.length),
          hint:
            swapped === null
              ? /^更?(?:好|差)|效果好|好得多/.test(gap)
                ? '更好还是更差'
                : null
              : [word, swapped].sort().join('还是'),
        }
      }
      if (other === '') return null
    }
    const inner = innerZh.exec(masked)
    if (inner !== null && !(inner[1] ?? '').includes('，')) {
      const [, one = '', other = '', said = ''] = inner
      const start = masked.indexOf(other, one.length)
      return question(
        `与${text.slice(start, start + other.length)}相比，${text.slice(0, one.length)}有什么不同？`,
        text.slice(masked.length - said.length),
      )
    }
    const chinese = zh.exec(masked)
    if (chinese !== null) {
      const said = chinese[2] ?? ''
      // A statement with a subject of its own compares by itself.
      if (/^.{2,12}(?:中|的|是|会|大多|增加|对)/.test(said) && !/^(?:不|没|多|少|更)/.test(said)) return null
      return question(
        `${text
          .slice(0, masked.length - said.length)
          .replace(/[，,]$/, '')
          .replace(/不同的是$/, '相比')}，有什么不同？`,
        text.slice(masked.length - said.length),
      )
    }
    const english = hasEnglish(masked) ? en.exec(masked) : null
    if (english === null) return null
    const said = english[2] ?? ''
    const shown = text.slice(masked.length - said.length)
    const subject = subjectOf(shown)
    if (subject !== null) {
      const other = text.slice(text.indexOf(english[1] ?? ''), masked.length - said.length).replace(/,\s*$/, '')
      return question(`How does ${subject} differ from ${other}?`, shown.slice(subject.length).trim())
    }
    return question(
      `${text.slice(0, masked.length - said.length).replace(/,\s*$/, '')}: what is different?`,
      text.slice(masked.length - said.length),
    )
  },
}
