import { type Grade, grades } from '@/lib/core/grade'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Fault, fault } from './fault'
import { comparisons, type Field, fields, properties, standings, type Term } from './query'
import type { Token } from './tokens'

type Word = Extract<Token, { kind: 'word' }>

const most = 36_500

const wholeNumber = (text: string, least: number, greatest: number): number | null => {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= least && value <= greatest ? value : null
}

const gradeOf = (text: string): Grade | null =>
  grades[Number(text) - 1] ?? grades.find((grade) => grade === text.toLowerCase()) ?? null

/** The word nearest to a misspelt one; null where none is near. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const near = words
    .map((word) => ({ word, steps: distance(typed.toLowerCase(), word) }))
    .sort((a, b) => a.steps - b.steps)[0]
  return near && near.steps <= Math.max(1, Math.floor(near.word.length / 3)) ? near.word : null
}

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

type ReadValue = (value: string, word: Word) => Term | Fault

const pattern =
  (on: 'deck' | 'tag' | 'concept' | 'type' | 'mistake' | 'text'): ReadValue =>
  (value) => ({ on, pattern: value })

const readers: { readonly [F in Field]: ReadValue } = {
  deck: pattern('deck'),
  tag: pattern('tag'),
  concept: pattern('concept'),
  type: pattern('type'),
  mistake: pattern('mistake'),
  text: pattern('text'),
  is: (value, word) => {
    const standing = standings.find((one) => one === value.toLowerCase())
    return standing
      ? { on: 'is', standing }
      : fault(word, 'is', { value, near: nearest(value, standings) ?? 'due', all: standings.join(', ') })
  },
  flag: (value, word) => {
    const flag = wholeNumber(value, 0, 7)
    return flag === null ? fault(word, 'flag', { value }) : { on: 'flag', flag }
  },
  prop: (value, word) => {
    const [, name = '', sign = '', amount = ''] = /^([a-z]*)([<>=!]*)(.*)$/i.exec(value) ?? []
    const property = properties.find((one) => one === name.toLowerCase())
    if (!property) return fault(word, 'property', { name, all: properties.join(', ') })
    const comparison = comparisons.find((one) => one === sign)
    if (!comparison) return fault(word, 'comparison', { name: property })
    const percent = property === 'r' && amount.endsWith('%')
    const digits = percent ? amount.slice(0, -1) : amount
    if (!/^-?(\d+\.?\d*|\.\d+)$/.test(digits)) return fault(word, 'number', { name: property, sign, value: amount })
    return { on: 'prop', property, comparison, value: Number(digits) / (percent ? 100 : 1) }
  },
  rated: (value, word) => {
    const [first = '', second, ...rest] = value.split(':')
    const days = wholeNumber(first, 1, most)
    if (days === null || rest.length > 0) return fault(word, 'rated', { value })
    if (second === undefined) return { on: 'rated', days, grade: null }
    const grade = gradeOf(second)
    return grade ? { on: 'rated', days, grade } : fault(word, 'grade', { value: second, days })
  },
  introduced: (value, word) => {
    const days = wholeNumber(value, 1, most)
    return days === null ? fault(word, 'introduced', { value }) : { on: 'introduced', days }
  },
}

/** One word of a search; the value `*` or a missing one is the field's own business. */
export const readTerm = (word: Word): Result<Term, Fault> => {
  if (word.field === null) return ok({ on: 'text', pattern: word.value })
  const name = word.field
  const field = fields.find((one) => one === name)
  if (!field) {
    const near = nearest(name, fields)
    return refuse(fault(word, near ? 'fieldNear' : 'field', { name, near: near ?? '', value: word.value }))
  }
  if (word.value === '') return refuse(fault(word, 'empty', { name }))
  const read = readers[field](word.value, word)
  return 'on' in read ? ok(read) : refuse(read)
}
