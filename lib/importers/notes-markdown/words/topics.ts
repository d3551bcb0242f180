import type { Title } from '../parse/outline'
import { withoutSigns } from './bare'
import { isChinese } from './deixis'

/** Headings that number or file the notes and say nothing of their matter. */
const filing =
  /^(?:study|chapter|lecture|lec|week|unit|part|day|module|section|session|class|cs\s?\d+\w*)\s*[\d.:]*$|^第.{1,4}[章节讲课周天部].{0,2}$|^(?:课程)?(?:笔记|资源|目录|大纲|总结|参考|前言|简介|其他|备注)$|^(?:notes?|resources?|contents?|overview|references?|summary|introduction|appendix|misc|links|table of contents)$|^[a-z][\w\s'-]* notes$|^课程.{0,4}$|^[\d.\s]+$/i

export const isFiling = (title: string): boolean => filing.test(title.trim())

const longestTopic = 24

/** Titles short enough to stand before a question, from the outside in. */
export const topicsOf = (path: readonly Title[]): readonly string[] =>
  path
    .map(({ text }) => text.replace(/[（(][^（()）]{12,}[）)]$/, '').trim())
    .filter(
      (text) => text !== '' && !isFiling(text) && text.length <= (isChinese(text) ? longestTopic : 2 * longestTopic),
    )

/** Signs that do not matter, or anything rarer than the usual ones. */
const noise = /[^0-9A-Za-z\u4e00-\u9fff]/

const normal = (text: string): string => (noise.test(text) ? withoutSigns(text.toLowerCase()) : text.toLowerCase())

/** A Latin name counts only as a word of its own: `ELU` is not in `ReLU`. */
const hasWord = (all: string, wanted: string): boolean => {
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1))
    if (!/[a-z0-9]/.test(all.charAt(at - 1)) && !/[a-z0-9]/.test(all.charAt(at + wanted.length))) return true
  return false
}

/** A text that is looked into, or looked for, several times. */
class Said {
  /** Letters and digits of ASCII alone: found only as a word. */
  readonly isLatin: boolean
  private small: string | null = null
  private bare: string | null = null

  constructor(readonly text: string) {
    this.isLatin = /^\s*[a-z0-9]+\s*$/i.test(text)
  }

  get lower(): string {
    this.small ??= this.text.toLowerCase()
    return this.small
  }

  get normal(): string {
    this.bare ??= normal(this.text)
    return this.bare
  }
}

const holds = (said: Said, phrase: Said): boolean => {
  if (said.text === '' || phrase.text === '') return false
  if (phrase.isLatin) return hasWord(said.lower, phrase.lower.trim())
  if (!/^[a-z0-9]/i.test(phrase.text) && said.text.includes(phrase.text)) return true
  return phrase.normal !== '' && said.normal.includes(phrase.normal)
}

/** Every statement of a group asks for the same titles. */
const read = new WeakMap<readonly string[], readonly Said[]>()

const saidOf = (topics: readonly string[]): readonly Said[] => {
  const known = read.get(topics)
  if (known !== undefined) return known
  const made = topics.map((topic) => new Said(topic))
  read.set(topics, made)
  return made
}

/** Whether one of the topics names what a phrase says. */
export const someMentions = (topics: readonly string[], phrase: string): boolean => {
  if (topics.length === 0) return false
  const wanted = new Said(phrase)
  return saidOf(topics).some((topic) => holds(topic, wanted))
}

/** Whether a text already names a topic, by its whole or by its last words. */
const names = (said: Said, topic: Said): boolean => {
  if (holds(said, topic)) return true
  const [first = ''] = topic.text.split(/[（(：:，,]/)
  return first.length > 1 && first !== topic.text && holds(said, new Said(first))
}

/**
 * Up to two topics a question needs to stand alone: the innermost and the one around it, without those the question names
 * itself and without those that would give the answer away.
 */
export const topicLine = (topics: readonly string[], question: string, answer: string): string => {
  const [asked, wanted] = [new Said(question), new Said(answer)]
  const useful = saidOf(topics).filter(
    (topic) =>
      !holds(topic, wanted) && !(answer.length > 3 && answer.length < topic.text.length + 4 && holds(wanted, topic)),
  )
  const [inner, outer] = [useful.at(-1), useful.at(-2)]
  if (inner === undefined) return ''
  const innerNamed = names(asked, inner)
  const outerNamed = outer === undefined || names(asked, outer) || holds(inner, outer)
  if (innerNamed) return outerNamed ? '' : (outer?.text ?? '')
  return outerNamed || outer === undefined ? inner.text : `${outer.text} › ${inner.text}`
}
